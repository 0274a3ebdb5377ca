"""What a repealed regulation or a drafted rule touches, and the reviews that follow: once each, within the officer's rows."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import IsianSalah, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.steps.dampak import buka_tinjauan, dampak, sebab_kata, selesaikan_tinjauan
from tests.cases import Case, Office
from tests.stages import at

DONE = {"hasil": "tetap", "keterangan": "UU 17/2023 mengatur hal yang sama."}


def law(office: Office, status: str = "berlaku") -> m.Peraturan:
    """A regulation that the first butir of the case cites."""
    row = m.Peraturan(jenis="UU", nomor="900", tahun=2020, tentang="Contoh", status=status)
    office.session.add(row)
    office.session.flush()
    return row


def cited(office: Office, case: Case, status: str = "dicabut", which: int = 0) -> m.Peraturan:
    row = law(office, status)
    office.session.add(m.DasarPengecualian(butir_id=case.butir[which], peraturan_id=row.id, pasal_ayat="Pasal 3"))
    office.session.commit()
    return row


def tasks(office: Office) -> int:
    return int(office.session.scalar(select(func.count()).select_from(m.Tinjauan)))


def touched(office: Office, who: str, cause: Any) -> list[tuple[bool, int]]:
    return [(one.entri, one.baris.id) for one in dampak(office.session, office.staff[who], cause)]


@at("pengkajian")
def test_a_repealed_law_touches_what_cites_it_and_asks_for_one_review_each(office: Office, case: Case) -> None:
    row = cited(office, case)
    assert touched(office, "verifikator", row) == [(False, case.butir[0])]
    assert buka_tinjauan(office.staff["verifikator"], "peraturan", row.id) == 1
    assert buka_tinjauan(office.staff["verifikator"], "peraturan", row.id) == 0
    office.session.expire_all()
    task = office.session.scalars(select(m.Tinjauan)).one()
    assert (task.sebab, task.butir_id, task.dibuka) == ("UU 900/2020 dicabut.", case.butir[0], hari_ini_wib())
    assert dampak(office.session, office.staff["utama"], row)[0].tinjauan is task
    later = office.session.get(m.Peraturan, row.id)
    office.session.add(m.DasarPengecualian(butir_id=case.butir[1], peraturan_id=later.id, pasal_ayat="Pasal 4"))
    office.session.commit()
    assert buka_tinjauan(office.staff["utama"], "peraturan", row.id) == 1, "only what came since"
    assert tasks(office) == 2
    event = office.session.scalars(select(m.Peristiwa).order_by(m.Peristiwa.urut.desc())).first()
    assert (event.verb, event.objek_jenis, event.objek_id) == ("buka_tinjauan", "peraturan", row.id)


@at("pengkajian")
def test_a_law_in_force_may_be_looked_at_and_opens_nothing(office: Office, case: Case) -> None:
    row = cited(office, case, "berlaku")
    assert touched(office, "verifikator", row) == [(False, case.butir[0])]
    with pytest.raises(IsianSalah) as refused:
        buka_tinjauan(office.staff["verifikator"], "peraturan", row.id)
    assert [fault.kode for fault in refused.value.kekurangan] == ["masih_berlaku"]
    assert tasks(office) == 0


@at("pengkajian")
def test_who_may_not_opens_and_sees_nothing(office: Office, case: Case) -> None:
    row = cited(office, case)
    for who in ("dinkes", "ketua", "pimpinan", "data"):
        with pytest.raises(TidakBerwenang):
            buka_tinjauan(office.staff[who], "peraturan", row.id)
    assert touched(office, "dinkes.baru", row) == [(False, case.butir[0])]
    for jenis, ident in (("peraturan", 10**6), ("pasal17", 2**40), ("peraturan", -1)):
        with pytest.raises(TidakDitemukan):
            buka_tinjauan(office.staff["verifikator"], jenis, ident)


@at("pengkajian")
def test_a_drafted_rule_tells_which_terms_it_would_forbid(office: Office, case: Case) -> None:
    session, butir = office.session, office.session.get(m.ButirInformasi, case.butir[0])
    old = next(basis.pasal17 for basis in butir.dasar if basis.pasal17 is not None)
    butir.jangka_jenis, butir.jangka_tahun = "tahun", 5
    start = hari_ini_wib() + dt.timedelta(days=30)
    draft = m.Pasal17(
        huruf=old.huruf, angka=old.angka, label="Rancangan", maks_tahun=2, tanpa_batas="larang", berlaku_mulai=start
    )
    session.add(draft)
    session.commit()
    found = {one.baris.id: one.akibat for one in dampak(session, office.staff["verifikator"], draft)}
    assert found[butir.id] == "Berjangka 5 tahun, padahal paling lama 2 tahun."
    assert sebab_kata(draft, hari_ini_wib()).startswith(f"Rumusan {draft.sebutan} mulai berlaku ")
    opened = buka_tinjauan(office.staff["verifikator"], "pasal17", draft.id)
    assert opened == len(found)
    assert buka_tinjauan(office.staff["verifikator"], "pasal17", draft.id) == 0
    other = m.Pasal17(huruf="b", label="Lain", tanpa_batas="larang", berlaku_mulai=start)
    session.add(other)
    session.commit()
    assert dampak(session, office.staff["verifikator"], other) == []


@at("pengunggahan")
def test_entries_of_the_register_are_touched_too(office: Office, case: Case) -> None:
    entry = office.session.scalars(select(m.ButirDitetapkan).order_by(m.ButirDitetapkan.id)).first()
    place = case.butir.index(entry.butir_id)
    row = cited(office, case, "diubah", place)
    assert touched(office, "utama", row) == [(True, entry.id)]
    assert buka_tinjauan(office.staff["utama"], "peraturan", row.id) == 1
    entry.status = "dibuka"
    office.session.commit()
    assert touched(office, "utama", row) == [], "what is open already needs no review"


@at("pengkajian")
def test_a_review_is_closed_once_with_its_outcome(office: Office, case: Case) -> None:
    row = cited(office, case)
    buka_tinjauan(office.staff["verifikator"], "peraturan", row.id)
    ident = office.session.scalars(select(m.Tinjauan.id)).one()
    with pytest.raises(TidakBerwenang):
        selesaikan_tinjauan(office.staff["dinkes"], ident, DONE)
    for wrong in ({}, DONE | {"hasil": "hilang"}, DONE | {"keterangan": " "}):
        with pytest.raises(IsianSalah):
            selesaikan_tinjauan(office.staff["utama"], ident, wrong)
    for gone in (0, 10**6, 2**40, True):
        with pytest.raises(TidakDitemukan):
            selesaikan_tinjauan(office.staff["utama"], gone, DONE)
    assert selesaikan_tinjauan(office.staff["utama"], ident, DONE) == ident
    with pytest.raises(StatusBerubah):
        selesaikan_tinjauan(office.staff["utama"], ident, DONE)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("dicabut", "UU 43/1999 dicabut oleh UU 20/2023"),
        ("diubah", "UU 43/1999 diubah oleh UU 20/2023"),
        ("berlaku", ""),
    ],
)
def test_what_happened_is_said_in_one_phrase(status: str, said: str) -> None:
    newer = m.Peraturan(jenis="UU", nomor="20", tahun=2023)
    older = m.Peraturan(jenis="UU", nomor="43", tahun=1999, status=status, dicabut_oleh=newer)
    assert sebab_kata(older, dt.date(2026, 11, 25)) == said


def test_what_happened_to_a_rule_is_said_by_its_days() -> None:
    rule = m.Pasal17(huruf="g", berlaku_mulai=dt.date(2026, 11, 25))
    assert sebab_kata(rule, dt.date(2026, 11, 25)) == "Rumusan Pasal 17 huruf g berlaku sejak 25 November 2026"
    assert sebab_kata(rule, dt.date(2026, 11, 24)) == "Rumusan Pasal 17 huruf g mulai berlaku 25 November 2026"
    rule.berlaku_sampai = dt.date(2026, 12, 31)
    assert sebab_kata(rule, dt.date(2026, 11, 24)) == "Rumusan Pasal 17 huruf g berakhir 31 Desember 2026"
