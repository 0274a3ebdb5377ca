"""Of every verb: does it do it, and is it refused for the wrong role, a neighbour's row, a changed status, a stale version, a repeat?"""

import uuid
from typing import Any

import pytest

from app import models as m
from app.errors import (
    BelumLengkap,
    OperasiTerpakai,
    SidikError,
    StatusBerubah,
    TidakBerwenang,
    TidakDitemukan,
    VersiBasi,
)
from app.models.base import MAKS_ID
from app.steps.events import periksa_rantai
from tests.cases import Case, Office
from tests.stages import SQLITE
from tests.steps.pressing import EVERY, NAMES, PRESSES, SAME_ROLE, Press

MODEL = {"usulan": m.Usulan, "berkas": m.Berkas, "butir": m.ButirInformasi}
every_verb = pytest.mark.parametrize(("press", "stage"), EVERY, ids=NAMES)


def picture(office: Office, press: Press, ident: int) -> tuple[Any, ...]:
    """What must stay as it is when a verb is refused."""
    row = office.row(MODEL[press.kind], ident)
    counts = [office.session.query(model).count() for model in (m.Peristiwa, m.Naskah, m.NomorNaskah, m.Unggahan)]
    return row.status, row.versi, getattr(row, "putaran", None), *counts


def refused(office: Office, press: Press, ident: int, who: str, note: str | None = None, **more: Any) -> SidikError:
    """The refusal of a press; nothing at all is left of it."""
    before = picture(office, press, ident)
    with pytest.raises(SidikError) as fault:
        office.act(who, press.kind, ident, press.verb, press.note if note is None else note, **more)
    assert picture(office, press, ident) == before
    return fault.value


@every_verb
def test_it_does_it_and_leaves_one_event_and_its_papers(office: Office, case: Case, press: Press) -> None:
    ident, data = press.aim(office, case)
    before = picture(office, press, ident)
    done = office.act(press.who, press.kind, ident, press.verb, press.note, version=before[1], **data)
    after = press.row.after or before[0]
    assert (done.id, done.status, done.diulang) == (ident, after, False)
    row = office.row(MODEL[press.kind], ident)
    assert (row.status, row.versi) == (after, done.versi)
    assert row.versi > before[1]
    assert row.diubah_oleh_id == office.staff[press.who].id
    event = office.session.query(m.Peristiwa).order_by(m.Peristiwa.urut.desc()).first()
    assert event is not None
    assert (event.verb, event.objek_jenis, event.objek_id) == (press.verb, press.kind, ident)
    assert (event.dari, event.ke, event.catatan) == (before[0], after, press.note)
    assert (event.pelaku_id, event.peran) == (office.staff[press.who].id, office.staff[press.who].peran)
    assert office.session.query(m.Peristiwa).count() == before[3] + 1
    issued = [paper.jenis for paper in done.naskah]
    late = (
        ["draft_daftar"]
        if press.verb == "himpun_kembali" and office.status("berkas", data["berkas"]) == "pengkajian"
        else []
    )
    assert issued == [*press.row.gives, *late]
    assert all(office.row(m.Naskah, paper.id).sha256 == paper.sha256 for paper in done.naskah)
    assert periksa_rantai(office.session) == []


@SQLITE
@every_verb
def test_the_same_operation_is_answered_and_not_repeated(office: Office, case: Case, press: Press) -> None:
    ident, data = press.aim(office, case)
    operation = str(uuid.uuid4())
    version = office.row(MODEL[press.kind], ident).versi
    seen = {"version": version, "operation": operation}
    first = office.act(press.who, press.kind, ident, press.verb, press.note, **seen, **data)
    before = picture(office, press, ident)
    again = office.act(press.who, press.kind, ident, press.verb, press.note, **seen, **data)
    assert again.diulang
    assert again.as_dict() == first.as_dict()
    assert picture(office, press, ident) == before
    other = refused(office, press, ident, SAME_ROLE[press.who], **seen, **data)
    assert isinstance(other, OperasiTerpakai)
    assert other.status == 409


