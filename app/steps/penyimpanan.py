"""SOP 4: the agencies keep the excluded documents themselves. A row for each entry when it comes into force, confirmed by its Petugas."""

import datetime as dt
from typing import Any

from sqlalchemy import func, insert, literal, select
from sqlalchemy.orm import Session

from app import models as m
from app.errors import IsianSalah, Kekurangan, TidakBerwenang
from app.extensions import writing
from app.models.base import ALAMAT, JUDUL, sekarang
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.security.writing import boleh_ubah
from app.steps.events import catat
from app.steps.texts import bersihkan

ISIAN = {"lokasi_softcopy": ALAMAT, "lokasi_hardcopy": ALAMAT, "penanggung_jawab": JUDUL}
# Form of the document -> the places that must be named.
TEMPAT = {
    "softcopy": ("lokasi_softcopy",),
    "hardcopy": ("lokasi_hardcopy",),
    "keduanya": ("lokasi_softcopy", "lokasi_hardcopy"),
}
SEBUTAN = {"lokasi_softcopy": "lokasi softcopy", "lokasi_hardcopy": "lokasi hardcopy"}


def tugaskan(session: Session, sk_id: int) -> None:
    """One task "Kelola dan simpan dokumen" for each entry of a decree that has none yet, in one statement."""
    p, e, b = m.PenyimpananDokumen, m.ButirDitetapkan, m.ButirInformasi
    answers = func.substr(func.coalesce(b.penanggung_jawab, b.penguasa, "Belum ditentukan"), 1, JUDUL)
    now = literal(sekarang(), p.dibuat_pada.type)
    wanted = select(e.id, e.perangkat_daerah_id, answers, now, now).join(b, e.butir_id == b.id)
    missing = wanted.where(e.sk_id == sk_id, ~select(p.id).where(p.butir_ditetapkan_id == e.id).exists())
    names = ["butir_ditetapkan_id", "perangkat_daerah_id", "penanggung_jawab", "dibuat_pada", "diubah_pada"]
    session.execute(insert(p).from_select(names, missing, include_defaults=False))


def konfirmasi(officer: Officer, ident: int, fields: dict[str, Any]) -> dt.datetime:
    """The agency says where it keeps the document and who answers for it; -> the moment. Committed here."""
    if not officer.may("can_edit", "PenyimpananDokumen"):
        raise TidakBerwenang()
    with writing() as session:
        session.info[PELAKU] = officer.id
        row = scope.one(session, m.PenyimpananDokumen, ident, officer, lock=True)
        boleh_ubah(row, officer)
        for name, value in bersihkan(fields, ISIAN).items():
            setattr(row, name, value)
        lacking = kurang(row)
        if lacking:
            raise IsianSalah(lacking)
        row.dikonfirmasi_pada = sekarang()
        session.flush()
        entry = row.butir_ditetapkan
        catat(
            session,
            officer=officer,
            objek_jenis="register",
            objek_id=entry.id,
            verb="konfirmasi_simpan",
            berkas_id=entry.sk.berkas_id,
            ringkasan={"penyimpanan": row.id, "kode": entry.kode},
        )
        moment: dt.datetime = row.dikonfirmasi_pada
        return moment


def kurang(row: m.PenyimpananDokumen) -> list[Kekurangan]:
    """Which places the form of the document asks for and are not named."""
    form = row.butir_ditetapkan.butir.bentuk or "keduanya"
    lacking = [
        Kekurangan("tempat", f"Isi {SEBUTAN[name]}: dokumennya berbentuk {form}.", medan=name, dasar="SOP 4")
        for name in TEMPAT[form]
        if not getattr(row, name)
    ]
    if not row.penanggung_jawab:
        lacking.append(Kekurangan("wajib", "Isi penanggung jawab.", medan="penanggung_jawab", dasar="SOP 4"))
    return lacking
