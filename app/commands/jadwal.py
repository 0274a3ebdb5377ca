"""`flask jadwal jalankan`: the daily work by hand or by the machine's own clock. Repeating it changes nothing more."""

import datetime as dt

import click
from flask import current_app
from flask.cli import AppGroup

from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.commands.answers import daftar, gagal, terjaga
from app.jobs.daily import harian
from app.models.base import sekarang

jadwal = AppGroup("jadwal", help="Pekerjaan berkala.")


@jadwal.command("jalankan", help="Jalankan pekerjaan harian: masa berlaku, pengingat. Aman diulang.")
@click.option("--tanggal", type=click.DateTime(["%Y-%m-%d"]), help="Hari yang dikerjakan (bawaan: hari ini WIB).")
@click.option("--uji", is_flag=True, help="Hanya tampilkan apa yang akan terjadi; tidak mengubah apa pun.")
@terjaga
def jalankan(tanggal: dt.datetime | None, uji: bool) -> None:
    today = hari_ini_wib(sekarang())
    day = tanggal.date() if tanggal is not None else today
    if day > today and not uji and current_app.config["SIDIK_PRODUCTION"]:
        gagal("Tanggal di masa depan membuka butir sebelum waktunya. Tambahkan --uji untuk melihat saja.")
    done = harian(day, uji=uji)
    click.echo(f"{'Uji, tidak ada yang diubah' if uji else 'Pekerjaan harian'} untuk {tanggal_panjang(day)}:")
    daftar(["Tidak ada yang jatuh tempo."] if done.kosong else done.kalimat())
    for code in done.terbuka if uji else []:
        click.echo(f"  {code} akan terbuka demi hukum")
