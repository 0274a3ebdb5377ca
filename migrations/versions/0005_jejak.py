"""The event log (append-only, chained) and the history of fields, with their triggers."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SQLITE = (
    """CREATE TRIGGER peristiwa_tanpa_ubah BEFORE UPDATE ON peristiwa
BEGIN SELECT RAISE(ABORT, 'peristiwa hanya boleh ditambah'); END""",
    """CREATE TRIGGER peristiwa_tanpa_hapus BEFORE DELETE ON peristiwa
BEGIN SELECT RAISE(ABORT, 'peristiwa hanya boleh ditambah'); END""",
    """CREATE TRIGGER peristiwa_berantai BEFORE INSERT ON peristiwa WHEN
NEW.urut <> (SELECT coalesce(max(urut), 0) + 1 FROM peristiwa) OR
NEW.sha_sebelumnya <> coalesce((SELECT sha FROM peristiwa ORDER BY urut DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE(ABORT, 'rantai peristiwa terputus'); END""",
    """CREATE TRIGGER perubahan_data_tanpa_ubah BEFORE UPDATE ON perubahan_data
BEGIN SELECT RAISE(ABORT, 'peristiwa hanya boleh ditambah'); END""",
    """CREATE TRIGGER perubahan_data_tanpa_hapus BEFORE DELETE ON perubahan_data
BEGIN SELECT RAISE(ABORT, 'peristiwa hanya boleh ditambah'); END""",
)
POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION jaga_peristiwa() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE terakhir bigint; kepala text;
BEGIN
  IF TG_OP <> 'INSERT' THEN RAISE EXCEPTION 'peristiwa hanya boleh ditambah' USING ERRCODE = '23514'; END IF;
  SELECT urut, sha INTO terakhir, kepala FROM peristiwa ORDER BY urut DESC LIMIT 1;
  IF NEW.urut <> coalesce(terakhir, 0) + 1 OR NEW.sha_sebelumnya <> coalesce(kepala, repeat('0', 64)) THEN
    RAISE EXCEPTION 'rantai peristiwa terputus' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$""",
    """CREATE OR REPLACE FUNCTION jaga_riwayat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'peristiwa hanya boleh ditambah' USING ERRCODE = '23514'; END $$""",
    """CREATE TRIGGER peristiwa_berantai BEFORE INSERT OR UPDATE OR DELETE ON peristiwa FOR EACH ROW EXECUTE FUNCTION jaga_peristiwa()""",
    """CREATE TRIGGER peristiwa_tanpa_kosongkan BEFORE TRUNCATE ON peristiwa FOR EACH STATEMENT EXECUTE FUNCTION jaga_riwayat()""",
    """CREATE TRIGGER perubahan_data_tanpa_ubah BEFORE UPDATE OR DELETE ON perubahan_data FOR EACH ROW EXECUTE FUNCTION jaga_riwayat()""",
    """CREATE TRIGGER perubahan_data_tanpa_kosongkan BEFORE TRUNCATE ON perubahan_data FOR EACH STATEMENT EXECUTE FUNCTION jaga_riwayat()""",
)


def upgrade() -> None:
    op.create_table(
        "peristiwa",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pelaku_id", sa.Integer(), nullable=True),
        sa.Column("pelaku_nama", sa.String(length=200), nullable=False),
        sa.Column("pelaku_jabatan", sa.String(length=200), nullable=True),
        sa.Column("peran", sa.String(length=200), nullable=False),
        sa.Column("atas_nama", sa.String(length=200), nullable=True),
        sa.Column("objek_jenis", sa.String(length=40), nullable=False),
        sa.Column("objek_id", sa.Integer(), nullable=False),
        sa.Column("berkas_id", sa.Integer(), nullable=True),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("operasi", sa.String(length=64), nullable=False),
        sa.Column("dari", sa.String(length=40), nullable=True),
        sa.Column("ke", sa.String(length=40), nullable=True),
        sa.Column("catatan", sa.String(length=5000), nullable=True),
        sa.Column("di_luar_jam_kerja", sa.Boolean(), nullable=False),
        sa.Column("ringkasan", sa.Text(), nullable=False),
        sa.Column("sha_sebelumnya", sa.String(length=64), nullable=False),
        sa.Column("sha", sa.String(length=64), nullable=False),
        sa.CheckConstraint("length(sha) = 64 AND length(sha_sebelumnya) = 64", name=op.f("ck_peristiwa_sha")),
        sa.ForeignKeyConstraint(["berkas_id"], ["berkas.id"], name=op.f("fk_peristiwa_berkas_id_berkas")),
        sa.ForeignKeyConstraint(["pelaku_id"], ["ab_user.id"], name=op.f("fk_peristiwa_pelaku_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peristiwa")),
        sa.UniqueConstraint("operasi", name=op.f("uq_peristiwa_operasi")),
        sa.UniqueConstraint("urut", name=op.f("uq_peristiwa_urut")),
    )
    op.create_index("ix_peristiwa_berkas", "peristiwa", ["berkas_id"], unique=False)
    op.create_index("ix_peristiwa_objek", "peristiwa", ["objek_jenis", "objek_id"], unique=False)
    op.create_index(op.f("ix_peristiwa_pelaku_id"), "peristiwa", ["pelaku_id"], unique=False)
    op.create_table(
        "kepala_rantai",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("sha", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_kepala_rantai_satu")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kepala_rantai")),
    )
    op.create_table(
        "perubahan_data",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pelaku_id", sa.Integer(), nullable=True),
        sa.Column("objek_jenis", sa.String(length=40), nullable=False),
        sa.Column("objek_id", sa.Integer(), nullable=False),
        sa.Column("medan", sa.String(length=40), nullable=False),
        sa.Column("lama", sa.Text(), nullable=True),
        sa.Column("baru", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["pelaku_id"], ["ab_user.id"], name=op.f("fk_perubahan_data_pelaku_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_perubahan_data")),
    )
    op.create_index("ix_perubahan_data_objek", "perubahan_data", ["objek_jenis", "objek_id"], unique=False)
    op.execute("INSERT INTO kepala_rantai (id, urut, sha) VALUES (1, 0, '" + "0" * 64 + "')")
    for statement in SQLITE if op.get_context().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(sa.DDL(statement.replace("%", "%%")))


def downgrade() -> None:
    op.drop_table("perubahan_data")
    op.drop_table("kepala_rantai")
    op.drop_table("peristiwa")
    if op.get_context().dialect.name != "sqlite":
        op.execute("DROP FUNCTION jaga_peristiwa()")
        op.execute("DROP FUNCTION jaga_riwayat()")
