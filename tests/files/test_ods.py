"""Reading .ods: cells, repeats, formulas, dates; and packages that are no good."""

import datetime as dt
import zipfile
from io import BytesIO
from typing import Any

import pytest

from app.errors import IsianSalah, JenisSalah, TerlaluBesar
from app.files import ods
from app.files.sheets import Sel, baca

MIME = "application/vnd.oasis.opendocument.spreadsheet"
HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Usulan">'
)
TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def package(rows: str = "", *, mime: str = MIME, manifest: str = "<m/>", more: dict[str, str] | None = None) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", mime)
        made.writestr("META-INF/manifest.xml", manifest)
        made.writestr("content.xml", HEAD + rows + TAIL)
        for name, content in (more or {}).items():
            made.writestr(name, content)
    return out.getvalue()


def text(value: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{value}</text:p></table:table-cell>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def read(rows: str) -> list[tuple[int, list[Any]]]:
    (sheet,) = baca("a.ods", package(rows))
    assert sheet.nama == "Usulan"
    return [(line.nomor, [sel.nilai for sel in line.sel]) for line in sheet.baris]


def test_values_are_read_by_their_kind() -> None:
    cells = [
        text("teks"),
        '<table:table-cell office:value-type="float" office:value="5"/>',
        '<table:table-cell office:value-type="percentage" office:value="0.5"/>',
        '<table:table-cell office:value-type="date" office:value-date="x" office:date-value="2030-01-02T00:00:00"/>',
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
        "<table:table-cell/>",
        text("a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d<text:span>e</text:span>f"),
        "<table:table-cell><text:p>satu</text:p><text:p>dua</text:p></table:table-cell>",
    ]
    assert read(row(*cells)) == [
        (1, ["teks", 5.0, 0.5, dt.date(2030, 1, 2), True, None, "a  b\tc\nd" + "ef", "satu\ndua"])
    ]


def test_a_formula_is_told_from_its_result() -> None:
    made = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
    (sheet,) = baca("a.ods", package(row(made)))
    assert sheet.baris[0].sel == (Sel("A1", None, rumus=True),)


def test_repeated_rows_and_cells_are_counted() -> None:
    rows = row(text("a", 'table:number-columns-repeated="2"'), "<table:covered-table-cell/>", text("b"))
    rows += row("<table:table-cell/>", attributes='table:number-rows-repeated="5"')
    rows += row(text("c"), attributes='table:number-rows-repeated="2"')
    assert read(rows) == [(1, ["a", "a", None, "b"]), (7, ["c"]), (8, ["c"])]


def test_endless_repeats_are_bounded() -> None:
    wide = row(text("a", 'table:number-columns-repeated="999999999"'))
    assert len(read(wide)[0][1]) == 60
    with pytest.raises(IsianSalah):
        read(row(text("a"), attributes='table:number-rows-repeated="999999999"'))
    far = row("<table:table-cell/>", attributes='table:number-rows-repeated="900000"') + row(text("a"))
    with pytest.raises(IsianSalah):
        read(far)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"bukan zip", "tidak dapat dibaca"),
        (package(mime="application/zip"), "tidak dapat dibaca"),
        (package(manifest="<encryption-data/>"), "bersandi"),
        (package(more={"Basic/Standard/Module1.xml": "x"}), "makro"),
        (package("<rusak"), "tidak dapat dibaca"),
        (package('<table:table-row table:number-rows-repeated="x"/>'), "tidak dapat dibaca"),
        (package(row('<table:table-cell office:value-type="float" office:value="lima"/>')), "tidak dapat dibaca"),
        (package()[:200], "tidak dapat dibaca"),
    ],
)
def test_a_package_that_is_no_good_is_refused_with_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(JenisSalah) as refused:
        baca("a.ods", content)
    assert words in refused.value.pesan


def test_entities_are_never_followed() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", MIME)
        made.writestr("META-INF/manifest.xml", "<m/>")
        made.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(JenisSalah):
        baca("a.ods", out.getvalue())


def test_a_package_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ods, "ISI_TERBESAR", 500)
    with pytest.raises(JenisSalah) as refused:
        baca("a.ods", package(row(text("x" * 600))))
    assert "mengembang" in refused.value.pesan
    monkeypatch.setattr(ods, "UKURAN_TERBESAR", 10)
    with pytest.raises(TerlaluBesar):
        baca("a.ods", package())
