"""Moves over REST: every refusal in its order, the shape of the answer, replays, and what the caller may do now."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from app import models as m
from app.extensions import db
from tests.api.journey import Perjalanan
from tests.api.office import Program

Masuk = Callable[[str | None], Program]


def kode(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.get_json().get("kode", "")


def test_refusals_come_in_the_stated_order(kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.impor()
    petugas, path = way.orang("petugas.dinkes"), f"/usulan/{way.usulan}/tindakan/ajukan"
    versi = petugas.satu(f"/usulan/{way.usulan}")["versi"]
    assert kode(kantor(None).post(path, {"versi": versi})) == (401, "belum_masuk")
    for name in ("utama", "pengawas", "admin", "tim1"):  # the role never has this verb: before anything about the row
        assert kode(kantor(name).post(path, {"versi": 999})) == (403, "tidak_berwenang")
        assert kode(kantor(name).post("/usulan/987654/tindakan/ajukan", {"versi": 1})) == (403, "tidak_berwenang")
    bkd = kantor("petugas.bkd")
    for body in (
        {"versi": versi},
        {"versi": 999},
        {"salah": 1},
        [],
    ):  # a neighbour's row does not exist, whatever is sent
        assert kode(bkd.post(path, body)) == (404, "tidak_ditemukan")
    assert kode(petugas.post("/usulan/987654/tindakan/ajukan", {"versi": 1})) == (404, "tidak_ditemukan")
    assert kode(petugas.post(f"/usulan/{way.usulan}/tindakan/terbang", {"versi": 1})) == (404, "tidak_ditemukan")
    assert kode(petugas.get(path)) == (405, "cara_salah")
    stale = petugas.post(path, {"versi": versi + 7})
    assert kode(stale) == (409, "versi_basi")
    assert {name: stale.get_json()[name] for name in ("status", "versi")} == {"status": "draf", "versi": versi}
    assert kode(petugas.post(path, {"versi": versi + 7, "asing": 1})) == (409, "versi_basi")
    wrong = petugas.gerak("usulan", way.usulan, "tarik")
    assert kode(wrong) == (409, "status_berubah")
    assert wrong.get_json()["status"] == "draf"
    assert kode(petugas.gerak("usulan", way.usulan, "tarik", asing=1)) == (409, "status_berubah")
    for more in ({"asing": 1}, {"operasi": "bukan-uuid"}, {"catatan": 5}, {"catatan": "x" * 5001}, {"catatan": "\x00"}):
        assert kode(petugas.post(path, {"versi": versi, **more})) == (422, "isian_salah"), more
    assert kode(petugas.post(path, {})) == (422, "isian_salah")
    for odd in ("1", 1.5, True, None):
        assert kode(petugas.post(path, {"versi": odd})) == (422, "isian_salah"), odd
    assert kode(petugas.post(path, {"versi": versi})) == (200, "")


def test_an_empty_proposal_lists_what_it_lacks(kantor: Masuk) -> None:
    petugas = kantor("petugas.dinkes")
    usulan = petugas.post("/usulan/", {}).get_json()["id"]
    answer = petugas.gerak("usulan", usulan, "ajukan")
    assert kode(answer) == (422, "belum_lengkap")
    for row in answer.get_json()["kekurangan"]:
        assert {"kode", "medan", "butir", "tingkat", "pesan", "dasar"} <= set(row)
        assert row["tingkat"] in ("blok", "peringatan")
    assert petugas.satu(f"/usulan/{usulan}")["status"] == "draf"


def test_the_same_operation_answers_again_and_nobody_elses_does(app: Flask, kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.impor()
    petugas, operasi = way.orang("petugas.dinkes"), str(uuid.uuid4())
    body = {"versi": petugas.satu(f"/usulan/{way.usulan}")["versi"], "operasi": operasi}
    path = f"/usulan/{way.usulan}/tindakan/ajukan"
    first = petugas.post(path, body)
    assert first.status_code == 200, first.text
    result = first.get_json()["result"]
    assert set(result) == {"id", "status", "versi", "naskah"}
    assert {frozenset(paper) for paper in result["naskah"]} == {frozenset(("id", "jenis", "nomor", "sha256", "unduh"))}
    again = petugas.post(path, body | {"operasi": operasi.upper()})
    assert (again.status_code, again.get_json()) == (200, first.get_json())
    assert kode(way.orang("utama").gerak("usulan", way.usulan, "himpun", operasi=operasi, berkas=None)) == (
        409,
        "operasi_terpakai",
    )
    with app.app_context():
        done = select(func.count()).select_from(m.Peristiwa).where(m.Peristiwa.operasi == operasi)
        assert db.session.scalar(done) == 1


def test_what_a_person_may_do_is_told_for_each_kind(kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_dikaji()
    rows = way.orang("utama").get(f"/berkas/{way.berkas}/tindakan").get_json()["result"]
    by_verb = {row["verb"]: row for row in rows}
    assert by_verb["kaji"]["boleh"] is False
    assert by_verb["kaji"]["alasan"]
    assert by_verb["batalkan"] | {} == by_verb["batalkan"]
    assert by_verb["batalkan"]["perlu_catatan"] is True
    assert "pertimbangkan" not in by_verb
    for row in rows:
        assert {"verb", "label", "boleh", "alasan", "perlu_catatan"} <= set(row)
        assert row["boleh"] is not bool(row["alasan"])
    paper = way.naskah["draft_daftar"]["id"]
    for path in (f"/butir/{way.butir[0]['id']}", f"/usulan/{way.usulan}", f"/naskah/{paper}"):
        assert way.orang("utama").get(f"{path}/tindakan").status_code == 200
        assert kode(kantor("petugas.bkd").get(f"{path}/tindakan")) == (404, "tidak_ditemukan")
    assert kantor("pengawas").get(f"/berkas/{way.berkas}/tindakan").get_json()["result"] == []


def test_a_butir_is_sent_back_merged_and_postponed(kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_dikaji()
    utama, (first, second, third) = way.orang("utama"), [row["id"] for row in way.butir[:3]]
    assert kode(utama.gerak("butir", first, "minta_perbaikan")) == (422, "belum_lengkap")
    back = utama.gerak("butir", first, "minta_perbaikan", catatan="Perjelas uraiannya.")
    assert back.get_json()["result"]["status"] == "perbaikan"
    assert way.orang("petugas.dinkes").put(f"/butir/{first}", {"penguasa": "Bidang"}).status_code == 200
    assert way.orang("petugas.dinkes").gerak("butir", first, "kirim_perbaikan").status_code == 200
    for target in (second, 987654, "x", None):
        assert utama.gerak("butir", second, "gabung", ke=target, catatan="Sama.").status_code == 422, target
    assert (
        utama.gerak("butir", second, "gabung", ke=first, catatan="Sama.").get_json()["result"]["status"] == "digabung"
    )
    assert utama.gerak("butir", third, "tunda", catatan="Menunggu.").get_json()["result"]["status"] == "ditunda"


def test_who_proposed_or_tested_may_not_judge(kantor: Masuk) -> None:
    way = Perjalanan(kantor)
    way.sampai_ditetapkan()
    assert way.orang("utama2").satu(f"/berkas/{way.berkas}")["status"] == "pengunggahan"
    other = Perjalanan(kantor)
    other._programs = way._programs
    other.sampai_dipertimbangkan()
    for name in ("tim1", "tim2", "tim3"):
        for butir in other.butir:
            assert other.orang(name).post("/pendapat/", {"butir": butir["id"], "sikap": "setuju"}).status_code == 201
    other.lakukan("tim1", "berkas", "pertimbangkan")
    other.pasangkan("utama", "berita_acara_klasifikasi")
    other.pasangkan("tim1", "hasil_pertimbangan")
    refused = other.orang("utama").gerak("berkas", other.berkas, "tetapkan", catatan="Ditetapkan.")
    assert kode(refused) == (403, "orang_sama")
    chosen = {str(other.butir[0]["id"]): {"keputusan": "tidak_disetujui", "alasan": "Tidak cukup dasar."}}
    for bad in ({"x": "dikecualikan"}, {"1": 5}, [], {str(other.butir[0]["id"]): "entah"}):
        assert other.orang("utama2").gerak("berkas", other.berkas, "tetapkan", keputusan=bad).status_code == 422, bad
    other.lakukan("utama2", "berkas", "tetapkan", catatan="Ditetapkan.", keputusan=chosen, tanggal=None)
    assert other.orang("utama").satu(f"/butir/{other.butir[0]['id']}")["keputusan"] == "tidak_disetujui"
