"""Papers, numbers, the register, archive and publication."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pencacah_nomor",
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("tahun", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("terakhir", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("jenis", "unit", "tahun", name=op.f("pk_pencacah_nomor")),
    )
    op.create_table(
        "nomor_naskah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pola", sa.String(length=200), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("alasan_batal", sa.String(length=5000), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(status IN ('batal')) = (alasan_batal IS NOT NULL)", name=op.f("ck_nomor_naskah_alasan_batal_sepadan")
        ),
        sa.CheckConstraint("status IN ('dicadangkan', 'dipakai', 'batal')", name=op.f("ck_nomor_naskah_status")),
        sa.CheckConstraint("urut >= 1", name=op.f("ck_nomor_naskah_urut")),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_nomor_naskah_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_nomor_naskah_diubah_oleh_id_ab_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomor_naskah")),
        sa.UniqueConstraint("jenis", "unit", "tahun", "urut", name=op.f("uq_nomor_naskah_jenis_unit_tahun_urut")),
        sa.UniqueConstraint("nomor", name=op.f("uq_nomor_naskah_nomor")),
    )
    op.create_table(
        "naskah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("berkas_id", sa.Integer(), nullable=True),
        sa.Column("usulan_id", sa.Integer(), nullable=True),
        sa.Column("perangkat_daerah_id", sa.Integer(), nullable=True),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("nomor", sa.String(length=200), nullable=True),
        sa.Column("nomor_naskah_id", sa.Integer(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("perihal", sa.String(length=500), nullable=False),
        sa.Column("tembusan", sa.JSON(), nullable=True),
        sa.Column("templat_id", sa.Integer(), nullable=True),
        sa.Column("templat_sha256", sa.String(length=64), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=True),
        sa.Column("unggahan_id", sa.Integer(), nullable=False),
        sa.Column("pdf_id", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("token", sa.String(length=40), nullable=False),
        sa.Column("penandatangan", sa.JSON(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("putaran", sa.Integer(), nullable=False),
        sa.Column("revisi", sa.Integer(), nullable=False),
        sa.Column("usang", sa.Boolean(), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.Column("versi", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(jenis IN ('usulan_daftar', 'matriks_uji_konsekuensi', 'berita_acara_klasifikasi', 'nota_dinas', 'hasil_pertimbangan', 'surat_keputusan', 'lampiran_terbatas', 'laporan_pendokumentasian')) = (nomor_naskah_id IS NOT NULL)",
            name=op.f("ck_naskah_bernomor"),
        ),
        sa.CheckConstraint(
            "jenis IN ('usulan_daftar', 'draft_daftar', 'matriks_uji_konsekuensi', 'berita_acara_klasifikasi', 'nota_dinas', 'hasil_pertimbangan', 'surat_keputusan', 'lampiran_terbatas', 'tanda_bukti_unggah', 'laporan_pendokumentasian')",
            name=op.f("ck_naskah_jenis"),
        ),
        sa.CheckConstraint("status IN ('terbit', 'ditandatangani', 'dicabut')", name=op.f("ck_naskah_status")),
        sa.CheckConstraint("(nomor IS NULL) = (nomor_naskah_id IS NULL)", name=op.f("ck_naskah_nomor_sepadan")),
        sa.CheckConstraint("berkas_id IS NOT NULL OR usulan_id IS NOT NULL", name=op.f("ck_naskah_bertuan")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_naskah_sha256")),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_naskah_berkas_id_berkas")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_naskah_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_naskah_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(
            ["nomor_naskah_id"], ["nomor_naskah.id"], name=op.f("fk_naskah_nomor_naskah_id_nomor_naskah")
        ),
        sa.ForeignKeyConstraint(["pdf_id"], ["unggahan.id"], name=op.f("fk_naskah_pdf_id_unggahan")),
        sa.ForeignKeyConstraint(
            ["perangkat_daerah_id"],
            ["perangkat_daerah.id"],
            name=op.f("fk_naskah_perangkat_daerah_id_perangkat_daerah"),
        ),
        sa.ForeignKeyConstraint(
            ["templat_id"], ["templat_naskah.id"], name=op.f("fk_naskah_templat_id_templat_naskah")
        ),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name=op.f("fk_naskah_unggahan_id_unggahan")),
        sa.ForeignKeyConstraint(["usulan_id"], ["usulan.id"], name=op.f("fk_naskah_usulan_id_usulan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_naskah")),
        sa.UniqueConstraint("token", name=op.f("uq_naskah_token")),
    )
    op.create_index("ix_naskah_berkas_jenis", "naskah", ["berkas_id", "jenis"], unique=False)
    op.create_index(op.f("ix_naskah_status"), "naskah", ["status"], unique=False)
    op.create_index("ix_naskah_usulan_jenis", "naskah", ["usulan_id", "jenis"], unique=False)
    op.create_table(
        "salinan_ttd",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naskah_id", sa.Integer(), nullable=False),
        sa.Column("unggahan_id", sa.Integer(), nullable=False),
        sa.Column("tanggal_ttd", sa.Date(), nullable=False),
        sa.Column("metode", sa.String(length=40), nullable=False),
        sa.Column("hasil_validasi", sa.JSON(), nullable=True),
        sa.Column("kode_cocok", sa.Boolean(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("metode IN ('basah', 'tte')", name=op.f("ck_salinan_ttd_metode")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_salinan_ttd_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_salinan_ttd_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["naskah_id"], ["naskah.id"], name=op.f("fk_salinan_ttd_naskah_id_naskah")),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name=op.f("fk_salinan_ttd_unggahan_id_unggahan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_salinan_ttd")),
    )
    op.create_index(op.f("ix_salinan_ttd_naskah_id"), "salinan_ttd", ["naskah_id"], unique=False)
    op.create_table(
        "butir_ditetapkan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_id", sa.Integer(), nullable=False),
        sa.Column("sk_id", sa.Integer(), nullable=False),
        sa.Column("perangkat_daerah_id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(length=40), nullable=False),
        sa.Column("uraian_publik", sa.String(length=5000), nullable=False),
        sa.Column("klasifikasi", sa.String(length=500), nullable=False),
        sa.Column("dasar_hukum", sa.String(length=5000), nullable=False),
        sa.Column("alasan_ringkas", sa.String(length=5000), nullable=False),
        sa.Column("cakupan", sa.String(length=40), nullable=False),
        sa.Column("jangka", sa.String(length=5000), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.Column("mulai", sa.Date(), nullable=False),
        sa.Column("akhir", sa.Date(), nullable=True),
        sa.Column("peristiwa", sa.String(length=5000), nullable=True),
        sa.Column("batas_buka", sa.Date(), nullable=True),
        sa.Column("tanggal_tinjau", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("menggantikan_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "status IN ('menunggu_ttd', 'berlaku', 'akan_berakhir', 'dibuka', 'terbuka_demi_hukum', 'diperpanjang', 'diubah', 'dibatalkan', 'dicabut')",
            name=op.f("ck_butir_ditetapkan_status"),
        ),
        sa.CheckConstraint(
            "(akhir IS NULL) = (batas_buka IS NULL)", name=op.f("ck_butir_ditetapkan_batas_buka_sepadan")
        ),
        sa.CheckConstraint("akhir IS NULL OR akhir > mulai", name=op.f("ck_butir_ditetapkan_urutan_jangka")),
        sa.ForeignKeyConstraint(
            ["butir_id"], ["butir_informasi.id"], name=op.f("fk_butir_ditetapkan_butir_id_butir_informasi")
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_butir_ditetapkan_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_butir_ditetapkan_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["menggantikan_id"],
            ["butir_ditetapkan.id"],
            name=op.f("fk_butir_ditetapkan_menggantikan_id_butir_ditetapkan"),
        ),
        sa.ForeignKeyConstraint(
            ["perangkat_daerah_id"],
            ["perangkat_daerah.id"],
            name=op.f("fk_butir_ditetapkan_perangkat_daerah_id_perangkat_daerah"),
        ),
        sa.ForeignKeyConstraint(["sk_id"], ["naskah.id"], name=op.f("fk_butir_ditetapkan_sk_id_naskah")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_butir_ditetapkan")),
    )
    op.create_index(op.f("ix_butir_ditetapkan_butir_id"), "butir_ditetapkan", ["butir_id"], unique=False)
    op.create_index(
        op.f("ix_butir_ditetapkan_perangkat_daerah_id"), "butir_ditetapkan", ["perangkat_daerah_id"], unique=False
    )
    op.create_index("ix_butir_ditetapkan_sk", "butir_ditetapkan", ["sk_id", "status"], unique=False)
    op.create_index(op.f("ix_butir_ditetapkan_status"), "butir_ditetapkan", ["status"], unique=False)
    op.create_table(
        "penyimpanan_dokumen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_ditetapkan_id", sa.Integer(), nullable=False),
        sa.Column("perangkat_daerah_id", sa.Integer(), nullable=False),
        sa.Column("lokasi_softcopy", sa.String(length=500), nullable=True),
        sa.Column("lokasi_hardcopy", sa.String(length=500), nullable=True),
        sa.Column("penanggung_jawab", sa.String(length=300), nullable=False),
        sa.Column("dikonfirmasi_pada", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["butir_ditetapkan_id"],
            ["butir_ditetapkan.id"],
            name=op.f("fk_penyimpanan_dokumen_butir_ditetapkan_id_butir_ditetapkan"),
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_penyimpanan_dokumen_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_penyimpanan_dokumen_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["perangkat_daerah_id"],
            ["perangkat_daerah.id"],
            name=op.f("fk_penyimpanan_dokumen_perangkat_daerah_id_perangkat_daerah"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penyimpanan_dokumen")),
    )
    op.create_index(
        op.f("ix_penyimpanan_dokumen_butir_ditetapkan_id"), "penyimpanan_dokumen", ["butir_ditetapkan_id"], unique=False
    )
    op.create_index(
        op.f("ix_penyimpanan_dokumen_perangkat_daerah_id"), "penyimpanan_dokumen", ["perangkat_daerah_id"], unique=False
    )
    op.create_table(
        "perubahan_klasifikasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_ditetapkan_id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("dasar", sa.String(length=5000), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("berkas_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "jenis IN ('diperpanjang', 'dibuka', 'diubah', 'dibatalkan_putusan')",
            name=op.f("ck_perubahan_klasifikasi_jenis"),
        ),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_perubahan_klasifikasi_berkas_id_berkas")),
        sa.ForeignKeyConstraint(
            ["butir_ditetapkan_id"],
            ["butir_ditetapkan.id"],
            name=op.f("fk_perubahan_klasifikasi_butir_ditetapkan_id_butir_ditetapkan"),
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_perubahan_klasifikasi_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_perubahan_klasifikasi_diubah_oleh_id_ab_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_perubahan_klasifikasi")),
    )
    op.create_index(
        op.f("ix_perubahan_klasifikasi_butir_ditetapkan_id"),
        "perubahan_klasifikasi",
        ["butir_ditetapkan_id"],
        unique=False,
    )
    op.create_table(
        "sengketa",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_ditetapkan_id", sa.Integer(), nullable=False),
        sa.Column("nomor_register_ki", sa.String(length=200), nullable=False),
        sa.Column("pemohon", sa.String(length=200), nullable=True),
        sa.Column("tahap", sa.String(length=200), nullable=True),
        sa.Column("putusan", sa.String(length=5000), nullable=True),
        sa.Column("tanggal_putusan", sa.Date(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["butir_ditetapkan_id"],
            ["butir_ditetapkan.id"],
            name=op.f("fk_sengketa_butir_ditetapkan_id_butir_ditetapkan"),
        ),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_sengketa_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_sengketa_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sengketa")),
    )
    op.create_index(op.f("ix_sengketa_butir_ditetapkan_id"), "sengketa", ["butir_ditetapkan_id"], unique=False)
    op.create_table(
        "arsip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naskah_id", sa.Integer(), nullable=False),
        sa.Column("kode_klasifikasi", sa.String(length=40), nullable=False),
        sa.Column("retensi_aktif", sa.Integer(), nullable=False),
        sa.Column("retensi_inaktif", sa.Integer(), nullable=False),
        sa.Column("pemicu_retensi", sa.String(length=500), nullable=True),
        sa.Column("nasib_akhir", sa.String(length=40), nullable=False),
        sa.Column("skkaad", sa.String(length=40), nullable=False),
        sa.Column("tingkat_perkembangan", sa.String(length=40), nullable=False),
        sa.Column("softcopy", sa.String(length=500), nullable=True),
        sa.Column("hardcopy_gedung", sa.String(length=200), nullable=True),
        sa.Column("hardcopy_ruang", sa.String(length=200), nullable=True),
        sa.Column("hardcopy_lemari", sa.String(length=40), nullable=True),
        sa.Column("hardcopy_rak", sa.String(length=40), nullable=True),
        sa.Column("hardcopy_boks", sa.String(length=40), nullable=True),
        sa.Column("hardcopy_folder", sa.String(length=40), nullable=True),
        sa.Column("hardcopy_jumlah_lembar", sa.Integer(), nullable=True),
        sa.Column("penanggung_jawab", sa.String(length=300), nullable=True),
        sa.Column("lengkap", sa.Boolean(), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "nasib_akhir IN ('musnah', 'dinilai_kembali', 'permanen')", name=op.f("ck_arsip_nasib_akhir")
        ),
        sa.CheckConstraint(
            "skkaad IN ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')", name=op.f("ck_arsip_skkaad")
        ),
        sa.CheckConstraint("tingkat_perkembangan IN ('asli', 'salinan')", name=op.f("ck_arsip_tingkat_perkembangan")),
        sa.CheckConstraint(
            "hardcopy_jumlah_lembar IS NULL OR hardcopy_jumlah_lembar > 0", name=op.f("ck_arsip_jumlah_lembar")
        ),
        sa.CheckConstraint("retensi_aktif BETWEEN 0 AND 100", name=op.f("ck_arsip_retensi_aktif")),
        sa.CheckConstraint("retensi_inaktif BETWEEN 0 AND 100", name=op.f("ck_arsip_retensi_inaktif")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_arsip_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_arsip_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["naskah_id"], ["naskah.id"], name=op.f("fk_arsip_naskah_id_naskah")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arsip")),
        sa.UniqueConstraint("naskah_id", name=op.f("uq_arsip_naskah_id")),
    )
    op.create_table(
        "publikasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naskah_id", sa.Integer(), nullable=False),
        sa.Column("perangkat_daerah_id", sa.Integer(), nullable=False),
        sa.Column("saluran", sa.String(length=40), nullable=False),
        sa.Column("url", sa.String(length=500), nullable=False),
        sa.Column("judul", sa.String(length=300), nullable=False),
        sa.Column("tanggal_unggah", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("cek_terakhir", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hasil_cek", sa.String(length=40), nullable=True),
        sa.Column("bukti", sa.String(length=5000), nullable=True),
        sa.Column("bukti_unggahan_id", sa.Integer(), nullable=True),
        sa.Column("id_jauh", sa.String(length=200), nullable=True),
        sa.Column("dicabut_pada", sa.DateTime(timezone=True), nullable=True),
        sa.Column("alasan_cabut", sa.String(length=5000), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "hasil_cek IS NULL OR hasil_cek IN ('sama', 'berbeda', 'tidak_dapat_diperiksa')",
            name=op.f("ck_publikasi_hasil_cek"),
        ),
        sa.CheckConstraint("saluran IN ('publik', 'wordpress', 'ckan', 'manual')", name=op.f("ck_publikasi_saluran")),
        sa.CheckConstraint("(dicabut_pada IS NULL) = (alasan_cabut IS NULL)", name=op.f("ck_publikasi_cabut_sepadan")),
        sa.CheckConstraint("(hasil_cek IS NULL) = (cek_terakhir IS NULL)", name=op.f("ck_publikasi_cek_sepadan")),
        sa.ForeignKeyConstraint(
            ["bukti_unggahan_id"], ["unggahan.id"], name=op.f("fk_publikasi_bukti_unggahan_id_unggahan")
        ),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_publikasi_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_publikasi_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["naskah_id"], ["naskah.id"], name=op.f("fk_publikasi_naskah_id_naskah")),
        sa.ForeignKeyConstraint(
            ["perangkat_daerah_id"],
            ["perangkat_daerah.id"],
            name=op.f("fk_publikasi_perangkat_daerah_id_perangkat_daerah"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publikasi")),
    )
    op.create_index("ix_publikasi_naskah_saluran", "publikasi", ["naskah_id", "saluran"], unique=False)
    op.create_index(op.f("ix_publikasi_perangkat_daerah_id"), "publikasi", ["perangkat_daerah_id"], unique=False)
    op.create_table(
        "laporan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("periode", sa.String(length=200), nullable=True),
        sa.Column("berkas_id", sa.Integer(), nullable=True),
        sa.Column("naskah_id", sa.Integer(), nullable=True),
        sa.Column("lokasi_hardcopy", sa.String(length=500), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("jenis IN ('per_sk', 'per_periode')", name=op.f("ck_laporan_jenis")),
        sa.CheckConstraint("berkas_id IS NOT NULL OR periode IS NOT NULL", name=op.f("ck_laporan_lingkup")),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_laporan_berkas_id_berkas")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_laporan_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_laporan_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["naskah_id"], ["naskah.id"], name=op.f("fk_laporan_naskah_id_naskah")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_laporan")),
    )
    op.create_index(op.f("ix_laporan_berkas_id"), "laporan", ["berkas_id"], unique=False)


def downgrade() -> None:
    op.drop_table("laporan")
    op.drop_table("publikasi")
    op.drop_table("arsip")
    op.drop_table("sengketa")
    op.drop_table("perubahan_klasifikasi")
    op.drop_table("penyimpanan_dokumen")
    op.drop_table("butir_ditetapkan")
    op.drop_table("salinan_ttd")
    op.drop_table("naskah")
    op.drop_table("nomor_naskah")
    op.drop_table("pencacah_nomor")
