"""An edit of the law never rewrites the past: a rule that a decision rests on may end, but not change."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from app import models as m
from app.errors import IsianSalah
from app.steps import acuan
from tests.steps.test_serupa import Kantor


@pytest.fixture
def kantor(session: Any) -> Kantor:
    return Kantor(session)


def rule(kantor: Kantor) -> m.Pasal17:
    found: m.Pasal17 = kantor.session.scalars(
        select(m.Pasal17).where(m.Pasal17.huruf == "h", m.Pasal17.angka == 2)
    ).one()
    return found


def test_a_rule_that_nothing_decided_rests_on_may_change(kantor: Kantor) -> None:
    kantor.butir("Rekam medis")
    kantor.session.commit()
    acuan.simpan(kantor.session, kantor.officer("admin"), rule(kantor), {"tanpa_batas": "peringatan", "maks_tahun": 20})
    assert rule(kantor).maks_tahun == 20


@pytest.mark.parametrize(
    "change", [{"maks_tahun": 20}, {"tanpa_batas": "larang"}, {"huruf": "g"}, {"berlaku_mulai": dt.date(2020, 1, 1)}]
)
def test_a_rule_that_a_decision_rests_on_is_kept(kantor: Kantor, change: dict[str, Any]) -> None:
    kantor.butir("Rekam medis", "ditetapkan")
    kantor.session.commit()
    before = {name: getattr(rule(kantor), name) for name in change}
    with pytest.raises(IsianSalah) as refused:
        acuan.simpan(kantor.session, kantor.officer("admin"), rule(kantor), change)
    assert [k.kode for k in refused.value.kekurangan] == ["rumusan_terpakai"]
    assert {name: getattr(rule(kantor), name) for name in change} == before


def test_it_may_end_and_be_followed_by_a_new_one(kantor: Kantor) -> None:
    kantor.butir("Rekam medis", "ditetapkan")
    kantor.session.commit()
    admin, old = kantor.officer("admin"), rule(kantor)
    acuan.simpan(kantor.session, admin, old, {"berlaku_sampai": dt.date(2026, 12, 31), "terverifikasi": True})
    fresh = {"huruf": "h", "angka": 2, "label": old.label, "tanpa_batas": "peringatan", "maks_tahun": 25}
    made = acuan.simpan(kantor.session, admin, m.Pasal17(), fresh | {"berlaku_mulai": dt.date(2027, 1, 1)})
    assert made.id != old.id
