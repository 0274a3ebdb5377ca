"""The life of register entries: by the day, against an oracle that counts days on its fingers; and what a person records."""

import datetime as dt
import random
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.workdays import libur_nasional
from app.errors import IsianSalah, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.jobs.daily import harian
from app.register.life import jalankan
from app.steps.events import periksa_rantai
from app.steps.perubahan import catat_perubahan, selesaikan_tindak_lanjut
from tests.cases import Case, Office
from tests.register.entries import KLASIFIKASI, tambah
from tests.register.oracle import DAY, Oracle, first_days
from tests.scale import scale
from tests.stages import at

NOON = dt.datetime(2026, 1, 5, 5, 0, tzinfo=dt.UTC)
E, P, T = m.ButirDitetapkan, m.PengingatRegister, m.TindakLanjut


def expected(end: dt.date | None, duty: dt.date | None, day: dt.date) -> str:
    """The oracle: what the law says of an entry on a day."""
    if end is None or duty is None:
        return "berlaku"
    if day > end:
        return "terbuka_demi_hukum"
    return "akan_berakhir" if day >= duty else "berlaku"


def states(session: Session, ids: list[int]) -> dict[int, str]:
    query = select(E.id, E.status).where(E.id >= ids[0], E.id <= ids[-1]).order_by(E.id)
    return {row.id: row.status for row in session.execute(query)}


def only_mine(session: Session) -> None:
    """The decree's own entries rest, so that the counters are those of the test."""
    session.execute(update(E).values(status="dicabut"))
    session.commit()


def holidays_of(session: Session, years: range) -> frozenset[dt.date]:
    session.execute(delete(m.HariLibur))
    days = {row.tanggal: row for year in years for row in libur_nasional(year)}
    session.add_all(m.HariLibur(**row._asdict()) for row in days.values())
    session.commit()
    return frozenset(days)


def new_rules(session: Session, day: dt.date, chance: random.Random) -> frozenset[dt.date]:
    """A decree on holidays: some days of the coming months are no longer free, others become so."""
    coming = select(m.HariLibur.id).where(m.HariLibur.tanggal > day)
    gone = chance.sample(ids := sorted(session.scalars(coming)), min(3, len(ids)))
    session.execute(delete(m.HariLibur).where(m.HariLibur.id.in_(gone)))
    kept = set(session.scalars(select(m.HariLibur.tanggal)))
    for ahead in chance.sample(range(5, 200), 4):
        if (free := day + dt.timedelta(days=ahead)) not in kept:
            session.add(m.HariLibur(tanggal=free, nama="Cuti bersama", jenis="cuti_bersama", pasti=True))
    session.commit()
    return frozenset(session.scalars(select(m.HariLibur.tanggal)))


@pytest.mark.proof
@at("selesai")
def test_entries_stand_right_on_every_day_through_years_of_downtime_and_new_rules(office: Office, case: Case) -> None:
    session, chance = office.session, random.Random(17)
    only_mine(session)
    begin, years, count = dt.date(2026, 1, 1), scale(1, full=10), scale(400, full=10_000)
    last = begin.replace(year=begin.year + years) - DAY
    holidays, rules = holidays_of(session, range(2025, begin.year + years + 2)), 0
    span = (last - begin).days + 600
    ends = [
        begin + dt.timedelta(days=chance.randrange(1, span)) if chance.random() < 0.9 else None for _ in range(count)
    ]
    made = [
        {"akhir": end, "mulai": begin - DAY, "klasifikasi": KLASIFIKASI[chance.choice("abh")]}
        | ({} if end else {"peristiwa": "Sampai putusan berkekuatan hukum tetap"})
        for end in ends
    ]
    ids, oracle, day = tambah(session, made), Oracle(ends), begin
    while day <= last:
        if chance.random() < 0.02:
            holidays, rules = new_rules(session, day, chance), rules + 1
        day += dt.timedelta(days=chance.randrange(2, 40)) if chance.random() < 0.02 else DAY
        noon = NOON + (day - NOON.date())
        done = jalankan(session, day, noon)
        duty, opened = oracle.run(day, holidays, rules)
        assert sorted(done.akan_berakhir) == sorted(f"UJI-{place + 1}" for place in duty), day
        assert sorted(done.terbuka) == sorted(f"UJI-{place + 1}" for place in opened), day
        assert list(states(session, ids).values()) == oracle.state, day
        if chance.random() < 0.05:
            assert jalankan(session, day, noon).kosong, f"run twice = run once ({day})"
    session.commit()
    kept = {(row.butir_ditetapkan_id, row.jenis) for row in session.execute(select(P.butir_ditetapkan_id, P.jenis))}
    assert kept == {(ids[place], f"akhir_{number}") for place, number in oracle.noted}
    tasks = {row.butir_ditetapkan_id: row.jenis for row in session.execute(select(T.butir_ditetapkan_id, T.jenis))}
    opened_all = {i: row for i, row, s in zip(ids, made, oracle.state, strict=True) if s == "terbuka_demi_hukum"}
    assert tasks.keys() == opened_all.keys()
    assert all((tasks[i] == "tinjau_pdp") == ("huruf h" in row["klasifikasi"]) for i, row in opened_all.items())
    assert periksa_rantai(session) == []


