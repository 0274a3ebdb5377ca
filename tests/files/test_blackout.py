"""Is a black-out real? Real ones pass; each way to fake one is told with its page."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.errors import JenisSalah
from app.files import blackout
from app.files.blackout import lihat
from tests.files.blacked import (
    COVER,
    NAMA,
    OPEN,
    SECRET,
    annotation,
    bookmarked,
    changed_later,
    full_page,
    orphan,
    pdf,
    scan,
)

TRUE_SCAN, OPEN_SCAN = scan(covered=True), scan(covered=False)
BLACK = Image.new("L", (20, 20), 0)
STAMP = "q 200 0 0 30 50 640 cm /B Do Q"


def gaps(content: bytes) -> str:
    return "\n".join(lihat(content).celah)


@pytest.mark.parametrize(
    "content",
    [
        pdf(full_page("S"), images={"S": TRUE_SCAN}),
        pdf(f"{OPEN} {COVER}"),
        pdf(f"{COVER} 1 1 1 rg BT /F1 14 Tf 60 650 Td (DIHITAMKAN) Tj ET 0 g {OPEN}"),
        pdf(f"0.9 g 50 690 400 30 re f 0 g {OPEN}", OPEN),
        pdf(f"{full_page('S')} 0.8 G 1 w 40 40 500 700 re S", images={"S": TRUE_SCAN}),
        pdf(f"q 100 0 0 100 60 500 cm /S Do Q {OPEN} {COVER}", images={"S": TRUE_SCAN}),
        pdf(f"q 0 1 -1 0 800 0 cm {OPEN} Q {OPEN}"),
    ],
    ids=["a scan", "text taken out", "a word on the bar", "a grey field under text", "a frame", "a picture", "turned"],
)
def test_a_real_black_out_passes(content: bytes) -> None:
    seen = lihat(content)
    assert seen.celah == []
    assert NAMA not in "\n".join([*seen.halaman, seen.lain])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            pdf(OPEN, f"{OPEN} {SECRET} {COVER}"),
            f"Halaman 2 masih memuat teks yang tidak tampak: “{NAMA}”",
        ),
        (
            pdf(f"{OPEN} {SECRET} 0 0 0 rg 50 645 200 13 re f"),
            f"Halaman 1 masih memuat teks yang tidak tampak: “{NAMA}”",
        ),
        (pdf(f"{OPEN} 1 1 1 rg {SECRET}"), "teks yang tidak tampak"),
        (pdf(f"{OPEN} {SECRET} {STAMP}", images={"B": BLACK}), "teks yang tidak tampak"),
        (pdf(f"{OPEN} {SECRET} {full_page('S')}", images={"S": TRUE_SCAN}), "teks yang tidak tampak"),
        (pdf(f"{full_page('S')} 3 Tr {SECRET}", images={"S": TRUE_SCAN}), "teks yang tidak tampak"),
        (pdf(f"{full_page('S')} 3 Tr {OPEN} {SECRET}", images={"S": OPEN_SCAN}), "teks yang tidak tampak"),
        (pdf(f"{OPEN} q 1 0 0 1 900 0 cm {SECRET} Q"), "teks yang tidak tampak"),
        (pdf(f"{OPEN} q 0 0 10 10 re W n {SECRET} Q"), "teks yang tidak tampak"),
        (pdf(f"{OPEN} {SECRET}", more=annotation("/Square")), "Halaman 1 ditutup dengan anotasi (Square)"),
        (pdf(f"{OPEN} {SECRET}", more=annotation("/Redact")), "ditutup dengan anotasi (Redact)"),
        (pdf(f"{full_page('S')} {COVER}", images={"S": OPEN_SCAN}), "di bawah penutup"),
        (pdf(f"{full_page('S')} {STAMP}", images={"S": OPEN_SCAN, "B": BLACK}), "di bawah penutup"),
        (changed_later(pdf(f"{OPEN} {SECRET}")), "versi sebelum dihitamkan"),
        (pdf(OPEN, more=orphan), "isi lama"),
    ],
    ids=[
        *("a bar over text", "a low bar", "white", "under a picture", "under a scan", "an invisible layer"),
        *("the invisible layer of a scan", "beside the page", "cut off", "a comment", "a mark for redaction"),
        *("a bar over a scan", "a picture over a scan", "the version before", "an orphan"),
    ],
)
def test_a_fake_is_told_with_its_page(content: bytes, words: str) -> None:
    assert words in gaps(content)


def test_every_other_text_of_the_file_is_handed_out() -> None:
    seen = lihat(pdf(OPEN, title=f"Data {NAMA}", more=bookmarked))
    assert seen.lain.count(NAMA) == 2
    assert seen.halaman[0].strip() == "Laporan surveilans triwulan ketiga"


def test_too_many_pages_and_a_broken_file_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blackout, "HALAMAN_TERBANYAK", 1)
    with pytest.raises(JenisSalah, match="lebih dari 1 halaman"):
        lihat(pdf(OPEN, OPEN))
    with pytest.raises(JenisSalah, match="rusak"):
        lihat(b"%PDF-1.4 rusak %%EOF")


def test_an_ordinary_document_of_libreoffice_has_no_gap(tmp_path: Path, require: Callable[[str], str]) -> None:
    from docx import Document

    office = require("libreoffice")
    made, out = Document(), BytesIO()
    made.add_heading("Laporan surveilans", 1)
    for number in range(60):
        made.add_paragraph(f"Baris {number}: pasien rawat inap, ringkasan tanpa identitas; 1/7 l i j – “kutip”.")
    made.add_table(3, 3).style = "Table Grid"
    made.save(out)
    (tmp_path / "a.docx").write_bytes(out.getvalue())
    command = [office, f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True, timeout=120)
    seen = lihat((tmp_path / "a.pdf").read_bytes())
    assert seen.celah == []
    assert "Baris 59" in "\n".join(seen.halaman)
