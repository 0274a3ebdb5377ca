"""Opinions of the Tim (SOP 3): a member's own, or recorded for him from the meeting by the secretary. Frozen with what he saw."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import IsianSalah, Kekurangan, OrangSama, StatusBerubah, TidakBerwenang
from app.extensions import db
from app.models.base import TEKS, sekarang
from app.models.butir import uji_kini
from app.security import scope
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import StatusBerkas, StatusButir
from app.steps.acting import acting
from app.steps.cases import terkunci
from app.steps.events import catat
from app.steps.opinions import anggota_menjabat
from app.steps.people import PENGUJI, PENGUSUL, pernah, refuse_if
from app.steps.texts import bersihkan

ALASAN = {"alasan_uu": TEKS, "alasan_kepatutan": TEKS, "alasan_kepentingan_umum": TEKS}


def simpan_pendapat(officer: Officer, rows: list[dict[str, Any]]) -> list[int]:
    """Keep opinions, all or none; -> ids of Pendapat. Committed here.

    Each row: butir (id), sikap, alasan_uu, alasan_kepatutan, alasan_kepentingan_umum, and from the secretary anggota (id).
    A second opinion of a member on a butir replaces the first until `pertimbangkan`. Raises as the door does.
    """
    if not officer.may("can_post", "Pendapat"):
        raise TidakBerwenang()
    with acting(officer) as session:
        return [_keep(session, officer, row) for row in rows]


def setujui_semua(officer: Officer, berkas_id: int) -> int:
    """ "Setuju" for every butir of a berkas on which the member has given no opinion yet; -> how many."""
    session: Session = db.session
    member = anggota_dari(session, officer)
    given = select(m.Pendapat.butir_id).where(m.Pendapat.anggota_id == member.id, m.Pendapat.dicabut.is_(False))
    b = m.ButirInformasi
    query = select(b).where(b.berkas_id == berkas_id, b.status == StatusButir.DIUJI, b.id.not_in(given))
    agency = officer.perangkat_daerah_id
    open_rows = session.scalars(query.where(scope.visible(b, officer)).order_by(b.id)).unique()
    rows = [{"butir": row.id, "sikap": "setuju"} for row in open_rows if row.usulan.perangkat_daerah_id != agency]
    return len(simpan_pendapat(officer, rows))


def anggota_dari(session: Session, officer: Officer) -> m.AnggotaTim:
    """The seat that an officer holds in the Tim today. TidakBerwenang when none."""
    today = hari_ini_wib(sekarang())
    seat = next((a for a in anggota_menjabat(session, today) if a.pengguna_id == officer.id), None)
    if seat is None:
        raise TidakBerwenang("Anda tidak tercatat sebagai anggota Tim Pertimbangan yang menjabat hari ini.")
    return seat


def _keep(session: Session, officer: Officer, fields: dict[str, Any]) -> int:
    butir = _butir(session, officer, fields.get("butir"))
    seat = anggota_dari(session, officer)
    member = _member(session, seat, fields.get("anggota"))
    berkas = butir.berkas
    if berkas is None or berkas.status != StatusBerkas.PERTIMBANGAN or butir.status != StatusButir.DIUJI:
        status = berkas.status if berkas is not None else butir.status
        raise StatusBerubah("Pendapat hanya dapat diberikan selama berkas dipertimbangkan.", status=status)
    _person(session, officer, member, butir)
    clean = _clean(fields)
    row = _row(session, member, butir, berkas.putaran)
    row.sikap, row.tanggal = clean.pop("sikap"), hari_ini_wib(sekarang())
    for name in ALASAN:
        setattr(row, name, clean.get(name))
    row.cara = "langsung" if member.id == seat.id else "rapat"
    row.dicatat_oleh_id = None if member.id == seat.id else officer.id
    row.terlihat = _seen(butir)
    session.add(row)
    session.flush()
    _record(session, officer, butir, row)
    return row.id


def _record(session: Session, officer: Officer, butir: m.ButirInformasi, row: m.Pendapat) -> None:
    catat(
        session,
        officer=officer,
        objek_jenis="butir",
        objek_id=butir.id,
        verb="pendapat" if row.cara == "langsung" else "catat_pendapat",
        berkas_id=butir.berkas_id,
        ringkasan={"pendapat": row.id, "anggota": row.anggota_id, "sikap": row.sikap},
    )


def _butir(session: Session, officer: Officer, ident: Any) -> m.ButirInformasi:
    return terkunci(session, m.ButirInformasi, ident, officer)


def _member(session: Session, seat: m.AnggotaTim, ident: Any) -> m.AnggotaTim:
    if ident is None or ident == seat.id:
        return seat
    if seat.kedudukan != "sekretaris":
        raise TidakBerwenang("Hanya sekretaris Tim yang mencatat pendapat anggota lain dari rapat.")
    today = hari_ini_wib(sekarang())
    member = next((a for a in anggota_menjabat(session, today) if a.id == ident), None)
    if member is None:
        raise IsianSalah([Kekurangan("anggota", "Pilih anggota Tim yang sedang menjabat.", medan="anggota")])
    return member


def _person(session: Session, officer: Officer, member: m.AnggotaTim, butir: m.ButirInformasi) -> None:
    if member.pengguna.perangkat_daerah_id == butir.usulan.perangkat_daerah_id:
        raise OrangSama(
            f"Benturan kepentingan: {member.pengguna} berasal dari perangkat daerah pengusul butir {butir.kode}, "
            "jadi tidak ikut memberi pendapat atas butir ini."
        )
    if member.pengguna_id != officer.id:
        return
    ids = {"butir": [butir.id], "usulan": [butir.usulan_id]}
    refuse_if(pernah(session, officer, PENGUSUL, **ids), "mengusulkan", "memberi pendapat")
    refuse_if(pernah(session, officer, PENGUJI, **ids), "menguji", "memberi pendapat")


def _clean(fields: dict[str, Any]) -> dict[str, Any]:
    clean = bersihkan(fields, ALASAN)
    stance = fields.get("sikap")
    faults = []
    if stance not in choices.SIKAP:
        faults.append(Kekurangan("sikap", f"Pilih sikap: {', '.join(choices.SIKAP)}.", medan="sikap"))
    elif stance != "setuju" and not any(clean.get(name) for name in ALASAN):
        sentence = "Tuliskan alasan Anda menurut undang-undang, kepatutan, atau kepentingan umum."
        faults.append(Kekurangan("alasan_wajib", sentence, medan="alasan_uu", dasar="SOP 3"))
    if faults:
        raise IsianSalah(faults)
    return clean | {"sikap": stance}


def _row(session: Session, member: m.AnggotaTim, butir: m.ButirInformasi, putaran: int) -> m.Pendapat:
    p = m.Pendapat
    query = select(p).where(p.butir_id == butir.id, p.anggota_id == member.id, p.putaran == putaran)
    found = session.scalars(query.options(selectinload(p.anggota))).one_or_none()
    return found or m.Pendapat(butir_id=butir.id, anggota_id=member.id, putaran=putaran)


def _seen(butir: m.ButirInformasi) -> dict[str, Any]:
    """What lay before the member when he opined."""
    test = uji_kini(butir)
    shown: dict[str, Any] = {"versi_butir": butir.versi, "uraian": butir.uraian, "cakupan": butir.cakupan}
    if test is not None:
        names = ("konsekuensi_dibuka", "konsekuensi_ditutup", "kepentingan_publik", "kesimpulan")
        shown["uji"] = {name: getattr(test, name) for name in names} | {"id": test.id, "versi": test.versi}
    return shown
