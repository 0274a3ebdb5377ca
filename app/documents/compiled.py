"""A Word template, checked and compiled once: parts with marks become renderers, the rest is kept compressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from docxtpl import DocxTemplate
from jinja2 import Template
from lxml import etree

from app.documents.package import Member, deflated, read_parts
from app.documents.pictures import tempat
from app.documents.sandbox import Check, TemplatDitolak, environment
from app.documents.vocabulary import VOCABULARY

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "docProps/core.xml"
BODY = "word/document.xml"
MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
GUID = re.compile(r"\{[0-9A-Fa-f-]{36}\}")
UNUSUAL = re.compile(r"\{%-?\s*(?:vm|hm|cellbg|colspan|tc|r)\b|\{\{\s?(?:p|tr|tc|r)\s")
FIELDS = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b[^{}]*")
FORBIDDEN_PARTS = re.compile(r"vbaProject|vbaData|/embeddings/|/activeX/|/customUI|afchunk|\.bin$", re.IGNORECASE)
_SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": False}


@dataclass(frozen=True)
class Compiled:
    """What rendering needs; immutable, shared between threads."""

    renderers: dict[str, Template]
    members: dict[str, Member]
    headers: tuple[str, ...]
    used: frozenset[str]
    pictures: dict[str, str]


@lru_cache(maxsize=64)
def compiled(template: bytes, jenis: str) -> Compiled:
    """`template` checked against the vocabulary of `jenis`; the answer is kept per content."""
    parts, main = examined(template)
    trees = {**main, **{name: parsed(body) for name, body in parts.items() if name.endswith(".rels")}}
    jinja, check, renderers = environment(), Check(VOCABULARY[jenis]), {}
    for name, source in sources(main).items():
        if not name.startswith("word/footer") or "{" in source:
            check.source(jinja, source)
            renderers[name] = jinja.from_string(source)
    members = {name: deflated(body) for name, body in parts.items() if name not in renderers and name != CORE}
    headers = tuple(name for name in main if name.startswith("word/header"))
    return Compiled(renderers, members, headers, frozenset(check.used), tempat(parts, trees))


def examined(template: bytes) -> tuple[dict[str, bytes], dict[str, etree._Element]]:
    """(every part, the trees of body, headers and footers) of a package without dangers."""
    parts = read_parts(template)
    trees = {name: _tree(name, body) for name, body in parts.items() if name.endswith((".xml", ".rels"))}
    _refuse_dangers(parts, trees)
    main = {
        name: tree for name, tree in trees.items() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)
    }
    if BODY not in main or CORE not in parts:
        raise TemplatDitolak("berkas bukan dokumen Word biasa")
    for name, tree in trees.items():
        _refuse_stray_marks(name, tree, prints=name in main)
    _require_headers(trees)
    return parts, main


def sources(main: dict[str, etree._Element]) -> dict[str, str]:
    """Each printed part as Jinja reads it."""
    return {name: _patched(etree.tostring(tree, encoding="unicode")) for name, tree in main.items()}


def parsed(xml: bytes) -> etree._Element:
    """A well-formed part, without entities and without the network."""
    return etree.fromstring(xml, etree.XMLParser(**_SAFE))  # type: ignore[arg-type]


def _tree(name: str, body: bytes) -> etree._Element:
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise TemplatDitolak(f"bagian {name} memuat DOCTYPE")
    try:
        return parsed(body)
    except etree.XMLSyntaxError as error:
        raise TemplatDitolak(f"bagian {name} rusak") from error


def _refuse_dangers(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> None:
    for name in parts:
        if FORBIDDEN_PARTS.search(name):
            raise TemplatDitolak(f"templat memuat makro atau objek sisipan ({name})")
    for name, tree in trees.items():
        if name.endswith(".rels"):
            for link in tree:
                kind, outside = str(link.get("Type", "")), link.get("TargetMode") == "External"
                if kind.endswith(("/aFChunk", "/attachedTemplate", "/oleObject")) or (
                    outside and not kind.endswith("/hyperlink")
                ):
                    raise TemplatDitolak("templat mengambil isi dari luar berkas")
        for instruction in _instructions(tree):
            if not FIELDS.fullmatch(instruction):
                raise TemplatDitolak(f"bidang Word '{instruction.strip()[:40]}' tidak boleh dipakai dalam templat")


def _instructions(tree: etree._Element) -> Iterator[str]:
    for simple in tree.iter(f"{{{W}}}fldSimple"):
        yield str(simple.get(f"{{{W}}}instr", ""))
    for paragraph in tree.iter(f"{{{W}}}p"):
        whole = ""
        for piece in paragraph.iter(f"{{{W}}}instrText", f"{{{W}}}fldChar"):
            if piece.tag.endswith("}instrText"):
                whole += str(piece.text or "")
            elif whole:
                yield whole
                whole = ""
        if whole:
            yield whole


def _refuse_stray_marks(name: str, tree: etree._Element, *, prints: bool) -> None:
    """Marks stand in the text of the body, the headers and the footers, nowhere else."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            raise TemplatDitolak(f"bagian {name} memuat komentar XML")
        inside = element.tag == f"{{{W}}}t" and prints
        texts = [str(text) for text in (element.tail, None if inside else element.text) if text]
        values = [str(value) for value in element.attrib.values() if not GUID.fullmatch(str(value))]
        if any("{" in text if prints else MARK.search(text) for text in texts + values):
            raise TemplatDitolak(f"penanda di tempat yang tidak boleh ({name})")


def _require_headers(trees: dict[str, etree._Element]) -> None:
    """A draft says KONSEP on every page, so every page has a header to say it in."""
    first = next(iter(trees[BODY].iter(f"{{{W}}}sectPr")), None)
    kinds = set() if first is None else {ref.get(f"{{{W}}}type") for ref in first.iter(f"{{{W}}}headerReference")}
    titled = any(True for _ in trees[BODY].iter(f"{{{W}}}titlePg"))
    settings = trees.get("word/settings.xml")
    paired = settings is not None and settings.find(f"{{{W}}}evenAndOddHeaders") is not None
    if not {"default"} | ({"first"} if titled else set()) | ({"even"} if paired else set()) <= kinds:
        raise TemplatDitolak("setiap halaman templat harus mempunyai kepala halaman (header)")


def _patched(xml: str) -> str:
    """docxtpl's own preparation: joins marks that Word split and lifts {%p %} and {%tr %} over their element."""
    plain = re.sub(r"<[^>]*>", "", xml)
    if UNUSUAL.search(plain):
        raise TemplatDitolak(
            "penanda vm, hm, cellbg, colspan, tc, r, dan {{p}} tidak didukung; pakai {%p %} dan {%tr %}"
        )
    return str(DocxTemplate.patch_xml(None, xml))
