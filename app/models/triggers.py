"""Triggers on both databases: the log is append-only and chained, histories only grow, and one administrator always stays."""

from sqlalchemy import Connection

APPEND_ONLY = "peristiwa hanya boleh ditambah"
BROKEN = "rantai peristiwa terputus"
_ZERO = "0" * 64
TERAKHIR = "administrator aktif terakhir"
# Somebody active holds the role Admin himself (through a group does not count: a group changes too easily).
_ADA = """EXISTS (SELECT 1 FROM ab_user u JOIN ab_user_role h ON h.user_id = u.id JOIN ab_role r ON r.id = h.role_id
WHERE r.name = 'Admin' AND u.active)"""
_LAIN = _ADA.replace("u.active", "u.active AND u.id <> OLD.id")
_PERAN = "EXISTS (SELECT 1 FROM ab_role WHERE id = OLD.role_id AND name = 'Admin')"
_MEMEGANG = """EXISTS (SELECT 1 FROM ab_user_role h JOIN ab_role r ON r.id = h.role_id
WHERE h.user_id = OLD.id AND r.name = 'Admin')"""
_AKTIF = "EXISTS (SELECT 1 FROM ab_user WHERE id = OLD.user_id AND active)"


def _tolak(name: str, when: str, rule: str) -> str:
    return f"CREATE TRIGGER {name} {when} WHEN\n{rule}\nBEGIN SELECT RAISE(ABORT, '{TERAKHIR}'); END"


