"""What a list is asked for (`q=`, Rison or JSON): filters, order, page, columns. Anything that no list answers is a 400 sentence."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import prison
from sqlalchemy import ColumnElement, String, cast, false, not_

from app.api.fields import MAKS_BILANGAN, Medan
from app.calendar.words import WIB
from app.errors import SidikError

MAKS_Q = 8000
MAKS_DALAM = 8
MAKS_HALAMAN = 1_000_000
MAKS_UKURAN = 100
MAKS_SARING = 40
UKURAN = 20
KUNCI = {"filters", "order_column", "order_direction", "page", "page_size", "columns", "select_columns", "keys"}
METADATA = {"list_columns", "order_columns", "label_columns", "description_columns", "list_title", "none"}


class PertanyaanSalah(SidikError):
    """400: the address or the body cannot be understood."""

    status, kode = 400, "permintaan_salah"
    pesan = "Permintaan tidak dapat dibaca. Periksa alamat dan isinya, lalu ulangi."


@dataclass(frozen=True)
class Pertanyaan:
    """A list as it was asked for. `kolom`: chosen columns, or empty for all."""

    saring: tuple[ColumnElement[bool], ...] = ()
    urut: str = "id"
    turun: bool = False
    halaman: int = 0
    ukuran: int = UKURAN
    kolom: tuple[str, ...] = ()
    kunci: tuple[str, ...] = ()

    def urutan(self, model: Any) -> list[Any]:
        """ORDER BY, with the id as the last word so that pages never overlap."""
        column = getattr(model, self.urut)
        first = column.desc() if self.turun else column.asc()
        return [first] if self.urut == "id" else [first, model.id.asc()]


def _dalam(text: str) -> int:
    """How deep the brackets of a text go."""
    depth = deepest = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        deepest = max(deepest, depth)
    return deepest


def uraikan(text: str | None) -> dict[str, Any]:
    """`q` as a dict; FAB's Rison first, then JSON, as FAB reads it."""
    if not text:
        return {}
    if len(text) > MAKS_Q or _dalam(text) > MAKS_DALAM:
        raise PertanyaanSalah("Isi q terlalu panjang atau kurungnya terlalu dalam. Sederhanakan penyaringnya.")
    try:
        value = prison.loads(text)
    except Exception:  # the parser also fails with IndexError on a lone "!" and the like
        try:
            value = json.loads(text)
        except ValueError:
            raise PertanyaanSalah("Isi q bukan Rison atau JSON yang benar, misalnya q=(page:0,page_size:25).") from None
    if not isinstance(value, dict):
        raise PertanyaanSalah("Isi q harus berupa pasangan nama dan nilai, misalnya q=(page:0,page_size:25).")
    if unknown := sorted(str(name)[:40] for name in value if name not in KUNCI):
        raise PertanyaanSalah(
            f"Bagian q tidak dikenal: {', '.join(unknown)}. Yang dikenal: {', '.join(sorted(KUNCI))}."
        )
    return value


def baca(text: str | None, model: Any, fields: Mapping[str, Medan]) -> Pertanyaan:
    """The question behind `q`. `fields`: what may be filtered, ordered by and chosen."""
    asked = uraikan(text)
    sortable = {name: field for name, field in fields.items() if OPERATOR[field.jenis]}
    order = _nama(asked.get("order_column", "id"), sortable, "urutan")
    direction = asked.get("order_direction", "asc")
    if direction not in ("asc", "desc"):
        raise PertanyaanSalah("order_direction hanya asc atau desc.")
    chosen = [*_daftar(asked, "columns"), *_daftar(asked, "select_columns")]
    keys = _daftar(asked, "keys")
    if unknown := [str(key)[:40] for key in keys if not isinstance(key, str) or key not in METADATA]:
        raise PertanyaanSalah(f"keys tidak dikenal: {', '.join(unknown)}.")
    size = _angka(asked, "page_size", UKURAN)
    return Pertanyaan(
        saring=tuple(_saring(model, fields, row) for row in _daftar(asked, "filters", MAKS_SARING)),
        urut="id" if order == "id" else fields[order].kolom,
        turun=direction == "desc",
        halaman=_angka(asked, "page", 0),
        ukuran=min(size, MAKS_UKURAN) if size > 0 else MAKS_UKURAN,
        kolom=tuple(_nama(name, fields, "kolom") for name in chosen),
        kunci=tuple(keys),
    )


def _daftar(asked: Mapping[str, Any], name: str, most: int = 200) -> list[Any]:
    value = asked.get(name, [])
    if not isinstance(value, list) or len(value) > most:
        raise PertanyaanSalah(f"{name} harus berupa daftar !(…), paling banyak {most}.")
    return value


def _angka(asked: Mapping[str, Any], name: str, default: int) -> int:
    value = asked.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not -1 <= value <= MAKS_HALAMAN:
        raise PertanyaanSalah(f"{name} harus bilangan bulat 0 sampai {MAKS_HALAMAN}.")
    return max(value, 0)


