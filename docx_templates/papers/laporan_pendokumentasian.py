"""Laporan pendokumentasian: how the SOP ran, what came out, where it is kept and published. Public texts only."""

from docx_templates.ooxml import A4, A4_LANDSCAPE, each_held, or_dash, p, section_end, when
from docx_templates.parts import (
    TERM,
    Paper,
    carbon_copy,
    duty_note,
    kop,
    make,
    numbered_list,
    rows_or_nihil,
    section_title,
    signature_pair,
    title,
)
from docx_templates.sheet import additions, sheet_table
from docx_templates.styles import decimal
from docx_templates.tables import GAP, Column, butir_tables, grid, rounds

PAGE = A4
SIDE = A4_LANDSCAPE
WIDE = SIDE.inside
RECAP = [
    Column("Perangkat daerah", 7, "{{ r.nama }}"),
    *(
        Column(head, 2.6, f"{{{{ r.{name} }}}}", middle=True)
        for head, name in (
            ("Diusulkan", "diusulkan"),
            ("Dikecualikan", "dikecualikan"),
            ("Sebagian", "sebagian"),
            ("Terbuka", "terbuka"),
            ("Ditunda", "ditunda"),
            ("Digabung", "digabung"),
            ("Tidak disetujui", "tidak_disetujui"),
        )
    ),
]
LETTERS = [
    Column("Huruf Pasal 17", 2, "{{ h.huruf }}", middle=True),
    Column("Kepentingan yang dilindungi", 9, "{{ h.label }}"),
    Column("Jumlah butir", 2, "{{ h.jumlah }}", middle=True),
]
DECIDED = [
    Column("No", 1.5, "{{ b.no }}", middle=True),
    Column("Kode", 4, "{{ b.kode }}"),
    Column("Informasi", 10, "{{ b.uraian_publik }}"),
    Column("Perangkat daerah", 6, "{{ b.perangkat_daerah }}"),
    Column("Jenis klasifikasi", 7, "{{ b.jenis_klasifikasi }}"),
    Column("Keputusan", 5, "{{ b.keputusan }}"),
    Column("Jangka waktu", 7, TERM),
    Column("Ditinjau", 4.5, or_dash("b.tanggal_tinjau")),
]
OPEN = [
    Column("Kode", 4, "{{ b.kode }}"),
    Column("Informasi", 9, "{{ b.uraian_publik }}"),
    Column("Perangkat daerah", 6, "{{ b.perangkat_daerah }}"),
    Column("Keadaan", 4, "{{ b.status }}"),
    Column("Alasan", 9, or_dash("b.alasan_status")),
]
DIFFERENT = [
    Column("Kode", 4, "{{ d.kode }}"),
    Column("Hasil pertimbangan Tim", 5, "{{ d.hasil }}"),
    Column("Keputusan", 5, "{{ d.keputusan }}"),
    Column("Alasan", 10, "{{ d.alasan }}"),
]
KEPT = [
    Column("Kode", 4, "{{ s.kode }}"),
    Column("Perangkat daerah", 6, "{{ s.perangkat_daerah }}"),
    Column("Softcopy", 6, or_dash("s.softcopy")),
    Column("Hardcopy", 6, or_dash("s.hardcopy")),
    Column("Penanggung jawab", 5, "{{ s.penanggung_jawab }}"),
    Column("Dikonfirmasi", 4, "{{ s.dikonfirmasi }}"),
]
FILED = [
    Column("Naskah", 5, "{{ a.naskah }}, {{ a.nomor }}"),
    Column("Klasifikasi; SKKAAD", 4, "{{ a.kode_klasifikasi }}; {{ a.skkaad }}"),
    Column("Softcopy", 5, or_dash("a.softcopy")),
    Column("Hardcopy", 7, or_dash("a.hardcopy")),
    Column("Retensi; nasib akhir", 5, "{{ a.retensi }}; {{ a.nasib_akhir }}"),
    Column("Penanggung jawab", 4, "{{ a.penanggung_jawab }}"),
    Column("Lengkap", 2.4, "{% if a.lengkap %}Ya{% else %}Belum{% endif %}", middle=True),
]
SITES = [
    Column("Perangkat daerah; saluran", 5, "{{ s.perangkat_daerah }}; {{ s.saluran }}"),
    Column("Alamat dan judul", 9, "{{ s.url }}\n{{ s.judul }}"),
    Column("Waktu; pengunggah", 5, "{{ s.waktu }}; {{ s.pengunggah }}"),
    Column("SHA-256 dan nama berkas", 7, "{{ s.sha256 }} ({{ s.nama_berkas }})"),
    Column(
        "Pemeriksaan",
        5,
        "{{ s.hasil }}{% if s.waktu_periksa %}, {{ s.waktu_periksa }}{% endif %}{% if s.bukti %}. {{ s.bukti }}{% "
        "endif %}",
    ),
]


