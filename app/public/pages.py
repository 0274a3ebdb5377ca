"""The public register to read: the list, one entry, and the announced decree itself; in Indonesian and in English."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from flask import Response, abort, render_template, request
from markupsafe import Markup

from app.calendar.words import waktu_wib, wib
from app.documents.keeping import baca
from app.extensions import db
from app.models.base import MAKS_ID
from app.public import linked, words
from app.public.jawaban import alamat, bahasa, berubah, blueprint, jawab, saringan, tanya
from app.public.kata import BAHASA, kata
from app.register import publik
from app.register.columns import KOLOM

PER_HALAMAN = 25
# What the pages show in another way than as one of the particulars.
TERSENDIRI = ("informasi", "status", "status_sejak", "tautan_sk", "tautan")


def halaman(pages: int) -> int:
    """The page that is asked for, from 1; the last one when it lies beyond."""
    raw = request.args.get("halaman", "1")
    number = int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 7 else 1
    return max(1, min(number, max(pages, 1)))


@blueprint.get("/publik/")
def daftar() -> Response:
    """The list, readable and searchable without a script."""
    asked, lang = saringan(), bahasa()
    total = publik.jumlah(db.session, asked)
    pages = -(-total // PER_HALAMAN)
    page = halaman(pages)
    rows = publik.daftar(db.session, asked, mulai=(page - 1) * PER_HALAMAN, banyak=PER_HALAMAN, bahasa=lang)
    content = render_template(
        "publik/daftar.html",
        rows=[_tampil(row, lang) for row in rows],
        total=total,
        page=page,
        pages=pages,
        asked=asked,
        keputusan=publik.pengumuman(db.session, banyak=5),
        data=linked.daftar(lang),
        lain=_bahasa_lain("/publik/", tanya(asked, halaman=page if page > 1 else 0)),
        **_bersama(lang),
    )
    return berubah(jawab(content, "text/html"))


@blueprint.get("/publik/informasi/<int:ident>")
def butir(ident: int) -> Response:
    """One entry at an address that stays, whatever becomes of it."""
    lang = bahasa()
    row = publik.butir(db.session, ident, bahasa=lang) if ident <= MAKS_ID else None
    if row is None:
        abort(404)
    after = publik.penerus(db.session, ident)
    content = render_template(
        "publik/butir.html",
        row=_tampil(row, lang),
        penerus=publik.alamat_butir(after) if after is not None else None,
        data=linked.butir(row, lang),
        lain=_bahasa_lain(row["tautan"], {}),
        **_bersama(lang),
    )
    return berubah(jawab(content, "text/html"))


def _bersama(lang: str) -> dict[str, Any]:
    """What both pages use."""
    headings = [(k.nama, k.title if lang == "en" else k.judul) for k in KOLOM if k.nama not in TERSENDIRI]
    return {"bahasa": lang, "kolom": headings, "tanya": tanya, "tanggal": lambda day: words.tanggal(day, lang)}


def _tampil(row: dict[str, Any], lang: str) -> dict[str, str]:
    shown = {name: words.tampil(name, value, lang) for name, value in row.items()}
    return shown | {"warna": "berlaku" if row["status_sejak"] == row["berlaku_mulai"] else "diganti"}


def _bahasa_lain(path: str, query: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(language, its name, the address of this page in it)."""
    found = []
    for code, name in BAHASA.items():
        asked = {**query, "lang": code if code != "id" else ""}
        text = urlencode({key: value for key, value in asked.items() if value})
        found.append((code, name, path + (f"?{text}" if text else "")))
    return found


@blueprint.get("/publik/sk/<token>")
@blueprint.get("/publik/sk/<token>/<path:nama>")
def sk(token: str, nama: str = "") -> Response:
    """The announced decree: exactly the signed bytes, at an address that stays."""
    token = words.token(token)
    kept = publik.berkas_sk(db.session, token)
    if kept is None:
        abort(404)
    response = jawab(baca(kept), kept.jenis_mime, Content_Language="id")
    response.set_etag(kept.sha256)
    response.last_modified = kept.dibuat_pada.astimezone(dt.UTC)
    response.headers.set("Content-Disposition", "inline", filename=words.nama_fail(token, kept.jenis_mime))
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    )
    response.make_conditional(request)
    return response


@blueprint.app_template_filter("waktu_wib")
def _waktu(value: Any) -> str:
    return waktu_wib(wib(value))


@blueprint.app_template_filter("paragraf")
def _paragraf(value: str) -> Markup:
    """Text with its line breaks kept."""
    return Markup("<br>").join(value.split("\n"))


blueprint.add_app_template_global(kata, "kata")
blueprint.add_app_template_global(alamat, "alamat_penuh")
