"""The first visit: a short tour for each role over the real pages; each stop marks its place (`:target`) and needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import g, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app.security.manager import current_officer
from app.security.officer import ADMIN
from app.sop.words import Pelaksana as P
from app.steps import tampilan
from app.views.accounts import logged_in

TUR = "Tur"  # kept among a person's own lists: once it is there, the tour is over
Langkah = tuple[str, str, str]  # endpoint, id of the place on its page, sentence

AWAL: Langkah = (
    "Beranda.index",
    "tugas",
    "Di sini pekerjaan yang menunggu Anda, yang paling mendesak di atas. Yang dibahas diberi garis tepi kuning.",
)
AKHIR: Langkah = (
    "Akun.saya",
    "akun",
    "Ganti kata sandi dan pasang verifikasi dua langkah di sini. Tur selesai; selamat bekerja.",
)
DAFTAR: Langkah = (
    "DaftarView.list",
    "daftar",
    "Yang sudah ditetapkan, dengan masa berlakunya. SIDIK mengingatkan sebelum berakhir.",
)
PER_PERAN: dict[str, tuple[Langkah, ...]] = {
    P.PETUGAS: (
        (
            "UsulanView.list",
            "tambah",
            "Usulan perangkat daerah Anda. Mulai dengan Buat usulan; boleh disimpan setengah terisi.",
        ),
        (
            "HalamanImpor.index",
            "impor",
            "Banyak butir? Unduh templat Excel, isi, lalu impor. Pratinjau menunjukkan yang perlu diperbaiki.",
        ),
        ("PenyimpananView.list", "daftar", "Setelah SK ditandatangani, konfirmasikan di sini tempat dokumen disimpan."),
    ),
    P.VERIFIKATOR: (
        ("Kepatuhan.index", "daftar", "Perangkat daerah yang belum mengusulkan; centang untuk mengingatkan."),
        (
            "UsulanView.list",
            "daftar",
            "Usulan yang diajukan: buka, lalu terima dan himpun, atau kembalikan dengan alasan.",
        ),
        ("BerkasView.list", "daftar", "Berkas klasifikasi: satu perjalanan SOP dari penghimpunan sampai arsip."),
    ),
    P.PPID_UTAMA: (
        (
            "BerkasView.list",
            "daftar",
            "Buka berkas, isi uji konsekuensi, lalu sampaikan ke Tim. Yang kurang disebut sekaligus.",
        ),
        ("Ringkasan.index", "grafik", "Keadaan seluruh pekerjaan dalam empat grafik, masing-masing dengan tabelnya."),
        DAFTAR,
    ),
    P.TIM: (
        (
            "BerkasView.list",
            "daftar",
            "Berkas yang menunggu pertimbangan; beri pendapat untuk setiap butir pada satu halaman.",
        ),
        ("RapatView.list", "daftar", "Rapat, kehadiran, dan pendapat yang disampaikan lisan dicatat di sini."),
    ),
    P.PIMPINAN: (
        (
            "BerkasView.list",
            "daftar",
            "Berkas yang menunggu persetujuan. Dari Tugas saya terbuka satu halaman ringkas.",
        ),
        ("Ringkasan.index", "grafik", "Keadaan seluruh pekerjaan, dengan tabelnya."),
    ),
    P.PETUGAS_DATA: (
        (
            "BerkasView.list",
            "daftar",
            "Berkas dengan SK yang sudah ditandatangani: buka halaman Publikasi untuk mengunggah.",
        ),
        ("PublikasiView.list", "daftar", "Setiap unggahan dan hasil pemeriksaannya. Alamat yang rusak menjadi tugas."),
    ),
    P.ARSIPARIS: (
        ("ArsipView.list", "daftar", "Softcopy dan hardcopy setiap naskah, dengan retensi dan lokasinya."),
        ("PeminjamanView.list", "daftar", "Siapa meminjam arsip, dan kapan kembali."),
    ),
    P.PENGAWAS: (
        ("PeristiwaView.list", "daftar", "Riwayat yang hanya bertambah dan terkunci berantai."),
        ("LaporanKantor.index", "daftar", "Laporan pada layar, Excel, Word, dan PDF."),
    ),
    ADMIN: (
        ("PenggunaView.list", "daftar", "Buat pengguna, pilih perannya, lalu berikan tautan kata sandi."),
        ("MatriksIzin.index", "daftar", "Siapa boleh apa, dalam satu tabel."),
        ("PengaturanView.list", "daftar", "Pilihan kantor; yang kosong memakai nilai bawaan."),
    ),
}


@dataclass(frozen=True)
class Halte:
    """Where the tour stands: the sentence of this page, and the ways back and on ("" at the ends)."""

    nomor: int
    banyak: int
    kalimat: str
    mundur: str
    lanjut: str


def langkah() -> list[Langkah]:
    """The pages for the roles of this person, each once."""
    roles = current_officer().roles
    once: dict[str, Langkah] = {}
    for role, steps in PER_PERAN.items():
        for step in steps if role in roles else ():
            once.setdefault(step[0], step)
    return [AWAL, *once.values(), AKHIR]


def tur() -> Halte | None:
    """The stop of this page, when the address belongs to the tour."""
    raw = request.args.get("tur", "")
    if not raw.isascii() or not raw.isdecimal() or not getattr(g.get("user"), "is_authenticated", False):
        return None
    steps, at = langkah(), int(raw[:4])
    if not 0 < at <= len(steps) or steps[at - 1][0] != request.endpoint:
        return None
    return Halte(at, len(steps), steps[at - 1][2], _alamat(steps, at - 1), _alamat(steps, at + 1))


def _alamat(steps: Sequence[Langkah], at: int) -> str:
    """The address of a stop (counted from 1) with its place, or ""."""
    if not 0 < at <= len(steps):
        return ""
    endpoint, place, _ = steps[at - 1]
    return url_for(endpoint, tur=at, _anchor=place)


def tur_ditawarkan() -> str:
    """The way into the tour, for who has not ended it yet."""
    return "" if tampilan.milik(g.user, TUR) else _alamat([AWAL], 1)


class TurPertama(BaseView):
    """Ending the tour, and taking it again."""

    route_base = "/tur"
    default_view = "mulai"

    @expose("/")
    def mulai(self) -> Any:
        logged_in()
        return redirect(_alamat([AWAL], 1))

    @expose("/selesai", methods=["POST"])
    def selesai(self) -> Any:
        logged_in()
        tampilan.simpan(current_officer(), TUR, "", "selesai")
        return redirect(url_for("Beranda.index"))
