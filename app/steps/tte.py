"""Signs an issued paper through the e-sign service and pairs what comes back, judged like any other electronic copy."""

from __future__ import annotations

from flask import current_app

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.esign import Penanda, layanan
from app.documents.isi_sama import sama_kata
from app.documents.keeping import baca
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang, TidakTersedia
from app.extensions import db
from app.security import scope
from app.security.officer import Officer
from app.sop.words import StatusNaskah
from app.steps.papers_cetak import nama_berkas
from app.steps.salinan import TTE
from app.steps.tandatangani import boleh_memasang, pasangkan
from app.steps.unduh import pdf_naskah


def tersedia() -> bool:
    """Does the office use an e-sign service?"""
    return layanan(current_app.config) is not None


def tandatangani_tte(officer: Officer, naskah_id: int, *, nik: str, passphrase: str) -> int:
    """Send the PDF, pair the answer; -> id of the SalinanTtd. No transaction is open while the service works.

    Raises as the door does, and IsianSalah or TidakTersedia for what the service answers. The passphrase ends here.
    """
    service = layanan(current_app.config)
    if service is None:
        raise TidakTersedia(
            "Layanan tanda tangan elektronik belum dipasang. Pasangkan PDF bertanda tangan secara manual."
        )
    naskah = _waiting(officer, naskah_id)
    _require(nik, passphrase)
    name = nama_berkas(naskah, "pdf", ttd=True)
    content = baca(pdf_naskah(db.session, naskah))
    db.session.rollback()
    signed = service.tandatangani(content, Penanda(nik, passphrase))
    if not signed.startswith(content) and not sama_kata(content, signed):  # most services add behind what was sent
        raise TidakTersedia("Layanan tanda tangan mengembalikan PDF lain dari yang dikirim. Hubungi administrator.")
    return pasangkan(officer, naskah_id, content=signed, nama=name, tanggal_ttd=hari_ini_wib(), metode=TTE)


def _waiting(officer: Officer, ident: int) -> m.Naskah:
    if not officer.may("can_tandatangani", "Naskah"):
        raise TidakBerwenang()
    naskah = scope.one(db.session, m.Naskah, ident, officer)
    if not boleh_memasang(officer, naskah):
        raise TidakBerwenang("Salinan naskah ini hanya dapat dipasangkan oleh peran lain.")
    if naskah.status != StatusNaskah.TERBIT:
        raise StatusBerubah("Naskah ini tidak menunggu tanda tangan.", status=naskah.status, versi=naskah.versi)
    return naskah


def _require(nik: str, passphrase: str) -> None:
    lacking = []
    if not (nik.isascii() and nik.isdecimal() and len(nik) == 16):
        lacking.append(Kekurangan("nik", "Isi NIK penanda tangan, 16 angka.", medan="nik"))
    if not 0 < len(passphrase) <= 200:
        lacking.append(Kekurangan("passphrase", "Isi passphrase penanda tangan.", medan="passphrase"))
    if lacking:
        raise IsianSalah(lacking)
