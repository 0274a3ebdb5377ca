"""What a role or a person may see and do, explained: menu, rows, screens, moves. Nothing can be done from here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from flask import request
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.security.decorators import has_access
from flask_appbuilder.security.sqla.models import Role

from app.extensions import db
from app.models import Pengguna
from app.security import factor, scope
from app.security.officer import ADMIN, roles_of
from app.security.policy import kebijakan
from app.security.roles import moves
from app.sop import reading
from app.sop.words import LABEL_STATUS
from app.views.account_acts import account
from app.views.grants import PERAN_UMUM, SUMBER, izin_kata
from app.views.matrix import role_names
from app.views.menu import MENU, PERKARA

Grant = tuple[str, str]
BARIS = {
    scope.BARIS_PETUGAS: "Usulan, butir, naskah, dan daftar milik perangkat daerahnya sendiri.",
    scope.BARIS_UTAMA: "Semua usulan yang pernah disampaikan, semua berkas, dan seluruh daftar.",
    scope.BARIS_TIM: "Berkas dan isinya sejak sampai pada pertimbangan Tim.",
    scope.BARIS_PIMPINAN: "Berkas dan isinya sejak sampai pada penetapan.",
    scope.BARIS_DATA: "Berkas sejak pengunggahan, dengan SK, tanda bukti, dan laporannya saja.",
    scope.BARIS_ARSIPARIS: "Berkas dan naskahnya sejak pengunggahan, beserta penyimpanan dokumen.",
    scope.BARIS_PENGAWAS: "Semua baris di semua tahap, hanya untuk dibaca.",
}
KOLOM = {"can_list": "Daftar", "can_show": "Buka", "can_add": "Tambah", "can_edit": "Ubah", "can_delete": "Hapus"}
# The REST twin of a permission, and what every account has: said once, not for each resource.
DILEWATI = {"can_get", "can_post", "can_put", "can_info", "menu_access", *KOLOM}


@dataclass(frozen=True)
class Subjek:
    """Whose view it is. `layar`: all grants, for screens; `perkara`: those that count for cases (never Admin's)."""

    nama: str
    peran: tuple[str, ...]
    layar: frozenset[Grant]
    perkara: frozenset[Grant]
    keterangan: tuple[str, ...] = ()


def of_roles(name: str, roles: Iterable[Any], notes: Iterable[str] = ()) -> Subjek:
    """The view of these roles together."""
    barred, every, case = moves(), set(), set()
    held = list(roles)
    for role in held:
        grants = {(p.permission.name, p.view_menu.name) for p in role.permissions}
        every |= grants - barred if role.name == ADMIN else grants
        case |= set() if role.name == ADMIN else grants
    return Subjek(name, tuple(sorted(role.name for role in held)), frozenset(every), frozenset(case), tuple(notes))


def of_person(user: Pengguna) -> Subjek:
    """The view of one person as he is now."""
    notes = [] if user.active else ["Akun ini nonaktif: ia tidak dapat masuk sama sekali."]
    if user.perangkat_daerah is not None:
        notes.append(f"Bertindak untuk {user.perangkat_daerah.nama}.")
    else:
        notes.append("Tanpa perangkat daerah: ia tidak melihat usulan perangkat daerah mana pun.")
    if factor.aktif(db.session, user.id):
        notes.append("Memakai verifikasi dua langkah.")
    return of_roles(user.nama, roles_of(user), notes)


class LihatSebagai(BaseView):
    """Read-only: no session of somebody else is ever opened."""

    route_base = "/lihat-sebagai"
    class_permission_name = "Peran"
    method_permission_name = {"index": "list"}
    default_view = "index"

    @expose("/")
    @has_access
    def index(self) -> Any:
        people = list(db.session.scalars(sa.select(Pengguna).order_by(Pengguna.username)).unique())
        roles = role_names()
        subject = self._subject(roles)
        told = explained(subject) if subject is not None else {}
        return self.render_template(
            "lihat_sebagai.html",
            title="Lihat sebagai",
            orang=people,
            peran=roles,
            pilih_peran=request.args.get("peran", ""),
            pilih_orang=request.args.get("pengguna", ""),
            subjek=subject,
            **told,
        )

    def _subject(self, roles: list[str]) -> Subjek | None:
        chosen = request.args.get("pengguna", "")
        if chosen:
            return of_person(account(chosen))
        name = request.args.get("peran", "")
        if name not in roles:
            return None
        role = db.session.scalars(sa.select(Role).where(Role.name == name)).unique().one()
        return of_roles(f"peran {name}", [role])


def explained(subject: Subjek) -> dict[str, Any]:
    """Everything that the page tells of a view."""
    return {
        "menu": menu_of(subject),
        "baris": [words for name, words in BARIS.items() if (name, scope.RESOURCE) in subject.perkara],
        "layar": _screens(subject),
        "langkah": _moves(subject),
    }


def menu_of(subject: Subjek) -> list[tuple[str, list[str]]]:
    """The navigation as this view has it, by the same table and rule as the real one."""
    found = []
    for name, rows in MENU:
        grants = subject.perkara if name in PERKARA else subject.layar
        labels = [row.label for row in rows if not row.izin or (row.izin, row.sumber) in grants]
        found += [(name, labels)] if labels else []
    return found


def _screens(subject: Subjek) -> list[dict[str, Any]]:
    """Per resource: the five usual permissions, and the others in words."""
    by_resource: dict[str, set[str]] = defaultdict(set)
    for permission, resource in subject.layar:
        by_resource[resource].add(permission)
    barred = moves()
    rows = []
    for resource, held in sorted(by_resource.items(), key=lambda item: SUMBER.get(item[0], item[0])):
        more = {p for p in held - DILEWATI if (p, resource) not in barred and not p.startswith("can_baris_")}
        if held & KOLOM.keys() or more:
            words = [PERAN_UMUM.get(p) or izin_kata(p, resource) for p in sorted(more)]
            usual = {label: name in held for name, label in KOLOM.items()}
            rows.append({"sumber": SUMBER.get(resource, resource), "lima": usual, "lain": words})
    return rows


def _moves(subject: Subjek) -> list[dict[str, Any]]:
    """Every move of the procedure: may he, from which status, and whether a fresh proof is asked."""
    proof = kebijakan(db.session).langkah
    return [
        {
            "sumber": SUMBER.get(reading.SUMBER_DAYA[kind], reading.SUMBER_DAYA[kind]),
            "label": row.label,
            "boleh": (f"can_{row.verb}", reading.SUMBER_DAYA[kind]) in subject.perkara,
            "dari": [LABEL_STATUS.get(status, status) for status in row.dari],
            "bukti": row.verb in proof,
        }
        for kind, row in reading.semua()
    ]
