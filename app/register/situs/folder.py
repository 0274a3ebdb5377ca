"""A folder that a web server shows: one sub-folder per decree with page and file, each written aside and renamed."""

from __future__ import annotations

import os
import shutil
from html import escape
from pathlib import Path

from app.register.situs import jaring
from app.register.situs.saluran import GagalSementara, GagalTetap, Kiriman, Situs, Terkirim

HALAMAN = """<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{judul}</title></head><body><main>
<h1>{judul}</h1><p>{perihal}</p><p>Nomor {nomor}, {tanggal}. {perangkat_daerah}.</p>
<p><a href="{file}">Unduh surat keputusan beserta Lampiran I (PDF)</a></p>
<p>SHA-256: {sha256}. <a href="{verifikasi}">Periksa keaslian</a></p></main></body></html>
"""


class Folder:
    """Writes below one folder, reads back over the address under which the web server shows it."""

    def __init__(self, situs: Situs) -> None:
        self.akar, self.alamat = Path(situs.folder), situs.alamat.rstrip("/")

    def kirim(self, kiriman: Kiriman) -> Terkirim:
        if not self.akar.is_dir():
            raise GagalSementara("Folder situs tidak ada atau tidak terpasang.")
        name = f"{kiriman.file}.pdf"
        public = ("judul", "perihal", "nomor", "tanggal", "perangkat_daerah", "verifikasi", "sha256")
        page = HALAMAN.format(file=name, **{key: escape(getattr(kiriman, key), quote=True) for key in public})
        place = self.akar / kiriman.slug
        try:
            place.mkdir(mode=0o755, exist_ok=True)
            _tulis(place / name, kiriman.isi)
            _tulis(place / "index.html", page.encode("utf-8"))
            for old in place.glob(f"{kiriman.slug}-*.pdf"):
                if old.name != name:
                    old.unlink()
        except OSError:
            raise GagalSementara("Folder situs tidak dapat ditulisi.") from None
        return Terkirim(f"{self.alamat}/{kiriman.slug}/", kiriman.slug)

    def ambil(self, url: str) -> bytes:
        return jaring.ambil(url)

    def tarik(self, slug: str) -> None:
        place = self.akar / slug
        if place.parent != self.akar or slug in ("", ".", ".."):
            raise GagalTetap("Nama folder tidak sah.")
        try:
            if place.is_dir():
                shutil.rmtree(place)
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