def _nama(name: Any, fields: Mapping[str, Medan], what: str) -> str:
    if name == "id":
        return "id"
    if not isinstance(name, str) or name not in fields:
        raise PertanyaanSalah(f"Nama {what} '{str(name)[:40]}' tidak dikenal. Yang ada: id, {', '.join(fields)}.")
    return name


# --- filters -------------------------------------------------------------------------------------------
_ID = Medan("id", "id", "bilangan")
_SAMA = ("eq", "neq", "in", "not_in")
_TEKS = ("ct", "nct", "sw", "nsw", "ew", "new")
OPERATOR: dict[str, tuple[str, ...]] = {
    "teks": (*_SAMA, *_TEKS),
    "bilangan": (*_SAMA, "gt", "lt"),
    "tanggal": (*_SAMA, "gt", "lt"),
    "waktu": ("gt", "lt"),
    "jam": (*_SAMA, "gt", "lt"),
    "logika": ("eq", "neq"),
    "relasi": ("rel_o_m", "nrel_o_m"),
    "json": (),
    "daftar": (),
    "bersarang": (),
    "hitung": (),
}


def _saring(model: Any, fields: Mapping[str, Medan], row: Any) -> ColumnElement[bool]:
    """One filter as a condition."""
    if not isinstance(row, dict) or not {"col", "opr", "value"} <= set(row):
        raise PertanyaanSalah("Setiap penyaring berisi col, opr, dan value, misalnya (col:id,opr:eq,value:1).")
    name, operator, value = row["col"], row["opr"], row["value"]
    field = _ID if name == "id" else fields[_nama(name, fields, "kolom penyaring")]
    if operator not in OPERATOR[field.jenis]:
        allowed = ", ".join(OPERATOR[field.jenis]) or "tidak ada"
        raise PertanyaanSalah(
            f"Operator '{str(operator)[:20]}' tidak berlaku untuk {field.nama}. Yang berlaku: {allowed}."
        )
    column = getattr(model, field.kolom)
    if operator in _TEKS:
        return _cocok(column, operator, str(_nilai(field, value)))
    if operator in ("in", "not_in"):
        if not isinstance(value, list) or len(value) > MAKS_UKURAN:
            raise PertanyaanSalah(
                f"Nilai {operator} untuk {field.nama} harus daftar !(…), paling banyak {MAKS_UKURAN}."
            )
        inside: ColumnElement[bool] = column.in_([_nilai(field, one) for one in value])
        return inside if operator == "in" else not_(inside)
    if field.jenis == "relasi":
        return _relasi(column, operator, value)
    typed = _nilai(field, value)
    if operator in ("gt", "lt"):
        return column > typed if operator == "gt" else column < typed
    return column == typed if operator == "eq" else column != typed


def _cocok(column: Any, operator: str, text: str) -> ColumnElement[bool]:
    plain = cast(column, String)
    how: dict[str, Any] = {"ct": plain.icontains, "sw": plain.istartswith, "ew": plain.iendswith}
    found: ColumnElement[bool] = how[operator.removeprefix("n")](text, autoescape=True)
    return not_(found) if operator.startswith("n") else found


def _relasi(column: Any, operator: str, value: Any) -> ColumnElement[bool]:
    """Rows of one parent. An id that cannot exist matches nothing; FAB would answer with the rows that have no parent."""
    known = isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAKS_BILANGAN
    if isinstance(value, str) and value.isascii() and value.isdecimal() and 0 < int(value[:11]) <= MAKS_BILANGAN:
        value, known = int(value), True
    if operator == "rel_o_m":
        return column == value if known else false()
    return (column != value) | column.is_(None) if known else not_(false())


def _nilai(field: Medan, value: Any) -> Any:
    """The value of a filter in the type of its column."""
    try:
        if field.jenis == "bilangan":
            number = int(str(value)) if not isinstance(value, bool) and len(str(value)) < 12 else None
            if number is None or abs(number) > MAKS_BILANGAN:
                raise ValueError
            return number
        if field.jenis == "tanggal":
            return dt.date.fromisoformat(str(value))
        if field.jenis == "jam":
            return dt.time.fromisoformat(str(value))
        if field.jenis == "waktu":
            moment = dt.datetime.fromisoformat(str(value))
            return (moment if moment.tzinfo else moment.replace(tzinfo=WIB)).astimezone(dt.UTC)
        if field.jenis == "logika":
            return {"true": True, "y": True, "1": True, "false": False, "n": False, "0": False}[str(value).lower()]
        text = str(value)
        if isinstance(value, (dict, list)) or len(text) > 500 or "\x00" in text:
            raise ValueError
        text.encode("utf-8")
    except (ValueError, KeyError, OverflowError):
        raise PertanyaanSalah(f"Nilai penyaring untuk {field.nama} bukan {field.jenis} yang benar.") from None
    return text
