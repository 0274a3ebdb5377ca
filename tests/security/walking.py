"""Every address of the application, with the ids of somebody else's rows in every place that takes one."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from werkzeug.routing import BuildError, Rule
from werkzeug.test import TestResponse

from app.api.resources import SUMBER
from tests.public.canaries import KENARI

# Addresses that end what the walk needs: the login of whoever walks.
PUTUS = {"Masuk.logout", "Masuk.kode", "Akun.keluar_semua", "Akun.sandi"}
UMUM = ("publik.", "verifikasi.", "static", "appbuilder.static")  # tests/public asks these, with other canaries
POTONGAN = f"{KENARI}x"[1:-1]  # a part of every canary: what is sought stands on the page again
NOMOR = {"pk", "lain", "publikasi", "ident"}
# Place in an address -> what is tried there, beside ids. A new kind of place needs a line here.
ISI: dict[str, tuple[str, ...]] = {
    "verb": ("ajukan", "himpun", "gabung", "kaji_ulang", "setujui", "hubungkan", "laksanakan"),
    "name": ("ajukan", "karangan"),
    "jenis": (
        *("usulan_daftar", "nota_dinas", "lampiran_terbatas", "surat_keputusan"),
        *("usulan", "berkas", "butir", "register", "musnah", "peraturan"),
    ),
    "kind": ("usulan", "berkas"),
    "bentuk": ("docx", "xlsx", "ttd", "daftar", "berita_acara"),  # the PDF of LibreOffice says what the .docx says
    "nama": ("periode", "per-sk", "beban", "rekap", "rinci", "nomor"),
    "bab": ("masuk",),
    "kode": ("en",),
    "locale": ("id",),
    "version": ("v1",),
    "filename": ("sidik.css",),
    "kata": ("karangan",),
    "token": ("TOKENusulan", "TOKENnota_d"),
    "tahun": ("2026",),
}


Grants = frozenset[tuple[str, str]]


def screens(app: Flask) -> dict[str, Any]:
    """Endpoint -> screen or resource of the panel."""
    panel: Any = app.extensions["appbuilder"]
    return {view.endpoint or type(view).__name__: view for view in panel.baseviews}


def addresses(
    app: Flask, method: str, ids: dict[str, list[int]], few: int, grants: Grants | None = None
) -> Iterator[tuple[str, str]]:
    """(endpoint, address) of every rule that takes the method, with these ids; with `grants`, of those that they open."""
    views, build = screens(app), app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if method not in (rule.methods or ()) or rule.endpoint in PUTUS or rule.endpoint.startswith(UMUM):
            continue
        view = views.get(rule.endpoint.rpartition(".")[0])
        if grants is not None and not _opens(view, rule.endpoint.rpartition(".")[2], grants):
            continue
        for values in _values(rule, _ids(view, ids, few), few):
            try:
                yield rule.endpoint, build.build(rule.endpoint, values, method=method)
            except (BuildError, ValueError):
                continue  # a word that this rule does not know


def _opens(view: Any, method: str, grants: Grants) -> bool:
    """Whether these grants lead into the page at all: by FAB's permission of the method, or by the page's own."""
    name = getattr(getattr(view, method, None), "_permission_name", None)
    if name is not None:
        return (f"can_{view.get_method_permission(name)}", view.class_permission_name) in grants
    return getattr(view, "izin", None) in (None, *grants)


def table_of(view: Any) -> str:
    """The table whose rows a screen shows, or nothing."""
    model = getattr(view, "model", None) or getattr(getattr(view, "datamodel", None), "obj", None)
    return str(model.__tablename__) if model is not None else ""


def _ids(view: Any, ids: dict[str, list[int]], few: int) -> Sequence[int]:
    """The ids of the screen's own table; where it has none, some of every table."""
    own = ids.get(table_of(view), [])
    return own[:few] or sorted({one for rows in ids.values() for one in rows[:few]})[:few]


