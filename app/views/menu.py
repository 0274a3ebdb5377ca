"""The whole navigation as one table: group, words, endpoint, and the permission without which the row is not shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app, request, url_for

from app.security.manager import current_officer

DAFTAR = "can_list"


@dataclass(frozen=True)
class Pintu:
    """One row of the navigation. `izin` "" means: whoever is logged in."""

    label: str
    endpoint: str
    sumber: str = ""
    izin: str = DAFTAR


MENU: tuple[tuple[str, tuple[Pintu, ...]], ...] = (
    (
        "Pekerjaan",
        (
            Pintu("Tugas saya", "Beranda.index", izin=""),
            Pintu("Usulan", "UsulanView.list", "Usulan"),
            Pintu("Berkas klasifikasi", "BerkasView.list", "Berkas"),
            Pintu("Butir informasi", "ButirView.list", "ButirInformasi"),
            Pintu("Naskah", "NaskahView.list", "Naskah"),
            Pintu("Daftar dikecualikan", "DaftarView.list", "ButirDitetapkan"),
            Pintu("Permohonan informasi", "PermohonanView.list", "Permohonan"),
        ),
    ),
    (
        "Ringkasan dan laporan",
        (
            Pintu("Ringkasan", "Ringkasan.index", "Usulan"),
            Pintu("Kepatuhan perangkat daerah", "Kepatuhan.index", "Usulan", "can_himpun"),
            Pintu("Laporan tersimpan", "LaporanView.list", "Laporan"),
            Pintu("Laporan kantor", "LaporanKantor.index", "Berkas"),
            Pintu("Paket bukti monev", "PaketMonev.index", "Laporan", "can_monev"),
        ),
    ),
    (
        "Rapat dan pendapat",
        (
            Pintu("Rapat", "RapatView.list", "Rapat"),
            Pintu("Pendapat", "PendapatView.list", "Pendapat"),
            Pintu("Persetujuan pimpinan", "PersetujuanView.list", "PersetujuanPimpinan"),
        ),
    ),
    (
        "Naskah dan arsip",
        (
            Pintu("Surat permintaan usulan", "NaskahPendukung.permintaan", "NomorNaskah", "can_add"),
            Pintu("Unduh banyak naskah", "NaskahBorongan.index", "Naskah", "can_show"),
            Pintu("Arsip", "ArsipView.list", "Arsip"),
            Pintu("Peminjaman arsip", "PeminjamanView.list", "PeminjamanArsip"),
            Pintu("Usul musnah dan serah", "PenyusutanView.list", "PenyusutanArsip"),
            Pintu("Publikasi", "PublikasiView.list", "Publikasi"),
        ),
    ),
    (
        "Sesudah penetapan",
        (
            Pintu("Penyimpanan dokumen", "PenyimpananView.list", "PenyimpananDokumen"),
            Pintu("Perubahan klasifikasi", "PerubahanKlasifikasiView.list", "PerubahanKlasifikasi"),
            Pintu("Tindak lanjut pembukaan", "TindakLanjutView.list", "TindakLanjut"),
            Pintu("Pengingat jangka waktu", "PengingatView.list", "PengingatRegister"),
            Pintu("Tinjauan perubahan hukum", "TinjauanView.list", "Tinjauan"),
            Pintu("Sengketa", "SengketaView.list", "Sengketa"),
        ),
    ),
    (
        "Acuan",
        (
            Pintu("SOP", "HalamanSop.index", izin=""),
            Pintu("Pasal 17", "Pasal17View.list", "Pasal17"),
            Pintu("Peraturan", "PeraturanView.list", "Peraturan"),
            Pintu("Daftar informasi publik", "InformasiTerbukaView.list", "InformasiTerbuka"),
            Pintu("Perangkat daerah", "PerangkatDaerahView.list", "PerangkatDaerah"),
            Pintu("Pejabat", "PejabatView.list", "Pejabat"),
            Pintu("Anggota Tim", "AnggotaTimView.list", "AnggotaTim"),
            Pintu("Klasifikasi arsip", "KlasifikasiArsipView.list", "KlasifikasiArsip"),
            Pintu("Hari libur", "HariLiburView.list", "HariLibur"),
            Pintu("Pengaturan", "PengaturanView.list", "Pengaturan"),
            Pintu("Templat naskah", "TemplatView.list", "TemplatNaskah"),
            Pintu("Sertifikat terpercaya", "AkarView.list", "AkarTerpercaya"),
            Pintu("Penandatangan", "Penandatangan.index", "Pejabat"),
        ),
    ),
    (
        "Pengawasan",
        (
            Pintu("Riwayat peristiwa", "PeristiwaView.list", "Peristiwa"),
            Pintu("Riwayat isian", "PerubahanDataView.list", "PerubahanData"),
            Pintu("Nomor naskah", "NomorView.list", "NomorNaskah"),
            Pintu("Penomoran", "Penomoran.index", "NomorNaskah"),
            Pintu("File unggahan", "UnggahanView.list", "Unggahan"),
        ),
    ),
    (
        "Keamanan",
        (
            Pintu("Pengguna", "PenggunaView.list", "Pengguna"),
            Pintu("Peran", "PeranView.list", "Peran"),
            Pintu("Matriks izin", "MatriksIzin.index", "Peran"),
            Pintu("Lihat sebagai", "LihatSebagai.index", "Peran"),
            Pintu("Riwayat akun dan izin", "RiwayatAkunView.list", "RiwayatAkun"),
            Pintu("SK penunjukan", "PenunjukanView.list", "Penunjukan"),
            Pintu("Pekerjaan latar", "PekerjaanView.list", "Pekerjaan"),
            Pintu("Surel dan pesan keluar", "PesanKeluarView.list", "PesanKeluar"),
        ),
    ),
    (
        "Lanjutan",
        (
            Pintu("Grup", "GrupView.list", "Grup"),
            Pintu("Izin", "IzinView.list", "Izin"),
            Pintu("Izin dasar", "IzinDasarView.list", "IzinDasar"),
            Pintu("Sumber daya", "SumberDayaView.list", "SumberDaya"),
        ),
    ),
)


@dataclass(frozen=True)
class Tautan:
    label: str
    url: str
    current: bool


# Rows that stand open on the screen of an old laptop; from the first group that does not fit, all are folded.
MUAT = 9
# Rarely needed, so always folded. A folded group is a <details>: one key or one touch opens it, and its page keeps it open.
JARANG = ("Acuan", "Pengawasan", "Lanjutan")
# What the Admin role sees of cases is nothing, so these groups ask for a grant of another role.
PERKARA = (
    "Pekerjaan",
    "Ringkasan dan laporan",
    "Rapat dan pendapat",
    "Naskah dan arsip",
    "Sesudah penetapan",
    "Pengawasan",
)


def sidik_menu() -> list[dict[str, Any]]:
    """The rows of the table that this person may open, with the present page marked; work first and never folded."""
    found: list[dict[str, Any]] = []
    room = MUAT
    for name, rows in MENU:
        links = list(_links(rows, name in PERKARA))
        if not links:
            continue
        fits = name not in JARANG and len(links) <= room
        if name not in JARANG:
            room = room - len(links) if fits else 0
        opened = fits or any(link.current for link in links)
        found.append({"nama": name, "tautan": links, "dilipat": bool(found), "buka": opened})
    return found


def pintu(endpoint: str) -> Tautan | None:
    """The row of the menu that leads to an endpoint, when this person may open it."""
    for name, rows in MENU:
        for link in _links([row for row in rows if row.endpoint == endpoint], name in PERKARA):
            return link
    return None


def _links(rows: Sequence[Pintu], case: bool) -> Iterator[Tautan]:
    sm = current_app.appbuilder.sm  # type: ignore[attr-defined]  # FAB hangs itself on the app
    allowed = current_officer().may if case else sm.has_access
    here = (request.endpoint or "").split(".")[0]
    for row in rows:
        if row.izin and not allowed(row.izin, row.sumber):
            continue
        yield Tautan(row.label, url_for(row.endpoint), here == row.endpoint.split(".")[0])
