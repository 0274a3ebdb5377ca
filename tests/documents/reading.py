"""Reads a .docx a second way, with regular expressions as a stranger would, so that the tests do not check lxml with lxml."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from app.documents.package import ordered
from docx_templates.build import FOLDER

GOLDEN = Path(__file__).parent / "golden"
_PIECE = re.compile(r"<w:t(?: [^>]*[^/>])?>([^<]*)</w:t>|<w:(br|cr|tab)\b[^>]*/>")


def template(jenis: str) -> bytes:
    return (FOLDER / f"{jenis}.docx").read_bytes()


def paragraphs(xml: str) -> list[str]:
    """The text of each paragraph, a break as a line feed, a tab as a tab."""
    found = re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL)
    return [
        "".join({"tab": "\t"}.get(m[2], "\n") if m[2] else html.unescape(m[1]) for m in _PIECE.finditer(p))
        for p in found
    ]


def docx_text(content: bytes) -> str:
    """All visible text: body, then headers and footers."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = [n for n in ordered(archive.namelist()) if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", n)]
        return "\n".join("\n".join(paragraphs(archive.read(name).decode())) for name in names)


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def changed(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The same .docx with one part rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            body = archive.read(name)
            copy.writestr(name, change(body.decode()) if name == part else body)
    return out.getvalue()


def added(content: bytes, part: str, body: bytes) -> bytes:
    """The same .docx with one part more."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(part, body)
    return out.getvalue()


def with_text(content: bytes, text: str, part: str = "word/document.xml") -> bytes:
    """The same .docx with a paragraph of `text` at the top of a part."""
    words = html.escape(text, quote=False)
    paragraph = f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    start = {
        "word/document.xml": r"<w:body>",
        "word/header1.xml": r"<w:hdr [^>]*>",
        "word/footer1.xml": r"<w:ftr [^>]*>",
    }[part]
    return changed(content, part, lambda xml: re.sub(start, lambda m: m[0] + paragraph, xml, count=1))


def leaves(value: Any) -> list[str]:
    """Every text in a context."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return [leaf for item in inner for leaf in leaves(item)]


def with_rows(context: dict[str, Any], number: int) -> dict[str, Any]:
    """The same context with so many butir in every list of butir."""
    from app.documents.vocabulary import kelompokkan

    def grow(value: Any) -> Any:
        if isinstance(value, dict):
            grown = {name: grow(item) for name, item in value.items()}
            if value.get("kelompok"):
                rows = value["kelompok"][0]["butir"]
                grown["kelompok"] = kelompokkan([rows[i % len(rows)] | {"no": i + 1} for i in range(number)])
            return grown
        return [grow(item) for item in value] if isinstance(value, list) else value

    return grow(context)
