"""What is kept: one file per stage of a case. Tables and their CHECKs; no verbs, no web."""

from app import extensions as extensions  # first: it names the constraints of the tables that FAB declares
from app.models import account_history as account_history
from app.models import history as history
from app.models.accounts import KodePemulihan, Kredensial, MasukAkun, RiwayatAkun, TautanAkun
from app.models.archive import Arsip, Laporan, Publikasi
from app.models.attachments import PemetaanKolom, VersiPublik
from app.models.berkas import Berkas, Usulan
from app.models.butir import BagianDikecualikan, ButirInformasi, DasarPengecualian, UjiKonsekuensi
from app.models.custody import ButirPenyusutan, KlasifikasiArsip, PeminjamanArsip, PenyusutanArsip
from app.models.events import KepalaRantai, Peristiwa, PerubahanData
from app.models.jobs import Pekerjaan
from app.models.law import InformasiTerbuka, Pasal17, Peraturan
from app.models.meeting import KehadiranRapat, Pendapat, PersetujuanPimpinan, Rapat
from app.models.notifikasi import Notifikasi, PesanKeluar, PilihanNotifikasi
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
from app.models.requests import Permohonan, PermohonanButir
from app.models.review import Tinjauan
from app.models.trust import AkarTerpercaya

__all__ = [
    "AkarTerpercaya",
    "AnggotaTim",
    "Arsip",
    "BagianDikecualikan",
    "Berkas",
    "ButirDitetapkan",
    "ButirInformasi",
    "ButirPenyusutan",
    "DasarPengecualian",
    "HariLibur",
    "InformasiTerbuka",
    "KehadiranRapat",
    "KepalaRantai",
    "KlasifikasiArsip",
    "KodePemulihan",
    "KotakKeluar",
    "Kredensial",
    "Laporan",
    "MasukAkun",
    "Naskah",
    "NomorNaskah",
    "Notifikasi",
    "Pasal17",
    "Pejabat",
    "Pekerjaan",
    "PemetaanKolom",
    "PeminjamanArsip",
    "PencacahNomor",
    "Pendapat",
    "Pengaturan",
    "Pengguna",
    "PengingatRegister",
    "Penunjukan",
    "PenyimpananDokumen",
    "PenyusutanArsip",
    "PerangkatDaerah",
    "Peraturan",
    "PercobaanMasuk",
    "Peristiwa",
    "Permohonan",
    "PermohonanButir",
    "PersetujuanPimpinan",
    "PerubahanData",
    "PerubahanKlasifikasi",
    "PesanKeluar",
    "PilihanNotifikasi",
    "Publikasi",
    "Rapat",
    "RiwayatAkun",
    "SalinanTtd",
    "Sengketa",
    "TautanAkun",
    "TemplatNaskah",
    "TindakLanjut",
    "Tinjauan",
    "UjiKonsekuensi",
    "Unggahan",
    "Usulan",
    "VersiPublik",
]
