"""The only way from FAB to rows: every read carries the officer's row scope, and no failure of the database speaks SQL."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from flask_appbuilder.exceptions import DatabaseException, FABException
from flask_appbuilder.models.sqla.filters import SQLAFilterConverter
from flask_appbuilder.models.sqla.interface import SQLAInterface
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Query, joinedload
from sqlalchemy.orm.exc import StaleDataError

from app.errors import TidakTersedia, VersiBasi
from app.security.manager import current_officer
from app.security.scope import visible

log = logging.getLogger(__name__)

KEMBAR = "Data yang sama sudah ada, atau isian melanggar aturan data. Periksa isian yang harus unik lalu simpan lagi."
MASIH_DIPAKAI = "Data ini masih dipakai oleh data lain sehingga tidak dapat dihapus."
GANGGUAN = "Data belum tersimpan karena gangguan penyimpanan. Silakan coba lagi."


class FilterConverter(SQLAFilterConverter):
    """FAB's filters of a column, made once per table; FAB makes those of every column anew several times a request."""

    def convert(self, col_name: str) -> Any:
        made: dict[str, Any] = self.datamodel.__dict__.setdefault("_converted_filters", {})
        if col_name not in made:
            column = self.datamodel.list_columns.get(col_name)
            unknown = column is not None and isinstance(column.type, sa.Time)
            made[col_name] = None if unknown else super().convert(col_name)
        return made[col_name]


class ScopedInterface(SQLAInterface):
    """SQLAInterface that never leaves the row scope; related interfaces (drop-downs) are of the same class."""

    filter_converter_class = FilterConverter
    eager: tuple[str, ...] = ()

    def apply_filters(self, query: Query[Any], filters: Any) -> Query[Any]:
        return super().apply_filters(self.scope(query), filters)

    def scope(self, query: Query[Any]) -> Query[Any]:
        """The query within the rows of the officer of this request."""
        return query.filter(visible(self.obj, current_officer()))

    def apply_all(self, query: Query[Any], filters: Any = None, *args: Any, **kwargs: Any) -> Query[Any]:
        """Rows with the relations that the screen prints, in the same statement."""
        loads = [joinedload(getattr(self.obj, name)) for name in self.eager if self.is_relation_many_to_one(name)]
        return super().apply_all(query.options(*loads), filters, *args, **kwargs)

    def query_count(self, query: Query[Any], filters: Any = None, select_columns: Any = None) -> int:
        """count(*) over the scoped rows, without wrapping the whole row in a sub-select."""
        counting = self.session.query(sa.func.count()).select_from(self.obj)
        return int(self._apply_inner_all(counting, filters, aliases_mapping={}).order_by(None).scalar() or 0)

    def apply_order_by(self, query: Query[Any], order_column: str, *args: Any, **kwargs: Any) -> Query[Any]:
        if not order_column:
            return query.order_by(self.get_pk().desc())
        return super().apply_order_by(query, order_column, *args, **kwargs)

    def get_related_obj(self, col_name: str, value: Any) -> Any:
        return self.get_related_interface(col_name).get(value)

    def add(self, item: Any, commit: bool = True) -> None:
        self._guarded(super().add, item, commit, KEMBAR)

    def edit(self, item: Any, commit: bool = True) -> None:
        self._guarded(super().edit, item, commit, KEMBAR)

    def delete(self, item: Any, commit: bool = True) -> None:
        self._guarded(super().delete, item, commit, MASIH_DIPAKAI)

    def _guarded(self, act: Callable[[Any, bool], None], item: Any, commit: bool, sentence: str) -> None:
        """Run a write; a failure is rolled back, logged and told in one Indonesian sentence."""
        try:
            act(item, commit)
        except Exception as failure:
            self.session.rollback()
            _told(failure, sentence)
            raise


def _told(failure: Exception, sentence: str) -> None:
    """Raise the office's own words for a failure of the database; anything else is left alone."""
    cause = failure.__cause__ if isinstance(failure, DatabaseException) else failure
    if isinstance(cause, StaleDataError):
        raise VersiBasi() from None
    if isinstance(cause, OperationalError):
        raise TidakTersedia() from None
    if isinstance(cause, IntegrityError):
        raise DatabaseException(sentence) from FABException(sentence)
    if isinstance(cause, SQLAlchemyError):
        log.error("database write failed: %s", type(cause).__name__)
        raise DatabaseException(GANGGUAN) from FABException(GANGGUAN)
