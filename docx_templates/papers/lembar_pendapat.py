"""Lembar pendapat: one sheet for each member of the Tim, filled from the record or left open for the pen."""

from app.sop.choices import SIKAP
from docx_templates.ooxml import A4, cell, each, or_dash, p, row, shares, table, when
from docx_templates.parts import PLACE_DATE, Paper, kop, make
from docx_templates.tables import GAP, GAP_KEPT, card, pairs

PAGE = A4
BREAK = '<w:p><w:pPr><w:pStyle w:val="Kecil"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
OPEN = " / ".join(SIKAP.values()) + " (coret yang tidak perlu)"


def _room(name: str) -> str:
    return f"{{% if {name} %}}{{{{ {name} }}}}{{% else %}}\n\n{{% endif %}}"


def _sign() -> str:
    widths = shares(PAGE.inside, 46, 54)
    head = cell((p(PLACE_DATE, "Ttd"), p("{{ a.kedudukan }},", "Ttd")), widths[1])
    name = cell((p("**{{ a.nama }}**", "Ttd"), p("{{ a.jabatan }}", "Ttd")), widths[1])
    empty = cell("", widths[0], style="Ttd")
    room = row(empty, cell("", widths[1], style="Ttd"), whole=True, least=1020)
    return table(widths, row(empty, head, whole=True), room, row(empty, name, whole=True), lined=False)


def paper() -> Paper:
    lines: list[tuple[str, str | tuple[str, ...]]] = [
        ("Butir", "**{{ b.kode }}** {{ b.uraian }}"),
        ("Kesimpulan PPID Utama", or_dash("b.kesimpulan")),
        ("Undang-undang", _room("b.uu")),
        ("Kepatutan", _room("b.kepatutan")),
        ("Kepentingan umum", _room("b.kepentingan_umum")),
        ("Pendapat", f"{{% if b.sikap %}}**{{{{ b.sikap }}}}**{{% else %}}{OPEN}{{% endif %}}"),
    ]
    who = [
        ("Nama", "{{ a.nama }}"),
        ("Jabatan", "{{ a.jabatan }}"),
        ("Kedudukan", "{{ a.kedudukan }} Tim Pertimbangan"),
        (
            "Nota dinas",
            "{% if nota_dinas.ada %}Nomor {{ nota_dinas.nomor }} tanggal {{ nota_dinas.tanggal }}{% else %}–{% endif %}",
        ),
    ]
    return make(
        kop(PAGE),
        each(
            "a in anggota",
            p("LEMBAR PENDAPAT ANGGOTA TIM PERTIMBANGAN", "Judul"),
            p("Berkas {{ berkas.nomor }}", "JudulNomor"),
            pairs(PAGE.inside, who),
            when(
                "a.benturan",
                p("Tidak ikut atas {{ a.benturan }} karena berasal dari perangkat daerah pengusul.", "Catatan"),
            ),
            GAP,
            when(
                "a.pendapat",
                each("b in a.pendapat", card(PAGE.inside, lines, tail=2), GAP_KEPT),
                otherwise=(p("Tidak ada butir yang dimintakan pendapat kepada anggota ini.", keep=True),),
            ),
            _sign(),
            when("not a.terakhir", BREAK),
        ),
        page=PAGE,
    )
