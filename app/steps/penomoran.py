"""Numbers as the office keeps them: patterns with a preview, reserved and void ones, gaps, late and back-dated ones,

and numbers that come from a register outside. The one owner of numbers beside the issue of a paper.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang, wib
from app.documents.numbering import DICADANGKAN, batalkan_nomor, bentuk, cadangkan_nomor
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang
from app.extensions import writing
from app.law import settings
from app.models.base import NAMA, TEKS
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.sop.words import LABEL_NASKAH, SKKAAD_NASKAH, TANPA_NOMOR, Naskah
from app.steps.events import catat
from app.steps.texts import isian, periksa_teks

LUAR = "agenda_luar"
BERNOMOR = tuple(jenis for jenis in Naskah if jenis not in TANPA_NOMOR)
# Kinds of PPID Utama's own series; an agency numbers its list itself when it hands it in.
DAPAT_DICADANGKAN = tuple(jenis for jenis in BERNOMOR if jenis != Naskah.USULAN_DAFTAR)


def dari_luar(chosen: Mapping[str, str], jenis: Naskah) -> bool:
    """Whether papers of this kind take their numbers from the office's own register."""
    return jenis not in TANPA_NOMOR and chosen.get(f"sumber_nomor.{jenis}") == LUAR


def pola(chosen: Mapping[str, str], jenis: Naskah, unit: m.PerangkatDaerah | None = None) -> str:
    """The pattern of a kind, or of the unit itself, with the office's code and the letter of its security class in place."""
    sifat = "B" if SKKAAD_NASKAH[jenis] == "biasa" else "T"
    own = unit.pola_nomor if unit is not None and unit.pola_nomor else chosen[f"pola_nomor.{jenis}"]
    return own.replace("{kode}", chosen["kode_klasifikasi"]).replace("{sifat}", sifat)


def pratinjau(session: Session, jenis: Naskah, teks: str, *, unit: str = "", tanggal: dt.date | None = None) -> str:
    """The number that the next paper would bear under a pattern, or under the one in force. IsianSalah for a bad one."""
    chosen = settings.semua(session)
    key = f"pola_nomor.{jenis}"
    if teks and (wrong := settings.periksa(key, teks)) is not None:
        raise IsianSalah([Kekurangan(wrong.kode, wrong.pesan, medan="pola")])
    when, unit = tanggal or hari_ini_wib(), unit or chosen["unit_ppid_utama"]
    counted = select(m.PencacahNomor.terakhir).where(
        m.PencacahNomor.jenis == jenis.value, m.PencacahNomor.unit == unit, m.PencacahNomor.tahun == when.year
    )
    last = session.scalar(counted) or 0
    return bentuk(pola({**chosen, **({key: teks} if teks else {})}, jenis), urut=last + 1, unit=unit, tanggal=when)


def cadangkan(officer: Officer, jenis: str, *, keperluan: str) -> str:
    """Reserve the next number of PPID Utama's series; the next paper of the kind takes it. -> the number."""
    if not officer.may("can_add", "NomorNaskah"):
        raise TidakBerwenang()
    if jenis not in set(DAPAT_DICADANGKAN):
        raise IsianSalah([Kekurangan("jenis", "Pilih naskah PPID Utama yang bernomor.", medan="jenis")])
    purpose, kind = isian("keperluan", keperluan, TEKS), Naskah(jenis)
    with writing() as session:
        session.info[PELAKU] = officer.id
        chosen = settings.semua(session)
        if dari_luar(chosen, kind):
            sentence = "Nomor naskah ini berasal dari buku agenda di luar aplikasi; cadangkan di sana."
            raise IsianSalah([Kekurangan("agenda_luar", sentence, medan="jenis")])
        unit, today = chosen["unit_ppid_utama"], hari_ini_wib()
        row = cadangkan_nomor(
            session, jenis=jenis, unit=unit, pola=pola(chosen, kind), tanggal=today, keperluan=purpose
        )
        _log(session, officer, row, "cadangkan_nomor", purpose)
        return row.nomor


def batalkan(officer: Officer, ident: int, *, alasan: str) -> None:
    """Void a reserved number with its reason; it is never given again."""
    if not officer.may("can_edit", "NomorNaskah"):
        raise TidakBerwenang()
    reason = isian("alasan", alasan, TEKS)
    with writing() as session:
        session.info[PELAKU] = officer.id
        row = scope.one(session, m.NomorNaskah, ident, officer, lock=True)
        if row.status != DICADANGKAN:
            raise StatusBerubah("Hanya nomor yang dicadangkan dapat dibatalkan di sini.", status=row.status)
        batalkan_nomor(session, row, reason)
        _log(session, officer, row, "batalkan_nomor", reason)


def _log(session: Session, officer: Officer, row: m.NomorNaskah, verb: str, note: str) -> None:
    told = {"nomor": row.nomor, "jenis": row.jenis, "status": row.status}
    catat(session, officer=officer, objek_jenis="nomor", objek_id=row.id, verb=verb, catatan=note, ringkasan=told)


