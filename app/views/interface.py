"""ScopedInterface for screens: the row scope of app.security.interface, and every value in the words of the office."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.security.interface import ScopedInterface as Scoped
from app.views.values import shown

COUNTED = 10_000


class ScopedInterface(Scoped):
    """What SafeModelView reads and writes through."""

    def query_count(self, query: Any, filters: Any = None, select_columns: Any = None) -> int:
        """Rows up to COUNTED and one more: nobody reads the exact number of a very long list, and counting it is dear."""
        one = self.session.query(sa.literal(1)).select_from(self.obj)
        some = self._apply_inner_all(one, filters, aliases_mapping={}).order_by(None).limit(COUNTED + 1).subquery()
        return int(self.session.query(sa.func.count()).select_from(some).scalar() or 0)

    def _get_attr_value(self, item: Any, col: str) -> Any:
        return shown(super()._get_attr_value(item, col))


class OpenInterface(ScopedInterface):
    """For people, roles and permissions, which belong to no case: the permission alone decides."""

    def scope(self, query: Any) -> Any:
        return query
