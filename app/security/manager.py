"""Who is logged in and what he may do: FAB's security manager with one permission query per request and sessions that die.

This is the only file outside the front rooms that reads the web (session, g, cookies).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import time
from typing import Any

import sqlalchemy as sa
from flask import Flask, Request, Response, current_app, g, has_request_context, request, session
from flask_appbuilder.security.api import SecurityApi
from flask_appbuilder.security.sqla.manager import SecurityManager as FabSecurityManager
from flask_appbuilder.views import expose
from flask_jwt_extended import JWTManager
from flask_login import LoginManager, user_logged_in
from werkzeug.local import LocalProxy

from app.errors import SENTENCES, BelumMasuk
from app.extensions import writing
from app.models import Pengguna
from app.security import accounts, throttle
from app.security.officer import ADMIN, Officer
from app.security.roles import moves
from app.security.standing import person_query, standing_query

log = logging.getLogger(__name__)
ABSOLUTE_LIMIT = 12 * 3600
KEPT_AT_LOGIN = ("_user_id", "_fresh", "_id", "locale", "bahasa")


class LoginApi(SecurityApi):
    """FAB's login for programs; a locked account is told as 429, the same for known and unknown names."""

    @expose("/login", methods=["POST"])
    def login(self) -> Response:
        if not _readable(request):
            kode, sentence = SENTENCES[400]
            return self.response(400, message=sentence, kode=kode)
        code = request.get_json().pop("kode", None)  # FAB refuses what it does not know
        response: Response = super().login()
        if g.get("login_locked"):
            response = self._refused(SENTENCES[429][1], SENTENCES[429][0], 429)
        elif response.status_code == 200:
            user, told = g.login_user, request.headers.get("User-Agent", "")
            roles = self.appbuilder.sm.standing(user)[0]
            sentence, kode, status = accounts.program_lacks(user, roles, code if isinstance(code, str) else "")
            if sentence:
                return self._refused(sentence, kode, status)
            with writing() as work:
                accounts.catat_masuk(work, user, "program", told)
        return response

    def _refused(self, sentence: str, kode: str, status: int) -> Response:
        response: Response = self.response(status, message=sentence, kode=kode)
        if status == 429:
            response.headers["Retry-After"] = str(int(throttle.LOCK.total_seconds()))
        return response


def _readable(asked: Request) -> bool:
    """Whether a login can be read: FAB's own reading fails on half characters, and a database on NUL."""
    try:
        body = asked.get_json(silent=True)
        words = [body[name] for name in ("username", "password")] if isinstance(body, dict) else [None]
        return all(isinstance(word, str) and "\x00" not in word and bool(word.encode()) for word in words)
    except (KeyError, UnicodeEncodeError, RecursionError):
        return False


