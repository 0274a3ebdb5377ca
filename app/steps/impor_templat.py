"""The spreadsheet that agencies fill in: the columns of the import, drop-downs, hints, and the reference data beside it."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy.orm import Session

from app.calendar.words import hari_ini_wib
from app.files.sheets import BARIS_TERBANYAK
from app.sop import choices
from app.steps.impor import LEMBAR
from app.steps.impor_dasar import Acuan, muat_acuan
from app.steps.impor_kolom import KOLOM

ACUAN, PETUNJUK = "Acuan", "Petunjuk"
BARIS_BERPILIHAN = 500
_LEBAR = {"uraian": 40, "konsekuensi_dibuka": 40, "konsekuensi_ditutup": 40, "kepentingan_publik": 30, "bagian": 30}
_PILIHAN = {"cakupan": choices.CAKUPAN, "jangka_jenis": choices.JANGKA_JENIS, "bentuk": choices.BENTUK}
_CATATAN = (
    "Isi lembar “Usulan” mulai baris 2, satu informasi satu baris. Jangan mengubah judul kolom.",
    "Tulis nilainya, bukan rumus. Beberapa huruf atau dasar dipisah titik koma.",
    f"Paling banyak {BARIS_TERBANYAK} baris. Unggah pada halaman Impor usulan; periksa temuannya sebelum disimpan.",
    "Nilai jangka: tahun → jumlah tahun; tanggal → hari-bulan-tahun; peristiwa dan persetujuan → peristiwanya; "
    "sesuai_uu dan tanpa_batas → alasannya.",
    "Huruf a sampai f tidak boleh tanpa batas waktu; huruf a paling lama 30 tahun; "
    "huruf j memerlukan undang-undang lain.",
)


def templat_xlsx(session: Session) -> bytes:
    """The template with today's letters and regulations."""
    return susun_templat(muat_acuan(session, hari_ini_wib()))


def susun_templat(acuan: Acuan) -> bytes:
    """The template for given reference data."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook has one
    sheet.title = LEMBAR
    _kepala(sheet)
    letters = _acuan(book.create_sheet(ACUAN), acuan)
    _pilihan(sheet, letters)
    _petunjuk(book.create_sheet(PETUNJUK))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _kepala(sheet: Worksheet) -> None:
    sheet.append([kolom.nama for kolom in KOLOM])
    for place, kolom in enumerate(KOLOM, 1):
        head = sheet.cell(1, place)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="FFE699" if kolom.wajib else "EDEDED")
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = _LEBAR.get(kolom.nama, 20)
        sheet.column_dimensions[letter].number_format = "@"
        sheet.column_dimensions[letter].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "B2"


def _acuan(sheet: Worksheet, acuan: Acuan) -> int:
    """The sheet that the drop-downs read: letters with their labels, regulations with their status; -> number of letters."""
    rows = sorted(acuan.pasal17.values(), key=lambda row: (row.huruf, row.angka or 0))
    laws = sorted(acuan.peraturan.values(), key=lambda law: (law.jenis != "UU", law.jenis, law.tahun, law.nomor))
    sheet.append(["Pasal 17", "Keterangan", "Peraturan", "Tentang", "Status"])
    for number in range(max(len(rows), len(laws))):
        letter = [rows[number].kode, rows[number].label] if number < len(rows) else [None, None]
        law = laws[number] if number < len(laws) else None
        told = [law.singkat, law.tentang, choices.STATUS_PERATURAN[law.status]] if law is not None else []
        sheet.append([*letter, *told])
    for column, width in zip("ABCDE", (10, 70, 18, 70, 20), strict=True):
        sheet.column_dimensions[column].width = width
        sheet[f"{column}1"].font = Font(bold=True)
    return len(rows)


def _pilihan(sheet: Worksheet, letters: int) -> None:
    """Drop-downs and a hint on each column. Several letters may stand in one cell, so that list only suggests."""
    for place, kolom in enumerate(KOLOM, 1):
        listed = _PILIHAN.get(kolom.nama)
        if listed is not None:
            rule = DataValidation("list", formula1=f'"{",".join(listed)}"', allow_blank=True, showErrorMessage=True)
            rule.error, rule.errorTitle = f"Isi salah satu: {', '.join(listed)}.", "Pilihan tidak dikenal"
        elif kolom.nama == "pasal17":
            source = f"{quote_sheetname(ACUAN)}!$A$2:$A${letters + 1}"
            rule = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
        else:
            rule = DataValidation(allow_blank=True, showErrorMessage=False)
        rule.promptTitle, rule.prompt, rule.showInputMessage = kolom.label[:32], kolom.penjelasan[:255], True
        letter = get_column_letter(place)
        rule.add(f"{letter}2:{letter}{BARIS_BERPILIHAN}")
        sheet.add_data_validation(rule)


def _petunjuk(sheet: Worksheet) -> None:
    for line in _CATATAN:
        sheet.append([line])
    sheet.append([])
    sheet.append(["Kolom", "Wajib", "Penjelasan", "Contoh"])
    for kolom in KOLOM:
        sheet.append([kolom.nama, "ya" if kolom.wajib else "", kolom.penjelasan, kolom.contoh])
    for column, width in zip("ABCD", (24, 8, 60, 40), strict=True):
        sheet.column_dimensions[column].width = width
