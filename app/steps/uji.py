"""The consequence test of a butir: first the agency's own words, then what PPID Utama examines and concludes (UU 14/2008 Ps 19)."""

from typing import Any

from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import IsianSalah, Kekurangan, Terkunci, TidakBerwenang, TidakDitemukan, VersiBasi
from app.law.validator import versi_aturan
from app.models.base import TEKS, sekarang
from app.models.butir import TERTULIS, uji_kini
from app.security import scope
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import StatusBerkas, StatusButir
from app.steps.acting import acting
from app.steps.cases import terkunci
from app.steps.events import catat
from app.steps.people import tolak_pengusul_butir
from app.steps.texts import bersihkan

ISIAN = dict.fromkeys((*TERTULIS, "alasan_peringatan"), TEKS)
YA_TIDAK = ("persetujuan_tertulis", "terkait_jabatan_publik")
ISIAN_PENGUSUL = ("konsekuensi_dibuka", "konsekuensi_ditutup", "kepentingan_publik", "kepatutan", "mitigasi")


def simpan_uji(officer: Officer, butir_id: int, fields: dict[str, Any], *, version: int | None = None) -> int:
    """Keep (part of) the present test of a butir; -> id of the UjiKonsekuensi. Committed here.

    While the agency drafts, its Petugas writes the agency's own words; while the berkas is examined, PPID Utama tests,
    becomes the penguji of the day, and may conclude. Raises as the door does.
    """
    with acting(officer) as session:
        return _keep(session, officer, butir_id, fields, version)


def simpan_beberapa(officer: Officer, rows: dict[int, dict[str, Any]]) -> list[int]:
    """Keep the tests of several butir in one transaction, for the one page that holds them all."""
    with acting(officer) as session:
        return [_keep(session, officer, butir_id, fields, None) for butir_id, fields in rows.items()]


def _keep(session: Session, officer: Officer, butir_id: int, fields: dict[str, Any], version: int | None) -> int:
    if not (officer.may("can_post", "UjiKonsekuensi") or officer.may("can_edit", "UjiKonsekuensi")):
        raise TidakBerwenang()
    butir = _butir(session, officer, butir_id)
    test = uji_kini(butir)
    if test is not None and version is not None and test.versi != version:
        raise VersiBasi(None, versi=test.versi, status=butir.status)
    clean = _clean(fields)
    if butir.status in (StatusButir.DRAF, StatusButir.PERBAIKAN):
        return _propose(session, officer, butir, test, clean)
    return _examine(session, officer, butir, test, clean)


def _butir(session: Session, officer: Officer, ident: int) -> m.ButirInformasi:
    return terkunci(session, m.ButirInformasi, ident, officer)


def _clean(fields: dict[str, Any]) -> dict[str, Any]:
    clean = bersihkan(fields, ISIAN)
    faults = []
    for name in YA_TIDAK:
        if name in fields:
            clean[name] = fields[name]
            if fields[name] is not None and not isinstance(fields[name], bool):
                faults.append(Kekurangan("ya_tidak", "Jawab ya atau tidak.", medan=name))
    if "cek_pasal18" in fields:
        clean["cek_pasal18"] = fields["cek_pasal18"]
        if not _seven(fields["cek_pasal18"]):
            sentence = "Jawab ketujuh jenis informasi Pasal 18 ayat (1) dengan ya atau tidak."
            faults.append(Kekurangan("cek_pasal18", sentence, medan="cek_pasal18", dasar="UU 14/2008 Ps 18(1)"))
    if "kesimpulan" in fields:
        clean["kesimpulan"] = fields["kesimpulan"] or None
        if clean["kesimpulan"] is not None and clean["kesimpulan"] not in choices.KESIMPULAN:
            listed = ", ".join(choices.KESIMPULAN)
            faults.append(Kekurangan("kesimpulan", f"Kesimpulan salah satu dari: {listed}.", medan="kesimpulan"))
    if faults:
        raise IsianSalah(faults)
    return clean


def _seven(value: Any) -> bool:
    if value is None:
        return True
    right_length = isinstance(value, list) and len(value) == len(choices.PASAL_18)
    return right_length and all(isinstance(answer, bool) for answer in value)


def _propose(
    session: Session, officer: Officer, butir: m.ButirInformasi, test: m.UjiKonsekuensi | None, clean: dict[str, Any]
) -> int:
    """The agency's own words, kept apart and as the draft of the test."""
    if not officer.may(scope.BARIS_PETUGAS, scope.RESOURCE):
        raise TidakBerwenang("Pada tahap ini hanya petugas perangkat daerah pengusul yang mengisi konsekuensi.")
    if butir.usulan.perangkat_daerah_id != officer.perangkat_daerah_id:
        raise TidakDitemukan()
    foreign = [name for name, value in clean.items() if name not in ISIAN_PENGUSUL and value is not None]
    if foreign:
        sentence = "Isian ini diisi PPID Utama saat mengkaji; kosongkan dahulu."
        raise IsianSalah([Kekurangan("bukan_isian_pengusul", sentence, medan=name) for name in foreign])
    test = test or _new(session, butir)
    for name in ISIAN_PENGUSUL:
        if name in clean:
            setattr(test, name, clean[name])
    test.isian_pengusul = {name: getattr(test, name) for name in ISIAN_PENGUSUL}
    session.flush()
    catat(session, officer=officer, objek_jenis="butir", objek_id=butir.id, verb="isi", berkas_id=butir.berkas_id)
    return test.id


def _examine(
    session: Session, officer: Officer, butir: m.ButirInformasi, test: m.UjiKonsekuensi | None, clean: dict[str, Any]
) -> int:
    """The test of PPID Utama, while the berkas is examined."""
    if not officer.may(scope.BARIS_UTAMA, scope.RESOURCE):
        raise TidakBerwenang("Uji konsekuensi diisi oleh Verifikator PPID Utama selama berkas dikaji.")
    examined = butir.berkas is not None and butir.berkas.status == StatusBerkas.PENGKAJIAN
    if not examined or butir.status != StatusButir.DIHIMPUN:
        raise Terkunci("Uji konsekuensi hanya dapat diisi selama berkasnya dikaji.", status=butir.status)
    tolak_pengusul_butir(session, officer, butir, "menguji")
    test = test or _new(session, butir)
    for name, value in clean.items():
        setattr(test, name, value)
    today = hari_ini_wib(sekarang())
    test.penguji_id, test.tanggal, test.aturan_versi = officer.id, today, versi_aturan(today)
    session.flush()
    catat(
        session,
        officer=officer,
        objek_jenis="butir",
        objek_id=butir.id,
        verb="uji",
        berkas_id=butir.berkas_id,
        ringkasan={"uji": test.id, "putaran": test.putaran, "kesimpulan": test.kesimpulan},
    )
    return test.id


def _new(session: Session, butir: m.ButirInformasi) -> m.UjiKonsekuensi:
    test = m.UjiKonsekuensi(butir=butir, putaran=1)
    session.add(test)
    return test
