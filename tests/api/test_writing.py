"""POST, PUT and DELETE: fields are checked with sentences, owners decide, versions are kept, the rest is 405."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from app import models as m
from app.api.resources import SUMBER
from app.calendar.words import hari_ini_wib
from app.extensions import db
from tests.api.cases import Perkara
from tests.api.office import Program

Masuk = Callable[[str | None], Program]
LIBUR = {"tanggal": "2027-01-01", "nama": "Hari kantor", "jenis": "daerah", "pasti": True}


def kurang(answer: Any) -> list[tuple[str, str]]:
    """(kode, medan) of every fault of a 422."""
    assert answer.status_code == 422, answer.text
    return [(row["kode"], row["medan"]) for row in answer.get_json()["kekurangan"]]


def test_an_administrator_keeps_master_data_and_nobody_else_does(masuk: Masuk) -> None:
    admin = masuk("admin")
    made = admin.post("/hari_libur/", LIBUR)
    assert made.status_code == 201, made.text
    ident = made.get_json()["id"]
    assert made.get_json()["result"]["tanggal"] == "2027-01-01"
    changed = admin.put(f"/hari_libur/{ident}", {"nama": "  Hari kantor raya "})
    assert (changed.status_code, changed.get_json()["result"]["nama"]) == (200, "Hari kantor raya")
    for name in ("utama", "petugas.dinkes", "pengawas", "data"):
        person = masuk(name)
        for answer in (
            person.post("/hari_libur/", LIBUR),
            person.put(f"/hari_libur/{ident}", {"nama": "x"}),
            person.delete(f"/hari_libur/{ident}"),
        ):
            assert (answer.status_code, answer.get_json()["kode"]) == (403, "tidak_berwenang")
    assert admin.delete(f"/hari_libur/{ident}").status_code == 200
    assert admin.delete(f"/hari_libur/{ident}").status_code == 404


def test_master_data_that_cannot_be_is_refused_in_words(masuk: Masuk) -> None:
    admin = masuk("admin")
    assert admin.post("/hari_libur/", LIBUR).status_code == 201
    twice = admin.post("/hari_libur/", LIBUR)
    assert (twice.status_code, twice.get_json()["kode"]) == (422, "melanggar_aturan")
    agency = admin.get("/perangkat_daerah/").get_json()["ids"][0]
    official = {
        "nama": "Budi",
        "jabatan": "Kepala",
        "fungsi": "penetap",
        "perangkat_daerah": agency,
        "mulai": "2026-01-01",
    }
    assert admin.post("/pejabat/", official).status_code == 201
    assert kurang(admin.post("/pejabat/", official | {"nama": "Ani", "mulai": "2026-06-01"})) == [
        ("pejabat_bertumpuk", "mulai")
    ]
    backwards = official | {"fungsi": None, "selesai": "2025-01-01"}
    assert kurang(admin.post("/pejabat/", backwards)) == [("urutan_tanggal", "selesai")]
    acting = official | {"fungsi": None, "kapasitas": "plt", "atas_nama": "Kepala Dinas"}
    assert kurang(admin.post("/pejabat/", acting)) == [("atas_nama", "atas_nama")]
    between = official | {"fungsi": None, "untuk_beliau": "Sekretaris"}
    assert kurang(admin.post("/pejabat/", between)) == [("untuk_beliau", "untuk_beliau")]
    assert kurang(admin.post("/pengaturan/", {"kunci": "apa_saja", "nilai": "1"})) == [("kunci_tidak_dikenal", "kunci")]


def test_an_agency_that_is_in_use_is_not_removed(masuk: Masuk, kasus: Perkara) -> None:
    admin = masuk("admin")
    with_usulan = admin.get("/perangkat_daerah/", "(filters:!((col:kode,opr:eq,value:DINKES)))").get_json()["ids"][0]
    answer = admin.delete(f"/perangkat_daerah/{with_usulan}")
    assert (answer.status_code, answer.get_json()["kode"]) == (422, "melanggar_aturan")
    assert "FOREIGN" not in answer.text.upper()


def test_every_wrong_field_is_named_at_once(masuk: Masuk, kasus: Perkara) -> None:
    answer = masuk("petugas.dinkes").post(
        "/butir/",
        {
            "usulan": kasus["draf.dinkes"],
            "uraian": "x" * 5001,
            "penguasa": "a\nb",
            "cakupan": "separuh",
            "jangka_tahun": 101,
            "jangka_mulai": "kemarin",
            "status": "ditetapkan",
            "kode": "X",
            "bagian": "nol\x00",
        },
    )
    assert set(kurang(answer)) == {
        ("isian", "uraian"),
        ("isian", "penguasa"),
        ("isian", "cakupan"),
        ("isian", "jangka_tahun"),
        ("isian", "jangka_mulai"),
        ("isian", "bagian"),
        ("medan_asing", "status"),
        ("medan_asing", "kode"),
    }
    sentences = {row["medan"]: row["pesan"] for row in answer.get_json()["kekurangan"]}
    assert sentences["uraian"] == "Isian uraian paling panjang 5000 karakter, yang dikirim 5001."
    assert sentences["cakupan"] == "Isian cakupan hanya boleh: seluruh, sebagian."


def test_the_server_sets_status_number_and_actors(masuk: Masuk, kasus: Perkara) -> None:
    utama, petugas = masuk("utama"), masuk("petugas.dinkes")
    for name in ("status", "nomor", "putaran", "tahun", "edisi_sop", "dibuat_oleh", "id"):
        assert kurang(utama.put(f"/berkas/{kasus['berkas']}", {name: "x"})) == [("medan_asing", name)]
    for name in ("status", "putaran", "berkas", "pernah_diajukan", "perangkat_daerah"):
        assert kurang(petugas.put(f"/usulan/{kasus['draf.dinkes']}", {name: 1})) == [("medan_asing", name)]
    for name in ("penguji", "tanggal", "putaran", "aturan_versi", "butir"):
        assert kurang(utama.put(f"/uji_konsekuensi/{kasus['uji.dinkes']}", {name: 1})) == [("medan_asing", name)]


def test_a_petugas_drafts_a_proposal(masuk: Masuk, kasus: Perkara) -> None:
    petugas = masuk("petugas.dinkes")
    made = petugas.post("/usulan/", {"nomor_surat": "440/1/2026"})
    assert made.status_code == 201, made.text
    usulan = made.get_json()["result"]
    assert (usulan["status"], usulan["versi"], usulan["perangkat_daerah"]["label"]) == ("draf", 1, "Dinas Kesehatan")
    butir = petugas.post("/butir/", {"usulan": usulan["id"], "uraian": "Rekam medis", "cakupan": "seluruh"})
    assert butir.status_code == 201, butir.text
    row = butir.get_json()["result"]
    assert (row["uraian_publik"], row["status"]) == ("Rekam medis", "draf")
    letter = petugas.get("/pasal17/", "(filters:!((col:huruf,opr:eq,value:h)))").get_json()["ids"][0]
    basis = petugas.post("/dasar_pengecualian/", {"butir": row["id"], "pasal17": letter})
    assert basis.status_code == 201, basis.text
    empty = petugas.post("/dasar_pengecualian/", {"butir": row["id"]})
    assert empty.status_code == 422
    assert kurang(petugas.post("/dasar_pengecualian/", {"butir": row["id"], "pasal17": 99999})) == [
        ("isian", "pasal17")
    ]
    test = petugas.post("/uji_konsekuensi/", {"butir": row["id"], "konsekuensi_dibuka": "Rahasia pasien terbuka"})
    assert test.status_code == 201, test.text
    assert petugas.delete(f"/dasar_pengecualian/{basis.get_json()['id']}").status_code == 200
    assert petugas.delete(f"/butir/{row['id']}").status_code == 200
    assert petugas.delete(f"/usulan/{usulan['id']}").status_code == 200
    assert petugas.get(f"/usulan/{usulan['id']}").status_code == 404


def test_a_neighbours_rows_cannot_be_written_and_do_not_exist(app: Flask, masuk: Masuk, kasus: Perkara) -> None:
    petugas = masuk("petugas.bkd")
    draf, butir = kasus["draf.dinkes"], kasus["butir_draf.dinkes"]
    for answer in (
        petugas.put(f"/usulan/{draf}", {"judul": "x"}),
        petugas.delete(f"/usulan/{draf}"),
        petugas.put(f"/butir/{butir}", {"uraian": "x"}),
        petugas.delete(f"/butir/{butir}"),
        petugas.post("/butir/", {"usulan": draf, "uraian": "x"}),
        petugas.post("/butir/", {"usulan": 999999, "uraian": "x"}),
        petugas.post("/dasar_pengecualian/", {"butir": butir, "teks": "x"}),
        petugas.post("/uji_konsekuensi/", {"butir": butir}),
        petugas.put(f"/dasar_pengecualian/{kasus['dasar.dinkes']}", {"teks": "x"}),
    ):
        assert (answer.status_code, answer.get_json()["kode"]) == (404, "tidak_ditemukan")
    with app.app_context():
        assert db.session.get(m.Usulan, draf).judul == "Draf DINKES"
        assert db.session.get(m.ButirInformasi, butir).versi == 1


def test_what_is_gathered_can_no_longer_be_edited_by_the_agency(masuk: Masuk, kasus: Perkara) -> None:
    petugas = masuk("petugas.dinkes")
    for answer in (
        petugas.put(f"/usulan/{kasus['usulan.dinkes']}", {"judul": "x"}),
        petugas.delete(f"/usulan/{kasus['usulan.dinkes']}"),
        petugas.put(f"/butir/{kasus['butir.dinkes']}", {"uraian": "x"}),
        petugas.delete(f"/butir/{kasus['butir.dinkes']}"),
        petugas.delete(f"/dasar_pengecualian/{kasus['dasar.dinkes']}"),
    ):
        assert (answer.status_code, answer.get_json()["kode"]) == (409, "terkunci")
        assert answer.get_json()["message"]
        assert answer.get_json()["status"]


def test_a_stale_version_is_a_conflict_and_changes_nothing(masuk: Masuk, kasus: Perkara) -> None:
    utama, path = masuk("utama"), f"/berkas/{kasus['berkas']}"
    first = utama.put(path, {"judul": "Satu", "versi": 1})
    assert (first.status_code, first.get_json()["result"]["versi"]) == (200, 2)
    stale = utama.put(path, {"judul": "Dua", "versi": 1})
    assert stale.status_code == 409
    assert stale.get_json() | {"message": ""} == {
        "message": "",
        "kode": "versi_basi",
        "status": "pertimbangan",
        "versi": 2,
    }
    assert utama.satu(path)["judul"] == "Satu"
    assert utama.put(path, {"judul": "Tiga"}).status_code == 200
    assert kurang(utama.put(path, {"judul": "x", "versi": "2"})) == [("isian", "versi")]


def test_a_body_that_is_no_json_object_is_refused(masuk: Masuk, kasus: Perkara) -> None:
    utama, path = masuk("utama"), f"/berkas/{kasus['berkas']}"
    json = {"Content-Type": "application/json"}
    for data in (b"{", b"", b"\xff\xfe", b"[1", b'{"judul": NaN,}', b"[" * 100_000):
        answer = utama.call("PUT", path, data=data, headers=json)
        assert (answer.status_code, answer.get_json()["kode"]) == (400, "permintaan_salah"), data
    for body in ([], [{"judul": "x"}], "judul", 1, True):
        assert utama.call("PUT", path, json=body).status_code == 400, body
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = utama.call("PUT", path, data=b"judul=x", headers={"Content-Type": kind})
        assert (answer.status_code, answer.get_json()["kode"]) == (415, "jenis_salah")
    assert utama.put(path, {}).status_code == 200
    assert kurang(utama.put(path, {"\ud800": 1, "judul": "\ud800"}))


def test_a_method_that_a_resource_lacks_is_405_in_json(masuk: Masuk, kasus: Perkara) -> None:
    utama = masuk("utama")
    for sumber in SUMBER:
        for method, path in (
            ("POST", f"/{sumber.nama}/"),
            ("PUT", f"/{sumber.nama}/1"),
            ("DELETE", f"/{sumber.nama}/1"),
        ):
            answer = utama.call(method, path, json={})
            if method in sumber.cara:
                assert answer.status_code != 405, (method, path)
            else:
                assert (answer.status_code, answer.get_json()["kode"]) == (405, "cara_salah"), (method, path)
        assert utama.call("PATCH", f"/{sumber.nama}/1", json={}).status_code == 405


def test_a_meeting_is_kept_with_who_was_there(app: Flask, masuk: Masuk, kasus: Perkara) -> None:
    tim = masuk("tim1")
    body = {
        "berkas": kasus["berkas"],
        "jenis": "pertimbangan",
        "tanggal": "2026-10-02",
        "mulai": "09:00",
        "selesai": "11:30",
        "tempat": "Serang",
        "kehadiran": [{"nama": "Ani", "peran": "anggota"}, {"nama": "Budi", "peran": "ahli", "hadir": False}],
    }
    made = tim.post("/rapat/", body)
    assert made.status_code == 201, made.text
    row = made.get_json()["result"]
    assert ([person["nama"] for person in row["kehadiran"]], row["mulai"]) == (["Ani", "Budi"], "09:00")
    changed = tim.put(f"/rapat/{row['id']}", {"kehadiran": [{"nama": "Cici"}]})
    assert [person["nama"] for person in changed.get_json()["result"]["kehadiran"]] == ["Cici"]
    assert masuk("petugas.dinkes").post("/rapat/", body).status_code == 403
    assert tim.post("/rapat/", body | {"berkas": 999999}).status_code == 404
    future = tim.post("/rapat/", body | {"tanggal": (hari_ini_wib() + dt.timedelta(days=9)).isoformat()})
    assert kurang(future) == [("tanggal", "tanggal")]


def test_a_refusal_leaves_nothing_behind(app: Flask, masuk: Masuk, kasus: Perkara) -> None:
    with app.app_context():
        before = db.session.scalar(select(func.count()).select_from(m.ButirInformasi))
    petugas = masuk("petugas.dinkes")
    assert (
        petugas.post("/butir/", {"usulan": kasus["draf.dinkes"], "uraian": "x", "jangka_tahun": 0}).status_code == 422
    )
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(m.ButirInformasi)) == before
