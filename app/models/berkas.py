"""A run of the SOP (berkas) and the proposals that it gathers (usulan)."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Bertanda, Stempel, judul_teks, kode_teks, kunci, nama_teks, pilihan, saat, sepadan
from app.models.office import Pengguna, PerangkatDaerah
from app.sop import choices, procedure, sheet
from app.sop.words import StatusBerkas, StatusUsulan


class Berkas(Stempel, Bertanda, Base):
    """One run of the SOP. `tahap_tertinggi`: the furthest status ever reached, as its place in StatusBerkas (row scope)."""

    __tablename__ = "berkas"
    __table_args__ = (
        UniqueConstraint("nomor"),
        pilihan("status", StatusBerkas),
        pilihan("pemicu", choices.PEMICU),
        sepadan("berakhir_pada", procedure.AKHIR),
        CheckConstraint("putaran >= 1", name="putaran"),
        CheckConstraint("tahap_tertinggi BETWEEN 0 AND 5", name="tahap_tertinggi"),
    )

    id: Mapped[kunci]
    nomor: Mapped[kode_teks]
    judul: Mapped[judul_teks]
    tahun: Mapped[int]
    pemicu: Mapped[kode_teks] = mapped_column(default="rutin")
    nomor_permohonan: Mapped[nama_teks | None]
    nomor_sengketa: Mapped[nama_teks | None]
    tenggat_usulan: Mapped[dt.date | None]
    status: Mapped[kode_teks] = mapped_column(default=procedure.AWAL, index=True)
    putaran: Mapped[int] = mapped_column(default=1)
    tahap_tertinggi: Mapped[int] = mapped_column(default=0)
    edisi_sop: Mapped[kode_teks] = mapped_column(default=sheet.EDISI)
    berakhir_pada: Mapped[saat | None]

    usulan: Mapped[list["Usulan"]] = relationship(back_populates="berkas", order_by="Usulan.id")

    def __str__(self) -> str:
        return f"{self.nomor} {self.judul}"


class Usulan(Stempel, Bertanda, Base):
    """The proposal of one agency. `pernah_diajukan`: PPID Utama sees it from its first submission on (row scope)."""

    __tablename__ = "usulan"
    __table_args__ = (
        pilihan("status", StatusUsulan),
        sepadan("berkas_id", (StatusUsulan.DIHIMPUN,)),
        CheckConstraint("putaran >= 1", name="putaran"),
        CheckConstraint("status = 'draf' OR pernah_diajukan", name="pernah_diajukan"),
    )

    id: Mapped[kunci]
    perangkat_daerah_id: Mapped[int] = mapped_column(ForeignKey("perangkat_daerah.id"), index=True)
    judul: Mapped[judul_teks]
    nihil: Mapped[bool] = mapped_column(default=False)
    nomor_surat: Mapped[nama_teks | None]
    tanggal_surat: Mapped[dt.date | None]
    penandatangan_id: Mapped[int | None] = mapped_column(ForeignKey("pejabat.id"))
    status: Mapped[kode_teks] = mapped_column(default=StatusUsulan.DRAF.value, index=True)
    putaran: Mapped[int] = mapped_column(default=1)
    pernah_diajukan: Mapped[bool] = mapped_column(default=False)
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"), index=True)

    perangkat_daerah: Mapped[PerangkatDaerah] = relationship(lazy="joined")
    penandatangan = relationship("Pejabat")
    berkas: Mapped[Berkas | None] = relationship(back_populates="usulan")
    butir = relationship("ButirInformasi", back_populates="usulan", order_by="ButirInformasi.id")
    dibuat_oleh: Mapped[Pengguna | None] = relationship(foreign_keys="Usulan.dibuat_oleh_id", viewonly=True)

    def __str__(self) -> str:
        return self.judul
