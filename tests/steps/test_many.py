"""A berkas of many butir: the statements of a gate do not grow with them, and five hundred go through with all their papers."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, insert, select

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import db
from tests.cases import ANSWERS, BUTIR, WORDS, Case, Office
from tests.people import SEATS
from tests.stages import at

SLOWEST = 120  # seconds for one gate of 500 butir on a busy machine; what it took is printed


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    sent: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    engine = db.engine
    event.listen(engine, "before_cursor_execute", listen)
    yield sent
    event.remove(engine, "before_cursor_execute", listen)


def stamped(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    now = dt.datetime.now(dt.UTC)
    return [{"dibuat_pada": now, "diubah_pada": now, **row} for row in rows]


def proposal(office: Office, number: int) -> int:
    """A draft with so many complete butir, written in four statements."""
    usulan = office.propose("dinkes", 0)[0]
    session = office.session
    rows = [
        BUTIR
        | {
            "usulan_id": usulan,
            "kode": f"BANYAK-{usulan}-{n:04d}",
            "uraian": f"Identitas pasien laporan nomor {n} puskesmas {n % 17} bulan {n % 12}",
            "uraian_publik": f"Data perseorangan dalam laporan puskesmas nomor {n}",
            "status": "draf",
            "skkaad": "terbatas",
            "versi": 1,
        }
        for n in range(number)
    ]
    session.execute(insert(m.ButirInformasi), stamped(rows))
    made = list(session.scalars(select(m.ButirInformasi.id).where(m.ButirInformasi.usulan_id == usulan)))
    p17 = session.scalars(select(m.Pasal17.id).where(m.Pasal17.huruf == "h", m.Pasal17.angka == 2)).one()
    session.execute(insert(m.DasarPengecualian), stamped([{"butir_id": b, "pasal17_id": p17} for b in made]))
    tests = [{"butir_id": b, "putaran": 1, "versi": 1, **WORDS, **ANSWERS} for b in made]
    session.execute(insert(m.UjiKonsekuensi), stamped(tests))
    session.commit()
    return usulan


def conclude(office: Office) -> None:
    """Every test concluded, in one statement."""
    u = m.UjiKonsekuensi
    values = {
        "kesimpulan": "dikecualikan_sebagian",
        "penguji_id": office.staff["verifikator"].id,
        "tanggal": hari_ini_wib(),
    }
    office.session.execute(u.__table__.update().values(values))
    office.session.commit()


def agree(office: Office, case: Case) -> None:
    """Every member agrees with everything, in one statement."""
    butir = select(m.ButirInformasi.id).where(m.ButirInformasi.berkas_id == case.berkas)
    common = {"cara": "langsung", "sikap": "setuju", "tanggal": hari_ini_wib(), "putaran": 1, "dicabut": False}
    rows = [
        {"butir_id": b, "anggota_id": office.seat(who).id, **common}
        for b in office.session.scalars(butir)
        for who in SEATS
    ]
    office.session.execute(insert(m.Pendapat), stamped(rows))
    office.session.commit()


def walk(office: Office, number: int, measure: Callable[[str, Callable[[], Any]], None]) -> None:
    """From the draft to the decree, each move measured."""
    case = Case()
    usulan = proposal(office, number)
    measure("ajukan", lambda: office.act("dinkes", "usulan", usulan, "ajukan"))
    measure("himpun", lambda: office.gather(case, usulan))
    measure("kaji", lambda: office.move("verifikator", case, "kaji"))
    conclude(office)
    measure("sampaikan", lambda: office.move("utama", case, "sampaikan"))
    agree(office, case)
    measure("pertimbangkan", lambda: office.move("ketua", case, "pertimbangkan"))
    office.sign(case, "verifikator", "berita_acara_klasifikasi")
    office.sign(case, "ketua", "hasil_pertimbangan")
    measure("tetapkan", lambda: office.move("utama", case, "tetapkan"))
    decree = office.paper(case, "surat_keputusan").id
    assert office.session.query(m.ButirDitetapkan).filter_by(sk_id=decree).count() == number


def statements(office: Office, number: int) -> dict[str, int]:
    """Verb -> how many statements its move sent."""
    found: dict[str, int] = {}

    def measure(verb: str, move: Callable[[], Any]) -> None:
        office.session.rollback()
        office.session.expire_all()
        with counted() as sent:
            move()
        found[verb] = len(sent)

    walk(office, number, measure)
    return found


@at("kantor", both=True)
def test_the_statements_of_a_move_do_not_grow_with_the_butir(office: Office) -> None:
    """Sixty butir cost as many statements as twenty. (PostgreSQL would split an insert of more than a thousand rows.)"""
    statements(office, 2)  # what is asked only the first time in a database is asked here
    twenty = statements(office, 20)
    assert statements(office, 60) == twenty
    assert set(twenty) == {"ajukan", "himpun", "kaji", "sampaikan", "pertimbangkan", "tetapkan"}


@at("kantor")
def test_five_hundred_butir_go_through_with_their_papers(office: Office) -> None:
    took: dict[str, float] = {}

    def measure(verb: str, move: Callable[[], Any]) -> None:
        begin = time.monotonic()
        move()
        took[verb] = time.monotonic() - begin

    walk(office, 500, measure)
    print("500 butir:", {verb: f"{seconds:.1f} s" for verb, seconds in took.items()})  # noqa: T201  with -s: for the reader
    assert max(took.values()) < SLOWEST
    papers = {row.jenis for row in office.session.query(m.Naskah).filter(m.Naskah.status != "dicabut")}
    assert {"surat_keputusan", "lampiran_terbatas", "berita_acara_klasifikasi", "matriks_uji_konsekuensi"} <= papers
