"""Names of downloads: they say what the paper is, and hold nothing that a file system or a header could misread."""

import re
import unicodedata

LONGEST = 120
# Windows keeps these for devices, whatever their extension.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def nama_unduhan(*bagian: str | None, ext: str) -> str:
    """Join the parts: ("Surat Keputusan", "800/12/PPID/2026", ext="pdf") → "Surat-Keputusan_800-12-PPID-2026.pdf"."""
    bersih = [potongan for satu in bagian if satu and (potongan := _bersih(satu))]
    nama = "_".join(bersih)[:LONGEST].strip("-_.") or "berkas"
    if DEVICES.fullmatch(nama.split(".")[0]):
        nama = f"berkas_{nama}"
    return f"{nama}.{_bersih(ext.lstrip('.')).lower()}"


def nama_asli(nama: str | None) -> str:
    """The name that a client gave its upload, fit to be kept and shown: last part of the path, no control signs."""
    satu = unicodedata.normalize("NFC", nama or "").replace("\\", "/").rsplit("/", 1)[-1]
    satu = "".join(huruf for huruf in satu if unicodedata.category(huruf)[0] != "C").strip(" .")
    batang, titik, ext = satu.rpartition(".")
    if not titik:
        batang, ext = satu, ""
    ruang = LONGEST - len(ext) - len(titik)
    return f"{batang[: max(ruang, 1)]}{titik}{ext}"[:LONGEST] or "tanpa-nama"


def _bersih(teks: str) -> str:
    """Letters, digits, dot and dash; accents fall away, all else becomes one dash."""
    polos = unicodedata.normalize("NFKD", teks).encode("ascii", "ignore").decode()
    return re.sub(r"-{2,}", "-", re.sub(r"[^A-Za-z0-9.]+", "-", polos)).replace("..", ".").strip("-.")
