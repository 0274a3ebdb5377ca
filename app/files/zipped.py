"""A zip as a stream of known length and equal bytes each time: progress can be shown, a broken download can be taken up again."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from app.errors import TerlaluBesar

# A fixed time in every entry: the same files give the same zip, so a download may go on where it broke off.
SAAT = (2020, 1, 1, 0, 0, 0)
# Sizes of the zip's own records: local header, data descriptor, entry of the directory, end of the directory.
_LOCAL, _DESCRIPTOR, _ENTRY, _END = 30, 16, 46, 22
PALING_BESAR = 2 * 1024**3
PALING_BANYAK = 60_000


class Isi(NamedTuple):
    """One file to come: its name in the zip, its size, and where its bytes come from when their turn is there."""

    nama: str
    ukuran: int
    baca: Callable[[], bytes]


class _Sink:
    """What zipfile writes into: no seeking, taken away piece by piece."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self.pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Nothing to close."""

    def take(self) -> bytes:
        pieces, self.pieces = self.pieces, []
        return b"".join(pieces)


def panjang(files: Iterable[tuple[str, int]]) -> int:
    """The length of the zip of these (name, size), before a byte of it is made. TerlaluBesar beyond what it can hold."""
    total, count = _END, 0
    for name, size in files:
        total += _LOCAL + _DESCRIPTOR + _ENTRY + 2 * len(name.encode()) + size
        count += 1
    if total > PALING_BESAR or count > PALING_BANYAK:
        raise TerlaluBesar(
            "Gabungan file ini terlalu besar untuk satu zip. Persempit saringannya, lalu unduh bergiliran."
        )
    return total


def alirkan(files: Iterable[Isi]) -> Iterator[bytes]:
    """The zip, one piece per file and one for the directory. A file that is not as long as announced stops it."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED, allowZip64=False) as bundle:
        for file in files:
            content = file.baca()
            if len(content) != file.ukuran:
                raise ValueError(f"{file.nama}: {len(content)} bytes instead of {file.ukuran}")
            info = zipfile.ZipInfo(file.nama, SAAT)
            info.external_attr = 0o640 << 16
            with bundle.open(info, "w") as entry:
                entry.write(content)
            yield sink.take()
    yield sink.take()


def mulai_dari(pieces: Iterable[bytes], awal: int) -> Iterator[bytes]:
    """The same stream without its first `awal` bytes."""
    for piece in pieces:
        if awal >= len(piece):
            awal -= len(piece)
        else:
            yield piece[awal:] if awal else piece
            awal = 0
