"""The days from which a dispute's deadlines count; what waits to be sent to other sites; the channel of a static folder."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

DAYS = (
    "tanggal_penolakan",
    "tanggal_keberatan",
    "tanggal_tanggapan",
    "tanggal_daftar_ki",
    "tanggal_sidang_pertama",
    "putusan_diterima",
    "tanggal_gugatan",
)
BEFORE = "('publik', 'wordpress', 'ckan', 'manual')"
AFTER = "('publik', 'wordpress', 'ckan', 'folder', 'manual')"


def upgrade() -> None:
    with op.batch_alter_table("sengketa") as table:
        for name in DAYS:
            table.add_column(sa.Column(name, sa.Date(), nullable=True))
    _channels(AFTER)
    op.create_table(
        "kotak_keluar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publikasi_id", sa.Integer(), nullable=False),
        sa.Column("tindakan", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("percobaan", sa.Integer(), nullable=False),
        sa.Column("coba_lagi_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("galat", sa.String(length=5000), nullable=True),
        sa.Column("selesai_pada", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("tindakan IN ('kirim', 'tarik')", name=op.f("ck_kotak_keluar_tindakan")),
        sa.CheckConstraint("status IN ('menunggu', 'selesai', 'gagal')", name=op.f("ck_kotak_keluar_status")),
        sa.CheckConstraint("percobaan >= 0", name=op.f("ck_kotak_keluar_percobaan")),
        sa.CheckConstraint(
            "(status = 'menunggu') = (selesai_pada IS NULL)", name=op.f("ck_kotak_keluar_selesai_sepadan")
        ),
        sa.ForeignKeyConstraint(
            ["publikasi_id"], ["publikasi.id"], name=op.f("fk_kotak_keluar_publikasi_id_publikasi")
        ),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_kotak_keluar_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_kotak_keluar_diubah_oleh_id_ab_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kotak_keluar")),
        sa.UniqueConstraint("publikasi_id", "tindakan", name=op.f("uq_kotak_keluar_publikasi_id_tindakan")),
    )
    op.create_index("ix_kotak_keluar_status_tenggat", "kotak_keluar", ["status", "coba_lagi_pada"])


def downgrade() -> None:
    op.drop_index("ix_kotak_keluar_status_tenggat", table_name="kotak_keluar")
    op.drop_table("kotak_keluar")
    op.execute("UPDATE publikasi SET saluran = 'manual' WHERE saluran = 'folder'")
    _channels(BEFORE)
    with op.batch_alter_table("sengketa") as table:
        for name in reversed(DAYS):
            table.drop_column(name)


def _channels(words: str) -> None:
    with op.batch_alter_table("publikasi") as table:
        table.drop_constraint(op.f("ck_publikasi_saluran"), type_="check")
        table.create_check_constraint(op.f("ck_publikasi_saluran"), f"saluran IN {words}")
