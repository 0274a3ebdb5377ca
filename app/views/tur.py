"""The first visit: a short tour for each role over the real pages, one sentence a page; without a script."""

from __future__ import annotations

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
Langkah = tuple[str, str]  # endpoint, sentence

AWAL: Langkah = ("Beranda.index", "Di sini pekerjaan yang menunggu Anda, yang paling mendesak di atas.")
AKHIR: Langkah = (
    "Akun.saya",
    "Ganti kata sandi dan pasang verifikasi dua langkah di sini. Tur selesai; selamat bekerja.",
)
DAFTAR: Langkah = (
    "DaftarView.list",
    "Yang sudah ditetapkan, dengan masa berlakunya. SIDIK mengingatkan sebelum berakhir.",
)
PER_PERAN: dict[str, tuple[Langkah, ...]] = {
    P.PETUGAS: (
        ("UsulanView.list", "Usulan perangkat daerah Anda. Mulai dengan Buat usulan; boleh disimpan setengah terisi."),
        (
            "HalamanImpor.index",
            "Banyak butir? Unduh templat Excel, isi, lalu impor. Pratinjau menunjukkan yang perlu diperbaiki.",
        ),
        ("PenyimpananView.list", "Setelah SK ditandatangani, konfirmasi di sini tempat dokumen disimpan."),
    ),
    P.VERIFIKATOR: (
        ("Kepatuhan.index", "Perangkat daerah yang belum mengusulkan; centang untuk mengingatkan."),
        ("UsulanView.list", "Usulan yang diajukan: buka, lalu terima dan himpun, atau kembalikan dengan alasan."),
        ("BerkasView.list", "Berkas klasifikasi: satu perjalanan SOP dari penghimpunan sampai arsip."),
    ),
    P.PPID_UTAMA: (
        ("BerkasView.list", "Buka berkas, isi uji konsekuensi, lalu sampaikan ke Tim. Yang kurang disebut sekaligus."),
        ("Ringkasan.index", "Keadaan seluruh pekerjaan dalam empat grafik, masing-masing dengan tabelnya."),
        DAFTAR,
    ),
    P.TIM: (
        ("BerkasView.list", "Berkas yang menunggu pertimbangan; beri pendapat untuk setiap butir pada satu halaman."),
        ("RapatView.list", "Rapat, kehadiran, dan pendapat yang disampaikan lisan dicatat di sini."),
    ),
    P.PIMPINAN: (
        ("BerkasView.list", "Berkas yang menunggu persetujuan. Dari Tugas saya terbuka satu halaman ringkas."),
        ("Ringkasan.index", "Keadaan seluruh pekerjaan, dengan tabelnya."),
    ),
    P.PETUGAS_DATA: (
        ("BerkasView.list", "Berkas dengan SK yang sudah ditandatangani: buka halaman Publikasi untuk mengunggah."),
        ("PublikasiView.list", "Setiap unggahan dan hasil pemeriksaannya. Alamat yang rusak menjadi tugas."),
    ),
    P.ARSIPARIS: (
        ("ArsipView.list", "Softcopy dan hardcopy setiap naskah, dengan retensi dan lokasinya."),
        ("PeminjamanView.list", "Siapa meminjam arsip, dan kapan kembali."),
    ),
    P.PENGAWAS: (
        ("PeristiwaView.list", "Riwayat yang hanya bertambah dan terkunci berantai."),
        ("LaporanKantor.index", "Laporan pada layar, Excel, Word, dan PDF."),
    ),
    ADMIN: (
        ("PenggunaView.list", "Buat pengguna, pilih perannya, lalu berikan tautan kata sandi."),
        ("MatriksIzin.index", "Siapa boleh apa, dalam satu tabel."),
        ("PengaturanView.list", "Pilihan kantor; yang kosong memakai nilai bawaan."),
    ),
}


@dataclass(frozen=True)
class Halte:
    """Where the tour stands: the sentence of this page and the way on."""

    nomor: int
    banyak: int
    kalimat: str
    lanjut: str


def langkah() -> list[Langkah]:
    """The pages for the roles of this person, each once."""
    roles = current_officer().roles
    middle = [step for role, steps in PER_PERAN.items() if role in roles for step in steps]
    once = {endpoint: (endpoint, sentence) for endpoint, sentence in reversed(middle)}
    return [AWAL, *(once.pop(endpoint) for endpoint, _ in middle if endpoint in once), AKHIR]


def tur() -> Halte | None:
    """The stop of this page, when the address belongs to the tour."""
    raw = request.args.get("tur", "")
    if not raw.isascii() or not raw.isdecimal() or not getattr(g.get("user"), "is_authenticated", False):
        return None
    steps, at = langkah(), int(raw[:4])
    if not 0 < at <= len(steps) or steps[at - 1][0] != request.endpoint:
        return None
    onward = url_for(steps[at][0], tur=at + 1) if at < len(steps) else ""
    return Halte(at, len(steps), steps[at - 1][1], onward)


def tur_ditawarkan() -> str:
    """The way into the tour, for who has not ended it yet."""
    return "" if tampilan.milik(g.user, TUR) else url_for(AWAL[0], tur=1)


class TurPertama(BaseView):
    """Ending the tour, and taking it again."""

    route_base = "/tur"
    default_view = "mulai"

    @expose("/")
    def mulai(self) -> Any:
        logged_in()
        return redirect(url_for(AWAL[0], tur=1))

    @expose("/selesai", methods=["POST"])
    def selesai(self) -> Any:
        logged_in()
        tampilan.simpan(current_officer(), TUR, "", "selesai")
        return redirect(url_for("Beranda.index"))
