"""Notulen: what was said and concluded at a meeting."""

from docx_templates.letters import meeting
from docx_templates.ooxml import A4, each_held, p, when
from docx_templates.parts import Paper, kop, make, section_title, signature_pair
from docx_templates.tables import GAP, Column, grid

PAGE = A4
PEOPLE = [
    Column("No", 1, "{{ loop.index }}", middle=True),
    Column("Nama", 5, "{{ o.nama }}"),
    Column("Jabatan", 5, "{{ o.jabatan }}"),
    Column("Instansi", 5, "{{ o.instansi }}"),
    Column("Unsur", 3, "{{ o.unsur }}"),
]


def paper() -> Paper:
    return make(
        kop(PAGE),
        p("NOTULEN RAPAT", "Judul"),
        p("Berkas {{ berkas.nomor }}", "JudulNomor"),
        meeting(
            PAGE,
            ("Pimpinan", "{% if rapat.pimpinan %}{{ rapat.pimpinan }}{% else %}–{% endif %}"),
            ("Undangan", "{% if rapat.undangan %}Nomor {{ rapat.undangan }}{% else %}–{% endif %}"),
            ("Hadir", "{{ jumlah_hadir }} dari {{ jumlah_diundang }} orang (daftar hadir terlampir)"),
        ),
        GAP,
        when("rapat.peserta", grid(PAGE.inside, "o in rapat.peserta", PEOPLE), GAP),
        section_title("Pembahasan dan kesimpulan"),
        when(
            "isi",
            each_held("a in isi", "{{ a }}"),
            otherwise=(p(". " * 60), p(". " * 60, keep=True), p(". " * 60, keep=True)),
        ),
        signature_pair(PAGE, "pimpinan", "", "notulis", ""),
        page=PAGE,
    )
