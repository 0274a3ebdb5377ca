"""What is kept: one file per stage of a case. Tables and their CHECKs; no verbs, no web."""

from app import extensions as extensions  # first: it names the constraints of the tables that FAB declares
from app.models import account_history as account_history
from app.models import history as history
from app.models.accounts import KodePemulihan, Kredensial, MasukAkun, RiwayatAkun, TautanAkun
from app.models.archive import Arsip, Laporan, Publikasi
from app.models.berkas import Berkas, Usulan
from app.models.butir import ButirInformasi, DasarPengecualian, UjiKonsekuensi
from app.models.events import KepalaRantai, Peristiwa, PerubahanData
from app.models.jobs import Pekerjaan
from app.models.law import Pasal17, Peraturan
from app.models.meeting import KehadiranRapat, Pendapat, PersetujuanPimpinan, Rapat
from app.models.office import (
    AnggotaTim,
    HariLibur,
    Pejabat,
    Pengaturan,
    Pengguna,
    Penunjukan,
    PerangkatDaerah,
    PercobaanMasuk,
)
from app.models.outbox import KotakKeluar
from app.models.papers import Naskah, NomorNaskah, PencacahNomor, SalinanTtd, TemplatNaskah, Unggahan
from app.models.register import (
    ButirDitetapkan,
    PengingatRegister,
    PenyimpananDokumen,
    PerubahanKlasifikasi,
    Sengketa,
    TindakLanjut,
)
from app.models.trust import AkarTerpercaya

__all__ = [
    "AkarTerpercaya",
    "AnggotaTim",
    "Arsip",
    "Berkas",
    "ButirDitetapkan",
    "ButirInformasi",
    "DasarPengecualian",
    "HariLibur",
    "KehadiranRapat",
    "KepalaRantai",
    "KodePemulihan",
    "KotakKeluar",
    "Kredensial",
    "Laporan",
    "MasukAkun",
    "Naskah",
    "NomorNaskah",
    "Pasal17",
    "Pejabat",
    "Pekerjaan",
    "PencacahNomor",
    "Pendapat",
    "Pengaturan",
    "Pengguna",
    "PengingatRegister",
    "Penunjukan",
    "PenyimpananDokumen",
    "PerangkatDaerah",
    "Peraturan",
    "PercobaanMasuk",
    "Peristiwa",
    "PersetujuanPimpinan",
    "PerubahanData",
    "PerubahanKlasifikasi",
    "Publikasi",
    "Rapat",
    "RiwayatAkun",
    "SalinanTtd",
    "Sengketa",
    "TautanAkun",
    "TemplatNaskah",
    "TindakLanjut",
    "UjiKonsekuensi",
    "Unggahan",
    "Usulan",
]
