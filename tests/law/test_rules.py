"""Every rule of the law speaks in its bad examples and is silent in its good ones: the table is the test."""

import datetime as dt
import re
from typing import Any

import pytest

from app import models as m
from app.law.rule import BELUM_DIVERIFIKASI, BLOK, PERINGATAN, versi
from app.law.similarity import Pencari
from app.law.terbuka import SERUPA
from app.law.validator import ATURAN, ATURAN_ANTAR, ATURAN_PENETAPAN, periksa_kajian, versi_aturan
from tests.law.examples import SOUND, TODAY, butir, hukum, pasal17
from tests.law.good_examples import BAIK
from tests.law.rule_table import BURUK, TERBUKA

MEDAN = {
    "",
    "dasar",
    *(column.key for column in m.ButirInformasi.__table__.columns),
    *(column.key for column in m.UjiKonsekuensi.__table__.columns),
    "klasifikasi_arsip",
}
DECREE = {"keputusan", "penandatangan", "persetujuan", "tanggal"}
_AYAT = r"( Pasal \d+( ayat \(\d\))?( huruf [a-j])?)?"
_HUKUM = rf"((UU|PP|PerKI) \d+/\d{{4}}{_AYAT}|SOP \d(–\d)?)"
DASAR = re.compile(rf"{_HUKUM}(; {_HUKUM})*")
SILENT = [(kode, change) for kode, changes in BAIK.items() for change in changes]
SPEAKING = [(kode, change) for kode, changes in BURUK.items() for change in changes]


OPEN_LIST = Pencari(TERBUKA, SERUPA)


def found(change: dict[str, Any]) -> dict[str, str]:
    findings = periksa_kajian([butir(**change)], hari_ini=TODAY, terbuka=OPEN_LIST)
    return {f.kode: f.tingkat for f in findings}


def test_a_sound_butir_has_no_finding() -> None:
    assert periksa_kajian([butir()], hari_ini=TODAY) == []


def test_every_rule_has_a_bad_example() -> None:
    assert set(BURUK) == {rule.kode for rule in ATURAN}
    assert set(BAIK) <= set(BURUK)


@pytest.mark.parametrize(("kode", "change"), SPEAKING, ids=lambda value: value if isinstance(value, str) else "")
def test_a_rule_speaks_where_it_should(kode: str, change: dict[str, Any]) -> None:
    assert found(change).get(kode) == next(rule.tingkat for rule in ATURAN if rule.kode == kode)


@pytest.mark.parametrize(("kode", "change"), SILENT, ids=lambda value: value if isinstance(value, str) else "")
def test_a_rule_is_silent_where_it_should_be(kode: str, change: dict[str, Any]) -> None:
    assert kode not in found(change)


@pytest.mark.parametrize("kesimpulan", ["terbuka", "ditunda"])
def test_a_butir_concluded_open_or_postponed_needs_nothing_more(kesimpulan: str) -> None:
    bare = {"huruf": [], "dasar": [], "bagian": None, "uraian_publik": "NIK 3604011212900003", "jangka_jenis": None}
    empty = dict.fromkeys(("konsekuensi_dibuka", "konsekuensi_ditutup", "kepentingan_publik", "cek_pasal18"))
    assert found({**bare, "uji": {**empty, "kesimpulan": kesimpulan}}) == {}


def test_the_current_test_is_that_of_the_highest_round() -> None:
    item = butir()
    later = butir(uji={"kesimpulan": None}).uji[0]
    later.putaran = 2
    item.uji.append(later)
    assert [f.kode for f in periksa_kajian([item], hari_ini=TODAY)] == ["belum_disimpulkan"]


def test_every_row_is_a_full_row() -> None:
    rows = (*ATURAN, *ATURAN_ANTAR, *ATURAN_PENETAPAN)
    assert len({rule.kode for rule in rows}) == len(rows)
    for rule in rows:
        assert rule.tingkat in (BLOK, PERINGATAN)
        assert rule.pesan.endswith(".")
        assert rule.pesan[0] in "{“" or rule.pesan[0].isupper()
        assert rule.medan in MEDAN | DECREE
        assert DASAR.fullmatch(rule.dasar), rule.dasar
    listed = {*(f"H{n}" for n in range(1, 13)), *(f"W{n}" for n in range(1, 5))}
    assert {rule.acuan for rule in rows} == listed, "every line of the list of validations has a rule"


def test_an_unverified_rule_says_so() -> None:
    one = butir(dasar=[hukum("PP 71/2019", "Pasal 5")])
    dasar = next(f.dasar for f in periksa_kajian([one], hari_ini=TODAY) if f.kode == "dasar_bukan_uu")
    assert dasar.endswith(BELUM_DIVERIFIKASI)


