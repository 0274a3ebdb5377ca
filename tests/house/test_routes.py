"""Every address has an owner: a permission of the table, an officer asked first, or a line in a short list below."""

import inspect
import re
from typing import Any

from flask import Flask

# Anyone, without login.
OPEN = {
    "Beranda.index": "sends strangers to the login",
    "Masuk.login": "the login itself",
    "Masuk.kode": "the second step of the login, after a right password",
    "Masuk.logout": "ends a session",
    "TerimaTautan.pasang": "whoever holds a link that is not over sets the password of his account",
    "LoginApi.login": "the login of programs",
    "LoginApi.refresh": "takes the refresh token",
    "LocaleView.index": "the language of the pages",
    "UtilView.back": "leads back to an own page",
    "static": "style, script and pictures",
    "appbuilder.static": "the same of the panel",
    "periksa.hidup": "probe",
    "periksa.siap": "probe",
    "publik.daftar": "the public register",
    "publik.daftar_csv": "the same as a table",
    "publik.daftar_json": "the same for programs",
    "publik.feed": "the same as a feed",
    "publik.butir": "one entry of it",
    "publik.katalog": "the same for data portals",
    "publik.sk": "a decree that is announced",
    "verifikasi.verifikasi": "verifies a paper, never shows it",
    "verifikasi.kode": "where its code is typed",
    "verifikasi.cocokkan": "compares the hash of a file, keeps nothing",
    "Kalender.umpan": "a calendar program has no login: the secret in the address opens titles and days of one person",
}
# Everyone who is logged in, or checked by the page itself.
LOGGED_IN = {
    "Akun.saya": "one's own account",
    "Akun.sandi": "one's own password",
    "Akun.keluar_semua": "one's own sessions",
    "FaktorKedua.index": "one's own second factor",
    "FaktorKedua.pasang": "one's own second factor",
    "FaktorKedua.kode_pemulihan": "one's own recovery codes",
    "FaktorKedua.lepas": "one's own second factor",
    "SandiPengguna.atur": "asks for the administrator's role itself",
    "Bantuan.index": "the manual, the same for all staff",
    "Bantuan.bab": "the manual",
    "Bantuan.gambar": "its pictures",
    "TurPertama.mulai": "leads to the first page of the tour",
    "HalamanSop.index": "the procedure, the same for all staff",
}
# A page that asks who stands before it, before anything else, and hands that officer to the rules below it.
ASKS = re.compile(r"\b(?:self\.opened|current_officer|run_action)\(")
REFUSALS = {400, 401, 403, 404, 405, 415, 422}


def views(app: Flask) -> dict[str, Any]:
    """Endpoint → view of the panel."""
    panel: Any = app.extensions["appbuilder"]
    return {view.endpoint or type(view).__name__: view for view in panel.baseviews}


def permission(app: Flask, endpoint: str) -> str | None:
    """The permission that FAB asks for before this endpoint, if it asks for one."""
    owner, _, method = endpoint.rpartition(".")
    view = views(app).get(owner)
    return getattr(getattr(view, method, None), "_permission_name", None)


def asks_the_officer(app: Flask, endpoint: str) -> bool:
    """Does the page itself ask for the officer, and know the permission that opens it?"""
    owner, _, method = endpoint.rpartition(".")
    view = views(app).get(owner)
    act = getattr(view, method, None)
    if act is None or not ASKS.search(inspect.getsource(inspect.unwrap(act))):
        return False
    return all(getattr(view, "izin", ("any", "any")))


def endpoints(app: Flask) -> set[str]:
    return {rule.endpoint for rule in app.url_map.iter_rules()}


def test_every_route_asks_a_permission_or_stands_in_a_list(app: Flask) -> None:
    unlisted = endpoints(app) - OPEN.keys() - LOGGED_IN.keys()
    unknown = {name for name in unlisted if not permission(app, name) and not asks_the_officer(app, name)}
    assert not unknown, f"give the route a permission (has_access, protect) or, with a reason, a line here: {unknown}"


def test_the_lists_name_only_routes_that_exist_and_ask_nothing(app: Flask) -> None:
    listed = OPEN.keys() | LOGGED_IN.keys()
    assert listed <= endpoints(app), f"remove what is gone: {listed - endpoints(app)}"
    assert not {name for name in listed if permission(app, name)}, "a route with a permission needs no line"


def test_every_screen_and_resource_of_ours_shares_a_permission_by_the_name_of_its_entity(app: Flask) -> None:
    faults = [
        type(view).__name__
        for view in views(app).values()
        if type(view).__module__.startswith("app.")
        and view.base_permissions
        and view.class_permission_name == type(view).__name__
    ]
    assert not faults, f"set class_permission_name: {faults}"


def test_no_route_serves_a_file_by_its_name(app: Flask) -> None:
    assert not {name for name in endpoints(app) if name.endswith(".download")}


def filled(rule: Any) -> str:
    """The rule's address with an id, a word or a token in each place."""
    return re.sub(r"<(?:[^:<>]+:)?([^<>]+)>", lambda place: "1" if place[1] in {"pk", "id"} else "x", rule.rule)


def test_a_stranger_gets_nothing_but_the_login(app: Flask) -> None:
    client = app.test_client()
    faults = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint in OPEN:
            continue
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            answer = client.open(filled(rule), method=method, base_url="http://localhost")
            to_login = answer.status_code == 302 and "/login" in answer.headers["Location"]
            if not to_login and answer.status_code not in REFUSALS:
                faults.append(f"{method} {rule.rule}: {answer.status_code}")
    assert not faults, faults
