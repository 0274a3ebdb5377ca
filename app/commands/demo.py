"""`flask demo`: the invented office for development. Never in production, whatever the database holds."""

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import func, select

from app.commands.answers import gagal, terjaga
from app.extensions import db
from app.models import Berkas, Pengguna

demo = AppGroup("demo", help="Dunia demo, hanya untuk pengembangan.")


def _hanya_pengembangan() -> None:
    if current_app.config["SIDIK_PRODUCTION"]:
        gagal("Dunia demo tidak boleh dimuat di production. Pakai SIDIK_ENV=development pada basis data lain.")


@demo.command("load", help="Muat dunia demo ke basis data yang masih kosong.")
@terjaga
def load() -> None:
    _hanya_pengembangan()
    filled = [db.session.scalar(select(func.count()).select_from(model)) for model in (Pengguna, Berkas)]
    if any(filled):
        gagal("Basis data sudah berisi. Untuk mengosongkan lalu memuat lagi: flask --app run demo reset.")
    _muat()


@demo.command("reset", help="Kosongkan basis data pengembangan, lalu muat dunia demo lagi.")
@terjaga
def reset() -> None:
    _hanya_pengembangan()
    from app.commands.empty import kosongkan

    kosongkan()
    _muat()


def _muat() -> None:
    from app.commands import start
    from app.jobs.demo import daftar_akun

    app = current_app._get_current_object()  # type: ignore[attr-defined]  # a proxy; its type says Flask
    start.isi(app)
    for line in daftar_akun(app):
        click.echo(line)
