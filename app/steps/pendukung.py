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
from app.documents.contexts.penetapan import ditetapkan
from app.documents.keeping import DOCX, simpan
from app.documents.kode import kode_verifikasi, token_baru
from app.documents.konsep import NOMOR_TITIK
from app.documents.numbering import beri_nomor
from app.errors import IsianSalah, Kekurangan, TidakBerwenang
from app.extensions import writing
from app.law import settings
from app.models.base import TEKS
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_NASKAH, PENDUKUNG, TANPA_NOMOR, Naskah, StatusBerkas, StatusNaskah
from app.steps import papers
from app.steps.cases import kunci_berkas
from app.steps.events import catat
from app.steps.papers_bahan import lengkapi, muat, tentukan
from app.steps.papers_cetak import cetak, gambar_kop, isi_naskah, judul, nama_berkas, penanda, sidik, templat
from app.steps.penomoran import LUAR, dari_luar, pola
from app.steps.texts import periksa_teks

BERRAPAT = (Naskah.UNDANGAN, Naskah.DAFTAR_HADIR, Naskah.NOTULEN)
SESUDAH_SK = (StatusBerkas.PENGUNGGAHAN, StatusBerkas.SELESAI)
# From which status of the berkas a paper makes sense.
SEJAK: dict[Naskah, tuple[StatusBerkas, ...]] = {
    Naskah.LEMBAR_PENDAPAT: (StatusBerkas.PERTIMBANGAN, StatusBerkas.PENETAPAN),
    Naskah.NOTA_PERSETUJUAN: (StatusBerkas.PENETAPAN,),
    Naskah.SURAT_PENYAMPAIAN: SESUDAH_SK,
    Naskah.PETIKAN: SESUDAH_SK,
    Naskah.LABEL_BOKS: SESUDAH_SK,
}
UMUM = (Naskah.SURAT_PERMINTAAN,)


def boleh_membuat(officer: Officer, jenis: Naskah) -> bool:
    """Who pairs the signed copy of such a paper also makes it; what nobody signs is made by who archives."""
    rule = KETENTUAN[jenis]
    verb, makers = ("tandatangani", rule.pemasang) if rule.pemasang else ("arsipkan", rule.pengarsip)
    able = officer.may(f"can_{verb}", "Naskah") and bool(officer.roles & {role.value for role in makers})
    return jenis in PENDUKUNG and able


def yang_dapat(officer: Officer, berkas: m.Berkas) -> list[Naskah]:
    """The papers that this officer may make for a berkas as it stands."""
    return [
        jenis
        for jenis in PENDUKUNG
        if jenis not in (*UMUM, Naskah.KEPUTUSAN_PERUBAHAN)
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
    perangkat_id: int | None = None,
    perubahan_id: int | None = None,
    catatan: str = "",
    batas: dt.date | None = None,
) -> int:
    """Issue one paper; -> its id. The letter that opens the year has no berkas. Raises as the door does.

    Petikan: for the agency `perangkat_id`, or without it one for each agency that has none yet (-> the first).
    Keputusan perubahan: for the change `perubahan_id`, whose entry says the berkas.
    """
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
        change = _perubahan(session, officer, perubahan_id) if kind == Naskah.KEPUTUSAN_PERUBAHAN else None
        bahan = _bahan(session, officer, kind, berkas_id, change)
        bahan.catatan, bahan.batas = note or "", batas
        if kind in BERRAPAT:
            _rapat(session, bahan, rapat_id)
        agencies = _penerima_petikan(bahan, perangkat_id) if kind == Naskah.PETIKAN else [None]
        made = [_satu_naskah(session, officer, kind, bahan, agency, change) for agency in agencies]
        return made[0]


def _satu_naskah(
    session: Session,
    officer: Officer,
    jenis: Naskah,
    bahan: Bahan,
    agency: int | None,
    change: m.PerubahanKlasifikasi | None,
) -> int:
    held = bahan.rapat_ini
    tentukan(session, bahan, perangkat_id=agency, rapat_id=held.id if held is not None else None, perubahan=change)
    paper = terbit(session, officer, jenis, bahan, hari_ini_wib())
    if held is not None and jenis == Naskah.UNDANGAN and not held.undangan_nomor:
        held.undangan_nomor = paper.nomor
    if change is not None:
        change.naskah_id = paper.id
    catat(
        session,
        officer=officer,
        objek_jenis="naskah",
        objek_id=paper.id,
        verb="buat_naskah",
        berkas_id=paper.berkas_id,
        ke=paper.status,
        catatan=bahan.catatan,
        ringkasan={"jenis": jenis.value, "nomor": paper.nomor, "sha256": paper.sha256},
    )
    return paper.id


def _bahan(
    session: Session,
    officer: Officer,
    jenis: Naskah,
    berkas_id: int | None,
    change: m.PerubahanKlasifikasi | None,
) -> Bahan:
    """The rows that the paper tells of, within the officer's rows; what is missing is refused with a sentence."""
    by, today, chosen = papers.orang_pelaku(session, officer), hari_ini_wib(), settings.semua(session)
    if jenis in UMUM:
        return muat(session, chosen, tanggal=today, pelaku=by)
    berkas = _satu(session, m.Berkas, change.butir_ditetapkan.sk.berkas_id if change else berkas_id, officer)
    kunci_berkas(session, berkas.id)
    if change is None and jenis not in yang_dapat(officer, berkas):
        sentence = "Naskah ini belum dapat dibuat pada tahap berkas sekarang."
        raise IsianSalah([Kekurangan("tahap", sentence, medan="jenis")])
    bahan = muat(session, chosen, tanggal=today, pelaku=by, berkas=berkas)
    lengkapi(session, bahan, jenis, today)
    if jenis == Naskah.LABEL_BOKS and not any(row.hardcopy_boks for row in bahan.arsip):
        sentence = "Belum ada naskah yang nomor boksnya dicatat. Isi dulu Boks pada catatan arsip."
        raise IsianSalah([Kekurangan("boks", sentence, medan="jenis")])
    return bahan


