"""The SOP sheet's own table, as on the printed sheet: used by the control sheet and by the report."""

from __future__ import annotations

from docx_templates.ooxml import Page, cell, each, or_dash, p, row, row_each, shares, table, when
from docx_templates.tables import GAP, GREY, SHADE, Column, grid

TICK = "✓ "
BOX = "☐ "
_PARTS = (3.4, 14.5, 11.5, 11.5, 11.5, 20.5, 10.5, 20.5, 10)
_OUTPUT = (
    "{% if o.ada %}"
    + TICK
    + "{% else %}"
    + BOX
    + "{% endif %}{{ o.nama }}{% if o.nomor %}, Nomor {{ o.nomor }}{% endif %}"
    "{% if o.tanggal %}, {{ o.tanggal }}{% endif %}{% if o.tertandatangani %} (sudah ditandatangani){% endif %}"
)
_NEED = (
    "{% if n.ada %}"
    + TICK
    + "{% else %}"
    + BOX
    + "{% endif %}{{ n.nama }}{% if n.tautan %} ({{ n.tautan }}){% endif %}"
)
_TIME = "pada hari dan jam kerja{% if l.waktu %}: {{ l.waktu }}{% endif %}{% if l.di_luar_jam_kerja %} (sebagian di luar jam kerja){% endif %}"
_REMARK = "{{ l.keterangan }}{% if l.disimpulkan %} Simbol alur hilang; pelaksana disimpulkan.{% endif %}"


def sheet_table(page: Page) -> str:
    """NO · KEGIATAN · PELAKSANA (three) · Pendukung (Kelengkapan, Waktu, Output) · KETERANGAN."""
    widths = shares(page.inside, *_PARTS)

    def head(text: str, at: int, *, merge: str = "", span: int = 1) -> str:
        style = "SelKecilKepala"
        return cell(text, sum(widths[at : at + span]), style=style, merge=merge, span=span, shade=SHADE, middle=True)

    top = row(
        head("NO", 0, merge="start"),
        head("KEGIATAN", 1, merge="start"),
        head("PELAKSANA", 2, span=3),
        head("Pendukung", 5, span=3),
        head("KETERANGAN", 8, merge="start"),
        head=True,
    )
    names = (
        "Petugas PPID Pelaksana",
        "PPID Utama/Pemprov Banten",
        "Tim Pertimbangan",
        "Kelengkapan",
        "Waktu",
        "Output",
    )
    below = row(
        head("", 0, merge="on"),
        head("", 1, merge="on"),
        *(head(name, at) for at, name in enumerate(names, 2)),
        head("", 8, merge="on"),
        head=True,
    )
    small = "SelKecil"
    line = row(
        cell("{{ l.no }}", widths[0], style="SelKecilTengah"),
        cell("{{ l.kegiatan }}", widths[1], style=small),
        *(
            cell(f"{{% if l.{who} %}}{TICK}{{{{ l.{who} }}}}{{% endif %}}", widths[at], style=small)
            for at, who in ((2, "petugas"), (3, "ppid_utama"), (4, "tim"))
        ),
        cell((each("n in l.kelengkapan", p(_NEED, small)), p("", "Kecil")), widths[5]),
        cell(_TIME, widths[6], style=small),
        cell((each("o in l.output", p(_OUTPUT, small)), p("", "Kecil")), widths[7]),
        cell(_REMARK, widths[8], style=small),
        whole=True,
    )
    return table(widths, top, below, row_each("l in langkah", line))


def additions(page: Page) -> str:
    """What the office did beside the sheet, in grey with its basis."""
    columns = [
        Column("Kegiatan di luar lembar SOP", 6, "{{ t.kegiatan }}"),
        Column("Pelaku", 5, "{{ t.pelaku }}"),
        Column("Waktu", 4, "{{ t.waktu }}{% if t.di_luar_jam_kerja %} (di luar jam kerja){% endif %}"),
        Column("Dasar", 4, "{{ t.dasar }}"),
        Column("Keterangan", 6, or_dash("t.keterangan")),
    ]
    lines = grid(page.inside, "t in tambahan", columns, style="SelKecil", split=False, shade=GREY)
    return when("tambahan", GAP, lines)
