"""Keeping records for years: the scheme of codes, loans of hard copies, lists of records that leave and their berita acara."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.keeping import DOCX
from app.errors import Bentrok, IsianSalah, OrangSama, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.files.names import nama_unduhan
from app.models.base import ALAMAT, NAMA, TEKS
from app.register import penyusutan
from app.security.manager import current_officer
from app.security.officer import Officer
from app.sop import choices
from app.steps.papers_bahan import arsip_penyusutan
from app.steps.peminjaman import kembalikan, pinjam
from app.views.base import SafeModelView
from app.views.case import papers_of
from app.views.interface import ScopedInterface
from app.views.pages import CasePage
from app.views.search import Pencarian
from app.views.writing import ids, told

AKTIF = {"1": "Dipakai", "0": "Tidak dipakai"}


class KlasifikasiArsipView(SafeModelView):
    """The office's scheme; what a record takes over when its code is chosen."""

    datamodel = ScopedInterface(m.KlasifikasiArsip)
    route_base = "/klasifikasi-arsip"
    class_permission_name = "KlasifikasiArsip"
    list_title, add_title, edit_title = "Klasifikasi arsip", "Tambah kode klasifikasi", "Ubah kode klasifikasi"
    intro = "Kode, jadwal retensi, dan klasifikasi keamanan. Catatan arsip baru mengambil isinya dari kode ini."
    list_columns = ["uraian", "kode", "retensi_aktif", "retensi_inaktif", "nasib_akhir", "skkaad", "terverifikasi"]
    order_columns = ["kode", "uraian"]
    base_order = ("kode", "asc")
    show_columns = [
        "kode",
        "uraian",
        "retensi_aktif",
        "retensi_inaktif",
        "pemicu_retensi",
        "nasib_akhir",
        "skkaad",
        "dasar",
        "terverifikasi",
        "aktif",
    ]
    add_columns = edit_columns = show_columns
    label_columns = {"kode": "Kode", "uraian": "Uraian", "dasar": "Dasar (peraturan JRA dan SKKAAD)"}
    description_columns = {"uraian": "Contoh: Pelayanan informasi publik.", "kode": "Contoh: 500.12.4."}
    words = {"nasib_akhir": choices.NASIB_AKHIR, "skkaad": choices.SKKAAD}
    pencarian = Pencarian(("kode", "uraian"), {"aktif": ("Dipakai", AKTIF)})
    empty = "Belum ada kode klasifikasi."


class PeminjamanView(SafeModelView):
    """Who has which hard copy."""

    datamodel = ScopedInterface(m.PeminjamanArsip)
    route_base = "/peminjaman-arsip"
    class_permission_name = "PeminjamanArsip"
    base_permissions = ["can_list", "can_show", "can_add", "can_edit"]
    list_title, add_title, edit_title = "Peminjaman arsip", "Pinjamkan arsip", "Catat pengembalian"
    intro = "Hardcopy yang keluar dari tempatnya: siapa meminjam, untuk apa, dan sampai kapan."
    parent = "arsip"
    list_columns = ["peminjam", "arsip", "unit_kerja", "dipinjam", "jatuh_tempo", "dikembalikan"]
    order_columns = ["peminjam", "dipinjam", "jatuh_tempo", "dikembalikan"]
    base_order = ("id", "desc")
    show_columns = [*list_columns[:3], "keperluan", *list_columns[3:], "keadaan_kembali"]
    add_columns = ["arsip", "peminjam", "unit_kerja", "keperluan", "jatuh_tempo"]
    edit_columns = ["keadaan_kembali"]
    label_columns = {
        "peminjam": "Peminjam",
        "arsip": "Arsip",
        "unit_kerja": "Unit kerja",
        "keperluan": "Keperluan",
        "dipinjam": "Dipinjam",
        "jatuh_tempo": "Kembali paling lambat",
        "dikembalikan": "Dikembalikan",
        "keadaan_kembali": "Keadaan saat kembali",
    }
    description_columns = {"keadaan_kembali": "Contoh: lengkap, 24 lembar. Menyimpan isian ini mencatat pengembalian."}
    pencarian = Pencarian(("peminjam", "unit_kerja", "arsip.naskah.nomor"))
    empty = "Belum ada peminjaman. Buka satu catatan arsip untuk meminjamkannya."
    berasal = "ArsipView.list"

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        return pinjam(officer, ids(values))

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        kembalikan(officer, item.id, values["keadaan_kembali"] or "")

    def refuses_edit(self, item: Any) -> str:
        return "Arsip ini sudah dikembalikan." if item.dikembalikan is not None else ""


class PenyusutanView(SafeModelView):
    """Lists of records that are proposed to be destroyed or handed over."""

    datamodel = ScopedInterface(m.PenyusutanArsip)
    route_base = "/penyusutan-arsip"
    class_permission_name = "PenyusutanArsip"
    base_permissions = ["can_list", "can_show"]
    list_title = "Usul musnah dan serah"
    intro = "Arsip yang retensinya habis. Yang masih dikecualikan, disengketakan, dimohonkan, atau dipinjam tidak ikut."
    list_columns = ["jenis", "tanggal", "status", "nomor_persetujuan", "dilaksanakan"]
    order_columns = ["jenis", "tanggal", "status"]
    base_order = ("id", "desc")
    show_columns = [
        "jenis",
        "tanggal",
        "status",
        "keterangan",
        "nomor_persetujuan",
        "tanggal_persetujuan",
        "dilaksanakan",
        "cara",
        "saksi",
    ]
    label_columns = {
        "keterangan": "Keterangan",
        "nomor_persetujuan": "Nomor surat persetujuan",
        "tanggal_persetujuan": "Tanggal persetujuan",
        "dilaksanakan": "Dilaksanakan",
        "cara": "Cara",
        "saksi": "Saksi",
        "jenis": "Jenis",
    }
    words = {"jenis": choices.JENIS_PENYUSUTAN, "status": choices.STATUS_PENYUSUTAN}
    pencarian = Pencarian(
        ("nomor_persetujuan", "keterangan"),
        {"status": ("Status", choices.STATUS_PENYUSUTAN), "jenis": ("Jenis", choices.JENIS_PENYUSUTAN)},
    )
    list_template, show_template = "penyusutan_daftar.html", "penyusutan.html"
    empty = "Belum ada daftar. Mulailah dari calon arsip yang retensinya habis."

    def show_context(self, item: Any) -> dict[str, Any]:
        may = current_officer().may("can_edit", "PenyusutanArsip")
        return {
            "naskah": papers_of(m.Naskah.penyusutan_id == item.id, current_officer()),
            "arsip": arsip_penyusutan(db.session, item.id),
            "tindakan": [(v, JUDUL[v]) for v in ACARA.get(item.status, ())] if may else [],
        }


