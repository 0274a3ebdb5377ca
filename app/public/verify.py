"""/v/<token>: is this paper real, whose is it, does it still hold, is this file the same? Number, date, signer, hash; never the content."""

from __future__ import annotations

import hashlib
from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage

from app import models as m
from app.calendar.words import tanggal_panjang
from app.errors import SENTENCES
from app.extensions import csrf, db
from app.public import words
from app.public.limits import JENDELA, Pembatas
from app.register import publik
from app.sop.words import LABEL_NASKAH, StatusNaskah
from app.sop.words import Naskah as Jenis

blueprint = Blueprint("verifikasi", __name__, template_folder="templates")
POTONG = 1 << 16
KEADAAN = {
    StatusNaskah.TERBIT: ("terbit", "Diterbitkan, salinan bertanda tangan belum dicatat"),
    StatusNaskah.DITANDATANGANI: ("berlaku", "Berlaku: sudah ditandatangani"),
    StatusNaskah.DICABUT: ("dicabut", "Dicabut: naskah ini tidak berlaku lagi"),
}
DIGANTI = ("diganti", "Diganti: naskah ini tidak berlaku lagi")
# What the file in hand is, as (mood, sentence).
HASIL = {
    "ttd": ("berlaku", "Sama persis dengan salinan bertanda tangan yang tercatat."),
    "ttd_lama": ("diganti", "Sama dengan salinan bertanda tangan yang lama; ada salinan yang lebih baru."),
    "docx": ("terbit", "Sama persis dengan naskah Word yang diterbitkan, belum memuat tanda tangan."),
    "pdf": ("terbit", "Sama persis dengan PDF dari naskah yang diterbitkan, belum memuat tanda tangan."),
    "": (
        "dicabut",
        "Berbeda dari semua file naskah ini. File di tangan Anda bukan file yang tercatat, atau isinya sudah berubah. "
        "Hasil pindai sendiri juga selalu berbeda; bandingkan nomor, tanggal, dan penandatangannya.",
    ),
    "kosong": ("terbit", "Pilih file yang akan dicocokkan."),
}
meleset = Pembatas(30)
mencocokkan = Pembatas(20)


@blueprint.get("/v/")
def kode() -> Any:
    """Type the code from the foot of a paper."""
    typed = words.token(request.args.get("kode", ""))
    if typed:
        return redirect(url_for("verifikasi.verifikasi", token=typed))
    return _jawab(200, "publik/kode.html")


@blueprint.get("/v/<token>")
def verifikasi(token: str) -> Response:
    """The particulars of a paper by its printed code. Who guesses codes is slowed down; who holds a real one never is."""
    paper = publik.naskah(db.session, words.token(token))
    return _tidak_dikenal() if paper is None else _naskah(paper)


@blueprint.post("/v/<token>/cocokkan")
@csrf.exempt  # changes nothing and knows nobody
def cocokkan(token: str) -> Response:
    """Compare the SHA-256 of a file with those of this paper. The file is hashed as it comes, and kept nowhere."""
    if mencocokkan.terlalu_sering(_siapa()):
        return _terlalu_sering()
    paper = publik.naskah(db.session, words.token(token))
    if paper is None:
        return _tidak_dikenal()
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return _naskah(paper, "kosong", status=422)
    digest = sidik(upload)
    return _naskah(paper, publik.cocok(db.session, paper, digest), digest)


def sidik(upload: FileStorage) -> str:
    """The SHA-256 of an upload, piece by piece."""
    digest = hashlib.sha256()
    while piece := upload.stream.read(POTONG):
        digest.update(piece)
    return digest.hexdigest()


def keadaan(paper: m.Naskah, other: m.Naskah | None) -> tuple[str, str]:
    """In force, issued, replaced or withdrawn, as (mood, sentence)."""
    if other is None:
        return KEADAAN[StatusNaskah(paper.status)]
    named = f"nomor {other.nomor}, " if other.nomor else ""
    return DIGANTI[0], f"{DIGANTI[1]}. Penggantinya {named}tanggal {tanggal_panjang(other.tanggal)}."


def rincian(paper: m.Naskah) -> list[tuple[str, str]]:
    """What anyone may know of a paper, as (heading, value)."""
    signer = paper.penandatangan or {}
    signed = paper.salinan[-1] if paper.salinan else None
    rows: list[tuple[str, Any]] = [
        ("Jenis naskah", LABEL_NASKAH[Jenis(paper.jenis)]),
        ("Nomor", _nomor(paper)),
        ("Tanggal", tanggal_panjang(paper.tanggal)),
        ("Penandatangan", signer.get("nama")),
        ("Jabatan", signer.get("jabatan")),
        ("Tanggal tanda tangan", tanggal_panjang(signed.tanggal_ttd) if signed is not None else None),
        ("SHA-256 naskah terbit", paper.sha256),
        ("SHA-256 salinan bertanda tangan", signed.unggahan.sha256 if signed is not None else None),
    ]
    return [(heading, str(value)) for heading, value in rows if value]


def _nomor(paper: m.Naskah) -> str:
    """The number as it stands on the paper: an extract bears that of its decree."""
    if paper.jenis == Jenis.PETIKAN:
        return f"{paper.isi['surat_keputusan']['nomor']} (keputusan yang dipetik)"
    return paper.nomor or "Tanpa nomor"


def _naskah(paper: m.Naskah, found: str | None = None, digest: str = "", *, status: int = 200) -> Response:
    withdrawn = paper.status == StatusNaskah.DICABUT
    other = publik.pengganti(db.session, paper) if withdrawn else None
    return _jawab(
        status,
        "publik/verifikasi.html",
        token=paper.token,
        rincian=rincian(paper),
        keadaan=keadaan(paper, other),
        hasil=HASIL[found] if found is not None else None,
        sidik=digest,
    )


def _siapa() -> str:
    return request.remote_addr or "-"


def _tidak_dikenal() -> Response:
    if meleset.terlalu_sering(_siapa()):
        return _terlalu_sering()
    told = "Kode ini tidak dikenal. Periksa kembali kode pada kaki halaman naskah; huruf dan angkanya harus tepat."
    return _jawab(404, "publik/pesan.html", judul="Kode tidak dikenal", pesan=told)


def _terlalu_sering() -> Response:
    response = _jawab(429, "publik/pesan.html", judul="Terlalu sering", pesan=SENTENCES[429][1])
    response.headers["Retry-After"] = str(int(JENDELA))
    return response


def _jawab(status: int, template: str, **values: Any) -> Response:
    response = make_response(render_template(template, **values), status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
