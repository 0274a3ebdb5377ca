"""What an administrator does to an account: switch it off and on, end its sessions, take its second factor off."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_appbuilder.security.decorators import has_access
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from app.errors import SidikError, TidakDitemukan
from app.extensions import db
from app.models import Pengguna
from app.models.base import JUDUL
from app.security import accounts, factor
from app.security.manager import current_officer
from app.security.officer import officer_of
from app.steps.acting import acting
from app.views.proof import fresh, proof_field
from app.views.repair import clean_id
from app.views.tugas import tugas_saya
from app.views.without_him import without_him

SENDIRI = "Untuk akun Anda sendiri, pakailah halaman Akun saya."


def account(pk: Any) -> Any:
    """The account of an address, or 404."""
    found = db.session.get(Pengguna, clean_id(pk))
    if found is None:
        raise TidakDitemukan()
    return found


def reason_form() -> Any:
    """A reason, and a proof of who one is when the last one is too old."""
    words = "Tercatat dalam riwayat akun. Contoh: pindah tugas mulai 1 Desember, nota dinas 800/12."
    alasan = TextAreaField("Alasan", [InputRequired("Tuliskan alasannya."), Length(max=JUDUL)], description=words)
    return type("FormAlasan", (DynamicForm,), {"alasan": alasan, **({} if fresh() else proof_field())})()


class TindakanAkun(BaseView):
    """Every page asks for a reason first; the act is a POST."""

    route_base = "/akun-pengguna"
    class_permission_name = "Pengguna"
    method_permission_name = dict.fromkeys(("nonaktifkan", "aktifkan", "akhiri_sesi", "lepas_faktor"), "edit")

    @expose("/<pk>/nonaktifkan", methods=["GET", "POST"])
    @has_access
    def nonaktifkan(self, pk: str) -> Any:
        """Switch off: with what waits for this person and for whom nobody else is there."""
        user = account(pk)
        if not user.active:
            return self._back(user, f"Akun {user.nama} sudah nonaktif.", "warning")
        waiting = tugas_saya(officer_of(db.session, user))["hitungan"]
        told = [f"{one.label}: {one.banyak}" for one in waiting]
        lines = [*without_him(user), *([f"Pekerjaan yang menunggu orang ini: {'; '.join(told)}."] if told else [])]
        return self._act(
            user,
            "Nonaktifkan akun",
            lines or ["Tidak ada pekerjaan yang menunggu orang ini saja."],
            "Orang ini tidak dapat masuk lagi, dan semua sesi serta tokennya berakhir saat ini juga. Riwayatnya tetap.",
            lambda work, who, reason: accounts.nonaktifkan(work, who, reason),
            "Akun {} sudah dinonaktifkan.",
        )

    @expose("/<pk>/aktifkan", methods=["POST"])
    @has_access
    def aktifkan(self, pk: str) -> Any:
        user = account(pk)
        if user.active:
            return self._back(user, f"Akun {user.nama} sudah aktif.", "warning")
        with acting(current_officer()) as work:
            accounts.aktifkan(work, user)
        return self._back(user, f"Akun {user.nama} sudah aktif lagi.", "success")

    @expose("/<pk>/akhiri-sesi", methods=["POST"])
    @has_access
    def akhiri_sesi(self, pk: str) -> Any:
        user = account(pk)
        if user.id == g.user.id:
            return self._back(user, SENDIRI, "warning")
        with acting(current_officer()) as work:
            accounts.akhiri_sesi(work, user)
        return self._back(user, f"Semua sesi dan token {user.nama} sudah diakhiri.", "success")

    @expose("/<pk>/lepas-faktor", methods=["GET", "POST"])
    @has_access
    def lepas_faktor(self, pk: str) -> Any:
        """Take the second factor of somebody off who lost the phone and the codes; never one's own."""
        user = account(pk)
        if user.id == g.user.id:
            return self._back(user, SENDIRI, "warning")
        if not factor.aktif(db.session, user.id):
            return self._back(user, f"{user.nama} tidak memakai verifikasi dua langkah.", "warning")
        return self._act(
            user,
            "Lepaskan verifikasi dua langkah",
            ["Pastikan dahulu bahwa ini benar orangnya: tatap muka atau telepon ke nomor yang Anda kenal."],
            "Ponsel lama dan semua kode pemulihan tidak berlaku lagi; semua sesi berakhir. Ia dapat memasang lagi sendiri.",
            lambda work, who, reason: factor.lepas(work, who, "faktor_atur_ulang", reason),
            "Verifikasi dua langkah {} sudah dilepaskan.",
        )

    def _act(self, user: Any, title: str, lines: list[str], effect: str, act: Any, told: str) -> Any:
        """Ask on GET; on POST do it, or show the refusal with the reason still there."""
        form, refused, status = reason_form(), "", 200
        if request.method == "POST":
            status = 422
            if form.validate():
                try:
                    with acting(current_officer()) as work:
                        act(work, user, form.alasan.data.strip())
                    return self._back(user, told.format(user.nama), "success")
                except SidikError as refusal:
                    refused, status = refusal.pesan, refusal.status
        page = self.render_template(
            "akun_tindakan.html", title=title, orang=user, baris=lines, akibat=effect, form=form, tolak=refused
        )
        return page, status

    def _back(self, user: Any, message: str, kind: str) -> Any:
        flash(message, kind)
        return redirect(url_for("PenggunaView.show", pk=user.id))
