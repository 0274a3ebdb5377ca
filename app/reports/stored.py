"""Reports as files: made for whoever asks within his rows, and kept for each period that is over, once, with their hashes."""

import datetime as dt
from io import BytesIO

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib, wib
from app.documents.contexts.orang import dari_pejabat
from app.documents.keeping import DOCX, baca, simpan
from app.documents.pdf import ke_pdf, pengubah
from app.errors import TidakDitemukan, TidakTersedia
from app.extensions import db, writing
from app.files.names import nama_unduhan
from app.files.xlsx import tulis
from app.models.base import sekarang
from app.reports.all import LAPORAN
from app.reports.paper import Kepala, lingkup, naskah
from app.reports.periods import Periode, berakhir, terakhir
from app.reports.table import Laporan, Rentang
from app.security import scope
from app.security.officer import Officer
from app.steps.events import Kejadian, catat, catat_sistem
from app.steps.officials import pejabat_menjabat

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
INSTANSI = "PPID UTAMA PROVINSI BANTEN"
# Who reads when nobody asks: the rows of PPID Utama, nothing to write.
SISTEM = Officer(
    id=0,
    username="sistem",
    nama="Sistem",
    jabatan="",
    roles=frozenset(),
    grants=frozenset({(scope.BARIS_UTAMA, scope.RESOURCE)}),
    perangkat_daerah_id=None,
)


def ke_xlsx(session: Session, officer: Officer, report: Laporan, period: Rentang) -> bytes:
    """All rows within the officer's scope, as a spreadsheet."""
    out = BytesIO()  # holds the compressed sheet only; the rows pass by
    tulis(out, report.judul, report.kolom, report.baris(session, officer, period))
    return out.getvalue()


def ke_docx(session: Session, officer: Officer, report: Laporan, period: Rentang) -> bytes:
    """The report as a paper, to be signed by PPID Utama."""
    today = hari_ini_wib()
    holder = pejabat_menjabat(session, "ppid_utama", today)
    person = dari_pejabat(holder) if holder is not None else None
    signer = (person.jabatan, person.nama, person.nip) if person is not None else ("PPID Utama", ". " * 19 + ".", "")
    head = Kepala(INSTANSI, lingkup(report, period, today), today, signer)
    return naskah(report, head, report.baris(session, officer, period))[0]


def nama_file(report: Laporan, period: Rentang, ext: str) -> str:
    """A name that says which report of which days."""
    days = (
        f"{period.mulai.isoformat()}-{period.selesai.isoformat()}" if report.berperiode else hari_ini_wib().isoformat()
    )
    return nama_unduhan(report.judul, days, ext=ext)


def simpan_laporan(hari: dt.date) -> list[str]:
    """Keep what is due before this day and not kept yet; -> what was kept, "name period". Call it outside a transaction.

    A report of a period is caught up for every period since the first berkas; one that shows the present only for the last.
    """
    first = db.session.scalar(select(func.min(m.Berkas.dibuat_pada)))
    known = {tuple(row) for row in db.session.execute(select(m.Laporan.nama, m.Laporan.periode))}
    db.session.rollback()
    if first is None:
        return []
    kept = []
    for report in LAPORAN.values():
        for kind in report.jadwal:
            since = wib(first).date()
            periods = berakhir(kind, hari, since) if report.berperiode else [terakhir(kind, hari)]
            for period in periods:
                due = period.rentang.selesai >= since and (report.nama, period.kode) not in known
                if due and _simpan(report, period):
                    kept.append(f"{report.nama} {period.kode}")
    return kept


def _simpan(report: Laporan, period: Periode) -> bool:
    """Make the files, then the row with its event in one transaction; -> False when another worker was faster."""
    session = db.session
    sheet = ke_xlsx(session, SISTEM, report, period.rentang)
    paper = ke_docx(session, SISTEM, report, period.rentang)
    session.rollback()  # LibreOffice never runs inside a transaction
    printed = _pdf(paper)
    now = sekarang()
    with writing() as fresh:
        same = select(m.Laporan.id).where(m.Laporan.nama == report.nama, m.Laporan.periode == period.kode)
        if fresh.scalar(same) is not None:
            return False
        files = {}
        for ext, mime, content in (("xlsx", XLSX, sheet), ("docx", DOCX, paper), ("pdf", PDF, printed)):
            if content is not None:
                name = nama_unduhan(report.judul, period.kode, ext=ext)
                files[ext] = simpan(fresh, content, nama=name, mime=mime, officer_id=None)
        fresh.flush()
        row = m.Laporan(jenis="per_periode", periode=period.kode, nama=report.nama, tanggal=hari_ini_wib(now))
        row.mulai, row.selesai = period.rentang.mulai, period.rentang.selesai
        row.xlsx, row.docx, row.pdf = files["xlsx"], files["docx"], files.get("pdf")
        fresh.add(row)
        fresh.flush()
        told = {"laporan": report.nama, "periode": period.kode} | {ext: file.sha256 for ext, file in files.items()}
        event = Kejadian("laporan", row.id, "simpan_laporan", f"laporan:{report.nama}:{period.kode}", ringkasan=told)
        catat_sistem(fresh, [event], now)
    return True


def _pdf(paper: bytes) -> bytes | None:
    """The PDF, or nothing where there is no LibreOffice: it is made when somebody asks for it."""
    try:
        return ke_pdf(paper) if pengubah() is not None else None
    except TidakTersedia:
        return None


def unduh_laporan(officer: Officer, ident: int, bentuk: str) -> m.Unggahan:
    """One file of a kept report, within the officer's rows; the reading is logged. The PDF is made once, on first asking."""
    row = scope.find(db.session, m.Laporan, ident, officer)
    if row is None or row.nama is None or bentuk not in ("xlsx", "docx", "pdf"):
        raise TidakDitemukan()
    if bentuk == "pdf" and row.pdf is None:
        _lengkapi_pdf(row)
    with writing() as session:
        told = {"format": bentuk, "periode": row.periode}
        catat(session, officer=officer, objek_jenis="laporan", objek_id=ident, verb="unduh", ringkasan=told)
    found: m.Unggahan = getattr(db.session.get_one(m.Laporan, ident), bentuk)
    return found


def _lengkapi_pdf(row: m.Laporan) -> None:
    if row.docx is None:
        raise TidakDitemukan()
    paper, ident, name = baca(row.docx), row.id, row.docx.nama_asli.removesuffix("docx") + "pdf"
    db.session.rollback()
    printed = ke_pdf(paper)
    with writing() as session:
        fresh = session.get_one(m.Laporan, ident, with_for_update=True)
        fresh.pdf = fresh.pdf or simpan(session, printed, nama=name, mime=PDF, officer_id=None)
