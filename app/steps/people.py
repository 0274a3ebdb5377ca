"""Separation of duties, decided from the event log: who proposed may not judge, who tested may not opine, who opined may not decide."""

from collections.abc import Callable, Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app import models as m
from app.errors import OrangSama
from app.models.events import sejak_lahir
from app.security.officer import Officer
from app.steps.move import Move

PENGUSUL = ("impor", "buat", "isi", "ajukan", "kirim_perbaikan")
PENGUJI = ("uji",)
PEMBERI_PENDAPAT = ("pendapat",)

_SENTENCE = {
    "mengusulkan": "Pemisahan tugas: Anda ikut mengusulkan informasi ini, jadi pejabat lain yang harus {act}.",
    "menguji": "Pemisahan tugas: Anda menyimpulkan uji konsekuensi di berkas ini, jadi pejabat lain yang harus {act}.",
    "berpendapat": "Pemisahan tugas: Anda memberi pendapat sebagai anggota Tim, jadi pejabat lain yang harus {act}.",
}


def pernah(
    session: Session, officer: Officer, verbs: Iterable[str], *, butir: Iterable[int], usulan: Iterable[int]
) -> bool:
    """Whether the log shows the officer doing one of `verbs` on one of the butir or usulan."""
    p = m.Peristiwa
    query = select(p.id).where(
        p.pelaku_id == officer.id,
        p.verb.in_(tuple(verbs)),
        or_(
            (p.objek_jenis == "butir") & p.objek_id.in_(list(butir)) & sejak_lahir(p, m.ButirInformasi),
            (p.objek_jenis == "usulan") & p.objek_id.in_(list(usulan)) & sejak_lahir(p, m.Usulan),
        ),
    )
    return session.execute(query.limit(1)).first() is not None


def _ids(session: Session, berkas_id: int) -> tuple[list[int], list[int]]:
    rows = session.execute(
        select(m.ButirInformasi.id, m.ButirInformasi.usulan_id).where(m.ButirInformasi.berkas_id == berkas_id)
    ).all()
    return [row[0] for row in rows], sorted({row[1] for row in rows})


def refuse_if(done: bool, what: str, act: str) -> None:
    """Raise OrangSama with the sentence of a duty that the officer already had."""
    if done:
        raise OrangSama(_SENTENCE[what].format(act=act))


def tolak_pengusul(session: Session, officer: Officer, berkas_id: int, act: str) -> None:
    """Nobody who proposed anything in the berkas may do `act`."""
    butir, usulan = _ids(session, berkas_id)
    refuse_if(pernah(session, officer, PENGUSUL, butir=butir, usulan=usulan), "mengusulkan", act)


def tolak_pengusul_butir(session: Session, officer: Officer, butir: m.ButirInformasi, act: str) -> None:
    """Nobody who proposed this butir may do `act` on it."""
    done = pernah(session, officer, PENGUSUL, butir=[butir.id], usulan=[butir.usulan_id])
    refuse_if(done, "mengusulkan", act)


def tolak_penguji(session: Session, officer: Officer, berkas_id: int, act: str) -> None:
    """Nobody who concluded a test in the berkas may do `act`."""
    butir, _ = _ids(session, berkas_id)
    refuse_if(pernah(session, officer, PENGUJI, butir=butir, usulan=[]), "menguji", act)


def tolak_pemberi_pendapat(session: Session, officer: Officer, berkas_id: int, act: str) -> None:
    """No member whose opinion stands in the berkas (his own hand or recorded from a meeting) may do `act`."""
    opined = (
        select(m.Pendapat.id)
        .join(m.AnggotaTim, m.Pendapat.anggota_id == m.AnggotaTim.id)
        .join(m.ButirInformasi, m.Pendapat.butir_id == m.ButirInformasi.id)
        .where(m.ButirInformasi.berkas_id == berkas_id, m.AnggotaTim.pengguna_id == officer.id)
    )
    refuse_if(session.execute(opined.limit(1)).first() is not None, "berpendapat", act)


def _sampaikan(move: Move) -> None:
    tolak_pengusul(move.session, move.officer, move.case.id, "menyampaikan hasil kajian")


def _pertimbangkan(move: Move) -> None:
    tolak_pengusul(move.session, move.officer, move.case.id, "menyampaikan hasil pertimbangan")
    tolak_penguji(move.session, move.officer, move.case.id, "menyampaikan hasil pertimbangan")


def _setujui(move: Move) -> None:
    tolak_pengusul(move.session, move.officer, move.case.id, "memberi persetujuan")


def _tetapkan(move: Move) -> None:
    tolak_pengusul(move.session, move.officer, move.case.id, "menetapkan")
    tolak_pemberi_pendapat(move.session, move.officer, move.case.id, "menetapkan")
    if longgar(move):
        return
    tolak_penguji(move.session, move.officer, move.case.id, "menetapkan")


_RULES: dict[tuple[str, str], Callable[[Move], None]] = {
    ("berkas", "sampaikan"): _sampaikan,
    ("berkas", "pertimbangkan"): _pertimbangkan,
    ("berkas", "setujui"): _setujui,
    ("berkas", "tetapkan"): _tetapkan,
}


def longgar(move: Move) -> bool:
    """Whether the office chose to let the tester decide; the papers say so then."""
    return move.settings.get("pemisahan_tugas") == "longgar"


def periksa(move: Move) -> None:
    """Raise OrangSama when the officer had a duty that bars this move. Ways back and office acts bar nobody."""
    rule = _RULES.get((move.kind, move.row.verb))
    if rule is not None:
        rule(move)
