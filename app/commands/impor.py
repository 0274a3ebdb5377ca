"""`flask impor usulan`: read the spreadsheet of an agency into a draft proposal, with the rules of the screens."""

from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy import select

from app.commands.answers import gagal, terjaga
from app.extensions import db
from app.models import Pengguna
from app.security.officer import Officer, officer_of
from app.steps.impor import HasilImpor, impor_usulan

impor = AppGroup("impor", help="Impor data dari lembar kerja.")


@impor.command("usulan", help="Impor usulan dari FILE.xlsx sebagai draf milik perangkat daerah.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--perangkat-daerah", "kode", required=True, help="Kode perangkat daerah, contoh DINKES.")
@click.option("--pengguna", "nama", required=True, help="Nama pengguna petugas yang mengimpor.")
@click.option("--uji", is_flag=True, help="Tampilkan saja, jangan simpan.")
@terjaga
def usulan(file: Path, kode: str, nama: str, uji: bool) -> None:
    officer = _officer(nama)
    content = file.read_bytes()
    seen = impor_usulan(content, file.name, perangkat_daerah_kode=kode, officer=officer, simpan=False)
    refused = [row.baris for row in seen.baris if not row.diterima]
    _tampilkan(seen)
    if refused:
        gagal(f"{len(refused)} dari {len(seen.baris)} baris belum dapat diterima. Tidak ada yang disimpan.")
    if uji:
        click.echo(f"{len(seen.baris)} baris dapat diterima. Belum ada yang disimpan.")
        return
    kept = impor_usulan(content, file.name, perangkat_daerah_kode=kode, officer=officer, simpan=True)
    click.echo(f"Usulan {kept.usulan_id} disimpan sebagai draf dengan {len(kept.baris)} butir.")


def _officer(nama: str) -> Officer:
    user = db.session.scalars(select(Pengguna).where(Pengguna.username == nama)).unique().one_or_none()
    if user is None or not user.active:
        gagal(f"Pengguna {nama} tidak ada atau tidak aktif. Buatlah dengan: flask --app run pengguna buat.")
    return officer_of(db.session, user)


def _tampilkan(seen: HasilImpor) -> None:
    """Every row with what was found in it."""
    for note in seen.catatan:
        click.echo(note)
    for row in seen.baris:
        click.echo(f"Baris {row.baris}: {'diterima' if row.diterima else 'ditolak'}")
        for found in row.temuan:
            level = "Perlu penjelasan" if found.tingkat == "peringatan" else "Wajib diperbaiki"
            click.echo(f"  {found.sel or '-'} {level}: {found.pesan}")
