"""Looks into an uploaded .docx or .xlsx: a sound package of plain parts; no macro, no object, no reach outside."""

import re
import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from app.errors import JenisSalah

RUSAK = "Berkas {jenis} ini rusak. Buka dan simpan ulang di aplikasi perkantoran, lalu unggah lagi."
BUKAN = "Isi berkas ini bukan {jenis} biasa. Pilih Simpan Sebagai .{akhiran} (tanpa makro), lalu unggah lagi."
MAKRO = "Berkas ini memuat makro. Pilih Simpan Sebagai .{akhiran} (tanpa makro), lalu unggah lagi."
OBJEK = "Berkas ini memuat objek tertanam ({nama}). Ganti dengan gambar atau teks, lalu unggah lagi."
LUAR = "Berkas ini mengambil isi dari luar ({nama}). Putuskan tautannya (Edit Tautan ke Berkas), lalu unggah lagi."
BOM = "Berkas ini mengembang terlalu besar saat dibuka. Kurangi gambar atau barisnya, lalu unggah lagi."
BERSANDI = "Berkas ini bersandi. Hapus sandinya, lalu unggah lagi."

PARTS_AT_MOST = 5_000
UNPACKED_AT_MOST = 200 * 1024 * 1024
# Spreadsheets repeat themselves and pack well, but not a thousandfold.
RATIO_AT_MOST = 300
RATIO_MATTERS_FROM = 5 * 1024 * 1024
PIECE = 64 * 1024

MAIN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
NAMA = {"docx": "Word", "xlsx": "Excel"}
MACRO_PART = re.compile(r"vbaProject|vbaData|macrosheets/|customUI", re.IGNORECASE)
OBJECT_PART = re.compile(r"/(?:embeddings|activeX|ctrlProps)/|oleObject|\.(?:exe|dll|js|vbs|bat|cmd|scr|html?)$", re.I)
OUTSIDE_PART = re.compile(r"/externalLinks/|/connections\.xml$|/queryTables/|/webExtensions/", re.IGNORECASE)
INSIDE_RELATIONS = re.compile(r"/(?:aFChunk|oleObject|control|vbaProject|attachedToolbars|package)$", re.IGNORECASE)
SAFE_LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
# Field codes that fetch or run something; a code may be spread over several runs, so runs are joined, fields parted.
APART = "\0"
FIELD = re.compile(rf"(?:^|{APART})\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|MACROBUTTON)\b", re.I)


def periksa_docx(isi: bytes) -> None:
    """Refuse what is no plain Word document."""
    _periksa(isi, "docx")


def periksa_xlsx(isi: bytes) -> None:
    """Refuse what is no plain Excel workbook."""
    _periksa(isi, "xlsx")


def _periksa(isi: bytes, akhiran: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(isi)) as paket:
            _daftar_isi(paket, akhiran)
            _bagian(paket, akhiran)
    except JenisSalah:
        raise
    except Exception as fault:  # whatever a hostile package makes the readers raise: it is no good file
        raise JenisSalah(RUSAK.format(jenis=NAMA[akhiran])) from fault


def _daftar_isi(paket: zipfile.ZipFile, akhiran: str) -> None:
    """The table of contents: names, methods, promised sizes."""
    entries = paket.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > PARTS_AT_MOST or sum(entry.file_size for entry in entries) > UNPACKED_AT_MOST:
        raise JenisSalah(BOM)
    if len({name.lower() for name in names}) != len(names) or "[Content_Types].xml" not in names:
        raise JenisSalah(RUSAK.format(jenis=NAMA[akhiran]))
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise JenisSalah(BERSANDI)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or _strays(entry.filename):
            raise JenisSalah(RUSAK.format(jenis=NAMA[akhiran]))
        if entry.file_size > RATIO_MATTERS_FROM and entry.file_size > RATIO_AT_MOST * max(entry.compress_size, 1):
            raise JenisSalah(BOM)
        _nama(entry.filename, akhiran)


def _strays(name: str) -> bool:
    """Would this name leave the folder that it is unpacked into?"""
    return name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/") or "\0" in name


def _nama(name: str, akhiran: str) -> None:
    if MACRO_PART.search(name):
        raise JenisSalah(MAKRO.format(akhiran=akhiran))
    if OBJECT_PART.search(f"/{name}"):
        raise JenisSalah(OBJEK.format(nama=name.rsplit("/", 1)[-1]))
    if OUTSIDE_PART.search(f"/{name}"):
        raise JenisSalah(LUAR.format(nama=name.rsplit("/", 1)[-1]))


def _bagian(paket: zipfile.ZipFile, akhiran: str) -> None:
    """The parts themselves: measured while unpacking, and every XML part read without entities."""
    left = UNPACKED_AT_MOST
    main_seen = False
    for entry in paket.infolist():
        content = _unpack(paket, entry, left)
        left -= len(content)
        if entry.filename == "[Content_Types].xml":
            main_seen = _jenis_isi(content, akhiran)
        elif entry.filename.endswith(".rels"):
            _relasi(content)
        elif entry.filename.endswith((".xml", ".vml")):
            _xml(content, akhiran)
    if not main_seen:
        raise JenisSalah(BUKAN.format(jenis=NAMA[akhiran], akhiran=akhiran))


def _unpack(paket: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """The part's bytes, counted as they come: the promised size is not believed."""
    content = bytearray()
    with paket.open(entry) as part:
        while piece := part.read(PIECE):
            content += piece
            if len(content) > left:
                raise JenisSalah(BOM)
    return bytes(content)


def _elements(content: bytes, akhiran: str = "docx") -> list[Element]:
    try:
        return [element for _, element in iterparse(BytesIO(content), events=("end",), forbid_dtd=True)]
    except (ParseError, DefusedXmlException) as fault:
        raise JenisSalah(RUSAK.format(jenis=NAMA[akhiran])) from fault


def _jenis_isi(content: bytes, akhiran: str) -> bool:
    """Does the package say that it is a plain document of this kind?"""
    types = [element.get("ContentType", "") for element in _elements(content, akhiran)]
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in types):
        raise JenisSalah(MAKRO.format(akhiran=akhiran))
    return MAIN[akhiran] in types


def _relasi(content: bytes) -> None:
    """Links to web pages and mail are text; everything else that points outside is fetched when the file opens."""
    for element in _elements(content):
        kind, target = element.get("Type", ""), element.get("Target", "")
        if INSIDE_RELATIONS.search(kind):
            raise JenisSalah(OBJEK.format(nama=kind.rsplit("/", 1)[-1]))
        if element.get("TargetMode", "").lower() == "external" and not (
            kind.endswith("/hyperlink") and SAFE_LINK.match(target)
        ):
            raise JenisSalah(LUAR.format(nama=kind.rsplit("/", 1)[-1]))


def _xml(content: bytes, akhiran: str) -> None:
    """Well-formed, without DTD; and the field codes of a Word text fetch nothing."""
    codes: list[str] = []
    try:
        for _, element in iterparse(BytesIO(content), events=("end",), forbid_dtd=True):
            name = element.tag.rsplit("}", 1)[-1]
            if name == "instrText":
                codes.append(element.text or "")
            elif name == "fldSimple":
                codes += [APART, *(v for k, v in element.attrib.items() if k.endswith("}instr")), APART]
            elif name == "fldChar":
                codes.append(APART)
            element.clear()
    except (ParseError, DefusedXmlException) as fault:
        raise JenisSalah(RUSAK.format(jenis=NAMA[akhiran])) from fault
    if found := FIELD.search("".join(codes)):
        raise JenisSalah(LUAR.format(nama=f"bidang {found.group(1)}"))
