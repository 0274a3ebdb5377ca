"""A link sets one password once, also for two browsers at once; switching an account off stops it and every session."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.security import check_password_hash

from app import models as m
from app.errors import IsianSalah, Terkunci
from app.extensions import db, writing
from app.models.base import sekarang
from app.security import accounts
from tests.people import hire
from tests.security.persons import person

SANDI = ("kuda terbang di atas awan", "sepeda biru di bawah jembatan")


@pytest.fixture
def staff(session: Any) -> Any:
    hire(session)
    return session


def test_two_browsers_with_one_link_set_one_password(app: Flask) -> None:
    with app.app_context():
        hire(db.session)
        token = accounts.buat_tautan(db.session, person(db.session, "dinkes"))
        db.session.commit()
    ready, told = threading.Barrier(2), []

    def accept(password: str) -> None:
        with app.app_context():
            ready.wait()
            with writing() as work:
                who = accounts.terima(work, token, password)
            told.append(password if who is not None else "")

    threads = [threading.Thread(target=accept, args=(password,)) for password in SANDI]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (won,) = [one for one in told if one]
    with app.app_context():
        kept = person(db.session, "dinkes").password
        assert [check_password_hash(kept, one) for one in SANDI] == [one == won for one in SANDI]


def test_a_weak_password_uses_nothing_up(staff: Any) -> None:
    token = accounts.buat_tautan(staff, person(staff, "dinkes"))
    staff.commit()
    with pytest.raises(IsianSalah):
        accounts.terima(staff, token, "pendek")
    staff.rollback()
    assert accounts.tautan(staff, token) is not None


def test_switching_off_stops_links_and_sessions_but_not_the_last_administrator(staff: Any) -> None:
    user = person(staff, "dinkes")
    token, before = accounts.buat_tautan(staff, user), user.cap_sesi
    accounts.nonaktifkan(staff, user, "Pindah.")
    staff.commit()
    assert accounts.tautan(staff, token) is None
    assert user.cap_sesi == before + 1
    accounts.nonaktifkan(staff, person(staff, "admin"), "Masih ada yang lain.")
    staff.commit()
    last = person(staff, "admin.petugas")
    with pytest.raises(Terkunci):
        accounts.nonaktifkan(staff, last, "Tidak ada yang lain.")
    staff.rollback()
    assert person(staff, "admin.petugas").active
    told = staff.scalars(select(m.RiwayatAkun.objek_nama).where(m.RiwayatAkun.tindakan == "nonaktifkan")).all()
    assert told == ["Dinkes Contoh (dinkes)", "Admin Contoh (admin)"]


def test_logins_are_remembered_for_ninety_days(staff: Any) -> None:
    user = person(staff, "dinkes")
    first = accounts.catat_masuk(staff, user, "panel", "Firefox")
    staff.get_one(m.MasukAkun, first).waktu = sekarang() - timedelta(days=91)
    staff.flush()
    second = accounts.catat_masuk(staff, user, "program", "")
    assert staff.scalars(select(m.MasukAkun.id)).all() == [second]
    assert [row.id for row in accounts.perangkat(staff, user, timedelta(hours=12))] == [second]
