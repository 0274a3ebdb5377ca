"""Looks into an uploaded PDF: whole, readable without a password, and nothing in it that acts by itself."""

import re
from collections import deque
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from app.errors import JenisSalah
from app.files.tail import menumpang

RUSAK = "PDF ini rusak atau terpotong. Cetak atau pindai ulang menjadi PDF, lalu unggah lagi."
BERSANDI = "PDF ini bersandi. Hapus sandinya (simpan atau cetak ulang sebagai PDF), lalu unggah lagi."
AKTIF = "PDF ini memuat {apa}, yang tidak diterima. Cetak ulang sebagai PDF biasa, lalu unggah lagi."
TUMPANGAN = "Ada data lain di belakang isi PDF ini. Cetak ulang sebagai PDF biasa, lalu unggah lagi."

OBJECTS_AT_MOST = 500_000
# Readers of packages look for a table of contents this far from the end: a PDF there would be two files in one.
ZIP_END, ZIP_LOOKS = b"PK\x05\x06", 65_557
# A dictionary with one of these keys carries something that a paper does not need.
KEYS = {
    "/JavaScript": "skrip",
    "/JS": "skrip",
    "/EmbeddedFiles": "lampiran di dalamnya",
    "/EF": "lampiran di dalamnya",
    "/XFA": "formulir dinamis (XFA)",
    "/RichMedia": "media",
    "/RichMediaContent": "media",
    "/Collection": "lampiran di dalamnya",
    "/FFilter": "isi dari file lain",
}
# An action or annotation of one of these kinds does something when the paper is opened or clicked.
ACTIONS = {
    "/JavaScript": "skrip",
    "/Launch": "perintah yang menjalankan program",
    "/ImportData": "perintah yang mengambil data",
    "/SubmitForm": "perintah yang mengirim data",
    "/GoToR": "perintah yang membuka file lain",
    "/GoToE": "perintah yang membuka file lain",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/GoTo3DView": "media",
    "/Thread": "perintah yang membuka file lain",
}
ANNOTATIONS = {
    "/FileAttachment": "lampiran di dalamnya",
    "/RichMedia": "media",
    "/Movie": "media",
    "/Screen": "media",
    "/Sound": "media",
    "/3D": "media",
    "/PS": "program PostScript",
}
SAFE_LINK = re.compile(r"\s*(?:https?:|mailto:|tel:|www\.|[^:]*$)", re.IGNORECASE)


def periksa(isi: bytes) -> None:
    """Refuse a PDF that is broken, locked or active. Pictures and text inside are not decoded."""
    akhir = isi.rfind(b"%%EOF")
    if akhir < 0:
        raise JenisSalah(RUSAK)
    if ZIP_END in isi[-ZIP_LOOKS:] or menumpang(isi[akhir + 5 :]):
        raise JenisSalah(TUMPANGAN)
    try:
        reader = PdfReader(BytesIO(isi))
        if reader.is_encrypted:
            raise JenisSalah(BERSANDI)
        if not len(reader.pages):
            raise JenisSalah(RUSAK)
        _walk(reader.trailer)
    except JenisSalah:
        raise
    except Exception as fault:  # whatever a hostile file makes the reader raise: it is no good PDF
        raise JenisSalah(RUSAK) from fault


def _walk(root: Any) -> None:
    """Every object that can be reached from the trailer, each once, without recursion."""
    queue: deque[Any] = deque([root])
    seen: set[tuple[int, int]] = set()
    count = 0
    while queue:
        item = queue.popleft()
        if isinstance(item, IndirectObject):
            if (item.idnum, item.generation) in seen:
                continue
            seen.add((item.idnum, item.generation))
            item = item.get_object()
        count += 1
        if count > OBJECTS_AT_MOST:
            raise JenisSalah(RUSAK)
        if isinstance(item, DictionaryObject):
            _judge(item)
            queue.extend(value for value in map(item.raw_get, item) if _holds(value))
        elif isinstance(item, ArrayObject):
            queue.extend(value for value in item if _holds(value))


def _holds(value: Any) -> bool:
    return isinstance(value, IndirectObject | DictionaryObject | ArrayObject)


def _judge(item: DictionaryObject) -> None:
    for key, apa in KEYS.items():
        if key in item and item.raw_get(key) is not None:
            raise JenisSalah(AKTIF.format(apa=apa))
    for key, kinds in (("/S", ACTIONS), ("/Subtype", ANNOTATIONS)):
        kind = item.get(key)
        if isinstance(kind, str) and kind in kinds:
            raise JenisSalah(AKTIF.format(apa=kinds[kind]))
    link = item.get("/URI")
    if isinstance(link, str | bytes) and not SAFE_LINK.match(link if isinstance(link, str) else link.decode("latin-1")):
        raise JenisSalah(AKTIF.format(apa="tautan yang menjalankan sesuatu"))
    if isinstance(item, StreamObject) and "/F" in item:
        raise JenisSalah(AKTIF.format(apa="isi dari file lain"))
