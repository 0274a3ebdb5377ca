"""Add, edit and delete of every screen: the input is kept on a refusal, versions are compared, an owner function writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, request
from flask_appbuilder import expose
from flask_appbuilder.exceptions import DatabaseException
from flask_appbuilder.security.decorators import has_access
from flask_wtf import FlaskForm
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response

from app import models as m
from app.errors import Bentrok, Kekurangan, SidikError, TidakDitemukan, VersiBasi
from app.extensions import db
from app.models.base import Base
from app.security.interface import KEMBAR, MASIH_DIPAKAI
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.writing import boleh_ubah
from app.steps import acuan
from app.views.autosave import otomatis, tersimpan
from app.views.proof import BUKTI, fresh, proof_field, settle
from app.views.repair import clean_id

VERSI = "versi"
BUKAN_ISIAN = ("csrf_token", VERSI, BUKTI)
TERSIMPAN = "Data sudah disimpan."
TERHAPUS = "Data sudah dihapus."
SUDAH_BERUBAH = (
    "Data ini baru saja diubah orang lain. Isian Anda belum disimpan dan masih ada di bawah. "
    "Bandingkan dengan data terbaru, lalu simpan lagi bila tetap sesuai."
)


# Rows of a case: who may write them, and when, is asked of app.security.writing.
BERATURAN = (
    m.Usulan,
    m.ButirInformasi,
    m.DasarPengecualian,
    m.BagianDikecualikan,
    m.UjiKonsekuensi,
    m.Berkas,
    m.Rapat,
    m.KehadiranRapat,
    m.Arsip,
    m.Publikasi,
    m.PenyimpananDokumen,
)


def ids(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a form with rows as their ids, as the owners of the cases take them."""
    return {name: value.id if isinstance(value, Base) else value for name, value in values.items()}


