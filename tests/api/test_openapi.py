"""The description is for logged-in programs, names every route and nothing else, and holds under random requests."""

import os
import re
from collections.abc import Callable

import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app.api.openapi import dokumen
from app.api.resources import SUMBER
from app.sop.reading import langkah
from tests.api.office import Program

Masuk = Callable[[str | None], Program]
CONTOH = int(os.environ.get("SIDIK_TEST_FUZZ", "2"))
CHECKS = [status_code_conformance, content_type_conformance, response_schema_conformance]
RELASI = {field.nama for sumber in SUMBER for field in sumber.tambah if field.jenis == "relasi"} | {"ke", "berkas"}
# What the description says of each route, read once: it knows no database, and its generators take seconds to build.
OPERATIONS: list[schemathesis.APIOperation] = []
METHODS = {"GET", "POST", "PUT", "DELETE", "PATCH"}


def served(app: Flask) -> set[tuple[str, str]]:
    """(method, path) of every route under /api/v1, with the verbs of a move written out."""
    found = set()
    kinds = {sumber.nama: sumber.kind for sumber in SUMBER}
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/api/"):
            continue
        path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule).replace("{version}", "v1")
        verbs = [row.verb for row in langkah(kinds[path.split("/")[3]])] if path.endswith("{verb}") else [""]
        for verb in verbs:
            for method in (rule.methods or set()) & METHODS:
                found.add((method, path.replace("{verb}", verb)))
    return found


def described() -> set[tuple[str, str]]:
    paths = dokumen("http://localhost")["paths"]
    return {(method.upper(), path) for path, item in paths.items() for method in item}


def test_the_description_names_every_route_and_no_other(app: Flask) -> None:
    assert served(app) == described()


def test_it_is_answered_after_a_login_only(masuk: Masuk) -> None:
    assert masuk(None).get("/_openapi").status_code == 401
    assert masuk("tamu").get("/_openapi").status_code == 403
    body = masuk("petugas.dinkes").get("/_openapi").get_json()
    assert body["openapi"] == "3.0.3"
    assert "/api/v1/berkas/{pk}/tindakan/tetapkan" in body["paths"]
    assert masuk("utama").call("GET", "/../v2/_openapi").status_code == 404


def test_random_requests_are_answered_as_described(app: Flask, masuk: Masuk) -> None:
    """No 5xx but a 503 that says so; no status, kind or body that the description does not know."""
    program = masuk("serba")
    if not OPERATIONS:
        schema = schemathesis.openapi.from_wsgi("/api/v1/_openapi", app, headers=program.headers)
        OPERATIONS.extend(found.ok() for found in schema.get_all_operations())
    for operation in OPERATIONS:
        if "/security/" not in operation.path:
            ask(operation, program)


def near(case: schemathesis.Case) -> None:
    """Bring ids close to those that exist: half of all requests then reach the rules behind the 404."""
    if "pk" in (case.path_parameters or {}):
        case.path_parameters["pk"] = int(case.path_parameters["pk"]) % 5 + 1
    if isinstance(case.body, dict):
        for name in RELASI & set(case.body):
            if type(case.body[name]) is int:
                case.body[name] = case.body[name] % 4 + 1
        if case.body.get("versi") is not None:
            case.body["versi"] = 1


def ask(operation: schemathesis.APIOperation, program: Program) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=CONTOH,  # the whole run stays within a minute; SIDIK_TEST_FUZZ=30 digs deeper
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def one(case: schemathesis.Case) -> None:
        near(case)
        answer = case.call(headers=program.headers)
        assert answer.status_code < 500 or answer.status_code == 503, (case.as_curl_command(), answer.text)
        case.validate_response(answer, checks=CHECKS)

    one()