def _rapat(session: Session, bahan: Bahan, rapat_id: int | None) -> None:
    tentukan(session, bahan, rapat_id=rapat_id)
    if bahan.rapat_ini is None:
        sentence = "Pilih rapatnya. Bila belum ada, catat dulu rapat pada menu Rapat."
        raise IsianSalah([Kekurangan("rapat", sentence, medan="rapat")])


def _penerima_petikan(bahan: Bahan, perangkat_id: int | None) -> list[int | None]:
    """The agencies that get an extract now: of a signed decree, with butir in it, and without an extract so far."""
    decree = bahan.terakhir(Naskah.SURAT_KEPUTUSAN)
    if decree is None or decree.status != StatusNaskah.DITANDATANGANI:
        sentence = "Petikan dibuat dari surat keputusan yang sudah ditandatangani. Pasangkan dulu salinannya."
        raise IsianSalah([Kekurangan("sk", sentence, medan="jenis")])
    listed = dict.fromkeys(b.usulan.perangkat_daerah_id for b in ditetapkan(bahan))
    given = {n.perangkat_daerah_id for n in bahan.naskah if n.jenis == Naskah.PETIKAN and n.status != "dicabut"}
    open_ones = [ident for ident in listed if ident not in given and perangkat_id in (None, ident)]
    if not open_ones:
        known = perangkat_id is None or perangkat_id in listed
        sentence = "Perangkat daerah itu tidak mempunyai butir dalam surat keputusan ini."
        again = "Petikannya sudah dibuat. Buka naskah itu, lalu pilih Terbitkan ulang."
        raise IsianSalah([Kekurangan("perangkat_daerah", again if known else sentence, medan="perangkat_daerah")])
    return list(open_ones)


def _perubahan(session: Session, officer: Officer, ident: int | None) -> m.PerubahanKlasifikasi:
    change: m.PerubahanKlasifikasi = _satu(session, m.PerubahanKlasifikasi, ident, officer, lock=True)
    if change.naskah is not None and change.naskah.status != StatusNaskah.DICABUT:
        sentence = "Keputusan untuk perubahan ini sudah dibuat. Buka naskahnya, lalu pilih Terbitkan ulang."
        raise IsianSalah([Kekurangan("perubahan", sentence, medan="jenis")])
    return change


def _satu(session: Session, model: Any, ident: int | None, officer: Officer, *, lock: bool = False) -> Any:
    return scope.one(session, model, ident, officer, lock=lock)


def terbit(session: Session, officer: Officer, jenis: Naskah, bahan: Bahan, hari: dt.date) -> m.Naskah:
    """One paper of that day, numbered, rendered and kept in the caller's transaction."""
    token, berkas = token_baru(), bahan.berkas
    changed = bahan.perubahan.butir_ditetapkan.perangkat_daerah if bahan.perubahan is not None else None
    agency = bahan.perangkat or changed
    content, own = templat(session, jenis)
    outside = dari_luar(bahan.settings, jenis)
    number = None
    if jenis not in TANPA_NOMOR and not outside:
        unit = bahan.settings["unit_ppid_utama"]
        number = beri_nomor(session, jenis=jenis.value, unit=unit, pola=pola(bahan.settings, jenis), tanggal=hari)
    kepala = Kepala(
        jenis=jenis,
        tanggal=hari,
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
        permohonan_id=bahan.permohonan.id if bahan.permohonan is not None else None,
        penyusutan_id=bahan.penyusutan.id if bahan.penyusutan is not None else None,
        perangkat_daerah_id=agency.id if agency is not None else None,
        rapat_id=bahan.rapat_ini.id if bahan.rapat_ini is not None else None,
        jenis=jenis.value,
        nomor=number.nomor if number is not None else None,
        nomor_naskah_id=number.id if number is not None else None,
        sumber_nomor=LUAR if outside else "aplikasi",
        tanggal=hari,
        perihal=_sebutan(bahan, kepala),
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
    paper.nomor_naskah, paper.perangkat_daerah = number, agency
    paper.unggahan = simpan(session, printed, nama=nama_berkas(paper), mime=DOCX, officer_id=officer.id)
    session.add(paper)
    session.flush()
    return paper


def _sebutan(bahan: Bahan, kepala: Kepala) -> str:
    """The subject in lists, with the agency, the request or the approval that the paper is about."""
    if bahan.perangkat is not None:
        return f"{LABEL_NASKAH[Naskah(kepala.jenis)]}, {bahan.perangkat.nama}"
    if bahan.permohonan is not None:
        return f"{perihal(bahan, kepala)}, {bahan.permohonan}"
    if bahan.penyusutan is not None:
        return f"{perihal(bahan, kepala)} menurut persetujuan nomor {bahan.penyusutan.nomor_persetujuan}"
    return perihal(bahan, kepala)


def _terdahulu(session: Session, jenis: Naskah, bahan: Bahan) -> int:
    """How many of the kind were made in this round already; a change, a request, a list has one paper."""
    if bahan.perubahan is not None or bahan.permohonan is not None or bahan.penyusutan is not None:
        return 0
    if bahan.berkas is None:
        n = m.Naskah
        return len(session.scalars(select(n.id).where(n.jenis == jenis.value, n.berkas_id.is_(None))).all())
    mine = bahan.perangkat.id if bahan.perangkat is not None else None
    key = (jenis, bahan.berkas.putaran, mine)
    return sum((n.jenis, n.putaran, n.perangkat_daerah_id) == key for n in bahan.naskah)
