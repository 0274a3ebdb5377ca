"""The office: agencies, people, officials in office, the Tim, holidays, and the few office choices."""

import datetime as dt
from typing import Any

from flask_appbuilder.security.sqla.models import User
from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, alamat_teks, kode_teks, kunci, nama_teks, pilihan, saat, teks
from app.sop import choices


class PerangkatDaerah(Stempel, Base):
    __tablename__ = "perangkat_daerah"
    __table_args__ = (UniqueConstraint("kode"),)

    id: Mapped[kunci]
    kode: Mapped[kode_teks]
    nama: Mapped[nama_teks]
    singkatan: Mapped[kode_teks]
    alamat: Mapped[alamat_teks | None]
    telepon: Mapped[kode_teks | None]
    surel: Mapped[nama_teks | None]
    website: Mapped[nama_teks | None]
    situs_wajib_unggah: Mapped[bool] = mapped_column(default=False)
    kode_unit_naskah: Mapped[kode_teks | None]
    pola_nomor: Mapped[nama_teks | None]  # of its own papers; empty: the pattern of the kind
    kop_id: Mapped[int | None] = mapped_column(ForeignKey("unggahan.id"))
    aktif: Mapped[bool] = mapped_column(default=True)

    def __str__(self) -> str:
        return self.nama


class Pengguna(User):
    """A FAB user with an agency. Rows of staff without an agency see nothing that belongs to an agency."""

    __tablename__ = "ab_user"
    __table_args__ = {"extend_existing": True}

    perangkat_daerah_id: Mapped[int | None] = mapped_column(
        # use_alter: users and agencies point at each other
        ForeignKey("perangkat_daerah.id", use_alter=True, name="fk_ab_user_perangkat_daerah_id_perangkat_daerah"),
        index=True,
    )
    nip: Mapped[str | None] = mapped_column(String(18))
    jabatan: Mapped[nama_teks | None]
    cap_sesi: Mapped[int] = mapped_column(default=0, server_default="0")  # raised to end every session of the person
    bahasa: Mapped[str | None] = mapped_column(String(2), CheckConstraint("bahasa IN ('id', 'en')", name="bahasa"))
    tampilan: Mapped[dict[str, Any] | None] = mapped_column(JSON)  # list screen -> [[name, arguments of its address]]

    perangkat_daerah: Mapped[PerangkatDaerah | None] = relationship(foreign_keys=[perangkat_daerah_id], lazy="joined")

    @property
    def nama(self) -> str:
        """Full name as printed."""
        return f"{self.first_name} {self.last_name}".strip()

    def __str__(self) -> str:
        return self.nama


class Penunjukan(Stempel, Base):
    """The decree by which a person holds an SOP role, with its dates."""

    __tablename__ = "penunjukan"
    __table_args__ = (CheckConstraint("selesai IS NULL OR selesai >= mulai", name="urutan_tanggal"),)

    id: Mapped[kunci]
    pengguna_id: Mapped[int] = mapped_column(ForeignKey("ab_user.id"), index=True)
    peran: Mapped[nama_teks]
    nomor_sk: Mapped[nama_teks]
    mulai: Mapped[dt.date]
    selesai: Mapped[dt.date | None]

    pengguna: Mapped[Pengguna] = relationship(foreign_keys=[pengguna_id])

    def __str__(self) -> str:
        return f"{self.peran}: {self.nomor_sk}"


