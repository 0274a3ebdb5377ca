"""Many processes that issue letters over the turn of a year, three in ten of them thrown away at the last moment.

Started by test_letters with the work as JSON in the first argument. Each process has letters of its own; half of them
are issued in the last hour of the year in WIB, half in the first of the next, and the processes run apart.
"""

import contextlib
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import time_machine
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from app import create_app, models
from app.errors import StatusBerubah
from app.extensions import db
from app.steps.penomoran import batalkan, cadangkan
from app.steps.perform import perform
from tests.people import Staff
from tests.steps.thrown import Thrown, rehearse, thrown_away

OLD_YEAR, NEW_YEAR = "2026-12-31T16:00:00+00:00", "2026-12-31T17:00:30+00:00"
THROWN, RESERVED, VOID = 0.3, 0.2, 0.1


def write(staff: Staff, usulan: int) -> None:
    """One letter of the agency: the proposal that is handed in."""
    perform("usulan", usulan, "ajukan", officer=staff["dinkes"])


def reserve(staff: Staff) -> None:
    """A number of PPID Utama without a letter."""
    cadangkan(staff["utama"], "nota_dinas", keperluan="Dibacakan lewat telepon.")


def void(staff: Staff) -> None:
    """The oldest number that is reserved comes to nothing."""
    n = models.NomorNaskah
    ident = db.session.scalars(select(n.id).where(n.status == "dicadangkan").order_by(n.id).limit(1)).first()
    db.session.rollback()
    if ident is not None:
        batalkan(staff["utama"], ident, alasan="Tidak jadi.")


def until_it_stands(dice: random.Random, act: Callable[[], None], told: Counter[str]) -> None:
    """Try until it is not thrown away; what was thrown away did all its work but the last."""
    while True:
        try:
            with thrown_away() if dice.random() < THROWN else contextlib.nullcontext():
                act()
        except (Thrown, OperationalError) as fault:  # on SQLite a busy house may say "locked": one tries again
            told["thrown" if isinstance(fault, Thrown) else "busy"] += 1
            db.session.rollback()
        else:
            told["stood"] += 1
            return


def issue(app: Any, staff: Staff, letters: list[int], number: int) -> Counter[str]:
    """The work of one process."""
    dice, told = random.Random(number), Counter[str]()
    with app.app_context():
        for place, usulan in enumerate(letters):
            with time_machine.travel(OLD_YEAR if place < len(letters) // 2 else NEW_YEAR):
                until_it_stands(dice, lambda ident=usulan: write(staff, ident), told)
                if dice.random() < RESERVED:
                    until_it_stands(dice, lambda: reserve(staff), Counter())
                if dice.random() < VOID:
                    with contextlib.suppress(StatusBerubah):  # somebody else was faster
                        until_it_stands(dice, lambda: void(staff), Counter())
        db.session.remove()
        db.engine.dispose()
    return told


def divide(work: dict[str, Any]) -> int:
    """One process for each list of letters; -> how many failed."""
    settings = {"TESTING": True, "SQLALCHEMY_DATABASE_URI": work["database"], "SIDIK_FILES_URL": work["files"]}
    app = create_app(settings | {"SIDIK_INSTANCE": work["folder"]}, front=False)
    with app.app_context():
        staff = Staff()
        assert staff["dinkes"].id != staff["utama"].id  # read before anybody writes
        rehearse(lambda: write(staff, work["letters"][0][0]))
    children = []
    for number, letters in enumerate(work["letters"]):
        child = os.fork()
        if child == 0:
            told = issue(app, staff, letters, number)
            (Path(work["folder"]) / f"told-{number}.json").write_text(json.dumps(told))
            os._exit(0)
        children.append(child)
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


if __name__ == "__main__":
    sys.exit(divide(json.loads(sys.argv[1])))
