"""The column of excluded parts: what can be read in one way becomes rows, all else stays the text it was and is asked."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import models as m
from app.files.sheets import baca
from app.steps.butir_baru import kata_bagian
from app.steps.impor import impor_usulan, nilai_lembar
from app.steps.impor_bagian import TAK_TERURAI, baca_bagian
from app.steps.impor_petakan import petakan
from app.steps.isian import Ditolak
from tests.cases import Case, Office
from tests.law.examples import TODAY, acuan
from tests.scale import scale
from tests.stages import at
from tests.steps.sheets import KOLOM, lembar

DATA = Path(__file__).parent.parent / "data"
KNOWN = acuan()
H2, LETTER_I = KNOWN.pasal17["h", 2], KNOWN.pasal17["i", None]
WALKS = scale(60, full=20_000)

Part = tuple[str | None, str | None, str | None, str | None, str | None]


def part(
    halaman: str | None = None,
    kolom: str | None = None,
    frasa: str | None = None,
    huruf: str | None = None,
    alasan: str | None = None,
) -> Part:
    return (halaman, kolom, frasa, huruf, alasan)


def told(rows: list[m.BagianDikecualikan]) -> list[Part]:
    return [(r.halaman, r.kolom, r.frasa, r.pasal17.kode if r.pasal17 else None, r.alasan) for r in rows]


CLEAR: list[tuple[str, list[Part], str]] = [
    (
        "hal. 3–5; kolom NIK; lampiran II",
        [part("3–5"), part(kolom="NIK"), part("lampiran II")],
        "halaman 3–5; kolom NIK; lampiran II",
    ),
    (
        "Kolom nama, NIK, dan alamat pada halaman 3 sampai 18",
        [part("3–18", "nama, NIK, dan alamat")],
        "halaman 3–18, kolom nama, NIK, dan alamat",
    ),
    ("hlm 3 s.d. 5, 7 dan 9", [part("3–5, 7 dan 9")], "halaman 3–5, 7 dan 9"),
    ("hal 3 s/d 5\nhal. 8 - 9", [part("3–5"), part("8–9")], "halaman 3–5; halaman 8–9"),
    ("halaman ii; Lampiran", [part("ii"), part("lampiran")], "halaman ii; lampiran"),
    ("halaman 3 lampiran II", [part("lampiran II halaman 3")], "lampiran II halaman 3"),
    ("1) kolom NIK\n2) lampiran b hal. 4", [part(kolom="NIK"), part("lampiran b halaman 4")], ""),
    ("- kolom NIK\n- kolom nama;", [part(kolom="NIK"), part(kolom="nama")], "kolom NIK; kolom nama"),
    ("kolom NIK, kolom alamat dan kolom agama", [part(kolom=k) for k in ("NIK", "alamat", "agama")], ""),
    ("Hal 3: kolom NIK", [part("3", "NIK")], "halaman 3, kolom NIK"),
    ("kolom: NIK (halaman 3)", [part("3", "NIK")], "halaman 3, kolom NIK"),
    ("kolom nama - halaman 3", [part("3", "nama")], ""),
    ('“Budi Santoso”; frasa "rahasia" pada hal. 2', [part(frasa="Budi Santoso"), part("2", None, "rahasia")], ""),
    ("kata “x karena y (huruf i)”", [part(frasa="x karena y (huruf i)")], "“x karena y (huruf i)”"),
    ("kolom NIK (h.2); hal 3 huruf i", [part(None, "NIK", None, "h.2"), part("3", None, None, "i")], ""),
    (
        "halaman 3–5, kolom NIK: “nomor induk” (Pasal 17 huruf h angka 2)",
        [part("3–5", "NIK", "nomor induk", "h.2")],
        "halaman 3–5, kolom NIK: “nomor induk” (Pasal 17 huruf h angka 2)",
    ),
    (
        "kolom NIK (huruf i) karena data pribadi; hal. 2, alasan: nama pelapor.",
        [part(None, "NIK", None, "i", "data pribadi"), part("2", None, None, None, "nama pelapor")],
        "kolom NIK (Pasal 17 huruf i); halaman 2",
    ),
]


@pytest.mark.parametrize(("text", "parts", "printed"), CLEAR, ids=[text for text, _, _ in CLEAR])
def test_what_can_be_read_in_one_way_becomes_rows(text: str, parts: list[Part], printed: str) -> None:
    rows = baca_bagian(text, [H2, LETTER_I], KNOWN)
    assert told(rows) == parts
    assert printed in ("", kata_bagian(rows))


@pytest.mark.parametrize(
    "text",
    [
        "nama dan alamat",
        "Identitas pasien dan tenaga kesehatan pada lampiran",
        "kolom nama dan alamat pada lampiran laporan",  # an annex, or a report?
        "lampiran surat",
        "hal 3 NIK",
        "halaman 5 alinea 2",
        "halaman tanda tangan",
        "halaman 3 sampai selesai",
        "halaman 3 dan halaman 5",
        "kolom nama dan halaman 3",  # the column there, or the page as well?
        "kolom NIK, kolom alamat pada hal 3",  # does the page hold for both?
        "kolom NIK dan lampiran II",
        "kolom NIK dst",
        "kolom selain nama",
        "kolom “NIK” dan “alamat”",
        "“nama; alamat”",
        "kolom gaji karena rahasia (huruf i)",  # is the letter part of the reason?
        "huruf i",
        "kolom NIK (i)",  # a letter, or part of the heading?
        "kolom NIK (huruf h)",
        "kolom NIK (huruf a angka 2)",
        "kolom NIK; nama",
        "kolom " + "x" * 201,
        "seluruh halaman 3",
    ],
)
def test_what_leaves_room_is_refused_whole(text: str) -> None:
    with pytest.raises(Ditolak):
        baca_bagian(text, [H2, LETTER_I], KNOWN)


_NUMBER = st.integers(1, 9999).map(str) | st.sampled_from(["ii", "IV"])
_PAGES = st.one_of(_NUMBER, *(st.tuples(_NUMBER, _NUMBER).map(join.join) for join in ("–", ", ", " dan ", ", dan ")))
_ANNEX = st.sampled_from(["lampiran", "lampiran II", "lampiran 3", "lampiran b"])
_WORDS = st.lists(
    st.sampled_from(["NIK", "nama,", "gaji", "A1", "2", "sampai", "dan", "induk/honor", "No.HP"]), max_size=3
)
_COLUMN = st.tuples(_WORDS, st.sampled_from(["NIK", "A1", "5"])).map(lambda words: " ".join([*words[0], words[1]]))
_PHRASE = st.sampled_from(["nomor induk", "x karena y", "huruf i", "halaman 3", "kolom a (b)"])
_ROW = st.fixed_dictionaries(
    {},
    optional={
        "halaman": st.one_of(_PAGES, _ANNEX, st.tuples(_ANNEX, _PAGES).map(" halaman ".join)),
        "kolom": _COLUMN,
        "frasa": _PHRASE,
        "pasal17": st.sampled_from([H2, LETTER_I]),
    },
)


@pytest.mark.proof
@settings(max_examples=WALKS, deadline=None, database=None)
@given(st.lists(_ROW.filter(lambda row: row.keys() - {"pasal17"}), min_size=1, max_size=3))
def test_the_text_of_a_list_of_parts_is_read_as_that_list_again(rows: list[dict[str, Any]]) -> None:
    made = [m.BagianDikecualikan(**row) for row in rows]
    assert told(baca_bagian(kata_bagian(made) or "", [H2, LETTER_I], KNOWN)) == told(made)


def judged(change: dict[str, Any]) -> tuple[m.ButirInformasi, list[tuple[str, str | None, str]], str | None]:
    seen = nilai_lembar(baca("u.xlsx", lembar(change)), acuan=KNOWN, hari_ini=TODAY)
    (row,), (butir,) = seen.baris, seen.butir
    return butir, [(t.kode, t.sel, t.tingkat) for t in row.temuan], row.bagian


def test_a_preview_shows_the_rows_it_read_and_asks_in_the_cell_what_it_did_not() -> None:
    butir, found, shown = judged({"bagian": "hal. 3-5; kolom NIK (huruf h.2)"})
    assert (found, shown) == ([], "halaman 3–5; kolom NIK (Pasal 17 huruf h angka 2)")
    assert butir.bagian == shown
    butir, found, shown = judged({"bagian": "Identitas pasien pada lampiran"})
    assert (butir.bagian, butir.bagian_rinci, shown) == ("Identitas pasien pada lampiran", [], None)
    assert found == [(TAK_TERURAI, "J2", "peringatan")]


def test_nothing_is_asked_of_parts_that_the_law_refuses_or_that_say_nothing() -> None:
    assert [kode for kode, *_ in judged({"bagian": "-"})[1]] == ["sebagian_tanpa_bagian"]
    assert [kode for kode, *_ in judged({"bagian": ";"})[1]] == ["sebagian_tanpa_bagian"]
    whole = judged({"cakupan": "seluruh", "bagian": "kolom NIK"})
    assert [kode for kode, *_ in whole[1]] == ["seluruh_padahal_bagian"]
    assert whole[0].bagian_rinci == []


def test_a_mapped_sheet_reads_its_parts_by_the_letters_of_the_shared_column() -> None:
    content = lembar({"pasal17": "Pasal 17 huruf h angka 2; UU 17/2023 Pasal 177", "bagian": "kolom NIK (huruf h.2)"})
    sheets = baca("u.xlsx", content)
    places = {name: place for place, name in enumerate(KOLOM)} | {"dasar_uu": KOLOM.index("pasal17")}
    seen = nilai_lembar(sheets, acuan=KNOWN, hari_ini=TODAY, pasangan=petakan(sheets, "1|Usulan", places))
    assert told(seen.butir[0].bagian_rinci) == [part(kolom="NIK", huruf="h.2")]


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_the_old_form_tells_of_no_parts_and_none_are_made_up(kind: str) -> None:
    name = f"dik-format-lama-inspektorat.{kind}"
    seen = nilai_lembar(baca(name, (DATA / name).read_bytes()), acuan=KNOWN, hari_ini=TODAY)
    assert [(one.bagian, one.bagian_rinci) for one in seen.butir] == [(None, [])] * 3
    assert all(t.kode != TAK_TERURAI for row in seen.baris for t in row.temuan)


@at("kantor", both=True)
def test_the_rows_are_kept_with_the_import(office: Office, case: Case) -> None:
    text = "hal. 3-5, kolom NIK (huruf h.2) karena data pribadi; lampiran II"
    content, who = lembar({"bagian": text}, {"uraian": "Hasil audit", "bagian": "nama"}), office.staff["dinkes"]
    made = impor_usulan(content, "u.xlsx", perangkat_daerah_kode="DINKES", officer=who, simpan=True)
    first, other = office.session.get_one(m.Usulan, made.usulan_id).butir
    assert told(first.bagian_rinci) == [part("3–5", "NIK", None, "h.2", "data pribadi"), part("lampiran II")]
    assert first.bagian == "halaman 3–5, kolom NIK (Pasal 17 huruf h angka 2); lampiran II"
    assert (other.bagian, other.bagian_rinci) == ("nama", [])
