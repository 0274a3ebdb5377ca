"""Hostile PDFs: those that act, carry files, lock themselves, or are something else as well."""

import io
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from tests.files import uploads

PDF, WORD, PNG = uploads.pdf(), uploads.docx(), uploads.png()
Row = tuple[str, bytes, str]


def _value(plain: Any) -> Any:
    """Plain Python as objects of a PDF: "/Nama" is a name, other text is text."""
    if isinstance(plain, dict):
        return DictionaryObject({NameObject(key): _value(value) for key, value in plain.items()})
    if isinstance(plain, list):
        return ArrayObject(map(_value, plain))
    if isinstance(plain, str):
        return NameObject(plain) if plain.startswith("/") else TextStringObject(plain)
    if isinstance(plain, bytes):
        return ByteStringObject(plain)
    return NumberObject(plain) if isinstance(plain, int) else plain


def pdf(root: dict[str, Any] | None = None, page: dict[str, Any] | None = None, stream: Any = None) -> bytes:
    """A PDF of one page with more in its root, on its page, or in a stream that the page names."""
    writer = PdfWriter()
    sheet = writer.add_blank_page(595, 842)
    writer.root_object.update(_value(root or {}))
    sheet.update(_value(page or {}))
    if stream is not None:
        item = StreamObject()
        item.update(_value(stream))
        sheet[NameObject("/Contents")] = writer._add_object(item)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def act(kind: str, **more: Any) -> dict[str, Any]:
    """An action of a PDF."""
    return {"/S": kind, **{f"/{key}": value for key, value in more.items()}}


def annotation(kind: str, **more: Any) -> bytes:
    """A page with one annotation of a kind."""
    return pdf(page={"/Annots": [{"/Type": "/Annot", "/Subtype": kind, **{f"/{k}": v for k, v in more.items()}}]})


def looped() -> bytes:
    """Pages that are their own children."""
    assert b"/Kids [ 4 0 R ]" in PDF
    return PDF.replace(b"/Kids [ 4 0 R ]", b"/Kids [ 2 0 R ]")


def deep() -> bytes:
    """Arrays a hundred thousand deep in the root."""
    at = PDF.index(b"/Type /Catalog")
    return PDF[:at] + b"/X " + b"[" * 100_000 + b"]" * 100_000 + b" " + PDF[at:]


def owner_only() -> bytes:
    """Opens without a password, but is locked for changes."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("", "rahasia")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


PDFS: dict[str, Row] = {
    f"a PDF {label}": ("sk.pdf", body, word)
    for label, body, word in (
        (
            "whose names hold a script",
            pdf({"/Names": {"/JavaScript": {"/Names": ["a", act("/JavaScript", JS="x")]}}}),
            "skrip",
        ),
        ("that runs a script when opened", pdf({"/OpenAction": act("/JavaScript", JS="x")}), "skrip"),
        ("with more actions of the document", pdf({"/AA": {"/WC": act("/JavaScript", JS="x")}}), "skrip"),
        ("with actions of a page", pdf(page={"/AA": {"/O": act("/JavaScript", JS="x")}}), "skrip"),
        ("with a script in bytes", pdf({"/OpenAction": {"/JS": b"x"}}), "skrip"),
        ("with a script behind a link", annotation("/Link", A=act("/JavaScript", JS="x")), "skrip"),
        (
            "with a script in the next action",
            annotation("/Link", A=act("/GoTo", Next=act("/JavaScript", JS="x"))),
            "skrip",
        ),
        ("that starts a program", pdf({"/OpenAction": act("/Launch", F="cmd.exe")}), "program"),
        ("with a program behind a link", annotation("/Link", A=act("/Launch", F="cmd.exe")), "program"),
        ("that sends a form", annotation("/Widget", A=act("/SubmitForm", F="http://x.id")), "mengirim"),
        ("that fetches data", pdf({"/OpenAction": act("/ImportData", F="a")}), "mengambil"),
        ("that opens another file", pdf({"/OpenAction": act("/GoToR", F="a.pdf")}), "file lain"),
        ("that opens an embedded file", pdf({"/OpenAction": act("/GoToE")}), "file lain"),
        ("with a thread elsewhere", pdf({"/OpenAction": act("/Thread", F="a")}), "file lain"),
        ("with a rendition", pdf({"/OpenAction": act("/Rendition")}), "media"),
        ("with a view of 3D", pdf({"/OpenAction": act("/GoTo3DView")}), "media"),
        ("with a link that is a script", annotation("/Link", A=act("/URI", URI="javascript:alert(1)")), "tautan"),
        ("with a link to a file", annotation("/Link", A=act("/URI", URI="file:///etc/passwd")), "tautan"),
        ("with a link to a program", annotation("/Link", A=act("/URI", URI=b"ms-msdt:/id x")), "tautan"),
        ("with a link of data", annotation("/Link", A=act("/URI", URI="data:text/html,x")), "tautan"),
        ("with an attachment", uploads.pdf(attach=True), "lampiran"),
        ("with an attachment on a page", annotation("/FileAttachment", FS={"/F": "a"}), "lampiran"),
        ("with a file in a specification", pdf({"/AF": [{"/Type": "/Filespec", "/EF": {"/F": 1}}]}), "lampiran"),
        ("that is a portfolio", pdf({"/Collection": {"/View": "/D"}}), "lampiran"),
        ("with a dynamic form", pdf({"/AcroForm": {"/XFA": ["a", "b"]}}), "XFA"),
        ("with rich media", annotation("/RichMedia"), "media"),
        ("with a film", annotation("/Movie"), "media"),
        ("with a screen", annotation("/Screen"), "media"),
        ("with a sound", annotation("/Sound"), "media"),
        ("with a body in 3D", annotation("/3D"), "media"),
        ("with PostScript", pdf(stream={"/Type": "/XObject", "/Subtype": "/PS"}), "PostScript"),
        ("with a stream of another file", pdf(stream={"/F": "/etc/passwd"}), "file lain"),
        ("with a filter of another file", pdf(stream={"/FFilter": "/FlateDecode"}), "file lain"),
        ("with a password", uploads.pdf(sandi="x"), "bersandi"),
        ("locked for changes", owner_only(), "bersandi"),
        ("with a package behind it", PDF + WORD, "data lain di belakang"),
        (
            "with a package in a remark",
            PDF.replace(b"%%EOF", b"%PK\x05\x06" + bytes(18) + b"\n%%EOF"),
            "data lain di belakang",
        ),
        ("with a web page behind it", PDF + b"<html><script>x</script>", "data lain di belakang"),
        ("with a program behind it", PDF + b"MZ\x90\0", "data lain di belakang"),
        ("with a second PDF without an end", PDF + b"%PDF-1.7\n", "data lain di belakang"),
        ("behind a picture", b"GIF89a" + PDF, "bukan PDF"),
        ("behind a line", b"\n" + PDF, "bukan PDF"),
        ("without its end", PDF.replace(b"%%EOF", b""), "terpotong"),
        ("cut in the middle", PDF[: len(PDF) // 2], "terpotong"),
        ("of a head alone", b"%PDF-1.7\n%%EOF", "rusak"),
        ("without pages", uploads.pdf(pages=0), "rusak"),
        ("whose pages are their own children", looped(), "rusak"),
        ("a hundred thousand arrays deep", deep(), "rusak"),
        ("that is a web page", b"<html><script>x</script></html>", "bukan PDF"),
        ("that is a picture", PNG, "gambar PNG"),
        ("that is Word", WORD, "Word atau Excel"),
        ("of nothing", b"", "kosong"),
    )
}