SQLITE = {
    "peristiwa_tanpa_ubah": f"""CREATE TRIGGER peristiwa_tanpa_ubah BEFORE UPDATE ON peristiwa
BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END""",
    "peristiwa_tanpa_hapus": f"""CREATE TRIGGER peristiwa_tanpa_hapus BEFORE DELETE ON peristiwa
BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END""",
    "peristiwa_berantai": f"""CREATE TRIGGER peristiwa_berantai BEFORE INSERT ON peristiwa WHEN
NEW.urut <> (SELECT coalesce(max(urut), 0) + 1 FROM peristiwa) OR
NEW.sha_sebelumnya <> coalesce((SELECT sha FROM peristiwa ORDER BY urut DESC LIMIT 1), '{_ZERO}')
BEGIN SELECT RAISE(ABORT, '{BROKEN}'); END""",  # noqa: S608  our own constants
    "perubahan_data_tanpa_ubah": f"""CREATE TRIGGER perubahan_data_tanpa_ubah BEFORE UPDATE ON perubahan_data
BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END""",
    "perubahan_data_tanpa_hapus": f"""CREATE TRIGGER perubahan_data_tanpa_hapus BEFORE DELETE ON perubahan_data
BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END""",
    "riwayat_akun_tanpa_ubah": f"""CREATE TRIGGER riwayat_akun_tanpa_ubah BEFORE UPDATE ON riwayat_akun
BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END""",
    "riwayat_akun_tanpa_hapus": f"""CREATE TRIGGER riwayat_akun_tanpa_hapus BEFORE DELETE ON riwayat_akun
BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END""",
    "admin_terakhir_dicabut": _tolak(
        "admin_terakhir_dicabut", "AFTER DELETE ON ab_user_role", f"{_PERAN} AND {_AKTIF} AND NOT {_ADA}"
    ),
    "admin_terakhir_ditukar": _tolak(
        "admin_terakhir_ditukar", "AFTER UPDATE ON ab_user_role", f"{_PERAN} AND {_AKTIF} AND NOT {_ADA}"
    ),
    "admin_terakhir_nonaktif": _tolak(
        "admin_terakhir_nonaktif",
        "AFTER UPDATE OF active ON ab_user",
        f"OLD.active AND NOT NEW.active AND {_MEMEGANG} AND NOT {_ADA}",
    ),
    "admin_terakhir_dihapus": _tolak(
        "admin_terakhir_dihapus", "BEFORE DELETE ON ab_user", f"OLD.active AND {_MEMEGANG} AND NOT {_LAIN}"
    ),
    "peran_admin_bernama": _tolak(
        "peran_admin_bernama",
        "BEFORE UPDATE OF name ON ab_role",
        f"OLD.name = 'Admin' AND NEW.name <> 'Admin' AND {_ADA}",
    ),
    "peran_admin_tetap": _tolak("peran_admin_tetap", "BEFORE DELETE ON ab_role", f"OLD.name = 'Admin' AND {_ADA}"),
}
POSTGRESQL_FUNCTIONS = (
    f"""CREATE OR REPLACE FUNCTION jaga_peristiwa() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE terakhir bigint; kepala text;
BEGIN
  IF TG_OP <> 'INSERT' THEN RAISE EXCEPTION '{APPEND_ONLY}' USING ERRCODE = '23514'; END IF;
  SELECT urut, sha INTO terakhir, kepala FROM peristiwa ORDER BY urut DESC LIMIT 1;
  IF NEW.urut <> coalesce(terakhir, 0) + 1 OR NEW.sha_sebelumnya <> coalesce(kepala, repeat('0', 64)) THEN
    RAISE EXCEPTION '{BROKEN}' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$""",  # noqa: S608  our own constants
    f"""CREATE OR REPLACE FUNCTION jaga_riwayat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{APPEND_ONLY}' USING ERRCODE = '23514'; END $$""",
    # The role's row is locked first, so that two administrators cannot take leave of each other at the same time.
    f"""CREATE OR REPLACE FUNCTION jaga_admin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kena boolean;
BEGIN
  IF TG_TABLE_NAME = 'ab_user_role' THEN
    kena := {_PERAN};
  ELSIF TG_TABLE_NAME = 'ab_role' THEN
    kena := OLD.name = 'Admin' AND (TG_OP = 'DELETE' OR NEW.name <> 'Admin');
  ELSE
    kena := OLD.active AND (TG_OP = 'DELETE' OR NEW.active IS NOT TRUE) AND {_MEMEGANG};
  END IF;
  IF kena THEN
    PERFORM 1 FROM ab_role WHERE name = 'Admin' FOR NO KEY UPDATE;
    IF TG_TABLE_NAME = 'ab_role' THEN
      kena := {_ADA};
    ELSIF TG_TABLE_NAME = 'ab_user_role' THEN
      kena := {_AKTIF} AND NOT {_ADA};
    ELSE
      kena := NOT {_LAIN};
    END IF;
    IF kena THEN RAISE EXCEPTION '{TERAKHIR}' USING ERRCODE = '23514'; END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$""",
)
POSTGRESQL = {
    "peristiwa_berantai": "CREATE TRIGGER peristiwa_berantai BEFORE INSERT OR UPDATE OR DELETE ON peristiwa "
    "FOR EACH ROW EXECUTE FUNCTION jaga_peristiwa()",
    "peristiwa_tanpa_kosongkan": "CREATE TRIGGER peristiwa_tanpa_kosongkan BEFORE TRUNCATE ON peristiwa "
    "FOR EACH STATEMENT EXECUTE FUNCTION jaga_riwayat()",
    "perubahan_data_tanpa_ubah": "CREATE TRIGGER perubahan_data_tanpa_ubah BEFORE UPDATE OR DELETE ON perubahan_data "
    "FOR EACH ROW EXECUTE FUNCTION jaga_riwayat()",
    "perubahan_data_tanpa_kosongkan": "CREATE TRIGGER perubahan_data_tanpa_kosongkan BEFORE TRUNCATE ON perubahan_data "
    "FOR EACH STATEMENT EXECUTE FUNCTION jaga_riwayat()",
    "riwayat_akun_tanpa_ubah": "CREATE TRIGGER riwayat_akun_tanpa_ubah BEFORE UPDATE OR DELETE ON riwayat_akun "
    "FOR EACH ROW EXECUTE FUNCTION jaga_riwayat()",
    "riwayat_akun_tanpa_kosongkan": "CREATE TRIGGER riwayat_akun_tanpa_kosongkan BEFORE TRUNCATE ON riwayat_akun "
    "FOR EACH STATEMENT EXECUTE FUNCTION jaga_riwayat()",
    "admin_terakhir_dicabut": "CREATE TRIGGER admin_terakhir_dicabut AFTER UPDATE OR DELETE ON ab_user_role "
    "FOR EACH ROW EXECUTE FUNCTION jaga_admin()",
    "admin_terakhir_nonaktif": "CREATE TRIGGER admin_terakhir_nonaktif BEFORE UPDATE OF active OR DELETE ON ab_user "
    "FOR EACH ROW EXECUTE FUNCTION jaga_admin()",
    "peran_admin_tetap": "CREATE TRIGGER peran_admin_tetap BEFORE UPDATE OF name OR DELETE ON ab_role "
    "FOR EACH ROW EXECUTE FUNCTION jaga_admin()",
}


def names(dialect: str) -> set[str]:
    """The names of the triggers that must exist."""
    return set(SQLITE if dialect == "sqlite" else POSTGRESQL)


def present(connection: Connection) -> set[str]:
    """The names of the triggers that do exist."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.dialect.name == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    return {row[0] for row in connection.exec_driver_sql(query)}
