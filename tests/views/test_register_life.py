"""Screens of the register's life, the archive folder, reports and background work: who opens them, and what they do."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.models.base import sekarang
from app.reports.all import LAPORAN
from tests.api.cases import Perkara, keputusan
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]


@pytest.fixture
def entry(app: Flask, kasus: Perkara) -> int:
    """An entry in force of a signed decree."""
    with app.app_context():
        keputusan(db.session)
        row = db.session.query(m.ButirDitetapkan).order_by(m.ButirDitetapkan.id.desc()).first()
        row.status = "berlaku"
        db.session.commit()
        return int(row.id)


def test_a_change_is_recorded_from_the_record_of_the_entry(app: Flask, browse: Browse, entry: int) -> None:
    utama = browse("utama")
    record = utama.get(f"/daftar/show/{entry}").text
    assert "Catat perubahan klasifikasi" in record
    assert "<p>Belum ada perubahan.</p>" in record, "no word of opening the record that is open"
    form = {"jenis": "dibuka", "dasar": "Keputusan nomor 9", "tanggal": hari_ini_wib().isoformat()}
    address = f"/perubahan-klasifikasi/add?butir_ditetapkan={entry}"
    answer = utama.send(address, form | {"dasar": ""})
    assert answer.status_code in (200, 422), "kept on the page with what is missing"
    assert "Keputusan nomor 9" in text(utama.follow(utama.send(address, form)))
    assert "Dibuka dengan keputusan" in text(utama.get(f"/daftar/show/{entry}"))
    assert "menunggu tindak lanjut" in text(utama.get("/"))
    task = _first_task(app)
    done = {"hasil": "ditahan", "keterangan": "Menunggu penghitaman nama."}
    assert "Belum dilepas" in text(utama.follow(utama.send(f"/tindak-lanjut/edit/{task}", done)))
    assert browse("petugas.dinkes").get(address).status_code in (302, 403)


def _first_task(app: Flask) -> int:
    with app.app_context():
        return int(db.session.query(m.TindakLanjut).one().id)


def test_reports_are_pages_and_spreadsheets_for_those_who_may_list_their_rows(browse: Browse, entry: int) -> None:
    utama = browse("utama")
    index = utama.get("/laporan-kantor/")
    for name, report in LAPORAN.items():
        assert f"/laporan-kantor/{name}" in index.text
        assert report.judul in text(utama.get(f"/laporan-kantor/{name}"))
        sheet = load_workbook(BytesIO(utama.get(f"/laporan-kantor/{name}/xlsx").data)).active
        assert sheet is not None
        assert [cell.value for cell in sheet[1]] == list(report.kolom)
    assert utama.get("/laporan-kantor/gaib").status_code == 404
    assert utama.get("/laporan-kantor/periode?mulai=kemarin&selesai=9999-99-99").status_code == 200
    petugas = browse("petugas.dinkes")
    assert petugas.get("/laporan-kantor/nomor").status_code == 403
    assert petugas.get("/laporan-kantor/nomor/xlsx").status_code == 403
    assert browse("tamu").get("/laporan-kantor/").status_code == 403


def test_the_archive_folder_lists_the_papers_of_a_berkas(browse: Browse, entry: int, kasus: Perkara) -> None:
    page = browse("utama").get(f"/folder-arsip/{kasus['berkas']}")
    assert page.status_code == 200
    assert "Folder arsip" in text(page)
    assert browse("utama").get("/folder-arsip/999999").status_code == 404
    assert browse("petugas.dinkes").get(f"/folder-arsip/{kasus['berkas']}").status_code == 403


def test_failed_work_is_tried_again_from_the_panel(app: Flask, browse: Browse) -> None:
    with app.app_context():
        now = sekarang()
        row = m.Pekerjaan(jenis="sapu_berkas", kunci="uji", argumen={}, status="gagal", coba_lagi_pada=now, selesai=now)
        db.session.add(row)
        db.session.commit()
        ident = row.id
    utama = browse("utama")
    assert "Gagal" in text(utama.get("/pekerjaan/list/"))
    assert "Ulangi" in utama.get(f"/pekerjaan/show/{ident}").text
    assert utama.post(f"/pekerjaan/ulangi/{ident}").status_code == 302
    assert "Menunggu" in text(utama.get(f"/pekerjaan/show/{ident}"))
    assert utama.get(f"/pekerjaan/ulangi/{ident}").status_code == 405
    assert browse("petugas.dinkes").post(f"/pekerjaan/ulangi/{ident}").status_code in (302, 403)


def test_a_change_gets_its_decree_on_its_own_page_and_only_there_once(app: Flask, browse: Browse, entry: int) -> None:
    utama = browse("utama")
    form = {"jenis": "dibuka", "dasar": "Keputusan nomor 9", "tanggal": hari_ini_wib().isoformat()}
    utama.follow(utama.send(f"/perubahan-klasifikasi/add?butir_ditetapkan={entry}", form))
    with app.app_context():
        change = db.session.query(m.PerubahanKlasifikasi).one().id
    address = f"/naskah-pendukung/perubahan/{change}"
    assert address in utama.get(f"/perubahan-klasifikasi/show/{change}").text
    for who, status in (("petugas.dinkes", 403), ("tamu", 403)):
        assert browse(who).get(address).status_code == status
    assert utama.get("/naskah-pendukung/perubahan/999999").status_code == 404
    page = text(utama.follow(utama.send(address, {})))
    assert "Keputusan perubahan klasifikasi" in page
    assert "Pembukaan Informasi yang Dikecualikan" in page
    record = utama.get(f"/perubahan-klasifikasi/show/{change}").text
    assert "Buka keputusan" in record
    assert address not in record
    again = utama.send(address, {})
    assert again.status_code == 422
    assert "Terbitkan ulang" in text(again)
