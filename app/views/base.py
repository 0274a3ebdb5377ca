"""SafeModelView: the FAB screen from which every screen of ours is generated; words, choices and row rights come from tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from flask import url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from flask_appbuilder.security.decorators import has_access
from flask_appbuilder.views import ModelView
from flask_appbuilder.widgets import ShowWidget

from app.errors import TidakDitemukan
from app.views import values
from app.views.export import ExportPage
from app.views.fields import FormBuilder, ParentField, VersionField
from app.views.labels import HINT, LABEL
from app.views.lists import Daftar, ListPage
from app.views.repair import clean_id
from app.views.search import Pencarian
from app.views.writing import VERSI, FormPages


class Rincian(ShowWidget):
    template = "potongan/rincian.html"


class SafeModelView(FormPages, ListPage, ExportPage, ModelView):
    """Rows through the scope, ids and arguments checked, versions compared, input kept, no download, no silent failure."""

    exclude_route_methods: ClassVar[set[str]] = {"download"}
    page_size = 25
    words: ClassVar[Mapping[str, Mapping[str, str]]] = {}  # column -> code word -> label
    parent: ClassVar[str] = ""  # relation that comes from the address (?usulan=3), not from a list
    pencarian: ClassVar[Pencarian] = Pencarian()
    opsional: ClassVar[tuple[str, ...]] = ()  # may stay empty although the column is not: the owner fills it in
    title_column: ClassVar[str] = ""  # the column that links to the record; default: the first
    empty: ClassVar[str] = "Belum ada data."
    berasal: ClassVar[str] = ""  # endpoint where such rows begin; an empty list leads there
    intro: ClassVar[str] = ""
    otomatis: ClassVar[bool] = False  # long drafts: the edit form saves itself while somebody writes
    dibuktikan: ClassVar[bool] = False  # who writes here proves again who he is, when that is too long ago
    antarmuka: ClassVar[Any] = None  # the datamodel as the class names it
    sop: ClassVar[int] = 0  # row of the SOP sheet to which the screen belongs

    list_template = "list.html"
    show_template = "show.html"
    add_template = "form.html"
    edit_template = "form.html"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """No route for what the screen does not offer: a read-only screen has no add, edit or delete at all."""
        super().__init_subclass__(**kwargs)
        offered = cls.base_permissions
        unused = {m for m in ("list", "show", "add", "edit", "delete") if offered and f"can_{m}" not in offered}
        if not any(hasattr(getattr(cls, name, None), "_action") for name in dir(cls)):
            unused |= {"action", "action_post"}
        own = cls.__dict__.get("exclude_route_methods", set())
        cls.exclude_route_methods = {"download", *own, *unused}
        cls.antarmuka = cls.__dict__.get("datamodel", cls.antarmuka)

    def __init__(self, **kwargs: Any) -> None:
        """With our own interface: FAB's security manager hangs plain ones on the classes of its screens."""
        self.datamodel = self.antarmuka
        super().__init__(**kwargs)

    # --- set-up ------------------------------------------------------------------------------------
    def _init_properties(self) -> None:
        known = {name: LABEL[name] for name in dir(self.datamodel.obj) if name in LABEL}
        hints = {name: HINT[name] for name in dir(self.datamodel.obj) if name in HINT}
        self.label_columns = {**known, **(self.label_columns or {})}
        self.description_columns = {**hints, **(self.description_columns or {})}
        self.search_columns = list(self.search_columns or [self.parent or "id"])
        self.list_widget = Daftar
        self.show_widget = Rincian
        super()._init_properties()
        self.formatters_columns = {**self._formatters(), **self.formatters_columns}
        shown = [*self.kolom_tersedia(), *self.show_columns]
        self.datamodel.eager = tuple(dict.fromkeys(c.split(".")[0] for c in shown))

    def _formatters(self) -> dict[str, Any]:
        """Labels for code words, a badge for the status."""
        found: dict[str, Any] = {}
        for name, words in self.words.items():
            found[name] = lambda code, w=words: w.get(str(code), code)
        for name in {*self.kolom_tersedia(), *self.show_columns} - set(found):
            if name == "status":
                found[name] = values.status
        return found

    def _init_forms(self) -> None:
        """FAB's forms, built with our fields; a parent and a version where the record has them."""
        self.search_form = DynamicForm
        builder = FormBuilder(self.datamodel, self.words, self.opsional)
        self.add_form = self.add_form or self._form(builder, self.add_columns, self.add_form_extra_fields, False)
        self.edit_form = self.edit_form or self._form(builder, self.edit_columns, self.edit_form_extra_fields, True)
        super()._init_forms()

    def _form(self, builder: FormBuilder, columns: Sequence[str], extra: Mapping[str, Any], edit: bool) -> Any:
        names = [c for c in columns if c != self.parent or not edit]
        fields = dict(extra)
        if self.parent in names:
            interface = self.datamodel.get_related_interface(self.parent)
            fields[self.parent] = ParentField(self.label_columns.get(self.parent, ""), interface=interface)
        form = builder.create_form(
            self.label_columns, names, self.description_columns, self.validators_columns, fields, self._rel(edit)
        )
        if edit and hasattr(self.datamodel.obj, VERSI):
            form.versi = VersionField()
        return form

    def _rel(self, edit: bool) -> Any:
        return self.edit_form_query_rel_fields if edit else self.add_form_query_rel_fields

    # --- rows --------------------------------------------------------------------------------------
    def row(self, pk: Any) -> Any:
        """The record of this id within the officer's rows, or 404; every route of ours begins with it."""
        item = self.datamodel.get(clean_id(pk), self._base_filters)
        if item is None:
            raise TidakDitemukan()
        return item

    def granted(self, verb: str) -> bool:
        """Whether the officer holds `can_<verb>` on this resource and the screen offers it."""
        if verb in self.exclude_route_methods:
            return False
        method = self.get_method_permission(verb)
        return f"can_{method}" in self.base_permissions and self.appbuilder.sm.has_access(
            f"can_{method}", self.class_permission_name
        )

    # --- show --------------------------------------------------------------------------------------
    @expose("/show/<pk>", methods=["GET"])
    @has_access
    def show(self, pk: str) -> Any:
        item = self.row(pk)
        widgets = self._get_show_widget(item.id, item)
        return self.render_template(
            self.show_template,
            pk=item.id,
            item=item,
            view=self,
            title=self.record_title(item),
            widgets=self._related(item, widgets),
            related_views=self._seen_related(),
            **self.show_context(item),
        )

    def record_title(self, item: Any) -> str:
        return str(item)

    def show_context(self, item: Any) -> dict[str, Any]:
        """More names for the template of a record page."""
        return {}

    def _seen_related(self) -> Sequence[Any]:
        """Related lists only of what the officer may list; FAB would show them to anybody."""
        sm = self.appbuilder.sm
        return [v for v in self._related_views if sm.has_access("can_list", v.class_permission_name)]

    def _related(self, item: Any, widgets: dict[str, Any]) -> dict[str, Any]:
        widgets["related_views"] = [self._get_related_view_widget(item, view) for view in self._seen_related()]
        return widgets

    # --- where to go -------------------------------------------------------------------------------
    def list_url(self) -> str:
        return url_for(f"{self.endpoint}.list")

    def record_url(self, item: Any) -> str:
        return url_for(f"{self.endpoint}.show", pk=item.id)

    def after_delete_url(self, item: Any) -> str:
        return self.list_url()
