"""Fields as people and programs send them: checked against their kind, all mistakes told at once, text made clean."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from app.documents.text import TeksDitolak, clean_text
from app.errors import IsianSalah, Kekurangan
from app.models.base import ALAMAT, JUDUL, KODE, MAKS_ID, NAMA, TEKS
from app.sop import choices

_ANGKA = re.compile(r"\s*[0-9]{1,12}\s*")
_KUTIP = str.maketrans(dict.fromkeys('“”"«»‘’', "'"))
TAHUN_TERKECIL, TAHUN_TERBESAR = 1945, 2200


class Ditolak(ValueError):
    """A value that cannot be kept; the text is the rest of a sentence that begins with the label of the field."""


@dataclass(frozen=True)
class Medan:
    """One field that a client may write: its label and how a value is read. Empty always means "not filled"."""

    label: str
    baca: Callable[[Any], Any]


def teks(maksimum: int, *, satu_baris: bool = False) -> Callable[[Any], str | None]:
    """Text of a stated length, clean of what nobody can see."""

    def baca(value: Any) -> str | None:
        if not isinstance(value, str):
            raise Ditolak("harus berupa teks")
        try:
            text = clean_text(value, maksimum=TEKS * 20, satu_baris=satu_baris).strip()
        except TeksDitolak as refused:
            raise Ditolak(f"ditolak: {refused.alasan} pada posisi {refused.posisi}") from None
        if len(text) > maksimum:
            raise Ditolak(f"terlalu panjang: paling banyak {maksimum} karakter, sekarang {len(text)}")
        return text or None

    return baca


def frasa(value: Any) -> str | None:
    """Words of a document, without the quotation marks around them: the list of parts sets its own."""
    text = teks(NAMA, satu_baris=True)(value)
    return text.translate(_KUTIP).strip("' ") or None if text else None


def pilihan(values: Collection[str]) -> Callable[[Any], str]:
    """One of a closed list."""

    def baca(value: Any) -> str:
        if isinstance(value, str) and value in values:
            return value
        raise Ditolak(f"“{str(value)[:40]}” tidak dikenal: isi {' atau '.join(values)}")

    return baca


def bulat(terkecil: int, terbesar: int) -> Callable[[Any], int]:
    """A whole number within limits; a truth value is none."""

    def baca(value: Any) -> int:
        number = int(value) if isinstance(value, str) and _ANGKA.fullmatch(value) else value
        if isinstance(number, int) and not isinstance(number, bool) and terkecil <= number <= terbesar:
            return number
        raise Ditolak(f"harus bilangan bulat {terkecil} sampai {terbesar}")

    return baca


def tanggal(value: Any) -> dt.date:
    """A calendar day, as a date or as YYYY-MM-DD."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        found = value
    else:
        try:
            found = dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            raise Ditolak(f"“{str(value)[:20]}” bukan tanggal: tulis TTTT-BB-HH, contoh 2027-12-31") from None
    if not TAHUN_TERKECIL <= found.year <= TAHUN_TERBESAR:
        raise Ditolak(f"harus antara tahun {TAHUN_TERKECIL} dan {TAHUN_TERBESAR}")
    return found


def ya_tidak(value: Any) -> bool:
    """True or false, nothing else."""
    if isinstance(value, bool):
        return value
    raise Ditolak("harus ya atau tidak")


def nomor(value: Any) -> int:
    """The id of another row, plain or as {"id": …}."""
    found = value.get("id") if isinstance(value, dict) else value
    try:
        return bulat(1, MAKS_ID)(found)
    except Ditolak:
        raise Ditolak("tidak menunjuk data yang ada") from None


