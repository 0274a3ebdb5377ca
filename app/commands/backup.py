"""`flask backup FILE` and `flask restore FILE`: the whole office in one sealed file, and back into an empty place."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from app.commands.answers import daftar, gagal, terjaga
from app.jobs.backup.run import cadangkan, pulihkan


@click.command("backup", help="Cadangkan basis data dan semua berkas ke satu file bersegel.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_appcontext
@terjaga
def backup(file: Path) -> None:
    told = cadangkan(current_app._get_current_object(), file.resolve())  # type: ignore[attr-defined]  # a proxy
    click.echo(f"Cadangan tersimpan: {file} ({file.stat().st_size // 1024} KiB)")
    head = told["kepala_rantai"]
    daftar(
        [
            f"{sum(told['baris'].values())} baris dalam {len(told['baris'])} tabel, {told['berkas']} berkas",
            f"Segel SHA-256: {told['segel']}",
            f"Kepala rantai peristiwa: {head['urut']}:{head['sha']}" if head else "Belum ada peristiwa",
        ]
    )
    click.echo("File ini memuat informasi yang dikecualikan. Simpan terkunci, terpisah dari mesin ini.")
    if told["hilang"]:
        gagal(f"{len(told['hilang'])} berkas hilang atau rusak sehingga tidak ikut dicadangkan:", *told["hilang"][:20])


@click.command("restore", help="Pulihkan cadangan ke basis data dan folder berkas yang masih kosong.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
@terjaga
def restore(file: Path) -> None:
    lines = pulihkan(current_app._get_current_object(), file.resolve())  # type: ignore[attr-defined]  # a proxy
    click.echo("Cadangan dipulihkan dan diperiksa:")
    daftar(lines)
