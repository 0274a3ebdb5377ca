"""What an agency writes between moves: usulan, butir, bases; who may, what is refused, what is logged."""

from typing import Any

import pytest
from sqlalchemy import select

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import IsianSalah, Terkunci, TidakBerwenang, TidakDitemukan, VersiBasi
from app.models.history import PELAKU
from app.security.officer import Officer, officer_of
from app.steps import butir_baru as baru
from tests.api.office import huni

TAHUN = hari_ini_wib().year


@pytest.fixture
def furniture() -> Any:
    return huni


@pytest.fixture
def office(session: Any) -> Any:
    return session


def officer(session: Any, name: str) -> Officer:
    user = session.scalars(select(m.Pengguna).where(m.Pengguna.username == name)).unique().one()
    session.info[PELAKU] = user.id
    return officer_of(session, user)


def draft(session: Any, who: str = "petugas.dinkes") -> tuple[Officer, m.Usulan, m.ButirInformasi]:
    acting = officer(session, who)
    usulan = baru.buat_usulan(session, acting, {})
    butir = baru.buat_butir(session, acting, {"usulan": usulan.id, "uraian": "Rekam medis pasien"})
    return acting, usulan, butir


def verbs(session: Any) -> list[tuple[str, str]]:
    rows = session.scalars(select(m.Peristiwa).order_by(m.Peristiwa.urut))
    return [(row.objek_jenis, row.verb) for row in rows]


def test_a_draft_is_made_named_coded_and_logged(office: Any) -> None:
    _, usulan, butir = draft(office)
    assert (usulan.status, usulan.judul) == ("draf", f"Usulan DINKES {TAHUN}")
    assert (butir.kode, butir.status, butir.uraian_publik) == (f"DINKES-{TAHUN}-0001", "draf", "Rekam medis pasien")
    assert verbs(office) == [("usulan", "buat"), ("butir", "buat")]


def test_codes_run_per_agency_and_leave_no_gap(office: Any) -> None:
    acting, usulan, first = draft(office)
    second = baru.buat_butir(office, acting, {"usulan": usulan.id})
    _, _, other = draft(office, "petugas.bkd")
    assert [b.kode for b in (first, second, other)] == [
        f"DINKES-{TAHUN}-0001",
        f"DINKES-{TAHUN}-0002",
        f"BKD-{TAHUN}-0001",
    ]
    agency = office.get(m.PerangkatDaerah, usulan.perangkat_daerah_id)
    assert baru.kode_berturut(office, agency, TAHUN, 3) == [f"DINKES-{TAHUN}-000{n}" for n in (3, 4, 5)]
    assert baru.kode_berikut(office, agency, TAHUN) == f"DINKES-{TAHUN}-0006"


def test_a_long_agency_code_still_gives_a_code_that_fits(office: Any) -> None:
    agency = m.PerangkatDaerah(kode="X" * 40, nama="Panjang", singkatan="X")
    assert len(baru.kode_berikut(office, agency, TAHUN)) <= 40


def test_the_public_text_follows_until_it_is_written(office: Any) -> None:
    acting, _, butir = draft(office)
    baru.ubah_butir(office, acting, butir, {"uraian": "Rekam medis"})
    assert butir.uraian_publik == "Rekam medis"
    baru.ubah_butir(office, acting, butir, {"uraian_publik": "Data kesehatan"})
    baru.ubah_butir(office, acting, butir, {"uraian": "Rekam medis pasien rawat inap"})
    assert butir.uraian_publik == "Data kesehatan"
    assert verbs(office)[2:] == [("butir", "isi")] * 3


