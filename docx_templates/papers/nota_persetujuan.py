"""Nota dinas permohonan persetujuan: asks the leader of the public body for approval before the decree."""

from docx_templates.letters import nota_head
from docx_templates.ooxml import A4, each_held, p, when
from docx_templates.parts import Paper, duty_note, initials, kop, make, signature
from docx_templates.styles import decimal

PAGE = A4


def paper() -> Paper:
    return make(
        kop(PAGE),
        p("NOTA DINAS", "Judul"),
        p("NOMOR {{ naskah.nomor }}", "JudulNomor"),
        nota_head(PAGE),
        p(
            "Sesuai {{ berkas.sop }}, bersama ini kami laporkan bahwa informasi dalam berkas {{ berkas.nomor }} "
            "({{ berkas.judul }}) telah diuji konsekuensinya{% if berita_acara.ada %} dengan Berita Acara Nomor "
            "{{ berita_acara.nomor }} tanggal {{ berita_acara.tanggal }}{% endif %}{% if hasil_pertimbangan.ada %} dan "
            "telah dipertimbangkan Tim Pertimbangan dengan Hasil Pertimbangan Nomor {{ hasil_pertimbangan.nomor }} "
            "tanggal {{ hasil_pertimbangan.tanggal }}{% endif %}."
        ),
        p(
            "Dari {{ rekap.diusulkan }} butir yang diusulkan {{ rekap.perangkat_daerah }} perangkat daerah, "
            "{{ rekap.dikecualikan }} butir disimpulkan dikecualikan, {{ rekap.sebagian }} butir dikecualikan sebagian, "
            "{{ rekap.terbuka }} butir terbuka, dan {{ rekap.ditunda }} butir ditunda."
        ),
        p(
            "Sehubungan dengan hal tersebut, kami mohon persetujuan Bapak/Ibu agar klasifikasi informasi yang "
            "dikecualikan itu dapat ditetapkan dengan surat keputusan.",
            keep=True,
        ),
        when("lampiran", p("Lampiran:", keep=True), each_held("l in lampiran", "{{ l }}", "Daftar", number=decimal(1))),
        duty_note(),
        p("Demikian disampaikan, atas perkenan Bapak/Ibu diucapkan terima kasih.", keep=True),
        signature(PAGE, "penandatangan", place=""),
        initials(),
        page=PAGE,
    )
