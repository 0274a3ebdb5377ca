"""Packages that act, reach outside, hide words or exhaust the machine: one maker for each way."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import partial

from tests.documents.evil_package import (
    BODY,
    FOOTER,
    GOOD,
    HEADER,
    NS,
    RELS,
    ROOT,
    SETTINGS,
    STYLES,
    TYPES,
    dropped,
    dtd,
    encrypted,
    field,
    laughs,
    link,
    moved_body,
    moved_header,
    para,
    parts,
    put,
    renamed_prefix,
    run,
    swap,
    typed,
    zipped,
)
from tests.documents.reading import added, changed, with_text

CODES = (
    "DDE a b",
    "DDEAUTO c:\\\\cmd.exe x",
    "INCLUDETEXT http://x.id/a",
    "INCLUDEPICTURE http://x.id/a.png",
    "INCLUDE a",
    "LINK Excel.Sheet a",
    "IMPORT a",
    "DATABASE a",
    "EMBED a",
    "RD a",
    "QUOTE 68 68 69",
    "HYPERLINK http://x.id",
    "FILLIN a",
    "ASK a b",
    "DATE",
    "AUTHOR",
    "FILENAME",
    "DOCPROPERTY a",
    "MERGEFIELD a",
    "IF 1 = 1 a b",
    "SET a b",
    "REF a",
    "SHAPE a",
    "PRINT a",
    "AUTOTEXT a",
    "USERNAME",
)
PARTS: dict[str, Callable[[], bytes]] = {
    # --- macros ---
    "a macro": lambda: added(GOOD, "word/vbaProject.bin", b"x"),
    "a macro elsewhere": lambda: added(GOOD, "word/lain/VBAPROJECT.BIN", b"x"),
    "data of a macro": lambda: added(GOOD, "word/vbaData.xml", b"<x/>"),
    "buttons of its own": lambda: added(GOOD, "customUI/customUI.xml", b"<x/>"),
    "the type of a macro": (
        lambda: swap(TYPES, "wordprocessingml.document.main+xml", "wordprocessingml.document.macroEnabled.main+xml")
    ),
    "the true type of a .docm": (
        lambda: swap(
            TYPES,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        )
    ),
    "a .dotx": lambda: swap(TYPES, "document.main+xml", "template.main+xml"),
    "a relation to a macro": lambda: link("vbaProject", "macro.xml", ""),
    "a type of a macro for pictures": (
        lambda: typed(
            '<Override PartName="/word/media/lambang.png" ContentType="application/vnd.ms-office.vbaProject"/>'
        )
    ),
    "a macro button": lambda: put(field(" MACROBUTTON Mulai klik ")),
    # --- objects ---
    "an OLE object": lambda: added(GOOD, "word/embeddings/oleObject1.bin", b"x"),
    "an embedded workbook": lambda: added(GOOD, "word/embeddings/tabel.xlsx", b"x"),
    "a relation to an OLE object": lambda: link("oleObject", "media/lambang.png", ""),
    "an OLE element": lambda: put(para(f'<w:r><w:object><o:OLEObject {NS} r:id="rId1"/></w:object></w:r>')),
    "ActiveX": lambda: added(GOOD, "word/activeX/activeX1.xml", b"<x/>"),
    "an ActiveX element": lambda: put(para("<w:r><w:pict><w:control/></w:pict></w:r>")),
    "a relation to a control": lambda: link("control", "x.xml", ""),
    "a program": lambda: added(GOOD, "word/media/alat.exe", b"MZ"),
    "a script": lambda: added(GOOD, "word/media/alat.js", b"x"),
    "a web page": lambda: added(GOOD, "word/isi.html", b"<html>"),
    "a package in the package": lambda: added(GOOD, "word/media/isi.zip", b"x"),
    "an unknown part": lambda: added(GOOD, "word/isi.dat", b"x"),
    "an embedded font": lambda: added(GOOD, "word/fonts/font1.odttf", b"x"),
    "a film": lambda: put(para("<w:r><w:movie/></w:r>")),
    # --- content from elsewhere ---
    "a foreign chunk": lambda: link("aFChunk", "isi.xml", ""),
    "an element of a foreign chunk": lambda: put(f'<w:altChunk {NS} r:id="rId1"/>'),
    "a sub-document": lambda: link("subDocument"),
    "an element of a sub-document": lambda: put(para(f'<w:subDoc {NS} r:id="rId1"/>')),
    "a template from outside": lambda: link("attachedTemplate", "http://x.id/a.dotm"),
    "a template on a share": lambda: link("attachedTemplate", "file://server/a.dotm"),
    "a template that says it is inside": lambda: link("attachedTemplate", "a.dotm", ""),
    "a picture from outside": lambda: link("image", "http://x.id/a.png"),
    "a picture from outside in a footer": (
        lambda: link("image", "http://x.id/a.png", part="word/_rels/footer1.xml.rels")
    ),
    "a picture whose address claims to be inside": lambda: link("image", "http://x.id/a.png", ""),
    "a picture on a share that claims to be inside": lambda: link("image", "//server/a.png", ""),
    "outside in small letters": lambda: link("image", "http://x.id/a", ' TargetMode="external"'),
    "outside with a space": lambda: link("image", "http://x.id/a", ' TargetMode=" External"'),
    "a style sheet from outside": lambda: link("stylesheet"),
    "a frame": lambda: link("frame"),
    "frames": lambda: put("<w:frameset/>"),
    "a link that is a script": lambda: link("hyperlink", "javascript:x"),
    "a link to a share": lambda: link("hyperlink", "file://server/a"),
    "a link to a program": lambda: link("hyperlink", "ms-msdt:/id"),
    "a source of mass letters": lambda: link("mailMergeSource", "http://x.id/a.csv"),
    "mass letters": lambda: put('<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge>', SETTINGS),
    "data of elsewhere in the text": (
        lambda: put('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/></w:sdtPr></w:sdt>')
    ),
    "custom XML that is the text": (
        lambda: put(
            '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>'
            + para(run("x"))
            + "</w:sdtContent></w:sdt>"
        )
    ),
    "variables of the document": lambda: put('<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>', SETTINGS),
    "the root from outside": lambda: link("officeDocument", "http://x.id/a.docx", part=ROOT),
    # --- fields ---
    **{f"the field {code.split()[0]}": partial(put, field(f" {code} ")) for code in CODES},
    "a field in pieces": lambda: put(field("DD", "EAU", "TO c:\\\\x")),
    "a field in an attribute": lambda: put(para('<w:fldSimple w:instr=" INCLUDETEXT a "/>')),
    "a field in the footer": lambda: swap(FOOTER, " PAGE ", " INCLUDETEXT x "),
    "a field inside a field": (lambda: put(field(" PAGE ", result=field(" QUOTE 68 ")))),
    "a mark where Word writes": lambda: put(field(" PAGE ", result=run("{{ naskah.nomor }}"))),
    "a mark in a simple field": (
        lambda: put(para(f'<w:fldSimple w:instr=" PAGE ">{run("{{ naskah.nomor }}")}</w:fldSimple>'))
    ),
    # --- marks where nobody looks ---
    "a mark in an attribute": lambda: swap(BODY, 'w:val="Judul"', 'w:val="{{ naskah.nomor }}"'),
    "a mark in a style": lambda: swap(STYLES, 'w:val="Judul"', 'w:val="{{ x }}"'),
    "a mark in the title": lambda: swap("docProps/core.xml", "Templat naskah", "{{ cycler }}"),
    "a mark in a deleted text": lambda: put(para("<w:r><w:delText>{{ x }}</w:delText></w:r>")),
    "a mark between runs": lambda: put(para("{{ naskah.nomor }}")),
    "a mark split over runs": lambda: put(para("".join(run(sign) for sign in "{{ cycler.x }}"))),
    "a mark in a note": (
        lambda: added(GOOD, "word/footnotes.xml", f"<w:footnotes {NS}>{run('{{ x }}')}</w:footnotes>".encode())
    ),
    "a mark in custom XML": lambda: added(GOOD, "customXml/item1.xml", b"<a>{{ x }}</a>"),
    "a mark in a comment of XML": lambda: put("<!-- {{ naskah.nomor }} -->"),
    "an instruction of XML": lambda: put("<?php x ?>"),
    "a condition that cuts paragraphs": lambda: put(para(run("{%p if naskah.konsep %}")) + para(run("a{% endif %}"))),
    "a row without cells": (
        lambda: put(
            "<w:tbl><w:tr>"
            + "<w:tc>"
            + para(run("{%p if naskah.konsep %}"))
            + para(run("a"))
            + para(run("{%p endif %}"))
            + "</w:tc></w:tr></w:tbl>"
        )
    ),
    # --- words that nobody sees, or that are not settled ---
    "hidden text": lambda: put(para("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ naskah.nomor }}</w:t></w:r>")),
    "a hidden style": (
        lambda: swap(STYLES, "</w:styles>", '<w:style w:styleId="X"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>')
    ),
    "an insertion that was not accepted": lambda: put(para(f'<w:ins w:id="1" w:author="a">{run("x")}</w:ins>')),
    "a deletion that was not accepted": (
        lambda: put(para('<w:del w:id="1" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del>'))
    ),
    "a comment": lambda: put(para('<w:r><w:commentReference w:id="1"/></w:r>')),
    # --- XML that explodes or reads ---
    "entities in entities": lambda: dtd(laughs()),
    "one long entity": lambda: dtd(f'<!ENTITY a "{"a" * 100_000}">'),
    "a file through an entity": lambda: dtd('<!ENTITY a SYSTEM "file:///etc/passwd">'),
    "an address through an entity": lambda: dtd('<!ENTITY a SYSTEM "http://x.id/">'),
    "a parameter entity": lambda: dtd('<!ENTITY % a SYSTEM "http://x.id/">%a;'),
    "a DTD in the relations": lambda: dtd("", RELS),
    "a DTD in the types": lambda: dtd("", TYPES),
    "a DTD in another encoding": (
        lambda: zipped(
            [
                (
                    n,
                    ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []><x/>').encode("utf-16")
                    if n == STYLES
                    else b,
                )
                for n, b in parts()
            ]
        )
    ),
    "elements a hundred thousand deep": lambda: put("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "broken XML": lambda: swap(BODY, "</w:body>", ""),
    # --- the package ---
    "no package": lambda: b"bukan zip",
    "an empty package": lambda: b"PK\x05\x06" + bytes(18),
    "half a package": lambda: GOOD[: len(GOOD) // 2],
    "an old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a PDF": lambda: b"%PDF-1.7\n%%EOF",
    "a text for Word": lambda: b"{\\rtf1 x}",
    "a bomb of zeros": lambda: zipped([*parts(), ("word/x.xml", bytes(8 << 20))]),
    "thirty million bytes": lambda: zipped([*parts(), *((f"word/media/x{n}.bmp", bytes(4 << 20)) for n in range(8))]),
    "six thousand parts": lambda: zipped([*parts(), *((f"word/x{n}.xml", b"<x/>") for n in range(6_000))]),
    "four hundred parts": lambda: zipped([*parts(), *((f"word/x{n}.xml", b"<x/>") for n in range(400))]),
    "a body twice": lambda: zipped([*parts(), (BODY, b"<x/>")]),
    "a body twice in other letters": lambda: zipped([*parts(), ("word/DOCUMENT.xml", b"<x/>")]),
    "a path that leaves": lambda: added(GOOD, "../../x.xml", b"<x/>"),
    "a path from the root": lambda: added(GOOD, "/etc/x.xml", b"<x/>"),
    "a path of Windows": lambda: added(GOOD, "..\\x.xml", b"<x/>"),
    "a drive": lambda: added(GOOD, "C:x.xml", b"<x/>"),
    "a password": encrypted,
    "another way of packing": lambda: zipped(parts(), method=zipfile.ZIP_BZIP2),
    "a file before the package": lambda: GOOD + GOOD,
    "a file behind the package": lambda: GOOD + b"<script>",
    "a second package in the remark": lambda: zipped(parts(), comment=b"PK\x05\x06" + bytes(18)),
    "no list of types": lambda: dropped(TYPES),
    "no root": lambda: dropped(ROOT),
    "no body": lambda: dropped(BODY),
    "no properties": lambda: dropped("docProps/core.xml"),
    "another body than the one that is read": moved_body,
    "XML that calls itself a picture": (
        lambda: typed('<Override PartName="/word/media/qr.png" ContentType="application/xml"/>')
    ),
    "pictures that are XML": lambda: typed('<Default Extension="dat" ContentType="text/xml"/>'),
    "another alphabet of XML": renamed_prefix,
    "a strict document": (
        lambda: changed(
            GOOD,
            BODY,
            lambda xml: xml.replace(
                "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
            ),
        )
    ),
    # --- a draft that could not say KONSEP ---
    "no header": lambda: changed(GOOD, BODY, lambda xml: re.sub(r"<w:headerReference[^>]*/>", "", xml)),
    "a first page without a header": lambda: swap(BODY, "</w:sectPr>", "<w:titlePg/></w:sectPr>"),
    "even pages without a header": lambda: put("<w:evenAndOddHeaders/>", SETTINGS),
    "an empty header": (
        lambda: changed(GOOD, HEADER, lambda xml: re.sub(r"(<w:hdr [^>]*)>.*</w:hdr>", r"\1/>", xml, flags=re.DOTALL))
    ),
    "a header that is not stamped": moved_header,
    # --- the contract ---
    "a code that is asked for and not printed": lambda: swap(FOOTER, "{{ naskah.kode_verifikasi }}", ""),
    "a name of another paper": lambda: with_text(GOOD, "{{ kelompok }}"),
}
