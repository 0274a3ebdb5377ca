"""Looks into an uploaded .docx or .xlsx: a sound package of plain parts; no macro, no object, no reach outside."""

import re
import zipfile
from io import BytesIO

from defusedxml.ElementTree import DefusedXMLParser

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
            _xml(content)
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


def _elements(content: bytes) -> list[dict[str, str]]:
    """The attributes of every element of a small part."""
    found = _Attributes()
    _read(content, found)
    return found.rows


def _read(content: bytes, target: object) -> None:
    """Stream an XML part into `target`, without building its tree; DTDs and entities are refused."""
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    parser.feed(content)
    parser.close()


class _Attributes:
    """Collects what each element says about itself."""

    def __init__(self) -> None:
        self.rows: list[dict[str, str]] = []

    def start(self, _tag: str, attributes: dict[str, str]) -> None:
        self.rows.append(attributes)


class _FieldCodes:
    """Collects the field codes of a Word text: runs of one field joined, fields parted."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit("}", 1)[-1]
        self.inside = name == "instrText"
        if name == "fldChar":
            self.codes.append(APART)
        elif name == "fldSimple":
            code = "".join(value for key, value in attributes.items() if key.endswith("}instr"))
            self.codes += [APART, code, APART]

    def data(self, text: str) -> None:
        if self.inside:
            self.codes.append(text)

    def end(self, _tag: str) -> None:
        self.inside = False


def _jenis_isi(content: bytes, akhiran: str) -> bool:
    """Does the package say that it is a plain document of this kind?"""
    types = [element.get("ContentType", "") for element in _elements(content)]
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


def _xml(content: bytes) -> None:
    """Well-formed, without DTD; and the field codes of a Word text fetch nothing."""
    found = _FieldCodes()
    _read(content, found)
    if code := FIELD.search("".join(found.codes)):
        raise JenisSalah(LUAR.format(nama=f"bidang {code.group(1)}"))
