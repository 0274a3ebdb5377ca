"""Makes proposal sheets for the tests: sound rows, and the hostile things that arrive in practice."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook

BARIS: dict[str, Any] = {
    "uraian": "Identitas dan riwayat kesehatan pasien penyakit menular",
    "dokumen_induk": "Laporan surveilans penyakit menular triwulan III",
    "penguasa": "Bidang Pencegahan dan Pengendalian Penyakit",
    "pasal17": "h.2",
    "dasar_uu": "UU 17/2023 Kesehatan Pasal 177",
    "konsekuensi_dibuka": "Mengungkap riwayat kesehatan seseorang sehingga dapat dipakai untuk diskriminasi.",
    "konsekuensi_ditutup": "Melindungi hak pasien atas kerahasiaan dan kepercayaan pada layanan kesehatan.",
    "kepentingan_publik": "Publik tetap memperoleh rekapitulasi penyakit tanpa identitas pasien.",
    "cakupan": "sebagian",
    "bagian": "Kolom 2 sampai 5 pada halaman 3 sampai 18",
    "jangka_jenis": "tahun",
    "jangka_nilai": 5,
    "uraian_publik": "Data kesehatan perseorangan dalam laporan surveilans penyakit",
    "bentuk": "keduanya",
}
KOLOM = list(BARIS)


def lembar(*changes: dict[str, Any], kolom: list[str] | None = None, nama: str = "Usulan", atas: int = 0) -> bytes:
    """A workbook with one row per change of the sound row; `atas` empty title rows stand above the headings."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = nama
    for number in range(atas):
        sheet.append([f"Judul {number}"])
    names = KOLOM if kolom is None else kolom
    sheet.append(names)
    for change in changes:
        row = BARIS | change
        sheet.append([row.get(name) for name in names])
    return simpan(book)


def simpan(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()
