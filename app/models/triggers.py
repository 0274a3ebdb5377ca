"""Triggers that keep the event log append-only and chained, and the history of fields append-only, on both databases."""

from sqlalchemy import Connection

APPEND_ONLY = "peristiwa hanya boleh ditambah"
BROKEN = "rantai peristiwa terputus"
_ZERO = "0" * 64

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
