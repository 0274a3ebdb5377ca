"""`flask situs`: what is locked by the command opens in the list; the list is shown without its secrets."""

import json
from pathlib import Path

from flask import Flask

from app.register.situs.saluran import situs


def test_a_locked_password_opens_in_the_list_and_is_never_shown(app: Flask, tmp_path: Path) -> None:
    runner = app.test_cli_runner()
    locked = runner.invoke(args=["situs", "kunci", "--stdin"], input="sandi rahasia\n")
    assert locked.exit_code == 0, locked.output
    assert "rahasia" not in locked.output
    typed = runner.invoke(args=["situs", "kunci"], input="sandi rahasia\n")
    assert (typed.exit_code, "sandi rahasia" in typed.output) == (0, False)
    path = tmp_path / "situs.json"
    row = {"kode": "DKISP", "saluran": "ckan", "alamat": "https://contoh.test", "organisasi": "ppid"}
    path.write_text(json.dumps([row | {"sandi": locked.output.strip()}]))
    app.config["SIDIK_SITES_FILE"] = str(path)
    with app.app_context():
        found = situs("DKISP", "ckan")
        assert found is not None
        assert found.sandi == "sandi rahasia"
    shown = runner.invoke(args=["situs", "daftar"])
    assert "DKISP  CKAN  https://contoh.test" in shown.output
    assert "sandi" not in shown.output
    path.write_text(json.dumps([row | {"sandi": "tersandi:bukan-kunci"}]))
    broken = runner.invoke(args=["situs", "daftar"])
    assert broken.exit_code != 0
    assert "memperbaiki file situs" in broken.output
