"""`flask muat-acuan` and `flask siap`: load the reference data, and say what is missing before the first berkas."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from app.commands.answers import gagal, terjaga
from app.commands.missing import kekurangan
from app.extensions import db
from app.law.acuan import muat_acuan as muat


@click.command("muat-acuan", help="Muat data acuan: hanya menambah, tidak pernah menimpa suntingan.")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder berisi perangkat_daerah.csv, peraturan.csv, pasal17.csv, atau hari_libur.csv.",
)
@with_appcontext
@terjaga
def muat_acuan(folder: Path | None) -> None:
    report = muat(db.session, folder)
    db.session.commit()
    for line in report.kalimat():
        click.echo(line)


@click.command("siap", help="Periksa apa yang belum ada sebelum berkas pertama.")
@with_appcontext
@terjaga
def siap() -> None:
    missing = kekurangan(db.session)
    if missing:
        gagal(f"Belum siap: {len(missing)} hal belum ada.", *(f"- {sentence}" for sentence in missing))
    click.echo("Siap: administrator, pejabat, Tim Pertimbangan, situs, hari libur, dan templat sudah lengkap.")
