"""Usulan: the proposal of one agency."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask_appbuilder.models.filters import BaseFilter

from app import models as m
from app.extensions import writing
from app.models.history import PELAKU
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import BARIS_PETUGAS, RESOURCE
from app.sop.words import LABEL_STATUS, StatusUsulan
from app.steps import butir_baru
from app.steps.sunting import hapus
from app.views.butir import DIISI
from app.views.case import CaseView, butir_rows, papers_of
from app.views.interface import ScopedInterface
from app.views.saringan import perangkat_daerah, tahun
from app.views.search import Pencarian
from app.views.writing import ids

STATUS = {status.value: LABEL_STATUS[status] for status in StatusUsulan}
TAMPIL = 200


class PejabatSendiri(BaseFilter):
    """The officials of the officer's own agency."""

    name = "pejabat sendiri"

    def apply(self, query: Any, value: Any) -> Any:
        return query.filter(m.Pejabat.perangkat_daerah_id == current_officer().perangkat_daerah_id)


class UsulanView(CaseView):
    """From the agency's draft until it is gathered into a berkas."""

    otomatis = True
    kind = "usulan"
    datamodel = ScopedInterface(m.Usulan)
    route_base = "/usulan"
    class_permission_name = "Usulan"
    base_permissions = ["can_list", "can_show", "can_add", "can_edit", "can_delete", "can_impor"]
    list_title, add_title, edit_title = "Usulan", "Buat usulan", "Ubah usulan"
    sop = 1
    list_columns = ["judul", "perangkat_daerah", "nomor_surat", "tanggal_surat", "status"]
    order_columns = ["judul", "tanggal_surat", "status"]
    show_columns = [
        "perangkat_daerah",
        "judul",
        "nihil",
        "nomor_surat",
        "tanggal_surat",
        "penandatangan",
        "putaran",
        "berkas",
    ]
    add_columns = ["judul", "nihil", "nomor_surat", "tanggal_surat", "penandatangan"]
    edit_columns = add_columns
    opsional = ("judul",)
    add_form_query_rel_fields = {"penandatangan": [["perangkat_daerah", PejabatSendiri, None]]}
    edit_form_query_rel_fields = add_form_query_rel_fields
    description_columns = {
        "judul": "Bila kosong: Usulan, singkatan perangkat daerah, dan tahun ini.",
        "penandatangan": "Bila kosong: PPID Pelaksana yang sedang menjabat.",
    }
    pencarian = Pencarian(
        ("judul", "nomor_surat", "perangkat_daerah.singkatan", "perangkat_daerah.nama"),
        {"status": ("Status", STATUS)},
        "judul atau perangkat daerah",
        {
            "perangkat_daerah": perangkat_daerah(lambda model, agency: model.perangkat_daerah_id == agency),
            "tahun": tahun(lambda model: model.dibuat_pada),
        },
    )
    kolom_tambahan = ("nihil", "penandatangan", "berkas", "putaran", "dibuat_pada", "diubah_pada")
    empty = "Belum ada usulan. Usulan dimulai oleh Petugas PPID Pelaksana perangkat daerah."

    def may_add(self) -> bool:
        officer = current_officer()
        return officer.perangkat_daerah_id is not None and officer.may(BARIS_PETUGAS, RESOURCE)

    def record_title(self, item: Any) -> str:
        return str(item.judul)

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        with writing() as session:
            session.info[PELAKU] = officer.id
            return int(butir_baru.buat_usulan(session, officer, ids(values)).id)

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        ident = item.id
        with writing() as session:
            session.info[PELAKU] = officer.id
            butir_baru.ubah_usulan(session, officer, self.row(ident), ids(values), versi=versi)

    def remove(self, officer: Officer, item: Any) -> None:
        hapus(officer, m.Usulan, item.id)

    def more(self, item: Any, officer: Officer) -> dict[str, Any]:
        rows = butir_rows(m.ButirInformasi.usulan_id == item.id, officer, TAMPIL)
        add = ""
        links = []
        if item.status in DIISI and officer.may("can_add", "ButirInformasi"):
            add = url_for("ButirView.add", usulan=item.id)
            links.append({"url": add, "label": "Tambah butir", "utama": True})
            if officer.may("can_impor", "Usulan"):
                links.append({"url": url_for("HalamanImpor.index"), "label": "Impor dari Excel", "utama": False})
        if item.berkas_id is not None and officer.may("can_show", "Berkas"):
            links.append({"url": url_for("BerkasView.show", pk=item.berkas_id), "label": "Buka berkas", "utama": False})
        if officer.may("can_kaji", "Berkas") and item.status == StatusUsulan.DIAJUKAN:
            url = url_for("TerimaDanKaji.index", pk=item.id)
            links.append({"url": url, "label": "Terima dan mulai kaji …", "utama": True})
        return {
            "butir": rows[:TAMPIL],
            "butir_lebih": url_for("ButirView.list", _flt_0_usulan=item.id) if len(rows) > TAMPIL else "",
            "butir_tambah": add,
            "naskah": papers_of(m.Naskah.usulan_id == item.id, officer),
            "tautan": links,
        }
