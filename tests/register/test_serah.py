"""What leaves as a bag: for SRIKANDI with its metadata sheet, for monev with its index and links that were tried. Both verify."""

import csv
import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app import models as m
from app.errors import TidakBerwenang, TidakDitemukan
from app.register.monev import KOLOM_TAUTAN, PERTANYAAN, paket
from app.register.srikandi import KOLOM, serah
from app.steps.publikasi import publikasikan
from tests.cases import Case, Office
from tests.register.sites import agency, web
from tests.stages import at


def opened(content: bytes) -> dict[str, bytes]:
    """The files of a bag, after its two manifests were verified as RFC 8493 says."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    files = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
    for manifest, part in (("manifest-sha256.txt", True), ("tagmanifest-sha256.txt", False)):
        listed = dict(reversed(line.split("  ")) for line in files[manifest].decode().splitlines())
        wanted = {n for n in files if n.startswith("data/") == part and n != "tagmanifest-sha256.txt"}
        assert listed.keys() == wanted
        assert all(hashlib.sha256(files[name]).hexdigest() == sha for name, sha in listed.items())
    assert b"BagIt-Version: 1.0" in files["bagit.txt"]
    payload = [content for name, content in files.items() if name.startswith("data/")]
    assert f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}".encode() in files["bag-info.txt"]
    return files


@at("selesai", both=True)
def test_the_hand_over_holds_every_paper_with_its_metadata(office: Office, case: Case) -> None:
    files = opened(serah(office.staff["utama"], case.berkas or 0).isi)
    table = list(csv.reader(io.StringIO(files["data/metadata.csv"].decode("utf-8-sig")), delimiter=";"))
    assert tuple(table[0]) == KOLOM
    rows = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
    assert {f"data/naskah/{row['Nama file']}" for row in rows} == {n for n in files if n.startswith("data/naskah/")}
    for row in rows:
        assert hashlib.sha256(files[f"data/naskah/{row['Nama file']}"]).hexdigest() == row["SHA-256"]
    (decree,) = (r for r in rows if r["Jenis naskah"].startswith("Surat keputusan klas") and r["Tanggal tanda tangan"])
    assert decree["Kode klasifikasi"]
    assert decree["Klasifikasi keamanan (SKKAAD)"] == "Biasa"
    sheet = load_workbook(io.BytesIO(files["data/metadata.xlsx"])).active
    assert sheet is not None
    assert sheet.max_row == len(rows) + 1
    assert "serah_srikandi" in office.events("berkas", case.berkas or 0)


@at("selesai")
def test_the_hand_over_holds_only_what_the_officer_sees(office: Office, case: Case) -> None:
    seen = opened(serah(office.staff["data"], case.berkas or 0).isi)
    assert not any("Matriks" in name or "Lampiran-II" in name for name in seen)
    for who in ("dinkes", "ketua", "pimpinan", "admin"):
        with pytest.raises(TidakBerwenang):
            serah(office.staff[who], case.berkas or 0)
    with pytest.raises(TidakDitemukan):
        serah(office.staff["utama"], 999)


def links(files: dict[str, bytes]) -> dict[str, str]:
    sheet = load_workbook(io.BytesIO(files["data/Tautan.xlsx"])).active
    assert sheet is not None
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == KOLOM_TAUTAN
    return {str(row[3]): str(row[4]) for row in rows}


@at("selesai", both=True)
def test_the_pack_of_a_year_answers_each_question_and_tries_each_link(
    office: Office, case: Case, tmp_path: Path
) -> None:
    decree = office.paper(case, "surat_keputusan")
    year, ident = decree.tanggal.year, decree.id
    (tmp_path / "sk.html").write_text("SK")
    with web(tmp_path) as address:
        office.row(m.PerangkatDaerah, agency(office)).website = address
        office.session.commit()
        strange = "https://bukan-situs-kantor.test/sk"
        for kode, url in (("DKISP", f"{address}/sk.html"), ("BKD", f"{address}/hilang.html"), ("DINKES", strange)):
            proof = {"naskah": ident, "saluran": "manual", "bukti": "Tangkapan layar", "judul": kode, "url": url}
            publikasikan(office.staff["data"], proof | {"perangkat_daerah": agency(office, kode)})
        files = opened(paket(office.staff["utama"], year).isi)
        told = links(files)
    assert told[f"{address}/sk.html"].startswith("Terbuka")
    assert told[f"{address}/hilang.html"].startswith("RUSAK")
    assert told[strange] == "Tidak dapat diperiksa", "a site that nobody named is not asked"
    assert any(words == "Terbuka, SHA-256 sama" for words in told.values())
    index = load_workbook(io.BytesIO(files["data/Indeks.xlsx"])).active
    assert index is not None
    answered = {str(row[0]) for row in index.iter_rows(min_row=2, values_only=True)}
    assert answered == {question for question, _ in PERTANYAAN}
    office.session.rollback()
    assert office.session.scalars(select(m.Peristiwa).where(m.Peristiwa.verb == "paket_monev")).one().objek_id == year


@at("selesai")
def test_the_pack_asks_for_its_permission_and_for_a_year_with_a_decree(office: Office, case: Case) -> None:
    for who in ("dinkes", "data", "ketua", "pimpinan", "auditor", "admin"):
        with pytest.raises(TidakBerwenang):
            paket(office.staff[who], 2026)
    with pytest.raises(TidakDitemukan):
        paket(office.staff["utama"], 1999)
