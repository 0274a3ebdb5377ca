"""What was changed in a record, old → new: only the fields that its page shows to this person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask_appbuilder import expose
from flask_appbuilder.security.decorators import has_access, permission_name

from app import models as m
from app.extensions import db
from app.models.events import sejak_lahir

TERBANYAK = 200


@dataclass(frozen=True)
class Perubahan:
    """One change of one field, in the words of the screen."""

    waktu: datetime
    oleh: str
    medan: str
    lama: str
    baru: str


class PerubahanIsian:
    """Mixed into the screens of cases: the page "Perubahan isian"."""

    @expose("/<pk>/perubahan", methods=["GET"])
    @has_access
    @permission_name("show")
    def perubahan(self: Any, pk: str) -> Any:
        item = self.row(pk)
        return self.render_template(
            "perubahan.html",
            title="Perubahan isian",
            induk={"url": self.record_url(item), "label": self.record_title(item)},
            perubahan=self.perubahan_isian(item),
        )

    def perubahan_isian(self: Any, item: Any) -> list[Perubahan]:
        """Newest first, at most TERBANYAK. The history itself is the auditor's; here the row and the shown fields decide."""
        fields = self._medan_terlihat()
        p = m.PerubahanData
        query = (
            sa.select(p)
            .where(
                p.objek_jenis == item.__tablename__,
                p.objek_id == item.id,
                p.medan.in_(fields),
                sejak_lahir(p, type(item)),
            )
            .order_by(p.id.desc())
            .limit(TERBANYAK)
            .options(sa.orm.joinedload(p.pelaku))
        )
        return [
            Perubahan(r.waktu, str(r.pelaku or "SIDIK"), *self._words(r.medan, fields[r.medan], r.lama, r.baru))
            for r in db.session.scalars(query)
        ]

    def _medan_terlihat(self: Any) -> Mapping[str, str]:
        """Column -> the name under which the record page shows it ("berkas_id" -> "berkas")."""
        found = {}
        for name in self.show_columns:
            relation = self.datamodel.list_properties.get(name)
            if self.datamodel.is_relation_many_to_one(name):
                found[next(iter(relation.local_columns)).key] = name
            else:
                found[name] = name
        return found

    def _words(self: Any, column: str, name: str, old: str | None, new: str | None) -> tuple[str, str, str]:
        label = str(self.label_columns.get(name, name))
        return label, self._value(column, name, old), self._value(column, name, new)

    def _value(self: Any, column: str, name: str, kept: str | None) -> str:
        """A kept value as the screen says it."""
        if kept is None or kept == "":
            return "(kosong)"
        if column != name and kept.isdecimal():
            related = db.session.get(self.datamodel.get_related_model(name), int(kept))
            formatter = self.formatters_columns.get(name, str)
            return str(formatter(related)) if related is not None else kept
        words = self.words.get(name, {})
        return str(words.get(kept, {"true": "Ya", "false": "Tidak"}.get(kept, kept)))
