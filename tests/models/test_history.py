"""Who changed what, when: written with the change, or not at all."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import StatementError
from sqlalchemy.orm.exc import StaleDataError

from app import models as m
from app.models.history import PELAKU

SECRET = "pbkdf2:sha256:rahasia"


@pytest.fixture
def people(session: Any) -> tuple[int, int]:
    """Two people of the office; the first is at work."""
    found = []
    for name in ("siti", "budi"):
        user = m.Pengguna(
            first_name=name, last_name="C", username=name, email=f"{name}@c.test", password=SECRET, active=True
        )
        session.add(user)
        session.flush()
        found.append(user.id)
    session.commit()
    session.info[PELAKU] = found[0]
    return found[0], found[1]


@pytest.fixture
def usulan(session: Any, people: tuple[int, int]) -> m.Usulan:
    agency = session.scalars(select(m.PerangkatDaerah.id).where(m.PerangkatDaerah.kode == "DINKES")).one()
    row = m.Usulan(perangkat_daerah_id=agency, judul="Usulan pertama")
    session.add(row)
    session.commit()
    return row


def told(session: Any, table: str = "usulan") -> list[tuple[str, str | None, str | None, int | None]]:
    """The history of one table, oldest first."""
    p = m.PerubahanData
    rows = session.scalars(select(p).where(p.objek_jenis == table).order_by(p.id))
    return [(row.medan, row.lama, row.baru, row.pelaku_id) for row in rows]


def test_a_new_row_says_who_made_it_and_has_no_history(session: Any, people: tuple[int, int], usulan: m.Usulan) -> None:
    assert (usulan.dibuat_oleh_id, usulan.diubah_oleh_id) == (people[0], people[0])
    assert told(session) == []


def test_a_change_is_told_with_both_values_and_the_person(
    session: Any, people: tuple[int, int], usulan: m.Usulan
) -> None:
    session.info[PELAKU] = people[1]
    assert usulan.judul == "Usulan pertama"
    usulan.judul, usulan.nihil, usulan.nomor_surat = "Usulan kedua", True, "12/2026"
    session.commit()
    assert sorted(told(session)) == [
        ("judul", "Usulan pertama", "Usulan kedua", people[1]),
        ("nihil", "false", "true", people[1]),
        ("nomor_surat", None, "12/2026", people[1]),
    ]
    assert (usulan.dibuat_oleh_id, usulan.diubah_oleh_id) == people


def test_a_field_that_nobody_had_looked_at_is_told_too(session: Any, people: tuple[int, int], usulan: m.Usulan) -> None:
    session.expire(usulan)
    usulan.judul = "Usulan ketiga"
    session.commit()
    assert told(session) == [("judul", "Usulan pertama", "Usulan ketiga", people[0])]


def test_writing_the_same_value_again_is_no_change(session: Any, usulan: m.Usulan) -> None:
    session.expire(usulan)
    usulan.judul = "Usulan pertama"
    session.commit()
    assert told(session) == []


def test_a_change_that_is_taken_back_leaves_no_history(session: Any, usulan: m.Usulan) -> None:
    assert usulan.judul
    usulan.judul = "Usulan keempat"
    session.flush()
    assert told(session)
    session.rollback()
    assert told(session) == []
    assert usulan.judul == "Usulan pertama"


def test_emptying_a_field_is_told(session: Any, people: tuple[int, int], usulan: m.Usulan) -> None:
    usulan.nomor_surat = "12/2026"
    session.commit()
    assert usulan.nomor_surat
    usulan.nomor_surat = None
    session.commit()
    assert told(session)[-1] == ("nomor_surat", "12/2026", None, people[0])


def test_a_password_never_enters_the_history(session: Any, people: tuple[int, int]) -> None:
    user = session.get(m.Pengguna, people[1])
    assert user.password == SECRET
    user.password, user.jabatan = "pbkdf2:sha256:lain", "Kepala Bidang"
    session.commit()
    assert told(session, "ab_user") == [("jabatan", None, "Kepala Bidang", people[0])]


def test_a_time_without_a_zone_is_refused(session: Any, usulan: m.Usulan) -> None:
    usulan.diubah_pada = dt.datetime(2026, 3, 5, 9, 0)  # noqa: DTZ001  that is what is refused
    with pytest.raises(StatementError, match="waktu tanpa zona"):
        session.commit()
    session.rollback()


def test_times_come_back_in_utc_from_both_databases(session: Any, usulan: m.Usulan) -> None:
    session.expire(usulan)
    assert usulan.dibuat_pada.tzinfo == dt.UTC
    assert abs(dt.datetime.now(dt.UTC) - usulan.dibuat_pada) < dt.timedelta(minutes=1)


def test_two_people_who_change_the_same_row_do_not_overwrite_each_other(session: Any, usulan: m.Usulan) -> None:
    assert usulan.versi == 1
    other = update(m.Usulan).where(m.Usulan.id == usulan.id).values(versi=2)
    session.execute(other.execution_options(synchronize_session=False))
    usulan.judul = "Usulan kelima"
    with pytest.raises(StaleDataError):
        session.flush()
    session.rollback()
