"""Looks into an uploaded .docx or .xlsx: a sound package of plain parts; no macro, no object, no reach outside."""

import re
import zipfile
from io import BytesIO
from xml.parsers.expat import ParserCreate

from defusedxml.common import DefusedXmlException, DTDForbidden

from app.errors import JenisSalah

RUSAK = "File {jenis} ini rusak. Buka dan simpan ulang di aplikasi perkantoran, lalu unggah lagi."
BUKAN = "Isi file ini bukan {jenis} biasa. Pilih Simpan Sebagai .{akhiran} (tanpa makro), lalu unggah lagi."
MAKRO = "File ini memuat makro. Pilih Simpan Sebagai .{akhiran} (tanpa makro), lalu unggah lagi."
OBJEK = "File ini memuat objek tertanam ({nama}). Ganti dengan gambar atau teks, lalu unggah lagi."
LUAR = "File ini mengambil isi dari luar ({nama}). Putuskan tautannya (Edit Tautan ke File), lalu unggah lagi."
BOM = "File ini mengembang terlalu besar saat dibuka. Kurangi gambar atau barisnya, lalu unggah lagi."
PERINTAH = "File ini memuat perintah XML (DOCTYPE). Buka dan simpan ulang di aplikasi perkantoran, lalu unggah lagi."
GANDA = "File ini menyimpan bagian yang sama dua kali. Buka dan simpan ulang, lalu unggah lagi."
SESAT = "File ini menyimpan bagian di luar foldernya. Buka dan simpan ulang, lalu unggah lagi."
MENEMPEL = "Ada file lain yang menempel pada file ini. Buka dan simpan ulang, lalu unggah lagi."
BERSANDI = "File ini bersandi. Hapus sandinya, lalu unggah lagi."

PARTS_AT_MOST = 5_000
UNPACKED_AT_MOST = 200 * 1024 * 1024
# Spreadsheets repeat themselves and pack well, but not a thousandfold.
RATIO_AT_MOST = 300
RATIO_MATTERS_FROM = 5 * 1024 * 1024
PIECE = 64 * 1024
END = b"PK\x05\x06"  # of the table of contents, 22 bytes before the end of the file

MAIN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
NAMA = {"docx": "Word", "xlsx": "Excel"}
MACRO_PART = re.compile(r"vbaProject|vbaData|macrosheets/|customUI", re.IGNORECASE)
OBJECT_PART = re.compile(r"/(?:embeddings|activeX|ctrlProps)/|oleObject", re.IGNORECASE)
XML_TYPE = re.compile(r"[/+]xml\b", re.IGNORECASE)
XML_PARTS = (".xml", ".rels", ".vml", ".svg")
# What an office program puts into a package beside XML: pictures, fonts, the settings of a printer. Nothing else.
PLAIN_PART = re.compile(
    r"(?:\.(?:xml|rels|vml|svg|png|jpe?g|jpe|jfif|gif|bmp|tiff?|emf|wmf|wdp|odttf)|printerSettings\d*\.bin)$", re.I
)
OUTSIDE_PART = re.compile(r"/externalLinks/|/connections\.xml$|/queryTables/|/webExtensions/", re.IGNORECASE)
INSIDE_RELATIONS = re.compile(r"/(?:aFChunk|oleObject|control|vbaProject|attachedToolbars|package)$", re.IGNORECASE)
SAFE_LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
# A target that claims to be inside the package, but is an address or a share.
ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
# Field codes that fetch or run something; a code may be spread over several runs, so runs are joined, fields parted.
APART = "\0"
CODES = "DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|EMBED|RD|MACROBUTTON"
FIELD = re.compile(rf"(?:^|{APART})\s*({CODES})\b", re.I)


def periksa_docx(isi: bytes) -> None:
    """Refuse what is no plain Word document."""
    _periksa(isi, "docx")


def periksa_xlsx(isi: bytes) -> None:
    """Refuse what is no plain Excel workbook."""
    _periksa(isi, "xlsx")


