"""SOP 5: the signed decree stands on the required sites, is archived in soft and hard copy, and is reported."""

import datetime as dt

from sqlalchemy import select

from app import models as m
from app.calendar.words import tanggal_panjang
from app.errors import Kekurangan
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_NASKAH, LABEL_PELAKSANA, Naskah
from app.steps.arsip import kurang
from app.steps.cases import naskah_berlaku
from app.steps.move import Move
from app.steps.publikasi import periksa_setempat, situs_wajib
from app.steps.tetapkan import kurang_ttd

SEGAR = dt.timedelta(minutes=15)


def missing(move: Move) -> list[Kekurangan]:
    """Signed papers, a proven publication on each required site, archive records complete."""
    return [*kurang_ttd(move), *_sites(move), *_archive(move)]


def _sites(move: Move) -> list[Kekurangan]:
    decree = naskah_berlaku(move.session, move.case.id, Naskah.SURAT_KEPUTUSAN)
    if decree is None:
        return []
    p = m.Publikasi
    found = move.session.scalars(select(p).where(p.naskah_id == decree.id, p.dicabut_pada.is_(None))).all()
    for publication in found:
        periksa_setempat(publication, decree, move.now)
    proven = {row.perangkat_daerah_id for row in found if _proven(row, move.now)}
    lacking = [
        Kekurangan(
            "situs_belum",
            f"Situs {agency.nama} belum memuat SK ini dengan hasil pemeriksaan yang sama. Unggah lalu periksa.",
            medan="publikasi",
            dasar="SOP 5",
        )
        for agency in situs_wajib(move.session, decree)
        if agency.id not in proven
    ]
    if not proven and not lacking:
        sentence = "SK belum diunggah. Publikasikan di halaman publik atau catat alamat unggahannya."
        lacking.append(Kekurangan("publikasi_kosong", sentence, medan="publikasi", dasar="SOP 5"))
    return lacking


def _proven(row: m.Publikasi, now: dt.datetime) -> bool:
    if (row.saluran == "manual" and row.hasil_cek != "berbeda") or row.hasil_cek == "tidak_dapat_diperiksa":
        return bool(row.bukti)
    return row.hasil_cek == "sama" and row.cek_terakhir is not None and now - row.cek_terakhir <= SEGAR


def _archive(move: Move) -> list[Kekurangan]:
    n, a = m.Naskah, m.Arsip
    papers = select(n, a).outerjoin(a, a.naskah_id == n.id).where(n.berkas_id == move.case.id, n.status != "dicabut")
    lacking = []
    for paper, record in move.session.execute(papers.order_by(n.id)):
        if record is not None and record.lengkap:
            continue
        rule = KETENTUAN[Naskah(paper.jenis)]
        level = "blok" if rule.penting_arsip else "peringatan"
        label = LABEL_NASKAH[rule.jenis]
        sentence = f"Arsip {label} ({tanggal_panjang(paper.tanggal)}) belum lengkap. Isi {', '.join(kurang(record))}."
        if not move.officer.roles & {role.value for role in rule.pengarsip}:
            sentence += f" Dicatat oleh {' atau '.join(LABEL_PELAKSANA[role] for role in rule.pengarsip)}."
        lacking.append(Kekurangan("arsip", sentence, medan="arsip", tingkat=level, dasar="SOP 5"))
    return lacking


def effect(_move: Move) -> None:
    """Proof of upload and report are issued by the table."""


def after(move: Move) -> None:
    """Keep the report of this decree in the list of reports."""
    report = next(n for n in move.naskah if n.jenis == Naskah.LAPORAN)
    move.session.add(m.Laporan(jenis="per_sk", berkas_id=move.case.id, naskah_id=report.id, tanggal=move.today))
