"""The check of uploads: sound files pass untouched; every spoilt one is refused with a way to mend it."""

import contextlib
import io
import random
import time
import tracemalloc
import zipfile

import pytest

from app.errors import JenisSalah, TerlaluBesar
from app.files.sniff import DOCX, UKURAN_TERBESAR, XLSX, periksa
from tests.files import uploads

WORD = uploads.docx()
LINK = "hyperlink"
EMPTY_ZIP = b"PK\x05\x06" + b"\0" * 18


@pytest.mark.parametrize(
    ("nama", "isi", "mime"),
    [
        ("SK.pdf", uploads.pdf(), "application/pdf"),
        ("SK.PDF", uploads.pdf(pages=3), "application/pdf"),
        ("usulan.docx", WORD, DOCX),
        ("usulan.xlsx", uploads.xlsx(), XLSX),
        ("kop.png", uploads.png(), "image/png"),
        ("pindai.jpg", uploads.jpeg(), "image/jpeg"),
        ("pindai.jpeg", uploads.jpeg() + b"data tambahan ponsel", "image/jpeg"),
        ("tautan.docx", uploads.with_relation(WORD, LINK, "https://ppid.bantenprov.go.id/"), DOCX),
        ("surel.docx", uploads.with_relation(WORD, LINK, "mailto:ppid@bantenprov.go.id"), DOCX),
        ("halaman.docx", uploads.with_field(WORD, " PAGE ", " MERGEFORMAT"), DOCX),
        ("rujuk.docx", uploads.with_field(WORD, ' HYPERLINK "https://contoh.id/LINK" '), DOCX),
    ],
)
def test_a_sound_file_passes_with_its_true_type(nama: str, isi: bytes, mime: str) -> None:
    assert periksa(nama, isi) == (mime, len(isi))


