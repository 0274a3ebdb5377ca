"""The outbox: what has to be sent to other sites, or taken back from them, after the transaction that decided it."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.archive import Publikasi
from app.models.base import Base, Stempel, kode_teks, kunci, pilihan, saat, teks
from app.sop import choices


class KotakKeluar(Stempel, Base):
    """One thing to do for one publication. `coba_lagi_pada` is also the lease of the worker that is at it."""

    __tablename__ = "kotak_keluar"
    __table_args__ = (
        pilihan("tindakan", choices.TINDAKAN_KELUAR),
        pilihan("status", choices.STATUS_KELUAR),
        CheckConstraint("percobaan >= 0", name="percobaan"),
        CheckConstraint("(status = 'menunggu') = (selesai_pada IS NULL)", name="selesai_sepadan"),
        UniqueConstraint("publikasi_id", "tindakan"),
        Index("ix_kotak_keluar_status_tenggat", "status", "coba_lagi_pada"),
    )

    id: Mapped[kunci]
    publikasi_id: Mapped[int] = mapped_column(ForeignKey("publikasi.id"))
    tindakan: Mapped[kode_teks]
    status: Mapped[kode_teks] = mapped_column(default="menunggu")
    percobaan: Mapped[int] = mapped_column(default=0)
    coba_lagi_pada: Mapped[saat]
    galat: Mapped[teks | None]
    selesai_pada: Mapped[saat | None]

    publikasi: Mapped[Publikasi] = relationship()

    def __str__(self) -> str:
        return f"{choices.TINDAKAN_KELUAR[self.tindakan]} {self.publikasi_id}"
