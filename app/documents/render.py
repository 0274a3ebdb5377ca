"""Prints a paper: template + context -> .docx, the same bytes for the same input; never files or numbers it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateError, UndefinedError
from lxml import etree
from markupsafe import escape

from app.documents.compiled import CORE, MARK, Compiled, compiled, parsed
from app.documents.dangers import W
from app.documents.konsep import NOMOR_TITIK, stamp
from app.documents.package import deflated, write
from app.documents.pictures import QR, kosong, pas, qr
from app.documents.sandbox import TemplatDitolak, printed
from app.documents.schema import IsianKurang, fit
from app.documents.text import clean_text
from app.documents.vocabulary import CONTOH_NIHIL, VOCABULARY, daftar_nama, sample

TITLE_LIMIT = 255
# A test sheet of 2 000 butir has 23 million characters and takes four seconds.
TERBESAR, DETIK = 60_000_000, 30.0
# How often each list of the sample is repeated to see what a template makes of a large case.
BERLIPAT = 100
_TEXT = (f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab", f"{{{W}}}cr")
_BROKEN = etree.XPath("//w:tc[not(w:p)] | //w:tr[not(w:tc)] | //w:tbl[not(w:tr)]", namespaces={"w": W})


class CetakanTidakSetia(RuntimeError):
    """The paper does not say what the data said: it must not be issued."""


@dataclass(frozen=True)
class Pemeriksaan:
    """What a template uses of the vocabulary, and what it leaves out."""

    dipakai: tuple[str, ...]
    tidak_dipakai: tuple[str, ...]


def render(
    template_bytes: bytes,
    context: Mapping[str, Any],
    *,
    jenis: str,
    konsep: bool = False,
    contoh: bool = False,
    title: str,
    gambar: Mapping[str, bytes] | None = None,
) -> bytes:
    """The .docx; `contoh`: made in a rehearsal; `gambar`: pictures by the alternative text that marks their places.

    Raises TemplatDitolak, IsianKurang (names the placeholder), TeksDitolak or CetakanTidakSetia.
    """
    template = compiled(template_bytes, jenis)
    data = fit(VOCABULARY[jenis], _as_konsep(context) if konsep else _as_final(context))
    members = dict(template.members)
    pictures = {**_qr(data["naskah"]), **(gambar or {})}
    members |= {template.pictures[kind]: deflated(pictures[kind]) for kind in pictures if kind in template.pictures}
    mark = "KONSEP" if konsep else "CONTOH" if contoh else ""
    for name in template.renderers:
        xml = pas(_part(template, name, data), pictures)
        members[name] = deflated((stamp(xml, mark) if mark and name in template.headers else xml).encode())
    members[CORE] = deflated(_core(clean_text(title, maksimum=TITLE_LIMIT, satu_baris=True)).encode())
    return write(members)


def check_template(template_bytes: bytes, jenis: str) -> Pemeriksaan:
    """Everything that can be known before a template is used: its syntax, its names, and a print of the sample data,

    whole, empty and a hundredfold.
    """
    template = compiled(template_bytes, jenis)
    plain, empty = sample(jenis), sample(jenis, CONTOH_NIHIL.get(jenis))
    for context, konsep in ((plain, False), (plain, True), (empty, False), (empty, True), (_berlipat(plain), False)):
        try:
            render(template_bytes, context, jenis=jenis, konsep=konsep, title="Contoh")
        except CetakanTidakSetia as error:
            raise TemplatDitolak(f"contoh tidak tercetak utuh: {error}") from error
    names = [name for name, _ in daftar_nama(jenis)]
    return Pemeriksaan(
        tuple(name for name in names if name in template.used),
        tuple(
            name for name in names if name not in template.used and not any(u.startswith(name) for u in template.used)
        ),
    )


def _berlipat(context: Any) -> Any:
    """The context with every outermost list repeated."""
    if isinstance(context, list):
        return context * BERLIPAT
    return {n: _berlipat(v) for n, v in context.items()} if isinstance(context, dict) else context


def _qr(paper: Mapping[str, Any]) -> dict[str, bytes]:
    """The QR of this paper; a white square while it has no code."""
    code = paper["kode_verifikasi"]
    return {QR: qr(paper["alamat_verifikasi"], code) if code else kosong()}


def _as_final(context: Mapping[str, Any]) -> dict[str, Any]:
    return {**context, "naskah": {**_paper(context), "konsep": False}}


def _as_konsep(context: Mapping[str, Any]) -> dict[str, Any]:
    """A draft has no number and no code, whatever the context says."""
    blank = {"konsep": True, "nomor": NOMOR_TITIK, "kode_verifikasi": "", "alamat_verifikasi": ""}
    return {**context, "naskah": {**_paper(context), **blank}}


def _paper(context: Mapping[str, Any]) -> Mapping[str, Any]:
    paper = context.get("naskah")
    if not isinstance(paper, Mapping):
        raise IsianKurang("naskah", "tidak ada")
    return paper


def _part(template: Compiled, name: str, data: dict[str, Any]) -> str:
    """One part as XML text, checked: well formed, no mark left, and every printed value there word for word."""
    record: list[str] = []
    token = printed.set(record)
    try:
        xml = _bounded(template.renderers[name].generate(data))
    except UndefinedError as error:
        raise IsianKurang(str(error.message), "tidak ada") from error
    except TemplateError as error:
        raise TemplatDitolak(f"templat tidak dapat dicetak: {error.message}") from error
    finally:
        printed.reset(token)
    if left := MARK.search(re.sub(r"<[^>]*>", "", xml)):
        raise TemplatDitolak(f"ada penanda '{left[0]}' yang tidak terisi")
    xml = xml.replace("&#123;", "{").replace("&#125;", "}")
    try:
        tree = parsed(xml.encode())
    except etree.XMLSyntaxError as error:
        raise TemplatDitolak(f"penanda memotong bentuk dokumen ({name})") from error
    if _BROKEN(tree):
        raise TemplatDitolak(f"penanda mengosongkan sel atau baris tabel ({name})")
    _require_fidelity(tree, record)
    return xml


def _bounded(pieces: Iterator[str]) -> str:
    """The whole of a part, unless it grows or lasts beyond all papers: then the template is at fault, not the move."""
    told, size, deadline = [], 0, time.thread_time() + DETIK
    for piece in pieces:
        told.append(piece)
        size += len(piece)
        if size > TERBESAR or time.thread_time() > deadline:
            raise TemplatDitolak("naskahnya menjadi terlalu besar; kurangi teks di dalam perulangan")
    return "".join(told)


def _require_fidelity(tree: etree._Element, record: list[str]) -> None:
    text, at = _visible(tree), 0
    for value in record:
        found = text.find(value, at)
        if found < 0:
            raise CetakanTidakSetia(f"isi yang tercetak berbeda dari data: {value[:60]!r}")
        at = found + len(value)


def _visible(tree: etree._Element) -> str:
    pieces = []
    for element in tree.iter(*_TEXT):
        if element.tag == _TEXT[0]:
            pieces.append(str(element.text or ""))
        else:
            pieces.append("\t" if element.tag == _TEXT[2] else "\n")
    return "".join(pieces)


def _core(title: str) -> str:
    """The document properties: ours, never the template's, and without dates so that equal input gives equal bytes."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>SIDIK</dc:creator><dc:language>id-ID</dc:language>"
        "<cp:lastModifiedBy>SIDIK</cp:lastModifiedBy></cp:coreProperties>"
    )
