"""Nota dinas of PPID Utama to the Tim Pertimbangan: figures in short, what needs attention, what is asked."""

from docx_templates.letters import nota_head
from docx_templates.ooxml import A4, each_held, p, when
from docx_templates.parts import Paper, duty_note, initials, kop, make, signature
from docx_templates.styles import decimal, letter
from docx_templates.tables import GAP, Column, grid, rounds, warnings

PAGE = A4
ATTENTION = [
    Column("Kode", 3, "{{ a.kode }}"),
    Column("Informasi", 6, "{{ a.uraian }}"),
    Column("Yang perlu diperhatikan", 7, "{{ a.alasan }}"),
]
FIGURES = [
    Column("Perangkat daerah", 7, "{{ r.nama }}"),
    *(
        Column(head, 3.1, f"{{{{ r.{name} }}}}", middle=True)
        for head, name in (
            ("Diusulkan", "diusulkan"),
            ("Dikecualikan", "dikecualikan"),
            ("Sebagian", "sebagian"),
            ("Terbuka", "terbuka"),
            ("Ditunda", "ditunda"),
        )
    ),
]


def paper() -> Paper:
    return make(
        kop(PAGE),
        p("NOTA DINAS", "Judul"),
        p("NOMOR {{ naskah.nomor }}", "JudulNomor"),
        nota_head(PAGE),
        p(
            "Sesuai {{ berkas.sop }}, bersama ini kami sampaikan hasil pengkajian dan klasifikasi informasi dalam "
            "berkas "
            "{{ berkas.nomor }} ({{ berkas.judul }}) sebagaimana tertuang dalam Berita Acara Nomor {{ "
            "berita_acara.nomor }} "
            "tanggal {{ berita_acara.tanggal }}{% if matriks.ada %} dan Lembar Uji Konsekuensi Nomor {{ "
            "matriks.nomor }} tanggal "
            "{{ matriks.tanggal }}{% endif %}."
        ),
        p(
            "Secara ringkas, dari {{ rekap.diusulkan }} butir yang diusulkan {{ rekap.perangkat_daerah }} perangkat "
            "daerah, "
            "{{ rekap.dipertimbangkan }} butir dimohonkan pertimbangan: {{ rekap.dikecualikan }} butir dikecualikan "
            "dan "
            "{{ rekap.sebagian }} butir dikecualikan sebagian. Adapun {{ rekap.terbuka }} butir disimpulkan terbuka "
            "dan "
            "{{ rekap.ditunda }} butir ditunda.",
            keep=True,
        ),
        grid(PAGE.inside, "r in rekap.per_perangkat_daerah", FIGURES, split=False),
        GAP,
        when(
            "perhatian",
            p("Butir berikut mohon mendapat perhatian khusus:", keep=True),
            grid(PAGE.inside, "a in perhatian", ATTENTION, split=False),
            GAP,
        ),
        warnings(PAGE.inside, "Peringatan kelengkapan berikut kami terima dengan alasan tertulis:"),
        rounds(PAGE.inside, "Penyampaian ini merupakan putaran ke-{{ naskah.putaran }}. Riwayat putaran sebelumnya:"),
        p("Sehubungan dengan hal tersebut, kami mohon Tim Pertimbangan:", keep=True),
        p(
            "memberikan pertimbangan atas setiap butir berdasarkan undang-undang, kepatutan, dan kepentingan umum;",
            "Daftar",
            number=letter(1),
        ),
        p("menyampaikan saran rumusan atau jangka waktu apabila dipandang perlu; dan", "Daftar", number=letter(1)),
        p(
            "menuangkan hasilnya dalam hasil pertimbangan tentang informasi yang dikecualikan"
            "{% if usul_waktu %}, dengan usul waktu pertimbangan pada {{ usul_waktu }}{% endif %}.",
            "Daftar",
            number=letter(1),
            keep=True,
        ),
        when("catatan", p("Catatan: {{ catatan }}", keep=True, long=True)),
        when("lampiran", p("Lampiran:", keep=True), each_held("l in lampiran", "{{ l }}", "Daftar", number=decimal(1))),
        duty_note(),
        p("Demikian disampaikan, atas perhatian dan pertimbangan Saudara diucapkan terima kasih.", keep=True),
        signature(PAGE, "penandatangan", place=""),
        initials(),
        page=PAGE,
    )
