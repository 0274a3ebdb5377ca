"""Blacked-out versions of documents that are closed in part; how the headings of an agency's own sheets are read."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def _stempel(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f(f"fk_{table}_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f(f"fk_{table}_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def upgrade() -> None:
    op.create_table(
        "versi_publik",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_id", sa.Integer(), nullable=False),
        sa.Column("unggahan_id", sa.Integer(), nullable=False),
        sa.Column("halaman", sa.Integer(), nullable=False),
        sa.Column("bagian", sa.String(length=5000), nullable=False),
        sa.CheckConstraint("halaman >= 1", name=op.f("ck_versi_publik_halaman")),
        sa.ForeignKeyConstraint(
            ["butir_id"], ["butir_informasi.id"], name=op.f("fk_versi_publik_butir_id_butir_informasi")
        ),
        sa.ForeignKeyConstraint(["unggahan_id"], ["unggahan.id"], name=op.f("fk_versi_publik_unggahan_id_unggahan")),
        *_stempel("versi_publik"),
    )
    op.create_index(op.f("ix_versi_publik_butir_id"), "versi_publik", ["butir_id"])
    op.create_table(
        "pemetaan_kolom",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("perangkat_daerah_id", sa.Integer(), nullable=False),
        sa.Column("sidik", sa.String(length=64), nullable=False),
        sa.Column("judul", sa.JSON(), nullable=False),
        sa.Column("kolom", sa.JSON(), nullable=False),
        sa.CheckConstraint("length(sidik) = 64", name=op.f("ck_pemetaan_kolom_sidik")),
        sa.ForeignKeyConstraint(
            ["perangkat_daerah_id"],
            ["perangkat_daerah.id"],
            name=op.f("fk_pemetaan_kolom_perangkat_daerah_id_perangkat_daerah"),
        ),
        sa.UniqueConstraint("perangkat_daerah_id", "sidik", name=op.f("uq_pemetaan_kolom_perangkat_daerah_id_sidik")),
        *_stempel("pemetaan_kolom"),
    )


def downgrade() -> None:
    op.drop_table("pemetaan_kolom")
    op.drop_index(op.f("ix_versi_publik_butir_id"), "versi_publik")
    op.drop_table("versi_publik")
