"""The approval of the head of the public body (PP 61/2010 Ps 3, unverified): given in person, or recorded from a scan."""

import datetime as dt

from app import models as m
from app.calendar.words import tanggal_panjang
from app.errors import Kekurangan
from app.models.base import NAMA, id_baris
from app.sop import choices
from app.sop.words import Naskah, Pelaksana
from app.steps.cases import naskah_berlaku, persetujuan_berlaku
from app.steps.move import Move
from app.steps.officials import pejabat_menjabat
from app.steps.tetapkan import tanggal_keputusan
from app.steps.texts import periksa_teks


def _recorded(move: Move) -> bool:
    """Somebody other than the Pimpinan writes it down from a letter."""
    return Pelaksana.PIMPINAN not in move.officer.roles


def missing(move: Move) -> list[Kekurangan]:
    """One approval a round; a recorded one names its letter; its date lies between the Tim's result and today."""
    lacking = []
    if persetujuan_berlaku(move.session, move.case) is not None:
        lacking.append(Kekurangan("sudah_disetujui", "Persetujuan untuk putaran ini sudah tercatat."))
    lacking += [*_letter(move), *_date(move), *_scope(move), *_scan(move)]
    return lacking


def _letter(move: Move) -> list[Kekurangan]:
    number, fault = _number(move)
    if fault is not None:
        return [fault]
    if number is not None or not _recorded(move):
        return []
    sentence = "Isi nomor surat persetujuan pimpinan yang Anda catat (paling panjang 200 huruf)."
    return [Kekurangan("nomor_surat", sentence, medan="nomor_surat", dasar=move.row.basis)]


def _number(move: Move) -> tuple[str | None, Kekurangan | None]:
    return periksa_teks("nomor_surat", move.data.get("nomor_surat"), NAMA, satu_baris=True)


def _date(move: Move) -> list[Kekurangan]:
    result = naskah_berlaku(move.session, move.case.id, Naskah.HASIL_PERTIMBANGAN)
    first = result.tanggal if result is not None else dt.date.min
    if first <= tanggal_keputusan(move) <= move.today:
        return []
    between = f"{tanggal_panjang(first)} sampai {tanggal_panjang(move.today)}"
    sentence = f"Tanggal persetujuan harus di antara hasil pertimbangan dan hari ini: {between}."
    return [Kekurangan("tanggal", sentence, medan="tanggal")]


def _scope(move: Move) -> list[Kekurangan]:
    if (move.data.get("lingkup") or "keduanya") in tuple(choices.LINGKUP_PERSETUJUAN):
        return []
    listed = ", ".join(choices.LINGKUP_PERSETUJUAN)
    return [Kekurangan("lingkup", f"Lingkup persetujuan salah satu dari: {listed}.", medan="lingkup")]


def _scan(move: Move) -> list[Kekurangan]:
    """A scan is the caller's own upload."""
    ident = move.data.get("unggahan")
    found = move.session.get(m.Unggahan, ident) if id_baris(ident) else None
    if ident is None or (found is not None and found.diunggah_oleh_id == move.officer.id):
        return []
    return [Kekurangan("unggahan", "Unggah pindaian surat persetujuan itu lagi.", medan="unggahan")]


def effect(move: Move) -> None:
    """Keep the approval of this round."""
    when = tanggal_keputusan(move)
    holder = pejabat_menjabat(move.session, "atasan_ppid", when)
    move.atas_nama = holder.nama if holder is not None and _recorded(move) else None
    move.session.add(
        m.PersetujuanPimpinan(
            berkas_id=move.case.id,
            pejabat_id=holder.id if holder is not None else None,
            tanggal=when,
            nomor_surat=_number(move)[0],
            lingkup=move.data.get("lingkup") or "keduanya",
            catatan=move.note or None,
            unggahan_id=move.data.get("unggahan"),
            putaran=move.case.putaran,
        )
    )
