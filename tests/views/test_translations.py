"""The catalogues that are shipped are those of the sources, and they know every text of FAB and WTForms."""

from pathlib import Path

import flask_appbuilder
import pytest
import wtforms
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from app.translations import compile as compiler

SUMBER = sorted(compiler.FOLDER.rglob("*.po"))


@pytest.mark.parametrize("po", SUMBER, ids=lambda po: po.stem)
def test_the_shipped_catalogue_is_the_compiled_source(po: Path) -> None:
    assert po.with_suffix(".mo").read_bytes() == compiler.compiled(po), "run python -m app.translations.compile"


@pytest.mark.parametrize(("package", "name"), [(flask_appbuilder, "messages"), (wtforms, "wtforms")])
def test_every_text_of_the_library_has_indonesian_words(package: object, name: str) -> None:
    with (compiler.FOLDER / "id/LC_MESSAGES" / f"{name}.po").open("rb") as source:
        known = {(m.id if isinstance(m.id, str) else m.id[0]): m.string for m in read_po(source) if m.id}
    words = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2), "__": None}
    folder = str(Path(str(package.__file__)).parent)
    found = extract_from_dir(folder, [("**.py", "python"), ("**/templates/**.html", "jinja2")], keywords=words)
    asked = {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}
    assert not {text for text in asked if not known.get(text)}
