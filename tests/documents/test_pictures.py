"""The QR in the footer is that of the paper, a draft has none, and an emblem keeps its proportions."""

import io
import re
import zipfile

import pytest
import segno

from app.documents.pictures import LAMBANG, TALLEST, kosong, qr, ukuran_png
from app.documents.render import render
from app.documents.vocabulary import VOCABULARY, sample
from tests.documents.reading import changed, template

ALAMAT = "https://sidik.contoh.go.id/v/7Q2MK9TD4XWB"


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def emblem(version: int) -> bytes:
    out = io.BytesIO()
    segno.make("A", version=version, micro=False).save(out, kind="png", scale=4)
    return out.getvalue()


@pytest.mark.parametrize("jenis", sorted(VOCABULARY))
def test_every_footer_shows_the_qr_of_this_very_paper(jenis: str) -> None:
    printed = render(template(jenis), sample(jenis), jenis=jenis, title="Contoh")
    assert part(printed, "word/media/qr.png") == qr(ALAMAT, "")
    assert b"QR_VERIFIKASI" in part(printed, "word/footer1.xml")


def test_without_an_address_the_qr_holds_the_code() -> None:
    assert qr("/v/7Q2M", "7Q2M-K9TD") == qr("", "7Q2M-K9TD") != qr(ALAMAT, "7Q2M-K9TD")


def test_a_draft_shows_no_qr_even_where_a_clerk_took_the_condition_away() -> None:
    always = changed(
        template("nota_dinas"),
        "word/footer1.xml",
        lambda xml: re.sub(r"<w:p><w:r><w:t>\{%p (if|else|endif).*?</w:p>", "", xml),
    )
    for given in (template("nota_dinas"), always):
        draft = render(given, sample("nota_dinas"), jenis="nota_dinas", konsep=True, title="Konsep")
        assert part(draft, "word/media/qr.png") == kosong()
    assert b"QR_VERIFIKASI" in part(draft, "word/footer1.xml")


def test_word_may_rename_the_picture() -> None:
    content = template("nota_dinas")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            body = archive.read(name).replace(b"media/qr.png", b"media/image7.png")
            copy.writestr(name.replace("media/qr.png", "media/image7.png"), body)
    printed = render(out.getvalue(), sample("nota_dinas"), jenis="nota_dinas", title="Contoh")
    assert part(printed, "word/media/image7.png") == qr(ALAMAT, "")


def test_an_emblem_stands_in_the_letterhead_in_its_own_proportions() -> None:
    picture = emblem(3)
    context = sample("nota_dinas", {"instansi": {"lambang": True}})
    printed = render(template("nota_dinas"), context, jenis="nota_dinas", title="Contoh", gambar={LAMBANG: picture})
    assert part(printed, "word/media/lambang.png") == picture
    body = part(printed, "word/document.xml").decode()
    assert "Lambang" not in re.sub(r"<[^>]*>", "", body)
    found = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"/><wp:docPr id="902"', body)
    assert found
    width, height = int(found[1]), int(found[2])
    across, down = ukuran_png(picture)
    assert abs(width / height - across / down) < 0.01
    assert height <= TALLEST


def test_without_an_emblem_its_place_stays() -> None:
    printed = render(template("nota_dinas"), sample("nota_dinas"), jenis="nota_dinas", title="Contoh")
    assert LAMBANG.encode() not in part(printed, "word/document.xml")
