"""Every action asked five questions: does it, wrong method, wrong role, neighbour's row, already done. And through which door."""

from collections.abc import Callable

from flask import Flask

from app import models as m
from app.extensions import db
from app.sop import reading
from tests.api.cases import Perkara
from tests.views.browsing import Browser, html, text, values

Browse = Callable[..., Browser]
LAYAR = {"usulan": "usulan", "berkas": "berkas", "butir": "butir"}


def status(app: Flask, model: type, ident: int) -> str:
    with app.app_context():
        return str(db.session.get_one(model, ident).status)


def make_empty_proposal(app: Flask, kasus: Perkara) -> None:
    """The draft of the agency says that there is nothing to exempt, so that it may be submitted."""
    with app.app_context():
        db.session.delete(db.session.get_one(m.ButirInformasi, kasus["butir_draf.dinkes"]))
        db.session.get_one(m.Usulan, kasus["draf.dinkes"]).nihil = True
        db.session.commit()


def test_it_submits_a_proposal_and_says_what_was_made(app: Flask, browse: Browse, kasus: Perkara) -> None:
    make_empty_proposal(app, kasus)
    browser, ident = browse("petugas.dinkes"), kasus["draf.dinkes"]
    answer = browser.send(f"/usulan/{ident}/tindakan/ajukan", {"catatan": "Mohon diterima"})
    page = browser.follow(answer)
    assert status(app, m.Usulan, ident) == "diajukan"
    assert "Sampaikan ke PPID Utama: berhasil" in text(page)
    assert "Usulan daftar informasi yang dikecualikan" in text(page)
    assert "Mohon diterima" in text(page), "the note stands in the timeline"


def test_a_get_moves_nothing(app: Flask, browse: Browse, kasus: Perkara) -> None:
    make_empty_proposal(app, kasus)
    browser, ident = browse("petugas.dinkes"), kasus["draf.dinkes"]
    assert browser.get(f"/usulan/{ident}/tindakan/ajukan").status_code == 200
    assert browser.get(f"/usulan/action/ajukan/{ident}").status_code == 405
    assert browser.get("/usulan/action_post").status_code == 405
    assert status(app, m.Usulan, ident) == "draf"


def test_a_post_without_a_token_moves_nothing(app: Flask, browse: Browse, kasus: Perkara) -> None:
    make_empty_proposal(app, kasus)
    browser, ident = browse("petugas.dinkes"), kasus["draf.dinkes"]
    for address in (f"/usulan/{ident}/tindakan/ajukan", f"/usulan/action/ajukan/{ident}", f"/usulan/delete/{ident}"):
        answer = browser.client.post(address, data={})
        assert answer.status_code == 400, address
        assert "kedaluwarsa" in text(answer)
    assert status(app, m.Usulan, ident) == "draf"


