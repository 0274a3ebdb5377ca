"""Pictures of papers: the first and the last page, small and grey, and how far two of them differ."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

REFERENCE = Path(__file__).parent / "reference"
DPI = 50
# Another version of LibreOffice or of the fonts (Liberation stands in for Arial) hints letters otherwise and may move a
# line by a pixel: so ink counts as missing only when the other picture has none within a pixel of it, give or take a
# fifth of its grey. This share of the page may be so.
GREY, TOLERANCE = 51, 0.003


def picture(pdf: Path) -> Image.Image:
    """The first page and, when there are more, the last one beside it."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[place].render(scale=DPI / 72, grayscale=True).to_pil() for place in {0, len(document) - 1}]
    document.close()
    whole = Image.new("L", (sum(page.width for page in pages), max(page.height for page in pages)), 255)
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width
    return whole


def keep(shown: Image.Image, path: Path) -> None:
    """Write a picture in sixteen greys: a few kilobytes."""
    shown.quantize(16).save(path, optimize=True)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels whose ink the other picture lacks, both ways; 1 when the sizes differ."""
    if one.size != other.size:
        return 1.0
    plain = [shown.convert("L") for shown in (one, other)]
    spread = [shown.filter(ImageFilter.MinFilter(3)) for shown in plain]
    lacking = (ImageChops.subtract(spread[k], plain[1 - k]).histogram() for k in (0, 1))
    return sum(sum(counts[GREY + 1 :]) for counts in lacking) / (one.width * one.height)
