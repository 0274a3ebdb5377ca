"""Screens of loans, of records that leave, of requests and of what leaves as a bag: who opens them, and what they do."""

import datetime as dt
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
import time_machine
from docx import Document
from flask import Flask

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.reports import stored
from app.reports.all import LAPORAN
from app.reports.stored import simpan_laporan
from tests.api.cases import Perkara, keputusan
from tests.documents.reading import docx_text
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # the rules below run on both


@pytest.fixture
def record(app: Flask, kasus: Perkara) -> int:
    """An archive record of a signed decree whose entry is in force."""
    with app.app_context():
        keputusan(db.session)
        for entry in db.session.query(m.ButirDitetapkan):
            entry.status = "berlaku"
        decree = db.session.query(m.Naskah).filter_by(jenis="surat_keputusan").first()
        row = db.session.query(m.Arsip).filter_by(naskah_id=decree.id).one_or_none()
        row = row or m.Arsip(naskah_id=decree.id, kode_klasifikasi="488", skkaad="biasa", tingkat_perkembangan="asli")
        row.retensi_aktif, row.retensi_inaktif, row.nasib_akhir, row.hardcopy_boks = 1, 1, "musnah", "B-1"
        decree.berkas.status, decree.berkas.berakhir_pada = "selesai", decree.dibuat_pada
        chief = m.Pejabat(nama="Budi Santoso", jabatan="Kepala Dinas", kapasitas="definitif", fungsi="ppid_utama")
        chief.mulai = dt.date(2020, 1, 1)
        db.session.add_all([row, chief])
        db.session.commit()
        return int(row.id)


def test_a_hard_copy_is_lent_and_its_return_recorded_on_the_screen(browse: Browse, record: int) -> None:
    archivist = browse("arsiparis")
    address = f"/peminjaman-arsip/add?arsip={record}"
    assert "Pinjamkan arsip" in archivist.get(f"/arsip/show/{record}").text
    form = {"peminjam": "Ani", "keperluan": "Audit", "jatuh_tempo": hari_ini_wib().isoformat()}
    assert archivist.send(address, form | {"jatuh_tempo": "2020-01-01"}).status_code == 422
    page = text(archivist.follow(archivist.send(address, form)))
    assert "Ani" in page
    assert "Catat pengembalian" in page, "the button says what it does"
    assert "masih dipinjam Ani" in text(archivist.send(address, form))
    done = archivist.follow(archivist.send("/peminjaman-arsip/edit/1", {"keadaan_kembali": "Lengkap"}))
    assert "Lengkap" in text(done)
    assert browse("petugas.dinkes").get(address).status_code in (302, 403)


@pytest.fixture
def decades_later() -> Iterator[None]:
    with time_machine.travel("2070-05-06 10:00", tick=True):
        yield


def test_records_leave_by_a_list_that_tells_what_stays(app: Flask, record: int, decades_later: None) -> None:
    archivist = Browser(app, "arsiparis")
    page = text(archivist.get("/penyusutan/calon/musnah"))
    assert "masih memuat informasi yang dikecualikan" in page
    with app.app_context():
        db.session.query(m.ButirDitetapkan).update({"status": "terbuka_demi_hukum"})
        db.session.commit()
    assert archivist.send("/penyusutan/calon/musnah").status_code == 422, "nothing was ticked"
    made = archivist.follow(archivist.send("/penyusutan/calon/musnah", {"arsip": str(record)}))
    assert "Usul musnah" in text(made)
    letter = {"nomor": "045/1", "tanggal": hari_ini_wib().isoformat()}
    assert "petugas lain" in text(archivist.send("/penyusutan/1/setujui", letter))
    chief = Browser(app, "utama")
    chief.follow(chief.send("/penyusutan/1/setujui", letter))
    done = {"tanggal": letter["tanggal"], "cara": "dicacah", "saksi": "Saksi Contoh"}
    assert archivist.send("/penyusutan/1/laksanakan", done | {"saksi": ""}).status_code == 422
    finished = archivist.follow(archivist.send("/penyusutan/1/laksanakan", done))
    assert "Dilaksanakan" in text(finished)
    assert "Berita acara penyusutan arsip" in text(finished)
    with app.app_context():
        paper = db.session.query(m.Naskah).filter_by(jenis="berita_acara_penyusutan").one().id
        db.session.rollback()
    assert "dicacah" in docx_text(archivist.get(f"/naskah/{paper}/unduh?format=docx").data)
    assert "Pasangkan" in text(chief.get(f"/naskah/show/{paper}"))
    assert chief.get(f"/pasangkan/naskah/{paper}").status_code == 200
    assert archivist.get(f"/pasangkan/naskah/{paper}").status_code == 403
    assert chief.get("/pasangkan/naskah/999999").status_code == 404
    assert archivist.get("/penyusutan/1/daftar.docx").status_code == 200
    assert Browser(app, "data").get("/penyusutan/1/daftar.docx").status_code == 403
    assert archivist.get("/penyusutan/99/daftar.docx").status_code == 404
    assert archivist.get("/penyusutan/calon/hilang").status_code == 404