@pytest.mark.parametrize(
    ("fields", "medan", "words"),
    [
        ({"uraian": "x" * 5001}, "uraian", "paling banyak 5000 karakter, sekarang 5001"),
        ({"uraian": "a\x00b"}, "uraian", "karakter kendali"),
        ({"uraian": 5}, "uraian", "harus berupa teks"),
        ({"cakupan": "separuh"}, "cakupan", "isi seluruh atau sebagian"),
        ({"jangka_tahun": 0}, "jangka_tahun", "bilangan bulat 1 sampai 100"),
        ({"jangka_tahun": True}, "jangka_tahun", "bilangan bulat"),
        ({"jangka_akhir": "2027-02-31"}, "jangka_akhir", "bukan tanggal"),
        ({"jangka_akhir": "9999-01-01"}, "jangka_akhir", "harus antara tahun 1945 dan 2200"),
        ({"status": "ditetapkan"}, "status", "diisi oleh sistem"),
        ({"kode": "X-1"}, "kode", "diisi oleh sistem"),
        ({"versi": 7}, "versi", "diisi oleh sistem"),
    ],
)
def test_a_field_that_cannot_be_kept_is_refused_with_its_reason(medan: str, fields: dict[str, Any], words: str) -> None:
    from app.steps.isian import BUTIR, bersihkan

    with pytest.raises(IsianSalah) as refused:
        bersihkan(fields, BUTIR)
    (found,) = refused.value.kekurangan
    assert found.medan == medan
    assert words in found.pesan


def test_all_mistakes_are_told_at_once_and_empty_means_not_filled() -> None:
    from app.steps.isian import BUTIR, bersihkan

    with pytest.raises(IsianSalah) as refused:
        bersihkan({"cakupan": "x", "bentuk": "y", "uraian": "baik"}, BUTIR)
    assert [k.medan for k in refused.value.kekurangan] == ["cakupan", "bentuk"]
    given = {"uraian": "  ", "jangka_tahun": "", "skkaad": None, "jangka_akhir": "2030-01-02", "penguasa": " A "}
    clean = bersihkan(given, BUTIR)
    assert clean["uraian"] is None
    assert clean["jangka_tahun"] is None
    assert "skkaad" not in clean
    assert clean["jangka_akhir"].isoformat() == "2030-01-02"
    assert clean["penguasa"] == "A"


def test_a_basis_is_a_letter_a_law_or_a_text(office: Any) -> None:
    acting, _, butir = draft(office)
    letter = office.scalars(select(m.Pasal17).where(m.Pasal17.huruf == "h", m.Pasal17.angka == 2)).one()
    law = office.scalars(select(m.Peraturan).where(m.Peraturan.nomor == "17", m.Peraturan.tahun == 2023)).one()
    baru.simpan_dasar(office, acting, {"butir": butir.id, "pasal17": letter.id})
    row = baru.simpan_dasar(office, acting, {"butir": {"id": butir.id}, "peraturan": law.id, "pasal_ayat": "Pasal 177"})
    baru.simpan_dasar(office, acting, {"butir": butir.id, "teks": "UU lama"})
    baru.simpan_dasar(office, acting, {"pasal_ayat": "Pasal 178"}, row)
    office.expire(butir)
    assert [d.sebutan for d in butir.dasar] == [
        "UU 14/2008 Pasal 17 huruf h angka 2",
        "UU 17/2023 Kesehatan Pasal 178",
        "UU lama",
    ]
    for wrong in ({}, {"pasal17": 999999}, {"peraturan": "x"}, {"pasal17": None, "teks": " "}):
        with pytest.raises(IsianSalah):
            baru.simpan_dasar(office, acting, {"butir": butir.id, **wrong})


@pytest.mark.parametrize("ident", [None, 0, -1, 2**40, "x", True, 999999])
def test_a_butir_needs_a_usulan_of_the_own_agency(office: Any, ident: Any) -> None:
    acting, _, _ = draft(office)
    with pytest.raises(TidakDitemukan):
        baru.buat_butir(office, acting, {"usulan": ident})


def test_neighbours_and_other_roles_write_nothing(office: Any) -> None:
    _, usulan, butir = draft(office)
    neighbour = officer(office, "petugas.bkd")
    with pytest.raises(TidakDitemukan):
        baru.buat_butir(office, neighbour, {"usulan": usulan.id})
    with pytest.raises(TidakDitemukan):
        baru.simpan_dasar(office, neighbour, {"butir": butir.id, "teks": "x"})
    with pytest.raises(TidakBerwenang):
        baru.ubah_butir(office, neighbour, butir, {"uraian": "x"})
    for name in ("tim1", "data", "pengawas", "admin", "tamu", "pimpinan", "arsiparis"):
        with pytest.raises(TidakBerwenang):
            baru.buat_usulan(office, officer(office, name), {})
        with pytest.raises(TidakBerwenang):
            baru.ubah_butir(office, officer(office, name), butir, {"uraian": "x"})
    with pytest.raises(TidakDitemukan):
        baru.buat_usulan(office, officer(office, "petugas.lepas"), {})
    with pytest.raises(TidakDitemukan):
        baru.buat_usulan(office, neighbour, {"perangkat_daerah": usulan.perangkat_daerah_id})


