"""Lembar (matriks) uji konsekuensi: the six numbered columns, then one card per butir, signed by all participants."""

from docx_templates.ooxml import A4_LANDSCAPE, cell, each, or_dash, p, row, row_each, shares, table, when
from docx_templates.parts import SCOPE, TERM, Paper, duty_note, kop, make, section_title, signature, title
from docx_templates.tables import GAP, GAP_KEPT, SHADE, Column, card, number_row, rounds, signers_table, warnings

PAGE = A4_LANDSCAPE
WIDTHS = shares(PAGE.inside, 4, 26, 22, 20, 20, 14)
INFORMATION = (
    p("**{{ b.kode }}**", "Sel"),
    p("{{ b.uraian }}", "Sel"),
    p("{{ b.perangkat_daerah }}. " + SCOPE + ".", "SelKecil"),
)
LAW = "{{ d.pasal17 }}{% if d.peraturan %}; {{ d.peraturan }}{% endif %}{% if d.pasal_ayat %} {{ d.pasal_ayat }}{% endif %}"
QUOTED = LAW + "{% if d.kutipan %}: “{{ d.kutipan }}”{% endif %}"


def _matrix() -> str:
    head = "SelKepala"
    top = row(
        cell("No", WIDTHS[0], style=head, merge="start", shade=SHADE, middle=True),
        cell("Informasi", WIDTHS[1], style=head, merge="start", shade=SHADE, middle=True),
        cell("Dasar hukum pengecualian", WIDTHS[2], style=head, merge="start", shade=SHADE, middle=True),
        cell("Konsekuensi/Pertimbangan bagi Publik", sum(WIDTHS[3:5]), style=head, span=2, shade=SHADE),
        cell("Jangka waktu", WIDTHS[5], style=head, merge="start", shade=SHADE, middle=True),
        head=True,
    )
    below = row(
        *(cell("", width, style=head, merge="on", shade=SHADE) for width in WIDTHS[:3]),
        cell("Dibuka", WIDTHS[3], style=head, shade=SHADE),
        cell("Ditutup", WIDTHS[4], style=head, shade=SHADE),
        cell("", WIDTHS[5], style=head, merge="on", shade=SHADE),
        head=True,
    )
    line = row(
        cell("{{ b.no }}", WIDTHS[0], style="SelTengah"),
        cell(INFORMATION, WIDTHS[1]),
        cell((each("d in b.dasar", p(LAW, "Sel")), p("", "Kecil")), WIDTHS[2]),
        cell("{{ b.uji.dibuka }}", WIDTHS[3]),
        cell("{{ b.uji.ditutup }}", WIDTHS[4]),
        cell(TERM, WIDTHS[5]),
    )
    return each("k in kelompok", table(WIDTHS, top, below, number_row(WIDTHS), row_each("b in k.butir", line)), GAP)


