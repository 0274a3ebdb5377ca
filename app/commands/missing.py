"""What must be there before the first berkas, one rule a function; each sentence says how to mend it."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from flask_appbuilder.security.sqla.models import Role
from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from app.calendar.words import hari_ini_wib
from app.commands.roles import sinkron
from app.commands.sop import templat
from app.law import settings
from app.models import AnggotaTim, HariLibur, Pasal17, Pejabat, Pengguna, PerangkatDaerah, Peraturan
from app.security.officer import ADMIN
from app.sop import choices, reading
from app.sop.words import Pelaksana

PERINTAH = "flask --app run"
TIM_SEDIKITNYA = 3
# Functions that must be held on the day of a paper; the PPID Pelaksana is asked per proposing agency.
FUNGSI_WAJIB = ("ppid_utama", "penetap", "ketua_tim", "sekretaris_tim", "petugas_data")
# role -> how many different people it needs; two for PPID Utama, for who concludes a test may not decide.
ORANG = {
    Pelaksana.PETUGAS: 1,
    Pelaksana.VERIFIKATOR: 1,
    Pelaksana.PPID_UTAMA: 2,
    Pelaksana.TIM: TIM_SEDIKITNYA,
    Pelaksana.PETUGAS_DATA: 1,
    Pelaksana.PIMPINAN: 1,
}

Rule = Callable[[Session], Iterator[str]]


def kekurangan(session: Session) -> list[str]:
    """Everything that is missing, as sentences; empty when the first berkas may come."""
    return [sentence for rule in RULES for sentence in rule(session)]


def _count(session: Session, model: Any, *where: Any) -> int:
    return session.scalar(select(func.count()).select_from(model).where(*where)) or 0


def _in_office(model: Any, day: dt.date) -> tuple[Any, ...]:
    return model.mulai <= day, or_(model.selesai.is_(None), model.selesai >= day)


def _roles(session: Session) -> Iterator[str]:
    if not sinkron():
        yield f"Peran belum sama dengan tabel SOP. Jalankan: {PERINTAH} roles sync."


def _reference(session: Session) -> Iterator[str]:
    for model, name in ((PerangkatDaerah, "perangkat daerah"), (Peraturan, "peraturan"), (Pasal17, "Pasal 17")):
        if not _count(session, model):
            yield f"Data acuan {name} kosong. Jalankan: {PERINTAH} muat-acuan."


def _holidays(session: Session) -> Iterator[str]:
    year = hari_ini_wib().year
    for wanted in (year, year + 1):
        if not _count(session, HariLibur, HariLibur.tanggal.between(dt.date(wanted, 1, 1), dt.date(wanted, 12, 31))):
            yield f"Hari libur {wanted} belum ada. Jalankan: {PERINTAH} muat-acuan, lalu cocokkan dengan SKB 3 Menteri."


def _people(session: Session) -> Iterator[str]:
    query = (
        select(Role.name, func.count(Pengguna.id.distinct()))
        .join(Pengguna.roles)
        .where(Pengguna.active, or_(Role.name != Pelaksana.PETUGAS, Pengguna.perangkat_daerah_id.is_not(None)))
        .group_by(Role.name)
    )
    held: dict[str, int] = dict(session.execute(query).all())
    for name, needed in ((ADMIN, 1), *((role.value, number) for role, number in ORANG.items())):
        if held.get(name, 0) < needed:
            agency = " --perangkat-daerah KODE" if name == Pelaksana.PETUGAS else ""
            yield (
                f"Akun dengan peran {name}: {held.get(name, 0)} dari sedikitnya {needed}. "
                f'Buatlah: {PERINTAH} pengguna buat NAMA --peran "{name}"{agency}.'
            )


def _officials(session: Session) -> Iterator[str]:
    today = hari_ini_wib()
    held = set(session.scalars(select(Pejabat.fungsi).where(*_in_office(Pejabat, today))))
    wanted = [*FUNGSI_WAJIB, *(["atasan_ppid"] if settings.nilai(session, "persetujuan_pimpinan") != "tidak" else [])]
    for fungsi in wanted:
        if fungsi not in held:
            yield f"Belum ada pejabat yang menjabat sebagai {choices.FUNGSI[fungsi]}. Tambahkan di Acuan › Pejabat."
    proposing = exists().where(Pengguna.perangkat_daerah_id == PerangkatDaerah.id, Pengguna.active)
    proposing = proposing.where(Pengguna.roles.any(Role.name == Pelaksana.PETUGAS.value))
    signing = exists().where(Pejabat.perangkat_daerah_id == PerangkatDaerah.id, Pejabat.fungsi == "ppid_pelaksana")
    signing = signing.where(*_in_office(Pejabat, today))
    for name in session.scalars(select(PerangkatDaerah.nama).where(proposing, ~signing).order_by(PerangkatDaerah.id)):
        yield f"{name} punya petugas tetapi belum punya pejabat PPID Pelaksana. Tambahkan di Acuan › Pejabat."


def _tim(session: Session) -> Iterator[str]:
    query = select(AnggotaTim).join(AnggotaTim.pengguna).where(*_in_office(AnggotaTim, hari_ini_wib()), Pengguna.active)
    members = list(session.scalars(query).unique())
    people = {member.pengguna_id for member in members}
    if len(people) < TIM_SEDIKITNYA:
        yield f"Tim Pertimbangan baru {len(people)} dari {TIM_SEDIKITNYA} orang. Tambahkan di Acuan › Anggota Tim."
    for place in ("ketua", "sekretaris"):
        if place not in {member.kedudukan for member in members}:
            yield f"Tim Pertimbangan belum punya {place}. Tetapkan kedudukannya di Acuan › Anggota Tim."
    for member in members:
        if Pelaksana.TIM not in {role.name for role in member.pengguna.roles}:
            yield f"{member.pengguna.nama} anggota Tim tanpa peran. Beri peran {Pelaksana.TIM} di Keamanan › Pengguna."


def _sites(session: Session) -> Iterator[str]:
    kode = settings.nilai(session, "perangkat_daerah_utama")
    utama = session.scalar(select(PerangkatDaerah).where(PerangkatDaerah.kode == kode, PerangkatDaerah.aktif))
    if utama is None:
        yield f"Perangkat daerah PPID Utama ({kode}) tidak ada. Perbaiki Perangkat daerah PPID Utama di Acuan › Pengaturan."
    required = select(PerangkatDaerah).where(PerangkatDaerah.situs_wajib_unggah, PerangkatDaerah.aktif)
    sites = list(session.scalars(required))
    if not sites:
        yield "Belum ada situs wajib unggah. Tandai perangkat daerahnya di Acuan › Perangkat daerah."
    for site in sites:
        if not site.website:
            yield f"{site.nama} wajib mengunggah tetapi alamat situsnya kosong. Isi di Acuan › Perangkat daerah."


def _templates(session: Session) -> Iterator[str]:
    for fault in reading.check(templat()):
        yield f"{fault}. Jalankan: {PERINTAH} sop check."


RULES: tuple[Rule, ...] = (_roles, _reference, _holidays, _people, _officials, _tim, _sites, _templates)
