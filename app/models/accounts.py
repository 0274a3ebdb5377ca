"""What an account has beside its name and password: second factor, recovery codes, links, logins, and its own history."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Stempel, judul_teks, kode_teks, kunci, nama_teks, pilihan, saat, sekarang
from app.models.office import Pengguna
from app.sop import choices


class Kredensial(Base):
    """The second factor of a person, and whether the password must be changed first.

    `rahasia`: sealed by app.security.factor; without `faktor_sejak` it was shown but not yet confirmed by a code.
    `langkah_terakhir`: the time step (30 s) of the last accepted code; no code of it or before it counts again.
    """

    __tablename__ = "kredensial"
    __table_args__ = (CheckConstraint("faktor_sejak IS NULL OR rahasia IS NOT NULL", name="faktor_berahasia"),)

    pengguna_id: Mapped[int] = mapped_column(ForeignKey("ab_user.id"), primary_key=True, autoincrement=False)
    rahasia: Mapped[str | None] = mapped_column(Text)
    faktor_sejak: Mapped[saat | None]
    langkah_terakhir: Mapped[int] = mapped_column(default=0)
    garam: Mapped[str | None] = mapped_column(String(32))  # of the recovery codes of this person
    wajib_ganti_sandi: Mapped[bool] = mapped_column(default=False)


class KodePemulihan(Base):
    """One recovery code, kept as its scrypt; it counts once."""

    __tablename__ = "kode_pemulihan"
    __table_args__ = (UniqueConstraint("pengguna_id", "sidik"), CheckConstraint("length(sidik) = 64", name="sidik"))

    id: Mapped[kunci]
    pengguna_id: Mapped[int] = mapped_column(ForeignKey("ab_user.id"))
    sidik: Mapped[str] = mapped_column(String(64))
    dipakai_pada: Mapped[saat | None]


class TautanAkun(Stempel, Base):
    """A link by which a person sets his own password, once: the first one of an invitation, or a new one.

    `sidik`: SHA-256 of its token, which is kept nowhere.
    """

    __tablename__ = "tautan_akun"
    __table_args__ = (UniqueConstraint("sidik"), CheckConstraint("length(sidik) = 64", name="sidik"))

    id: Mapped[kunci]
    pengguna_id: Mapped[int] = mapped_column(ForeignKey("ab_user.id"), index=True)
    sidik: Mapped[str] = mapped_column(String(64))
    berlaku_sampai: Mapped[saat]
    dipakai_pada: Mapped[saat | None]
    dicabut_pada: Mapped[saat | None]

    pengguna: Mapped[Pengguna] = relationship(foreign_keys=[pengguna_id])


class MasukAkun(Base):
    """One login. It is alive while `cap_sesi` is still that of the person and its time is not over."""

    __tablename__ = "masuk_akun"
    __table_args__ = (pilihan("cara", choices.CARA_MASUK), Index("ix_masuk_akun_pengguna_id", "pengguna_id", "waktu"))

    id: Mapped[kunci]
    pengguna_id: Mapped[int] = mapped_column(ForeignKey("ab_user.id"))
    waktu: Mapped[saat] = mapped_column(default=sekarang)
    cap_sesi: Mapped[int]
    cara: Mapped[kode_teks]
    perangkat: Mapped[nama_teks]


class RiwayatAkun(Base):
    """Who gave which role or permission to whom, and what was done to an account. Only grows: triggers refuse the rest.

    Names stand as they were, so that a renamed role or person is still readable.
    """

    __tablename__ = "riwayat_akun"
    __table_args__ = (
        pilihan("tindakan", choices.TINDAKAN_AKUN),
        pilihan("objek_jenis", choices.OBJEK_AKUN),
        Index("ix_riwayat_akun_objek", "objek_jenis", "objek_id"),
    )

    id: Mapped[kunci]
    waktu: Mapped[saat] = mapped_column(default=sekarang)
    pelaku_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"))
    pelaku_nama: Mapped[nama_teks]
    tindakan: Mapped[kode_teks]
    objek_jenis: Mapped[kode_teks]
    objek_id: Mapped[int]
    objek_nama: Mapped[nama_teks]
    isi: Mapped[judul_teks]

    def __str__(self) -> str:
        return f"{choices.TINDAKAN_AKUN[self.tindakan]}: {self.objek_nama}"
