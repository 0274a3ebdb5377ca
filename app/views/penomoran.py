"""Numbers of papers on one page: the pattern of each kind with a live preview, reserved numbers, the report of gaps."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from flask import flash, jsonify, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.numbering import DICADANGKAN
from app.errors import IsianSalah, TidakBerwenang
from app.extensions import db
from app.law import settings
from app.security.manager import current_officer
from app.security.officer import ADMIN, Officer
from app.security.scope import visible
from app.sop import choices
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_NASKAH, Naskah
from app.steps import acuan, penomoran
from app.steps.officials import menjabat
from app.views.repair import clean_id

TOKEN = (
    ("{kode}", "kode klasifikasi arsip"),
    ("{urut}", "nomor urut tiga angka; {urut:1} tanpa nol di depan, {urut:4} empat angka"),
    ("{unit}", "kode unit"),
    ("{romawi}", "bulan dalam angka Romawi"),
    ("{tahun}", "tahun"),
    ("{sifat}", "B untuk Biasa, T untuk Terbatas"),
)


class Penomoran(BaseView):
    """Who reads the numbers reads this page; PPID Utama reserves, administrators choose patterns."""

    route_base = "/penomoran"
    default_view = "index"

    @expose("/")
    def index(self) -> Any:
        officer = _reader(current_officer())
        chosen = settings.semua(db.session)
        return self.render_template(
            "penomoran.html",
            title="Penomoran naskah",
            dapat_dicadangkan=penomoran.DAPAT_DICADANGKAN,
            pola=[_pattern(jenis, chosen) for jenis in penomoran.BERNOMOR],
            token=TOKEN,
            deret=penomoran.laporan(db.session) if officer.may("can_list", "NomorNaskah") else [],
            cadangan=_reserved(officer),
            label=LABEL_NASKAH,
            boleh_cadang=officer.may("can_add", "NomorNaskah"),
            boleh_batal=officer.may("can_edit", "NomorNaskah"),
            boleh_pola=self.appbuilder.sm.has_access("can_edit", "Pengaturan"),
            sumber=choices.SUMBER_NOMOR,
        )

    @expose("/pratinjau")
    def pratinjau(self) -> Any:
        """The number that a pattern would give next, or why it cannot."""
        _reader(current_officer())
        try:
            told = penomoran.pratinjau(db.session, _kind(request.args.get("jenis", "")), request.args.get("pola", ""))
        except IsianSalah as wrong:
            return jsonify({"galat": wrong.kekurangan[0].pesan if wrong.kekurangan else wrong.pesan})
        return jsonify({"nomor": told})

    @expose("/pola", methods=["POST"])
    def pola(self) -> Any:
        """Choose the pattern and the source of a kind."""
        officer = current_officer()
        if not self.appbuilder.sm.has_access("can_edit", "Pengaturan"):
            raise TidakBerwenang()
        jenis = _kind(request.form.get("jenis", ""))
        for kind, value in (("pola_nomor", request.form.get("pola")), ("sumber_nomor", request.form.get("sumber"))):
            _choose(officer, f"{kind}.{jenis}", value or "")
        flash("Susunan nomor disimpan; berlaku mulai naskah berikutnya.", "success")
        return redirect(url_for("Penomoran.index"))

    @expose("/cadangkan", methods=["POST"])
    def cadangkan(self) -> Any:
        number = penomoran.cadangkan(
            current_officer(), request.form.get("jenis", ""), keperluan=request.form.get("keperluan", "")
        )
        flash(f"Nomor {number} dicadangkan. Naskah berikutnya dari jenis ini memakainya.", "success")
        return redirect(url_for("Penomoran.index"))

    @expose("/<pk>/batalkan", methods=["POST"])
    def batalkan(self, pk: str) -> Any:
        penomoran.batalkan(current_officer(), clean_id(pk), alasan=request.form.get("alasan", ""))
        flash("Nomor dibatalkan; nomor itu tidak dipakai lagi.", "success")
        return redirect(url_for("Penomoran.index"))


class Penandatangan(BaseView):
    """Who may sign what on a day."""

    route_base = "/penandatangan"
    default_view = "index"

    @expose("/")
    def index(self) -> Any:
        officer = current_officer()
        if not officer.may("can_list", "Pejabat") and ADMIN not in officer.roles:
            raise TidakBerwenang()
        try:
            when = dt.date.fromisoformat(request.args.get("tanggal", ""))
        except ValueError:
            when = hari_ini_wib()
        p = m.Pejabat
        rows = list(db.session.scalars(sa.select(p).where(p.fungsi.is_not(None)).order_by(p.fungsi, p.mulai.desc())))
        return self.render_template(
            "penandatangan.html", title="Penandatangan naskah", tanggal_pilih=when, baris=_signers(rows, when)
        )


def _signers(rows: list[m.Pejabat], when: dt.date) -> list[dict[str, Any]]:
    """Paper by paper: the function that signs it, who holds it on the day, and what to mind."""
    told = []
    for jenis, rule in KETENTUAN.items():
        holders = [p for p in rows if p.fungsi == rule.fungsi and menjabat(p, when)]
        soon = [p for p in holders if p.selesai is not None and p.selesai <= when + dt.timedelta(days=30)]
        told.append(
            {
                "naskah": LABEL_NASKAH[jenis],
                "fungsi": choices.FUNGSI.get(rule.fungsi, rule.fungsi),
                "pejabat": holders,
                "kapasitas": choices.KAPASITAS,
                "segera": soon,
                "dari_akun": rule.fungsi not in {p.fungsi for p in rows}
                and rule.fungsi in ("petugas_data", "ketua_tim"),
            }
        )
    return told


def _reader(officer: Officer) -> Officer:
    if not officer.may("can_list", "NomorNaskah") and ADMIN not in officer.roles:
        raise TidakBerwenang()
    return officer


def _kind(jenis: str) -> Naskah:
    if jenis not in set(penomoran.BERNOMOR):
        raise IsianSalah([])
    return Naskah(jenis)


def _pattern(jenis: Naskah, chosen: dict[str, str]) -> dict[str, Any]:
    if penomoran.dari_luar(chosen, jenis):
        following = "dari buku agenda"
    elif jenis not in penomoran.DAPAT_DICADANGKAN:  # each agency has a series of its own
        following = "menurut deret perangkat daerah pengusul"
    else:
        following = penomoran.pratinjau(db.session, jenis, "")
    return {
        "jenis": jenis.value,
        "label": LABEL_NASKAH[jenis],
        "pola": chosen[f"pola_nomor.{jenis}"],
        "sumber": chosen[f"sumber_nomor.{jenis}"],
        "berikut": following,
    }


def _reserved(officer: Officer) -> list[m.NomorNaskah]:
    n = m.NomorNaskah
    return list(db.session.scalars(sa.select(n).where(n.status == DICADANGKAN, visible(n, officer)).order_by(n.id)))


def _choose(officer: Officer, key: str, value: str) -> None:
    """Write one office choice."""
    row = db.session.scalars(sa.select(m.Pengaturan).where(m.Pengaturan.kunci == key)).one_or_none()
    acuan.simpan(db.session, officer, row or m.Pengaturan(kunci=key), {"nilai": value})
