"""SOP 3: the Tim hands its considered result to whoever decides."""

from collections import defaultdict

from app.errors import Kekurangan
from app.sop.words import StatusButir
from app.steps.cases import butir_berkas
from app.steps.following import pindahkan
from app.steps.move import Move
from app.steps.opinions import Timbangan, timbang


def _weighed(move: Move) -> list[Timbangan]:
    rows = butir_berkas(move.session, move.case.id, StatusButir.DIUJI)
    return timbang(move.session, move.case, rows, move.today)


def missing(move: Move) -> list[Kekurangan]:
    """A quorum for each butir, and none that the majority wants repaired."""
    lacking = []
    for weighed in _weighed(move):
        if len(weighed.pendapat) < weighed.kuorum:
            need = weighed.kuorum - len(weighed.pendapat)
            sentence = f"Butir {weighed.butir.kode} baru diberi {len(weighed.pendapat)} pendapat; perlu {need} lagi."
            lacking.append(Kekurangan("kuorum", sentence, medan="pendapat", butir=weighed.butir.id, dasar="SOP 3"))
        elif weighed.hasil == "perbaiki":
            sentence = f"Mayoritas meminta perbaikan butir {weighed.butir.kode}. Kembalikan berkas untuk dikaji ulang."
            lacking.append(Kekurangan("perlu_kaji_ulang", sentence, butir=weighed.butir.id, dasar="SOP 3"))
    return lacking


def effect(move: Move) -> None:
    """Write the result on each butir, one statement per kind of result."""
    results: dict[str, list[int]] = defaultdict(list)
    for weighed in _weighed(move):
        results[weighed.hasil].append(weighed.butir.id)
    for hasil, ids in sorted(results.items()):
        pindahkan(move, ids, StatusButir.DIPERTIMBANGKAN, hasil_pertimbangan=hasil)