def _card() -> str:
    quotes = (each("d in b.dasar", p(QUOTED, "Sel")), p("", "Kecil"))
    term = (
        p(TERM, "Sel"),
        when("b.jangka_alasan", p("Alasan: {{ b.jangka_alasan }}", "Sel")),
        when("b.tanggal_tinjau", p("Ditinjau kembali: {{ b.tanggal_tinjau }}", "Sel")),
        p("", "Kecil"),
    )
    proposed = (
        p("Dibuka: " + or_dash("b.uji.dibuka_pengusul"), "Sel"),
        p("Ditutup: " + or_dash("b.uji.ditutup_pengusul"), "Sel"),
    )
    outcome = (
        p("**{{ b.uji.kesimpulan }}**", "Sel"),
        when("b.alasan_status", p("Alasan: {{ b.alasan_status }}", "Sel")),
        p("", "Kecil"),
    )
    lines: list[tuple[str, str | tuple[str, ...]]] = [
        ("Informasi", "{{ b.uraian }}"),
        ("Dokumen induk", "{{ b.dokumen_induk }}"),
        (
            "Perangkat daerah; pejabat/unit yang menguasai; penanggung jawab",
            "{{ b.perangkat_daerah }}; {{ b.penguasa }}; " + or_dash("b.penanggung_jawab"),
        ),
        (
            "Waktu dan tempat pembuatan; bentuk; SKKAAD",
            "; ".join(map(or_dash, ("b.pembuatan", "b.bentuk", "b.skkaad"))),
        ),
        ("Cakupan dan bagian", SCOPE),
        ("Undang-undang, pasal, kutipan", quotes),
        ("Kepentingan yang dilindungi", "{{ b.jenis_klasifikasi }}"),
        ("Isian pengusul", proposed),
        ("Konsekuensi bila dibuka (PPID Utama)", "{{ b.uji.dibuka }}"),
        ("Pertimbangan bila ditutup (PPID Utama)", "{{ b.uji.ditutup }}"),
        ("Kepatutan", or_dash("b.uji.kepatutan")),
        ("Kesusilaan", or_dash("b.uji.kesusilaan")),
        ("Kepentingan umum", or_dash("b.uji.kepentingan_publik")),
        ("Upaya mengurangi risiko", or_dash("b.uji.mitigasi")),
        ("Cara memberikan sebagian", or_dash("b.uji.alternatif")),
        ("Pemeriksaan Pasal 18", "{{ b.uji.pasal18 }}"),
        (
            "Persetujuan tertulis; kaitan jabatan publik",
            or_dash("b.uji.persetujuan_tertulis") + "; " + or_dash("b.uji.jabatan_publik"),
        ),
        ("Jangka waktu", term),
        ("Kesimpulan", outcome),
        ("Penguji", "{{ b.uji.penguji }}, {{ b.uji.tanggal }} (putaran {{ b.uji.putaran }})"),
    ]
    one = (p("Kartu uji {{ b.no }}: {{ b.kode }}", "Bagian"), card(PAGE.inside, lines, tail=2), GAP_KEPT)
    return each("k in kelompok", each("b in k.butir", *one))


def _opening() -> str:
    meeting = "Pada hari ini, {{ rapat.hari }}, {{ rapat.tanggal_kata }} ({{ rapat.tanggal }}), bertempat di {{ rapat.tempat }}, "
    without = (
        "Pada hari ini, {{ naskah.hari }}, {{ naskah.tanggal_kata }} ({{ naskah.tanggal }}), di {{ naskah.tempat }}, "
    )
    return p(
        "{% if rapat.ada %}"
        + meeting
        + "{% else %}"
        + without
        + "{% endif %}telah dilakukan pengujian konsekuensi dalam "
        "berkas {{ berkas.nomor }}, {{ berkas.judul }}, atas dasar {{ berkas.dasar_pelaksanaan }}, terhadap {{ jumlah_butir }} "
        "({{ jumlah_kata }}) butir informasi sebagaimana tercantum dalam tabel berikut."
    )


def paper() -> Paper:
    people = [
        Column("Nama", 5, "{{ o.nama }}"),
        Column("Jabatan", 6, "{{ o.jabatan }}"),
        Column("Instansi dan unsur", 6, "{{ o.instansi }} ({{ o.unsur }})"),
    ]
    return make(
        kop(PAGE),
        title("LEMBAR UJI KONSEKUENSI"),
        _opening(),
        when("kelompok", _matrix(), otherwise=(p("Nihil."),)),
        section_title("Kartu uji per butir"),
        _card(),
        warnings(PAGE.inside, "Peringatan kelengkapan yang diterima dengan alasan tertulis:", tail=True),
        rounds(PAGE.inside, "Lembar ini dibuat pada putaran ke-{{ naskah.putaran }}. Riwayat putaran:", tail=True),
        duty_note(),
        p(
            "Demikian lembar uji konsekuensi ini dibuat dengan sebenarnya dan ditandatangani oleh seluruh peserta.",
            keep=True,
        ),
        when("peserta", signers_table(PAGE.inside, "o in peserta", people)),
        signature(PAGE, "mengetahui", before="Mengetahui,"),
        page=PAGE,
    )
