"""When rules speak: completeness at handing in, the law as a hint on proposals, everything at the two gates."""

from app.law.similarity import Pencari
from app.law.validator import ATURAN, periksa_kajian, periksa_pengajuan, periksa_usulan
from tests.law.examples import TODAY, butir, hukum

LEAK = {"uraian_publik": "Data kesehatan NIK 3604011212900003"}
UNTESTED = {"uji": {"tanpa": True}}


def test_handing_in_asks_for_completeness_alone_of_every_butir() -> None:
    found = periksa_pengajuan([butir(**LEAK, **UNTESTED), butir(penguasa=None, huruf=[]), butir(bagian=None)])
    assert [(one.kode, one.tingkat) for one in found] == [
        ("medan_wajib", "blok"),
        ("pasal17_kosong", "blok"),
        ("sebagian_tanpa_bagian", "blok"),
    ]
    assert periksa_pengajuan([butir(**LEAK, **UNTESTED)]) == []


def test_a_proposal_is_judged_butir_by_butir_without_its_test() -> None:
    rows = [butir(**LEAK, **UNTESTED), butir(**UNTESTED), butir(penguasa=None, kode="B", uraian="Hal lain sama sekali")]
    each = periksa_usulan(rows, hari_ini=TODAY)
    assert [[one.kode for one in found if one.kode != "kembar"] for found in each] == [
        ["publik_memuat_rahasia"],
        [],
        ["medan_wajib"],
    ]
    assert "kembar" in {one.kode for one in each[0]}


def test_the_choices_and_the_open_list_reach_both() -> None:
    lower = {"dasar": [hukum("PP 71/2019", "Pasal 5")]}
    chosen = {"pendamping_bukan_uu": "tidak"}
    lines = Pencari([str(butir().uraian)])
    for said in (
        periksa_usulan([butir(**lower)], hari_ini=TODAY)[0],
        periksa_kajian([butir(**lower)], hari_ini=TODAY),
    ):
        assert [one.kode for one in said] == ["dasar_bukan_uu"]
    for said in (
        periksa_usulan([butir(**lower)], hari_ini=TODAY, pilihan=chosen, terbuka=lines)[0],
        periksa_kajian([butir(**lower)], hari_ini=TODAY, pilihan=chosen, terbuka=lines),
    ):
        assert [one.kode for one in said] == ["tercatat_terbuka"]


def test_no_rule_of_the_test_speaks_about_a_proposal() -> None:
    stages = {rule.kode: rule.tahap for rule in ATURAN}
    bare = butir(uraian=None, dokumen_induk=None, huruf=[], dasar=[], jangka_jenis=None, bagian=None, **UNTESTED)
    told = {one.kode for one in periksa_usulan([bare], hari_ini=TODAY)[0]}
    assert {stages[kode] for kode in told} <= {"pengajuan", "usulan"}
    assert "belum_diuji" in {one.kode for one in periksa_kajian([bare], hari_ini=TODAY)}