def pasang_nomor(session: Session, naskah: m.Naskah, nomor: str | None) -> None:
    """Take the number that the register outside gave a paper, when its signed copy is paired. Unique, or IsianSalah.

    A paper with a number of ours takes no other.
    """
    text, fault = periksa_teks("nomor", nomor, NAMA, satu_baris=True)
    clean = " ".join(text.split()) if text else ""
    if naskah.sumber_nomor != LUAR or naskah.nomor is not None:
        if clean and clean != naskah.nomor:
            sentence = f"Naskah ini sudah bernomor {naskah.nomor}; kosongkan isian nomor." if naskah.nomor else ""
            fault = Kekurangan("nomor", sentence or "Naskah ini tidak bernomor; kosongkan isian nomor.", medan="nomor")
            raise IsianSalah([fault])
        return
    if fault is None and not clean:
        fault = Kekurangan("nomor", "Isi nomor dari buku agenda, seperti tertulis pada naskah.", medan="nomor")
    if fault is None and (other := _taken(session, clean)) is not None:
        sentence = f"Nomor {clean} sudah dipakai ({LABEL_NASKAH.get(Naskah(other.jenis), other.jenis)}). Periksa lagi."
        fault = Kekurangan("nomor_kembar", sentence, medan="nomor")
    if fault is not None:
        raise IsianSalah([fault])
    chosen = settings.semua(session)
    agency = naskah.perangkat_daerah
    row = m.NomorNaskah(
        pola=LUAR,
        jenis=naskah.jenis,
        unit=(agency.kode_unit_naskah or agency.kode) if agency is not None else chosen["unit_ppid_utama"],
        tahun=naskah.tanggal.year,
        nomor=clean,
        sumber=LUAR,
        status="dipakai",
        tanggal=naskah.tanggal,
    )
    session.add(row)
    session.flush()
    naskah.nomor, naskah.nomor_naskah_id = clean, row.id


def _taken(session: Session, nomor: str) -> m.NomorNaskah | None:
    n = m.NomorNaskah
    same = func.lower(func.replace(n.nomor, " ", "")) == nomor.replace(" ", "").lower()
    return session.scalars(select(n).where(same).limit(1)).first()


@dataclass
class Deret:
    """One series of numbers: a kind, a unit, a WIB year. `celah`: numbers that were never given."""

    jenis: str
    unit: str
    tahun: int
    terakhir: int = 0
    dipakai: int = 0
    dicadangkan: int = 0
    batal: int = 0
    celah: list[int] = field(default_factory=list)
    terlambat: list[str] = field(default_factory=list)
    mundur: list[str] = field(default_factory=list)


def laporan(session: Session) -> list[Deret]:
    """Every series of ours: counts, gaps, numbers given after the paper's date, and dates that run backwards."""
    n = m.NomorNaskah
    series: dict[tuple[str, str, int], Deret] = {}
    latest: dict[tuple[str, str, int], dt.date] = {}
    query = select(n).where(n.urut.is_not(None)).order_by(n.jenis, n.unit, n.tahun, n.urut)
    for row in session.scalars(query.execution_options(yield_per=500)):
        key = (row.jenis, row.unit, row.tahun)
        found = series.setdefault(key, Deret(*key))
        urut = row.urut or 0
        found.celah += range(found.terakhir + 1, urut)
        found.terakhir = urut
        setattr(found, row.status, getattr(found, row.status) + 1)
        if row.tanggal is None or row.status == "batal":
            continue
        if row.tanggal < wib(row.dibuat_pada).date():
            found.terlambat.append(row.nomor)
        if row.tanggal < latest.get(key, row.tanggal):
            found.mundur.append(row.nomor)
        latest[key] = max(row.tanggal, latest.get(key, row.tanggal))
    return list(series.values())


def peringatan_tanggal(session: Session, jenis: Naskah, tanggal: dt.date, hari_ini: dt.date) -> list[Kekurangan]:
    """What a register keeper would ask of a dated paper: is it numbered late, does its date run behind the series?"""
    chosen = settings.semua(session)
    if dari_luar(chosen, jenis) or tanggal >= hari_ini:
        return []
    n = m.NomorNaskah
    newest = session.scalar(
        select(func.max(n.tanggal)).where(
            n.jenis == jenis.value, n.unit == chosen["unit_ppid_utama"], n.tahun == tanggal.year, n.status == "dipakai"
        )
    )
    told = f"Tanggal {tanggal_panjang(tanggal)} mendahului hari ini, sedangkan nomornya baru diberikan hari ini"
    if newest is not None and newest > tanggal:
        told += f" sesudah nomor bertanggal {tanggal_panjang(newest)}"
    basis = "Tertib nomor naskah"
    return [
        Kekurangan("tanggal_mundur", f"{told}. Jelaskan sebabnya.", medan="tanggal", tingkat="peringatan", dasar=basis)
    ]
