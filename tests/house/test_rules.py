"""Rules that no type and no import contract sees: one door, no web below room 7, no SQL or markup put together."""

import ast
from collections.abc import Iterator

from tests.house.reading import python_files, tree

# Room 7, the security manager, the headers, the web half of the errors, and the factory that wires them.
WEB = ("app/views/", "app/api/", "app/public/", "app/jobs/", "app/security/manager.py", "app/security/headers.py")
WEB += ("app/errors.py", "app/__init__.py")
WEB_NAMES = {
    ("flask", "request"),
    ("flask", "session"),
    ("flask", "g"),
    ("flask_login", "current_user"),
    ("flask_jwt_extended", "current_user"),
}
# The statuses that are not a case's have one owner each.
OWNERS = {
    "app/documents/": "naskah, nomor and templates",
    "app/register/": "register entries",
}
# Who may put SQL text together, and from what.
SQL_BUILDERS = {
    "app/extensions.py": "PRAGMA and BEGIN words from a fixed tuple",
    "app/models/triggers.py": "the triggers of its own table of statements",
    "app/commands/empty.py": "names of our own tables, for the demo that is emptied",
}
MARKUP_BUILDERS = {"app/documents/sandbox.py": "XML that it has escaped itself"}


def nodes(name: str, kind: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree(name)) if isinstance(node, kind))


def status_writes(name: str) -> Iterator[int]:
    """Lines that set `.status` of something: assignment, setattr, or a bulk update's values(status=…)."""
    for node in ast.walk(tree(name)):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = [part for target in node.targets for part in ast.walk(target) if isinstance(part, ast.expr)]
        elif isinstance(node, ast.AnnAssign | ast.AugAssign):
            targets = [node.target]
        elif isinstance(node, ast.Call) and sets_status(node):
            yield node.lineno
        for target in targets:
            if isinstance(target, ast.Attribute) and target.attr == "status" and not is_self(target):
                yield node.lineno


def sets_status(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name) and call.func.id == "setattr" and len(call.args) > 1:
        return isinstance(call.args[1], ast.Constant) and call.args[1].value == "status"
    if isinstance(call.func, ast.Attribute) and call.func.attr == "values":
        return any(keyword.arg == "status" for keyword in call.keywords)
    return False


def is_self(target: ast.Attribute) -> bool:
    return isinstance(target.value, ast.Name) and target.value.id == "self"


def test_only_the_door_and_the_named_owners_set_a_status() -> None:
    rooms = ("app/steps/", *OWNERS)
    faults = [
        f"{name}:{line}" for name in python_files("app/") if not name.startswith(rooms) for line in status_writes(name)
    ]
    assert not faults, f"a case moves through app/steps/perform.py only: {faults}"


def test_within_the_door_one_module_moves_a_case() -> None:
    written = {name for name in python_files("app/steps/") if list(status_writes(name))}
    assert "app/steps/perform.py" in written


def test_rules_never_read_the_web() -> None:
    faults = []
    for name in python_files("app/"):
        if name.startswith(WEB):
            continue
        for node in nodes(name, ast.ImportFrom):
            assert isinstance(node, ast.ImportFrom)
            faults += [f"{name}:{node.lineno} {a.name}" for a in node.names if (node.module, a.name) in WEB_NAMES]
        for node in nodes(name, ast.Attribute):
            assert isinstance(node, ast.Attribute)
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            faults += [f"{name}:{node.lineno} {owner}.{node.attr}"] if (owner, node.attr) in WEB_NAMES else []
    assert not faults, f"hand the officer and the values in as arguments: {faults}"


def is_fixed(call: ast.Call) -> bool:
    """Is the first argument a text that stands in the source?"""
    return bool(call.args) and isinstance(call.args[0], ast.Constant)


def built(name: str, functions: set[str]) -> list[str]:
    """Calls of these functions with a text that is put together at run time."""
    found = []
    for node in nodes(name, ast.Call):
        assert isinstance(node, ast.Call)
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if called in functions and not is_fixed(node):
            found.append(f"{name}:{node.lineno} {called}")
    return found


def imports_text(name: str) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("sqlalchemy")
        and "text" in {alias.name for alias in node.names}
        for node in ast.walk(tree(name))
    )


def test_sql_text_is_never_put_together() -> None:
    faults = []
    for name in python_files("app/"):
        if name not in SQL_BUILDERS:
            faults += built(name, {"exec_driver_sql"} | ({"text"} if imports_text(name) else set()))
    assert not faults, f"use bound parameters or SQLAlchemy's expressions: {faults}"


def test_markup_is_never_made_from_a_value() -> None:
    faults = [f for name in python_files("app/") if name not in MARKUP_BUILDERS for f in built(name, {"Markup"})]
    assert not faults, f'write Markup("<b>{{}}</b>").format(value), which escapes the value: {faults}'
