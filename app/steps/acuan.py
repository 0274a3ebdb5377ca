"""The owner of master data: what no CHECK can say of one row alone, and the plain save. Screens and API share it."""

from typing import Any

from sqlalchemy import inspect, or_, select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import tanggal_panjang
from app.errors import IsianSalah, Kekurangan
from app.law import settings
from app.models.history import PELAKU
from app.security.officer import Officer

# What a letter of Pasal 17 says; the rest (end of validity, verified or not) may always change.
RUMUSAN = ("huruf", "angka", "maks_tahun", "tanpa_batas", "perlu_uu_lain", "berlaku_mulai")


def kekurangan(session: Session, row: Any) -> list[Kekurangan]:
    """What is wrong with a row of master data as it would be kept."""
    found = []
    for first, last in (("mulai", "selesai"), ("berlaku_mulai", "berlaku_sampai")):
        start, end = getattr(row, first, None), getattr(row, last, None)
        if start is not None and end is not None and end < start:
            found.append(Kekurangan("urutan_tanggal", "Tanggal selesai tidak boleh sebelum tanggal mulai.", last))
    if isinstance(row, m.Pejabat):
        found += _mewakili(row)
        found += _bertumpuk(session, row) if not found else []
    if isinstance(row, m.PerangkatDaerah) and row.pola_nomor:
        wrong = settings.periksa("pola_nomor.usulan_daftar", row.pola_nomor)
        found += [Kekurangan(wrong.kode, wrong.pesan, "pola_nomor")] if wrong is not None else []
    if isinstance(row, m.Pasal17):
        found += _terpakai(session, row)
    if isinstance(row, m.Pengaturan):
        wrong = settings.periksa(row.kunci, row.nilai)
        found += [wrong] if wrong is not None else []
    return found


def _mewakili(row: m.Pejabat) -> list[Kekurangan]:
    """A Plt. or Plh. signs in his own name; "untuk beliau" is one step further down from "atas nama"."""
    if row.atas_nama and row.kapasitas not in (None, "definitif"):
        sentence = "Plt., Plh., dan Pj. menandatangani atas nama sendiri. Kosongkan Atas nama, atau pilih Definitif."
        return [Kekurangan("atas_nama", sentence, "atas_nama")]
    if row.untuk_beliau and not row.atas_nama:
        return [
            Kekurangan("untuk_beliau", "Isi Atas nama (a.n.) lebih dahulu, baru Untuk beliau (u.b.).", "untuk_beliau")
        ]
    return []


def _terpakai(session: Session, row: m.Pasal17) -> list[Kekurangan]:
    """A rule that a decided butir cites may end, but never change: what was decided by it stays readable."""
    changed = [name for name in RUMUSAN if inspect(row).attrs[name].history.deleted]
    if not row.id or not changed:
        return []
    d, b = m.DasarPengecualian, m.ButirInformasi
    decided = select(d.id).join(b, d.butir_id == b.id).where(d.pasal17_id == row.id, b.keputusan.is_not(None))
    with session.no_autoflush:
        if session.execute(decided.limit(1)).first() is None:
            return []
    pesan = (
        "Rumusan ini sudah menjadi dasar keputusan, sehingga tidak diubah. "
        "Isi tanggal akhirnya, lalu tambahkan rumusan baru dengan tanggal mulai berlakunya."
    )
    return [Kekurangan("rumusan_terpakai", pesan, changed[0])]


def _bertumpuk(session: Session, row: m.Pejabat) -> list[Kekurangan]:
    """Per function and agency at most one official is in office on a day."""
    if row.fungsi is None or row.mulai is None:
        return []
    p = m.Pejabat
    agency = row.perangkat_daerah_id if row.perangkat_daerah is None else row.perangkat_daerah.id
    same = select(p).where(p.fungsi == row.fungsi, p.perangkat_daerah_id == agency, p.id != (row.id or 0))
    same = same.where(or_(p.selesai.is_(None), p.selesai >= row.mulai))
    if row.selesai is not None:
        same = same.where(p.mulai <= row.selesai)
    with session.no_autoflush:
        other = session.scalars(same.limit(1)).first()
    if other is None:
        return []
    since = tanggal_panjang(other.mulai)
    sentence = (
        f"{other.nama} sudah menjabat fungsi ini sejak {since}. Isi dulu tanggal selesainya, atau ubah tanggal mulai."
    )
    return [Kekurangan("pejabat_bertumpuk", sentence, "mulai")]


def simpan(session: Session, officer: Officer, row: Any, values: dict[str, Any]) -> Any:
    """Write values into a row, check it, keep it; committed here. A refusal leaves nothing."""
    session.info[PELAKU] = officer.id
    with session.no_autoflush:
        for name, value in values.items():
            setattr(row, name, value)
        if isinstance(row, m.PerangkatDaerah):
            row.singkatan = row.singkatan or row.kode
        found = kekurangan(session, row)
    if found:
        session.rollback()
        raise IsianSalah(found)
    session.add(row)
    session.commit()
    return row


def hapus(session: Session, officer: Officer, row: Any) -> None:
    """Remove a row that nothing refers to; the database refuses otherwise."""
    session.info[PELAKU] = officer.id
    session.delete(row)
    session.commit()