def test_a_role_that_never_has_the_verb_is_refused(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser = browse("data")
    for kind in LAYAR:
        for row in reading.langkah(kind):
            ident = {"usulan": kasus["usulan.dinkes"], "berkas": kasus["berkas"], "butir": kasus["butir.dinkes"]}[kind]
            if "Petugas Data dan Informasi" in row.pelaksana:
                continue
            assert browser.get(f"/{kind}/{ident}/tindakan/{row.verb}").status_code == 403, (kind, row.verb)
            assert browser.post(f"/{kind}/action/{row.verb}/{ident}").status_code in (403, 404), (kind, row.verb)


def test_admin_moves_nothing_whatever_he_ticks(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser = browse("admin")
    for kind in LAYAR:
        for row in reading.langkah(kind):
            assert browser.post(f"/{kind}/1/tindakan/{row.verb}").status_code == 403, (kind, row.verb)


def test_what_is_already_done_conflicts_and_keeps_the_note(app: Flask, browse: Browse, kasus: Perkara) -> None:
    make_empty_proposal(app, kasus)
    browser, ident = browse("petugas.dinkes"), kasus["draf.dinkes"]
    browser.send(f"/usulan/{ident}/tindakan/ajukan")
    answer = browser.send(f"/usulan/{ident}/tindakan/ajukan", {"catatan": "Sekali lagi, kalimat panjang"})
    assert answer.status_code == 409
    assert "Sekali lagi, kalimat panjang" in answer.text


def test_the_same_form_sent_twice_moves_once(app: Flask, browse: Browse, kasus: Perkara) -> None:
    make_empty_proposal(app, kasus)
    browser, ident = browse("petugas.dinkes"), kasus["draf.dinkes"]
    address = f"/usulan/{ident}/tindakan/ajukan"
    page = browser.get(address).text

    fields = dict(values(html.fromstring(page).xpath("//main//form[@method='post']")[-1]))
    first, second = browser.client.post(address, data=fields), browser.client.post(address, data=fields)
    assert (first.status_code, second.status_code) == (302, 302)
    with app.app_context():
        moved = db.session.query(m.Peristiwa).filter_by(objek_jenis="usulan", objek_id=ident, verb="ajukan").count()
    assert moved == 1


def test_a_stale_version_conflicts(app: Flask, browse: Browse, kasus: Perkara) -> None:
    make_empty_proposal(app, kasus)
    ident = kasus["draf.dinkes"]
    answer = browse("petugas.dinkes").send(
        f"/usulan/{ident}/tindakan/ajukan", {"versi": "999", "catatan": "Tulisan saya"}
    )
    assert answer.status_code == 409
    assert "Tulisan saya" in answer.text
    assert status(app, m.Usulan, ident) == "draf"


def test_the_page_lists_everything_that_is_missing(browse: Browse, kasus: Perkara) -> None:
    page = browse("petugas.dinkes").get(f"/usulan/{kasus['draf.dinkes']}/tindakan/ajukan")
    assert "Yang masih kurang" in text(page)
    assert "Wajib diperbaiki" in text(page)
    assert "disabled" in page.text


def test_a_return_needs_its_reason_and_is_refused_without(app: Flask, browse: Browse, kasus: Perkara) -> None:
    make_empty_proposal(app, kasus)
    ident = kasus["draf.dinkes"]
    browse("petugas.dinkes").send(f"/usulan/{ident}/tindakan/ajukan")
    browser = browse("utama")
    assert browser.send(f"/usulan/{ident}/tindakan/kembalikan").status_code == 422
    assert browser.send(f"/usulan/{ident}/tindakan/kembalikan", {"catatan": "Lengkapi dasar"}).status_code == 302
    assert status(app, m.Usulan, ident) == "dikembalikan"


def test_a_fab_action_leads_to_the_confirmation_page(browse: Browse, kasus: Perkara) -> None:
    browser, ident = browse("petugas.dinkes"), kasus["draf.dinkes"]
    answer = browser.post(f"/usulan/action/ajukan/{ident}")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"/usulan/{ident}/tindakan/ajukan")


def test_several_rows_give_a_result_each(app: Flask, browse: Browse, kasus: Perkara) -> None:
    make_empty_proposal(app, kasus)
    with app.app_context():
        usulan = db.session.get_one(m.Usulan, kasus["draf.dinkes"])
        other = m.Usulan(perangkat_daerah_id=usulan.perangkat_daerah_id, judul="Tanpa butir")
        db.session.add(other)
        db.session.commit()
        ids = [usulan.id, other.id]
    browser = browse("petugas.dinkes")
    answer = browser.post("/usulan/action_post", {"action": "ajukan", "rowid": [str(i) for i in ids]})
    confirm = answer.headers["Location"]
    assert "Tanpa butir" in browser.follow(answer).text
    result = browser.send(confirm)
    assert "1 berhasil, 1 dilewati" in text(result)
    assert status(app, m.Usulan, ids[0]) == "diajukan"
    assert status(app, m.Usulan, ids[1]) == "draf"


def test_every_move_of_the_tables_is_an_action_with_its_own_permission(app: Flask) -> None:
    views = {type(v).__name__: v for v in app.extensions["appbuilder"].baseviews}
    for kind, screen in (("usulan", "UsulanView"), ("berkas", "BerkasView"), ("butir", "ButirView")):
        view = views[screen]
        for row in reading.langkah(kind):
            assert row.verb in view.actions, (kind, row.verb)
            assert view.get_action_permission_name(row.verb) == f"can_{row.verb}"
            assert f"can_{row.verb}" in view.base_permissions
