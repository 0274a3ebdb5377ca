"""`flask sop`: the procedure as text, and the proof that its tables are sound."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from app.commands.answers import gagal, terjaga
from app.sop import reading, showing

sop = AppGroup("sop", help="Prosedur (SOP) sebagai data: tampilkan dan periksa.")


def templat() -> set[str]:
    """The names of the templates that are there."""
    return {path.stem for path in (Path(current_app.root_path).parent / "docx_templates").glob("*.docx")}


@sop.command("show", help="Tampilkan lembar SOP, alur, dan matriks peran.")
@terjaga
def show() -> None:
    click.echo(showing.semua())


@sop.command("check", help="Periksa tabel SOP: status, pelaksana, naskah, dan templatnya.")
@terjaga
def check() -> None:
    faults = reading.check(templat())
    if faults:
        gagal("Tabel SOP belum utuh:", *(f"- {fault}" for fault in faults))
    moves = len(list(reading.semua()))
    click.echo(f"Tabel SOP utuh: {moves} langkah dalam {len(reading.TABEL)} tabel, {len(templat())} templat.")