def _periksa(isi: bytes, akhiran: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(isi)) as paket:
            _utuh(isi, paket)
            _daftar_isi(paket, akhiran)
            _bagian(paket, akhiran)
    except JenisSalah:
        raise
    except DefusedXmlException as fault:
        raise JenisSalah(PERINTAH) from fault
    except Exception as fault:  # whatever a hostile package makes the readers raise: it is no good file
        raise JenisSalah(RUSAK.format(jenis=NAMA[akhiran])) from fault


def _utuh(isi: bytes, paket: zipfile.ZipFile) -> None:
    """One package from the first byte to the last: readers disagree about what hangs before, behind or between."""
    starts = min((entry.header_offset for entry in paket.infolist()), default=0)
    if starts or isi.rfind(END) != len(isi) - 22 or isi.count(END) != 1:
        raise JenisSalah(MENEMPEL)


def _daftar_isi(paket: zipfile.ZipFile, akhiran: str) -> None:
    """The table of contents: names, methods, promised sizes."""
    entries = paket.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > PARTS_AT_MOST or sum(entry.file_size for entry in entries) > UNPACKED_AT_MOST:
        raise JenisSalah(BOM)
    if len({name.lower() for name in names}) != len(names):
        raise JenisSalah(GANDA)
    if "[Content_Types].xml" not in names:
        raise JenisSalah(RUSAK.format(jenis=NAMA[akhiran]))
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise JenisSalah(BERSANDI)
        if _strays(entry.filename):
            raise JenisSalah(SESAT)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
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
    if not name.endswith("/") and not PLAIN_PART.search(name):
        raise JenisSalah(OBJEK.format(nama=name.rsplit("/", 1)[-1][:40]))
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
        elif entry.filename.lower().endswith(".rels"):
            _relasi(content)
        elif entry.filename.lower().endswith(XML_PARTS):
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
    """Stream an XML part into `target`, without building its tree. Without a DTD there are no entities either."""
    parser = ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = _tanpa_dtd
    for handler, name in (("StartElement", "start"), ("EndElement", "end"), ("CharacterData", "data")):
        setattr(parser, f"{handler}Handler", getattr(target, name, None))
    parser.Parse(content, True)


def _tanpa_dtd(name: str, system: str | None, public: str | None, _inside: bool) -> None:
    raise DTDForbidden(name, system, public)


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
    told = [(element.get("ContentType", ""), _dikenai(element)) for element in _elements(content)]
    if any("macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind, _ in told):
        raise JenisSalah(MAKRO.format(akhiran=akhiran))
    if any(XML_TYPE.search(kind) and not part.endswith(XML_PARTS) for kind, part in told):  # it would stay unread
        raise JenisSalah(BUKAN.format(jenis=NAMA[akhiran], akhiran=akhiran))
    return MAIN[akhiran] in dict(told)


def _dikenai(element: dict[str, str]) -> str:
    """The part, or the extension of parts, that a line of the list of types is about."""
    return (element.get("PartName") or f".{element.get('Extension', 'xml')}").lower()


def _relasi(content: bytes) -> None:
    """Links to web pages and mail are text; everything else that points outside is fetched when the file opens."""
    for element in _elements(content):
        kind, target = element.get("Type", ""), element.get("Target", "")
        if INSIDE_RELATIONS.search(kind):
            raise JenisSalah(OBJEK.format(nama=kind.rsplit("/", 1)[-1]))
        outside = element.get("TargetMode", "").strip().lower() == "external"
        link = kind.endswith("/hyperlink") and SAFE_LINK.match(target)
        if (outside and not link) or (not outside and ADDRESS.match(target)):
            raise JenisSalah(LUAR.format(nama=kind.rsplit("/", 1)[-1]))


def _xml(content: bytes) -> None:
    """Well-formed, without DTD; and the field codes of a Word text fetch nothing."""
    found = _FieldCodes()
    _read(content, found)
    if code := FIELD.search("".join(found.codes)):
        raise JenisSalah(LUAR.format(nama=f"bidang {code.group(1)}"))
