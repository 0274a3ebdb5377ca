"""Makes PDFs that were blacked out, truly and falsely, as the programs of an office do it."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

NAMA = "Budi Santoso"
OPEN = "BT /F1 14 Tf 60 700 Td (Laporan surveilans triwulan ketiga) Tj ET"
SECRET = f"BT /F1 14 Tf 60 650 Td ({NAMA}) Tj ET"
COVER = "0 0 0 rg 50 640 200 30 re f"


def font() -> DictionaryObject:
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})


def picture(image: Image.Image) -> DecodedStreamObject:
    """A grey picture as an object of a page."""
    made = DecodedStreamObject()
    made.set_data(image.convert("L").tobytes())
    fields = {"/Width": image.width, "/Height": image.height, "/BitsPerComponent": 8}
    made.update({NameObject(key): NumberObject(value) for key, value in fields.items()})
    names = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceGray"}
    made.update({NameObject(key): NameObject(value) for key, value in names.items()})
    return made


def pdf(*pages: str, images: dict[str, Image.Image] | None = None, title: str = "", more: Any = None) -> bytes:
    """A PDF of A4 pages with these content streams; `more(writer)` adds to it before it is written."""
    writer = PdfWriter()
    for content in pages:
        page = writer.add_blank_page(595, 842)
        stream = DecodedStreamObject()
        stream.set_data(content.encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        shown = {NameObject(f"/{name}"): writer._add_object(picture(image)) for name, image in (images or {}).items()}
        page[NameObject("/Resources")] = DictionaryObject(
            {
                NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font())}),
                NameObject("/XObject"): DictionaryObject(shown),
            }
        )
    if title:
        writer.add_metadata({"/Title": title})
    if more is not None:
        more(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def scan(*, covered: bool) -> Image.Image:
    """The same page as a scanner gives it; `covered`: blacked out in the picture itself."""
    image = Image.new("L", (595, 842), 255)
    draw, letters = ImageDraw.Draw(image), ImageFont.load_default(16)
    draw.text((60, 130), "Laporan surveilans triwulan ketiga", 0, letters)
    draw.text((60, 180), NAMA, 0, letters)
    if covered:
        draw.rectangle((50, 172, 250, 202), fill=0)
    return image


def full_page(name: str) -> str:
    return f"q 595 0 0 842 0 0 cm /{name} Do Q"


def annotation(kind: str) -> Any:
    """Adds a black annotation over the secret, as comment tools do."""

    def add(writer: PdfWriter) -> None:
        box = ArrayObject([FloatObject(value) for value in (50, 640, 250, 670)])
        look = DecodedStreamObject()
        look.set_data(b"0 0 0 rg 0 0 200 30 re f")
        look.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
        look[NameObject("/BBox")] = ArrayObject([FloatObject(value) for value in (0, 0, 200, 30)])
        note = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject(kind)})
        note[NameObject("/Rect")] = box
        note[NameObject("/F")] = NumberObject(4)
        note[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(look)})
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])

    return add


def bookmarked(writer: PdfWriter) -> None:
    writer.add_outline_item(title=f"Data {NAMA}", page_number=0)


def orphan(writer: PdfWriter) -> None:
    """What an editor leaves that takes text off the page and not out of the file."""
    stream = DecodedStreamObject()
    stream.set_data(SECRET.encode())
    stream[NameObject("/Note")] = TextStringObject("lama")
    writer._add_object(stream)


def changed_later(content: bytes) -> bytes:
    """The same PDF with one page replaced by an incremental update: the state before stays in the file."""
    writer = PdfWriter(BytesIO(content), incremental=True)
    stream = DecodedStreamObject()
    stream.set_data(OPEN.encode())
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    out = BytesIO()
    writer.write(out)
    assert len(PdfReader(BytesIO(out.getvalue())).pages) == 1
    return out.getvalue()
