"""Is the black-out of a PDF real? Shows each page with and without its parts, and tells what is there but cannot be seen.

It knows nothing of what was to be blacked out: it answers with all texts that can be taken out, and with the gaps.
"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from math import sin, sqrt
from threading import Lock
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from app.errors import JenisSalah
from app.files.pdf import RUSAK

HALAMAN_TERBANYAK = 300
SCALE, PIXELS_AT_MOST = 2.0, 4_000_000
VISIBLE = 16  # of 255: a letter that changes its place by less cannot be read
THIN = 3  # pixels
BLOCK = 4  # pixels: a cover is looked at in blocks, so that thin lines over a picture count as none
COVERED, STRUCTURE, FLAT, BLOCKS = 40, 24, 4, 4
IMAGES_LOOKED_UNDER = 20
OBJECTS_LOOKED_AT = 100_000
DEPTH = 15
ULANG = "Hitamkan pada dokumen aslinya, lalu cetak atau pindai halaman itu menjadi PDF baru."
# What a page or the file must not carry along: each may hold the state before the black-out.
SIMPANAN = {
    "/PieceInfo": "data dari aplikasi pembuatnya",
    "/Thumb": "gambar kecil halaman",
    "/OCProperties": "lapisan yang dapat ditampilkan lagi",
    "/Alternates": "gambar pengganti",
}
Box = tuple[float, float, float, float]  # left, bottom, right, top, in points of the page
_COVERS = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
_ONE_AT_A_TIME = Lock()  # PDFium serves one thread


class Dilihat(NamedTuple):
    """What was seen: the text of each page, every other text of the file, and a sentence for each gap."""

    halaman: list[str]
    lain: str
    celah: list[str]


def lihat(isi: bytes) -> Dilihat:
    """Look at a PDF that `sniff.periksa` has accepted. JenisSalah when it cannot be shown or is too long."""
    try:
        other, gaps = _berkas(isi)
        with _ONE_AT_A_TIME, pdfium.PdfDocument(isi) as document:
            if len(document) > HALAMAN_TERBANYAK:
                raise JenisSalah(
                    f"PDF ini lebih dari {HALAMAN_TERBANYAK} halaman. Pecah, lalu unggah bagian yang perlu."
                )
            texts = [_halaman(document, number, gaps) for number in range(len(document))]
    except JenisSalah:
        raise
    except Exception as fault:  # whatever a hostile file makes the readers raise: it is no good PDF
        raise JenisSalah(RUSAK) from fault
    return Dilihat(texts, other, gaps)


def _berkas(isi: bytes) -> tuple[str, list[str]]:
    """(every text beside the pages' own, gaps) of the file as a whole."""
    reader = PdfReader(BytesIO(isi))
    gaps = []
    if isi.count(b"startxref") > (2 if b"/Linearized" in isi[:2048] else 1):
        gaps.append(f"PDF ini masih menyimpan versi sebelum dihitamkan. {ULANG}")
    reached, texts = _reached(reader.trailer, gaps)
    known = {number for table in (*reader.xref.values(), reader.xref_objStm) for number in table}
    for number in sorted(known - reached - {0}):
        left = reader.get_object(number)
        if isinstance(left, StreamObject) and left.get("/Type") not in ("/XRef", "/ObjStm"):
            gaps.append(f"PDF ini masih menyimpan isi lama yang tidak dipakai lagi. {ULANG}")
            break
    for number, page in enumerate(reader.pages, 1):
        kinds = {str(note.get_object().get("/Subtype")) for note in page.get("/Annots") or ()} - {"/Link"}
        if kinds:
            gaps.append(
                f"Halaman {number} ditutup dengan anotasi ({', '.join(sorted(kind[1:] for kind in kinds))}), "
                f"yang dapat dipindahkan pembaca. {ULANG}"
            )
    return "\n".join(texts), gaps


def _reached(root: Any, gaps: list[str]) -> tuple[set[int], list[str]]:
    """(numbers of all objects that can be reached, every text in them), with the gaps they open."""
    queue, reached, texts = [root], set(), []
    while queue:
        item = queue.pop()
        if hasattr(item, "idnum"):
            if item.idnum in reached:
                continue
            reached.add(item.idnum)
            item = item.get_object()
        if isinstance(item, str) and not item.startswith("/"):
            texts.append(str(item))
        elif isinstance(item, ArrayObject):
            queue += item
        elif isinstance(item, DictionaryObject):
            queue += [item.raw_get(key) for key in item]
            gaps += [f"PDF ini memuat {what}. {ULANG}" for key, what in SIMPANAN.items() if key in item]
            if isinstance(item, StreamObject) and item.get("/Type") == "/Metadata":
                texts.append(item.get_data().decode("utf-8", "replace"))
    return reached, texts


def _halaman(document: Any, number: int, gaps: list[str]) -> str:
    """All text of a page; what it hides is told in `gaps`."""
    page = document[number]
    try:
        look = _Halaman(page)
        hidden, place = look.tersembunyi(), look.tertutup()
        if hidden:
            gaps.append(f"Halaman {number + 1} masih memuat teks yang tidak tampak: “{hidden}”. {ULANG}")
        if place is not None:
            across, down = place
            gaps.append(
                f"Halaman {number + 1}: di bawah penutup (sekitar {across:.0f} cm dari kiri, {down:.0f} cm dari atas) "
                f"masih ada gambar atau tulisan. {ULANG}"
            )
        return look.teks
    finally:
        page.close()


class _Halaman:
    """One page as a picture: whole, and without some of its parts."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.textpage = page.get_textpage()
        self.teks: str = self.textpage.get_text_range()
        width, height = page.get_size()
        self.scale = min(SCALE, sqrt(PIXELS_AT_MOST / max(width * height, 1)))
        self.parts: dict[int, list[Any]] = {}
        for count, part in enumerate(page.get_objects(max_depth=DEPTH)):
            if count > OBJECTS_LOOKED_AT:
                raise JenisSalah(RUSAK)
            self.parts.setdefault(part.type, []).append(part)
        self.texts = self.parts.get(raw.FPDF_PAGEOBJ_TEXT, [])

    def gambar(self) -> tuple[Image.Image, Callable[[float, float], tuple[int, int]]]:
        """(the page in grey as it is now, where a point of the page lies in it)."""
        bitmap = self.page.render(scale=self.scale, grayscale=True, draw_annots=True)
        return bitmap.to_pil().copy(), bitmap.get_posconv(self.page).to_bitmap

    def tanpa(self, parts: Sequence[Any]) -> Image.Image:
        """The page without these parts."""
        for part in parts:
            raw.FPDFPageObj_SetIsActive(part.raw, False)
        try:
            return self.gambar()[0]
        finally:
            for part in parts:
                raw.FPDFPageObj_SetIsActive(part.raw, True)

    def tersembunyi(self) -> str:
        """The beginning of the text that could be taken away without the page looking any different."""
        if not self.teks.strip():
            return ""
        whole, place = self.gambar()
        changed = ImageChops.difference(whole, self.tanpa(self.texts))
        found: list[str] = []
        gap = False
        for letter, box, turned in self._huruf():
            if box is None:
                found += [" "] if found and not gap else []
            elif _seen(changed, place, _middle(box, turned)):
                gap = bool(found)
            elif len(found) < 60:
                found += [" … ", letter] if gap else [letter]
                gap = False
        return " ".join("".join(found).split())

    def _huruf(self) -> Iterator[tuple[str, Box | None, bool]]:
        """Every letter and digit with its box on the page, and whether it lies on its side; a space has no box."""
        for number in range(self.textpage.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(self.textpage, number))
            if letter.isspace():
                yield letter, None, False
            elif letter.isalnum() and raw.FPDFText_IsGenerated(self.textpage, number) != 1:
                box = self.textpage.get_charbox(number)
                good = box[2] - box[0] > 0.1 and box[3] - box[1] > 0.1
                turned = abs(sin(raw.FPDFText_GetCharAngle(self.textpage, number))) > 0.7
                yield letter, box if good else self.textpage.get_charbox(number, loose=True), turned

    def tertutup(self) -> tuple[float, float] | None:
        """Where (cm from the left, from the top) a picture goes on under what covers it, or None."""
        images = self.parts.get(raw.FPDF_PAGEOBJ_IMAGE, [])
        covers = [part for kind in _COVERS for part in self.parts.get(kind, ())]
        lifted = [covers] if images and covers else []
        lifted += [[image] for image in images[:IMAGES_LOOKED_UNDER] if _overlaps(image, images)]
        if not lifted:
            return None
        bare = self.tanpa(self.texts)
        for parts in lifted:
            place = _beneath(bare, self.tanpa([*self.texts, *parts]))
            if place is not None:
                return place[0] / self.scale / 72 * 2.54, place[1] / self.scale / 72 * 2.54
        return None


def _middle(box: Box, turned: bool) -> Box:
    """The middle half of a letter's height, where each has some ink: a cover may leave its feet or its top free."""
    left, bottom, right, top = box
    if turned:
        return left + (right - left) / 4, bottom, right - (right - left) / 4, top
    return left, bottom + (top - bottom) / 4, right, top - (top - bottom) / 4


def _seen(changed: Image.Image, place: Callable[[float, float], tuple[int, int]], box: Box) -> bool:
    """Does the page change within this box?"""
    (x1, y1), (x2, y2) = place(box[0], box[3]), place(box[2], box[1])
    wide, high = abs(x2 - x1) < THIN, abs(y2 - y1) < THIN  # a thin letter may be drawn a pixel beside its box
    left, top = max(min(x1, x2) - wide, 0), max(min(y1, y2) - high, 0)
    right, bottom = min(max(x1, x2) + 1 + wide, changed.width), min(max(y1, y2) + 1 + high, changed.height)
    if left >= right or top >= bottom:
        return False  # beside the page
    brightest: Any = changed.crop((left, top, right, bottom)).getextrema()[1]
    return bool(brightest >= VISIBLE)


def _overlaps(image: Any, others: Sequence[Any]) -> bool:
    left, bottom, right, top = image.get_bounds()
    boxes = [other.get_bounds() for other in others if other is not image]
    return any(left < box[2] and box[0] < right and bottom < box[3] and box[1] < top for box in boxes)


def _beneath(shown: Image.Image, lifted: Image.Image) -> tuple[float, float] | None:
    """The place where lifting a part lays a picture bare, in pixels; a flat colour beneath is none."""
    cover = _blocks(ImageChops.difference(shown, lifted), COVERED).filter(ImageFilter.MinFilter(3))
    richer = _blocks(lifted.filter(ImageFilter.FIND_EDGES), STRUCTURE)
    flat = ImageChops.invert(_blocks(shown.filter(ImageFilter.FIND_EDGES), FLAT))
    hidden = ImageChops.multiply(ImageChops.multiply(cover, richer), flat)
    box = hidden.getbbox()
    if box is None or hidden.histogram()[255] < BLOCKS:
        return None
    return (box[0] + box[2]) / 2 * BLOCK, (box[1] + box[3]) / 2 * BLOCK


def _blocks(picture: Image.Image, least: int) -> Image.Image:
    """The picture in blocks: white where their mean is at least so much, else black."""
    return picture.reduce(BLOCK).point([255 if value >= least else 0 for value in range(256)])
