"""The commands hung on the app, and `siapkan` for `python run.py`. Wiring: it may know every room, no room knows it."""

from flask import Flask

from app.commands.start import layani as layani
from app.commands.start import siapkan as siapkan


def register(app: Flask) -> None:
    """Hang every command on `flask --app run`."""
    from app.commands.backup import backup, restore
    from app.commands.demo import demo
    from app.commands.impor import impor
    from app.commands.jadwal import jadwal
    from app.commands.pengguna import pengguna
    from app.commands.ready import muat_acuan, siap
    from app.commands.roles import roles
    from app.commands.situs import situs
    from app.commands.sop import sop
    from app.commands.verify import verifikasi
    from app.commands.worker import worker

    office = (pengguna, muat_acuan, siap, impor, situs)
    for command in (sop, roles, demo, *office, verifikasi, jadwal, backup, restore, worker):
        app.cli.add_command(command)
