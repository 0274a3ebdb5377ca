"""The public register for programs: JSON, CSV, an Atom feed, and a DCAT catalogue."""

from __future__ import annotations

import csv
import io
from typing import Any

from flask import Response, current_app, render_template, url_for

from app.calendar.words import tanggal_panjang, wib
from app.extensions import db
from app.models.base import sekarang
from app.public import linked, words
from app.public.jawaban import alamat, bahasa, berubah, blueprint, jawab, saringan
from app.register import publik
from app.register.columns import KOLOM, NAMA


def _baris() -> list[dict[str, Any]]:
    """All entries that are asked for, with full addresses."""
    rows = publik.daftar(db.session, saringan(), bahasa=bahasa())
    return [row | {name: alamat(row[name]) for name in ("tautan_sk", "tautan")} for row in rows]


def _judul() -> dict[str, str]:
    return {kolom.nama: kolom.title if bahasa() == "en" else kolom.judul for kolom in KOLOM}


@blueprint.get("/publik/daftar.json")
def daftar_json() -> Response:
    """All entries as data."""
    rows = _baris()
    body: dict[str, Any] = {
        "judul": "Daftar Informasi yang Dikecualikan",
        "alamat": alamat(url_for("publik.daftar")),
        "kolom": _judul(),
        "jumlah": len(rows),
        "daftar": rows,
    }
    answer = jawab(current_app.json.dumps(body), "application/json", Access_Control_Allow_Origin="*")
    return berubah(answer)


@blueprint.get("/publik/daftar.csv")
def daftar_csv() -> Response:
    """All entries as a table that spreadsheets open; no cell can act as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_judul().values())
    for row in _baris():
        writer.writerow([words.sel(row[name]) for name in NAMA])
    name = 'attachment; filename="daftar-informasi-dikecualikan.csv"'
    return berubah(jawab("\ufeff" + out.getvalue(), "text/csv", Content_Disposition=name))


@blueprint.get("/publik/feed.atom")
def feed() -> Response:
    """The announced decrees, the newest first, for feed readers."""
    decrees = publik.pengumuman(db.session)
    entries = [
        {
            "judul": words.bersih(f"{decree.judul} ({decree.nomor})"),
            "alamat": alamat(publik.alamat_sk(decree.token)),
            "waktu": wib(decree.diumumkan).isoformat(timespec="seconds"),
            "isi": words.bersih(f"{decree.perihal}. Nomor {decree.nomor}, {tanggal_panjang(decree.tanggal)}."),
            "sha256": decree.sha256,
        }
        for decree in decrees
    ]
    latest = entries[0]["waktu"] if entries else wib(sekarang()).replace(microsecond=0, second=0).isoformat()
    xml = render_template("publik/feed.xml", entries=entries, latest=latest, alamat=alamat)
    return berubah(jawab(xml, "application/atom+xml"))


@blueprint.get("/publik/katalog.jsonld")
def katalog() -> Response:
    """The register and its decrees as a DCAT catalogue, for data portals that harvest."""
    content = linked.katalog(publik.pengumuman(db.session), publik.terakhir_berubah(db.session))
    answer = jawab(current_app.json.dumps(content), "application/ld+json", Access_Control_Allow_Origin="*")
    return berubah(answer)
