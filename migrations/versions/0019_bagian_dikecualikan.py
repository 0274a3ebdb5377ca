"""The list of excluded parts of a butir: page, column, phrase, letter of Pasal 17, reason."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TABLE = "bagian_dikecualikan"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_id", sa.Integer(), nullable=False),
        sa.Column("halaman", sa.String(length=40), nullable=True),
        sa.Column("kolom", sa.String(length=200), nullable=True),
        sa.Column("frasa", sa.String(length=200), nullable=True),
        sa.Column("pasal17_id", sa.Integer(), nullable=True),
        sa.Column("alasan", sa.String(length=5000), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "halaman IS NOT NULL OR kolom IS NOT NULL OR frasa IS NOT NULL", name=op.f(f"ck_{TABLE}_berisi")
        ),
        sa.ForeignKeyConstraint(
            ["butir_id"], ["butir_informasi.id"], name=op.f(f"fk_{TABLE}_butir_id_butir_informasi")
        ),
        sa.ForeignKeyConstraint(["pasal17_id"], ["pasal17.id"], name=op.f(f"fk_{TABLE}_pasal17_id_pasal17")),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f(f"fk_{TABLE}_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f(f"fk_{TABLE}_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(op.f(f"ix_{TABLE}_butir_id"), TABLE, ["butir_id"])


def downgrade() -> None:
    op.drop_index(op.f(f"ix_{TABLE}_butir_id"), TABLE)
    op.drop_table(TABLE)
