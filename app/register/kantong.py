"""A bag (BagIt, RFC 8493) as one zip: files with a manifest that any BagIt tool verifies, the same bytes for the same files."""

import hashlib
from collections.abc import Iterable, Sequence

from app.errors import TerlaluBesar
from app.register.bukti.periksa import arsip

PALING_BESAR = 400 << 20


def kantong(folder: str, files: Sequence[tuple[str, bytes]], tentang: Iterable[tuple[str, str]]) -> bytes:
    """`files`: (path below data/, bytes); `tentang`: lines of bag-info.txt. Everything lies in one folder of that name."""
    if sum(len(content) for _, content in files) > PALING_BESAR:
        raise TerlaluBesar("Paket melebihi 400 MB. Unduh naskahnya secara terpisah.")
    size = sum(len(content) for _, content in files)
    info = [*tentang, ("Payload-Oxum", f"{size}.{len(files)}")]
    tags = [
        ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
        ("bag-info.txt", "".join(f"{name}: {value}\n" for name, value in info)),
        ("manifest-sha256.txt", "".join(f"{_sha(content)}  data/{name}\n" for name, content in files)),
    ]
    coded = [(name, text.encode("utf-8")) for name, text in tags]
    seal = "".join(f"{_sha(content)}  {name}\n" for name, content in coded).encode("utf-8")
    packed = [*coded, ("tagmanifest-sha256.txt", seal), *((f"data/{name}", content) for name, content in files)]
    return arsip([(f"{folder}/{name}", content) for name, content in packed])


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
