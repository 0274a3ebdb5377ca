"""/api/v1/_openapi: the description of the interface, generated from the same tables that serve it, so that it stays true."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app
from flask_appbuilder.api import expose
from flask_appbuilder.security.decorators import permission_name, protect

from app.api import shapes
from app.api.base import RefusesInWords
from app.api.moves import bekal
from app.api.resources import SUMBER, Sumber
from app.api.shapes_q import pertanyaan
from app.errors import TidakDitemukan
from app.sop.reading import langkah
from app.sop.words import Naskah

BASE = "/api/v1"
PK = {"name": "pk", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1, "maximum": 2147483647}}
FILE = {"schema": {"type": "string", "format": "binary"}}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES = dict.fromkeys((DOCX, "application/pdf", "image/jpeg", "image/png"), FILE)
Operation = dict[str, Any]


class Deskripsi(RefusesInWords):
    """The description, for every logged-in program."""

    route_base = "/api"
    class_permission_name = "OpenApi"
    method_permission_name = {"get": "get"}

    @expose("/<version>/_openapi", methods=["GET"])
    @protect()
    @permission_name("get")
    def get(self, version: str) -> Response:
        """The whole description."""
        if version != "v1":
            raise TidakDitemukan()
        return self.response(200, **dokumen(current_app.config["SIDIK_PUBLIC_URL"]))


def dokumen(server: str) -> dict[str, Any]:
    """OpenAPI 3.0.3 of all that programs may call."""
    paths: dict[str, dict[str, Operation]] = {}
    for sumber in SUMBER:
        paths |= _sumber(sumber)
    paths |= _naskah() | _impor() | _masuk()
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "SIDIK",
            "version": "v1",
            "description": "Daftar informasi yang dikecualikan: usulan, berkas, naskah, dan register menurut SOP.",
        },
        "servers": [{"url": server}],
        "security": [{"jwt": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"jwt": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
            "schemas": {
                "Relasi": shapes.RELASI,
                "Penolakan": shapes.PENOLAKAN,
                "Kekurangan": shapes.KEKURANGAN,
                "Naskah": shapes.NASKAH,
                "Hasil": shapes.HASIL,
                "Tindakan": shapes.TINDAKAN,
                **{sumber.nama: shapes.jawaban(sumber.baca) for sumber in SUMBER},
            },
        },
    }


def _op(summary: str, tag: str, ok: dict[str, Any], refusals: str, *, status: str = "200", **more: Any) -> Operation:
    """One operation: its answer, and every refusal that it knows."""
    responses = {status: {"description": "Berhasil", **({"content": ok} if ok else {})}}
    for code in (*refusals.split(), "400", "401", "403", "405", "429", "500", "503"):
        responses[code] = {
            "description": shapes.SEBAB[code],
            "content": shapes.json({"$ref": "#/components/schemas/Penolakan"}),
        }
    return {"summary": summary, "tags": [tag], "responses": responses, **more}


def _q(s: Sumber, *, daftar: bool) -> dict[str, Any]:
    """The parameter `q`, in JSON; the same may be written in Rison, as FAB's clients do."""
    told = "JSON, atau Rison: (filters:!((col:id,opr:eq,value:1)),order_column:id,page:0,page_size:25)"
    return {
        "name": "q",
        "in": "query",
        "description": told,
        "content": shapes.json(pertanyaan(s.saring, daftar=daftar)),
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _satu(name: str) -> dict[str, Any]:
    return shapes.json(shapes.objek({"id": {"type": "integer"}, "result": _ref(name)}))


def _badan(schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": {kind: {"schema": schema}}}}


def _sumber(s: Sumber) -> dict[str, dict[str, Operation]]:
    """The addresses of one resource."""
    many = shapes.objek(
        {
            "count": {"type": "integer"},
            "ids": {"type": "array", "items": {"type": "integer"}},
            "result": {"type": "array", "items": _ref(s.nama)},
        }
    )
    root = {"get": _op(f"Daftar {s.nama}", s.nama, shapes.json(many), "", parameters=[_q(s, daftar=True)])}
    one = {"get": _op(f"Satu {s.nama}", s.nama, _satu(s.nama), "404", parameters=[PK, _q(s, daftar=False)])}
    if "POST" in s.cara:
        body = _badan(shapes.kiriman(s.tambah, baru=True))
        root["post"] = _op(f"Buat {s.nama}", s.nama, _satu(s.nama), "404 409 413 415 422", status="201", **body)
    if "PUT" in s.cara:
        body = _badan(shapes.kiriman(s.ubah, baru=False, versi=s.bertanda))
        one["put"] = _op(f"Ubah {s.nama}", s.nama, _satu(s.nama), "404 409 413 415 422", parameters=[PK], **body)
    if "DELETE" in s.cara:
        said = shapes.json(shapes.objek({"message": {"type": "string"}}))
        one["delete"] = _op(f"Hapus {s.nama}", s.nama, said, "404 409 422", parameters=[PK])
    base = f"{BASE}/{s.nama}"
    info = _op(f"Isian dan penyaring {s.nama}", s.nama, shapes.json({"type": "object"}), "")
    return {f"{base}/": root, f"{base}/{{pk}}": one, f"{base}/_info": {"get": info}, **_gerak(s)}


def _gerak(s: Sumber) -> dict[str, dict[str, Operation]]:
    """The moves of one resource."""
    if not s.kind:
        return {}
    base = f"{BASE}/{s.nama}/{{pk}}/tindakan"
    listed = shapes.json(shapes.objek({"result": {"type": "array", "items": _ref("Tindakan")}}))
    found = {base: {"get": _op("Tindakan yang dapat Anda lakukan", s.nama, listed, "404", parameters=[PK])}}
    if s.kind == "naskah":
        return found
    done = shapes.json(shapes.objek({"result": _ref("Hasil")}))
    for row in langkah(s.kind):
        body = _badan(shapes.kiriman(bekal(s.kind, row.verb), baru=True))
        told = f"{row.basis}. Pelaksana: {', '.join(row.pelaksana)}."
        found[f"{base}/{row.verb}"] = {
            "post": _op(row.label, s.nama, done, "404 409 413 415 422", parameters=[PK], description=told, **body)
        }
    return found


def _naskah() -> dict[str, dict[str, Operation]]:
    """Files: download, signed copy, draft."""
    form = {"name": "format", "in": "query", "schema": {"type": "string", "enum": ["docx", "pdf", "ttd"]}}
    drafted = [
        {"name": name, "in": "query", "schema": {"type": "integer", "minimum": 1}} for name in ("berkas", "usulan")
    ]
    kind = {"name": "jenis", "in": "query", "required": True, "schema": {"type": "string", "enum": list(Naskah)}}
    signed: dict[str, Any] = {
        "unggahan": {"type": "string", "format": "binary"},
        "tanggal_ttd": {"type": "string", "format": "date"},
        "nomor": {"type": "string", "description": "Nomor dari buku agenda di luar aplikasi, bila naskah menunggunya"},
        "metode": {"type": "string", "enum": ["basah", "tte"]},
        "kode": {"type": "string", "maxLength": 60, "description": "Kode verifikasi, bila tidak terbaca pada salinan"},
    }
    pair = _badan(shapes.objek(signed, wajib=("unggahan", "tanggal_ttd")), "multipart/form-data")
    base = f"{BASE}/naskah"
    return {
        f"{base}/{{pk}}/unduh": {"get": _op("Unduh naskah", "naskah", FILES, "404", parameters=[PK, form])},
        f"{base}/{{pk}}/ttd": {
            "post": _op(
                "Pasangkan salinan bertanda tangan",
                "naskah",
                _satu("naskah"),
                "404 409 413 415 422",
                parameters=[PK],
                **pair,
            )
        },
        f"{base}/konsep": {
            "get": _op("Konsep naskah", "naskah", {DOCX: FILE}, "404 409 422", parameters=[*drafted, kind])
        },
    }


def _impor() -> dict[str, dict[str, Operation]]:
    """The import of a proposal sheet."""
    sent: dict[str, Any] = {
        "unggahan": {"type": "string", "format": "binary"},
        "perangkat_daerah": {"type": "string"},
        "simpan": {"type": "string", "enum": ["true", "false"]},
        "operasi": {"type": "string", "format": "uuid"},
    }
    row = shapes.objek(
        {
            "baris": {"type": "integer"},
            "diterima": {"type": "boolean"},
            "temuan": {"type": "array", "items": _ref("Kekurangan")},
        }
    )
    result = shapes.objek({"usulan": {"type": "integer", "nullable": True}, "baris": {"type": "array", "items": row}})
    body = _badan(shapes.objek(sent, wajib=("unggahan", "perangkat_daerah")), "multipart/form-data")
    answer = shapes.json(shapes.objek({"result": result}))
    return {f"{BASE}/impor/usulan": {"post": _op("Impor lembar usulan", "impor", answer, "404 413 415 422", **body)}}


def _masuk() -> dict[str, dict[str, Operation]]:
    """Login and refresh, and this description."""
    sent: dict[str, Any] = {
        "username": {"type": "string"},
        "password": {"type": "string"},
        "provider": {"type": "string", "enum": ["db"]},
        "refresh": {"type": "boolean"},
        "kode": {"type": "string", "description": "Kode verifikasi dua langkah, bila akun ini memakainya"},
    }
    tokens = shapes.objek(
        {"access_token": {"type": "string"}, "refresh_token": {"type": "string"}}, wajib=("access_token",)
    )
    body = _badan(shapes.objek(sent, wajib=("username", "password", "provider")))
    return {
        f"{BASE}/security/login": {"post": _op("Masuk", "masuk", shapes.json(tokens), "415 422", security=[], **body)},
        f"{BASE}/security/refresh": {"post": _op("Perbarui token", "masuk", shapes.json(tokens), "422")},
        f"{BASE}/_openapi": {"get": _op("Deskripsi ini", "masuk", shapes.json({"type": "object"}), "404")},
    }
