"""Berita acara klasifikasi informasi publik: basis, people, subject, result, what stays open, differences, what follows."""

from docx_templates.ooxml import A4, each_held, or_dash, p, when
from docx_templates.parts import (
    SCOPE,
    TERM,
    Paper,
    carbon_copy,
    duty_note,
    kop,
    make,
    numbered_list,
    rows_or_nihil,
    section_title,
    signature,
    title,
)
from docx_templates.styles import decimal
from docx_templates.tables import GAP, GAP_KEPT, Column, butir_tables, grid, rounds, signers_table, warnings

PAGE = A4
WIDE = PAGE.inside
PEOPLE = [
    Column("No", 1, "{{ loop.index }}", middle=True),
    Column("Nama", 5, "{{ o.nama }}"),
    Column("Jabatan", 6, "{{ o.jabatan }}"),
    Column("Instansi", 6, "{{ o.instansi }}"),
    Column("Unsur", 3, "{{ o.unsur }}"),
]
LETTERS = [
    Column("No", 1, "{{ loop.index }}", middle=True),
    Column("Perangkat daerah", 7, "{{ u.perangkat_daerah }}"),
    Column("Nomor dan tanggal surat", 7, or_dash("u.nomor_surat") + ", " + or_dash("u.tanggal_surat")),
    Column("Butir", 2, "{% if u.nihil %}Nihil{% else %}{{ u.jumlah }}{% endif %}", middle=True),
]
RECAP = [
    Column("Perangkat daerah", 7, "{{ r.nama }}"),
    *(
        Column(head, 2.4, f"{{{{ r.{name} }}}}", middle=True)
        for head, name in (
            ("Diusul-\nkan", "diusulkan"),
            ("Dikecua-\nlikan", "dikecualikan"),
            ("Sebagian", "sebagian"),
            ("Terbuka", "terbuka"),
            ("Ditunda", "ditunda"),
            ("Digabung", "digabung"),
        )
    ),
]
RESULT = [
    Column("No", 1.2, "{{ b.no }}", middle=True),
    Column("Kode", 3, "{{ b.kode }}"),
    Column("Informasi", 5.6, "{{ b.uraian }}"),
    Column("Perangkat daerah", 3, "{{ b.singkatan }}"),
    Column("Dasar hukum", 5, "{{ b.pasal17 }}{% if b.dasar_lain %}; {{ b.dasar_lain }}{% endif %}"),
    Column("Cakupan dan bagian", 3.6, SCOPE),
    Column("Jangka waktu", 3.6, TERM),
    Column("Kesimpulan", 4.2, "{{ b.uji.kesimpulan }}"),
]
OPEN = [
    Column("Kode", 3, "{{ b.kode }}"),
    Column("Informasi", 6, "{{ b.uraian }}"),
    Column("Perangkat daerah", 3, "{{ b.singkatan }}"),
    Column("Kesimpulan", 3, "{{ b.status }}{% if b.digabung_ke %} ke {{ b.digabung_ke }}{% endif %}"),
    Column("Alasan", 7, or_dash("b.alasan_status")),
]
VIEWS = [
    Column("Kode", 3, "{{ v.kode }}"),
    Column("Pihak", 5, "{{ v.pihak }}"),
    Column("Pandangan", 9, "{{ v.pandangan }}"),
]


def _opening() -> str:
    meeting = (
        "Pada hari ini, {{ rapat.hari }}, {{ rapat.tanggal_kata }} ({{ rapat.tanggal }}), pukul {{ rapat.mulai }} "
        "sampai dengan "
        "{{ rapat.selesai }} WIB, bertempat di {{ rapat.tempat }}, telah dilaksanakan rapat pengkajian dan klasifikasi "
        "informasi publik yang dipimpin oleh {{ rapat.pimpinan }}"
    )
    without = (
        "Pada hari ini, {{ naskah.hari }}, {{ naskah.tanggal_kata }} ({{ naskah.tanggal }}), di {{ naskah.tempat "
        "}}, PPID Utama "
        "telah melakukan pengkajian dan klasifikasi informasi publik"
    )
    return p(
        "{% if rapat.ada %}" + meeting + "{% else %}" + without + "{% endif %} dalam berkas {{ berkas.nomor }}, "
        "{{ berkas.judul }}, atas dasar {{ berkas.dasar_pelaksanaan }}, dengan uraian sebagai berikut."
    )


