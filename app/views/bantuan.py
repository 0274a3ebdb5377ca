"""Bantuan: the manual of docs/panduan inside the panel, and the place in it that belongs to the page one is on."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from flask import abort, g, request, send_from_directory, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from markdown_it import MarkdownIt

from app.security.manager import current_officer
from app.sop.words import Pelaksana as P
from app.views.accounts import logged_in

PANDUAN = Path(__file__).resolve().parents[2] / "docs" / "panduan"
# Role -> its chapter; the others are for all.
BAB_PERAN: dict[P, str] = {
    P.PETUGAS: "petugas",
    P.VERIFIKATOR: "verifikator",
    P.PPID_UTAMA: "ppid-utama",
    P.TIM: "tim",
    P.PIMPINAN: "pimpinan",
    P.PETUGAS_DATA: "petugas-data",
    P.ARSIPARIS: "arsiparis",
    P.PENGAWAS: "pengawas",
}
# Screen -> places in the manual; the first in a chapter of one's own role is taken, else the first of all.
TEMPAT: dict[str, tuple[str, ...]] = {
    "Beranda": ("mulai#tugas-saya",),
    "UsulanView": ("petugas#usulan", "verifikator#menerima-dan-menghimpun"),
    "ButirView": ("petugas#butir", "ppid-utama#uji-konsekuensi", "tim#pendapat"),
    "BagianView": ("petugas#butir",),
    "DasarView": ("petugas#dasar-dan-jangka-waktu",),
    "Konsekuensi": ("petugas#konsekuensi",),
    "HalamanImpor": ("petugas#impor",),
    "PenyimpananView": ("petugas#menyimpan-dokumen",),
    "Kepatuhan": ("verifikator#kepatuhan-perangkat-daerah",),
    "TerimaDanKaji": ("verifikator#mengkaji",),
    "BerkasView": (
        "ppid-utama#menyampaikan",
        "verifikator#mengkaji",
        "pimpinan#persetujuan",
        "petugas-data#menyelesaikan",
        "mulai#halaman-perkara",
    ),
    "UjiSehalaman": ("ppid-utama#uji-konsekuensi",),
    "UjiView": ("ppid-utama#uji-konsekuensi",),
    "PendapatSehalaman": ("tim#pendapat",),
    "PendapatView": ("tim#pendapat",),
    "RapatView": ("tim#rapat",),
    "PersetujuanView": ("pimpinan#persetujuan", "verifikator#persetujuan-dari-surat"),
    "Ringkasan": ("pimpinan#ringkasan",),
    "Publikasikan": ("petugas-data#mengunggah",),
    "SitusSk": ("petugas-data#mengunggah",),
    "PublikasiView": ("petugas-data#bila-alamat-rusak",),
    "ArsipSehalaman": ("arsiparis#mengarsipkan",),
    "ArsipView": ("arsiparis#mengarsipkan",),
    "FolderArsip": ("arsiparis#folder-arsip",),
    "PeminjamanView": ("arsiparis#peminjaman-dan-penyusutan",),
    "PenyusutanView": ("arsiparis#peminjaman-dan-penyusutan",),
    "PeristiwaView": ("pengawas#riwayat",),
    "PerubahanDataView": ("pengawas#riwayat",),
    "LaporanKantor": ("pengawas#laporan",),
    "PenggunaView": ("administrator#pengguna",),
    "PeranView": ("administrator#peran-dan-izin",),
    "MatriksIzin": ("administrator#peran-dan-izin",),
    "LihatSebagai": ("administrator#peran-dan-izin",),
    "PengaturanView": ("administrator#pengaturan",),
    "TemplatView": ("administrator#templat",),
    "NaskahView": ("naskah#mengunduh",),
    "Pasangkan": ("naskah#menandatangani-dan-memasangkan",),
    "NaskahBorongan": ("naskah#mengunduh-banyak",),
    "RevisiNaskah": ("naskah#terbit-ulang",),
    "Penomoran": ("naskah#penomoran",),
    "NomorView": ("naskah#penomoran",),
    "DaftarView": ("daftar#masa-berlaku",),
    "PerubahanKlasifikasiView": ("daftar#perubahan",),
    "SengketaView": ("daftar#sengketa",),
    "Akun": ("mulai#akun-saya",),
    "Notifikasi": ("mulai#pemberitahuan",),
}
UMUM = "mulai#daftar-saringan-dan-tampilan"


class Bantuan(BaseView):
    """The chapters and their pictures, for whoever is logged in."""

    route_base = "/bantuan"
    default_view = "index"

    @expose("/")
    def index(self) -> Any:
        return self._chapter("index")

    @expose("/<bab>")
    def bab(self, bab: str) -> Any:
        return self._chapter(bab)

    @expose("/gambar/<nama>")
    def gambar(self, nama: str) -> Any:
        logged_in()
        return send_from_directory(PANDUAN / "gambar", nama)

    def _chapter(self, bab: str) -> Any:
        logged_in()
        if bab not in daftar_bab():
            abort(404)
        title, text = isi(bab)
        return self.render_template("bantuan.html", title=title, isi=text, bab=bab)


def bantuan_url() -> str:
    """The place in the manual that explains this page."""
    if not getattr(g.get("user"), "is_authenticated", False):
        return ""
    screen = (request.endpoint or "").split(".")[0]
    places = TEMPAT.get(screen, (UMUM,))
    own = {chapter for role, chapter in BAB_PERAN.items() if role in current_officer().roles}
    chapter, _, anchor = next((p for p in places if p.split("#")[0] in own), places[0]).partition("#")
    return url_for("Bantuan.bab", bab=chapter, _anchor=anchor)


@cache
def daftar_bab() -> frozenset[str]:
    """The chapters that there are."""
    return frozenset(path.stem for path in PANDUAN.glob("*.md"))


@cache
def isi(bab: str) -> tuple[str, str]:
    """(title, HTML without its first heading) of one chapter."""
    source = re.sub(r"```\{toctree\}.*?```", "", (PANDUAN / f"{bab}.md").read_text(encoding="utf-8"), flags=re.S)
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(source)
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", jangkar(tokens[at + 1].content))
        for inner in token.children or ():
            _point(inner)
    title = tokens[1].content
    return title, parser.renderer.render(tokens[3:], parser.options, {})


def _point(token: Any) -> None:
    """Links of the files become addresses of the panel."""
    if token.type == "image":
        name = Path(str(token.attrGet("src"))).name
        token.attrSet("src", url_for("Bantuan.gambar", nama=name))
        token.attrSet("loading", "lazy")
        for side, pixels in zip(("width", "height"), _size(PANDUAN / "gambar" / name), strict=True):
            token.attrSet(side, str(pixels))  # its place is kept while it loads
    elif token.type == "link_open":
        chapter, _, anchor = str(token.attrGet("href")).partition("#")
        token.attrSet("href", url_for("Bantuan.bab", bab=chapter.removesuffix(".md"), _anchor=anchor or None))


def _size(png: Path) -> tuple[int, int]:
    """Width and height of a picture, from the first chunk of the PNG file (ISO/IEC 15948, 11.2.2)."""
    with png.open("rb") as file:
        head = file.read(24)
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:24])


def jangkar(heading: str) -> str:
    """The anchor of a heading, as Sphinx makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
