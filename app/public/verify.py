"""/v/<token>: is this paper real, whose is it, and does it still hold? Number, date, signer, hash; never the content."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request

from app import models as m
from app.calendar.words import tanggal_panjang
from app.errors import SENTENCES
from app.extensions import db
from app.public import words
from app.register import publik
from app.sop.words import LABEL_NASKAH, StatusNaskah
from app.sop.words import Naskah as Jenis

blueprint = Blueprint("verifikasi", __name__, template_folder="templates")
JENDELA, MELESET, INGAT = 60.0, 30, 10_000
KEADAAN = {
    StatusNaskah.TERBIT: ("terbit", "Diterbitkan, salinan bertanda tangan belum dicatat"),
    StatusNaskah.DITANDATANGANI: ("berlaku", "Berlaku: sudah ditandatangani"),
    StatusNaskah.DICABUT: ("dicabut", "Dicabut: naskah ini tidak berlaku lagi"),
}
_misses: OrderedDict[str, list[float]] = OrderedDict()


@blueprint.get("/v/<token>")
def verifikasi(token: str) -> Response:
    """The particulars of a paper by its printed code. Who guesses codes is slowed down; who holds a real one never is."""
    paper = publik.naskah(db.session, words.token(token))
    if paper is None:
        return _tidak_dikenal()
    return _jawab(200, "publik/verifikasi.html", rincian=rincian(paper), keadaan=KEADAAN[StatusNaskah(paper.status)])


def rincian(paper: m.Naskah) -> list[tuple[str, str]]:
    """What anyone may know of a paper, as (heading, value)."""
    signer = paper.penandatangan or {}
    signed = paper.salinan[-1] if paper.salinan else None
    rows: list[tuple[str, Any]] = [
        ("Jenis naskah", LABEL_NASKAH[Jenis(paper.jenis)]),
        ("Nomor", paper.nomor or "Tanpa nomor"),
        ("Tanggal", tanggal_panjang(paper.tanggal)),
        ("Penandatangan", signer.get("nama")),
        ("Jabatan", signer.get("jabatan")),
        ("Tanggal tanda tangan", tanggal_panjang(signed.tanggal_ttd) if signed is not None else None),
        ("SHA-256 naskah terbit", paper.sha256),
        ("SHA-256 salinan bertanda tangan", signed.unggahan.sha256 if signed is not None else None),
    ]
    return [(heading, str(value)) for heading, value in rows if value]


def _tidak_dikenal() -> Response:
    if _terlalu_sering(request.remote_addr or "-", time.monotonic()):
        response = _jawab(429, "publik/pesan.html", judul="Terlalu sering", pesan=SENTENCES[429][1])
        response.headers["Retry-After"] = str(int(JENDELA))
        return response
    told = "Kode ini tidak dikenal. Periksa kembali kode pada kaki halaman naskah; huruf dan angkanya harus tepat."
    return _jawab(404, "publik/pesan.html", judul="Kode tidak dikenal", pesan=told)


def _terlalu_sering(who: str, now: float) -> bool:
    """Whether this address has named too many unknown codes in the last minute. Per process, of bounded size."""
    times = [moment for moment in _misses.pop(who, []) if now - moment < JENDELA]
    times.append(now)
    _misses[who] = times[-MELESET - 1 :]
    while len(_misses) > INGAT:
        _misses.popitem(last=False)
    return len(times) > MELESET


def _jawab(status: int, template: str, **values: Any) -> Response:
    response = make_response(render_template(template, **values), status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
