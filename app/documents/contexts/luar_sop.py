"""The papers beside the SOP: the letter that refuses a request, the record of archives that were destroyed or handed over."""

import re
from collections.abc import Callable
from typing import Any

from app import models as m
from app.calendar.words import terbilang
from app.documents.contexts import bersama, turunan
from app.documents.contexts.bahan import Bahan, Kepala
from app.sop import choices
from app.sop.words import LABEL_NASKAH, Naskah


def surat_penolakan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """What is refused and why, in the words that were announced anyway; nothing of the test's own words."""
    asked = bahan.permohonan
    return {
        "instansi": bersama.instansi(bahan.utama),
        "naskah": bersama.naskah(bahan, kepala),
        "kepada": [asked.pemohon] if asked is not None else [],
        "alamat_pemohon": (asked.alamat_pemohon or "") if asked is not None else "",
        "permohonan": {
            "nomor": asked.nomor if asked is not None else "",
            "kanal": choices.KANAL_PERMOHONAN[asked.kanal] if asked is not None else "",
            "diterima": bersama.tanggal(asked.diterima if asked is not None else None),
            "rincian": asked.rincian if asked is not None else "",
        },
        "sebagian": asked is not None and asked.jawaban == "dikabulkan_sebagian",
        "butir": [_ditolak(entry) for entry in bahan.entri],
        "keterangan": (asked.keterangan_jawaban or "") if asked is not None else "",
        "penandatangan": bersama.ppid_utama(bahan),
    }


def _ditolak(entry: m.ButirDitetapkan) -> dict[str, str]:
    decree = f"Keputusan Nomor {bersama.nomor_cetak(entry.sk) or '–'} tanggal {bersama.tanggal(entry.sk.tanggal)}"
    return turunan.entri(entry) | {"keputusan": decree}


def berita_acara_penyusutan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """That the records of a list were destroyed or handed over: by which approval, how, before whom."""
    done = bahan.penyusutan
    return {
        "instansi": bersama.instansi(bahan.utama),
        "naskah": bersama.naskah(bahan, kepala),
        "diserahkan": done is not None and done.jenis == "serah",
        "cara": (done.cara or "") if done is not None else "",
        "persetujuan": {
            "nomor": (done.nomor_persetujuan or "") if done is not None else "",
            "tanggal": bersama.tanggal(done.tanggal_persetujuan if done is not None else None),
        },
        "jumlah_arsip": len(bahan.arsip),
        "jumlah_kata": terbilang(len(bahan.arsip)),
        "arsip": [_arsip(row) for row in bahan.arsip],
        "pelaku": _pelaku(bahan),
        "mengetahui": bersama.ppid_utama(bahan),
    }


def _pelaku(bahan: Bahan) -> list[dict[str, str]]:
    """Who carried it out, then the witnesses, as they were typed with semicolons between."""
    by, done = bahan.pelaku, bahan.penyusutan
    witnesses = re.split(r"[;\n]", (done.saksi or "") if done is not None else "")
    first = {"nama": ", ".join(part for part in (by.nama, by.jabatan) if part), "sebagai": "Pelaksana"}
    return [first, *({"nama": one.strip(), "sebagai": "Saksi"} for one in witnesses if one.strip())]


def _arsip(row: m.Arsip) -> dict[str, str]:
    number = bersama.nomor_cetak(row.naskah)
    return {
        "kode": row.kode_klasifikasi,
        "arsip": f"{LABEL_NASKAH[Naskah(row.naskah.jenis)]} {number}".strip(),
        "tanggal": bersama.tanggal(row.naskah.tanggal),
        "tingkat": choices.TINGKAT_PERKEMBANGAN[row.tingkat_perkembangan],
        "lembar": str(row.hardcopy_jumlah_lembar or "–"),
        "boks": row.hardcopy_boks or "–",
        "skkaad": choices.SKKAAD[row.skkaad],
        "nasib_akhir": choices.NASIB_AKHIR[row.nasib_akhir],
        "sha256": row.naskah.sha256,
    }


SUSUN: dict[str, Callable[[Bahan, Kepala], dict[str, Any]]] = {
    Naskah.SURAT_PENOLAKAN: surat_penolakan,
    Naskah.BERITA_ACARA_PENYUSUTAN: berita_acara_penyusutan,
}