def _values(rule: Rule, ids: Sequence[int], few: int) -> Iterator[dict[str, Any]]:
    """What the places of an address are filled with; a few words of each kind, more ids than words."""
    places = sorted(rule.arguments)
    for values in product(*(ids if place in NOMOR else ISI[place][: few * 2] for place in places)):
        yield dict(zip(places, values, strict=True))


def questions(app: Flask) -> Iterator[tuple[str, str]]:
    """(endpoint, address) of every list and export: all columns, each order, a canary sought, somebody else's parents."""
    for endpoint, view in screens(app).items():
        if hasattr(view, "pencarian") and "list" not in view.exclude_route_methods:
            name, columns = type(view).__name__, [("kolom", column) for column in view.kolom_tersedia()]
            asked: list[list[tuple[str, Any]]] = [columns, [("cari", POTONGAN)]]
            asked += [[(f"_oc_{name}", column), (f"_od_{name}", "asc")] for column in view.order_columns]
            asked += [[(f"_flt_0_{view.parent}", one)] for one in (1, 2, 5) if view.parent]
            yield from ((endpoint, f"{view.route_base}/list/?{urlencode(query)}") for query in asked)
            kinds = (("sebagai", kind) for kind in ("csv", "xlsx", "docx"))
            yield from ((endpoint, f"{view.route_base}/ekspor?{urlencode([kind, *columns])}") for kind in kinds)
    for source in SUMBER:
        texts = [name for name, field in source.saring.items() if field.jenis == "teks"]
        sought = [f"(filters:!((col:{name},opr:ct,value:{POTONGAN})))" for name in texts]
        for q in (*sought, *(f"(order_column:{name})" for name in texts)):
            yield source.nama, f"/api/v1/{source.nama}/?{urlencode({'q': q})}"


def kiriman(asing: dict[str, list[int]]) -> Callable[[str], dict[str, Any]]:
    """What is sent to an address: somebody else's rows in every field that names one, and what no form offers."""
    one = {name: rows[0] for name, rows in asing.items() if rows}
    named = {name: one[name] for name in ("usulan", "berkas", "naskah", "arsip", "publikasi", "rapat", "unggahan")}
    named |= {"butir": one["butir_informasi"], "ke": one["butir_informasi"], "perangkat_daerah": 1}
    named |= {"butir_ditetapkan": one["butir_ditetapkan"]}
    words = {"alasan": "Alasan yang panjang.", "catatan": "Catatan.", "judul": "Diambil", "uraian": "Diambil"}
    hidden = {"usulan_id": one["usulan"], "berkas_id": one["berkas"], "status": "ditetapkan", "versi": 1}
    listed = {"rowid": [one["usulan"], one["butir_informasi"]], "id": [one["usulan"]], "action": "ajukan"}

    def body(address: str) -> dict[str, Any]:
        if not address.startswith("/api/"):
            return {**named, **words, **hidden, **listed}
        source = next((s for s in SUMBER if f"/{s.nama}/" in address), None)
        known = {field.nama for field in source.tambah} if source is not None else set()
        if "/tindakan/" in address:
            known = {"versi", "berkas", "ke", "catatan"}
        return {name: value for name, value in {**named, **words, **hidden}.items() if name in known}

    return body


def told(answer: TestResponse) -> str:
    """Every word of an answer, of the files in a zip and of headers too."""
    return f"{answer.status}\n{answer.headers}\n{_text(answer.get_data())}"


def _text(content: bytes) -> str:
    if not content.startswith(b"PK\x03\x04"):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "\n".join(f"{name} {_text(packed.read(name))}" for name in packed.namelist())


def shape(answer: TestResponse, address: str) -> str:
    """An answer without what differs in every answer, and without the address that was asked."""
    said = f"{answer.status_code} {answer.get_data(as_text=True)}".replace(address, "ALAMAT")
    return re.sub(r'(nonce|name="csrf_token" value)="[^"]*"', r"\1", said)
