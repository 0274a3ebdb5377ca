"""Names of the papers around the SOP: what calls people together, what they said, what the decree leads to, the box that keeps it."""

from __future__ import annotations

from app.documents import butir_names as butir
from app.documents import butir_rekap as rekap
from app.documents import groups as bersama
from app.documents import paper_names as isi
from app.documents.groups import naskah, penandatangan, texts
from app.documents.schema import Count, Flag, Group, Rows, Schema, Text

_YTH = texts("Penerima, satu penerima satu baris", "Kepala Dinas Kesehatan", "Kepala Badan Kepegawaian Daerah")
_ACARA = Text("Acara rapat", "Pengujian konsekuensi dan klasifikasi informasi publik")
_KETUA = penandatangan("Pimpinan rapat", "Pimpinan rapat,", "Budi Santoso, S.T., M.Si.", "19700101 199503 1 001")
_NOTULIS = penandatangan("Notulis", "Notulis,", "Dewi Lestari", "19880808 201201 2 003")
_PENDAPAT = Rows(
    "Butir yang dipertimbangkan anggota itu",
    Group(
        "Satu butir",
        {
            "kode": Text("Kode butir", "BKD-2026-002"),
            "uraian": Text("Uraian internal", "Berita acara pemeriksaan disiplin PNS"),
            "kesimpulan": Text("Kesimpulan PPID Utama", "Dikecualikan sebagian"),
            "sikap": Text("Pendapat anggota; kosong bila belum berpendapat", "Setuju"),
            "uu": Text("Alasan menurut undang-undang (boleh kosong)", "UU 14/2008 Pasal 17 huruf h angka 4."),
            "kepatutan": Text("Alasan kepatutan (boleh kosong)", "Melindungi nama baik pegawai."),
            "kepentingan_umum": Text("Alasan kepentingan umum (boleh kosong)", "Hasil akhirnya tetap diumumkan."),
        },
    ),
    ({},),
)
_ANGGOTA = Rows(
    "Anggota Tim, satu anggota satu lembar",
    Group(
        "Satu anggota",
        {
            "nama": Text("Nama", "Drs. Hadi Wijaya, M.M."),
            "jabatan": Text("Jabatan", "Asisten Administrasi Umum"),
            "kedudukan": Text("Kedudukan dalam Tim", "Ketua"),
            "benturan": Text("Butir yang tidak diikuti karena berasal dari instansinya (boleh kosong)"),
            "terakhir": Flag("Ya pada lembar terakhir"),
            "pendapat": _PENDAPAT,
        },
    ),
    ({}, {"nama": "Ratna Sari, S.H.", "jabatan": "Kepala Bidang Contoh", "kedudukan": "Sekretaris", "terakhir": True}),
)
_ISI_BOKS = Rows(
    "Isi boks, satu naskah satu baris",
    Group(
        "Satu naskah",
        {
            "folder": Text("Folder (boleh kosong)", "1"),
            "naskah": Text("Jenis naskah", "Surat keputusan klasifikasi informasi yang dikecualikan"),
            "nomor": Text("Nomor naskah, atau tanda hubung", "500.12/Kep.25-DKISP.PPID/2026"),
            "tanggal": Text("Tanggal naskah", "2 Oktober 2026"),
            "lembar": Text("Banyaknya lembar, atau tanda hubung", "12"),
        },
    ),
    ({}, {"folder": "2", "naskah": "Lampiran II surat keputusan (Terbatas)", "nomor": "500.12/26/DKISP.PPID/2026"}),
)
_BOKS = Rows(
    "Boks, satu boks satu label",
    Group(
        "Satu boks",
        {
            "nomor": Text("Nomor boks", "4"),
            "lokasi": Text("Tempat: gedung, ruang, lemari, rak", "Gedung A, ruang Arsip, lemari 1, rak 2"),
            "berkas": Text(
                "Nomor dan judul berkas di dalamnya",
                "BK-2026-003 Pemutakhiran daftar informasi yang dikecualikan tahun 2026",
            ),
            "kode_klasifikasi": Text("Kode klasifikasi arsip", "500.12"),
            "kurun_waktu": Text("Kurun waktu arsip", "2026"),
            "skkaad": Text("Klasifikasi keamanan tertinggi dalam boks", "Terbatas"),
            "retensi": Text("Retensi aktif dan inaktif", "aktif 2 tahun, inaktif 3 tahun"),
            "nasib_akhir": Text("Nasib akhir", "Permanen"),
            "penanggung_jawab": Text("Penanggung jawab", "Arsiparis"),
            "jumlah_lembar": Count("Banyaknya lembar yang tercatat", 24),
            "isi": _ISI_BOKS,
        },
    ),
    ({}, {"nomor": "5", "jumlah_lembar": 12, "isi": [{"folder": "1", "naskah": "Laporan pendokumentasian"}]}),
)
_SATU_BUTIR = {name: node for name, node in butir.BUTIR_PUBLIK.nama.items() if name not in ("no", "singkatan")}
_PENGGANTI = Group(
    "Keputusan baru yang memuat butir pengganti (perpanjangan dan perubahan)",
    {
        "ada": Flag("Ya bila naskah itu ada"),
        **{
            name: Text(told)
            for name, told in (("nomor", "Nomornya"), ("tanggal", "Tanggalnya"), ("perihal", "Perihalnya"))
        },
    },
)

