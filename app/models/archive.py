"""The end of the chain: archive records (soft and hard copy), publications, and stored reports."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import (
    Base,
    Stempel,
    alamat_teks,
    judul_teks,
    kode_teks,
    kunci,
    nama_teks,
    pilihan,
    saat,
    teks,
)
from app.models.berkas import Berkas
from app.models.office import PerangkatDaerah
from app.models.papers import Naskah, Unggahan
from app.sop import choices

HARDCOPY = ("gedung", "ruang", "lemari", "rak", "boks", "folder", "jumlah_lembar")


class Arsip(Stempel, Base):
    """The archive record of one paper. `lengkap` is worked out by the owner function, from soft and hard copy."""

    __tablename__ = "arsip"
    __table_args__ = (
        UniqueConstraint("naskah_id"),
        pilihan("nasib_akhir", choices.NASIB_AKHIR),
        pilihan("skkaad", choices.SKKAAD),
        pilihan("tingkat_perkembangan", choices.TINGKAT_PERKEMBANGAN),
        CheckConstraint("retensi_aktif BETWEEN 0 AND 100", name="retensi_aktif"),
        CheckConstraint("retensi_inaktif BETWEEN 0 AND 100", name="retensi_inaktif"),
        CheckConstraint("hardcopy_jumlah_lembar IS NULL OR hardcopy_jumlah_lembar > 0", name="jumlah_lembar"),
    )

    id: Mapped[kunci]
    naskah_id: Mapped[int] = mapped_column(ForeignKey("naskah.id"))
    kode_klasifikasi: Mapped[kode_teks]
    retensi_aktif: Mapped[int]
    retensi_inaktif: Mapped[int]
    pemicu_retensi: Mapped[alamat_teks | None]
    nasib_akhir: Mapped[kode_teks]
    skkaad: Mapped[kode_teks]
    tingkat_perkembangan: Mapped[kode_teks] = mapped_column(default="asli")
    softcopy: Mapped[alamat_teks | None]
    hardcopy_gedung: Mapped[nama_teks | None]
    hardcopy_ruang: Mapped[nama_teks | None]
    hardcopy_lemari: Mapped[kode_teks | None]
    hardcopy_rak: Mapped[kode_teks | None]
    hardcopy_boks: Mapped[kode_teks | None]
    hardcopy_folder: Mapped[kode_teks | None]
    hardcopy_jumlah_lembar: Mapped[int | None]
    penanggung_jawab: Mapped[judul_teks | None]
    lengkap: Mapped[bool] = mapped_column(default=False)

    naskah: Mapped[Naskah] = relationship()

    @property
    def hardcopy(self) -> dict[str, Any]:
        """Nested as REST shows it."""
        return {key: getattr(self, f"hardcopy_{key}") for key in HARDCOPY}

    def __str__(self) -> str:
        return f"{self.kode_klasifikasi} boks {self.hardcopy_boks or '–'}"


class Publikasi(Stempel, Base):
    """One upload of a signed decree on one site, with the result of its last check."""

    __tablename__ = "publikasi"
    __table_args__ = (
        pilihan("saluran", choices.SALURAN),
        pilihan("hasil_cek", choices.HASIL_CEK, nullable=True),
        CheckConstraint("(dicabut_pada IS NULL) = (alasan_cabut IS NULL)", name="cabut_sepadan"),
        CheckConstraint("(hasil_cek IS NULL) = (cek_terakhir IS NULL)", name="cek_sepadan"),
        Index("ix_publikasi_naskah_saluran", "naskah_id", "saluran"),
    )

    id: Mapped[kunci]
    naskah_id: Mapped[int] = mapped_column(ForeignKey("naskah.id"))
    perangkat_daerah_id: Mapped[int] = mapped_column(ForeignKey("perangkat_daerah.id"), index=True)
    saluran: Mapped[kode_teks]
    url: Mapped[alamat_teks]
    judul: Mapped[judul_teks]
    tanggal_unggah: Mapped[saat]
    sha256: Mapped[str] = mapped_column(String(64))
    cek_terakhir: Mapped[saat | None]
    hasil_cek: Mapped[kode_teks | None]
    bukti: Mapped[teks | None]  # why a site that cannot be checked counts as done
    bukti_unggahan_id: Mapped[int | None] = mapped_column(ForeignKey("unggahan.id"))
    id_jauh: Mapped[nama_teks | None]
    dicabut_pada: Mapped[saat | None]
    alasan_cabut: Mapped[teks | None]

    naskah: Mapped[Naskah] = relationship()
    perangkat_daerah: Mapped[PerangkatDaerah] = relationship()

    def __str__(self) -> str:
        return f"{choices.SALURAN[self.saluran]}: {self.judul}"


class Laporan(Stempel, Base):
    """A report that is kept: the paper of one decree, or one of app.reports.all as it stood for a period (`nama`)."""

    __tablename__ = "laporan"
    __table_args__ = (
        pilihan("jenis", choices.JENIS_LAPORAN),
        CheckConstraint("berkas_id IS NOT NULL OR periode IS NOT NULL", name="lingkup"),
        CheckConstraint(
            "nama IS NULL OR (mulai IS NOT NULL AND selesai >= mulai AND xlsx_id IS NOT NULL AND docx_id IS NOT NULL)",
            name="tersimpan",
        ),
        UniqueConstraint("nama", "periode"),
    )

    id: Mapped[kunci]
    jenis: Mapped[kode_teks]
    periode: Mapped[nama_teks | None]
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"), index=True)
    naskah_id: Mapped[int | None] = mapped_column(ForeignKey("naskah.id"))
    lokasi_hardcopy: Mapped[alamat_teks | None]
    tanggal: Mapped[dt.date]
    nama: Mapped[kode_teks | None]
    mulai: Mapped[dt.date | None]
    selesai: Mapped[dt.date | None]
    xlsx_id: Mapped[int | None] = mapped_column(ForeignKey("unggahan.id"))
    docx_id: Mapped[int | None] = mapped_column(ForeignKey("unggahan.id"))
    pdf_id: Mapped[int | None] = mapped_column(ForeignKey("unggahan.id"))

    berkas: Mapped[Berkas | None] = relationship()
    naskah: Mapped[Naskah | None] = relationship()
    xlsx: Mapped[Unggahan | None] = relationship(foreign_keys=xlsx_id)
    docx: Mapped[Unggahan | None] = relationship(foreign_keys=docx_id)
    pdf: Mapped[Unggahan | None] = relationship(foreign_keys=pdf_id)

    def __str__(self) -> str:
        return f"{choices.JENIS_LAPORAN[self.jenis]} {self.tanggal:%d-%m-%Y}"
