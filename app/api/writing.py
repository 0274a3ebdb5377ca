"""Which owner function writes which resource. No row is made or changed here: owners check the case, the person and the law."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app import models as m
from app.errors import Terkunci
from app.extensions import db, writing
from app.models.base import Base
from app.models.butir import uji_kini
from app.models.history import PELAKU
from app.register.situs.umumkan import siarkan, tarik
from app.security.officer import Officer
from app.steps import acuan, butir_baru, sunting
from app.steps.arsip import simpan_arsip
from app.steps.pendapat import simpan_pendapat
from app.steps.rapat import simpan_rapat
from app.steps.uji import simpan_uji

Nilai = dict[str, Any]
LAMPAU = "Ini putaran yang sudah lewat dan tetap seperti waktu itu. Ubahlah yang berlaku pada putaran sekarang."


def _polos(values: Nilai) -> Nilai:
    """Rows as their ids: owners open rows themselves, locked."""
    return {name: value.id if isinstance(value, Base) else value for name, value in values.items()}


# --- master data ---------------------------------------------------------------------------------------
def _acuan_baru(model: Any, officer: Officer, values: Nilai) -> int:
    return int(acuan.simpan(db.session, officer, model(), values).id)


def _acuan_ubah(row: Any, officer: Officer, values: Nilai, _versi: int | None) -> None:
    acuan.simpan(db.session, officer, row, values)


def _acuan_hapus(row: Any, officer: Officer) -> None:
    acuan.hapus(db.session, officer, row)


# --- proposals -----------------------------------------------------------------------------------------
def _lahir(owner: Callable[..., Any]) -> Callable[[Any, Officer, Nilai], int]:
    """An owner that leaves the commit to its caller."""

    def make(_model: Any, officer: Officer, values: Nilai) -> int:
        sent = _polos(values)
        with writing() as session:
            session.info[PELAKU] = officer.id
            return int(owner(session, officer, sent).id)

    return make


def _berubah(model: Any, change: Callable[..., Any]) -> Callable[[Any, Officer, Nilai, int | None], None]:
    """The same for a change: the row is read again within the fresh transaction."""

    def put(row: Any, officer: Officer, values: Nilai, versi: int | None) -> None:
        ident, sent = row.id, _polos(values)
        with writing() as session:
            session.info[PELAKU] = officer.id
            change(session, officer, sunting.baris(session, model, ident, officer), sent, versi)

    return put


def _dasar(session: Any, officer: Officer, row: Any, sent: Nilai, _versi: int | None) -> None:
    butir_baru.simpan_dasar(session, officer, sent, row)


def _hapus(row: Any, officer: Officer) -> None:
    sunting.hapus(officer, type(row), row.id)


# --- examination, opinions, papers ---------------------------------------------------------------------
def _uji_baru(_model: Any, officer: Officer, values: Nilai) -> int:
    sent = _polos(values)
    return simpan_uji(officer, sent.pop("butir"), sent)


def _uji_ubah(row: m.UjiKonsekuensi, officer: Officer, values: Nilai, versi: int | None) -> None:
    if uji_kini(row.butir) is not row:
        raise Terkunci(LAMPAU, versi=row.versi)
    simpan_uji(officer, row.butir_id, values, version=versi)


def _pendapat_ubah(row: m.Pendapat, officer: Officer, values: Nilai, _versi: int | None) -> None:
    berkas = row.butir.berkas
    if row.dicabut or berkas is None or row.putaran != berkas.putaran:
        raise Terkunci(LAMPAU)
    kept = ("sikap", "alasan_uu", "alasan_kepatutan", "alasan_kepentingan_umum")
    now = {name: getattr(row, name) for name in kept} | {"butir": row.butir_id, "anggota": row.anggota_id}
    simpan_pendapat(officer, [now | values])


def _arsip_ubah(row: m.Arsip, officer: Officer, values: Nilai, _versi: int | None) -> None:
    simpan_arsip(officer, [{"naskah": row.naskah_id, **values}])


def _publikasi_ubah(row: m.Publikasi, officer: Officer, values: Nilai, _versi: int | None) -> None:
    if row.dicabut_pada is not None:
        raise Terkunci("Publikasi ini sudah dicabut. Publikasikan lagi bila perlu.")
    if values.get("alasan_cabut"):
        tarik(officer, row.id, values["alasan_cabut"])
        return
    now = {name: getattr(row, name) for name in ("saluran", "url", "judul", "bukti")}
    siarkan(officer, now | {"naskah": row.naskah_id, "perangkat_daerah": row.perangkat_daerah_id} | values)


def _rapat_ubah(row: m.Rapat, officer: Officer, values: Nilai, _versi: int | None) -> None:
    simpan_rapat(officer, _polos(values), ident=row.id)


def _berkas_ubah(row: m.Berkas, officer: Officer, values: Nilai, versi: int | None) -> None:
    sunting.ubah_berkas(officer, row.id, values, versi=versi)


TAMBAH: dict[str, Callable[[Any, Officer, Nilai], int]] = {
    "usulan": _lahir(butir_baru.buat_usulan),
    "butir": _lahir(butir_baru.buat_butir),
    "dasar_pengecualian": _lahir(butir_baru.simpan_dasar),
    "uji_konsekuensi": _uji_baru,
    "rapat": lambda _model, officer, values: simpan_rapat(officer, _polos(values)),
    "pendapat": lambda _model, officer, values: simpan_pendapat(officer, [_polos(values)])[0],
    "publikasi": lambda _model, officer, values: siarkan(officer, _polos(values)),
    "arsip": lambda _model, officer, values: simpan_arsip(officer, [_polos(values)])[0],
}
UBAH: dict[str, Callable[[Any, Officer, Nilai, int | None], None]] = {
    "usulan": _berubah(m.Usulan, lambda s, o, row, sent, versi: butir_baru.ubah_usulan(s, o, row, sent, versi=versi)),
    "butir": _berubah(
        m.ButirInformasi, lambda s, o, row, sent, versi: butir_baru.ubah_butir(s, o, row, sent, versi=versi)
    ),
    "dasar_pengecualian": _berubah(m.DasarPengecualian, _dasar),
    "uji_konsekuensi": _uji_ubah,
    "berkas": _berkas_ubah,
    "rapat": _rapat_ubah,
    "pendapat": _pendapat_ubah,
    "publikasi": _publikasi_ubah,
    "arsip": _arsip_ubah,
}
HAPUS: dict[str, Callable[[Any, Officer], None]] = dict.fromkeys(("usulan", "butir", "dasar_pengecualian"), _hapus)
for _nama in ("perangkat_daerah", "pejabat", "anggota_tim", "peraturan", "pasal17", "hari_libur", "pengaturan"):
    TAMBAH[_nama], UBAH[_nama], HAPUS[_nama] = _acuan_baru, _acuan_ubah, _acuan_hapus
