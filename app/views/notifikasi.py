"""The inbox of each person, his choices, and what the administrator sees of the messages that left. Works without a script."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import current_app, flash, g, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app import models as m
from app.errors import SidikError
from app.extensions import db
from app.security.manager import current_officer
from app.sop import choices
from app.sop.notifikasi import ALAMAT, MENURUT_KODE
from app.steps import pilihan_notifikasi as milik
from app.steps.pesan_keluar import SIMPAN
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.repair import clean_id
from app.views.search import Pencarian

SEHALAMAN = 25
N = m.Notifikasi


class Notifikasi(BaseView):
    """What I was told, newest first."""

    route_base = "/notifikasi"
    default_view = "index"

    @expose("/")
    def index(self) -> Any:
        officer, all_ = current_officer(), "semua" in request.args
        query = sa.select(N).where(N.pengguna_id == officer.id).order_by(N.id.desc()).limit(SEHALAMAN + 1)
        before = request.args.get("sebelum", "")
        if before.isdecimal() and len(before) < 10:
            query = query.where(N.id < int(before))
        rows = list(db.session.scalars(query if all_ else query.where(N.dibaca_pada.is_(None))))
        return self.render_template(
            "notifikasi.html",
            title="Pemberitahuan",
            baris=[(row, MENURUT_KODE[row.hal]) for row in rows[:SEHALAMAN]],
            lanjut=rows[SEHALAMAN - 1].id if len(rows) > SEHALAMAN else None,
            semua=all_,
            lama=SIMPAN.days,
        )

    @expose("/buka/<pk>")
    def buka(self, pk: str) -> Any:
        """Open the record; that is reading the news. Only the person's own row is ever touched."""
        officer = current_officer()
        row = milik.milik(db.session, officer, clean_id(pk))
        target = ALAMAT[row.objek_jenis].format(row.objek_id)
        if row.dibaca_pada is None:
            milik.baca(officer, [row.id])
        return redirect(target)

    @expose("/baca", methods=["POST"])
    def baca(self) -> Any:
        """Mark one (`id`) or all as read."""
        officer, ident = current_officer(), request.form.get("id", "")
        number = milik.baca(officer, [clean_id(ident)] if ident else None)
        flash("Sudah ditandai dibaca." if ident else f"{number} pemberitahuan ditandai dibaca.", "success")
        return redirect(url_for("Notifikasi.index"))

    # --- choices -----------------------------------------------------------------------------------
    @expose("/pilihan", methods=["GET", "POST"])
    def pilihan(self) -> Any:
        officer = current_officer()
        if request.method == "POST":
            return self._act(lambda: milik.simpan_pilihan(officer, request.form.get("cara", "")), "Pilihan disimpan.")
        return self._choices()

    def _choices(self, kalender: str = "") -> Any:
        row, user = milik.pilihan(db.session, current_officer()), g.user
        return self.render_template(
            "notifikasi_pilihan.html",
            title="Pilihan pemberitahuan",
            pilihan=row,
            alamat=user.email,
            sah=row.alamat == user.email,
            server=bool(current_app.config["SIDIK_MAIL_URL"]),
            belum_ada_server=milik.BELUM_ADA_SERVER,
            cara=choices.CARA_SUREL,
            kalender=kalender,
        )

    @expose("/surel", methods=["POST"])
    def surel(self) -> Any:
        """Ask for the mail that confirms the address."""
        officer = current_officer()
        told = f"Surel konfirmasi dikirim ke {g.user.email}. Buka tautan di dalamnya, paling lama 24 jam lagi."
        return self._act(lambda: milik.minta_konfirmasi(officer), told)

    @expose("/konfirmasi/<kata>", methods=["GET", "POST"])
    def konfirmasi(self, kata: str) -> Any:
        """Where the mail leads; a button confirms, so that a scanner of links does not."""
        officer = current_officer()
        if request.method == "POST":
            return self._act(lambda: milik.konfirmasi(officer, kata), "Alamat surel Anda sudah dikonfirmasi.")
        good = milik.cocok(db.session, officer, kata)
        page = self.render_template("notifikasi_konfirmasi.html", title="Konfirmasi alamat surel", sah=good)
        return page, 200 if good else 422

    @expose("/kalender", methods=["POST"])
    def kalender(self) -> Any:
        """Make the calendar's secret address, or (`tutup`) end it. It is shown once, on the answer."""
        officer = current_officer()
        if "tutup" in request.form:
            return self._act(lambda: milik.tutup_kalender(officer), "Alamat kalender sudah tidak berlaku.")
        word = milik.buka_kalender(officer)
        return self._choices(f"{current_app.config['SIDIK_PUBLIC_URL']}{url_for('Kalender.umpan', kata=word)}")

    def _act(self, act: Any, told: str) -> Any:
        try:
            act()
            flash(told, "success")
        except SidikError as refusal:
            lacking = " ".join(k.pesan for k in getattr(refusal, "kekurangan", []))
            flash(f"{lacking or refusal.pesan}", "danger")
        return redirect(url_for("Notifikasi.pilihan"))


class PesanKeluarView(SafeModelView):
    """For the administrator: to whom a mail went, and which one was refused. What it said stands nowhere."""

    datamodel = ScopedInterface(m.PesanKeluar)
    route_base = "/pesan-keluar"
    class_permission_name = "PesanKeluar"
    base_permissions = ["can_list", "can_show"]
    list_title = "Surel dan pesan keluar"
    intro = (
        "Surel yang ditolak tidak dikirim lagi: periksa alamat pengguna, lalu minta ia mengonfirmasinya. "
        "Yang tertunda dicoba lagi oleh Pekerjaan latar."
    )
    list_columns = ["jenis", "pengguna", "status", "percobaan", "galat", "dibuat_pada", "selesai_pada"]
    order_columns = ["jenis", "status", "dibuat_pada", "selesai_pada"]
    base_order = ("id", "desc")
    show_columns = [*list_columns, "kelompok"]
    label_columns = {
        "jenis": "Jenis",
        "pengguna": "Penerima",
        "percobaan": "Percobaan",
        "galat": "Galat",
        "dibuat_pada": "Dibuat",
        "selesai_pada": "Selesai",
        "kelompok": "Kelompok",
    }
    words = {"jenis": choices.JENIS_PESAN, "status": choices.STATUS_PESAN}
    pencarian = Pencarian(
        ("galat", "kelompok"),
        {"status": ("Status", choices.STATUS_PESAN), "jenis": ("Jenis", choices.JENIS_PESAN)},
    )
    empty = "Belum ada surel atau pesan yang dikirim."
