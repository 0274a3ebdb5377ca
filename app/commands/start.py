"""What `python run.py` does before it serves: migrate, grants, reference data, demo world; each skipped when done."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from flask import Flask
from sqlalchemy import func, inspect, select, text
from sqlalchemy.exc import OperationalError

from app.commands.answers import BELUM_SIAP
from app.errors import SidikError, TidakTersedia
from app.extensions import db

KUNCI_MULAI = 7_311_488  # the advisory lock of a start, any number of our own


def siapkan(app: Flask) -> None:
    """Bring the database up to date, then say where the application is and with which accounts."""
    with app.app_context():
        try:
            with _satu_saja(app):
                _migrasi(app)
                isi(app)
        except SidikError as refusal:
            raise SystemExit(f"SIDIK tidak dijalankan: {refusal.pesan}") from None
        except OperationalError as fault:
            told = str(fault.orig).strip().splitlines()[:1]
            raise SystemExit("\n".join([f"SIDIK tidak dijalankan: {BELUM_SIAP}", *told])) from None
        finally:
            db.session.rollback()
            db.session.remove()
        for line in _sambutan(app):
            click.echo(line)


@contextlib.contextmanager
def _satu_saja(app: Flask) -> Iterator[None]:
    """Two starts at once on one database wait for each other: a lock on the server, or on a file beside SQLite."""
    if db.engine.dialect.name == "postgresql":
        with db.engine.connect() as connection:
            connection.execute(text("SELECT pg_advisory_lock(:n)"), {"n": KUNCI_MULAI})
            connection.commit()
            try:
                yield
            finally:
                connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": KUNCI_MULAI})
                connection.commit()
        return
    with _file_lock(Path(app.config["SIDIK_INSTANCE"]) / "mulai.lock"):
        yield


@contextlib.contextmanager
def _file_lock(path: Path) -> Iterator[None]:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+") as file:
        try:
            import fcntl
        except ImportError:  # Windows has no flock; a second start there meets SQLite's own lock
            yield
            return
        fcntl.flock(file, fcntl.LOCK_EX)  # released when the file is closed
        yield


def _migrasi(app: Flask) -> None:
    """Upgrade to the newest revision, unless the database stands there already."""
    from alembic.script import ScriptDirectory
    from flask_migrate import upgrade

    folder = app.extensions["migrate"].directory
    with db.engine.connect() as connection:
        known = inspect(connection).has_table("alembic_version")
        stands = set(connection.scalars(text("SELECT version_num FROM alembic_version"))) if known else set()
    script = ScriptDirectory(folder)
    if stands - {revision.revision for revision in script.walk_revisions()}:
        raise TidakTersedia(
            "Basis data ini dipakai versi SIDIK yang lebih baru. Pakai versi itu, atau basis data lain."
        )
    if stands != set(script.get_heads()):
        click.echo("Memperbarui basis data ...")
        upgrade(directory=folder)


def isi(app: Flask) -> None:
    """Grants always; reference data and the demo world never in production."""
    from app.commands.roles import known, sinkron
    from app.models import Pengguna
    from app.security.roles import sync

    if not sinkron():
        drift = sync(db.session, known())
        db.session.commit()
        click.echo(f"Hak peran disamakan dengan tabel SOP: {len(drift.diberikan)} diberikan.")
    if app.config["SIDIK_PRODUCTION"]:
        return
    from app.law.acuan import muat_acuan

    added = muat_acuan(db.session).ditambah
    db.session.commit()
    if added:
        click.echo(f"Data acuan: {added} baris ditambahkan.")
    from app.jobs import demo

    if not db.session.scalar(select(func.count()).select_from(Pengguna)):
        click.echo("Memuat dunia demo ...")
        demo.muat(app)
    elif app.config["SIDIK_DEMO_PASSWORD"]:
        demo.samakan_sandi(app)


def _sambutan(app: Flask) -> list[str]:
    """The address, and outside production the demo accounts with their password."""
    config: dict[str, Any] = dict(app.config)
    lines = [f"SIDIK siap di http://{config['SIDIK_HOST']}:{config['SIDIK_PORT']}/ (Ctrl+C untuk berhenti)"]
    if config["SIDIK_PRODUCTION"]:
        return lines
    from app.jobs import demo

    return lines + demo.daftar_akun(app)


def layani(app: Flask) -> None:
    """Serve until somebody stops it; an address that is taken is told in one sentence."""
    from waitress import create_server

    from app.jobs.queue import mulai_latar

    host, port = app.config["SIDIK_HOST"], app.config["SIDIK_PORT"]
    try:
        server = create_server(app, host=host, port=port, threads=8, ident=None)
    except OSError as fault:
        reason = fault.strerror or fault
        raise SystemExit(
            f"Alamat {host}:{port} tidak dapat dipakai ({reason}). Ubah SIDIK_HOST atau SIDIK_PORT."
        ) from None
    mulai_latar(app)  # only once the address is ours: two starts never share a worker
    server.run()
