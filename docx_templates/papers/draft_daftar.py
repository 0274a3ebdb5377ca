"""Draft daftar informasi yang dikecualikan: of one agency, or combined with where each butir came from."""

from docx_templates.ooxml import A4_LANDSCAPE, or_dash, p, when
from docx_templates.parts import SCOPE, TERM, Paper, duty_note, kop, make, section_title, signature_pair, title
from docx_templates.tables import GAP_KEPT, Column, butir_tables, grid, rounds

PAGE = A4_LANDSCAPE
LEGAL = "{{ b.pasal17 }}{% if b.dasar_lain %}; {{ b.dasar_lain }}{% endif %}"
SHARED = [
    Column("No", 2.2, "{{ b.no }}", middle=True),
    Column("Kode", 5.2, "{{ b.kode }}"),
    Column("Informasi yang dikecualikan", 10, "{{ b.uraian }}"),
    Column("Dokumen induk", 7, "{{ b.dokumen_induk }}"),
    Column("Pejabat/unit yang menguasai", 6.5, "{{ b.penguasa }}"),
    Column("Dasar hukum", 8.5, LEGAL),
    Column("Cakupan dan bagian", 6.5, SCOPE),
    Column("Jangka waktu", 6.5, TERM),
]
ONE = [
    *SHARED,
    Column("Akibat bila dibuka", 7, or_dash("b.uji.dibuka_pengusul")),
    Column("Pertimbangan bila ditutup", 7, or_dash("b.uji.ditutup_pengusul")),
    Column("Bentuk", 5, or_dash("b.bentuk")),
]
COMBINED = [
    *SHARED,
    Column("Perangkat daerah dan asal usulan", 9.5, ("{{ b.singkatan }}\n{{ b.asal_usulan }}")),
    Column("Digabung dari", 5, or_dash("b.digabung_dari")),
    Column("Catatan verifikasi", 6, or_dash("b.catatan_verifikasi")),
]
LETTERS = [
    Column("No", 1, "{{ loop.index }}", middle=True),
    Column("Perangkat daerah", 6, "{{ u.perangkat_daerah }}"),
    Column("Nomor surat usulan", 4.5, or_dash("u.nomor_surat")),
    Column("Tanggal", 3, or_dash("u.tanggal_surat")),
    Column("Putaran", 1.6, "{{ u.putaran }}", middle=True),
    Column("Butir", 2, "{% if u.nihil %}Nihil{% else %}{{ u.jumlah }}{% endif %}", middle=True),
]
PER_AGENCY = [
    Column("Perangkat daerah", 8, "{{ r.nama }}"),
    Column("Diusulkan", 2, "{{ r.diusulkan }}", middle=True),
    Column("Digabung", 2, "{{ r.digabung }}", middle=True),
    Column("Ditunda", 2, "{{ r.ditunda }}", middle=True),
]
PER_LETTER = [
    Column("Huruf Pasal 17", 2, "{{ h.huruf }}", middle=True),
    Column("Kepentingan yang dilindungi", 9, "{{ h.label }}"),
    Column("Jumlah butir", 2, "{{ h.jumlah }}", middle=True),
]
APART = [
    Column("Kode", 2.5, "{{ b.kode }}"),
    Column("Informasi", 6, "{{ b.uraian }}"),
    Column("Keadaan", 2.5, "{{ b.status }}{% if b.digabung_ke %} ke {{ b.digabung_ke }}{% endif %}"),
    Column("Alasan", 6, or_dash("b.alasan_status")),
]


def _opening() -> str:
    one = p(
        "Draft ini memuat {{ jumlah_butir }} ({{ jumlah_kata }}) butir informasi yang diusulkan "
        "{{ perangkat_daerah }} untuk dikecualikan, beserta kode butir yang diberikan pada saat usulan disampaikan."
    )
    combined = p(
        "Draft gabungan ini dihimpun dari {{ rekap.usulan }} usulan {{ rekap.perangkat_daerah }} perangkat daerah "
        "dalam "
        "berkas {{ berkas.nomor }} ({{ berkas.judul }}, {{ berkas.dasar_pelaksanaan }}) dan memuat {{ jumlah_butir }} "
        "({{ jumlah_kata }}) butir. Draft menjadi bahan pengujian konsekuensi menurut {{ berkas.sop }}."
    )
    return when("gabungan", combined, otherwise=(one,))


def _recap() -> str:
    narrow = PAGE.inside * 2 // 3
    return (
        section_title("Rekapitulasi per perangkat daerah")
        + grid(narrow, "r in rekap.per_perangkat_daerah", PER_AGENCY, split=False)
        + section_title("Rekapitulasi per huruf Pasal 17 Undang-Undang Nomor 14 Tahun 2008")
        + grid(narrow, "h in rekap.per_huruf", PER_LETTER, split=False, tail=True)
        + GAP_KEPT
    )


def paper() -> Paper:
    tables = (
        when("gabungan", butir_tables(PAGE.inside, COMBINED, style="SelKecil")),
        when("not gabungan", butir_tables(PAGE.inside, ONE, style="SelKecil")),
    )
    nothing = p("**NIHIL.** Tidak terdapat informasi yang diusulkan untuk dikecualikan.")
    return make(
        kop(PAGE),
        title(
            "DRAFT DAFTAR INFORMASI YANG DIKECUALIKAN",
            "{% if gabungan %}GABUNGAN PERANGKAT DAERAH{% else %}{{ perangkat_daerah|upper }}{% endif %}",
            "TAHUN {{ naskah.tahun }}{% if naskah.revisi %} (REVISI {{ naskah.revisi }}){% endif %}",
            number=False,
        ),
        _opening(),
        when("nihil", nothing, otherwise=tables),
        section_title("Usulan yang dihimpun"),
        grid(PAGE.inside, "u in usulan", LETTERS, split=False, tail=True),
        GAP_KEPT,
        when(
            "tidak_dikecualikan",
            section_title("Butir yang digabung, ditunda, atau tidak dilanjutkan"),
            grid(PAGE.inside, "b in tidak_dikecualikan", APART, split=False, tail=True),
            GAP_KEPT,
        ),
        when("not nihil", _recap()),
        rounds(PAGE.inside, "Riwayat pengembalian sebelum draft ini:", tail=True),
        duty_note(),
        signature_pair(PAGE, "diperiksa_oleh", "Diperiksa oleh", "disusun_oleh", "Disusun oleh"),
        page=PAGE,
    )
