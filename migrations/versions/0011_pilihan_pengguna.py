"""What a person chose for himself: the language, and the lists as he wants them."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("ab_user") as table:
        table.add_column(sa.Column("bahasa", sa.String(length=2), nullable=True))
        table.add_column(sa.Column("tampilan", sa.JSON(), nullable=True))
        table.create_check_constraint(op.f("ck_ab_user_bahasa"), "bahasa IN ('id', 'en')")


def downgrade() -> None:
    with op.batch_alter_table("ab_user") as table:
        table.drop_constraint(op.f("ck_ab_user_bahasa"), type_="check")
        table.drop_column("tampilan")
        table.drop_column("bahasa")
