"""Hostile uploads: how each is called, what it holds, and a word of the sentence that refuses it."""

import struct
import zlib

from tests.files import uploads
from tests.files.hostile_pdf import PDFS

PDF, WORD, BOOK, PNG, JPG = uploads.pdf(), uploads.docx(), uploads.xlsx(), uploads.png(), uploads.jpeg()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BOOK_TYPES = uploads.part(BOOK, "[Content_Types].xml")
Row = tuple[str, bytes, str]


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(head: bytes | None = None, points: bytes | None = None, *, first: bytes = b"IHDR", drop: bool = False) -> bytes:
    """A PNG of two by two grey points with a head, points, or the name of its first chunk of one's own."""
    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0) if head is None else head
    points = zlib.compress(bytes(6)) if points is None else points
    body = b"" if drop else chunk(b"IDAT", points)
    return b"\x89PNG\r\n\x1a\n" + chunk(first, head) + body + chunk(b"IEND", b"")


def head(wide: int = 2, high: int = 2, depth: int = 8, colour: int = 0, *way: int) -> bytes:
    return struct.pack(">IIBBBBB", wide, high, depth, colour, *(way or (0, 0, 0)))


def book(name: str, body: bytes = b"<x/>") -> bytes:
    """A workbook with one more part."""
    return uploads.repacked(BOOK, {name: body})


