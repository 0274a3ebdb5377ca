"""What people are told: the inbox of each person, his own choices, and the messages that leave the house. Titles only."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, alamat_teks, judul_teks, kode_teks, kunci, nama_teks, pilihan, saat, teks
from app.models.office import Pengguna
from app.sop import choices

SHA256 = 64


class PesanKeluar(Base):
    """One message for one person (a mail) or for the office's channels. It holds no word of what it says.

    `kelompok` and person name it for ever, so the same message is never made twice and keeps its Message-ID.
    """

    __tablename__ = "pesan_keluar"
    __table_args__ = (
        pilihan("jenis", choices.JENIS_PESAN),
        pilihan("status", choices.STATUS_PESAN),
        CheckConstraint("(jenis = 'kanal') = (pengguna_id IS NULL)", name="penerima"),
        CheckConstraint("(status IN ('terkirim', 'gagal', 'batal')) = (selesai_pada IS NOT NULL)", name="selesai"),
        UniqueConstraint("kelompok", "pengguna_id"),
    )

    id: Mapped[kunci]
    kelompok: Mapped[nama_teks]
    pengguna_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"), index=True)
    jenis: Mapped[kode_teks]
    status: Mapped[kode_teks] = mapped_column(default="menunggu")
    percobaan: Mapped[int] = mapped_column(default=0)
    galat: Mapped[teks | None]
    dibuat_pada: Mapped[saat]
    selesai_pada: Mapped[saat | None]

    pengguna: Mapped[Pengguna | None] = relationship()

    def __str__(self) -> str:
        return f"{choices.JENIS_PESAN[self.jenis]} {self.id}"


class Notifikasi(Base):
    """One person is told of one thing. `hal`: the row of app.sop.notifikasi; `judul`: the title of the record, no more."""

    __tablename__ = "notifikasi"
    __table_args__ = (
        pilihan("cara", choices.CARA_SUREL),
        Index("ix_notifikasi_pengguna", "pengguna_id", "id"),
        Index(
            "ix_notifikasi_belum_dibaca",
            "pengguna_id",
            sqlite_where=text("dibaca_pada IS NULL"),
            postgresql_where=text("dibaca_pada IS NULL"),
        ),
        Index("ix_notifikasi_kelompok", "kelompok"),
    )

    id: Mapped[kunci]
    pengguna_id: Mapped[int] = mapped_column(ForeignKey("ab_user.id"))
    hal: Mapped[kode_teks]
    objek_jenis: Mapped[kode_teks]
    objek_id: Mapped[int]
    judul: Mapped[judul_teks]
    kelompok: Mapped[nama_teks]  # the event, or the day of the daily work, from which it comes
    cara: Mapped[kode_teks]  # how the person wanted mail when it happened
    pesan_id: Mapped[int | None] = mapped_column(ForeignKey("pesan_keluar.id"), index=True)
    waktu: Mapped[saat]
    dibaca_pada: Mapped[saat | None]

    def __str__(self) -> str:
        return self.judul


class PilihanNotifikasi(Base):
    """How one person wants to be told. Without a row: in the panel only.

    Mail goes out only while `alamat` is the person's present address: confirmed once, and again after every change.
    """

    __tablename__ = "pilihan_notifikasi"
    __table_args__ = (pilihan("cara", choices.CARA_SUREL), UniqueConstraint("kalender_sha256"))

    pengguna_id: Mapped[int] = mapped_column(ForeignKey("ab_user.id"), primary_key=True, autoincrement=False)
    cara: Mapped[kode_teks] = mapped_column(default="tidak")
    alamat: Mapped[alamat_teks | None]
    kalender_sha256: Mapped[str | None] = mapped_column(String(SHA256))
    kalender_dibuat_pada: Mapped[saat | None]
