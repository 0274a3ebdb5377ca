"""The archive record of a paper (SOP 5: soft and hard copy). The one owner of `lengkap`."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.models.archive import HARDCOPY
from app.models.base import ALAMAT, JUDUL, KODE, NAMA
from app.security import scope
from app.security.officer import Officer
from app.sop import choices
from app.sop.papers import KETENTUAN
from app.sop.words import Naskah, Pelaksana
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.peminjaman import sudah_pergi
from app.steps.texts import bersihkan

ISIAN = {"kode_klasifikasi": KODE, "pemicu_retensi": ALAMAT, "softcopy": ALAMAT, "penanggung_jawab": JUDUL}
ISIAN |= {f"hardcopy_{name}": NAMA if name in ("gedung", "ruang") else KODE for name in HARDCOPY[:-1]}
DAFTAR = {
    "nasib_akhir": choices.NASIB_AKHIR,
    "skkaad": choices.SKKAAD,
    "tingkat_perkembangan": choices.TINGKAT_PERKEMBANGAN,
}
ANGKA = {"retensi_aktif": (0, 100), "retensi_inaktif": (0, 100), "hardcopy_jumlah_lembar": (1, 100_000)}
WAJIB = ("kode_klasifikasi", "retensi_aktif", "retensi_inaktif", "nasib_akhir", "skkaad")


def simpan_arsip(officer: Officer, rows: list[dict[str, Any]]) -> list[int]:
    """Keep archive records, all or none; -> their ids. A paper that has a record gets it changed.

    Each row: naskah (id), the columns of Arsip, and hardcopy as a nested object or as hardcopy_* columns.
    """
    if not officer.may("can_arsipkan", "Naskah"):
        raise TidakBerwenang()
    with acting(officer) as session:
        return [_keep(session, officer, _flat(row)) for row in rows]


def _flat(fields: dict[str, Any]) -> dict[str, Any]:
    nested = fields.get("hardcopy")
    if nested is None:
        return fields
    unknown = set(nested) - set(HARDCOPY) if isinstance(nested, dict) else {"hardcopy"}
    if unknown:
        sentence = f"Isi hardcopy hanya dengan: {', '.join(HARDCOPY)}."
        raise IsianSalah([Kekurangan("hardcopy", sentence, medan="hardcopy")])
    return {k: v for k, v in fields.items() if k != "hardcopy"} | {f"hardcopy_{k}": v for k, v in nested.items()}


def boleh_mengarsip(officer: Officer, naskah: m.Naskah) -> bool:
    """Whether the SOP's role of the officer keeps the archive of this kind of paper (roles of the office's own: yes)."""
    held = officer.roles & {role.value for role in Pelaksana}
    keepers = {role.value for role in KETENTUAN[Naskah(naskah.jenis)].pengarsip}
    return not held or bool(held & keepers)


def _keep(session: Session, officer: Officer, fields: dict[str, Any]) -> int:
    ident = fields.get("naskah")
    naskah = scope.find(session, m.Naskah, ident, officer, lock=True)
    if naskah is None:
        raise TidakDitemukan("Naskah tidak ditemukan, atau bukan dalam lingkup Anda.")
    if not boleh_mengarsip(officer, naskah):
        raise TidakBerwenang("Arsip naskah ini hanya dapat dicatat oleh peran lain.")
    row = session.scalars(select(m.Arsip).where(m.Arsip.naskah_id == naskah.id)).one_or_none()
    if row is not None and sudah_pergi(session, row.id):
        raise StatusBerubah("Arsip ini sudah dimusnahkan atau diserahkan; catatannya tidak diubah.", status="selesai")
    row = row or m.Arsip(naskah_id=naskah.id, tingkat_perkembangan="asli")
    for name, value in _clean(_menurut_skema(session, fields, row), row).items():
        setattr(row, name, value)
    row.softcopy = row.softcopy or f"SIDIK, SHA-256 {naskah.sha256}"
    row.lengkap = not kurang(row)
    session.add(row)
    session.flush()
    catat(
        session,
        officer=officer,
        objek_jenis="naskah",
        objek_id=naskah.id,
        verb="arsipkan",
        berkas_id=naskah.berkas_id,
        ringkasan={"arsip": row.id, "lengkap": row.lengkap},
    )
    return row.id


def _menurut_skema(session: Session, fields: dict[str, Any], row: m.Arsip) -> dict[str, Any]:
    """What the office's scheme says of the code, for what neither the form nor the record says."""
    k = m.KlasifikasiArsip
    code = fields.get("kode_klasifikasi")
    line = session.scalars(select(k).where(k.kode == code, k.aktif)).one_or_none() if isinstance(code, str) else None
    if line is None:
        return fields
    lacking = [n for n in (*WAJIB, "pemicu_retensi") if fields.get(n) is None and getattr(row, n) is None]
    return fields | {name: getattr(line, name) for name in lacking if getattr(line, name, None) is not None}


def kurang(row: m.Arsip | None) -> list[str]:
    """What a record still lacks, in the words of its form; of no record everything."""
    place = row is not None and any(getattr(row, f"hardcopy_{name}") for name in HARDCOPY[:-1])
    asked = {
        "lokasi softcopy": row is not None and row.softcopy,
        "lokasi hardcopy": place,
        "jumlah lembar": row is not None and row.hardcopy_jumlah_lembar,
        "penanggung jawab arsip": row is not None and row.penanggung_jawab,
    }
    return [word for word, there in asked.items() if not there]


def _clean(fields: dict[str, Any], row: m.Arsip) -> dict[str, Any]:
    clean = bersihkan(fields, ISIAN)
    faults = []
    for name, allowed in DAFTAR.items():
        if name in fields:
            clean[name] = fields[name]
            if fields[name] not in allowed:
                faults.append(Kekurangan(name, f"Pilih salah satu: {', '.join(allowed)}.", medan=name))
    for name, (least, most) in ANGKA.items():
        if fields.get(name) is not None:
            clean[name] = fields[name]
            number = isinstance(fields[name], int) and not isinstance(fields[name], bool)
            if not number or not least <= fields[name] <= most:
                faults.append(Kekurangan(name, f"Isi dengan angka {least} sampai {most}.", medan=name))
    lacking = [name for name in WAJIB if clean.get(name, getattr(row, name)) is None]
    faults += [Kekurangan("wajib", "Kolom ini wajib diisi.", medan=name) for name in lacking]
    if faults:
        raise IsianSalah(faults)
    return clean
