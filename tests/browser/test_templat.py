"""A clerk changes the template of the decree: the next decree says it, the one before stays as it was and verifies."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from flask import Flask
from playwright.sync_api import Page

from app.documents.keeping import baca
from tests.browser.conftest import Heard, served
from tests.cases import Case, Office
from tests.documents.reading import docx_text
from tests.stages import at, case, dialect, office, stages  # noqa: F401  fixtures of this file alone

SK = "surat_keputusan"
OLD, NEW = "mulai berlaku pada tanggal ditetapkan", "berlaku sejak hari ditetapkan"
Visit = Callable[..., tuple[Page, Heard]]


@pytest.fixture
def house(one_app: Flask, office: Office) -> Iterator[str]:  # noqa: F811
    office.session.rollback()
    with served(one_app) as address:
        yield address


def edited(content: bytes) -> bytes:
    """What the clerk does in Word: a sentence changed, a placeholder added, which Word divides over two runs."""
    document = Document(io.BytesIO(content))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    run = next(r for cell in cells for p in cell.paragraphs for r in p.runs if OLD in r.text)
    run.text = run.text.replace(OLD, NEW)
    paragraph = document.paragraphs[-1].insert_paragraph_before()
    paragraph.add_run("Dicatat dengan kode {{ naskah.kode")
    paragraph.add_run("_verifikasi }}.").bold = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def decreed(office: Office, case: Case) -> str:  # noqa: F811
    """The decree of a case, signed; -> what it says."""
    office.move("utama", case, "tetapkan")
    office.sign(case, "utama", SK, "lampiran_terbatas")
    said = docx_text(baca(office.paper(case, SK).unggahan))
    office.session.rollback()
    return said


def second_case(office: Office) -> Case:  # noqa: F811
    """Another berkas, as far as the first one."""
    case = Case()  # noqa: F811
    office.gather(case, office.submit(case, "dinkes"))
    office.move("verifikator", case, "kaji")
    office.test(case)
    office.move("utama", case, "sampaikan")
    office.opine(case)
    office.move("ketua", case, "pertimbangkan")
    office.sign(case, "verifikator", "matriks_uji_konsekuensi", "berita_acara_klasifikasi", "nota_dinas")
    office.sign(case, "ketua", "hasil_pertimbangan")
    office.move("pimpinan", case, "setujui")
    office.session.rollback()
    return case


@at("siap_tetapkan")
def test_a_clerk_edits_a_second_person_activates_and_the_old_decree_still_verifies(
    visit: Visit,
    office: Office,  # noqa: F811
    case: Case,  # noqa: F811
    tmp_path: Path,
) -> None:
    before, old = decreed(office, case), office.paper(case, SK)
    token, number = old.token, old.nomor
    office.session.rollback()

    clerk, heard = visit("verifikator")
    clerk.goto("/templat/list/")
    row = clerk.get_by_role("row").filter(has_text="Surat keputusan").first
    with clerk.expect_download() as coming:
        row.get_by_role("link", name="Unduh", exact=True).click()
    content = coming.value.path().read_bytes()
    row.get_by_role("link", name="Unggah suntingan").click()
    clerk.get_by_label("Templat hasil suntingan").set_input_files(
        {"name": "sk suntingan.docx", "mimeType": "application/octet-stream", "buffer": edited(content)}
    )
    clerk.get_by_label("Apa yang diubah").fill("Kalimat mulai berlaku, dan kode di akhir.")
    clerk.get_by_role("button", name="Periksa dan simpan").click()
    clerk.wait_for_url("**/templat/show/*", timeout=120_000)
    assert NEW in clerk.get_by_role("region", name="Beda").inner_text()
    assert clerk.get_by_text("Mintalah rekan lain").is_visible()
    assert not clerk.get_by_role("button", name="Aktifkan").is_visible()
    with clerk.expect_download() as sample:
        clerk.get_by_role("link", name="Unduh contoh cetak (Word)").click()
    assert NEW in docx_text(sample.value.path().read_bytes())
    clerk.screenshot(path=tmp_path / "konsep.png", full_page=True)

    second, _ = visit("utama.baru")
    second.goto(clerk.url)
    second.get_by_label("Alasan").fill("Sesuai arahan biro hukum.")
    second.get_by_role("button", name="Aktifkan").click()
    second.get_by_text("Templat diaktifkan").wait_for(timeout=120_000)
    second.screenshot(path=tmp_path / "aktif.png", full_page=True)

    other = second_case(office)
    after = decreed(office, other)
    assert OLD in before
    assert NEW in after
    assert OLD not in after
    assert f"Dicatat dengan kode {office.paper(other, SK).isi['naskah']['kode_verifikasi']}." in after
    office.session.rollback()

    anyone, _ = visit(None)
    anyone.goto(f"/v/{token}")
    assert anyone.get_by_text("Berlaku: sudah ditandatangani").is_visible()
    assert anyone.get_by_text(number or "").first.is_visible()
    anyone.screenshot(path=tmp_path / "verifikasi.png", full_page=True)
    assert not heard.foreign
    assert not heard.console
