"""Pictures that a paper carries: the verification QR and the emblem, in the places that a template marks by alternative text."""

from __future__ import annotations

import io
import posixpath
import re
import struct
from collections.abc import Mapping

import segno
from lxml import etree

QR, LAMBANG = "QR_VERIFIKASI", "LAMBANG_INSTANSI"
EMU = 360_000  # one centimetre
WIDEST, TALLEST = int(1.9 * EMU), int(2.4 * EMU)
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DRAWING = re.compile(r"<w:drawing\b(?:(?!</w:drawing>).)*</w:drawing>", re.DOTALL)
_SIZE = re.compile(r'(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")\d+("[^>]*?\bcy=")\d+(")')


def qr(alamat: str, kode: str) -> bytes:
    """The QR of a paper as PNG: its address where the office has one, else its code. The same bytes for the same text."""
    text = alamat if alamat.startswith(("http://", "https://")) else kode
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="png", scale=4, border=2)
    return out.getvalue()


def kosong() -> bytes:
    """A white square: what a draft shows in place of its QR."""
    out = io.BytesIO()
    segno.make("0", micro=True).save(out, kind="png", scale=1, border=0, dark="white")
    return out.getvalue()


def ukuran_png(content: bytes) -> tuple[int, int]:
    """(width, height) of a PNG in pixels."""
    width, height = struct.unpack(">II", content[16:24])
    return int(width), int(height)


def tempat(parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> dict[str, str]:
    """Alternative text → the media part that its picture shows, for the two texts that we know."""
    found = {}
    for name, tree in trees.items():
        folder, _, file = name.rpartition("/")
        relations = trees.get(f"{folder}/_rels/{file}.rels")
        for anchor in tree.iter(f"{{{_WP}}}docPr"):
            told, holder = str(anchor.get("descr", "")), anchor.getparent()
            if told not in (QR, LAMBANG) or relations is None or holder is None:
                continue
            for blip in holder.iter(f"{{{_A}}}blip"):
                target = _target(relations, str(blip.get(f"{{{_R}}}embed", "")))
                path = posixpath.normpath(posixpath.join(folder, target)) if target else ""
                if path in parts:
                    found[told] = path
    return found


def _target(relations: etree._Element, ident: str) -> str:
    return next((str(link.get("Target", "")) for link in relations if link.get("Id") == ident), "")


def pas(xml: str, gambar: Mapping[str, bytes]) -> str:
    """A part whose emblem has the proportions of the emblem that is put there."""
    emblem = gambar.get(LAMBANG)
    if emblem is None or LAMBANG not in xml:
        return xml
    width, height = ukuran_png(emblem)
    scale = min(WIDEST / width, TALLEST / height)
    size = rf"\g<1>{int(width * scale)}\g<2>{int(height * scale)}\g<3>"
    return _DRAWING.sub(lambda found: _SIZE.sub(size, found[0]) if LAMBANG in found[0] else found[0], xml)
