"""Every paper opens in LibreOffice, becomes a PDF of a sane number of pages, and looks as its committed picture shows it."""

import os
import re
import resource
import subprocess

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from app.documents.render import render
from app.documents.vocabulary import CONTOH_NIHIL, VOCABULARY, sample
from tests.documents.looking import REFERENCE, TOLERANCE, difference, keep, picture
from tests.documents.reading import squeeze, template, with_rows
from tests.scale import FULL

PAGES = {  # sample data: at least, at most
    "usulan_daftar": (1, 3),
    "draft_daftar": (2, 3),
    "matriks_uji_konsekuensi": (3, 5),
    "berita_acara_klasifikasi": (2, 4),
    "nota_dinas": (1, 2),
    "hasil_pertimbangan": (2, 4),
    "surat_keputusan": (3, 4),
    "lampiran_terbatas": (1, 2),
    "tanda_bukti_unggah": (1, 2),
    "laporan_pendokumentasian": (4, 6),
    "lembar_kendali_sop": (1, 2),
    "surat_permintaan_usulan": (1, 2),
    "undangan": (1, 1),
    "daftar_hadir": (1, 1),
    "notulen": (1, 1),
    "lembar_pendapat": (2, 2),
    "nota_persetujuan": (1, 1),
    "surat_penyampaian_sk": (2, 2),
    "petikan_sk": (2, 3),
    "keputusan_perubahan": (2, 3),
    "label_boks": (1, 1),
    "surat_penolakan": (1, 2),
    "berita_acara_penyusutan": (1, 2),
}
LONG = "Ketidakterpisahkannyapertanggungjawaban" * 3


def text_on(page):
    """The text of a page; every piece of it begins inside the margins."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    places = []
    told = page.extract_text(visitor_text=lambda text, cm, tm, font, size: places.append((text, tm[4], tm[5])))
    outside = [
        place
        for place in places
        if place[0].strip() and not (40 < place[1] < width - 40 and 15 < place[2] < height - 15)
    ]
    assert not outside
    return told


@pytest.fixture(scope="module")
def office(require, tmp_path_factory):
    """Turns .docx files into PDF, all in one start of LibreOffice with a profile of its own."""
    program, folder = require("libreoffice"), tmp_path_factory.mktemp("pdf")

    def convert(papers, limit=240):
        for name, content in papers.items():
            (folder / f"{name}.docx").write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        files = [str(folder / f"{name}.docx") for name in papers]
        subprocess.run(
            [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
            check=True,
            capture_output=True,
            timeout=limit,
        )
        return {name: [text_on(page) for page in PdfReader(folder / f"{name}.pdf").pages] for name in papers}

    convert.folder = folder
    return convert


def papers():
    """All that is printed here: the sample data, as paper and as draft; a long table; nothing to declare; a long word."""
    found = {j: render(template(j), sample(j), jenis=j, title="Contoh") for j in VOCABULARY}
    for j in VOCABULARY:
        found[f"{j}_konsep"] = render(template(j), sample(j), jenis=j, konsep=True, title="Contoh")
    many = with_rows(sample("surat_keputusan"), 130)
    found["banyak"] = render(template("surat_keputusan"), many, jenis="surat_keputusan", title="Contoh")
    for j, given in CONTOH_NIHIL.items():
        found[f"{j}_nihil"] = render(template(j), sample(j, given), jenis=j, title="x")
    long = sample("lampiran_terbatas")
    long["kelompok"][0]["butir"][0]["uraian"] = LONG
    found["panjang"] = render(template("lampiran_terbatas"), long, jenis="lampiran_terbatas", title="x")
    return found


@pytest.fixture(scope="module")
def pages(office):
    """The text of each page of each of them, from one start of LibreOffice."""
    return office(papers())


@pytest.mark.parametrize("jenis", sorted(VOCABULARY))
def test_each_paper_has_a_sane_number_of_pages_and_every_page_its_mark_and_number(pages, jenis):
    told = pages[jenis]
    least, most = PAGES[jenis]
    assert least <= len(told) <= most
    mark = sample(jenis)["naskah"]["skkaad"].upper()
    for number, text in enumerate(told, 1):
        assert f"Halaman {number} dari {len(told)}" in squeeze(text)
        assert mark in text
        assert "Kode verifikasi" in text
        assert len(squeeze(text)) > 200


@pytest.mark.parametrize("jenis", sorted(VOCABULARY))
@pytest.mark.usefixtures("pages")
def test_each_paper_looks_as_its_committed_picture(office, jenis):
    now, path = picture(office.folder / f"{jenis}.pdf"), REFERENCE / f"{jenis}.png"
    if os.environ.get("GOLDEN") == "write":
        keep(now, path)
    share = difference(now, Image.open(path))
    assert share <= TOLERANCE, f"{share:.2%} of {jenis} differ; look at it, then GOLDEN=write"


def test_there_is_no_picture_without_a_paper_and_a_moved_block_is_noticed():
    assert {path.stem for path in REFERENCE.glob("*.png")} == set(VOCABULARY)
    page = Image.open(REFERENCE / "undangan.png")
    assert difference(page, page) == 0
    assert (
        difference(page, ImageChops.offset(page, 0, 1)) <= TOLERANCE < difference(page, ImageChops.offset(page, 0, 8))
    )


def test_drafts_say_konsep_on_every_page(pages):
    for jenis in VOCABULARY:
        told = pages[f"{jenis}_konsep"]
        assert told
        assert all("KONSEP: belum bernomor" in squeeze(text) for text in told)


def test_many_rows_repeat_the_head_on_every_page_and_the_signature_stands_at_the_end(pages):
    annex = pages["banyak"][2:]
    assert 5 <= len(annex) <= 25
    assert all("Alasan ringkas" in squeeze(text) for text in annex)
    assert "BUDI SANTOSO" in annex[-1]
    assert re.search(r"\b130\b", annex[-1])


@pytest.mark.proof
@pytest.mark.skipif(not FULL, reason="two thousand rows in one table take minutes; `make proof` prints them")
def test_a_new_table_every_hundred_rows_costs_less_than_a_third_of_one_long_table(office):
    jenis = "surat_keputusan"
    many = with_rows(sample(jenis), 2000)
    single = {**many, "kelompok": [{"butir": [row for table in many["kelompok"] for row in table["butir"]]}]}
    spent = []
    for name, context in (("tabel_seratus", many), ("tabel_satu", single)):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        office({name: render(template(jenis), context, jenis=jenis, title="Contoh")}, limit=1800)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert spent[0] <= 0.3 * spent[1], spent


def test_a_nihil_proposal_and_very_long_words_stay_on_the_paper(pages):
    assert "PERNYATAAN NIHIL" in squeeze("".join(pages["usulan_daftar_nihil"]))
    assert all(len(pages[name]) <= 3 for name in (*(f"{jenis}_nihil" for jenis in CONTOH_NIHIL), "panjang"))
    assert LONG in re.sub(r"\s", "", "".join(pages["panjang"]))
