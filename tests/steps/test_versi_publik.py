"""The public version of a butir closed in part: only a real black-out is kept, for those who see the butir, and logged."""

from typing import Any

import pytest
from sqlalchemy import func, select

from app import models as m
from app.errors import IsianSalah, JenisSalah, TidakBerwenang, TidakDitemukan
from app.steps.versi_publik import masih_cocok, unduh_versi, unggah_versi, versi
from tests.cases import Case, Office
from tests.files.blacked import COVER, NAMA, OPEN, SECRET, bookmarked, full_page, pdf, scan
from tests.stages import at

REAL = pdf(full_page("S"), images={"S": scan(covered=True)})


def listed(office: Office, ident: int, parts: str | None, cakupan: str = "sebagian") -> None:
    """The butir as somebody has written it."""
    butir = office.session.get_one(m.ButirInformasi, ident)
    butir.bagian, butir.cakupan = parts, cakupan
    office.session.commit()


def keep(office: Office, ident: int, content: bytes = REAL, who: str = "dinkes", nama: str = "publik.pdf") -> int:
    return unggah_versi(office.staff[who], ident, content=content, nama=nama)


def refused(office: Office, ident: int, content: bytes) -> str:
    with pytest.raises(IsianSalah) as refusal:
        keep(office, ident, content)
    assert office.session.scalar(select(func.count()).select_from(m.VersiPublik)) == 0
    return "\n".join(k.pesan for k in refusal.value.kekurangan)


@at("dihimpun", both=True)
def test_a_real_black_out_is_kept_read_by_those_who_see_the_butir_and_logged(office: Office, case: Case) -> None:
    ident = case.butir[0]
    listed(office, ident, f"Nama “{NAMA}” dan NIK pasien")
    first, second = keep(office, ident), keep(office, ident, who="verifikator", nama="lagi.pdf")
    rows = versi(office.session, office.staff["auditor"], ident)
    assert [(row.id, row.halaman, row.dibuat_oleh_id) for row in rows] == [
        (second, 1, office.staff["verifikator"].id),
        (first, 1, office.staff["dinkes"].id),
    ]
    found = unduh_versi(office.staff["dinkes"], first)
    assert (found.isi, found.mime) == (REAL, "application/pdf")
    assert found.nama.startswith("Versi-publik_")
    e = m.Peristiwa
    logged = select(e).where(e.objek_jenis == "butir", e.verb.in_(("versi_publik", "unduh"))).order_by(e.urut)
    told = office.session.scalars(logged).all()
    assert [(row.verb, row.objek_id) for row in told] == [(v, ident) for v in ("versi_publik", "versi_publik", "unduh")]
    assert NAMA not in "".join(str(row.ringkasan) for row in told)


@at("dihimpun")
def test_every_gap_and_every_phrase_left_is_told_at_once(office: Office, case: Case) -> None:
    ident = case.butir[0]
    listed(office, ident, f"Nama “{NAMA}”, NIK, dan riwayat kunjungan ke poliklinik jiwa")
    plain = "BT /F1 12 Tf 60 500 Td (riwayat kunjungan ke poliklinik, NIK 3604011203900001) Tj ET"
    told = refused(office, ident, pdf(f"{OPEN} {SECRET} {COVER} 0 g", plain, more=bookmarked))
    assert "Halaman 1 masih memuat teks yang tidak tampak: “Budi Santoso”" in told
    assert "Halaman 1 masih memuat “budi santoso”" in told
    assert "Halaman 2 masih memuat “riwayat kunjungan ke poliklinik”" in told
    assert "Halaman 2 masih memuat NIK" in told
    assert "Keterangan file masih memuat “budi santoso”" in told


@at("dihimpun")
def test_a_butir_closed_whole_or_without_parts_has_no_public_version(office: Office, case: Case) -> None:
    ident = case.butir[0]
    listed(office, ident, None, "seluruh")
    assert "ditutup seluruhnya" in refused(office, ident, REAL)
    listed(office, ident, None)
    assert "Sebutkan dahulu bagian" in refused(office, ident, REAL)


@at("dihimpun")
def test_only_a_pdf_that_is_whole_is_looked_at(office: Office, case: Case) -> None:
    for content, name in ((b"%PDF-1.4 rusak", "a.pdf"), (REAL, "a.png")):
        with pytest.raises(JenisSalah):
            keep(office, case.butir[0], content, nama=name)


@at("dihimpun")
def test_nobody_else_uploads_and_a_neighbours_row_does_not_exist(office: Office, case: Case) -> None:
    ident = case.butir[0]
    kept = keep(office, ident)
    for who, wrong in (("bkd", TidakDitemukan), ("utama", TidakBerwenang), ("auditor", TidakBerwenang)):
        with pytest.raises(wrong):
            keep(office, ident, who=who)
    for who, number in (("bkd", kept), ("dinkes", kept + 1), ("dinkes", 2**40), ("dinkes", 0)):
        with pytest.raises(TidakDitemukan):
            unduh_versi(office.staff[who], number)
    with pytest.raises(TidakBerwenang):
        unduh_versi(office.staff["admin"], kept)
    assert versi(office.session, office.staff["bkd"], ident) == []


@at("dihimpun")
def test_a_version_says_when_the_list_of_parts_has_changed_since(office: Office, case: Case) -> None:
    ident = case.butir[0]
    keep(office, ident)
    row: Any = versi(office.session, office.staff["dinkes"], ident)[0]
    assert masih_cocok(row, row.butir)
    listed(office, ident, "Kolom 2 sampai 6")
    assert not masih_cocok(versi(office.session, office.staff["dinkes"], ident)[0], row.butir)
