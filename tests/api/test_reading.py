"""Lists and records over REST: FAB's shapes, the caller's rows, named fields only, a constant number of statements."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from app import models as m
from app.api.resources import SUMBER
from app.extensions import db
from tests.api.cases import RAHASIA, Perkara
from tests.api.office import Program

Masuk = Callable[[str | None], Program]
SEMUA = [sumber.nama for sumber in SUMBER]


@contextmanager
def statements(app: Flask) -> Iterator[list[str]]:
    """The SELECT statements that are sent meanwhile."""
    seen: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_a_list_has_the_shape_of_fab_for_the_auditor(masuk: Masuk) -> None:
    pengawas = masuk("pengawas")
    for nama in SEMUA:
        answer = pengawas.get(f"/{nama}/")
        assert answer.status_code == 200, nama
        assert "Set-Cookie" not in answer.headers
        body = answer.get_json()
        assert set(body) == {"count", "ids", "result"}
        assert body["ids"] == [row["id"] for row in body["result"]] == sorted(body["ids"])


def test_nobody_reads_without_a_token_or_without_a_role(masuk: Masuk) -> None:
    anyone, guest = masuk(None), masuk("tamu")
    for nama in SEMUA:
        for path in (f"/{nama}/", f"/{nama}/1", f"/{nama}/_info"):
            answer = anyone.get(path)
            assert (answer.status_code, answer.get_json()["kode"]) == (401, "belum_masuk")
            answer = guest.get(path)
            assert (answer.status_code, answer.get_json()["kode"]) == (403, "tidak_berwenang")


def test_a_relation_is_an_id_and_a_label_and_no_answer_knows_a_password(masuk: Masuk) -> None:
    pengawas = masuk("pengawas")
    for nama in SEMUA:
        text = pengawas.get(f"/{nama}/").text
        assert "pbkdf2" not in text
        assert "password" not in text
    row = pengawas.get("/butir/").get_json()["result"][0]
    assert set(row["usulan"]) == {"id", "label"}


def test_an_agency_sees_its_own_rows_and_the_neighbours_do_not_exist(masuk: Masuk, kasus: Perkara) -> None:
    petugas = masuk("petugas.dinkes")
    for nama, kind in (
        ("usulan", "usulan"),
        ("butir", "butir"),
        ("dasar_pengecualian", "dasar"),
        ("uji_konsekuensi", "uji"),
    ):
        rows = petugas.get(f"/{nama}/").get_json()
        assert kasus[f"{kind}.dinkes"] in rows["ids"]
        assert kasus[f"{kind}.bkd"] not in rows["ids"]
        assert petugas.get(f"/{nama}/{kasus[f'{kind}.dinkes']}").status_code == 200
        for path in (f"/{nama}/{kasus[f'{kind}.bkd']}", f"/{nama}/999999"):
            answer = petugas.get(path)
            assert (answer.status_code, answer.get_json()["kode"]) == (404, "tidak_ditemukan")
    assert masuk("petugas.lepas").get("/usulan/").get_json()["count"] == 0


def test_a_draft_of_an_agency_is_hidden_from_ppid_utama(masuk: Masuk, kasus: Perkara) -> None:
    utama = masuk("utama")
    assert utama.get(f"/usulan/{kasus['draf.dinkes']}").status_code == 404
    assert utama.get(f"/usulan/{kasus['usulan.dinkes']}").status_code == 200


def test_admin_sees_no_case(masuk: Masuk, kasus: Perkara) -> None:
    admin = masuk("admin")
    for nama in ("usulan", "berkas", "butir", "uji_konsekuensi", "naskah", "rapat", "pendapat", "register"):
        assert admin.get(f"/{nama}/").get_json()["count"] == 0
    assert admin.get(f"/berkas/{kasus['berkas']}").status_code == 404
    assert RAHASIA not in admin.get("/butir/").text


def test_filters_order_and_pages_work_as_in_fab(masuk: Masuk, kasus: Perkara) -> None:
    utama = masuk("utama")

    def ids(q: str) -> list[int]:
        answer = utama.get("/butir/", q)
        assert answer.status_code == 200, answer.text
        found: list[int] = answer.get_json()["ids"]
        return found

    own, other = kasus["butir.dinkes"], kasus["butir.bkd"]
    assert ids(f"(filters:!((col:usulan,opr:rel_o_m,value:{kasus['usulan.dinkes']})))") == [own]
    assert ids(f"(filters:!((col:id,opr:eq,value:{other})))") == [other]
    assert ids("(filters:!((col:uraian_publik,opr:ct,value:'PERORANGAN bkd')))") == [other]
    assert ids("(filters:!((col:uraian_publik,opr:ct,value:'%')))") == []
    assert ids("(filters:!((col:kode,opr:in,value:!(DINKES-001,BKD-001))),order_column:kode,order_direction:asc)") == [
        other,
        own,
    ]
    assert ids("(order_column:id,order_direction:desc,page:0,page_size:1)") == [other]
    assert ids("(page:1,page_size:1)") == [other]
    assert ids("(page:999999,page_size:100)") == []
    assert ids('{"filters":[{"col":"jangka_tahun","opr":"gt","value":4}],"page_size":1}') == [own]


def test_a_relation_to_an_unknown_id_matches_nothing(masuk: Masuk) -> None:
    utama = masuk("utama")
    for value in ("987654", "0", "-3", "abc", "!t", "99999999999999999999"):
        answer = utama.get("/usulan/", f"(filters:!((col:berkas,opr:rel_o_m,value:{value})))")
        assert (answer.status_code, answer.get_json()["count"]) == (200, 0)


def test_a_question_that_no_list_answers_is_refused_in_words(masuk: Masuk) -> None:
    utama = masuk("utama")
    for q in (
        "((((",
        "(" * 5000,
        "!",
        "(page:-9)",
        "(page:99999999999999999999)",
        "(page:abc)",
        "(page_size:'1')",
        "(filters:1)",
        "(filters:!(1))",
        "(filters:!((col:password,opr:eq,value:x)))",
        "(filters:!((col:id,opr:nope,value:1)))",
        "(filters:!((col:id,opr:eq,value:satu)))",
        "(filters:!((col:id,opr:in,value:1)))",
        "(filters:!((col:tanggal_tinjau,opr:eq,value:kemarin)))",
        "(filters:!((col:uraian,opr:ct,value:(a:1))))",
        "(order_column:password)",
        "(order_column:dasar.id)",
        "(order_direction:naik)",
        "(columns:!(password))",
        "(apa:1)",
        "(keys:!(!(1)))",
        "(filters:!((col:!(id),opr:eq,value:1)))",
        "(filters:!((col:id,opr:!(eq),value:1)))",
        "!(1,2)",
        "(filters:!((col:uraian,opr:ct,value:'\x00')))",
    ):
        answer = utama.get("/butir/", q)
        assert (answer.status_code, answer.get_json()["kode"]) == (400, "permintaan_salah"), q[:60]


def test_columns_and_keys_choose_what_is_answered(masuk: Masuk) -> None:
    body = masuk("utama").get("/butir/", "(columns:!(kode),keys:!(list_columns))").get_json()
    assert set(body["result"][0]) == {"id", "kode"}
    assert "uraian" in body["list_columns"]


def test_an_id_that_cannot_be_is_not_found(masuk: Masuk) -> None:
    utama = masuk("utama")
    for pk in ("0", "-1", "abc", "1e3", "99999999999999999999", "%00", "1.0", "²", "9" * 6000):
        answer = utama.get(f"/butir/{pk}")
        assert (answer.status_code, answer.get_json()["kode"]) == (404, "tidak_ditemukan"), pk


def test_the_number_of_statements_does_not_grow_with_the_rows(app: Flask, masuk: Masuk, kasus: Perkara) -> None:
    utama = masuk("utama")
    resources = ("butir", "dasar_pengecualian", "uji_konsekuensi", "usulan", "berkas")
    few = {nama: count(app, utama, nama) for nama in resources}
    with app.app_context():
        for n in range(10, 40):
            butir = m.ButirInformasi(
                usulan_id=kasus["usulan.bkd"], berkas_id=kasus["berkas"], kode=f"BKD-{n}", uraian="x", status="diuji"
            )
            db.session.add(butir)
            db.session.flush()
            db.session.add(m.DasarPengecualian(butir_id=butir.id, teks="Peraturan lama"))
            db.session.add(m.UjiKonsekuensi(butir_id=butir.id))
        db.session.commit()
    assert {nama: count(app, utama, nama) for nama in resources} == few
    assert max(few.values()) <= 8


def count(app: Flask, program: Program, nama: str) -> int:
    """How many statements a full page of a list takes."""
    with statements(app) as seen:
        assert program.get(f"/{nama}/", "(page_size:100)").status_code == 200
    return len(seen)


def test_info_tells_fields_and_permissions_but_no_rows(masuk: Masuk) -> None:
    body = masuk("petugas.dinkes").get("/butir/_info").get_json()
    assert "can_post" in body["permissions"]
    assert {"name": "cakupan", "type": "teks", "required": False, "max": 40, "values": ["seluruh", "sebagian"]} in body[
        "add_columns"
    ]
    assert RAHASIA not in str(body)


def test_a_butir_answers_its_version(masuk: Masuk, kasus: Perkara) -> None:
    for path in (f"/butir/{kasus['butir.dinkes']}", f"/berkas/{kasus['berkas']}", f"/usulan/{kasus['usulan.dinkes']}"):
        assert masuk("utama").satu(path)["versi"] == 1
