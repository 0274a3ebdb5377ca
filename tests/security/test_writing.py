"""Who writes what, when: every role against every kind of row and state; written out by hand from the rules of the office."""

from typing import Any

import pytest

from app import models as m
from app.errors import Terkunci, TidakBerwenang
from app.security.officer import Officer
from app.security.roles import grants
from app.security.writing import boleh_ubah, sebagai_petugas
from app.sop.words import Pelaksana as P

OWN, OTHER = 1, 2
UTAMA = (P.VERIFIKATOR, P.PPID_UTAMA)


def officer(*roles: P, agency: int | None = OWN) -> Officer:
    """A person who holds the roles of the table."""
    held = frozenset(grant for role in roles for grant in grants(role))
    return Officer(1, "a", "A", "", frozenset(role.value for role in roles), held, agency)


def usulan(status: str = "draf") -> m.Usulan:
    return m.Usulan(perangkat_daerah_id=OWN, status=status, judul="u")


def berkas(status: str) -> m.Berkas:
    return m.Berkas(status=status, judul="b", nomor="1", tahun=2026)


def butir(status: str = "draf", of: str = "draf", case: str | None = None) -> m.ButirInformasi:
    return m.ButirInformasi(usulan=usulan(of), status=status, berkas=berkas(case) if case else None)


EXAMINED = ("dihimpun", "dihimpun", "pengkajian")
# name -> (row, roles that may write it now, roles that may at another time)
CASES: dict[str, tuple[Any, set[P], set[P]]] = {
    "usulan draf": (usulan(), {P.PETUGAS}, set()),
    "usulan dikembalikan": (usulan("dikembalikan"), {P.PETUGAS}, set()),
    "usulan diajukan": (usulan("diajukan"), set(), {P.PETUGAS}),
    "usulan dihimpun": (usulan("dihimpun"), set(), {P.PETUGAS}),
    "butir draf": (butir(), {P.PETUGAS}, {P.VERIFIKATOR}),
    "butir baru": (butir(status=None), {P.PETUGAS}, {P.VERIFIKATOR}),  # type: ignore[arg-type]
    "butir usulan kembali": (butir("draf", "dikembalikan"), {P.PETUGAS}, {P.VERIFIKATOR}),
    "butir diajukan": (butir("diajukan", "diajukan"), set(), {P.PETUGAS, P.VERIFIKATOR}),
    "butir dikaji": (butir(*EXAMINED), {P.VERIFIKATOR}, {P.PETUGAS}),
    "butir menunggu": (butir("dihimpun", "dihimpun", "penghimpunan"), set(), {P.PETUGAS, P.VERIFIKATOR}),
    "butir perbaikan": (butir("perbaikan", "dihimpun", "pengkajian"), {P.PETUGAS}, {P.VERIFIKATOR}),
    "butir diuji": (butir("diuji", "dihimpun", "pertimbangan"), set(), {P.PETUGAS, P.VERIFIKATOR}),
    "butir ditetapkan": (butir("ditetapkan", "dihimpun", "pengunggahan"), set(), {P.PETUGAS, P.VERIFIKATOR}),
    "dasar draf": (m.DasarPengecualian(butir=butir()), {P.PETUGAS}, {P.VERIFIKATOR}),
    "dasar dikaji": (m.DasarPengecualian(butir=butir(*EXAMINED)), {P.VERIFIKATOR}, {P.PETUGAS}),
    "bagian draf": (m.BagianDikecualikan(butir=butir()), {P.PETUGAS}, {P.VERIFIKATOR}),
    "bagian dikaji": (m.BagianDikecualikan(butir=butir(*EXAMINED)), {P.VERIFIKATOR}, {P.PETUGAS}),
    "uji draf": (m.UjiKonsekuensi(butir=butir()), {P.PETUGAS}, {P.VERIFIKATOR}),
    "uji dikaji": (m.UjiKonsekuensi(butir=butir(*EXAMINED)), {P.VERIFIKATOR}, {P.PETUGAS}),
    "berkas dikaji": (berkas("pengkajian"), set(UTAMA), set()),
    "berkas selesai": (berkas("selesai"), set(), set(UTAMA)),
    "berkas batal": (berkas("dibatalkan"), set(), set(UTAMA)),
    "rapat uji": (m.Rapat(jenis="uji_konsekuensi", berkas=berkas("pengkajian")), set(UTAMA), set()),
    "rapat uji lewat": (m.Rapat(jenis="uji_konsekuensi", berkas=berkas("pertimbangan")), set(), set(UTAMA)),
    "rapat tim": (m.Rapat(jenis="pertimbangan", berkas=berkas("pertimbangan")), {P.TIM, *UTAMA}, set()),
    "rapat tim lewat": (m.Rapat(jenis="pertimbangan", berkas=berkas("penetapan")), set(), {P.TIM, *UTAMA}),
    "hadir": (
        m.KehadiranRapat(rapat=m.Rapat(jenis="pertimbangan", berkas=berkas("pertimbangan"))),
        {P.TIM, *UTAMA},
        set(),
    ),
    "arsip sk": (m.Arsip(naskah=m.Naskah(jenis="surat_keputusan")), {P.PETUGAS_DATA, P.ARSIPARIS}, set()),
    "arsip lampiran": (m.Arsip(naskah=m.Naskah(jenis="lampiran_terbatas")), {P.PPID_UTAMA, P.ARSIPARIS}, set()),
    "publikasi": (m.Publikasi(naskah=m.Naskah(berkas=berkas("pengunggahan"))), {P.PETUGAS_DATA}, set()),
    "publikasi kemudian": (m.Publikasi(naskah=m.Naskah(berkas=berkas("selesai"))), {P.PETUGAS_DATA}, set()),
    "publikasi dini": (m.Publikasi(naskah=m.Naskah(berkas=berkas("penetapan"))), set(), {P.PETUGAS_DATA}),
    "publikasi tanpa berkas": (m.Publikasi(naskah=m.Naskah()), set(), {P.PETUGAS_DATA}),
    "penyimpanan": (m.PenyimpananDokumen(perangkat_daerah_id=OWN), {P.PETUGAS}, set()),
    "naskah": (m.Naskah(jenis="surat_keputusan"), set(), set()),
    "peristiwa": (m.Peristiwa(), set(), set()),
    "register": (m.ButirDitetapkan(), set(), set()),
}
CELLS = [(name, role) for name in CASES for role in P]


