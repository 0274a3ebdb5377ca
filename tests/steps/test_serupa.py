"""Precedents and twins over agencies: found by words and letters, within the officer's rows."""

from typing import Any

import pytest
from sqlalchemy import select

from app import models as m
from app.law.terbuka import putusan_terbuka
from app.security.officer import Officer, officer_of
from app.steps.serupa import kembaran, preseden
from tests.api.office import huni

KEPUTUSAN = {"ditetapkan": "dikecualikan", "tidak_disetujui": "tidak_disetujui"}


class Kantor:
    """A small office with butir in the statuses that a test asks for."""

    def __init__(self, session: Any) -> None:
        self.session = session
        huni()
        self.berkas = m.Berkas(nomor="BK-1", judul="x", tahun=2026, status="pengkajian", tahap_tertinggi=1)
        session.add(self.berkas)
        session.flush()
        self.number = 0

    def officer(self, name: str) -> Officer:
        user = self.session.scalars(select(m.Pengguna).where(m.Pengguna.username == name)).unique().one()
        return officer_of(self.session, user)

    def butir(
        self, uraian: str, status: str = "dihimpun", *, dari: str = "DINKES", huruf: str = "h.2"
    ) -> m.ButirInformasi:
        agency = self.session.scalars(select(m.PerangkatDaerah).where(m.PerangkatDaerah.kode == dari)).one()
        letter, _, number = huruf.partition(".")
        article = select(m.Pasal17).where(
            m.Pasal17.huruf == letter, m.Pasal17.angka == (int(number) if number else None)
        )
        self.number += 1
        gathered = status not in ("draf", "diajukan")
        usulan = m.Usulan(
            perangkat_daerah=agency,
            judul="u",
            status="dihimpun" if gathered else status,
            pernah_diajukan=status != "draf",
            berkas_id=self.berkas.id if gathered else None,
        )
        one = m.ButirInformasi(
            usulan=usulan,
            kode=f"{dari}-{self.number}",
            uraian=uraian,
            status=status,
            berkas_id=self.berkas.id if gathered else None,
            keputusan=KEPUTUSAN.get(status),
            hasil_pertimbangan="disetujui" if status in KEPUTUSAN else None,
            dasar=[m.DasarPengecualian(pasal17=self.session.scalars(article).one())],
        )
        self.session.add_all([usulan, one])
        self.session.flush()
        return one


@pytest.fixture
def kantor(session: Any) -> Kantor:
    return Kantor(session)


def test_the_likest_decision_comes_first_wherever_it_was_taken(kantor: Kantor) -> None:
    mine = kantor.butir("Rekam medis pasien rawat inap rumah sakit")
    near = kantor.butir("Rekam medis pasien rawat jalan rumah sakit", "ditetapkan", dari="BKD")
    opened = kantor.butir("Rekam medis pasien", "terbuka", dari="BKD", huruf="i")
    kantor.butir("Kunci sandi surat elektronik", "ditetapkan")
    kantor.butir("Rekam medis pasien rawat inap rumah sakit", "dihimpun", dari="BKD")
    found = preseden(kantor.session, kantor.officer("utama"), mine)
    assert [(one.butir_id, one.status, one.huruf) for one in found] == [
        (near.id, "ditetapkan", ("h",)),
        (opened.id, "terbuka", ("i",)),
    ]
    assert found[0].perangkat_daerah == "Badan Kepegawaian Daerah"
    assert 1 >= found[0].nilai > found[1].nilai >= 0.3 * 0.75


def test_twins_are_what_is_under_way_in_any_agency(kantor: Kantor) -> None:
    mine = kantor.butir("Rekam medis pasien rawat inap")
    twin = kantor.butir("rekam medis, pasien rawat inap", dari="BKD")
    kantor.butir("Rekam medis pasien rawat inap", "ditetapkan", dari="BKD")
    kantor.butir("Rekam medis pasien rawat inap", "draf", dari="BKD")
    found = kembaran(kantor.session, kantor.officer("utama"), mine)
    assert [(one.butir_id, one.nilai) for one in found] == [(twin.id, 1.0)]


def test_nobody_finds_rows_that_he_may_not_see(kantor: Kantor) -> None:
    mine = kantor.butir("Rekam medis pasien rawat inap")
    kantor.butir("Rekam medis pasien rawat inap", dari="BKD")
    own = kantor.butir("Rekam medis pasien rawat inap", "draf")
    who = kantor.officer
    assert [one.butir_id for one in kembaran(kantor.session, who("petugas.dinkes"), mine)] == [own.id]
    for name in ("tamu", "admin", "petugas.lepas", "data"):
        assert kembaran(kantor.session, who(name), mine) == []


def test_only_so_many_are_told_and_nothing_is_like_nothing(kantor: Kantor) -> None:
    mine = kantor.butir("Rekam medis pasien rawat inap")
    for _ in range(4):
        kantor.butir("Rekam medis pasien rawat inap")
    assert len(kembaran(kantor.session, kantor.officer("utama"), mine, banyak=2)) == 2
    mine.uraian = None
    assert kembaran(kantor.session, kantor.officer("utama"), mine) == []


def test_only_what_another_berkas_left_open_counts_as_concluded_open_before(kantor: Kantor) -> None:
    text = "Laporan realisasi belanja alat kesehatan"
    before = kantor.butir(text, "terbuka", dari="BKD")
    for status in ("ditetapkan", "tidak_disetujui", "dihimpun", "diajukan"):
        kantor.butir(f"Dokumen {status} tentang hal lain sama sekali", status)
    here = kantor.berkas.id
    assert putusan_terbuka(kantor.session, here).cari(f"{text} ") is None, "its own berkas is compared elsewhere"
    later = m.Berkas(nomor="BK-2", judul="y", tahun=2026, status="pengkajian", tahap_tertinggi=1)
    kantor.session.add(later)
    kantor.session.flush()
    earlier = putusan_terbuka(kantor.session, later.id)
    assert earlier.cari(text) == before.kode
    assert earlier.cari(f"Data {text}") is None, "a word more in so few is another thing"
    assert earlier.cari("Dokumen ditetapkan tentang hal lain sama sekali") is None
    assert earlier.cari(None) is None
