"""Requests from a CSV of e-PPID: every row judged and told by its line; all of them kept, or none."""

import csv
import datetime as dt
import io
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app import models as m
from app.errors import IsianSalah, Kekurangan, TerlaluBesar, TidakBerwenang
from app.extensions import db
from app.security.officer import Officer
from app.steps.acting import acting
from app.steps.permohonan import ISIAN, WAJIB, periksa, tulis

KOLOM = ("kanal", "nomor", "diterima", "pemohon", "alamat_pemohon", "rincian", "tujuan")
PERLU = ("kanal", "diterima", *WAJIB)
PALING_BESAR, BARIS_TERBANYAK = 5 << 20, 5000
BENTUK = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")


@dataclass(frozen=True)
class HasilImpor:
    """`baru`: ids of the requests that were kept; `sudah_ada`: their lines when the number was known already."""

    baru: list[int]
    sudah_ada: list[int]


def templat_csv() -> str:
    """The heading and one example."""
    example = (
        "eppid",
        "PI-0001/2026",
        "2026-03-02",
        "Nama Pemohon",
        "Jl. Contoh 1, Serang",
        "Informasi yang diminta",
        "",
    )
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([KOLOM, example])
    return "\ufeff" + out.getvalue()


def impor_permohonan(officer: Officer, content: bytes, *, simpan: bool) -> HasilImpor:
    """Judge the file, and keep it when asked; IsianSalah names line and column of everything that is wrong."""
    if not officer.may("can_impor", "Permohonan"):
        raise TidakBerwenang()
    rows = _baca(content)
    faults = [fault for line, row in rows for fault in _salah(line, row)]
    faults += _kembar(rows)
    if faults:
        raise IsianSalah(faults, "File belum dapat diterima. Tidak ada yang disimpan. Perbaiki, lalu unggah lagi.")
    p = m.Permohonan
    known = {tuple(row) for row in db.session.execute(select(p.kanal, p.nomor))}
    fresh = [(line, row) for line, row in rows if (row["kanal"], row["nomor"]) not in known]
    there = [line for line, row in rows if (row["kanal"], row["nomor"]) in known]
    db.session.rollback()
    if not simpan:
        return HasilImpor([], there)
    with acting(officer) as session:
        return HasilImpor([tulis(session, officer, row) for _, row in fresh], there)


def _baca(content: bytes) -> list[tuple[int, dict[str, Any]]]:
    """(line, values) of each row that is not empty."""
    if len(content) > PALING_BESAR:
        raise TerlaluBesar("File CSV paling besar 5 MB. Bagi menjadi beberapa file.")
    text = _teks(content)
    first = text.split("\n", 1)[0]
    table = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=first.count))
    try:
        lines = [(table.line_num, [cell.strip() for cell in row]) for row in table]
    except csv.Error:
        raise IsianSalah(pesan="File ini bukan CSV yang utuh. Simpan ulang sebagai CSV, lalu unggah lagi.") from None
    filled = [(line, row) for line, row in lines if any(row)]
    if len(filled) < 2 or len(filled) > BARIS_TERBANYAK + 1:
        raise IsianSalah(pesan=f"File harus memuat baris judul dan 1 sampai {BARIS_TERBANYAK} permohonan.")
    head = [name.lower().replace(" ", "_") for name in filled[0][1]]
    lacking = [name for name in PERLU if name not in head]
    if lacking:
        raise IsianSalah(pesan=f"Kolom ini tidak ada: {', '.join(lacking)}. Pakai templatnya, atau ubah judul kolom.")
    return [(line, _nilai(dict(zip(head, row, strict=False)))) for line, row in filled[1:]]


def _teks(content: bytes) -> str:
    """UTF-8, or what Excel writes on Indonesian Windows."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _nilai(row: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {name: row.get(name) or None for name in ISIAN}
    kanal = (row.get("kanal") or "").lower().replace("-", "")
    return values | {"kanal": kanal, "diterima": _hari(row.get("diterima") or "")}


def _hari(text: str) -> dt.date | None:
    for form in BENTUK:
        try:
            return dt.datetime.strptime(text[:10], form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return None


def _salah(line: int, row: dict[str, Any]) -> list[Kekurangan]:
    return [
        Kekurangan(fault.kode, f"Baris {line}, kolom {fault.medan}: {fault.pesan}", medan="unggahan")
        for fault in periksa(row)[1]
    ]


def _kembar(rows: list[tuple[int, dict[str, Any]]]) -> list[Kekurangan]:
    first: dict[tuple[Any, Any], int] = {}
    found = []
    for line, row in rows:
        before = first.setdefault((row["kanal"], row["nomor"]), line)
        if before != line and row["nomor"]:
            sentence = f"Baris {line}, kolom nomor: sama dengan baris {before}."
            found.append(Kekurangan("kembar", sentence, medan="unggahan"))
    return found