@pytest.mark.parametrize(("name", "role"), CELLS, ids=lambda value: str(value))
def test_a_role_writes_what_the_office_says_and_when(name: str, role: P) -> None:
    item, may, later = CASES[name]
    if role in may:
        boleh_ubah(item, officer(role))
        return
    with pytest.raises(Terkunci if role in later else TidakBerwenang):
        boleh_ubah(item, officer(role))


@pytest.mark.parametrize("name", ["usulan draf", "butir draf", "dasar draf", "bagian draf", "uji draf", "penyimpanan"])
@pytest.mark.parametrize("agency", [OTHER, None])
def test_a_neighbour_writes_nothing(name: str, agency: int | None) -> None:
    with pytest.raises(TidakBerwenang):
        boleh_ubah(CASES[name][0], officer(P.PETUGAS, agency=agency))


def test_a_concluded_test_is_no_longer_the_agencys() -> None:
    concluded = m.UjiKonsekuensi(butir=butir("perbaikan", "dihimpun", "pengkajian"), kesimpulan="dikecualikan")
    with pytest.raises(TidakBerwenang) as refused:
        boleh_ubah(concluded, officer(P.PETUGAS))
    assert "sudah disimpulkan" in refused.value.pesan
    with pytest.raises(Terkunci):
        boleh_ubah(concluded, officer(P.VERIFIKATOR))


def test_a_refusal_names_the_state_and_who_may() -> None:
    with pytest.raises(Terkunci) as refused:
        boleh_ubah(usulan("diajukan"), officer(P.PETUGAS))
    assert refused.value.pesan == "Usulan tidak dapat diubah pada status “Diajukan”."
    assert refused.value.as_dict()["status"] == "diajukan"
    with pytest.raises(TidakBerwenang) as barred:
        boleh_ubah(CASES["arsip lampiran"][0], officer(P.PETUGAS_DATA))
    assert barred.value.pesan == "Arsip naskah ini dicatat oleh PPID Utama atau Arsiparis."


def test_several_roles_add_up() -> None:
    both = officer(P.PETUGAS, P.VERIFIKATOR)
    boleh_ubah(butir(), both)
    assert sebagai_petugas(usulan(), both)
    assert not sebagai_petugas(usulan(), officer(P.VERIFIKATOR))
    boleh_ubah(butir(*EXAMINED), officer(P.PETUGAS, P.VERIFIKATOR, agency=OTHER))
