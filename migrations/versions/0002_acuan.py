"""The office and the law: officials, the Tim, holidays, settings, regulations, Pasal 17, templates."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pejabat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(length=200), nullable=False),
        sa.Column("gelar", sa.String(length=40), nullable=True),
        sa.Column("nip", sa.String(length=18), nullable=True),
        sa.Column("pangkat", sa.String(length=200), nullable=True),
        sa.Column("jabatan", sa.String(length=200), nullable=False),
        sa.Column("kapasitas", sa.String(length=40), nullable=False),
        sa.Column("fungsi", sa.String(length=40), nullable=True),
        sa.Column("pengguna_id", sa.Integer(), nullable=True),
        sa.Column("perangkat_daerah_id", sa.Integer(), nullable=True),
        sa.Column("mulai", sa.Date(), nullable=False),
        sa.Column("selesai", sa.Date(), nullable=True),
        sa.Column("dasar_penunjukan", sa.String(length=500), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "fungsi IS NULL OR fungsi IN ('ppid_pelaksana', 'ppid_utama', 'ketua_tim', 'sekretaris_tim', 'atasan_ppid', 'penetap', 'petugas_data')",
            name=op.f("ck_pejabat_fungsi"),
        ),
        sa.CheckConstraint("kapasitas IN ('definitif', 'plt', 'plh', 'pj')", name=op.f("ck_pejabat_kapasitas")),
        sa.CheckConstraint("nip IS NULL OR length(nip) = 18", name=op.f("ck_pejabat_nip")),
        sa.CheckConstraint("selesai IS NULL OR selesai >= mulai", name=op.f("ck_pejabat_urutan_tanggal")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_pejabat_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_pejabat_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["pengguna_id"], ["ab_user.id"], name=op.f("fk_pejabat_pengguna_id_ab_user")),
        sa.ForeignKeyConstraint(
            ["perangkat_daerah_id"],
            ["perangkat_daerah.id"],
            name=op.f("fk_pejabat_perangkat_daerah_id_perangkat_daerah"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pejabat")),
    )
    op.create_index(op.f("ix_pejabat_perangkat_daerah_id"), "pejabat", ["perangkat_daerah_id"], unique=False)
    op.create_table(
        "anggota_tim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=False),
        sa.Column("pejabat_id", sa.Integer(), nullable=True),
        sa.Column("kedudukan", sa.String(length=40), nullable=False),
        sa.Column("dasar", sa.String(length=500), nullable=True),
        sa.Column("mulai", sa.Date(), nullable=False),
        sa.Column("selesai", sa.Date(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("kedudukan IN ('ketua', 'sekretaris', 'anggota')", name=op.f("ck_anggota_tim_kedudukan")),
        sa.CheckConstraint("selesai IS NULL OR selesai >= mulai", name=op.f("ck_anggota_tim_urutan_tanggal")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_anggota_tim_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_anggota_tim_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["pejabat_id"], ["pejabat.id"], name=op.f("fk_anggota_tim_pejabat_id_pejabat")),
        sa.ForeignKeyConstraint(["pengguna_id"], ["ab_user.id"], name=op.f("fk_anggota_tim_pengguna_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anggota_tim")),
    )
    op.create_index(op.f("ix_anggota_tim_pengguna_id"), "anggota_tim", ["pengguna_id"], unique=False)
    op.create_table(
        "penunjukan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=False),
        sa.Column("peran", sa.String(length=200), nullable=False),
        sa.Column("nomor_sk", sa.String(length=200), nullable=False),
        sa.Column("mulai", sa.Date(), nullable=False),
        sa.Column("selesai", sa.Date(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("selesai IS NULL OR selesai >= mulai", name=op.f("ck_penunjukan_urutan_tanggal")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_penunjukan_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_penunjukan_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["pengguna_id"], ["ab_user.id"], name=op.f("fk_penunjukan_pengguna_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penunjukan")),
    )
    op.create_index(op.f("ix_penunjukan_pengguna_id"), "penunjukan", ["pengguna_id"], unique=False)
    op.create_table(
        "hari_libur",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("nama", sa.String(length=200), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("pasti", sa.Boolean(), nullable=False),
        sa.Column("sumber", sa.String(length=500), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("jenis IN ('nasional', 'cuti_bersama', 'daerah')", name=op.f("ck_hari_libur_jenis")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_hari_libur_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_hari_libur_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hari_libur")),
        sa.UniqueConstraint("tanggal", "nama", name=op.f("uq_hari_libur_tanggal_nama")),
    )
    op.create_index(op.f("ix_hari_libur_tanggal"), "hari_libur", ["tanggal"], unique=False)
    op.create_table(
        "pengaturan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.String(length=200), nullable=False),
        sa.Column("nilai", sa.String(length=5000), nullable=True),
        sa.Column("penjelasan", sa.String(length=5000), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_pengaturan_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_pengaturan_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengaturan")),
        sa.UniqueConstraint("kunci", name=op.f("uq_pengaturan_kunci")),
    )
    op.create_table(
        "percobaan_masuk",
        sa.Column("kunci", sa.String(length=64), nullable=False),
        sa.Column("gagal", sa.Integer(), nullable=False),
        sa.Column("sejak", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sampai", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("kunci", name=op.f("pk_percobaan_masuk")),
    )
    op.create_table(
        "peraturan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("nomor", sa.String(length=40), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("tentang", sa.String(length=500), nullable=False),
        sa.Column("pengundangan", sa.String(length=200), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("dicabut_oleh_id", sa.Integer(), nullable=True),
        sa.Column("tautan", sa.String(length=500), nullable=True),
        sa.Column("di_sop", sa.Boolean(), nullable=False),
        sa.Column("catatan", sa.String(length=5000), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "jenis IN ('UU', 'PP', 'Perpres', 'Permen', 'PerKI', 'Perda', 'Pergub', 'lain')",
            name=op.f("ck_peraturan_jenis"),
        ),
        sa.CheckConstraint(
            "status IN ('berlaku', 'diubah', 'dicabut', 'belum_diverifikasi')", name=op.f("ck_peraturan_status")
        ),
        sa.CheckConstraint("tahun BETWEEN 1945 AND 2200", name=op.f("ck_peraturan_tahun")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_peraturan_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(
            ["dicabut_oleh_id"], ["peraturan.id"], name=op.f("fk_peraturan_dicabut_oleh_id_peraturan")
        ),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_peraturan_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peraturan")),
        sa.UniqueConstraint("jenis", "nomor", "tahun", name=op.f("uq_peraturan_jenis_nomor_tahun")),
    )
    op.create_table(
        "pasal17",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("huruf", sa.String(length=40), nullable=False),
        sa.Column("angka", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(length=500), nullable=False),
        sa.Column("maks_tahun", sa.Integer(), nullable=True),
        sa.Column("tanpa_batas", sa.String(length=40), nullable=False),
        sa.Column("perlu_uu_lain", sa.Boolean(), nullable=False),
        sa.Column("terverifikasi", sa.Boolean(), nullable=False),
        sa.Column("berlaku_mulai", sa.Date(), nullable=False),
        sa.Column("berlaku_sampai", sa.Date(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "huruf IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')", name=op.f("ck_pasal17_huruf")
        ),
        sa.CheckConstraint("tanpa_batas IN ('larang', 'peringatan', 'boleh')", name=op.f("ck_pasal17_tanpa_batas")),
        sa.CheckConstraint("angka IS NULL OR angka BETWEEN 1 AND 20", name=op.f("ck_pasal17_angka")),
        sa.CheckConstraint("maks_tahun IS NULL OR maks_tahun > 0", name=op.f("ck_pasal17_maks_tahun")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_pasal17_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_pasal17_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pasal17")),
        sa.UniqueConstraint("huruf", "angka", "berlaku_mulai", name=op.f("uq_pasal17_huruf_angka_berlaku_mulai")),
    )
    op.create_table(
        "templat_naskah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("nomor_versi", sa.Integer(), nullable=False),
        sa.Column("unggahan_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("alasan", sa.String(length=5000), nullable=False),
        sa.Column("diaktifkan_oleh_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "jenis IN ('usulan_daftar', 'draft_daftar', 'matriks_uji_konsekuensi', 'berita_acara_klasifikasi', 'nota_dinas', 'hasil_pertimbangan', 'surat_keputusan', 'lampiran_terbatas', 'tanda_bukti_unggah', 'laporan_pendokumentasian', 'lembar_kendali_sop')",
            name=op.f("ck_templat_naskah_jenis"),
        ),
        sa.CheckConstraint("status IN ('konsep', 'aktif', 'pensiun')", name=op.f("ck_templat_naskah_status")),
        sa.ForeignKeyConstraint(
            ["diaktifkan_oleh_id"], ["ab_user.id"], name=op.f("fk_templat_naskah_diaktifkan_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_templat_naskah_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_templat_naskah_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name=op.f("fk_templat_naskah_unggahan_id_unggahan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templat_naskah")),
        sa.UniqueConstraint("jenis", "nomor_versi", name=op.f("uq_templat_naskah_jenis_nomor_versi")),
    )


def downgrade() -> None:
    op.drop_table("templat_naskah")
    op.drop_table("pasal17")
    op.drop_table("peraturan")
    op.drop_table("percobaan_masuk")
    op.drop_table("pengaturan")
    op.drop_table("hari_libur")
    op.drop_table("penunjukan")
    op.drop_table("anggota_tim")
    op.drop_table("pejabat")
