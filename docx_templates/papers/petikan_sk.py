"""Petikan SK: the decree as one agency gets it, with its own butir only and the particulars it must keep by."""

from docx_templates.decree import annex_head, diktum
from docx_templates.ooxml import F4, F4_LANDSCAPE, cell, or_dash, p, row, section_end, shares, table
from docx_templates.parts import SCOPE, TERM, Paper, kop, make, signature
from docx_templates.tables import GAP_KEPT, Column, butir_tables, pairs

PAGE = F4
SIDE = F4_LANDSCAPE
TRUE = "Petikan sesuai dengan keputusan aslinya,"
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


def _decided_and_signed() -> str:
    """Left, whoever set the decree, as its foot says; right, who signs that the extract is true."""
    widths = shares(PAGE.inside, 54, 46)

    def pair(left: tuple[str, ...], right: tuple[str, ...]) -> str:
        return row(
            *(cell(tuple(p(t, "Ttd") for t in texts), w) for texts, w in zip((left, right), widths, strict=True)),
            whole=True,
        )

    def named(name: str) -> tuple[str, ...]:
        rank = "{% if NAME.pangkat %}{{ NAME.pangkat }}\n{% endif %}{% if NAME.nip %}NIP {{ NAME.nip }}{% endif %}"
        return f"**{{{{ {name}.nama_cetak }}}}**", rank.replace("NAME", name)

    rows = (
        pair(
            ("Ditetapkan di {{ naskah.tempat }}\npada tanggal {{ surat_keputusan.tanggal }}",),
            ("{{ naskah.tempat }}, {{ naskah.tanggal }}\n" + TRUE,),
        ),
        pair(("{{ penetap.jabatan_cetak }}",), ("{{ penandatangan.jabatan_cetak }}",)),
        row(
            cell("ttd.", widths[0], style="Ttd", middle=True), cell("", widths[1], style="Ttd"), whole=True, least=1020
        ),
        pair(named("penetap"), named("penandatangan")),
    )
    return GAP_KEPT + table(widths, *rows, lined=False)


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
        pairs(
            PAGE.inside, [(name, "dan seterusnya") for name in ("Menimbang", "Mengingat", "Memperhatikan")], label=19
        ),
        p("MEMUTUSKAN:", "Judul", more='<w:spacing w:before="160" w:after="80"/>'),
        _dictums(),
        p("Petikan ini diberikan kepada {{ perangkat_daerah }} untuk dilaksanakan sebagaimana mestinya.", keep=True),
        _decided_and_signed(),
        section_end(PAGE),
        annex_head(SIDE, "LAMPIRAN PETIKAN", number="surat_keputusan.nomor", date="surat_keputusan.tanggal"),
        p("INFORMASI YANG DIKECUALIKAN PADA {{ perangkat_daerah|upper }}", "Judul"),
        p("NOMOR URUT MENURUT LAMPIRAN KEPUTUSAN", "JudulNomor"),
        butir_tables(SIDE.inside, LIST, style="SelKecil", tail=True),
        signature(SIDE, "penandatangan", place="", before=TRUE),
        page=SIDE,
    )
