"""Accounts: second factor, recovery codes, links for a password, logins, a history that only grows; one administrator stays."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

CARA = ("panel", "program")
OBJEK = ("pengguna", "peran", "grup")
TINDAKAN = (
    "beri",
    "cabut",
    "buat",
    "undang",
    "terima",
    "sandi",
    "aktifkan",
    "nonaktifkan",
    "akhiri_sesi",
    "faktor_pasang",
    "faktor_lepas",
    "faktor_atur_ulang",
    "kode_baru",
    "kode_pulih",
)
SQLITE = (
    """CREATE TRIGGER riwayat_akun_tanpa_ubah BEFORE UPDATE ON riwayat_akun
BEGIN SELECT RAISE(ABORT, 'peristiwa hanya boleh ditambah'); END""",
    """CREATE TRIGGER riwayat_akun_tanpa_hapus BEFORE DELETE ON riwayat_akun
BEGIN SELECT RAISE(ABORT, 'peristiwa hanya boleh ditambah'); END""",
    """CREATE TRIGGER admin_terakhir_dicabut AFTER DELETE ON ab_user_role WHEN
EXISTS (SELECT 1 FROM ab_role WHERE id = OLD.role_id AND name = 'Admin') AND EXISTS (SELECT 1 FROM ab_user WHERE id = OLD.user_id AND active) AND NOT EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active)
BEGIN SELECT RAISE(ABORT, 'administrator aktif terakhir'); END""",
    """CREATE TRIGGER admin_terakhir_ditukar AFTER UPDATE ON ab_user_role WHEN
EXISTS (SELECT 1 FROM ab_role WHERE id = OLD.role_id AND name = 'Admin') AND EXISTS (SELECT 1 FROM ab_user WHERE id = OLD.user_id AND active) AND NOT EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active)
BEGIN SELECT RAISE(ABORT, 'administrator aktif terakhir'); END""",
    """CREATE TRIGGER admin_terakhir_nonaktif AFTER UPDATE OF active ON ab_user WHEN
OLD.active AND NOT NEW.active AND EXISTS (SELECT 1 FROM ab_user_role h JOIN ab_role r ON r.id = h.role_id
WHERE h.user_id = OLD.id AND r.name = 'Admin') AND NOT EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active)
BEGIN SELECT RAISE(ABORT, 'administrator aktif terakhir'); END""",
    """CREATE TRIGGER admin_terakhir_dihapus BEFORE DELETE ON ab_user WHEN
OLD.active AND EXISTS (SELECT 1 FROM ab_user_role h JOIN ab_role r ON r.id = h.role_id
WHERE h.user_id = OLD.id AND r.name = 'Admin') AND NOT EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active AND u.id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'administrator aktif terakhir'); END""",
    """CREATE TRIGGER peran_admin_bernama BEFORE UPDATE OF name ON ab_role WHEN
OLD.name = 'Admin' AND NEW.name <> 'Admin' AND EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active)
BEGIN SELECT RAISE(ABORT, 'administrator aktif terakhir'); END""",
    """CREATE TRIGGER peran_admin_tetap BEFORE DELETE ON ab_role WHEN
OLD.name = 'Admin' AND EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active)
BEGIN SELECT RAISE(ABORT, 'administrator aktif terakhir'); END""",
)
POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION jaga_admin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kena boolean;
BEGIN
  IF TG_TABLE_NAME = 'ab_user_role' THEN
    kena := EXISTS (SELECT 1 FROM ab_role WHERE id = OLD.role_id AND name = 'Admin');
  ELSIF TG_TABLE_NAME = 'ab_role' THEN
    kena := OLD.name = 'Admin' AND (TG_OP = 'DELETE' OR NEW.name <> 'Admin');
  ELSE
    kena := OLD.active AND (TG_OP = 'DELETE' OR NEW.active IS NOT TRUE) AND EXISTS (SELECT 1 FROM ab_user_role h JOIN ab_role r ON r.id = h.role_id
WHERE h.user_id = OLD.id AND r.name = 'Admin');
  END IF;
  IF kena THEN
    PERFORM 1 FROM ab_role WHERE name = 'Admin' FOR NO KEY UPDATE;
    IF TG_TABLE_NAME = 'ab_role' THEN
      kena := EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active);
    ELSIF TG_TABLE_NAME = 'ab_user_role' THEN
      kena := EXISTS (SELECT 1 FROM ab_user WHERE id = OLD.user_id AND active) AND NOT EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active);
    ELSE
      kena := NOT EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active AND u.id <> OLD.id);
    END IF;
    IF kena THEN RAISE EXCEPTION 'administrator aktif terakhir' USING ERRCODE = '23514'; END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$""",
    """CREATE TRIGGER riwayat_akun_tanpa_ubah BEFORE UPDATE OR DELETE ON riwayat_akun FOR EACH ROW EXECUTE FUNCTION jaga_riwayat()""",
    """CREATE TRIGGER riwayat_akun_tanpa_kosongkan BEFORE TRUNCATE ON riwayat_akun FOR EACH STATEMENT EXECUTE FUNCTION jaga_riwayat()""",
    """CREATE TRIGGER admin_terakhir_dicabut AFTER UPDATE OR DELETE ON ab_user_role FOR EACH ROW EXECUTE FUNCTION jaga_admin()""",
    """CREATE TRIGGER admin_terakhir_nonaktif BEFORE UPDATE OF active OR DELETE ON ab_user FOR EACH ROW EXECUTE FUNCTION jaga_admin()""",
    """CREATE TRIGGER peran_admin_tetap BEFORE UPDATE OF name OR DELETE ON ab_role FOR EACH ROW EXECUTE FUNCTION jaga_admin()""",
)
SQLITE_GUARDS = (
    "admin_terakhir_dicabut",
    "admin_terakhir_ditukar",
    "admin_terakhir_nonaktif",
    "admin_terakhir_dihapus",
    "peran_admin_bernama",
    "peran_admin_tetap",
)
POSTGRESQL_GUARDS = {
    "ab_user": "admin_terakhir_nonaktif",
    "ab_user_role": "admin_terakhir_dicabut",
    "ab_role": "peran_admin_tetap",
}


