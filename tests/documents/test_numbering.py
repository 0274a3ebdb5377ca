"""Every number that was ever seen on a real letter can be expressed as a pattern."""

import datetime as dt
import re

import pytest

from app.documents.numbering import bentuk
from app.law.settings import POLA_NOMOR

# (pattern, code, number, unit, date, the number as it stands on a real paper)
SEEN = [
    ("{kode}/{urut}-{unit}/{tahun}", "488", 1750, "DKISP.PPIDP", (2023, 10, 9), "488/1750-DKISP.PPIDP/2023"),
    ("{kode}/Kep.{urut:1}-{unit}/{tahun}", "489.1", 50, "Huk", (2022, 3, 1), "489.1/Kep.50-Huk/2022"),
    ("{kode}/Kep.{urut:1}-{unit}/{tahun}", "902.05", 41, "Umum", (2020, 3, 1), "902.05/Kep.41-Umum/2020"),
    ("{kode} / {urut:1} / {romawi} / {tahun}", "300.2.11", 1864, "", (2025, 4, 30), "300.2.11 / 1864 / IV / 2025"),
    ("{kode}/{urut}/36/TAHUN {tahun}", "481.16", None, "", (2024, 1, 2), "481.16/ /36/TAHUN 2024"),
    ("{kode}/{urut:1}/TAHUN {tahun}", "188.4", 705, "", (2013, 1, 2), "188.4/705/TAHUN 2013"),
    (
        "{sifat}/{kode}/{urut:1}/{unit}/{romawi}/{tahun}",
        "500.12.16.3",
        573,
        "BPBD-KL",
        (2026, 9, 1),
        "B/500.12.16.3/573/BPBD-KL/IX/2026",
    ),
    ("{kode}/{urut}/{unit}/{tahun}", "500.12.2", 10, "436.7.14", (2026, 5, 5), "500.12.2/010/436.7.14/2026"),
    ("{urut}/Kep/{unit}/{romawi}/{tahun}", "", 9, "KI-Banten", (2025, 10, 1), "009/Kep/KI-Banten/X/2025"),
]


@pytest.mark.parametrize(("pola", "kode", "urut", "unit", "day", "wanted"), SEEN)
def test_a_real_number_can_be_expressed(
    pola: str, kode: str, urut: int | None, unit: str, day: tuple[int, int, int], wanted: str
) -> None:
    assert re.fullmatch(POLA_NOMOR, pola)
    assert bentuk(pola, urut=urut, unit=unit, tanggal=dt.date(*day), kode=kode, sifat="B") == wanted


@pytest.mark.parametrize("pola", ["{urut:0}/{tahun}", "{urut:7}/{tahun}", "{tahun:2}/{urut}", "{urut:1}", "x" * 160])
def test_a_pattern_that_cannot_count_or_turn_is_refused(pola: str) -> None:
    assert not re.fullmatch(POLA_NOMOR, pola)
