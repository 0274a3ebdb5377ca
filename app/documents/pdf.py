"""Turns .docx into PDF with LibreOffice, where there is one: own profile, time limit, one run at a time. Never inside a transaction."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.errors import TidakTersedia

BATAS_DETIK = 180
_one_at_a_time = threading.Semaphore(1)
_counting = threading.Lock()
_waiting = 0
_PROGRAMS = ("soffice", "libreoffice")
_MACHINE = ("/opt/libreoffice/program/soffice", "C:/Program Files/LibreOffice/program/soffice.exe")


def pengubah() -> str | None:
    """The LibreOffice of this machine, or None."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None) or next(
        (path for path in _MACHINE if Path(path).is_file()), None
    )


def antrean() -> int:
    """How many runs are at work or wait in this process."""
    return _waiting


def ke_pdf(docx: bytes) -> bytes:
    """The PDF of a paper. TidakTersedia when LibreOffice is missing, busy too long, or fails."""
    return ke_pdf_banyak([docx])[0]


def ke_pdf_banyak(papers: Sequence[bytes]) -> list[bytes]:
    """The PDF of each paper, in one start of LibreOffice. TidakTersedia as for one; all of them or none."""
    program = pengubah()
    if program is None:
        raise TidakTersedia("PDF belum dapat dibuat di server ini (LibreOffice tidak ada). Unduh naskah Word-nya.")
    with _turn(), tempfile.TemporaryDirectory(prefix="sidik-pdf-", ignore_cleanup_errors=True) as folder:
        return _convert(program, Path(folder), papers)


@contextlib.contextmanager
def _turn() -> Iterator[None]:
    """Wait for one's turn, and be counted while waiting."""
    _count(1)
    try:
        if not _one_at_a_time.acquire(timeout=BATAS_DETIK):
            raise TidakTersedia("Pembuatan PDF sedang padat. Coba lagi sebentar lagi, atau unduh naskah Word-nya.")
        try:
            yield
        finally:
            _one_at_a_time.release()
    finally:
        _count(-1)


def _count(step: int) -> None:
    global _waiting
    with _counting:
        _waiting += step


def _convert(program: str, folder: Path, papers: Sequence[bytes]) -> list[bytes]:
    sources = [folder / f"naskah{number}.docx" for number in range(len(papers))]
    for source, content in zip(sources, papers, strict=True):
        source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    try:
        _run([program, profile, *options, *map(str, sources)])
        return [source.with_suffix(".pdf").read_bytes() for source in sources]  # it exits 0 also when it wrote nothing
    except (subprocess.SubprocessError, OSError):
        raise TidakTersedia("PDF gagal dibuat. Coba lagi, atau unduh naskah Word-nya.") from None


def _run(command: list[str]) -> None:
    """Run it in a group of its own: the program starts another one, which must end with it at the time limit."""
    process = subprocess.Popen(  # noqa: S603  our own words only
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        if process.wait(BATAS_DETIK):
            raise subprocess.CalledProcessError(process.returncode, "LibreOffice")
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
