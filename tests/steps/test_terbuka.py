"""The open list from a spreadsheet: found by its head, added once, all or nothing, with a sentence for each faulty cell."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from app import models as m
from app.errors import IsianSalah, TidakBerwenang
from app.steps.terbuka import Hasil, impor_terbuka
from tests.cases import Case, Office
from tests.stages import at

HEAD = ["No", "Ringkasan isi informasi", "Pejabat/unit yang menguasai", "Bentuk"]
ROWS = [[1, "Laporan kinerja tahun 2025", "Bappeda", "softcopy"], [2, "Rekapitulasi belanja", "BPKAD", "softcopy"]]


def sheet(*rows: list[Any]) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def kept(office: Office) -> int:
    return int(office.session.scalar(select(func.count()).select_from(m.InformasiTerbuka)))


@at("kantor", both=True)
def test_lines_are_added_once_under_any_head(office: Office, case: Case) -> None:
    who = office.staff["verifikator"]
    content = sheet(["DAFTAR INFORMASI PUBLIK"], [], HEAD, [1, 2, 3, 4], *ROWS, ROWS[0])
    assert impor_terbuka(who, content, "DIP 2026.xlsx") == Hasil(2, 1)
    assert impor_terbuka(who, content, "DIP 2026.xlsx") == Hasil(0, 3)
    assert kept(office) == 2
    line = office.session.scalars(select(m.InformasiTerbuka).order_by(m.InformasiTerbuka.id)).first()
    assert (line.ringkasan, line.penguasa, line.sumber) == ("Laporan kinerja tahun 2025", "Bappeda", "DIP 2026.xlsx")


@at("kantor")
def test_every_faulty_cell_is_told_and_nothing_is_kept(office: Office, case: Case) -> None:
    content = sheet(HEAD, ROWS[0], [2, "=A1", "BPKAD"], [3, "Tanpa unit"], [4, "x" * 501, "Setda"])
    with pytest.raises(IsianSalah) as refused:
        impor_terbuka(office.staff["utama"], content, "dip.xlsx")
    told = [(fault.kode, fault.sel) for fault in refused.value.kekurangan]
    assert told == [("sel_rumus", "B3"), ("sel_kosong", None), ("teks_ditolak", "B5")]
    assert kept(office) == 0


@at("kantor")
@pytest.mark.parametrize("content", [sheet(["Judul lain"], ["isi"]), sheet(HEAD), sheet(HEAD, [1, 2, 3, 4])])
def test_a_sheet_without_head_or_lines_is_refused(office: Office, case: Case, content: bytes) -> None:
    with pytest.raises(IsianSalah):
        impor_terbuka(office.staff["utama"], content, "dip.xlsx")


@at("kantor")
@pytest.mark.parametrize("who", ["dinkes", "ketua", "data", "pimpinan", "tamu"])
def test_only_ppid_utama_imports_it(office: Office, case: Case, who: str) -> None:
    with pytest.raises(TidakBerwenang):
        impor_terbuka(office.staff[who], sheet(HEAD, *ROWS), "dip.xlsx")


@at("teruji")
def test_what_stands_in_the_open_list_needs_a_reason_at_the_gate(office: Office, case: Case) -> None:
    butir = office.session.get(m.ButirInformasi, case.butir[0])
    office.session.add(m.InformasiTerbuka(ringkasan=butir.uraian, penguasa="Dinas Kesehatan"))
    office.session.commit()
    outcome = office.move("utama", case, "sampaikan", "Rekapitulasinya terbuka, identitasnya tidak.")
    assert outcome.status == "pertimbangan"
    event = office.session.scalars(select(m.Peristiwa).where(m.Peristiwa.verb == "sampaikan")).one()
    assert '"kode":"tercatat_terbuka"' in event.ringkasan


@at("teruji")
def test_an_exemption_that_outlives_its_record_needs_a_reason_at_the_gate(office: Office, case: Case) -> None:
    scheme = m.KlasifikasiArsip(
        kode="440.9", uraian="Contoh", retensi_aktif=1, retensi_inaktif=2, nasib_akhir="musnah", skkaad="terbatas"
    )
    office.session.get(m.ButirInformasi, case.butir[0]).klasifikasi_arsip = scheme
    office.session.commit()
    office.move("utama", case, "sampaikan", "Arsipnya dipertahankan selama dikecualikan.")
    event = office.session.scalars(select(m.Peristiwa).where(m.Peristiwa.verb == "sampaikan")).one()
    assert '"kode":"melebihi_retensi"' in event.ringkasan
