"""Tanda bukti unggah: where the decree was uploaded, and whether what stands there is the same file."""

from docx_templates.ooxml import A4, each, or_dash, p
from docx_templates.parts import Paper, kop, make, rows_or_nihil, signature, title
from docx_templates.tables import GAP, card

PAGE = A4


def paper() -> Paper:
    lines: list[tuple[str, str | tuple[str, ...]]] = [
        ("Perangkat daerah dan saluran", "{{ s.perangkat_daerah }}, {{ s.saluran }}"),
        ("Alamat", "{{ s.url }}"),
        ("Judul pada situs", "{{ s.judul }}"),
        ("Waktu unggah", "{{ s.waktu }}"),
        ("Pengunggah", "{{ s.pengunggah }}"),
        ("Nama berkas", "{{ s.nama_berkas }}"),
        ("SHA-256", "{{ s.sha256 }}"),
        ("Hasil pemeriksaan", "**{{ s.hasil }}**{% if s.waktu_periksa %} ({{ s.waktu_periksa }}){% endif %}"),
        ("Bukti atau alasan", or_dash("s.bukti")),
    ]
    return make(
        kop(PAGE),
        title("TANDA BUKTI UNGGAH", "SURAT KEPUTUSAN KLASIFIKASI INFORMASI YANG DIKECUALIKAN", number=False),
        p(
            "Telah diunggah di website resmi perangkat daerah Keputusan Nomor {{ surat_keputusan.nomor }} tanggal "
            "{{ surat_keputusan.tanggal }}{% if surat_keputusan.perihal %} tentang {{ surat_keputusan.perihal }}{% "
            "endif %} "
            "(berkas {{ berkas.nomor }}), yang memuat batang tubuh dan Lampiran I dan telah ditandatangani, dengan "
            "rincian:"
        ),
        rows_or_nihil(
            "publikasi", each("s in publikasi", p("Situs {{ loop.index }}", "Bagian"), card(PAGE.inside, lines), GAP)
        ),
        p(
            "Hasil “sama” berarti berkas yang terbaca umum pada alamat tersebut mempunyai SHA-256 yang sama dengan "
            "salinan "
            "bertanda tangan yang tercatat.",
            "Catatan",
            keep=True,
        ),
        signature(PAGE, "penandatangan"),
        page=PAGE,
    )
