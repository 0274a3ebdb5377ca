"""Hasil pertimbangan of the Tim: basis, meeting and quorum, each butir, recap, conclusion and advice."""

from docx_templates.ooxml import A4, each, each_held, or_dash, p, when
from docx_templates.parts import (
    SCOPE,
    TERM,
    Paper,
    carbon_copy,
    duty_note,
    kop,
    make,
    numbered_list,
    section_title,
    signature,
    signature_pair,
    title,
)
from docx_templates.styles import decimal
from docx_templates.tables import GAP, GAP_KEPT, Column, butir_tables, card, grid, rounds, signers_table

PAGE = A4
WIDE = PAGE.inside
SUMMARY = [
    Column("No", 1.2, "{{ b.no }}", middle=True),
    Column("Kode", 3.6, "{{ b.kode }}"),
    Column("Informasi", 7, "{{ b.uraian }}"),
    Column("Kesimpulan PPID Utama", 4, "{{ b.uji.kesimpulan }}"),
    Column("Hasil pertimbangan", 4, "**{{ b.pertimbangan.hasil }}**"),
]
COUNTS = (
    "{{ b.pertimbangan.setuju }} setuju, {{ b.pertimbangan.setuju_sebagian }} setuju sebagian, "
    "{{ b.pertimbangan.tidak_setuju }} tidak setuju, {{ b.pertimbangan.perbaiki }} perbaiki, "
    "{{ b.pertimbangan.tidak_berpendapat }} tidak memberi pendapat (kuorum {{ b.pertimbangan.kuorum }})"
)
REASONS = (
    "{% if o.alasan_uu %} Undang-undang: {{ o.alasan_uu }}{% endif %}"
    "{% if o.alasan_kepatutan %} Kepatutan: {{ o.alasan_kepatutan }}{% endif %}"
    "{% if o.alasan_kepentingan_umum %} Kepentingan umum: {{ o.alasan_kepentingan_umum }}{% endif %}"
)


def _basis() -> tuple[str, ...]:
    return (
        section_title("A. DASAR"),
        when(
            "keputusan_tim.ada",
            p(
                "Keputusan Nomor {{ keputusan_tim.nomor }} tanggal {{ keputusan_tim.tanggal }} tentang pembentukan Tim "
                "Pertimbangan;",
                "Daftar",
                number=decimal(1),
            ),
        ),
        p(
            "Nota dinas PPID Utama Nomor {{ nota_dinas.nomor }} tanggal {{ nota_dinas.tanggal }} hal {{ "
            "nota_dinas.perihal }};",
            "Daftar",
            number=decimal(1),
        ),
        p(
            "Berita acara klasifikasi informasi publik Nomor {{ berita_acara.nomor }} tanggal {{ "
            "berita_acara.tanggal }};",
            "Daftar",
            number=decimal(1),
        ),
        p("{{ berkas.sop }}.", "Daftar", number=decimal(1)),
    )


def _meeting() -> tuple[str, ...]:
    held = p(
        "Tim Pertimbangan bersidang pada {{ rapat.hari }}, {{ rapat.tanggal_kata }} ({{ rapat.tanggal }}), pukul "
        "{{ rapat.mulai }} sampai dengan {{ rapat.selesai }} WIB, bertempat di {{ rapat.tempat }}, dipimpin oleh "
        "{{ rapat.pimpinan }}."
    )
    written = p("Pertimbangan diberikan oleh para anggota secara langsung tanpa rapat.")
    return (
        section_title("B. RAPAT DAN KUORUM"),
        when("rapat.ada", held, otherwise=(written,)),
        p(
            "Dari {{ anggota_tim }} anggota yang menjabat, {{ anggota_berpendapat }} anggota memberi pendapat; "
            "syarat kuorum "
            "{{ syarat_kuorum }} anggota."
        ),
        when(
            "benturan",
            p("Benturan kepentingan:", keep=True),
            numbered_list("c in benturan", "{{ c }}", decimal(2)),
            otherwise=(p("Tidak ada anggota yang mempunyai benturan kepentingan."),),
        ),
    )


