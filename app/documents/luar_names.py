"""Names of the papers beside the SOP: the letter that refuses a request, the record of archives that left."""

from __future__ import annotations

from app.documents import butir_names as butir
from app.documents import groups as bersama
from app.documents.groups import naskah, texts
from app.documents.schema import Count, Flag, Group, Rows, Schema, Text

_PERMOHONAN = Group(
    "Permohonan yang dijawab",
    {
        "nomor": Text("Nomor permohonan", "PI-0012/2026"),
        "kanal": Text("Kanal: e-PPID atau Desk PPID", "e-PPID"),
        "diterima": Text("Tanggal diterima", "21 September 2026"),
        "rincian": Text("Informasi yang diminta", "Berita acara pemeriksaan disiplin pegawai tahun 2025"),
    },
)
_DITOLAK = Rows(
    "Butir yang menjadi alasan penolakan, hanya nama yang boleh diumumkan",
    Group(
        "Satu butir",
        {name: node for name, node in butir.BUTIR_PUBLIK.nama.items() if name not in ("no", "singkatan")}
        | {
            "keputusan": Text(
                "Keputusan yang menetapkannya", "Keputusan Nomor 500.12/Kep.25-DKISP.PPID/2026 tanggal 2 Oktober 2026"
            )
        },
    ),
    ({},),
)
_ARSIP = Rows(
    "Arsip pada daftar, satu arsip satu baris",
    Group(
        "Satu arsip",
        {
            "kode": Text("Kode klasifikasi arsip", "500.12"),
            "arsip": Text("Jenis dan nomor naskah", "Nota dinas 500.12/23/DKISP.PPID/2026"),
            "tanggal": Text("Tanggal naskah", "29 September 2026"),
            "tingkat": Text("Tingkat perkembangan", "Asli"),
            "lembar": Text("Banyaknya lembar, atau tanda hubung", "3"),
            "boks": Text("Nomor boks, atau tanda hubung", "4"),
            "skkaad": Text("Klasifikasi keamanan", "Terbatas"),
            "nasib_akhir": Text("Nasib akhir", "Musnah"),
            "sha256": Text(
                "Sidik SHA-256 softcopy", "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8"
            ),
        },
    ),
    ({}, {"arsip": "Undangan rapat 500.12/19/DKISP.PPID/2026", "tanggal": "21 September 2026", "lembar": "1"}),
)

LUAR_SOP: dict[str, Schema] = {
    "surat_penolakan": {
        "instansi": bersama.INSTANSI,
        "naskah": naskah(
            "Penolakan permohonan informasi",
            "500.12/31/DKISP.PPID/2026",
            skkaad="Biasa",
            sifat="Biasa",
            lampiran="-",
        ),
        "kepada": texts("Pemohon", "Andi Contoh"),
        "alamat_pemohon": Text("Alamat pemohon (boleh kosong)", "Jalan Contoh Nomor 5, Serang"),
        "permohonan": _PERMOHONAN,
        "sebagian": Flag("Ya bila sebagian informasi tetap diberikan"),
        "butir": _DITOLAK,
        "keterangan": Text("Keterangan tambahan (boleh kosong)", "Bagian lain dari dokumen ini dapat diminta kembali."),
        "penandatangan": bersama.PPID_UTAMA,
    },
    "berita_acara_penyusutan": {
        "instansi": bersama.INSTANSI,
        "naskah": naskah(
            "Pemusnahan Arsip", "500.12/BA.7-DKISP.PPID/2026", skkaad="Biasa", sifat="Biasa", lampiran="-"
        ),
        "diserahkan": Flag("Ya bila arsip diserahkan; tidak bila dimusnahkan"),
        "cara": Text("Cara, atau kepada siapa diserahkan", "dicacah"),
        "persetujuan": Group(
            "Surat persetujuan",
            {"nomor": Text("Nomornya", "045/112/DPK/2026"), "tanggal": Text("Tanggalnya", "28 September 2026")},
        ),
        "jumlah_arsip": Count("Banyaknya arsip", 2),
        "jumlah_kata": Text("Banyaknya arsip dengan kata", "dua"),
        "arsip": _ARSIP,
        "pelaku": Rows(
            "Yang melaksanakan dan para saksi, satu orang satu baris",
            Group(
                "Satu orang",
                {
                    "nama": Text("Nama dan jabatan", "Dewi Lestari, Arsiparis Ahli Muda"),
                    "sebagai": Text("Pelaksana atau Saksi", "Pelaksana"),
                },
            ),
            ({}, {"nama": "Rahmat Hidayat, Inspektorat", "sebagai": "Saksi"}),
        ),
        "mengetahui": bersama.PPID_UTAMA,
    },
}
