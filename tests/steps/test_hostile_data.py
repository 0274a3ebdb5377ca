"""Whatever a client sends as a verb's particulars: it is done, or refused with a sentence; never a crash, and nothing half done."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from app import models as m
from app.errors import IsianSalah
from app.models.base import MAKS_ID
from tests.cases import Case, Office
from tests.stages import at

VALUES: tuple[Any, ...] = (
    True,
    0,
    -1,
    MAKS_ID + 1,
    10**30,
    1.5,
    "1",
    "",
    "rusak \x00",
    "arah \u202e terbalik",
    "x" * 6000,
    "9999-99-99",
    "baris\nkedua",
    [],
    [1],
    [[1]],
    {},
    {"1": {"keputusan": []}},
    {"a": {"b": [1]}},
    {"1": "sulap"},
)


def try_all(
    office: Office, who: str, kind: str, ident: int, verb: str, fields: dict[str, Any], back: Callable[[], None]
) -> list[Any]:
    """Try every value in every field; -> the values that were accepted. `back` undoes a move that was done."""
    accepted = []
    before = office.status(kind, ident), office.session.query(m.Peristiwa).count()
    for field, good in fields.items():
        for value in VALUES:
            with suppress(IsianSalah):
                office.act(who, kind, ident, verb, "Alasan.", **{**good, field: value})
                accepted.append((field, value))
                back()
                before = office.status(kind, ident), office.session.query(m.Peristiwa).count()
            assert (office.status(kind, ident), office.session.query(m.Peristiwa).count()) == before, (field, value)
    return accepted


@at("dihimpun")
def test_gathering(office: Office, case: Case) -> None:
    usulan = office.submit(case, "dinkes")

    def back() -> None:
        office.act("utama", "usulan", usulan, "kembalikan", "Ulang.")
        office.act("dinkes", "usulan", usulan, "ajukan")

    done = try_all(office, "verifikator", "usulan", usulan, "himpun", {"berkas": {}, "judul": {"berkas": None}}, back)
    assert done == [("judul", "1"), ("judul", ""), ("judul", "9999-99-99")]


@at("pengkajian")
def test_merging(office: Office, case: Case) -> None:
    done = try_all(office, "verifikator", "butir", case.butir[0], "gabung", {"ke": {}}, lambda: None)
    assert done == []


@at("pengkajian")
def test_gathering_again(office: Office, case: Case) -> None:
    office.act("verifikator", "butir", case.butir[0], "tunda", "Menunggu.")
    done = try_all(office, "verifikator", "butir", case.butir[0], "himpun_kembali", {"berkas": {}}, lambda: None)
    assert done == []


@at("penetapan")
def test_approving(office: Office, case: Case) -> None:
    letter = {"nomor_surat": "12/2026"}
    fields = {"tanggal": letter, "nomor_surat": letter, "lingkup": letter, "unggahan": letter}

    def back() -> None:
        office.move("utama", case, "pertimbangkan_ulang")
        office.opine(case)
        office.move("ketua", case, "pertimbangkan")

    done = try_all(office, "verifikator", "berkas", case.berkas, "setujui", fields, back)
    assert done == [
        *(("tanggal", empty) for empty in (0, "", [], {})),
        ("nomor_surat", "1"),
        ("nomor_surat", "9999-99-99"),
        *(("lingkup", empty) for empty in (0, "", [], {})),
    ]


@at("siap_tetapkan")
def test_deciding(office: Office, case: Case) -> None:
    fields: dict[str, Any] = {"penandatangan": {}, "tanggal": {}, "keputusan": {}}

    def back() -> None:
        office.move("utama", case, "batalkan_penetapan")

    done = try_all(office, "utama", "berkas", case.berkas, "tetapkan", fields, back)
    assert [value for field, value in done if field == "penandatangan"] == []
    assert all(not value for field, value in done if field == "tanggal")
    # What names no butir of this berkas, or says nothing of it, leaves the Tim's result.
    assert {"1": "sulap"} not in [value for field, value in done if field == "keputusan"]


@at("siap_tetapkan")
@pytest.mark.parametrize("reason", ["rusak \x00", "x" * 5001, "arah \u202e"])
def test_a_reason_that_cannot_be_printed_is_refused_with_its_butir(office: Office, case: Case, reason: Any) -> None:
    said = {case.butir[0]: {"keputusan": "tidak_disetujui", "alasan": reason}}
    with pytest.raises(IsianSalah) as fault:
        office.act("utama", "berkas", case.berkas, "tetapkan", "Ditetapkan.", keputusan=said)
    assert [k.butir for k in fault.value.kekurangan if k.tingkat == "blok"] == [case.butir[0]]


@at("pengkajian")
@pytest.mark.parametrize("note", ["rusak \x00", "x" * 5001, "arah \u202e terbalik", "\ud800"])
def test_a_note_that_cannot_be_printed_is_refused(office: Office, case: Case, note: str) -> None:
    with pytest.raises(IsianSalah) as fault:
        office.move("utama", case, "batalkan", note)
    assert [k.medan for k in fault.value.kekurangan] == ["catatan"]
    assert office.status("berkas", case.berkas) == "pengkajian"
