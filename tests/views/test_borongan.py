"""Papers in bulk at a browser: the zip with its manifest, its rows and its log; the PDF that is made a few papers at a time."""

import csv
import hashlib
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import func, select

from app import models as m
from app.documents.keeping import simpan
from app.extensions import db
from app.steps import borongan
from tests.api.cases import Perkara
from tests.documents.test_gabung import source
from tests.scale import scale
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
SEMUA = "/naskah-borongan"


def papers(perkara: Perkara, agency: str, number: int, *, start: int = 1, times: int = 40) -> list[str]:
    """Issued proposals of one agency, written straight into the tables; -> the SHA-256 of their files."""
    session, sums = db.session, []
    owner = session.get_one(m.Usulan, perkara[f"usulan.{agency}"]).perangkat_daerah_id
    for n in range(start, start + number):
        body = f"PK naskah {agency} {n}|".encode() * times
        kept = simpan(session, body, nama=f"{n}.docx", mime="application/docx", officer_id=None)
        row = m.NomorNaskah(pola="p", jenis="usulan_daftar", unit=agency, tahun=2026, urut=n, nomor=f"{n}/{agency}/26")
        row.status = "dipakai"
        session.add(row)
        session.flush()
        paper = m.Naskah(
            usulan_id=perkara[f"usulan.{agency}"],
            perangkat_daerah_id=owner,
            jenis="usulan_daftar",
            nomor=row.nomor,
            nomor_naskah_id=row.id,
            tanggal=db.session.get_one(m.Rapat, perkara["rapat"]).tanggal,
            perihal="=Usulan daftar",
            templat_sha256="0" * 64,
            isi={},
            unggahan_id=kept.id,
            sha256=kept.sha256,
            token=f"{agency}{n:016d}".upper(),
        )
        session.add(paper)
        sums.append(kept.sha256)
    session.commit()
    return sums


@pytest.fixture
def issued(app: Flask, kasus: Perkara) -> dict[str, list[str]]:
    with app.app_context():
        return {agency: papers(kasus, agency, number) for agency, number in (("dinkes", 3), ("bkd", 2))}


def readings(app: Flask) -> int:
    with app.app_context():
        query = select(func.count()).select_from(m.Peristiwa).where(m.Peristiwa.verb == "unduh")
        return int(db.session.scalar(query) or 0)


