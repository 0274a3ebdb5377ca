"""Surat keputusan: the body and Lampiran I. It is announced, so it can only print public texts."""

from docx_templates.decree import annex_head, diktum, reasons
from docx_templates.ooxml import F4, F4_LANDSCAPE, p, section_end, when
from docx_templates.parts import TERM, Paper, carbon_copy, duty_note, kop, make, numbered_list, signature
from docx_templates.styles import decimal, letter
from docx_templates.tables import Column, butir_tables

PAGE = F4
SIDE = F4_LANDSCAPE
CONSIDER, HEED = letter(1), decimal(2)
LIST = [
    Column("No", 2, "{{ b.no }}", middle=True),
    Column("Kode", 5, "{{ b.kode }}"),
    Column("Informasi yang dikecualikan", 13, "{{ b.uraian_publik }}"),
    Column("Perangkat daerah", 8, "{{ b.perangkat_daerah }}"),
    Column("Jenis klasifikasi", 8, "{{ b.jenis_klasifikasi }}"),
    Column("Dasar hukum", 9, "{{ b.dasar_hukum }}"),
    Column("Alasan ringkas", 9, "{{ b.alasan_ringkas }}"),
    Column("Cakupan", 5, "{{ b.cakupan }}"),
    Column("Jangka waktu", 8, TERM),
]


def _considering() -> str:
    approval = p(
        "bahwa klasifikasi informasi yang dikecualikan telah memperoleh persetujuan {{ jabatan_pimpinan }}"
        "{% if persetujuan.nomor %} dengan surat Nomor {{ persetujuan.nomor }}{% endif %} tanggal {{ "
        "persetujuan.tanggal }};",
        "Daftar",
        number=CONSIDER,
    )
    return (
        p(
            "bahwa sesuai Pasal 19 Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, setiap "
            "informasi "
            "wajib diuji konsekuensinya dengan saksama dan penuh ketelitian sebelum dinyatakan dikecualikan;",
            "Daftar",
            number=CONSIDER,
        )
        + p(
            "bahwa terhadap informasi yang diusulkan perangkat daerah telah dilakukan pengujian konsekuensi dan "
            "klasifikasi "
            "sebagaimana tertuang dalam Berita Acara Nomor {{ berita_acara.nomor }} tanggal {{ berita_acara.tanggal "
            "}};",
            "Daftar",
            number=CONSIDER,
        )
        + p(
            "bahwa Tim Pertimbangan telah memberikan pertimbangan sebagaimana tertuang dalam Hasil Pertimbangan Nomor "
            "{{ hasil_pertimbangan.nomor }} tanggal {{ hasil_pertimbangan.tanggal }};",
            "Daftar",
            number=CONSIDER,
        )
        + when("persetujuan.ada", approval)
        + p(
            "bahwa berdasarkan pertimbangan tersebut perlu menetapkan keputusan tentang klasifikasi informasi yang "
            "dikecualikan di lingkungan Pemerintah Provinsi Banten tahun {{ naskah.tahun }};",
            "Daftar",
            number=CONSIDER,
        )
    )


def _heeding() -> str:
    return (
        p(
            "Berita Acara Klasifikasi Informasi Publik Nomor {{ berita_acara.nomor }} tanggal {{ "
            "berita_acara.tanggal }};",
            "Daftar",
            number=HEED,
        )
        + p(
            "Hasil Pertimbangan tentang Informasi yang Dikecualikan Nomor {{ hasil_pertimbangan.nomor }} tanggal "
            "{{ hasil_pertimbangan.tanggal }};",
            "Daftar",
            number=HEED,
        )
        + when(
            "persetujuan.ada",
            p(
                "Persetujuan {{ jabatan_pimpinan }}{% if persetujuan.nomor %} Nomor {{ persetujuan.nomor }}{% endif %} "
                "tanggal {{ persetujuan.tanggal }};",
                "Daftar",
                number=HEED,
            ),
        )
        + when("dasar_kewenangan", p("{{ dasar_kewenangan }};", "Daftar", number=HEED))
        + numbered_list("m in memperhatikan", "{{ m }};", HEED)
    )


