"""Fills every table of a database, whatever its revision, with rows that its CHECKs allow. Reads the database, never the models."""

import datetime as dt
import hashlib
import re
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Connection,
    Date,
    DateTime,
    Integer,
    MetaData,
    String,
    Table,
    Time,
    insert,
    inspect,
)
from sqlalchemy.schema import sort_tables

DAY = dt.date(2026, 3, 5)
NOON = dt.datetime(2026, 3, 5, 5, 0, tzinfo=dt.UTC)
ROWS = 3
# What a CHECK over several columns asks beyond the columns that may not be empty.
MORE: dict[str, dict[str, Any]] = {
    "bagian_dikecualikan": {"kolom": "NIK"},
    "dasar_pengecualian": {"teks": "Perda 1/2020"},
    "laporan": {"periode": "2026"},
    "naskah": {"usulan_id": 1, "nomor_naskah_id": 1, "nomor": "488/1/2026"},
    "nomor_naskah": {"urut": 1},
    "pasal17": {"huruf": "h"},
    "peraturan": {"tahun": 2008},
    "pesan_keluar": {"pengguna_id": 1},
    "tinjauan": {"peraturan_id": 1, "butir_id": 1},
}
SKIPPED = {"alembic_version", "peristiwa", "kepala_rantai", "perubahan_data"}


def fill(connection: Connection) -> None:
    """Three rows for each table but the log, whose chain `chain` writes."""
    meta = MetaData()
    meta.reflect(connection)
    for table in sort_tables(meta.tables.values(), skip_fn=left_empty):
        if table.name not in SKIPPED:
            allowed = first_allowed(connection, table)
            connection.execute(insert(table), [row(table, allowed, n) for n in range(1, ROWS + 1)])
    if "peristiwa" in meta.tables:
        chain(connection, meta)


def left_empty(fk: Any) -> bool:
    """Whether a reference needs no row of its target: it may be empty, and is left so."""
    column = fk.parent
    return column.nullable and column.name not in MORE.get(column.table.name, {})


def first_allowed(connection: Connection, table: Table) -> dict[str, str]:
    """Column -> the first value of its closed list, read from the CHECK that bears the column's name."""
    found = {}
    for check in inspect(connection).get_check_constraints(table.name):
        column = str(check["name"]).removeprefix(f"ck_{table.name}_")
        listed = re.findall(r"'([^']*)'", check["sqltext"])
        if listed and column in table.columns and isinstance(table.columns[column].type, String):
            found[column] = listed[0]
    return found


def row(table: Table, allowed: dict[str, str], number: int) -> dict[str, Any]:
    """One row: only what may not be empty, and what MORE asks."""
    made: dict[str, Any] = {}
    for column in table.columns:
        if column.primary_key and column.name == "id":
            made["id"] = number
        elif column.name in MORE.get(table.name, {}):
            made[column.name] = MORE[table.name][column.name]
        elif not column.nullable:
            made[column.name] = allowed.get(column.name) or value(column, number)
    return made


def value(column: Any, number: int) -> Any:
    """Something that the column can hold, different in each row."""
    if column.foreign_keys:
        return number
    match column.type:
        case Boolean():
            return True
        case Integer():
            return number
        case DateTime():
            return NOON
        case Date():
            return DAY + dt.timedelta(days=number - 1)
        case Time():
            return dt.time(9, 0)
        case JSON():
            return {"nomor": number}
        case String(length=64):
            return hashlib.sha256(f"{column.name}{number}".encode()).hexdigest()
        case String(length=length):
            return f"{column.name} {number}"[-(length or 40) :]
    return number.to_bytes(8, "big")


def chain(connection: Connection, meta: MetaData) -> None:
    """Events whose hashes are right, and their head."""
    from app.models.events import NOL, Peristiwa

    before = NOL
    for number in range(1, ROWS + 1):
        event = Peristiwa(
            urut=number,
            waktu=NOON,
            pelaku_id=1,
            pelaku_nama="Siti Contoh",
            peran="PPID Utama",
            objek_jenis="berkas",
            objek_id=1,
            berkas_id=1,
            verb="kaji",
            operasi=f"operasi-{number}",
            di_luar_jam_kerja=False,
            ringkasan="{}",
            sha_sebelumnya=before,
        )
        event.sha = before = event.sidik()
        columns = meta.tables["peristiwa"].columns.keys()
        connection.execute(insert(meta.tables["peristiwa"]), {c: getattr(event, c) for c in columns if c != "id"})
    head = meta.tables["kepala_rantai"]
    connection.execute(head.update().values(urut=ROWS, sha=before))
    changes = meta.tables["perubahan_data"]
    connection.execute(
        insert(changes),
        {
            "waktu": NOON,
            "pelaku_id": 1,
            "objek_jenis": "berkas",
            "objek_id": 1,
            "medan": "judul",
            "lama": "a",
            "baru": "b",
        },
    )
