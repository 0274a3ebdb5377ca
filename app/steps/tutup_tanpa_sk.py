"""Our end without a decree: everything was examined and nothing is excluded."""

from app import models as m
from app.errors import Kekurangan
from app.law.validator import periksa_kajian
from app.sop.words import Naskah, StatusButir
from app.steps.cases import butir_berkas, dikecualikan, kesimpulan
from app.steps.move import Move
from app.steps.sampaikan import menunggu_perbaikan, sisihkan


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
    found = periksa_kajian(rows, hari_ini=move.today, pilihan=move.settings)
    return [*excluded, *menunggu_perbaikan(rows), *found]


def effect(move: Move) -> None:
    """Open and postponed butir reach their end."""
    rows = butir_berkas(move.session, move.case.id, StatusButir.DIHIMPUN)
    sisihkan(move, [(butir.id, kesimpulan(butir)) for butir in rows])


def after(move: Move) -> None:
    """Keep the report in the list of reports."""
    report = next(n for n in move.naskah if n.jenis == Naskah.LAPORAN)
    move.session.add(m.Laporan(jenis="per_sk", berkas_id=move.case.id, naskah_id=report.id, tanggal=move.today))
