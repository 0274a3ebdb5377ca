"""The register of what was decreed, and what happens to its entries later."""

from __future__ import annotations

from typing import Any

from app import models as m
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import LABEL_STATUS, StatusRegister
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.search import Pencarian

STATUS = {status.value: LABEL_STATUS[status] for status in StatusRegister}


class PenyimpananView(SafeModelView):
    datamodel = ScopedInterface(m.PenyimpananDokumen)
    route_base = "/penyimpanan-dokumen"
    class_permission_name = "PenyimpananDokumen"
    list_title, add_title = "Penyimpanan dokumen", "Catat penyimpanan dokumen"
    edit_title = "Ubah penyimpanan dokumen"
    intro = "SOP 4: perangkat daerah mengelola dan menyimpan sendiri dokumen yang dikecualikan."
    sop = 4
    parent = "butir_ditetapkan"
    list_columns = ["penanggung_jawab", "butir_ditetapkan", "perangkat_daerah", "lokasi_softcopy", "lokasi_hardcopy"]
    order_columns = ["penanggung_jawab"]
    show_columns = [*list_columns, "dikonfirmasi_pada"]
    add_columns = ["butir_ditetapkan", "lokasi_softcopy", "lokasi_hardcopy", "penanggung_jawab"]
    edit_columns = ["lokasi_softcopy", "lokasi_hardcopy", "penanggung_jawab"]
    empty = "Belum ada penyimpanan yang dicatat. Buka satu butir pada Daftar dikecualikan untuk mencatatnya."
    pencarian = Pencarian(("penanggung_jawab", "lokasi_softcopy", "lokasi_hardcopy"))

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        """The agency is that of the entry, never of the form."""
        agency = values["butir_ditetapkan"].perangkat_daerah_id
        return super().create(officer, {**values, "perangkat_daerah_id": agency})


class PerubahanKlasifikasiView(SafeModelView):
    datamodel = ScopedInterface(m.PerubahanKlasifikasi)
    route_base = "/perubahan-klasifikasi"
    class_permission_name = "PerubahanKlasifikasi"
    list_title, add_title = "Perubahan klasifikasi", "Catat perubahan klasifikasi"
    edit_title = "Ubah catatan perubahan"
    parent = "butir_ditetapkan"
    list_columns = ["dasar", "jenis", "butir_ditetapkan", "tanggal"]
    order_columns = ["tanggal", "jenis"]
    show_columns = ["butir_ditetapkan", "jenis", "dasar", "tanggal", "berkas"]
    add_columns = ["butir_ditetapkan", "jenis", "dasar", "tanggal"]
    edit_columns = ["jenis", "dasar", "tanggal"]
    description_columns = {"dasar": "Keputusan atau putusan yang menjadi dasarnya, dengan nomor dan tanggal."}
    words = {"jenis": choices.JENIS_PERUBAHAN}
    empty = "Belum ada perubahan. Buka satu butir pada Daftar dikecualikan untuk mencatatnya."
    pencarian = Pencarian(("dasar",), {"jenis": ("Jenis", choices.JENIS_PERUBAHAN)})


class SengketaView(SafeModelView):
    datamodel = ScopedInterface(m.Sengketa)
    route_base = "/sengketa"
    class_permission_name = "Sengketa"
    list_title, add_title, edit_title = "Sengketa informasi", "Catat sengketa", "Ubah sengketa"
    parent = "butir_ditetapkan"
    list_columns = ["nomor_register_ki", "butir_ditetapkan", "pemohon", "tahap", "tanggal_putusan"]
    order_columns = ["nomor_register_ki", "tanggal_putusan"]
    show_columns = ["nomor_register_ki", "butir_ditetapkan", "pemohon", "tahap", "putusan", "tanggal_putusan"]
    add_columns = show_columns
    edit_columns = ["nomor_register_ki", "pemohon", "tahap", "putusan", "tanggal_putusan"]
    empty = "Belum ada sengketa. Buka satu butir pada Daftar dikecualikan untuk mencatatnya."
    pencarian = Pencarian(("nomor_register_ki", "pemohon"))


class DaftarView(SafeModelView):
    """The register, to read; its rows are made and changed by decrees only."""

    datamodel = ScopedInterface(m.ButirDitetapkan)
    route_base = "/daftar"
    class_permission_name = "ButirDitetapkan"
    base_permissions = ["can_list", "can_show"]
    list_title = "Daftar informasi yang dikecualikan"
    intro = "Butir yang sudah ditetapkan dengan surat keputusan."
    sop = 4
    list_columns = ["uraian_publik", "kode", "perangkat_daerah", "dasar_hukum", "jangka", "akhir", "status"]
    order_columns = ["kode", "akhir", "status"]
    show_fieldsets = [
        ("Isi", {"fields": ["kode", "uraian_publik", "klasifikasi", "cakupan", "perangkat_daerah", "status"]}),
        ("Dasar dan alasan", {"fields": ["dasar_hukum", "alasan_ringkas"]}),
        ("Jangka waktu", {"fields": ["jangka", "mulai", "akhir", "peristiwa", "batas_buka", "tanggal_tinjau"]}),
        ("Keputusan", {"fields": ["sk", "menggantikan"]}),
    ]
    words = {"cakupan": choices.CAKUPAN}
    related_views = [PenyimpananView, PerubahanKlasifikasiView, SengketaView]
    pencarian = Pencarian(
        ("uraian_publik", "kode", "dasar_hukum", "perangkat_daerah.singkatan"), {"status": ("Status", STATUS)}
    )
    empty = "Belum ada butir yang ditetapkan. Butir masuk ke sini setelah surat keputusan ditetapkan."

    def record_title(self, item: Any) -> str:
        return str(item.uraian_publik)
