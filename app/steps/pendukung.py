"""Makes the papers around the SOP when an officer asks for them: numbered, rendered, kept and logged like those of the moves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.contexts.bahan import Bahan, Kepala
from app.documents.contexts.bersama import perihal
from app.documents.keeping import DOCX, simpan
from app.documents.kode import kode_verifikasi, token_baru
from app.documents.konsep import NOMOR_TITIK
from app.documents.numbering import beri_nomor
from app.errors import IsianSalah, Kekurangan, TidakBerwenang, TidakDitemukan
from app.extensions import writing
from app.law import settings
from app.models.base import MAKS_ID, TEKS
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.sop.papers import KETENTUAN
from app.sop.words import PENDUKUNG, TANPA_NOMOR, Naskah, StatusBerkas, StatusNaskah
from app.steps import papers
from app.steps.cases import kunci_berkas
from app.steps.events import catat
from app.steps.opinions import anggota_menjabat
from app.steps.papers_bahan import lengkapi, muat
from app.steps.papers_cetak import cetak, gambar_kop, isi_naskah, judul, nama_berkas, penanda, sidik, templat
from app.steps.penomoran import LUAR, dari_luar, pola
from app.steps.texts import periksa_teks

BERRAPAT = (Naskah.UNDANGAN, Naskah.DAFTAR_HADIR, Naskah.NOTULEN)
# From which status of the berkas a paper makes sense.
SEJAK: dict[Naskah, tuple[StatusBerkas, ...]] = {
    Naskah.LEMBAR_PENDAPAT: (StatusBerkas.PERTIMBANGAN, StatusBerkas.PENETAPAN),
    Naskah.NOTA_PERSETUJUAN: (StatusBerkas.PENETAPAN,),
    Naskah.SURAT_PENYAMPAIAN: (StatusBerkas.PENGUNGGAHAN, StatusBerkas.SELESAI),
}
UMUM = (Naskah.SURAT_PERMINTAAN,)


def boleh_membuat(officer: Officer, jenis: Naskah) -> bool:
    """Who pairs the signed copy of such a paper also makes it."""
    maker = {role.value for role in KETENTUAN[jenis].pemasang}
    return jenis in PENDUKUNG and officer.may("can_tandatangani", "Naskah") and bool(officer.roles & maker)


def yang_dapat(officer: Officer, berkas: m.Berkas) -> list[Naskah]:
    """The papers that this officer may make for a berkas as it stands."""
    return [
        jenis
        for jenis in PENDUKUNG
        if jenis not in UMUM
        and boleh_membuat(officer, jenis)
        and berkas.status != StatusBerkas.DIBATALKAN
        and berkas.status in SEJAK.get(jenis, tuple(StatusBerkas))
    ]


def buat(
    officer: Officer,
    jenis: str,
    *,
    berkas_id: int | None = None,
    rapat_id: int | None = None,
    catatan: str = "",
    batas: dt.date | None = None,
) -> int:
    """Issue one paper; -> its id. The letter that opens the year has no berkas. Raises as the door does."""
    if jenis not in set(PENDUKUNG):
        raise IsianSalah([Kekurangan("jenis", "Pilih naskah yang akan dibuat.", medan="jenis")])
    kind = Naskah(jenis)
    if not boleh_membuat(officer, kind):
        raise TidakBerwenang()
    note, fault = periksa_teks("catatan", catatan, TEKS)
    if fault is not None:
        raise IsianSalah([fault])
    with writing() as session:
        session.info[PELAKU] = officer.id
        bahan = _bahan(session, officer, kind, berkas_id, rapat_id)
        bahan.catatan, bahan.batas = note or "", batas
        paper = _terbit(session, officer, kind, bahan)
        if bahan.rapat_ini is not None and kind == Naskah.UNDANGAN and not bahan.rapat_ini.undangan_nomor:
            bahan.rapat_ini.undangan_nomor = paper.nomor
        catat(
            session,
            officer=officer,
            objek_jenis="naskah",
            objek_id=paper.id,
            verb="buat_naskah",
            berkas_id=paper.berkas_id,
            ke=paper.status,
            catatan=note or "",
            ringkasan={"jenis": jenis, "nomor": paper.nomor, "sha256": paper.sha256},
        )
        return paper.id


def _bahan(session: Session, officer: Officer, jenis: Naskah, berkas_id: int | None, rapat_id: int | None) -> Bahan:
    """The rows that the paper tells of, within the officer's rows; what is missing is refused with a sentence."""
    by, today, chosen = papers.orang_pelaku(session, officer), hari_ini_wib(), settings.semua(session)
    if jenis in UMUM:
        return muat(session, chosen, tanggal=today, pelaku=by)
    berkas = _satu(session, m.Berkas, berkas_id, officer)
    kunci_berkas(session, berkas.id)
    if jenis not in yang_dapat(officer, berkas):
        sentence = "Naskah ini belum dapat dibuat pada tahap berkas sekarang."
        raise IsianSalah([Kekurangan("tahap", sentence, medan="jenis")])
    bahan = muat(session, chosen, tanggal=today, pelaku=by, berkas=berkas)
    lengkapi(session, bahan, Naskah.HASIL_PERTIMBANGAN if jenis == Naskah.LEMBAR_PENDAPAT else jenis, today)
    bahan.anggota = bahan.anggota or anggota_menjabat(session, today)
    if jenis in BERRAPAT:
        bahan.rapat_ini = next((r for r in bahan.rapat if r.id == rapat_id), None)
        if bahan.rapat_ini is None:
            sentence = "Pilih rapatnya. Bila belum ada, catat dulu rapat pada menu Rapat."
            raise IsianSalah([Kekurangan("rapat", sentence, medan="rapat")])
    return bahan


