"""Label boks arsip: one label for each box, to cut out and stick on; below it what lies inside."""

from docx_templates.ooxml import A4, cell, each, or_dash, p, row, shares, table
from docx_templates.parts import Paper, make
from docx_templates.tables import GAP, SHADE, Column, grid

PAGE = A4
INSIDE = [
    Column("Folder", 2, or_dash("y.folder")),
    Column("Naskah", 9, "{{ y.naskah }}"),
    Column("Nomor", 7, "{{ y.nomor }}"),
    Column("Tanggal", 4, "{{ y.tanggal }}"),
    Column("Lembar", 2, "{{ y.lembar }}"),
]


def _label() -> str:
    """The box as it is read from a metre away: its number large, then where it stands and how long it is kept."""
    widths = shares(PAGE.inside, 27, 48, 25)
    lines = (
        ("Lokasi", or_dash("x.lokasi")),
        ("Berkas", or_dash("x.berkas")),
        ("Kode klasifikasi", "{{ x.kode_klasifikasi }}"),
        ("Kurun waktu", "{{ x.kurun_waktu }}"),
        ("Klasifikasi keamanan", "**{{ x.skkaad }}**"),
        ("Retensi", "{{ x.retensi }}"),
        ("Nasib akhir", "{{ x.nasib_akhir }}"),
        ("Penanggung jawab", or_dash("x.penanggung_jawab")),
    )
    top = row(
        cell(
            (p("**{{ instansi.pemerintah }}**", "Sel", keep=True), p("**{{ instansi.nama }}**", "Sel", keep=True)),
            sum(widths[:2]),
            span=2,
            middle=True,
        ),
        cell((p("BOKS", "SelKepala"), p("{{ x.nomor }}", "Judul")), widths[2], middle=True, shade=SHADE),
        head=True,
    )
    rows = [
        row(
            cell(name, widths[0], style="SelMedan", keep=True),
            cell(value, sum(widths[1:]), span=2, keep=True),
            whole=True,
        )
        for name, value in lines
    ]
    return table(widths, top, *rows)


def paper() -> Paper:
    return make(
        p("LABEL BOKS ARSIP", "Judul"),
        p(
            "Boks yang memuat arsip berkas {{ berkas.nomor }} ({{ berkas.judul }}). Potong menurut garis label, tempel pada "
            "sisi boks.",
            "JudulNomor",
        ),
        each(
            "x in boks",
            _label(),
            p(
                "Isi boks {{ x.nomor }} ({{ x.jumlah_lembar }} lembar tercatat):",
                "Sel",
                keep=True,
                more='<w:spacing w:before="80" w:after="40"/>',
            ),
            grid(PAGE.inside, "y in x.isi", INSIDE, style="SelKecil", split=False),
            GAP,
            GAP,
        ),
        page=PAGE,
    )
