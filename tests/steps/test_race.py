"""Eight processes press the same move on two hundred cases at once: exactly one effect each, numbers 1..n, the chain whole. Both databases."""

import datetime as dt
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from flask import current_app
from sqlalchemy import insert, select

from app import models as m
from app.documents.numbering import celah
from app.steps.events import periksa_rantai
from tests.cases import Office
from tests.scale import scale
from tests.stages import at

ROOT = Path(__file__).resolve().parents[2]
PROCESSES, CASES = 8, scale(60, full=200)


def nil_proposals(office: Office, number: int, status: str = "draf") -> list[int]:
    """Proposals that declare nothing: their papers are short."""
    agency = office.staff["dinkes"].perangkat_daerah_id
    now = dt.datetime.now(dt.UTC)
    row = {"perangkat_daerah_id": agency, "nihil": True, "status": status, "pernah_diajukan": status != "draf"}
    row |= {"putaran": 1, "versi": 1, "dibuat_pada": now, "diubah_pada": now}
    office.session.execute(insert(m.Usulan), [row | {"judul": f"Nihil {n}"} for n in range(number)])
    office.session.commit()
    return list(office.session.scalars(select(m.Usulan.id).where(m.Usulan.nihil).order_by(m.Usulan.id)))


def everybody(office: Office, folder: Path, who: str, verb: str, cases: list[int], **more: Any) -> list[list[str]]:
    """What each process was answered, case by case. All start at the same moment."""
    office.session.rollback()
    url = office.session.get_bind().url.render_as_string(hide_password=False)
    files = current_app.config["SIDIK_FILES_URL"]
    work = {"database": url, "files": files, "folder": str(folder), "who": who, "kind": "usulan", "verb": verb}
    work |= {"cases": cases, "processes": PROCESSES, "operation": None, "data": {}} | more
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.steps.pressers", json.dumps(work)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=300)
    return [json.loads((folder / f"answers-{number}.json").read_text()) for number in range(PROCESSES)]


def once_each(answers: list[list[str]], other: str) -> None:
    """Every case was done by one process, and all others were told so."""
    for place, of_case in enumerate(zip(*answers, strict=True)):
        assert Counter(of_case) == {"done": 1, other: PROCESSES - 1}, (place, of_case)


def sound(office: Office, verb: str, cases: list[int], status: str) -> None:
    """One event for each case, all in the new status, no gap in any number, the chain whole."""
    p = m.Peristiwa
    office.session.rollback()
    told = Counter(office.session.scalars(select(p.objek_id).where(p.verb == verb, p.objek_jenis == "usulan")))
    assert told == dict.fromkeys(cases, 1)
    states = office.session.scalars(select(m.Usulan.status).where(m.Usulan.id.in_(cases)))
    assert set(states) == {status}
    assert celah(office.session) == []
    assert periksa_rantai(office.session) == []


@at("kantor", both=True)
def test_handed_in_by_all_at_once_each_proposal_is_handed_in_once(office: Office, tmp_path: Path) -> None:
    cases = nil_proposals(office, CASES)
    answers = everybody(office, tmp_path, "dinkes", "ajukan", cases)
    once_each(answers, "StatusBerubah")
    sound(office, "ajukan", cases, "diajukan")
    n = m.NomorNaskah
    given = office.session.scalars(select(n.urut).where(n.jenis == "usulan_daftar").order_by(n.urut))
    assert list(given) == list(range(1, CASES + 1))
    papers = office.session.scalars(select(m.Naskah.usulan_id).where(m.Naskah.jenis == "usulan_daftar"))
    assert Counter(papers) == dict.fromkeys(cases, 1)


@at("kantor", both=True)
def test_gathered_with_a_double_click_each_is_gathered_once_and_answered_again(office: Office, tmp_path: Path) -> None:
    """The same operation from every process: one effect, the same answer for all."""
    cases = nil_proposals(office, CASES, "diajukan")
    answers = everybody(office, tmp_path, "verifikator", "himpun", cases, operation="klik")
    once_each(answers, "repeated")
    sound(office, "himpun", cases, "dihimpun")
    numbers = sorted(office.session.scalars(select(m.Berkas.nomor)))
    year = dt.datetime.now(dt.timezone(dt.timedelta(hours=7))).year
    assert numbers == [f"BK-{year}-{place:03d}" for place in range(1, CASES + 1)]


@pytest.mark.parametrize(("stage", "dialect"), [("kantor", "postgresql")])
def test_many_proposals_into_one_berkas_do_not_wait_for_each_other_for_ever(office: Office, tmp_path: Path) -> None:
    """Each process gathers its own proposals into the same berkas: locks are taken in one order, so nobody deadlocks."""
    first, *cases = nil_proposals(office, 1 + 5 * PROCESSES, "diajukan")
    berkas = office.act("verifikator", "usulan", first, "himpun").extra["berkas"]
    answers = everybody(office, tmp_path, "verifikator", "himpun", cases, data={"berkas": berkas})
    once_each(answers, "StatusBerubah")
    sound(office, "himpun", [first, *cases], "dihimpun")
