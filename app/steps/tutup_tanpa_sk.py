"""Our end without a decree: everything was examined and nothing is excluded."""

from app.errors import Kekurangan
from app.law.validator import periksa_kajian
from app.sop.words import StatusButir
from app.steps.cases import butir_berkas, dikecualikan, kesimpulan
from app.steps.move import Move
from app.steps.sampaikan import sisihkan


def missing(move: Move) -> list[Kekurangan]:
    """Every butir concluded, none of them excluded, none waiting for repair."""
    rows = butir_berkas(move.session, move.case.id, StatusButir.DIHIMPUN, StatusButir.PERBAIKAN)
    excluded = [
        Kekurangan(
            "masih_dikecualikan",
            f"Butir {butir.kode} disimpulkan dikecualikan, jadi berkas ini harus disampaikan ke Tim Pertimbangan.",
            butir=butir.id,
            dasar="UU 14/2008 Ps 19",
        )
        for butir in dikecualikan(rows)
    ]
    return [*excluded, *periksa_kajian(rows, hari_ini=move.today)]


def effect(move: Move) -> None:
    """Open and postponed butir reach their end."""
    rows = butir_berkas(move.session, move.case.id, StatusButir.DIHIMPUN)
    sisihkan(move, [(butir.id, kesimpulan(butir)) for butir in rows])
