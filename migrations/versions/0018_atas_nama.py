"""On whose behalf an official signs (a.n.), and through which office (u.b.). Plt. and Plh. sign in their own name."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("pejabat") as table:
        table.add_column(sa.Column("atas_nama", sa.String(length=500), nullable=True))
        table.add_column(sa.Column("untuk_beliau", sa.String(length=500), nullable=True))
        table.create_check_constraint(op.f("ck_pejabat_atas_nama"), "atas_nama IS NULL OR kapasitas = 'definitif'")
        table.create_check_constraint(op.f("ck_pejabat_untuk_beliau"), "untuk_beliau IS NULL OR atas_nama IS NOT NULL")


def downgrade() -> None:
    with op.batch_alter_table("pejabat") as table:
        table.drop_constraint(op.f("ck_pejabat_untuk_beliau"), type_="check")
        table.drop_constraint(op.f("ck_pejabat_atas_nama"), type_="check")
        table.drop_column("untuk_beliau")
        table.drop_column("atas_nama")