def _dictums() -> str:
    old = "{% if keputusan_lama.ada %}"
    return diktum(
        PAGE.inside,
        (
            "KESATU",
            "Menetapkan klasifikasi informasi yang dikecualikan di lingkungan Pemerintah Provinsi Banten tahun "
            "{{ naskah.tahun }} sebanyak {{ jumlah_butir }} ({{ jumlah_kata }}) butir sebagaimana tercantum dalam "
            "Lampiran I, "
            "dengan rincian sebagaimana tercantum dalam Lampiran II, yang keduanya merupakan bagian tidak "
            "terpisahkan dari "
            "Keputusan ini. Lampiran II bersifat terbatas dan tidak diumumkan.",
        ),
        (
            "KEDUA",
            "Pengecualian hanya berlaku atas informasi atau bagian informasi dan selama jangka waktu yang disebut "
            "dalam "
            "Lampiran. Bagian lain dari dokumen yang sama diberikan kepada pemohon dengan menghitamkan bagian yang "
            "dikecualikan.",
        ),
        (
            "KETIGA",
            "Sebelum jangka waktu pengecualian berakhir, PPID menetapkan informasi tersebut sebagai informasi yang "
            "terbuka. "
            "Perpanjangan atau perubahan pengecualian hanya dapat dilakukan dengan pengujian konsekuensi yang baru.",
        ),
        (
            "KEEMPAT",
            "Meminta petugas PPID pada perangkat daerah untuk mengelola dan menyimpan dokumen informasi yang "
            "dikecualikan, "
            "dalam bentuk softcopy dan hardcopy, serta menjaga kerahasiaannya.",
        ),
        (
            "KELIMA",
            "Petugas data dan informasi PPID mengunggah Keputusan ini beserta Lampiran I di website resmi perangkat "
            "daerah "
            "dan melaporkan pelaksanaannya.",
        ),
        (
            old + "KEENAM{% endif %}",
            "{% if keputusan_lama.ada %}Keputusan Nomor {{ keputusan_lama.nomor }} tanggal {{ keputusan_lama.tanggal }}"
            "{% if keputusan_lama.perihal %} tentang {{ keputusan_lama.perihal }}{% endif %} {{ akibat_lama }}.{% "
            "endif %}",
        ),
        (
            old + "KETUJUH{% else %}KEENAM{% endif %}",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ),
        conditional={5: "keputusan_lama.ada"},
    )


def paper() -> Paper:
    heading = ("KEPUTUSAN", "{{ jabatan_penetap }}")
    return make(
        kop(PAGE),
        *(p(line, "Judul") for line in heading),
        p("NOMOR {{ naskah.nomor }}", "Judul"),
        *(p(line, "Judul") for line in ("", "TENTANG", "{{ naskah.perihal|upper }}", "", "{{ jabatan_penetap }},", "")),
        reasons(
            PAGE.inside,
            ("Menimbang", _considering()),
            (
                "Mengingat",
                numbered_list("m in mengingat", "{{ m }}{% if loop.last %}.{% else %};{% endif %}", decimal(1)),
            ),
            ("Memperhatikan", _heeding()),
        ),
        p("MEMUTUSKAN:", "Judul", more='<w:spacing w:before="160" w:after="80"/>'),
        _dictums(),
        duty_note(),
        signature(PAGE, "penandatangan", place="Ditetapkan di {{ naskah.tempat }}\npada tanggal {{ naskah.tanggal }}"),
        carbon_copy(),
        when("jejak", p("Jejak peristiwa {{ jejak }}", "Kaki")),
        section_end(PAGE),
        annex_head(SIDE, "LAMPIRAN I"),
        p("DAFTAR INFORMASI YANG DIKECUALIKAN", "Judul"),
        p("TAHUN {{ naskah.tahun }}", "JudulNomor"),
        butir_tables(SIDE.inside, LIST, tail=True, split=False),
        signature(SIDE, "penandatangan", place=""),
        page=SIDE,
    )
