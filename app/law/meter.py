"""How complete a butir and its test are, for a meter on the page: a help to the writer, never a gate."""

from dataclasses import dataclass

from app.law.rule import Kasus, Tahap
from app.law.wording import kosong, tak_berisi
from app.models import ButirInformasi
from app.sop.choices import PASAL_18

BUTIR = ("uraian", "uraian_publik", "dokumen_induk", "penguasa", "cakupan", "jangka_jenis", "bentuk")
UJI = (
    "konsekuensi_dibuka",
    "konsekuensi_ditutup",
    "kepentingan_publik",
    "kepatutan",
    "mitigasi",
    "alternatif",
    "kesimpulan",
)


@dataclass(frozen=True)
class Kelengkapan:
    """`terisi` of `dari` parts are written; `kurang`: names of the fields that are not."""

    terisi: int
    dari: int
    kurang: tuple[str, ...]

    @property
    def persen(self) -> int:
        """Whole per cent, 100 only when nothing is missing."""
        return 100 * self.terisi // self.dari


def kelengkapan(kasus: Kasus, tahap: Tahap = Tahap.KAJIAN) -> Kelengkapan:
    """What is written of a butir; of its test too, unless only the proposal is asked (Tahap.PENGAJUAN)."""
    parts = {**_bagian_butir(kasus.butir), "dasar": bool(kasus.pasal17)}
    if tahap != Tahap.PENGAJUAN:
        parts |= {name: _ada(getattr(kasus.uji, name, None)) for name in UJI}
        parts["cek_pasal18"] = len(getattr(kasus.uji, "cek_pasal18", None) or ()) == len(PASAL_18)
        if {"g", "h"} & set(kasus.huruf):
            for name in ("persetujuan_tertulis", "terkait_jabatan_publik"):
                parts[name] = getattr(kasus.uji, name, None) is not None
    missing = tuple(name for name, there in parts.items() if not there)
    return Kelengkapan(len(parts) - len(missing), len(parts), missing)


def _bagian_butir(butir: ButirInformasi) -> dict[str, bool]:
    parts = {name: _ada(getattr(butir, name)) for name in BUTIR}
    if butir.cakupan == "sebagian":
        parts["bagian"] = _ada(butir.bagian)
    return parts


def _ada(value: object) -> bool:
    return isinstance(value, str) and not kosong(value) and not tak_berisi(value)
