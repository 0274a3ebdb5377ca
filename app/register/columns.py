"""The allow-list of what the public may read of a register entry. A column that does not stand here never leaves the building."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from app import models as m


@dataclass(frozen=True)
class Kolom:
    """One public column: its name in JSON and CSV, its heading in both languages, and what of the database it reads."""

    nama: str
    judul: str
    title: str
    asal: Any


_B, _SK, _PD, _P = m.ButirDitetapkan, m.Naskah, m.PerangkatDaerah, m.PerubahanKlasifikasi
# The day of the last recorded change of an entry; its basis and author stay inside.
DIUBAH_PADA = select(func.max(_P.tanggal)).where(_P.butir_ditetapkan_id == _B.id).correlate(_B).scalar_subquery()

# The columns of Lampiran I, of the decree its number, day and state, and what became of the entry, with its day.
KOLOM: tuple[Kolom, ...] = (
    Kolom("kode", "Kode", "Code", _B.kode),
    Kolom("informasi", "Informasi yang dikecualikan", "Exempt information", _B.uraian_publik),
    Kolom("perangkat_daerah", "Perangkat daerah", "Agency", _PD.nama),
    Kolom("klasifikasi", "Jenis klasifikasi (Pasal 17 UU 14/2008)", "Ground (Article 17, Law 14/2008)", _B.klasifikasi),
    Kolom("dasar_hukum", "Dasar hukum", "Legal basis", _B.dasar_hukum),
    Kolom("alasan", "Alasan ringkas", "Reason in short", _B.alasan_ringkas),
    Kolom("cakupan", "Cakupan", "Scope", _B.cakupan),
    Kolom("jangka_waktu", "Jangka waktu", "Term", _B.jangka),
    Kolom("berlaku_mulai", "Berlaku mulai", "In force from", _B.mulai),
    Kolom("berlaku_sampai", "Berlaku sampai", "In force until", _B.akhir),
    Kolom("status", "Status", "Status", _B.status),
    Kolom("status_sejak", "Status sejak", "Status since", DIUBAH_PADA),
    Kolom("nomor_sk", "Nomor surat keputusan", "Number of the decree", _SK.nomor),
    Kolom("tanggal_sk", "Tanggal surat keputusan", "Date of the decree", _SK.tanggal),
    Kolom("tautan_sk", "Surat keputusan", "Decree", _SK.token),
    Kolom("tautan", "Alamat tetap", "Stable address", _B.id),
)
NAMA: tuple[str, ...] = tuple(kolom.nama for kolom in KOLOM)
