"""Surat permintaan usulan: PPID Utama asks the agencies for their proposals, and opens the year."""

from docx_templates.letters import letter_head
from docx_templates.ooxml import A4, p, when
from docx_templates.parts import Paper, carbon_copy, kop, make, numbered_list, signature
from docx_templates.styles import decimal, letter

PAGE = A4


def paper() -> Paper:
    return make(
        kop(PAGE),
        letter_head(PAGE),
        p("Berdasarkan:", keep=True),
        numbered_list("d in dasar", "{{ d }};", decimal(1)),
        p(
            "dan sesuai {{ sop }}, kami mohon Saudara menginventarisasi informasi yang dikuasai perangkat daerah dan "
            "menyampaikan usulan daftar informasi yang dikecualikan tahun {{ naskah.tahun }} dengan ketentuan:"
        ),
        p(
            "setiap butir menyebut informasi dan dokumen induknya, pejabat atau unit yang menguasai, huruf Pasal 17 "
            "Undang-Undang Nomor 14 Tahun 2008, dasar hukum lain, akibat bila dibuka dan pertimbangan bila ditutup, "
            "cakupan dan bagian yang dikecualikan, serta jangka waktu;",
            "Daftar",
            number=letter(1),
        ),
        p(
            "perangkat daerah yang tidak mempunyai usulan menyampaikan pernyataan nihil;",
            "Daftar",
            number=letter(1),
        ),
        p(
            "usulan ditandatangani PPID Pelaksana{% if batas %} dan diterima paling lambat {{ batas }}{% endif %}.",
            "Daftar",
            number=letter(1),
            keep=True,
        ),
        when("catatan", p("{{ catatan }}", keep=True, long=True)),
        p("Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.", keep=True),
        signature(PAGE, "penandatangan", place=""),
        carbon_copy(),
        page=PAGE,
    )
