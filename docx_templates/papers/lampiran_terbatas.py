"""Lampiran II of the decree: the particulars, Terbatas, never announced."""

from docx_templates.decree import annex_head
from docx_templates.ooxml import F4_LANDSCAPE, or_dash, p, when
from docx_templates.parts import SCOPE, TERM, Paper, duty_note, make, signature
from docx_templates.tables import GAP_KEPT, Column, butir_tables, grid, rounds, warnings

PAGE = F4_LANDSCAPE
LIST = [
    Column("No", 2.2, "{{ b.no }}", middle=True),
    Column("Kode", 5.6, "{{ b.kode }}"),
    Column("Uraian lengkap informasi", 12, "{{ b.uraian }}"),
    Column("Dokumen induk", 8, "{{ b.dokumen_induk }}"),
    Column("Cakupan dan bagian", 8, SCOPE),
    Column("Dasar hukum", 9, "{{ b.pasal17 }}{% if b.dasar_lain %}; {{ b.dasar_lain }}{% endif %}"),
    Column("Analisis bila dibuka", 10, or_dash("b.uji.dibuka")),
    Column("Analisis bila ditutup", 10, or_dash("b.uji.ditutup")),
    Column(
        "Jangka waktu dan peninjauan",
        8,
        TERM + "{% if b.tanggal_tinjau %}\nDitinjau: {{ b.tanggal_tinjau }}{% endif %}",
    ),
    Column(
        "Perangkat daerah dan penanggung jawab",
        9,
        "{{ b.perangkat_daerah }}\n{{ b.penguasa }}{% if b.penanggung_jawab %}\n{{ b.penanggung_jawab }}{% endif %}",
    ),
    Column("SKKAAD", 6.2, or_dash("b.skkaad")),
]
DIFFERENT = [
    Column("Kode", 3, "{{ d.kode }}"),
    Column("Hasil pertimbangan Tim", 4, "{{ d.hasil }}"),
    Column("Keputusan", 4, "{{ d.keputusan }}"),
    Column("Alasan", 9, "{{ d.alasan }}"),
]


def paper() -> Paper:
    return make(
        annex_head(
            PAGE,
            "LAMPIRAN II",
            number="surat_keputusan.nomor",
            date="surat_keputusan.tanggal",
            subject="naskah.perihal",
        ),
        p("RINCIAN INFORMASI YANG DIKECUALIKAN", "Judul"),
        p("TERBATAS, TIDAK UNTUK DIUMUMKAN", "Judul"),
        p("NOMOR {{ naskah.nomor }}", "JudulNomor"),
        p(
            "Lampiran ini memuat rincian {{ jumlah_butir }} ({{ jumlah_kata }}) butir informasi yang dikecualikan"
            "{% if matriks.ada %} menurut Lembar Uji Konsekuensi Nomor {{ matriks.nomor }} tanggal {{ "
            "matriks.tanggal }}"
            "{% endif %}."
        ),
        butir_tables(PAGE.inside, LIST, style="SelKecil", tail=True),
        warnings(PAGE.inside, "Peringatan kelengkapan yang diterima dengan alasan tertulis saat penetapan:", tail=True),
        when(
            "keputusan_berbeda",
            p("Keputusan yang berbeda dari hasil pertimbangan Tim, dengan alasannya:", keep=True),
            grid(PAGE.inside, "d in keputusan_berbeda", DIFFERENT, split=False, tail=True),
            GAP_KEPT,
        ),
        rounds(PAGE.inside, "Riwayat putaran:", tail=True),
        duty_note(),
        signature(PAGE, "penandatangan"),
        page=PAGE,
    )
