"""The life of register entries: reminders, what follows an opening; and background work as rows."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _moment() -> sa.DateTime:
    return sa.DateTime(timezone=True)


def _stamp(table: str) -> list[sa.Column | sa.ForeignKeyConstraint]:
    return [
        sa.Column("dibuat_pada", _moment(), nullable=False),
        sa.Column("diubah_pada", _moment(), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f(f"fk_{table}_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f(f"fk_{table}_diubah_oleh_id_ab_user")),
    ]


def upgrade() -> None:
    op.create_table(
        "pengingat_register",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_ditetapkan_id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("acuan", sa.Date(), nullable=False),
        sa.Column("dicatat_pada", _moment(), nullable=False),
        sa.CheckConstraint(
            "jenis IN ('akhir_90', 'akhir_60', 'akhir_30', 'tinjau')", name=op.f("ck_pengingat_register_jenis")
        ),
        sa.ForeignKeyConstraint(
            ["butir_ditetapkan_id"],
            ["butir_ditetapkan.id"],
            name=op.f("fk_pengingat_register_butir_ditetapkan_id_butir_ditetapkan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengingat_register")),
        sa.UniqueConstraint(
            "butir_ditetapkan_id", "jenis", "acuan", name=op.f("uq_pengingat_register_butir_ditetapkan_id_jenis_acuan")
        ),
    )
    op.create_table(
        "tindak_lanjut",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("butir_ditetapkan_id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("sejak", sa.Date(), nullable=False),
        sa.Column("hasil", sa.String(length=40), nullable=True),
        sa.Column("keterangan", sa.String(length=5000), nullable=True),
        sa.Column("selesai_pada", _moment(), nullable=True),
        *_stamp("tindak_lanjut"),
        sa.CheckConstraint("jenis IN ('usul_terbuka', 'tinjau_pdp')", name=op.f("ck_tindak_lanjut_jenis")),
        sa.CheckConstraint(
            "hasil IS NULL OR hasil IN ('dilepas', 'dilepas_sebagian', 'ditahan')", name=op.f("ck_tindak_lanjut_hasil")
        ),
        sa.CheckConstraint("(hasil IS NULL) = (selesai_pada IS NULL)", name=op.f("ck_tindak_lanjut_hasil_sepadan")),
        sa.ForeignKeyConstraint(
            ["butir_ditetapkan_id"],
            ["butir_ditetapkan.id"],
            name=op.f("fk_tindak_lanjut_butir_ditetapkan_id_butir_ditetapkan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tindak_lanjut")),
        sa.UniqueConstraint("butir_ditetapkan_id", name=op.f("uq_tindak_lanjut_butir_ditetapkan_id")),
    )
    op.create_table(
        "pekerjaan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=40), nullable=False),
        sa.Column("kunci", sa.String(length=500), nullable=False),
        sa.Column("argumen", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("percobaan", sa.Integer(), nullable=False),
        sa.Column("kemajuan", sa.Integer(), nullable=False),
        sa.Column("hasil", sa.Text(), nullable=True),
        sa.Column("galat", sa.Text(), nullable=True),
        sa.Column("coba_lagi_pada", _moment(), nullable=False),
        sa.Column("denyut", _moment(), nullable=True),
        sa.Column("mulai", _moment(), nullable=True),
        sa.Column("selesai", _moment(), nullable=True),
        *_stamp("pekerjaan"),
        sa.CheckConstraint("status IN ('menunggu', 'berjalan', 'selesai', 'gagal')", name=op.f("ck_pekerjaan_status")),
        sa.CheckConstraint("kemajuan BETWEEN 0 AND 100", name=op.f("ck_pekerjaan_kemajuan")),
        sa.CheckConstraint(
            "(status IN ('selesai', 'gagal')) = (selesai IS NOT NULL)", name=op.f("ck_pekerjaan_selesai_sepadan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pekerjaan")),
        sa.UniqueConstraint("jenis", "kunci", name=op.f("uq_pekerjaan_jenis_kunci")),
    )
    op.create_index("ix_pekerjaan_status_tenggat", "pekerjaan", ["status", "coba_lagi_pada"])
    # The daily work asks which terms end; the index keeps it quick with decades of entries.
    op.create_index("ix_butir_ditetapkan_status_akhir", "butir_ditetapkan", ["status", "akhir"])


def downgrade() -> None:
    op.drop_index("ix_butir_ditetapkan_status_akhir", "butir_ditetapkan")
    for table in ("pekerjaan", "tindak_lanjut", "pengingat_register"):
        op.drop_table(table)