@SQLITE
@every_verb
def test_it_is_refused_when_it_should_be_and_nothing_is_left(office: Office, case: Case, press: Press) -> None:
    ident, data = press.aim(office, case)
    version = office.row(MODEL[press.kind], ident).versi

    for who in ("auditor", "admin", "tamu", "arsiparis"):
        refusal = refused(office, press, ident, who, **data)
        assert isinstance(refusal, TidakBerwenang), who
    stale = refused(office, press, ident, press.who, version=version - 1, **data)
    assert isinstance(stale, VersiBasi)
    assert (
        stale.as_dict() | {"status": office.row(MODEL[press.kind], ident).status, "versi": version} == stale.as_dict()
    )
    ahead = refused(office, press, ident, press.who, version=version + 1, **data)
    assert isinstance(ahead, VersiBasi)
    if press.who == "dinkes":
        for who in ("tetangga", "bkd.baru", "lepas"):
            assert isinstance(refused(office, press, ident, who, **data), TidakDitemukan), who
    if press.row.reason:
        for empty in ("", "   ", "\n"):
            lacking = refused(office, press, ident, press.who, note=empty, **data)
            assert isinstance(lacking, BelumLengkap)
            assert "catatan_wajib" in [k.kode for k in lacking.kekurangan]


@SQLITE
@every_verb
def test_done_once_it_does_not_apply_a_second_time(office: Office, case: Case, press: Press) -> None:
    ident, data = press.aim(office, case)
    office.act(press.who, press.kind, ident, press.verb, press.note, **data)
    again = refused(office, press, ident, press.who, **data)
    if press.verb == "setujui":
        assert isinstance(again, BelumLengkap)
        assert [k.kode for k in again.kekurangan] == ["sudah_disetujui"]
    else:
        assert isinstance(again, StatusBerubah)
        assert again.status == 409


@SQLITE
@pytest.mark.parametrize("stage", ["pertimbangan"])
@pytest.mark.parametrize("ident", [0, -1, 999_999, MAKS_ID, MAKS_ID + 1, 10**30, "1", None, 1.0])
def test_an_id_that_is_nobodys_is_not_found(office: Office, ident: Any) -> None:
    for press in PRESSES:
        with pytest.raises(TidakDitemukan):
            office.act(press.who, press.kind, ident, press.verb, press.note)


@SQLITE
@pytest.mark.parametrize("stage", ["pertimbangan"])
def test_a_verb_or_kind_that_nobody_knows_is_not_found(office: Office, case: Case) -> None:
    for kind, verb in (
        ("berkas", "sulap"),
        ("berkas", "ajukan"),
        ("naskah", "tandatangani"),
        ("sulap", "kaji"),
        ("berkas", ""),
    ):
        with pytest.raises(TidakDitemukan):
            office.act("utama", kind, case.berkas, verb)


@SQLITE
@pytest.mark.parametrize("stage", ["pertimbangan"])
def test_refusals_come_in_the_order_that_programs_rely_on(office: Office, case: Case) -> None:
    """Permission, rows, replay, version, status, person, completeness."""
    kaji_ulang = {"kind": "berkas", "verb": "kaji_ulang"}
    operation = str(uuid.uuid4())
    with pytest.raises(TidakBerwenang):  # before: unknown row
        office.act("utama", **kaji_ulang, ident=999, version=99)
    with pytest.raises(TidakDitemukan):  # before: stale version
        office.act("ketua", **kaji_ulang, ident=999, version=99)
    with pytest.raises(VersiBasi):  # before: wrong status
        office.act("utama", "berkas", case.berkas, "tetapkan", version=99)
    with pytest.raises(StatusBerubah):  # before: no reason given
        office.act("utama", "berkas", case.berkas, "batalkan_penetapan")
    done = office.act("ketua", **kaji_ulang, ident=case.berkas, note="Alasan.", operation=operation)
    again = office.act(
        "ketua", **kaji_ulang, ident=case.berkas, version=1, operation=operation
    )  # before: stale version
    assert again.as_dict() == done.as_dict()
    with pytest.raises(OperasiTerpakai):  # the same operation for another verb
        office.act("utama", "berkas", case.berkas, "sampaikan", operation=operation)