def test_a_request_is_recorded_tied_to_an_entry_and_refused_by_letter(browse: Browse, record: int) -> None:
    utama = browse("utama")
    today = hari_ini_wib().isoformat()
    form = {"kanal": "eppid", "nomor": "PI-1", "diterima": today, "pemohon": "Budi", "rincian": "Rekam medis"}
    page = text(utama.follow(utama.send("/permohonan/add", form)))
    assert "sisa 10 hari kerja" in page
    assert "sudah dicatat" in text(utama.send("/permohonan/add", form))
    refusal = {"jawaban": "ditolak", "tanggal": today}
    assert "Hubungkan dahulu butir" in text(utama.send("/tindakan-permohonan/1/jawab", refusal))
    found = utama.send("/tindakan-permohonan/1/hubungkan", {"cari": "tidakadakatanya", "langkah": "cari"})
    assert "Tidak ada butir dengan kata itu" in text(found)
    utama.follow(utama.send("/tindakan-permohonan/1/hubungkan", {"butir": "1"}))
    draft = utama.send("/tindakan-permohonan/1/jawab", refusal | {"langkah": "konsep"})
    assert "Budi" in docx_text(draft.data)
    button = utama.get("/tindakan-permohonan/1/jawab").text
    assert 'value="konsep" data-unduh' in button, "else the page takes the next press for a second one"
    answered = utama.follow(utama.send("/tindakan-permohonan/1/jawab", refusal))
    assert "Ditolak karena dikecualikan" in text(answered)
    assert "Surat penolakan permohonan informasi" in text(answered)
    assert "sudah dijawab" in text(utama.follow(utama.get("/permohonan/edit/1")))
    assert browse("data").get("/permohonan/show/1").status_code in (302, 403)


def test_a_file_of_requests_tells_its_faults_and_is_kept_whole(browse: Browse, record: int) -> None:
    utama = browse("utama")
    template = utama.get("/impor-permohonan/templat.csv").data
    bad = template.replace(b"2026-03-02", b"kemarin")
    answer = utama.send("/impor-permohonan/", {"unggahan": (BytesIO(bad), "x.csv")})
    assert answer.status_code == 422
    assert "Baris 2, kolom diterima" in text(answer)
    kept = utama.follow(utama.send("/impor-permohonan/", {"unggahan": (BytesIO(template), "x.csv")}))
    assert "1 permohonan dicatat" in kept.text
    assert browse("data").get("/impor-permohonan/").status_code == 403


def test_every_report_is_a_paper_too_and_kept_ones_are_handed_out(
    app: Flask, browse: Browse, record: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "pengubah", lambda: None)
    utama = browse("utama")
    for name, report in LAPORAN.items():
        paper = Document(BytesIO(utama.get(f"/laporan-kantor/{name}/docx").data))
        assert report.judul.upper() in [line.text for line in paper.paragraphs]
    assert utama.get("/laporan-kantor/beban/odt").status_code == 404
    with app.app_context():
        simpan_laporan(hari_ini_wib().replace(year=hari_ini_wib().year + 1, month=1, day=2))
        ident = db.session.query(m.Laporan).filter_by(nama="beban").first().id
        db.session.rollback()
    assert "SHA-256" in text(utama.get(f"/laporan/show/{ident}"))
    assert utama.get(f"/laporan-kantor/tersimpan/{ident}/xlsx").data.startswith(b"PK")
    assert utama.get(f"/laporan-kantor/tersimpan/{ident}/exe").status_code == 404
    assert browse("data").get(f"/laporan-kantor/tersimpan/{ident}/xlsx").status_code == 404, "names cases of others"
    assert browse("tim1").get(f"/laporan-kantor/tersimpan/{ident}/xlsx").status_code == 403


def test_the_bags_are_handed_out_to_those_who_may(app: Flask, browse: Browse, record: int) -> None:
    with app.app_context():
        decree = db.session.query(m.Naskah).filter_by(jenis="surat_keputusan").first()
        berkas, year = decree.berkas_id, decree.tanggal.year
    utama = browse("utama")
    assert utama.get(f"/serah-srikandi/{berkas}").data.startswith(b"PK")
    assert f"Unduh paket {year}" in text(utama.get("/paket-monev/"))
    assert utama.get(f"/paket-monev/{year}").data.startswith(b"PK")
    assert utama.get("/paket-monev/1999").status_code == 404
    assert browse("tim1").get(f"/serah-srikandi/{berkas}").status_code == 403
    assert browse("data").get("/paket-monev/").status_code == 403
