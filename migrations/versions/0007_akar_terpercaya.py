"""Trust roots for electronic signatures, uploaded by the office itself."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "akar_terpercaya",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(length=500), nullable=False),
        sa.Column("sidik", sa.String(length=64), nullable=False),
        sa.Column("berlaku_mulai", sa.Date(), nullable=False),
        sa.Column("berlaku_sampai", sa.Date(), nullable=False),
        sa.Column("unggahan_id", sa.Integer(), nullable=False),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.Column("alasan", sa.String(length=5000), nullable=False),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(sidik) = 64", name=op.f("ck_akar_terpercaya_sidik")),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name=op.f("fk_akar_terpercaya_unggahan_id_unggahan")),
        sa.ForeignKeyConstraint(
            ["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_akar_terpercaya_dibuat_oleh_id_ab_user")
        ),
        sa.ForeignKeyConstraint(
            ["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_akar_terpercaya_diubah_oleh_id_ab_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_akar_terpercaya")),
        sa.UniqueConstraint("sidik", name=op.f("uq_akar_terpercaya_sidik")),
    )


def downgrade() -> None:
    op.drop_table("akar_terpercaya")
