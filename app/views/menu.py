"""The whole navigation as one table: group, words, endpoint, and the permission without which the row is not shown."""

from __future__ import annotations

from collections.abc import Iterator
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
            Pintu("Ringkasan", "Ringkasan.index", "Usulan"),
            Pintu("Kepatuhan perangkat daerah", "Kepatuhan.index", "Usulan", "can_himpun"),
            Pintu("Usulan", "UsulanView.list", "Usulan"),
            Pintu("Berkas klasifikasi", "BerkasView.list", "Berkas"),
            Pintu("Butir informasi", "ButirView.list", "ButirInformasi"),
            Pintu("Permohonan informasi", "PermohonanView.list", "Permohonan"),
        ),
    ),
    (
        "Naskah dan arsip",
        (
            Pintu("Naskah", "NaskahView.list", "Naskah"),
            Pintu("Surat permintaan usulan", "NaskahPendukung.permintaan", "NomorNaskah", "can_add"),
            Pintu("Unduh banyak naskah", "NaskahBorongan.index", "Naskah", "can_show"),
            Pintu("Arsip", "ArsipView.list", "Arsip"),
            Pintu("Peminjaman arsip", "PeminjamanView.list", "PeminjamanArsip"),
            Pintu("Usul musnah dan serah", "PenyusutanView.list", "PenyusutanArsip"),
            Pintu("Publikasi", "PublikasiView.list", "Publikasi"),
            Pintu("Laporan tersimpan", "LaporanView.list", "Laporan"),
            Pintu("Laporan kantor", "LaporanKantor.index", "Berkas"),
            Pintu("Paket bukti monev", "PaketMonev.index", "Laporan", "can_monev"),
        ),
    ),
    (
        "Daftar yang ditetapkan",
        (
            Pintu("Daftar dikecualikan", "DaftarView.list", "ButirDitetapkan"),
            Pintu("Penyimpanan dokumen", "PenyimpananView.list", "PenyimpananDokumen"),
            Pintu("Perubahan klasifikasi", "PerubahanKlasifikasiView.list", "PerubahanKlasifikasi"),
            Pintu("Tindak lanjut pembukaan", "TindakLanjutView.list", "TindakLanjut"),
            Pintu("Pengingat jangka waktu", "PengingatView.list", "PengingatRegister"),
            Pintu("Tinjauan perubahan hukum", "TinjauanView.list", "Tinjauan"),
            Pintu("Sengketa", "SengketaView.list", "Sengketa"),
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


# Groups that are folded away until one of their pages is open.
DILIPAT = ("Acuan", "Pengawasan", "Keamanan", "Lanjutan")
# What the Admin role sees of cases is nothing, so these groups ask for a grant of another role.
PERKARA = ("Pekerjaan", "Naskah dan arsip", "Daftar yang ditetapkan", "Rapat dan pendapat", "Pengawasan")


def sidik_menu() -> list[dict[str, Any]]:
    """The rows of the table that this person may open, with the present page marked."""
    found = []
    for name, rows in MENU:
        links = list(_links(rows, name in PERKARA))
        if links:
            folded = name in DILIPAT and not any(link.current for link in links)
            found.append({"nama": name, "tautan": links, "dilipat": name in DILIPAT, "buka": not folded})
    return found


def _links(rows: tuple[Pintu, ...], case: bool) -> Iterator[Tautan]:
    sm = current_app.appbuilder.sm  # type: ignore[attr-defined]  # FAB hangs itself on the app
    allowed = current_officer().may if case else sm.has_access
    here = (request.endpoint or "").split(".")[0]
    for row in rows:
        if row.izin and not allowed(row.izin, row.sumber):
            continue
        yield Tautan(row.label, url_for(row.endpoint), here == row.endpoint.split(".")[0])
