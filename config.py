"""What differs between machines, read from the environment (SIDIK_*). No law, no roles, no import from app."""

import hashlib
import hmac
import math
import os
import secrets
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
MIB = 1024 * 1024
LOOPBACK = ("127.0.0.1", "localhost")
ANY_ADDRESS = {"", "0.0.0.0", "::"}  # noqa: S104  listening on all is no name that a browser may ask for
ENVIRONMENTS = ("development", "production")
# Keys that stand in tutorials: long enough some of them, secret none.
KNOWN_KEYS = {
    "dev",
    "secret",
    "changeme",
    "you-will-never-guess",
    "thisismyscretkey",
    "\2\1thisismyscretkey\1\2\\e\\y\\y\\h",
}
KEY_LENGTH = 32
KEY_ENTROPY_BITS = 90
MUST_BE_ON = (
    "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "WTF_CSRF_ENABLED",
    "TRUSTED_HOSTS",
    "MAX_CONTENT_LENGTH",
    "FAB_PASSWORD_COMPLEXITY_ENABLED",
)
MUST_BE_OFF = (
    "DEBUG",
    "TESTING",
    "AUTH_USER_REGISTRATION",
    "FAB_API_SHOW_STACKTRACE",
    "FAB_API_SWAGGER_UI",
    "FAB_ALLOW_GET_UNSAFE_MUTATIONS",
    "FAB_ADD_SECURITY_API",
    "FAB_CREATE_DB",
    "FAB_API_KEY_ENABLED",
)

Config = dict[str, Any]


def read(environ: Mapping[str, str] | None = None, root: Path = ROOT) -> Config:
    """The whole configuration of one process, as Flask's upper-case keys."""
    env = {name: value for name, value in (os.environ if environ is None else environ).items() if value}
    instance = root / "instance"
    production = env.get("SIDIK_ENV", "development") == "production"
    return {
        **_machine(env, instance, production=production),
        **_secrets(env, instance, production=production),
        **_database(env, instance),
        **_web(env, production=production),
        **_panel(),
        **_language(),
    }


def _machine(env: Mapping[str, str], instance: Path, *, production: bool) -> Config:
    """The names of the environment, kept under their own names."""
    host, port = env.get("SIDIK_HOST", "127.0.0.1"), _port(env.get("SIDIK_PORT", "8080"))
    return {
        "SIDIK_ENV": env.get("SIDIK_ENV", "development"),
        "SIDIK_PRODUCTION": production,
        "SIDIK_LATIHAN": env.get("SIDIK_LATIHAN", "").lower() in ("1", "ya", "true"),
        "SIDIK_INSTANCE": str(instance),
        "SIDIK_HOST": host,
        "SIDIK_PORT": port,
        "SIDIK_PUBLIC_URL": env.get("SIDIK_PUBLIC_URL", f"http://{host}:{port}").rstrip("/"),
        "SIDIK_PROXIES": _proxies(env.get("SIDIK_PROXIES", "1" if production else "0")),
        "SIDIK_FILES_URL": env.get("SIDIK_FILES_URL", (instance / "files").as_uri()),
        "SIDIK_DEMO_PASSWORD": env.get("SIDIK_DEMO_PASSWORD"),
        "SIDIK_ESIGN_URL": env.get("SIDIK_ESIGN_URL"),
        "SIDIK_ESIGN_USER": env.get("SIDIK_ESIGN_USER"),
        "SIDIK_ESIGN_PASSWORD": env.get("SIDIK_ESIGN_PASSWORD"),
        "SIDIK_MAIL_URL": env.get("SIDIK_MAIL_URL"),
        "SIDIK_CHANNEL_URLS": env.get("SIDIK_CHANNEL_URLS", "").split(),
        "SIDIK_SITES_FILE": env.get("SIDIK_SITES_FILE", str(instance / "situs.json")),
        "SIDIK_WEBHOOKS_FILE": env.get("SIDIK_WEBHOOKS_FILE", str(instance / "webhook.json")),
        "SIDIK_QUEUE_URL": env.get("SIDIK_QUEUE_URL", f"sqlite:///{instance / 'queue.db'}"),
    }


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ValueError("SIDIK_PORT harus angka 1 sampai 65535. Perbaiki isinya.")
    return int(text)


def _proxies(text: str) -> int:
    if text not in ("0", "1", "2", "3"):
        raise ValueError("SIDIK_PROXIES harus angka 0 sampai 3: banyaknya proksi di depan SIDIK. Perbaiki isinya.")
    return int(text)


