"""`make bench`: CPU time of printing a decree (ours beside plain docxtpl) and of starting the application (beside plain Flask)."""

import io
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate

from app.documents.render import render
from app.documents.vocabulary import kelompokkan, sample

TEMPLATE = Path("docx_templates/surat_keputusan.docx")
TURNS = 5
OUR_START = "from app import create_app; create_app({'SQLALCHEMY_DATABASE_URI': 'sqlite://'})"
PEER_START = "from flask import Flask; import flask_appbuilder, flask_sqlalchemy, flask_migrate; Flask('peer')"


def _decree(rows: int) -> dict[str, object]:
    one = sample("surat_keputusan")["kelompok"][0]["butir"][0]
    tables = kelompokkan([one | {"no": n, "kode": f"CONTOH-2026-{n:04d}"} for n in range(1, rows + 1)])
    return sample("surat_keputusan") | {"kelompok": tables, "jumlah_butir": rows}


def _ours(template: bytes, context: dict[str, object]) -> None:
    render(template, context, jenis="surat_keputusan", title="Contoh")


def _peer(template: bytes, context: dict[str, object]) -> None:
    paper = DocxTemplate(io.BytesIO(template))
    paper.render(context, autoescape=True)
    paper.save(io.BytesIO())


def _cpu(act: Callable[[], None]) -> float:
    before = time.process_time()
    act()
    return time.process_time() - before


def _children(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def _row(name: str, ours: Callable[[], float], peer: Callable[[], float]) -> None:
    """A B A B …: medians and the median of the ratios, pair by pair."""
    ours()
    pairs = [(ours(), peer()) for _ in range(TURNS)]
    mine, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"{name:<34} {mine * 1000:>9.1f} ms {theirs * 1000:>9.1f} ms   x {ratio:.3f}")


def main() -> None:
    """Print one line a benchmark: ours, the peer, the ratio ours/peer of CPU time."""
    template = TEMPLATE.read_bytes()
    print(f"{'CPU time, median of ' + str(TURNS):<34} {'ours':>12} {'peer':>12}   ratio")
    for rows in (10, 200, 2000):
        context = _decree(rows)
        _row(
            f"decree of {rows} rows (docxtpl)",
            lambda context=context: _cpu(lambda: _ours(template, context)),  # type: ignore[misc]
            lambda context=context: _cpu(lambda: _peer(template, context)),  # type: ignore[misc]
        )
    _row("start of the application (plain FAB)", lambda: _children(OUR_START), lambda: _children(PEER_START))


if __name__ == "__main__":
    main()
