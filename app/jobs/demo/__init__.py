"""The demo world (development only): an invented office, its accounts, and one berkas standing in every status."""

import secrets
from pathlib import Path

import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.security import check_password_hash, generate_password_hash

from app.extensions import db
from app.jobs.demo import cases
from app.jobs.demo.people import AKUN, isi_kantor
from app.models import Berkas, Pengguna

NAMA_FAIL_SANDI = "demo_password"


def muat(app: Flask) -> None:
    """Fill an empty, migrated database that has its roles and reference data. Refuses production."""
    if app.config["SIDIK_PRODUCTION"]:
        raise RuntimeError("the demo world never enters production")
    session: Session = db.session
    people = isi_kantor(session, _hash(app, _sandi_baru(app)))
    session.commit()
    cases.isi_perkara(session, people)


def daftar_akun(app: Flask) -> list[str]:
    """The accounts for the terminal, with the password where this machine knows it; none without a demo world."""
    found = dict(db.session.execute(sa.select(Pengguna.username, Pengguna.password)).all())
    accounts = [akun for akun in AKUN if akun.username in found]
    if not accounts:
        return []
    password = _sandi(app)
    known = password is not None and check_password_hash(str(found[accounts[0].username]), password)
    lines = ["Akun demo (hanya untuk pengembangan):"]
    lines += [f"  {akun.username:<17} {', '.join(akun.peran)} ({akun.perangkat_daerah})" for akun in accounts]
    if (db.session.scalar(sa.select(sa.func.count()).select_from(Berkas)) or 0) < len(cases.KASUS):
        lines.append("  Pemuatannya pernah terputus. Ulangi dengan: flask --app run demo reset")
    told = f"  kata sandi semuanya: {password}" if known else "  kata sandi: seperti ketika dunia demo dimuat"
    return [*lines, told]


def samakan_sandi(app: Flask) -> None:
    """Give SIDIK_DEMO_PASSWORD to the demo accounts when it changed; an account with a password of its own keeps it."""
    names = [akun.username for akun in AKUN]
    held = db.session.scalars(sa.select(Pengguna.password).where(Pengguna.username.in_(names))).all()
    password = app.config["SIDIK_DEMO_PASSWORD"]
    shared = max(held, key=held.count, default=None)
    if shared is None or check_password_hash(shared, password):
        return
    query = sa.update(Pengguna).where(Pengguna.username.in_(names), Pengguna.password == shared)
    db.session.execute(query.values(password=_hash(app, password), cap_sesi=Pengguna.cap_sesi + 1))
    db.session.commit()


def _sandi(app: Flask) -> str | None:
    """The password as this machine knows it: from the environment, or from the file of an earlier load."""
    path = _path(app)
    kept = path.read_text(encoding="utf-8").strip() if path.is_file() else None
    return app.config["SIDIK_DEMO_PASSWORD"] or kept


def _sandi_baru(app: Flask) -> str:
    """The password of a new world; a random one is kept for this user alone, so that a later start can tell it."""
    given: str | None = _sandi(app)
    if given is None:
        given = secrets.token_urlsafe(12)
        path = _path(app)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(given + "\n", encoding="utf-8")
    return given


def _path(app: Flask) -> Path:
    return Path(app.config["SIDIK_INSTANCE"]) / NAMA_FAIL_SANDI


def _hash(app: Flask, password: str) -> str:
    """One hash for all accounts: a dozen slow ones would make the first start wait for nothing."""
    return generate_password_hash(
        password,
        method=app.config.get("FAB_PASSWORD_HASH_METHOD", "scrypt"),
        salt_length=app.config.get("FAB_PASSWORD_HASH_SALT_LENGTH", 16),
    )
