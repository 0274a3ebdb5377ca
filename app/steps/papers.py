"""Issues the papers of a move, withdraws those of a way back, prints drafts. Everything inside the move's transaction."""

import datetime as dt
from dataclasses import replace
from typing import Any

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app import models as m
from app.calendar.hours import di_luar_jam_kerja
from app.calendar.words import hari_ini_wib
from app.documents.contexts.bahan import Bahan, Kejadian, Kepala, Orang
from app.documents.contexts.bersama import perihal, rapat_terakhir
from app.documents.keeping import DOCX, simpan
from app.documents.kode import kode_verifikasi, token_baru
from app.documents.konsep import NOMOR_TITIK
from app.documents.numbering import batalkan_nomor, beri_nomor
from app.errors import IsianSalah, Kekurangan
from app.files.names import nama_unduhan
from app.law import settings
from app.security.officer import Officer
from app.sop.words import (
    LABEL_NASKAH,
    LUAR_SOP,
    MILIK_PERANGKAT_DAERAH,
    NAMA_FAIL_NASKAH,
    TANPA_NOMOR,
    Naskah,
    StatusNaskah,
)
from app.steps.events import libur_pada
from app.steps.move import Move
from app.steps.papers_bahan import lengkapi, muat
from app.steps.papers_cetak import PENETAPAN, cetak, gambar_kop, isi_naskah, judul, penanda, sidik, templat
from app.steps.papers_cetak import nama_berkas as nama_berkas
from app.steps.penomoran import LUAR, dari_luar, pola

# Ways that make a paper as if it had never been: the number of one that nobody signed is void, with the reason.
# Every other way back withdraws a paper that others have read and answered; its number stays used.
MEMBATALKAN_NOMOR = frozenset({"tarik", "batalkan", "batalkan_penetapan"})
_DARI_RAPAT = (Naskah.MATRIKS, Naskah.BERITA_ACARA)
_BERJUDUL_SENDIRI = (Naskah.SURAT_KEPUTUSAN, Naskah.NOTA_DINAS)


def terbitkan(move: Move, jenis: Naskah, *, berkas: m.Berkas | None = None) -> list[m.Naskah]:
    """Issue one paper of a move: numbered, rendered, kept, with its snapshot. Nothing where the paper does not apply.

    `berkas`: for a paper of a berkas that is not the case of the move (a combined draft that changed).
    """
    case, usulan = berkas if berkas is not None else move.berkas, None
    if berkas is None and move.kind == "usulan" and jenis in MILIK_PERANGKAT_DAERAH:
        case, usulan = None, move.case
        if usulan.nihil and jenis != Naskah.USULAN_DAFTAR:
            return []
    bahan = _bahan(move, case, usulan)
    when = _tanggal(move, jenis, bahan)
    _siapkan(move, jenis, bahan, when)
    lengkapi(move.session, bahan, jenis, move.today)
    return [_terbit(move, jenis, bahan, when)]


def _bahan(move: Move, berkas: m.Berkas | None, usulan: m.Usulan | None) -> Bahan:
    """The rows of the case, loaded once for all papers of the move."""
    key = ("bahan", berkas.id if berkas is not None else None, usulan.id if usulan is not None else None)
    kept = vars(move).setdefault("_papers", {})
    if key not in kept:
        by = orang_pelaku(move.session, move.officer)
        kept[key] = muat(move.session, move.settings, tanggal=move.today, pelaku=by, berkas=berkas, usulan=usulan)
    bahan: Bahan = kept[key]
    bahan.catatan, bahan.peringatan = move.note, move.peringatan
    return bahan


def orang_pelaku(session: Session, officer: Officer) -> Orang:
    """Who acts, as a person on paper."""
    nip = session.scalar(select(m.Pengguna.nip).where(m.Pengguna.id == officer.id))
    return Orang(nama=officer.nama, jabatan=officer.jabatan, nip=nip or "")


def _tanggal(move: Move, jenis: Naskah, bahan: Bahan) -> dt.date:
    """The WIB day of the move; the meeting's for its record and test sheet; the given one for the decree."""
    if jenis in _DARI_RAPAT:
        held = rapat_terakhir(bahan, "uji_konsekuensi", move.today)
        return held.tanggal if held is not None else move.today
    given = move.data.get("tanggal")
    return given if jenis in PENETAPAN and isinstance(given, dt.date) else move.today


