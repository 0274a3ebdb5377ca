"""Berkas klasifikasi: one run of the SOP, over the proposals of one or more agencies."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import url_for

from app import models as m
from app.extensions import db
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import choices
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_PELAKSANA, LABEL_STATUS, StatusBerkas, StatusNaskah
from app.sop.words import Naskah as N
from app.steps.borongan import BAHAN_RAPAT
from app.steps.pendukung import yang_dapat
from app.steps.sunting import ubah_berkas
from app.views import values as words_of
from app.views.case import CaseView, butir_rows, papers_of
from app.views.interface import ScopedInterface
from app.views.meeting import RapatView
from app.views.ringkas import RingkasPage
from app.views.saringan import perangkat_daerah, tahun
from app.views.search import Pencarian
from app.views.uji import UjiSehalaman

STATUS = {status.value: LABEL_STATUS[status] for status in StatusBerkas}
TAMPIL = 200
MENUNGGU_SK, PASANGKAN = "Menunggu tanda tangan SK", "Pasangkan salinan bertanda tangan"
SK = KETENTUAN[N.SURAT_KEPUTUSAN]


def _of_agency(model: Any, agency: int) -> Any:
    u = m.Usulan
    return sa.exists().where(u.berkas_id == model.id, u.perangkat_daerah_id == agency)


class BerkasView(RingkasPage, CaseView):
    """From gathering to upload and archive; it is opened by the move "Terima dan himpun"."""

    kind = "berkas"
    datamodel = ScopedInterface(m.Berkas)
    route_base = "/berkas"
    class_permission_name = "Berkas"
    base_permissions = ["can_list", "can_show", "can_edit"]
    list_title, edit_title = "Berkas klasifikasi", "Ubah berkas klasifikasi"
    list_columns = ["judul", "nomor", "tahun", "pemicu", "status"]
    order_columns = ["nomor", "tahun", "status"]
    show_columns = [
        "nomor",
        "judul",
        "tahun",
        "pemicu",
        "nomor_permohonan",
        "nomor_sengketa",
        "tenggat_usulan",
        "putaran",
        "edisi_sop",
        "dibuat_pada",
        "berakhir_pada",
    ]
    edit_columns = ["judul", "pemicu", "nomor_permohonan", "nomor_sengketa", "tenggat_usulan"]
    words = {"pemicu": choices.PEMICU}
    formatters_columns = {"edisi_sop": lambda edition: words_of.tanggal(date.fromisoformat(edition))}
    related_views = [RapatView]
    pencarian = Pencarian(
        ("judul", "nomor", "nomor_permohonan"),
        {"status": ("Status", STATUS)},
        "judul atau nomor",
        {"perangkat_daerah": perangkat_daerah(_of_agency), "tahun": tahun(lambda model: model.tahun)},
    )
    kolom_tambahan = ("nomor_permohonan", "nomor_sengketa", "tenggat_usulan", "putaran", "dibuat_pada", "berakhir_pada")
    empty = "Belum ada berkas. Berkas dibuka saat usulan diterima dan dihimpun."
    berasal = "UsulanView.list"

    def record_title(self, item: Any) -> str:
        return str(item.judul)

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        ubah_berkas(officer, item.id, values, versi=versi)

    def more(self, item: Any, officer: Officer) -> dict[str, Any]:
        rows, unsigned = butir_rows(m.ButirInformasi.berkas_id == item.id, officer, TAMPIL), _unsigned(item)
        return {
            "butir": rows[:TAMPIL],
            "butir_lebih": url_for("ButirView.list") if len(rows) > TAMPIL else "",
            "banyak_instansi": True,
            "naskah": papers_of(_of_berkas(item.id), officer),
            "tautan": self.links(item, officer, unsigned),
            **(_waits_for_signature() if unsigned else {}),
            "usulan": usulan_rows(item.id, officer),
        }

    def links(self, item: Any, officer: Officer, unsigned: bool) -> list[dict[str, Any]]:
        """The simple pages that belong to the stage."""
        found = []
        if item.status == StatusBerkas.PENGKAJIAN and officer.may(*UjiSehalaman.izin):
            found.append(("Uji semua butir", "UjiSehalaman.index", True))
        if item.status == StatusBerkas.PERTIMBANGAN and officer.may("can_add", "Pendapat"):
            found.append(("Beri pendapat", "PendapatSehalaman.index", True))
        if item.status == StatusBerkas.PENGUNGGAHAN and officer.may("can_publikasikan", "Naskah"):
            found.append(("Publikasikan SK", "Publikasikan.index", True))
        late = item.status in (StatusBerkas.PENGUNGGAHAN, StatusBerkas.SELESAI)
        if late and officer.may("can_arsipkan", "Naskah"):
            found.append(("Catat arsip semua naskah", "ArsipSehalaman.index", False))
        if officer.may("can_tandatangani", "Naskah"):
            found.append((PASANGKAN, "Pasangkan.index", unsigned and not officer.roles.isdisjoint(SK.pemasang)))
        if yang_dapat(officer, item):
            found.append(("Naskah pendukung", "NaskahPendukung.index", False))
        found.append(("Lembar kendali SOP", "LembarKendali.index", False))
        if officer.may("can_show", "Arsip"):
            found.append(("Folder arsip", "FolderArsip.index", False))
        links = [{"label": label, "url": url_for(where, pk=item.id), "utama": first} for label, where, first in found]
        if officer.may("can_show", "Naskah"):
            bulk = url_for("NaskahBorongan.index", berkas=item.id)
            links.append({"label": "Unduh semua naskah", "url": bulk, "utama": False})
            if item.status in (StatusBerkas.PENGKAJIAN, StatusBerkas.PERTIMBANGAN):
                bahan = url_for("NaskahBorongan.index", berkas=item.id, jenis=BAHAN_RAPAT, _anchor="pdf")
                links.append({"label": "Bahan rapat (satu PDF)", "url": bahan, "utama": False})
        return links


def _of_berkas(ident: int) -> Any:
    gathered = sa.select(m.Usulan.id).where(m.Usulan.berkas_id == ident)
    return (m.Naskah.berkas_id == ident) | m.Naskah.usulan_id.in_(gathered)


def _waits_for_signature() -> dict[str, Any]:
    """Whose turn it really is between the decree and its upload."""
    actors = " atau ".join(LABEL_PELAKSANA[role] for role in SK.pemasang)
    return {"status_label": MENUNGGU_SK, "menunggu": f"Menunggu {actors}: {PASANGKAN.lower()}."}


def _unsigned(item: Any) -> bool:
    """Whether the decree still waits for its signature."""
    if item.status != StatusBerkas.PENGUNGGAHAN:
        return False
    n = m.Naskah
    query = sa.select(n.status).where(n.berkas_id == item.id, n.jenis == N.SURAT_KEPUTUSAN, n.status != "dicabut")
    return db.session.scalar(query.order_by(n.id.desc()).limit(1)) == StatusNaskah.TERBIT


def usulan_rows(berkas_id: int, officer: Officer) -> list[dict[str, Any]]:
    """The proposals gathered in a berkas."""
    u = m.Usulan
    found = db.session.scalars(
        sa.select(u).where(u.berkas_id == berkas_id, visible(u, officer)).order_by(u.id)
    ).unique()
    return [
        {
            "url": url_for("UsulanView.show", pk=row.id),
            "judul": row.judul,
            "instansi": row.perangkat_daerah.nama,
            "status": words_of.status(row.status),
            "nihil": row.nihil,
        }
        for row in found
    ]
