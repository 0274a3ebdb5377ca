"""Requests for information that came by e-PPID or at the desk, with the days of their clock and the answer."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, alamat_teks, kode_teks, kunci, nama_teks, pilihan, teks
from app.models.berkas import Berkas
from app.models.papers import Naskah
from app.models.register import ButirDitetapkan
from app.sop import choices


class Permohonan(Stempel, Base):
    """One request by its number there. It starts or finds a berkas, or is answered from entries of the register."""

    __tablename__ = "permohonan"
    __table_args__ = (
        UniqueConstraint("kanal", "nomor"),
        pilihan("kanal", choices.KANAL_PERMOHONAN),
        pilihan("jawaban", choices.JAWABAN_PERMOHONAN, nullable=True),
        CheckConstraint("(jawaban IS NULL) = (tanggal_jawaban IS NULL)", name="jawaban_sepadan"),
        CheckConstraint("tanggal_jawaban IS NULL OR tanggal_jawaban >= diterima", name="urutan_jawaban"),
        CheckConstraint("(diperpanjang IS NULL) = (alasan_perpanjangan IS NULL)", name="perpanjangan_sepadan"),
        CheckConstraint("diperpanjang IS NULL OR diperpanjang >= diterima", name="urutan_perpanjangan"),
    )

    id: Mapped[kunci]
    kanal: Mapped[kode_teks]
    nomor: Mapped[nama_teks]
    diterima: Mapped[dt.date]
    pemohon: Mapped[nama_teks]
    alamat_pemohon: Mapped[alamat_teks | None]
    rincian: Mapped[teks]
    tujuan: Mapped[teks | None]
    diperpanjang: Mapped[dt.date | None]
    alasan_perpanjangan: Mapped[teks | None]
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"), index=True)
    jawaban: Mapped[kode_teks | None] = mapped_column(index=True)
    tanggal_jawaban: Mapped[dt.date | None]
    keterangan_jawaban: Mapped[teks | None]

    berkas: Mapped[Berkas | None] = relationship()
    surat: Mapped[Naskah | None] = relationship(
        primaryjoin="and_(foreign(Naskah.permohonan_id) == Permohonan.id, Naskah.status != 'dicabut')",
        viewonly=True,
        uselist=False,
    )

    def __str__(self) -> str:
        return f"{choices.KANAL_PERMOHONAN[self.kanal]} {self.nomor}"


class PermohonanButir(Stempel, Base):
    """An entry of the register that a request asks for."""

    __tablename__ = "permohonan_butir"
    __table_args__ = (UniqueConstraint("permohonan_id", "butir_ditetapkan_id"),)

    id: Mapped[kunci]
    permohonan_id: Mapped[int] = mapped_column(ForeignKey("permohonan.id"))
    butir_ditetapkan_id: Mapped[int] = mapped_column(ForeignKey("butir_ditetapkan.id"), index=True)

    permohonan: Mapped[Permohonan] = relationship()
    butir_ditetapkan: Mapped[ButirDitetapkan] = relationship()

    def __str__(self) -> str:
        return str(self.butir_ditetapkan)
