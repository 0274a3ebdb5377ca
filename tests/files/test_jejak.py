"""What a file tells besides its pages is found, and taken off without touching the pages."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from app.files.jejak import ORIENTASI, bersih, jejak

RAHASIA = "KENARI-4711"


def pdf(*changes: str) -> bytes:
    """One page with a title, and what the changes put in besides."""
    writer, out = PdfWriter(), BytesIO()
    page = writer.add_blank_page(width=595, height=842)
    writer.add_metadata({"/Title": "SK"})
    for change in changes:
        if change == "penyusun":
            writer.add_metadata({"/Author": RAHASIA})
        elif change == "xmp":
            stream = DecodedStreamObject()
            stream.set_data(
                b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
                b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>'
                + RAHASIA.encode()
                + b"</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
            )
            stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
            writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
        elif change == "komentar":
            writer.add_annotation(0, Text(rect=(50, 550, 200, 650), text=RAHASIA))
        elif change == "lampiran":
            writer.add_attachment("rahasia.txt", RAHASIA.encode())
        elif change == "skrip":
            action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(RAHASIA)}
            writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
        elif change == "tersembunyi":
            stream = DecodedStreamObject()
            stream.set_data(b"BT 3 Tr /F1 9 Tf (" + RAHASIA.encode() + b") Tj ET")
            page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(out)
    return out.getvalue()


def photo(kind: str, *, turned: int = 1, told: bool = True) -> bytes:
    out, picture = BytesIO(), Image.effect_noise((40, 30), 50)
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        if told:
            info.add_text("Author", RAHASIA)
        picture.save(out, "PNG", pnginfo=info)
    else:
        exif = Image.Exif()
        if turned != 1:
            exif[ORIENTASI] = turned
        if told:
            exif[0x010E] = RAHASIA
        picture.save(out, "JPEG", exif=exif.tobytes() if len(exif) else b"", comment=RAHASIA.encode() if told else b"")
    return out.getvalue()


def everything(content: bytes) -> str:
    """All that a PDF holds, streams unpacked, pages or not."""
    reader = PdfReader(BytesIO(content))
    found = [repr(reader.metadata), str(reader.root_object)]
    for number in range(1, len(reader.xref[0]) + 1 if reader.xref else 1):
        one = reader.get_object(number)
        found.append(repr(one))
        if hasattr(one, "get_data"):
            found.append(one.get_data().decode("latin-1"))
    return "\n".join(found)


@pytest.mark.parametrize("change", ["penyusun", "xmp", "komentar", "lampiran", "skrip"])
def test_what_a_pdf_carries_besides_its_pages_is_found_and_taken_off(change: str) -> None:
    dirty = pdf(change)
    assert jejak(dirty) != []
    assert RAHASIA in everything(dirty)
    clean = bersih(dirty)
    assert jejak(clean) == []
    assert RAHASIA not in everything(clean)
    reader = PdfReader(BytesIO(clean))
    assert (len(reader.pages), (reader.metadata or {}).get("/Title")) == (1, "SK")


def test_hidden_text_cannot_be_taken_off_and_is_still_found() -> None:
    assert "tersembunyi" in jejak(bersih(pdf("tersembunyi")))[0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_loses_its_words_and_keeps_every_point(kind: str) -> None:
    dirty = photo(kind)
    assert jejak(dirty) != []
    clean = bersih(dirty)
    assert (jejak(clean), RAHASIA.encode() in clean) == ([], False)
    assert Image.open(BytesIO(clean)).tobytes() == Image.open(BytesIO(dirty)).tobytes()
    assert bersih(clean) == clean


def test_a_photo_that_lies_on_its_side_stays_turned() -> None:
    clean = bersih(photo("JPEG", turned=6))
    assert jejak(clean) == []
    assert dict(Image.open(BytesIO(clean)).getexif()) == {ORIENTASI: 6}
    assert jejak(photo("JPEG", turned=6, told=False)) == []


@pytest.mark.parametrize("content", [pdf(), photo("PNG", told=False), photo("JPEG", told=False), b"", b"PK\x03\x04"])
def test_a_clean_file_says_nothing(content: bytes) -> None:
    assert jejak(content) == []


@pytest.mark.parametrize("start", [b"%PDF-1.7 ", b"\xff\xd8\xff\xe1\x00", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_broken_files_are_refused_or_left_as_they_are(start: bytes) -> None:
    for end in range(0, 60, 7):
        broken = start + bytes(range(end))
        jejak(broken)
        bersih(broken)
    assert jejak(b"%PDF-1.7 rusak") != []
