"""What a template may not carry: parts that act, content from elsewhere, fields that fetch, words that nobody sees."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from app.documents.sandbox import TemplatDitolak

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY = "word/document.xml"
GUID = re.compile(r"\{[0-9A-Fa-f-]{36}\}")
_SIGNS = re.compile(r"[{}]|<!--|<\?")
MAIN = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
FIELDS = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b[^{}]*")
FORBIDDEN_PARTS = re.compile(r"vbaProject|vbaData|/embeddings/|/activeX/|/customUI|afchunk|\.bin$", re.IGNORECASE)
FONTS = re.compile(r"\.(?:odttf|ttf|otf|fntdata)$", re.IGNORECASE)
FETCHING = re.compile(
    r"/(?:aFChunk|attachedTemplate|oleObject|subDocument|frame|control|mailMergeSource)$", re.IGNORECASE
)
TERLACAK = "masih memuat perubahan terlacak (Track Changes); terima atau tolak semuanya di Word"
KOMENTAR = "masih memuat komentar; hapus semua komentar di Word"
TERSEMBUNYI = "memuat teks tersembunyi; tampilkan atau hapus teks itu di Word"
# Elements by their local name: what Word would fetch, run, or show otherwise than we print it.
FORBIDDEN = {
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), TERLACAK),
    **dict.fromkeys(("commentReference", "commentRangeStart", "commentRangeEnd"), KOMENTAR),
    **dict.fromkeys(("vanish", "specVanish", "webHidden"), TERSEMBUNYI),
    **dict.fromkeys(("altChunk", "subDoc", "frameset"), "menyisipkan dokumen lain; salin isinya ke dalam templat"),
    **dict.fromkeys(("object", "OLEObject", "control", "movie"), "memuat objek sisipan; ganti dengan teks atau gambar"),
    "mailMerge": "terhubung ke sumber data surat massal; putuskan pada tab Surat (Mailings)",
    "dataBinding": "memuat isian yang terikat data lain (content control); hapus ikatannya",
    "docVars": "menyimpan variabel dokumen; salin isinya ke dokumen Word baru",
}


def refuse_dangers(parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> None:
    """Raises TemplatDitolak for the first danger in the parts of a package or in their trees."""
    for name in parts:
        if FORBIDDEN_PARTS.search(name):
            raise TemplatDitolak(f"memuat makro atau objek sisipan ({name[:80]})")
        if FONTS.search(name):
            raise TemplatDitolak("menyematkan huruf; matikan Simpan > Sematkan font dalam file di Word")
    for name, tree in trees.items():
        if name.endswith(".rels"):
            _links(tree)
            continue
        for element in tree.iter():
            told = FORBIDDEN.get(etree.QName(element).localname) if isinstance(element.tag, str) else None
            if told:
                raise TemplatDitolak(f"{told}")
        _fields(tree)


def _links(tree: etree._Element) -> None:
    for link in tree:
        kind, outside = str(link.get("Type", "")), str(link.get("TargetMode", "")).strip().lower() == "external"
        if FETCHING.search(kind) or (outside and not kind.endswith("/hyperlink")):
            raise TemplatDitolak("mengambil isi dari luar file")


def _fields(tree: etree._Element) -> None:
    """Only page numbers are counted by Word itself; and no mark stands where Word writes its own result."""
    for instruction in _instructions(tree):
        if not FIELDS.fullmatch(instruction):
            raise TemplatDitolak(f"bidang Word '{instruction.strip()[:40]}' tidak boleh dipakai dalam templat")
    depth = 0
    for piece in tree.iter(f"{{{W}}}fldChar", f"{{{W}}}t"):
        if piece.tag.endswith("}fldChar"):
            depth += {"begin": 1, "end": -1}.get(str(piece.get(f"{{{W}}}fldCharType")), 0)
        elif "{" in (piece.text or "") and (depth or any(True for _ in piece.iterancestors(f"{{{W}}}fldSimple"))):
            raise TemplatDitolak("penanda berada di dalam bidang nomor halaman; Word akan menimpanya")


def _instructions(tree: etree._Element) -> Iterator[str]:
    for simple in tree.iter(f"{{{W}}}fldSimple"):
        yield str(simple.get(f"{{{W}}}instr", ""))
    whole = ""
    for piece in tree.iter(f"{{{W}}}instrText", f"{{{W}}}fldChar"):
        if piece.tag.endswith("}instrText"):
            whole += str(piece.text or "")
        elif whole:
            yield whole
            whole = ""
    if whole:
        yield whole


def refuse_stray_marks(name: str, tree: etree._Element, marks: re.Pattern[str], *, prints: bool) -> None:
    """Marks stand in the text of the body, the headers and the footers, nowhere else."""
    if not _SIGNS.search(etree.tostring(tree, encoding="unicode")):
        return
    for element in tree.iter():
        if not isinstance(element.tag, str):
            raise TemplatDitolak(f"bagian {name} memuat komentar XML")
        inside = element.tag == f"{{{W}}}t" and prints
        texts = [str(text) for text in (element.tail, None if inside else element.text) if text]
        values = [str(value) for value in element.attrib.values() if not GUID.fullmatch(str(value))]
        if any("{" in text if prints else marks.search(text) for text in texts + values):
            raise TemplatDitolak(f"penanda di tempat yang tidak boleh ({name})")


def require_one_document(trees: Mapping[str, etree._Element]) -> None:
    """What we read is what Word opens: the root names our body, and the parts that print speak of `w:`."""
    roots = [link for link in trees.get("_rels/.rels", ()) if str(link.get("Type", "")).endswith("/officeDocument")]
    if [posixpath.normpath(str(link.get("Target", "")).lstrip("/")) for link in roots] != [BODY]:
        raise TemplatDitolak("file bukan dokumen Word biasa")
    if any(tree.nsmap.get("w") != W for name, tree in trees.items() if MAIN.fullmatch(name)):
        raise TemplatDitolak("file bukan dokumen Word biasa; pilih Simpan Sebagai Dokumen Word (.docx)")


def require_headers(trees: Mapping[str, etree._Element]) -> None:
    """A draft says KONSEP on every page, so every page has a header to say it in, and it is one that we stamp."""
    body = trees[BODY]
    first = next(iter(body.iter(f"{{{W}}}sectPr")), None)
    kinds = set() if first is None else {ref.get(f"{{{W}}}type") for ref in first.iter(f"{{{W}}}headerReference")}
    titled = any(True for _ in body.iter(f"{{{W}}}titlePg"))
    settings = trees.get("word/settings.xml")
    paired = settings is not None and settings.find(f"{{{W}}}evenAndOddHeaders") is not None
    if not {"default"} | ({"first"} if titled else set()) | ({"even"} if paired else set()) <= kinds:
        raise TemplatDitolak("setiap halaman templat harus mempunyai kepala halaman (header)")
    links = {str(link.get("Id")): str(link.get("Target")) for link in trees.get("word/_rels/document.xml.rels", ())}
    for reference in body.iter(f"{{{W}}}headerReference"):
        target = links.get(str(reference.get(f"{{{R}}}id")), "")
        part = posixpath.normpath(posixpath.join("/word", target)).lstrip("/")
        header = trees.get(part) if re.fullmatch(r"word/header\d*\.xml", part) else None
        if header is None or header.tag != f"{{{W}}}hdr" or not len(header):
            raise TemplatDitolak("kepala halaman (header) templat kosong atau tidak ditemukan; isi walau satu baris")