def opened(answer: Any) -> tuple[list[list[str]], dict[str, bytes]]:
    """(rows of the manifest, files) of a zip, after checking its sums."""
    assert answer.status_code == 200, answer.text
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    bundle = zipfile.ZipFile(io.BytesIO(answer.data))
    assert bundle.testzip() is None
    files = {name: bundle.read(name) for name in bundle.namelist()}
    rows = list(csv.reader(io.StringIO(files.pop("MANIFES.csv").decode("utf-8-sig"))))
    for line in files.pop("SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256(files[name]).hexdigest() == digest
    return rows[1:], files


def test_all_papers_of_a_berkas_come_as_one_zip_with_a_manifest_and_each_reading_is_logged(
    app: Flask, browse: Browse, kasus: Perkara, issued: dict[str, list[str]]
) -> None:
    utama = browse("utama")
    page = utama.get(f"{SEMUA}/?berkas={kasus['berkas']}")
    assert "5 file" in text(page)
    before = readings(app)
    rows, files = opened(utama.get(f"{SEMUA}/zip?berkas={kasus['berkas']}"))
    assert [row[2] for row in rows] == issued["dinkes"] + issued["bkd"]
    assert {row[1] for row in rows} == set(files)
    assert not any(cell.startswith("=") for row in rows for cell in row)
    assert readings(app) == before + 5


def test_the_zip_holds_only_the_rows_of_whoever_asks(
    browse: Browse, kasus: Perkara, issued: dict[str, list[str]]
) -> None:
    rows, _ = opened(browse("petugas.dinkes").get(f"{SEMUA}/zip"))
    assert [row[2] for row in rows] == issued["dinkes"]
    assert browse("petugas.lepas").get(f"{SEMUA}/zip").status_code == 422
    assert browse("petugas.lepas").get(f"{SEMUA}/?berkas={kasus['berkas']}").status_code == 404
    for stranger in ("tamu", "admin"):
        assert browse(stranger).get(f"{SEMUA}/zip").status_code == 403


def test_a_filter_chooses_papers_and_nonsense_is_refused(browse: Browse, issued: dict[str, list[str]]) -> None:
    utama = browse("utama")
    rows, _ = opened(utama.get(f"{SEMUA}/zip?cari=2/bkd&jenis=usulan_daftar&status=terbit&isi=docx"))
    assert [row[2] for row in rows] == [issued["bkd"][1]]
    assert utama.get(f"{SEMUA}/zip?cari=%25").status_code == 422
    assert "Longgarkan" in text(utama.get(f"{SEMUA}/?cari=tidakada"))
    for odd, status in (("jenis=x", 400), ("status=x", 400), ("isi=x", 422), ("berkas=0", 404), ("berkas=x", 404)):
        assert utama.get(f"{SEMUA}/zip?{odd}").status_code == status, odd


def test_a_broken_download_goes_on_where_it_stopped(browse: Browse, issued: dict[str, list[str]]) -> None:
    utama = browse("utama")
    whole = utama.get(f"{SEMUA}/zip")
    mark = whole.headers["ETag"]
    for start in (1, 700, len(whole.data) - 1):
        headers = {"Range": f"bytes={start}-", "If-Range": mark}
        rest = utama.get(f"{SEMUA}/zip", headers=headers)
        assert rest.status_code == 206
        assert rest.headers["Content-Range"] == f"bytes {start}-{len(whole.data) - 1}/{len(whole.data)}"
        assert whole.data[:start] + rest.data == whole.data
    for headers in ({"Range": "bytes=9-", "If-Range": '"lain"'}, {"Range": "bytes=5-8"}, {"Range": "bytes=x"}):
        assert utama.get(f"{SEMUA}/zip", headers=headers).data == whole.data


def test_withdrawn_papers_lie_apart_and_a_lost_file_never_passes_for_a_whole_zip(
    app: Flask, browse: Browse, issued: dict[str, list[str]]
) -> None:
    with app.app_context():
        first = db.session.scalars(select(m.Naskah).where(m.Naskah.sha256 == issued["dinkes"][0])).one()
        first.status = "dicabut"
        db.session.commit()
        folder = borongan.baca.__globals__["gudang"]()
        path = folder.path(issued["bkd"][0])
    utama = browse("utama")
    rows, _ = opened(utama.get(f"{SEMUA}/zip"))
    assert [row[1].split("/")[1] for row in rows if row[2] == issued["dinkes"][0]] == ["dicabut"]
    path.chmod(0o640)
    path.write_bytes(b"x")
    with pytest.raises(Exception, match="tempat penyimpanan"):
        assert utama.get(f"{SEMUA}/zip").data


def test_one_pdf_is_made_a_few_papers_at_a_time_and_goes_on_where_it_stopped(
    app: Flask, browse: Browse, issued: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[int] = []

    def convert(papers: list[bytes]) -> list[bytes]:
        runs.append(len(papers))
        return [source(paper.split(b"|")[0].decode()) for paper in papers]

    monkeypatch.setattr(borongan, "ke_pdf_banyak", convert)
    monkeypatch.setattr(borongan.siapkan, "__defaults__", (2,))
    monkeypatch.setattr("app.views.borongan.pengubah", lambda: "soffice")
    utama = browse("utama")
    assert utama.get(f"{SEMUA}/pdf").status_code == 503
    for told in ("2 dari 5", "4 dari 5", "Semua 5 PDF siap"):
        page = utama.follow(utama.send(f"{SEMUA}/"))
        assert told in text(page)
        assert ("data-lanjut" in page.text) == ("dari" in told)
    assert runs == [2, 2, 1]
    before = readings(app)
    answer = utama.get(f"{SEMUA}/pdf")
    assert answer.mimetype == "application/pdf"
    merged = PdfReader(io.BytesIO(answer.data), strict=True)
    assert [page.extract_text() for page in merged.pages] == [f"PK naskah {a} {n}" for a, n in _order()]
    assert [mark.title.split(",")[0].rsplit(" ", 1)[1] for mark in merged.outline] == [
        f"{n}/{a}/26" for a, n in _order()
    ]
    assert readings(app) == before + 5


def _order() -> list[tuple[str, int]]:
    return [("dinkes", 1), ("dinkes", 2), ("dinkes", 3), ("bkd", 1), ("bkd", 2)]


def test_without_libreoffice_the_page_says_so(
    browse: Browse, issued: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.views.borongan.pengubah", lambda: None)
    assert "LibreOffice tidak ada" in text(browse("utama").get(f"{SEMUA}/"))


@pytest.mark.proof
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # the stream is the same on both
def test_many_papers_leave_as_one_stream_in_little_memory(app: Flask, browse: Browse, kasus: Perkara) -> None:
    """Together they are more than twice as long as the memory that is allowed, and more than two windows of rows."""
    number = scale(450, full=2000)
    with app.app_context():
        papers(kasus, "dinkes", number, times=5000)
    utama = browse("utama")
    tracemalloc.start()
    answer = utama.client.get(f"{SEMUA}/zip", buffered=False)
    length = sum(len(piece) for piece in answer.iter_encoded())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length == int(answer.headers["Content-Length"])
    assert length > 40 * 2**20
    assert number > 2 * borongan.JENDELA
    assert peak < 20 * 2**20, peak
