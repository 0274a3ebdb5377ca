"""Who hears of an event: those whom the table names and who reach the record; nobody else, once, in the transaction of the event."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask_appbuilder.security.sqla.models import Group, assoc_user_group
from sqlalchemy import event, insert, select, update
from sqlalchemy.engine import Engine

from app import models as m
from app.errors import BelumLengkap, TidakBerwenang
from app.security.officer import officer_of
from app.security.scope import find
from app.sop.notifikasi import PERISTIWA
from app.steps.notifikasi import MODEL
from tests.cases import NOTE, Case, Office
from tests.people import SECRET
from tests.stages import at

N = m.Notifikasi
DINKES, BKD = {"dinkes", "dinkes.baru", "admin.petugas"}, {"bkd", "bkd.baru"}
VERIFIKATOR = {"verifikator", "verifikator.baru", "rangkap"}
UTAMA = {"utama", "utama.baru", "rangkap"}
TIM = {"ketua", "sekretaris", "anggota", "tim.baru"}
ARSIPARIS, DATA = {"arsiparis", "arsiparis.baru"}, {"data", "data.baru"}
LAIN = {"pimpinan", "pimpinan.baru", "auditor", "auditor.baru"}
# What a whole run tells, by hand. Two usulan, one berkas; `data` closes it himself, `utama` signs.
SELESAI = {
    "ajukan": VERIFIKATOR,
    "sampaikan": TIM,
    "pertimbangkan": UTAMA,
    "setujui": UTAMA,
    "sk_ditandatangani": DINKES | BKD | DATA | ARSIPARIS,
    "selesai": DINKES | BKD | VERIFIKATOR | UTAMA | TIM | ARSIPARIS | LAIN | {"data.baru"},
}


def told(office: Office) -> dict[str, set[str]]:
    """hal -> the names of those who were told."""
    office.session.rollback()
    found: dict[str, set[str]] = defaultdict(set)
    query = select(N.hal, m.Pengguna.username).join(m.Pengguna, m.Pengguna.id == N.pengguna_id)
    for hal, name in office.session.execute(query):
        found[hal].add(name)
    return dict(found)


def people(office: Office) -> dict[int, Any]:
    return {user.id: user for user in office.session.scalars(select(m.Pengguna)).unique()}


@contextmanager
def counted() -> Iterator[list[str]]:
    said: list[str] = []

    def hear(_c: Any, _cur: Any, statement: str, *_more: Any) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


@at("selesai", both=True)
def test_a_whole_run_tells_whom_it_concerns_and_nobody_else(office: Office, case: Case) -> None:
    assert told(office) == SELESAI
    for row in office.session.scalars(select(N)):
        assert row.dibaca_pada is None
        assert row.pesan_id is None, "nobody asked for mail"


@at("selesai")
def test_everybody_reaches_what_he_was_told_of_and_was_told_once(office: Office, case: Case) -> None:
    users, seen = people(office), set()
    for row in office.session.scalars(select(N)).all():
        officer = officer_of(office.session, users[row.pengguna_id])
        assert find(office.session, MODEL[row.objek_jenis], row.objek_id, officer) is not None, (officer.id, row.hal)
        place = (row.pengguna_id, row.hal, row.objek_jenis, row.objek_id)
        assert place not in seen
        seen.add(place)


@at("selesai")
def test_the_actor_never_hears_of_his_own_act(office: Office, case: Case) -> None:
    query = select(m.Peristiwa).where(m.Peristiwa.verb.in_({verb for _, verb in PERISTIWA}))
    for one in office.session.scalars(query).all():
        heard = office.session.scalars(select(N.pengguna_id).where(N.kelompok == f"peristiwa:{one.urut}")).all()
        assert one.pelaku_id not in heard


@at("pengkajian", both=True)
def test_what_is_returned_is_told_to_its_own_agency(office: Office, case: Case) -> None:
    before = told(office)
    office.act("verifikator", "butir", case.butir[0], "minta_perbaikan", NOTE)
    office.act("verifikator", "usulan", case.usulan["bkd"], "kembalikan", NOTE)
    assert told(office) == before | {"minta_perbaikan": DINKES, "kembalikan": BKD}
    title = office.session.scalars(select(N.judul).where(N.hal == "minta_perbaikan").distinct()).one()
    butir = office.session.get_one(m.ButirInformasi, case.butir[0])
    assert title == butir.kode, "of a butir its code alone; its text is internal"


@at("kantor")
def test_a_refused_move_tells_nobody(office: Office, case: Case) -> None:
    usulan, _ = office.propose("dinkes", 0)
    with pytest.raises(BelumLengkap):
        office.act("dinkes", "usulan", usulan, "ajukan")
    with pytest.raises(TidakBerwenang):
        office.act("utama", "usulan", usulan, "ajukan")
    assert told(office) == {}


@at("kantor")
def test_an_operation_that_is_answered_again_tells_nobody_again(office: Office, case: Case) -> None:
    usulan, _ = office.propose("dinkes")
    for _ in range(2):
        office.act("dinkes", "usulan", usulan, "ajukan", operation="satu-kali-saja")
    rows = office.session.scalars(select(N.pengguna_id)).all()
    assert len(rows) == len(set(rows)) == len(VERIFIKATOR)


@at("kantor")
def test_the_deactivated_and_those_who_may_not_open_the_record_are_not_told(office: Office, case: Case) -> None:
    office.session.execute(update(m.Pengguna).where(m.Pengguna.username == "verifikator.baru").values(active=False))
    office.session.commit()
    office.submit(case, "dinkes")
    assert told(office) == {"ajukan": VERIFIKATOR - {"verifikator.baru"}}
    role = next(
        role for role in people(office)[office.staff["rangkap"].id].roles if role.name.startswith("Verifikator")
    )
    role.permissions = [p for p in role.permissions if (p.permission.name, p.view_menu.name) != ("can_show", "Usulan")]
    office.session.commit()
    before = office.session.scalars(select(N.id)).all()
    office.submit(case, "bkd")
    new = select(m.Pengguna.username).join(N, N.pengguna_id == m.Pengguna.id).where(N.id.not_in(before))
    assert set(office.session.scalars(new)) == {"rangkap"}, "his other role may open it still"


@at("kantor")
def test_a_role_through_a_group_is_told_too(office: Office, case: Case) -> None:
    role = next(role for role in people(office)[office.staff["verifikator"].id].roles)
    group = Group(name="Meja depan", label="", description="", roles=[role])
    office.session.add(group)
    office.session.flush()
    office.session.execute(insert(assoc_user_group).values(user_id=office.staff["tamu"].id, group_id=group.id))
    office.session.commit()
    office.submit(case, "dinkes")
    assert told(office) == {"ajukan": VERIFIKATOR | {"tamu"}}


def more(office: Office, number: int) -> None:
    """More people of the Verifikator's role, all of whom want mail at once."""
    role = next(role for role in people(office)[office.staff["verifikator"].id].roles)
    for n in range(number):
        name = f"banyak.{n}"
        office.session.add(
            m.Pengguna(
                username=name,
                first_name="Banyak",
                last_name=str(n),
                email=f"{name}@contoh.test",
                password=SECRET,
                active=True,
                roles=[role],
            )
        )
    office.session.flush()
    for user in people(office).values():
        office.session.add(m.PilihanNotifikasi(pengguna_id=user.id, cara="segera", alamat=user.email))
    office.session.commit()


@at("kantor", both=True)
def test_the_number_of_statements_does_not_grow_with_the_people(
    office: Office, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flask import current_app

    monkeypatch.setitem(current_app.config, "SIDIK_MAIL_URL", "smtp://127.0.0.1:1")
    office.submit(case, "dinkes")  # what is made once is made
    few, many = office.propose("dinkes")[0], office.propose("dinkes")[0]
    with counted() as first:
        office.act("dinkes", "usulan", few, "ajukan")
    more(office, 60)
    with counted() as second:
        office.act("dinkes", "usulan", many, "ajukan")
    mailing = {"INSERT INTO pesan_keluar", "UPDATE notifikasi", "INSERT INTO pekerjaan", "SELECT pekerjaan"}
    extra = [one for one in second if one.startswith(tuple(mailing))]
    assert len(extra) == 4
    assert len(second) - len(extra) <= len(first), (len(first), len(second))
    heard = select(N.pengguna_id).where(N.objek_id == many, N.pesan_id.is_not(None))
    assert len(office.session.scalars(heard).all()) == 60 + len(VERIFIKATOR)
