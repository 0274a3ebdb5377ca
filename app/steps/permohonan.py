"""Requests from e-PPID and the desk: received, extended, tied to a berkas or to entries, answered. The owner of Permohonan."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.permohonan import batas_jawaban
from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.models.base import ALAMAT, NAMA, TEKS, sekarang
from app.security import scope
from app.security.officer import Officer
from app.sop import choices
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.himpun import buka_baru
from app.steps.papers_bahan import butir_permohonan
from app.steps.papers_lain import konsep_penolakan, surat_penolakan
from app.steps.texts import bersihkan, isian

ISIAN = {"nomor": NAMA, "pemohon": NAMA, "alamat_pemohon": ALAMAT, "rincian": TEKS, "tujuan": TEKS}
WAJIB = ("nomor", "pemohon", "rincian")
PEMICU = {"eppid": "permohonan_eppid", "desk": "permohonan_desk"}
SURAT = ("ditolak", "dikabulkan_sebagian")
P = m.Permohonan
KEMBAR = Kekurangan("kembar", "Nomor permohonan ini sudah dicatat.", medan="nomor")


def terima(officer: Officer, fields: dict[str, Any]) -> int:
    """Record a request; -> id. `fields`: kanal, nomor, diterima, pemohon, alamat_pemohon, rincian, tujuan."""
    with _bertindak(officer, "can_add") as session:
        return tulis(session, officer, fields)


def tulis(session: Session, officer: Officer, fields: dict[str, Any]) -> int:
    """One request in the caller's transaction; IsianSalah with everything that is wrong."""
    clean, faults = periksa(fields)
    same = select(P.id).where(P.kanal == fields.get("kanal"), P.nomor == clean.get("nomor"))
    if not faults and session.scalar(same) is not None:
        faults.append(KEMBAR)
    if faults:
        raise IsianSalah(faults)
    row = P(kanal=fields["kanal"], diterima=fields["diterima"], **clean)
    row.berkas_id = _berkas_bernomor(session, row)
    session.add(row)
    session.flush()
    _catat(session, officer, row, "terima_permohonan", {})
    return row.id


def periksa(fields: dict[str, Any]) -> tuple[dict[str, Any], list[Kekurangan]]:
    """(clean text, what is wrong) of a request as it comes in."""
    faults: list[Kekurangan] = []
    clean: dict[str, Any] = {}
    try:
        clean = bersihkan({name: fields.get(name) for name in ISIAN}, ISIAN)
    except IsianSalah as refused:
        faults += refused.kekurangan
    if fields.get("kanal") not in choices.KANAL_PERMOHONAN:
        faults.append(Kekurangan("kanal", f"Isi dengan {' atau '.join(choices.KANAL_PERMOHONAN)}.", medan="kanal"))
    day = fields.get("diterima")
    if not isinstance(day, dt.date) or not dt.date(2008, 4, 30) <= day <= hari_ini_wib():
        faults.append(Kekurangan("tanggal", "Isi tanggal terima, tidak sesudah hari ini.", medan="diterima"))
    lacking = [name for name in WAJIB if not clean.get(name) and not any(f.medan == name for f in faults)]
    return clean, [*faults, *(Kekurangan("wajib", "Kolom ini wajib diisi.", medan=name) for name in lacking)]


def ubah(officer: Officer, ident: int, fields: dict[str, Any]) -> None:
    """Correct what was recorded of a request that waits for its answer. `fields` as in `terima`."""
    with _bertindak(officer) as session:
        row = _terbuka(session, officer, ident)
        clean, faults = periksa(fields)
        same = select(P.id).where(P.kanal == fields.get("kanal"), P.nomor == clean.get("nomor"), P.id != row.id)
        if not faults and session.scalar(same) is not None:
            faults.append(KEMBAR)
        if not faults and row.diperpanjang is not None and fields["diterima"] > row.diperpanjang:
            sentence = (
                f"Permohonan ini diperpanjang {tanggal_panjang(row.diperpanjang)}; tanggal terima tidak sesudahnya."
            )
            faults.append(Kekurangan("tanggal", sentence, medan="diterima"))
        if faults:
            raise IsianSalah(faults)
        _pasang(row, clean | {"kanal": fields["kanal"], "diterima": fields["diterima"]})
        _catat(session, officer, row, "ubah_permohonan", {})


