"""Lembar kendali SOP of one berkas, in the sheet's own columns; what the office added stands apart in grey."""

from docx_templates.ooxml import A4_LANDSCAPE, p
from docx_templates.parts import Paper, duty_note, kop, make, title
from docx_templates.sheet import additions, sheet_table
from docx_templates.tables import pairs, rounds

PAGE = A4_LANDSCAPE


def paper() -> Paper:
    lines = [
        ("Nama SOP", "{{ sop_nama }}"),
        ("Nomor SOP, tanggal efektif", "{{ sop_nomor }}, {{ sop_efektif }}"),
        ("Berkas", "{{ berkas.nomor }}, {{ berkas.judul }}"),
        ("Dasar pelaksanaan", "{{ berkas.dasar_pelaksanaan }}"),
        ("Keadaan; putaran", "{{ keadaan }}; putaran ke-{{ berkas.putaran }}"),
        ("Dicetak", "{{ dicetak_pada }}"),
    ]
    return make(
        kop(PAGE),
        title("LEMBAR KENDALI SOP", "PENDOKUMENTASIAN INFORMASI YANG DIKECUALIKAN", number=False),
        pairs(PAGE.inside, lines, label=20),
        p("", "Sela"),
        sheet_table(PAGE),
        additions(PAGE),
        p("", "Sela"),
        rounds(PAGE.inside, "Riwayat putaran:"),
        duty_note(),
        p(
            "Lembar ini disusun dari catatan sistem. “✓” berarti ada; “☐” berarti belum ada. Kegiatan berlatar "
            "abu-abu tidak "
            "tercantum dalam lembar SOP dan dicetak dengan dasarnya.",
            "Catatan",
        ),
        page=PAGE,
    )
