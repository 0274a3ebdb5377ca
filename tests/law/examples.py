"""Builds butir for the tests of the law: one sound butir, and changes of it. No database: the validator needs none."""

import csv
import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

from app import models as m
from app.law.acuan import FOLDER
from app.steps.impor_dasar import Acuan

TODAY = dt.date(2026, 11, 25)
SOUND_TEST: dict[str, Any] = {
    "konsekuensi_dibuka": "Mengungkap riwayat kesehatan seseorang sehingga dapat dipakai untuk diskriminasi.",
    "konsekuensi_ditutup": "Melindungi hak pasien atas kerahasiaan dan kepercayaan pada layanan kesehatan.",
    "kepentingan_publik": "Publik tetap memperoleh rekapitulasi penyakit tanpa identitas pasien.",
    "kepatutan": "Patut dilindungi menurut etika kedokteran.",
    "mitigasi": "Penyajian data agregat per kecamatan.",
    "alternatif": "Penghitaman identitas pasien pada salinan.",
    "cek_pasal18": [False] * 7,
    "persetujuan_tertulis": False,
    "terkait_jabatan_publik": False,
    "kesimpulan": "dikecualikan_sebagian",
    "penguji_id": 1,
    "tanggal": TODAY,
}
SOUND: dict[str, Any] = {
    "kode": "DINKES-2026-0001",
    "uraian": "Identitas dan riwayat kesehatan pasien penyakit menular",
    "uraian_publik": "Data kesehatan perseorangan dalam laporan surveilans penyakit",
    "dokumen_induk": "Laporan surveilans penyakit menular triwulan III",
    "penguasa": "Bidang Pencegahan dan Pengendalian Penyakit",
    "cakupan": "sebagian",
    "bagian": "Kolom 2 sampai 5 pada halaman 3 sampai 18",
    "jangka_jenis": "tahun",
    "jangka_tahun": 5,
    "bentuk": "keduanya",
    "status": "dihimpun",
}


@cache
def _read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def pasal17(kode: str, **changes: Any) -> m.Pasal17:
    """A letter of the catalogue as delivered."""
    huruf, _, angka = kode.partition(".")
    row = next(
        (r for r in _read("pasal17.csv") if (r["huruf"], r["angka"]) == (huruf, angka)),
        {"label": "tanpa angka", "maks_tahun": "", "tanpa_batas": "larang", "perlu_uu_lain": "0"},
    )
    values: dict[str, Any] = {
        "huruf": huruf,
        "angka": int(angka) if angka else None,
        "label": row["label"],
        "maks_tahun": int(row["maks_tahun"]) if row["maks_tahun"] else None,
        "tanpa_batas": row["tanpa_batas"],
        "perlu_uu_lain": row["perlu_uu_lain"] == "1",
        "berlaku_mulai": dt.date(2008, 4, 30),
    }
    return m.Pasal17(**values | changes)


def acuan() -> Acuan:
    """The reference data as delivered, without a database."""
    letters = [pasal17(f"{r['huruf']}.{r['angka']}".rstrip(".")) for r in _read("pasal17.csv")]
    names = ("jenis", "nomor", "tentang", "status", "catatan")
    laws = [m.Peraturan(tahun=int(r["tahun"]), **{name: r[name] for name in names}) for r in _read("peraturan.csv")]
    return Acuan(
        {(row.huruf, row.angka): row for row in letters}, {(law.jenis, law.nomor, law.tahun): law for law in laws}
    )


def hukum(sebutan: str, pasal: str | None = "Pasal 1") -> m.DasarPengecualian:
    """A law of the registry as delivered ("UU 17/2023"), or the text itself when the registry lacks it."""
    jenis, _, rest = sebutan.partition(" ")
    nomor, _, tahun = rest.partition("/")
    found = [r for r in _read("peraturan.csv") if (r["jenis"], r["nomor"], r["tahun"]) == (jenis, nomor, tahun)]
    if not found:
        return m.DasarPengecualian(teks=sebutan, pasal_ayat=pasal)
    law = m.Peraturan(
        jenis=jenis, nomor=nomor, tahun=int(tahun), tentang=found[0]["tentang"], status=found[0]["status"]
    )
    return m.DasarPengecualian(peraturan=law, pasal_ayat=pasal)


def retensi(tahun: int, nasib_akhir: str = "musnah", inaktif: int = 0) -> m.KlasifikasiArsip:
    """A line of the office's scheme of records."""
    return m.KlasifikasiArsip(
        kode="440", uraian="Kesehatan", retensi_aktif=tahun, retensi_inaktif=inaktif, nasib_akhir=nasib_akhir
    )


def butir(
    *,
    huruf: Iterable[str | m.Pasal17] = ("h.2",),
    dasar: Iterable[m.DasarPengecualian] | None = None,
    uji: dict[str, Any] | None = None,
    surat: dt.date | None = None,
    **changes: Any,
) -> m.ButirInformasi:
    """The sound butir with some changes; `uji` changes its test, {"tanpa": True} leaves it without one."""
    letters = [m.DasarPengecualian(pasal17=pasal17(h) if isinstance(h, str) else h) for h in huruf]
    laws = list(dasar) if dasar is not None else [hukum("UU 17/2023", "Pasal 177")]
    tests = [] if uji == {"tanpa": True} else [m.UjiKonsekuensi(putaran=1, **SOUND_TEST | (uji or {}))]
    agency = m.PerangkatDaerah(kode="DINKES", nama="Dinas Kesehatan", singkatan="Dinkes")
    usulan = m.Usulan(perangkat_daerah=agency, judul="Usulan Dinkes 2026", tanggal_surat=surat, status="dihimpun")
    return m.ButirInformasi(usulan=usulan, dasar=[*letters, *laws], uji=tests, **SOUND | changes)
