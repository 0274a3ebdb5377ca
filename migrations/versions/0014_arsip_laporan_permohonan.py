"""Scheme of archive codes, loans, lists of records that leave, stored reports with their files, requests for information."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEPT = "nama IS NULL OR (mulai IS NOT NULL AND selesai >= mulai AND xlsx_id IS NOT NULL AND docx_id IS NOT NULL)"


def upgrade() -> None:
    op.create_table(
        "klasifikasi_arsip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(length=40), nullable=False),
        sa.Column("uraian", sa.String(length=500), nullable=False),
        sa.Column("retensi_aktif", sa.Integer(), nullable=False),
        sa.Column("retensi_inaktif", sa.Integer(), nullable=False),
        sa.Column("pemicu_retensi", sa.String(length=500), nullable=True),
        sa.Column("nasib_akhir", sa.String(length=40), nullable=False),
        sa.Column("skkaad", sa.String(length=40), nullable=False),
        sa.Column("dasar", sa.String(length=500), nullable=True),
        sa.Column("terverifikasi", sa.Boolean(), nullable=False),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "nasib_akhir IN ('musnah', 'dinilai_kembali', 'permanen')", name=op.f("ck_klasifikasi_arsip_nasib_akhir")
        ),
        sa.CheckConstraint(
            "skkaad IN ('biasa', 'terbatas', 'rahasia', 'sangat_rahasia')", name=op.f("ck_klasifikasi_arsip_skkaad")
        ),
        sa.CheckConstraint("retensi_aktif BETWEEN 0 AND 100", name=op.f("ck_klasifikasi_arsip_retensi_aktif")),
        sa.CheckConstraint("retensi_inaktif BETWEEN 0 AND 100", name=op.f("ck_klasifikasi_arsip_retensi_inaktif")),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_klasifikasi_arsip_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_klasifikasi_arsip_diubah_oleh_id_ab_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_klasifikasi_arsip")),
        sa.UniqueConstraint("kode", name=op.f("uq_klasifikasi_arsip_kode")),
    )
    op.create_table(
        "penyusutan_arsip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("keterangan", sa.String(length=5000), nullable=True),
        sa.Column("nomor_persetujuan", sa.String(length=200), nullable=True),
        sa.Column("tanggal_persetujuan", sa.Date(), nullable=True),
        sa.Column("nomor_berita_acara", sa.String(length=200), nullable=True),
        sa.Column("dilaksanakan", sa.Date(), nullable=True),
        sa.Column("cara", sa.String(length=500), nullable=True),
        sa.Column("saksi", sa.String(length=500), nullable=True),
        sa.Column("berita_acara_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(status = 'selesai') = (dilaksanakan IS NOT NULL)", name=op.f("ck_penyusutan_arsip_dilaksanakan_sepadan")
        ),
        sa.CheckConstraint("jenis IN ('musnah', 'serah')", name=op.f("ck_penyusutan_arsip_jenis")),
        sa.CheckConstraint(
            "(status = 'selesai') = (berita_acara_id IS NOT NULL)",
            name=op.f("ck_penyusutan_arsip_beracara"),
        ),
        sa.CheckConstraint(
            "status IN ('usul', 'disetujui', 'selesai', 'batal')", name=op.f("ck_penyusutan_arsip_status")
        ),
        sa.CheckConstraint(
            "status NOT IN ('disetujui', 'selesai') OR nomor_persetujuan IS NOT NULL",
            name=op.f("ck_penyusutan_arsip_setuju_bersurat"),
        ),
        sa.CheckConstraint(
            "(nomor_persetujuan IS NULL) = (tanggal_persetujuan IS NULL)",
            name=op.f("ck_penyusutan_arsip_persetujuan_sepadan"),
        ),
        sa.ForeignKeyConstraint(
            ["berita_acara_id"], ["unggahan.id"], name=op.f("fk_penyusutan_arsip_berita_acara_id_unggahan")
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_penyusutan_arsip_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_penyusutan_arsip_diubah_oleh_id_ab_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penyusutan_arsip")),
    )
    op.create_index(op.f("ix_penyusutan_arsip_status"), "penyusutan_arsip", ["status"])
    op.create_table(
        "permohonan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kanal", sa.String(length=40), nullable=False),
        sa.Column("nomor", sa.String(length=200), nullable=False),
        sa.Column("diterima", sa.Date(), nullable=False),
        sa.Column("pemohon", sa.String(length=200), nullable=False),
        sa.Column("alamat_pemohon", sa.String(length=500), nullable=True),
        sa.Column("rincian", sa.String(length=5000), nullable=False),
        sa.Column("tujuan", sa.String(length=5000), nullable=True),
        sa.Column("diperpanjang", sa.Date(), nullable=True),
        sa.Column("alasan_perpanjangan", sa.String(length=5000), nullable=True),
        sa.Column("berkas_id", sa.Integer(), nullable=True),
        sa.Column("jawaban", sa.String(length=40), nullable=True),
        sa.Column("tanggal_jawaban", sa.Date(), nullable=True),
        sa.Column("keterangan_jawaban", sa.String(length=5000), nullable=True),
        sa.Column("nomor_surat", sa.String(length=200), nullable=True),
        sa.Column("surat_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "jawaban IS NULL OR jawaban IN ('dikabulkan', 'dikabulkan_sebagian', 'ditolak')",
            name=op.f("ck_permohonan_jawaban"),
        ),
        sa.CheckConstraint("kanal IN ('eppid', 'desk')", name=op.f("ck_permohonan_kanal")),
        sa.CheckConstraint(
            "(diperpanjang IS NULL) = (alasan_perpanjangan IS NULL)", name=op.f("ck_permohonan_perpanjangan_sepadan")
        ),
        sa.CheckConstraint("(jawaban IS NULL) = (tanggal_jawaban IS NULL)", name=op.f("ck_permohonan_jawaban_sepadan")),
        sa.CheckConstraint(
            "diperpanjang IS NULL OR diperpanjang >= diterima", name=op.f("ck_permohonan_urutan_perpanjangan")
        ),
        sa.CheckConstraint("surat_id IS NULL OR nomor_surat IS NOT NULL", name=op.f("ck_permohonan_surat_bernomor")),
        sa.CheckConstraint(
            "tanggal_jawaban IS NULL OR tanggal_jawaban >= diterima", name=op.f("ck_permohonan_urutan_jawaban")
        ),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_permohonan_berkas_id_berkas")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_permohonan_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_permohonan_diubah_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["surat_id"], ["unggahan.id"], name=op.f("fk_permohonan_surat_id_unggahan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permohonan")),
        sa.UniqueConstraint("kanal", "nomor", name=op.f("uq_permohonan_kanal_nomor")),
    )
    op.create_index(op.f("ix_permohonan_berkas_id"), "permohonan", ["berkas_id"])
    op.create_index(op.f("ix_permohonan_jawaban"), "permohonan", ["jawaban"])
    op.create_table(
        "butir_penyusutan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("penyusutan_id", sa.Integer(), nullable=False),
        sa.Column("arsip_id", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["arsip_id"], ["arsip.id"], name=op.f("fk_butir_penyusutan_arsip_id_arsip")),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_butir_penyusutan_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_butir_penyusutan_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["penyusutan_id"], ["penyusutan_arsip.id"], name=op.f("fk_butir_penyusutan_penyusutan_id_penyusutan_arsip")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_butir_penyusutan")),
        sa.UniqueConstraint("penyusutan_id", "arsip_id", name=op.f("uq_butir_penyusutan_penyusutan_id_arsip_id")),
    )
    op.create_index(op.f("ix_butir_penyusutan_arsip_id"), "butir_penyusutan", ["arsip_id"])
    op.create_table(
        "peminjaman_arsip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("arsip_id", sa.Integer(), nullable=False),
        sa.Column("peminjam", sa.String(length=200), nullable=False),
        sa.Column("unit_kerja", sa.String(length=200), nullable=True),
        sa.Column("keperluan", sa.String(length=5000), nullable=False),
        sa.Column("dipinjam", sa.Date(), nullable=False),
        sa.Column("jatuh_tempo", sa.Date(), nullable=False),
        sa.Column("dikembalikan", sa.Date(), nullable=True),
        sa.Column("keadaan_kembali", sa.String(length=500), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "dikembalikan IS NULL OR dikembalikan >= dipinjam", name=op.f("ck_peminjaman_arsip_urutan_kembali")
        ),
        sa.CheckConstraint("jatuh_tempo >= dipinjam", name=op.f("ck_peminjaman_arsip_urutan_pinjam")),
        sa.ForeignKeyConstraint(["arsip_id"], ["arsip.id"], name=op.f("fk_peminjaman_arsip_arsip_id_arsip")),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_peminjaman_arsip_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_peminjaman_arsip_diubah_oleh_id_ab_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peminjaman_arsip")),
    )
    op.create_index(op.f("ix_peminjaman_arsip_arsip_id"), "peminjaman_arsip", ["arsip_id"])
    op.create_index(
        "ix_peminjaman_arsip_di_luar",
        "peminjaman_arsip",
        ["arsip_id"],
        unique=True,
        sqlite_where=sa.text("dikembalikan IS NULL"),
        postgresql_where=sa.text("dikembalikan IS NULL"),
    )
    op.create_table(
        "permohonan_butir",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("permohonan_id", sa.Integer(), nullable=False),
        sa.Column("butir_ditetapkan_id", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["butir_ditetapkan_id"],
            ["butir_ditetapkan.id"],
            name=op.f("fk_permohonan_butir_butir_ditetapkan_id_butir_ditetapkan"),
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_permohonan_butir_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_permohonan_butir_diubah_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["permohonan_id"], ["permohonan.id"], name=op.f("fk_permohonan_butir_permohonan_id_permohonan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permohonan_butir")),
        sa.UniqueConstraint(
            "permohonan_id", "butir_ditetapkan_id", name=op.f("uq_permohonan_butir_permohonan_id_butir_ditetapkan_id")
        ),
    )
    op.create_index(op.f("ix_permohonan_butir_butir_ditetapkan_id"), "permohonan_butir", ["butir_ditetapkan_id"])
    with op.batch_alter_table("laporan") as table:
        table.add_column(sa.Column("nama", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("mulai", sa.Date(), nullable=True))
        table.add_column(sa.Column("selesai", sa.Date(), nullable=True))
        table.add_column(sa.Column("xlsx_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("docx_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("pdf_id", sa.Integer(), nullable=True))
        table.create_unique_constraint(table.f("uq_laporan_nama_periode"), ["nama", "periode"])
        table.create_check_constraint(table.f("ck_laporan_tersimpan"), KEPT)
        table.create_foreign_key(table.f("fk_laporan_docx_id_unggahan"), "unggahan", ["docx_id"], ["id"])
        table.create_foreign_key(table.f("fk_laporan_xlsx_id_unggahan"), "unggahan", ["xlsx_id"], ["id"])
        table.create_foreign_key(table.f("fk_laporan_pdf_id_unggahan"), "unggahan", ["pdf_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("laporan") as table:
        table.drop_constraint(table.f("fk_laporan_pdf_id_unggahan"), type_="foreignkey")
        table.drop_constraint(table.f("fk_laporan_xlsx_id_unggahan"), type_="foreignkey")
        table.drop_constraint(table.f("fk_laporan_docx_id_unggahan"), type_="foreignkey")
        table.drop_constraint(table.f("ck_laporan_tersimpan"), type_="check")
        table.drop_constraint(table.f("uq_laporan_nama_periode"), type_="unique")
        table.drop_column("pdf_id")
        table.drop_column("docx_id")
        table.drop_column("xlsx_id")
        table.drop_column("selesai")
        table.drop_column("mulai")
        table.drop_column("nama")

    op.drop_index(op.f("ix_permohonan_butir_butir_ditetapkan_id"), table_name="permohonan_butir")
    op.drop_table("permohonan_butir")
    op.drop_index("ix_peminjaman_arsip_di_luar", table_name="peminjaman_arsip")
    op.drop_index(op.f("ix_peminjaman_arsip_arsip_id"), table_name="peminjaman_arsip")
    op.drop_table("peminjaman_arsip")
    op.drop_index(op.f("ix_butir_penyusutan_arsip_id"), table_name="butir_penyusutan")
    op.drop_table("butir_penyusutan")
    op.drop_index(op.f("ix_permohonan_jawaban"), table_name="permohonan")
    op.drop_index(op.f("ix_permohonan_berkas_id"), table_name="permohonan")
    op.drop_table("permohonan")
    op.drop_index(op.f("ix_penyusutan_arsip_status"), table_name="penyusutan_arsip")
    op.drop_table("penyusutan_arsip")
    op.drop_table("klasifikasi_arsip")