TYPES = uploads.part(WORD, "[Content_Types].xml")
BAD = {
    "no extension": ("usulan", WORD, "Unggah"),
    "a program": ("usulan.exe", b"MZ", "Unggah"),
    "two extensions": ("usulan.docx.html", b"<html>", "Unggah"),
    "no name": ("", WORD, "Ganti namanya"),
    "a line break in the name": ("a\r\nb.docx", WORD, "Ganti namanya"),
    "empty": ("kosong.pdf", b"", "kosong"),
    "an old or locked Word file": ("lama.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Simpan Sebagai"),
    "a picture called PDF": ("sk.pdf", uploads.png(), "gambar PNG"),
    "a web page called PDF": ("sk.pdf", b"<html><script>", "bukan PDF"),
    "something before the PDF": ("sk.pdf", b"GIF89a" + uploads.pdf(), "bukan PDF"),
    "a cut PDF": ("sk.pdf", uploads.pdf()[:400], "terpotong"),
    "only the head of a PDF": ("sk.pdf", b"%PDF-1.7\n%%EOF", "rusak"),
    "a PDF without pages": ("sk.pdf", uploads.pdf(pages=0), "rusak"),
    "a PDF with a password": ("sk.pdf", uploads.pdf(sandi="x"), "bersandi"),
    "a PDF with JavaScript": ("sk.pdf", uploads.pdf(open_action="/JavaScript"), "skrip"),
    "a PDF that launches": ("sk.pdf", uploads.pdf(open_action="/Launch"), "program"),
    "a PDF that sends a form": ("sk.pdf", uploads.pdf(open_action="/SubmitForm"), "mengirim"),
    "a PDF that opens another file": ("sk.pdf", uploads.pdf(open_action="/GoToR"), "berkas lain"),
    "a PDF with an attachment": ("sk.pdf", uploads.pdf(attach=True), "lampiran"),
    "a PDF with a package behind it": ("sk.pdf", uploads.pdf() + uploads.docx(), "menempel"),
    "a package of nothing": ("a.docx", b"PK\x03\x04" + EMPTY_ZIP, "rusak"),
    "a cut Word file": ("a.docx", WORD[: len(WORD) // 2], "rusak"),
    "a workbook called Word": ("a.docx", uploads.xlsx(), "bukan Word"),
    "a Word file called Excel": ("a.xlsx", WORD, "bukan Excel"),
    "no list of types": ("a.docx", uploads.repacked(WORD, drop="[Content_Types].xml"), "rusak"),
    "a macro": ("a.docx", uploads.repacked(WORD, {"word/vbaProject.bin": b"x"}), "makro"),
    "a macro type": (
        "a.docx",
        uploads.repacked(
            WORD,
            {
                "[Content_Types].xml": TYPES.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            },
        ),
        "makro",
    ),
    "an embedded object": ("a.docx", uploads.repacked(WORD, {"word/embeddings/oleObject1.bin": b"x"}), "objek"),
    "an ActiveX control": ("a.docx", uploads.repacked(WORD, {"word/activeX/activeX1.xml": b"<a/>"}), "objek"),
    "a template from outside": (
        "a.docx",
        uploads.with_relation(WORD, "attachedTemplate", "http://x.id/a.dotm"),
        "luar",
    ),
    "a picture from outside": ("a.docx", uploads.with_relation(WORD, "image", "http://x.id/a.png"), "luar"),
    "a link to a share": ("a.docx", uploads.with_relation(WORD, LINK, "file://server/a"), "luar"),
    "a link that is a script": ("a.docx", uploads.with_relation(WORD, LINK, "javascript:x"), "luar"),
    "a foreign part": ("a.docx", uploads.with_relation(WORD, "aFChunk", "x.html", "Internal"), "objek"),
    "a DDE field": ("a.docx", uploads.with_field(WORD, " DD", "EAUTO c:\\\\x "), "luar"),
    "a field that includes": ("a.docx", uploads.with_field(WORD, ' includetext "http://x.id" '), "luar"),
    "a workbook of links": ("a.xlsx", uploads.repacked(uploads.xlsx(), {"xl/externalLinks/e.xml": b"<a/>"}), "luar"),
    "entities": (
        "a.docx",
        uploads.repacked(
            WORD, {"word/document.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}
        ),
        "DOCTYPE",
    ),
    "broken XML": ("a.docx", uploads.repacked(WORD, {"word/document.xml": b"<w:document>"}), "rusak"),
    "a path that leaves": ("a.docx", uploads.repacked(WORD, {"../../x.xml": b"<a/>"}), "folder"),
    "a bomb": ("a.docx", uploads.repacked(WORD, {"word/x.xml": b" " * (20 << 20)}), "mengembang"),
    "a broken PNG": ("a.png", uploads.png()[:-3], "rusak"),
    "a PNG with a wrong sum": ("a.png", uploads.png().replace(b"IDAT", b"IDAU"), "rusak"),
    "a giant PNG": ("a.png", uploads.png(20_000, 2), "titik"),
    "a PNG with a tail": ("a.png", uploads.png() + b"<script>", "menempel"),
    "a cut JPEG": ("a.jpg", uploads.jpeg()[:-2], "rusak"),
    "a giant JPEG": ("a.jpg", uploads.jpeg(20_000, 1), "titik"),
    "only the head of a JPEG": ("a.jpg", b"\xff\xd8\xff\xe0", "rusak"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_spoilt_file_is_refused_with_a_way_to_mend_it(kind: str) -> None:
    nama, isi, kata = BAD[kind]
    with pytest.raises(JenisSalah) as refusal:
        periksa(nama, isi)
    assert kata in refusal.value.pesan
    assert refusal.value.pesan.count(".") >= 2, "a sentence says what is wrong, another how to mend it"


def test_a_type_that_this_place_does_not_take_is_refused_though_sound() -> None:
    with pytest.raises(JenisSalah, match="Unggah PDF"):
        periksa("usulan.docx", WORD, boleh=("pdf",))


def test_a_file_over_the_limit_is_refused_before_it_is_opened() -> None:
    with pytest.raises(TerlaluBesar):
        periksa("besar.pdf", b"%PDF-" + b"0" * UKURAN_TERBESAR)


def lying_bomb() -> bytes:
    """A package whose table of contents promises ten bytes for a part of 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        with package.open("word/x.xml", "w") as part:
            for _ in range(300):
                part.write(b"\0" * (1 << 20))
        real = package.getinfo("word/x.xml").file_size
    return out.getvalue().replace(real.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def test_a_bomb_that_lies_about_its_size_is_stopped_early() -> None:
    isi = lying_bomb()
    tracemalloc.start()
    begun = time.process_time()
    with pytest.raises(JenisSalah):
        periksa("bom.docx", isi)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - begun < 10
    assert peak < 300 << 20


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.docx", WORD),
        ("a.xlsx", uploads.xlsx()),
        ("a.pdf", uploads.pdf()),
        ("a.png", uploads.png()),
        ("a.jpg", uploads.jpeg()),
    ],
)
def test_mutants_are_refused_or_sound_and_never_crash_the_check(nama: str, isi: bytes) -> None:
    dice = random.Random(nama)
    for _ in range(200):
        mutant = bytearray(isi)
        for _ in range(dice.randint(1, 8)):
            mutant[dice.randrange(len(mutant))] = dice.randrange(256)
        if dice.random() < 0.2:
            del mutant[dice.randrange(len(mutant)) :]
        with contextlib.suppress(JenisSalah):
            assert periksa(nama, bytes(mutant)).ukuran == len(mutant)
