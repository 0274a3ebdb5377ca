"""Takes the open list (DIP) from a spreadsheet: adds the lines that are new, never changes one that is there."""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import IsianSalah, Kekurangan, TidakBerwenang
from app.files.names import nama_asli
from app.files.sheets import Baris, Lembar, Sel, baca
from app.models.base import ALAMAT, NAMA, sekarang
from app.security.officer import Officer
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.texts import periksa_teks

RINGKASAN = re.compile(r"(?i)\s*(ringkasan|judul|uraian|nama informasi|jenis informasi|informasi publik)")
PENGUASA = re.compile(r"(?i)\s*(penguasa|pejabat|unit|instansi|perangkat daerah|badan publik)")
TANPA_JUDUL = "Baris judul tidak ditemukan. Perlu kolom “Ringkasan isi informasi” dan “Pejabat/unit yang menguasai”."


@dataclass(frozen=True)
class Hasil:
    """How many lines of the file were added, and how many were known."""

    ditambah: int
    sudah_ada: int


def impor_terbuka(officer: Officer, isi: bytes, nama: str) -> Hasil:
    """Read the first sheet that has the two columns and add its lines; committed here, all or nothing.

    TidakBerwenang; JenisSalah, TerlaluBesar or IsianSalah, the last with every faulty cell at once.
    """
    if not officer.may("can_impor", "InformasiTerbuka"):
        raise TidakBerwenang()
    rows = _baca(baca(nama, isi))
    with acting(officer) as session:
        known = {(one.ringkasan, one.penguasa) for one in session.execute(select(*_KUNCI))}
        new = [pair for pair in dict.fromkeys(rows) if pair not in known]
        _simpan(session, officer, new, nama_asli(nama))
        return Hasil(len(new), len(rows) - len(new))


_KUNCI = (m.InformasiTerbuka.ringkasan, m.InformasiTerbuka.penguasa)


def _simpan(session: Session, officer: Officer, new: list[tuple[str, str]], source: str) -> None:
    if not new:
        return
    stamp = {"dibuat_pada": (now := sekarang()), "diubah_pada": now, "dibuat_oleh_id": officer.id}
    begun: dt.date = hari_ini_wib(now)
    more = {**stamp, "diubah_oleh_id": officer.id, "sumber": source[:ALAMAT], "berlaku_mulai": begun}
    lines = [{"ringkasan": text, "penguasa": holder, **more} for text, holder in new]
    session.execute(insert(m.InformasiTerbuka), lines)
    told = {"jumlah": len(new), "file": source}
    catat(session, officer=officer, objek_jenis="informasi_terbuka", objek_id=0, verb="impor", ringkasan=told)


def _baca(sheets: list[Lembar]) -> list[tuple[str, str]]:
    for sheet in sheets:
        for place, row in enumerate(sheet.baris):
            what, who = _kolom(row, RINGKASAN), _kolom(row, PENGUASA)
            if what is not None and who is not None and what != who:
                return _isi(sheet.baris[place + 1 :], what, who)
    raise IsianSalah([Kekurangan("tanpa_judul", TANPA_JUDUL, "unggahan")])


def _kolom(row: Baris, words: re.Pattern[str]) -> int | None:
    return next((n for n, cell in enumerate(row.sel) if isinstance(cell.nilai, str) and words.match(cell.nilai)), None)


def _isi(rows: tuple[Baris, ...], what: int, who: int) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    faults: list[Kekurangan] = []
    for row in rows:
        pair = [_sel(row, what), _sel(row, who)]
        if all(cell is None or cell.kosong or cell.teks.isdigit() for cell in pair):
            continue  # a row of column numbers, a heading over several columns, an empty line
        texts = [_teks(cell, row.nomor, limit, faults) for cell, limit in zip(pair, (ALAMAT, NAMA), strict=True)]
        found.append((texts[0], texts[1]))
    if faults:
        raise IsianSalah(faults, pesan="Daftar belum dapat diimpor. Tidak ada yang disimpan. Perbaiki dahulu.")
    if not found:
        raise IsianSalah(
            [Kekurangan("tanpa_isi", "Belum ada isi di bawah baris judul. Isi sedikitnya satu baris.", "unggahan")]
        )
    return found


def _sel(row: Baris, place: int) -> Sel | None:
    return row.sel[place] if place < len(row.sel) else None


def _teks(cell: Sel | None, number: int, limit: int, faults: list[Kekurangan]) -> str:
    if cell is None or cell.kosong:
        faults.append(Kekurangan("sel_kosong", f"Baris {number}: isi ringkasan dan pejabat/unitnya.", "unggahan"))
        return ""
    if cell.rumus or cell.galat:
        sentence = f"Sel {cell.nama} berisi rumus. Ganti dengan teksnya."
        faults.append(Kekurangan("sel_rumus", sentence, "unggahan", sel=cell.nama))
        return ""
    clean, fault = periksa_teks("unggahan", cell.teks, limit, satu_baris=False)
    if fault is not None:
        faults.append(Kekurangan(fault.kode, f"Sel {cell.nama}: {fault.pesan}", "unggahan", sel=cell.nama))
    return " ".join((clean or "").split())
