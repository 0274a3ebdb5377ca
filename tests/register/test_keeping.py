"""SOP 4 after the decree: every agency named in it is told to keep its documents, and confirms each; the three clocks."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import models as m
from app.errors import IsianSalah, TidakBerwenang, TidakDitemukan
from app.register.clocks import bentrok, bentrok_berkas
from app.steps.penyimpanan import konfirmasi, tugaskan
from tests.cases import Case, Office
from tests.stages import at

P, E = m.PenyimpananDokumen, m.ButirDitetapkan
PLACES = {"lokasi_softcopy": "Server Dinas, folder 12", "lokasi_hardcopy": "Ruang arsip, lemari 2"}


def tasks(office: Office) -> list[m.PenyimpananDokumen]:
    office.session.rollback()
    return list(office.session.scalars(select(P).order_by(P.id)))


@at("pengunggahan", both=True)
def test_the_signed_decree_tells_every_agency_to_keep_each_document(office: Office, case: Case) -> None:
    assert tasks(office) == []
    office.sign(case, "utama", "surat_keputusan")
    assert tasks(office) == [], "not before both signed copies are paired"
    office.sign(case, "utama", "lampiran_terbatas")
    entries = office.session.scalars(select(E).order_by(E.id)).all()
    told = {(row.butir_ditetapkan_id, row.perangkat_daerah_id) for row in tasks(office)}
    assert told == {(entry.id, entry.perangkat_daerah_id) for entry in entries}
    assert len(told) == len(entries) == 3
    tugaskan(office.session, entries[0].sk_id)
    office.session.commit()
    assert len(tasks(office)) == 3, "once"


@at("siap_unggah", both=True)
def test_the_petugas_of_the_agency_confirms_and_nobody_else(office: Office, case: Case) -> None:
    agency = office.staff["dinkes"].perangkat_daerah_id
    ident = next(row.id for row in tasks(office) if row.perangkat_daerah_id == agency)
    with pytest.raises(IsianSalah) as refused:
        konfirmasi(office.staff["dinkes"], ident, {"lokasi_softcopy": "Server Dinas"})
    assert [row.medan for row in refused.value.kekurangan] == ["lokasi_hardcopy"]
    with pytest.raises(TidakDitemukan):
        konfirmasi(office.staff["bkd"], ident, PLACES)
    for who in ("utama", "data", "arsiparis", "auditor.baru", "admin"):
        with pytest.raises(TidakBerwenang):
            konfirmasi(office.staff[who], ident, PLACES)
    konfirmasi(office.staff["dinkes"], ident, PLACES)
    row = next(row for row in tasks(office) if row.id == ident)
    assert row.dikonfirmasi_pada is not None
    assert office.events("register", row.butir_ditetapkan_id) == ["konfirmasi_simpan"]


def entry(status: str = "berlaku", end: dt.date | None = None, level: str = "terbatas") -> m.ButirDitetapkan:
    return m.ButirDitetapkan(status=status, akhir=end, isi={"skkaad": level})


def record(fate: str = "musnah", years: int = 5) -> m.Arsip:
    paper = m.Naskah(tanggal=dt.date(2026, 1, 10))
    return m.Arsip(naskah=paper, retensi_aktif=2, retensi_inaktif=years - 2, nasib_akhir=fate)


def test_an_exclusion_that_outlives_its_record_is_told() -> None:
    assert bentrok(entry(end=dt.date(2031, 1, 10)), record()) == []
    assert "melampaui retensi" in bentrok(entry(end=dt.date(2031, 1, 11)), record())[0]
    assert bentrok(entry(end=dt.date(2099, 1, 11)), record("permanen")) == []


def test_an_exclusion_without_an_end_and_a_record_that_is_destroyed_collide() -> None:
    assert "tanpa tanggal akhir" in bentrok(entry(), record())[0]
    assert bentrok(entry(), record("dinilai_kembali")) == []


def test_security_levels_that_say_the_opposite_are_told() -> None:
    assert "Biasa" in bentrok(entry(level="biasa", end=dt.date(2027, 1, 1)), None)[0]
    assert "Rahasia" in bentrok(entry("terbuka_demi_hukum", dt.date(2027, 1, 1), "rahasia"), None)[0]
    assert bentrok(entry("dibuka", dt.date(2027, 1, 1)), None) == []


def test_the_shortest_lived_record_counts() -> None:
    found = bentrok_berkas([entry(end=dt.date(2033, 1, 1))], [record(years=20), record(years=3), record("permanen", 2)])
    assert len(found) == 1
    assert "10 Januari 2029" in found[0][1][0]
