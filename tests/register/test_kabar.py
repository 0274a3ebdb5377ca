"""What the daily work tells the agencies and PPID Utama of their entries: the most pressing, once, in one mail."""

import datetime as dt
from collections import Counter

import pytest
from flask import current_app
from sqlalchemy import delete, insert, select, update

from app import models as m
from app.calendar.workdays import tambah_hari_kerja
from app.models.base import sekarang
from app.register.life import jalankan
from tests.cases import Case, Office
from tests.register.entries import tambah
from tests.stages import at
from tests.steps.test_notifikasi import BKD, DINKES, UTAMA, counted

N, E = m.Notifikasi, m.ButirDitetapkan
DAY = dt.date(2027, 3, 1)


def quiet(office: Office) -> None:
    """No news yet, and the decree's own entries rest."""
    office.session.execute(delete(N))
    office.session.execute(update(E).values(status="dicabut"))
    office.session.commit()


def entry(office: Office, working_days: int, kode: str = "DINKES") -> int:
    """An entry of an agency that ends so many working days after DAY."""
    holidays = set(office.session.scalars(select(m.HariLibur.tanggal)))
    agency = office.session.scalars(select(m.PerangkatDaerah.id).where(m.PerangkatDaerah.kode == kode)).one()
    end = tambah_hari_kerja(DAY, working_days, holidays)
    return tambah(office.session, [{"akhir": end, "mulai": DAY.replace(year=2026), "perangkat_daerah_id": agency}])[0]


def run(office: Office, day: dt.date = DAY) -> None:
    jalankan(office.session, day, sekarang())
    office.session.commit()


def told(office: Office, ident: int) -> dict[str, set[str]]:
    query = select(N.hal, m.Pengguna.username).join(m.Pengguna, m.Pengguna.id == N.pengguna_id)
    found: dict[str, set[str]] = {}
    for hal, name in office.session.execute(query.where(N.objek_jenis == "register", N.objek_id == ident)):
        found.setdefault(hal, set()).add(name)
    return found


@at("selesai", both=True)
def test_each_agency_hears_of_its_own_entries_and_ppid_utama_of_the_duty(office: Office, case: Case) -> None:
    quiet(office)
    far, near, due, theirs = entry(office, 85), entry(office, 55), entry(office, 25), entry(office, 25, "BKD")
    run(office)
    assert told(office, far) == {"akhir_90": DINKES}
    assert told(office, near) == {"akhir_60": DINKES}, "of what is due at once only the most pressing"
    assert told(office, due) == {"akan_berakhir": DINKES | UTAMA}
    assert told(office, theirs) == {"akan_berakhir": BKD | UTAMA}
    before = len(office.session.scalars(select(N.id)).all())
    run(office)
    run(office, DAY + dt.timedelta(days=1))
    assert len(office.session.scalars(select(N.id)).all()) == before, "once"
    titles = set(office.session.scalars(select(N.judul)))
    assert titles == {"UJI-1"}, "an entry is told by its code"


@at("selesai")
def test_all_that_one_day_brings_is_one_mail_for_each_person(
    office: Office, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet(office)
    monkeypatch.setitem(current_app.config, "SIDIK_MAIL_URL", "smtp://127.0.0.1:1")
    users = office.session.scalars(select(m.Pengguna)).unique().all()
    rows = [{"pengguna_id": user.id, "cara": "segera", "alamat": user.email} for user in users]
    office.session.execute(insert(m.PilihanNotifikasi), rows)
    for days in (85, 55, 25, 24):
        entry(office, days)
    run(office)
    mails = Counter(office.session.scalars(select(m.PesanKeluar.pengguna_id)))
    assert set(mails.values()) == {1}
    assert len(mails) == len(DINKES | UTAMA)
    lines = Counter(office.session.scalars(select(N.pesan_id).where(N.pengguna_id == office.staff["dinkes"].id)))
    assert list(lines.values()) == [4]
    jobs = office.session.scalars(select(m.Pekerjaan.kunci).where(m.Pekerjaan.jenis == "kirim_pesan")).all()
    assert len(jobs) == 1


@at("selesai")
def test_a_hundred_entries_take_as_many_statements_as_one(office: Office, case: Case) -> None:
    quiet(office)
    entry(office, 25)
    with counted() as few:
        run(office)
    tambah(office.session, [{"akhir": DAY + dt.timedelta(days=20), "mulai": DAY.replace(year=2026)}] * 100)
    with counted() as many:
        run(office)
    assert len(many) <= len(few)
    assert len(office.session.scalars(select(N.id)).all()) == 101 * len(DINKES | UTAMA)
