"""The family of correspondence: the block of a letter, the block of a nota dinas, the lines of a meeting."""

from __future__ import annotations

from app.sop.choices import BARIS_NOTA
from docx_templates.ooxml import Page, each, p, when
from docx_templates.tables import GAP, pairs

MEETING = (
    ("Hari, tanggal", "{{ rapat.hari }}, {{ rapat.tanggal }}"),
    ("Waktu", "{% if rapat.mulai %}{{ rapat.mulai }} WIB sampai {{ rapat.selesai }}{% else %}–{% endif %}"),
    ("Tempat", "{{ rapat.tempat }}"),
    ("Acara", "{{ acara }}"),
)


def letter_head(page: Page, at: str = "di Tempat") -> str:
    """Place and date at the right, number block, then the addressees, one a line or counted, and where they are."""
    lines = [
        ("Nomor", "{{ naskah.nomor }}"),
        ("Sifat", "{{ naskah.sifat }}"),
        ("Lampiran", "{{ naskah.lampiran }}"),
        ("Hal", "**{{ naskah.perihal }}**"),
    ]
    place = p("{{ naskah.tempat }}, {{ naskah.tanggal }}", "Blok", more='<w:jc w:val="right"/>')
    numbered = "{% if loop.length > 1 %}{{ loop.index }}. {% endif %}{{ y }}"
    return (
        place
        + pairs(page.inside, lines, label=12)
        + p("", "Blok")
        + p("Yth.", "Blok")
        + each("y in kepada", p(numbered, "Blok"))
        + p(at, "Blok")
        + p("", "Blok")
    )


def nota_head(page: Page) -> str:
    """The rows of a nota dinas and the rule below them; a page profile may order them otherwise."""
    copies = "{% for t in naskah.tembusan %}{{ t }}{% if not loop.last %}; {% endif %}{% else %}–{% endfor %}"
    filled = {
        "Yth.": "{{ kepada }}",
        "Dari": "{{ dari }}",
        "Tembusan": copies,
        "Tanggal": "{{ naskah.tanggal }}",
        "Nomor": "{{ naskah.nomor }}",
        "Sifat": "{{ naskah.sifat }}",
        "Lampiran": "{{ naskah.lampiran }}",
        "Hal": "**{{ naskah.perihal }}**",
    }
    lines = [(name, filled[name]) for name in BARIS_NOTA]
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr>'
    return pairs(page.inside, lines, label=16) + p("", "Sela", more=rule) + GAP


def meeting(page: Page, *more: tuple[str, str]) -> str:
    """When, where and about what; dots where no meeting is recorded."""
    return when(
        "rapat.ada",
        pairs(page.inside, [*MEETING, *more], keep=True),
        otherwise=(
            pairs(
                page.inside, [("Hari, tanggal", ". " * 20), ("Tempat", ". " * 20), ("Acara", "{{ acara }}")], keep=True
            ),
        ),
    )