def _subject() -> tuple[str, ...]:
    return (
        section_title("C. POKOK KAJIAN"),
        p(
            "Pengkajian dilakukan terhadap {{ rekap.diusulkan }} butir informasi dari {{ rekap.usulan }} usulan "
            "{{ rekap.perangkat_daerah }} perangkat daerah dengan lembar uji konsekuensi Nomor {{ matriks.nomor }} "
            "tanggal "
            "{{ matriks.tanggal }}:",
            keep=True,
        ),
        grid(WIDE, "u in usulan", LETTERS, split=False),
        GAP,
        when(
            "perbaikan",
            p("Butir yang digabung atau diperbaiki selama pengkajian:", keep=True),
            numbered_list("c in perbaikan", "{{ c }}", decimal(2)),
        ),
    )


def _result() -> tuple[str, ...]:
    return (
        section_title("D. HASIL"),
        p("Rekapitulasi per perangkat daerah:", keep=True),
        grid(WIDE, "r in rekap.per_perangkat_daerah", RECAP, style="SelKecil", split=False),
        GAP,
        p(
            "Disimpulkan {{ rekap.dikecualikan }} butir dikecualikan, {{ rekap.sebagian }} butir dikecualikan "
            "sebagian, "
            "{{ rekap.terbuka }} butir terbuka, {{ rekap.ditunda }} butir ditunda, dan {{ rekap.digabung }} butir "
            "digabung. "
            "Butir yang disimpulkan dikecualikan, seluruhnya atau sebagian, berjumlah {{ jumlah_butir }} ({{ jumlah_kata }}) "
            "butir, yaitu:",
            keep=True,
        ),
        when("kelompok", butir_tables(WIDE, RESULT, style="SelKecil"), otherwise=(p("Nihil."),)),
        section_title("E. BUTIR YANG TERBUKA, DITUNDA, ATAU DIGABUNG"),
        rows_or_nihil(
            "tidak_dikecualikan",
            grid(WIDE, "b in tidak_dikecualikan", OPEN, style="SelKecil", split=False),
            GAP,
            p("Butir yang disimpulkan terbuka diusulkan untuk dimuat dalam daftar informasi publik."),
        ),
    )


def _differences() -> tuple[str, ...]:
    return (
        section_title("F. CATATAN PENGKAJIAN"),
        warnings(WIDE, "Peringatan kelengkapan yang diterima dengan alasan tertulis:"),
        when(
            "beda_pandangan",
            p("Perbedaan pandangan dalam pengkajian:", keep=True),
            grid(WIDE, "v in beda_pandangan", VIEWS, split=False),
            GAP,
        ),
        rounds(WIDE, "Berita acara ini dibuat pada putaran ke-{{ naskah.putaran }}. Riwayat putaran:"),
        when("not peringatan and not beda_pandangan and not riwayat", p("Tidak ada catatan.")),
        duty_note(),
    )


def _closing() -> tuple[str, ...]:
    people = [
        Column("Nama", 5, "{{ o.nama }}"),
        Column("Jabatan", 6, "{{ o.jabatan }}"),
        Column("Perangkat daerah", 5, "{{ o.instansi }}"),
    ]
    return (
        section_title("G. TINDAK LANJUT"),
        p(
            "Hasil kajian ini disampaikan kepada Tim Pertimbangan{% if nota_dinas.ada %} dengan nota dinas Nomor "
            "{{ nota_dinas.nomor }} tanggal {{ nota_dinas.tanggal }}{% endif %} untuk memperoleh pertimbangan "
            "berdasarkan "
            "undang-undang, kepatutan, dan kepentingan umum."
        ),
        p("Lampiran berita acara ini:", keep=True),
        each_held("l in lampiran", "{{ l }}", "Daftar", number=decimal(3)),
        p("Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.", keep=True),
        when(
            "wakil_pengusul",
            p("Perangkat daerah pengusul:", keep=True),
            signers_table(WIDE, "o in wakil_pengusul", people),
            GAP_KEPT,
        ),
        when(
            "notulis.nama",
            p("Notulis: {{ notulis.nama }}, {{ notulis.jabatan }}  (____________________)", "Ttd"),
        ),
        signature(PAGE, "penandatangan"),
        carbon_copy(),
    )


def paper() -> Paper:
    return make(
        kop(PAGE),
        title("BERITA ACARA", "KLASIFIKASI INFORMASI PUBLIK"),
        _opening(),
        section_title("A. DASAR"),
        numbered_list("d in dasar", "{{ d }}", decimal(1)),
        section_title("B. PESERTA"),
        rows_or_nihil("rapat.peserta", grid(WIDE, "o in rapat.peserta", PEOPLE, split=False), GAP),
        *_subject(),
        *_result(),
        *_differences(),
        *_closing(),
        page=PAGE,
    )
