"""Looks into an uploaded picture: a complete PNG or JPEG of a size that a reader can open."""

import zlib

from app.errors import JenisSalah
from app.files.tail import menumpang

RUSAK = "Gambar ini rusak atau terpotong. Simpan ulang sebagai PNG atau JPEG, lalu unggah lagi."
RAKSASA = "Gambar ini terlalu besar untuk dibuka. Perkecil menjadi paling banyak 10.000 piksel tiap sisi."
TUMPANGAN = "Ada data lain di belakang gambar ini. Simpan ulang gambarnya, lalu unggah lagi."
SISI_TERPANJANG = 10_000

# JPEG markers without a length: fill byte, restarts, start of image.
ALONE = {0x01, *range(0xD0, 0xD9)}
START_OF_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
START_OF_SCAN = 0xDA
END_OF_IMAGE = b"\xff\xd9"

# PNG: kind of colour -> how many values a point has, and how many bits each may take; the seven passes of an
# interlaced picture as (first column, first row, step across, step down).
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
PIECE = 64 * 1024


def periksa_png(isi: bytes) -> None:
    """Walk the chunks from IHDR to IEND, each with its checksum; nothing may follow."""
    posisi, pertama, kepala, titik = 8, True, b"", bytearray()
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
            kepala, pertama = badan, False
        if jenis == b"IDAT":
            titik += badan
        posisi += 12 + panjang
        if jenis == b"IEND":
            break
    if posisi != len(isi):
        raise JenisSalah(TUMPANGAN)
    if not _genap(kepala, bytes(titik)):
        raise JenisSalah(RUSAK)


def _genap(kepala: bytes, titik: bytes) -> bool:
    """Do the packed points give just the picture that its head promises? Unpacked piece by piece, kept nowhere."""
    dalam, warna, cara, saring, jalin = kepala[8:13]
    if dalam not in DEPTHS.get(warna, ()) or cara or saring or jalin > 1:
        return False
    lebar, tinggi = int.from_bytes(kepala[:4], "big"), int.from_bytes(kepala[4:8], "big")
    bits = dalam * CHANNELS[warna]
    passes = ADAM7 if jalin else ((0, 0, 1, 1),)
    sides = [(-(-(lebar - x) // across), -(-(tinggi - y) // down)) for x, y, across, down in passes]
    wanted = sum(high * (1 + -(-wide * bits // 8)) for wide, high in sides if wide > 0 and high > 0)
    unpack, came, rest = zlib.decompressobj(), 0, titik
    try:
        while came <= wanted and not unpack.eof and (piece := unpack.decompress(rest, PIECE)):
            came, rest = came + len(piece), unpack.unconsumed_tail
    except zlib.error:
        return False
    return came == wanted


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
    akhir = isi.find(END_OF_IMAGE, posisi)
    if not ukuran_diketahui or akhir < 0:
        raise JenisSalah(RUSAK)
    if menumpang(isi[akhir + 2 :]):
        raise JenisSalah(TUMPANGAN)


def _bingkai(bingkai: bytes) -> None:
    if len(bingkai) < 6:
        raise JenisSalah(RUSAK)
    _ukuran(int.from_bytes(bingkai[3:5], "big"), int.from_bytes(bingkai[1:3], "big"))


def _ukuran(lebar: int, tinggi: int) -> None:
    if not lebar or not tinggi:
        raise JenisSalah(RUSAK)
    if max(lebar, tinggi) > SISI_TERPANJANG:
        raise JenisSalah(RAKSASA)
