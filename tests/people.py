"""The cast of characters: one person for each role, those who drive a case, and newcomers who have done nothing yet."""

import datetime as dt
from typing import Any

from flask_appbuilder.security.sqla.models import Role
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.security import generate_password_hash

from app import models as m
from app.extensions import db
from app.security.officer import Officer, officer_of
from app.sop.words import Pelaksana as P
from tests.api.office import SANDI

SINCE = dt.date(2020, 1, 1)
SECRET = generate_password_hash(SANDI, "pbkdf2:sha256:1000")  # one for all: nothing of it is tried here
# name -> (roles, agency). Who drives cases:
DRIVERS: dict[str, tuple[tuple[str, ...], str | None]] = {
    "dinkes": ((P.PETUGAS,), "DINKES"),
    "bkd": ((P.PETUGAS,), "BKD"),
    "dkisp": ((P.PETUGAS,), "DKISP"),
    "verifikator": ((P.VERIFIKATOR,), "DKISP"),
    "utama": ((P.PPID_UTAMA,), "DKISP"),
    "ketua": ((P.TIM,), "SETDA"),
    "sekretaris": ((P.TIM,), "BAPPEDA"),
    "anggota": ((P.TIM,), "INSP"),
    "data": ((P.PETUGAS_DATA,), "DKISP"),
    "pimpinan": ((P.PIMPINAN,), "SETDA"),
    "arsiparis": ((P.ARSIPARIS,), "DKISP"),
    "auditor": ((P.PENGAWAS,), "INSP"),
}
# Who has no part in any case yet: one for each role, and those who must never get through.
NEWCOMERS: dict[str, tuple[tuple[str, ...], str | None]] = {
    "dinkes.baru": ((P.PETUGAS,), "DINKES"),
    "bkd.baru": ((P.PETUGAS,), "BKD"),
    "tetangga": ((P.PETUGAS,), "DPUPR"),
    "lepas": ((P.PETUGAS,), None),
    "verifikator.baru": ((P.VERIFIKATOR,), "DKISP"),
    "utama.baru": ((P.PPID_UTAMA,), "DKISP"),
    "rangkap": ((P.VERIFIKATOR, P.PPID_UTAMA), "DKISP"),
    "tim.baru": ((P.TIM,), "SETDA"),
    "data.baru": ((P.PETUGAS_DATA,), "DKISP"),
    "pimpinan.baru": ((P.PIMPINAN,), "SETDA"),
    "arsiparis.baru": ((P.ARSIPARIS,), "DKISP"),
    "auditor.baru": ((P.PENGAWAS,), "INSP"),
    "admin": (("Admin",), "DKISP"),
    "admin.petugas": (("Admin", P.PETUGAS), "DINKES"),
    "tamu": ((), "DINKES"),
}
PEOPLE = DRIVERS | NEWCOMERS
SEATS = ("ketua", "sekretaris", "anggota")
# (function, name, degree, position, capacity, agency)
OFFICIALS = (
    ("ppid_utama", "Budi Santoso", "S.T., M.Si.", "Kepala Dinas Komunikasi dan Informatika", "plt", "DKISP"),
    ("penetap", "Budi Santoso", "S.T., M.Si.", "Kepala Dinas Komunikasi dan Informatika", "plt", "DKISP"),
    ("ketua_tim", "Sri Wahyuni", "S.H., M.H.", "Asisten Administrasi Umum", "definitif", "SETDA"),
    ("ppid_pelaksana", "Siti Aminah", "dr., M.K.M.", "Sekretaris Dinas Kesehatan", "definitif", "DINKES"),
    ("ppid_pelaksana", "Rahmat Hidayat", "", "Sekretaris Badan Kepegawaian Daerah", "plh", "BKD"),
    ("atasan_ppid", "Bambang Surya", "Drs.", "Sekretaris Daerah", "definitif", "SETDA"),
)


def hire(session: Session) -> None:
    """Put everybody, the officials and the Tim into an installed database."""
    roles = {role.name: role for role in session.scalars(select(Role)).unique()}
    agencies = {row.kode: row.id for row in session.scalars(select(m.PerangkatDaerah))}
    found = {name: person(name, held, agencies.get(kode or ""), roles) for name, (held, kode) in PEOPLE.items()}
    session.add_all(found.values())
    session.flush()
    for number, row in enumerate(OFFICIALS, 1):
        session.add(official(number, row, agencies))
    for seat in SEATS:
        session.add(m.AnggotaTim(pengguna_id=found[seat].id, kedudukan=seat, dasar="Kep. 500/2020", mulai=SINCE))
    session.commit()


def person(name: str, held: tuple[str, ...], agency_id: int | None, roles: dict[str, Role]) -> m.Pengguna:
    """A user who holds these roles."""
    return m.Pengguna(
        username=name,
        first_name=name.title(),
        last_name="Contoh",
        email=f"{name}@contoh.test",
        password=SECRET,
        active=True,
        jabatan=f"Jabatan {name}",
        perangkat_daerah_id=agency_id,
        roles=[roles[role] for role in held],
    )


def official(number: int, row: tuple[str, ...], agencies: dict[str, int]) -> m.Pejabat:
    """Somebody in office since SINCE."""
    function, name, degree, position, capacity, agency = row
    return m.Pejabat(
        fungsi=function,
        nama=name,
        gelar=degree or None,
        nip=f"19700101199503{number:04d}",
        pangkat="Pembina Utama Muda",
        jabatan=position,
        kapasitas=capacity,
        perangkat_daerah_id=agencies[agency],
        mulai=SINCE,
    )


class Staff(dict[str, Officer]):
    """Everybody by name, each as the officer that he was when first asked for."""

    def __missing__(self, name: str) -> Officer:
        self[name] = officer(db.session, name)
        return self[name]


def officer(session: Session, name: str) -> Officer:
    """One person as the officer that he is now."""
    user: Any = session.scalars(select(m.Pengguna).where(m.Pengguna.username == name)).unique().one()
    return officer_of(session, user)
