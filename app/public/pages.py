"""The public register as a page, as data and as a feed, and the announced decree itself."""

from __future__ import annotations

import csv
import hashlib
import io
from typing import Any

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request, url_for
from markupsafe import Markup

from app.calendar.words import tanggal_panjang, waktu_wib, wib
from app.documents.keeping import baca
from app.extensions import db
from app.models.base import sekarang
from app.public import words
from app.register import publik
from app.register.columns import KOLOM, NAMA

blueprint = Blueprint("publik", __name__, template_folder="templates")
PER_HALAMAN = 25
MAKS_CARI = 100
SEBENTAR = "public, max-age=60"


def alamat(path: str) -> str:
    """A path as a full address of the office's own site."""
    return str(current_app.config["SIDIK_PUBLIC_URL"]) + path


def cari() -> str:
    """The words that are searched for, cut to a sensible length."""
    return words.bersih(request.args.get("cari", ""))[:MAKS_CARI].strip()


def halaman(pages: int) -> int:
    """The page that is asked for, from 1; the last one when it lies beyond."""
    raw = request.args.get("halaman", "1")
    number = int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 7 else 1
    return max(1, min(number, max(pages, 1)))


def jawab(content: str | bytes, mimetype: str, **headers: str) -> Response:
    """A public answer: kept for a minute, and not sent again when it is the same."""
    response = make_response(content)
    response.mimetype = mimetype
    response.headers["Cache-Control"] = SEBENTAR
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    for name, value in headers.items():
        response.headers[name.replace("_", "-")] = value
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest())
    response.make_conditional(request)
    return response


@blueprint.get("/publik/")
def daftar() -> Response:
    """The list, readable and searchable without a script."""
    wanted = cari()
    total = publik.jumlah(db.session, cari=wanted)
    pages = -(-total // PER_HALAMAN)
    page = halaman(pages)
    rows = publik.daftar(db.session, cari=wanted, mulai=(page - 1) * PER_HALAMAN, banyak=PER_HALAMAN)
    shown = [{name: words.tampil(name, value) for name, value in row.items()} for row in rows]
    content = render_template(
        "publik/daftar.html",
        rows=shown,
        kolom=[kolom for kolom in KOLOM if kolom.nama not in ("informasi", "tautan_sk")],
        total=total,
        page=page,
        pages=pages,
        cari=wanted,
        keputusan=publik.pengumuman(db.session, banyak=5),
        tanggal=tanggal_panjang,
    )
    response = make_response(content)
    response.headers["Cache-Control"] = SEBENTAR
    return response


@blueprint.get("/publik/daftar.json")
def daftar_json() -> Response:
    """All entries as data."""
    rows = [row | {"tautan_sk": alamat(row["tautan_sk"])} for row in publik.daftar(db.session, cari=cari())]
    body: dict[str, Any] = {
        "judul": "Daftar Informasi yang Dikecualikan",
        "alamat": alamat(url_for("publik.daftar")),
        "kolom": {kolom.nama: kolom.judul for kolom in KOLOM},
        "jumlah": len(rows),
        "daftar": rows,
    }
    return jawab(current_app.json.dumps(body), "application/json", Access_Control_Allow_Origin="*")


@blueprint.get("/publik/daftar.csv")
def daftar_csv() -> Response:
    """All entries as a table that spreadsheets open; no cell can act as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([kolom.judul for kolom in KOLOM])
    for row in publik.daftar(db.session, cari=cari()):
        row["tautan_sk"] = alamat(row["tautan_sk"])
        writer.writerow([words.sel(row[name]) for name in NAMA])
    name = 'attachment; filename="daftar-informasi-dikecualikan.csv"'
    return jawab("\ufeff" + out.getvalue(), "text/csv", Content_Disposition=name)


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
    return jawab(xml, "application/atom+xml")


@blueprint.get("/publik/sk/<token>")
@blueprint.get("/publik/sk/<token>/<path:nama>")
def sk(token: str, nama: str = "") -> Response:
    """The announced decree: exactly the signed bytes, at an address that stays."""
    kept = publik.berkas_sk(db.session, words.token(token))
    if kept is None:
        abort(404)
    response = jawab(baca(kept), kept.jenis_mime)
    response.set_etag(kept.sha256)
    response.headers.set("Content-Disposition", "inline", filename=words.nama_fail(kept))
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    )
    return response


@blueprint.app_template_filter("waktu_wib")
def _waktu(value: Any) -> str:
    return waktu_wib(wib(value))


@blueprint.app_template_filter("paragraf")
def _paragraf(value: str) -> Markup:
    """Text with its line breaks kept."""
    return Markup("<br>").join(value.split("\n"))
