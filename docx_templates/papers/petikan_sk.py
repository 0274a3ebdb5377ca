"""Petikan SK: the decree as one agency gets it, with its own butir only and the particulars it must keep by."""

from docx_templates.decree import annex_head, diktum
from docx_templates.ooxml import F4, F4_LANDSCAPE, cell, or_dash, p, row, section_end, shares, table, when
from docx_templates.parts import SCOPE, TERM, Paper, kop, make, signature
from docx_templates.tables import GAP, Column, butir_tables

PAGE = F4
SIDE = F4_LANDSCAPE
LIST = [
    Column("No", 2.4, "{{ b.no }}", middle=True),
    Column("Kode", 6, "{{ b.kode }}"),
    Column("Uraian lengkap informasi", 13, "{{ b.uraian }}"),
    Column("Dokumen induk", 8, "{{ b.dokumen_induk }}"),
    Column("Cakupan dan bagian", 8, SCOPE),
    Column("Dasar hukum", 10, "{{ b.dasar_hukum }}"),
    Column("Jangka waktu", 9, TERM),
    Column(
        "Pejabat/unit yang menguasai dan penanggung jawab",
        10,
        "{{ b.penguasa }}{% if b.penanggung_jawab %}\n{{ b.penanggung_jawab }}{% endif %}",
    ),
    Column("SKKAAD", 6.4, or_dash("b.skkaad")),
]


def _decided() -> str:
    """Whoever set the decree, as its foot says: signed there, not here."""
    widths = shares(PAGE.inside, 46, 54)
    words = (
        p("Ditetapkan di {{ naskah.tempat }}\npada tanggal {{ surat_keputusan.tanggal }}", "Ttd"),
        p("{{ penetap.jabatan_cetak }}", "Ttd"),
        p("ttd.", "Ttd"),
        p("{{ penetap.nama_cetak }}", "Ttd"),
        when("penetap.pangkat", p("{{ penetap.pangkat }}", "Ttd")),
        when("penetap.nip", p("NIP {{ penetap.nip }}", "Ttd")),
    )
    return table(widths, row(cell("", widths[0], style="Ttd"), cell(words, widths[1]), whole=True), lined=False) + GAP


def _dictums() -> str:
    return diktum(
        PAGE.inside,
        (
            "KESATU",
            "Menetapkan klasifikasi informasi yang dikecualikan di lingkungan Pemerintah Provinsi Banten tahun "
            "{{ naskah.tahun }} sebanyak {{ jumlah_seluruh }} butir; di antaranya {{ jumlah_butir }} "
            "({{ jumlah_kata }}) butir pada {{ perangkat_daerah }} sebagaimana tercantum dalam lampiran petikan ini.",
        ),
        ("KEDUA", "dan seterusnya."),
        (
            "KEEMPAT",
            "Meminta petugas PPID pada perangkat daerah untuk mengelola dan menyimpan dokumen informasi yang "
            "dikecualikan, dalam bentuk softcopy dan hardcopy, serta menjaga kerahasiaannya.",
        ),
        ("KELIMA", "dan seterusnya."),
        conditional={},
    )


def paper() -> Paper:
    return make(
        kop(PAGE),
        p("PETIKAN", "Judul"),
        p("KEPUTUSAN", "Judul"),
        p("{{ jabatan_penetap }}", "Judul"),
        p("NOMOR {{ surat_keputusan.nomor }}", "Judul"),
        p("", "Judul"),
        p("TENTANG", "Judul"),
        p("{{ naskah.perihal|upper }}", "Judul"),
        p("", "Judul"),
        p("Menimbang : dan seterusnya", "Blok"),
        p("Mengingat : dan seterusnya", "Blok"),
        p("MEMUTUSKAN:", "Judul", more='<w:spacing w:before="160" w:after="80"/>'),
        _dictums(),
        _decided(),
        p("Petikan ini diberikan kepada {{ perangkat_daerah }} untuk dilaksanakan sebagaimana mestinya.", keep=True),
        signature(PAGE, "penandatangan", before="Petikan sesuai dengan keputusan aslinya,"),
        section_end(PAGE),
        annex_head(SIDE, "LAMPIRAN PETIKAN", number="surat_keputusan.nomor", date="surat_keputusan.tanggal"),
        p("INFORMASI YANG DIKECUALIKAN PADA {{ perangkat_daerah|upper }}", "Judul"),
        p("NOMOR URUT MENURUT LAMPIRAN KEPUTUSAN", "JudulNomor"),
        butir_tables(SIDE.inside, LIST, style="SelKecil", tail=True),
        signature(SIDE, "penandatangan", place="", before="Petikan sesuai dengan keputusan aslinya,"),
        page=SIDE,
    )
