"""What people are told: their inbox, their choices, and the messages that leave the house."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

UNREAD = sa.text("dibaca_pada IS NULL")
HOW = "cara IN ('tidak', 'segera', 'harian')"


def upgrade() -> None:
    op.create_table(
        "pesan_keluar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kelompok", sa.String(length=200), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=True),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("percobaan", sa.Integer(), nullable=False),
        sa.Column("galat", sa.String(length=5000), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("selesai_pada", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "jenis IN ('segera', 'ringkasan', 'konfirmasi', 'kanal')", name=op.f("ck_pesan_keluar_jenis")
        ),
        sa.CheckConstraint(
            "status IN ('menunggu', 'menyerahkan', 'terkirim', 'gagal', 'batal')", name=op.f("ck_pesan_keluar_status")
        ),
        sa.CheckConstraint("(jenis = 'kanal') = (pengguna_id IS NULL)", name=op.f("ck_pesan_keluar_penerima")),
        sa.CheckConstraint(
            "(status IN ('terkirim', 'gagal', 'batal')) = (selesai_pada IS NOT NULL)",
            name=op.f("ck_pesan_keluar_selesai"),
        ),
        sa.ForeignKeyConstraint(["pengguna_id"], ["ab_user.id"], name=op.f("fk_pesan_keluar_pengguna_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pesan_keluar")),
        sa.UniqueConstraint("kelompok", "pengguna_id", name=op.f("uq_pesan_keluar_kelompok_pengguna_id")),
    )
    op.create_index(op.f("ix_pesan_keluar_pengguna_id"), "pesan_keluar", ["pengguna_id"])
    op.create_table(
        "notifikasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=False),
        sa.Column("hal", sa.String(length=40), nullable=False),
        sa.Column("objek_jenis", sa.String(length=40), nullable=False),
        sa.Column("objek_id", sa.Integer(), nullable=False),
        sa.Column("judul", sa.String(length=300), nullable=False),
        sa.Column("kelompok", sa.String(length=200), nullable=False),
        sa.Column("cara", sa.String(length=40), nullable=False),
        sa.Column("pesan_id", sa.Integer(), nullable=True),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibaca_pada", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(HOW, name=op.f("ck_notifikasi_cara")),
        sa.ForeignKeyConstraint(["pengguna_id"], ["ab_user.id"], name=op.f("fk_notifikasi_pengguna_id_ab_user")),
        sa.ForeignKeyConstraint(["pesan_id"], ["pesan_keluar.id"], name=op.f("fk_notifikasi_pesan_id_pesan_keluar")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notifikasi")),
    )
    op.create_index("ix_notifikasi_pengguna", "notifikasi", ["pengguna_id", "id"])
    op.create_index(
        "ix_notifikasi_belum_dibaca",
        "notifikasi",
        ["pengguna_id"],
        sqlite_where=UNREAD,
        postgresql_where=UNREAD,
    )
    op.create_index("ix_notifikasi_kelompok", "notifikasi", ["kelompok"])
    op.create_index(op.f("ix_notifikasi_pesan_id"), "notifikasi", ["pesan_id"])
    op.create_table(
        "pilihan_notifikasi",
        sa.Column("pengguna_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("cara", sa.String(length=40), nullable=False),
        sa.Column("alamat", sa.String(length=500), nullable=True),
        sa.Column("kalender_sha256", sa.String(length=64), nullable=True),
        sa.Column("kalender_dibuat_pada", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(HOW, name=op.f("ck_pilihan_notifikasi_cara")),
        sa.ForeignKeyConstraint(
            ["pengguna_id"], ["ab_user.id"], name=op.f("fk_pilihan_notifikasi_pengguna_id_ab_user")
        ),
        sa.PrimaryKeyConstraint("pengguna_id", name=op.f("pk_pilihan_notifikasi")),
        sa.UniqueConstraint("kalender_sha256", name=op.f("uq_pilihan_notifikasi_kalender_sha256")),
    )


def downgrade() -> None:
    op.drop_table("pilihan_notifikasi")
    op.drop_table("notifikasi")
    op.drop_table("pesan_keluar")
