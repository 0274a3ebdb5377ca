"""Daftar hadir: everybody who is listed for a meeting, with room to sign."""

from docx_templates.letters import meeting
from docx_templates.ooxml import A4, p, when
from docx_templates.parts import Paper, kop, make, signature
from docx_templates.tables import GAP_KEPT, Column, signers_table

PAGE = A4
PEOPLE = [
    Column("Nama", 4.5, "{{ o.nama }}"),
    Column("Jabatan", 4.5, "{{ o.jabatan }}"),
    Column("Instansi", 3.8, "{{ o.instansi }}"),
    Column("Unsur", 2.4, "{{ o.unsur }}"),
]


def paper() -> Paper:
    return make(
        kop(PAGE),
        p("DAFTAR HADIR", "Judul"),
        p("Berkas {{ berkas.nomor }}", "JudulNomor"),
        meeting(PAGE),
        GAP_KEPT,
        when(
            "peserta",
            signers_table(PAGE.inside, "o in peserta", PEOPLE),
            GAP_KEPT,
            otherwise=(p("Belum ada peserta yang dicatat pada rapat ini.", keep=True),),
        ),
        signature(PAGE, "penandatangan"),
        page=PAGE,
    )
