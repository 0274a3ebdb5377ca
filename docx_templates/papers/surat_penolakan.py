"""Surat penolakan: a request refused, wholly or in part: letter and law of each entry, the test, the way to object."""

from docx_templates.letters import letter_head
from docx_templates.ooxml import A4, p, when
from docx_templates.parts import Paper, carbon_copy, kop, make, signature
from docx_templates.styles import decimal
from docx_templates.tables import GAP, Column, grid

PAGE = A4
REFUSED = [
    Column("No", 1, "{{ loop.index }}", middle=True),
    Column("Informasi", 5, "{{ b.uraian_publik }}\n({{ b.kode }}, {{ b.perangkat_daerah }}; {{ b.cakupan|lower }})"),
    Column("Pasal 17 UU 14/2008", 4, "{{ b.jenis_klasifikasi }}"),
    Column("Dasar hukum", 4.4, "{{ b.dasar_hukum }}"),
    Column("Alasan", 4.4, "{{ b.alasan_ringkas }}"),
    Column("Jangka waktu", 3.2, "{{ b.jangka_waktu }}"),
    Column("Ditetapkan dengan", 3.6, "{{ b.keputusan }}"),
]


def paper() -> Paper:
    return make(
        kop(PAGE),
        letter_head(PAGE, at="{% if alamat_pemohon %}{{ alamat_pemohon }}{% else %}di Tempat{% endif %}"),
        p(
            "Sehubungan dengan permohonan informasi Saudara melalui {{ permohonan.kanal }} nomor {{ permohonan.nomor }} "
            "yang kami terima tanggal {{ permohonan.diterima }} tentang: {{ permohonan.rincian }}, dengan ini kami "
            "sampaikan bahwa informasi tersebut {% if sebagian %}diberikan sebagian. Bagian berikut tidak dapat "
            "diberikan{% else %}tidak dapat diberikan{% endif %} karena termasuk informasi yang dikecualikan, berdasarkan "
            "pengujian konsekuensi (Pasal 19 Undang-Undang Nomor 14 Tahun 2008) yang hasilnya telah ditetapkan:"
        ),
        grid(PAGE.inside, "b in butir", REFUSED, style="SelKecil", split=False),
        GAP,
        when("keterangan", p("{{ keterangan }}")),
        p("Apabila Saudara berkeberatan:", keep=True),
        p(
            "keberatan tertulis diajukan kepada Atasan PPID paling lambat 30 (tiga puluh) hari kerja sejak surat ini "
            "diterima (Pasal 36 ayat (1)); Atasan PPID menanggapinya paling lambat 30 (tiga puluh) hari kerja sejak "
            "keberatan diterima (Pasal 36 ayat (2));",
            "Daftar",
            number=decimal(1),
        ),
        p(
            "apabila tanggapan itu tidak memuaskan, permohonan penyelesaian sengketa diajukan kepada Komisi Informasi "
            "Provinsi Banten paling lambat 14 (empat belas) hari kerja sejak tanggapan diterima (Pasal 37 ayat (2)).",
            "Daftar",
            number=decimal(1),
            keep=True,
        ),
        p("Demikian disampaikan, atas perhatian Saudara kami ucapkan terima kasih.", keep=True),
        signature(PAGE, "penandatangan", place=""),
        carbon_copy(),
        page=PAGE,
    )
