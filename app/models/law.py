"""The law as kept data: the registry of regulations, the catalogue of UU 14/2008 Pasal 17, and the open list."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, alamat_teks, kode_teks, kunci, nama_teks, pilihan, teks
from app.sop import choices


class Peraturan(Stempel, Base):
    __tablename__ = "peraturan"
    __table_args__ = (
        UniqueConstraint("jenis", "nomor", "tahun"),
        pilihan("jenis", choices.JENIS_PERATURAN),
        pilihan("status", choices.STATUS_PERATURAN),
        CheckConstraint("tahun BETWEEN 1945 AND 2200", name="tahun"),
    )

    id: Mapped[kunci]
    jenis: Mapped[kode_teks]
    nomor: Mapped[kode_teks]
    tahun: Mapped[int]
    tentang: Mapped[alamat_teks]
    pengundangan: Mapped[nama_teks | None]
    status: Mapped[kode_teks] = mapped_column(default="belum_diverifikasi")
    dicabut_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("peraturan.id"))
    tautan: Mapped[alamat_teks | None]
    di_sop: Mapped[bool] = mapped_column(default=False)
    catatan: Mapped[teks | None]

    dicabut_oleh: Mapped["Peraturan | None"] = relationship(remote_side="Peraturan.id")

    @property
    def singkat(self) -> str:
        """As cited in a table: "UU 14/2008"."""
        return f"{self.jenis} {self.nomor}/{self.tahun}"

    def __str__(self) -> str:
        return f"{self.singkat} {self.tentang}"


class Pasal17(Stempel, Base):
    """One letter (and number) of UU 14/2008 Pasal 17, in force between two dates."""

    __tablename__ = "pasal17"
    __table_args__ = (
        UniqueConstraint("huruf", "angka", "berlaku_mulai"),
        pilihan("huruf", "abcdefghij"),
        pilihan("tanpa_batas", choices.TANPA_BATAS),
        CheckConstraint("angka IS NULL OR angka BETWEEN 1 AND 20", name="angka"),
        CheckConstraint("maks_tahun IS NULL OR maks_tahun > 0", name="maks_tahun"),
        # UNIQUE counts every NULL as another one: letters without numbers need a rule of their own
        Index(
            "uq_pasal17_tanpa_angka",
            "huruf",
            "berlaku_mulai",
            unique=True,
            sqlite_where=text("angka IS NULL"),
            postgresql_where=text("angka IS NULL"),
        ),
    )

    id: Mapped[kunci]
    huruf: Mapped[kode_teks]
    angka: Mapped[int | None]
    label: Mapped[alamat_teks]
    maks_tahun: Mapped[int | None]
    tanpa_batas: Mapped[kode_teks]
    perlu_uu_lain: Mapped[bool] = mapped_column(default=False)
    terverifikasi: Mapped[bool] = mapped_column(default=False)
    berlaku_mulai: Mapped[dt.date] = mapped_column(default=dt.date(2008, 4, 30))
    berlaku_sampai: Mapped[dt.date | None]

    @property
    def kode(self) -> str:
        """As written in the spreadsheets: "h.2", or "j"."""
        return self.huruf if self.angka is None else f"{self.huruf}.{self.angka}"

    @property
    def sebutan(self) -> str:
        """As printed: "Pasal 17 huruf h angka 2"."""
        return f"Pasal 17 huruf {self.huruf}" + ("" if self.angka is None else f" angka {self.angka}")

    def __str__(self) -> str:
        return f"{self.kode} {self.label}"


class InformasiTerbuka(Stempel, Base):
    """One line of the open list (DIP, UU 14/2008 Pasal 11): what is listed there is not closed without a word."""

    __tablename__ = "informasi_terbuka"
    __table_args__ = (
        UniqueConstraint("ringkasan", "penguasa"),
        CheckConstraint("berlaku_sampai IS NULL OR berlaku_sampai >= berlaku_mulai", name="urutan_tanggal"),
    )

    id: Mapped[kunci]
    ringkasan: Mapped[alamat_teks]
    penguasa: Mapped[nama_teks]
    sumber: Mapped[alamat_teks | None]
    berlaku_mulai: Mapped[dt.date] = mapped_column(default=dt.date(2008, 4, 30))
    berlaku_sampai: Mapped[dt.date | None]

    def __str__(self) -> str:
        return f"{self.ringkasan} ({self.penguasa})"