@at("selesai", both=True)
def test_one_late_run_does_what_many_daily_runs_do_and_a_second_run_does_nothing(office: Office, case: Case) -> None:
    session = office.session
    only_mine(session)
    holidays = holidays_of(session, range(2025, 2030))
    ends = [dt.date(2027, 1, 4) + dt.timedelta(days=step * 9) for step in range(60)]
    ids = tambah(session, [{"akhir": end, "mulai": dt.date(2026, 1, 1)} for end in ends])
    day = dt.date(2027, 12, 31)
    before = session.scalar(select(func.max(m.Peristiwa.urut)))
    done = harian(day)
    assert states(session, ids) == {
        i: expected(e, first_days(e, holidays)[30], day) for i, e in zip(ids, ends, strict=True)
    }
    opened = [e for e in ends if e < day]
    assert len(done.terbuka) == len(opened) == session.scalar(select(func.count()).select_from(T))
    events = session.execute(
        select(m.Peristiwa.verb, m.Peristiwa.pelaku_id, m.Peristiwa.pelaku_nama).where(m.Peristiwa.urut > before)
    ).all()
    assert Counter(e.verb for e in events)["terbuka_demi_hukum"] == len(opened)
    assert {(e.pelaku_id, e.pelaku_nama) for e in events} == {(None, "Sistem")}
    head = session.get_one(m.KepalaRantai, 1).urut
    again = harian(day)
    assert again.kosong
    session.rollback()
    assert session.get_one(m.KepalaRantai, 1).urut == head
    assert periksa_rantai(session) == []


@at("selesai", both=True)
def test_a_dry_run_tells_and_changes_nothing(office: Office, case: Case) -> None:
    session = office.session
    ids = tambah(session, [{"akhir": dt.date(2027, 3, 1), "mulai": dt.date(2026, 1, 1)}])
    head = session.get_one(m.KepalaRantai, 1).sha
    told = harian(dt.date(2027, 3, 2), uji=True)
    assert "UJI-1" in told.terbuka
    session.rollback()
    assert states(session, ids) == {ids[0]: "berlaku"}
    assert session.get_one(m.KepalaRantai, 1, populate_existing=True).sha == head
    assert session.scalar(select(func.count()).select_from(P)) == 0


@at("selesai")
def test_an_event_or_a_consent_never_ends_by_itself(office: Office, case: Case) -> None:
    session = office.session
    ids = tambah(
        session,
        [
            {"akhir": None, "peristiwa": "Sampai ada persetujuan tertulis"},
            {"akhir": dt.date(2027, 3, 1), "mulai": dt.date(2026, 1, 1), "peristiwa": "Sampai lelang selesai"},
        ],
    )
    harian(dt.date(2099, 12, 31))
    assert set(states(session, ids).values()) == {"berlaku"}


@at("selesai")
def test_new_holidays_move_the_start_of_the_duty(office: Office, case: Case) -> None:
    session = office.session
    holidays = holidays_of(session, range(2026, 2029))
    end = dt.date(2027, 7, 30)
    ids = tambah(session, [{"akhir": end, "mulai": dt.date(2026, 1, 1)}])
    harian(end - dt.timedelta(days=100))
    assert session.get_one(E, ids[0]).batas_buka == first_days(end, holidays)[30]
    extra = [end - dt.timedelta(days=n) for n in (3, 4)]
    session.add_all(m.HariLibur(tanggal=day, nama="Libur daerah", jenis="daerah", pasti=True) for day in extra)
    session.commit()
    harian(end - dt.timedelta(days=99))
    session.expire_all()
    assert session.get_one(E, ids[0]).batas_buka == first_days(end, holidays | set(extra))[30]


