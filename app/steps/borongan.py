"""Papers in bulk: all of a berkas or of a filter, as one streamed zip with a manifest, or as one PDF for printing."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session, joinedload, selectinload

from app import models as m
from app.calendar.words import tanggal_panjang
from app.documents.gabung import gabungkan
from app.documents.keeping import baca, simpan
from app.documents.pdf import ke_pdf_banyak
from app.errors import IsianSalah, Kekurangan, TidakBerwenang, TidakTersedia
from app.extensions import db, writing
from app.files.sel import tanda_teks
from app.files.zipped import Isi, alirkan, panjang
from app.models.base import MAKS_ID
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.words import LABEL_NASKAH, Naskah, StatusNaskah
from app.steps.events import catat
from app.steps.papers_cetak import nama_berkas

ISI = {"docx": "Word (.docx)", "ttd": "salinan bertanda tangan", "semua": "Word dan salinan bertanda tangan"}
# What a meeting has before it, in one filter; withdrawn papers are never printed.
BAHAN_RAPAT = "bahan_rapat"
KELOMPOK: dict[str, tuple[Naskah, ...]] = {
    BAHAN_RAPAT: (
        Naskah.UNDANGAN,
        Naskah.DRAFT_DAFTAR,
        Naskah.MATRIKS,
        Naskah.BERITA_ACARA,
        Naskah.NOTA_DINAS,
        Naskah.LEMBAR_PENDAPAT,
    )
}
PALING_BANYAK = 5000
JENDELA = 200
SEKALI_CATAT = 50
SEKALI_UBAH = 10
PDF = "application/pdf"
_AKHIRAN = {PDF: "pdf", "image/jpeg": "jpg", "image/png": "png"}
_JUDUL = ("No", "File", "SHA-256", "Ukuran", "Jenis naskah", "Nomor", "Tanggal", "Perihal", "Status", "Putaran", "Kode")


@dataclass(frozen=True)
class Saringan:
    """Which papers: of one berkas with its proposals, of a kind (or a group of kinds), of a status, with these words."""

    berkas: int | None = None
    jenis: str = ""
    status: str = ""
    cari: str = ""


@dataclass(frozen=True)
class Lembar:
    """One file to hand out: its paper, its name in the zip, its bytes by their row, and its line in the manifest."""

    naskah_id: int
    berkas_id: int | None
    rahasia: bool
    nama: str
    unggahan_id: int
    sha256: str
    ukuran: int
    judul: str
    baris: tuple[str, ...] = field(repr=False, default=())


def _pilih(officer: Officer, wanted: Saringan) -> Select[Any]:
    """The papers of a filter within the officer's rows, in the order in which they were issued."""
    if not officer.may("can_get", "Naskah") and not officer.may("can_show", "Naskah"):
        raise TidakBerwenang()
    n = m.Naskah
    query = select(n).where(visible(n, officer)).order_by(n.id)
    if wanted.berkas is not None:
        proposed = exists().where(m.Usulan.id == n.usulan_id, m.Usulan.berkas_id == min(wanted.berkas, MAKS_ID))
        query = query.where((n.berkas_id == min(wanted.berkas, MAKS_ID)) | proposed)
    if wanted.jenis:
        query = query.where(n.jenis.in_(KELOMPOK.get(wanted.jenis, (wanted.jenis,))))
    if wanted.status:
        query = query.where(n.status == wanted.status)
    for word in wanted.cari.split()[:8]:
        query = query.where(n.perihal.icontains(word, autoescape=True) | n.nomor.icontains(word, autoescape=True))
    return query


def lembar(officer: Officer, wanted: Saringan, isi: str = "semua") -> list[Lembar]:
    """The files of a zip, light and in order: the same question gives the same list while nothing was issued since."""
    if isi not in ISI:
        raise IsianSalah([Kekurangan("isi", f"Pilih isi zip: {', '.join(ISI)}.", medan="isi")])
    found: list[Lembar] = []
    for paper in _satu_satu(_pilih(officer, wanted)):
        if isi != "ttd":
            found.append(_lembar(paper, paper.unggahan, "docx"))
        if isi != "docx" and paper.salinan:
            found.append(_lembar(paper, paper.salinan[-1].unggahan, "ttd"))
    return found


