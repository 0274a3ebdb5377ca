"""The case: berkas, usulan, butir, tests, meetings, opinions, approval."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "berkas",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.String(length=40), nullable=False),
        sa.Column("judul", sa.String(length=300), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("pemicu", sa.String(length=40), nullable=False),
        sa.Column("nomor_permohonan", sa.String(length=200), nullable=True),
        sa.Column("nomor_sengketa", sa.String(length=200), nullable=True),
        sa.Column("tenggat_usulan", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("putaran", sa.Integer(), nullable=False),
        sa.Column("tahap_tertinggi", sa.Integer(), nullable=False),
        sa.Column("edisi_sop", sa.String(length=40), nullable=False),
        sa.Column("berakhir_pada", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.Column("versi", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(status IN ('selesai', 'dibatalkan')) = (berakhir_pada IS NOT NULL)",
            name=op.f("ck_berkas_berakhir_pada_sepadan"),
        ),
        sa.CheckConstraint(
            "pemicu IN ('rutin', 'permohonan_eppid', 'permohonan_desk', 'perintah_majelis')",
            name=op.f("ck_berkas_pemicu"),
        ),
        sa.CheckConstraint(
            "status IN ('penghimpunan', 'pengkajian', 'pertimbangan', 'penetapan', 'pengunggahan', 'selesai', 'dibatalkan')",
            name=op.f("ck_berkas_status"),
        ),
        sa.CheckConstraint("putaran >= 1", name=op.f("ck_berkas_putaran")),
        sa.CheckConstraint("tahap_tertinggi BETWEEN 0 AND 5", name=op.f("ck_berkas_tahap_tertinggi")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_berkas_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_berkas_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_berkas")),
        sa.UniqueConstraint("nomor", name=op.f("uq_berkas_nomor")),
    )
    op.create_index(op.f("ix_berkas_status"), "berkas", ["status"], unique=False)
    op.create_table(
        "usulan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("perangkat_daerah_id", sa.Integer(), nullable=False),
        sa.Column("judul", sa.String(length=300), nullable=False),
        sa.Column("nihil", sa.Boolean(), nullable=False),
        sa.Column("nomor_surat", sa.String(length=200), nullable=True),
        sa.Column("tanggal_surat", sa.Date(), nullable=True),
        sa.Column("penandatangan_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("putaran", sa.Integer(), nullable=False),
        sa.Column("pernah_diajukan", sa.Boolean(), nullable=False),
        sa.Column("berkas_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.Column("versi", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(status IN ('dihimpun')) = (berkas_id IS NOT NULL)", name=op.f("ck_usulan_berkas_id_sepadan")
        ),
        sa.CheckConstraint("status = 'draf' OR pernah_diajukan", name=op.f("ck_usulan_pernah_diajukan")),
        sa.CheckConstraint("status IN ('draf', 'diajukan', 'dihimpun', 'dikembalikan')", name=op.f("ck_usulan_status")),
        sa.CheckConstraint("putaran >= 1", name=op.f("ck_usulan_putaran")),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_usulan_berkas_id_berkas")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_usulan_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_usulan_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["penandatangan_id"], ["pejabat.id"], name=op.f("fk_usulan_penandatangan_id_pejabat")),
        sa.ForeignKeyConstraint(
            ["perangkat_daerah_id"],
            ["perangkat_daerah.id"],
            name=op.f("fk_usulan_perangkat_daerah_id_perangkat_daerah"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usulan")),
    )
    op.create_index(op.f("ix_usulan_berkas_id"), "usulan", ["berkas_id"], unique=False)
    op.create_index(op.f("ix_usulan_perangkat_daerah_id"), "usulan", ["perangkat_daerah_id"], unique=False)
    op.create_index(op.f("ix_usulan_status"), "usulan", ["status"], unique=False)
    op.create_table(
        "butir_informasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("usulan_id", sa.Integer(), nullable=False),
        sa.Column("berkas_id", sa.Integer(), nullable=True),
        sa.Column("kode", sa.String(length=40), nullable=False),
        sa.Column("uraian", sa.String(length=5000), nullable=True),
        sa.Column("uraian_publik", sa.String(length=5000), nullable=True),
        sa.Column("dokumen_induk", sa.String(length=500), nullable=True),
        sa.Column("penguasa", sa.String(length=300), nullable=True),
        sa.Column("penanggung_jawab", sa.String(length=300), nullable=True),
        sa.Column("waktu_pembuatan", sa.String(length=200), nullable=True),
        sa.Column("tempat_pembuatan", sa.String(length=200), nullable=True),
        sa.Column("bentuk", sa.String(length=40), nullable=True),
        sa.Column("cakupan", sa.String(length=40), nullable=True),
        sa.Column("bagian", sa.String(length=5000), nullable=True),
        sa.Column("skkaad", sa.String(length=40), nullable=False),
        sa.Column("jangka_jenis", sa.String(length=40), nullable=True),
        sa.Column("jangka_tahun", sa.Integer(), nullable=True),
        sa.Column("jangka_mulai", sa.Date(), nullable=True),
        sa.Column("jangka_akhir", sa.Date(), nullable=True),
        sa.Column("jangka_peristiwa", sa.String(length=5000), nullable=True),
        sa.Column("jangka_alasan", sa.String(length=5000), nullable=True),
        sa.Column("tanggal_tinjau", sa.Date(), nullable=True),
        sa.Column("digabung_ke_id", sa.Integer(), nullable=True),
        sa.Column("hasil_pertimbangan", sa.String(length=40), nullable=True),
        sa.Column("keputusan", sa.String(length=40), nullable=True),
        sa.Column("alasan_berbeda", sa.String(length=5000), nullable=True),
        sa.Column("catatan_status", sa.String(length=5000), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.Column("versi", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(status IN ('digabung')) = (digabung_ke_id IS NOT NULL)",
            name=op.f("ck_butir_informasi_digabung_ke_id_sepadan"),
        ),
        sa.CheckConstraint(
            "(status IN ('dihimpun', 'perbaikan', 'diuji', 'dipertimbangkan', 'ditetapkan', 'terbuka', 'tidak_disetujui', 'digabung', 'ditunda')) = (berkas_id IS NOT NULL)",
            name=op.f("ck_butir_informasi_berkas_id_sepadan"),
        ),
        sa.CheckConstraint(
            "(status IN ('dipertimbangkan', 'ditetapkan', 'tidak_disetujui')) = (hasil_pertimbangan IS NOT NULL)",
            name=op.f("ck_butir_informasi_hasil_pertimbangan_sepadan"),
        ),
        sa.CheckConstraint(
            "(status IN ('ditetapkan', 'tidak_disetujui')) = (keputusan IS NOT NULL)",
            name=op.f("ck_butir_informasi_keputusan_sepadan"),
        ),
        sa.CheckConstraint(
            "bentuk IS NULL OR bentuk IN ('softcopy', 'hardcopy', 'keduanya')", name=op.f("ck_butir_informasi_bentuk")
        ),
        sa.CheckConstraint(
            "cakupan IS NULL OR cakupan IN ('seluruh', 'sebagian')", name=op.f("ck_butir_informasi_cakupan")
        ),
        sa.CheckConstraint(
            "hasil_pertimbangan IS NULL OR hasil_pertimbangan IN ('disetujui', 'disetujui_sebagian', 'tidak_disetujui', 'perbaiki')",
            name=op.f("ck_butir_informasi_hasil_pertimbangan"),
        ),
        sa.CheckConstraint(
            "jangka_jenis IS NULL OR jangka_jenis IN ('tahun', 'tanggal', 'peristiwa', 'persetujuan', 'sesuai_uu', 'tanpa_batas')",
            name=op.f("ck_butir_informasi_jangka_jenis"),
        ),
        sa.CheckConstraint(
            "keputusan IS NULL OR keputusan IN ('dikecualikan', 'dikecualikan_sebagian', 'tidak_disetujui')",
            name=op.f("ck_butir_informasi_keputusan"),
        ),
        sa.CheckConstraint(
            "skkaad IN ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')", name=op.f("ck_butir_informasi_skkaad")
        ),
        sa.CheckConstraint(
            "status IN ('draf', 'diajukan', 'dihimpun', 'perbaikan', 'diuji', 'dipertimbangkan', 'ditetapkan', 'terbuka', 'tidak_disetujui', 'digabung', 'ditunda')",
            name=op.f("ck_butir_informasi_status"),
        ),
        sa.CheckConstraint(
            "digabung_ke_id IS NULL OR digabung_ke_id <> id", name=op.f("ck_butir_informasi_gabung_bukan_diri")
        ),
        sa.CheckConstraint(
            "jangka_tahun IS NULL OR jangka_tahun BETWEEN 1 AND 100", name=op.f("ck_butir_informasi_jangka_tahun")
        ),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_butir_informasi_berkas_id_berkas")),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_butir_informasi_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["digabung_ke_id"], ["butir_informasi.id"], name=op.f("fk_butir_informasi_digabung_ke_id_butir_informasi")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_butir_informasi_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(["usulan_id"], ["usulan.id"], name=op.f("fk_butir_informasi_usulan_id_usulan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_butir_informasi")),
        sa.UniqueConstraint("kode", name=op.f("uq_butir_informasi_kode")),
    )
    op.create_index("ix_butir_informasi_berkas_status", "butir_informasi", ["berkas_id", "status"], unique=False)
    op.create_index(op.f("ix_butir_informasi_status"), "butir_informasi", ["status"], unique=False)
    op.create_index(op.f("ix_butir_informasi_usulan_id"), "butir_informasi", ["usulan_id"], unique=False)
    op.create_table(
        "dasar_pengecualian",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_id", sa.Integer(), nullable=False),
        sa.Column("pasal17_id", sa.Integer(), nullable=True),
        sa.Column("peraturan_id", sa.Integer(), nullable=True),
        sa.Column("pasal_ayat", sa.String(length=200), nullable=True),
        sa.Column("kutipan", sa.String(length=5000), nullable=True),
        sa.Column("teks", sa.String(length=500), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "pasal17_id IS NOT NULL OR peraturan_id IS NOT NULL OR teks IS NOT NULL",
            name=op.f("ck_dasar_pengecualian_berisi"),
        ),
        sa.ForeignKeyConstraint(
            ["butir_id"], ["butir_informasi.id"], name=op.f("fk_dasar_pengecualian_butir_id_butir_informasi")
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_dasar_pengecualian_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_dasar_pengecualian_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(["pasal17_id"], ["pasal17.id"], name=op.f("fk_dasar_pengecualian_pasal17_id_pasal17")),
        sa.ForeignKeyConstraint(
            ["peraturan_id"], ["peraturan.id"], name=op.f("fk_dasar_pengecualian_peraturan_id_peraturan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dasar_pengecualian")),
    )
    op.create_index(op.f("ix_dasar_pengecualian_butir_id"), "dasar_pengecualian", ["butir_id"], unique=False)
    op.create_table(
        "uji_konsekuensi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_id", sa.Integer(), nullable=False),
        sa.Column("putaran", sa.Integer(), nullable=False),
        sa.Column("isian_pengusul", sa.JSON(), nullable=True),
        sa.Column("konsekuensi_dibuka", sa.String(length=5000), nullable=True),
        sa.Column("konsekuensi_ditutup", sa.String(length=5000), nullable=True),
        sa.Column("kepentingan_publik", sa.String(length=5000), nullable=True),
        sa.Column("kepatutan", sa.String(length=5000), nullable=True),
        sa.Column("kesusilaan", sa.String(length=5000), nullable=True),
        sa.Column("mitigasi", sa.String(length=5000), nullable=True),
        sa.Column("alternatif", sa.String(length=5000), nullable=True),
        sa.Column("cek_pasal18", sa.JSON(), nullable=True),
        sa.Column("persetujuan_tertulis", sa.Boolean(), nullable=True),
        sa.Column("terkait_jabatan_publik", sa.Boolean(), nullable=True),
        sa.Column("kesimpulan", sa.String(length=40), nullable=True),
        sa.Column("alasan_peringatan", sa.String(length=5000), nullable=True),
        sa.Column("penguji_id", sa.Integer(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("aturan_versi", sa.String(length=40), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.Column("versi", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "kesimpulan IS NULL OR kesimpulan IN ('dikecualikan', 'dikecualikan_sebagian', 'terbuka', 'ditunda')",
            name=op.f("ck_uji_konsekuensi_kesimpulan"),
        ),
        sa.CheckConstraint("(penguji_id IS NULL) = (tanggal IS NULL)", name=op.f("ck_uji_konsekuensi_penguji_sepadan")),
        sa.CheckConstraint(
            "kesimpulan IS NULL OR penguji_id IS NOT NULL", name=op.f("ck_uji_konsekuensi_kesimpulan_berpenguji")
        ),
        sa.ForeignKeyConstraint(
            ["butir_id"], ["butir_informasi.id"], name=op.f("fk_uji_konsekuensi_butir_id_butir_informasi")
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_uji_konsekuensi_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_uji_konsekuensi_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(["penguji_id"], ["ab_user.id"], name=op.f("fk_uji_konsekuensi_penguji_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uji_konsekuensi")),
        sa.UniqueConstraint("butir_id", "putaran", name=op.f("uq_uji_konsekuensi_butir_id_putaran")),
    )
    op.create_index(op.f("ix_uji_konsekuensi_butir_id"), "uji_konsekuensi", ["butir_id"], unique=False)
    op.create_table(
        "rapat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("berkas_id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("mulai", sa.Time(), nullable=True),
        sa.Column("selesai", sa.Time(), nullable=True),
        sa.Column("tempat", sa.String(length=300), nullable=False),
        sa.Column("pimpinan", sa.String(length=200), nullable=True),
        sa.Column("notulis", sa.String(length=200), nullable=True),
        sa.Column("undangan_nomor", sa.String(length=200), nullable=True),
        sa.Column("notulen", sa.String(length=5000), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("jenis IN ('uji_konsekuensi', 'pertimbangan')", name=op.f("ck_rapat_jenis")),
        sa.CheckConstraint("selesai IS NULL OR mulai IS NULL OR selesai >= mulai", name=op.f("ck_rapat_urutan_jam")),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_rapat_berkas_id_berkas")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_rapat_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_rapat_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rapat")),
    )
    op.create_index(op.f("ix_rapat_berkas_id"), "rapat", ["berkas_id"], unique=False)
    op.create_table(
        "kehadiran_rapat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rapat_id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(length=200), nullable=False),
        sa.Column("jabatan", sa.String(length=200), nullable=True),
        sa.Column("instansi", sa.String(length=200), nullable=True),
        sa.Column("peran", sa.String(length=40), nullable=False),
        sa.Column("hadir", sa.Boolean(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "peran IN ('anggota', 'pengusul', 'ahli', 'narasumber', 'notulis')", name=op.f("ck_kehadiran_rapat_peran")
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_kehadiran_rapat_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_kehadiran_rapat_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(["pengguna_id"], ["ab_user.id"], name=op.f("fk_kehadiran_rapat_pengguna_id_ab_user")),
        sa.ForeignKeyConstraint(["rapat_id"], ["rapat.id"], name=op.f("fk_kehadiran_rapat_rapat_id_rapat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kehadiran_rapat")),
    )
    op.create_index(op.f("ix_kehadiran_rapat_rapat_id"), "kehadiran_rapat", ["rapat_id"], unique=False)
    op.create_table(
        "pendapat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_id", sa.Integer(), nullable=False),
        sa.Column("anggota_id", sa.Integer(), nullable=False),
        sa.Column("cara", sa.String(length=40), nullable=False),
        sa.Column("dicatat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("sikap", sa.String(length=40), nullable=False),
        sa.Column("alasan_uu", sa.String(length=5000), nullable=True),
        sa.Column("alasan_kepatutan", sa.String(length=5000), nullable=True),
        sa.Column("alasan_kepentingan_umum", sa.String(length=5000), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("putaran", sa.Integer(), nullable=False),
        sa.Column("terlihat", sa.JSON(), nullable=True),
        sa.Column("dicabut", sa.Boolean(), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(cara = 'rapat') = (dicatat_oleh_id IS NOT NULL)", name=op.f("ck_pendapat_dicatat_sepadan")
        ),
        sa.CheckConstraint("cara IN ('langsung', 'rapat')", name=op.f("ck_pendapat_cara")),
        sa.CheckConstraint(
            "sikap IN ('setuju', 'setuju_sebagian', 'tidak_setuju', 'perbaiki', 'abstain')",
            name=op.f("ck_pendapat_sikap"),
        ),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota_tim.id"], name=op.f("fk_pendapat_anggota_id_anggota_tim")),
        sa.ForeignKeyConstraint(
            ["butir_id"], ["butir_informasi.id"], name=op.f("fk_pendapat_butir_id_butir_informasi")
        ),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_pendapat_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["dicatat_oleh_id"], ["ab_user.id"], name=op.f("fk_pendapat_dicatat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_pendapat_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pendapat")),
        sa.UniqueConstraint("butir_id", "anggota_id", "putaran", name=op.f("uq_pendapat_butir_id_anggota_id_putaran")),
    )
    op.create_index(op.f("ix_pendapat_anggota_id"), "pendapat", ["anggota_id"], unique=False)
    op.create_index(op.f("ix_pendapat_butir_id"), "pendapat", ["butir_id"], unique=False)
    op.create_table(
        "persetujuan_pimpinan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("berkas_id", sa.Integer(), nullable=False),
        sa.Column("pejabat_id", sa.Integer(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("nomor_surat", sa.String(length=200), nullable=True),
        sa.Column("lingkup", sa.String(length=40), nullable=False),
        sa.Column("catatan", sa.String(length=5000), nullable=True),
        sa.Column("unggahan_id", sa.Integer(), nullable=True),
        sa.Column("putaran", sa.Integer(), nullable=False),
        sa.Column("dicabut", sa.Boolean(), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "lingkup IN ('klasifikasi', 'jangka_waktu', 'keduanya')", name=op.f("ck_persetujuan_pimpinan_lingkup")
        ),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_persetujuan_pimpinan_berkas_id_berkas")),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_persetujuan_pimpinan_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_persetujuan_pimpinan_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["pejabat_id"], ["pejabat.id"], name=op.f("fk_persetujuan_pimpinan_pejabat_id_pejabat")
        ),
        sa.ForeignKeyConstraint(
            ["unggahan_id"], ["unggahan.id"], name=op.f("fk_persetujuan_pimpinan_unggahan_id_unggahan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persetujuan_pimpinan")),
    )
    op.create_index("ix_persetujuan_pimpinan_putaran", "persetujuan_pimpinan", ["berkas_id", "putaran"], unique=False)


def downgrade() -> None:
    op.drop_table("persetujuan_pimpinan")
    op.drop_table("pendapat")
    op.drop_table("kehadiran_rapat")
    op.drop_table("rapat")
    op.drop_table("uji_konsekuensi")
    op.drop_table("dasar_pengecualian")
    op.drop_table("butir_informasi")
    op.drop_table("usulan")
    op.drop_table("berkas")
