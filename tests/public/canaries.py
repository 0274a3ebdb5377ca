"""Canary words: every text of every table that is not public holds one, around entries that are announced."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import JSON, Connection, MetaData, String, Table, insert, inspect, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import sort_tables

from tests.migrations.filling import MORE, SKIPPED, first_allowed, left_empty, row

KENARI = "KENARI7"  # long enough that no random token holds it by chance
# What the public may read, and what is nobody's words: closed lists, hashes, tokens, places in the store.
UMUM: dict[str, str] = {
    "butir_ditetapkan": "kode uraian_publik klasifikasi dasar_hukum alasan_ringkas cakupan jangka status",
    "perangkat_daerah": "nama",
    "naskah": "jenis nomor perihal token status sha256 penandatangan",
    "publikasi": "saluran judul sha256",
    "unggahan": "sha256 jenis_mime kunci_penyimpanan",
}
TABEL_LUAR = {"alembic_version", *SKIPPED}
# Rows that say who may do what: without them nothing runs, and no person writes into them.
MESIN = ("ab_permission", "ab_view_menu", "ab_role", "ab_group", "ab_register_user", "ab_api_key")


def tables(connection: Connection) -> list[Table]:
    """Every table of the database, those first that others point at."""
    meta = MetaData()
    meta.reflect(connection)
    found = sort_tables(meta.tables.values(), skip_fn=left_empty)
    return [table for table in found if table.name not in TABEL_LUAR and not table.name.startswith(MESIN)]


def surround(connection: Connection, entries: int) -> dict[str, str]:
    """Rows for each table that has none, pointing at what is announced; -> the tables that stay empty, and why."""
    empty = {}
    for table in tables(connection):
        if connection.execute(select(text("1")).select_from(table).limit(1)).first() is None:
            for generous in (True, False):  # every reference, or those alone that may not be empty
                made = list(_rows(connection, table, entries, generous=generous))
                if not _kept(connection, insert(table), made):
                    break  # all at once
                faults = [_kept(connection, insert(table).values(**one)) for one in made]
                if not all(faults):
                    break
            else:
                empty[table.name] = faults[0]
    return empty


def _rows(connection: Connection, table: Table, entries: int, *, generous: bool) -> Iterator[dict[str, Any]]:
    """Rows whose every reference points somewhere, each at another row."""
    allowed, targets = first_allowed(connection, table), {}
    for key in table.foreign_keys:
        target = key.column.table
        wanted = generous or not key.parent.nullable or key.parent.name in MORE.get(table.name, {})
        if wanted and target is not table and "id" in target.c:
            targets[key.parent.name] = list(connection.scalars(select(target.c.id).order_by(target.c.id)))
    for number in range(1, entries + 1):
        made = row(table, allowed, number)
        yield made | {name: ids[(number - 1) % len(ids)] for name, ids in targets.items() if ids}


def plant(connection: Connection) -> tuple[int, list[str]]:
    """(how many fields hold a canary, the columns that took none though neither a CHECK nor a trigger guards them)."""
    planted, refused = 0, []
    for table in tables(connection):
        public = UMUM.get(table.name, "").split()
        for column in table.columns:
            if column.name in public or column.primary_key or column.foreign_keys:
                continue
            if isinstance(column.type, String | JSON):
                changed = _plant(connection, table, column)
                planted += changed
                if changed == 0 and not _guarded(connection, table, column.name):
                    refused.append(f"{table.name}.{column.name}")
    return planted, refused


def _guarded(connection: Connection, table: Table, column: str) -> bool:
    """Whether a CHECK names the column, it is unique by itself, or the table lets nothing be changed."""
    checks = " ".join(str(check["sqltext"]) for check in inspect(connection).get_check_constraints(table.name))
    triggers = text(
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name AND sql LIKE '%ABORT%'"
    )
    return column in checks or bool(connection.scalar(triggers, {"name": table.name}))


def _plant(connection: Connection, table: Table, column: Any) -> int:
    """The number of rows whose column holds a canary of its own now."""
    if isinstance(column.type, JSON):
        word: Any = {"rahasia": f"{KENARI}-{table.name}-{column.name}"}
    else:
        key = table.c.id if "id" in table.c else next(iter(table.primary_key))
        word = text(f"'{KENARI}{table.name[:3]}' || CAST({key.name} AS VARCHAR)")
    try:
        with connection.begin_nested():
            return int(connection.execute(update(table).values({column.name: word})).rowcount)
    except SQLAlchemyError:
        return 0


def _kept(connection: Connection, statement: Any, rows: Any = None) -> str:
    """Why this was not taken, or nothing."""
    try:
        with connection.begin_nested():
            connection.execute(statement, rows)
        return ""
    except SQLAlchemyError as fault:
        return str(fault).split("\n")[0]


def planted_words(connection: Connection) -> Iterator[str]:
    """Every canary that stands in a table now."""
    for table in tables(connection):
        for column in table.columns:
            if isinstance(column.type, String):
                yield from connection.scalars(select(column).where(column.like(f"{KENARI}%")))
