"""Every page: one language, one heading, safe headers, no growing number of statements, no script needed."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import String, event, select
from sqlalchemy.engine import Engine

from app import models as m
from app.extensions import db
from app.sop import reading, sheet
from app.translations.english import buku, in_english
from tests.api.cases import Perkara, keputusan
from tests.views.browsing import Browser

Browse = Callable[..., Browser]
# What FAB, WTForms and Werkzeug would say in English.
INGGRIS = re.compile(
    r"\b(List|Show|Edit|Add|Delete|Search|Save|Back|None|True|False|Record|records|Welcome|Access is Denied|required|"
    r"Select|Choose|Invalid|Not a valid|Actions|Order by|Page size|Detail|Submit|Error|Login|Logout|Sign In|User|"
    r"Password|Changed|Added|Forbidden|Not Found|Unauthorized|Username|Refresh|Filter|Equal|Contains)\b"
)
INDONESIA = re.compile(
    r"\b(yang|dengan|untuk|belum|sudah|dari|tidak|pada|oleh|bila|atau|dan|akan|dapat|harus|ini|itu|setiap|dalam|sejak|"
    r"isi|pilih|ubah|tambah|hapus|simpan|unduh|unggah|alasan|semua|lain|baru|kembali|paling|hanya|juga|bukan|lagi|anda|"
    r"siapa|lihat|buka|tutup|cari|nama|tanggal)\b",
    re.I,
)
# Patterns of numbers, names of placeholders and settings, and examples of what stands on papers stay as they are.
TETAP = re.compile(r"\{tahun\}|^\w+[._[]\S*( – .*)?$| for example |^Example: ")
SAID: set[str] = set()  # addresses whose English one person's walk has read already
TIDAK_DIBUKA = ("/logout/", "/back", "/lang/", "/static", "/api/", "/publik", "/v/", "/healthz", "/readyz")
ORANG = ("petugas.dinkes", "utama", "tim1", "data", "pimpinan", "arsiparis", "pengawas", "admin")


def addresses(app: Flask) -> Iterator[str]:
    """Every GET address of the staff's pages, ids and verbs filled in."""
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.rule.startswith(TIDAK_DIBUKA):
            continue
        kind = rule.rule.split("/")[1]
        verbs = [row.verb for row in reading.langkah(kind)] if "<verb>" in rule.rule else [""]
        for verb in verbs:
            for ident in ("1",) if "<pk>" in rule.rule else ("",):
                address = rule.rule.replace("<pk>", ident).replace("<verb>", verb).replace("<jenis>", "draft_daftar")
                yield address if "<pk>" in rule.rule or not verb else f"{address}?id=1"


@pytest.fixture
def penuh(app: Flask, kasus: Perkara) -> Perkara:
    """The cases, and a decree with its register."""
    with app.app_context():
        keputusan(db.session)
    return kasus


def check_page(address: str, page: str) -> list[str]:
    tree = html.fromstring(page)
    for script in tree.xpath("//script | //style | //head"):
        script.drop_tree()
    faults = [f"{address}: “{word}”" for word in set(INGGRIS.findall(tree.text_content()))]
    if tree.get("lang") != "id":
        faults.append(f"{address}: lang")
    if len(tree.xpath("//h1")) != 1 or len(tree.xpath("//main")) != 1:
        faults.append(f"{address}: h1 or main")
    ids = tree.xpath("//@id")
    faults += [f"{address}: id {one} twice" for one in {i for i in ids if ids.count(i) > 1}]
    for field in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        named = (
            field.get("aria-label")
            or tree.xpath(f"//label[@for='{field.get('id')}']")
            or field.xpath("ancestor::label")
        )
        if not named and field.get("hidden") is None:
            faults.append(f"{address}: field {field.get('name')} has no label")
    faults += [f"{address}: inline style" for _ in tree.xpath("//*[@style]")[:1]]
    faults += [f"{address}: inline handler" for _ in tree.xpath("//@*[starts-with(name(), 'on')]")[:1]]
    return faults


def values_of(session: Any) -> re.Pattern[str]:
    """Every text of several words that the database holds (what people typed, and the law), and the SOP sheet."""
    held = {text for row in sheet.BARIS for text in (row.kegiatan, *row.kelengkapan, *row.output)}
    held |= {text.split(",")[0] for text in sheet.PENCATATAN}
    for table in m.Usulan.metadata.sorted_tables:
        columns = [column for column in table.columns if isinstance(column.type, String)]
        for row in session.execute(select(*columns)) if columns else ():
            held.update(" ".join(one.split()) for one in row if isinstance(one, str) and " " in one)
    return re.compile("|".join(re.escape(one) for one in sorted(held, key=len, reverse=True)))