class SecurityManager(FabSecurityManager):
    """FAB's manager; screens for people and roles are set by app.views before the app is built."""

    user_model = Pengguna
    security_api = LoginApi
    userstatschartview = None  # loads its drawing library from another host

    def __init__(self, appbuilder: Any) -> None:
        super().__init__(appbuilder)
        user_logged_in.connect(_begin_session, current_app._get_current_object())  # type: ignore[attr-defined]  # the proxy has it

    def register_views(self) -> None:
        """FAB's list of screens without what we do not use (statistics, registration, resets without the old password)."""
        self.appbuilder.add_api(self.security_api)
        self.auth_view = self.authdbview()
        self.appbuilder.add_view_no_menu(self.auth_view)
        self.user_view = self.appbuilder.add_view_no_menu(self.userdbmodelview)
        for screen in (
            self.rolemodelview,
            self.groupmodelview,
            self.permissionmodelview,
            self.viewmenumodelview,
            self.permissionviewmodelview,
        ):
            self.appbuilder.add_view_no_menu(screen)

    # --- sessions and tokens -----------------------------------------------------------------------
    def create_login_manager(self, app: Flask) -> LoginManager:
        manager = super().create_login_manager(app)
        manager.user_loader(self.load_session_user)
        return manager

    def create_jwt_manager(self, app: Flask) -> JWTManager:
        manager = super().create_jwt_manager(app)
        manager.additional_claims_loader(self.claims)
        return manager

    def load_session_user(self, pk: str) -> Pengguna | None:
        """The person of a cookie, unless password, activity or a logout anywhere has ended the session since."""
        user = self.load_user(pk)
        if user is None or not hmac.compare_digest(str(session.get("_cap", "")), stamp(user)):
            return None
        if time.time() - float(session.get("_masuk", 0)) > ABSOLUTE_LIMIT:
            return None
        return user

    def claims(self, identity: str) -> dict[str, Any]:
        """What a token must still agree with when it is used: the stamp, and the roles of its birth."""
        user = self.load_user(identity)
        if user is None:
            return {}
        born = g.get("bukti") or time.time()  # a refreshed token is as old as the login that began it
        return {"cap": stamp(user), "peran": sorted(self.standing(user)[0]), "masuk": born}

    def load_user_jwt(self, _jwt_header: Any, jwt_data: Any) -> Pengguna | None:
        user = self.load_user(jwt_data["sub"])
        if user is None or not hmac.compare_digest(str(jwt_data.get("cap", "")), stamp(user)):
            return None
        if not set(jwt_data.get("peran", ())) <= self.standing(user)[0]:
            return None
        g.user, g.bukti = user, float(jwt_data.get("masuk", 0))
        return user

    def load_user(self, pk: Any) -> Pengguna | None:
        """The active person of this id, together with roles and grants in one statement."""
        text = str(pk)
        if not text.isdecimal() or len(text) > 9:
            return None
        found = (
            self.session.execute(person_query(self.session.get_bind().dialect.name), {"person": int(text)})
            .unique()
            .first()
        )
        if found is None or not found[0].is_active:
            return None
        rows = json.loads(found[1]) if isinstance(found[1], str) else found[1]
        self._remember(found[0].id, [tuple(row) for row in rows or []])
        g.belum_dibaca = found[2]
        return found[0]

    def end_sessions(self, user_id: int) -> None:
        """End every session and token of a person, on every device."""
        with writing() as work:
            work.execute(sa.update(Pengguna).where(Pengguna.id == user_id).values(cap_sesi=Pengguna.cap_sesi + 1))

    def on_user_logout(self, user: Any) -> None:
        session.clear()
        self.end_sessions(user.id)

    # --- login -------------------------------------------------------------------------------------
    def auth_user_db(self, username: str, password: str) -> Any:
        """FAB's check behind the throttle: the attempt is counted first, so parallel guesses cannot overrun it."""
        secret = current_app.config["SECRET_KEY"]
        name = throttle.cookie_name(bool(current_app.config["SESSION_COOKIE_SECURE"]))
        device = throttle.read_device(request.cookies.get(name), secret) if has_request_context() else {}
        key, where = throttle.attempt_key(username, device), request.remote_addr if has_request_context() else "-"
        if not throttle.reserve(key):
            g.login_locked = True
            log.warning("login locked: account %s from %s", key[:16], where)
            return None
        user = super().auth_user_db(username, password)
        if user is None:
            log.warning("login refused: account %s from %s", key[:16], where)  # a hash: a typed name may be a password
        else:
            throttle.forget([key])
            g.device_cookie, g.login_user = throttle.remember(device, user.username, secret), user
        return user

    # --- permissions -------------------------------------------------------------------------------
    def standing(self, user: Any) -> tuple[frozenset[str], frozenset[tuple[str, str, str]]]:
        """(names of the person's roles, (role, permission, resource) of each grant): one query per request."""
        known: dict[int, Any] = g.setdefault("_standing", {})
        if user.id not in known:
            self._remember(user.id, self.session.execute(standing_query(), {"person": user.id}).all())
        found: tuple[frozenset[str], frozenset[tuple[str, str, str]]] = known[user.id]
        return found

    def _remember(self, user_id: int, rows: Any) -> None:
        """Keep what the database said of a person for this request; Admin never has a move."""
        barred = moves()
        grants = frozenset((r, p, v) for r, p, v in rows if p and not (r == ADMIN and (p, v) in barred))
        g.setdefault("_standing", {})[user_id] = (frozenset(r for r, _, _ in rows), grants)

    def permissions(self, user: Any) -> frozenset[tuple[str, str]]:
        """Every (permission, resource) of a person, for screens and menus."""
        known: dict[int, frozenset[tuple[str, str]]] = g.setdefault("_permissions", {})
        if user.id not in known:
            known[user.id] = frozenset((p, v) for _, p, v in self.standing(user)[1])
        return known[user.id]

    def has_access(self, permission_name: str, view_name: str) -> bool:
        """Grants by name only; nobody who is not logged in has any."""
        user = g.get("user")
        if isinstance(user, LocalProxy):  # FAB's stand-in, which would look the person up at every word below
            user = user._get_current_object()
        if user is None or not user.is_authenticated or not user.is_active:
            return False
        return (permission_name, view_name) in self.permissions(user)

    def is_item_public(self, permission_name: str, view_name: str) -> bool:
        return False

    def add_permission_role(self, role: Any, perm_view: Any) -> None:
        """FAB gives the Admin role everything at each sync; the moves of the SOP are never among it."""
        admin = role is not None and role.name == ADMIN and perm_view is not None
        if admin and (perm_view.permission.name, perm_view.view_menu.name) in moves():
            return
        super().add_permission_role(role, perm_view)


