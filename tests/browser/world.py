"""The demo world with one row of every kind that the demo has none of, so that every kind of page has something to show."""

import datetime as dt
from typing import Any

from flask import Flask
from flask_appbuilder.security.sqla.models import Group, Role
from sqlalchemy import select

from app import models as m
from app.extensions import db
from app.jobs import demo
from app.security.officer import officer_of
from app.sop.words import Pelaksana as P
from app.steps.terbit_ulang import terbitkan_ulang
from tests.api.office import SANDI
from tests.people import person

HARI = dt.date(2026, 3, 5)
SAAT = dt.datetime(2026, 3, 5, 3, tzinfo=dt.UTC)
# One person of each role; the demo has no Arsiparis.
ORANG = (
    *("pelaksana.dinkes", "ppid.utama", "tim.satu", "petugas.data"),
    *("pimpinan", "arsiparis", "auditor", "admin"),
)


def dunia(app: Flask) -> None:
    """Write it into the application's database; everybody's password is SANDI."""
    app.config["SIDIK_DEMO_PASSWORD"] = SANDI
    with app.app_context():
        demo.muat(app)
        session = db.session
        roles = {role.name: role for role in session.scalars(select(Role)).unique()}
        agency = _first(m.PerangkatDaerah, m.PerangkatDaerah.kode == "DKISP").id
        session.add_all([person("arsiparis", (P.ARSIPARIS,), agency, roles), Group(name="bidang", label="Bidang")])
        session.add_all(_more())
        session.commit()
        _print_again()
        db.session.remove()


def _first(model: Any, *where: Any) -> Any:
    return db.session.scalars(select(model).where(*where).order_by(model.id).limit(1)).unique().one()


def milik_lain(agency: str) -> list[str]:
    """What no Petugas of this agency may read: the inner descriptions of the other agencies' butir."""
    mine = m.Usulan.perangkat_daerah.has(kode=agency)
    query = select(m.ButirInformasi.uraian).where(
        m.ButirInformasi.usulan.has(~mine), m.ButirInformasi.uraian.is_not(None)
    )
    return list(db.session.scalars(query))


def _print_again() -> None:
    """The combined draft of a berkas that is examined, issued again since its butir moved."""
    of_berkas = m.Naskah.berkas.has(m.Berkas.status == "pengkajian")
    draft = _first(m.Naskah, m.Naskah.jenis == "draft_daftar", of_berkas).id
    head = officer_of(db.session, _first(m.Pengguna, m.Pengguna.username == "ppid.utama"))
    terbitkan_ulang(head, draft, alasan="Butir diperbaiki.")


def _more() -> list[Any]:
    own = m.ButirInformasi.usulan.has(m.Usulan.perangkat_daerah.has(kode="DINKES"))
    draft = _first(m.ButirInformasi, m.ButirInformasi.status == "draf", own)
    examined = _first(m.Berkas, m.Berkas.status == "pengkajian")
    alike = _first(m.ButirInformasi, m.ButirInformasi.berkas_id == examined.id)
    same = m.ButirInformasi.usulan.has(perangkat_daerah_id=alike.usulan.perangkat_daerah_id)
    alike.uraian = _first(m.ButirInformasi, m.ButirInformasi.status == "ditetapkan", same).uraian
    entry = _first(m.ButirDitetapkan).id
    letter, file, record = _first(m.Pasal17).id, _first(m.Unggahan), _first(m.Arsip).id
    somebody = _first(m.Pengguna).id
    return [
        m.DasarPengecualian(butir_id=draft.id, pasal17_id=letter),
        m.BagianDikecualikan(butir_id=draft.id, halaman="3"),
        m.InformasiTerbuka(ringkasan="Laporan kinerja", penguasa="Bidang", berlaku_mulai=HARI),
        m.AkarTerpercaya(
            nama="CN=Akar", sidik="a" * 64, berlaku_mulai=HARI, berlaku_sampai=HARI, unggahan_id=file.id, alasan="Uji"
        ),
        m.Rapat(
            berkas_id=examined.id,
            jenis="uji_konsekuensi",
            tanggal=HARI,
            tempat="Serang",
            kehadiran=[m.KehadiranRapat(nama="Contoh", peran="ahli")],
        ),
        m.Pekerjaan(jenis="cek_tautan", kunci="contoh", argumen={}, coba_lagi_pada=SAAT),
        m.PeminjamanArsip(arsip_id=record, peminjam="Contoh", keperluan="Pemeriksaan", dipinjam=HARI, jatuh_tempo=HARI),
        m.PengingatRegister(butir_ditetapkan_id=entry, jenis="akhir_90", acuan=HARI, dicatat_pada=SAAT),
        m.PenyusutanArsip(jenis="musnah", tanggal=HARI),
        m.Permohonan(kanal="desk", nomor="P-1", diterima=HARI, pemohon="Warga", rincian="Data penyakit menular"),
        m.PerubahanKlasifikasi(butir_ditetapkan_id=entry, jenis="diubah", dasar="Putusan contoh", tanggal=HARI),
        m.PesanKeluar(kelompok="contoh", jenis="segera", dibuat_pada=SAAT, pengguna_id=somebody),
        m.Sengketa(butir_ditetapkan_id=entry, nomor_register_ki="001/REG/2026"),
        m.TemplatNaskah(jenis="nota_dinas", nomor_versi=1, unggahan_id=file.id, sha256=file.sha256, alasan="Kop baru"),
        m.TindakLanjut(butir_ditetapkan_id=entry, jenis="usul_terbuka", sejak=HARI),
        m.Tinjauan(
            sebab_kunci="contoh", sebab="Peraturan dicabut", dibuka=HARI, butir_ditetapkan_id=entry, pasal17_id=letter
        ),
    ]
