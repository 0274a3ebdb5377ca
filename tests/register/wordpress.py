"""A real WordPress on loopback for tests: Debian's own, with MariaDB on a socket and PHP's server. Nothing stays behind."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SUMBER = Path("/usr/share/wordpress")
PROGRAM = ("mariadbd", "mariadb-install-db", "php")
# Installs the blog, its one editor and the application password, and says the password.
PASANG = """<?php
define('WP_INSTALLING', true);
require 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Situs PPID', 'petugas', 'petugas@contoh.test', true, '', '%(sandi)s');
$made = WP_Application_Passwords::create_new_application_password(1, array('name' => 'sidik'));
echo "\\nSANDI=" . $made[0];
"""
# Debian's themes are packages of their own; this one shows a page and its words.
TEMA = """<?php while (have_posts()) { the_post(); the_title('<h1>', '</h1>'); the_content(); }
"""
ATUR = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:%(soket)s'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '%(alamat)s'); define('WP_SITEURL', '%(alamat)s');
define('WP_ENVIRONMENT_TYPE', 'local'); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true); define('WP_DEFAULT_THEME', 'uji'); define('AUTOMATIC_UPDATER_DISABLED', true);
define('AUTH_KEY', '%(kunci)s'); define('SECURE_AUTH_KEY', '%(kunci)s'); define('LOGGED_IN_KEY', '%(kunci)s');
define('NONCE_KEY', '%(kunci)s'); define('AUTH_SALT', '%(kunci)s'); define('SECURE_AUTH_SALT', '%(kunci)s');
define('LOGGED_IN_SALT', '%(kunci)s'); define('NONCE_SALT', '%(kunci)s');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
"""


@dataclass
class WordPress:
    """The running site: its address, the editor and his application password; `web` may be stopped and started again."""

    alamat: str
    pengguna: str
    sandi: str
    akar: Path
    port: int
    web: subprocess.Popen[bytes] | None = None

    def mulai(self) -> None:
        """PHP's own server, with four workers so that WordPress may ask itself."""
        command = ["php", "-S", f"127.0.0.1:{self.port}", "-t", str(self.akar)]
        environment = {**os.environ, "PHP_CLI_SERVER_WORKERS": "4"}
        self.web = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
        )
        _tunggu(lambda: urllib.request.urlopen(f"{self.alamat}/?rest_route=/", timeout=20).status == 200)  # noqa: S310

    def berhenti(self) -> None:
        if self.web is not None:
            os.killpg(self.web.pid, 9)
            self.web.wait()
            self.web = None


def kurang() -> str:
    """What is missing on this machine, or nothing."""
    lacking = [name for name in PROGRAM if shutil.which(name) is None]
    return ", ".join(lacking + ([] if (SUMBER / "wp-load.php").is_file() else ["wordpress"]))


@contextlib.contextmanager
def wordpress() -> Iterator[WordPress]:
    """A fresh site; everything ends with the block."""
    folder = Path(tempfile.mkdtemp(prefix="sidik-wp-"))
    base = _basis_data(folder)
    site = None
    try:
        site = _situs(folder)
        site.mulai()
        yield site
    finally:
        if site is not None:
            site.berhenti()
        base.kill()
        base.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _basis_data(folder: Path) -> subprocess.Popen[bytes]:
    data, quiet = folder / "data", {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    user = ["--user=root"] if os.geteuid() == 0 else []
    install = ["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal"]
    subprocess.run([*install, "--skip-test-db", *user], check=True, **quiet)
    options = [f"--datadir={data}", f"--socket={folder / 's'}", "--skip-networking", f"--pid-file={folder / 'pid'}"]
    options += ["--innodb-flush-log-at-trx-commit=0", "--skip-grant-tables", *user]
    server = subprocess.Popen(["mariadbd", "--no-defaults", *options], **quiet)
    _tunggu(lambda: _sql(folder, "CREATE DATABASE IF NOT EXISTS wp"))
    return server


def _sql(folder: Path, statement: str) -> bool:
    command = ["mariadb", "--no-defaults", f"--socket={folder / 's'}", "-e", statement]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _situs(folder: Path) -> WordPress:
    root = folder / "www"
    shutil.copytree(SUMBER, root, ignore=shutil.ignore_patterns("themes", "languages"), ignore_dangling_symlinks=True)
    (root / "wp-content" / "uploads").mkdir(parents=True, exist_ok=True)
    (root / "wp-content" / "themes" / "uji").mkdir(parents=True)
    (root / "wp-content" / "themes" / "uji" / "style.css").write_text("/* Theme Name: Uji */")
    (root / "wp-content" / "themes" / "uji" / "index.php").write_text(TEMA)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    address = f"http://127.0.0.1:{port}"
    words = {
        "soket": folder / "s",
        "alamat": address,
        "kunci": secrets.token_hex(32),
        "sandi": secrets.token_urlsafe(16),
    }
    (root / "wp-config.php").unlink(missing_ok=True)
    (root / "wp-config.php").write_text(ATUR % words)
    (root / "pasang.php").write_text(PASANG % words)
    done = subprocess.run(["php", "pasang.php"], cwd=root, capture_output=True, text=True, check=False)
    (root / "pasang.php").unlink()
    assert "SANDI=" in done.stdout, done.stdout[-500:] + done.stderr[-500:]
    return WordPress(address, "petugas", done.stdout.rsplit("SANDI=", 1)[1].strip(), root, port)


def _tunggu(ready: object, seconds: float = 60) -> None:
    """Ask again and again until it answers."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(OSError, urllib.error.URLError):
            if ready():  # type: ignore[operator]
                return
        if time.monotonic() > end:
            raise TimeoutError("WordPress untuk pengujian tidak menjawab")
        time.sleep(0.2)
