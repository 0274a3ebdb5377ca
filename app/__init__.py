"""create_app(): the only place where the rooms are wired together."""

import os
import time
from collections.abc import Mapping
from typing import Any

from flask import Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix

import config as machine

# Libraries that ask for the local time get UTC on every machine; what staff see is turned into WIB by ourselves.
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()


class TidakDijalankan(RuntimeError):
    """The configuration forbids serving; the text names every fault and how to mend it."""


def create_app(overrides: Mapping[str, Any] | None = None, *, front: bool = True) -> Flask:
    """The application. `overrides`: upper-case configuration keys; `front=False` leaves out screens and API (migrations).

    Raises TidakDijalankan, with every fault named, when the configuration forbids serving (security: preflight).
    """
    from app import models as models  # tables must exist before FAB looks at them
    from app.extensions import begin_mode, csrf, db, migrate
    from app.steps import bergerak as bergerak  # hears what every act moves, whoever calls it

    app = Flask(__name__)
    try:
        app.config.from_mapping(machine.read())
    except ValueError as fault:
        raise TidakDijalankan(f"SIDIK tidak dijalankan:\n- {fault}") from None
    app.config.update(overrides or {})
    faults = machine.preflight(app.config)
    if faults:
        raise TidakDijalankan("SIDIK tidak dijalankan:\n- " + "\n- ".join(faults))
    if proxies := app.config["SIDIK_PROXIES"]:  # who asks, and over https: as the last proxy of ours says it, no other
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]
    db.init_app(app)
    migrate.init_app(app, db, directory=os.path.join(os.path.dirname(app.root_path), "migrations"))

    @app.before_request
    def choose_transaction() -> None:
        begin_mode("DEFERRED" if request.method in ("GET", "HEAD", "OPTIONS") else "IMMEDIATE")

    csrf.init_app(app)  # before FAB: the body is read before the first statement, so a slow upload holds no lock
    if front:
        _open_front(app)
    from app.cli import register

    register(app)
    return app


def _open_front(app: Flask) -> None:
    from app import api, public, views
    from app.extensions import appbuilder, db

    with app.app_context():
        views.prepare(app)
        appbuilder.init_app(app, db.session)
        views.register(app, appbuilder)
        api.register(app, appbuilder)
        public.register(app)
        db.session.rollback()
