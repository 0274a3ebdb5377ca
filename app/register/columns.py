"""The allow-list of what the public may read of a register entry. A column that does not stand here never leaves the building."""

from dataclasses import dataclass
from typing import Any

from app import models as m


@dataclass(frozen=True)
class Kolom:
    """One public column: its name in JSON and CSV, its heading, and the one database column that it is read from."""

    nama: str
    judul: str
    asal: Any


_B, _SK, _PD = m.ButirDitetapkan, m.Naskah, m.PerangkatDaerah

# The columns of Lampiran I, and of the decree its number, day and state.
KOLOM: tuple[Kolom, ...] = (
    Kolom("kode", "Kode", _B.kode),
    Kolom("informasi", "Informasi yang dikecualikan", _B.uraian_publik),
    Kolom("perangkat_daerah", "Perangkat daerah", _PD.nama),
    Kolom("klasifikasi", "Jenis klasifikasi (Pasal 17 UU 14/2008)", _B.klasifikasi),
    Kolom("dasar_hukum", "Dasar hukum", _B.dasar_hukum),
    Kolom("alasan", "Alasan ringkas", _B.alasan_ringkas),
    Kolom("cakupan", "Cakupan", _B.cakupan),
    Kolom("jangka_waktu", "Jangka waktu", _B.jangka),
    Kolom("berlaku_mulai", "Berlaku mulai", _B.mulai),
    Kolom("berlaku_sampai", "Berlaku sampai", _B.akhir),
    Kolom("status", "Status", _B.status),
    Kolom("nomor_sk", "Nomor surat keputusan", _SK.nomor),
    Kolom("tanggal_sk", "Tanggal surat keputusan", _SK.tanggal),
    Kolom("tautan_sk", "Surat keputusan", _SK.token),
)
NAMA: tuple[str, ...] = tuple(kolom.nama for kolom in KOLOM)
