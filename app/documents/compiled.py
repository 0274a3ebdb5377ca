"""A Word template, checked and compiled once: parts with marks become renderers, the rest is kept compressed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docxtpl import DocxTemplate
from jinja2 import Environment, Template
from lxml import etree

from app.documents.dangers import (
    BODY,
    MAIN,
    refuse_dangers,
    refuse_stray_marks,
    require_headers,
    require_one_document,
)
from app.documents.package import Member, deflated, read_parts
from app.documents.pictures import tempat
from app.documents.sandbox import BERSARANG, Check, TemplatDitolak, environment
from app.documents.vocabulary import VOCABULARY

CORE = "docProps/core.xml"
MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
UNUSUAL = re.compile(r"\{%-?\s*(?:vm|hm|cellbg|colspan|tc|r)\b|\{\{\s?(?:p|tr|tc|r)\s")
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
            renderers[name] = _template(jinja, source)
    members = {name: deflated(body) for name, body in parts.items() if name not in renderers and name != CORE}
    headers = tuple(name for name in main if name.startswith("word/header"))
    return Compiled(renderers, members, headers, frozenset(check.used), tempat(parts, trees))


def examined(template: bytes) -> tuple[dict[str, bytes], dict[str, etree._Element]]:
    """(every part, the trees of body, headers and footers) of a package without dangers."""
    parts = read_parts(template)
    trees = {name: _tree(name, body) for name, body in parts.items() if name.endswith((".xml", ".rels"))}
    refuse_dangers(parts, trees)
    main = {name: tree for name, tree in trees.items() if MAIN.fullmatch(name)}
    if BODY not in main or CORE not in parts:
        raise TemplatDitolak("file bukan dokumen Word biasa")
    require_one_document(trees)
    for name, tree in trees.items():
        refuse_stray_marks(name, tree, MARK, prints=name in main)
    require_headers(trees)
    return parts, main


def _template(jinja: Environment, source: str) -> Template:
    """The compiled part. Python itself refuses what is nested deeper than it can indent."""
    try:
        return jinja.from_string(source)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise TemplatDitolak(BERSARANG) from error


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


def _patched(xml: str) -> str:
    """docxtpl's own preparation: joins marks that Word split and lifts {%p %} and {%tr %} over their element."""
    plain = re.sub(r"<[^>]*>", "", xml)
    if UNUSUAL.search(plain):
        raise TemplatDitolak(
            "penanda vm, hm, cellbg, colspan, tc, r, dan {{p}} tidak didukung; pakai {%p %} dan {%tr %}"
        )
    return str(DocxTemplate.patch_xml(None, xml))
