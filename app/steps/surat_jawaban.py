"""Gathers what the letter of a refusal says, in public words, and keeps its file."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import tanggal_panjang
from app.documents.contexts.orang import dari_pejabat
from app.documents.keeping import DOCX, simpan
from app.documents.surat_jawaban import Alasan, Surat, surat
from app.errors import IsianSalah
from app.files.names import nama_unduhan
from app.security.officer import Officer
from app.sop import choices
from app.steps.officials import pejabat_menjabat

INSTANSI = "Pejabat Pengelola Informasi dan Dokumentasi"


def buat_surat(
    session: Session,
    row: m.Permohonan,
    entries: Sequence[m.ButirDitetapkan],
    day: dt.date,
    *,
    sebagian: bool,
    officer: Officer,
) -> m.Unggahan:
    """The file of the letter; IsianSalah when nobody holds the office that signs it."""
    holder = pejabat_menjabat(session, "ppid_utama", day)
    if holder is None:
        raise IsianSalah(pesan="Belum ada pejabat PPID Utama pada tanggal itu. Lengkapi menu Pejabat dahulu.")
    person, agency = dari_pejabat(holder), holder.perangkat_daerah
    said = Surat(
        instansi=agency.nama if agency is not None else INSTANSI,
        alamat_instansi=(agency.alamat or "") if agency is not None else "",
        nomor=row.nomor_surat or "",
        tanggal=day,
        pemohon=row.pemohon,
        alamat=row.alamat_pemohon or "",
        permohonan=f"{row.nomor} ({choices.KANAL_PERMOHONAN[row.kanal]})",
        diterima=row.diterima,
        rincian=row.rincian,
        sebagian=sebagian,
        alasan=[_alasan(entry) for entry in entries],
        keterangan=row.keterangan_jawaban or "",
        penandatangan=(person.jabatan, person.nama, person.nip),
    )
    name = nama_unduhan("Jawaban-Permohonan", row.nomor_surat, ext="docx")
    return simpan(session, surat(said), nama=name, mime=DOCX, officer_id=officer.id)


def _alasan(entry: m.ButirDitetapkan) -> Alasan:
    """Public columns of the entry only."""
    decree = entry.sk
    return Alasan(
        informasi=entry.uraian_publik,
        klasifikasi=entry.klasifikasi,
        dasar_hukum=entry.dasar_hukum,
        alasan=entry.alasan_ringkas,
        jangka=entry.jangka,
        sk=f"Keputusan Nomor {decree.nomor or '–'} tanggal {tanggal_panjang(decree.tanggal)}",
    )
