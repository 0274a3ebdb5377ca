"""The JSON Schema of `q` for one resource: which columns take which operators with which values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.api import asking
from app.api.fields import MAKS_BILANGAN, Medan
from app.api.shapes import Schema, objek

_NILAI: dict[str, Schema] = {
    "teks": {"type": "string", "maxLength": 500, "pattern": "^[^\\u0000\\ud800-\\udfff]*$"},
    "bilangan": {"type": "integer", "minimum": -MAKS_BILANGAN, "maximum": MAKS_BILANGAN},
    "tanggal": {"type": "string", "format": "date"},
    "waktu": {"type": "string", "format": "date-time"},
    "jam": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    "logika": {"type": "boolean"},
    "relasi": {"type": "integer"},
}
_BANYAK = ("in", "not_in")


def _saring(fields: Mapping[str, Medan]) -> list[Schema]:
    """One kind of filter for each kind of column; lists of values stand apart."""
    kinds: dict[str, list[str]] = {"bilangan": ["id"]}
    for name, field in fields.items():
        kinds.setdefault(field.jenis, []).append(name)
    found = []
    for kind, columns in kinds.items():
        single = [one for one in asking.OPERATOR[kind] if one not in _BANYAK]
        several = [one for one in asking.OPERATOR[kind] if one in _BANYAK]
        values = {"type": "array", "items": _NILAI.get(kind, {}), "maxItems": asking.MAKS_UKURAN}
        for operators, value in ((single, _NILAI.get(kind, {})), (several, values)):
            if operators:
                told = {"col": {"type": "string", "enum": columns}, "opr": {"type": "string", "enum": operators}}
                found.append(objek({**told, "value": value}, lain=False))
    return found


def pertanyaan(fields: Mapping[str, Medan], *, daftar: bool) -> Schema:
    """`q` of a list, or of a record, where only columns can be chosen."""
    columns = {"type": "array", "items": {"type": "string", "enum": ["id", *fields]}, "maxItems": 50}
    if not daftar:
        return objek({"columns": columns}, wajib=(), lain=False)
    sortable = [name for name, field in fields.items() if asking.OPERATOR[field.jenis]]
    filters = {"type": "array", "items": {"anyOf": _saring(fields)}, "maxItems": asking.MAKS_SARING}
    numbers: dict[str, Any] = {
        "page": {"type": "integer", "minimum": 0, "maximum": asking.MAKS_HALAMAN},
        "page_size": {"type": "integer", "minimum": 1, "maximum": asking.MAKS_UKURAN},
    }
    order = {
        "order_column": {"type": "string", "enum": ["id", *sortable]},
        "order_direction": {"type": "string", "enum": ["asc", "desc"]},
    }
    return objek({"filters": filters, "columns": columns, **order, **numbers}, wajib=(), lain=False)
