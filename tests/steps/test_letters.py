"""Letters by eight processes, three in ten rolled back, over the turn of a year: every series runs 1..n. Both databases."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from flask import current_app
from sqlalchemy import func, select

from app import models as m
from app.documents.numbering import celah
from app.steps.events import periksa_rantai
from app.steps.penomoran import laporan
from tests.cases import Office
from tests.scale import scale
from tests.stages import at
from tests.steps.test_race import PROCESSES, ROOT, nil_proposals


@pytest.mark.proof
@at("kantor", both=True)
def test_numbers_have_no_gap_though_many_letters_are_thrown_away(office: Office, tmp_path: Path) -> None:
    letters = nil_proposals(office, scale(24, full=1_000))
    shares = [letters[number::PROCESSES] for number in range(PROCESSES)]
    url = office.session.get_bind().url.render_as_string(hide_password=False)
    work = {"database": url, "files": current_app.config["SIDIK_FILES_URL"], "folder": str(tmp_path), "letters": shares}
    command = [sys.executable, "-m", "tests.steps.letters", json.dumps(work)]
    office.session.rollback()  # nothing is held while they work
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, timeout=3_000)
    told = sum((Counter(json.loads(file.read_text())) for file in tmp_path.glob("told-*.json")), Counter[str]())
    assert told["stood"] == len(letters)
    assert told["thrown"] > len(letters) // 6

    office.session.rollback()
    assert celah(office.session) == []
    assert periksa_rantai(office.session) == []
    n = m.NomorNaskah
    old = sum(len(share) // 2 for share in shares)
    for year, wanted in ((2026, old), (2027, len(letters) - old)):
        series = (n.jenis == "usulan_daftar", n.tahun == year)
        assert list(office.session.scalars(select(n.urut).where(*series).order_by(n.urut))) == list(
            range(1, wanted + 1)
        )
        days = set(office.session.scalars(select(n.tanggal).where(*series)))
        assert {day.year for day in days} == {year}
    papers = select(m.Naskah.nomor_naskah_id, func.count()).where(m.Naskah.jenis == "usulan_daftar")
    assert Counter(dict(office.session.execute(papers.group_by(m.Naskah.nomor_naskah_id)).all()).values()) == {
        1: len(letters)
    }
    reserved = [row for row in laporan(office.session) if row.jenis == "nota_dinas"]
    assert {row.tahun for row in reserved} <= {2026, 2027}
    assert all(row.terakhir == row.dicadangkan + row.batal for row in reserved)
    assert sum(row.batal for row in reserved) > 0
