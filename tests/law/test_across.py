"""Rules that compare butir: twins, copied consequences, contradictions; and how similarity is measured."""

import datetime as dt
import random
from typing import Any

import pytest

from app.law.similarity import PALING_BANYAK, Pencari, kemiripan, mirip
from app.law.terbuka import SERUPA, PutusanTerbuka, isi_butir
from app.law.validator import periksa_kajian
from tests.law.examples import TODAY, butir

OTHER = {
    "uraian": "Kunci sandi dan kredensial sistem surat elektronik",
    "uraian_publik": "Dokumen teknis pengamanan surat elektronik",
    "dokumen_induk": "Daftar kunci sandi",
}
OTHER_TEST = {
    "konsekuensi_dibuka": "Penyerang masuk ke surat elektronik pemerintah dan memalsukan perintah.",
    "konsekuensi_ditutup": "Komunikasi pemerintah tetap rahasia dan dapat dipercaya.",
}


def other(**changes: object) -> dict[str, object]:
    return {"kode": "DKISP-2026-0001", "huruf": ["c.6"], **OTHER, "uji": OTHER_TEST, **changes}


def found(*changes: dict[str, object]) -> list[tuple[str, str]]:
    items = [butir(**change) for change in changes]  # type: ignore[arg-type]
    return [(f.kode, f.pesan) for f in periksa_kajian(items, hari_ini=TODAY)]


def test_different_butir_have_nothing_in_common() -> None:
    assert found({}, other()) == []


def test_twins_name_each_other() -> None:
    assert found({"kode": "A-1"}, {"kode": "B-2"}) == [
        ("kembar", "Kembar dengan B-2. Gabungkan, atau jelaskan perbedaannya."),
        ("kembar", "Kembar dengan A-1. Gabungkan, atau jelaskan perbedaannya."),
    ]


def test_twins_are_asked_about_since_the_sop_is_in_force_and_copies_since_the_law_is() -> None:
    items = [butir(kode="A-1"), butir(kode="B-2"), butir(**other(uji={}))]
    before = periksa_kajian(items, hari_ini=dt.date(2023, 10, 8))
    assert "kembar" not in {one.kode for one in before}
    assert "konsekuensi_dibuka_disalin" in {one.kode for one in before}


def test_the_same_row_twice_is_named_before_a_row_that_differs() -> None:
    pesan = [text for _, text in found({"kode": "A-1", "penguasa": "Bidang lain"}, {"kode": "B-2"}, {"kode": "C-3"})]
    assert pesan[1].startswith("Kembar dengan C-3, A-1.")
    assert pesan[2].startswith("Kembar dengan B-2, A-1.")


def test_only_three_twins_are_named() -> None:
    pesan = [text for _, text in found(*({"kode": f"A-{n}"} for n in range(6)))]
    assert pesan[0].startswith("Kembar dengan A-1, A-2, A-3 dan lainnya.")


def test_a_copied_consequence_is_found_in_other_butir() -> None:
    copied = other(uji={**OTHER_TEST, "konsekuensi_dibuka": butir().uji[0].konsekuensi_dibuka})
    kinds = [kode for kode, _ in found({}, copied)]
    assert kinds == ["konsekuensi_dibuka_disalin"] * 2
    copied = other(uji={**OTHER_TEST, "konsekuensi_ditutup": butir().uji[0].konsekuensi_ditutup})
    assert [kode for kode, _ in found({}, copied)] == ["konsekuensi_ditutup_disalin"] * 2


def test_dashes_are_no_copies_of_each_other() -> None:
    dash = {"konsekuensi_dibuka": "-"}
    kinds = {kode for kode, _ in found({"uji": dash}, other(uji={**OTHER_TEST, **dash}))}
    assert "konsekuensi_dibuka_disalin" not in kinds


def test_a_twin_that_was_concluded_open_contradicts() -> None:
    kinds = [kode for kode, _ in found({"kode": "A-1"}, {"kode": "B-2", "uji": {"kesimpulan": "terbuka"}})]
    assert kinds == ["kembar", "bertentangan"]


def test_an_undecided_twin_hides_no_contradiction_of_the_next() -> None:
    undecided, opened = {"kode": "A-1", "uji": {"kesimpulan": None}}, {"kode": "C-3", "uji": {"kesimpulan": "terbuka"}}
    told = [text for kode, text in found(undecided, {"kode": "B-2"}, opened) if kode == "bertentangan"]
    assert len(told) == 1
    assert "C-3" in told[0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ["A-1"]),
        ({"uraian": f"Data {butir().uraian}"}, ["A-1"]),
        ({"uraian": "Risalah rapat penyusunan tarif", "dokumen_induk": None}, []),
        ({"uji": {"kesimpulan": None}}, []),
        ({"uji": {"kesimpulan": "terbuka"}}, []),
        ({"uji": {"tanpa": True}}, []),
        ({"uraian": None}, []),
    ],
)
def test_what_was_concluded_open_before_is_told_by_its_code(change: dict[str, Any], told: list[str]) -> None:
    before = isi_butir(butir().uraian, butir().dokumen_induk)
    earlier = PutusanTerbuka(Pencari([before], SERUPA), {before: "A-1"})
    said = periksa_kajian([butir(**change)], hari_ini=TODAY, putusan=earlier)
    texts = [f.pesan for f in said if f.kode == "pernah_terbuka"]
    assert [code in text for code, text in zip(told, texts, strict=True)] == [True] * len(told)
    assert not [f for f in said if f.kode == "pernah_terbuka" and (f.tingkat, f.medan) != ("peringatan", "kesimpulan")]