def _berkas_bernomor(session: Session, row: m.Permohonan) -> int | None:
    """The berkas that names this number already."""
    b = m.Berkas
    named = select(b.id).where(b.nomor_permohonan == row.nomor, b.pemicu == PEMICU[row.kanal])
    return session.scalar(named.order_by(b.id.desc()).limit(1))


def perpanjang(officer: Officer, ident: int, alasan: str) -> None:
    """Seven more working days, told to the applicant in writing; once, and before the first ten are over."""
    with _bertindak(officer) as session:
        row = _terbuka(session, officer, ident)
        if row.diperpanjang is not None:
            raise StatusBerubah("Permohonan ini sudah diperpanjang.", status="diperpanjang")
        today = hari_ini_wib()
        last = batas_jawaban(row.diterima, _libur(session))
        if today > last:
            raise StatusBerubah(
                f"Perpanjangan hanya dapat dilakukan sebelum {tanggal_panjang(last)} lewat.", status="lewat"
            )
        row.alasan_perpanjangan, row.diperpanjang = isian("alasan", alasan, TEKS), today
        _catat(session, officer, row, "perpanjang_permohonan", {"sampai": batas(session, row).isoformat()})


def batas(session: Session, row: m.Permohonan) -> dt.date:
    """The last day for the answer."""
    return batas_jawaban(row.diterima, _libur(session), diperpanjang=row.diperpanjang is not None)


def _libur(session: Session) -> set[dt.date]:
    return set(session.scalars(select(m.HariLibur.tanggal)))


def hubungkan(officer: Officer, ident: int, butir: Sequence[int]) -> None:
    """The entries of the register that the request asks for: exactly these from now on."""
    with _bertindak(officer) as session:
        row = _terbuka(session, officer, ident)
        e, pb = m.ButirDitetapkan, m.PermohonanButir
        found = session.scalars(select(e.id).where(e.id.in_(set(butir)), scope.visible(e, officer))).all()
        if len(found) != len(set(butir)):
            raise TidakDitemukan("Butir tidak ditemukan, atau bukan dalam lingkup Anda.")
        kept = {one.butir_ditetapkan_id: one for one in session.scalars(select(pb).where(pb.permohonan_id == row.id))}
        for gone in kept.keys() - set(found):
            session.delete(kept[gone])
        session.add_all(pb(permohonan_id=row.id, butir_ditetapkan_id=new) for new in sorted(set(found) - kept.keys()))
        _catat(session, officer, row, "hubungkan_permohonan", {"butir": sorted(found)})


def buka_berkas(officer: Officer, ident: int) -> int:
    """The berkas of the request: the one that bears its number, else a new one that waits for the agency's proposal."""
    with _bertindak(officer) as session:
        row = _terbuka(session, officer, ident)
        row.berkas_id = row.berkas_id or _berkas_bernomor(session, row)
        if row.berkas_id is None:
            title = f"Klasifikasi atas permohonan {choices.KANAL_PERMOHONAN[row.kanal]} {row.nomor}"[:300]
            berkas = buka_baru(session, sekarang(), title)
            berkas.pemicu, berkas.nomor_permohonan = PEMICU[row.kanal], row.nomor
            session.flush()
            row.berkas_id = berkas.id
        _catat(session, officer, row, "buka_berkas", {"berkas": row.berkas_id})
        return int(row.berkas_id)


def jawab(officer: Officer, ident: int, fields: dict[str, Any]) -> None:
    """Answer it; a refusal issues its letter. `fields`: jawaban, tanggal, keterangan."""
    with _bertindak(officer) as session:
        row = _terbuka(session, officer, ident)
        answer = _jawaban(session, row, fields)
        _pasang(row, answer)
        session.flush()
        told = {}
        if row.jawaban in SURAT:
            letter = surat_penolakan(session, officer, row, answer["tanggal_jawaban"])
            told = {"naskah": letter.id, "surat": letter.nomor, "sha256": letter.sha256}
        _catat(session, officer, row, "jawab_permohonan", {"jawaban": row.jawaban, **told})


