"""From a column to a form field: native date, time and number inputs, selects with an empty value, boxes that can be unchecked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from flask_appbuilder import forms as fab_forms
from flask_appbuilder.fields import QuerySelectField, QuerySelectMultipleField
from flask_babel import gettext
from sqlalchemy import types as sa
from wtforms import Form, validators
from wtforms.fields import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    DecimalField,
    Field,
    FloatField,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from app.views.values import NOTHING

PILIH = "Pilih …"
LONGEST_LINE = 320  # an address of mail is still one line
SALAH_PILIH = "Pilihan ini tidak ada. Pilih dari daftar."


class Menyusul(validators.Optional):
    """A draft may lack it; the gate will not. Said as "(boleh menyusul)" instead of "(opsional)"."""

    def __init__(self) -> None:
        super().__init__()
        self.field_flags = {"menyusul": True}


class UncheckableField(BooleanField):
    """A check box whose empty answer means "no"; FAB would demand that a NOT NULL box is always checked."""

    def __init__(self, label: str = "", validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, [], **kwargs)


class ChoiceField(SelectField):
    """A code word chosen by its label; the empty value comes first and is stored as NULL."""

    def __init__(self, label: str = "", validators: Any = None, *, words: Mapping[str, str], **kwargs: Any) -> None:
        choices = [("", PILIH), *((str(code), text) for code, text in words.items())]
        super().__init__(label, validators, choices=choices, coerce=_code, **kwargs)

    def pre_validate(self, form: Form) -> None:
        if self.data is not None and self.data not in {code for code, _ in self.choices}:
            raise validators.ValidationError(SALAH_PILIH)


class ChecksField(SelectMultipleField):
    """Several code words, each a check box of its own: works by keyboard and without scripts."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class RowField(QuerySelectField):
    """A row of another table, from the officer's own rows; the empty value comes first, nothing is preselected."""

    def __init__(self, label: str = "", validators: Any = None, **kwargs: Any) -> None:
        kwargs.update(allow_blank=True, blank_text=PILIH)
        super().__init__(label, validators, **kwargs)

    def iter_choices(self) -> Iterable[Any]:
        yield ("", PILIH, self.data is None, {})
        for key, row in self._get_object_list():
            yield (key, self.get_label(row), row == self.data, {})

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist and valuelist[0] not in ("", "__None"):
            self._data, self._formdata = None, valuelist[0]
        elif valuelist:
            self.data = None

    def pre_validate(self, form: Form) -> None:
        chosen = self.data
        if chosen is None and self._formdata:
            raise validators.ValidationError(SALAH_PILIH)


