"""Regulations as papers cite them: full names, promulgation, the order of Mengingat, the bases of each paper."""

import re
from collections.abc import Iterable

from app import models as m
from app.documents.contexts.bahan import Bahan
from app.documents.contexts.bersama import SOP
from app.sop.choices import JENIS_PERATURAN

BERLAKU = ("berlaku", "diubah")
# Not on the SOP sheet, yet the ground that every decree stands on (province, regional government, PP of UU 14/2008).
SELALU = {("UU", "23", 2000), ("UU", "23", 2014), ("PP", "61", 2010)}
_NAMA = {
    "Perda": "Peraturan Daerah Provinsi Banten",
    "Pergub": "Peraturan Gubernur Banten",
    "lain": "Peraturan",
}
_LEMBARAN = {
    "TLN": "Tambahan Lembaran Negara Republik Indonesia",
    "LN": "Lembaran Negara Republik Indonesia",
    "BN": "Berita Negara Republik Indonesia",
    "LD": "Lembaran Daerah Provinsi Banten",
    "BD": "Berita Daerah Provinsi Banten",
}
_PENGUNDANGAN = re.compile(r"\b(TLN|LN|BN|LD|BD)\s+(?:(?:Tahun\s+)?\d{4}\s+)?(?:(?:Nomor|No\.)\s+)?(\d+)(?:/\d{4})?")


def nama_peraturan(rule: m.Peraturan) -> str:
    """ "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"."""
    kind = _NAMA.get(rule.jenis, JENIS_PERATURAN[rule.jenis])
    if rule.jenis == "Permen" and (rule.catatan or "").startswith("Permendagri"):
        kind = "Peraturan Menteri Dalam Negeri"
    return f"{kind} Nomor {rule.nomor} Tahun {rule.tahun} tentang {rule.tentang}"


def pengundangan(rule: m.Peraturan) -> str:
    """ "(Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61, …)"; empty when the registry does not know it."""
    kept = (rule.pengundangan or "").strip()
    told, year = [], f" Tahun {rule.tahun}"
    for sheet, number in _PENGUNDANGAN.findall(kept):
        told.append(f"{_LEMBARAN[sheet]}{'' if sheet == 'TLN' else year} Nomor {number}")
    return f"({', '.join(told)})" if told else f"({kept})" if kept else ""


def mengingat(rules: Iterable[m.Peraturan]) -> list[str]:
    """The regulations of a decree: those of the sheet and the common ground, in force, by rank, then year."""
    rank = {kind: place for place, kind in enumerate(JENIS_PERATURAN)}
    wanted = [r for r in rules if r.status in BERLAKU and (r.di_sop or (r.jenis, r.nomor, r.tahun) in SELALU)]
    wanted.sort(key=lambda r: (rank[r.jenis], r.tahun, len(r.nomor), r.nomor))
    return [f"{nama_peraturan(r)} {pengundangan(r)}".strip() for r in wanted]


def _pasal(bahan: Bahan, jenis: str, nomor: str, tahun: int, pasal: str = "") -> list[str]:
    found = [r for r in bahan.peraturan if (r.jenis, r.nomor, r.tahun) == (jenis, nomor, tahun)]
    return [nama_peraturan(r) + (f", {pasal}" if pasal else "") for r in found if r.status in BERLAKU]


def dasar(bahan: Bahan) -> list[str]:
    """The common bases: the law of the test, its regulation, the standard of service, the SOP."""
    return [
        *_pasal(bahan, "UU", "14", 2008, "Pasal 17 dan Pasal 19"),
        *_pasal(bahan, "PP", "61", 2010),
        *_pasal(bahan, "PerKI", "1", 2021, "Pasal 49"),
        SOP,
    ]
