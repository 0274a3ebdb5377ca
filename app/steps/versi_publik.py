"""The public (blacked-out) version of a butir that is closed in part: checked, kept, handed out to those who see the butir.

One owner of these rows. It publishes nothing: a request or an announcement is another person's decision.
"""

import re
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.documents.keeping import baca, simpan
from app.errors import IsianSalah, Kekurangan, Terkunci, TidakBerwenang
from app.extensions import db
from app.files.blackout import Dilihat, lihat
from app.files.names import nama_unduhan
from app.files.sniff import periksa
from app.law.rules_public import PANJANG_BAGIAN, boleh_disebut
from app.law.wording import jejak, kata, kosong, kutipan_sama, normal, tak_berisi
from app.models.butir import uji_kini
from app.security import scope
from app.security.officer import Officer
from app.security.scope import BARIS_UTAMA, RESOURCE
from app.security.writing import sebagai_petugas
from app.sop.words import StatusButir
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.unduh import Unduhan

VERB = "versi_publik"
TERBANYAK_DISEBUT = 20
SELURUH = (
    "Butir ini ditutup seluruhnya, jadi tidak mempunyai versi publik. "
    "Bila hanya sebagian yang ditutup, ubah cakupannya dan sebutkan bagiannya dahulu."
)
TANPA_BAGIAN = "Sebutkan dahulu bagian yang dikecualikan: versi publik diperiksa terhadap daftar itu."
_KUTIPAN = re.compile(r"[“\"«‘]([^”\"»’\n]{2,200})[”\"»’]")


def boleh_unggah(officer: Officer, butir: m.ButirInformasi) -> bool:
    """The proposing agency, and PPID Utama's side that may edit butir."""
    if not officer.may("can_edit", "ButirInformasi"):
        return False
    return sebagai_petugas(butir.usulan, officer) or officer.may(BARIS_UTAMA, RESOURCE)


def ditutup_sebagian(butir: m.ButirInformasi) -> bool:
    """Decided, concluded or proposed as closed in part: the latest of the three counts."""
    test = uji_kini(butir)
    said = butir.keputusan or (test.kesimpulan if test is not None else None)
    return said == "dikecualikan_sebagian" if said else butir.cakupan == "sebagian"


def unggah_versi(officer: Officer, butir_id: int, *, content: bytes, nama: str) -> int:
    """Keep a blacked-out PDF whose black-out is real; -> id of the row. Committed here.

    Raises TidakBerwenang, TidakDitemukan, Terkunci, JenisSalah, TerlaluBesar, IsianSalah (every gap with its page).
    """
    _terbuka(_butir(db.session, officer, butir_id), officer)
    db.session.rollback()  # looking takes seconds: no lock is held meanwhile
    mime = periksa(nama, content, ("pdf",)).mime
    seen = lihat(content)
    with acting(officer) as session:
        butir = _butir(session, officer, butir_id, lock=True)
        _terbuka(butir, officer)
        told = [*seen.celah, *_frasa_tersisa(seen, butir)]
        if told:
            found = [Kekurangan("penghitaman", sentence, "unggahan") for sentence in told[:TERBANYAK_DISEBUT]]
            raise IsianSalah(found, "Penghitaman belum aman. Tidak ada yang disimpan.")
        kept = simpan(session, content, nama=nama, mime=mime, officer_id=officer.id)
        session.flush()
        row = m.VersiPublik(
            butir_id=butir.id, unggahan_id=kept.id, halaman=len(seen.halaman), bagian=(butir.bagian or "").strip()
        )
        session.add(row)
        session.flush()
        told_log = {"versi_publik": row.id, "sha256": kept.sha256, "halaman": row.halaman}
        _catat(session, officer, butir, VERB, told_log)
        return row.id


def versi(session: Session, officer: Officer, butir_id: int) -> list[m.VersiPublik]:
    """The versions of a butir within the officer's rows, newest first."""
    v = m.VersiPublik
    query = select(v).where(v.butir_id == butir_id, scope.visible(v, officer)).order_by(v.id.desc())
    return list(session.scalars(query))


def masih_cocok(row: m.VersiPublik, butir: m.ButirInformasi) -> bool:
    """Was it checked against the parts that are listed today?"""
    return normal(row.bagian) == normal(butir.bagian)


def unduh_versi(officer: Officer, ident: int) -> Unduhan:
    """The file, for whoever sees its butir; every reading is logged. Raises TidakBerwenang, TidakDitemukan."""
    if not officer.may("can_show", "ButirInformasi"):
        raise TidakBerwenang()
    row = scope.one(db.session, m.VersiPublik, ident, officer)
    kept, about = row.unggahan, row.butir_id
    name = nama_unduhan("Versi publik", row.butir.kode, ext="pdf")
    answer = Unduhan(baca(kept), name, kept.jenis_mime, kept.sha256)
    with acting(officer) as session:
        _catat(session, officer, session.get_one(m.ButirInformasi, about), "unduh", {"versi_publik": ident})
    return answer


def _frasa_tersisa(seen: Dilihat, butir: m.ButirInformasi) -> Iterator[str]:
    """Where the PDF still says what the list of parts closes: its quoted phrases, its runs of words, the NIK it names."""
    phrases = [normal(found) for found in _KUTIPAN.findall(butir.bagian or "")]
    known = boleh_disebut(butir)
    places = [*((f"Halaman {n}", text) for n, text in enumerate(seen.halaman, 1)), ("Keterangan file", seen.lain)]
    for place, text in places:
        said = f" {normal(text)} "
        run = kutipan_sama(text, butir.bagian, kecuali=known, panjang=PANJANG_BAGIAN)
        for phrase in dict.fromkeys([*(p for p in phrases if p and f" {p} " in said), *([run] if run else [])]):
            yield f"{place} masih memuat “{phrase}”, yang disebut dalam bagian yang dikecualikan. Hitamkan, lalu unggah lagi."
        if "nik" in kata(butir.bagian) and "NIK" in jejak(text):
            yield f"{place} masih memuat NIK, padahal NIK termasuk bagian yang dikecualikan. Hitamkan, lalu unggah lagi."


def _butir(session: Session, officer: Officer, ident: int, *, lock: bool = False) -> m.ButirInformasi:
    if not officer.may("can_edit", "ButirInformasi"):
        raise TidakBerwenang()
    return scope.one(session, m.ButirInformasi, ident, officer, lock=lock)


def _terbuka(butir: m.ButirInformasi, officer: Officer) -> None:
    """Return when a version may be uploaded now."""
    if not boleh_unggah(officer, butir):
        raise TidakBerwenang()
    if butir.status == StatusButir.DIGABUNG:
        raise Terkunci("Butir ini sudah digabung. Unggah versi publik pada butir gabungannya.", status=butir.status)
    refusal = None if ditutup_sebagian(butir) else SELURUH
    if refusal is None and (kosong(butir.bagian) or tak_berisi(butir.bagian)):
        refusal = TANPA_BAGIAN
    if refusal is not None:
        raise IsianSalah([Kekurangan("cakupan_seluruh", refusal, "unggahan")], refusal)


def _catat(session: Session, officer: Officer, butir: m.ButirInformasi, verb: str, told: dict[str, object]) -> None:
    catat(
        session,
        officer=officer,
        objek_jenis="butir",
        objek_id=butir.id,
        verb=verb,
        berkas_id=butir.berkas_id,
        ringkasan=told,
    )