PENDUKUNG: dict[str, Schema] = {
    "surat_permintaan_usulan": {
        "instansi": bersama.INSTANSI,
        "naskah": naskah(
            "Permintaan usulan daftar informasi yang dikecualikan",
            "500.12/18/DKISP.PPID/2026",
            skkaad="Biasa",
            sifat="Biasa",
            lampiran="1 (satu) berkas",
            tembusan=isi.TEMBUSAN[1:2],
        ),
        "kepada": texts("Penerima, satu penerima satu baris", "Para Kepala Perangkat Daerah selaku PPID Pelaksana"),
        "dasar": isi.DASAR,
        "sop": Text("Sebutan SOP dengan nomornya", "SOP Pendokumentasian Informasi yang Dikecualikan Nomor 488/1750"),
        "batas": Text("Batas penyampaian (boleh kosong)", "Jumat, 30 Januari 2026"),
        "catatan": Text("Catatan tambahan (boleh kosong)", "Usulan disampaikan melalui SIDIK."),
        "penandatangan": bersama.PPID_UTAMA,
    },
    "undangan": {
        **isi.INSTANSI,
        "naskah": naskah("Undangan rapat", "005/118/DKISP/2026", skkaad="Biasa", sifat="Biasa", lampiran="-"),
        "kepada": _YTH,
        "acara": _ACARA,
        "rapat": bersama.RAPAT,
        "catatan": Text("Catatan tambahan (boleh kosong)", "Mohon membawa dokumen induk."),
        "penandatangan": bersama.PPID_UTAMA,
    },
    "daftar_hadir": {
        **isi.INSTANSI,
        "naskah": naskah("Daftar hadir", "", skkaad="Biasa", sifat="Biasa", lampiran="-"),
        "acara": _ACARA,
        "rapat": bersama.RAPAT,
        "peserta": bersama.PESERTA,
        "penandatangan": _KETUA,
    },
    "notulen": {
        **isi.INSTANSI,
        "naskah": naskah("Notulen rapat", "", lampiran="-"),
        "acara": _ACARA,
        "rapat": bersama.RAPAT,
        "jumlah_hadir": Count("Banyaknya yang hadir", 4),
        "jumlah_diundang": Count("Banyaknya yang diundang", 5),
        "isi": texts("Isi notulen, satu alinea satu baris (boleh kosong)", "Seluruh butir dibahas satu per satu."),
        "pimpinan": _KETUA,
        "notulis": _NOTULIS,
    },
    "lembar_pendapat": {
        **isi.INSTANSI,
        "naskah": naskah("Lembar pendapat anggota Tim Pertimbangan", "", lampiran="-"),
        "nota_dinas": bersama.NOTA_DINAS,
        "anggota": _ANGGOTA,
    },
    "nota_persetujuan": {
        **isi.INSTANSI,
        "naskah": naskah(
            "Permohonan persetujuan penetapan klasifikasi informasi yang dikecualikan",
            "500.12/25/DKISP.PPID/2026",
            lampiran="2 (dua) berkas",
        ),
        "kepada": Text("Penerima", "Sekretaris Daerah Provinsi Banten"),
        "dari": Text("Pengirim", "PPID Utama Provinsi Banten"),
        "berita_acara": bersama.BERITA_ACARA,
        "hasil_pertimbangan": bersama.HASIL_PERTIMBANGAN,
        "rekap": rekap.REKAP,
        "lampiran": texts("Daftar lampiran", "Berita acara klasifikasi", "Hasil pertimbangan"),
        "penandatangan": bersama.PPID_UTAMA,
    },
    "surat_penyampaian_sk": {
        **isi.INSTANSI,
        "naskah": naskah(
            "Penyampaian surat keputusan klasifikasi informasi yang dikecualikan",
            "500.12/28/DKISP.PPID/2026",
            skkaad="Biasa",
            sifat="Biasa",
            tembusan=isi.TEMBUSAN[1:2],
        ),
        "kepada": _YTH,
        "surat_keputusan": bersama.SURAT_KEPUTUSAN,
        "penandatangan": bersama.PPID_UTAMA,
    },
    "petikan_sk": {
        "instansi": bersama.INSTANSI,
        "naskah": naskah(isi.JUDUL_SK, ""),
        "perangkat_daerah": Text("Perangkat daerah penerima petikan", "Dinas Kesehatan"),
        "jabatan_penetap": isi.JABATAN_PENETAP,
        "surat_keputusan": bersama.SURAT_KEPUTUSAN,
        "jumlah_seluruh": Count("Banyaknya butir dalam keputusan", 4),
        "jumlah_butir": Count("Banyaknya butir perangkat daerah ini", 1),
        "jumlah_kata": Text("Banyaknya butir dengan kata", "satu"),
        "kelompok": butir.TABEL_PETIKAN,
        "penetap": isi.PENETAP,
        "penandatangan": bersama.PPID_UTAMA,
    },
    "keputusan_perubahan": {
        "instansi": bersama.INSTANSI,
        "naskah": naskah(
            "Pembukaan Informasi yang Dikecualikan",
            "500.12/KepUbah.3-DKISP.PPID/2026",
            skkaad="Biasa",
            sifat="Biasa",
            lampiran="1 (satu) lampiran",
            tembusan=isi.TEMBUSAN,
        ),
        "jabatan_penetap": isi.JABATAN_PENETAP,
        "dasar_kewenangan": isi.DASAR_KEWENANGAN,
        "perubahan": Text("Perubahannya: dibuka, diperpanjang, diubah, atau dibatalkan_putusan", "dibuka"),
        "dasar": Text(
            "Dasar perubahan: keputusan, putusan, peristiwa, atau persetujuan",
            "berita acara pengujian konsekuensi Nomor 500.12/41/DKISP.PPID/2026",
        ),
        "tanggal_perubahan": Text("Tanggal berlakunya perubahan", "5 November 2026"),
        "data_pribadi": Flag(
            "Ya bila menyangkut rahasia pribadi (huruf g, h, j): dokumennya tetap ditinjau dahulu", True
        ),
        "surat_keputusan": bersama.SURAT_KEPUTUSAN,
        "keputusan_pengganti": _PENGGANTI,
        "mengingat": isi.MENGINGAT,
        "butir": Group("Butir seperti ditetapkan semula, hanya nama yang boleh diumumkan", _SATU_BUTIR),
        "butir_pengganti": Group(
            "Butir penggantinya; seluruh isian kosong bila tidak diganti",
            {name: Text(f"{node.arti}, menurut keputusan baru") for name, node in _SATU_BUTIR.items()},
        ),
        "penandatangan": isi.PENETAP,
    },
    "label_boks": {
        **isi.INSTANSI,
        "naskah": naskah("Label boks arsip", "", skkaad="Biasa", sifat="Biasa", lampiran="-"),
        "boks": _BOKS,
    },
}
