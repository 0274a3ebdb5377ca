"""Meetings, opinions of the Tim, and the approval of the head of the public body."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, judul_teks, kode_teks, kunci, nama_teks, pilihan, teks
from app.models.berkas import Berkas
from app.models.butir import ButirInformasi
from app.models.office import AnggotaTim, Pejabat, Pengguna
from app.sop import choices


class Rapat(Stempel, Base):
    __tablename__ = "rapat"
    __table_args__ = (
        pilihan("jenis", choices.JENIS_RAPAT),
        CheckConstraint("selesai IS NULL OR mulai IS NULL OR selesai >= mulai", name="urutan_jam"),
    )

    id: Mapped[kunci]
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"), index=True)
    jenis: Mapped[kode_teks]
    tanggal: Mapped[dt.date]
    mulai: Mapped[dt.time | None]
    selesai: Mapped[dt.time | None]
    tempat: Mapped[judul_teks]
    pimpinan: Mapped[nama_teks | None]
    notulis: Mapped[nama_teks | None]
    undangan_nomor: Mapped[nama_teks | None]
    notulen: Mapped[teks | None]

    berkas: Mapped[Berkas] = relationship()
    kehadiran: Mapped[list["KehadiranRapat"]] = relationship(back_populates="rapat", order_by="KehadiranRapat.id")

    def __str__(self) -> str:
        return f"{choices.JENIS_RAPAT[self.jenis]} {self.tanggal:%d-%m-%Y}"


class KehadiranRapat(Stempel, Base):
    __tablename__ = "kehadiran_rapat"
    __table_args__ = (pilihan("peran", choices.PERAN_RAPAT),)

    id: Mapped[kunci]
    rapat_id: Mapped[int] = mapped_column(ForeignKey("rapat.id"), index=True)
    nama: Mapped[nama_teks]
    jabatan: Mapped[nama_teks | None]
    instansi: Mapped[nama_teks | None]
    peran: Mapped[kode_teks] = mapped_column(default="anggota")
    hadir: Mapped[bool] = mapped_column(default=True)
    pengguna_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"))

    rapat: Mapped[Rapat] = relationship(back_populates="kehadiran")

    def __str__(self) -> str:
        return self.nama


class Pendapat(Stempel, Base):
    """The opinion of one member on one butir in one round, with what the member saw (`terlihat`)."""

    __tablename__ = "pendapat"
    __table_args__ = (
        pilihan("cara", choices.CARA_PENDAPAT),
        pilihan("sikap", choices.SIKAP),
        CheckConstraint("(cara = 'rapat') = (dicatat_oleh_id IS NOT NULL)", name="dicatat_sepadan"),
        # A second opinion of a member in the round replaces the first, so there is never more than one.
        UniqueConstraint("butir_id", "anggota_id", "putaran"),
    )

    id: Mapped[kunci]
    butir_id: Mapped[int] = mapped_column(ForeignKey("butir_informasi.id"), index=True)
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota_tim.id"), index=True)
    cara: Mapped[kode_teks] = mapped_column(default="langsung")
    dicatat_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"))
    sikap: Mapped[kode_teks]
    alasan_uu: Mapped[teks | None]
    alasan_kepatutan: Mapped[teks | None]
    alasan_kepentingan_umum: Mapped[teks | None]
    tanggal: Mapped[dt.date]
    putaran: Mapped[int]
    terlihat: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    dicabut: Mapped[bool] = mapped_column(default=False)

    butir: Mapped[ButirInformasi] = relationship()
    anggota: Mapped[AnggotaTim] = relationship()
    dicatat_oleh: Mapped[Pengguna | None] = relationship(foreign_keys=[dicatat_oleh_id])

    def __str__(self) -> str:
        return f"{choices.SIKAP[self.sikap]}"


class PersetujuanPimpinan(Stempel, Base):
    """The approval of one round (PP 61/2010 Ps 3, unverified), given in person or recorded from a scan."""

    __tablename__ = "persetujuan_pimpinan"
    __table_args__ = (
        pilihan("lingkup", choices.LINGKUP_PERSETUJUAN),
        Index("ix_persetujuan_pimpinan_putaran", "berkas_id", "putaran"),
    )

    id: Mapped[kunci]
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"))
    pejabat_id: Mapped[int | None] = mapped_column(ForeignKey("pejabat.id"))
    tanggal: Mapped[dt.date]
    nomor_surat: Mapped[nama_teks | None]
    lingkup: Mapped[kode_teks] = mapped_column(default="keduanya")
    catatan: Mapped[teks | None]
    unggahan_id: Mapped[int | None] = mapped_column(ForeignKey("unggahan.id"))
    putaran: Mapped[int]
    dicabut: Mapped[bool] = mapped_column(default=False)

    berkas: Mapped[Berkas] = relationship()
    pejabat: Mapped[Pejabat | None] = relationship()
    unggahan = relationship("Unggahan")

    def __str__(self) -> str:
        return f"Persetujuan {self.tanggal:%d-%m-%Y}"
