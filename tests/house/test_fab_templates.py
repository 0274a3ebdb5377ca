"""Every template of Flask-AppBuilder that ours replace is known by its hash, so that an upgrade cannot change one unnoticed."""

import hashlib
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import flask_appbuilder

import app.views

OURS = Path(app.views.__file__).resolve().parents[1] / "templates"
FAB = Path(flask_appbuilder.__file__).resolve().parent / "templates"

# Flask-AppBuilder 5: original -> SHA-256. When one differs, read what changed in it, mend ours, then renew the hash.
ORIGINALS = {
    "appbuilder/baselayout.html": "105fed33362428021ec5e86fa17a25dac8fad972b567c1cb0b3fdb3af821cf07",
    "appbuilder/general/model/add.html": "321397131fa0a95f023ca86ada387c4f88aa56049b59dc3d4a088c7df08a7290",
    "appbuilder/general/model/edit.html": "a10db10430c6aa9fe27f160900d700ab1a2f7443b714e0c2550acb4f66fe3a66",
    "appbuilder/general/model/list.html": "7c11106ff27fb6d248f340f40b533d8c8d06f70db9724a1293bc4e6b3993e597",
    "appbuilder/general/model/show.html": "67a574db1dc124a2216ff7a685718044bfe0f78f85d67116915e09aee522a1ea",
    "appbuilder/general/security/login_db.html": "809558f64c446bff9ba711d3009b15042549d8c666960d28567342d7cbc1e1b1",
    "appbuilder/general/widgets/list.html": "2a0fad48fe42239c756dbc963dcefa3cba1181c6d699378bc811dd081ebdb662",
    "appbuilder/general/widgets/show.html": "babd5b80d4e383c4a0a2a6d535f3aaf17285eb4e9d76e1bbf8f0cfe85586358a",
}


def by_path() -> Iterator[str]:
    """Files of ours that stand in the place of one of FAB's, because our folder is searched first."""
    for path in OURS.rglob("*"):
        name = path.relative_to(OURS).as_posix()
        if path.is_file() and (FAB / name).is_file():
            yield name


def by_attribute() -> Iterator[str]:
    """What a FAB class would show (`list_template`, a widget's `template` …), where a class of ours names another."""
    for module in pkgutil.iter_modules(app.views.__path__, "app.views."):
        for _, cls in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if cls.__module__ == module.name:
                yield from _replaced(cls)


def _replaced(cls: type) -> Iterator[str]:
    for name in dir(cls):
        if name == "template" or name.endswith("_template"):
            bases = [b for b in cls.__mro__ if b.__module__.startswith("flask_appbuilder") and name in vars(b)]
            original = vars(bases[0])[name] if bases else None
            if isinstance(original, str) and original != getattr(cls, name):
                yield original


def test_the_two_ways_of_replacing_a_template_are_both_found() -> None:
    assert "appbuilder/baselayout.html" in set(by_path())
    assert "appbuilder/general/model/list.html" in set(by_attribute())
    assert "appbuilder/general/widgets/list.html" in set(by_attribute())


def test_every_replaced_original_is_the_one_that_we_read() -> None:
    replaced = {*by_path(), *by_attribute()}
    found = {name: hashlib.sha256((FAB / name).read_bytes()).hexdigest() for name in sorted(replaced)}
    assert found == ORIGINALS
