"""JSON Schema of what is sent and answered, made from the fields of the table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.api.fields import MAKS_BILANGAN, Medan
from app.errors import SENTENCES

Schema = dict[str, Any]
SEBAB = {str(status): sentence for status, (_, sentence) in SENTENCES.items()}


def json(schema: Schema) -> dict[str, Any]:
    """The content of a JSON body."""
    return {"application/json": {"schema": schema}}


def objek(properties: dict[str, Schema], *, wajib: Iterable[str] | None = None, lain: bool | None = None) -> Schema:
    """An object; all its members are there unless `wajib` names those that must be."""
    needed = list(properties if wajib is None else wajib)
    schema: Schema = {"type": "object", "properties": properties}
    if needed:
        schema["required"] = needed
    if lain is not None:
        schema["additionalProperties"] = lain
    return schema


RELASI = objek({"id": {"type": "integer"}, "label": {"type": "string"}})
KEKURANGAN = objek(
    {
        "kode": {"type": "string"},
        "medan": {"type": "string"},
        "butir": {"type": "integer", "nullable": True},
        "tingkat": {"type": "string", "enum": ["blok", "peringatan"]},
        "pesan": {"type": "string"},
        "dasar": {"type": "string"},
        "sel": {"type": "string"},
    },
    wajib=("kode", "medan", "butir", "tingkat", "pesan", "dasar"),
)
PENOLAKAN = objek(
    {
        "message": {"type": "string"},
        "kode": {"type": "string"},
        "status": {"type": "string", "nullable": True},
        "versi": {"type": "integer"},
        "kekurangan": {"type": "array", "items": {"$ref": "#/components/schemas/Kekurangan"}},
    },
    wajib=("message", "kode"),
)
NASKAH = objek(
    {
        "id": {"type": "integer"},
        "jenis": {"type": "string"},
        "nomor": {"type": "string", "nullable": True},
        "sha256": {"type": "string"},
        "unduh": {"type": "string"},
    }
)
HASIL = objek(
    {
        "id": {"type": "integer"},
        "status": {"type": "string"},
        "versi": {"type": "integer"},
        "naskah": {"type": "array", "items": {"$ref": "#/components/schemas/Naskah"}},
        "berkas": {"type": "integer"},
    },
    wajib=("id", "status", "versi", "naskah"),
)
TINDAKAN = objek(
    {
        "verb": {"type": "string"},
        "label": {"type": "string"},
        "boleh": {"type": "boolean"},
        "alasan": {"type": "array", "items": {"type": "string"}},
        "perlu_catatan": {"type": "boolean"},
    }
)
# Text that a paper can carry: no controls, no direction marks, no separators that nobody sees.
TERBACA = "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufdd0-\\ufdef\\ufffe\\uffff]*$"
_ID: Schema = {"type": "integer", "minimum": 1, "maximum": MAKS_BILANGAN}
_POLOS: dict[str, Schema] = {
    "logika": {"type": "boolean"},
    "tanggal": {"type": "string", "format": "date"},
    "waktu": {"type": "string", "format": "date-time"},
    "jam": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    "uuid": {"type": "string", "format": "uuid"},
    "hitung": {"type": "string"},
    "id": _ID,
    "daftar_id": {"type": "array", "items": _ID},
}


def jawaban(fields: Iterable[Medan]) -> Schema:
    """A row as it is answered; `q` may choose fewer fields, the id is always there."""
    return objek({"id": {"type": "integer"}, **{f.nama: _terima(f) for f in fields}}, wajib=("id",), lain=False)


def _terima(field: Medan) -> Schema:
    if field.jenis == "relasi":
        return {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Relasi"}]}
    if field.jenis == "daftar":
        return {"type": "array", "items": jawaban(field.isi)}
    if field.jenis == "bersarang":
        return objek({f.nama: _terima(f) for f in field.isi})
    if field.jenis == "json":
        return {"nullable": True}
    schema = dict(_POLOS.get(field.jenis) or {"type": "integer" if field.jenis == "bilangan" else "string"})
    return schema | {"nullable": True}


def kiriman(fields: Iterable[Medan], *, baru: bool, versi: bool = False) -> Schema:
    """A body as it may be sent."""
    rows = tuple(fields)
    properties = {f.nama: _kirim(f) for f in rows}
    if versi:
        properties["versi"] = {"type": "integer", "description": "Versi yang Anda lihat; bila basi, 409."}
    return objek(properties, wajib=[f.nama for f in rows if f.wajib] if baru else (), lain=False)


def _kirim(field: Medan) -> Schema:
    schema = dict(_isi(field))
    return schema | {"nullable": True} if field.kosong else schema


def _isi(field: Medan) -> Schema:
    if field.jenis == "relasi":
        return {**_ID, "description": f"id {field.nama}"}
    if field.jenis == "daftar":
        return {"type": "array", "maxItems": 200, "items": kiriman(field.isi, baru=True)}
    if field.jenis == "bersarang":
        return kiriman(field.isi, baru=False)
    if field.jenis == "peta":
        inner = kiriman(field.isi, baru=True)
        return {"type": "object", "additionalProperties": {"anyOf": [_kirim(field.isi[0]), inner]}}
    if field.jenis == "json":
        return {"type": "array", "items": {"type": "boolean"}, "minItems": field.panjang, "maxItems": field.panjang}
    if field.jenis == "bilangan":
        low = -MAKS_BILANGAN if field.min is None else field.min
        return {"type": "integer", "minimum": low, "maximum": MAKS_BILANGAN if field.maks is None else field.maks}
    if field.jenis == "teks":
        return _teks(field)
    return _POLOS[field.jenis]


def _teks(field: Medan) -> Schema:
    schema: Schema = {"type": "string", "maxLength": field.maks}
    if field.panjang:
        schema["pattern"] = f"^[0-9]{{{field.panjang}}}$"
    if field.pilihan:
        schema["enum"] = [*field.pilihan, *([""] if field.kosong else [])]
    elif not field.kosong:
        schema["minLength"] = 1
    return schema if "pattern" in schema or "enum" in schema else schema | {"pattern": TERBACA}