def _siapkan(move: Move, jenis: Naskah, bahan: Bahan, when: dt.date) -> None:
    """What only the move knows: the official who signs the decree, and the act that the report tells as done."""
    ident = move.data.get("penandatangan")
    if jenis in PENETAPAN and isinstance(ident, int):
        signer = move.session.get(m.Pejabat, ident)
        bahan.pejabat = {**bahan.pejabat, **({"penetap": signer} if signer is not None else {})}
    if jenis == Naskah.SURAT_KEPUTUSAN:
        bahan.jejak = _kepala_jejak(move.session)
    if jenis == Naskah.LAPORAN:
        bahan.kejadian = [*bahan.kejadian, _kini(move)]


def _kepala_jejak(session: Session) -> str:
    """The head of the event log as the decree finds it: an outside witness of everything before."""
    head = session.get(m.KepalaRantai, 1)
    return f"{head.urut}:{head.sha}" if head is not None and head.urut else ""


def _kini(move: Move) -> Kejadian:
    """The act itself, which the log will hold only after its papers."""
    return Kejadian(
        verb=move.row.verb,
        objek_jenis=move.kind,
        objek_id=move.case.id,
        waktu=move.now,
        pelaku=move.officer.nama,
        pelaku_id=move.officer.id,
        jabatan=move.officer.jabatan,
        peran=move.officer.peran,
        catatan=move.note,
        di_luar_jam_kerja=di_luar_jam_kerja(move.now, libur_pada(move.session, move.today)),
    )


def _terbit(move: Move, jenis: Naskah, bahan: Bahan, when: dt.date) -> m.Naskah:
    session, usulan = move.session, bahan.usulan[0] if bahan.berkas is None else None
    agency = usulan.perangkat_daerah if usulan is not None else None
    content, own = templat(session, jenis)
    number = _nomor(move, jenis, agency, when)
    token = token_baru()
    kepala = _kepala(bahan, jenis, when, token)
    outside = dari_luar(move.settings, jenis)
    kepala = replace(kepala, nomor=number.nomor if number is not None else NOMOR_TITIK if outside else "")
    isi = isi_naskah(bahan, kepala)
    title = judul(jenis, number.nomor if number is not None else None)
    printed = cetak(content, isi, jenis, title, gambar=gambar_kop(session, isi))
    paper = m.Naskah(
        berkas_id=bahan.berkas.id if bahan.berkas is not None else None,
        usulan_id=usulan.id if usulan is not None else None,
        perangkat_daerah_id=agency.id if agency is not None else None,
        jenis=jenis.value,
        nomor=number.nomor if number is not None else None,
        sumber_nomor=LUAR if outside else "aplikasi",
        nomor_naskah_id=number.id if number is not None else None,
        tanggal=when,
        perihal=_perihal(bahan, kepala, agency),
        tembusan=isi["naskah"]["tembusan"],
        templat_id=own.id if own is not None else None,
        templat_sha256=sidik(content),
        isi=isi,
        sha256=sidik(printed),
        token=token,
        penandatangan=penanda(bahan, jenis),
        putaran=kepala.putaran,
        revisi=kepala.revisi + 1,
    )
    paper.nomor_naskah, paper.perangkat_daerah = number, agency
    name = nama_berkas(paper)
    paper.unggahan = simpan(session, printed, nama=name, mime=DOCX, officer_id=move.officer.id)
    session.add(paper)
    session.flush()
    bahan.naskah.append(paper)
    return paper


def _nomor(move: Move, jenis: Naskah, agency: m.PerangkatDaerah | None, when: dt.date) -> m.NomorNaskah | None:
    """The next number: of the agency for its own papers, else of PPID Utama's unit."""
    if jenis in TANPA_NOMOR or dari_luar(move.settings, jenis):
        return None
    chosen = move.settings
    unit = (agency.kode_unit_naskah or agency.kode) if agency is not None else chosen["unit_ppid_utama"]
    return beri_nomor(move.session, jenis=jenis.value, unit=unit, pola=pola(chosen, jenis, agency), tanggal=when)


