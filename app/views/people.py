"""People, roles, groups and permissions: FAB's security screens rebuilt on SafeModelView, in Indonesian."""

from __future__ import annotations

import secrets
from typing import Any

import sqlalchemy as sa
from flask_appbuilder.models.sqla.filters import FilterNotEqual
from flask_appbuilder.security.sqla.models import (
    Group,
    Permission,
    PermissionView,
    Role,
    ViewMenu,
)
from sqlalchemy.exc import IntegrityError

from app.errors import IsianSalah, Kekurangan, Terkunci
from app.extensions import db
from app.models import Pengguna, Penunjukan, RiwayatAkun
from app.models.account_history import catat_akun
from app.security import accounts, factor
from app.security.manager import current_officer
from app.security.officer import ADMIN, Officer
from app.security.roles import moves
from app.sop.choices import TINDAKAN_AKUN
from app.sop.words import Pelaksana
from app.steps.acting import acting
from app.views.base import SafeModelView
from app.views.device_words import devices
from app.views.grants import izin_kata
from app.views.interface import OpenInterface, ScopedInterface
from app.views.search import Pencarian

BAWAAN = frozenset({ADMIN, "Public", *(role.value for role in Pelaksana)})


class PenggunaView(SafeModelView):
    """Accounts. Nobody is deleted: an account is made inactive, so that the log keeps its names."""

    datamodel = OpenInterface(Pengguna)
    route_base = "/pengguna"
    class_permission_name = "Pengguna"
    dibuktikan = True
    base_permissions = ["can_list", "can_show", "can_add", "can_edit"]
    list_title, show_title, add_title, edit_title = "Pengguna", "Pengguna", "Undang pengguna", "Ubah pengguna"
    list_columns = ["nama", "username", "perangkat_daerah", "jabatan", "roles", "active"]
    order_columns = ["username", "active"]
    show_columns = [
        "username",
        "first_name",
        "last_name",
        "email",
        "nip",
        "jabatan",
        "perangkat_daerah",
        "roles",
        "active",
        "last_login",
        "login_count",
        "fail_login_count",
        "created_on",
        "changed_on",
    ]
    label_columns = {"created_on": "Dibuat pada", "changed_on": "Diubah pada"}
    add_columns = edit_columns = [
        "first_name",
        "last_name",
        "username",
        "email",
        "nip",
        "jabatan",
        "perangkat_daerah",
        "roles",
    ]
    add_form_query_rel_fields = {"roles": [["name", FilterNotEqual, "Public"]]}
    edit_form_query_rel_fields = add_form_query_rel_fields
    description_columns = {
        "perangkat_daerah": "Pengguna tanpa perangkat daerah tidak melihat usulan perangkat daerah mana pun.",
        "roles": "Peran SOP menentukan tindakan dan baris yang terlihat. Admin tidak menggerakkan berkas.",
        "username": "Dipakai untuk masuk. Contoh: pelaksana.dinkes.",
    }
    pencarian = Pencarian(
        ("username", "first_name", "last_name", "jabatan", "perangkat_daerah.singkatan"),
        {"active": ("Aktif", {"1": "Aktif", "0": "Nonaktif"})},
        "nama, jabatan, atau perangkat daerah",
    )
    show_template = "pengguna.html"

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        """An account that nobody can open until its person has set a password by a link."""
        closed = accounts.sandi_tersimpan(secrets.token_urlsafe(32))
        ident = super().create(officer, {**values, "password": closed, "active": False})
        with acting(officer) as work:
            catat_akun(work, "buat", work.get_one(Pengguna, ident))
        return ident

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        """The last administrator keeps his role; a change of somebody else's account ends his sessions."""
        stays = any(role.name == ADMIN for role in values["roles"])
        if not stays and accounts.satu_satunya_admin(db.session, item.id):
            raise Terkunci(accounts.ADMIN_TERAKHIR)
        if item.id != officer.id:
            values = {**values, "cap_sesi": item.cap_sesi + 1}
        try:
            super().change(officer, item, values, versi)
        except IntegrityError as refused:
            raise accounts.admin_terakhir(refused) from refused

    def show_context(self, item: Any) -> dict[str, Any]:
        r = RiwayatAkun
        told = sa.select(r).where(r.objek_jenis == "pengguna", r.objek_id == item.id).order_by(r.id.desc()).limit(50)
        return {
            "faktor": factor.aktif(db.session, item.id),
            "ganti": accounts.wajib_ganti(db.session, item),
            "tautan": accounts.menunggu(db.session, item),
            "perangkat": devices(item),
            "riwayat": list(db.session.scalars(told)),
            "sendiri": item.id == current_officer().id,
            "TINDAKAN_AKUN": TINDAKAN_AKUN,
        }


