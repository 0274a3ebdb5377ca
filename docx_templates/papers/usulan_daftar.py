"""Usulan daftar informasi yang dikecualikan of one agency, or its statement that it proposes nothing."""

from docx_templates.ooxml import A4_LANDSCAPE, or_dash, p, when
from docx_templates.parts import SCOPE, TERM, Paper, carbon_copy, kop, make, numbered_list, signature
from docx_templates.styles import decimal
from docx_templates.tables import Column, butir_tables, pairs, rounds

PAGE = A4_LANDSCAPE
COLUMNS = [
    Column("No", 2.2, "{{ b.no }}", middle=True),
    Column("Informasi yang dikecualikan", 9.5, "{{ b.uraian }}"),
    Column("Dokumen induk", 6.5, "{{ b.dokumen_induk }}"),
    Column("Pejabat/unit yang menguasai informasi", 6.5, "{{ b.penguasa }}"),
    Column("Pasal 17 UU 14/2008", 5.2, "{{ b.pasal17 }}"),
    Column("Dasar hukum lain", 6.8, or_dash("b.dasar_lain")),
    Column("Akibat bila dibuka", 8, or_dash("b.uji.dibuka_pengusul")),
    Column("Pertimbangan bila ditutup", 8, or_dash("b.uji.ditutup_pengusul")),
    Column("Cakupan dan bagian", 6, SCOPE),
    Column("Jangka waktu", 6, TERM),
    Column("Bentuk", 5, or_dash("b.bentuk")),
]


def _head() -> str:
    lines = [
        ("Nomor", "{{ naskah.nomor }}"),
        ("Sifat", "{{ naskah.sifat }}"),
        ("Lampiran", "{{ naskah.lampiran }}"),
        ("Hal", "**{{ naskah.perihal }} Tahun {{ naskah.tahun }}**"),
    ]
    place = p("{{ naskah.tempat }}, {{ naskah.tanggal }}", "Blok", more='<w:jc w:val="right"/>')
    address = "".join(p(text, "Blok") for text in ("", "Yth. {{ penerima }}", "di Tempat", ""))
    return place + pairs(PAGE.inside, lines, label=12) + address


def _proposal() -> tuple[str, ...]:
    return (
        p(
            "{{ perangkat_daerah }} telah menginventarisasi informasi yang dikuasainya dan mengusulkan {{ "
            "jumlah_butir }} "
            "({{ jumlah_kata }}) butir informasi untuk dikecualikan, dengan rincian sebagai berikut:"
        ),
        butir_tables(PAGE.inside, COLUMNS, style="SelKecil"),
        p(
            "Rincian di atas merupakan isian pengusul. Dokumen induk tersedia pada perangkat daerah kami dan dapat "
            "diperiksa "
            "dalam pengujian konsekuensi. Mohon kiranya usulan ini dihimpun dan dikaji lebih lanjut.",
            keep=True,
        ),
    )


def _nothing() -> tuple[str, ...]:
    return (
        p("", "Sela"),
        p("PERNYATAAN NIHIL", "Judul"),
        p("", "Sela"),
        p(
            "Dengan ini kami menyatakan bahwa setelah dilakukan inventarisasi terhadap informasi yang dikuasai "
            "{{ perangkat_daerah }}, tidak terdapat informasi yang diusulkan untuk dikecualikan pada tahun {{ "
            "naskah.tahun }}."
        ),
        p(
            "Pernyataan ini tidak menghapus pengecualian yang telah ditetapkan dan masih berlaku, dan akan kami "
            "perbarui "
            "apabila di kemudian hari terdapat informasi yang perlu diuji konsekuensinya.",
            keep=True,
        ),
    )


def paper() -> Paper:
    return make(
        kop(PAGE),
        _head(),
        p(
            "{% if permintaan %}Menindaklanjuti surat permintaan usulan {{ permintaan }}, dan berdasarkan{% else %}"
            "Berdasarkan{% endif %} ketentuan berikut:",
            keep=True,
        ),
        numbered_list("d in dasar", "{{ d }}", decimal(1)),
        when("nihil", *_nothing(), otherwise=_proposal()),
        rounds(
            PAGE.inside,
            "Usulan ini merupakan perbaikan (putaran ke-{{ naskah.putaran }}) dengan riwayat sebagai berikut:",
            tail=True,
        ),
        p("Demikian kami sampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.", keep=True),
        signature(PAGE, "penandatangan", place=""),
        carbon_copy(),
        page=PAGE,
    )
