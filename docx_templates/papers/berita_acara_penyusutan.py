"""Berita acara penyusutan: records of a list were destroyed or handed over, by which approval, how and before whom."""

from docx_templates.ooxml import A4_LANDSCAPE, p
from docx_templates.parts import Paper, carbon_copy, kop, make, signature, title
from docx_templates.tables import GAP, GAP_KEPT, Column, grid

PAGE = A4_LANDSCAPE
KIND = "{% if diserahkan %}PENYERAHAN{% else %}PEMUSNAHAN{% endif %}"
RECORDS = [
    Column("No", 1, "{{ loop.index }}", middle=True),
    Column("Kode", 2, "{{ a.kode }}"),
    Column("Arsip", 7, "{{ a.arsip }}"),
    Column("Tanggal", 3, "{{ a.tanggal }}"),
    Column("Tingkat", 2, "{{ a.tingkat }}"),
    Column("Lembar", 1.6, "{{ a.lembar }}", middle=True),
    Column("Boks", 1.6, "{{ a.boks }}", middle=True),
    Column("Keamanan", 2.4, "{{ a.skkaad }}"),
    Column("Nasib akhir", 2.6, "{{ a.nasib_akhir }}"),
    Column("SHA-256 softcopy", 6, "{{ a.sha256 }}"),
]
PEOPLE = [
    Column("No", 1, "{{ loop.index }}", middle=True),
    Column("Nama dan jabatan", 9, "{{ o.nama }}"),
    Column("Sebagai", 3, "{{ o.sebagai }}"),
    Column("Tanda tangan", 5, ""),
]


def paper() -> Paper:
    return make(
        kop(PAGE),
        title("BERITA ACARA", f"{KIND} ARSIP"),
        p(
            "Pada hari ini, {{ naskah.hari }}, {{ naskah.tanggal_kata }} ({{ naskah.tanggal }}), bertempat di "
            "{{ naskah.tempat }}, kami yang bertanda tangan di bawah ini telah "
            "{% if diserahkan %}menyerahkan{% else %}memusnahkan{% endif %} {{ jumlah_arsip }} ({{ jumlah_kata }}) arsip "
            "yang jangka waktu simpannya berakhir, berdasarkan persetujuan Nomor {{ persetujuan.nomor }} tanggal "
            "{{ persetujuan.tanggal }}, dengan cara: {{ cara }}."
        ),
        p("Daftar arsip:", keep=True),
        grid(PAGE.inside, "a in arsip", RECORDS, style="SelKecil", split=False),
        GAP,
        p("Tidak satu pun memuat informasi yang masih dikecualikan, disengketakan, atau dimohonkan.", keep=True),
        p("Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.", keep=True),
        grid(PAGE.inside * 2 // 3, "o in pelaku", PEOPLE, least=620, tail=True, whole=6),
        GAP_KEPT,
        signature(PAGE, "mengetahui", before="Mengetahui,"),
        carbon_copy(),
        page=PAGE,
    )