def test_butir_without_a_description_are_no_twins() -> None:
    kinds = [kode for kode, _ in found({"uraian": None}, {"uraian": None})]
    assert "kembar" not in kinds


def test_likeness_is_the_share_of_common_runs_of_three_words() -> None:
    assert kemiripan("satu dua tiga", "Satu, dua; TIGA!") == 1.0
    assert kemiripan("satu dua tiga empat", "satu dua tiga lima") == 1 / 3
    assert kemiripan("satu dua", "satu dua") == 1.0
    assert kemiripan("satu dua", "satu tiga") == 1 / 3
    assert kemiripan("", "satu") == 0.0
    assert kemiripan(None, None) == 0.0


def test_near_duplicates_are_found_and_the_rest_is_left_alone() -> None:
    words = [f"kata{n}" for n in range(60)]
    changed = [*words[:30], "lain", *words[31:]]
    texts = [" ".join(words), None, " ".join(changed), "", "sesuatu yang lain sama sekali"]
    assert mirip(texts) == {0: [2], 2: [0]}
    assert mirip(texts, batas=1.0) == {}


def test_every_pair_that_is_alike_is_found() -> None:
    """The rare-words index finds what comparing all pairs finds, as long as few are alike."""
    draw = random.Random(7)
    base = [[f"k{draw.randrange(200)}" for _ in range(40)] for _ in range(15)]
    texts = [" ".join(row) for row in base]
    for row in base:
        place = draw.randrange(40)
        texts.append(" ".join([*row[:place], "baru", *row[place + 1 :]]))
    pairs = {(a, b) for a in range(30) for b in range(a) if kemiripan(texts[a], texts[b]) >= 0.8}
    assert {(a, b) for a, others in mirip(texts, batas=0.8).items() for b in others if b < a} == pairs


def test_the_answer_stays_short_where_all_are_alike() -> None:
    answer = mirip(["persis sama seluruhnya di sini"] * 300)
    assert len(answer) == 300
    assert max(len(others) for others in answer.values()) == PALING_BANYAK


def test_three_twins_are_named_without_more() -> None:
    pesan = [text for _, text in found(*({"kode": f"A-{n}"} for n in range(4)))]
    assert pesan[0].startswith("Kembar dengan A-1, A-2, A-3. Gabungkan")


def test_twins_without_code_or_test_are_twins_all_the_same() -> None:
    bare = {"kode": None, "uji": {"tanpa": True}}
    twins = [text for kode, text in found(bare, bare) if kode == "kembar"]
    assert twins == ["Kembar dengan butir lain. Gabungkan, atau jelaskan perbedaannya."] * 2


def test_empty_words_are_no_copies_of_each_other() -> None:
    said = {"konsekuensi_dibuka": "Tidak ada"}
    kinds = {kode for kode, _ in found({"uji": said}, other(uji={**OTHER_TEST, **said}))}
    assert "konsekuensi_dibuka_disalin" not in kinds


def test_an_open_twin_contradicts_nothing_that_is_not_concluded_or_open_itself() -> None:
    opened = {"uji": {"kesimpulan": "terbuka"}}
    assert "bertentangan" not in {kode for kode, _ in found({"uji": {"kesimpulan": None}}, opened)}
    assert found(opened, opened) == []


def test_rows_that_differ_in_their_test_or_basis_are_not_the_same_row() -> None:
    other_test = {"kode": "A-1", "uji": {"konsekuensi_dibuka": "Akibat lain yang ditulis tersendiri untuk butir ini."}}
    other_basis = {"kode": "A-1", "huruf": ["h.3"]}
    for first in (other_test, other_basis):
        pesan = [text for kode, text in found(first, {"kode": "B-2"}, {"kode": "C-3"}) if kode == "kembar"]
        assert pesan[1].startswith("Kembar dengan C-3, A-1."), first


def test_the_document_is_part_of_what_a_butir_is_about() -> None:
    long = " ".join(f"lembar{n}" for n in range(20))
    assert "kembar" not in {kode for kode, _ in found({"dokumen_induk": long}, {"dokumen_induk": long[::-1]})}