class Pejabat(Stempel, Base):
    """An official in office from `mulai` to `selesai`; per (fungsi, agency) at most one on a day (checked by law of the form)."""

    __tablename__ = "pejabat"
    __table_args__ = (
        pilihan("kapasitas", choices.KAPASITAS),
        pilihan("fungsi", choices.FUNGSI, nullable=True),
        CheckConstraint("selesai IS NULL OR selesai >= mulai", name="urutan_tanggal"),
        CheckConstraint("nip IS NULL OR length(nip) = 18", name="nip"),
        CheckConstraint("atas_nama IS NULL OR kapasitas = 'definitif'", name="atas_nama"),
        CheckConstraint("untuk_beliau IS NULL OR atas_nama IS NOT NULL", name="untuk_beliau"),
    )

    id: Mapped[kunci]
    nama: Mapped[nama_teks]
    gelar: Mapped[kode_teks | None]
    nip: Mapped[str | None] = mapped_column(String(18))
    pangkat: Mapped[nama_teks | None]
    jabatan: Mapped[nama_teks]
    kapasitas: Mapped[kode_teks] = mapped_column(default="definitif")
    atas_nama: Mapped[alamat_teks | None]  # a.n.: the office on whose behalf he signs
    untuk_beliau: Mapped[alamat_teks | None]  # u.b.: the office that passed it on to his
    fungsi: Mapped[kode_teks | None]
    pengguna_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"))
    perangkat_daerah_id: Mapped[int | None] = mapped_column(ForeignKey("perangkat_daerah.id"), index=True)
    mulai: Mapped[dt.date]
    selesai: Mapped[dt.date | None]
    dasar_penunjukan: Mapped[alamat_teks | None]

    pengguna: Mapped[Pengguna | None] = relationship(foreign_keys=[pengguna_id])
    perangkat_daerah: Mapped[PerangkatDaerah | None] = relationship(foreign_keys=[perangkat_daerah_id])

    def __str__(self) -> str:
        return f"{self.nama} ({self.jabatan})"


class AnggotaTim(Stempel, Base):
    __tablename__ = "anggota_tim"
    __table_args__ = (
        pilihan("kedudukan", choices.KEDUDUKAN),
        CheckConstraint("selesai IS NULL OR selesai >= mulai", name="urutan_tanggal"),
    )

    id: Mapped[kunci]
    pengguna_id: Mapped[int] = mapped_column(ForeignKey("ab_user.id"), index=True)
    pejabat_id: Mapped[int | None] = mapped_column(ForeignKey("pejabat.id"))
    kedudukan: Mapped[kode_teks] = mapped_column(default="anggota")
    dasar: Mapped[alamat_teks | None]
    mulai: Mapped[dt.date]
    selesai: Mapped[dt.date | None]

    pengguna: Mapped[Pengguna] = relationship(foreign_keys=[pengguna_id])
    pejabat: Mapped[Pejabat | None] = relationship(foreign_keys=[pejabat_id])

    def __str__(self) -> str:
        return f"{self.pengguna} ({choices.KEDUDUKAN[self.kedudukan]})"


class HariLibur(Stempel, Base):
    __tablename__ = "hari_libur"
    __table_args__ = (UniqueConstraint("tanggal", "nama"), pilihan("jenis", choices.JENIS_LIBUR))

    id: Mapped[kunci]
    tanggal: Mapped[dt.date] = mapped_column(index=True)
    nama: Mapped[nama_teks]
    jenis: Mapped[kode_teks] = mapped_column(default="nasional")
    pasti: Mapped[bool] = mapped_column(default=True)
    sumber: Mapped[alamat_teks | None]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y} {self.nama}"


class Pengaturan(Stempel, Base):
    """One office choice. The list of keys and their defaults stands in app.law.settings."""

    __tablename__ = "pengaturan"
    __table_args__ = (UniqueConstraint("kunci"),)

    id: Mapped[kunci]
    kunci: Mapped[nama_teks]
    nilai: Mapped[teks | None]
    penjelasan: Mapped[teks | None]

    def __str__(self) -> str:
        return self.kunci


class PercobaanMasuk(Base):
    """Failed logins, counted per account and per device (never per office address)."""

    __tablename__ = "percobaan_masuk"

    kunci: Mapped[str] = mapped_column(String(64), primary_key=True)
    gagal: Mapped[int] = mapped_column(default=0)
    sejak: Mapped[saat]
    sampai: Mapped[saat | None]
