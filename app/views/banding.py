"""Two butir side by side: what they share and where they differ, with the way to merge one into the other."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask_appbuilder import expose

from app import models as m
from app.errors import TidakDitemukan
from app.extensions import db
from app.law.similarity import kemiripan
from app.law.wording import normal
from app.models.butir import uji_kini
from app.security.scope import find
from app.sop import choices
from app.sop.words import LABEL_STATUS, StatusButir
from app.steps.cases import kesimpulan
from app.steps.uji import ISIAN
from app.views.butir_words import dasar_kata, hasil_kata, jangka
from app.views.labels import LABEL
from app.views.pages import CasePage
from app.views.repair import clean_id

ISI = ("uraian", "uraian_publik", "dokumen_induk", "penguasa", "penanggung_jawab", "bagian")
UJI = tuple(name for name in ISIAN if name != "alasan_peringatan")


class Banding(CasePage):
    """For whoever sees both rows."""

    route_base = "/banding"
    izin = ("can_show", "ButirInformasi")
    model = m.ButirInformasi

    @expose("/<pk>/<lain>")
    def index(self, pk: str, lain: str) -> Any:
        officer, left = self.opened(pk)
        right = find(db.session, m.ButirInformasi, clean_id(lain), officer)
        if right is None or right.id == left.id:
            raise TidakDitemukan()
        rows = [(name, one, other, normal(one) == normal(other)) for name, one, other in _rows(left, right)]
        return self.render_template(
            "banding.html",
            title=f"Bandingkan {left.kode} dan {right.kode}",
            kiri=left,
            kanan=right,
            baris=rows,
            mirip=round(100 * kemiripan(left.uraian, right.uraian)),
            bertentangan=_bertentangan(left, right),
            gabung=_gabung(left, right) if officer.may("can_gabung", "ButirInformasi") else [],
        )


def _rows(left: m.ButirInformasi, right: m.ButirInformasi) -> list[tuple[str, str, str]]:
    both = [_shown(left), _shown(right)]
    return [(name, both[0][name], both[1][name]) for name in both[0] if both[0][name] or both[1][name]]


def _shown(butir: m.ButirInformasi) -> dict[str, str]:
    test = uji_kini(butir)
    shown = {"Perangkat daerah": butir.usulan.perangkat_daerah.nama}
    shown |= {LABEL[name]: getattr(butir, name) or "" for name in ISI}
    shown[LABEL["cakupan"]] = choices.CAKUPAN.get(butir.cakupan or "", "")
    shown["Dasar hukum"] = dasar_kata(butir)
    shown["Jangka waktu"] = jangka(butir)
    shown |= {LABEL[name]: getattr(test, name, None) or "" for name in UJI}
    shown[LABEL["kesimpulan"]] = choices.KESIMPULAN.get(kesimpulan(butir) or "", "")
    shown["Hasil"] = hasil_kata(butir)
    shown["Status"] = LABEL_STATUS.get(butir.status, butir.status)
    return shown


def _bertentangan(left: m.ButirInformasi, right: m.ButirInformasi) -> bool:
    """One is (to be) open, the other closed."""
    said = {_arah(left), _arah(right)}
    return said == {"terbuka", "tertutup"}


def _arah(butir: m.ButirInformasi) -> str:
    outcome = butir.keputusan or kesimpulan(butir)
    if butir.status == StatusButir.TERBUKA or outcome in ("terbuka", "tidak_disetujui"):
        return "terbuka"
    return "tertutup" if outcome in choices.DIKECUALIKAN else ""


def _gabung(left: m.ButirInformasi, right: m.ButirInformasi) -> list[tuple[str, str]]:
    """(words, address) of the two mergers, where both still stand in one berkas."""
    together = left.berkas_id is not None and left.berkas_id == right.berkas_id
    if not together or {left.status, right.status} != {StatusButir.DIHIMPUN.value}:
        return []
    return [
        (
            f"Gabungkan {one.kode} ke {other.kode}",
            url_for("ButirView.tindakan", pk=one.id, verb="gabung", ke=other.id),
        )
        for one, other in ((left, right), (right, left))
    ]
