"""The rows of butir in papers: all names for inside papers, public names only for what is announced."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app import models as m
from app.calendar.words import terbilang
from app.documents.butir_names import BUTIR_LAPORAN, kelompokkan
from app.documents.contexts import butir as satu
from app.documents.contexts.bahan import Bahan, Kepala
from app.documents.contexts.bersama import tanggal
from app.documents.contexts.dasar import nama_peraturan
from app.documents.contexts.tim import pertimbangan
from app.models.butir import uji_kini
from app.sop import choices
from app.sop.words import Naskah, StatusButir

KEADAAN = {
    "dikecualikan": "Dikecualikan",
    "sebagian": "Dikecualikan sebagian",
    "terbuka": "Terbuka",
    "ditunda": "Ditunda",
    "digabung": "Digabung",
    "tidak_disetujui": "Tidak disetujui",
    "": "Diusulkan",
}
_MENURUT_STATUS: dict[str, str] = {
    StatusButir.DIGABUNG: "digabung",
    StatusButir.DITUNDA: "ditunda",
    StatusButir.TERBUKA: "terbuka",
    StatusButir.TIDAK_DISETUJUI: "tidak_disetujui",
}
_MENURUT_SIMPULAN = {
    "dikecualikan": "dikecualikan",
    "dikecualikan_sebagian": "sebagian",
    "terbuka": "terbuka",
    "ditunda": "ditunda",
}
_CAKUPAN = {"seluruh": "Seluruh", "sebagian": "Sebagian", "": ""}
_TERBUKA = "Disimpulkan terbuka dalam uji konsekuensi; diusulkan ke daftar informasi publik."
_DITUNDA = "Ditunda ke berkas berikutnya."
_TIDAK_SATU_PUN = "Tidak satu pun dari tujuh jenis informasi dalam Pasal 18 ayat (1)."
_UJI_KOSONG = (
    *("dibuka", "ditutup", "dibuka_pengusul", "ditutup_pengusul", "kepentingan_publik", "kepatutan", "kesusilaan"),
    *(
        "mitigasi",
        "alternatif",
        "pasal18",
        "persetujuan_tertulis",
        "jabatan_publik",
        "kesimpulan",
        "penguji",
        "tanggal",
    ),
)


@dataclass(frozen=True)
class Konteks:
    """What rows need besides their butir: codes of merged ones, letters of the usulan, the day of the decree."""

    bahan: Bahan
    kepala: Kepala
    kode: dict[int, str]
    gabungan: dict[int, list[str]]
    surat: dict[int, str]
    perbaikan: dict[int, str]


def konteks(bahan: Bahan, kepala: Kepala) -> Konteks:
    """Look everything up once for all rows."""
    merged: dict[int, list[str]] = {}
    for b in bahan.butir:
        if b.digabung_ke_id is not None:
            merged.setdefault(b.digabung_ke_id, []).append(b.kode)
    repairs = {
        e.objek_id: f"Diperbaiki atas permintaan: {e.catatan}" for e in bahan.kejadian if e.verb == "minta_perbaikan"
    }
    letters = {u.id: asal(bahan, u) for u in bahan.usulan}
    return Konteks(bahan, kepala, {b.id: b.kode for b in bahan.butir}, merged, letters, repairs)


def surat_usulan(bahan: Bahan, usulan: m.Usulan) -> tuple[str, str]:
    """(number, date) of the letter of a usulan: the agency's own, else that of the paper that SIDIK numbered."""
    paper = bahan.terakhir(Naskah.USULAN_DAFTAR, usulan.id)
    number = usulan.nomor_surat or (paper.nomor if paper is not None else None) or ""
    day = usulan.tanggal_surat or (paper.tanggal if paper is not None else None)
    return number, tanggal(day)


def asal(bahan: Bahan, usulan: m.Usulan) -> str:
    """ "Usulan DINKES Nomor 400/77/DINKES/2026, 1 September 2026"."""
    number, day = surat_usulan(bahan, usulan)
    told = f"Usulan {usulan.perangkat_daerah.singkatan}" + (f" Nomor {number}" if number else "")
    return f"{told}, {day}" if day else told


