"""Puts a PostgreSQL database back to its installed state in milliseconds: only the tables that a test has touched.

Copying a whole database costs most of a second in files. So the template keeps, in a schema of its own, a copy of every
table, the place of every sequence and a fingerprint of the schema. A database whose schema was changed is not rewound
but copied anew.
"""

from typing import LiteralString

import psycopg

# The shape of everything in `public`: relations, columns, constraints, triggers (with their being on or off).
FINGERPRINT: LiteralString = """
    SELECT md5(string_agg(shape, ' ' ORDER BY shape)) FROM (
        SELECT relname || relkind::text || relhastriggers::text || relnatts::text AS shape FROM pg_class
            WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT conname || conrelid::regclass::text FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT tgname || tgrelid::regclass::text || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
    ) AS shapes
"""

REMEMBER: LiteralString = """
    DROP SCHEMA IF EXISTS sidik_test CASCADE;
    CREATE SCHEMA sidik_test;
    CREATE TABLE sidik_test.rows_of (name text PRIMARY KEY, columns text, amount bigint, xid bigint);
    CREATE TABLE sidik_test.place_of (name text PRIMARY KEY, last bigint, called boolean);
    CREATE TABLE sidik_test.shape AS SELECT ''::text AS known;
    DO $$
    DECLARE item record; listed text; amount bigint; last bigint; called boolean;
    BEGIN
        FOR item IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
            SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) INTO listed
                FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = item.name AND is_generated = 'NEVER';
            EXECUTE format('CREATE TABLE sidik_test.%I AS SELECT %s FROM public.%I', 't_' || item.name, listed, item.name);
            EXECUTE format('SELECT count(*) FROM public.%I', item.name) INTO amount;
            INSERT INTO sidik_test.rows_of VALUES (item.name, listed, amount, pg_current_xact_id()::text::bigint);
        END LOOP;
        FOR item IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' LOOP
            EXECUTE format('SELECT last_value, is_called FROM public.%I', item.name) INTO last, called;
            INSERT INTO sidik_test.place_of VALUES (item.name, last, called);
        END LOOP;
    END $$;
    CREATE FUNCTION sidik_test.rewind() RETURNS void LANGUAGE plpgsql AS $$
    DECLARE item record; now_amount bigint; newest bigint;
    BEGIN
        FOR item IN SELECT * FROM sidik_test.rows_of LOOP
            EXECUTE format('SELECT count(*), coalesce(max(xmin::text::bigint), 0) FROM public.%I', item.name)
                INTO now_amount, newest;
            IF now_amount <> item.amount OR newest > item.xid THEN
                EXECUTE format('DELETE FROM public.%I', item.name);
                EXECUTE format('INSERT INTO public.%1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM sidik_test.%3$I',
                    item.name, item.columns, 't_' || item.name);
                UPDATE sidik_test.rows_of SET xid = pg_current_xact_id()::text::bigint WHERE name = item.name;
            END IF;
        END LOOP;
        PERFORM setval(format('public.%I', name)::regclass, last, called) FROM sidik_test.place_of;
    END $$;
"""

DISCONNECT: LiteralString = """
    SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

# A connection that stays knows the catalogue; a new one reads all of it, five times as long as the rewinding itself.
OPEN: dict[str, psycopg.Connection] = {}
MOST = 4  # a server lets in a hundred, and some tests need dozens


def remember(address: str) -> None:
    """Keep this state as the one to come back to."""
    with psycopg.connect(address) as connection:
        connection.execute(REMEMBER)
        connection.execute(b"UPDATE sidik_test.shape SET known = (" + FINGERPRINT.encode() + b")")
    connection.close()


def rewind(address: str) -> bool:
    """Come back to it; False when the database is not there, or its schema is no longer the remembered one."""
    was_open = address in OPEN
    try:
        connection = OPEN[address] if was_open else _opened(address)
        connection.execute(DISCONNECT)
        same = connection.execute(b"SELECT known = (" + FINGERPRINT.encode() + b") FROM sidik_test.shape").fetchone()
        if same == (True,):
            connection.execute("SELECT sidik_test.rewind()")
            return True
    except psycopg.Error:
        if was_open:  # a test may have closed every connection, or copied the database anew
            let_go(address)
            return rewind(address)
    let_go(address)
    return False


def let_go(*addresses: str) -> None:
    """Close what was kept open to these."""
    for address in addresses:
        if address in OPEN:
            OPEN.pop(address).close()


def _opened(address: str) -> psycopg.Connection:
    let_go(*list(OPEN)[: 1 - MOST])
    connection = OPEN[address] = psycopg.connect(address, autocommit=True)
    connection.execute("SET session_replication_role = replica")  # no trigger, no foreign key in between
    return connection
