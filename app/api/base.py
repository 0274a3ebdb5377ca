"""Resource: a FAB ModelRestApi over one row of THE TABLE, with FAB's addresses, permissions and answer shapes.

FAB's own schemas and filters are not used: they answer a relation with every column of the related row, turn a wrong
value into "matches nothing", and tell database errors. Fields are read off the model, rows through the row scope.
"""

from __future__ import annotations

from typing import Any

from flask import Response, request
from flask_appbuilder.api import BaseApi, ModelRestApi, expose, merge_response_func
from flask_appbuilder.security.decorators import permission_name, protect
from marshmallow import Schema
from sqlalchemy import func, select

from app.api import asking, filling, showing, writing
from app.api.fields import Medan
from app.api.resources import Sumber
from app.errors import BelumMasuk, Bentrok, SidikError, TidakBerwenang, TidakDitemukan, VersiBasi
from app.extensions import db
from app.models.base import MAKS_ID
from app.security.interface import ScopedInterface
from app.security.manager import current_officer
from app.security.scope import visible

ROUTES = {"GET": ("get_list", "get", "info"), "POST": ("post",), "PUT": ("put",), "DELETE": ("delete",)}


class RefusesInWords(BaseApi):
    """FAB's refusals of a login or a permission in the words of the error table."""

    responses: dict[str, Any] = {}

    def response_401(self) -> Response:
        raise BelumMasuk()

    def response_403(self) -> Response:
        raise TidakBerwenang()


class Resource(RefusesInWords, ModelRestApi):
    """What every resource of the table does."""

    sumber: Sumber
    base_order = ("id", "asc")
    list_model_schema = show_model_schema = add_model_schema = edit_model_schema = Schema()

    def baris(self, pk: int) -> Any:
        """The row of an address within the caller's rows, with its relations; 404 otherwise."""
        model = self.sumber.model
        query = select(model).where(model.id == nomor(pk), visible(model, current_officer()))
        query = query.options(*showing.muat(model, self.sumber.baca)).execution_options(populate_existing=True)
        row = db.session.scalars(query).unique().one_or_none()
        if row is None:
            raise TidakDitemukan()
        return row

    def catatan(self, pk: int, status: int) -> Response:
        """The answer to a write: the row as it is now."""
        return self.response(status, id=pk, result=showing.baris(self.baris(pk), self.sumber.baca))

    # --- reading -----------------------------------------------------------------------------------
    @expose("/", methods=["GET"])
    @protect()
    @permission_name("get")
    @merge_response_func(ModelRestApi.merge_order_columns, "order_columns")
    @merge_response_func(ModelRestApi.merge_list_label_columns, "label_columns")
    @merge_response_func(ModelRestApi.merge_description_columns, "description_columns")
    @merge_response_func(ModelRestApi.merge_list_columns, "list_columns")
    @merge_response_func(ModelRestApi.merge_list_title, "list_title")
    def get_list(self) -> Response:
        """A page of the rows that the caller may see."""
        model = self.sumber.model
        asked = asking.baca(request.args.get("q"), model, self.sumber.saring)
        fields = pilih(self.sumber.baca, asked.kolom)
        where = (visible(model, current_officer()), *asked.saring)
        count = db.session.scalar(select(func.count()).select_from(model).where(*where))
        query = select(model).where(*where).order_by(*asked.urutan(model)).options(*showing.muat(model, fields))
        rows = db.session.scalars(query.limit(asked.ukuran).offset(asked.halaman * asked.ukuran)).unique().all()
        answer: dict[str, Any] = {}
        if asked.kunci:
            self.set_response_key_mappings(answer, self.get_list, {"keys": list(asked.kunci)})
        result = [showing.baris(row, fields) for row in rows]
        return self.response(200, count=count, ids=[row.id for row in rows], result=result, **answer)

    @expose("/<nomor:pk>", methods=["GET"])
    @protect()
    @permission_name("get")
    def get(self, pk: int) -> Response:
        """One row."""
        asked = asking.baca(request.args.get("q"), self.sumber.model, self.sumber.saring)
        row = self.baris(pk)
        return self.response(200, id=row.id, result=showing.baris(row, pilih(self.sumber.baca, asked.kolom)))

    @expose("/_info", methods=["GET"])
    @protect()
    @permission_name("get")
    def info(self) -> Response:
        """What the caller may do here, which fields there are, and how they can be filtered. Never rows of other tables."""
        permissions = [name for name in sorted(self.base_permissions) if self.has(name)]
        filters = {name: list(asking.OPERATOR[field.jenis]) for name, field in self.sumber.saring.items()}
        return self.response(
            200,
            permissions=permissions,
            add_columns=[keterangan(field) for field in self.sumber.tambah if "POST" in self.sumber.cara],
            edit_columns=[keterangan(field) for field in self.sumber.ubah if "PUT" in self.sumber.cara],
            filters={name: [{"operator": one} for one in known] for name, known in filters.items() if known},
        )

    def has(self, permission: str) -> bool:
        return bool(self.appbuilder.sm.has_access(permission, self.class_permission_name))

    # --- writing -----------------------------------------------------------------------------------
    @expose("/", methods=["POST"])
    @protect()
    @permission_name("post")
    def post(self) -> Response:
        """A new row, made by its owner function."""
        officer = current_officer()
        values = self.kiriman(self.sumber.tambah, tubuh(), baru=True)
        return self.catatan(writing.TAMBAH[self.sumber.nama](self.sumber.model, officer, values), 201)

    @expose("/<nomor:pk>", methods=["PUT"])
    @protect()
    @permission_name("put")
    def put(self, pk: int) -> Response:
        """Change what is sent, and nothing else."""
        row = self.baris(pk)
        row_id, body = row.id, tubuh()
        seen = filling.versi(body) if self.sumber.bertanda else None
        sent = {name: value for name, value in body.items() if name != "versi" or not self.sumber.bertanda}
        if seen is not None and seen != row.versi:
            raise VersiBasi(None, **keadaan(row))
        values, now = self.kiriman(self.sumber.ubah, sent, baru=False), keadaan(row)
        try:
            writing.UBAH[self.sumber.nama](row, current_officer(), values, seen)
        except Bentrok as refused:
            refused.rincian = now | refused.rincian
            raise
        return self.catatan(row_id, 200)

    @expose("/<nomor:pk>", methods=["DELETE"])
    @protect()
    @permission_name("delete")
    def delete(self, pk: int) -> Response:
        """Remove a row that nothing depends on."""
        row = self.baris(pk)
        writing.HAPUS[self.sumber.nama](row, current_officer())
        return self.response(200, message="Data sudah dihapus.")

    def kiriman(self, fields: tuple[Medan, ...], body: dict[str, Any], *, baru: bool) -> dict[str, Any]:
        """The checked values of a body."""
        return filling.isi(fields, body, session=db.session, officer=current_officer(), baru=baru)


