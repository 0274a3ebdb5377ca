"""The tables of an evidence bundle as .docx, each in two versions: the full one for the Majelis, and the one that may be shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from app import models as m
from app.calendar.words import tanggal_panjang, waktu_wib, wib
from app.register.columns import KOLOM
from app.sop import choices, reading
from app.sop.words import LABEL_PELAKSANA, LABEL_STATUS

Baris = Sequence[str]
# Of the public columns those that stand on the entry itself; decree and agency are named above the table.
_PUBLIK = tuple(
    kolom for kolom in KOLOM if getattr(kolom.asal, "class_", None) is m.ButirDitetapkan and kolom.nama != "status"
)
# What is asked in a hearing → where the snapshot of the decree holds it.
_UJI = (
    ("Kerugian bila dibuka", "konsekuensi_dibuka"),
    ("Manfaat bila ditutup", "konsekuensi_ditutup"),
    ("Penimbangan kepentingan publik", "kepentingan_publik"),
    ("Kepatutan", "kepatutan"),
    ("Kesusilaan", "kesusilaan"),
    ("Mitigasi", "mitigasi"),
    ("Alternatif yang dipertimbangkan", "alternatif"),
)
_LAIN = {
    "buat": "Membuat",
    "isi": "Mengisi",
    "sunting": "Menyunting",
    "uji": "Menguji konsekuensi",
    "pendapat": "Memberi pendapat",
    "catat_pendapat": "Mencatat pendapat dari rapat",
    "catat_rapat": "Mencatat rapat",
}


def dokumen(
    judul: str,
    pengantar: Iterable[str],
    kolom: Baris,
    tables: Iterable[tuple[str, Iterable[Baris]]],
    penutup: Iterable[str] = (),
) -> bytes:
    """A landscape paper: title, some sentences, one table under each heading, closing lines. No author, no comments."""
    paper = Document()
    section = paper.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = "Arial", Pt(9)
    paper.core_properties.author, paper.core_properties.title, paper.core_properties.comments = "", judul[:250], ""
    paper.add_heading(judul, 1)
    for sentence in pengantar:
        paper.add_paragraph(sentence)
    for heading, rows in tables:
        if heading:
            paper.add_heading(heading, 2)
        _table(paper, kolom, rows)
    for line in penutup:
        paper.add_paragraph(line)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _table(paper: Any, kolom: Baris, rows: Iterable[Baris]) -> None:
    table = paper.add_table(rows=1, cols=len(kolom), style="Table Grid")
    for place, word in enumerate(kolom):
        table.rows[0].cells[place].paragraphs[0].add_run(word).bold = True
    for row in rows:
        cells = table.add_row().cells
        for place, value in enumerate(row):
            cells[place].text = value or "–"


def pembenaran(entries: Sequence[m.ButirDitetapkan], *, publik: bool) -> bytes:
    """Letter, law, harm, balance, part and term of every entry in dispute; in public the columns of the allow-list only."""
    told = ["Disusun dari isi yang dikunci pada saat surat keputusan ditetapkan."]
    if publik:
        told.append(
            "Bagian ini hanya memuat kolom yang sudah diumumkan. Uraian uji konsekuensi ada pada bagian tertutup."
        )
    rows = _umum if publik else _lengkap
    tables = [(f"{entry.kode} ({entry.perangkat_daerah.nama})", rows(entry)) for entry in entries]
    return dokumen("Tabel Pembenaran Pengecualian per Butir", told, ("Unsur", "Uraian"), tables)


def _umum(entry: m.ButirDitetapkan) -> list[Baris]:
    return [(kolom.judul, _kata(kolom.nama, getattr(entry, kolom.asal.key))) for kolom in _PUBLIK]


def _kata(nama: str, value: Any) -> str:
    if hasattr(value, "year"):
        return tanggal_panjang(value)
    return choices.CAKUPAN.get(value, str(value)) if nama == "cakupan" else str(value or "")


def _lengkap(entry: m.ButirDitetapkan) -> list[Baris]:
    said, test = entry.isi, entry.isi.get("uji") or {}
    laws = "\n".join(_dasar(basis) for basis in said.get("dasar", []))
    part = said.get("bagian") or ""
    return [
        ("Informasi", said.get("uraian") or entry.uraian_publik),
        ("Huruf Pasal 17 UU 14/2008", entry.klasifikasi),
        ("Dasar hukum", laws or entry.dasar_hukum),
        *((label, test.get(name) or "") for label, name in _UJI),
        ("Bagian yang dikecualikan", f"{choices.CAKUPAN.get(entry.cakupan, entry.cakupan)}. {part}".strip()),
        ("Jangka waktu", said.get("jangka") or entry.jangka),
        ("Kesimpulan uji", _uji(test)),
        ("Hasil pertimbangan Tim", choices.HASIL_PERTIMBANGAN.get(said.get("hasil_pertimbangan") or "", "")),
        ("Keputusan", choices.KEPUTUSAN.get(said.get("keputusan") or "", "")),
        ("Alasan berbeda dari Tim", said.get("alasan_berbeda") or ""),
    ]


def _dasar(basis: dict[str, Any]) -> str:
    quote = f": “{basis['kutipan']}”" if basis.get("kutipan") else ""
    return f"{basis.get('sebutan') or ''}{quote}"


def _uji(test: dict[str, Any]) -> str:
    told = choices.KESIMPULAN.get(test.get("kesimpulan") or "", "")
    return f"{told}, oleh {test.get('penguji') or '–'} pada {test.get('tanggal') or '–'}" if told else ""


def linimasa(events: Sequence[m.Peristiwa], *, publik: bool) -> bytes:
    """What happened when, by whom, in which capacity. In public without names and notes."""
    kolom = ("No. peristiwa", "Waktu", "Pelaku dan kapasitas", "Kegiatan", "Status", "Catatan", "Sidik jari (SHA-256)")
    rows = [_kejadian(row, publik=publik) for row in events]
    shown = [name for name in kolom if not (publik and name == "Catatan")]
    told = ["Waktu dalam WIB menurut jam server. Nomor peristiwa adalah urutannya dalam catatan seluruh sistem."]
    return dokumen("Linimasa Perkara", told, shown, [("", rows)])


def _kejadian(row: m.Peristiwa, *, publik: bool) -> Baris:
    step = reading.cari(row.objek_jenis, row.verb) if row.objek_jenis in reading.TABEL else None
    act = step.label if step is not None else _LAIN.get(row.verb, row.verb.replace("_", " ").capitalize())
    capacity = LABEL_PELAKSANA.get(row.peran, row.peran)  # type: ignore[call-overload]  # several roles in one text
    who = (
        capacity
        if publik
        else "\n".join(x for x in (row.pelaku_nama, row.pelaku_jabatan, capacity, row.atas_nama) if x)
    )
    status = f"{LABEL_STATUS.get(row.dari, row.dari)} → {LABEL_STATUS.get(row.ke or '', row.ke)}" if row.dari else ""
    outside = " (di luar jam kerja)" if row.di_luar_jam_kerja else ""
    told = [
        str(row.urut),
        waktu_wib(wib(row.waktu)) + outside,
        who,
        f"{act} ({row.objek_jenis} {row.objek_id})",
        status,
    ]
    return [*told, *([] if publik else [row.catatan or ""]), row.sha]


def publikasi(rows: Sequence[m.Publikasi], *, publik: bool) -> bytes:
    """Where the decree was announced, with the hash of what was announced and the last check. In public without notes."""
    kolom = ["Situs", "Saluran", "Alamat", "Diunggah", "SHA-256", "Pemeriksaan terakhir", "Dicabut"]
    kolom += [] if publik else ["Bukti"]
    found = []
    for p in rows:
        checked = choices.HASIL_CEK.get(p.hasil_cek or "", "Belum diperiksa")
        when = f", {waktu_wib(wib(p.cek_terakhir))}" if p.cek_terakhir is not None else ""
        gone = f"{waktu_wib(wib(p.dicabut_pada))}: {p.alasan_cabut}" if p.dicabut_pada is not None else ""
        row = [p.perangkat_daerah.nama, choices.SALURAN[p.saluran], p.url, waktu_wib(wib(p.tanggal_unggah)), p.sha256]
        found.append([*row, checked + when, gone, *([] if publik else [p.bukti or ""])])
    told = ["SHA-256 dihitung atas salinan bertanda tangan yang diumumkan."]
    return dokumen("Bukti Publikasi Surat Keputusan", told, kolom, [("", found)])