def _kepala(bahan: Bahan, jenis: Naskah, when: dt.date, token: str = "") -> Kepala:
    """The identity of the next paper of a kind, without its number."""
    usulan = bahan.usulan[0] if bahan.berkas is None else None
    putaran = bahan.berkas.putaran if bahan.berkas is not None else usulan.putaran if usulan is not None else 1
    ident = usulan.id if usulan is not None else None
    earlier = [n for n in bahan.naskah if (n.jenis, n.putaran, n.usulan_id) == (jenis, putaran, ident)]
    return Kepala(
        jenis=jenis,
        tanggal=when,
        putaran=putaran,
        revisi=len(earlier),
        kode=kode_verifikasi(token),
        alamat=alamat_verifikasi(token) if token else "",
    )


def alamat_verifikasi(token: str) -> str:
    """Where anyone checks a paper."""
    public = str(current_app.config.get("SIDIK_PUBLIC_URL") or "").rstrip("/")
    return f"{public}/v/{token}"


def _perihal(bahan: Bahan, kepala: Kepala, agency: m.PerangkatDaerah | None) -> str:
    """The subject in lists: that of the decree and the letter, else the name of the paper, with its agency."""
    if kepala.jenis in _BERJUDUL_SENDIRI:
        return perihal(bahan, kepala)
    label = LABEL_NASKAH[Naskah(kepala.jenis)]
    return f"{label}, {agency.nama}" if agency is not None else label


def cabut(session: Session, case: Any, jenis: tuple[Naskah, ...], *, alasan: str, langkah: str = "") -> None:
    """Withdraw the papers of these kinds of a usulan or berkas; `langkah` (the verb) decides over their numbers."""
    n = m.Naskah
    mine = n.usulan_id == case.id if isinstance(case, m.Usulan) else (n.berkas_id == case.id) & n.usulan_id.is_(None)
    query = select(n).where(mine, n.jenis.in_(jenis), n.status != StatusNaskah.DICABUT)
    for paper in session.scalars(query.options(joinedload(n.nomor_naskah))):
        unsigned = paper.status == StatusNaskah.TERBIT
        if unsigned and langkah in MEMBATALKAN_NOMOR and paper.nomor_naskah is not None:
            batalkan_nomor(session, paper.nomor_naskah, alasan)
        paper.status, paper.usang = StatusNaskah.DICABUT.value, False
    session.flush()


def konsep(
    session: Session, *, jenis: str, berkas: m.Berkas | None = None, usulan: m.Usulan | None = None, officer: Officer
) -> tuple[bytes, str]:
    """(the draft, its file name): marked KONSEP, numberless, kept nowhere, no counter touched."""
    if jenis not in set(Naskah):
        raise IsianSalah([Kekurangan("jenis", "Jenis naskah tidak dikenal.", medan="jenis")])
    kind = Naskah(jenis)
    if kind in LUAR_SOP:
        raise IsianSalah(
            [Kekurangan("jenis", "Naskah ini dibuat dari permohonan atau daftar arsipnya.", medan="jenis")]
        )
    if (usulan is None) == (berkas is None) or (usulan is not None) > (kind in MILIK_PERANGKAT_DAERAH):
        sentence = "Sebutkan usulan untuk usulan daftar dan draft daftar perangkat daerah, atau berkas untuk yang lain."
        raise IsianSalah([Kekurangan("lingkup", sentence, medan="berkas")])
    if kind == Naskah.USULAN_DAFTAR and usulan is None:
        raise IsianSalah([Kekurangan("lingkup", "Sebutkan usulannya.", medan="usulan")])
    today = hari_ini_wib()
    by = orang_pelaku(session, officer)
    bahan = muat(session, settings.semua(session), tanggal=today, pelaku=by, berkas=berkas, usulan=usulan)
    lengkapi(session, bahan, kind, today)
    content, _ = templat(session, kind)
    isi = isi_naskah(bahan, _kepala(bahan, kind, today))
    printed = cetak(content, isi, kind, judul(kind, "KONSEP"), konsep=True, gambar=gambar_kop(session, isi))
    case = berkas.nomor if berkas is not None else usulan.perangkat_daerah.singkatan if usulan is not None else None
    return printed, nama_unduhan(f"KONSEP-{NAMA_FAIL_NASKAH[kind]}", case, today.isoformat(), ext="docx")
