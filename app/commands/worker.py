"""`flask worker`: does the background work until it is stopped; `--sekali` does what is due and ends."""

import click
from flask import current_app
from flask.cli import with_appcontext

from app.commands.answers import terjaga
from app.jobs.queue import antrean
from app.jobs.work import sampai_habis


@click.command("worker", help="Kerjakan pekerjaan latar sampai dihentikan (Ctrl+C).")
@click.option("--sekali", is_flag=True, help="Kerjakan yang jatuh tempo sekarang, lalu selesai.")
@click.option("--jumlah", type=click.IntRange(1, 16), default=1, show_default=True, help="Banyaknya pekerja.")
@with_appcontext
@terjaga
def worker(sekali: bool, jumlah: int) -> None:
    if sekali:
        click.echo(f"{sampai_habis()} pekerjaan selesai.")
        return
    queue = antrean(current_app._get_current_object())  # type: ignore[attr-defined]  # a proxy
    queue.menit()  # what fell due while no worker ran
    click.echo("Pekerja latar berjalan. Ctrl+C untuk berhenti.")
    queue.konsumen(workers=jumlah).run()
    queue.tutup()
    click.echo("Pekerja latar berhenti.")
