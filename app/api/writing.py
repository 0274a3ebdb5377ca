"""Which owner function writes which resource. No row is made or changed here: owners check the case, the person and the law."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.extensions import db
from app.security.officer import Officer
from app.steps import acuan

Nilai = dict[str, Any]


def _acuan_baru(model: Any, officer: Officer, values: Nilai) -> int:
    return int(acuan.simpan(db.session, officer, model(), values).id)


def _acuan_ubah(row: Any, officer: Officer, values: Nilai, _versi: int | None) -> None:
    acuan.simpan(db.session, officer, row, values)


def _acuan_hapus(row: Any, officer: Officer) -> None:
    acuan.hapus(db.session, officer, row)


TAMBAH: dict[str, Callable[[Any, Officer, Nilai], int]] = {}
UBAH: dict[str, Callable[[Any, Officer, Nilai, int | None], None]] = {}
HAPUS: dict[str, Callable[[Any, Officer], None]] = {}


def tambah(nama: str) -> Callable[[Any, Officer, Nilai], int]:
    """The owner that makes a new row of a resource; answers its id."""
    return TAMBAH.get(nama, _acuan_baru)


def ubah(nama: str) -> Callable[[Any, Officer, Nilai, int | None], None]:
    """The owner that changes a row of a resource."""
    return UBAH.get(nama, _acuan_ubah)


def hapus(nama: str) -> Callable[[Any, Officer], None]:
    """The owner that removes a row of a resource."""
    return HAPUS.get(nama, _acuan_hapus)
