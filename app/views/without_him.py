"""What the office would lack without one person: roles and agencies that nobody else serves, seats and offices in force."""

from __future__ import annotations

import sqlalchemy as sa
from flask_appbuilder.security.sqla.models import Role, assoc_user_role

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.security.officer import ADMIN
from app.sop import choices
from app.sop.words import Pelaksana


def without_him(user: m.Pengguna) -> list[str]:
    """Sentences for whoever is about to switch an account off; empty when everything is served by others."""
    return [*_roles(user), *_seats(user)]


def _roles(user: m.Pengguna) -> list[str]:
    """Roles of this person that no other active person holds (for the agency, where the role acts for one)."""
    p, h = m.Pengguna, assoc_user_role.c
    found = []
    for role in (role for role in user.roles if role.name in {ADMIN, *Pelaksana}):
        query = sa.select(sa.func.count()).select_from(p).join(assoc_user_role, h.user_id == p.id)
        query = query.join(Role, Role.id == h.role_id).where(Role.name == role.name, p.active, p.id != user.id)
        place = ""
        if role.name == Pelaksana.PETUGAS and user.perangkat_daerah is not None:
            query = query.where(p.perangkat_daerah_id == user.perangkat_daerah_id)
            place = f" di {user.perangkat_daerah.nama}"
        if not db.session.scalar(query):
            found.append(f"Tidak ada orang lain yang aktif dengan peran {role.name}{place}.")
    return found


def _seats(user: m.Pengguna) -> list[str]:
    """The seat in the Tim and the office that this person holds today."""
    today = hari_ini_wib()
    a, j = m.AnggotaTim, m.Pejabat
    seats = db.session.scalars(
        sa.select(a.kedudukan).where(
            a.pengguna_id == user.id, a.mulai <= today, sa.or_(a.selesai.is_(None), a.selesai >= today)
        )
    )
    offices = db.session.scalars(
        sa.select(j.jabatan).where(
            j.pengguna_id == user.id, j.mulai <= today, sa.or_(j.selesai.is_(None), j.selesai >= today)
        )
    )
    told = [
        f"Masih {choices.KEDUDUKAN[seat].lower()} Tim Pertimbangan; isi tanggal selesainya di Anggota Tim."
        for seat in seats
    ]
    return told + [f"Masih pejabat: {office}; isi tanggal selesainya di Pejabat." for office in offices]
