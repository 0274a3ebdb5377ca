"""Issues the papers beside the SOP inside the step that needs them: the letter of a request, the record of a list."""

import datetime as dt

from sqlalchemy.orm import Session

from app import models as m
from app.documents.contexts.bahan import Bahan, Kepala
from app.errors import IsianSalah, Kekurangan
from app.law import settings
from app.security.officer import Officer
from app.sop.words import Naskah
from app.steps.papers import orang_pelaku
from app.steps.papers_bahan import muat, tentukan
from app.steps.papers_cetak import cetak, gambar_kop, isi_naskah, judul, templat
from app.steps.pendukung import terbit


def surat_penolakan(session: Session, officer: Officer, row: m.Permohonan, hari: dt.date) -> m.Naskah:
    """The letter of a request that is answered with a refusal. IsianSalah when nobody holds the office that signs it."""
    return terbit(session, officer, Naskah.SURAT_PENOLAKAN, _bahan(session, officer, hari, row), hari)


def konsep_penolakan(session: Session, officer: Officer, row: m.Permohonan, hari: dt.date) -> bytes:
    """The same letter as a draft: KONSEP, numberless, kept nowhere."""
    kind, bahan = Naskah.SURAT_PENOLAKAN, _bahan(session, officer, hari, row)
    isi = isi_naskah(bahan, Kepala(kind, hari))
    return cetak(
        templat(session, kind)[0], isi, kind, judul(kind, "KONSEP"), konsep=True, gambar=gambar_kop(session, isi)
    )


def _bahan(session: Session, officer: Officer, hari: dt.date, row: m.Permohonan) -> Bahan:
    by = orang_pelaku(session, officer)
    bahan = muat(session, settings.semua(session), tanggal=hari, pelaku=by)
    tentukan(session, bahan, permohonan_id=row.id)
    bahan.permohonan = row  # with an answer that a draft shows before it is written
    return _bertanda_tangan(bahan)


def berita_acara(session: Session, officer: Officer, row: m.PenyusutanArsip, hari: dt.date) -> m.Naskah:
    """The record that a list was carried out on that day. IsianSalah when nobody holds the office that signs it."""
    by = orang_pelaku(session, officer)
    bahan = muat(session, settings.semua(session), tanggal=hari, pelaku=by)
    tentukan(session, bahan, penyusutan_id=row.id)
    return terbit(session, officer, Naskah.BERITA_ACARA_PENYUSUTAN, _bertanda_tangan(bahan), hari)


def _bertanda_tangan(bahan: Bahan) -> Bahan:
    if "ppid_utama" not in bahan.pejabat:
        sentence = "Belum ada pejabat PPID Utama pada tanggal itu. Lengkapi menu Pejabat dahulu."
        raise IsianSalah([Kekurangan("penandatangan", sentence, medan="tanggal")])
    return bahan
