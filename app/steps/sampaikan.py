"""SOP 2: PPID Utama hands the result of the examination to the Tim Pertimbangan."""

from app import models as m
from app.errors import Kekurangan
from app.sop.reading import menyimpang
from app.sop.words import StatusButir
from app.steps.cases import butir_berkas, dikecualikan, kesimpulan
from app.steps.following import pindahkan
from app.steps.kajian import kurang_kajian
from app.steps.move import Move


def missing(move: Move) -> list[Kekurangan]:
    """Every butir tested and concluded, none waiting for repair, no refusing finding, at least one excluded."""
    rows = butir_berkas(move.session, move.case.id, StatusButir.DIHIMPUN, StatusButir.PERBAIKAN)
    lacking = menunggu_perbaikan(rows)
    gathered = [butir for butir in rows if butir.status == StatusButir.DIHIMPUN]
    lacking += kurang_kajian(move, gathered)
    if not dikecualikan(gathered):
        lacking.append(
            Kekurangan(
                "tidak_ada_dikecualikan",
                "Belum ada butir yang disimpulkan dikecualikan. Simpulkan, atau tutup berkas tanpa surat keputusan.",
                dasar="SOP 2",
            )
        )
    return lacking


def menunggu_perbaikan(rows: list[m.ButirInformasi]) -> list[Kekurangan]:
    """The butir that their agency has not sent back yet."""
    return [
        Kekurangan(
            "menunggu_perbaikan",
            f"Butir {butir.kode} masih menunggu perbaikan dari pengusul.",
            medan="status",
            butir=butir.id,
            dasar="SOP 2",
        )
        for butir in rows
        if butir.status == StatusButir.PERBAIKAN
    ]


def effect(move: Move) -> None:
    """What was concluded open or postponed leaves the way; the rest follows the berkas by the table."""
    rows = butir_berkas(move.session, move.case.id, StatusButir.DIHIMPUN)
    sisihkan(move, [(butir.id, kesimpulan(butir)) for butir in rows])


def sisihkan(move: Move, concluded: list[tuple[int, str | None]]) -> None:
    """Move the butir whose conclusion says so (butir.MENYIMPANG)."""
    for said, status in menyimpang(move.kind, move.row.verb).items():
        pindahkan(move, [ident for ident, found in concluded if found == said], StatusButir(status))
