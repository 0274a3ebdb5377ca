"""Background work as rows: what waits, what runs, what came of it. The row is the truth; a queue only wakes a worker."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Stempel, alamat_teks, kode_teks, kunci, pilihan, saat
from app.sop import choices


class Pekerjaan(Stempel, Base):
    """One piece of background work. `argumen` holds ids only; `kunci` makes the same work of the same day one row."""

    __tablename__ = "pekerjaan"
    __table_args__ = (
        pilihan("status", choices.STATUS_PEKERJAAN),
        UniqueConstraint("jenis", "kunci"),
        CheckConstraint("kemajuan BETWEEN 0 AND 100", name="kemajuan"),
        CheckConstraint("(status IN ('selesai', 'gagal')) = (selesai IS NOT NULL)", name="selesai_sepadan"),
        Index("ix_pekerjaan_status_tenggat", "status", "coba_lagi_pada"),
    )

    id: Mapped[kunci]
    jenis: Mapped[kode_teks]
    kunci: Mapped[alamat_teks]
    argumen: Mapped[dict[str, Any]] = mapped_column(JSON)
    status: Mapped[kode_teks] = mapped_column(default="menunggu")
    percobaan: Mapped[int] = mapped_column(default=0)
    kemajuan: Mapped[int] = mapped_column(default=0)
    hasil: Mapped[str | None] = mapped_column(Text)
    galat: Mapped[str | None] = mapped_column(Text)
    coba_lagi_pada: Mapped[saat]
    denyut: Mapped[saat | None]  # the last sign of life of the worker that runs it
    mulai: Mapped[saat | None]
    selesai: Mapped[saat | None]

    @property
    def lama(self) -> dt.timedelta | None:
        """How long it ran, or runs."""
        return (self.selesai or self.denyut or self.mulai) - self.mulai if self.mulai is not None else None

    def __str__(self) -> str:
        return f"{choices.JENIS_PEKERJAAN.get(self.jenis, self.jenis)} {self.kunci}"
