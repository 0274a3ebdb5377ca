"""The check of uploads: what a file IS, by its bytes, whatever it is called. It refuses what it does not expect.

Order: name, extension, size, first bytes, structure, active content. The bytes are never rewritten: a signature
inside a PDF would break.
"""

import unicodedata
from collections.abc import Callable, Collection
from pathlib import PurePosixPath
from typing import NamedTuple

from app.errors import JenisSalah, TerlaluBesar
from app.files import ooxml, pdf, pictures
from app.files.names import DEVICES as PERANTI

UKURAN_TERBESAR = 25 * 1024 * 1024
NAMA_TERPANJANG = 255  # bytes in UTF-8: what folders can hold
# Controls, marks that turn the direction, halves of characters, other line ends.
TAK_TERLIHAT = ("Cc", "Cf", "Cs", "Zl", "Zp")
GABUNG = "\u200d"  # joins pictures of a phone's keyboard
TERLARANG = frozenset('/\\:*?"<>|')


class Jenis(NamedTuple):
    """One kind of file that we keep: its extensions, MIME type, first bytes and the check of its inside."""

    nama: str
    mime: str
    akhiran: tuple[str, ...]
    awal: bytes
    periksa: Callable[[bytes], None]


class Hasil(NamedTuple):
    """What the check found: the true MIME type and the size in bytes."""

    mime: str
    ukuran: int


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JENIS = {
    "pdf": Jenis("PDF", "application/pdf", ("pdf",), b"%PDF-", pdf.periksa),
    "docx": Jenis("Word (.docx)", DOCX, ("docx",), b"PK\x03\x04", ooxml.periksa_docx),
    "xlsx": Jenis("Excel (.xlsx)", XLSX, ("xlsx",), b"PK\x03\x04", ooxml.periksa_xlsx),
    "png": Jenis("gambar PNG", "image/png", ("png",), b"\x89PNG\r\n\x1a\n", pictures.periksa_png),
    "jpeg": Jenis("gambar JPEG", "image/jpeg", ("jpg", "jpeg"), b"\xff\xd8\xff", pictures.periksa_jpeg),
}
SEMUA = tuple(JENIS)
# Old Word and Excel files, and new ones with a password, share this container.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def periksa(nama: str, isi: bytes, boleh: Collection[str] = SEMUA) -> Hasil:
    """The true type and size of an upload; refuses with a sentence that says how to mend it. `boleh`: keys of JENIS."""
    akhiran = _akhiran(nama)
    kunci = next((kunci for kunci in boleh if akhiran in JENIS[kunci].akhiran), None)
    if kunci is None:
        raise JenisSalah(f"Jenis file .{akhiran or '?'} tidak diterima di sini. Unggah {_daftar(boleh)}.")
    if not isi:
        raise JenisSalah("File ini kosong (0 byte). Simpan ulang dari aplikasi asalnya, lalu unggah lagi.")
    if len(isi) > UKURAN_TERBESAR:
        raise TerlaluBesar
    jenis = JENIS[kunci]
    if not isi.startswith(jenis.awal):
        raise JenisSalah(_salah_isi(isi, akhiran, boleh))
    jenis.periksa(isi)
    return Hasil(jenis.mime, len(isi))


def _akhiran(nama: str) -> str:
    """The extension of a sound name. A name that deceives whoever reads it is refused: the sender can change it."""
    if not nama.strip() or len(nama.encode(errors="replace")) > NAMA_TERPANJANG:
        raise JenisSalah(
            f"Nama file kosong atau lebih panjang dari {NAMA_TERPANJANG} byte. Ganti namanya dengan yang pendek."
        )
    if any(unicodedata.category(huruf) in TAK_TERLIHAT and huruf != GABUNG for huruf in nama):
        raise JenisSalah("Nama file memuat tanda yang tidak terlihat atau membalik arah tulisan. Ganti namanya.")
    if set(nama) & TERLARANG:
        raise JenisSalah('Nama file memuat salah satu tanda / \\ : * ? " < > |. Ganti namanya tanpa tanda itu.')
    if nama[-1] in ". " or PERANTI.fullmatch(nama.split(".")[0].strip()):
        raise JenisSalah("Nama file ini dipakai Windows untuk hal lain atau berakhir titik. Ganti namanya.")
    return PurePosixPath(nama).suffix.lstrip(".").lower()


def _salah_isi(isi: bytes, akhiran: str, boleh: Collection[str]) -> str:
    """Why the first bytes do not fit the name, and what to do."""
    if isi.startswith(OLE):
        return (
            "File ini berformat lama (.doc, .xls) atau bersandi. "
            "Hapus sandinya, pilih Simpan Sebagai .docx atau .xlsx, lalu unggah lagi."
        )
    nyata = next((jenis for jenis in JENIS.values() if isi.startswith(jenis.awal)), None)
    if nyata is None:
        return f"Isi file ini bukan {akhiran.upper()}, atau filenya rusak. Unggah {_daftar(boleh)} yang utuh."
    sebutan = "Word atau Excel" if nyata.awal == JENIS["docx"].awal else nyata.nama
    return f"Isi file ini {sebutan}, tetapi namanya berakhiran .{akhiran}. Perbaiki akhiran namanya, lalu unggah lagi."


def _daftar(boleh: Collection[str]) -> str:
    nama = [JENIS[kunci].nama for kunci in boleh]
    return nama[0] if len(nama) == 1 else f"{', '.join(nama[:-1])} atau {nama[-1]}"