class FormPages:
    """Mixed into SafeModelView."""

    # --- add and edit ------------------------------------------------------------------------------
    @expose("/add", methods=["GET", "POST"])
    @has_access
    def add(self: Any) -> Any:
        form = self._opened(self.add_form, **({"data": self.preset()} if request.method == "GET" else {}))
        if self.parent:
            self._need_parent(form)
        if not (self.may_add_to(form[self.parent].data) if self.parent else self.may_add()):
            return self._refused("Data baru tidak dapat ditambahkan pada tahap sekarang.")
        if request.method == "POST" and form.validate() and (ident := self._stored(form, None)):
            flash(TERSIMPAN, "success")
            return redirect(self.record_url(self.row(ident)))
        return self._form_page(form, self.add_title, None)

    @expose("/edit/<pk>", methods=["GET", "POST"])
    @has_access
    def edit(self: Any, pk: str) -> Any:
        item = self.row(pk)
        reason = self.refuses_edit(item)
        if reason:
            return self._refused(reason, item)
        form = self._opened(self.edit_form, obj=item)
        form._id = item.id
        if request.method == "POST" and not self._stale(form, item) and form.validate() and self._stored(form, item):
            if otomatis():
                return tersimpan(self.row(pk))
            flash(TERSIMPAN, "success")
            return redirect(self.record_url(self.row(pk)))
        return self._form_page(form, self.edit_title, item)

    @expose("/delete/<pk>", methods=["POST"])
    @has_access
    def delete(self: Any, pk: str) -> Any:
        item = self.row(pk)
        reason = self.refuses_delete(item)
        if reason:
            return self._refused(reason, item)
        target, back = self.after_delete_url(item), self.record_url(item)
        try:
            self.remove(current_officer(), item)
        except (IntegrityError, SidikError) as refusal:
            db.session.rollback()
            flash(MASIH_DIPAKAI if isinstance(refusal, IntegrityError) else refusal.pesan, "danger")
            return redirect(back)
        flash(TERHAPUS, "success")
        return redirect(target)

    def _opened(self: Any, form_class: Any, **values: Any) -> Any:
        """The form; with a proof of who one is where the screen asks for one and the last is too old."""
        asked = {} if not self.dibuktikan or fresh() else proof_field()
        return type(form_class.__name__, (form_class,), asked)(**values)

    @property
    def edit_word(self: Any) -> str:
        """What the button to the form says: what the form does, else "Ubah"."""
        title = str(self.edit_title)
        return "Ubah" if title.startswith(("Ubah ", "Edit ")) else title

    def refuses_edit(self: Any, item: Any) -> str:
        """Why this record cannot be edited now, as a sentence; empty when it can."""
        if not isinstance(item, BERATURAN):
            return ""
        try:
            boleh_ubah(item, current_officer())
        except SidikError as refusal:
            return refusal.pesan
        return ""

    def refuses_delete(self: Any, item: Any) -> str:
        """Why this record cannot be deleted now, as a sentence; empty when it can."""
        return str(self.refuses_edit(item))

    def may_add_to(self: Any, parent: Any) -> bool:
        """Whether a new record can be begun under this parent now."""
        return True

    def may_add(self: Any) -> bool:
        """Whether a new record can be begun here at all (beyond the permission)."""
        return True

    # --- the owner that writes ---------------------------------------------------------------------
    def create(self: Any, officer: Officer, values: dict[str, Any]) -> int:
        """Make a new row from the values of the form; -> its id. Cases override this with the owner of their table."""
        return int(acuan.simpan(db.session, officer, self.datamodel.obj(), values).id)

    def change(self: Any, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        """Write the values of the form into a row."""
        if isinstance(item, BERATURAN):
            boleh_ubah(item, officer)
        acuan.simpan(db.session, officer, item, values)

    def remove(self: Any, officer: Officer, item: Any) -> None:
        """Delete a row."""
        if isinstance(item, BERATURAN):
            boleh_ubah(item, officer)
        acuan.hapus(db.session, officer, item)

    def preset(self: Any) -> dict[str, Any]:
        """First values of a new record: the parent named in the address."""
        raw = request.args.get(self.parent, "") if self.parent else ""
        if not raw:
            return {}
        return {self.parent: self.datamodel.get_related_interface(self.parent).get(clean_id(raw))}

    def _need_parent(self: Any, form: FlaskForm) -> None:
        if form[self.parent].data is None:
            raise TidakDitemukan()

    def _stale(self: Any, form: FlaskForm, item: Any) -> bool:
        """Whether somebody saved since the officer opened the form; his text stays, the version is renewed."""
        seen = form.versi.data if VERSI in form else None
        if seen is None or str(seen) == str(item.versi):
            return False
        form.form_errors.append(SUDAH_BERUBAH)
        form.stale = True
        form.versi.data = item.versi
        return True

    def _stored(self: Any, form: FlaskForm, item: Any) -> int:
        """Hand the form to the owner; -> the id, or 0 after telling the refusal on the form. Nothing is half kept."""
        values = {field.name: field.data for field in form if field.name not in BUKAN_ISIAN}
        officer = current_officer()
        try:
            if item is None:
                return int(self.create(officer, values))
            ident = int(item.id)
            self.change(officer, item, values, form.versi.data and int(form.versi.data) if VERSI in form else None)
            return ident
        except (VersiBasi, StaleDataError):  # told before writing, or by the database when two wrote in the same moment
            form.form_errors.append(SUDAH_BERUBAH)
            form.stale = True
        except (IntegrityError, DatabaseException):
            form.form_errors.append(KEMBAR)
        except SidikError as refusal:
            if refusal.status >= 500 or refusal.status in (403, 404):
                raise
            form.stale = isinstance(refusal, Bentrok)
            told(form, refusal)
        db.session.rollback()
        return 0

    def _form_page(self: Any, form: FlaskForm, title: str, item: Any) -> Any:
        columns = self.edit_columns if item is not None else self.add_columns
        sections = (self.edit_fieldsets if item is not None else self.add_fieldsets) or [("", {"fields": columns})]
        settle(form)
        if BUKTI in form:
            sections = [*sections, ("", {"fields": [BUKTI]})]
        page = self.render_template(
            self.edit_template if item is not None else self.add_template,
            title=title,
            form=form,
            item=item,
            view=self,
            sections=sections,
            **self.form_context(form, item),
        )
        if request.method == "GET":
            return page
        return page, 409 if getattr(form, "stale", False) else 422

    def form_context(self: Any, form: FlaskForm, item: Any) -> dict[str, Any]:
        """More names for the template of a form page."""
        return {}

    def _refused(self: Any, reason: str, item: Any = None) -> Response:
        flash(reason, "warning")
        return redirect(self.record_url(item) if item is not None else self.list_url())


def told(form: FlaskForm, refusal: SidikError) -> None:
    """Put a refusal where it belongs on the form: each kekurangan at its field, the rest on top."""
    missing: Sequence[Kekurangan] = getattr(refusal, "kekurangan", [])
    for lack in missing:
        if lack.medan in form:
            form[lack.medan].errors = [*form[lack.medan].errors, lack.pesan]
        else:
            form.form_errors.append(lack.pesan)
    if not missing:
        form.form_errors.append(refusal.pesan)
