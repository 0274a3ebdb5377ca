"""Keputusan perubahan klasifikasi: one entry of the register opened, extended, changed or annulled. It is announced."""

from docx_templates.decree import annex_head, diktum, reasons
from docx_templates.ooxml import F4, cell, p, row, section_end, shares, table, when
from docx_templates.parts import Paper, carbon_copy, duty_note, kop, make, numbered_list, signature
from docx_templates.styles import decimal, letter
from docx_templates.tables import GREY, SHADE

PAGE = F4
CONSIDER = letter(1)
OLD = "Keputusan Nomor {{ surat_keputusan.nomor }} tanggal {{ surat_keputusan.tanggal }}"
NEW = "Keputusan Nomor {{ keputusan_pengganti.nomor }} tanggal {{ keputusan_pengganti.tanggal }}"
OPENED = 'perubahan == "dibuka"'
EXTENDED = 'perubahan == "diperpanjang"'
CHANGED = 'perubahan == "diubah"'
ANNULLED = 'perubahan == "dibatalkan_putusan"'


def _by_kind(opened: str, extended: str, changed: str, annulled: str) -> str:
    return (
        f"{{% if {OPENED} %}}{opened}{{% elif {EXTENDED} %}}{extended}{{% elif {CHANGED} %}}{changed}"
        f"{{% else %}}{annulled}{{% endif %}}"
    )


def _considering() -> str:
    why = _by_kind(
        "bahwa informasi tersebut tidak lagi memenuhi alasan pengecualian atau jangka waktunya perlu diakhiri, "
        "berdasarkan {{ dasar }};",
        "bahwa pengecualian atas informasi tersebut masih diperlukan menurut pengujian konsekuensi yang baru, "
        "berdasarkan {{ dasar }};",
        "bahwa klasifikasi informasi tersebut perlu disesuaikan menurut pengujian konsekuensi yang baru, "
        "berdasarkan {{ dasar }};",
        "bahwa klasifikasi informasi tersebut dibatalkan, berdasarkan {{ dasar }};",
    )
    return (
        p(
            f"bahwa dengan {OLD} telah ditetapkan klasifikasi informasi yang dikecualikan, di antaranya butir "
            "{{ butir.kode }} pada {{ butir.perangkat_daerah }};",
            "Daftar",
            number=CONSIDER,
        )
        + p(why, "Daftar", number=CONSIDER)
        + p(
            "bahwa berdasarkan pertimbangan tersebut perlu menetapkan keputusan tentang {{ naskah.perihal|lower }};",
            "Daftar",
            number=CONSIDER,
        )
    )


def _heeding() -> str:
    list_ = decimal(2)
    return (
        p(f"{OLD};", "Daftar", number=list_)
        + when("keputusan_pengganti.ada", p(f"{NEW};", "Daftar", number=list_))
        + when("dasar_kewenangan", p("{{ dasar_kewenangan }};", "Daftar", number=list_))
    )


def _dictums() -> str:
    first = _by_kind(
        "Menyatakan butir {{ butir.kode }}, yang semula dikecualikan, sebagai informasi yang terbuka terhitung mulai "
        "tanggal {{ tanggal_perubahan }}, sebagaimana tercantum dalam Lampiran.",
        "Memperpanjang jangka waktu pengecualian butir {{ butir.kode }} terhitung mulai tanggal {{ tanggal_perubahan }}, "
        "menjadi seperti tercantum dalam Lampiran.",
        "Mengubah klasifikasi butir {{ butir.kode }} terhitung mulai tanggal {{ tanggal_perubahan }}, menjadi seperti "
        "tercantum dalam Lampiran.",
        "Menyatakan klasifikasi butir {{ butir.kode }} sebagai informasi yang dikecualikan tidak berlaku lagi terhitung "
        "mulai tanggal {{ tanggal_perubahan }}, sebagaimana tercantum dalam Lampiran.",
    )
    open_now = f"{OPENED} or {ANNULLED}"
    second = (
        f"{{% if {open_now} %}}{{% if data_pribadi %}}Sebelum dokumennya diberikan, petugas PPID meninjau bagian yang "
        "memuat data pribadi dan menghitamkannya sesuai peraturan pelindungan data pribadi."
        "{% else %}Petugas PPID pada {{ butir.perangkat_daerah }} mengusulkan informasi tersebut untuk dimuat dalam "
        "daftar informasi publik.{% endif %}{% else %}Petugas PPID pada {{ butir.perangkat_daerah }} tetap mengelola, "
        "menyimpan, dan menjaga kerahasiaan dokumennya sampai jangka waktu yang baru berakhir.{% endif %}"
    )
    return diktum(
        PAGE.inside,
        ("KESATU", first),
        ("KEDUA", second),
        (
            "KETIGA",
            f"Ketentuan lain dalam {OLD} tetap berlaku. Daftar informasi yang dikecualikan disesuaikan dengan "
            "Keputusan ini.",
        ),
        (
            "KEEMPAT",
            "Petugas data dan informasi PPID mengumumkan Keputusan ini di website resmi perangkat daerah.",
        ),
        ("KELIMA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
        conditional={},
    )


def _entry() -> str:
    """Every public name of the entry, as it was and as it is now."""
    widths = shares(PAGE.inside, 24, 38, 38)
    lines = (
        ("Kode", "kode", "–"),
        ("Informasi", "uraian_publik", "–"),
        ("Perangkat daerah", "perangkat_daerah", "–"),
        ("Jenis klasifikasi", "jenis_klasifikasi", "Terbuka"),
        ("Dasar hukum", "dasar_hukum", "–"),
        ("Alasan ringkas", "alasan_ringkas", "–"),
        ("Cakupan", "cakupan", "–"),
        ("Jangka waktu", "jangka_waktu", "Terbuka mulai {{ tanggal_perubahan }}"),
    )
    head = row(
        *(
            cell(word, width, style="SelKepala", shade=SHADE, middle=True)
            for word, width in zip(("Unsur", "Semula", "Menjadi"), widths, strict=True)
        ),
        head=True,
    )
    rows = [
        row(
            cell(label, widths[0], style="SelMedan", shade=GREY, keep=True),
            cell(f"{{{{ butir.{name} }}}}", widths[1], keep=True),
            cell(
                f"{{% if keputusan_pengganti.ada %}}{{{{ butir_pengganti.{name} }}}}{{% else %}}{opened}{{% endif %}}",
                widths[2],
                keep=True,
            ),
            whole=True,
        )
        for label, name, opened in lines
    ]
    return table(widths, head, *rows)


def paper() -> Paper:
    return make(
        kop(PAGE),
        *(p(line, "Judul") for line in ("KEPUTUSAN", "{{ jabatan_penetap }}", "NOMOR {{ naskah.nomor }}")),
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
        section_end(PAGE),
        annex_head(PAGE, "LAMPIRAN"),
        p("BUTIR YANG DIUBAH KLASIFIKASINYA", "JudulNomor"),
        _entry(),
        signature(PAGE, "penandatangan", place=""),
        page=PAGE,
    )
