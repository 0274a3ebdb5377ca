"""A worker that dies with a mail in its hands: on a real mail server, at most that one mail comes twice."""

import datetime as dt
import os
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from flask import current_app
from sqlalchemy import select, update

from app.jobs import surel
from app.jobs.work import kerjakan
from app.models.base import sekarang
from tests.cases import Case, Office
from tests.jobs.killed import ROOT, waited
from tests.jobs.mailbox import Kotak, P, alamat, states, want
from tests.stages import at
from tests.steps.test_notifikasi import VERIFIKATOR


class Mati(BaseException):
    """As if the process were killed."""


@at("kantor", both=True)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_killed_worker_repeats_at_most_the_one_mail_of_which_nobody_knows(
    office: Office, case: Case, pos: Kotak, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    want(office, "segera", *VERIFIKATOR)
    office.submit(case, "dinkes")
    real, sent = surel.Server.kirim, []

    def dies(self: surel.Server, mail: Any, address: str) -> None:
        if len(sent) == 1 and when == "before":
            raise Mati
        real(self, mail, address)
        sent.append(address)
        if len(sent) == 2:
            raise Mati

    monkeypatch.setattr(surel.Server, "kirim", dies)
    ident = office.session.scalars(select(P.id).where(P.jenis == "kirim_pesan")).one()
    with pytest.raises(Mati):
        kerjakan(ident)
    monkeypatch.setattr(surel.Server, "kirim", real)
    assert states(office) == {"terkirim": 1, "menyerahkan": 1, "menunggu": 1}
    assert not kerjakan(ident), "another worker waits until the first is surely gone"
    office.session.execute(update(P).values(denyut=sekarang() - dt.timedelta(hours=1)))
    office.session.commit()
    assert kerjakan(ident)
    assert states(office) == {"terkirim": 3}
    times = Counter(address for address, _ in pos.surat)
    assert set(times) == set(alamat(*VERIFIKATOR))
    again = [address for address, number in times.items() if number > 1]
    assert len(again) == (1 if when == "after" else 0)
    by_person = {address: {mail["Message-ID"] for a, mail in pos.surat if a == address} for address in times}
    assert all(len(ids) == 1 for ids in by_person.values()), "a second copy is known by its Message-ID"
    assert len({mail["Message-ID"] for _, mail in pos.surat}) == 3


PEKERJA = """
import sys
from app import create_app
app = create_app(front=False)
with app.app_context():
    from app.jobs.work import kerjakan
    kerjakan(int(sys.argv[1]))
"""


@at("kantor")
def test_a_process_killed_with_signal_9_repeats_the_one_mail_in_its_hands_under_the_same_number(
    office: Office, case: Case, pos: Kotak
) -> None:
    want(office, "segera", *VERIFIKATOR)
    office.submit(case, "dinkes")
    ident = office.session.scalars(select(P.id).where(P.jenis == "kirim_pesan")).one()
    office.session.rollback()
    address = office.session.get_bind().url.render_as_string(hide_password=False)
    known = {"SIDIK_SECRET_KEY": current_app.config["SECRET_KEY"], "SIDIK_DATABASE_URL": address}
    environment = os.environ | known | {"SIDIK_MAIL_URL": pos.url}
    pos.gantung = 1
    worker = subprocess.Popen([sys.executable, "-c", PEKERJA, str(ident)], cwd=ROOT, env=environment)
    waited(lambda: len(pos.surat) == 2, "the second mail never came")
    worker.kill()
    worker.wait()
    pos.gantung = 0
    assert states(office) == {"terkirim": 1, "menyerahkan": 1, "menunggu": 1}
    office.session.execute(update(P).values(denyut=sekarang() - dt.timedelta(hours=1)))
    office.session.commit()
    assert kerjakan(ident)
    copies = Counter(mail["Message-ID"] for _, mail in pos.surat)
    assert sorted(copies.values()) == [1, 1, 2], "the server that took it and never said so sees the same number again"
    assert states(office) == {"terkirim": 3}