def _per_butir() -> tuple[str, ...]:
    opinions = (
        each(
            "o in b.pertimbangan.pendapat", p("{{ o.nama }} ({{ o.kedudukan }}): {{ o.sikap }}; {{ o.cara }}.", "Sel")
        ),
        p("", "Kecil"),
    )
    dissent = (
        each("o in b.pertimbangan.pendapat", when("o.berbeda", p("{{ o.nama }}, {{ o.sikap }}." + REASONS, "Sel"))),
        p("", "Kecil"),
    )
    lines: list[tuple[str, str | tuple[str, ...]]] = [
        ("Informasi", "{{ b.uraian }} ({{ b.perangkat_daerah }})"),
        ("Cakupan; jangka waktu", SCOPE + "; " + TERM),
        ("Kesimpulan PPID Utama", "{{ b.uji.kesimpulan }}; {{ b.pasal17 }}"),
        ("Menurut undang-undang", or_dash("b.pertimbangan.undang_undang")),
        ("Menurut kepatutan", or_dash("b.pertimbangan.kepatutan")),
        ("Menurut kepentingan umum", or_dash("b.pertimbangan.kepentingan_umum")),
        ("Banyaknya pendapat", COUNTS),
        ("Pendapat anggota", opinions),
        ("Pendapat berbeda", dissent),
        ("Tidak ikut karena benturan kepentingan", or_dash("b.pertimbangan.benturan")),
        ("Saran rumusan atau jangka waktu", or_dash("b.pertimbangan.saran")),
        ("Hasil pertimbangan", "**{{ b.pertimbangan.hasil }}**"),
    ]
    one = (p("{{ b.no }}. {{ b.kode }}", "Bagian"), card(WIDE, lines), GAP)
    return (
        section_title("C. PERTIMBANGAN PER BUTIR"),
        butir_tables(WIDE, SUMMARY),
        each("k in kelompok", each("b in k.butir", *one)),
    )


def _conclusion() -> tuple[str, ...]:
    recap = [Column("Hasil", 8, "{{ h.hasil }}"), Column("Banyaknya butir", 4, "{{ h.jumlah }}", middle=True)]
    return (
        section_title("D. REKAPITULASI, SIMPULAN DAN SARAN"),
        grid(WIDE // 2, "h in rekap_hasil", recap, split=False, tail=True),
        GAP_KEPT,
        p("{{ kesimpulan }}", keep=True, long=True),
        when(
            "saran",
            p("Saran Tim Pertimbangan:", keep=True),
            each_held("s in saran", "{{ s }}", "Daftar", number=decimal(3)),
        ),
        rounds(WIDE, "Pertimbangan ini diberikan pada putaran ke-{{ naskah.putaran }}. Riwayat putaran:", tail=True),
        duty_note(),
        when(
            "lampiran",
            p("Lampiran:", keep=True),
            each_held("l in lampiran", "{{ l }}", "Daftar", number=decimal(4)),
        ),
    )


def paper() -> Paper:
    members = [Column("Nama", 6, "{{ a.nama }}"), Column("Jabatan", 7, "{{ a.jabatan }}")]
    return make(
        kop(PAGE),
        title("HASIL PERTIMBANGAN", "TENTANG", "INFORMASI YANG DIKECUALIKAN"),
        p(
            "Tim Pertimbangan telah memberikan pertimbangan terhadap {{ jumlah_butir }} ({{ jumlah_kata }}) butir "
            "informasi "
            "dalam berkas {{ berkas.nomor }}, {{ berkas.judul }}, berdasarkan undang-undang serta kepatutan dan "
            "kepentingan "
            "umum, dengan hasil sebagai berikut."
        ),
        *_basis(),
        *_meeting(),
        *_per_butir(),
        *_conclusion(),
        when(
            "sekretaris.nama_cetak",
            signature_pair(PAGE, "sekretaris", "", "ketua", ""),
            otherwise=(signature(PAGE, "ketua"),),
        ),
        when("anggota", GAP_KEPT, p("Anggota:", keep=True), signers_table(WIDE, "a in anggota", members)),
        carbon_copy(),
        page=PAGE,
    )
