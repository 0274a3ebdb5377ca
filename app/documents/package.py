"""The .docx as a zip: read with limits, written in one order with one date: same parts, same bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.documents.sandbox import TemplatDitolak

MOST_PARTS = 300
LARGEST = 30_000_000
FIRST = ("[Content_Types].xml", "_rels/.rels")
_DATE = (0, (1 << 5) | 1)  # 1980-01-01 00:00, the earliest that a zip can say
_UTF8 = 0x0800


@dataclass(frozen=True, slots=True)
class Member:
    """One part, compressed already."""

    crc: int
    size: int
    method: int
    body: bytes


def read_parts(content: bytes) -> dict[str, bytes]:
    """Every part of a .docx; refuses what is no clean zip of a reasonable size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            names = [info.filename for info in infos]
            if len(names) != len(set(names)) or len(names) > MOST_PARTS:
                raise TemplatDitolak("isi file Word ganda atau terlalu banyak")
            if sum(info.file_size for info in infos) > LARGEST:
                raise TemplatDitolak("isi file Word terlalu besar")
            return {info.filename: archive.read(info) for info in infos if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise TemplatDitolak("file bukan dokumen Word (.docx) yang utuh") from error


def deflated(body: bytes) -> Member:
    """A part as a compressed member."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Member(zlib.crc32(body), len(body), zipfile.ZIP_DEFLATED, packer.compress(body) + packer.flush())


def stored(body: bytes) -> Member:
    """A part as it is: the same bytes whatever compression library builds it."""
    return Member(zlib.crc32(body), len(body), zipfile.ZIP_STORED, body)


def ordered(names: Iterable[str]) -> list[str]:
    """The content types and the root relations first, as readers expect, the rest by name."""
    return sorted(names, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name))


def write(members: Mapping[str, Member]) -> bytes:
    """The zip of these members."""
    local, central = bytearray(), bytearray()
    for name in ordered(members):
        member, raw = members[name], name.encode()
        fields = (20, _UTF8, member.method, *_DATE, member.crc, len(member.body), member.size, len(raw), 0)
        head = (20, 20, *fields[1:9], 0, 0, 0, 0, 0, len(local))
        central += struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *head) + raw
        local += struct.pack("<4s5HL2L2H", b"PK\x03\x04", *fields) + raw + member.body
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(members), len(members), len(central), len(local), 0)
    return bytes(local + central + end)
