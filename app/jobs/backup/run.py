"""Backup and restore, step by step: what is written, what is compared, and what is said about it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Engine, func, select

from app.documents.keeping import gudang
from app.extensions import begin_mode, db
from app.files.store import FileDamaged
from app.jobs.backup import databases as d
from app.jobs.backup.seal import CadanganGagal, CadanganRusak, Writer, baca, buka
from app.models import KepalaRantai, Unggahan, triggers
from app.steps.events import periksa_rantai

BERKAS = "berkas/"


def cadangkan(app: Flask, target: Path) -> dict[str, Any]:
    """Write the backup; -> its manifest with `segel`, and `hilang`: files that the store could not give."""
    if target.exists():
        raise CadanganGagal(f"{target.name} sudah ada. Pilih nama lain; cadangan lama tidak pernah ditimpa.")
    if not target.parent.is_dir():
        raise CadanganGagal("Folder tujuan cadangan tidak ada. Buatlah dahulu.")
    writer = Writer(target)
    try:
        told = _database(db.engine, writer)
        told["hilang"] = _files(writer)
        told |= {"dibuat": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), "segel": ""}
        told["segel"] = writer.close({key: value for key, value in told.items() if key != "segel"})
        return told | {"berkas": sum(name.startswith(BERKAS) for name in writer.entries)}
    except BaseException:
        writer.drop()
        raise


def _database(engine: Engine, writer: Writer) -> dict[str, Any]:
    db.session.rollback()
    if d.VERSI not in d.tabel(engine):
        raise CadanganGagal("Basis data ini masih kosong, jadi tidak ada yang dicadangkan.")
    return d.simpan_sqlite(engine, writer) if engine.dialect.name == "sqlite" else d.simpan_postgresql(engine, writer)


def _files(writer: Writer) -> list[str]:
    """Every kept file that a row names: after the database, for files never change and only grow in number."""
    store, lost = gudang(), []
    begin_mode("DEFERRED")
    wanted = list(db.session.scalars(select(Unggahan.sha256).distinct().order_by(Unggahan.sha256)))
    db.session.rollback()
    for sha256 in wanted:
        try:
            writer.add(BERKAS + sha256, [store.read(sha256)])
        except (OSError, FileDamaged):
            lost.append(sha256)
    return lost


def pulihkan(app: Flask, source: Path) -> list[str]:
    """Bring a backup into an empty database and an empty store; -> what was verified, as sentences."""
    with buka(source) as (archive, manifest):
        _refuse(app, manifest)
        store = gudang()
        for name in manifest["isi"]:
            if name.startswith(BERKAS):
                kept, _ = store.put(baca(archive, name))
                if BERKAS + kept != name:
                    raise CadanganRusak(f"Isi {name} tidak sesuai dengan namanya. Pakai salinan lain.")
        if manifest["jenis"] == "sqlite":
            d.pulihkan_sqlite(db.engine, archive, Path(app.config["SIDIK_INSTANCE"]))
        else:
            upgrade(directory=app.extensions["migrate"].directory, revision=manifest["revisi"])
            d.pulihkan_postgresql(db.engine, archive, manifest)
    return _verify(manifest)


def _refuse(app: Flask, manifest: dict[str, Any]) -> None:
    if d.tabel(db.engine) or next(iter(gudang().all()), None) is not None:
        raise CadanganGagal(
            "Tujuan tidak kosong. Pulihkan hanya ke basis data dan folder berkas yang masih kosong "
            "(SIDIK_DATABASE_URL dan SIDIK_FILES_URL)."
        )
    if manifest["jenis"] != db.engine.dialect.name:
        raise CadanganGagal(f"Cadangan ini dari {manifest['jenis']}; arahkan SIDIK_DATABASE_URL ke jenis yang sama.")
    script = ScriptDirectory(app.extensions["migrate"].directory)
    if manifest["revisi"] not in {revision.revision for revision in script.walk_revisions()}:
        raise CadanganGagal("Cadangan ini dibuat versi SIDIK yang lebih baru. Pakai versi itu.")


def _verify(manifest: dict[str, Any]) -> list[str]:
    """Chain, triggers, rows, files: everything again from what now stands there."""
    begin_mode("DEFERRED")
    faults = [
        *periksa_rantai(db.session, _witness(manifest)),
        *_missing_triggers(),
        *_rows(manifest),
        *_stored(manifest),
    ]
    if faults:
        raise CadanganRusak("Pemulihan tidak utuh: " + " ".join(faults[:10]))
    head = db.session.get_one(KepalaRantai, 1)
    lines = [
        f"{sum(manifest['baris'].values())} baris dalam {len(manifest['baris'])} tabel.",
        f"{sum(name.startswith(BERKAS) for name in manifest['isi'])} berkas, semua cocok dengan SHA-256-nya.",
        f"Rantai peristiwa utuh sampai nomor {head.urut}, kepala {head.sha}.",
    ]
    if manifest["hilang"]:
        lines.append(f"{len(manifest['hilang'])} berkas sudah hilang ketika cadangan dibuat.")
    db.session.rollback()
    return lines


def _witness(manifest: dict[str, Any]) -> tuple[int, str] | None:
    """The head that stood in the snapshot: the chain must reach exactly there."""
    head = manifest["kepala_rantai"]
    return (head["urut"], head["sha"]) if head is not None and head["urut"] > 0 else None


def _missing_triggers() -> Iterator[str]:
    connection = db.session.connection()
    for name in sorted(triggers.names(connection.dialect.name) - triggers.present(connection)):
        yield f"Pemicu basis data {name} tidak ada."


def _rows(manifest: dict[str, Any]) -> Iterator[str]:
    tables = db.metadata.tables
    for name, expected in manifest["baris"].items():
        if name in tables and db.session.scalar(select(func.count()).select_from(tables[name])) != expected:
            yield f"Jumlah baris {name} tidak sama."


def _stored(manifest: dict[str, Any]) -> Iterator[str]:
    store, lost = gudang(), set(manifest["hilang"])
    for sha256 in db.session.scalars(select(Unggahan.sha256).distinct()):
        if sha256 not in lost:
            try:
                store.read(sha256)
            except (OSError, FileDamaged):
                yield f"Berkas {sha256[:12]} tidak ada."
