"""Builds every template: `python -m docx_templates.build` writes docx_templates/<jenis>.docx, the same bytes every time."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from app.documents.package import stored, write
from app.documents.pictures import qr
from app.documents.vocabulary import VOCABULARY
from docx_templates import styles
from docx_templates.ooxml import NAMESPACES
from docx_templates.parts import Paper, footer, header

FOLDER = Path(__file__).parent


def paper_of(jenis: str) -> Paper:
    """The parts of one paper."""
    paper: Paper = import_module(f"docx_templates.papers.{jenis}").paper()
    return paper


def build(jenis: str) -> bytes:
    """The template of one paper. Parts are stored, not compressed: no compression library can change a byte."""
    paper = paper_of(jenis)
    body = "".join(paper.body)
    parts = {
        "[Content_Types].xml": styles.CONTENT_TYPES,
        "_rels/.rels": styles.ROOT_RELATIONS,
        "docProps/core.xml": styles.CORE,
        "word/_rels/document.xml.rels": styles.RELATIONS,
        "word/_rels/footer1.xml.rels": styles.FOOTER_RELATIONS,
        "word/document.xml": f"{styles.HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/footer1.xml": f"{styles.HEAD}<w:ftr {NAMESPACES}>{footer(paper)}</w:ftr>",
        "word/header1.xml": f"{styles.HEAD}<w:hdr {NAMESPACES}>{header(paper)}</w:hdr>",
        "word/numbering.xml": styles.numbering(),
        "word/settings.xml": styles.SETTINGS,
        "word/styles.xml": styles.styles(),
    }
    members = {name: stored(text.encode()) for name, text in parts.items()}
    media = {"word/media/qr.png": qr("", "CONTOH"), "word/media/lambang.png": qr("", "LAMBANG")}
    return write({**members, **{name: stored(picture) for name, picture in media.items()}})


def main() -> None:
    for jenis in VOCABULARY:
        content = build(jenis)
        (FOLDER / f"{jenis}.docx").write_bytes(content)
        print(f"{jenis}.docx {len(content)}")


if __name__ == "__main__":
    main()