def _satu_satu(query: Select[Any]) -> Iterator[m.Naskah]:
    """The papers of a query with what their names need, a window at a time so that memory stays small."""
    n, session = m.Naskah, db.session
    loaded = (joinedload(n.unggahan), joinedload(n.nomor_naskah), joinedload(n.perangkat_daerah), joinedload(n.berkas))
    query = query.options(*loaded, selectinload(n.salinan).joinedload(m.SalinanTtd.unggahan)).limit(JENDELA)
    last = count = 0
    while papers := session.scalars(query.where(n.id > last)).unique().all():
        count += len(papers)
        if count > PALING_BANYAK:
            raise _terlalu_banyak()
        last = papers[-1].id
        yield from papers
        session.expunge_all()


def _terlalu_banyak() -> IsianSalah:
    return IsianSalah([Kekurangan("terlalu_banyak", f"Lebih dari {PALING_BANYAK} naskah. Persempit saringannya.")])


def _lembar(paper: m.Naskah, kept: m.Unggahan, bentuk: str) -> Lembar:
    ext = _AKHIRAN.get(kept.jenis_mime, "docx")
    folder = "" if paper.status != StatusNaskah.DICABUT else "dicabut/"
    case = paper.berkas.nomor if paper.berkas is not None else "usulan"
    name = f"{case.replace('/', '-')}/{folder}{paper.id:06d}_{nama_berkas(paper, ext, ttd=bentuk == 'ttd')}"
    label = LABEL_NASKAH[Naskah(paper.jenis)]
    row = (
        name,
        kept.sha256,
        str(kept.ukuran),
        label,
        paper.nomor or "",
        paper.tanggal.isoformat(),
        paper.perihal,
        paper.sebutan_status,
        str(paper.putaran),
        paper.token,
    )
    secret = paper.jenis != Naskah.SURAT_KEPUTUSAN
    title = f"{label} {paper.nomor or ''}".strip() + f", {tanggal_panjang(paper.tanggal)}"
    return Lembar(paper.id, paper.berkas_id, secret, name, kept.id, kept.sha256, kept.ukuran, title, row)


