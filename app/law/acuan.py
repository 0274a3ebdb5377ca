"""Reference data (agencies, regulations, Pasal 17, holidays) from files: adds what is missing, never overwrites."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calendar.words import hari_ini_wib
from app.calendar.workdays import libur_nasional
from app.errors import IsianSalah, Kekurangan
from app.law import settings
from app.law.acuan_jenis import ACUAN, Acuan, Row
from app.models import HariLibur, Pengaturan, PerubahanData

FOLDER = Path(__file__).parent / "data"
TAHUN_LIBUR = 3  # this year and the two that follow
SUMBER_LIBUR = "Kalender hari libur nasional; sesuaikan dengan SKB 3 Menteri"


@dataclass
class Hasil:
    """What became of one kind of reference data. `berbeda`: rows that an edit of the office keeps as they are."""

    nama: str
    ditambah: int = 0
    sudah_ada: int = 0
    berbeda: list[str] = field(default_factory=list)


@dataclass
class Laporan:
    """The account of one loading, kind by kind."""

    hasil: list[Hasil] = field(default_factory=list)

    @property
    def ditambah(self) -> int:
        return sum(row.ditambah for row in self.hasil)

    def kalimat(self) -> list[str]:
        """One line a kind, for the terminal."""
        lines = []
        for row in self.hasil:
            lines.append(f"{row.nama}: {row.ditambah} ditambahkan, {row.sudah_ada} sudah ada")
            lines += [f"  berbeda dari data acuan, dibiarkan: {name}" for name in row.berbeda]
        return lines


def muat_acuan(session: Session, folder: Path | None = None) -> Laporan:
    """Load every file of the folder (default: the data of the product) and the holidays. The caller commits.

    A row of the office's own, one that it edited, or one whose name it changed stays as it is.
    """
    place = folder or FOLDER
    files = [(kind, place / kind.fail) for kind in ACUAN if (place / kind.fail).is_file()]
    if not files:
        raise IsianSalah(pesan=f"Tidak ada data acuan di {place}. Yang dikenal: {', '.join(k.fail for k in ACUAN)}.")
    read = [(kind, list(_read(kind, path))) for kind, path in files]
    report = Laporan([_load(session, kind, rows) for kind, rows in read])
    if folder is None or any(kind.model is HariLibur for kind, _ in files):
        report.hasil.append(_holidays(session))
    if folder is None:
        report.hasil.append(_settings(session))
    return report


def _read(kind: Acuan, path: Path) -> Iterator[Row]:
    """The rows of a file as values; every fault of the file is told at once, with its line."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        head = set(table.fieldnames or ())
        faults = [_fault(path, 1, name, "kolom wajib tidak ada") for name in kind.wajib if name not in head]
        faults += [_fault(path, 1, str(name), "kolom tidak dikenal") for name in sorted(head - set(kind.kolom))]
        rows = [] if faults else [(table.line_num, row) for row in table]
    values = [_values(kind, path, line, row, faults) for line, row in rows]
    if faults:
        raise IsianSalah(faults, pesan="Data acuan tidak dapat dibaca. Tidak ada yang disimpan. Perbaiki dahulu.")
    yield from values


def _values(kind: Acuan, path: Path, line: int, row: Mapping[str, str | None], faults: list[Kekurangan]) -> Row:
    found: Row = {}
    for name, reader in kind.kolom.items():
        if name not in row:
            continue
        try:
            found[name] = reader(row[name] or "")
        except ValueError as error:
            faults.append(_fault(path, line, name, str(error)))
    faults += [
        _fault(path, line, name, "wajib diisi") for name in kind.wajib if name in row and found.get(name, "") is None
    ]
    return kind.bawaan(found) if not faults else found


def _fault(path: Path, line: int, column: str, sentence: str) -> Kekurangan:
    return Kekurangan("acuan_salah", f"{path.name} baris {line}, kolom {column}: {sentence}.", medan=column)


def _load(session: Session, kind: Acuan, rows: list[Row]) -> Hasil:
    """Add the rows that are new; the key of a row that the office renamed counts as known."""
    result = Hasil(kind.nama)
    known = {_key(kind, _names(kind, item)): item for item in session.scalars(select(kind.model)).unique()}
    renamed = _earlier_keys(session, kind, known)
    for row in rows:
        key = _key(kind, row)
        item = known.get(key) or renamed.get(key)
        if item is None:
            item = known[key] = kind.model(**row)
            session.add(item)
            result.ditambah += 1
            continue
        result.sudah_ada += 1
        if any(getattr(item, name) != value for name, value in row.items()):
            result.berbeda.append(str(item))
    session.flush()
    return result


def _key(kind: Acuan, row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row.get(name)) for name in kind.kunci)


def _names(kind: Acuan, item: Any) -> Row:
    return {name: getattr(item, name) for name in kind.kunci}


def _earlier_keys(session: Session, kind: Acuan, known: Mapping[tuple[str, ...], Any]) -> dict[tuple[str, ...], Any]:
    """Keys that rows had before somebody changed them, out of the history of fields."""
    by_id = {item.id: key for key, item in known.items()}
    query = select(PerubahanData.objek_id, PerubahanData.medan, PerubahanData.lama).where(
        PerubahanData.objek_jenis == kind.model.__tablename__, PerubahanData.medan.in_(kind.kunci)
    )
    found = {}
    for ident, name, before in session.execute(query.order_by(PerubahanData.id.desc())):
        if ident in by_id:
            place = kind.kunci.index(name)
            now = by_id[ident]
            by_id[ident] = (*now[:place], str(before), *now[place + 1 :])  # walks back, so that two changes add up
            found[by_id[ident]] = ident
    items = {item.id: item for item in known.values()}
    return {key: items[ident] for key, ident in found.items()}


def _holidays(session: Session) -> Hasil:
    """National holidays and cuti bersama of this year and the next two; estimates are marked as such."""
    kind = next(kind for kind in ACUAN if kind.model is HariLibur)
    year = hari_ini_wib().year
    days = [day for offset in range(TAHUN_LIBUR) for day in libur_nasional(year + offset)]
    result = _load(session, kind, [{**day._asdict(), "sumber": SUMBER_LIBUR} for day in days])
    result.nama = f"Hari libur {year} sampai {year + TAHUN_LIBUR - 1}"
    return result


def _settings(session: Session) -> Hasil:
    """A row for every office choice, holding its default, so that an administrator finds it in the list."""
    known = set(session.scalars(select(Pengaturan.kunci)))
    result = Hasil("Pengaturan", sudah_ada=len(known & set(settings.DAFTAR)))
    for row in settings.DAFTAR.values():
        if row.kunci not in known:
            session.add(Pengaturan(kunci=row.kunci, nilai=row.bawaan, penjelasan=row.penjelasan))
            result.ditambah += 1
    session.flush()
    return result
