"""Text from outside, checked once for all owner functions: what Word cannot carry or a column cannot hold is refused with its place."""

from typing import Any

from app.documents.text import TeksDitolak, clean_text
from app.errors import IsianSalah, Kekurangan


def periksa_teks(
    medan: str, value: Any, maksimum: int, *, satu_baris: bool = False
) -> tuple[str | None, Kekurangan | None]:
    """(clean text or None, what is wrong or None). None and empty text become None."""
    if value is None or value == "":
        return None, None
    if not isinstance(value, str):
        return None, Kekurangan("bukan_teks", "Isi dengan teks.", medan=medan)
    try:
        return clean_text(value, maksimum=maksimum, satu_baris=satu_baris).strip() or None, None
    except TeksDitolak as refused:
        return None, Kekurangan("teks_ditolak", str(refused), medan=medan)


def isian(medan: str, value: Any, maksimum: int) -> str:
    """A text that must be there. IsianSalah otherwise."""
    clean, fault = periksa_teks(medan, value, maksimum)
    if fault is None and clean is None:
        fault = Kekurangan("wajib", "Kolom ini wajib diisi.", medan=medan)
    if fault is not None or clean is None:
        raise IsianSalah([fault] if fault is not None else [])
    return clean


def bersihkan(fields: dict[str, Any], maksima: dict[str, int]) -> dict[str, Any]:
    """The named text fields, clean; every fault at once as IsianSalah. Fields that are not given stay away."""
    clean, faults = {}, []
    for medan, maksimum in maksima.items():
        if medan in fields:
            clean[medan], fault = periksa_teks(medan, fields[medan], maksimum)
            faults += [fault] if fault is not None else []
    if faults:
        raise IsianSalah(faults)
    return clean
