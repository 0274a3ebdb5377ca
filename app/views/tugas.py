"""What waits for a person: read from the SOP tables, so that a new move appears here by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from flask import url_for

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.register.situs.rusak import rusak
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import reading
from app.sop.moves import Langkah
from app.sop.papers import KETENTUAN
from app.sop.words import StatusNaskah, StatusRegister
from app.views import values
from app.views.sasaran import Sasaran, sasaran

SHOWN = 8
MODEL: dict[str, Any] = {"usulan": m.Usulan, "berkas": m.Berkas, "butir": m.ButirInformasi}
LAYAR = {"usulan": "UsulanView", "berkas": "BerkasView", "butir": "ButirView"}
# Moves that wait for somebody (a way back waits for nobody), with the words of their counter.
MENUNGGU: dict[tuple[str, str], str] = {
    ("usulan", "ajukan"): "Usulan belum disampaikan",
    ("usulan", "himpun"): "Usulan menunggu diterima",
    ("butir", "kirim_perbaikan"): "Butir perlu diperbaiki",
    ("berkas", "kaji"): "Berkas siap dikaji",
    ("berkas", "sampaikan"): "Berkas sedang dikaji",
    ("berkas", "pertimbangkan"): "Menunggu pertimbangan",
    ("berkas", "setujui"): "Menunggu persetujuan pimpinan",
    ("berkas", "tetapkan"): "Menunggu penetapan",
    ("berkas", "unggah"): "SK belum selesai diunggah",
}


# Who prepares a move without making it himself: the permission that tells him, and what he does.
MENYIAPKAN = {("berkas", "sampaikan"): ("can_kaji", "Uji semua butir")}
# Moves that a head decides: his task opens the one page that has all he needs for it.
DIPUTUS = ("setujui", "tetapkan")


@dataclass(frozen=True)
class Hitungan:
    """One counter."""

    banyak: int
    label: str
    url: str
    genting: bool = False


def tugas_saya(officer: Officer) -> dict[str, Any]:
    """Everything that the home page shows."""
    counts: list[Hitungan] = []
    tasks: list[dict[str, Any]] = []
    for (kind, verb), label in MENUNGGU.items():
        row = reading.cari(kind, verb)
        deed = _deed(kind, row, officer) if row is not None else ""
        if row is None or not deed:
            continue
        number, found = _waiting(kind, row, officer, deed)
        if number:
            counts.append(Hitungan(number, label, _list_url(kind, row), verb == "kirim_perbaikan"))
            tasks += found
    tasks.sort(key=lambda task: (task["sasaran"] is None, task["sasaran"].sisa if task["sasaran"] else 0))
    late = sum(1 for task in tasks if task["sasaran"] and task["sasaran"].lewat)
    if late:
        counts.append(Hitungan(late, "Lewat sasaran", "#tugas", genting=True))
    counts += _papers(officer) + _register(officer) + _loans(officer) + _requests(officer)
    return {"hitungan": counts, "tugas": tasks, "mulai": _first_acts(officer), "peran": officer.peran}


def _deed(kind: str, row: Langkah, officer: Officer) -> str:
    """What this person does for a move: makes it, or prepares it; empty: nothing."""
    resource = reading.SUMBER_DAYA[kind]
    if officer.may(f"can_{row.verb}", resource):
        return row.label
    permission, words = MENYIAPKAN.get((kind, row.verb), ("", ""))
    return words if permission and officer.may(permission, resource) else ""


def _waiting(kind: str, row: Langkah, officer: Officer, deed: str) -> tuple[int, list[dict[str, Any]]]:
    """How many cases wait for this move, and the oldest of them."""
    model = MODEL[kind]
    where = (visible(model, officer), model.status.in_(row.dari), *_still_open(kind, row.verb))
    found = db.session.scalars(sa.select(model).where(*where).order_by(model.diubah_pada).limit(SHOWN)).unique().all()
    number = len(found)
    if number == SHOWN:
        number = db.session.scalar(sa.select(sa.func.count()).select_from(model).where(*where)) or 0
    due = sasaran(kind, row.verb, found)
    return number, [_task(kind, row, case, deed, due.get(case.id)) for case in found]


def _still_open(kind: str, verb: str) -> list[Any]:
    """An approval that was given waits for nobody, though the berkas stays where it is."""
    if (kind, verb) != ("berkas", "setujui"):
        return []
    a = m.PersetujuanPimpinan
    given = sa.exists().where(a.berkas_id == m.Berkas.id, a.putaran == m.Berkas.putaran, a.dicabut.is_(False))
    return [~given]


def _task(kind: str, row: Langkah, case: Any, deed: str, due: Sasaran | None) -> dict[str, Any]:
    return {
        "judul": str(case),
        "url": url_for(f"{LAYAR[kind]}.{'ringkas' if row.verb in DIPUTUS else 'show'}", pk=case.id),
        "tindakan": deed,
        "status": values.status(case.status),
        "sejak": case.diubah_pada,
        "sasaran": due,
    }


def _list_url(kind: str, row: Langkah) -> str:
    chosen = row.dari[0] if len(row.dari) == 1 else None
    return url_for(f"{LAYAR[kind]}.list", status=str(chosen) if chosen else None)


def _papers(officer: Officer) -> list[Hitungan]:
    """Papers whose signed copy is still missing, for those who pair it."""
    if not officer.may("can_tandatangani", "Naskah"):
        return []
    waiting = (
        visible(m.Naskah, officer),
        m.Naskah.status == StatusNaskah.TERBIT,
        m.Naskah.jenis.in_(_pairable(officer)),
    )
    number = db.session.scalar(sa.select(sa.func.count()).select_from(m.Naskah).where(*waiting)) or 0
    url = url_for("NaskahView.list", status=StatusNaskah.TERBIT.value)
    return [Hitungan(number, "Naskah belum ditandatangani", url)] if number else []


def _pairable(officer: Officer) -> list[str]:
    return [kind.value for kind, rule in KETENTUAN.items() if rule.wajib_ttd and set(rule.pemasang) & officer.roles]


def _register(officer: Officer) -> list[Hitungan]:
    """Entries that end soon."""
    if not officer.may("can_list", "ButirDitetapkan"):
        return []
    ending = (visible(m.ButirDitetapkan, officer), m.ButirDitetapkan.status == StatusRegister.AKAN_BERAKHIR)
    number = db.session.scalar(sa.select(sa.func.count()).select_from(m.ButirDitetapkan).where(*ending)) or 0
    url = url_for("DaftarView.list", status=StatusRegister.AKAN_BERAKHIR.value)
    ends = [Hitungan(number, "Pengecualian segera berakhir", url, genting=True)] if number else []
    return ends + _sites(officer) + _follow_up(officer) + _reviews(officer) + _keeping(officer)


def _sites(officer: Officer) -> list[Hitungan]:
    """Publications whose address broke or whose file changed; a good check takes them off."""
    if not officer.may("can_publikasikan", "Naskah"):
        return []
    broken = (visible(m.Publikasi, officer), rusak())
    number = db.session.scalar(sa.select(sa.func.count()).select_from(m.Publikasi).where(*broken)) or 0
    return [Hitungan(number, "Publikasi rusak", url_for("SitusSk.rusak"), genting=True)] if number else []


def _follow_up(officer: Officer) -> list[Hitungan]:
    """Files of opened entries that a person still has to release or to review."""
    if not officer.may("can_edit", "TindakLanjut"):
        return []
    waiting = (visible(m.TindakLanjut, officer), m.TindakLanjut.hasil.is_(None))
    number = db.session.scalar(sa.select(sa.func.count()).select_from(m.TindakLanjut).where(*waiting)) or 0
    return (
        [Hitungan(number, "Butir terbuka menunggu tindak lanjut", url_for("TindakLanjutView.list"))] if number else []
    )


def _reviews(officer: Officer) -> list[Hitungan]:
    """What has to be looked at again because the law changed."""
    if not officer.may("can_edit", "Tinjauan"):
        return []
    waiting = (visible(m.Tinjauan, officer), m.Tinjauan.hasil.is_(None))
    number = db.session.scalar(sa.select(sa.func.count()).select_from(m.Tinjauan).where(*waiting)) or 0
    return [Hitungan(number, "Tinjauan perubahan hukum menunggu", url_for("TinjauanView.list"))] if number else []


def _keeping(officer: Officer) -> list[Hitungan]:
    """Documents of decreed entries whose keeping the agency still has to confirm (SOP 4)."""
    if not officer.may("can_edit", "PenyimpananDokumen") or officer.perangkat_daerah_id is None:
        return []
    p = m.PenyimpananDokumen
    mine = (visible(p, officer), p.perangkat_daerah_id == officer.perangkat_daerah_id, p.dikonfirmasi_pada.is_(None))
    number = db.session.scalar(sa.select(sa.func.count()).select_from(p).where(*mine)) or 0
    url = url_for("PenyimpananView.list")
    return [Hitungan(number, "Kelola dan simpan dokumen: belum dikonfirmasi", url)] if number else []


def _loans(officer: Officer) -> list[Hitungan]:
    """Hard copies that should be back by now."""
    if not officer.may("can_edit", "PeminjamanArsip"):
        return []
    p = m.PeminjamanArsip
    late = (visible(p, officer), p.dikembalikan.is_(None), p.jatuh_tempo < hari_ini_wib())
    number = db.session.scalar(sa.select(sa.func.count()).select_from(p).where(*late)) or 0
    return (
        [Hitungan(number, "Arsip lewat waktu kembali", url_for("PeminjamanView.list"), genting=True)] if number else []
    )


def _requests(officer: Officer) -> list[Hitungan]:
    """Requests for information that wait for their answer."""
    if not officer.may("can_edit", "Permohonan"):
        return []
    waiting = (visible(m.Permohonan, officer), m.Permohonan.jawaban.is_(None))
    number = db.session.scalar(sa.select(sa.func.count()).select_from(m.Permohonan).where(*waiting)) or 0
    return [Hitungan(number, "Permohonan belum dijawab", url_for("PermohonanView.list"))] if number else []


def _first_acts(officer: Officer) -> list[tuple[str, str]]:
    """What the role may begin by itself, the usual way first."""
    found = [("Buat usulan baru", url_for("UsulanView.add"))] if officer.may("can_add", "Usulan") else []
    if officer.may("can_impor", "Usulan"):
        found.append(("Impor dari Excel", url_for("HalamanImpor.index")))
    return found
