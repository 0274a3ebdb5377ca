"""What judging many butir costs: work that grows as their number does, bounded memory, whatever the agencies wrote."""

import random
import time
import tracemalloc
from collections.abc import Callable

import pytest

from app import models as m
from app.law.similarity import Pencari
from app.law.terbuka import SERUPA
from app.law.validator import periksa_kajian
from tests.law.examples import TODAY, butir
from tests.scale import FULL, scale

MANY = scale(120, full=2000)
SECONDS, MEGABYTES = 3.0, 40
SYLLABLES = ("ba", "ca", "da", "fa", "ga", "ha", "ja", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "ya")
ENDS = ("kan", "ran", "tan", "lan", "sung", "tuk", "ngan", "ris", "mat", "pol", "rek", "dis")
WORDS = [first + end for first in SYLLABLES for end in ENDS]
OFTEN = [1 / (place + 1) for place in range(len(WORDS))]  # few words make most of a text, as in any language
OPEN_LIST = Pencari((f"Laporan kinerja tahunan dinas nomor {n} Provinsi Banten" for n in range(2000)), SERUPA)


def _said(draw: random.Random, length: int) -> str:
    return " ".join(draw.choices(WORDS, OFTEN, k=length))


def own_words(draw: random.Random, number: int) -> m.ButirInformasi:
    """Every agency wrote for itself."""
    tested = {"konsekuensi_dibuka": _said(draw, 25), "konsekuensi_ditutup": _said(draw, 25)}
    return butir(uraian=_said(draw, 12), uraian_publik=_said(draw, 10), dokumen_induk=_said(draw, 5), uji=tested)


def boilerplate(draw: random.Random, number: int) -> m.ButirInformasi:
    """Consequences taken from twenty sentences that go round among the agencies."""
    going_round = _said(random.Random(draw.randrange(20)), 25)
    tested = {"konsekuensi_dibuka": f"{going_round} {number}", "konsekuensi_ditutup": going_round}
    return butir(uraian=_said(draw, 12), uraian_publik=_said(draw, 10), uji=tested)


def near_identical(draw: random.Random, number: int) -> m.ButirInformasi:
    """The same long row again and again, but for its number: everything is like everything."""
    text = f"Rekam medis pasien rawat inap nomor {number} pada rumah sakit umum daerah di Provinsi Banten tahun 2026 "
    harm = f"Mengungkap riwayat kesehatan pasien nomor {number} sehingga tetangga dan majikan mengucilkan keluarganya"
    return butir(kode=f"A-{number}", uraian=text * 2, uji={"konsekuensi_dibuka": harm})


def judged(make: Callable[[random.Random, int], m.ButirInformasi], many: int) -> tuple[float, int]:
    """(seconds of work, findings) for so many butir."""
    draw = random.Random(7)
    items = [make(draw, number) for number in range(many)]
    start = time.process_time()
    found = periksa_kajian(items, hari_ini=TODAY, terbuka=OPEN_LIST)
    return time.process_time() - start, len(found)


@pytest.mark.proof
@pytest.mark.parametrize("make", [own_words, boilerplate, near_identical])
def test_two_thousand_butir_are_judged_in_three_seconds_and_twice_as_many_in_twice_the_time(
    make: Callable[[random.Random, int], m.ButirInformasi], record_property: Callable[[str, object], None]
) -> None:
    half, whole = judged(make, MANY // 2), judged(make, MANY)
    record_property("seconds", (half[0], whole[0]))
    if FULL:
        assert whole[0] <= SECONDS
        assert whole[0] <= 3 * half[0] + 0.3, "the work must not grow with the square of the number"
    assert whole[1] <= 6 * MANY, "each butir gets a few findings, however many it resembles"


@pytest.mark.proof
def test_what_is_alike_takes_no_more_memory_than_a_list_of_it() -> None:
    draw = random.Random(7)
    items = [near_identical(draw, number) for number in range(MANY)]
    tracemalloc.start()
    periksa_kajian(items, hari_ini=TODAY, terbuka=OPEN_LIST)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most <= MEGABYTES * 1e6
