"""Papers and files: what was issued, from which template, under which number, with which signed copy."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.models.base import (
    Base,
    Bertanda,
    Stempel,
    alamat_teks,
    judul_teks,
    kode_teks,
    kunci,
    nama_teks,
    pilihan,
    saat,
    sepadan,
    teks,
)
from app.models.berkas import Berkas, Usulan
from app.models.office import PerangkatDaerah
from app.sop import choices
from app.sop.papers import sebutan_status
from app.sop.words import TANPA_NOMOR, StatusNaskah
from app.sop.words import Naskah as Jenis

BERNOMOR = tuple(j for j in Jenis if j not in TANPA_NOMOR)
_NUMBERED = "jenis IN ({})".format(", ".join(f"'{jenis}'" for jenis in BERNOMOR))


class Unggahan(Stempel, Base):
    """A file in the content-addressed store. `jenis_mime` is what its bytes are, not what its name says."""

    __tablename__ = "unggahan"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("ukuran >= 0", name="ukuran"),
    )

    id: Mapped[kunci]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    nama_asli: Mapped[judul_teks]
    jenis_mime: Mapped[nama_teks]
    ukuran: Mapped[int]
    kunci_penyimpanan: Mapped[nama_teks]
    diunggah_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"))

    def __str__(self) -> str:
        return self.nama_asli


class TemplatNaskah(Stempel, Base):
    __tablename__ = "templat_naskah"
    __table_args__ = (
        UniqueConstraint("jenis", "nomor_versi"),
        pilihan("jenis", (*Jenis, "lembar_kendali_sop")),
        pilihan("status", choices.STATUS_TEMPLAT),
        # at most one template of a kind is in force
        Index(
            "uq_templat_naskah_aktif",
            "jenis",
            unique=True,
            sqlite_where=text("status = 'aktif'"),
            postgresql_where=text("status = 'aktif'"),
        ),
    )

    id: Mapped[kunci]
    jenis: Mapped[kode_teks]
    nomor_versi: Mapped[int]
    unggahan_id: Mapped[int] = mapped_column(ForeignKey("unggahan.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    status: Mapped[kode_teks] = mapped_column(default="konsep")
    alasan: Mapped[teks]
    catatan: Mapped[teks | None]
    diaktifkan_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"))
    diaktifkan_pada: Mapped[saat | None]

    unggahan: Mapped[Unggahan] = relationship()

    def __str__(self) -> str:
        return f"{self.jenis} versi {self.nomor_versi}"


class NomorNaskah(Stempel, Base):
    """A number given out: 1..n without gap per kind, unit and WIB year. A void number stays, with its reason.

    A number of `agenda_luar` comes from the office's own register: it is unique, and outside our count.
    """

    __tablename__ = "nomor_naskah"
    __table_args__ = (
        UniqueConstraint("jenis", "unit", "tahun", "urut"),
        UniqueConstraint("nomor"),
        pilihan("status", choices.STATUS_NOMOR),
        pilihan("sumber", choices.SUMBER_NOMOR),
        sepadan("alasan_batal", ("batal",)),
        sepadan("urut", ("aplikasi",), status="sumber"),
        CheckConstraint("urut >= 1", name="urut"),
    )

    id: Mapped[kunci]
    pola: Mapped[nama_teks]
    jenis: Mapped[kode_teks]
    unit: Mapped[kode_teks]
    tahun: Mapped[int]
    urut: Mapped[int | None]
    nomor: Mapped[nama_teks]
    sumber: Mapped[kode_teks] = mapped_column(default="aplikasi", server_default="aplikasi")
    tanggal: Mapped[dt.date | None]
    keperluan: Mapped[teks | None]
    status: Mapped[kode_teks] = mapped_column(default="dicadangkan")
    alasan_batal: Mapped[teks | None]

    def __str__(self) -> str:
        return self.nomor


class PencacahNomor(Base):
    """The last number of each (kind, unit, WIB year); locked while a paper is issued."""

    __tablename__ = "pencacah_nomor"

    jenis: Mapped[str] = mapped_column(String(40), primary_key=True)
    unit: Mapped[str] = mapped_column(String(40), primary_key=True)
    tahun: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    terakhir: Mapped[int] = mapped_column(default=0)


class Naskah(Stempel, Bertanda, Base):
    """A paper as it was issued. `isi` is the snapshot that was printed; `sha256` that of the .docx bytes."""

    __tablename__ = "naskah"
    __table_args__ = (
        pilihan("jenis", Jenis),
        pilihan("status", StatusNaskah),
        pilihan("sumber_nomor", choices.SUMBER_NOMOR),
        CheckConstraint(f"{_NUMBERED} OR nomor_naskah_id IS NULL", name="tanpa_nomor"),
        CheckConstraint(
            f"NOT {_NUMBERED} OR nomor_naskah_id IS NOT NULL OR sumber_nomor = 'agenda_luar'", name="bernomor"
        ),
        CheckConstraint("(nomor IS NULL) = (nomor_naskah_id IS NULL)", name="nomor_sepadan"),
        CheckConstraint(
            "berkas_id IS NOT NULL OR usulan_id IS NOT NULL OR permohonan_id IS NOT NULL OR penyusutan_id IS NOT NULL"
            f" OR jenis = '{Jenis.SURAT_PERMINTAAN}'",
            name="bertuan",
        ),
        # beside the SOP a paper belongs to its request or its list, and to no case
        *(
            CheckConstraint(
                f"(jenis = '{jenis}') = ({tuan} IS NOT NULL) AND ({tuan} IS NULL OR (berkas_id IS NULL AND usulan_id IS NULL))",
                name=tuan,
            )
            for jenis, tuan in (
                (Jenis.SURAT_PENOLAKAN, "permohonan_id"),
                (Jenis.BERITA_ACARA_PENYUSUTAN, "penyusutan_id"),
            )
        ),
        # row scope gives an extract to its agency, and to nobody else of its kind
        CheckConstraint(f"jenis <> '{Jenis.PETIKAN}' OR perangkat_daerah_id IS NOT NULL", name="petikan_bertuan"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        UniqueConstraint("token"),
        Index("ix_naskah_berkas_jenis", "berkas_id", "jenis"),
        Index("ix_naskah_usulan_jenis", "usulan_id", "jenis"),
    )

    id: Mapped[kunci]
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"))
    usulan_id: Mapped[int | None] = mapped_column(ForeignKey("usulan.id"))
    perangkat_daerah_id: Mapped[int | None] = mapped_column(ForeignKey("perangkat_daerah.id"))
    rapat_id: Mapped[int | None] = mapped_column(ForeignKey("rapat.id"))  # the meeting that the paper is about
    permohonan_id: Mapped[int | None] = mapped_column(ForeignKey("permohonan.id"), index=True)
    penyusutan_id: Mapped[int | None] = mapped_column(ForeignKey("penyusutan_arsip.id"), index=True)
    jenis: Mapped[kode_teks]
    nomor: Mapped[nama_teks | None]
    nomor_naskah_id: Mapped[int | None] = mapped_column(ForeignKey("nomor_naskah.id"))
    sumber_nomor: Mapped[kode_teks] = mapped_column(default="aplikasi", server_default="aplikasi")
    tanggal: Mapped[dt.date]
    perihal: Mapped[alamat_teks]
    tembusan: Mapped[list[str] | None] = mapped_column(JSON)
    templat_id: Mapped[int | None] = mapped_column(ForeignKey("templat_naskah.id"))
    templat_sha256: Mapped[str] = mapped_column(String(64))
    isi: Mapped[dict[str, Any]] = deferred(mapped_column(JSON))
    unggahan_id: Mapped[int] = mapped_column(ForeignKey("unggahan.id"))
    pdf_id: Mapped[int | None] = mapped_column(ForeignKey("unggahan.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    token: Mapped[kode_teks]
    penandatangan: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    status: Mapped[kode_teks] = mapped_column(default=StatusNaskah.TERBIT.value, index=True)
    putaran: Mapped[int] = mapped_column(default=1)
    revisi: Mapped[int] = mapped_column(default=1)
    usang: Mapped[bool] = mapped_column(default=False)

    berkas: Mapped[Berkas | None] = relationship()
    usulan: Mapped[Usulan | None] = relationship()
    perangkat_daerah: Mapped[PerangkatDaerah | None] = relationship()
    unggahan: Mapped[Unggahan] = relationship(foreign_keys=[unggahan_id])
    nomor_naskah: Mapped[NomorNaskah | None] = relationship()
    salinan: Mapped[list["SalinanTtd"]] = relationship(back_populates="naskah", order_by="SalinanTtd.id")

    @property
    def sebutan_status(self) -> str:
        """Its status as staff read it."""
        return sebutan_status(Jenis(self.jenis), StatusNaskah(self.status))

    def __str__(self) -> str:
        return f"{self.perihal} {self.nomor or ''}".strip()


class SalinanTtd(Stempel, Base):
    """The signed copy of a paper. Its bytes are never touched."""

    __tablename__ = "salinan_ttd"
    __table_args__ = (pilihan("metode", choices.METODE_TTD),)

    id: Mapped[kunci]
    naskah_id: Mapped[int] = mapped_column(ForeignKey("naskah.id"), index=True)
    unggahan_id: Mapped[int] = mapped_column(ForeignKey("unggahan.id"))
    tanggal_ttd: Mapped[dt.date]
    metode: Mapped[kode_teks] = mapped_column(default="basah")
    hasil_validasi: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    kode_cocok: Mapped[bool | None]

    naskah: Mapped[Naskah] = relationship(back_populates="salinan")
    unggahan: Mapped[Unggahan] = relationship()

    def __str__(self) -> str:
        return f"Salinan bertanda tangan {self.tanggal_ttd:%d-%m-%Y}"