def keadaan(row: Any) -> dict[str, Any]:
    """Status and version of a row, as far as it has them, for a conflict."""
    return {name: getattr(row, name) for name in ("status", "versi") if hasattr(row, name)}


def nomor(pk: int | str) -> int:
    """An id that the database can hold, or 404."""
    text = str(pk)
    if not text.isascii() or not text.isdecimal() or len(text) > 10 or not 0 < int(text) <= MAKS_ID:
        raise TidakDitemukan()
    return int(text)


def tubuh() -> dict[str, Any]:
    """The JSON object of this request: 415 for another kind of body, 400 for one that cannot be read."""
    if not request.is_json:
        raise _BukanJson()
    try:
        body = request.get_json(silent=True)
    except RecursionError:
        body = None
    if body is None:
        raise asking.PertanyaanSalah("Isi permintaan bukan JSON yang benar. Periksa tanda kutip, koma, dan kurungnya.")
    return filling.objek(body)


class _BukanJson(SidikError):
    status, kode = 415, "jenis_salah"
    pesan = "Kirim isi permintaan sebagai JSON dengan Content-Type application/json."


class BukanFormulir(SidikError):
    """415: a file came in another kind of body."""

    status, kode = 415, "jenis_salah"
    pesan = "Kirim file sebagai multipart/form-data dengan isian bernama unggahan."


def pilih(fields: tuple[Medan, ...], names: tuple[str, ...]) -> tuple[Medan, ...]:
    """The chosen fields, or all."""
    return tuple(field for field in fields if field.nama in names) if names else fields


def keterangan(field: Medan) -> dict[str, Any]:
    """A field in words for `_info`."""
    told = {"name": field.nama, "type": field.jenis, "required": field.wajib, "max": field.maks}
    return told | ({"values": list(field.pilihan)} if field.pilihan else {})


def kelas(sumber: Sumber, *bases: type) -> type[Resource]:
    """The FAB class of one row of the table."""
    routes = {name for method in sumber.cara for name in ROUTES[method]}
    extra = {name: getattr(base, name) for base in bases for name in dir(base) if hasattr(getattr(base, name), "_urls")}
    every = [field.nama for field in sumber.baca]
    members = {
        "__doc__": f"REST resource `{sumber.nama}` over {sumber.izin}.",
        "sumber": sumber,
        "datamodel": ScopedInterface(sumber.model, db.session),
        "resource_name": sumber.nama,
        "class_permission_name": sumber.izin,
        "method_permission_name": {"get_list": "get", "get": "get", "info": "get"}
        | {name: name for name in ("post", "put", "delete")}
        | {name: route._permission_name for name, route in extra.items()},
        "include_route_methods": routes | set(extra),
        "list_columns": every,
        "show_columns": every,
        "add_columns": [field.nama for field in sumber.tambah],
        "edit_columns": [field.nama for field in sumber.ubah],
        "search_columns": ["id"],
        "order_columns": ["id", *(name for name, field in sumber.saring.items() if asking.OPERATOR[field.jenis])],
    }
    return type(f"{sumber.izin}Api", (*bases, Resource), members)
