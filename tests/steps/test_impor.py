"""Importing proposal sheets: who may, what is kept, and that a refusal keeps nothing."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import event, func, select

from app import models as m
from app.errors import IsianSalah, OperasiTerpakai, TidakBerwenang, TidakDitemukan
from app.security.officer import Officer, officer_of
from app.steps.impor import BarisImpor, baca_usulan, impor_usulan
from tests.api.office import huni
from tests.steps.sheets import lembar

SINCE = dt.date(2024, 1, 1)


@pytest.fixture
def furniture() -> Any:
    return huni


@pytest.fixture
def office(session: Any) -> Any:
    return session


def officer(session: Any, name: str) -> Officer:
    user = session.scalars(select(m.Pengguna).where(m.Pengguna.username == name)).unique().one()
    return officer_of(session, user)


def keep(session: Any, content: bytes, who: str = "petugas.dinkes", kode: str = "DINKES", **more: Any) -> Any:
    return impor_usulan(
        content, "usulan.xlsx", perangkat_daerah_kode=kode, officer=officer(session, who), simpan=True, **more
    )


def test_a_preview_judges_by_the_reference_data_of_the_office(session: Any) -> None:
    agency = session.scalars(select(m.PerangkatDaerah).where(m.PerangkatDaerah.kode == "DINKES")).one()
    assert baca_usulan(lembar({}), "u.xlsx", session=session, perangkat_daerah=agency).baris == [
        BarisImpor(2, True, [])
    ]
    session.query(m.Peraturan).where(m.Peraturan.nomor == "17", m.Peraturan.tahun == 2023).update({"status": "dicabut"})
    (row,) = baca_usulan(lembar({}), "u.xlsx", session=session, perangkat_daerah=agency).baris
    assert [t.kode for t in row.temuan] == ["peraturan_dicabut"]


def test_a_preview_asks_the_open_list(session: Any) -> None:
    agency = session.scalars(select(m.PerangkatDaerah).where(m.PerangkatDaerah.kode == "DINKES")).one()
    line = m.InformasiTerbuka(
        ringkasan="Identitas dan riwayat kesehatan pasien penyakit menular", penguasa="Dinkes", berlaku_mulai=SINCE
    )
    session.add(line)
    (row,) = baca_usulan(lembar({}), "u.xlsx", session=session, perangkat_daerah=agency).baris
    assert [(t.kode, t.sel, t.tingkat) for t in row.temuan] == [("tercatat_terbuka", "A2", "peringatan")]
    assert row.diterima
    line.berlaku_sampai = SINCE
    assert baca_usulan(lembar({}), "u.xlsx", session=session, perangkat_daerah=agency).baris[0].temuan == []


def test_a_preview_keeps_nothing(office: Any) -> None:
    who = officer(office, "petugas.dinkes")
    answer = impor_usulan(lembar({}), "u.xlsx", perangkat_daerah_kode="DINKES", officer=who, simpan=False)
    assert (answer.usulan_id, answer.baris) == (None, [BarisImpor(2, True, [])])
    assert answer.as_dict()["usulan"] is None
    office.commit()
    assert _counts(office) == (0, 0, 0)


def _counts(session: Any) -> tuple[int, int, int]:
    return tuple(  # type: ignore[return-value]
        session.scalar(select(func.count()).select_from(model)) for model in (m.Usulan, m.ButirInformasi, m.Peristiwa)
    )


def test_a_sheet_becomes_a_draft_with_codes_bases_and_draft_tests(office: Any) -> None:
    second = {"uraian": "Hasil audit medis", "uraian_publik": None, "pasal17": "h.2; i", "dasar_uu": None}
    answer = keep(office, lembar({}, second))
    usulan = office.get(m.Usulan, answer.usulan_id)
    year = dt.datetime.now(dt.UTC).year
    assert (usulan.status, usulan.perangkat_daerah.kode, usulan.dibuat_oleh.username) == (
        "draf",
        "DINKES",
        "petugas.dinkes",
    )
    first, other = usulan.butir
    assert [first.kode, other.kode] == [f"DINKES-{year}-0001", f"DINKES-{year}-0002"]
    assert [d.sebutan for d in first.dasar] == [
        "UU 14/2008 Pasal 17 huruf h angka 2",
        "UU 17/2023 Kesehatan Pasal 177",
    ]
    assert [d.pasal17.kode for d in other.dasar] == ["h.2", "i"]
    assert other.uraian_publik == "Hasil audit medis"
    (test,) = first.uji
    assert test.konsekuensi_dibuka.startswith("Mengungkap riwayat")
    assert test.isian_pengusul["konsekuensi_ditutup"] == test.konsekuensi_ditutup
    assert (test.kesimpulan, test.penguji_id, test.putaran) == (None, None, 1)
    event = office.scalars(select(m.Peristiwa)).one()
    assert (event.verb, event.objek_jenis, event.objek_id, event.ke) == ("impor", "usulan", usulan.id, "draf")


def test_a_second_import_counts_on(office: Any) -> None:
    keep(office, lembar({}, {}))
    answer = keep(office, lembar({}))
    (butir,) = office.get(m.Usulan, answer.usulan_id).butir
    assert butir.kode.endswith("-0003")


def test_one_refused_row_keeps_the_whole_sheet_out(office: Any) -> None:
    with pytest.raises(IsianSalah) as refused:
        keep(office, lembar({}, {"pasal17": "z"}, {"cakupan": "x"}))
    assert [k.sel for k in refused.value.kekurangan if k.tingkat == "blok"] == ["D3", "I4"]
    office.commit()
    assert _counts(office) == (0, 0, 0)


@pytest.mark.parametrize(
    ("who", "kode", "refused"),
    [
        ("petugas.dinkes", "BKD", TidakDitemukan),
        ("petugas.dinkes", "TIDAKADA", TidakDitemukan),
        ("petugas.lepas", "DINKES", TidakDitemukan),
        ("utama", "DKISP", TidakBerwenang),
        ("pengawas", "DINKES", TidakBerwenang),
        ("admin", "DINKES", TidakBerwenang),
        ("tamu", "DINKES", TidakBerwenang),
    ],
)
def test_only_the_officer_of_the_agency_imports(office: Any, who: str, kode: str, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        keep(office, lembar({}), who, kode)
    assert _counts(office) == (0, 0, 0)


def test_the_same_operation_again_gives_the_first_answer(office: Any) -> None:
    first = keep(office, lembar({}), operation="a" * 32)
    again = keep(office, lembar({}), operation="a" * 32)
    assert (again.usulan_id, [row.baris for row in again.baris]) == (first.usulan_id, [2])
    assert _counts(office) == (1, 1, 1)
    with pytest.raises(OperasiTerpakai):
        keep(office, lembar({}), "petugas.bkd", "BKD", operation="a" * 32)


def test_the_statements_of_an_import_do_not_grow_with_its_rows(office: Any) -> None:
    seen: list[str] = []
    event.listen(office.get_bind(), "before_cursor_execute", lambda *call: seen.append(call[2]))
    counts = []
    for rows in (2, 60):
        seen.clear()
        keep(office, lembar(*({"uraian": f"Informasi kesehatan nomor {n}"} for n in range(rows))))
        counts.append(len(seen))
    assert counts[0] >= counts[1] - 1
    assert max(counts) < 40
