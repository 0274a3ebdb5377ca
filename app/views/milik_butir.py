"""What hangs on one butir and is written with it: its legal bases, and the list of its excluded parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from flask import url_for
from flask_wtf import FlaskForm

from app import models as m
from app.extensions import writing
from app.models.history import PELAKU
from app.security.officer import Officer
from app.steps import butir_baru
from app.steps.sunting import hapus
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.search import Pencarian
from app.views.writing import ids


class MilikButir(SafeModelView):
    """Rows of one butir: begun from its page, written by one owner, back to its page."""

    parent = "butir"
    base_order = ("id", "asc")  # as the papers list them
    simpan: ClassVar[Callable[..., Any]]

    def may_add_to(self, parent: Any) -> bool:
        return not self.refuses_edit(parent)

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        with writing() as session:
            session.info[PELAKU] = officer.id
            return int(self.simpan(session, officer, ids(values)).id)

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        ident = item.id
        with writing() as session:
            session.info[PELAKU] = officer.id
            self.simpan(session, officer, ids(values), self.row(ident))

    def remove(self, officer: Officer, item: Any) -> None:
        hapus(officer, type(item), item.id)

    def record_url(self, item: Any) -> str:
        return url_for("ButirView.show", pk=item.butir_id)

    def after_delete_url(self, item: Any) -> str:
        return self.record_url(item)


class DasarView(MilikButir):
    datamodel = ScopedInterface(m.DasarPengecualian)
    route_base = "/dasar"
    class_permission_name = "DasarPengecualian"
    simpan = staticmethod(butir_baru.simpan_dasar)
    list_title, add_title, edit_title = "Dasar pengecualian", "Tambah dasar pengecualian", "Ubah dasar pengecualian"
    list_columns = ["sebutan", "pasal_ayat", "kutipan"]
    order_columns = ["pasal_ayat"]  # the words of a row are made of several columns: no database can order by them
    show_columns = ["butir", "pasal17", "peraturan", "teks", "pasal_ayat", "kutipan"]
    add_columns = show_columns
    edit_columns = ["pasal17", "peraturan", "teks", "pasal_ayat", "kutipan"]
    intro = "Isi satu dasar: huruf Pasal 17, atau satu peraturan dengan pasalnya."
    empty = "Belum ada dasar. Setiap butir memerlukan sedikitnya satu huruf Pasal 17."
    pencarian = Pencarian(("teks", "pasal_ayat"))


class BagianView(MilikButir):
    datamodel = ScopedInterface(m.BagianDikecualikan)
    route_base = "/bagian"
    class_permission_name = "BagianDikecualikan"
    simpan = staticmethod(butir_baru.simpan_bagian)
    list_title, add_title, edit_title = "Daftar bagian", "Tambah bagian", "Ubah bagian"
    list_columns = ["sebutan", "alasan"]
    order_columns = ["alasan"]
    label_columns = {"sebutan": "Bagian", "pasal17": "Huruf"}
    description_columns = {"pasal17": "Salah satu dasar butir ini."}
    show_columns = ["butir", "halaman", "kolom", "frasa", "pasal17", "alasan"]
    add_columns = show_columns
    edit_columns = ["halaman", "kolom", "frasa", "pasal17", "alasan"]
    intro = "Isi sedikitnya halaman, kolom, atau frasa. Isian Bagian yang dikecualikan disusun dari daftar ini."
    empty = "Belum ada. Diisi bila hanya bagian tertentu dari dokumen yang ditutup."
    pencarian = Pencarian(("halaman", "kolom", "frasa"))

    def form_context(self, form: FlaskForm, item: Any) -> dict[str, Any]:
        """Only the butir's own letters are offered."""
        butir = item.butir if item is not None else form["butir"].data
        form["pasal17"].query_func = lambda: [row.pasal17 for row in butir.dasar if row.pasal17 is not None]
        form["pasal17"]._object_list = None
        return {}
