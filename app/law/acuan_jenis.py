"""The kinds of reference data: which file fills which table, what names a row, how each column is read. Data only."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.models import HariLibur, InformasiTerbuka, KlasifikasiArsip, Pasal17, PerangkatDaerah, Peraturan
from app.sop import choices

YA, TIDAK = ("1", "ya", "true"), ("0", "tidak", "false")

Reader = Callable[[str], Any]
Row = dict[str, Any]


def _text(value: str) -> str | None:
    return value.strip() or None


def _flag(value: str) -> bool:
    word = value.strip().lower() or "0"
    if word not in (*YA, *TIDAK):
        raise ValueError("isi dengan 1 (ya) atau 0 (tidak)")
    return word in YA


def _number(value: str) -> int | None:
    text = value.strip()
    if text and not text.isdecimal():
        raise ValueError("isi dengan angka")
    return int(text) if text else None


def _date(value: str) -> dt.date | None:
    text = value.strip()
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError("tulis tanggal sebagai TTTT-BB-HH") from None


def _choice(allowed: Iterable[str], value: str) -> str:
    if value.strip() not in allowed:
        raise ValueError(f"pilih salah satu: {', '.join(allowed)}")
    return value.strip()


def _one_of(values: Iterable[str]) -> Reader:
    return partial(_choice, tuple(values))


@dataclass(frozen=True)
class Acuan:
    """One kind of reference data: its file, its table, what names a row, and how each column is read."""

    nama: str
    fail: str
    model: Any
    kunci: tuple[str, ...]
    wajib: tuple[str, ...]
    kolom: Mapping[str, Reader]
    bawaan: Callable[[Row], Row] = dict


ACUAN: tuple[Acuan, ...] = (
    Acuan(
        "Perangkat daerah",
        "perangkat_daerah.csv",
        PerangkatDaerah,
        ("kode",),
        ("kode", "nama"),
        {
            **dict.fromkeys(("kode", "nama", "singkatan", "alamat", "telepon", "surel", "website"), _text),
            "kode_unit_naskah": _text,
            "situs_wajib_unggah": _flag,
        },
        lambda row: {"singkatan": row["kode"], **{k: v for k, v in row.items() if v is not None}},
    ),
    Acuan(
        "Peraturan",
        "peraturan.csv",
        Peraturan,
        ("jenis", "nomor", "tahun"),
        ("jenis", "nomor", "tahun", "tentang"),
        {
            "jenis": _one_of(choices.JENIS_PERATURAN),
            "status": _one_of(choices.STATUS_PERATURAN),
            "tahun": _number,
            "di_sop": _flag,
            **dict.fromkeys(("nomor", "tentang", "pengundangan", "tautan", "catatan"), _text),
        },
    ),
    Acuan(
        "Pasal 17",
        "pasal17.csv",
        Pasal17,
        ("huruf", "angka"),
        ("huruf", "label", "tanpa_batas"),
        {
            "huruf": _one_of("abcdefghij"),
            "tanpa_batas": _one_of(choices.TANPA_BATAS),
            "label": _text,
            **dict.fromkeys(("angka", "maks_tahun"), _number),
            **dict.fromkeys(("perlu_uu_lain", "terverifikasi"), _flag),
            **dict.fromkeys(("berlaku_mulai", "berlaku_sampai"), _date),
        },
        lambda row: {k: v for k, v in row.items() if v is not None or not k.startswith("berlaku")},
    ),
    Acuan(
        "Klasifikasi arsip",
        "klasifikasi_arsip.csv",
        KlasifikasiArsip,
        ("kode",),
        ("kode", "uraian", "retensi_aktif", "retensi_inaktif", "nasib_akhir", "skkaad"),
        {
            "nasib_akhir": _one_of(choices.NASIB_AKHIR),
            "skkaad": _one_of(choices.SKKAAD),
            "terverifikasi": _flag,
            **dict.fromkeys(("retensi_aktif", "retensi_inaktif"), _number),
            **dict.fromkeys(("kode", "uraian", "pemicu_retensi", "dasar"), _text),
        },
    ),
    Acuan(
        "Daftar informasi publik",
        "informasi_terbuka.csv",
        InformasiTerbuka,
        ("ringkasan", "penguasa"),
        ("ringkasan", "penguasa"),
        {
            **dict.fromkeys(("ringkasan", "penguasa", "sumber"), _text),
            **dict.fromkeys(("berlaku_mulai", "berlaku_sampai"), _date),
        },
        lambda row: {k: v for k, v in row.items() if v is not None},
    ),
    Acuan(
        "Hari libur",
        "hari_libur.csv",
        HariLibur,
        ("tanggal", "nama"),
        ("tanggal", "nama"),
        {
            "tanggal": _date,
            "jenis": _one_of(choices.JENIS_LIBUR),
            "pasti": _flag,
            **dict.fromkeys(("nama", "sumber"), _text),
        },
    ),
)
