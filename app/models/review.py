"""What somebody has to look at again because the law changed."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, kode_teks, kunci, nama_teks, pilihan, saat, teks
from app.models.butir import ButirInformasi
from app.models.law import Pasal17, Peraturan
from app.models.register import ButirDitetapkan
from app.sop import choices


class Tinjauan(Stempel, Base):
    """One review: a regulation or a rule of Pasal 17 on one side, a register entry or a butir under way on the other.

    `sebab_kunci` names both sides and the change, so that asking again opens no second review.
    """

    __tablename__ = "tinjauan"
    __table_args__ = (
        UniqueConstraint("sebab_kunci"),
        pilihan("hasil", choices.HASIL_TINJAUAN, nullable=True),
        CheckConstraint("(hasil IS NULL) = (selesai_pada IS NULL)", name="hasil_sepadan"),
        CheckConstraint("(peraturan_id IS NULL) <> (pasal17_id IS NULL)", name="satu_sebab"),
        CheckConstraint("(butir_ditetapkan_id IS NULL) <> (butir_id IS NULL)", name="satu_objek"),
    )

    id: Mapped[kunci]
    sebab_kunci: Mapped[nama_teks]
    peraturan_id: Mapped[int | None] = mapped_column(ForeignKey("peraturan.id"))
    pasal17_id: Mapped[int | None] = mapped_column(ForeignKey("pasal17.id"))
    butir_ditetapkan_id: Mapped[int | None] = mapped_column(ForeignKey("butir_ditetapkan.id"), index=True)
    butir_id: Mapped[int | None] = mapped_column(ForeignKey("butir_informasi.id"), index=True)
    sebab: Mapped[teks]
    dibuka: Mapped[dt.date]
    hasil: Mapped[kode_teks | None]
    keterangan: Mapped[teks | None]
    selesai_pada: Mapped[saat | None]

    peraturan: Mapped[Peraturan | None] = relationship()
    pasal17: Mapped[Pasal17 | None] = relationship()
    butir_ditetapkan: Mapped[ButirDitetapkan | None] = relationship()
    butir: Mapped[ButirInformasi | None] = relationship()

    @property
    def objek(self) -> str:
        """What is looked at: the code of the entry or of the butir, and its text."""
        return str(self.butir_ditetapkan or self.butir or "")

    def __str__(self) -> str:
        return f"{self.sebab} {self.objek}"
