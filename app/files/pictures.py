"""Looks into an uploaded picture: a complete PNG or JPEG of a size that a reader can open."""

import zlib

from app.errors import JenisSalah

RUSAK = "Gambar ini rusak atau terpotong. Simpan ulang sebagai PNG atau JPEG, lalu unggah lagi."
RAKSASA = "Gambar ini terlalu besar untuk dibuka. Perkecil menjadi paling banyak 10.000 titik tiap sisi."
TUMPANGAN = "Di belakang gambar ini menempel data lain. Simpan ulang gambarnya, lalu unggah lagi."
SISI_TERPANJANG = 10_000

# JPEG markers without a length: fill byte, restarts, start of image.
ALONE = {0x01, *range(0xD0, 0xD9)}
START_OF_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
START_OF_SCAN = 0xDA
END_OF_IMAGE = b"\xff\xd9"


def periksa_png(isi: bytes) -> None:
    """Walk the chunks from IHDR to IEND, each with its checksum; nothing may follow."""
    posisi, pertama = 8, True
    while True:
        panjang, jenis = int.from_bytes(isi[posisi : posisi + 4], "big"), isi[posisi + 4 : posisi + 8]
        badan = isi[posisi + 8 : posisi + 8 + panjang]
        jumlah = isi[posisi + 8 + panjang : posisi + 12 + panjang]
        if len(badan) != panjang or jumlah != zlib.crc32(jenis + badan).to_bytes(4, "big"):
            raise JenisSalah(RUSAK)
        if pertama and (jenis != b"IHDR" or panjang != 13):
            raise JenisSalah(RUSAK)
        if pertama:
            _ukuran(int.from_bytes(badan[:4], "big"), int.from_bytes(badan[4:8], "big"))
        pertama = False
        posisi += 12 + panjang
        if jenis == b"IEND":
            break
    if posisi != len(isi):
        raise JenisSalah(TUMPANGAN)


def periksa_jpeg(isi: bytes) -> None:
    """Walk the segments to the first scan; the frame gives the size, the end mark must stand behind. Phones append."""
    posisi, ukuran_diketahui = 2, False
    while True:
        if posisi + 4 > len(isi) or isi[posisi] != 0xFF:
            raise JenisSalah(RUSAK)
        tanda = isi[posisi + 1]
        if tanda == 0xFF or tanda in ALONE:
            posisi += 1 if tanda == 0xFF else 2
            continue
        panjang = int.from_bytes(isi[posisi + 2 : posisi + 4], "big")
        if panjang < 2 or posisi + 2 + panjang > len(isi):
            raise JenisSalah(RUSAK)
        if tanda in START_OF_FRAME:
            _bingkai(isi[posisi + 4 : posisi + 2 + panjang])
            ukuran_diketahui = True
        posisi += 2 + panjang
        if tanda == START_OF_SCAN:
            break
    if not ukuran_diketahui or isi.find(END_OF_IMAGE, posisi) < 0:
        raise JenisSalah(RUSAK)


def _bingkai(bingkai: bytes) -> None:
    if len(bingkai) < 6:
        raise JenisSalah(RUSAK)
    _ukuran(int.from_bytes(bingkai[3:5], "big"), int.from_bytes(bingkai[1:3], "big"))


def _ukuran(lebar: int, tinggi: int) -> None:
    if not lebar or not tinggi:
        raise JenisSalah(RUSAK)
    if max(lebar, tinggi) > SISI_TERPANJANG:
        raise JenisSalah(RAKSASA)
