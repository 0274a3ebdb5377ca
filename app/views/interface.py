"""ScopedInterface for screens: the row scope of app.security.interface, and every value in the words of the office."""

from __future__ import annotations

from typing import Any

from app.security.interface import ScopedInterface as Scoped
from app.views.values import shown


class ScopedInterface(Scoped):
    """What SafeModelView reads and writes through."""

    def _get_attr_value(self, item: Any, col: str) -> Any:
        return shown(super()._get_attr_value(item, col))


class OpenInterface(ScopedInterface):
    """For people, roles and permissions, which belong to no case: the permission alone decides."""

    def scope(self, query: Any) -> Any:
        return query