def test_what_was_submitted_is_locked_for_its_agency_and_not_yet_open_for_ppid_utama(office: Any) -> None:
    acting, usulan, butir = draft(office)
    usulan.status, usulan.pernah_diajukan, butir.status = "diajukan", True, "diajukan"
    office.flush()
    for refused in (
        lambda: baru.ubah_usulan(office, acting, usulan, {"judul": "x"}),
        lambda: baru.ubah_butir(office, acting, butir, {"uraian": "x"}),
        lambda: baru.buat_butir(office, acting, {"usulan": usulan.id}),
        lambda: baru.simpan_dasar(office, acting, {"butir": butir.id, "teks": "x"}),
        lambda: baru.ubah_butir(office, officer(office, "utama"), butir, {"uraian": "x"}),
    ):
        with pytest.raises(Terkunci):
            refused()


def test_the_verifikator_mends_wording_while_the_berkas_is_examined(office: Any) -> None:
    _, usulan, butir = draft(office)
    berkas = m.Berkas(nomor="BK-1", judul="x", tahun=TAHUN, status="pengkajian", tahap_tertinggi=1)
    office.add(berkas)
    office.flush()
    usulan.status, usulan.pernah_diajukan, usulan.berkas_id = "dihimpun", True, berkas.id
    butir.status, butir.berkas_id = "dihimpun", berkas.id
    office.flush()
    office.expire_all()
    baru.ubah_butir(office, officer(office, "utama"), butir, {"uraian": "Rekam medis pasien rawat inap"})
    assert verbs(office)[-1] == ("butir", "sunting")
    with pytest.raises(Terkunci):
        baru.ubah_butir(office, officer(office, "petugas.dinkes"), butir, {"uraian": "x"})
    butir.status = "perbaikan"
    office.flush()
    baru.ubah_butir(office, officer(office, "petugas.dinkes"), butir, {"uraian": "Rekam medis"})
    with pytest.raises(Terkunci):
        baru.ubah_butir(office, officer(office, "utama"), butir, {"uraian": "x"})


def test_a_stale_version_is_told(office: Any) -> None:
    acting, usulan, butir = draft(office)
    with pytest.raises(VersiBasi):
        baru.ubah_butir(office, acting, butir, {"uraian": "x"}, versi=butir.versi + 1)
    with pytest.raises(VersiBasi):
        baru.ubah_usulan(office, acting, usulan, {"judul": "x"}, versi=usulan.versi - 1)
    baru.ubah_usulan(office, acting, usulan, {"judul": "Usulan baru", "nihil": True}, versi=usulan.versi)
    assert (usulan.judul, usulan.nihil) == ("Usulan baru", True)
    baru.ubah_usulan(office, acting, usulan, {"judul": " "})
    assert usulan.judul == f"Usulan DINKES {TAHUN}"


def test_a_signer_must_be_an_official_of_the_agency(office: Any) -> None:
    acting, usulan, _ = draft(office)
    day = hari_ini_wib()
    own = m.Pejabat(nama="A", jabatan="Sekretaris", perangkat_daerah_id=usulan.perangkat_daerah_id, mulai=day)
    alien = m.Pejabat(nama="B", jabatan="Sekretaris", perangkat_daerah_id=None, mulai=day)
    office.add_all([own, alien])
    office.flush()
    baru.ubah_usulan(office, acting, usulan, {"penandatangan": {"id": own.id}})
    assert usulan.penandatangan_id == own.id
    with pytest.raises(IsianSalah):
        baru.ubah_usulan(office, acting, usulan, {"penandatangan": alien.id})
    baru.ubah_usulan(office, acting, usulan, {"penandatangan": None})
    assert usulan.penandatangan_id is None
