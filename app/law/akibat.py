"""What a rule of a letter, also one that is only drafted, would say of a term that was given under an older one. Pure."""

from datetime import date

from app.calendar.terms import akhir_jangka
from app.calendar.words import tanggal_panjang
from app.models import Pasal17


def akibat(aturan: Pasal17, *, jenis: str | None, mulai: date, akhir: date | None, tahun: int | None = None) -> str:
    """One sentence, or nothing when the term keeps the rule. `tahun`: the length of a term that has no dates yet."""
    if jenis == "tanpa_batas" and aturan.tanpa_batas == "larang":
        return "Tanpa batas waktu, padahal rumusan ini melarangnya."
    limit = aturan.maks_tahun
    if limit is None:
        return ""
    if akhir is None:
        return f"Berjangka {tahun} tahun, padahal paling lama {limit} tahun." if tahun and tahun > limit else ""
    reach = mulai.year + limit <= date.max.year and akhir > akhir_jangka(mulai, limit)
    return f"Berakhir {tanggal_panjang(akhir)}, padahal paling lama {limit} tahun sejak mulai." if reach else ""
