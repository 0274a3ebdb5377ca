"""SOP 1: PPID Utama accepts a proposal and gathers it into a berkas, a new one or one still gathered or examined."""

import datetime as dt

from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import tahun_wib
from app.documents.numbering import berikut
from app.errors import Kekurangan
from app.models.base import JUDUL, id_baris
from app.sop.words import Naskah, StatusBerkas
from app.steps.move import Move
from app.steps.papers import cabut, terbitkan
from app.steps.texts import periksa_teks

MENERIMA = (StatusBerkas.PENGHIMPUNAN, StatusBerkas.PENGKAJIAN)


def tujuan(move: Move) -> m.Berkas | None:
    """The berkas named in the data, or None for a new one (and for one that does not exist)."""
    ident = move.data.get("berkas")
    if not id_baris(ident):
        return None
    return move.session.get(m.Berkas, ident)


def missing(move: Move) -> list[Kekurangan]:
    """The target must take proposals; a title must fit."""
    _, fault = periksa_teks("judul", move.data.get("judul"), JUDUL, satu_baris=True)
    return [*periksa_tujuan(move), *([fault] if fault is not None else [])]


def periksa_tujuan(move: Move) -> list[Kekurangan]:
    """What is wrong with the berkas that was named; nothing when none was."""
    if move.data.get("berkas") is None:
        return []
    berkas = tujuan(move)
    if berkas is not None and berkas.status in MENERIMA:
        return []
    sentence = "Pilih berkas yang masih dihimpun atau dikaji, atau buka berkas baru."
    return [Kekurangan("berkas_tujuan", sentence, medan="berkas", dasar="SOP 1")]


def buka(move: Move) -> m.Berkas:
    """A new berkas of this WIB year, numbered gap-free."""
    given, _ = periksa_teks("judul", move.data.get("judul"), JUDUL, satu_baris=True)
    return buka_baru(move.session, move.now, given)


def buka_baru(session: Session, now: dt.datetime, judul: str | None) -> m.Berkas:
    """An empty berkas of the WIB year of this moment, numbered gap-free; for a request it waits for its first proposal."""
    tahun = tahun_wib(now)
    urut = berikut(session, "berkas", "-", tahun)
    judul = judul or f"Klasifikasi informasi yang dikecualikan tahun {tahun}"
    berkas = m.Berkas(nomor=f"BK-{tahun}-{urut:03d}", judul=judul, tahun=tahun, status=StatusBerkas.PENGHIMPUNAN.value)
    session.add(berkas)
    session.flush()
    return berkas


def effect(move: Move) -> None:
    """Put usulan and butir into the berkas."""
    berkas = tujuan(move) or buka(move)
    move.case.berkas_id = berkas.id
    move.butir_values = {"berkas_id": berkas.id}
    move.extra["berkas"] = berkas.id


def after(move: Move) -> None:
    """A late agency changes the combined draft of a berkas that is already examined: it is issued again."""
    revisi_draft(move, move.session.get_one(m.Berkas, move.extra["berkas"]))


def revisi_draft(move: Move, berkas: m.Berkas) -> None:
    """Withdraw the combined draft and issue it anew as the next revision, when there is one."""
    if berkas.status != StatusBerkas.PENGKAJIAN:
        return
    cabut(move.session, berkas, (Naskah.DRAFT_DAFTAR,), alasan="Draft daftar diperbarui")
    move.naskah += terbitkan(move, Naskah.DRAFT_DAFTAR, berkas=berkas)
