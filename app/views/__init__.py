"""The front of the house for staff: FAB screens over the row scope, the navigation, the pages of the cases."""

from __future__ import annotations

from typing import Any

from flask import Flask

from app.security.headers import init_headers
from app.security.manager import SecurityManager, init_sessions
from app.security.passwords import validator
from app.views import values
from app.views.account_acts import TindakanAkun
from app.views.account_history import RiwayatAkunView
from app.views.account_link import TautanSandi, TerimaTautan
from app.views.accounts import Akun, Masuk, SandiPengguna
from app.views.akar import AkarView
from app.views.archive import ArsipView, LaporanView, PublikasiView
from app.views.archive_folder import FolderArsip
from app.views.aria import field_aria
from app.views.banding import Banding
from app.views.bantuan import Bantuan, bantuan_url
from app.views.berkas import BerkasView
from app.views.borongan import NaskahBorongan
from app.views.bukti import BuktiSengketa
from app.views.butir import ButirView, UjiView
from app.views.custody import KlasifikasiArsipView, PeminjamanView, PenyusutanArsip, PenyusutanView
from app.views.dampak import Dampak, TinjauanView
from app.views.faktor import FaktorKedua
from app.views.galat import init_error_pages
from app.views.history import PeristiwaView, PerubahanDataView
from app.views.impor import HalamanImpor
from app.views.jobs import PekerjaanView
from app.views.kalender import Kalender, TenggatSaya
from app.views.kendali import LembarKendali
from app.views.kepatuhan import Kepatuhan
from app.views.konsekuensi import Konsekuensi
from app.views.lambang import Lambang
from app.views.language import PilihBahasa, init_language
from app.views.law import Pasal17View, PeraturanView
from app.views.lihat_sebagai import LihatSebagai
from app.views.matrix import MatriksIzin
from app.views.meeting import KehadiranView, PendapatView, PersetujuanView, RapatView
from app.views.menu import pintu, sidik_menu
from app.views.milik_butir import BagianView, DasarView
from app.views.naskah import ArsipSehalaman, Pasangkan
from app.views.notifikasi import Notifikasi, PesanKeluarView
from app.views.office import AnggotaTimView, HariLiburView, PejabatView, PengaturanView, PerangkatDaerahView
from app.views.papers import NaskahView, NomorView, SalinanView, UnggahanView
from app.views.pendapat import PendapatSehalaman
from app.views.pendukung import NaskahPendukung
from app.views.penomoran import Penandatangan, Penomoran
from app.views.people import GrupView, IzinDasarView, IzinView, PenggunaView, PenunjukanView, PeranView, SumberDayaView
from app.views.permohonan import ImporPermohonan, PermohonanView, TindakanPermohonan
from app.views.pratinjau import Pratinjau
from app.views.proof import init_first_things
from app.views.publikasikan import Publikasikan
from app.views.register import (
    DaftarView,
    PengingatView,
    PenyimpananView,
    PerubahanKlasifikasiView,
    SengketaView,
    TindakLanjutView,
)
from app.views.repair import repair_fab
from app.views.reports import LaporanKantor
from app.views.revisi import RevisiNaskah
from app.views.ringkasan import Ringkasan
from app.views.serah import PaketMonev, SerahSrikandi
from app.views.situs import SitusSk
from app.views.sop import HalamanSop
from app.views.tampilan import TampilanSaya
from app.views.templat import TemplatView
from app.views.terbuka import ImporTerbuka, InformasiTerbukaView
from app.views.terima import TerimaDanKaji
from app.views.tte import TandaTanganElektronik
from app.views.tur import TurPertama, tur, tur_ditawarkan
from app.views.uji import UjiSehalaman
from app.views.usulan import UsulanView
from app.views.versi_publik import VersiPublik

SCREENS: tuple[type, ...] = (
    PerangkatDaerahView,
    PejabatView,
    AnggotaTimView,
    HariLiburView,
    PengaturanView,
    PenunjukanView,
    PeraturanView,
    Pasal17View,
    InformasiTerbukaView,
    ImporTerbuka,
    Dampak,
    TinjauanView,
    RapatView,
    KehadiranView,
    PendapatView,
    PersetujuanView,
    NaskahView,
    SalinanView,
    NomorView,
    UnggahanView,
    TemplatView,
    AkarView,
    SerahSrikandi,
    PaketMonev,
    PermohonanView,
    TindakanPermohonan,
    ImporPermohonan,
    KlasifikasiArsipView,
    PeminjamanView,
    PenyusutanView,
    PenyusutanArsip,
    ArsipView,
    PublikasiView,
    LaporanView,
    DaftarView,
    PenyimpananView,
    PerubahanKlasifikasiView,
    PengingatView,
    TindakLanjutView,
    SengketaView,
    PeristiwaView,
    PerubahanDataView,
    PekerjaanView,
    UsulanView,
    BerkasView,
    ButirView,
    DasarView,
    BagianView,
    UjiView,
    TerimaDanKaji,
    Banding,
    UjiSehalaman,
    Konsekuensi,
    VersiPublik,
    PendapatSehalaman,
    ArsipSehalaman,
    Pasangkan,
    Publikasikan,
    SitusSk,
    NaskahBorongan,
    Pratinjau,
    TandaTanganElektronik,
    RevisiNaskah,
    NaskahPendukung,
    Penomoran,
    Penandatangan,
    Lambang,
    LembarKendali,
    FolderArsip,
    LaporanKantor,
    HalamanImpor,
    BuktiSengketa,
    Akun,
    FaktorKedua,
    SandiPengguna,
    TindakanAkun,
    TautanSandi,
    TerimaTautan,
    RiwayatAkunView,
    HalamanSop,
    MatriksIzin,
    Notifikasi,
    PesanKeluarView,
    TenggatSaya,
    Kalender,
    LihatSebagai,
    TampilanSaya,
    Ringkasan,
    Kepatuhan,
    PilihBahasa,
    Bantuan,
    TurPertama,
)


def prepare(app: Flask) -> None:
    """Before AppBuilder: repair FAB, put our screens in the place of its own, hang headers, sessions and error pages."""
    repair_fab()
    app.config["FAB_PASSWORD_COMPLEXITY_VALIDATOR"] = validator
    SecurityManager.authdbview = Masuk
    SecurityManager.userdbmodelview = PenggunaView
    SecurityManager.rolemodelview = PeranView
    SecurityManager.groupmodelview = GrupView
    SecurityManager.permissionmodelview = IzinDasarView
    SecurityManager.viewmenumodelview = SumberDayaView
    SecurityManager.permissionviewmodelview = IzinView
    init_headers(app)
    init_sessions(app)
    init_first_things(app)
    init_language(app)
    init_error_pages(app)
    app.jinja_env.globals.update(
        sidik_menu=sidik_menu,
        pintu=pintu,
        field_aria=field_aria,
        bantuan_url=bantuan_url,
        tur=tur,
        tur_ditawarkan=tur_ditawarkan,
        lencana=values.status,
    )
    app.jinja_env.filters.update(
        tampil=values.shown,
        tanggal=values.tanggal,
        hari_tanggal=values.hari_tanggal,
        waktu=values.waktu,
        ukuran=values.ukuran,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def register(app: Flask, appbuilder: Any) -> None:
    """After AppBuilder: every screen by name, without FAB's menu; the navigation is the table in menu.py."""
    for screen in SCREENS:
        appbuilder.add_view_no_menu(screen)
