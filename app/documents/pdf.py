"""Turns a .docx into a PDF with LibreOffice when the machine has it: own profile, time limit, one at a time. Never inside a transaction."""

import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

from app.errors import TidakTersedia

BATAS_DETIK = 180
_one_at_a_time = threading.Semaphore(1)
_PROGRAMS = ("soffice", "libreoffice")
_MACHINE = ("/opt/libreoffice/program/soffice", "C:/Program Files/LibreOffice/program/soffice.exe")


def pengubah() -> str | None:
    """The LibreOffice of this machine, or None."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None) or next(
        (path for path in _MACHINE if Path(path).is_file()), None
    )


def ke_pdf(docx: bytes) -> bytes:
    """The PDF of a paper. TidakTersedia when LibreOffice is missing, busy too long, or fails."""
    program = pengubah()
    if program is None:
        raise TidakTersedia("PDF belum dapat dibuat di peladen ini (LibreOffice tidak ada). Unduh naskah Word-nya.")
    if not _one_at_a_time.acquire(timeout=BATAS_DETIK):
        raise TidakTersedia("Pembuatan PDF sedang padat. Coba lagi sebentar lagi, atau unduh naskah Word-nya.")
    try:
        with tempfile.TemporaryDirectory(prefix="sidik-pdf-") as folder:
            return _convert(program, Path(folder), docx)
    finally:
        _one_at_a_time.release()


def _convert(program: str, folder: Path, docx: bytes) -> bytes:
    source = folder / "naskah.docx"
    source.write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    try:
        subprocess.run(command, check=True, timeout=BATAS_DETIK, capture_output=True)  # noqa: S603  our own words only
        return (folder / "naskah.pdf").read_bytes()  # it exits 0 also when it wrote nothing
    except (subprocess.SubprocessError, OSError):
        raise TidakTersedia("PDF gagal dibuat. Coba lagi, atau unduh naskah Word-nya.") from None