def _in(column: str, values: tuple[str, ...]) -> str:
    return "{} IN ({})".format(column, ", ".join(f"'{value}'" for value in values))


def _person(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["pengguna_id"], ["ab_user.id"], name=op.f(f"fk_{table}_pengguna_id_ab_user"))


def upgrade() -> None:
    op.create_table(
        "kredensial",
        sa.Column("pengguna_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rahasia", sa.Text(), nullable=True),
        sa.Column("faktor_sejak", sa.DateTime(timezone=True), nullable=True),
        sa.Column("langkah_terakhir", sa.Integer(), nullable=False),
        sa.Column("garam", sa.String(length=32), nullable=True),
        sa.Column("wajib_ganti_sandi", sa.Boolean(), nullable=False),
        sa.CheckConstraint("faktor_sejak IS NULL OR rahasia IS NOT NULL", name=op.f("ck_kredensial_faktor_berahasia")),
        _person("kredensial"),
        sa.PrimaryKeyConstraint("pengguna_id", name=op.f("pk_kredensial")),
    )
    op.create_table(
        "kode_pemulihan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=False),
        sa.Column("sidik", sa.String(length=64), nullable=False),
        sa.Column("dipakai_pada", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(sidik) = 64", name=op.f("ck_kode_pemulihan_sidik")),
        _person("kode_pemulihan"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kode_pemulihan")),
        sa.UniqueConstraint("pengguna_id", "sidik", name=op.f("uq_kode_pemulihan_pengguna_id_sidik")),
    )
    op.create_table(
        "tautan_akun",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=False),
        sa.Column("sidik", sa.String(length=64), nullable=False),
        sa.Column("berlaku_sampai", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dipakai_pada", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dicabut_pada", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dibuat_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_pada", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dibuat_oleh_id", sa.Integer(), nullable=True),
        sa.Column("diubah_oleh_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(sidik) = 64", name=op.f("ck_tautan_akun_sidik")),
        _person("tautan_akun"),
        sa.ForeignKeyConstraint(["dibuat_oleh_id"], ["ab_user.id"], name=op.f("fk_tautan_akun_dibuat_oleh_id_ab_user")),
        sa.ForeignKeyConstraint(["diubah_oleh_id"], ["ab_user.id"], name=op.f("fk_tautan_akun_diubah_oleh_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tautan_akun")),
        sa.UniqueConstraint("sidik", name=op.f("uq_tautan_akun_sidik")),
    )
    op.create_index(op.f("ix_tautan_akun_pengguna_id"), "tautan_akun", ["pengguna_id"], unique=False)
    op.create_table(
        "masuk_akun",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cap_sesi", sa.Integer(), nullable=False),
        sa.Column("cara", sa.String(length=40), nullable=False),
        sa.Column("perangkat", sa.String(length=200), nullable=False),
        sa.CheckConstraint(_in("cara", CARA), name=op.f("ck_masuk_akun_cara")),
        _person("masuk_akun"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_masuk_akun")),
    )
    op.create_index("ix_masuk_akun_pengguna_id", "masuk_akun", ["pengguna_id", "waktu"], unique=False)
    op.create_table(
        "riwayat_akun",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pelaku_id", sa.Integer(), nullable=True),
        sa.Column("pelaku_nama", sa.String(length=200), nullable=False),
        sa.Column("tindakan", sa.String(length=40), nullable=False),
        sa.Column("objek_jenis", sa.String(length=40), nullable=False),
        sa.Column("objek_id", sa.Integer(), nullable=False),
        sa.Column("objek_nama", sa.String(length=200), nullable=False),
        sa.Column("isi", sa.String(length=300), nullable=False),
        sa.CheckConstraint(_in("tindakan", TINDAKAN), name=op.f("ck_riwayat_akun_tindakan")),
        sa.CheckConstraint(_in("objek_jenis", OBJEK), name=op.f("ck_riwayat_akun_objek_jenis")),
        sa.ForeignKeyConstraint(["pelaku_id"], ["ab_user.id"], name=op.f("fk_riwayat_akun_pelaku_id_ab_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat_akun")),
    )
    op.create_index("ix_riwayat_akun_objek", "riwayat_akun", ["objek_jenis", "objek_id"], unique=False)
    for statement in SQLITE if op.get_context().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(sa.DDL(statement.replace("%", "%%")))


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        for name in SQLITE_GUARDS:
            op.execute(f"DROP TRIGGER {name}")
    else:
        for table, name in POSTGRESQL_GUARDS.items():
            op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute("DROP FUNCTION jaga_admin()")
    for table in ("riwayat_akun", "masuk_akun", "tautan_akun", "kode_pemulihan", "kredensial"):
        op.drop_table(table)
