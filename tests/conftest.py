"""What every test may ask for: a real database, the application on it, a browser's client, an outside tool."""

import gc
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from sqlalchemy import Engine, create_engine, event, make_url

from tests.databases import DIALECTS, Databases

# Nothing of the developer's own machine reaches a test; set before the application is imported.
for _name in [name for name in os.environ if name.startswith("SIDIK_") and not name.startswith("SIDIK_TEST_")]:
    del os.environ[_name]
os.environ["SIDIK_SECRET_KEY"] = secrets.token_urlsafe(48)

# A session of tests holds a million objects; looking through the old ones for dead circles took a sixteenth of its time.
# The young ones are looked through as everywhere, for some tests measure memory.
gc.set_threshold(700, 10, 100)

# A busy machine is no fault of the code; on the build machine the same examples come every time.
settings.register_profile("house", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("house")

# Ten seconds and more each: they begin first, so that no worker waits at the end for the other's last file.
LONGEST = (
    "tests/browser/test_looks.py",
    "tests/documents/test_libreoffice.py",
    "tests/steps/test_race.py",
    "tests/journeys/test_no_refused_butir.py",
    "tests/security/test_walk.py",
    "tests/browser/test_core_moves.py",
    "tests/api/test_openapi.py",
    "tests/steps/test_many.py",
    "tests/steps/test_letters.py",
    "tests/jobs/test_backup.py",
    "tests/jobs/test_killed.py",
    "tests/jobs/test_demo.py",
    "tests/journeys/test_journey.py",
    "tests/migrations/test_up_down.py",
    "tests/views/test_borongan.py",
    "tests/views/test_pages.py",
    "tests/browser/test_templat.py",
    "tests/register/test_bukti_periksa.py",
    "tests/register/test_bukti.py",
    "tests/steps/test_hostile_data.py",
    "tests/steps/test_impor_ukuran.py",
)
TOOLS = {
    "redis": (("redis-server",), "Redis"),
    "libreoffice": (("soffice", "libreoffice"), "LibreOffice"),
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "Chromium"),
    "poppler": (("pdftotext",), "poppler-utils"),
}


def run_id(config: pytest.Config) -> str:
    """The same word in every worker of one run, another in the next run."""
    workerinput: dict[str, Any] = getattr(config, "workerinput", {})
    return str(workerinput.get("testrunuid", f"p{os.getpid()}"))[:12]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The controller, last of all, clears what the workers shared."""
    if not hasattr(session.config, "workerinput"):
        plugin: Any = session.config.pluginmanager.get_plugin("dsession")
        word = str(plugin.nodemanager.testrunuid)[:12] if plugin and plugin.nodemanager else run_id(session.config)
        Databases(word, "controller", print, print).close_run()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(LONGEST)))


def _dispose(app: Flask) -> None:
    from app.extensions import db

    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def one_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application, built once per worker: start-up costs a second. Tests ask for `app`, never for this."""
    from app import create_app

    folder = tmp_path_factory.mktemp("instance")
    return create_app(
        {
            "TESTING": True,
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder / 'start.db'}",
            "SIDIK_INSTANCE": str(folder),
            "SIDIK_FILES_URL": (folder / "files").as_uri(),
            "SIDIK_QUEUE_URL": f"sqlite:///{folder / 'queue.db'}",
            "FAB_PASSWORD_HASH_METHOD": "pbkdf2:sha256:1000",  # scrypt takes a tenth of a second for each login
        }
    )


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest, one_app: Flask) -> Iterator[Databases]:
    """This worker's supply of databases."""

    def within(url: str, write: Callable[[], Any]) -> Any:
        from app.extensions import db

        _point(one_app, url)
        with one_app.app_context():
            told = write()
            db.session.commit()
        _dispose(one_app)
        return told

    supply = Databases(run_id(request.config), os.environ.get("PYTEST_XDIST_WORKER", "main"), within, _release)
    yield supply
    _dispose(one_app)
    supply.close()


