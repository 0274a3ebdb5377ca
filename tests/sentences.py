"""Collects from the source every sentence that staff can meet: texts of Python and of templates, places of values as {}."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from html import unescape
from pathlib import Path

APP = Path(__file__).resolve().parents[1] / "app"
# Rooms and files whose texts are not read in the panel; of these only what they raise is.
LAIN = {
    "__init__.py": "refuses to start: the terminal of the server",
    "api": "programs; the contract gives them Indonesian sentences",
    "cli.py": "the terminal of the server",
    "commands": "the terminal of the server",
    "documents/*_names.py": "words of the templates of papers",
    "documents/butir_rekap.py": "words of the templates of papers",
    "documents/contexts": "papers: official, Indonesian",
    "documents/groups.py": "words of the templates of papers",
    "documents/konsep.py": "stands on papers",
    "documents/vocabulary.py": "words of the templates of papers",
    "jobs/backup": "the terminal of the server",
    "jobs/demo": "data of the demo world",
    "jobs/queue.py": "refuses to start: the terminal of the server",
    "public": "speaks both languages by its own table, public/kata.py",
    "register/bukti": "exhibits and the checker that goes with them: for the hearing",
    "register/columns.py": "public, in both languages",
    "register/keadaan.py": "public, in both languages",
    "register/publik.py": "public, in both languages",
    "register/srikandi.py": "columns of a file for another system",
    "reports/paper.py": "the report as a paper",
    "sop/reading.py": "flask sop check: the terminal of the server",
    "sop/sheet.py": "the SOP sheet, word for word",
    "sop/showing.py": "flask sop show: the terminal of the server",
    "steps/impor_kolom.py": "the sheet that agencies fill in",
}
PAPERS = ("papers: official, Indonesian", "exhibits and the checker that goes with them: for the hearing")
CARRIERS = ("Kekurangan", "flash")  # calls that carry a sentence to a person, besides what is raised
NO_PROSE = re.compile(  # patterns, SQL, types, and citations, which stay as the law is quoted
    r"\(\?[i:!]|\\[bdsw]|[<>|]|\b(NULL|IN|AND|OR|ON|FROM|CREATE)\b|Content-\w+:|^\W*(SOP|UU|PP|PerKI|Pasal|Permendagri) \d"
)
PLACE = re.compile(r"\{[^{}]*\}")


# Where pieces of sentences stand, which begin with a small letter and fill a place of another sentence.
PIECES = ("documents/[cdprst]*.py", "files/*.py", "law/rules_*.py", "steps/isian.py", "steps/opinions.py")
PIECE = re.compile(r"[^\W\d_A-Z][^=/_\\<>|%]*")


def piece(name: str, text: str) -> str | None:
    """The piece of a sentence, with its places as {}."""
    plain = PLACE.sub("{}", " ".join(text.split()))
    said = len(re.findall(r"[a-z]{3,}", plain)) >= 2 and " " in plain and PIECE.fullmatch(plain)
    here = any(fnmatch(name, place) for place in PIECES)
    return plain if here and said and not NO_PROSE.search(plain) else None


def prose(text: str) -> str | None:
    """The text with its places as {}, when it is something a person reads: a capital first, and two words or more."""
    plain = PLACE.sub("{}", " ".join(text.split()))
    words = re.findall(r"[^\W\d_]{3,}", plain.replace("{}", " "))
    begins = plain[:1].isupper() or plain[:1] in "“({"
    return plain if begins and " " in plain and len(words) >= 2 and not NO_PROSE.search(plain) else None


def _joined(node: ast.JoinedStr) -> str:
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)


def _texts(tree: ast.AST) -> Iterator[str]:
    """Strings and f-strings below a node, without docstrings and without the pieces of f-strings."""
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.JoinedStr):
            yield _joined(node)
            pending += [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            pending += ast.iter_child_nodes(node)


def _carried(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        name = getattr(getattr(node, "func", None), "id", "")
        if isinstance(node, ast.Raise) or name in CARRIERS:
            yield node


def of_python() -> Iterator[tuple[str, str]]:
    """(file, sentence) of the whole application."""
    for path in sorted(APP.rglob("*.py")):
        name = path.relative_to(APP).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        other = next((place for place in LAIN if fnmatch(name, place) or name.startswith(f"{place}/")), None)
        for node in (tree,) if other is None else _carried(tree) if LAIN[other] in PAPERS else ():
            yield from ((name, said) for text in _texts(node) if (said := prose(text) or piece(name, text)))


BRANCH = re.compile(
    r"\{%-?\s*if\b(?:(?!%\}).)*%\}((?:(?!\{%-?\s*(?:if|endif)\b).)*)\{%-?\s*endif\s*-?%\}", re.S
)  # one without another inside it
ARM = re.compile(r"\{%-?\s*(else|elif)\b(?:(?!%\}).)*%\}", re.S)


def _arms(text: str) -> list[str]:
    """What a text with conditions in it can become."""
    found = BRANCH.search(text)
    if found is None:
        return [text]
    arms = ARM.split(found[1])[::2]
    if "else" not in ARM.split(found[1])[1::2]:
        arms.append("")
    return [said for arm in arms for said in _arms(text[: found.start()] + arm + text[found.end() :])]


def of_templates() -> Iterator[tuple[str, str]]:
    """(file, text between two tags) of the templates of the panel and of the mails."""
    for path in sorted((APP / "templates").rglob("*.html")):
        text = re.sub(r"\{#.*?#\}|<(script|style|textarea).*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.S)
        text = re.sub(r"\{\{.*?\}\}", "{}", text, flags=re.S)
        text = re.sub(r"\{%.*?%\}", lambda tag: re.sub("[<>]", " ", tag[0]), text, flags=re.S)
        for piece in re.findall(r"(?<=>)[^<>]*\{[^<>]*(?=<)", text):
            for one in _arms(piece):
                for said in re.split(r"\{%.*?%\}", re.sub(r"(?<=[a-z}])\.(?=[A-Z{]\S)", ". ", one), flags=re.S):
                    plain = " ".join(unescape(said).split())
                    if re.search(r"[^\W\d_]{3}", plain):
                        yield path.name, plain