USULAN: dict[str, Medan] = {
    "judul": Medan("Judul", teks(JUDUL, satu_baris=True)),
    "nihil": Medan("Nihil", ya_tidak),
    "nomor_surat": Medan("Nomor surat", teks(NAMA, satu_baris=True)),
    "tanggal_surat": Medan("Tanggal surat", tanggal),
    "penandatangan": Medan("Penandatangan", nomor),
}
BUTIR: dict[str, Medan] = {
    "uraian": Medan("Uraian", teks(TEKS)),
    "uraian_publik": Medan("Uraian publik", teks(TEKS)),
    "dokumen_induk": Medan("Dokumen induk", teks(ALAMAT)),
    "penguasa": Medan("Pejabat/unit yang menguasai", teks(JUDUL)),
    "penanggung_jawab": Medan("Penanggung jawab", teks(JUDUL)),
    "waktu_pembuatan": Medan("Waktu pembuatan", teks(NAMA)),
    "tempat_pembuatan": Medan("Tempat pembuatan", teks(NAMA)),
    "bentuk": Medan("Bentuk", pilihan(choices.BENTUK)),
    "cakupan": Medan("Cakupan", pilihan(choices.CAKUPAN)),
    "bagian": Medan("Bagian", teks(TEKS)),
    "skkaad": Medan("SKKAAD", pilihan(choices.SKKAAD)),
    "jangka_jenis": Medan("Jenis jangka waktu", pilihan(choices.JANGKA_JENIS)),
    "jangka_tahun": Medan("Jumlah tahun", bulat(1, 100)),
    "jangka_mulai": Medan("Tanggal mulai", tanggal),
    "jangka_akhir": Medan("Tanggal berakhir", tanggal),
    "jangka_peristiwa": Medan("Peristiwa", teks(TEKS)),
    "jangka_alasan": Medan("Alasan jangka waktu", teks(TEKS)),
    "tanggal_tinjau": Medan("Tanggal tinjau", tanggal),
}
BUTIR_RUJUKAN: dict[str, Medan] = {"klasifikasi_arsip": Medan("Klasifikasi arsip dokumen", nomor)}
DASAR: dict[str, Medan] = {
    "pasal17": Medan("Pasal 17", nomor),
    "peraturan": Medan("Peraturan", nomor),
    "teks": Medan("Dasar lain", teks(ALAMAT)),
    "pasal_ayat": Medan("Pasal dan ayat", teks(NAMA)),
    "kutipan": Medan("Kutipan", teks(TEKS)),
}
BAGIAN: dict[str, Medan] = {
    "halaman": Medan("Halaman", teks(KODE, satu_baris=True)),
    "kolom": Medan("Kolom", teks(NAMA, satu_baris=True)),
    "frasa": Medan("Frasa", frasa),
    "pasal17": Medan("Pasal 17", nomor),
    "alasan": Medan("Alasan", teks(TEKS)),
}
UJI_PENGUSUL: dict[str, Medan] = {
    "konsekuensi_dibuka": Medan("Konsekuensi dibuka", teks(TEKS)),
    "konsekuensi_ditutup": Medan("Konsekuensi ditutup", teks(TEKS)),
    "kepentingan_publik": Medan("Kepentingan publik", teks(TEKS)),
    "kepatutan": Medan("Kepatutan", teks(TEKS)),
    "kesusilaan": Medan("Kesusilaan", teks(TEKS)),
    "mitigasi": Medan("Upaya mengurangi risiko", teks(TEKS)),
    "alternatif": Medan("Alternatif", teks(TEKS)),
}
TIDAK_KOSONG = frozenset({"skkaad", "nihil"})  # columns with a default: empty leaves them as they are


def bersihkan(fields: Mapping[str, Any], medan: Mapping[str, Medan]) -> dict[str, Any]:
    """The fields as they will be kept; IsianSalah with every mistake at once, unknown fields included."""
    clean: dict[str, Any] = {}
    wrong: list[Kekurangan] = []
    for name, value in fields.items():
        known = medan.get(name)
        if known is None:
            pesan = f"Isian “{str(name)[:40]}” tidak dikenal atau diisi oleh sistem. Hapus dari kiriman."
            wrong.append(Kekurangan("medan_tidak_dikenal", pesan, str(name)[:40]))
            continue
        try:
            clean[name] = _nilai(known, value)
        except Ditolak as refused:
            wrong.append(Kekurangan("isian_ditolak", f"{known.label} {refused}.", name))
    if wrong:
        raise IsianSalah(wrong)
    return {name: value for name, value in clean.items() if value is not None or name not in TIDAK_KOSONG}


def _nilai(medan: Medan, value: Any) -> Any:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return medan.baca(value)
