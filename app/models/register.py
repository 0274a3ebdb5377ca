"""The register: entries fixed by a decree, their keeping by the agencies, their later changes and disputes."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, alamat_teks, judul_teks, kode_teks, kunci, nama_teks, pilihan, saat, teks
from app.models.berkas import Berkas
from app.models.butir import ButirInformasi
from app.models.office import PerangkatDaerah
from app.models.papers import Naskah
from app.sop import choices
from app.sop.words import StatusRegister


class ButirDitetapkan(Stempel, Base):
    """One entry of the register: the snapshot (`isi`) of butir, test and basis at the decree, and its public columns.

    An entry of a withdrawn decree stays as `dicabut`. The public columns are kept as columns, so that the public list
    never opens the snapshot.
    """

    __tablename__ = "butir_ditetapkan"
    __table_args__ = (
        pilihan("status", StatusRegister),
        CheckConstraint("akhir IS NULL OR akhir > mulai", name="urutan_jangka"),
        CheckConstraint("(akhir IS NULL) = (batas_buka IS NULL)", name="batas_buka_sepadan"),
        Index("ix_butir_ditetapkan_sk", "sk_id", "status"),
        Index("ix_butir_ditetapkan_status_akhir", "status", "akhir"),
    )

    id: Mapped[kunci]
    butir_id: Mapped[int] = mapped_column(ForeignKey("butir_informasi.id"), index=True)
    sk_id: Mapped[int] = mapped_column(ForeignKey("naskah.id"))
    perangkat_daerah_id: Mapped[int] = mapped_column(ForeignKey("perangkat_daerah.id"), index=True)
    kode: Mapped[kode_teks]
    uraian_publik: Mapped[teks]
    klasifikasi: Mapped[alamat_teks]
    dasar_hukum: Mapped[teks]
    alasan_ringkas: Mapped[teks]
    cakupan: Mapped[kode_teks]
    jangka: Mapped[teks]
    isi: Mapped[dict[str, Any]] = mapped_column(JSON)
    mulai: Mapped[dt.date]
    akhir: Mapped[dt.date | None]
    peristiwa: Mapped[teks | None]
    batas_buka: Mapped[dt.date | None]
    tanggal_tinjau: Mapped[dt.date | None]
    status: Mapped[kode_teks] = mapped_column(default=StatusRegister.MENUNGGU_TTD.value, index=True)
    menggantikan_id: Mapped[int | None] = mapped_column(ForeignKey("butir_ditetapkan.id"))

    butir: Mapped[ButirInformasi] = relationship()
    sk: Mapped[Naskah] = relationship()
    perangkat_daerah: Mapped[PerangkatDaerah] = relationship()
    menggantikan: Mapped["ButirDitetapkan | None"] = relationship(remote_side="ButirDitetapkan.id")

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian_publik}"


class PenyimpananDokumen(Stempel, Base):
    """Where an agency keeps the excluded document itself (SOP 4)."""

    __tablename__ = "penyimpanan_dokumen"

    id: Mapped[kunci]
    butir_ditetapkan_id: Mapped[int] = mapped_column(ForeignKey("butir_ditetapkan.id"), index=True)
    perangkat_daerah_id: Mapped[int] = mapped_column(ForeignKey("perangkat_daerah.id"), index=True)
    lokasi_softcopy: Mapped[alamat_teks | None]
    lokasi_hardcopy: Mapped[alamat_teks | None]
    penanggung_jawab: Mapped[judul_teks]
    dikonfirmasi_pada: Mapped[saat | None]

    butir_ditetapkan: Mapped[ButirDitetapkan] = relationship()
    perangkat_daerah: Mapped[PerangkatDaerah] = relationship()

    def __str__(self) -> str:
        return self.penanggung_jawab


class PerubahanKlasifikasi(Stempel, Base):
    __tablename__ = "perubahan_klasifikasi"
    __table_args__ = (pilihan("jenis", choices.JENIS_PERUBAHAN),)

    id: Mapped[kunci]
    butir_ditetapkan_id: Mapped[int] = mapped_column(ForeignKey("butir_ditetapkan.id"), index=True)
    jenis: Mapped[kode_teks]
    dasar: Mapped[teks]
    tanggal: Mapped[dt.date]
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"))
    naskah_id: Mapped[int | None] = mapped_column(ForeignKey("naskah.id"))  # its decree, in its newest revision

    butir_ditetapkan: Mapped[ButirDitetapkan] = relationship()
    berkas: Mapped[Berkas | None] = relationship()
    naskah: Mapped[Naskah | None] = relationship()

    def __str__(self) -> str:
        return f"{choices.JENIS_PERUBAHAN[self.jenis]} {self.tanggal:%d-%m-%Y}"


class PengingatRegister(Base):
    """A reminder that the daily work noted once: 90, 60 or 30 working days before the end of a term, or a review."""

    __tablename__ = "pengingat_register"
    __table_args__ = (
        pilihan("jenis", choices.JENIS_PENGINGAT),
        UniqueConstraint("butir_ditetapkan_id", "jenis", "acuan"),
    )

    id: Mapped[kunci]
    butir_ditetapkan_id: Mapped[int] = mapped_column(ForeignKey("butir_ditetapkan.id"))
    jenis: Mapped[kode_teks]
    acuan: Mapped[dt.date]  # the end of the term, or the day of the review, that it reminds of
    dicatat_pada: Mapped[saat]

    butir_ditetapkan: Mapped[ButirDitetapkan] = relationship()

    def __str__(self) -> str:
        return choices.JENIS_PENGINGAT[self.jenis]


class TindakLanjut(Stempel, Base):
    """What a person still has to do after an entry opened: the law opens the entry, only a person releases the file."""

    __tablename__ = "tindak_lanjut"
    __table_args__ = (
        pilihan("jenis", choices.JENIS_TINDAK_LANJUT),
        pilihan("hasil", choices.HASIL_TINDAK_LANJUT, nullable=True),
        CheckConstraint("(hasil IS NULL) = (selesai_pada IS NULL)", name="hasil_sepadan"),
        UniqueConstraint("butir_ditetapkan_id"),
    )

    id: Mapped[kunci]
    butir_ditetapkan_id: Mapped[int] = mapped_column(ForeignKey("butir_ditetapkan.id"))
    jenis: Mapped[kode_teks]
    sejak: Mapped[dt.date]
    hasil: Mapped[kode_teks | None]
    keterangan: Mapped[teks | None]
    selesai_pada: Mapped[saat | None]

    butir_ditetapkan: Mapped[ButirDitetapkan] = relationship()

    def __str__(self) -> str:
        return choices.JENIS_TINDAK_LANJUT[self.jenis]


class Sengketa(Stempel, Base):
    """A case at the Komisi Informasi about one entry; from its days the deadlines are worked out (app.calendar.sengketa)."""

    __tablename__ = "sengketa"

    id: Mapped[kunci]
    butir_ditetapkan_id: Mapped[int] = mapped_column(ForeignKey("butir_ditetapkan.id"), index=True)
    nomor_register_ki: Mapped[nama_teks]
    pemohon: Mapped[nama_teks | None]
    tanggal_penolakan: Mapped[dt.date | None]
    tanggal_keberatan: Mapped[dt.date | None]
    tanggal_tanggapan: Mapped[dt.date | None]
    tanggal_daftar_ki: Mapped[dt.date | None]
    tanggal_sidang_pertama: Mapped[dt.date | None]
    putusan_diterima: Mapped[dt.date | None]
    tanggal_gugatan: Mapped[dt.date | None]
    tahap: Mapped[nama_teks | None]
    putusan: Mapped[teks | None]
    tanggal_putusan: Mapped[dt.date | None]

    butir_ditetapkan: Mapped[ButirDitetapkan] = relationship()

    def __str__(self) -> str:
        return self.nomor_register_ki