def _introduction() -> tuple[str, ...]:
    return (
        section_title("A. PENDAHULUAN"),
        p(
            "Laporan ini disusun menurut {{ berkas.sop }}, dengan lingkup {{ lingkup }}"
            "{% if berkas.nomor %} ({{ berkas.judul }}, {{ berkas.dasar_pelaksanaan }}){% endif %}, sebagai "
            "pertanggungjawaban "
            "atas pendokumentasian informasi yang dikecualikan."
        ),
        when(
            "tanpa_sk",
            p("Berkas ditutup tanpa surat keputusan. Alasan: {{ alasan_tanpa_sk }}"),
            otherwise=(
                p(
                    "Klasifikasi ditetapkan dengan Keputusan Nomor {{ surat_keputusan.nomor }} tanggal "
                    "{{ surat_keputusan.tanggal }}{% if surat_keputusan.perihal %} tentang {{ "
                    "surat_keputusan.perihal }}"
                    "{% endif %}."
                ),
            ),
        ),
    )


def _result() -> tuple[str, ...]:
    return (
        section_title("C. HASIL"),
        p(
            "Dari {{ rekap.usulan }} usulan {{ rekap.perangkat_daerah }} perangkat daerah yang memuat {{ "
            "rekap.diusulkan }} "
            "butir, {{ rekap.dipertimbangkan }} butir disampaikan kepada Tim Pertimbangan, {{ rekap.disetujui }} butir "
            "disetujui, dan {{ rekap.ditetapkan }} butir ditetapkan.",
            keep=True,
        ),
        grid(WIDE, "r in rekap.per_perangkat_daerah", RECAP, split=False),
        GAP,
        when("rekap.per_huruf", grid(WIDE * 2 // 3, "h in rekap.per_huruf", LETTERS, split=False), GAP),
        p("Butir yang ditetapkan ({{ jumlah_butir }}, {{ jumlah_kata }}):", keep=True),
        rows_or_nihil("kelompok", butir_tables(WIDE, DECIDED)),
        p("Butir yang terbuka, ditunda, digabung, atau tidak disetujui:", keep=True),
        rows_or_nihil("tidak_dikecualikan", grid(WIDE, "b in tidak_dikecualikan", OPEN, split=False), GAP),
        when(
            "keputusan_berbeda",
            p("Keputusan yang berbeda dari hasil pertimbangan Tim:", keep=True),
            grid(WIDE, "d in keputusan_berbeda", DIFFERENT, split=False),
            GAP,
        ),
        rounds(WIDE, "Riwayat putaran:"),
    )


def _keeping() -> tuple[str, ...]:
    return (
        section_title("D. PENYIMPANAN"),
        p("Penyimpanan dokumen oleh perangkat daerah:", keep=True),
        rows_or_nihil("penyimpanan", grid(WIDE, "s in penyimpanan", KEPT, split=False), GAP),
        p("Arsip naskah, softcopy dan hardcopy:", keep=True),
        rows_or_nihil("arsip", grid(WIDE, "a in arsip", FILED, split=False), GAP),
        section_title("E. PUBLIKASI"),
        rows_or_nihil("publikasi", grid(WIDE, "s in publikasi", SITES, style="SelKecil", split=False)),
    )


def _closing() -> tuple[str, ...]:
    return (
        section_title("F. KENDALA"),
        rows_or_nihil("kendala", numbered_list("k in kendala", "{{ k }}", decimal(1))),
        section_title("G. SIMPULAN DAN SARAN"),
        p("{{ simpulan }}", keep=True, long=True),
        when("saran", each_held("s in saran", "{{ s }}", "Daftar", number=decimal(2))),
        when("tinjauan_berikut", p("Peninjauan berikutnya: {{ tinjauan_berikut }}.", keep=True)),
        duty_note(),
        signature_pair(PAGE, "penandatangan", "Mengetahui,", "disusun_oleh", "Disusun oleh"),
        carbon_copy(),
    )


def paper() -> Paper:
    return make(
        kop(PAGE),
        title("LAPORAN", "PENDOKUMENTASIAN INFORMASI YANG DIKECUALIKAN", "TAHUN {{ naskah.tahun }}"),
        *_introduction(),
        section_end(PAGE),
        section_title("B. PELAKSANAAN"),
        sheet_table(SIDE),
        additions(SIDE),
        *_result(),
        *_keeping(),
        section_end(SIDE),
        *_closing(),
        page=PAGE,
    )
