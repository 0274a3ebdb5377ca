"""The rules on a decree as a whole, each with decrees in which it speaks and in which it is silent."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from app import models as m
from app.law.rule import BLOK, PERINGATAN, Penetapan
from app.law.validator import ATURAN_PENETAPAN, periksa_penetapan
from tests.law.examples import TODAY, butir


def paper(day: int) -> m.Naskah:
    return m.Naskah(tanggal=dt.date(2026, 11, day))


def official(**changes: Any) -> m.Pejabat:
    held: dict[str, Any] = {"nama": "Budi Contoh", "jabatan": "Kepala Dinas", "mulai": dt.date(2026, 11, 24)}
    return m.Pejabat(**held | changes)


def item(**changes: Any) -> m.ButirInformasi:
    changes.setdefault("uji", {"tanggal": dt.date(2026, 11, 20)})
    return butir(**changes)


def decree(**changes: Any) -> Penetapan:
    """A sound decree of 24 November, with some changes."""
    sound: dict[str, Any] = {
        "tanggal": dt.date(2026, 11, 24),
        "hari_ini": TODAY,
        "penetap": official(),
        "berita_acara": paper(20),
        "nota_dinas": paper(20),
        "hasil": paper(22),
        "persetujuan": m.PersetujuanPimpinan(tanggal=dt.date(2026, 11, 23)),
        "butir": [item()],
        "pilihan": {"persetujuan_pimpinan": "wajib"},
    }
    return Penetapan(**sound | changes)


BURUK: dict[str, list[dict[str, Any]]] = {
    "tidak_ada_ditetapkan": [{"butir": []}],
    "penetap": [
        {"penetap": None},
        {"penetap": official(mulai=dt.date(2026, 11, 25))},
        {"penetap": official(mulai=dt.date(2026, 1, 1), selesai=dt.date(2026, 11, 23))},
    ],
    "penetap_tanpa_identitas": [{"penetap": official(nama=" ")}, {"penetap": official(jabatan="")}],
    "unsur_penetapan": [
        {"butir": [item(), item(uraian=" ", uraian_publik=None)]},
        {"butir": [item(huruf=[])]},
        {"butir": [item(jangka_jenis=None)]},
        {"butir": [item(uji={"tanpa": True})]},
        {"butir": [item(uji={"konsekuensi_dibuka": None})]},
        {"butir": [item(uji={"konsekuensi_ditutup": " "})]},
    ],
    "tanpa_rujukan": [{"berita_acara": None}, {"hasil": None, "tanggal": TODAY}],
    "persetujuan": [{"persetujuan": None}],
    "tanggal": [{"tanggal": dt.date(2026, 11, 26)}, {"tanggal": dt.date(2026, 11, 21)}, {"hasil": None}],
    "urutan_naskah": [
        {"butir": [item(), item(uji={"tanggal": dt.date(2026, 11, 21)})]},
        {"berita_acara": paper(21)},
        {"nota_dinas": paper(23)},
        {"hasil": paper(24)},
        {"nota_dinas": None, "berita_acara": paper(23)},
        {"persetujuan": m.PersetujuanPimpinan(tanggal=TODAY)},
    ],
}
BAIK: dict[str, list[dict[str, Any]]] = {
    "penetap": [
        {"penetap": official(selesai=dt.date(2026, 11, 24))},
        {"penetap": official(mulai=dt.date(2020, 1, 1), selesai=TODAY)},
    ],
    "unsur_penetapan": [{"butir": [item(uraian_publik=None)]}, {"butir": []}],
    "persetujuan": [
        {"persetujuan": None, "pilihan": {"persetujuan_pimpinan": "tidak"}},
    ],
    "tanggal": [{"tanggal": TODAY}, {"tanggal": dt.date(2026, 11, 22)}, {"hasil": None, "tanggal": TODAY}],
    "urutan_naskah": [
        {"berita_acara": None, "nota_dinas": None, "persetujuan": None},
        {"butir": [item(uji={"tanpa": True}), item(uji={"tanggal": None, "penguji_id": None})]},
        {"persetujuan": m.PersetujuanPimpinan(tanggal=dt.date(2026, 11, 24))},
        {"persetujuan": m.PersetujuanPimpinan(tanggal=dt.date(2026, 11, 22))},
    ],
}


def found(change: dict[str, Any]) -> dict[str, str]:
    return {f.kode: f.tingkat for f in periksa_penetapan(decree(**change))}


def test_a_sound_decree_lacks_nothing() -> None:
    assert periksa_penetapan(decree()) == []
    assert set(BURUK) == {rule.kode for rule in ATURAN_PENETAPAN}


@pytest.mark.parametrize(("kode", "change"), [(k, c) for k, all_ in BURUK.items() for c in all_])
def test_a_rule_speaks_where_it_should(kode: str, change: dict[str, Any]) -> None:
    assert found(change).get(kode) == BLOK


@pytest.mark.parametrize(("kode", "change"), [(k, c) for k, all_ in BAIK.items() for c in all_])
def test_a_rule_is_silent_where_it_should_be(kode: str, change: dict[str, Any]) -> None:
    assert kode not in found(change)


def test_the_office_chooses_how_much_it_wants_the_approval() -> None:
    without = replace(decree(), persetujuan=None)
    for chosen, level in (("wajib", BLOK), ("peringatan", PERINGATAN), ("lama", None)):
        told = {
            f.kode: f.tingkat for f in periksa_penetapan(replace(without, pilihan={"persetujuan_pimpinan": chosen}))
        }
        assert told.get("persetujuan") == level
    assert [f.tingkat for f in periksa_penetapan(replace(without, pilihan={}))] == [PERINGATAN]


def test_a_rule_that_did_not_hold_yet_is_not_asked() -> None:
    early = dt.date(2023, 10, 8)
    assert periksa_penetapan(replace(decree(), hari_ini=early)) == []


SAID: list[tuple[dict[str, Any], str]] = [
    (
        {"butir": [item(kode="A-1", huruf=[], jangka_jenis=None)]},
        "Butir A-1 belum dapat ditetapkan: jenis klasifikasi (huruf Pasal 17), jangka waktu belum ada. "
        "Kembalikan untuk dikaji ulang dan lengkapi.",
    ),
    (
        {"butir": [item(kode="A-1", uraian=None, uraian_publik=None, uji={"tanpa": True})]},
        "Butir A-1 belum dapat ditetapkan: uraian, alasan (konsekuensi dibuka dan ditutup) belum ada. "
        "Kembalikan untuk dikaji ulang dan lengkapi.",
    ),
    (
        {"berita_acara": None},
        "Berita acara klasifikasi yang menjadi dasar keputusan tidak ada. Terbitkan dahulu.",
    ),
    (
        {"hasil": None, "tanggal": TODAY},
        "Hasil pertimbangan yang menjadi dasar keputusan tidak ada. Terbitkan dahulu.",
    ),
    (
        {"tanggal": dt.date(2026, 11, 26)},
        "Tanggal keputusan harus di antara hasil pertimbangan dan hari ini: 22 November 2026 sampai 25 November 2026.",
    ),
    (
        {"berita_acara": paper(21)},
        "Berita acara bertanggal 21-11-2026, sesudah nota dinas 20-11-2026. Perbaiki tanggalnya.",
    ),
    (
        {"butir": [item(uji={"tanggal": dt.date(2026, 11, 21)})]},
        "Uji konsekuensi bertanggal 21-11-2026, sesudah berita acara 20-11-2026. Perbaiki tanggalnya.",
    ),
    (
        {"nota_dinas": paper(23)},
        "Nota dinas bertanggal 23-11-2026, sesudah hasil pertimbangan 22-11-2026. Perbaiki tanggalnya.",
    ),
    (
        {"hasil": paper(24)},
        "Hasil pertimbangan bertanggal 24-11-2026, sesudah persetujuan pimpinan 23-11-2026. Perbaiki tanggalnya.",
    ),
    (
        {"persetujuan": m.PersetujuanPimpinan(tanggal=TODAY)},
        "Persetujuan pimpinan bertanggal 25-11-2026, sesudah surat keputusan 24-11-2026. Perbaiki tanggalnya.",
    ),
]


@pytest.mark.parametrize(("change", "sentence"), SAID)
def test_a_sentence_names_what_it_speaks_of(change: dict[str, Any], sentence: str) -> None:
    assert [f.pesan for f in periksa_penetapan(decree(**change))] == [sentence]