def test_a_rule_judges_only_the_days_on_which_it_is_in_force() -> None:
    one = butir(uraian_publik="NIK 3604011212900003")
    before = [f.kode for f in periksa_kajian([one], hari_ini=dt.date(2023, 10, 8))]
    assert "publik_memuat_rahasia" not in before
    assert "publik_memuat_rahasia" in found({"uraian_publik": "NIK 3604011212900003"})


def test_the_version_of_the_rules_changes_with_the_rules() -> None:
    assert versi_aturan(TODAY) == versi_aturan(TODAY)
    assert len(versi_aturan(TODAY)) <= 40
    assert versi_aturan(TODAY).startswith("2023-10-09.")
    assert versi_aturan(dt.date(2010, 1, 1)) != versi_aturan(TODAY)
    assert versi(ATURAN[1:], TODAY) != versi(ATURAN, TODAY)


def test_a_finding_names_the_field_to_mend() -> None:
    years = butir(huruf=["a.2"], jangka_tahun=31)
    day = butir(huruf=["a.2"], jangka_jenis="tanggal", jangka_akhir=dt.date(2060, 1, 1))
    both = periksa_kajian([years, day], hari_ini=TODAY)
    assert [f.medan for f in both if f.kode == "jangka_melebihi_maks"] == ["jangka_tahun", "jangka_akhir"]
    empty = butir(uji={"konsekuensi_dibuka": "", "konsekuensi_ditutup": "-", "persetujuan_tertulis": None})
    named = {f.kode: f.medan for f in periksa_kajian([empty], hari_ini=TODAY)}
    assert named["konsekuensi_kosong"] == "konsekuensi_dibuka"
    assert named["konsekuensi_tidak_berisi"] == "konsekuensi_ditutup"
    assert named["gh_belum_dijawab"] == "persetujuan_tertulis"
    for medan in ("konsekuensi_dibuka", "konsekuensi_ditutup"):
        for kode, text in (("uraian_uji_pendek", "Pasien malu"), ("hanya_menyimpulkan", "Dapat merugikan")):
            told = periksa_kajian([butir(uji={medan: text})], hari_ini=TODAY)
            assert [(f.kode, f.medan) for f in told] == [(kode, medan)]
        copied = periksa_kajian([butir(uji={medan: SOUND["uraian"]})], hari_ini=TODAY)
        assert [(f.kode, f.medan) for f in copied] == [("konsekuensi_menyalin_uraian", medan)]
        assert {f.medan for f in periksa_kajian([butir(uji={medan: None})], hari_ini=TODAY)} == {medan}
        assert {f.medan for f in periksa_kajian([butir(uji={medan: "-"})], hari_ini=TODAY)} == {medan}


def test_a_limit_beyond_the_calendar_is_no_limit() -> None:
    assert periksa_kajian([butir(huruf=[pasal17("a.2", maks_tahun=9999)], jangka_tahun=90)], hari_ini=TODAY) == []


def test_the_office_may_do_without_the_warning_on_lower_law() -> None:
    one = butir(dasar=[hukum("PP 71/2019", "Pasal 5")])
    assert periksa_kajian([one], hari_ini=TODAY, pilihan={"pendamping_bukan_uu": "tidak"}) == []


SIDES = {"konsekuensi_dibuka", "konsekuensi_ditutup"}
ASKED = {"persetujuan_tertulis", "terkait_jabatan_publik"}
FIELDS = {
    "medan_wajib": {"uraian", "dokumen_induk", "penguasa", "cakupan", "jangka_jenis"},
    "jangka_kosong": {"jangka_tahun", "jangka_akhir", "jangka_peristiwa", "jangka_alasan"},
    "jangka_melebihi_maks": {"jangka_tahun", "jangka_akhir"},
    "uraian_uji_pendek": {"konsekuensi_dibuka", "kepentingan_publik"},
    "melebihi_retensi": {"klasifikasi_arsip"},
    **dict.fromkeys(("konsekuensi_kosong", "konsekuensi_tidak_berisi"), SIDES),
    **dict.fromkeys(("hanya_menyimpulkan", "konsekuensi_menyalin_uraian"), SIDES),
    **dict.fromkeys(("gh_belum_dijawab", "gh_tidak_berlaku", "gh_sebagian"), ASKED),
}


@pytest.mark.parametrize("kode", BURUK)
def test_a_rule_points_at_its_own_fields(kode: str) -> None:
    rule = next(rule for rule in ATURAN if rule.kode == kode)
    examples = [[butir(**change)] for change in BURUK[kode]]
    findings = [f for one in examples for f in periksa_kajian(one, hari_ini=TODAY, terbuka=OPEN_LIST)]
    assert {f.medan for f in findings if f.kode == kode} == FIELDS.get(kode, {rule.medan})
