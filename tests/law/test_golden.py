"""What staff read: each rule's finding in each of its bad examples, word for word.

After an intended change: run with GOLDEN=write, then read the difference.
"""

import csv
import os
from pathlib import Path

from app.law.similarity import Pencari
from app.law.terbuka import SERUPA
from app.law.validator import periksa_kajian
from tests.law.examples import TODAY, butir
from tests.law.rule_table import BURUK, TERBUKA

TABLE = Path(__file__).parent / "temuan.tsv"
HEAD = ("kode", "contoh", "medan", "tingkat", "pesan", "dasar")


def findings() -> list[tuple[str, ...]]:
    open_list = Pencari(TERBUKA, SERUPA)
    rows = []
    for kode, changes in BURUK.items():
        for number, change in enumerate(changes, 1):
            told = periksa_kajian([butir(**change)], hari_ini=TODAY, terbuka=open_list)
            rows += [
                (kode, str(number), f.medan or "", f.tingkat, f.pesan, f.dasar or "") for f in told if f.kode == kode
            ]
    return rows


def test_each_rule_says_word_for_word_what_the_table_of_findings_says() -> None:
    said = findings()
    if os.environ.get("GOLDEN") == "write":
        with TABLE.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, "excel-tab", lineterminator="\n").writerows((HEAD, *said))
    with TABLE.open(encoding="utf-8", newline="") as kept:
        head, *rows = (tuple(row) for row in csv.reader(kept, "excel-tab"))
    assert head == HEAD
    assert rows == said
    assert {row[0] for row in rows} == set(BURUK)
