"""The open list, reviews after a change of law, the retention of a document; one rule of a letter a day, numbered or not."""

import datetime as dt

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

RESULTS = "hasil IS NULL OR hasil IN ('tetap', 'diperbaiki', 'diuji_ulang', 'dibuka')"


def _stamp(table: str) -> list[sa.Column | sa.ForeignKeyConstraint]:
    moment = sa.DateTime(timezone=True)
    return [
        sa.Column("dibuat_pada", moment, nullable=False),
        sa.Column("diubah_pada", moment, nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f(f"fk_{table}_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f(f"fk_{table}_diubah_oleh_id_ab_user")),
    ]


def _reference(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_tinjauan_{column}_{table}"))


def upgrade() -> None:
    _apart()
    op.create_index(
        "uq_pasal17_tanpa_angka",
        "pasal17",
        ["huruf", "berlaku_mulai"],
        unique=True,
        sqlite_where=sa.text("angka IS NULL"),
        postgresql_where=sa.text("angka IS NULL"),
    )
    with op.batch_alter_table("butir_informasi") as table:
        table.add_column(sa.Column("klasifikasi_arsip_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_butir_informasi_klasifikasi_arsip_id_klasifikasi_arsip"),
            "klasifikasi_arsip",
            ["klasifikasi_arsip_id"],
            ["id"],
        )
    op.create_table(
        "informasi_terbuka",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ringkasan", sa.String(length=500), nullable=False),
        sa.Column("penguasa", sa.String(length=200), nullable=False),
        sa.Column("sumber", sa.String(length=500), nullable=True),
        sa.Column("berlaku_mulai", sa.Date(), nullable=False),
        sa.Column("berlaku_sampai", sa.Date(), nullable=True),
        *_stamp("informasi_terbuka"),
        sa.CheckConstraint(
            "berlaku_sampai IS NULL OR berlaku_sampai >= berlaku_mulai",
            name=op.f("ck_informasi_terbuka_urutan_tanggal"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informasi_terbuka")),
        sa.UniqueConstraint("ringkasan", "penguasa", name=op.f("uq_informasi_terbuka_ringkasan_penguasa")),
    )
    op.create_table(
        "tinjauan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sebab_kunci", sa.String(length=200), nullable=False),
        sa.Column("peraturan_id", sa.Integer(), nullable=True),
        sa.Column("pasal17_id", sa.Integer(), nullable=True),
        sa.Column("butir_ditetapkan_id", sa.Integer(), nullable=True),
        sa.Column("butir_id", sa.Integer(), nullable=True),
        sa.Column("sebab", sa.String(length=5000), nullable=False),
        sa.Column("dibuka", sa.Date(), nullable=False),
        sa.Column("hasil", sa.String(length=40), nullable=True),
        sa.Column("keterangan", sa.String(length=5000), nullable=True),
        sa.Column("selesai_pada", sa.DateTime(timezone=True), nullable=True),
        *_stamp("tinjauan"),
        sa.CheckConstraint(RESULTS, name=op.f("ck_tinjauan_hasil")),
        sa.CheckConstraint("(hasil IS NULL) = (selesai_pada IS NULL)", name=op.f("ck_tinjauan_hasil_sepadan")),
        sa.CheckConstraint("(peraturan_id IS NULL) <> (pasal17_id IS NULL)", name=op.f("ck_tinjauan_satu_sebab")),
        sa.CheckConstraint("(butir_ditetapkan_id IS NULL) <> (butir_id IS NULL)", name=op.f("ck_tinjauan_satu_objek")),
        _reference("peraturan_id", "peraturan"),
        _reference("pasal17_id", "pasal17"),
        _reference("butir_ditetapkan_id", "butir_ditetapkan"),
        _reference("butir_id", "butir_informasi"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tinjauan")),
        sa.UniqueConstraint("sebab_kunci", name=op.f("uq_tinjauan_sebab_kunci")),
    )
    op.create_index(op.f("ix_tinjauan_butir_ditetapkan_id"), "tinjauan", ["butir_ditetapkan_id"])
    op.create_index(op.f("ix_tinjauan_butir_id"), "tinjauan", ["butir_id"])


def _apart() -> None:
    """Two unnumbered rules of a letter that began on one day: the later one begins on the next free day instead."""
    p = sa.table(
        "pasal17", sa.column("id"), sa.column("huruf"), sa.column("angka"), sa.column("berlaku_mulai", sa.Date)
    )
    rows = op.get_bind().execute(sa.select(p.c.id, p.c.huruf, p.c.berlaku_mulai).where(p.c.angka.is_(None)))
    taken: set[tuple[str, dt.date]] = set()
    for ident, letter, begun in sorted(rows):
        day = begun
        while (letter, day) in taken:
            day += dt.timedelta(days=1)
        taken.add((letter, day))
        if day != begun:
            op.execute(p.update().where(p.c.id == ident).values(berlaku_mulai=day))


def downgrade() -> None:
    for table in ("tinjauan", "informasi_terbuka"):
        op.drop_table(table)
    with op.batch_alter_table("butir_informasi") as table:
        table.drop_constraint(op.f("fk_butir_informasi_klasifikasi_arsip_id_klasifikasi_arsip"), type_="foreignkey")
        table.drop_column("klasifikasi_arsip_id")
    op.drop_index("uq_pasal17_tanpa_angka", "pasal17")