def manifes(files: list[Lembar]) -> list[tuple[str, bytes]]:
    """The two lists in front of every zip: one for people and spreadsheets, one for `sha256sum -c`."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_JUDUL)
    for number, file in enumerate(files, 1):
        writer.writerow([number, *map(tanda_teks, file.baris)])
    sums = "".join(f"{file.sha256}  {file.nama}\n" for file in files)
    return [("MANIFES.csv", ("\ufeff" + out.getvalue()).encode()), ("SHA256SUMS", sums.encode())]


@dataclass(frozen=True)
class Zip:
    """A zip that is ready to be sent: its length and mark are known before its bytes are read."""

    ukuran: int
    tanda: str
    jumlah: int
    potongan: Iterator[bytes]


def zip_naskah(officer: Officer, files: list[Lembar]) -> Zip:
    """The zip of these files. Every reading of an internal paper is logged before its bytes leave."""
    if not files:
        raise IsianSalah([Kekurangan("kosong", "Tidak ada naskah yang cocok. Longgarkan saringannya.")])
    lists = manifes(files)
    sizes = [*((name, len(content)) for name, content in lists), *((file.nama, file.ukuran) for file in files)]
    mark = hashlib.sha256(lists[1][1] + lists[0][1]).hexdigest()
    return Zip(panjang(sizes), mark, len(files), alirkan(_bergiliran(officer, lists, files)))


def _bergiliran(officer: Officer, lists: list[tuple[str, bytes]], files: list[Lembar]) -> Iterator[Isi]:
    for name, content in lists:
        yield Isi(name, len(content), lambda content=content: content)  # type: ignore[misc]
    for file in _tercatat(officer, files, "zip"):
        yield Isi(file.nama, file.ukuran, lambda file=file: _baca(file))  # type: ignore[misc]


def _tercatat(officer: Officer, files: Iterable[Lembar], bentuk: str) -> Iterator[Lembar]:
    """The files in turn, each batch logged before the first of it is handed out."""
    waiting: list[Lembar] = []
    for file in [*files, None]:
        if file is not None:
            waiting.append(file)
        if waiting and (file is None or len(waiting) == SEKALI_CATAT):
            _catat(officer, waiting, bentuk)
            yield from waiting
            waiting = []


def _catat(officer: Officer, files: list[Lembar], bentuk: str) -> None:
    with writing() as session:
        for file in {file.naskah_id: file for file in files if file.rahasia}.values():
            catat(
                session,
                officer=officer,
                objek_jenis="naskah",
                objek_id=file.naskah_id,
                verb="unduh",
                berkas_id=file.berkas_id,
                ringkasan={"format": bentuk},
            )
    db.session.remove()


def _baca(file: Lembar) -> bytes:
    content = baca(db.session.get_one(m.Unggahan, file.unggahan_id))
    db.session.remove()
    return content


# --- one PDF for printing -------------------------------------------------------------------------------------------
def kemajuan(officer: Officer, wanted: Saringan) -> tuple[int, int]:
    """(papers whose PDF is made, all papers) of those that are printed: withdrawn ones are not."""
    ids = list(db.session.execute(_dicetak(officer, wanted)))
    return sum(1 for row in ids if row.pdf_id is not None), len(ids)


def _dicetak(officer: Officer, wanted: Saringan) -> Select[Any]:
    n = m.Naskah
    query = _pilih(officer, wanted).where(n.status != StatusNaskah.DICABUT).limit(PALING_BANYAK)
    columns: Any = query.with_only_columns(n.id, n.pdf_id, n.unggahan_id)
    return columns  # type: ignore[no-any-return]


def siapkan(officer: Officer, wanted: Saringan, banyak: int = SEKALI_UBAH) -> tuple[int, int]:
    """Make the PDF of the next few papers and keep it; -> how far it is now. Asked again, it goes on where it stopped."""
    session: Session = db.session
    lacking = [row for row in session.execute(_dicetak(officer, wanted)) if row.pdf_id is None][:banyak]
    if lacking:
        kept = {row.id: session.get_one(m.Unggahan, row.unggahan_id) for row in lacking}
        docx = {ident: (baca(file), file.nama_asli) for ident, file in kept.items()}
        session.rollback()
        made = ke_pdf_banyak([content for content, _ in docx.values()])
        for (ident, (_, name)), content in zip(docx.items(), made, strict=True):
            _pasang_pdf(ident, name, content)
    return kemajuan(officer, wanted)


def _pasang_pdf(ident: int, name: str, content: bytes) -> None:
    with writing() as session:
        query = select(m.Naskah).where(m.Naskah.id == ident).with_for_update()
        paper = session.scalars(query).one()
        if paper.pdf_id is None:  # two people may prepare the same papers at once
            row = simpan(session, content, nama=f"{name.rsplit('.', 1)[0]}.pdf", mime=PDF, officer_id=None)
            session.flush()
            paper.pdf_id = row.id


def pdf_gabungan(officer: Officer, wanted: Saringan) -> tuple[int, Iterator[bytes]]:
    """(papers in it, the PDF as a stream). TidakTersedia while some PDF is still to be made."""
    done, total = kemajuan(officer, wanted)
    if not total:
        raise IsianSalah([Kekurangan("kosong", "Tidak ada naskah yang cocok. Longgarkan saringannya.")])
    if done < total:
        raise TidakTersedia(f"Baru {done} dari {total} PDF yang siap. Lanjutkan penyiapannya, lalu unduh.")
    query = _pilih(officer, wanted).where(m.Naskah.status != StatusNaskah.DICABUT)
    files = [_lembar(paper, db.session.get_one(m.Unggahan, paper.pdf_id), "pdf") for paper in _satu_satu(query)]
    pieces = gabungkan((file.judul, _baca(file)) for file in _tercatat(officer, files, "pdf_gabungan"))
    return len(files), pieces
