"""The approval of the head of the public body (PP 61/2010 Ps 3, unverified): given in person, or recorded from a scan."""

import datetime as dt

from app import models as m
from app.calendar.words import tanggal_panjang
from app.errors import Kekurangan
from app.models.base import MAKS_ID, NAMA
from app.sop import choices
from app.sop.words import Pelaksana
from app.steps.cases import persetujuan_berlaku
from app.steps.move import Move
from app.steps.officials import pejabat_menjabat


def _recorded(move: Move) -> bool:
    """Somebody other than the Pimpinan writes it down from a letter."""
    return Pelaksana.PIMPINAN not in move.officer.roles


def missing(move: Move) -> list[Kekurangan]:
    """One approval a round; a recorded one names its letter and carries its scan; dates lie between result and today."""
    lacking = []
    if persetujuan_berlaku(move.session, move.case) is not None:
        lacking.append(Kekurangan("sudah_disetujui", "Persetujuan untuk putaran ini sudah tercatat."))
    if _recorded(move):
        lacking += _letter(move)
    given = move.data.get("tanggal")
    if isinstance(given, dt.date) and given > move.today:
        sentence = f"Tanggal persetujuan tidak boleh sesudah hari ini, {tanggal_panjang(move.today)}."
        lacking.append(Kekurangan("tanggal", sentence, medan="tanggal"))
    if (move.data.get("lingkup") or "keduanya") not in choices.LINGKUP_PERSETUJUAN:
        listed = ", ".join(choices.LINGKUP_PERSETUJUAN)
        lacking.append(Kekurangan("lingkup", f"Lingkup persetujuan salah satu dari: {listed}.", medan="lingkup"))
    return lacking


def _letter(move: Move) -> list[Kekurangan]:
    number = str(move.data.get("nomor_surat") or "").strip()
    if number and len(number) <= NAMA:
        return []
    sentence = "Isi nomor surat persetujuan pimpinan yang Anda catat (paling panjang 200 huruf)."
    return [Kekurangan("nomor_surat", sentence, medan="nomor_surat", dasar=move.row.basis)]


def effect(move: Move) -> None:
    """Keep the approval of this round."""
    given = move.data.get("tanggal")
    when = given if isinstance(given, dt.date) else move.today
    scan = move.data.get("unggahan")
    holder = pejabat_menjabat(move.session, "atasan_ppid", when)
    move.atas_nama = holder.nama if holder is not None and _recorded(move) else None
    move.session.add(
        m.PersetujuanPimpinan(
            berkas_id=move.case.id,
            pejabat_id=holder.id if holder is not None else None,
            tanggal=when,
            nomor_surat=str(move.data.get("nomor_surat") or "").strip() or None,
            lingkup=move.data.get("lingkup") or "keduanya",
            catatan=move.note or None,
            unggahan_id=scan if isinstance(scan, int) and 0 < scan <= MAKS_ID else None,
            putaran=move.case.putaran,
        )
    )