def _secrets(env: Mapping[str, str], instance: Path, *, production: bool) -> Config:
    """One key for cookies, another derived from it for tokens: neither opens what the other signs."""
    key = env.get("SIDIK_SECRET_KEY") or ("" if production else _development_key(instance / "secret_key"))
    return {
        "SECRET_KEY": key,
        "JWT_SECRET_KEY": hmac.new(key.encode(), b"sidik jwt", hashlib.sha256).hexdigest(),
        "JWT_ACCESS_TOKEN_EXPIRES": timedelta(minutes=15),
        "JWT_REFRESH_TOKEN_EXPIRES": timedelta(hours=12),
        "JWT_TOKEN_LOCATION": ["headers"],
        **dict.fromkeys(
            ("JWT_ENCODE_AUDIENCE", "JWT_DECODE_AUDIENCE", "JWT_ENCODE_ISSUER", "JWT_DECODE_ISSUER"), "sidik"
        ),
    }


def _development_key(path: Path) -> str:
    """A random key of this folder's own, made once; O_EXCL lets exactly one of two starting processes write it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(draft, path)  # fails when the other process was first; never shows a half-written key
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text()


def _database(env: Mapping[str, str], instance: Path) -> Config:
    return {
        "SQLALCHEMY_DATABASE_URI": database_url(env.get("SIDIK_DATABASE_URL", f"sqlite:///{instance / 'sidik.db'}")),
        # hide_parameters: no log line, no error page ever shows the values of a statement.
        "SQLALCHEMY_ENGINE_OPTIONS": {"hide_parameters": True, "pool_pre_ping": True},
        "SQLALCHEMY_TRACK_MODIFICATIONS": False,
    }


def database_url(url: str) -> str:
    """The same address with the driver that we ship: every PostgreSQL spelling means psycopg 3."""
    scheme, separator, rest = url.partition("://")
    return f"postgresql+psycopg{separator}{rest}" if scheme in ("postgres", "postgresql") else url


def _web(env: Mapping[str, str], *, production: bool) -> Config:
    """Cookies, hosts and sizes. Development relaxes Secure, `__Host-` and https, and nothing else."""
    public = urlsplit(env.get("SIDIK_PUBLIC_URL", ""))
    names = {public.hostname or "", env.get("SIDIK_HOST", "")} - ANY_ADDRESS
    hosts = sorted({*LOOPBACK, *names})
    return {
        "SESSION_COOKIE_NAME": "__Host-sidik" if production else "sidik",
        "SESSION_COOKIE_SECURE": production,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=2),
        "PREFERRED_URL_SCHEME": "https" if production else "http",
        "WTF_CSRF_ENABLED": True,
        # The token is bound to a cookie that no sister site can set; a browser that sends no Referer is not locked out.
        "WTF_CSRF_SSL_STRICT": False,
        "WTF_CSRF_TIME_LIMIT": None,  # lives as long as the session: a long form is not lost after an hour
        "TRUSTED_HOSTS": hosts,
        # FAB compares with the port, as patterns; in production a login leads nowhere but to the public address.
        "FAB_SAFE_REDIRECT_HOSTS": [public.netloc] if production else [*hosts, *(f"{name}:*" for name in hosts)],
        "MAX_CONTENT_LENGTH": 25 * MIB,
        "MAX_FORM_MEMORY_SIZE": 2 * MIB,
        "MAX_FORM_PARTS": 2000,
        "SEND_FILE_MAX_AGE_DEFAULT": 3600 if production else 0,
    }


def _panel() -> Config:
    """Flask-AppBuilder: what we do not use is off; permissions and tables change in the release step only."""
    return {
        "APP_NAME": "SIDIK",
        "APP_THEME": "",  # FAB's themes load fonts from another host
        "AUTH_TYPE": 1,  # names and passwords in our own database
        "AUTH_ROLE_ADMIN": "Admin",
        "AUTH_ROLE_PUBLIC": "Public",
        "AUTH_USER_REGISTRATION": False,
        "AUTH_RATE_LIMITED": False,  # counts per address: one guess would lock out an office; ours counts per account
        "RATELIMIT_ENABLED": False,
        "RATELIMIT_STORAGE_URI": "memory://",
        "FAB_CREATE_DB": False,
        "FAB_UPDATE_PERMS": False,
        "FAB_SECURITY_MANAGER_CLASS": "app.security.manager.SecurityManager",
        "FAB_INDEX_VIEW": "app.views.beranda.Beranda",
        "FAB_PASSWORD_COMPLEXITY_ENABLED": True,
        "FAB_ALLOW_GET_UNSAFE_MUTATIONS": False,
        "FAB_ADD_SECURITY_API": False,
        "FAB_ADD_MENU_API": False,
        "FAB_API_KEY_ENABLED": False,
        "FAB_API_SWAGGER_UI": False,
        "FAB_API_SHOW_STACKTRACE": False,
        "FAB_API_MAX_PAGE_SIZE": 100,
    }


def _language() -> Config:
    return {
        "BABEL_DEFAULT_LOCALE": "id",
        "BABEL_DEFAULT_TIMEZONE": "Asia/Jakarta",
        "LANGUAGES": {
            "id": {"flag": "id", "name": "Bahasa Indonesia"},
            "en": {"flag": "gb", "name": "English"},
        },
    }


def entropy(text: str) -> float:
    """Shannon bits in the whole text: low for a repeated or patterned key however long."""
    size = len(text)
    return -sum(n * math.log2(n / size) for n in Counter(text).values()) if size else 0.0


def preflight(config: Mapping[str, Any]) -> list[str]:
    """What forbids serving with this configuration, as sentences for the administrator; empty when nothing does."""
    return _environment_faults(config) + (_production_faults(config) if config.get("SIDIK_PRODUCTION") else [])


def _environment_faults(config: Mapping[str, Any]) -> list[str]:
    faults = []
    if config.get("SIDIK_ENV") not in ENVIRONMENTS:
        faults.append("SIDIK_ENV hanya mengenal development dan production. Perbaiki ejaannya.")
    key = str(config.get("SECRET_KEY") or "")
    if not key:
        faults.append("SIDIK_SECRET_KEY belum diisi. Isilah dengan paling sedikit 32 huruf acak.")
    elif key.lower() in KNOWN_KEYS or len(key) < KEY_LENGTH or entropy(key) < KEY_ENTROPY_BITS:
        faults.append("SIDIK_SECRET_KEY mudah ditebak. Ganti dengan paling sedikit 32 huruf acak.")
    return faults + _mail_faults(str(config.get("SIDIK_MAIL_URL") or ""))


def _mail_faults(url: str) -> list[str]:
    """A mail server is named as smtp:// (encrypted as soon as it can be) or smtps:// (encrypted from the first byte)."""
    try:
        mail = urlsplit(url)
        named = bool(mail.hostname) and (mail.port is None or mail.port > 0)
    except ValueError:
        named = False
    if not url or (named and mail.scheme in ("smtp", "smtps")):
        return []
    return ["SIDIK_MAIL_URL harus alamat server surel, misalnya smtp://pengguna:sandi@surel.contoh.go.id:587."]


