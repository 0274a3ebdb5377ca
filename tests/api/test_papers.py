"""Papers over REST: exact bytes, speaking names, logged readings, signed copies, drafts, publication, archive, import."""

import hashlib
import shutil
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app import models as m
from app.extensions import db
from tests.api.journey import LEMBAR, XLSX, Perjalanan, hari_ini, pdf, unggah
from tests.api.office import Program

Masuk = Callable[[str | None], Program]


def kode(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.get_json().get("kode", "")


def readings(app: Flask) -> int:
    with app.app_context():
        query = select(func.count()).select_from(m.Peristiwa).where(m.Peristiwa.verb == "unduh")
        return int(db.session.scalar(query) or 0)


def test_a_sheet_is_previewed_saved_or_refused_whole(app: Flask, kantor: Masuk) -> None:
    petugas, content = kantor("petugas.dinkes"), LEMBAR.read_bytes()

    def send(program: Program, data: bytes = content, nama: str = LEMBAR.name, **fields: str) -> Any:
        return unggah(program, "/impor/usulan", data, nama, XLSX, **({"perangkat_daerah": "DINKES"} | fields))

    preview = send(petugas, simpan="false").get_json()["result"]
    assert preview["usulan"] is None
    assert [row["diterima"] for row in preview["baris"]] == [True, True, True]
    assert petugas.get("/usulan/").get_json()["count"] == 0
    assert kode(send(kantor("utama"))) == (403, "tidak_berwenang")
    assert kode(send(petugas, perangkat_daerah="BKD")) == (404, "tidak_ditemukan")
    assert kode(send(petugas, simpan="barangkali")) == (422, "isian_salah")
    assert kode(send(petugas, data=b"bukan lembar", nama="x.xlsx"))[0] in (415, 422)
    flawed = (LEMBAR.parent / "usulan-cacat.xlsx").read_bytes()
    rows = send(petugas, data=flawed, nama="cacat.xlsx", simpan="false").get_json()["result"]["baris"]
    assert any(not row["diterima"] for row in rows)
    refused = send(petugas, data=flawed, nama="cacat.xlsx", simpan="true")
    assert kode(refused)[0] == 422
    assert all(row["sel"] for row in refused.get_json()["kekurangan"])
    assert petugas.get("/usulan/").get_json()["count"] == 0
    assert kode(petugas.post("/impor/usulan", {"simpan": "true"})) == (415, "jenis_salah")
    assert kode(petugas.call("POST", "/impor/usulan", data={"perangkat_daerah": "DINKES"}))[0] in (415, 422)
    saved = send(petugas, simpan="true").get_json()["result"]
    assert petugas.satu(f"/usulan/{saved['usulan']}")["status"] == "draf"


def test_an_issued_paper_is_downloaded_as_recorded_and_the_reading_is_logged(app: Flask, kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_dikaji()
    paper, petugas = way.naskah["usulan_daftar"], way.orang("petugas.dinkes")
    before = readings(app)
    answer = petugas.get(f"/naskah/{paper['id']}/unduh")
    assert hashlib.sha256(answer.data).hexdigest() == paper["sha256"] == answer.headers["ETag"].strip('"')
    assert "attachment; filename=" in answer.headers["Content-Disposition"]
    assert ".docx" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert readings(app) == before + 1
    path = f"/naskah/{paper['id']}/unduh?format="
    assert kode(petugas.get(path + "exe")) == (400, "permintaan_salah")
    assert kode(petugas.get(path + "ttd")) == (404, "tidak_ditemukan")
    for person in (kantor("petugas.bkd"), kantor("data")):
        assert kode(person.get(path + "docx")) == (404, "tidak_ditemukan")
    assert kode(kantor(None).get(path + "docx")) == (401, "belum_masuk")
    assert kode(petugas.get(f"/naskah/{way.naskah['draft_daftar']['id']}/unduh")) == (404, "tidak_ditemukan")


def test_a_pdf_without_libreoffice_is_a_503_that_says_so(kantor: Masuk, monkeypatch: pytest.MonkeyPatch) -> None:
    way = Perjalanan(kantor)
    way.impor()
    way.lakukan("petugas.dinkes", "usulan", "ajukan")
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    monkeypatch.setattr("app.documents.pdf._MACHINE", ())
    answer = way.orang("petugas.dinkes").get(f"/naskah/{way.naskah['usulan_daftar']['id']}/unduh?format=pdf")
    assert kode(answer) == (503, "tidak_tersedia")
    assert answer.headers["Retry-After"]


def test_a_draft_is_marked_numberless_and_kept_nowhere(app: Flask, kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_dikaji()
    utama = way.orang("utama")
    with app.app_context():
        before = db.session.scalar(select(func.count()).select_from(m.Naskah))
    answer = utama.get(f"/naskah/konsep?berkas={way.berkas}&jenis=berita_acara_klasifikasi")
    assert answer.status_code == 200, answer.text
    assert answer.data.startswith(b"PK")
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(m.Naskah)) == before
    for query in ("", "?jenis=nota_dinas", f"?berkas={way.berkas}", f"?berkas={way.berkas}&jenis=surat_cinta"):
        assert kode(utama.get(f"/naskah/konsep{query}")) == (400, "permintaan_salah"), query
    both = f"?berkas={way.berkas}&usulan={way.usulan}&jenis=nota_dinas"
    assert kode(utama.get(f"/naskah/konsep{both}")) == (400, "permintaan_salah")
    assert kode(utama.get("/naskah/konsep?berkas=987654&jenis=nota_dinas")) == (404, "tidak_ditemukan")
    neighbour = kantor("petugas.bkd").get(f"/naskah/konsep?usulan={way.usulan}&jenis=usulan_daftar")
    assert kode(neighbour) == (404, "tidak_ditemukan")


def test_a_signed_decree_is_published_archived_and_finished(app: Flask, kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_ditetapkan()
    data, decree = way.orang("data"), way.naskah["surat_keputusan"]["id"]
    publish = {"naskah": decree, "saluran": "publik"}
    assert [row["kode"] for row in data.post("/publikasi/", publish).get_json()["kekurangan"]] == ["belum_ttd"]
    signed = pdf("sk")
    assert kode(way.ttd("data", "surat_keputusan", signed)) == (403, "tidak_berwenang")
    assert kode(way.ttd("utama2", "surat_keputusan", signed, tanggal_ttd="2020-01-01")) == (422, "isian_salah")
    assert kode(way.ttd("utama2", "surat_keputusan", signed, metode="stempel")) == (422, "isian_salah")
    assert kode(way.ttd("utama2", "surat_keputusan", b"MZ bukan pdf")) == (415, "jenis_salah")
    empty = way.orang("utama2").call("POST", f"/naskah/{decree}/ttd", data={"tanggal_ttd": hari_ini()})
    assert kode(empty)[0] in (415, 422)
    signed = way.pasangkan("utama2", "surat_keputusan")
    way.pasangkan("utama2", "lampiran_terbatas")
    assert kode(way.ttd("utama2", "surat_keputusan", pdf("lagi"))) == (409, "status_berubah")
    assert data.get(f"/naskah/{decree}/unduh?format=ttd").data == signed
    made = data.post("/publikasi/", publish)
    assert made.status_code == 201, made.text
    row = made.get_json()["result"]
    assert (row["hasil_cek"], row["sha256"]) == ("sama", hashlib.sha256(signed).hexdigest())
    assert data.client.get(row["url"].split("/", 3)[3].join(("/", ""))).data == signed
    assert kode(way.orang("utama").post("/publikasi/", publish)) == (403, "tidak_berwenang")
    lacking = data.gerak("berkas", way.berkas, "unggah")
    assert kode(lacking) == (422, "belum_lengkap")
    arsip = way.arsipkan("data", "surat_keputusan")
    assert arsip.status_code == 201, arsip.text
    assert (arsip.get_json()["result"]["hardcopy"]["boks"], arsip.get_json()["result"]["lengkap"]) == ("3", True)
    assert kode(way.arsipkan("data", "lampiran_terbatas")) == (404, "tidak_ditemukan")
    for odd in ({"hardcopy": {"langit": "1"}}, {"hardcopy": 3}, {"retensi_aktif": -1}, {"lengkap": True}):
        assert kode(way.arsipkan("data", "surat_keputusan", **odd)) == (422, "isian_salah"), odd
    restricted = way.arsipkan("utama2", "lampiran_terbatas", skkaad="terbatas")
    assert restricted.status_code == 201, restricted.text
    changed = data.put(f"/arsip/{arsip.get_json()['id']}", {"hardcopy": {"rak": "9"}})
    assert changed.get_json()["result"]["hardcopy"] | {} == changed.get_json()["result"]["hardcopy"]
    assert (changed.get_json()["result"]["hardcopy"]["rak"], changed.get_json()["result"]["hardcopy"]["boks"]) == (
        "9",
        "3",
    )
    done = way.lakukan("data", "berkas", "unggah", catatan="Arsip lain menyusul.")
    assert done["status"] == "selesai"
    assert way.orang("utama").get("/register/").get_json()["result"][0]["status"] == "berlaku"
    assert readings(app) == 0  # the decree is announced: reading it is nobody's business
