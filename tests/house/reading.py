"""How the architecture tests read the repository: its files and their syntax trees, never by importing them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked() -> tuple[str, ...]:
    """Every file that the repository holds or is about to hold, relative to its root."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(name for name in listing.stdout.splitlines() if (ROOT / name).is_file())


def python_files(*rooms: str) -> list[str]:
    """The Python files under these folders (or of the whole repository)."""
    return [name for name in tracked() if name.endswith(".py") and (not rooms or name.startswith(rooms))]


@cache
def tree(name: str) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse((ROOT / name).read_text(encoding="utf-8"), name)


def text_files() -> Iterator[tuple[str, str]]:
    """Every file that can be read as text, with its content."""
    for name in tracked():
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):  # a picture, or a file that somebody has just removed
            continue


def names_imported(name: str) -> Iterator[tuple[str, str]]:
    """(module, name) of each `from module import name` in a file, wherever it stands."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
