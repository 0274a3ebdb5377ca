"""A code counts once and only for its person; the secret is readable with the key alone; guessing stops after five."""

import threading
from typing import Any

import pyotp
import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from app import models as m
from app.errors import IsianSalah, Terkunci
from app.extensions import db
from app.security import factor
from tests.people import hire
from tests.security.persons import code, enrolled, person

# RFC 6238, appendix B (SHA-1), the last six figures: moment -> code.
RFC = {59: "287082", 1111111109: "081804", 1234567890: "005924", 2000000000: "279037"}
KEY_OF_THE_RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what no database decides


@pytest.fixture
def staff(session: Any) -> Any:
    hire(session)
    return session


@pytest.mark.parametrize(("moment", "shown"), RFC.items())
def test_codes_are_those_of_the_standard(moment: int, shown: str) -> None:
    assert pyotp.TOTP(KEY_OF_THE_RFC).at(moment) == shown


def test_a_code_counts_once(staff: Any) -> None:
    secret, ident = enrolled(staff, "utama"), person(staff, "utama").id
    shown = code(secret)
    assert factor.salah(ident, shown) == ""
    assert factor.salah(ident, shown) == factor.SALAH


@SQLITE
def test_an_older_code_never_counts_after_a_newer_one(staff: Any) -> None:
    secret, ident = enrolled(staff, "utama"), person(staff, "utama").id
    assert factor.salah(ident, code(secret, 1)) == ""
    assert factor.salah(ident, code(secret)) == factor.SALAH


@SQLITE
@pytest.mark.parametrize(("steps", "right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_off_by_one_step(staff: Any, steps: int, right: bool) -> None:
    with time_machine.travel("2026-03-05 05:00:10+00:00", tick=False):
        secret, ident = enrolled(staff, "utama"), person(staff, "utama").id
        assert (factor.salah(ident, code(secret, steps)) == "") is right


def test_a_code_of_somebody_else_does_not_count(staff: Any) -> None:
    secret, _ = enrolled(staff, "utama"), enrolled(staff, "ketua")
    assert factor.salah(person(staff, "ketua").id, code(secret))


@SQLITE
@pytest.mark.parametrize("typed", ["", "000", "٠١٢٣٤٥", "abcdef", "9" * 40, "\x00", "ABCD-EFGH-JKLM"])
def test_anything_else_is_told_as_wrong(staff: Any, typed: str) -> None:
    enrolled(staff, "utama")
    assert factor.salah(person(staff, "utama").id, typed) == factor.SALAH


@SQLITE
def test_five_wrong_codes_stop_the_guessing_of_one_person_only(staff: Any) -> None:
    secret, other = enrolled(staff, "utama"), enrolled(staff, "ketua")
    ident = person(staff, "utama").id
    for _ in range(5):
        assert factor.salah(ident, "000000") == factor.SALAH
    assert factor.salah(ident, code(secret)) == factor.TERLALU_SERING
    assert factor.salah(person(staff, "ketua").id, code(other)) == ""


def test_two_at_once_with_one_code_are_one(app: Flask) -> None:
    with app.app_context():
        hire(db.session)
        secret, ident = enrolled(db.session, "utama"), person(db.session, "utama").id
    shown, told = code(secret), []

    def send() -> None:
        with app.app_context():
            told.append(factor.salah(ident, shown))

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["", *[factor.SALAH] * 3]


@SQLITE
def test_the_kept_secret_opens_for_its_person_and_key_only(app: Flask, staff: Any) -> None:
    sealed = factor.tersegel("RAHASIA234", 7)
    assert "RAHASIA" not in sealed
    assert factor.terbuka(sealed, 7) == "RAHASIA234"
    assert factor.terbuka(sealed, 8) is None, "moved to another person"
    kept = app.config["SECRET_KEY"]
    app.config["SECRET_KEY"] = kept[::-1]
    try:
        assert factor.terbuka(sealed, 7) is None
    finally:
        app.config["SECRET_KEY"] = kept


@SQLITE
def test_enrolling_needs_a_right_code_and_gives_ten_recovery_codes_kept_as_hashes(staff: Any) -> None:
    user = person(staff, "utama")
    secret, before = factor.mulai(staff, user), user.cap_sesi
    with pytest.raises(IsianSalah):
        factor.pasang(staff, user, "000000")
    assert not factor.aktif(staff, user.id)
    used = code(secret)  # asked once: the next half minute has another
    codes = factor.pasang(staff, user, used)
    staff.commit()
    assert len(set(codes)) == factor.BANYAK_KODE
    assert user.cap_sesi == before + 1, "other sessions end"
    kept = staff.scalars(select(m.KodePemulihan.sidik)).all()
    assert not {one.replace("-", "") for one in codes} & set(kept)
    assert secret not in (staff.get_one(m.Kredensial, user.id).rahasia or "")
    with pytest.raises(Terkunci):
        factor.mulai(staff, user)
    assert factor.salah(user.id, used) == factor.SALAH, "the code that enrolled is used up"


def test_a_recovery_code_counts_once_and_is_remembered(staff: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factor, "BANYAK_KODE", 2)  # scrypt takes its time on purpose
    user = person(staff, "utama")
    secret = factor.mulai(staff, user)
    codes = factor.pasang(staff, user, code(secret))
    staff.commit()
    assert factor.salah(user.id, codes[0].lower().replace("-", " ")) == ""
    assert factor.salah(user.id, codes[0]) == factor.SALAH
    assert factor.sisa_kode(staff, user.id) == 1
    r = m.RiwayatAkun
    told = staff.execute(select(r.tindakan, r.pelaku_id).where(r.objek_id == user.id, r.tindakan == "kode_pulih")).all()
    assert told == [("kode_pulih", user.id)]
    factor.kode_baru(staff, user.id)
    staff.commit()
    assert factor.salah(user.id, codes[1]) == factor.SALAH, "new codes replace the old ones"


@SQLITE
def test_taking_it_off_leaves_nothing_to_prove_with(staff: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factor, "BANYAK_KODE", 1)
    secret, user = enrolled(staff, "utama"), person(staff, "utama")
    factor.kode_baru(staff, user.id)
    factor.lepas(staff, user, "faktor_atur_ulang", "ponsel hilang")
    staff.commit()
    assert factor.salah(user.id, code(secret))
    assert staff.scalar(select(func.count()).select_from(m.KodePemulihan)) == 0
