"""A new round of a berkas: nothing is deleted; opinions and approval stay as they were, marked withdrawn."""

from sqlalchemy import select, update

from app import models as m
from app.models.butir import PERTIMBANGAN, uji_kini
from app.sop.words import StatusButir
from app.steps.cases import butir_berkas
from app.steps.move import Move

_COPIED = ("isian_pengusul", *PERTIMBANGAN, "alasan_peringatan")


def putaran_baru(move: Move) -> None:
    """Raise the round of the berkas and withdraw opinions and approval of the old one."""
    berkas = move.case
    of_berkas = select(m.ButirInformasi.id).where(m.ButirInformasi.berkas_id == berkas.id)
    quiet = {"synchronize_session": False}
    opinions = update(m.Pendapat).where(m.Pendapat.butir_id.in_(of_berkas)).values(dicabut=True)
    approvals = update(m.PersetujuanPimpinan).where(m.PersetujuanPimpinan.berkas_id == berkas.id).values(dicabut=True)
    move.session.execute(opinions.execution_options(**quiet))
    move.session.execute(approvals.execution_options(**quiet))
    berkas.putaran += 1


def salin_uji(move: Move) -> None:
    """Copy the present test of every butir under examination as a draft of the next round, without its conclusion."""
    for butir in butir_berkas(move.session, move.case.id, StatusButir.DIUJI, StatusButir.TERBUKA):
        salin(move, butir)


def salin(move: Move, butir: m.ButirInformasi) -> None:
    """One test copied as the draft of the next round; a butir without a test gets none."""
    old = uji_kini(butir)
    if old is not None:
        kept = {name: getattr(old, name) for name in _COPIED}
        move.session.add(m.UjiKonsekuensi(butir_id=butir.id, putaran=old.putaran + 1, **kept))
