"""Surat penyampaian SK: passes the decree on to the agencies; the receipt comes on a page of its own."""

from docx_templates.letters import letter_head
from docx_templates.ooxml import A4, p, section_end
from docx_templates.parts import Paper, carbon_copy, kop, make, signature
from docx_templates.styles import letter
from docx_templates.tables import GAP, Column, grid

PAGE = A4
RECEIPT = [
    Column("No", 1, "{{ loop.index }}", middle=True),
    Column("Penerima", 7, "{{ y }}"),
    Column("Nama", 5, ""),
    Column("Tanggal", 3, ""),
    Column("Tanda tangan", 4, ""),
]


def paper() -> Paper:
    return make(
        kop(PAGE),
        letter_head(PAGE),
        p(
            "Bersama ini kami sampaikan Keputusan Nomor {{ surat_keputusan.nomor }} tanggal "
            "{{ surat_keputusan.tanggal }}{% if surat_keputusan.perihal %} tentang {{ surat_keputusan.perihal }}"
            "{% endif %} beserta Lampiran I (berkas {{ berkas.nomor }}). Sesuai keputusan tersebut, Saudara diminta:"
        ),
        p(
            "mengelola dan menyimpan dokumen informasi yang dikecualikan, dalam bentuk softcopy dan hardcopy, serta "
            "menjaga kerahasiaannya;",
            "Daftar",
            number=letter(1),
        ),
        p(
            "memberikan bagian lain dari dokumen yang sama kepada pemohon dengan menghitamkan bagian yang dikecualikan; "
            "dan",
            "Daftar",
            number=letter(1),
        ),
        p(
            "mencatat tempat penyimpanan dan penanggung jawabnya, serta mengembalikan tanda terima di balik surat ini.",
            "Daftar",
            number=letter(1),
            keep=True,
        ),
        p("Demikian disampaikan untuk dilaksanakan.", keep=True),
        signature(PAGE, "penandatangan", place=""),
        carbon_copy(),
        section_end(PAGE),
        p("TANDA TERIMA", "Judul"),
        p("Keputusan Nomor {{ surat_keputusan.nomor }} tanggal {{ surat_keputusan.tanggal }}", "JudulNomor"),
        grid(PAGE.inside, "y in kepada", RECEIPT, least=620),
        GAP,
        page=PAGE,
    )
