"""What comes with a proposal beside its fields: public versions of documents, and how an agency heads its sheets."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, kunci, teks
from app.models.butir import ButirInformasi
from app.models.office import PerangkatDaerah
from app.models.papers import Unggahan


class VersiPublik(Stempel, Base):
    """A blacked-out PDF of a butir that is closed only in part. The newest counts; earlier ones stay as they were.

    `bagian`: the parts as they were listed when the file was checked. Nothing publishes it by itself.
    """

    __tablename__ = "versi_publik"
    __table_args__ = (CheckConstraint("halaman >= 1", name="halaman"),)

    id: Mapped[kunci]
    butir_id: Mapped[int] = mapped_column(ForeignKey("butir_informasi.id"), index=True)
    unggahan_id: Mapped[int] = mapped_column(ForeignKey("unggahan.id"))
    halaman: Mapped[int]
    bagian: Mapped[teks]

    butir: Mapped[ButirInformasi] = relationship()
    unggahan: Mapped[Unggahan] = relationship(lazy="joined")

    def __str__(self) -> str:
        return self.unggahan.nama_asli


class PemetaanKolom(Stempel, Base):
    """How an agency's own headings are read: column of the import -> place. Remembered for a sheet with the same headings.

    `sidik`: SHA-256 of the headings; `kolom`: {"uraian": 1, …}, places counted from 0.
    """

    __tablename__ = "pemetaan_kolom"
    __table_args__ = (
        UniqueConstraint("perangkat_daerah_id", "sidik"),
        CheckConstraint("length(sidik) = 64", name="sidik"),
    )

    id: Mapped[kunci]
    perangkat_daerah_id: Mapped[int] = mapped_column(ForeignKey("perangkat_daerah.id"))
    sidik: Mapped[str] = mapped_column(String(64))
    judul: Mapped[list[str]] = mapped_column(JSON)
    kolom: Mapped[dict[str, Any]] = mapped_column(JSON)

    perangkat_daerah: Mapped[PerangkatDaerah] = relationship()

    def __str__(self) -> str:
        return ", ".join(self.judul)
