"""Papers, templates, numbers and files. What a paper can undergo stands on its record page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import request, send_file, url_for
from flask_appbuilder import expose

from app import models as m
from app.extensions import db
from app.security.manager import current_officer
from app.sop import choices
from app.sop.words import LABEL_NASKAH, LABEL_STATUS, SKKAAD_NASKAH, StatusNaskah
from app.sop.words import Naskah as Jenis
from app.steps.arsip import boleh_mengarsip
from app.steps.tandatangani import boleh_memasang
from app.steps.terbit_ulang import boleh_terbit_ulang, sebelumnya
from app.steps.tte import tersedia
from app.steps.unduh import unduh
from app.steps.usang import yang_berubah
from app.views import values
from app.views.base import SafeModelView
from app.views.case import downloads
from app.views.interface import ScopedInterface
from app.views.repair import clean_id
from app.views.saringan import perangkat_daerah, tahun
from app.views.search import Pencarian

JENIS = {jenis.value: label for jenis, label in LABEL_NASKAH.items()}
STATUS = {status.value: LABEL_STATUS[status] for status in StatusNaskah}

CARA_KODE = {
    "teks": "Cocok, terbaca dari teks",
    "qr": "Cocok, terbaca dari QR",
    "diketik": "Cocok, diketik oleh pemasang",
    "tidak_terlihat": "Tidak terlihat; nomor dan tanggal dicocokkan oleh pemasang",
    "tidak_ditanyakan": "Tidak terbaca",
}


class NaskahInterface(ScopedInterface):
    """Papers, whose status is said by their kind as well."""

    def _get_attr_value(self, item: Any, col: str) -> Any:
        if col == "status":
            return values.status(item.status, item.sebutan_status)
        return super()._get_attr_value(item, col)


class NaskahView(SafeModelView):
    """Issued papers: to read, download, pair and archive; never to edit."""

    datamodel = NaskahInterface(m.Naskah)
    route_base = "/naskah"
    class_permission_name = "Naskah"
    base_permissions = ["can_list", "can_show", "can_tandatangani", "can_publikasikan", "can_arsipkan"]
    list_title = "Naskah"
    intro = "Naskah yang diterbitkan oleh langkah-langkah SOP."
    list_columns = ["perihal", "jenis", "nomor", "tanggal", "perangkat_daerah", "status", "usang"]
    hanya_ya = ("usang",)
    order_columns = ["nomor", "tanggal", "jenis", "status"]
    show_columns = [
        "jenis",
        "nomor",
        "tanggal",
        "perihal",
        "berkas",
        "usulan",
        "perangkat_daerah",
        "putaran",
        "revisi",
        "status",
        "usang",
        "sha256",
        "token",
    ]
    words = {"jenis": JENIS}
    formatters_columns = {"status": lambda badge: badge}  # said by the interface
    pencarian = Pencarian(
        ("perihal", "nomor"),
        {"jenis": ("Jenis", JENIS), "status": ("Status", STATUS)},
        "perihal atau nomor",
        {
            "perangkat_daerah": perangkat_daerah(lambda model, agency: model.perangkat_daerah_id == agency),
            "tahun": tahun(lambda model: model.tanggal),
        },
    )
    show_template = "naskah.html"
    empty = "Belum ada naskah. Naskah terbit saat usulan disampaikan dan saat berkas bergerak."
    berasal = "BerkasView.list"

    def record_title(self, item: Any) -> str:
        return f"{JENIS.get(item.jenis, item.jenis)} {item.nomor or ''}".strip()

    def show_context(self, item: Any) -> dict[str, Any]:
        officer = current_officer()
        links = []
        if item.berkas_id is not None and officer.may("can_show", "Berkas"):
            links.append({"url": url_for("BerkasView.show", pk=item.berkas_id), "label": "Buka berkas"})
        if item.usulan_id is not None and officer.may("can_show", "Usulan"):
            links.append({"url": url_for("UsulanView.show", pk=item.usulan_id), "label": "Buka usulan"})
        if item.permohonan_id is not None and officer.may("can_show", "Permohonan"):
            links.append({"url": url_for("PermohonanView.show", pk=item.permohonan_id), "label": "Buka permohonan"})
        if item.penyusutan_id is not None and officer.may("can_show", "PenyusutanArsip"):
            links.append({"url": url_for("PenyusutanView.show", pk=item.penyusutan_id), "label": "Buka daftar arsip"})
        if (
            item.status == StatusNaskah.TERBIT
            and officer.may("can_tandatangani", "Naskah")
            and boleh_memasang(officer, item)
        ):
            url = url_for("Pasangkan.satu", pk=item.id, naskah=item.id)
            if item.berkas_id is not None:
                url = url_for("Pasangkan.index", pk=item.berkas_id, naskah=item.id)
            links.append({"url": url, "label": "Pasangkan salinan bertanda tangan"})
            if tersedia():
                url = url_for("TandaTanganElektronik.index", pk=item.id)
                links.append({"url": url, "label": "Tandatangani secara elektronik"})
        if officer.may("can_arsipkan", "Naskah") and boleh_mengarsip(officer, item) and officer.may("can_add", "Arsip"):
            links.append({"url": url_for("ArsipView.add", naskah=item.id), "label": "Catat arsip"})
        may_reissue = item.status == StatusNaskah.TERBIT and boleh_terbit_ulang(officer, item)
        if may_reissue:
            links.append({"url": url_for("RevisiNaskah.terbit", pk=item.id), "label": "Terbitkan ulang"})
        moved = yang_berubah(db.session, item) if may_reissue or item.usang else []
        if sebelumnya(db.session, item) is not None:
            links.append({"url": url_for("RevisiNaskah.beda", pk=item.id), "label": "Beda dengan terbitan sebelumnya"})
        signed = item.status == StatusNaskah.DITANDATANGANI
        links.append({"url": url_for("Pratinjau.naskah", pk=item.id), "label": "Pratinjau"})
        links.append({"url": url_for("verifikasi.verifikasi", token=item.token), "label": "Halaman verifikasi"})
        if item.salinan and officer.may("can_show", "SalinanTtd"):
            url = url_for("SalinanView.show", pk=item.salinan[-1].id)
            links.append({"url": url, "label": "Pemeriksaan salinan"})
        return {
            "unduh": downloads(item.id, signed=signed, size=item.unggahan.ukuran),
            "tautan": links,
            "berubah": moved,
            "skkaad": choices.SKKAAD[SKKAAD_NASKAH[Jenis(item.jenis)]],
        }

    @expose("/<pk>/unduh")
    def unduh(self, pk: str) -> Any:
        """The file of a paper: docx, pdf or the signed copy. The reading of an internal paper is logged."""
        found = unduh(current_officer(), clean_id(pk), request.args.get("format", "docx"))
        return send_file(
            BytesIO(found.isi), mimetype=found.mime, as_attachment=True, download_name=found.nama, etag=found.sha256
        )


class SalinanView(SafeModelView):
    datamodel = ScopedInterface(m.SalinanTtd)
    route_base = "/salinan-ttd"
    class_permission_name = "SalinanTtd"
    base_permissions = ["can_list", "can_show"]
    list_title = "Salinan bertanda tangan"
    list_columns = ["naskah", "tanggal_ttd", "metode", "kode_cocok", "unggahan"]
    order_columns = ["tanggal_ttd"]
    show_columns = ["naskah", "tanggal_ttd", "metode", "kode_cocok", "unggahan"]
    words = {"metode": choices.METODE_TTD}
    pencarian = Pencarian(("naskah.nomor", "naskah.perihal"))
    show_template = "salinan.html"

    def show_context(self, item: Any) -> dict[str, Any]:
        found = item.hasil_validasi or {}
        return {"hasil": found, "cara_kode": CARA_KODE.get(found.get("kode", {}).get("cara", ""), "Belum diperiksa")}


class NomorView(SafeModelView):
    datamodel = ScopedInterface(m.NomorNaskah)
    route_base = "/nomor-naskah"
    class_permission_name = "NomorNaskah"
    base_permissions = ["can_list", "can_show"]
    list_title = "Nomor naskah"
    intro = "Nomor diberikan berurutan tanpa lompatan; nomor batal tetap tercatat dengan alasannya."
    list_columns = ["nomor", "jenis", "unit", "tahun", "urut", "status"]
    order_columns = ["nomor", "tahun", "urut"]
    show_columns = ["nomor", "pola", "jenis", "unit", "tahun", "urut", "status", "alasan_batal"]
    words = {"jenis": JENIS}
    formatters_columns = {"status": lambda code: values.status(code, choices.STATUS_NOMOR.get(code))}
    pencarian = Pencarian(("nomor", "unit"), {"status": ("Status", choices.STATUS_NOMOR), "jenis": ("Jenis", JENIS)})


class UnggahanView(SafeModelView):
    datamodel = ScopedInterface(m.Unggahan)
    route_base = "/unggahan"
    class_permission_name = "Unggahan"
    base_permissions = ["can_list", "can_show"]
    list_title = "File unggahan"
    list_columns = ["nama_asli", "jenis_mime", "ukuran", "dibuat_pada"]
    order_columns = ["nama_asli", "ukuran", "dibuat_pada"]
    show_columns = ["nama_asli", "jenis_mime", "ukuran", "sha256", "dibuat_pada"]
    formatters_columns = {"ukuran": values.ukuran}
    pencarian = Pencarian(("nama_asli", "sha256"))