def check_english(address: str, page: str, typed: re.Pattern[str]) -> list[str]:
    """The texts of the page, said in English, that still hold an Indonesian word outside what the database holds."""
    tree = html.fromstring(in_english(page, buku()))
    for silent in tree.xpath("//script | //style | //textarea | //code | //*[@translate='no']"):
        silent.drop_tree()
    words = (*tree.itertext(), *tree.xpath("//@aria-label | //@title | //@placeholder | //@alt | //@data-label"))
    texts = (typed.sub(" ", " ".join(text.split())) for text in words)
    return [f"{address} in English: {one}" for one in texts if INDONESIA.search(one) and not TETAP.search(one)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # words and markup know no database
@pytest.mark.parametrize("name", ORANG)
def test_every_page_speaks_indonesian_and_is_well_formed(name: str, app: Flask, browse: Browse, penuh: Perkara) -> None:
    browser, faults, seen = browse(name), [], 0
    with app.app_context():
        typed = values_of(db.session)
    for address in addresses(app):
        answer = browser.get(address)
        if answer.status_code not in (200, 302, 400, 403, 404, 422, 503):
            faults.append(f"{address}: {answer.status_code}")
        elif answer.mimetype == "text/html" and answer.status_code != 302:
            seen += 1
            faults += check_page(address, answer.text)
            if address not in SAID:
                SAID.add(address)
                faults += check_english(address, answer.text, typed)
    assert not faults, "\n".join(faults[:40])
    assert seen > 50


def test_a_strangers_pages_are_well_formed(browse: Browse) -> None:
    browser = browse()
    assert not check_page("/login/", browser.get("/login/").text)
    assert not check_page("/x", browser.get("/tidak-ada").text)


def test_headers_forbid_what_no_page_of_ours_does(browse: Browse) -> None:
    answer = browse("utama").get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    nonce = re.search(r"'nonce-([^']+)'", policy)
    assert nonce
    assert f'nonce="{nonce[1]}"' in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Referrer-Policy" in answer.headers


def test_two_requests_never_share_a_nonce(browse: Browse) -> None:
    browser = browse("utama")
    first, second = (browser.get("/").headers["Content-Security-Policy"] for _ in range(2))
    assert first != second


def test_error_pages_carry_the_headers_and_no_traceback(browse: Browse) -> None:
    answer = browse("utama").get("/usulan/show/99999")
    assert answer.status_code == 404
    assert "Content-Security-Policy" in answer.headers
    assert "Traceback" not in answer.text


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements of a block, without those of the transaction."""
    said: list[str] = []

    def hear(_c: Any, _cur: Any, statement: str, *_more: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA", "ROLLBACK", "select pg_catalog", "show ")):
            said.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def more_butir(app: Flask, kasus: Perkara, number: int) -> None:
    with app.app_context():
        first = db.session.get_one(m.ButirInformasi, kasus["butir.dinkes"])
        basis = db.session.scalars(select(m.Pasal17.id).limit(1)).one()
        for n in range(number):
            row = m.ButirInformasi(
                usulan_id=first.usulan_id,
                berkas_id=first.berkas_id,
                kode=f"LAGI-{n}",
                uraian=f"Lagi {n}",
                status="diuji",
            )
            db.session.add(row)
            db.session.flush()
            db.session.add(m.DasarPengecualian(butir_id=row.id, pasal17_id=basis))
        db.session.commit()


def test_a_list_takes_three_statements_however_many_rows(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    pages = ("/butir/list/", "/usulan/list/", "/berkas/list/", "/naskah/list/", "/butir/list/?cari=rekam")
    more_butir(app, kasus, 20)
    for address in pages:
        browser.get(address)  # right before: the names of agencies are remembered for a minute only
        with counted() as said:
            assert browser.get(address).status_code == 200
        assert len(said) <= 3, (address, said)


def test_a_record_takes_no_more_statements_with_more_rows(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    pages = (
        f"/berkas/show/{kasus['berkas']}",
        f"/usulan/show/{kasus['usulan.dinkes']}",
        f"/uji-berkas/{kasus['berkas']}",
    )
    before = {}
    for address in pages:
        browser.get(address)
        with counted() as said:
            browser.get(address)
        before[address] = len(said)
    more_butir(app, kasus, 20)
    for address in pages:
        with counted() as said:
            browser.get(address)
        assert len(said) <= before[address], (address, before[address], len(said))
