"""A folder that a web server shows: one sub-folder per decree with page and file, each written aside and renamed."""

from __future__ import annotations

import os
import shutil
from html import escape
from pathlib import Path

from app.register.situs import jaring
from app.register.situs.saluran import GagalSementara, GagalTetap, Kiriman, Situs, Terkirim
from app.register.situs.sftp import Jauh

HALAMAN = """<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{judul}</title></head><body><main>
<h1>{judul}</h1><p>{perihal}</p>{keadaan}<p>Nomor {nomor}, {tanggal}. {perangkat_daerah}.</p>
<p><a href="{file}">Unduh surat keputusan beserta Lampiran I (PDF)</a></p>
<p>SHA-256: {sha256}. <a href="{verifikasi}">Periksa keaslian</a></p></main></body></html>
"""


_UMUM = ("judul", "perihal", "nomor", "tanggal", "perangkat_daerah", "verifikasi", "sha256", "status")


class Folder:
    """Writes below one folder, here or behind SFTP; reads back over the address under which the web server shows it."""

    def __init__(self, situs: Situs) -> None:
        self.alamat = situs.alamat.rstrip("/")
        self.tempat = Jauh(situs) if situs.folder.startswith("sftp://") else Setempat(Path(situs.folder))

    def kirim(self, kiriman: Kiriman) -> Terkirim:
        name = f"{kiriman.file}.pdf"
        words = {key: escape(getattr(kiriman, key), quote=True) for key in _UMUM}
        state = f"<p><strong>{words['status']}</strong></p>" if kiriman.status else ""
        page = HALAMAN.format(file=name, keadaan=state, **words).encode("utf-8")
        self.tempat.tulis(kiriman.slug, {name: kiriman.isi, "index.html": page}, f"{kiriman.slug}-")
        return Terkirim(f"{self.alamat}/{kiriman.slug}/", kiriman.slug)

    def ambil(self, url: str) -> bytes:
        return jaring.ambil(url)

    def tarik(self, slug: str) -> None:
        if not slug or "/" in slug or slug.startswith("."):
            raise GagalTetap("Nama folder tidak sah.")
        self.tempat.buang(slug)


class Setempat:
    """A folder of this machine."""

    def __init__(self, akar: Path) -> None:
        self.akar = akar

    def tulis(self, folder: str, files: dict[str, bytes], buang: str) -> None:
        """Write these files into a sub-folder, then drop its other files whose name begins with `buang`."""
        if not self.akar.is_dir():
            raise GagalSementara("Folder situs tidak ada atau tidak terpasang.")
        place = self.akar / folder
        try:
            place.mkdir(mode=0o755, exist_ok=True)
            for name, content in files.items():
                _tulis(place / name, content)
            for old in place.iterdir():
                if old.name.startswith(buang) and old.name not in files:
                    old.unlink()
        except OSError:
            raise GagalSementara("Folder situs tidak dapat ditulisi.") from None

    def buang(self, folder: str) -> None:
        """Remove a sub-folder; what is gone already is no fault."""
        try:
            if (self.akar / folder).is_dir():
                shutil.rmtree(self.akar / folder)
        except OSError:
            raise GagalSementara("Folder situs tidak dapat ditulisi.") from None


def _tulis(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.baru")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.chmod(0o644)
    draft.replace(path)