def _production_faults(config: Mapping[str, Any]) -> list[str]:
    """Each row: is it wrong, and the sentence that says how to mend it."""
    public = urlsplit(str(config.get("SIDIK_PUBLIC_URL") or ""))
    rows = [
        *((not config.get(name), f"{name} harus menyala. Hapus pengaturan yang mematikannya.") for name in MUST_BE_ON),
        *((config.get(name), f"{name} harus mati. Hapus pengaturan yang menyalakannya.") for name in MUST_BE_OFF),
        (
            public.scheme != "https" or not public.hostname,
            "SIDIK_PUBLIC_URL harus alamat https yang dibuka pegawai, misalnya https://sidik.contoh.go.id.",
        ),
        (
            not str(config.get("SESSION_COOKIE_NAME", "")).startswith("__Host-"),
            "SESSION_COOKIE_NAME harus berawalan __Host-. Hapus pengaturan yang mengubahnya.",
        ),
        (
            config.get("SESSION_COOKIE_SAMESITE") not in ("Lax", "Strict"),
            "SESSION_COOKIE_SAMESITE harus Lax atau Strict. Hapus pengaturan yang mengubahnya.",
        ),
        (
            not (config.get("SQLALCHEMY_ENGINE_OPTIONS") or {}).get("hide_parameters"),
            "SQLALCHEMY_ENGINE_OPTIONS harus memuat hide_parameters agar isi data tidak masuk catatan galat.",
        ),
        (
            os.environ.get("WERKZEUG_DEBUG_PIN") == "off",
            "WERKZEUG_DEBUG_PIN dimatikan. Hapus variabel itu dari lingkungan.",
        ),
    ]
    return [sentence for wrong, sentence in rows if wrong]