def _satu(session: Session, model: Any, ident: int | None, officer: Officer) -> Any:
    good = isinstance(ident, int) and 0 < ident <= MAKS_ID
    row = scope.find(session, model, ident or 0, officer) if good else None
    if row is None:
        raise TidakDitemukan()
    return row


def _terbit(session: Session, officer: Officer, jenis: Naskah, bahan: Bahan) -> m.Naskah:
    today, token, berkas = hari_ini_wib(), token_baru(), bahan.berkas
    content, own = templat(session, jenis)
    outside = dari_luar(bahan.settings, jenis)
    number = None
    if jenis not in TANPA_NOMOR and not outside:
        unit = bahan.settings["unit_ppid_utama"]
        number = beri_nomor(session, jenis=jenis.value, unit=unit, pola=pola(bahan.settings, jenis), tanggal=today)
    kepala = Kepala(
        jenis=jenis,
        tanggal=today,
        putaran=berkas.putaran if berkas is not None else 1,
        revisi=_terdahulu(session, jenis, bahan),
        kode=kode_verifikasi(token),
        alamat=papers.alamat_verifikasi(token),
    )
    kepala = replace(kepala, nomor=number.nomor if number is not None else NOMOR_TITIK if outside else "")
    isi = isi_naskah(bahan, kepala)
    title = judul(jenis, number.nomor if number is not None else None)
    printed = cetak(content, isi, jenis, title, gambar=gambar_kop(session, isi))
    paper = m.Naskah(
        berkas_id=berkas.id if berkas is not None else None,
        jenis=jenis.value,
        nomor=number.nomor if number is not None else None,
        nomor_naskah_id=number.id if number is not None else None,
        sumber_nomor=LUAR if outside else "aplikasi",
        tanggal=today,
        perihal=perihal(bahan, kepala),
        tembusan=isi["naskah"]["tembusan"],
        templat_id=own.id if own is not None else None,
        templat_sha256=sidik(content),
        isi=isi,
        sha256=sidik(printed),
        token=token,
        penandatangan=penanda(bahan, jenis),
        putaran=kepala.putaran,
        revisi=kepala.revisi + 1,
        status=StatusNaskah.TERBIT.value,
    )
    paper.nomor_naskah = number
    paper.unggahan = simpan(session, printed, nama=nama_berkas(paper), mime=DOCX, officer_id=officer.id)
    session.add(paper)
    session.flush()
    return paper


def _terdahulu(session: Session, jenis: Naskah, bahan: Bahan) -> int:
    """How many of the kind were made in this round already."""
    if bahan.berkas is None:
        n = m.Naskah
        return len(session.scalars(select(n.id).where(n.jenis == jenis.value, n.berkas_id.is_(None))).all())
    return sum(n.jenis == jenis and n.putaran == bahan.berkas.putaran for n in bahan.naskah)
