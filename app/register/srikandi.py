"""The hand-over of a decree's papers to SRIKANDI: a metadata sheet (xlsx and csv), the files, and a manifest, in one zip.

No interface of SRIKANDI is published: a person uploads the files there with the columns of this sheet beside him.
"""

import csv
import io
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app import models as m
from app.documents.keeping import baca
from app.errors import TidakBerwenang, TidakDitemukan
from app.extensions import db, writing
from app.files.names import nama_unduhan
from app.files.sel import tanda_teks
from app.files.xlsx import tulis
from app.register.kantong import kantong
from app.security import scope
from app.security.officer import Officer
from app.sop.choices import METODE_TTD, NASIB_AKHIR, SKKAAD, TINGKAT_PERKEMBANGAN
from app.sop.words import LABEL_NASKAH, SKKAAD_NASKAH, Naskah, StatusNaskah
from app.steps.events import catat
from app.steps.papers_cetak import nama_berkas
from app.steps.unduh import Unduhan

IZIN = ("can_show", "Arsip")
KOLOM = (
    "Nomor naskah",
    "Jenis naskah",
    "Tanggal naskah",
    "Hal",
    "Pencipta arsip",
    "Kode klasifikasi",
    "Klasifikasi keamanan (SKKAAD)",
    "Retensi aktif (tahun)",
    "Retensi inaktif (tahun)",
    "Nasib akhir",
    "Tingkat perkembangan",
    "Media",
    "Jumlah lembar",
    "Lokasi hardcopy",
    "Penandatangan",
    "Cara tanda tangan",
    "Tanggal tanda tangan",
    "Nomor berkas",
    "Nama file",
    "SHA-256",
    "Ukuran (bita)",
)
_AKHIRAN = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


def serah(officer: Officer, berkas_id: int) -> Unduhan:
    """The zip of one berkas, of the papers within the officer's rows; the reading is logged with its hash."""
    if not officer.may(*IZIN):
        raise TidakBerwenang()
    session: Session = db.session
    berkas = scope.find(session, m.Berkas, berkas_id, officer)
    papers = _naskah(session, officer, berkas) if berkas is not None else []
    if berkas is None or not papers:
        raise TidakDitemukan("Belum ada naskah bernomor pada berkas ini yang dapat Anda serahkan.")
    rows, files = [], []
    for paper, record in papers:
        for name, content, copy in _file(paper):
            files.append((f"naskah/{name}", content))
            rows.append(_baris(berkas, paper, record, copy, name, content))
    number = berkas.nomor or str(berkas.id)
    folder = nama_unduhan("SRIKANDI", number, ext="zip").removesuffix(".zip")
    about = (("External-Identifier", number), ("Source-Organization", "PPID Utama Provinsi Banten"))
    packed = kantong(folder, [("metadata.xlsx", _xlsx(rows)), ("metadata.csv", _csv(rows)), *files], about)
    found = Unduhan(packed, f"{folder}.zip", "application/zip", "")
    _catat(officer, berkas.id, [paper.id for paper, _ in papers])
    return found


def _naskah(session: Session, officer: Officer, berkas: m.Berkas) -> list[tuple[m.Naskah, m.Arsip | None]]:
    """Papers in force with their archive record, in the order of their days."""
    n, a = m.Naskah, m.Arsip
    query = select(n).where(n.berkas_id == berkas.id, n.status != StatusNaskah.DICABUT, scope.visible(n, officer))
    loaded = (joinedload(n.salinan).joinedload(m.SalinanTtd.unggahan), joinedload(n.unggahan))
    papers = session.scalars(query.options(*loaded).order_by(n.tanggal, n.id)).unique().all()
    kept = session.scalars(select(a).where(a.naskah_id.in_([paper.id for paper in papers])))
    records = {record.naskah_id: record for record in kept}
    return [(paper, records.get(paper.id)) for paper in papers]


def _file(paper: m.Naskah) -> list[tuple[str, bytes, m.SalinanTtd | None]]:
    """The signed copy where there is one, and the paper as issued."""
    found: list[tuple[str, bytes, m.SalinanTtd | None]] = []
    if paper.salinan:
        copy = paper.salinan[-1]
        ext = _AKHIRAN.get(copy.unggahan.jenis_mime, "bin")
        found.append((nama_berkas(paper, ext, ttd=True), baca(copy.unggahan), copy))
    return [*found, (nama_berkas(paper), baca(paper.unggahan), None)]


def _baris(
    berkas: m.Berkas,
    paper: m.Naskah,
    record: m.Arsip | None,
    copy: m.SalinanTtd | None,
    name: str,
    content: bytes,
) -> Sequence[Any]:
    kind, signer = Naskah(paper.jenis), paper.penandatangan or {}
    place = ", ".join(f"{k} {v}" for k, v in record.hardcopy.items() if v and k != "jumlah_lembar") if record else None
    return (
        paper.nomor,
        LABEL_NASKAH[kind],
        paper.tanggal,
        paper.perihal,
        paper.perangkat_daerah.nama if paper.perangkat_daerah is not None else "PPID Utama",
        record.kode_klasifikasi if record else None,
        SKKAAD[record.skkaad if record else SKKAAD_NASKAH[kind]],
        record.retensi_aktif if record else None,
        record.retensi_inaktif if record else None,
        NASIB_AKHIR[record.nasib_akhir] if record else None,
        TINGKAT_PERKEMBANGAN[record.tingkat_perkembangan] if record else None,
        "Elektronik dan kertas" if place else "Elektronik",
        record.hardcopy_jumlah_lembar if record else None,
        place,
        signer.get("nama"),
        METODE_TTD[copy.metode] if copy is not None else "Belum ditandatangani (naskah terbit)",
        copy.tanggal_ttd if copy is not None else None,
        berkas.nomor,
        name,
        copy.unggahan.sha256 if copy is not None else paper.sha256,
        len(content),
    )


def _xlsx(rows: Sequence[Sequence[Any]]) -> bytes:
    out = io.BytesIO()
    tulis(out, "Metadata", KOLOM, rows)
    return out.getvalue()


def _csv(rows: Sequence[Sequence[Any]]) -> bytes:
    """For machines; a text that a spreadsheet would take for a formula gets a quote before it."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";")
    table.writerow(KOLOM)
    for row in rows:
        table.writerow([tanda_teks("" if value is None else str(value)) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _catat(officer: Officer, berkas_id: int, papers: list[int]) -> None:
    with writing() as session:
        catat(
            session,
            officer=officer,
            objek_jenis="berkas",
            objek_id=berkas_id,
            verb="serah_srikandi",
            berkas_id=berkas_id,
            ringkasan={"naskah": papers},
        )