def stamp(user: Any) -> str:
    """A mark that changes with the password and with every logout; sessions and tokens carry it."""
    secret = current_app.config["SECRET_KEY"].encode()
    text = f"{user.id}:{user.password}:{user.cap_sesi}".encode()
    return hmac.new(secret, text, hashlib.sha256).hexdigest()[:32]


def _begin_session(_app: Any, user: Any, **_extra: Any) -> None:
    """Nothing that was in the session before the login survives it (fixation)."""
    kept = {name: session[name] for name in KEPT_AT_LOGIN if name in session}
    session.clear()
    session.update(kept, _cap=stamp(user), _masuk=time.time(), _bukti=time.time())
    session.permanent = True


def restamp(user: Any) -> None:
    """Keep the present session alive when its own owner changed his password; every other one dies."""
    session["_cap"] = stamp(user)


def proven_at() -> float:
    """When the person of this request last gave a password or code: in this session, or for this token."""
    return float(g.bukti if "bukti" in g else session.get("_bukti", 0))


def prove() -> None:
    """A code or password was right just now."""
    session["_bukti"] = time.time()


def current_officer() -> Officer:
    """The person behind this request as the rules know him; BelumMasuk when there is none."""
    known: Officer | None = g.get("officer")
    if known is None:
        user = g.get("user")
        if user is None or not user.is_authenticated:
            raise BelumMasuk()
        known = g.officer = officer_of(user)
    return known


def officer_of(user: Any) -> Officer:
    """An officer from a person; what the Admin role grants never counts for moves or rows."""
    manager = current_app.appbuilder.sm  # type: ignore[attr-defined]  # FAB hangs itself on the app
    roles, grants = manager.standing(user)
    return Officer(
        id=user.id,
        username=user.username,
        nama=user.nama,
        jabatan=user.jabatan or "",
        roles=roles,
        grants=frozenset((p, v) for r, p, v in grants if r != ADMIN),
        perangkat_daerah_id=user.perangkat_daerah_id,
    )


def init_sessions(app: Flask) -> None:
    """The device cookie of a successful login (a year, unreadable to scripts); a removed language never breaks a page."""

    @app.before_request
    def known_language() -> None:
        if session.get("locale") not in (None, *app.config["LANGUAGES"]):
            session.pop("locale")

    @app.after_request
    def device_cookie(response: Response) -> Response:
        value = g.get("device_cookie")
        if value:
            secure = bool(app.config["SESSION_COOKIE_SECURE"])
            name = throttle.cookie_name(secure)
            response.set_cookie(name, value, max_age=365 * 86400, httponly=True, samesite="Lax", secure=secure)
        return response
