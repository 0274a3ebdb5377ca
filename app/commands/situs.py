"""`flask situs`: lock the passwords of other sites, and read the list of sites as the worker reads it."""

import sys

import click
from flask.cli import with_appcontext

from app.commands.answers import terjaga
from app.register.situs.saluran import daftar
from app.register.situs.sandi import kunci
from app.sop.choices import SALURAN


@click.group("situs", help="Situs lain tempat SK diumumkan (SIDIK_SITES_FILE).")
def situs() -> None:
    """The sites of SIDIK_SITES_FILE."""


@situs.command(
    "kunci", help="Kunci sandi, token, atau kunci privat untuk ditulis di file situs; --stdin membaca dari pipa."
)
@click.option("--stdin", "dari_pipa", is_flag=True, help="Baca rahasia dari pipa, misalnya isi kunci privat.")
@with_appcontext
@terjaga
def kunci_sandi(dari_pipa: bool) -> None:
    secret = sys.stdin.read() if dari_pipa else click.prompt("Sandi atau token", hide_input=True)
    click.echo(kunci(secret.strip()))


@situs.command("daftar", help="Tampilkan situs yang terdaftar, tanpa sandinya.")
@with_appcontext
@terjaga
def daftar_situs() -> None:
    for site in daftar():
        click.echo(f"{site.kode}  {SALURAN[site.saluran]}  {site.alamat}")