def keadaan(butir: m.ButirInformasi) -> str:
    """What has become of a butir: a key of KEADAAN; empty while nothing is concluded."""
    if butir.status in _MENURUT_STATUS:
        return _MENURUT_STATUS[butir.status]
    said = butir.keputusan if butir.keputusan in choices.DIKECUALIKAN else satu.kesimpulan(butir)
    return _MENURUT_SIMPULAN.get(said or "", "")


def dikecualikan(butir: m.ButirInformasi) -> bool:
    """Whether the butir is on its way to the decree, wholly or in part."""
    return keadaan(butir) in ("dikecualikan", "sebagian")


def alasan_keadaan(k: Konteks, butir: m.ButirInformasi, *, terbatas: bool = True) -> str:
    """Why a butir is not excluded; the words of the test only in papers that stay inside."""
    state, note = keadaan(butir), butir.catatan_status or ""
    if state == "digabung":
        return f"Digabung ke {k.kode.get(butir.digabung_ke_id or 0, 'butir lain')}" + (f": {note}" if note else ".")
    if state == "ditunda":
        return note or _uji_publik(butir, terbatas) or _DITUNDA
    if state == "terbuka":
        return _uji_publik(butir, terbatas) or _TERBUKA
    if state == "tidak_disetujui":
        result = choices.HASIL_PERTIMBANGAN.get(butir.hasil_pertimbangan or "", "")
        return butir.alasan_berbeda or f"Hasil pertimbangan Tim: {result}."
    return ""


def _uji_publik(butir: m.ButirInformasi, terbatas: bool) -> str:
    test = uji_kini(butir)
    return (test.kepentingan_publik or "") if test is not None and terbatas else ""


def publik(k: Konteks, butir: m.ButirInformasi, no: int) -> dict[str, Any]:
    """The names of a row that may be announced, and nothing else."""
    agency = butir.usulan.perangkat_daerah
    return {
        "no": no,
        "kode": butir.kode,
        "uraian_publik": satu.uraian_publik(butir),
        "perangkat_daerah": agency.nama,
        "singkatan": agency.singkatan,
        "jenis_klasifikasi": satu.klasifikasi(butir),
        "dasar_hukum": satu.dasar_hukum(butir),
        "alasan_ringkas": satu.alasan_ringkas(butir),
        "cakupan": _CAKUPAN[satu.cakupan(butir)],
        "jangka_waktu": satu.jangka(butir, ditetapkan(k, butir), publik=True),
    }


def ditetapkan(k: Konteks, butir: m.ButirInformasi) -> dt.date | None:
    """The date from which a term of years runs: that of the decree, once there is one."""
    decree = k.bahan.terakhir(Naskah.SURAT_KEPUTUSAN)
    if k.kepala.jenis == Naskah.SURAT_KEPUTUSAN:
        return k.kepala.tanggal
    return decree.tanggal if decree is not None and butir.keputusan else None


def penuh(k: Konteks, butir: m.ButirInformasi, no: int) -> dict[str, Any]:
    """Every name of a row."""
    made = ", ".join(part for part in (butir.waktu_pembuatan, butir.tempat_pembuatan) if part)
    state = keadaan(butir)
    return {
        **publik(k, butir, no),
        "jangka_waktu": satu.jangka(butir, ditetapkan(k, butir)),
        "uraian": butir.uraian or "",
        "dokumen_induk": butir.dokumen_induk or "",
        "penguasa": butir.penguasa or "",
        "penanggung_jawab": butir.penanggung_jawab or "",
        "pembuatan": made,
        "bentuk": choices.BENTUK.get(butir.bentuk or "", ""),
        "pasal17": satu.sebutan_pasal17(butir),
        "dasar_lain": dasar_lain(butir),
        "dasar": [_basis(basis) for basis in butir.dasar],
        "bagian": (butir.bagian or "") if satu.cakupan(butir) == "sebagian" else "",
        "tanggal_tinjau": tanggal(butir.tanggal_tinjau),
        "jangka_alasan": butir.jangka_alasan or "",
        "skkaad": choices.SKKAAD[butir.skkaad],
        "asal_usulan": k.surat.get(butir.usulan_id, ""),
        "digabung_dari": ", ".join(k.gabungan.get(butir.id, [])),
        "digabung_ke": k.kode.get(butir.digabung_ke_id or 0, ""),
        "catatan_verifikasi": _catatan(k, butir),
        "uji": uji(butir),
        "pertimbangan": pertimbangan(k.bahan, k.bahan.timbangan.get(butir.id), butir),
        "keputusan": choices.KEPUTUSAN.get(butir.keputusan or "", ""),
        "keputusan_berbeda": bool(butir.keputusan and butir.alasan_berbeda),
        "alasan_berbeda": butir.alasan_berbeda or "",
        "status": KEADAAN[state],
        "alasan_status": alasan_keadaan(k, butir),
    }