class RowsField(QuerySelectMultipleField):
    """Several rows of another table, each a check box."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def iter_choices(self) -> Iterable[Any]:
        chosen = self.data or []
        for key, row in self._get_object_list():
            yield (key, str(self.get_label(row)), row in chosen, {})


class ParentField(HiddenField):
    """The record to which a new one belongs: named in the address, shown in words, never chosen from a long list."""

    def __init__(self, label: str = "", validators: Any = None, *, interface: Any, **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        self.interface = interface

    def process_formdata(self, valuelist: list[str]) -> None:
        raw = valuelist[0] if valuelist else ""
        self.data = self.interface.get(int(raw)) if raw.isdecimal() and len(raw) < 10 else None

    def _value(self) -> str:
        return "" if self.data is None else str(self.data.id)

    @property
    def words(self) -> str:
        return NOTHING if self.data is None else str(self.data)


class JsonField(TextAreaField):
    """JSON as text; stored as the value, not as a text inside a text."""

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else json.dumps(self.data, ensure_ascii=False, indent=1)

    def process_formdata(self, valuelist: list[str]) -> None:
        text = (valuelist[0] if valuelist else "").strip()
        try:
            self.data = json.loads(text) if text else None
        except ValueError as error:
            raise validators.ValidationError("Tulisan ini bukan JSON yang sah.") from error


class VersionField(HiddenField):
    """The version that the officer saw; the view compares it, the record never takes it from a form."""

    def populate_obj(self, obj: Any, name: str) -> None:
        return None


class TextField(StringField):
    """A line of text without blanks around it; empty means nothing."""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = (valuelist[0].strip() or None) if valuelist else None

    def _value(self) -> str:
        return "" if self.data is None else str(self.data)


class ParagraphField(TextField, TextAreaField):
    """Several lines of text."""

    widget = TextAreaField.widget


def _code(value: Any) -> str | None:
    """The code word of a choice; an enum member speaks by its value."""
    if value is None or value == "":
        return None
    return str(getattr(value, "value", value))


def _is_time(interface: Any, name: str) -> bool:
    column = interface.list_columns.get(name)
    return column is not None and isinstance(column.type, sa.Time)


CONVERSION: tuple[tuple[str, type[Field]], ...] = (
    ("is_boolean", UncheckableField),
    ("is_json", JsonField),
    ("is_text", ParagraphField),
    ("is_string", TextField),
    ("is_integer", IntegerField),
    ("is_float", FloatField),
    ("is_numeric", DecimalField),
    ("is_datetime", DateTimeLocalField),
    ("is_date", DateField),
)


class FormBuilder(fab_forms.GeneralModelConverter):
    """FAB's converter with our fields; `words` names the columns whose code words are chosen by label."""

    def __init__(
        self, datamodel: Any, words: Mapping[str, Mapping[str, str]] | None = None, optional: Iterable[str] = ()
    ) -> None:
        super().__init__(datamodel)
        self.words = words or {}
        self.optional = frozenset(optional)  # filled in by the owner when left empty

    def _convert_simple(self, col_name: str, label: str, description: str, checks: Any, form_props: Any) -> Any:
        rules = [*checks, *self._rules(col_name)]
        default = self.datamodel.get_col_default(col_name)
        common = {"description": description, "default": default}
        if col_name in self.words:
            form_props[col_name] = ChoiceField(label, rules, words=self.words[col_name], **common)
        elif _is_time(self.datamodel, col_name):
            form_props[col_name] = TimeField(label, rules, **common)
        else:
            form_props[col_name] = self._field(col_name)(label, validators=rules, **common)
        return form_props

    def _field(self, name: str) -> type[Field]:
        if self.datamodel.is_string(name) and self.datamodel.get_max_length(name) > LONGEST_LINE:
            return ParagraphField
        for marker, field in CONVERSION:
            if getattr(self.datamodel, marker)(name):
                return field
        raise TypeError(f"{self.datamodel.obj.__name__}.{name}: no form field for this column type")

    def _rules(self, name: str) -> list[Any]:
        """What the column itself demands: presence, length, uniqueness."""
        rules: list[Any] = []
        if name in self.optional or self.datamodel.is_nullable(name) or self.datamodel.is_boolean(name):
            rules.append(validators.Optional())
        else:
            rules.append(validators.InputRequired())
        length = self.datamodel.get_max_length(name)
        if length != -1:
            rules.append(validators.Length(max=length))
        if self.datamodel.is_unique(name):
            rules.append(UniqueRule(self.datamodel, name))
        return rules

    def _convert_many_to_one(
        self, col_name: str, label: str, description: str, checks: Any, rel: Any, form_props: Any
    ) -> Any:
        rules = [*checks]
        rules.append(validators.Optional() if self.datamodel.is_nullable(col_name) else validators.DataRequired())
        form_props[col_name] = RowField(label, rules, description=description, **self._source(col_name, rel))
        return form_props

    def _convert_many_to_many(
        self, col_name: str, label: str, description: str, checks: Any, rel: Any, form_props: Any
    ) -> Any:
        source = self._source(col_name, rel)
        form_props[col_name] = RowsField(label, validators=[*checks], description=description, **source)
        return form_props

    def _source(self, col_name: str, rel: Any) -> dict[str, Any]:
        rows = self._get_related_query_func(col_name, rel)
        return {
            "query_func": lambda: sorted(rows(), key=str),
            "get_pk_func": self._get_related_pk_func(col_name),
        }


class UniqueRule:
    """Says "already exists" for a value of another row; looks within the officer's own rows only."""

    def __init__(self, datamodel: Any, name: str) -> None:
        self.datamodel, self.name = datamodel, name

    def __call__(self, form: Form, field: Field) -> None:
        if field.data in (None, ""):
            return
        found = self.datamodel.get_filters().add_filter(self.name, self.datamodel.FilterEqual, field.data)
        _, rows = self.datamodel.query(found)
        if any(self.datamodel.get_pk_value(row) != getattr(form, "_id", None) for row in rows):
            raise validators.ValidationError(gettext("Already exists."))
