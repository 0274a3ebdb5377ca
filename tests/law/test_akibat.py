"""What a drafted rule would say of terms that exist, and how the open list is searched."""

import datetime as dt
import itertools
import random
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.law.akibat import akibat
from app.law.similarity import PALING_BANYAK_DICARI, Pencari, kemiripan
from app.law.terbuka import daftar_terbuka
from app.models import InformasiTerbuka
from tests.law.examples import TODAY, pasal17

ENDLESS = "Tanpa batas waktu, padahal rumusan ini melarangnya."
LONG = "Berakhir 26 November 2036, padahal paling lama 10 tahun sejak mulai."
YEARS = "Berjangka 11 tahun, padahal paling lama 10 tahun."


@pytest.mark.parametrize(
    ("rule", "term", "said"),
    [
        ({"tanpa_batas": "larang"}, {"jenis": "tanpa_batas"}, ENDLESS),
        ({"tanpa_batas": "larang", "maks_tahun": 10}, {"jenis": "tanpa_batas", "tahun": 11}, ENDLESS),
        ({"tanpa_batas": "peringatan"}, {"jenis": "tanpa_batas"}, ""),
        ({"tanpa_batas": "larang"}, {"jenis": "peristiwa"}, ""),
        ({"maks_tahun": 10}, {"jenis": "tanggal", "akhir": dt.date(2036, 11, 26)}, LONG),
        ({"maks_tahun": 10}, {"jenis": "tanggal", "akhir": dt.date(2036, 11, 25)}, ""),
        ({"maks_tahun": None}, {"jenis": "tanggal", "akhir": dt.date(2999, 1, 1)}, ""),
        ({"maks_tahun": 9000}, {"jenis": "tanggal", "akhir": dt.date(2999, 1, 1)}, ""),
        ({"maks_tahun": 7973}, {"jenis": "tanggal", "akhir": dt.date(9999, 12, 31)}, "Berakhir 31 Desember 9999,"),
        ({"maks_tahun": 10}, {"jenis": "tahun", "tahun": 11}, YEARS),
        ({"maks_tahun": 10}, {"jenis": "tahun", "tahun": 10}, ""),
        ({"maks_tahun": 10}, {"jenis": "tahun", "tahun": None}, ""),
        ({"maks_tahun": None}, {"jenis": "tahun", "tahun": 99}, ""),
    ],
)
def test_a_rule_tells_which_terms_it_would_forbid(rule: dict[str, Any], term: dict[str, Any], said: str) -> None:
    found = akibat(pasal17("h.2", **rule), mulai=TODAY, **{"akhir": None} | term)
    assert found.startswith(said)
    assert bool(found) is bool(said)


def test_the_likest_line_of_the_open_list_is_found() -> None:
    lines = Pencari(["satu dua tiga empat lima enam", "satu dua tiga empat lima tujuh", "", "lain sama sekali"], 0.5)
    assert lines.cari("satu dua tiga empat lima enam") == "satu dua tiga empat lima enam"
    assert lines.cari("Satu, dua tiga; empat lima TUJUH") == "satu dua tiga empat lima tujuh"
    assert lines.cari("satu dua tiga empat lima delapan") == "satu dua tiga empat lima enam", "the first of several"
    assert lines.cari("satu dua tiga") is None
    assert lines.cari("sesuatu yang lain") is None
    assert lines.cari(None) is lines.cari("") is None
    assert Pencari().cari("apa saja di sini") is None
    assert Pencari(["satu dua"]).cari("satu dua") == "satu dua"


def test_as_many_common_runs_as_asked_are_enough_and_one_less_is_not() -> None:
    line = " ".join(f"k{n}" for n in range(11))  # nine runs of three words
    near = " ".join([*(f"k{n}" for n in range(10)), "lain"])  # eight of them, one other: 8 of 10
    assert Pencari([line], 0.8).cari(near) == line
    assert Pencari([line], 0.81).cari(near) is None
    assert Pencari([line]).cari(near) is None, "nine tenths by default"


def test_more_than_a_line_says_is_not_that_line_and_of_equal_lines_the_first_is_named() -> None:
    lines = Pencari(["satu dua tiga", "Empat lima enam", "empat, lima, enam!"], 0.8)
    assert lines.cari("satu dua tiga empat") is None, "one of two runs"
    assert lines.cari("empat lima enam") == "Empat lima enam"


def test_among_many_alike_the_same_line_is_always_found() -> None:
    lines = [" ".join(words) for words in itertools.product(*((f"a{n}", f"b{n}") for n in range(12)))]
    search = Pencari(lines, 0.8)
    assert len(lines) / 8 > PALING_BANYAK_DICARI, "each run of three words stands in more lines than are compared"
    assert [search.cari(line) for line in lines[-60:]] == lines[-60:]
    assert search.cari(f"{lines[0]} lain") == lines[0], "eight of nine runs"


def test_the_search_of_a_list_agrees_with_comparing_each_line() -> None:
    drawn = random.Random(11)
    words = [f"k{n}" for n in range(12)]
    lines = [" ".join(drawn.choices(words, k=drawn.randrange(1, 8))) for _ in range(60)]
    search = Pencari(lines, 0.5)
    for _ in range(200):
        asked = " ".join(drawn.choices([*words, "asing"], k=drawn.randrange(1, 8)))
        likeness = [kemiripan(asked, line) for line in lines]
        best = max(likeness)
        assert search.cari(asked) == (lines[likeness.index(best)] if best >= 0.5 else None)


def test_only_lines_in_force_are_asked(memory: Session) -> None:
    day = dt.timedelta(days=1)
    for name, begun, ended in (
        ("berlaku hari ini saja", TODAY, TODAY),
        ("berlaku terus menerus sejak dulu", TODAY - day, None),
        ("belum berlaku sampai besok pagi", TODAY + day, None),
        ("sudah berakhir kemarin sore tadi", TODAY - day, TODAY - day),
    ):
        row = InformasiTerbuka(ringkasan=name, penguasa="Bappeda", berlaku_mulai=begun, berlaku_sampai=ended)
        memory.add(row)
    memory.flush()
    lines = daftar_terbuka(memory, TODAY)
    assert lines.cari("berlaku hari ini saja") == "berlaku hari ini saja"
    assert lines.cari("berlaku terus menerus sejak dulu")
    assert lines.cari("belum berlaku sampai besok pagi") is None
    assert lines.cari("sudah berakhir kemarin sore tadi") is None
    assert lines.cari("berlaku terus menerus sejak dulu kala") is None, "three of four runs are not enough"
