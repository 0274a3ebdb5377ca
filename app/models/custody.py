"""Keeping records for years: the scheme of classification, loans of hard copies, and the lists by which records leave."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.archive import Arsip
from app.models.base import Base, Stempel, alamat_teks, kode_teks, kunci, nama_teks, pilihan, teks
from app.models.papers import Naskah
from app.sop import choices


class KlasifikasiArsip(Stempel, Base):
    """One line of the office's scheme: code, retention (JRA) and security (SKKAAD). A record may still differ from it."""

    __tablename__ = "klasifikasi_arsip"
    __table_args__ = (
        UniqueConstraint("kode"),
        pilihan("nasib_akhir", choices.NASIB_AKHIR),
        pilihan("skkaad", choices.SKKAAD),
        CheckConstraint("retensi_aktif BETWEEN 0 AND 100", name="retensi_aktif"),
        CheckConstraint("retensi_inaktif BETWEEN 0 AND 100", name="retensi_inaktif"),
    )

    id: Mapped[kunci]
    kode: Mapped[kode_teks]
    uraian: Mapped[alamat_teks]
    retensi_aktif: Mapped[int]
    retensi_inaktif: Mapped[int]
    pemicu_retensi: Mapped[alamat_teks | None]
    nasib_akhir: Mapped[kode_teks]
    skkaad: Mapped[kode_teks]
    dasar: Mapped[alamat_teks | None]
    terverifikasi: Mapped[bool] = mapped_column(default=False)
    aktif: Mapped[bool] = mapped_column(default=True)

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"


class PeminjamanArsip(Stempel, Base):
    """A hard copy that somebody holds, or held. One record is with one person at a time."""

    __tablename__ = "peminjaman_arsip"
    __table_args__ = (
        CheckConstraint("jatuh_tempo >= dipinjam", name="urutan_pinjam"),
        CheckConstraint("dikembalikan IS NULL OR dikembalikan >= dipinjam", name="urutan_kembali"),
        Index(
            "ix_peminjaman_arsip_di_luar",
            "arsip_id",
            unique=True,
            sqlite_where=text("dikembalikan IS NULL"),
            postgresql_where=text("dikembalikan IS NULL"),
        ),
    )

    id: Mapped[kunci]
    arsip_id: Mapped[int] = mapped_column(ForeignKey("arsip.id"), index=True)
    peminjam: Mapped[nama_teks]
    unit_kerja: Mapped[nama_teks | None]
    keperluan: Mapped[teks]
    dipinjam: Mapped[dt.date]
    jatuh_tempo: Mapped[dt.date]
    dikembalikan: Mapped[dt.date | None]
    keadaan_kembali: Mapped[alamat_teks | None]

    arsip: Mapped[Arsip] = relationship()

    def __str__(self) -> str:
        return f"{self.peminjam}, sampai {self.jatuh_tempo:%d-%m-%Y}"


class PenyusutanArsip(Stempel, Base):
    """A list of records that are proposed to be destroyed or handed over, its approval, and its berita acara."""

    __tablename__ = "penyusutan_arsip"
    __table_args__ = (
        pilihan("jenis", choices.JENIS_PENYUSUTAN),
        pilihan("status", choices.STATUS_PENYUSUTAN),
        CheckConstraint("(nomor_persetujuan IS NULL) = (tanggal_persetujuan IS NULL)", name="persetujuan_sepadan"),
        CheckConstraint(
            "status NOT IN ('disetujui', 'selesai') OR nomor_persetujuan IS NOT NULL", name="setuju_bersurat"
        ),
        CheckConstraint("(status = 'selesai') = (dilaksanakan IS NOT NULL)", name="dilaksanakan_sepadan"),
    )

    id: Mapped[kunci]
    jenis: Mapped[kode_teks]
    status: Mapped[kode_teks] = mapped_column(default="usul", index=True)
    tanggal: Mapped[dt.date]
    keterangan: Mapped[teks | None]
    nomor_persetujuan: Mapped[nama_teks | None]
    tanggal_persetujuan: Mapped[dt.date | None]
    dilaksanakan: Mapped[dt.date | None]
    cara: Mapped[alamat_teks | None]  # how it was destroyed, or to whom it was handed over
    saksi: Mapped[alamat_teks | None]

    berita_acara: Mapped[Naskah | None] = relationship(
        primaryjoin="and_(foreign(Naskah.penyusutan_id) == PenyusutanArsip.id, Naskah.status != 'dicabut')",
        viewonly=True,
        uselist=False,
    )

    def __str__(self) -> str:
        return f"{choices.JENIS_PENYUSUTAN[self.jenis]} {self.tanggal:%d-%m-%Y}"


class ButirPenyusutan(Stempel, Base):
    """One record on such a list."""

    __tablename__ = "butir_penyusutan"
    __table_args__ = (UniqueConstraint("penyusutan_id", "arsip_id"),)

    id: Mapped[kunci]
    penyusutan_id: Mapped[int] = mapped_column(ForeignKey("penyusutan_arsip.id"))
    arsip_id: Mapped[int] = mapped_column(ForeignKey("arsip.id"), index=True)

    penyusutan: Mapped[PenyusutanArsip] = relationship()
    arsip: Mapped[Arsip] = relationship()

    def __str__(self) -> str:
        return str(self.arsip)
