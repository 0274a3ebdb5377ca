"""Meetings, opinions and approvals. Opinions are given on one page for a whole berkas (app.views.pendapat)."""

from __future__ import annotations

from typing import Any

from flask import url_for

from app import models as m
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import StatusBerkas
from app.steps.rapat import simpan_rapat
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.search import Pencarian
from app.views.writing import ids

RAPAT_BOLEH = (StatusBerkas.PENGHIMPUNAN, StatusBerkas.PENGKAJIAN, StatusBerkas.PERTIMBANGAN)


class KehadiranView(SafeModelView):
    datamodel = ScopedInterface(m.KehadiranRapat)
    route_base = "/kehadiran"
    class_permission_name = "KehadiranRapat"
    list_title, add_title, edit_title = "Kehadiran", "Tambah peserta", "Ubah peserta"
    parent = "rapat"
    list_columns = ["nama", "jabatan", "instansi", "peran", "hadir"]
    order_columns = ["nama", "peran"]
    show_columns = ["rapat", "nama", "jabatan", "instansi", "peran", "hadir"]
    add_columns = show_columns
    edit_columns = ["nama", "jabatan", "instansi", "peran", "hadir"]
    words = {"peran": choices.PERAN_RAPAT}
    empty = "Belum ada peserta."

    def may_add_to(self, parent: Any) -> bool:
        return parent.berkas.status in RAPAT_BOLEH

    def after_delete_url(self, item: Any) -> str:
        return self.record_url(item)

    def record_url(self, item: Any) -> str:
        return url_for("RapatView.show", pk=item.rapat_id)


class RapatView(SafeModelView):
    datamodel = ScopedInterface(m.Rapat)
    route_base = "/rapat"
    class_permission_name = "Rapat"
    list_title, add_title, edit_title = "Rapat", "Catat rapat", "Ubah rapat"
    intro = "Berita acara bertanggal sama dengan rapatnya."
    parent = "berkas"
    list_columns = ["jenis", "tanggal", "tempat", "berkas", "pimpinan"]
    order_columns = ["tanggal", "jenis"]
    show_columns = [
        "berkas",
        "jenis",
        "tanggal",
        "mulai",
        "selesai",
        "tempat",
        "pimpinan",
        "notulis",
        "undangan_nomor",
        "notulen",
    ]
    add_columns = show_columns
    edit_columns = [
        "jenis",
        "tanggal",
        "mulai",
        "selesai",
        "tempat",
        "pimpinan",
        "notulis",
        "undangan_nomor",
        "notulen",
    ]
    words = {"jenis": choices.JENIS_RAPAT}
    related_views = [KehadiranView]
    pencarian = Pencarian(("tempat", "pimpinan"), {"jenis": ("Jenis", choices.JENIS_RAPAT)})
    empty = "Belum ada rapat. Rapat dicatat dari halaman berkas klasifikasi."
    berasal = "BerkasView.list"

    def may_add_to(self, parent: Any) -> bool:
        return parent.status in RAPAT_BOLEH

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        return simpan_rapat(officer, ids(values))

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        simpan_rapat(officer, ids(values), ident=item.id)


class PendapatView(SafeModelView):
    """Opinions to read; written on the page of the berkas."""

    datamodel = ScopedInterface(m.Pendapat)
    route_base = "/pendapat"
    class_permission_name = "Pendapat"
    base_permissions = ["can_list", "can_show", "can_add"]
    exclude_route_methods = {"download", "add", "edit", "delete"}
    list_title = "Pendapat anggota Tim"
    sop = 3
    list_columns = ["sikap", "butir", "anggota", "cara", "tanggal", "putaran", "dicabut"]
    order_columns = ["tanggal", "putaran"]
    show_columns = [
        "butir",
        "anggota",
        "sikap",
        "alasan_uu",
        "alasan_kepatutan",
        "alasan_kepentingan_umum",
        "cara",
        "dicatat_oleh",
        "tanggal",
        "putaran",
        "dicabut",
    ]
    words = {"sikap": choices.SIKAP, "cara": choices.CARA_PENDAPAT}
    pencarian = Pencarian(("butir.kode", "butir.uraian"), {"sikap": ("Pendapat", choices.SIKAP)})
    empty = "Belum ada pendapat. Pendapat diisi dari halaman berkas yang sedang dipertimbangkan."
    berasal = "BerkasView.list"


class PersetujuanView(SafeModelView):
    """Approvals to read; given by the move "Beri persetujuan"."""

    datamodel = ScopedInterface(m.PersetujuanPimpinan)
    route_base = "/persetujuan"
    class_permission_name = "PersetujuanPimpinan"
    base_permissions = ["can_list", "can_show"]
    list_title = "Persetujuan pimpinan"
    list_columns = ["berkas", "pejabat", "tanggal", "nomor_surat", "lingkup", "putaran", "dicabut"]
    order_columns = ["tanggal"]
    show_columns = ["berkas", "pejabat", "tanggal", "nomor_surat", "lingkup", "catatan", "putaran", "dicabut"]
    words = {"lingkup": choices.LINGKUP_PERSETUJUAN}
    pencarian = Pencarian(("nomor_surat", "berkas.judul"))
    empty = "Belum ada persetujuan. Persetujuan diberikan dari halaman berkas pada tahap penetapan."
    berasal = "BerkasView.list"
