"""Tries an uploaded template in a child process with little memory, little time and no way to the database or the files."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.documents.contract import Kontrak, kontrak
from app.documents.render import check_template, render
from app.documents.sandbox import TemplatDitolak
from app.documents.vocabulary import VOCABULARY, sample

ROOT = Path(__file__).parents[2]
# A shipped template takes one or two seconds. What takes much longer here would hold up a move.
DETIK = 60
CPU_DETIK, MEMORI = 20, 1024**3
LAMA = "Templat tidak selesai diperiksa dalam batas waktu atau memori. Sederhanakan isinya, lalu unggah lagi."


@dataclass(frozen=True)
class Percobaan:
    """`ditolak`: why the template may not be used, or ""; `contoh`: the paper that it prints of the sample data."""

    kontrak: Kontrak
    ditolak: str = ""
    contoh: bytes = b""


def coba(template: bytes, jenis: str, bawaan: bytes) -> Percobaan:
    """Gate, contract and sample print of a template, in the child. Never raises for what the template holds."""
    question = {"jenis": jenis, "templat": _packed(template), "bawaan": _packed(bawaan)}
    command = [sys.executable, "-m", "app.documents.trial"]
    environment = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            command,
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=DETIK,
            check=True,
            cwd=ROOT,
            env=environment,
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        return Percobaan(Kontrak(), LAMA)
    return Percobaan(_contract(answer["kontrak"]), answer["ditolak"], base64.b64decode(answer["contoh"]))


def uji(template: bytes, jenis: str, bawaan: bytes) -> Percobaan:
    """The same in this process: what the child does."""
    found = Kontrak()
    try:
        found = kontrak(template, jenis, bawaan)
        if found.tidak_dikenal:
            return Percobaan(found, "Ada penanda yang tidak dikenal. Perbaiki menurut sarannya, lalu unggah lagi.")
        check_template(template, jenis)
        printed = render(template, sample(jenis), jenis=jenis, title="Contoh")
    except TemplatDitolak as refused:
        return Percobaan(found, f"Templat ditolak: {refused}.")
    if found.kurang:
        return Percobaan(found, "Ada penanda wajib yang hilang. Kembalikan penanda itu, lalu unggah lagi.", printed)
    return Percobaan(found, "", printed)


def _packed(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _contract(told: dict[str, Any]) -> Kontrak:
    pairs = {name: tuple((a, b) for a, b in told[name]) for name in ("kurang", "tidak_dicetak", "tidak_dikenal")}
    return Kontrak(dipakai=tuple(told["dipakai"]), **pairs)


def main() -> None:
    """The child: limits first, then one question from stdin, one answer to stdout."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_DETIK, CPU_DETIK))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.loads(sys.stdin.buffer.read())
    if asked["jenis"] not in VOCABULARY:
        raise SystemExit(2)
    found = uji(base64.b64decode(asked["templat"]), asked["jenis"], base64.b64decode(asked["bawaan"]))
    answer = {"kontrak": asdict(found.kontrak), "ditolak": found.ditolak, "contoh": _packed(found.contoh)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
