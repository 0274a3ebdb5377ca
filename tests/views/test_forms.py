"""Forms lose no typed text, overwrite nobody, take only their own fields, and can say no."""

from collections.abc import Callable

from flask import Flask
from lxml import html
from sqlalchemy import select

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.views.browsing import Browser, text, values

Browse = Callable[..., Browser]


def test_a_butir_is_written_by_its_agency_half_filled(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser = browse("petugas.dinkes")
    answer = browser.send(f"/butir/add?usulan={kasus['draf.dinkes']}", {"uraian": "Daftar pasien jiwa"})
    assert "Daftar pasien jiwa" in text(browser.follow(answer))
    with app.app_context():
        row = db.session.scalars(select(m.ButirInformasi).where(m.ButirInformasi.uraian == "Daftar pasien jiwa")).one()
        assert row.kode.startswith("DINKES-")
        assert row.uraian_publik == "Daftar pasien jiwa"
        done = db.session.scalars(select(m.Peristiwa).where(m.Peristiwa.objek_id == row.id)).all()
        assert [event.verb for event in done] == ["buat"], "who wrote a butir is in the log"


def test_two_people_at_one_form_never_overwrite_each_other(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser, ident = browse("petugas.dinkes"), kasus["draf.dinkes"]
    browser.send(f"/usulan/edit/{ident}", {"judul": "Judul rekan"})
    answer = browser.send(f"/usulan/edit/{ident}", {"judul": "Judul saya yang panjang", "versi": "1"})
    assert answer.status_code == 409
    assert "Judul saya yang panjang" in answer.text, "the typed text is kept"
    assert "diubah orang lain" in text(answer)
    with app.app_context():
        assert db.session.get_one(m.Usulan, ident).judul == "Judul rekan"


def test_a_mistake_is_told_at_the_field_and_in_the_summary(browse: Browse, kasus: Perkara) -> None:
    answer = browse("petugas.dinkes").send(
        f"/usulan/edit/{kasus['draf.dinkes']}", {"judul": "x" * 400, "nomor_surat": "12/A"}
    )
    assert answer.status_code == 422
    assert 'href="#judul"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "12/A" in answer.text


def test_a_form_takes_only_its_own_fields(app: Flask, browse: Browse, kasus: Perkara) -> None:
    ident = kasus["draf.dinkes"]
    sent = {"judul": "Baru", "status": "dihimpun", "pernah_diajukan": "1", "perangkat_daerah": "1", "berkas_id": "1"}
    browse("petugas.dinkes").send(f"/usulan/edit/{ident}", sent)
    with app.app_context():
        row = db.session.get_one(m.Usulan, ident)
        assert (row.judul, row.status, row.pernah_diajukan, row.berkas_id) == ("Baru", "draf", False, None)


def test_a_box_can_be_unchecked(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser, ident = browse("petugas.dinkes"), kasus["draf.dinkes"]
    browser.send(f"/usulan/edit/{ident}", {"nihil": "y"})
    browser.send(f"/usulan/edit/{ident}", {"nihil": None})
    with app.app_context():
        assert db.session.get_one(m.Usulan, ident).nihil is False


def test_what_is_locked_is_neither_offered_nor_taken(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser, ident = browse("petugas.dinkes"), kasus["usulan.dinkes"]
    assert f"/usulan/edit/{ident}" not in browser.get(f"/usulan/show/{ident}").text
    answer = browser.post(f"/usulan/edit/{ident}", {"judul": "Diam-diam", "versi": "1"})
    assert "tidak dapat diubah" in text(browser.follow(answer))
    with app.app_context():
        assert db.session.get_one(m.Usulan, ident).judul == "Usulan DINKES 2026"


def test_a_draft_is_deleted_with_what_belongs_to_it(app: Flask, browse: Browse, kasus: Perkara) -> None:
    answer = browse("petugas.dinkes").post(f"/butir/delete/{kasus['butir_draf.dinkes']}")
    assert answer.status_code == 302
    with app.app_context():
        assert db.session.get(m.ButirInformasi, kasus["butir_draf.dinkes"]) is None


def test_what_others_refer_to_is_not_deleted(app: Flask, browse: Browse, kasus: Perkara) -> None:
    with app.app_context():
        ident = db.session.scalars(select(m.PerangkatDaerah.id).where(m.PerangkatDaerah.kode == "DINKES")).one()
    browser = browse("admin")
    page = browser.follow(browser.post(f"/perangkat-daerah/delete/{ident}"))
    assert "masih dipakai" in text(page)
    assert "sqlite" not in page.text.lower()
    assert "IntegrityError" not in page.text


def test_master_data_is_kept_by_its_rules(browse: Browse, kasus: Perkara) -> None:
    browser = browse("admin")
    with browser.client.application.app_context():
        ident = db.session.scalars(select(m.Pengaturan.id).where(m.Pengaturan.kunci == "pemisahan_tugas")).one()
    form = browser.get(f"/pengaturan/edit/{ident}")
    assert "<select" in form.text
    assert '<option value="longgar">longgar</option>' in form.text
    assert "Pilih salah satu: ketat, longgar. Nilai bawaan: “ketat”." in text(form), "told before any refusal"
    answer = browser.send(f"/pengaturan/edit/{ident}", {"nilai": "entah"})
    assert answer.status_code == 422
    assert "ketat, longgar" in text(answer)
    assert browser.send(f"/pengaturan/edit/{ident}", {"nilai": "longgar"}).status_code == 302
    twice = browser.send("/pengaturan/add", {"kunci": "pemisahan_tugas", "nilai": "ketat"})
    assert twice.status_code == 422
    assert "sudah ada" in text(twice).lower()


def test_dates_that_run_backwards_are_refused(browse: Browse, kasus: Perkara) -> None:
    sent = {"nama": "Siti", "jabatan": "Kepala", "mulai": "2026-05-01", "selesai": "2026-04-01"}
    answer = browse("admin").send("/pejabat/add", sent)
    assert answer.status_code == 422
    assert "tidak boleh sebelum" in text(answer)


def test_the_admin_role_gets_no_move_even_when_it_is_ticked(app: Flask, browse: Browse, kasus: Perkara) -> None:
    with app.app_context():
        from flask_appbuilder.security.sqla.models import Permission, PermissionView, Role, ViewMenu

        found = select(PermissionView.id).join(Permission, PermissionView.permission_id == Permission.id)
        found = found.join(ViewMenu, PermissionView.view_menu_id == ViewMenu.id)
        tick = db.session.scalars(found.where(Permission.name == "can_tetapkan", ViewMenu.name == "Berkas")).one()
        role = db.session.scalars(select(Role).where(Role.name == "Admin")).unique().one()
        ident, held = role.id, [str(p.id) for p in role.permissions]
    answer = browse("admin").send(f"/peran/edit/{ident}", {"permissions": [*held, str(tick)]})
    assert answer.status_code == 302
    with app.app_context():
        from flask_appbuilder.security.sqla.models import Role

        role = db.session.get_one(Role, ident)
        assert "can_tetapkan" not in {p.permission.name for p in role.permissions}


def test_the_last_administrator_cannot_lose_his_role(app: Flask, browse: Browse, kasus: Perkara) -> None:
    with app.app_context():
        people = {person.username: person for person in db.session.scalars(select(m.Pengguna)).unique()}
        for name, person in people.items():
            person.active = name == "admin"
        ident = people["admin"].id
        db.session.commit()
    answer = browse("admin").send(f"/pengguna/edit/{ident}", {"roles": None})
    assert answer.status_code == 409, text(answer)
    assert "administrator aktif terakhir" in text(answer)


def test_a_form_that_saves_itself_is_answered_without_a_page_and_with_the_next_version(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    clerk, address = browse("petugas.dinkes"), f"/usulan/edit/{kasus['draf.dinkes']}"
    form = dict(values(html.fromstring(clerk.get(address).text).xpath("//main//form[@method='post']")[-1]))
    form["judul"] = "Ditulis sambil jalan"
    sent = clerk.client.post(address, data=form, headers={"X-Simpan-Otomatis": "ya"})
    assert (sent.status_code, int(sent.headers["X-Versi"])) == (204, int(form["versi"]) + 1)
    stale = clerk.client.post(address, data=form, headers={"X-Simpan-Otomatis": "ya"})
    assert stale.status_code == 409
    assert "Data sudah disimpan" not in clerk.get("/akun/").text
    with app.app_context():
        assert db.session.get_one(m.Usulan, kasus["draf.dinkes"]).judul == "Ditulis sambil jalan"
