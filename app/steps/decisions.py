"""The decision on each butir: by default the result of the Tim; a different one carries its reason, which is printed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app import models as m
from app.errors import Kekurangan
from app.models.base import TEKS
from app.sop import choices
from app.sop.words import StatusButir
from app.steps.cases import kesimpulan
from app.steps.following import pindahkan
from app.steps.move import Move
from app.steps.texts import periksa_teks


@dataclass(frozen=True)
class Keputusan:
    """`keputusan`: what is decided; `bawaan`: what follows from the Tim's result; `alasan`: why it differs."""

    butir: m.ButirInformasi
    keputusan: str
    bawaan: str
    alasan: str

    @property
    def dikecualikan(self) -> bool:
        return self.keputusan in choices.DIKECUALIKAN

    @property
    def berbeda(self) -> bool:
        return self.keputusan != self.bawaan


def bawaan(butir: m.ButirInformasi) -> str:
    """The decision that follows from the Tim's result and the conclusion of the test."""
    if butir.hasil_pertimbangan == "disetujui":
        return kesimpulan(butir) or "dikecualikan"
    if butir.hasil_pertimbangan == "disetujui_sebagian":
        return "dikecualikan_sebagian"
    return "tidak_disetujui"


def baca(rows: Sequence[m.ButirInformasi], given: Any, note: str) -> list[Keputusan]:
    """The decisions from {butir id: keputusan} or {butir id: {"keputusan", "alasan"}}; the note is the reason otherwise."""
    wanted = given if isinstance(given, Mapping) else {}
    found = []
    for butir in rows:
        said = wanted.get(butir.id, wanted.get(str(butir.id)))
        reason = ""
        if isinstance(said, Mapping):
            reason, said = str(said.get("alasan") or "").strip(), said.get("keputusan")
        default = bawaan(butir)
        found.append(Keputusan(butir, str(said or default), default, reason or note))
    return found


def periksa(decided: Sequence[Keputusan]) -> list[Kekurangan]:
    """Unknown decisions, and different ones without a reason."""
    lacking = []
    for d in decided:
        if d.keputusan not in choices.KEPUTUSAN:
            sentence = f"Keputusan untuk butir {d.butir.kode} tidak dikenal. Pilih: {', '.join(choices.KEPUTUSAN)}."
            lacking.append(Kekurangan("keputusan", sentence, medan="keputusan", butir=d.butir.id))
        elif d.berbeda:
            lacking += _alasan(d)
    return lacking


def _alasan(d: Keputusan) -> list[Kekurangan]:
    """A different decision has a reason that can be printed."""
    clean, fault = periksa_teks("keputusan", d.alasan, TEKS)
    if fault is not None:
        return [replace(fault, butir=d.butir.id)]
    if clean is not None:
        return []
    sentence = f"Keputusan untuk butir {d.butir.kode} berbeda dari pertimbangan Tim. Tuliskan alasannya."
    return [Kekurangan("alasan_berbeda", sentence, medan="keputusan", butir=d.butir.id, dasar="SOP 4")]


def tulis(move: Move, decided: Sequence[Keputusan]) -> None:
    """Keep the decisions with the status that goes with them: one statement a kind, one more for each that differs."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for d in decided:
        groups[(d.keputusan, d.alasan if d.berbeda else "")].append(d.butir.id)
    for (keputusan, alasan), ids in sorted(groups.items()):
        after = StatusButir.DITETAPKAN if keputusan in choices.DIKECUALIKAN else StatusButir.TIDAK_DISETUJUI
        pindahkan(move, ids, after, keputusan=keputusan, alasan_berbeda=alasan or None)
    move.session.expire_all()
