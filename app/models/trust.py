"""Trust roots: the certificates that the office itself uploaded, against which electronic signatures are judged."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, alamat_teks, kunci, teks
from app.models.papers import Unggahan


class AkarTerpercaya(Stempel, Base):
    """A root (or issuing) certificate. `sidik`: SHA-256 of its DER. An inactive one stays, and trusts nothing."""

    __tablename__ = "akar_terpercaya"
    __table_args__ = (UniqueConstraint("sidik"), CheckConstraint("length(sidik) = 64", name="sidik"))

    id: Mapped[kunci]
    nama: Mapped[alamat_teks]
    sidik: Mapped[str] = mapped_column(String(64))
    berlaku_mulai: Mapped[dt.date] = mapped_column(Date)
    berlaku_sampai: Mapped[dt.date] = mapped_column(Date)
    unggahan_id: Mapped[int] = mapped_column(ForeignKey("unggahan.id"))
    aktif: Mapped[bool] = mapped_column(default=True)
    alasan: Mapped[teks]

    unggahan: Mapped[Unggahan] = relationship()

    def __str__(self) -> str:
        return self.nama