def konsep_surat(officer: Officer, ident: int, fields: dict[str, Any]) -> bytes:
    """The letter that this answer would issue, as a draft (.docx); nothing is kept."""
    if not officer.may("can_edit", "Permohonan"):
        raise TidakBerwenang()
    session: Session = db.session
    row = _terbuka(session, officer, ident, lock=False)
    answer = _jawaban(session, row, fields)
    if answer["jawaban"] not in SURAT:
        raise IsianSalah([Kekurangan("jawaban", "Jawaban ini tidak memerlukan surat penolakan.", medan="jawaban")])
    session.expunge(row)  # the answer stands on the draft, and no flush can write it
    _pasang(row, answer)
    return konsep_penolakan(session, officer, row, answer["tanggal_jawaban"])


def _jawaban(session: Session, row: m.Permohonan, fields: dict[str, Any]) -> dict[str, Any]:
    """The answer in the columns of the request. IsianSalah with everything that is wrong."""
    answer, day, faults = fields.get("jawaban"), fields.get("tanggal"), []
    if answer not in choices.JAWABAN_PERMOHONAN:
        faults.append(Kekurangan("jawaban", "Pilih jawabannya.", medan="jawaban"))
    if not isinstance(day, dt.date) or not row.diterima <= day <= hari_ini_wib():
        between = f"sejak {tanggal_panjang(row.diterima)} sampai hari ini"
        faults.append(Kekurangan("tanggal", f"Isi tanggal jawaban {between}.", medan="tanggal"))
    if answer in SURAT:
        faults += _dasar_tolak(butir_permohonan(session, row.id))
    if faults or not isinstance(day, dt.date):
        raise IsianSalah(faults)
    note = bersihkan({"keterangan": fields.get("keterangan")}, {"keterangan": TEKS})["keterangan"]
    return {"jawaban": answer, "tanggal_jawaban": day, "keterangan_jawaban": note}


def _pasang(row: m.Permohonan, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _dasar_tolak(entries: Sequence[m.ButirDitetapkan]) -> list[Kekurangan]:
    """A refusal rests on entries in force, and on nothing else (Pasal 19: no refusal without a test)."""
    if not entries:
        sentence = "Hubungkan dahulu butir yang dikecualikan. Tanpa uji konsekuensi permohonan tidak dapat ditolak."
        return [Kekurangan("tanpa_dasar", sentence, medan="jawaban", dasar="UU 14/2008 Pasal 19")]
    open_ = [row.kode for row in entries if row.status not in ("berlaku", "akan_berakhir")]
    sentence = f"Butir {', '.join(open_)} tidak lagi dikecualikan, jadi tidak dapat menjadi alasan penolakan."
    return [Kekurangan("sudah_terbuka", sentence, medan="jawaban")] if open_ else []


def _bertindak(officer: Officer, permission: str = "can_edit") -> Any:
    if not officer.may(permission, "Permohonan"):
        raise TidakBerwenang()
    return acting(officer)


def _terbuka(session: Session, officer: Officer, ident: int, *, lock: bool = True) -> m.Permohonan:
    row = scope.one(session, P, ident, officer, lock=lock)
    if row.jawaban is not None:
        raise StatusBerubah("Permohonan ini sudah dijawab.", status=row.jawaban)
    return row


def _catat(session: Session, officer: Officer, row: m.Permohonan, verb: str, told: dict[str, Any]) -> None:
    """The log names the number, never the applicant."""
    session.flush()
    catat(
        session,
        officer=officer,
        objek_jenis="permohonan",
        objek_id=row.id,
        verb=verb,
        berkas_id=row.berkas_id,
        ke=row.jawaban,
        ringkasan={"kanal": row.kanal, "nomor": row.nomor, **told},
    )