def linked(kind: str, target: str, mode: str = "External") -> bytes:
    """A workbook with one more relation."""
    name = "xl/_rels/workbook.xml.rels"
    line = (
        f'<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return uploads.repacked(BOOK, {name: uploads.part(BOOK, name).replace(b"</Relationships>", line.encode())})


def retyped(old: bytes, new: bytes) -> bytes:
    assert old in BOOK_TYPES
    return uploads.repacked(BOOK, {"[Content_Types].xml": BOOK_TYPES.replace(old, new)})


SHEET_MAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
NAMES: dict[str, Row] = {
    f"the name {label}": (name, PDF, word)
    for label, name, word in (
        ("that climbs", "../../etc/passwd.pdf", "tanda /"),
        ("of a folder", "folder/sk.pdf", "tanda /"),
        ("of a folder of Windows", "C:\\Users\\budi\\sk.pdf", "tanda /"),
        ("of a share", "\\\\server\\sk.pdf", "tanda /"),
        ("with a stream of Windows", "sk.pdf:alat.exe", "tanda /"),
        ("with a tag", "<img src=x onerror=alert(1)>.pdf", "tanda /"),
        ("with quotes", 'sk".pdf', "tanda /"),
        ("with a pipe", "sk|cat.pdf", "tanda /"),
        ("with a star", "sk*.pdf", "tanda /"),
        ("with a question mark", "sk?.pdf", "tanda /"),
        ("that runs backwards", "sk\u202efdp.exe.pdf", "membalik arah"),
        ("with an isolate", "sk\u2066.pdf", "membalik arah"),
        ("with a sign without width", "s\u200bk.pdf", "tidak terlihat"),
        ("with a soft hyphen", "s\u00adk.pdf", "tidak terlihat"),
        ("with a byte order mark", "\ufeffsk.pdf", "tidak terlihat"),
        ("with a zero byte", "sk\0.pdf", "tidak terlihat"),
        ("with a line break", "sk\r\nSet-Cookie: a.pdf", "tidak terlihat"),
        ("with a tab", "sk\t.pdf", "tidak terlihat"),
        ("with a delete sign", "sk\x7f.pdf", "tidak terlihat"),
        ("with a control of old", "sk\x9f.pdf", "tidak terlihat"),
        ("with another line end", "sk\u2028.pdf", "tidak terlihat"),
        ("with half a character", "sk\ud800.pdf", "tidak terlihat"),
        ("of three hundred letters", "a" * 300 + ".pdf", "255 byte"),
        ("of two hundred letters of two bytes", "é" * 200 + ".pdf", "255 byte"),
        ("of nothing", "", "255 byte"),
        ("of spaces", "   ", "255 byte"),
        ("of a device", "CON.pdf", "Windows"),
        ("of another device", "aux.pdf", "Windows"),
        ("of a port", "lpt1.sk.pdf", "Windows"),
        ("of a device with a space", "nul .pdf", "Windows"),
        ("that ends in a dot", "sk.pdf.", "Windows"),
        ("that ends in a space", "sk.pdf ", "Windows"),
        ("that is only an extension", ".pdf", "Unggah"),
        ("without an extension", "sk", "Unggah"),
        ("of a program", "sk.pdf.exe", "Unggah"),
        ("of a web page", "sk.pdf.html", "Unggah"),
        ("of a picture that is a page", "sk.svg", "Unggah"),
        ("of an old Word file", "sk.doc", "Unggah"),
        ("of a Word file with macros", "sk.docm", "Unggah"),
        ("of a workbook with macros", "sk.xlsm", "Unggah"),
    )
}
PICTURES: dict[str, Row] = {
    **{
        f"a PNG {label}": ("kop.png", body, word)
        for label, body, word in (
            ("cut short", PNG[:-3], "rusak"),
            ("of a head alone", PNG[:8], "rusak"),
            ("with a wrong sum", PNG.replace(b"IDAT", b"IDAU"), "rusak"),
            ("that begins otherwise", png(first=b"tEXt"), "rusak"),
            ("with a short head", png(head()[:-1]), "rusak"),
            ("without width", png(head(0)), "rusak"),
            ("without height", png(head(2, 0)), "rusak"),
            ("of a depth that is none", png(head(2, 2, 3)), "rusak"),
            ("of a colour that is none", png(head(2, 2, 8, 5)), "rusak"),
            ("packed in another way", png(head(2, 2, 8, 0, 1, 0, 0)), "rusak"),
            ("filtered in another way", png(head(2, 2, 8, 0, 0, 1, 0)), "rusak"),
            ("interlaced in another way", png(head(2, 2, 8, 0, 0, 0, 2)), "rusak"),
            ("without points", png(drop=True), "rusak"),
            ("with half its points", png(points=zlib.compress(bytes(3))), "rusak"),
            ("with a bomb of points", png(points=zlib.compress(bytes(50 << 20))), "rusak"),
            ("whose points are no packing", png(points=b"bukan zlib"), "rusak"),
            ("too wide", uploads.png(20_000, 2), "piksel"),
            ("too high", uploads.png(2, 20_000), "piksel"),
            ("with a page behind it", PNG + b"<script>", "data lain di belakang"),
            ("with a package behind it", PNG + WORD, "data lain di belakang"),
            ("that is JPEG", JPG, "gambar JPEG"),
            ("that is a drawing", b"<svg onload='x'/>", "bukan PNG"),
        )
    },
    **{
        f"a JPEG {label}": ("pindai.jpg", body, word)
        for label, body, word in (
            ("cut short", JPG[:-2], "rusak"),
            ("of a head alone", b"\xff\xd8\xff\xe0", "rusak"),
            ("without a frame", JPG.replace(b"\xff\xc0", b"\xff\xec"), "rusak"),
            ("with a frame too short", b"\xff\xd8\xff\xc0\0\x04\x08\0" + JPG[2:], "rusak"),
            ("with a segment past its end", b"\xff\xd8\xff\xe1\xff\xff", "rusak"),
            ("with a segment of no length", b"\xff\xd8\xff\xe1\0\0" + JPG[2:], "rusak"),
            ("without width", uploads.jpeg(0, 1), "rusak"),
            ("too wide", uploads.jpeg(20_000, 1), "piksel"),
            ("too high", uploads.jpeg(1, 65_535), "piksel"),
            ("with a package behind it", JPG + WORD, "data lain di belakang"),
            ("with a PDF behind it", JPG + PDF, "data lain di belakang"),
            ("with a page behind it", JPG + b"<script>x</script>", "data lain di belakang"),
            ("with a program behind it", JPG + b"MZ\x90\0", "data lain di belakang"),
            ("that is PNG", PNG, "gambar PNG"),
            ("that is a program", b"MZ\x90\0", "bukan JPG"),
        )
    },
}
BOOKS: dict[str, Row] = {
    f"a workbook {label}": ("usulan.xlsx", body, word)
    for label, body, word in (
        ("with a macro", book("xl/vbaProject.bin"), "makro"),
        ("with a sheet of macros", book("xl/macrosheets/sheet1.xml"), "makro"),
        ("with buttons of its own", book("customUI/customUI14.xml"), "makro"),
        ("that is .xlsm", retyped(SHEET_MAIN, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "makro"),
        ("that is .xltx", retyped(b"sheet.main+xml", b"template.main+xml"), "bukan Excel"),
        ("that is .xlsb", retyped(SHEET_MAIN, b"application/vnd.ms-excel.sheet.binary.main"), "bukan Excel"),
        (
            "with a sheet that calls itself a picture",
            retyped(b"</Types>", b'<Override PartName="/xl/a.png" ContentType="text/xml"/></Types>'),
            "bukan Excel",
        ),
        ("with links to other workbooks", book("xl/externalLinks/externalLink1.xml"), "luar"),
        ("with connections", book("xl/connections.xml"), "luar"),
        ("with queries", book("xl/queryTables/queryTable1.xml"), "luar"),
        ("with an extension of the web", book("xl/webextensions/webextension1.xml"), "luar"),
        ("with an object", book("xl/embeddings/oleObject1.bin"), "objek"),
        ("with a control", book("xl/ctrlProps/ctrlProp1.xml"), "objek"),
        ("with ActiveX", book("xl/activeX/activeX1.xml"), "objek"),
        ("with a model of data", book("xl/model/item.data"), "objek"),
        ("with a program", book("xl/media/alat.exe"), "objek"),
        ("with a relation to an object", linked("oleObject", "media/a.png", "Internal"), "objek"),
        ("with a relation outside", linked("externalLinkPath", "http://x.id/a.xlsx"), "luar"),
        ("with a picture outside", linked("image", "file://server/a.png"), "luar"),
        ("with an address that claims to be inside", linked("image", "http://x.id/a.png", "Internal"), "luar"),
        ("with a link that is a script", linked("hyperlink", "javascript:x"), "luar"),
        (
            "with entities",
            book("xl/x.xml", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
            "DOCTYPE",
        ),
        ("with broken XML", book("xl/x.xml", b"<a>"), "rusak"),
        ("with a path that leaves", book("../x.xml"), "folder"),
        ("with a part twice", book("xl/WORKBOOK.xml"), "dua kali"),
        ("that is a bomb", book("xl/x.xml", b" " * (20 << 20)), "mengembang"),
        ("with a file before it", PNG + BOOK, "gambar PNG"),
        ("with a workbook before it", BOOK + BOOK, "menempel"),
        ("with a script behind it", BOOK + b"<script>", "menempel"),
        ("without its list of types", uploads.repacked(BOOK, drop="[Content_Types].xml"), "rusak"),
        ("cut in the middle", BOOK[: len(BOOK) // 2], "rusak"),
        ("that is Word", WORD, "bukan Excel"),
        ("that is old or locked", OLE, "Simpan Sebagai"),
        ("that is text", b"uraian;pasal17\n", "bukan XLSX"),
    )
}
HOSTILE: dict[str, Row] = NAMES | PDFS | PICTURES | BOOKS
