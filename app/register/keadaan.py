"""What the public reads as the state of an entry on a day: in force, ending, open, ended, replaced. Legal state needs no daily job."""

from __future__ import annotations

import datetime as dt

from app.sop.words import LABEL_STATUS
from app.sop.words import StatusRegister as S
from app.steps.perubahan import jenis_tindak_lanjut

BERJALAN = (S.BERLAKU, S.AKAN_BERAKHIR)
# Never public: not yet signed, or of a withdrawn decree.
DITAMPILKAN = tuple(state for state in S if state not in (S.MENUNGGU_TTD, S.DICABUT))
# Of a personal kind: the term is over, and whether the file may be given is looked at first.
DITINJAU = "jangka_berakhir"
_LABEL = {
    DITINJAU: "Jangka waktu berakhir, pelindungan data pribadi ditinjau",
    S.DIBATALKAN: "Dibatalkan putusan",  # the same word is a status of a berkas, with another label
}
_LABEL_EN = {
    S.BERLAKU: "In force",
    S.AKAN_BERAKHIR: "Ends soon",
    S.DIBUKA: "Opened by decision",
    S.TERBUKA_DEMI_HUKUM: "Open: the term has ended",
    S.DIPERPANJANG: "Extended by a newer decree",
    S.DIUBAH: "Changed by a newer decree",
    S.DIBATALKAN: "Annulled by a ruling",
    DITINJAU: "Term ended, protection of personal data under review",
}


def keadaan(status: str, akhir: dt.date | None, klasifikasi: str, hari: dt.date) -> str:
    """The state as the law has it on this day, whether the daily work has run or not: a status, or DITINJAU."""
    if status in BERJALAN and (akhir is None or akhir >= hari):
        return status
    if status in (*BERJALAN, S.TERBUKA_DEMI_HUKUM):
        return DITINJAU if jenis_tindak_lanjut(klasifikasi) == "tinjau_pdp" else S.TERBUKA_DEMI_HUKUM.value
    return status


def sejak(state: str, akhir: dt.date | None, mulai: dt.date, diubah: dt.date | None) -> dt.date:
    """Since when: the day of the recorded change, the day after the term, or the day of the decree."""
    if state in (S.TERBUKA_DEMI_HUKUM, DITINJAU):
        return akhir + dt.timedelta(days=1) if akhir is not None else diubah or mulai
    return mulai if state in BERJALAN else diubah or mulai


def label(state: str, bahasa: str = "id") -> str:
    """The state in words of the office, or in English."""
    return _LABEL_EN[state] if bahasa == "en" else _LABEL.get(state) or LABEL_STATUS[S(state)]
