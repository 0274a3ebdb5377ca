"""One's own second factor: enrolling by QR and a first code, recovery codes shown once, new codes, taking it off."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import segno
from flask import flash, g, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm

from app.errors import IsianSalah
from app.extensions import db
from app.models import Kredensial
from app.models.account_history import catat_akun
from app.security import factor
from app.security.manager import current_officer, prove
from app.security.policy import kebijakan
from app.steps.acting import acting
from app.views.accounts import FormKode, logged_in
from app.views.proof import done, fresh, proof_field, stay

DIWAJIBKAN = "Peran Anda mewajibkan verifikasi dua langkah, jadi tidak dapat dilepaskan. Untuk ganti ponsel, hubungi administrator."


class FaktorKedua(BaseView):
    """Needs a login, no permission: everybody looks after his own."""

    route_base = "/akun/dua-langkah"
    default_view = "index"

    @expose("/", methods=["GET", "POST"])
    def index(self) -> Any:
        """Where one stands; a POST begins the enrolment, after a fresh proof."""
        user = logged_in()
        form_class: Any = type("FormMulai", (DynamicForm,), {} if fresh() else proof_field())
        form = form_class()
        if request.method == "POST" and form.validate():
            with acting(current_officer()) as work:
                factor.mulai(work, g.user)
            return redirect(url_for("FaktorKedua.pasang"))
        page = self.render_template(
            "faktor.html",
            title="Verifikasi dua langkah",
            form=form,
            kredensial=db.session.get(Kredensial, user.id),
            sisa=factor.sisa_kode(db.session, user.id),
            wajib=required(self.appbuilder.sm, user),
        )
        return page, 422 if request.method == "POST" else 200

    @expose("/pasang", methods=["GET", "POST"])
    def pasang(self) -> Any:
        """The QR, and the first code that confirms it; then the recovery codes, once."""
        user, form = logged_in(), FormKode()
        rahasia = factor.tertunda(db.session, user)
        if rahasia is None:
            return redirect(url_for("FaktorKedua.index"))
        if request.method == "POST" and form.validate():
            try:
                with acting(current_officer()) as work:
                    codes = factor.pasang(work, g.user, form.kode.data)
                return self._codes(codes, "Verifikasi dua langkah sudah terpasang", enrolled=True)
            except IsianSalah as refusal:
                form.kode.errors = [refusal.kekurangan[0].pesan]
        address = factor.alamat(rahasia, g.user.username)
        page = self.render_template(
            "faktor_pasang.html",
            title="Pasang verifikasi dua langkah",
            form=form,
            qr=segno.make(address, error="m").svg_data_uri(scale=5, border=4, light="#fff"),
            rahasia=" ".join(rahasia[i : i + 4] for i in range(0, len(rahasia), 4)),
        )
        return page, 422 if request.method == "POST" else 200

    @expose("/kode-pemulihan", methods=["GET", "POST"])
    def kode_pemulihan(self) -> Any:
        """Ten new recovery codes in place of the old ones, for a code of the phone."""
        user, form = logged_in(), FormKode()
        if not factor.aktif(db.session, user.id):
            return redirect(url_for("FaktorKedua.index"))
        if request.method == "POST" and self._proven(form):
            with acting(current_officer()) as work:
                codes = factor.kode_baru(work, g.user.id)
                catat_akun(work, "kode_baru", g.user)
            return self._codes(codes, "Kode pemulihan baru")
        return self._ask(form, "Buat kode pemulihan baru", "Sepuluh kode yang lama langsung tidak berlaku lagi.")

    @expose("/lepas", methods=["GET", "POST"])
    def lepas(self) -> Any:
        """Take it off, for a code of the phone; not while a role demands it."""
        user, form = logged_in(), FormKode()
        if not factor.aktif(db.session, user.id) or required(self.appbuilder.sm, user):
            if factor.aktif(db.session, user.id):
                flash(DIWAJIBKAN, "warning")
            return redirect(url_for("FaktorKedua.index"))
        if request.method == "POST" and self._proven(form):
            with acting(current_officer()) as work:
                factor.lepas(work, g.user, "faktor_lepas")
            stay(g.user)
            flash("Verifikasi dua langkah sudah dilepaskan. Akun Anda kini hanya dijaga kata sandi.", "warning")
            return redirect(url_for("FaktorKedua.index"))
        return self._ask(form, "Lepaskan verifikasi dua langkah", "Sesudah ini, kata sandi saja cukup untuk masuk.")

    def _proven(self, form: FormKode) -> bool:
        """Whether the code of the form is right; told at the field when it is not."""
        if not form.validate():
            return False
        sentence = factor.salah(g.user.id, form.kode.data)
        form.kode.errors = [sentence] if sentence else []
        return not sentence

    def _ask(self, form: FormKode, title: str, words: str) -> Any:
        page = self.render_template("faktor_kode.html", title=title, form=form, kata=words)
        return page, 422 if request.method == "POST" else 200

    def _codes(self, codes: list[str], title: str, *, enrolled: bool = False) -> Any:
        """The recovery codes: on this page and nowhere else."""
        if enrolled:
            stay(g.user)
            prove()
            done("faktor")
        text = (
            f"SIDIK - kode pemulihan untuk {g.user.username}\nSetiap kode berlaku satu kali.\n\n"
            + "\n".join(codes)
            + "\n"
        )
        return self.render_template(
            "kode_pemulihan.html", title=title, kode=codes, file="data:text/plain;charset=utf-8," + quote(text)
        )


def required(sm: Any, user: Any) -> bool:
    """Whether one of the person's roles demands a second factor."""
    return bool(kebijakan(db.session).peran & sm.standing(user)[0])