def record(office: Office, who: str, ident: int, **more: Any) -> int:
    fields = {"butir_ditetapkan": ident, "jenis": "dibuka", "dasar": "Keputusan PPID nomor 7", "tanggal": _today()}
    return catat_perubahan(office.staff[who], fields | more)


def _today() -> dt.date:
    from app.calendar.words import hari_ini_wib
    from app.models.base import sekarang

    return hari_ini_wib(sekarang())


def first_entry(office: Office) -> m.ButirDitetapkan:
    office.session.rollback()
    row: m.ButirDitetapkan = office.session.scalars(select(E).order_by(E.id).limit(1)).one()
    return row


@at("selesai", both=True)
def test_a_person_opens_an_entry_and_releases_its_file(office: Office, case: Case) -> None:
    entry = first_entry(office).id
    record(office, "utama", entry)
    row = first_entry(office)
    assert row.status == "dibuka"
    task = office.session.scalars(select(T).where(T.butir_ditetapkan_id == entry)).one()
    assert (task.jenis, task.hasil) == ("tinjau_pdp", None)
    ident = task.id
    with pytest.raises(IsianSalah):
        selesaikan_tindak_lanjut(office.staff["utama"], ident, {"hasil": "dilepas"})
    done = {"hasil": "dilepas_sebagian", "keterangan": "Nama dihitamkan, daftar informasi publik nomor 12."}
    selesaikan_tindak_lanjut(office.staff["utama"], ident, done)
    with pytest.raises(StatusBerubah):
        selesaikan_tindak_lanjut(office.staff["utama"], ident, done)
    assert office.events("register", entry) == ["dibuka", "tindak_lanjut"]
    with pytest.raises(StatusBerubah):
        record(office, "utama", entry)


@at("selesai")
@pytest.mark.parametrize("who", ["dinkes", "data", "ketua", "pimpinan", "auditor.baru", "admin"])
def test_others_do_not_change_the_register(office: Office, case: Case, who: str) -> None:
    with pytest.raises(TidakBerwenang):
        record(office, who, first_entry(office).id)


@at("selesai")
def test_what_is_missing_is_told_at_once(office: Office, case: Case) -> None:
    entry = first_entry(office).id
    with pytest.raises(IsianSalah) as refused:
        record(office, "utama", entry, jenis="hilang", dasar=" ", tanggal=_today() + DAY)
    assert {row.medan for row in refused.value.kekurangan} == {"jenis", "dasar", "tanggal"}
    with pytest.raises(TidakDitemukan):
        record(office, "utama", 999_999)


@at("selesai")
def test_an_extension_needs_a_newer_decree_that_carries_the_entry_on(office: Office, case: Case) -> None:
    entry = first_entry(office)
    ident, agency = entry.id, entry.perangkat_daerah_id
    with pytest.raises(IsianSalah) as refused:
        record(office, "utama", ident, jenis="diperpanjang", berkas=case.berkas)
    assert refused.value.kekurangan[0].medan == "berkas"
    newer = _second_decree(office, agency)
    record(office, "utama", ident, jenis="diperpanjang", berkas=newer.berkas)
    assert first_entry(office).status == "diperpanjang"
    successor = office.session.scalars(select(E).where(E.menggantikan_id == ident)).one()
    assert successor.sk.berkas_id == newer.berkas
    assert office.session.scalar(select(func.count()).select_from(T)) == 0


def _second_decree(office: Office, agency: int) -> Case:
    """The next year's run, with one butir of the same agency, up to the signed decree."""
    kode = office.session.get_one(m.PerangkatDaerah, agency).kode.lower()
    case = Case()
    office.gather(case, office.submit(case, kode, 1))
    office.move("verifikator", case, "kaji")
    office.test(case)
    office.move("utama", case, "sampaikan")
    office.opine(case)
    office.move("ketua", case, "pertimbangkan")
    office.sign(case, "verifikator", "matriks_uji_konsekuensi", "berita_acara_klasifikasi", "nota_dinas")
    office.sign(case, "ketua", "hasil_pertimbangan")
    office.move("pimpinan", case, "setujui")
    office.move("utama", case, "tetapkan")
    office.sign(case, "utama", "surat_keputusan", "lampiran_terbatas")
    return case
