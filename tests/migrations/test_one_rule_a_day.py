"""Rules of a letter without number that began on the same day are put apart by 0016, and cannot be made any more."""

import datetime as dt
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import IntegrityError

from tests.databases import DIALECTS, Databases
from tests.migrations.opening import opened

DAY = dt.date(2026, 3, 5)
NOON = dt.datetime(2026, 3, 5, 5, 0, tzinfo=dt.UTC)
RULE = text(
    "INSERT INTO pasal17 (id, huruf, angka, label, tanpa_batas, perlu_uu_lain, terverifikasi, berlaku_mulai, "
    "dibuat_pada, diubah_pada) VALUES (:id, :huruf, :angka, 'x', 'larang', :no, :no, :mulai, :noon, :noon)"
)


def rule(connection: Connection, ident: int, huruf: str, day: int, angka: int | None = None) -> None:
    begun = DAY + dt.timedelta(days=day)
    values = {"id": ident, "huruf": huruf, "angka": angka, "mulai": begun.isoformat(), "no": False, "noon": NOON}
    if connection.dialect.name == "sqlite":
        values["noon"] = NOON.isoformat(" ")
    connection.execute(RULE, values)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_later_of_two_rules_begins_on_the_next_free_day(dialect: str, databases: Databases, tmp_path: Path) -> None:
    url = databases.empty(dialect)
    with opened(url, tmp_path):
        upgrade(revision="0015")
        engine = create_engine(url)
        with engine.begin() as connection:
            for ident, (huruf, day) in enumerate((("g", 0), ("g", 1), ("g", 0), ("i", 0)), 1):
                rule(connection, ident, huruf, day)
        upgrade()
        with engine.begin() as connection:
            kept = connection.execute(text("SELECT id, berlaku_mulai FROM pasal17 ORDER BY id")).all()
            days = [(dt.date.fromisoformat(str(begun)) - DAY).days for _, begun in kept]
            assert days == [0, 1, 2, 0]
        with pytest.raises(IntegrityError), engine.begin() as connection:
            rule(connection, 9, "i", 0)
        with engine.begin() as connection:
            rule(connection, 9, "i", 1)
            rule(connection, 10, "i", 0, 1)
        engine.dispose()
