"""The clock of a request for information: an answer within 10 working days, 7 more when it is extended. Pure.

UU 14/2008 Pasal 22 ayat (7) and (8); the extension is not verified against the text.
"""

from collections.abc import Collection
from datetime import date

from app.calendar.workdays import tambah_hari_kerja

HARI_KERJA_JAWABAN, HARI_KERJA_PERPANJANGAN = 10, 7


def batas_jawaban(diterima: date, libur: Collection[date], *, diperpanjang: bool = False) -> date:
    """The last day on which the answer is in time."""
    days = HARI_KERJA_JAWABAN + (HARI_KERJA_PERPANJANGAN if diperpanjang else 0)
    return tambah_hari_kerja(diterima, days, libur)
