"""The memory of the case: the append-only, hash-chained log of events, and the history of fields."""

import datetime as dt
import hashlib
import json
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, kode_teks, kunci, nama_teks, saat, teks
from app.models.office import Pengguna

NOL = "0" * 64


def canon(value: Any) -> str:
    """The one JSON spelling of a value: sorted keys, no spaces, plain UTF-8."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


class Peristiwa(Base):
    """One event. `objek_jenis` usulan | berkas | butir | naskah | …; `ringkasan` is canonical JSON of the particulars."""

    __tablename__ = "peristiwa"
    __table_args__ = (
        UniqueConstraint("urut"),
        UniqueConstraint("operasi"),
        CheckConstraint("length(sha) = 64 AND length(sha_sebelumnya) = 64", name="sha"),
        Index("ix_peristiwa_objek", "objek_jenis", "objek_id"),
        Index("ix_peristiwa_berkas", "berkas_id"),
    )

    id: Mapped[kunci]
    urut: Mapped[int]
    waktu: Mapped[saat]
    pelaku_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"), index=True)
    pelaku_nama: Mapped[nama_teks]
    pelaku_jabatan: Mapped[nama_teks | None]
    peran: Mapped[nama_teks]
    atas_nama: Mapped[nama_teks | None]
    objek_jenis: Mapped[kode_teks]
    objek_id: Mapped[int]
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"))
    verb: Mapped[kode_teks]
    operasi: Mapped[str] = mapped_column(String(64))
    dari: Mapped[kode_teks | None]
    ke: Mapped[kode_teks | None]
    catatan: Mapped[teks | None]
    di_luar_jam_kerja: Mapped[bool] = mapped_column(default=False)
    ringkasan: Mapped[str] = mapped_column(Text, default="{}")
    sha_sebelumnya: Mapped[str] = mapped_column(String(64))
    sha: Mapped[str] = mapped_column(String(64))

    pelaku: Mapped[Pengguna | None] = relationship(foreign_keys=[pelaku_id])

    def payload(self) -> list[Any]:
        """What the hash covers, in this order."""
        moment = self.waktu.astimezone(dt.UTC).isoformat(timespec="microseconds")
        return [
            self.urut,
            moment,
            self.pelaku_id,
            self.pelaku_nama,
            self.pelaku_jabatan,
            self.peran,
            self.atas_nama,
            self.objek_jenis,
            self.objek_id,
            self.berkas_id,
            self.verb,
            self.operasi,
            self.dari,
            self.ke,
            self.catatan,
            self.di_luar_jam_kerja,
            self.ringkasan,
            self.sha_sebelumnya,
        ]

    def sidik(self) -> str:
        """The SHA-256 that this row must carry."""
        return hashlib.sha256(canon(self.payload()).encode("utf-8")).hexdigest()

    def __str__(self) -> str:
        return f"{self.verb} oleh {self.pelaku_nama}"


class KepalaRantai(Base):
    """The head of the chain, one row, locked while an event is appended."""

    __tablename__ = "kepala_rantai"
    __table_args__ = (CheckConstraint("id = 1", name="satu"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    urut: Mapped[int] = mapped_column(default=0)
    sha: Mapped[str] = mapped_column(String(64), default=NOL)


class PerubahanData(Base):
    """One field that changed: what it was and what it became. Written in the transaction of the change."""

    __tablename__ = "perubahan_data"
    __table_args__ = (Index("ix_perubahan_data_objek", "objek_jenis", "objek_id"),)

    id: Mapped[kunci]
    waktu: Mapped[saat]
    pelaku_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"))
    objek_jenis: Mapped[kode_teks]
    objek_id: Mapped[int]
    medan: Mapped[kode_teks]
    lama: Mapped[str | None] = mapped_column(Text)
    baru: Mapped[str | None] = mapped_column(Text)

    pelaku: Mapped[Pengguna | None] = relationship(foreign_keys=[pelaku_id])

    def __str__(self) -> str:
        return f"{self.objek_jenis} {self.medan}"


def sejak_lahir(log: Any, model: Any) -> ColumnElement[bool]:
    """What a log tells of a row, and not of a deleted draft that had its number before: SQLite gives a number again.

    `log`: Peristiwa or PerubahanData; `model`: the table of `objek_id`, with `dibuat_pada`.
    """
    born = select(model.dibuat_pada).where(model.id == log.objek_id).correlate(log).scalar_subquery()
    told: ColumnElement[bool] = log.waktu >= born
    return told