def _release() -> None:
    """Tables, roles with their grants, reference data: as `python run.py` makes them, without the demo world."""
    from flask_migrate import upgrade

    from app.commands.roles import known
    from app.extensions import db
    from app.law.acuan import muat_acuan
    from app.security.roles import sync

    upgrade()
    sync(db.session, known())
    muat_acuan(db.session)


@pytest.fixture
def furniture() -> Callable[[], Any] | None:
    """What writes the rows that a test finds in its database; folders and files say their own."""
    return None


@pytest.fixture(params=DIALECTS)
def database_url(request: pytest.FixtureRequest, databases: Databases, furniture: Callable[[], Any] | None) -> str:
    """A database in the installed state with its furniture, this test's alone; the test runs once on each kind."""
    return databases.fresh(request.param, furniture)


@pytest.fixture
def told(database_url: str, databases: Databases, furniture: Callable[[], Any] | None) -> Any:
    """What the furniture told of itself."""
    return databases.told(make_url(database_url).get_backend_name(), furniture)


@pytest.fixture(params=DIALECTS)
def empty_database_url(request: pytest.FixtureRequest, databases: Databases) -> str:
    """A database without tables, for the migrations."""
    return databases.empty(request.param)


@contextmanager
def untouched(app: Flask) -> Iterator[None]:
    """Put back what a test does to the application itself, which serves every test of this worker."""
    kept = dict(app.config), dict(app.view_functions)
    yield
    for now, before in zip((app.config, app.view_functions), kept, strict=True):
        now.clear()
        now.update(before)


@pytest.fixture
def app(one_app: Flask, database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application on this test's own database and files. No context is open: two requests never share `g`."""
    _point(one_app, database_url)
    with untouched(one_app):
        one_app.config["SIDIK_FILES_URL"] = (tmp_path / "files").as_uri()
        yield one_app
    _dispose(one_app)


@pytest.fixture
def session(app: Flask) -> Iterator[Any]:
    """The database session inside an application context: for rules below the web. Not together with `client`."""
    from app.extensions import begin_mode, db

    begin_mode("IMMEDIATE")  # an earlier test may have read over the web in this thread
    with app.app_context():
        yield db.session
        db.session.rollback()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser or program without login."""
    return app.test_client()


ENGINES: dict[str, Engine] = {}


def _point(app: Flask, url: str) -> None:
    """Give the built application another engine, made with its own options.

    One engine for each address: it remembers the SQL of every statement it compiled, and keeps no connection.
    """
    from app.extensions import db

    _dispose(app)
    if url not in ENGINES:
        ENGINES[url] = create_engine(url, **app.config["SQLALCHEMY_ENGINE_OPTIONS"])
        if ENGINES[url].dialect.name == "sqlite":
            event.listen(ENGINES[url], "connect", _forgetful)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    db._app_engines[app][None] = ENGINES[url]


def _forgetful(dbapi: Any, _record: Any) -> None:
    """Nobody's data may be lost on a power cut, as on the PostgreSQL of the tests; a killed process loses nothing."""
    dbapi.execute("PRAGMA synchronous=OFF")


@pytest.fixture(scope="session")
def require() -> Callable[[str], str]:
    """`require("chromium")`: the path of an outside tool; skips without it, or fails under SIDIK_TEST_REQUIRE=all."""

    def find(tool: str) -> str:
        commands, name = TOOLS[tool]
        path = next((path for command in commands if (path := shutil.which(command))), None)
        if path is not None:
            return path
        reason = f"{name} tidak terpasang ({' atau '.join(commands)} tidak ditemukan)"
        if os.environ.get("SIDIK_TEST_REQUIRE") == "all":
            pytest.fail(f"{reason}, padahal SIDIK_TEST_REQUIRE=all")
        pytest.skip(reason)

    return find
