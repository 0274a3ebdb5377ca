"""The database itself refuses rows that cannot be, on both databases, each by the constraint that is meant."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask_migrate import upgrade
from sqlalchemy import Engine, MetaData, create_engine, select, update
from sqlalchemy.exc import IntegrityError

from tests.databases import DIALECTS, Databases
from tests.migrations.filling import fill
from tests.migrations.opening import opened
from tests.models.impossible import BY_HAND, Impossible, checks, closed_lists

ALL = (*closed_lists(), *BY_HAND)
# Only grow, and guarded by triggers before any CHECK: see test_events.py and security/test_account_history.py.
ELSEWHERE = {("peristiwa", "sha"), ("riwayat_akun", "tindakan"), ("riwayat_akun", "objek_jenis")}


@pytest.fixture(scope="module", params=DIALECTS)
def filled(
    request: pytest.FixtureRequest, databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Engine, MetaData]]:
    """A database with plain rows in every table."""
    url = databases.empty(request.param)
    with opened(url, tmp_path_factory.mktemp("instance")):
        upgrade()
    engine = create_engine(url)
    with engine.begin() as connection:
        fill(connection)
    meta = MetaData()
    meta.reflect(engine)
    yield engine, meta
    engine.dispose()


def refused(filled: tuple[Engine, MetaData], table: str, values: dict[str, Any]) -> str:
    """What the database says when the first row of a table becomes that; "" when it accepts. Nothing is kept."""
    engine, meta = filled
    target = meta.tables[table]
    plain = {name: target.c[name].type.python_type for name in values}
    typed = {name: read(plain[name], value) for name, value in values.items()}
    with engine.connect() as connection, connection.begin() as transaction:
        key = select(target.primary_key.columns.values()[0]).limit(1).scalar_subquery()
        try:
            connection.execute(update(target).where(target.primary_key.columns.values()[0] == key).values(typed))
        except IntegrityError as fault:
            return str(fault.orig)
        finally:
            transaction.rollback()
    return ""


def read(kind: type, value: Any) -> Any:
    """Dates and times as the column wants them."""
    parse = getattr(kind, "fromisoformat", None)
    return parse(value) if parse is not None and isinstance(value, str) else value


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.table}: {c.constraint} {list(c.values.values())[-1]}")
def test_an_impossible_row_is_refused(filled: tuple[Engine, MetaData], case: Impossible) -> None:
    said = refused(filled, case.table, case.values)
    assert said, f"{case.table} accepts {case.values}"
    if "sulap" in case.values.values():
        assert "ck_" in said
    else:
        assert f"ck_{case.table}_{case.constraint}" in said


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("berkas", {"status": "selesai", "berakhir_pada": "2026-03-05 05:00:00+00:00"}),
        ("usulan", {"status": "dihimpun", "berkas_id": 1}),
        ("usulan", {"status": "draf", "pernah_diajukan": False}),
        ("butir_informasi", {"status": "digabung", "berkas_id": 1, "digabung_ke_id": 2}),
        (
            "butir_informasi",
            {
                "status": "ditetapkan",
                "berkas_id": 1,
                "hasil_pertimbangan": "disetujui",
                "keputusan": "dikecualikan",
            },
        ),
        ("uji_konsekuensi", {"kesimpulan": "terbuka", "penguji_id": 1, "tanggal": "2026-03-05"}),
        ("naskah", {"jenis": "draft_daftar", "nomor": None, "nomor_naskah_id": None}),
        ("butir_ditetapkan", {"mulai": "2026-03-05", "akhir": "2031-03-05", "batas_buka": "2031-01-20"}),
        ("publikasi", {"hasil_cek": "sama", "cek_terakhir": "2026-03-05 05:00:00+00:00"}),
    ],
)
def test_a_row_that_can_be_is_accepted(filled: tuple[Engine, MetaData], table: str, values: dict[str, Any]) -> None:
    assert refused(filled, table, values) == ""


def test_every_check_has_a_row_that_it_refuses() -> None:
    tried = {(case.table, case.constraint) for case in ALL}
    assert set(checks()) - tried == ELSEWHERE


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("perangkat_daerah", ("kode",)),
        ("berkas", ("nomor",)),
        ("butir_informasi", ("kode",)),
        ("uji_konsekuensi", ("butir_id", "putaran")),
        ("pendapat", ("butir_id", "anggota_id", "putaran")),
        ("nomor_naskah", ("nomor",)),
        ("nomor_naskah", ("jenis", "unit", "tahun", "urut")),
        ("naskah", ("token",)),
        ("templat_naskah", ("jenis", "nomor_versi")),
        ("arsip", ("naskah_id",)),
        ("pengaturan", ("kunci",)),
        ("hari_libur", ("tanggal", "nama")),
        ("peraturan", ("jenis", "nomor", "tahun")),
    ],
)
def test_what_must_be_the_only_one_cannot_be_there_twice(
    filled: tuple[Engine, MetaData], table: str, columns: tuple[str, ...]
) -> None:
    engine, meta = filled
    target = meta.tables[table]
    with engine.connect() as connection, connection.begin() as transaction:
        first, second = connection.execute(select(target).order_by(target.c.id).limit(2)).mappings().all()
        twice = update(target).where(target.c.id == second["id"]).values({c: first[c] for c in columns})
        with pytest.raises(IntegrityError) as fault:
            connection.execute(twice)
        transaction.rollback()
    said = str(fault.value.orig)
    assert f"uq_{table}" in said or all(f"{table}.{column}" in said for column in columns)


def test_a_parent_with_children_cannot_be_deleted(filled: tuple[Engine, MetaData]) -> None:
    engine, meta = filled
    for table in ("perangkat_daerah", "berkas", "usulan", "butir_informasi", "naskah", "unggahan", "ab_user"):
        with engine.connect() as connection, connection.begin() as transaction:
            if engine.dialect.name == "sqlite":
                assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
            with pytest.raises(IntegrityError):
                connection.execute(meta.tables[table].delete().where(meta.tables[table].c.id == 1))
            transaction.rollback()
