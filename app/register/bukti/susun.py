"""Puts an evidence bundle together: numbered exhibits, tables, chain, manifest, verifier. The whole one, or what may be shared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import tanggal_panjang, waktu_wib, wib
from app.documents.keeping import baca
from app.documents.pdf import ke_pdf_banyak, pengubah
from app.errors import IsianSalah, Kekurangan, TerlaluBesar, TidakBerwenang, TidakDitemukan, TidakTersedia
from app.extensions import db, writing
from app.files.names import nama_unduhan
from app.models.base import sekarang
from app.register.bukti import periksa, tabel
from app.register.bukti.kumpul import Bahan, kumpulkan, rantai, terbuka
from app.security import scope
from app.security.officer import Officer
from app.sop.words import LABEL_NASKAH, LABEL_STATUS, Naskah
from app.steps.events import catat
from app.steps.papers_cetak import nama_berkas
from app.steps.unduh import Unduhan

BAGIAN = {
    "lengkap": "Paket lengkap (tertutup, untuk Majelis Komisioner)",
    "terbuka": "Bagian terbuka (boleh dibagikan)",
}
PALING_BESAR = 400 << 20
IZIN = ("can_bukti", "Sengketa")
_AKHIRAN = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True)
class File:
    """One file of the bundle. `bukti`: the number of its exhibit; `peristiwa`: the event of the chain that names its hash."""

    bukti: int
    judul: str
    umum: bool
    nama: str
    isi: bytes
    peristiwa: int | None = None

    @property
    def jalan(self) -> str:
        folder = "terbuka" if self.umum else "tertutup"
        return f"{folder}/T-{self.bukti:02d}_{self.nama}"


def unduh_bukti(officer: Officer, sengketa_id: int, bagian: str = "lengkap") -> Unduhan:
    """The bundle of a dispute as a download. Its seal is kept in the event log, as a witness outside the bundle."""
    if not officer.may(*IZIN):
        raise TidakBerwenang()
    if bagian not in BAGIAN:
        raise IsianSalah([Kekurangan("bagian", f"Pilih bagian: {', '.join(BAGIAN)}.", medan="bagian")])
    session: Session = db.session
    public = bagian == "terbuka"
    docx = _tanpa_pdf(_buka(session, officer, sengketa_id), umum=public)
    session.rollback()  # LibreOffice never runs inside a transaction
    made = _ke_pdf(docx)
    bahan = _buka(session, officer, sengketa_id)
    content, seal = susun(session, bahan, umum=public, pdf=made)
    berkas_id, number = bahan.berkas.id, bahan.sengketa.nomor_register_ki
    sha256 = hashlib.sha256(content).hexdigest()
    with writing() as fresh:
        catat(
            fresh,
            officer=officer,
            objek_jenis="sengketa",
            objek_id=sengketa_id,
            verb="bukti",
            berkas_id=berkas_id,
            ringkasan={"bagian": bagian, "segel": seal, "sha256": sha256},
        )
    name = nama_unduhan("Bukti", number, bagian, seal[:12], ext="zip")
    return Unduhan(content, name, "application/zip", sha256)


def _buka(session: Session, officer: Officer, ident: int) -> Bahan:
    case = scope.find(session, m.Sengketa, ident, officer)
    bahan = kumpulkan(session, case) if case is not None else None
    if bahan is None:
        raise TidakDitemukan()
    return bahan


def susun(session: Session, bahan: Bahan, *, umum: bool, pdf: dict[int, bytes] | None = None) -> tuple[bytes, str]:
    """(the archive, its seal). `pdf`: paper → PDF that is not kept in the store."""
    files = [file for file in _isi(session, bahan, pdf or {}, umum=umum) if file.umum or not umum]
    chain = None if umum else rantai(session, bahan)
    about = None
    if chain is not None:
        number = files[-1].bukti + 1
        kept = File(number, "Rantai peristiwa (untuk periksa.py)", False, "Rantai-Peristiwa.jsonl", chain[2])
        files.append(kept)
        decree = next((f.jalan for f in files if f.nama.endswith(".docx") and f.peristiwa and _sk(bahan, f)), "")
        about = {
            "dari": chain[0],
            "sampai": chain[1],
            "nama": kept.jalan,
            "sk": decree,
            "saksi": bahan.saksi if decree else "",
        }
    packed = [*_muka(bahan, files, umum=umum), *((f.jalan, f.isi) for f in files)]
    if sum(len(content) for _, content in packed) > PALING_BESAR:
        raise TerlaluBesar("Paket bukti melebihi 400 MB. Serahkan naskah-naskahnya secara terpisah.")
    events = {f.jalan: f.peristiwa for f in files}
    manifest = {
        "format": periksa.FORMAT,
        "bagian": "terbuka" if umum else "lengkap",
        "perkara": {"nomor_register_ki": bahan.sengketa.nomor_register_ki, "nomor_sk": bahan.sk.nomor or ""},
        "dibuat": sekarang().isoformat(timespec="seconds"),
        "berkas": [_baris(name, content, None if umum else events.get(name)) for name, content in packed],
        "rantai": about,
    }
    seal = periksa.segel(manifest)
    listed = periksa.ejaan({**manifest, "segel": seal})
    return periksa.arsip([(periksa.MANIFEST, listed), *packed]), seal


def _sk(bahan: Bahan, file: File) -> bool:
    return hashlib.sha256(file.isi).hexdigest() == bahan.sk.sha256


def _baris(name: str, content: bytes, event: int | None) -> dict[str, object]:
    return {"nama": name, "sha256": hashlib.sha256(content).hexdigest(), "ukuran": len(content), "peristiwa": event}


def _isi(session: Session, bahan: Bahan, pdf: dict[int, bytes], *, umum: bool) -> Iterator[File]:
    """The exhibits in order: the papers, then the tables. The same number in both parts."""
    papers = [n for n in bahan.naskah if terbuka(n) or not umum]
    numbers = {n.id: place for place, n in enumerate(bahan.naskah, 1)}
    for paper in papers:
        kept = session.get(m.Unggahan, paper.pdf_id) if paper.pdf_id is not None else None
        made = baca(kept) if kept is not None else pdf.get(paper.id)
        yield from _naskah(bahan, paper, numbers[paper.id], made)
    last = len(bahan.naskah)
    for public in (True, False):
        note = " (bagian terbuka)" if public else ""
        told = tabel.pembenaran(bahan.entri, publik=public)
        yield File(last + 1, f"Tabel pembenaran per butir{note}", public, "Tabel-Pembenaran.docx", told)
        told = tabel.linimasa(bahan.peristiwa, publik=public)
        yield File(last + 2, f"Linimasa perkara{note}", public, "Linimasa.docx", told)
        told = tabel.publikasi(bahan.publikasi, publik=public)
        yield File(last + 3, f"Bukti publikasi{note}", public, "Bukti-Publikasi.docx", told)
    for proof in bahan.publikasi:
        kept = session.get(m.Unggahan, proof.bukti_unggahan_id) if proof.bukti_unggahan_id is not None else None
        if kept is not None:
            name = f"Lampiran-Publikasi-{proof.id}.{_AKHIRAN.get(kept.jenis_mime, 'bin')}"
            yield File(last + 3, "Lampiran bukti publikasi", False, name, baca(kept))


def _naskah(bahan: Bahan, paper: m.Naskah, number: int, made: bytes | None) -> Iterator[File]:
    """The paper as issued, its PDF, and every signed copy."""
    label = LABEL_NASKAH[Naskah(paper.jenis)]
    gone = " (DICABUT)" if paper.status == "dicabut" else ""
    title, public = f"{label} {paper.nomor or ''}".strip() + gone, terbuka(paper)
    yield File(number, title, public, nama_berkas(paper), baca(paper.unggahan), bahan.disebut.get(paper.sha256))
    if made is not None:
        yield File(number, f"{title}, PDF", public, nama_berkas(paper, "pdf"), made)
    for place, copy in enumerate(paper.salinan):
        kept, again = copy.unggahan, f"salinan{place + 1}_" if place else ""
        name = again + nama_berkas(paper, _AKHIRAN.get(kept.jenis_mime, "bin"), ttd=True)
        event = bahan.disebut.get(kept.sha256)
        yield File(number, f"{title}, salinan bertanda tangan", public, name, baca(kept), event)


def _tanpa_pdf(bahan: Bahan, *, umum: bool) -> dict[int, bytes]:
    """Paper → .docx of those whose PDF is not kept, where there is a LibreOffice."""
    wanted = [n for n in bahan.naskah if n.pdf_id is None and (terbuka(n) or not umum)]
    return {n.id: baca(n.unggahan) for n in wanted} if pengubah() is not None else {}


def _ke_pdf(docx: dict[int, bytes]) -> dict[int, bytes]:
    """Paper → PDF, in one start of LibreOffice; nothing when it cannot: the bundle says so."""
    try:
        return dict(zip(docx, ke_pdf_banyak(list(docx.values())), strict=True)) if docx else {}
    except TidakTersedia:
        return {}


def _muka(bahan: Bahan, files: Sequence[File], *, umum: bool) -> Iterator[tuple[str, bytes]]:
    """What stands before the exhibits: how to read and verify it, the verifier, the index."""
    yield "BACA-SAYA.txt", _baca_saya(bahan, files, umum=umum).replace("\n", "\r\n").encode("utf-8-sig")
    yield "periksa.py", Path(periksa.__file__).read_bytes()
    rows = [(f"Bukti T-{f.bukti}", f.judul, "Terbuka" if f.umum else "Tertutup", f.jalan) for f in files]
    told = [
        f"Sengketa informasi nomor {bahan.sengketa.nomor_register_ki}",
        f"Surat keputusan nomor {bahan.sk.nomor or '–'}",
    ]
    yield (
        "Daftar-Bukti.docx",
        tabel.dokumen("Daftar Bukti Termohon", told, ("Bukti", "Isi", "Sifat", "File"), [("", rows)]),
    )


def _baca_saya(bahan: Bahan, files: Sequence[File], *, umum: bool) -> str:
    decree = f"{bahan.sk.nomor or 'tanpa nomor'} tanggal {tanggal_panjang(bahan.sk.tanggal)}"
    pdf = any(f.nama.endswith(".pdf") and f.judul.endswith(", PDF") for f in files)
    return "\n".join(
        (
            f"PAKET BUKTI SENGKETA INFORMASI NOMOR {bahan.sengketa.nomor_register_ki}",
            f"Surat keputusan {decree}. Berkas {bahan.berkas.nomor}, status {LABEL_STATUS.get(bahan.berkas.status, '')}.",
            f"Disusun {waktu_wib(wib(sekarang()))}. {BAGIAN['terbuka' if umum else 'lengkap']}.",
            "",
            *_sifat(umum=umum),
            ""
            if pdf
            else "Paket ini tanpa PDF karena pengubah PDF tidak tersedia saat disusun; naskah Word tetap lengkap.",
            "CARA MEMERIKSA",
            "1. Pasang Python 3.9 atau lebih baru. Tidak perlu jaringan dan tidak perlu program lain.",
            "2. Ambil periksa.py dari paket ini (atau salinan yang diterima terpisah dari PPID).",
            "3. Jalankan: python periksa.py NAMA-PAKET.zip   (atau tanpa nama file, dari dalam folder hasil ekstrak)",
            "4. Cocokkan saksi dari luar: --segel SEGEL (ditanyakan kepada PPID) dan --saksi JEJAK (tercetak pada SK asli).",
            periksa.BATAS,
        )
    )


def _sifat(*, umum: bool) -> Sequence[str]:
    if umum:
        return (
            "Paket ini hanya memuat bagian yang boleh dibagikan. Nomor bukti sama dengan nomor pada paket lengkap.",
        )
    return (
        "TERTUTUP: folder “tertutup” memuat isi yang dikecualikan. Serahkan hanya kepada Majelis Komisioner dalam",
        "sidang tertutup. Yang boleh dibagikan hanya folder “terbuka”, yang juga dapat diunduh sebagai paket sendiri.",
        "Peristiwa perkara lain tampak hanya sebagai sidik jarinya (paling banyak 63 bita terakhir catatannya terbaca).",
    )
