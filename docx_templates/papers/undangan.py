"""Undangan: calls people to the test of consequences or to the Tim's consideration."""

from docx_templates.letters import letter_head, meeting
from docx_templates.ooxml import A4, p, when
from docx_templates.parts import Paper, carbon_copy, kop, make, signature
from docx_templates.tables import GAP_KEPT

PAGE = A4


def paper() -> Paper:
    return make(
        kop(PAGE),
        letter_head(PAGE),
        p(
            "Dalam rangka {{ berkas.judul }} (berkas {{ berkas.nomor }}) sesuai {{ berkas.sop }}, dengan hormat kami "
            "mengundang Saudara hadir pada:",
            keep=True,
        ),
        meeting(PAGE),
        GAP_KEPT,
        when("catatan", p("{{ catatan }}", keep=True, long=True)),
        p("Demikian disampaikan, atas kehadiran Saudara diucapkan terima kasih.", keep=True),
        signature(PAGE, "penandatangan", place=""),
        carbon_copy(),
        page=PAGE,
    )
