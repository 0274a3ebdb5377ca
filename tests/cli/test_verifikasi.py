"""`flask verifikasi`: whole on a whole database; every kind of damage is found and named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text

from app.extensions import db
from app.files.store import open_store
from app.models import KepalaRantai, NomorNaskah, PencacahNomor, Peristiwa, Unggahan, triggers
from app.security.officer import Officer
from app.steps.events import catat

WHO = Officer(1, "uji", "Contoh", "", frozenset({"Auditor"}), frozenset(), None)


@pytest.fixture
def content(app: Flask) -> str:
    """Three events, one stored file, two numbers; -> SHA-256 of the file."""
    with app.app_context():
        officer = Officer(**{**vars(WHO), "id": None})
        for place in range(3):
            catat(db.session, officer=officer, objek_jenis="usulan", objek_id=place + 1, verb="ajukan")
        sha256, size = open_store(app.config["SIDIK_FILES_URL"]).put(b"isi naskah")
        db.session.add(
            Unggahan(sha256=sha256, nama_asli="a.docx", jenis_mime="x/y", ukuran=size, kunci_penyimpanan=sha256)
        )
        for urut in (1, 2):
            db.session.add(
                NomorNaskah(pola="p", jenis="nota_dinas", unit="U", tahun=2026, urut=urut, nomor=f"ND-{urut}")
            )
        db.session.add(PencacahNomor(jenis="nota_dinas", unit="U", tahun=2026, terakhir=2))
        db.session.commit()
    return sha256


def _drop_triggers() -> None:
    """What an intruder with the database in his hands would do first."""
    connection = db.session.connection()
    if connection.dialect.name == "sqlite":
        for name in sorted(triggers.names("sqlite")):
            connection.execute(text(f"DROP TRIGGER {name}"))
        return
    query = text("SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname")
    for name, table in connection.execute(query).all():
        connection.execute(text(f"DROP TRIGGER {name} ON {table}"))


def damage(app: Flask, *statements: str) -> None:
    with app.app_context():
        if any("peristiwa" in statement for statement in statements):
            _drop_triggers()
        for statement in statements:
            db.session.execute(text(statement))
        db.session.commit()


def test_a_whole_database_is_whole(run: Callable[..., Any], content: str) -> None:
    result = run("verifikasi")
    assert result.exit_code == 0, result.output
    assert "3 peristiwa, 1 berkas tersimpan, 2 nomor naskah" in result.output


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE peristiwa SET catatan = 'lain' WHERE urut = 2", "Peristiwa nomor 2 tidak cocok"),
        ("DELETE FROM peristiwa WHERE urut = 2", "Peristiwa nomor 2 hilang"),
        ("DELETE FROM peristiwa WHERE urut = 3", "Kepala rantai tidak cocok"),
        ("DELETE FROM nomor_naskah WHERE urut = 1", "Nomor nota_dinas"),
        ("UPDATE pencacah_nomor SET terakhir = 5", "menunjuk 5, nomor terakhir 2"),
    ],
)
def test_a_changed_row_is_found(
    run: Callable[..., Any], app: Flask, content: str, statement: str, sentence: str
) -> None:
    damage(app, statement)
    result = run("verifikasi")
    assert (result.exit_code, sentence in result.output) == (1, True), result.output


def test_missing_triggers_are_found(run: Callable[..., Any], app: Flask) -> None:
    with app.app_context():
        _drop_triggers()
        db.session.commit()
    result = run("verifikasi")
    assert (result.exit_code, "Pemicu basis data" in result.output) == (1, True)


def test_a_lost_and_a_damaged_file_are_found(run: Callable[..., Any], app: Flask, content: str) -> None:
    folder = Path(app.config["SIDIK_FILES_URL"].removeprefix("file://"))
    file = folder / content[:2] / content
    file.chmod(0o600)
    file.write_bytes(b"isi lain...")
    assert "isinya rusak" in run("verifikasi").output
    file.unlink()
    result = run("verifikasi")
    assert (result.exit_code, "hilang dari penyimpanan" in result.output) == (1, True)


def test_a_witness_from_outside_finds_a_chain_that_was_made_anew(
    run: Callable[..., Any], app: Flask, content: str
) -> None:
    with app.app_context():
        head = db.session.get_one(KepalaRantai, 1)
        witness = f"{head.urut}:{head.sha}"
    assert run("verifikasi", "--saksi", witness).exit_code == 0
    with app.app_context():
        _drop_triggers()
        last = db.session.scalars(select(Peristiwa).where(Peristiwa.urut == 3)).one()
        last.catatan = "ditulis ulang"
        last.sha = last.sidik()
        db.session.get_one(KepalaRantai, 1).sha = last.sha
        db.session.commit()
    result = run("verifikasi", "--saksi", witness)
    assert (result.exit_code, "berbeda dari saksi" in result.output) == (1, True)
    assert "NOMOR:SHA256" in run("verifikasi", "--saksi", "bukan").output
