"""Every file says what it is for, stays short, and names nothing that belongs to one machine."""

import ast
import re

import pytest

from tests import conftest
from tests.house.reading import ROOT, python_files, text_files, tracked, tree

LONGEST = 300
OURS = ("app/", "tests/", "migrations/", "docx_templates/", "config.py", "run.py")
# A revision spells out every column of its tables, and never changes again.
SHORT = tuple(room for room in OURS if room != "migrations/")
# Written in halves: this file may not name them either.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com")
INDEX = re.compile(
    "(?:extra-)?index" + r"-url\s*[= ]\s*http|PIP_INDEX" + "_URL|UV_INDEX" + "_URL|UV_DEFAULT" + "_INDEX"
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/")


def test_a_file_is_at_most_300_lines() -> None:
    lines = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in python_files(*SHORT)}
    long = {name: number for name, number in lines.items() if number > LONGEST}
    assert len(lines) > 400
    assert not long, f"{long}: move a part of each to the room whose noun it is about"


def test_the_first_line_of_a_file_says_what_it_is_for() -> None:
    for name in python_files(*OURS):
        assert (ast.get_docstring(tree(name)) or "").strip(), f"{name}: begin with a docstring that says what it is for"
        first = (ROOT / name).read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith(('"""', "#!", 'r"""')), f"{name}: the docstring stands on the first line"


@pytest.mark.parametrize("name", ["Makefile", "pyproject.toml", ".gitignore", ".gitattributes"])
def test_the_first_line_of_a_tools_file_is_a_comment(name: str) -> None:
    assert (ROOT / name).read_text().startswith("# ")


def test_no_file_names_a_package_registry() -> None:
    faults = [f"{name}: {word}" for name, text in text_files() for word in REGISTRIES if word in text] + [
        f"{name}: {found.group()}" for name, text in text_files() if (found := INDEX.search(text))
    ]
    assert not faults, f"the package index is the machine's choice, never ours: {faults}"


def test_no_file_names_a_path_of_one_machine() -> None:
    faults = [f"{name}: {found.group()}" for name, text in text_files() if (found := MACHINE_PATHS.search(text))]
    assert not faults, f"take paths from the configuration: {faults}"


def test_no_lock_file_records_download_addresses() -> None:
    assert not [name for name in tracked() if name.rsplit("/", 1)[-1] in {"uv.lock", "poetry.lock", "yarn.lock"}]


def test_no_room_is_called_after_nothing() -> None:
    vague = {"utils", "helpers", "common", "core", "services", "misc", "lib"}
    faults = [name for name in python_files("app/") if vague & {part.removesuffix(".py") for part in name.split("/")}]
    assert not faults, f"a function lives in the room whose noun it is about: {faults}"


def test_the_developers_door_and_the_machines_door_can_be_opened() -> None:
    assert (ROOT / ".ci/run").stat().st_mode & 0o111, ".ci/run must be executable"


def test_the_files_that_begin_first_are_there() -> None:
    assert [name for name in conftest.LONGEST if not (ROOT / name).exists()] == []
