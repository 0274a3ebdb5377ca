"""One snapshot of the database into a backup and back: SQLite by its own backup call, PostgreSQL by COPY in one snapshot."""

import contextlib
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask_appbuilder import Model
from psycopg import Connection, sql
from sqlalchemy import Engine, inspect

from app.jobs.backup.seal import POTONG, Writer, baca

SQLITE = "basis/sidik.db"
VERSI = "alembic_version"
KEPALA = "SELECT urut, sha FROM kepala_rantai WHERE id = 1"
REVISI = "SELECT version_num FROM alembic_version"
PENCACAH = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema() AND last_value > 0"
PENCACAH_ADA = "SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema()"
Told = dict[str, Any]
# In the order of the chain, so that the trigger which guards it lets every row in.
URUT = {"peristiwa": "urut", "perubahan_data": "id"}


def tabel(engine: Engine) -> list[str]:
    """Our own tables that exist, in a fixed order; a queue in the same database is not ours."""
    return sorted({*Model.metadata.tables, VERSI} & set(inspect(engine).get_table_names()))


# --- SQLite ----------------------------------------------------------------------------------------
@contextlib.contextmanager
def _raw(engine: Engine) -> Iterator[Any]:
    connection = engine.raw_connection()
    try:
        yield connection.driver_connection
    finally:
        connection.close()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(POTONG):
            yield chunk


def simpan_sqlite(engine: Engine, writer: Writer) -> Told:
    """The whole file as it stood at one moment; writers go on meanwhile."""
    with tempfile.TemporaryDirectory(dir=writer.target.parent, prefix=".cadangan-") as folder:
        copy = Path(folder) / "sidik.db"
        with contextlib.closing(sqlite3.connect(copy)) as target, _raw(engine) as source:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
            counts = {
                name: target.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  our own names
                for name in tabel(engine)
            }
            told = _told("sqlite", counts, target.execute(KEPALA).fetchone(), target.execute(REVISI).fetchone())
        writer.add(SQLITE, _pieces(copy))
    return told


def _told(kind: str, counts: dict[str, int], head: Any, revision: Any) -> Told:
    """What the manifest says of the snapshot."""
    chain = {"urut": head[0], "sha": head[1]} if head else None
    return {"jenis": kind, "baris": counts, "kepala_rantai": chain, "revisi": revision[0]}


def pulihkan_sqlite(engine: Engine, archive: zipfile.ZipFile, folder: Path) -> None:
    """The kept file into the (empty) database, in one transaction of SQLite's own."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".pulih-") as scratch:
        copy = Path(scratch) / "sidik.db"
        with copy.open("wb") as file:
            for chunk in baca(archive, SQLITE):
                file.write(chunk)
        with contextlib.closing(sqlite3.connect(copy)) as source, _raw(engine) as target:
            if source.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise ValueError("integrity")
            source.backup(target)
            target.execute("PRAGMA journal_mode=WAL")
    engine.dispose()


# --- PostgreSQL ------------------------------------------------------------------------------------
def simpan_postgresql(engine: Engine, writer: Writer) -> Told:
    """Every table by COPY within one snapshot, and how each is to be read back."""
    counts, shape = {}, {}
    with _raw(engine) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        for name in tabel(engine):
            columns = [row["name"] for row in inspect(engine).get_columns(name)]
            writer.add(_entry(name), _copy_out(connection, name, columns))
            counts[name] = connection.execute(_query("SELECT count(*) FROM {}", name)).fetchone()[0]
            shape[name] = columns
        told = _told("postgresql", counts, connection.execute(KEPALA).fetchone(), connection.execute(REVISI).fetchone())
        counters = dict(connection.execute(PENCACAH).fetchall())
        connection.rollback()
    return told | {"kolom": shape, "pencacah": counters}


def _entry(name: str) -> str:
    return f"basis/{name}.copy"


def _query(pattern: str, *names: str) -> sql.Composed:
    return sql.SQL(pattern).format(*(sql.Identifier(name) for name in names))


def _listed(columns: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(column) for column in columns)


def _copy_out(connection: Connection[Any], name: str, columns: list[str]) -> Iterator[bytes]:
    order = _query(" ORDER BY {}", URUT[name]) if name in URUT else sql.SQL("")
    rows = sql.SQL("SELECT {} FROM {}").format(_listed(columns), sql.Identifier(name))
    with connection.cursor().copy(sql.SQL("COPY ({}{}) TO STDOUT").format(rows, order)) as copy:
        for chunk in copy:
            yield bytes(chunk)


def pulihkan_postgresql(engine: Engine, archive: zipfile.ZipFile, manifest: Told) -> None:
    """Rows into the freshly migrated tables, in one transaction; foreign keys come back last and are checked then."""
    with _raw(engine) as connection:
        keys = connection.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname"
        ).fetchall()
        for owner, name, _ in keys:
            connection.execute(_query("ALTER TABLE {} DROP CONSTRAINT {}", owner.strip('"'), name))
        for name, columns in manifest["kolom"].items():
            if name not in URUT:  # those are empty, and guarded
                connection.execute(_query("DELETE FROM {}", name))
            into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(name), _listed(columns))
            with connection.cursor().copy(into) as copy:
                for chunk in baca(archive, _entry(name)):
                    copy.write(chunk)
        for owner, name, rule in keys:
            again = _query("ALTER TABLE {} ADD CONSTRAINT {} ", owner.strip('"'), name) + sql.SQL(rule)
            connection.execute(again)
        _counters(connection, manifest["pencacah"])
        connection.commit()
    engine.dispose()


def _counters(connection: Connection[Any], counters: dict[str, int]) -> None:
    """Each key counter goes on where it stood."""
    known = {row[0] for row in connection.execute(PENCACAH_ADA).fetchall()}
    for name in sorted(known & set(counters)):
        connection.execute("SELECT setval(quote_ident(%s)::regclass, %s)", (name, counters[name]))
