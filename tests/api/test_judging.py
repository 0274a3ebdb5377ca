"""Tests and opinions over REST: whose they are, when they may be written, what replaces what."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from sqlalchemy import update

from app import models as m
from app.extensions import db
from tests.api.journey import TUJUH, Perjalanan
from tests.api.office import Program

Masuk = Callable[[str | None], Program]
TIDAK = {"sikap": "tidak_setuju", "alasan_uu": "Tidak ada dasar."}


def kode(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.get_json().get("kode", "")


def test_the_agency_writes_its_own_words_and_ppid_utama_concludes(kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.impor()
    petugas = way.orang("petugas.dinkes")
    test = petugas.get("/uji_konsekuensi/").get_json()["result"][0]
    path = f"/uji_konsekuensi/{test['id']}"
    assert test["isian_pengusul"]["konsekuensi_dibuka"] == test["konsekuensi_dibuka"]
    assert petugas.put(path, {"mitigasi": "Rekapitulasi."}).status_code == 200
    for foreign in ({"kesimpulan": "dikecualikan"}, {"cek_pasal18": TUJUH}):
        assert kode(petugas.put(path, foreign)) == (422, "isian_salah")
    assert kode(petugas.put(path, {"mitigasi": "Basi.", "versi": test["versi"]})) == (409, "versi_basi")
    assert kode(kantor("petugas.bkd").put(path, {"mitigasi": "x"})) == (404, "tidak_ditemukan")
    assert kode(way.orang("utama").put(path, {"mitigasi": "x"})) == (404, "tidak_ditemukan")


def test_a_test_is_written_while_the_berkas_is_examined(kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_dikaji()
    utama = way.orang("utama")
    test = utama.get("/uji_konsekuensi/").get_json()["result"][0]
    path = f"/uji_konsekuensi/{test['id']}"
    for odd in ({"cek_pasal18": TUJUH[1:]}, {"cek_pasal18": [0] * 7}, {"kesimpulan": "entah"}, {"penguji": 1}):
        assert kode(utama.put(path, odd)) == (422, "isian_salah"), odd
    done = utama.put(path, {"kesimpulan": "terbuka", "cek_pasal18": TUJUH}).get_json()["result"]
    assert (done["kesimpulan"], done["penguji"]["label"]) == ("terbuka", "Utama Contoh")
    assert kode(way.orang("petugas.dinkes").put(path, {"mitigasi": "x"})) == (403, "tidak_berwenang")
    assert kode(kantor("tim1").put(path, {"mitigasi": "x"})) == (403, "tidak_berwenang")
    assert kode(kantor("pengawas").put(path, {"mitigasi": "x"})) == (403, "tidak_berwenang")


def test_an_opinion_is_ones_own_until_the_result_is_given(kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_dipertimbangkan()
    butir = way.butir[0]["id"]
    first = way.orang("tim1").post("/pendapat/", {"butir": butir, "sikap": "setuju"})
    assert first.status_code == 201, first.text
    row = first.get_json()["result"]
    assert (row["cara"], row["putaran"], row["anggota"]["label"].split()[0]) == ("langsung", 1, "Tim1")
    again = way.orang("tim1").post("/pendapat/", {"butir": butir, **TIDAK})
    assert (again.get_json()["id"], again.get_json()["result"]["sikap"]) == (row["id"], "tidak_setuju")
    changed = way.orang("tim1").put(f"/pendapat/{row['id']}", {"alasan_kepatutan": "Tidak patut."})
    assert changed.get_json()["result"]["alasan_uu"] == "Tidak ada dasar."
    assert kode(way.orang("tim1").post("/pendapat/", {"butir": butir, "sikap": "tidak_setuju"})) == (422, "isian_salah")
    assert kode(way.orang("tim1").post("/pendapat/", {"butir": 987654, "sikap": "setuju"})) == (404, "tidak_ditemukan")
    other = {"butir": butir, "sikap": "setuju", "anggota": row["anggota"]["id"]}
    assert kode(way.orang("tim3").post("/pendapat/", other)) == (403, "tidak_berwenang")
    assert kode(way.orang("tim3").put(f"/pendapat/{row['id']}", {"sikap": "setuju"})) == (403, "tidak_berwenang")
    noted = way.orang("tim2").post("/pendapat/", other)
    assert (noted.get_json()["result"]["cara"], noted.get_json()["result"]["dicatat_oleh"]["label"]) == (
        "rapat",
        "Tim2 Contoh",
    )
    for name in ("utama", "petugas.dinkes", "pimpinan", "pengawas"):
        assert kode(kantor(name).post("/pendapat/", {"butir": butir, "sikap": "setuju"})) == (403, "tidak_berwenang")
    for name in ("tim1", "tim2", "tim3"):
        for one in way.butir:
            way.orang(name).post("/pendapat/", {"butir": one["id"], "sikap": "setuju"})
    way.lakukan("tim1", "berkas", "pertimbangkan")
    assert kode(way.orang("tim1").post("/pendapat/", {"butir": butir, **TIDAK}))[0] == 409
    assert kode(way.orang("tim1").put(f"/pendapat/{row['id']}", TIDAK))[0] == 409


def test_a_member_from_the_proposing_agency_stands_aside(app: Flask, kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_dipertimbangkan()
    with app.app_context():
        dinkes = db.session.query(m.PerangkatDaerah.id).filter_by(kode="DINKES").scalar()
        db.session.execute(update(m.Pengguna).where(m.Pengguna.username == "tim3").values(perangkat_daerah_id=dinkes))
        db.session.commit()
    answer = way.orang("tim3").post("/pendapat/", {"butir": way.butir[0]["id"], "sikap": "setuju"})
    assert kode(answer) == (403, "orang_sama")


def test_an_opinion_of_a_round_that_is_over_stays_as_it_was(kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_dipertimbangkan()
    tim = way.orang("tim1")
    ident = tim.post("/pendapat/", {"butir": way.butir[0]["id"], "sikap": "setuju"}).get_json()["id"]
    test = way.orang("utama").get("/uji_konsekuensi/").get_json()["result"][0]["id"]
    way.lakukan("tim1", "berkas", "kaji_ulang", catatan="Lengkapi ujinya.", butir=[way.butir[0]["id"]])
    assert kode(tim.put(f"/pendapat/{ident}", TIDAK)) == (409, "terkunci")
    assert tim.satu(f"/pendapat/{ident}")["dicabut"] is True
    assert kode(way.orang("utama").put(f"/uji_konsekuensi/{test}", {"kepatutan": "x"})) == (409, "terkunci")
    assert kode(tim.gerak("berkas", way.berkas, "kaji_ulang", catatan="Lagi."))[0] == 409
