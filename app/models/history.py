"""Writes who and when, and the history of fields, in the same transaction as the change. Knows no web: the actor is in session.info."""

from typing import Any

from sqlalchemy import event, insert, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import get_history

from app.models.base import Stempel, sekarang
from app.models.events import PerubahanData, canon

PELAKU = "pelaku_id"
_SKIP = {"tampilan", "versi", "dibuat_pada", "dibuat_oleh_id", "diubah_pada", "diubah_oleh_id", "isi"}
# Tables whose fields have a history; papers and events are themselves history.
_TRACKED = {
    "perangkat_daerah",
    "pejabat",
    "anggota_tim",
    "peraturan",
    "pasal17",
    "hari_libur",
    "informasi_terbuka",
    "pengaturan",
    "penunjukan",
    "akar_terpercaya",
    "usulan",
    "butir_informasi",
    "dasar_pengecualian",
    "bagian_dikecualikan",
    "uji_konsekuensi",
    "berkas",
    "rapat",
    "arsip",
    "publikasi",
    "pemetaan_kolom",
    "penyimpanan_dokumen",
    "klasifikasi_arsip",
    "peminjaman_arsip",
    "penyusutan_arsip",
    "permohonan",
    "sengketa",
    "ab_user",
}
_SECRET = {"password", "last_login", "login_count", "fail_login_count", "changed_on", "created_on"}


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return value if isinstance(value, str) else canon(value) if isinstance(value, (dict, list, bool)) else str(value)


def _changes(session: Session, item: Any) -> list[dict[str, Any]]:
    rows = []
    for column in inspect(item).mapper.column_attrs:
        if column.key in _SKIP or column.key in _SECRET:
            continue
        history = get_history(item, column.key)
        if history.has_changes():
            old = history.deleted[0] if history.deleted else _kept(session, item, column)
            before, after = _text(old), _text(history.added[0] if history.added else None)
            if before != after:
                rows.append({"medan": column.key, "lama": before, "baru": after})
    return rows


def _kept(session: Session, item: Any, column: Any) -> Any:
    """The value that the database still holds, for a field that was written without having been read."""
    key, name = inspect(item).mapper.primary_key[0], column.columns[0]
    return session.execute(select(name).where(key == inspect(item).identity[0])).scalar()


@event.listens_for(Session, "before_flush")
def _stamp(session: Session, _context: Any, _instances: Any) -> None:
    actor = session.info.get(PELAKU)
    for item in session.new:
        if isinstance(item, Stempel):
            item.dibuat_oleh_id = item.dibuat_oleh_id or actor
            item.diubah_oleh_id = actor
    rows = []
    for item in session.dirty:
        changes = _changes(session, item) if session.is_modified(item, include_collections=False) else []
        if changes and isinstance(item, Stempel):
            item.diubah_oleh_id = actor
        if item.__tablename__ in _TRACKED:
            key = {"objek_jenis": item.__tablename__, "objek_id": item.id, "pelaku_id": actor, "waktu": sekarang()}
            rows += [key | change for change in changes]
    if rows:
        session.execute(insert(PerubahanData), rows)
