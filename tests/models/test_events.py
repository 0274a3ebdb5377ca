"""The event log can only grow, is chained, and every tampering with it is found, on both databases."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from app.models import triggers
from app.models.events import NOL, Peristiwa, canon
from app.security.officer import Officer
from app.steps.events import catat, periksa_rantai

NOBODY = Officer(1, "siti", "Siti Contoh", "Kepala", frozenset({"PPID Utama"}), frozenset(), None)
EVENTS = 5


@pytest.fixture
def logged(session: Any) -> Any:
    """A log of five events, written by a person who exists."""
    session.execute(
        text("INSERT INTO ab_user (id, first_name, last_name, username, email) VALUES (1,'S','C','siti','s@c.test')")
    )
    for number in range(1, EVENTS + 1):
        catat(session, officer=NOBODY, objek_jenis="berkas", objek_id=number, verb="kaji", catatan=f"Catatan {number}")
    session.commit()
    return session


def refusal(session: Any, statement: str, **values: Any) -> str:
    """What the database answers to a statement; nothing of it stays."""
    with pytest.raises(DBAPIError) as fault:
        session.execute(text(statement), values)
    session.rollback()
    return str(fault.value.orig)


def test_events_are_numbered_and_each_holds_the_hash_of_the_one_before(logged: Any) -> None:
    rows = logged.query(Peristiwa).order_by(Peristiwa.urut).all()
    assert [row.urut for row in rows] == [1, 2, 3, 4, 5]
    assert [row.sha_sebelumnya for row in rows] == [NOL, *(row.sha for row in rows[:-1])]
    assert all(row.sha == row.sidik() for row in rows)
    assert periksa_rantai(logged) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE peristiwa SET catatan = 'lain' WHERE urut = 2",
        "UPDATE peristiwa SET urut = urut",
        "DELETE FROM peristiwa WHERE urut = 5",
        "DELETE FROM peristiwa",
        "TRUNCATE peristiwa CASCADE",
    ],
)
def test_events_are_never_changed_or_removed(logged: Any, statement: str) -> None:
    if statement.startswith("TRUNCATE") and logged.get_bind().dialect.name == "sqlite":
        pytest.skip("SQLite has no TRUNCATE")
    assert triggers.APPEND_ONLY in refusal(logged, statement)
    assert periksa_rantai(logged) == []


@pytest.mark.parametrize(
    "wrong", [{"urut": 7}, {"urut": 5}, {"urut": 0}, {"sha_sebelumnya": NOL}, {"urut": 7, "sha_sebelumnya": NOL}]
)
def test_an_event_that_does_not_fit_the_chain_is_refused(logged: Any, wrong: dict[str, Any]) -> None:
    last = logged.query(Peristiwa).filter_by(urut=EVENTS).one()
    fitting = {"urut": EVENTS + 1, "sha_sebelumnya": last.sha, "operasi": "baru"}
    assert triggers.BROKEN in refusal(logged, INSERT, **(fitting | wrong))
    logged.execute(text(INSERT), fitting)  # and one that fits is taken
    logged.rollback()


INSERT = """INSERT INTO peristiwa (urut, waktu, pelaku_nama, peran, objek_jenis, objek_id, verb, operasi,
    di_luar_jam_kerja, ringkasan, sha_sebelumnya, sha)
    SELECT :urut, waktu, pelaku_nama, peran, objek_jenis, objek_id, verb, :operasi, di_luar_jam_kerja, ringkasan,
    :sha_sebelumnya, sha FROM peristiwa WHERE urut = 1"""


def test_a_hash_has_its_length_and_an_operation_happens_once(logged: Any) -> None:
    last = logged.query(Peristiwa).filter_by(urut=EVENTS).one()
    fitting = {"urut": EVENTS + 1, "sha_sebelumnya": last.sha, "operasi": last.operasi}
    assert "operasi" in refusal(logged, INSERT, **fitting)
    short = INSERT.replace(":sha_sebelumnya, sha FROM", ":sha_sebelumnya, 'pendek' FROM")
    assert "ck_peristiwa_sha" in refusal(logged, short, **(fitting | {"operasi": "baru"}))


@pytest.mark.parametrize(
    "statement", ["UPDATE perubahan_data SET baru = 'x'", "DELETE FROM perubahan_data", "TRUNCATE perubahan_data"]
)
def test_the_history_of_fields_is_never_changed_or_removed(logged: Any, statement: str) -> None:
    if statement.startswith("TRUNCATE") and logged.get_bind().dialect.name == "sqlite":
        pytest.skip("SQLite has no TRUNCATE")
    logged.execute(
        text(
            "INSERT INTO perubahan_data (waktu, objek_jenis, objek_id, medan, lama, baru) "
            "SELECT waktu, 'berkas', 1, 'judul', 'a', 'b' FROM peristiwa WHERE urut = 1"
        )
    )
    logged.commit()
    assert triggers.APPEND_ONLY in refusal(logged, statement)


def unguarded(session: Any, *statements: str) -> None:
    """Somebody with the whole database in his hands: triggers off, statements, triggers on."""
    connection: Connection = session.connection()
    if connection.dialect.name == "sqlite":
        for name in triggers.SQLITE:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    else:
        connection.exec_driver_sql("ALTER TABLE peristiwa DISABLE TRIGGER ALL")
    for statement in statements:
        connection.exec_driver_sql(statement)
    session.commit()
    session.expire_all()


FIELDS = {
    "waktu": "'2020-01-01 00:00:00+00:00'",
    "pelaku_id": "NULL",
    "pelaku_nama": "'Orang Lain'",
    "pelaku_jabatan": "'Jabatan lain'",
    "peran": "'Tim Pertimbangan'",
    "atas_nama": "'Pimpinan'",
    "objek_jenis": "'usulan'",
    "objek_id": "99",
    "verb": "'tetapkan'",
    "operasi": "'operasi-lain'",
    "dari": "'draf'",
    "ke": "'selesai'",
    "catatan": "'Catatan lain'",
    "ringkasan": "'{}' || ' '",
    "di_luar_jam_kerja": "NOT di_luar_jam_kerja",
    "sha": f"'{'f' * 64}'",
}


def test_a_changed_field_is_found_whichever_it_is(logged: Any) -> None:
    unguarded(logged)
    for field, other in FIELDS.items():
        kept = logged.execute(text(f"SELECT {field} FROM peristiwa WHERE urut = 3")).scalar_one()
        logged.execute(text(f"UPDATE peristiwa SET {field} = {other} WHERE urut = 3"))
        logged.expire_all()
        found = periksa_rantai(logged)
        assert found == ["Peristiwa nomor 3 tidak cocok dengan sidik jarinya: isinya pernah diubah."], field
        logged.execute(text(f"UPDATE peristiwa SET {field} = :kept WHERE urut = 3"), {"kept": kept})
        logged.expire_all()
    assert periksa_rantai(logged) == []


@pytest.mark.parametrize(
    ("statements", "finding"),
    [
        (("DELETE FROM peristiwa WHERE urut = 3",), "Peristiwa nomor 3 hilang."),
        (("DELETE FROM peristiwa WHERE urut = 1",), "Peristiwa nomor 1 hilang."),
        (("DELETE FROM peristiwa WHERE urut = 5",), "Kepala rantai tidak cocok dengan peristiwa terakhir."),
        (("DELETE FROM peristiwa",), "Kepala rantai tidak cocok dengan peristiwa terakhir."),
        ((f"UPDATE kepala_rantai SET sha = '{'0' * 64}'",), "Kepala rantai tidak cocok dengan peristiwa terakhir."),
        (
            (
                "UPDATE peristiwa SET urut = 99 WHERE urut = 2",
                "UPDATE peristiwa SET urut = 2 WHERE urut = 3",
                "UPDATE peristiwa SET urut = 3 WHERE urut = 99",
            ),
            "Peristiwa nomor 2 tidak cocok dengan sidik jarinya: isinya pernah diubah.",
        ),
    ],
    ids=["one gone", "the first gone", "the last gone", "all gone", "another head", "two swapped"],
)
def test_a_gap_or_another_order_is_found(logged: Any, statements: tuple[str, ...], finding: str) -> None:
    unguarded(logged, *statements)
    assert periksa_rantai(logged) == [finding]


def cut(session: Any) -> None:
    """The last two events removed, and the head put right."""
    sha = session.query(Peristiwa).filter_by(urut=3).one().sha
    unguarded(session, "DELETE FROM peristiwa WHERE urut > 3", f"UPDATE kepala_rantai SET urut = 3, sha = '{sha}'")


def rewritten(session: Any) -> None:
    """The last event told otherwise, with all hashes and the head computed anew."""
    row = session.query(Peristiwa).filter_by(urut=EVENTS).one()
    session.expunge(row)
    row.catatan = "Riwayat lain"
    sha = row.sidik()
    unguarded(
        session,
        f"UPDATE peristiwa SET catatan = 'Riwayat lain', sha = '{sha}' WHERE urut = {EVENTS}",
        f"UPDATE kepala_rantai SET sha = '{sha}'",
    )


@pytest.mark.parametrize(
    ("tamper", "finding"),
    [
        (cut, "Catatan lebih pendek daripada saksi di luar."),
        (rewritten, f"Peristiwa nomor {EVENTS} berbeda dari saksi di luar."),
    ],
)
def test_only_a_witness_outside_sees_a_log_that_was_made_consistent_again(
    logged: Any, tamper: Callable[[Any], None], finding: str
) -> None:
    witness = (EVENTS, logged.query(Peristiwa).filter_by(urut=EVENTS).one().sha)
    assert periksa_rantai(logged, witness) == []
    tamper(logged)
    assert periksa_rantai(logged) == []
    assert periksa_rantai(logged, witness) == [finding]


def test_the_hash_has_one_spelling_for_ever() -> None:
    """A change of this format would make every old log look tampered with."""
    assert canon({"b": 1, "a": ["é", None, True]}) == '{"a":["é",null,true],"b":1}'
    row = Peristiwa(
        urut=1,
        waktu=dt.datetime(2026, 3, 5, 9, 30, 15, 123456, tzinfo=dt.timezone(dt.timedelta(hours=7))),
        pelaku_id=1,
        pelaku_nama="Siti Contoh",
        pelaku_jabatan=None,
        peran="PPID Utama",
        atas_nama=None,
        objek_jenis="berkas",
        objek_id=1,
        berkas_id=1,
        verb="kaji",
        operasi="satu",
        dari="penghimpunan",
        ke="pengkajian",
        catatan=None,
        di_luar_jam_kerja=False,
        ringkasan="{}",
        sha_sebelumnya=NOL,
    )
    assert row.sidik() == GOLDEN


GOLDEN = "75a9b9a41287ba43a57979563bbc9f1a98d3fbf4454e42857275f27e5946aefd"
