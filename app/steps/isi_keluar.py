"""The check of the bytes that leave (SOP 5), the same for every site, our own page too. Signed bytes are never rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.documents.isi_sama import paragraf
from app.documents.keeping import baca, simpan
from app.errors import IsianSalah, Kekurangan, StatusBerubah
from app.files.jejak import PDF, RUSAK, bersih, jejak
from app.files.sniff import DOCX
from app.law.wording import kutipan_sama

FRASA = 6  # words in a row that only the internal text has
BUKAN_PDF = "Hanya PDF yang dikirim ke situs lain. Pasangkan salinan bertanda tangan dalam bentuk PDF."
PERBAIKI = "Hapus dari file asalnya, tanda tangani lagi, lalu pasangkan salinan yang baru."
_UJI = ("konsekuensi_dibuka", "konsekuensi_ditutup", "kepentingan_publik", "mitigasi", "alternatif")


@dataclass(frozen=True)
class Layak:
    """A signed copy that may leave. `dibersihkan`: the bytes to keep and send instead, when metadata was taken off a scan."""

    salinan_id: int
    sha256: str
    dibersihkan: bytes | None = None


def salinan_ttd(session: Session, naskah_id: int) -> m.SalinanTtd | None:
    """The signed copy of a paper, the newest."""
    s = m.SalinanTtd
    return session.scalars(select(s).where(s.naskah_id == naskah_id).order_by(s.id.desc()).limit(1)).first()


def periksa_keluar(session: Session, decree: m.Naskah, *, hanya_pdf: bool) -> Layak:
    """The newest signed copy of a decree, once nothing in it forbids that it leaves; IsianSalah with everything that does.

    What a scanner wrote about itself is taken off a copy signed by hand; an electronic signature would break by that.
    """
    copy = salinan_ttd(session, decree.id)
    if copy is None:
        sentence = "SK belum ditandatangani. Pasangkan dahulu salinan bertanda tangan."
        raise IsianSalah([Kekurangan("belum_ttd", sentence, medan="naskah", dasar="SOP 5")])
    content = kept = baca(copy.unggahan)
    if copy.metode == "basah" and jejak(content):
        content = bersih(kept)
    printed = "\n".join(paragraf(baca(decree.unggahan))) if decree.unggahan.jenis_mime == DOCX else ""
    found = temuan(content, _rahasia(session, decree), printed, hanya_pdf=hanya_pdf)
    if found:
        raise IsianSalah([Kekurangan("isi_keluar", sentence, medan="naskah") for sentence in found])
    return Layak(copy.id, copy.unggahan.sha256, content if content != kept else None)


def pakai(session: Session, decree: m.Naskah, fit: Layak, officer_id: int | None) -> str:
    """The SHA-256 that is announced, inside the transaction that announces it. A cleaned scan becomes the newest copy."""
    copy = salinan_ttd(session, decree.id)
    if copy is None or copy.id != fit.salinan_id:
        raise StatusBerubah("Salinan bertanda tangan baru saja berganti. Muat ulang halaman.", status=decree.status)
    if fit.dibersihkan is None:
        return fit.sha256
    row = simpan(
        session, fit.dibersihkan, nama=copy.unggahan.nama_asli, mime=copy.unggahan.jenis_mime, officer_id=officer_id
    )
    session.flush()
    same = {name: getattr(copy, name) for name in ("tanggal_ttd", "metode", "hasil_validasi", "kode_cocok")}
    session.add(m.SalinanTtd(naskah_id=decree.id, unggahan_id=row.id, **same))
    session.flush()
    return row.sha256


def temuan(content: bytes, rahasia: Sequence[str] = (), umum: str = "", *, hanya_pdf: bool = True) -> list[str]:
    """What forbids that this file leaves, as sentences. `rahasia`: internal texts; `umum`: words that are public anyway."""
    if not content.startswith(PDF):
        return [BUKAN_PDF] if hanya_pdf else [f"{sentence} {PERBAIKI}" for sentence in jejak(content)]
    found = [f"{sentence} {PERBAIKI}" for sentence in jejak(content)]
    return found or list(_frasa(content, rahasia, umum))


def _frasa(content: bytes, rahasia: Sequence[str], umum: str) -> Iterator[str]:
    """Words that only the internal texts have. A scan without words cannot be read, and passes."""
    if not any(rahasia):
        return
    try:
        told = "\n".join(page.extract_text() or "" for page in PdfReader(BytesIO(content), strict=False).pages)
    except RUSAK:
        yield f"Teks PDF tidak dapat dibaca, jadi isinya tidak dapat diperiksa. {PERBAIKI}"
        return
    for secret in rahasia:
        phrase = kutipan_sama(told, secret, kecuali=umum, panjang=FRASA)
        if phrase:
            yield f"Isi PDF mengutip uraian tertutup: “{phrase}”."


def _rahasia(session: Session, decree: m.Naskah) -> list[str]:
    """The internal texts of the entries: none of their phrases may stand in what leaves, but those that the decree prints."""
    e, found = m.ButirDitetapkan, []
    for said in session.scalars(select(e.isi).where(e.sk_id == decree.id)):
        test = said.get("uji") or {}
        found += [said.get("bagian"), said.get("uraian"), *(test.get(name) for name in _UJI)]
    return [text for text in found if text]
