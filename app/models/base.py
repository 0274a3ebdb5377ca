"""What every table shares: the base class, who-and-when columns, UTC times, text lengths, CHECKs from closed lists."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any, TypeGuard

from flask_appbuilder import Model
from sqlalchemy import CheckConstraint, DateTime, Dialect, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

KODE, NAMA, JUDUL, ALAMAT, TEKS = 40, 200, 300, 500, 5000
MAKS_ID = 2**31 - 1


def id_baris(value: object) -> TypeGuard[int]:
    """Whether a value from outside can be the id of a row: a whole number (True is none) that the column can hold."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAKS_ID


def sekarang() -> dt.datetime:
    """The present moment, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


class UTCDateTime(TypeDecorator[dt.datetime]):
    """An aware moment, kept in UTC on both databases (SQLite drops the zone). Refuses naive values."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("waktu tanpa zona")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Base(Model):
    """Parent of our tables (FAB's Model, so that one metadata holds all)."""

    __abstract__ = True


kunci = Annotated[int, mapped_column(primary_key=True)]
kode_teks = Annotated[str, mapped_column(String(KODE))]
nama_teks = Annotated[str, mapped_column(String(NAMA))]
judul_teks = Annotated[str, mapped_column(String(JUDUL))]
alamat_teks = Annotated[str, mapped_column(String(ALAMAT))]
teks = Annotated[str, mapped_column(String(TEKS))]
teks_bebas = Annotated[str, mapped_column(Text)]
saat = Annotated[dt.datetime, mapped_column(UTCDateTime)]


class Stempel:
    """Who made and who last changed a row, and when. Filled by app.models.history, never by a client."""

    dibuat_pada: Mapped[saat] = mapped_column(UTCDateTime, default=sekarang)
    diubah_pada: Mapped[saat] = mapped_column(UTCDateTime, default=sekarang, onupdate=sekarang)

    @declared_attr
    def dibuat_oleh_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("ab_user.id"), nullable=True)

    @declared_attr
    def diubah_oleh_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("ab_user.id"), nullable=True)


class Bertanda:
    """A row that several people may change: `versi` is the optimistic lock, raised by every change."""

    versi: Mapped[int] = mapped_column(Integer, default=1, server_default="1")

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.versi}


def pilihan(column: str, values: Iterable[str], *, name: str | None = None, nullable: bool = False) -> CheckConstraint:
    """A CHECK that a column holds one of a closed list (from the SOP tables or app.sop.choices)."""
    listed = ", ".join(f"'{value}'" for value in values)
    rule = f"{column} IN ({listed})"
    return CheckConstraint(f"{column} IS NULL OR {rule}" if nullable else rule, name=name or column)


def sepadan(
    column: str, statuses: Iterable[str], *, status: str = "status", name: str | None = None
) -> CheckConstraint:
    """A CHECK that a companion column is filled exactly in the given statuses."""
    listed = ", ".join(f"'{value}'" for value in statuses)
    return CheckConstraint(f"({status} IN ({listed})) = ({column} IS NOT NULL)", name=name or f"{column}_sepadan")
