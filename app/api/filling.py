"""What a program sends, checked field by field: kind, length, allowed words, relations within its rows. Lists every fault at once."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from app import models as m
from app.api.asking import PertanyaanSalah
from app.api.fields import MAKS_BILANGAN, Medan
from app.documents.text import TeksDitolak, clean_text
from app.errors import IsianSalah, Kekurangan, TidakDitemukan
from app.security.officer import Officer
from app.security.scope import find

# Rows of a case: one that is not within the caller's rows does not exist (404). Master data: an unknown id is a wrong field.
PERKARA = (m.Usulan, m.Berkas, m.ButirInformasi, m.Naskah, m.UjiKonsekuensi, m.Rapat, m.ButirDitetapkan)
SEBUTAN = {
    "teks": "teks",
    "bilangan": "bilangan bulat",
    "logika": "true atau false",
    "tanggal": "tanggal YYYY-MM-DD",
    "jam": "jam HH:MM",
    "waktu": "waktu ISO 8601",
    "relasi": "id (bilangan bulat)",
    "json": "daftar",
    "daftar": "daftar objek",
    "bersarang": "objek",
}


class _Salah(ValueError):
    """A value that its field refuses; the text is the end of the sentence."""


def objek(body: Any) -> dict[str, Any]:
    """The body as an object, or 400."""
    if not isinstance(body, dict):
        raise PertanyaanSalah('Isi permintaan harus satu objek JSON, misalnya {"judul": "…"}.')
    return body


def isi(
    fields: Iterable[Medan], body: Mapping[str, Any], *, session: Session, officer: Officer, baru: bool
) -> dict[str, Any]:
    """The named values of `body`, typed; a relation becomes the row that it names. IsianSalah lists what is wrong.

    `baru`: a new row, of which the required fields must be there; otherwise only what is sent is changed.
    """
    known = {field.nama: field for field in fields}
    faults = [_asing(name, known) for name in body if name not in known]
    values: dict[str, Any] = {}
    for name, field in known.items():
        if name not in body:
            if baru and field.wajib:
                faults.append(Kekurangan("wajib", f"Isian {name} wajib diisi.", name))
            continue
        try:
            values[name] = _nilai(field, body[name], session, officer)
        except _Salah as fault:
            faults.append(Kekurangan("isian", f"Isian {name} {fault}.", name))
        except IsianSalah as inner:
            faults += inner.kekurangan
    if faults:
        raise IsianSalah(faults)
    return values


def _asing(name: Any, known: Mapping[str, Medan]) -> Kekurangan:
    text = str(name)[:60]
    return Kekurangan(
        "medan_asing", f"Isian {text} tidak dikenal atau tidak dapat diisi. Yang dapat diisi: {', '.join(known)}.", text
    )


def _nilai(field: Medan, value: Any, session: Session, officer: Officer) -> Any:
    if value is None:
        if not field.kosong:
            raise _Salah("tidak boleh kosong")
        return None
    if value == "" and field.kosong and field.jenis in ("tanggal", "jam", "waktu"):
        return None
    if field.jenis == "relasi":
        return _relasi(field, value, session, officer)
    if field.jenis == "daftar":
        if not isinstance(value, list) or len(value) > 200:
            raise _Salah("harus berupa daftar objek, paling banyak 200")
        return [_dalam(field, one, session, officer, baru=True) for one in value]
    if field.jenis == "bersarang":
        return _dalam(field, value, session, officer, baru=False)
    if field.jenis == "id":
        return _id(value)
    if field.jenis == "daftar_id":
        return _daftar_id(value)
    if field.jenis == "peta":
        return {key: _dalam(field, inner, session, officer, baru=True) for key, inner in _peta(field, value)}
    return _sederhana(field, value)


def _dalam(field: Medan, value: Any, session: Session, officer: Officer, *, baru: bool) -> dict[str, Any]:
    """A nested object; its faults are named after the field that holds it."""
    if not isinstance(value, dict):
        raise _Salah("harus berupa objek")
    try:
        return isi(field.isi, value, session=session, officer=officer, baru=baru)
    except IsianSalah as inner:
        raise IsianSalah([replace(fault, medan=f"{field.nama}.{fault.medan}") for fault in inner.kekurangan]) from None


def _id(value: Any) -> int:
    if type(value) is not int or not 0 < value <= MAKS_BILANGAN:
        raise _Salah("harus berupa id (bilangan bulat)")
    return value


def _daftar_id(value: Any) -> list[int]:
    if not isinstance(value, list) or len(value) > 1000:
        raise _Salah("harus berupa daftar id, paling banyak 1000")
    return [_id(one) for one in value]


def _peta(field: Medan, value: Any) -> list[tuple[int, dict[str, Any]]]:
    """{id of a butir: a word, or an object} as pairs."""
    if not isinstance(value, dict) or len(value) > 1000:
        raise _Salah("harus berupa objek dengan id butir sebagai nama")
    first = field.isi[0].nama
    pairs = []
    for key, inner in value.items():
        if not key.isascii() or not key.isdecimal() or not 0 < int(key[:11]) <= MAKS_BILANGAN:
            raise _Salah(f"memuat nama yang bukan id butir: {key[:20]}")
        pairs.append((int(key), inner if isinstance(inner, dict) else {first: inner}))
    return pairs


def _sederhana(field: Medan, value: Any) -> Any:
    """A value that stands alone."""
    if field.jenis == "teks":
        return _teks(field, value)
    if field.jenis == "bilangan":
        return _bilangan(field, value)
    if field.jenis == "uuid":
        return operasi(value)
    if field.jenis == "logika":
        if not isinstance(value, bool):
            raise _Salah("harus true atau false")
        return value
    if field.jenis == "json":
        if (
            not isinstance(value, list)
            or len(value) != field.panjang
            or not all(isinstance(one, bool) for one in value)
        ):
            raise _Salah(f"harus berupa daftar {field.panjang} nilai true atau false")
        return value
    reader = {"tanggal": dt.date.fromisoformat, "jam": dt.time.fromisoformat, "waktu": dt.datetime.fromisoformat}
    try:
        moment = reader[field.jenis](value)
    except (TypeError, ValueError):
        raise _Salah(f"harus berupa {SEBUTAN[field.jenis]}") from None
    return moment.replace(tzinfo=None) if isinstance(moment, dt.time) else moment


def _teks(field: Medan, value: Any) -> str | None:
    if not isinstance(value, str):
        raise _Salah("harus berupa teks")
    most = field.maks or 200
    if len(value) > most:
        raise _Salah(f"paling panjang {most} karakter, yang dikirim {len(value)}")
    try:
        text = clean_text(value, maksimum=most, satu_baris=field.baris).strip()
    except TeksDitolak as refused:
        raise _Salah(f"tidak dapat diterima: {refused.alasan} pada posisi {refused.posisi}") from None
    if not text and not field.kosong:
        raise _Salah("tidak boleh kosong")
    if text and field.pilihan and text not in field.pilihan:
        raise _Salah(f"hanya boleh: {', '.join(field.pilihan)}")
    if text and field.panjang and (len(text) != field.panjang or not (text.isascii() and text.isdecimal())):
        raise _Salah(f"harus {field.panjang} angka")
    return text or None


def _bilangan(field: Medan, value: Any) -> int:
    low = -MAKS_BILANGAN if field.min is None else field.min
    high = MAKS_BILANGAN if field.maks is None else field.maks
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Salah("harus berupa bilangan bulat")
    if not low <= value <= high:
        raise _Salah(f"harus antara {low} dan {high}")
    return value


def _relasi(field: Medan, value: Any, session: Session, officer: Officer) -> Any:
    row = find(session, field.model, _id(value), officer)
    if row is None:
        if field.model in PERKARA:
            raise TidakDitemukan(f"{field.nama} {value} tidak ditemukan, atau bukan dalam lingkup Anda.")
        raise _Salah(f"menunjuk {field.nama} yang tidak ada")
    return row


def versi(body: Mapping[str, Any]) -> int | None:
    """The version that the caller saw, when given."""
    seen = body.get("versi")
    if seen is None:
        return None
    if isinstance(seen, bool) or not isinstance(seen, int):
        raise IsianSalah([Kekurangan("isian", "Isian versi harus berupa bilangan bulat.", "versi")])
    return seen


def operasi(value: Any) -> str:
    """The caller's own name of an operation: a UUID, in its one spelling."""
    try:
        if not isinstance(value, str) or len(value) > 60:
            raise ValueError
        return str(uuid.UUID(value))
    except ValueError:
        raise _Salah("harus berupa UUID") from None