class FormSetuju(DynamicForm):
    nomor = StringField("Nomor surat persetujuan", [InputRequired(), Length(max=NAMA)])
    tanggal = DateField("Tanggal persetujuan", [InputRequired()])


class FormLaksana(DynamicForm):
    tanggal = DateField("Dilaksanakan pada", [InputRequired()])
    cara = StringField(
        "Cara",
        [InputRequired(), Length(max=ALAMAT)],
        description="Contoh: dicacah; atau diserahkan kepada Dinas Perpustakaan dan Kearsipan.",
    )
    saksi = StringField(
        "Saksi",
        [InputRequired(), Length(max=ALAMAT)],
        description="Nama dan jabatan; titik koma di antara dua saksi. Contoh: Budi, Inspektorat; Ani, Biro Hukum.",
    )


class FormBatal(DynamicForm):
    alasan = TextAreaField("Alasan", [InputRequired(), Length(max=TEKS)])


class FormUsul(DynamicForm):
    keterangan = TextAreaField("Keterangan", [Optional(), Length(max=TEKS)])


FORM: dict[str, Any] = {"setujui": FormSetuju, "laksanakan": FormLaksana, "batalkan": FormBatal}
JUDUL = {
    "setujui": "Catat persetujuan",
    "laksanakan": "Laksanakan dan buat berita acara",
    "batalkan": "Batalkan daftar",
}
ACARA = {"usul": ("setujui", "batalkan"), "disetujui": ("laksanakan", "batalkan")}


class PenyusutanArsip(CasePage):
    """The candidates, and the acts on one list."""

    route_base = "/penyusutan"
    izin = ("can_show", "PenyusutanArsip")
    model = m.PenyusutanArsip
    default_view = "calon"

    @expose("/calon/<jenis>", methods=["GET", "POST"])
    def calon(self, jenis: str) -> Any:
        """Records whose retention is over, each with what keeps it; those that are ticked become a list."""
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        if jenis not in choices.JENIS_PENYUSUTAN:
            raise TidakDitemukan()
        form = FormUsul()
        chosen = [
            int(raw) for raw in request.form.getlist("arsip") if raw.isascii() and raw.isdecimal() and len(raw) < 10
        ]
        if request.method == "POST" and form.validate():
            try:
                ident = penyusutan.usulkan(officer, jenis, chosen, form.keterangan.data or "")
                flash("Daftar sudah dibuat.", "success")
                return redirect(url_for("PenyusutanView.show", pk=ident))
            except (IsianSalah, TidakDitemukan) as refusal:
                db.session.rollback()
                told(form, refusal)
        page = self.render_template(
            "penyusutan_calon.html",
            title=f"Calon {choices.JENIS_PENYUSUTAN[jenis].lower()}",
            jenis=jenis,
            semua=choices.JENIS_PENYUSUTAN,
            calon=penyusutan.calon(db.session, officer, jenis, hari_ini_wib()),
            dipilih=chosen,
            form=form,
            boleh=officer.may("can_add", "PenyusutanArsip"),
        )
        return page, 422 if request.method == "POST" else 200

    @expose("/<pk>/<any(setujui, laksanakan, batalkan):verb>", methods=["GET", "POST"])
    def tindakan(self, pk: str, verb: str) -> Any:
        officer, item = self.opened(pk)
        ident, form = item.id, FORM[verb]()
        if request.method == "POST" and form.validate():
            try:
                self._act(officer, ident, verb, form)
                flash("Sudah dicatat.", "success")
                return redirect(url_for("PenyusutanView.show", pk=ident))
            except (IsianSalah, Bentrok, OrangSama) as refusal:
                db.session.rollback()
                told(form, refusal)
        item = self.opened(pk)[1]
        page = self.render_template("penyusutan_tindakan.html", title=JUDUL[verb], item=item, form=form)
        return page, 422 if request.method == "POST" else 200

    @staticmethod
    def _act(officer: Officer, ident: int, verb: str, form: Any) -> None:
        if verb == "setujui":
            penyusutan.setujui(officer, ident, form.nomor.data, form.tanggal.data)
        elif verb == "batalkan":
            penyusutan.batalkan(officer, ident, form.alasan.data)
        else:
            penyusutan.laksanakan(officer, ident, {name: form[name].data for name in ("tanggal", "cara", "saksi")})

    @expose("/<pk>/daftar.docx")
    def unduh(self, pk: str) -> Any:
        """The list, to go with the request for approval."""
        _, item = self.opened(pk)
        content, name = penyusutan.daftar(db.session, item), nama_unduhan("Daftar", str(item), ext="docx")
        return send_file(BytesIO(content), mimetype=DOCX, as_attachment=True, download_name=name)
