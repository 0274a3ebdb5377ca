"""Lists of records whose time is over: proposed, approved by letter, carried out with a berita acara. The owner of PenyusutanArsip.

A record never leaves while something in its berkas is still excluded, disputed or asked for, while its hard copy is
lent, or before its retention ends; this is looked at when it is listed and again on the day it leaves.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.errors import IsianSalah, Kekurangan, OrangSama, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.models.base import ALAMAT, NAMA, TEKS
from app.register.bukti.tabel import dokumen
from app.register.clocks import TERTUTUP, akhir_retensi
from app.security import scope
from app.security.officer import Officer
from app.sop.choices import JENIS_PENYUSUTAN, NASIB_AKHIR, SKKAAD, TINGKAT_PERKEMBANGAN
from app.sop.words import LABEL_NASKAH, Naskah, StatusBerkas
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.papers_bahan import arsip_penyusutan
from app.steps.papers_lain import berita_acara
from app.steps.texts import isian

NASIB = {"musnah": ("musnah",), "serah": ("permanen", "dinilai_kembali")}
KOLOM = ("No.", "Kode", "Arsip", "Tanggal", "Tingkat", "Lembar", "Boks", "Keamanan", "Nasib akhir", "SHA-256 softcopy")
A, N = m.Arsip, m.Naskah


@dataclass(frozen=True)
class Calon:
    """A record whose retention is over. `halangan`: why it stays for now, as sentences."""

    arsip: m.Arsip
    berakhir: dt.date
    halangan: tuple[str, ...]


def calon(session: Session, officer: Officer, jenis: str, hari: dt.date) -> list[Calon]:
    """The records of this final fate whose retention ended before the day, those that may go first."""
    query = select(A).where(A.nasib_akhir.in_(NASIB[jenis]), scope.visible(A, officer))
    rows = session.scalars(query.options(joinedload(A.naskah)).order_by(A.id)).unique()
    over = [row for row in rows if akhir_retensi(row) < hari]
    gone = {ident for ident, status in _pada_daftar(session, over) if status == "selesai"}
    found = halangan(session, over, hari)
    told = [Calon(row, akhir_retensi(row), tuple(found[row.id])) for row in over if row.id not in gone]
    return sorted(told, key=lambda one: (bool(one.halangan), one.berakhir, one.arsip.id))


def halangan(session: Session, rows: Sequence[m.Arsip], hari: dt.date, kecuali: int = 0) -> dict[int, list[str]]:
    """Arsip → why it must stay. `kecuali`: the list on which it may stand already."""
    cases = {row.naskah.berkas_id for row in rows if row.naskah.berkas_id is not None}
    closed, disputed, wanted = _tertutup(session, cases), _sengketa(session, cases), _diminta(session, cases)
    lent, running = _dipinjam(session, rows), _berjalan(session, cases)
    listed = {ident for ident, status in _pada_daftar(session, rows, kecuali) if status != "batal"}
    found: dict[int, list[str]] = {}
    for row in rows:
        case = row.naskah.berkas_id
        checks = (
            (akhir_retensi(row) >= hari, f"retensinya sampai {tanggal_panjang(akhir_retensi(row))}"),
            (case in closed, "berkasnya masih memuat informasi yang dikecualikan"),
            (case in disputed, "berkasnya masih disengketakan"),
            (case in wanted, "berkasnya masih dimohonkan dan belum dijawab"),
            (case in running, "berkasnya belum selesai"),
            (row.id in lent, "hardcopynya sedang dipinjam"),
            (row.id in listed, "sudah tercantum pada daftar lain"),
        )
        found[row.id] = [sentence for so, sentence in checks if so]
    return found


def _tertutup(session: Session, cases: Iterable[int]) -> set[int | None]:
    """Berkas with an entry that is closed, or that a newer decree carries on and keeps closed."""
    e = m.ButirDitetapkan
    carried = select(e.menggantikan_id).where(e.menggantikan_id.is_not(None))
    on = step = set(session.scalars(carried.where(e.status.in_(TERTUTUP))))
    while step:
        step = set(session.scalars(carried.where(e.id.in_(step)))) - on
        on |= step
    query = select(N.berkas_id).join(e, e.sk_id == N.id).where(N.berkas_id.in_(cases))
    return set(session.scalars(query.where(or_(e.status.in_(TERTUTUP), e.id.in_(on)))))


def _sengketa(session: Session, cases: Iterable[int]) -> set[int | None]:
    """A case at the Komisi Informasi that has no ruling yet."""
    e, s = m.ButirDitetapkan, m.Sengketa
    query = select(N.berkas_id).join(e, e.sk_id == N.id).join(s, s.butir_ditetapkan_id == e.id)
    return set(session.scalars(query.where(N.berkas_id.in_(cases), s.tanggal_putusan.is_(None))))


def _diminta(session: Session, cases: Iterable[int]) -> set[int | None]:
    p, pb, e = m.Permohonan, m.PermohonanButir, m.ButirDitetapkan
    direct = select(p.berkas_id).where(p.berkas_id.in_(cases), p.jawaban.is_(None))
    through = select(N.berkas_id).join(e, e.sk_id == N.id).join(pb, pb.butir_ditetapkan_id == e.id)
    through = through.join(p, pb.permohonan_id == p.id).where(N.berkas_id.in_(cases), p.jawaban.is_(None))
    return {*session.scalars(direct), *session.scalars(through)}


def _berjalan(session: Session, cases: Iterable[int]) -> set[int | None]:
    b, over = m.Berkas, (StatusBerkas.SELESAI, StatusBerkas.DIBATALKAN)
    return set(session.scalars(select(b.id).where(b.id.in_(cases), b.status.not_in(over))))


def _dipinjam(session: Session, rows: Sequence[m.Arsip]) -> set[int]:
    p = m.PeminjamanArsip
    query = select(p.arsip_id).where(p.arsip_id.in_([row.id for row in rows]), p.dikembalikan.is_(None))
    return set(session.scalars(query))


def _pada_daftar(session: Session, rows: Sequence[m.Arsip], kecuali: int = 0) -> list[tuple[int, str]]:
    b, p = m.ButirPenyusutan, m.PenyusutanArsip
    query = select(b.arsip_id, p.status).join(p, b.penyusutan_id == p.id)
    query = query.where(b.arsip_id.in_([row.id for row in rows]), p.id != kecuali)
    return [(ident, status) for ident, status in session.execute(query)]


def usulkan(officer: Officer, jenis: str, arsip: Sequence[int], keterangan: str = "") -> int:
    """Put records on a new list; -> its id. All of them or none: every reason against is told at once."""
    if not officer.may("can_add", "PenyusutanArsip"):
        raise TidakBerwenang()
    if jenis not in JENIS_PENYUSUTAN:
        raise IsianSalah([Kekurangan("jenis", "Pilih usul musnah atau usul serah.", medan="jenis")])
    note = isian("keterangan", keterangan, TEKS) if keterangan.strip() else None
    with acting(officer) as session:
        query = select(A).where(A.id.in_(set(arsip)), A.nasib_akhir.in_(NASIB[jenis]), scope.visible(A, officer))
        rows = session.scalars(query.order_by(A.id).with_for_update(of=A)).unique().all()
        if not rows or len(rows) != len(set(arsip)):
            raise TidakDitemukan("Pilih sedikitnya satu arsip dari daftar calon.")
        _tolak(session, rows, 0)
        listed = m.PenyusutanArsip(jenis=jenis, tanggal=hari_ini_wib(), keterangan=note)
        session.add(listed)
        session.flush()
        session.add_all(m.ButirPenyusutan(penyusutan_id=listed.id, arsip_id=row.id) for row in rows)
        _catat(session, officer, listed, "usul_susut", {"jenis": jenis, "arsip": [row.id for row in rows]}, None)
        return listed.id


def _tolak(session: Session, rows: Sequence[m.Arsip], kecuali: int) -> None:
    found = halangan(session, rows, hari_ini_wib(), kecuali)
    faults = [
        Kekurangan("halangan", f"{_sebutan(row)}: {', '.join(found[row.id])}.", medan="arsip")
        for row in rows
        if found[row.id]
    ]
    if faults:
        raise IsianSalah(faults)


def setujui(officer: Officer, ident: int, nomor: str, tanggal: dt.date | None) -> None:
    """The letter that allows it has come; recorded by somebody else than the proposer."""
    with acting(officer) as session:
        row = _daftar(session, officer, ident, "usul")
        if row.dibuat_oleh_id == officer.id:
            raise OrangSama("Persetujuan dicatat oleh petugas lain, bukan oleh pengusul daftar ini.")
        row.nomor_persetujuan = isian("nomor_persetujuan", nomor, NAMA)
        row.tanggal_persetujuan = _hari(tanggal, row.tanggal, "tanggal_persetujuan")
        row.status = "disetujui"
        _catat(session, officer, row, "setujui_susut", {"surat": row.nomor_persetujuan}, "usul")


def batalkan(officer: Officer, ident: int, alasan: str) -> None:
    """The list is given up; its records stay where they are."""
    with acting(officer) as session:
        row = _daftar(session, officer, ident, "usul", "disetujui")
        row.keterangan, before = isian("alasan", alasan, TEKS), row.status
        row.status = "batal"
        _catat(session, officer, row, "batalkan_susut", {"alasan": row.keterangan}, before)


def laksanakan(officer: Officer, ident: int, fields: dict[str, Any]) -> int:
    """It was done on that day; -> id of its berita acara. `fields`: tanggal, cara, saksi."""
    with acting(officer) as session:
        row = _daftar(session, officer, ident, "disetujui")
        rows = arsip_penyusutan(session, row.id)
        session.execute(select(A.id).where(A.id.in_([one.id for one in rows])).order_by(A.id).with_for_update())
        _tolak(session, rows, row.id)  # whoever lends one of them now waits, and finds it gone
        row.cara, row.saksi = isian("cara", fields.get("cara"), ALAMAT), isian("saksi", fields.get("saksi"), ALAMAT)
        day = _hari(fields.get("tanggal"), row.tanggal_persetujuan, "tanggal")
        row.dilaksanakan, row.status = day, "selesai"
        session.flush()
        paper = berita_acara(session, officer, row, day)
        told = {"naskah": paper.id, "nomor": paper.nomor, "sha256": paper.sha256, "arsip": [one.id for one in rows]}
        _catat(session, officer, row, "laksanakan_susut", told, "disetujui")
        return paper.id


def _daftar(session: Session, officer: Officer, ident: int, *statuses: str) -> m.PenyusutanArsip:
    if not officer.may("can_edit", "PenyusutanArsip"):
        raise TidakBerwenang()
    row = scope.one(session, m.PenyusutanArsip, ident, officer, lock=True)
    if row.status not in statuses:
        raise StatusBerubah("Daftar ini sudah berubah. Muat ulang halamannya.", status=row.status)
    return row


def _hari(day: dt.date | None, earliest: dt.date | None, field: str) -> dt.date:
    if not isinstance(day, dt.date) or not (earliest or dt.date.min) <= day <= hari_ini_wib():
        since = f" sejak {tanggal_panjang(earliest)}" if earliest else ""
        raise IsianSalah([Kekurangan("tanggal", f"Isi tanggal{since} sampai hari ini.", medan=field)])
    return day


def _sebutan(row: m.Arsip) -> str:
    return f"{LABEL_NASKAH[Naskah(row.naskah.jenis)]} {row.naskah.nomor or ''}".strip()


def _baris(rows: Sequence[m.Arsip]) -> list[tuple[str, ...]]:
    return [
        (
            str(number),
            one.kode_klasifikasi,
            _sebutan(one),
            tanggal_panjang(one.naskah.tanggal),
            TINGKAT_PERKEMBANGAN[one.tingkat_perkembangan],
            str(one.hardcopy_jumlah_lembar or "–"),
            one.hardcopy_boks or "–",
            SKKAAD[one.skkaad],
            NASIB_AKHIR[one.nasib_akhir],
            one.naskah.sha256[:16] + "…",
        )
        for number, one in enumerate(rows, 1)
    ]


def daftar(session: Session, row: m.PenyusutanArsip) -> bytes:
    """The list itself as a paper (.docx), to go with the request for approval."""
    told = [f"Tanggal {tanggal_panjang(row.tanggal)}. {row.keterangan or ''}".strip()]
    return dokumen(
        f"Daftar Arsip {JENIS_PENYUSUTAN[row.jenis]}", told, KOLOM, [("", _baris(arsip_penyusutan(session, row.id)))]
    )


def _catat(
    session: Session, officer: Officer, row: m.PenyusutanArsip, verb: str, told: dict[str, Any], before: str | None
) -> None:
    session.flush()
    catat(
        session,
        officer=officer,
        objek_jenis="penyusutan",
        objek_id=row.id,
        verb=verb,
        dari=before,
        ke=row.status,
        ringkasan=told,
    )