def _catatan(k: Konteks, butir: m.ButirInformasi) -> str:
    """The note on verification: why it waits, was postponed or merged; what was mended. An answered return is history."""
    current = butir.status in (StatusButir.PERBAIKAN, StatusButir.DITUNDA, StatusButir.DIGABUNG)
    return (butir.catatan_status or "" if current else "") or k.perbaikan.get(butir.id, "")


def laporan(k: Konteks, butir: m.ButirInformasi, no: int) -> dict[str, Any]:
    """A row of the report: what was decided, without the internal description."""
    whole = penuh(k, butir, no) | publik(k, butir, no)
    whole["alasan_status"] = alasan_keadaan(k, butir, terbatas=False)
    return {name: whole[name] for name in BUTIR_LAPORAN.nama}


def dasar_lain(butir: m.ButirInformasi) -> str:
    """Every basis but Pasal 17."""
    told = [f"{_hukum(b)} {b.pasal_ayat or ''}".strip() for b in butir.dasar if b.pasal17 is None]
    return "; ".join(dict.fromkeys(told))


def _hukum(basis: m.DasarPengecualian) -> str:
    return nama_peraturan(basis.peraturan) if basis.peraturan is not None else basis.teks or ""


def _basis(basis: m.DasarPengecualian) -> dict[str, str]:
    return {
        "pasal17": basis.pasal17.sebutan if basis.pasal17 is not None else "",
        "peraturan": _hukum(basis),
        "pasal_ayat": basis.pasal_ayat or "",
        "kutipan": basis.kutipan or "",
    }


def uji(butir: m.ButirInformasi) -> dict[str, Any]:
    """The present test, the agency's own words apart; all empty before."""
    test = uji_kini(butir)
    if test is None:
        return {**dict.fromkeys(_UJI_KOSONG, ""), "putaran": 0}
    own = test.isian_pengusul or {}
    by = test.penguji
    return {
        "dibuka": test.konsekuensi_dibuka or "",
        "ditutup": test.konsekuensi_ditutup or "",
        "dibuka_pengusul": str(own.get("konsekuensi_dibuka") or ""),
        "ditutup_pengusul": str(own.get("konsekuensi_ditutup") or ""),
        "kepentingan_publik": test.kepentingan_publik or "",
        "kepatutan": test.kepatutan or "",
        "kesusilaan": test.kesusilaan or "",
        "mitigasi": test.mitigasi or "",
        "alternatif": test.alternatif or "",
        "pasal18": _pasal18(test.cek_pasal18),
        "persetujuan_tertulis": _ya(test.persetujuan_tertulis, "Ada", "Tidak ada"),
        "jabatan_publik": _ya(test.terkait_jabatan_publik, "Terkait", "Tidak terkait"),
        "kesimpulan": choices.KESIMPULAN.get(test.kesimpulan or "", ""),
        "penguji": ", ".join(part for part in (by.nama, by.jabatan) if part) if by is not None else "",
        "tanggal": tanggal(test.tanggal),
        "putaran": test.putaran,
    }


def _ya(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else yes if value else no


def _pasal18(ticked: list[bool] | None) -> str:
    if ticked is None:
        return ""
    named = [label for label, yes in zip(choices.PASAL_18, ticked, strict=False) if yes]
    return f"Termasuk jenis: {'; '.join(named)}." if named else _TIDAK_SATU_PUN


def tabel(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The three names of a table of butir."""
    return {"jumlah_butir": len(rows), "jumlah_kata": terbilang(len(rows)), "kelompok": kelompokkan(rows)}


def semua(k: Konteks, butir: Iterable[m.ButirInformasi]) -> list[dict[str, Any]]:
    """Rows with every name, counted from 1."""
    return [penuh(k, b, no) for no, b in enumerate(butir, 1)]