class PenunjukanView(SafeModelView):
    datamodel = ScopedInterface(Penunjukan)
    route_base = "/penunjukan"
    class_permission_name = "Penunjukan"
    list_title, add_title, edit_title = "SK penunjukan peran", "Tambah SK penunjukan", "Ubah SK penunjukan"
    intro = "Surat keputusan yang menunjuk seseorang untuk peran dalam SOP."
    list_columns = ["nomor_sk", "pengguna", "peran", "mulai", "selesai"]
    show_columns = ["nomor_sk", "pengguna", "peran", "mulai", "selesai"]
    add_columns = edit_columns = ["pengguna", "peran", "nomor_sk", "mulai", "selesai"]
    order_columns = ["nomor_sk", "mulai"]
    words = {"peran": {role.value: role.value for role in Pelaksana}}
    pencarian = Pencarian(("nomor_sk", "pengguna.username"))


class PeranView(SafeModelView):
    """Roles in words; the permissions as one sentence each, not as a raw list."""

    datamodel = OpenInterface(Role)
    route_base = "/peran"
    class_permission_name = "Peran"
    dibuktikan = True
    list_title, add_title, edit_title = "Peran", "Tambah peran", "Ubah peran"
    label_columns = {"name": "Peran", "permissions": "Izin", "user": "Pemegang", "banyak": "Jumlah izin"}
    list_columns = ["name"]
    show_columns = ["name", "user"]
    add_columns = edit_columns = ["name", "permissions"]
    order_columns = ["name"]
    pencarian = Pencarian(("name",))
    show_template = "peran.html"

    def _init_forms(self) -> None:
        super()._init_forms()
        for form in (self.add_form, self.edit_form):
            form.permissions.kwargs["get_label"] = lambda row: izin_kata(row.permission.name, row.view_menu.name)

    def record_title(self, item: Any) -> str:
        return str(item.name)

    def show_context(self, item: Any) -> dict[str, Any]:
        return {"izin": sorted(izin_kata(p.permission.name, p.view_menu.name) for p in item.permissions)}

    def refuses_delete(self, item: Any) -> str:
        if item.name in BAWAAN:
            return "Peran bawaan tidak dapat dihapus."
        return "Masih ada pengguna pada peran ini." if item.user else ""

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        return super().create(officer, _without_moves(values))

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        if item.name in BAWAAN and values["name"] != item.name:
            raise IsianSalah([Kekurangan("peran_bawaan", "Nama peran bawaan tidak dapat diubah.", "name")])
        super().change(officer, item, _without_moves(values), versi)


def _without_moves(values: dict[str, Any]) -> dict[str, Any]:
    """The Admin role never holds a move of the SOP, whoever ticks it."""
    if values["name"] != ADMIN:
        return values
    barred = moves()
    kept = [p for p in values["permissions"] if (p.permission.name, p.view_menu.name) not in barred]
    return {**values, "permissions": kept}


class GrupView(SafeModelView):
    datamodel = OpenInterface(Group)
    route_base = "/grup"
    class_permission_name = "Grup"
    dibuktikan = True
    list_title, add_title, edit_title = "Grup pengguna", "Tambah grup", "Ubah grup"
    label_columns = {"label": "Nama panjang"}
    list_columns = ["name", "label", "roles"]
    show_columns = ["name", "label", "description", "users", "roles"]
    add_columns = edit_columns = ["name", "label", "description", "users", "roles"]
    order_columns = ["name"]
    pencarian = Pencarian(("name", "label"))


class _BacaSaja(SafeModelView):
    """FAB's technical tables, to look at only."""

    base_permissions = ["can_list"]


class IzinDasarView(_BacaSaja):
    datamodel = OpenInterface(Permission)
    route_base = "/izin-dasar"
    class_permission_name = "IzinDasar"
    list_title = "Izin dasar"
    list_columns = ["name"]
    order_columns = ["name"]
    pencarian = Pencarian(("name",))


class SumberDayaView(_BacaSaja):
    datamodel = OpenInterface(ViewMenu)
    route_base = "/sumber-daya"
    class_permission_name = "SumberDaya"
    list_title = "Sumber daya"
    list_columns = ["name"]
    order_columns = ["name"]
    pencarian = Pencarian(("name",))


class IzinView(_BacaSaja):
    datamodel = OpenInterface(PermissionView)
    route_base = "/izin"
    class_permission_name = "Izin"
    list_title = "Izin pada sumber daya"
    list_columns = ["permission", "view_menu"]
    order_columns = []
    pencarian = Pencarian(("permission.name", "view_menu.name"))
