"""Three clocks that are never one: how long it is excluded, how long the record is kept, how secret the record is. Where they collide."""

import datetime as dt
from collections.abc import Sequence

from app import models as m
from app.calendar.terms import akhir_jangka
from app.calendar.words import tanggal_panjang
from app.sop.choices import SKKAAD
from app.sop.words import StatusRegister as S

TERTUTUP = (S.MENUNGGU_TTD, S.BERLAKU, S.AKAN_BERAKHIR)
TERBUKA = (S.DIBUKA, S.TERBUKA_DEMI_HUKUM, S.DIBATALKAN)
KETAT = ("rahasia", "sangat_rahasia")


def akhir_retensi(arsip: m.Arsip) -> dt.date:
    """When the record leaves the agency: active and inactive years after the paper's date."""
    years = arsip.retensi_aktif + arsip.retensi_inaktif
    return akhir_jangka(arsip.naskah.tanggal, years) if years else arsip.naskah.tanggal


def bentrok(entry: m.ButirDitetapkan, arsip: m.Arsip | None) -> list[str]:
    """Sentences about one entry and the archive record of its decree's particulars; empty when the clocks agree."""
    found = []
    level = str(entry.isi.get("skkaad") or "biasa")
    if entry.status in TERTUTUP and level == "biasa":
        found.append("Masih dikecualikan, tetapi klasifikasi keamanannya Biasa. Tinjau SKKAAD dokumen.")
    if entry.status in TERBUKA and level in KETAT:
        found.append(f"Sudah terbuka, tetapi klasifikasi keamanannya {SKKAAD[level]}. Turunkan setelah ditinjau.")
    if arsip is None or arsip.nasib_akhir == "permanen":
        return found
    gone = akhir_retensi(arsip)
    if entry.akhir is not None and entry.akhir > gone:
        found.append(
            f"Pengecualian sampai {tanggal_panjang(entry.akhir)} melampaui retensi arsip yang berakhir "
            f"{tanggal_panjang(gone)}. Perpanjang retensi atau ubah nasib akhirnya."
        )
    elif entry.akhir is None and arsip.nasib_akhir == "musnah" and entry.status in TERTUTUP:
        found.append(
            f"Pengecualian tanpa tanggal akhir, sedangkan arsip dimusnahkan setelah {tanggal_panjang(gone)}. "
            "Ubah nasib akhir menjadi dinilai kembali atau permanen."
        )
    return found


def bentrok_berkas(
    entries: Sequence[m.ButirDitetapkan], arsip: Sequence[m.Arsip]
) -> list[tuple[m.ButirDitetapkan, list[str]]]:
    """The entries of a berkas whose clocks collide, each against the shortest-lived record of its decree."""
    doomed = [row for row in arsip if row.nasib_akhir != "permanen"]
    weakest = min(doomed, key=akhir_retensi, default=None)
    told = [(entry, bentrok(entry, weakest)) for entry in entries]
    return [(entry, sentences) for entry, sentences in told if sentences]
