"""Moves over REST: what the caller may do with a case now, and doing it. Every act goes through the one door."""

from __future__ import annotations

import time
from typing import Any

from flask import Response
from flask_appbuilder.api import expose
from flask_appbuilder.security.decorators import permission_name, protect

from app import models as m
from app.api import filling
from app.api.base import nomor, tubuh
from app.api.fields import Medan
from app.errors import BuktiDiperlukan, SidikError, StatusBerubah, TidakBerwenang, TidakDitemukan, VersiBasi
from app.extensions import db
from app.models.base import JUDUL, KODE, NAMA, TEKS
from app.security import factor
from app.security.manager import current_officer, proven_at
from app.security.officer import Officer
from app.security.policy import kebijakan
from app.security.scope import find
from app.sop import choices
from app.sop.moves import Langkah
from app.sop.reading import SUMBER_DAYA, cari
from app.steps.available import tindakan
from app.steps.move import MODEL
from app.steps.perform import perform

CATATAN = Medan("catatan", "catatan", "teks", maks=TEKS, baris=False)
VERSI = Medan("versi", "versi", "bilangan", wajib=True, kosong=False)
OPERASI = Medan("operasi", "operasi", "uuid", maks=36)
KODE_BUKTI = Medan("kode", "kode", "teks", maks=KODE)
SETIAP = (VERSI, CATATAN, OPERASI, KODE_BUKTI)
DIJAWAB = ("verb", "label", "boleh", "alasan", "perlu_catatan")
BERKAS = Medan("berkas", "berkas_id", "id", model=m.Berkas)
_KEPUTUSAN = Medan(
    "keputusan", "keputusan", "teks", wajib=True, kosong=False, maks=40, pilihan=tuple(choices.KEPUTUSAN)
)
_ALASAN = Medan("alasan", "alasan_berbeda", "teks", maks=TEKS, baris=False)
# What a verb takes beside versi, catatan, operasi and kode. A row is named by its id; the door opens it itself, locked.
BEKAL: dict[tuple[str, str], tuple[Medan, ...]] = {
    ("usulan", "himpun"): (BERKAS, Medan("judul", "judul", "teks", maks=JUDUL)),
    ("butir", "himpun_kembali"): (BERKAS,),
    ("butir", "gabung"): (Medan("ke", "digabung_ke_id", "id", kosong=False, model=m.ButirInformasi),),
    ("berkas", "setujui"): (
        Medan("tanggal", "tanggal", "tanggal"),
        Medan("nomor_surat", "nomor_surat", "teks", maks=NAMA),
        Medan("lingkup", "lingkup", "teks", maks=KODE, pilihan=tuple(choices.LINGKUP_PERSETUJUAN)),
    ),
    ("berkas", "tetapkan"): (
        Medan("penandatangan", "penandatangan_id", "id", model=m.Pejabat),
        Medan("tanggal", "tanggal", "tanggal"),
        Medan("keputusan", "keputusan", "peta", isi=(_KEPUTUSAN, _ALASAN)),
    ),
    ("berkas", "kaji_ulang"): (Medan("butir", "butir", "daftar_id", model=m.ButirInformasi),),
}


def bekal(kind: str, verb: str) -> tuple[Medan, ...]:
    """The fields of the body of one verb."""
    return (*SETIAP, *BEKAL.get((kind, verb), ()))


class Bertindak:
    """GET …/tindakan for everything that can be moved."""

    sumber: Any

    @expose("/<nomor:pk>/tindakan", methods=["GET"])
    @protect()
    @permission_name("get")
    def daftar_tindakan(self, pk: int) -> Response:
        """The verbs that the caller's roles have, and why not now where not."""
        officer = current_officer()
        case = find(db.session, self.sumber.model, nomor(pk), officer)
        if case is None:
            raise TidakDitemukan()
        told = tindakan(self.sumber.kind, case, officer)
        return self.response(200, result=[{name: row[name] for name in DIJAWAB} for row in told])  # type: ignore[attr-defined]


class Bergerak(Bertindak):
    """POST …/tindakan/<verb> for what the door moves."""

    @expose("/<nomor:pk>/tindakan/<verb>", methods=["POST"])
    @protect()
    @permission_name("get")
    def bertindak(self, pk: int, verb: str) -> Response:
        """Perform a verb: permission, rows, replay, version, status, person, completeness, in that order."""
        kind, officer = self.sumber.kind, current_officer()
        row = cari(kind, verb)
        if row is None:
            raise TidakDitemukan("Tindakan ini tidak dikenal. Lihat daftar tindakan pada …/tindakan.")
        if not officer.may(f"can_{verb}", SUMBER_DAYA[kind]):
            raise TidakBerwenang()
        sent = _kiriman(kind, row, nomor(pk), officer)
        _buktikan(verb, officer, sent.pop("kode", None) or "")
        outcome = perform(
            kind,
            nomor(pk),
            verb,
            officer=officer,
            version=sent.pop("versi", None),
            note=sent.pop("catatan", None) or "",
            operation=sent.pop("operasi", None),
            data=sent,
        )
        return self.response(200, result=outcome.as_dict())  # type: ignore[attr-defined]


def _buktikan(verb: str, officer: Officer, code: str) -> None:
    """Whoever has a second factor gives a code again for a move that asks for one, when that of the login is too old."""
    rule = kebijakan(db.session)
    if verb not in rule.langkah or time.time() - proven_at() <= rule.umur.total_seconds():
        return
    if factor.aktif(db.session, officer.id):
        sentence = factor.salah(officer.id, code) if code else BuktiDiperlukan.pesan
        if sentence:
            raise BuktiDiperlukan(sentence)


def _kiriman(kind: str, row: Langkah, ident: int, officer: Officer) -> dict[str, Any]:
    """The checked body. A body that is wrong is told after the refusals that come before it."""
    body: dict[str, Any] = {}
    try:
        body = tubuh()
        return filling.isi(bekal(kind, row.verb), body, session=db.session, officer=officer, baru=True)
    except SidikError:
        case = find(db.session, MODEL[kind], ident, officer)
        if case is None:
            raise TidakDitemukan() from None
        seen, now = body.get("versi"), {"status": case.status, "versi": case.versi}
        if type(seen) is int and seen != case.versi:
            raise VersiBasi(None, **now) from None
        if case.status not in row.dari:
            raise StatusBerubah(None, **now) from None
        raise
