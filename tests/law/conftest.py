"""A database in memory for what only reads and adds plain rows: no migration, no application, a few milliseconds."""

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from app import models as m

TABLES = (
    m.Pengguna,
    m.Unggahan,
    m.PerangkatDaerah,
    m.Peraturan,
    m.Pasal17,
    m.HariLibur,
    m.Pengaturan,
    m.PerubahanData,
    m.KlasifikasiArsip,
    m.InformasiTerbuka,
)


@pytest.fixture
def memory() -> Iterator[Session]:
    """A session on the tables of reference data, all empty."""
    engine = create_engine("sqlite://")
    m.Peraturan.metadata.create_all(engine, tables=[model.__table__ for model in TABLES])
    with Session(engine) as session:
        yield session
    engine.dispose()
