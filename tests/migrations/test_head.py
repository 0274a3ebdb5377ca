"""The migrations make exactly the tables, CHECKs and triggers that the models declare, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine

from app.models import triggers as declared
from app.models.base import Base
from tests.databases import DIALECTS, Databases
from tests.migrations.schema import Schema, schema, triggers

FAB = "ab_"


@pytest.fixture(params=DIALECTS)
def migrated(request: pytest.FixtureRequest, databases: Databases) -> Engine:
    """A database made by the migrations."""
    return create_engine(databases.fresh(request.param))


@pytest.fixture
def made_by_models(migrated: Engine, databases: Databases) -> Engine:
    """A database made from the models alone."""
    engine = create_engine(databases.empty(migrated.dialect.name))
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        if engine.dialect.name == "sqlite":
            statements = list(declared.SQLITE.values())
        else:
            statements = [*declared.POSTGRESQL_FUNCTIONS, *declared.POSTGRESQL.values()]
        for statement in statements:
            connection.exec_driver_sql(statement)
    return engine


@pytest.fixture
def found(migrated: Engine) -> Schema:
    with migrated.connect() as connection:
        read = schema(connection)
    migrated.dispose()
    return read


def test_alembic_sees_no_difference_between_head_and_models(migrated: Engine) -> None:
    with migrated.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    migrated.dispose()


def test_the_real_tables_are_those_of_the_models_to_the_last_check(migrated: Engine, made_by_models: Engine) -> None:
    with migrated.connect() as ours, made_by_models.connect() as theirs:
        one, other = schema(ours), schema(theirs)
    migrated.dispose()
    made_by_models.dispose()
    assert set(one) == set(other)
    for table, parts in one.items():
        for part, read in parts.items():
            assert read == other[table][part], f"{table}: {part}"


def test_the_triggers_are_those_of_the_models_word_for_word(migrated: Engine, made_by_models: Engine) -> None:
    with migrated.connect() as ours, made_by_models.connect() as theirs:
        assert triggers(ours) == triggers(theirs)
        assert set(triggers(ours)) == declared.names(migrated.dialect.name)
    migrated.dispose()
    made_by_models.dispose()


def test_every_constraint_has_a_name(found: Schema) -> None:
    nameless = []
    for table, parts in found.items():
        for part in ("foreign keys", "unique", "checks", "indexes"):
            nameless += [f"{table}: {part}" for name in parts[part] if not name]
        if not parts["primary key"][0]:
            nameless.append(f"{table}: primary key")
    assert not nameless


def test_nothing_of_the_office_is_deleted_along_with_something_else(found: Schema) -> None:
    faults = [
        f"{table}.{name} {fk[3]}"
        for table, parts in found.items()
        if not table.startswith(FAB)
        for name, fk in parts["foreign keys"].items()
        if fk[3] not in (None, "NO ACTION", "RESTRICT")
    ]
    assert not faults


def test_every_status_is_a_closed_list(found: Schema) -> None:
    for table, parts in found.items():
        if "status" in parts["columns"]:
            assert f"ck_{table}_status" in parts["checks"], table


def test_every_relation_is_indexed_where_rows_are_looked_up_by_it(found: Schema) -> None:
    """The parents by which lists, row scope and papers look: a missing index would read whole tables."""
    led = {table: {columns[0] for columns, _ in parts["indexes"].values()} for table, parts in found.items()}
    for table, parts in found.items():
        led[table] |= {columns[0] for columns in parts["unique"].values()}
    for table, column in (
        ("usulan", "berkas_id"),
        ("usulan", "perangkat_daerah_id"),
        ("butir_informasi", "usulan_id"),
        ("butir_informasi", "berkas_id"),
        ("dasar_pengecualian", "butir_id"),
        ("bagian_dikecualikan", "butir_id"),
        ("uji_konsekuensi", "butir_id"),
        ("pendapat", "butir_id"),
        ("naskah", "berkas_id"),
        ("naskah", "usulan_id"),
        ("peristiwa", "berkas_id"),
        ("peristiwa", "objek_jenis"),
        ("butir_ditetapkan", "sk_id"),
    ):
        assert column in led[table], f"{table}.{column}"
