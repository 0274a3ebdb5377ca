"""The grants of the SOP's roles: moves from the tables, screens from one literal table; written into FAB, additively."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from flask_appbuilder.security.sqla.models import Permission, PermissionView, Role, ViewMenu
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.security import scope
from app.security.officer import ADMIN
from app.sop.reading import SUMBER_DAYA, semua
from app.sop.words import Pelaksana as P

Grant = tuple[str, str]
BACA = ("can_list", "can_show", "can_get")
TAMBAH = ("can_add", "can_post")
UBAH = ("can_edit", "can_put")
HAPUS = ("can_delete",)
TULIS = (*TAMBAH, *UBAH)

ACUAN = (
    *("PerangkatDaerah", "Pejabat", "AnggotaTim", "Peraturan", "Pasal17", "HariLibur", "Pengaturan", "TemplatNaskah"),
    "AkarTerpercaya",
    "KlasifikasiArsip",
    "InformasiTerbuka",
)
MILIK_BUTIR = ("DasarPengecualian", "BagianDikecualikan")
PERKARA = (
    "Usulan",
    "ButirInformasi",
    *MILIK_BUTIR,
    "UjiKonsekuensi",
    "Berkas",
    "Rapat",
    "KehadiranRapat",
    "Naskah",
    "SalinanTtd",
    "ButirDitetapkan",
)
AKHIR = ("Arsip", "Publikasi", "Laporan")
DALAM = ("Pendapat", "PersetujuanPimpinan")
DAFTAR = ("PenyimpananDokumen", "PerubahanKlasifikasi", "PengingatRegister", "TindakLanjut")
SIMPAN = ("PeminjamanArsip", "PenyusutanArsip")
UTAMA = (*PERKARA, *DALAM, *AKHIR, *DAFTAR, *SIMPAN, "Sengketa", "Permohonan", "NomorNaskah", "Tinjauan")
SEMUA = (*UTAMA, "Unggahan", "Peristiwa", "PerubahanData", "RiwayatAkun", "Pekerjaan")

HUKUM_BERUBAH = (("can_add", "can_edit"), ("Tinjauan",))
DAFTAR_TERBUKA = ((*TULIS, *HAPUS, "can_impor"), ("InformasiTerbuka",))

# role -> [(permissions, resources)]; the moves come from the tables on top of this.
LAYAR: dict[P, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    P.PETUGAS: (
        (BACA, ("Usulan", "ButirInformasi", *MILIK_BUTIR, "UjiKonsekuensi", "Berkas", "Naskah", "SalinanTtd")),
        (BACA, ("ButirDitetapkan", *DAFTAR, "Publikasi")),
        ((*TULIS, *HAPUS), ("Usulan", "ButirInformasi", *MILIK_BUTIR)),
        (TULIS, ("UjiKonsekuensi", "PenyimpananDokumen")),
        (("can_impor",), ("Usulan",)),
    ),
    P.VERIFIKATOR: (
        (BACA, UTAMA),
        (UBAH, ("ButirInformasi", "Berkas")),
        ((*TULIS, *HAPUS), MILIK_BUTIR),
        HUKUM_BERUBAH,
        DAFTAR_TERBUKA,
        (TULIS, ("UjiKonsekuensi", "Rapat", "KehadiranRapat", "Permohonan")),
        (("can_impor",), ("Permohonan",)),
        (("can_monev",), ("Laporan",)),
        (("can_unggah", "can_aktifkan"), ("TemplatNaskah",)),
        (("can_add", "can_aktifkan"), ("AkarTerpercaya",)),
        (("can_add", "can_edit"), ("NomorNaskah",)),
    ),
    P.PPID_UTAMA: (
        (BACA, (*UTAMA, "Pekerjaan")),
        (("can_ulangi",), ("Pekerjaan",)),
        (UBAH, ("Berkas",)),
        (("can_bukti",), ("Sengketa",)),
        (TULIS, ("Rapat", "KehadiranRapat", "Arsip", "Sengketa", "Permohonan", *SIMPAN)),
        (("can_impor",), ("Permohonan",)),
        (("can_monev",), ("Laporan",)),
        (TAMBAH, ("PerubahanKlasifikasi",)),
        HUKUM_BERUBAH,
        DAFTAR_TERBUKA,
        (UBAH, ("TindakLanjut",)),
        (("can_unggah", "can_aktifkan"), ("TemplatNaskah",)),
        (("can_add", "can_aktifkan"), ("AkarTerpercaya",)),
        (("can_add", "can_edit"), ("NomorNaskah",)),
    ),
    P.TIM: (
        (BACA, (*PERKARA, *DALAM)),
        (TULIS, ("Pendapat", "Rapat", "KehadiranRapat")),
    ),
    P.PETUGAS_DATA: (
        (BACA, ("Berkas", "Naskah", "SalinanTtd", "ButirDitetapkan", *AKHIR)),
        (TULIS, ("Publikasi", "Arsip", "Laporan")),
        ((*BACA, *TULIS), ("PeminjamanArsip",)),
    ),
    P.PIMPINAN: ((BACA, (*PERKARA, *DALAM, "Laporan")),),
    P.ARSIPARIS: (
        (BACA, ("Berkas", "Naskah", "SalinanTtd", "Arsip", "PenyimpananDokumen")),
        (TULIS, ("Arsip", "KlasifikasiArsip")),
        ((*BACA, *TULIS), SIMPAN),
    ),
    P.PENGAWAS: ((BACA, SEMUA),),
}
BARIS: dict[P, str] = {
    P.PETUGAS: scope.BARIS_PETUGAS,
    P.VERIFIKATOR: scope.BARIS_UTAMA,
    P.PPID_UTAMA: scope.BARIS_UTAMA,
    P.TIM: scope.BARIS_TIM,
    P.PETUGAS_DATA: scope.BARIS_DATA,
    P.PIMPINAN: scope.BARIS_PIMPINAN,
    P.ARSIPARIS: scope.BARIS_ARSIPARIS,
    P.PENGAWAS: scope.BARIS_PENGAWAS,
}
# Every role may look after its own account and read the reference data and the SOP.
SETIAP_PERAN: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (BACA, ACUAN),
    (("can_sop",), ("SopView",)),
    (("can_userinfo",), ("UserDBModelView",)),
    (("resetmypassword",), ("UserDBModelView",)),
    (("can_this_form_get", "can_this_form_post"), ("ResetMyPasswordView", "UserInfoEditView")),
    (("can_get",), ("OpenApi",)),
)


def moves() -> frozenset[Grant]:
    """Every move as a (permission, resource): what the Admin role never holds."""
    return frozenset((f"can_{row.verb}", SUMBER_DAYA[kind]) for kind, row in semua())


def grants(role: P) -> frozenset[Grant]:
    """All that the table gives to one role."""
    screens = [*LAYAR[role], *SETIAP_PERAN]
    held = {(permission, resource) for names, where in screens for permission in names for resource in where}
    held |= {(f"can_{row.verb}", SUMBER_DAYA[kind]) for kind, row in semua() if role in row.pelaksana}
    return frozenset(held | {(BARIS[role], scope.RESOURCE)})


@dataclass
class Drift:
    """What a sync did and saw. `tambahan`: grants that an administrator added, left alone."""

    diberikan: list[tuple[str, Grant]] = field(default_factory=list)
    tambahan: list[tuple[str, Grant]] = field(default_factory=list)
    dicabut_dari_admin: list[Grant] = field(default_factory=list)


def sync(session: Session, known: Iterable[Grant] = ()) -> Drift:
    """Write the table into FAB's own tables: idempotent, additive, never taking away what an administrator added.

    `known`: the (permission, resource) pairs of all registered screens, which Admin holds but for the moves.
    The caller commits.
    """
    drift = Drift()
    wanted = {role: grants(role) for role in P}
    barred = moves() | {(BARIS[role], scope.RESOURCE) for role in P}
    everything = set(known) | {grant for held in wanted.values() for grant in held}
    rows = _permission_views(session, everything)
    for role in P:
        _give(session, role.value, wanted[role], rows, drift)
    admin = _role(session, ADMIN)
    held = {_key(row): row for row in admin.permissions}
    for grant in sorted(barred & set(held)):
        admin.permissions.remove(held[grant])
        drift.dicabut_dari_admin.append(grant)
    missing = set(known) - barred - set(held)
    admin.permissions.extend(rows[grant] for grant in sorted(missing))
    _role(session, "Public")
    session.flush()
    return drift


def _give(session: Session, name: str, wanted: frozenset[Grant], rows: dict[Grant, Any], drift: Drift) -> None:
    role = _role(session, name)
    held = {_key(row) for row in role.permissions}
    for grant in sorted(wanted - held):
        role.permissions.append(rows[grant])
        drift.diberikan.append((name, grant))
    drift.tambahan += [(name, grant) for grant in sorted(held - wanted)]


def _key(row: Any) -> Grant:
    return (row.permission.name, row.view_menu.name)


def _role(session: Session, name: str) -> Any:
    role = session.scalars(select(Role).where(Role.name == name)).unique().one_or_none()
    if role is None:
        role = Role(name=name)
        session.add(role)
        session.flush()
    return role


def _permission_views(session: Session, wanted: set[Grant]) -> dict[Grant, Any]:
    """The FAB rows of all wanted grants, made where they are missing."""
    permissions = _named(session, Permission, {permission for permission, _ in wanted})
    menus = _named(session, ViewMenu, {resource for _, resource in wanted})
    rows = {_key(row): row for row in session.scalars(select(PermissionView)).unique()}
    for permission, resource in sorted(wanted - set(rows)):
        row = PermissionView(permission=permissions[permission], view_menu=menus[resource])
        session.add(row)
        rows[(permission, resource)] = row
    session.flush()
    return rows


def _named(session: Session, model: Any, names: set[str]) -> dict[str, Any]:
    found = {row.name: row for row in session.scalars(select(model))}
    for name in sorted(names - set(found)):
        found[name] = model(name=name)
        session.add(found[name])
    session.flush()
    return found
