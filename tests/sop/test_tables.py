"""The tables say what the procedure says: compared row by row with a transcription made by hand."""

import itertools

import pytest

from app.sop import choices, papers, words
from app.sop.reading import TABEL, langkah, matriks, semua
from tests.sop.transcript import FIRST, NUMBERLESS, PAPERS, ROLES, SIGNED, STATUSES, STEPS, TABLE, Row


def test_every_move_of_the_procedure_is_in_the_tables_and_no_other() -> None:
    assert [(kind, row.verb) for kind, row in semua()] == [(row.kind, row.verb) for row in TABLE]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.kind}.{row.verb}")
def test_a_move_goes_from_where_to_where_by_whom_with_which_papers(row: Row) -> None:
    found = next(r for r in langkah(row.kind) if r.verb == row.verb)
    assert tuple(found.dari) == row.before
    assert found.ke == row.after
    assert set(found.pelaksana) == set(row.actors)
    assert tuple(found.naskah) == row.gives
    assert found.perlu_catatan is row.reason
    assert found.maju is (row.verb in STEPS)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.kind}.{row.verb}")
def test_a_move_names_its_basis(row: Row) -> None:
    found = next(r for r in langkah(row.kind) if r.verb == row.verb)
    if row.sheet == "law":
        assert "PP 61/2010" in found.basis
        assert "belum diverifikasi" in found.basis
    else:
        assert found.basis == row.sheet


def test_the_statuses_are_those_of_the_procedure() -> None:
    for kind, statuses in STATUSES.items():
        first = TABEL[kind].AWAL
        assert tuple(type(first)) == statuses
        assert first == FIRST[kind]


def test_the_roles_are_those_of_the_office() -> None:
    assert tuple(words.Pelaksana) == ROLES


def test_only_the_gates_of_the_law_ask_a_reason_for_warnings() -> None:
    assert {row.verb for _, row in semua() if row.beralasan} == {"sampaikan", "tetapkan"}


def test_ten_papers_belong_to_the_moves_and_ten_stand_around_them() -> None:
    assert tuple(words.Naskah) == PAPERS
    assert words.TANPA_NOMOR == NUMBERLESS


def test_signed_copies_are_asked_where_the_procedure_asks_them() -> None:
    assert {str(p): rule.wajib_ttd for p, rule in papers.KETENTUAN.items() if rule.wajib_ttd} == SIGNED


def test_the_decree_and_its_restricted_annex_must_be_archived() -> None:
    important = {str(paper) for paper, rule in papers.KETENTUAN.items() if rule.penting_arsip}
    assert important == {"surat_keputusan", "lampiran_terbatas"}
    assert set(papers.KETENTUAN[words.Naskah.LAMPIRAN_TERBATAS].pengarsip) == {"PPID Utama", "Arsiparis"}


def test_no_role_may_do_two_steps_of_the_sheet_that_follow_each_other() -> None:
    actors = {row.verb: set(row.actors) for row in TABLE if row.verb in STEPS}
    for earlier, later in itertools.pairwise(STEPS):
        assert actors[earlier].isdisjoint(actors[later])


def test_the_matrix_has_one_cell_for_each_role_and_move() -> None:
    cells = {
        (kind, row.verb, role): may for kind, row, line in matriks() for role, may in zip(ROLES, line, strict=True)
    }
    assert len(cells) == len(TABLE) * len(ROLES)
    for row in TABLE:
        for role in ROLES:
            assert cells[row.kind, row.verb, role] is (role in row.actors)


def test_the_auditor_moves_nothing() -> None:
    assert not [row for _, row in semua() if "Auditor" in row.pelaksana]


@pytest.mark.parametrize("words_of", [words.LABEL_NASKAH, words.NAMA_FAIL_NASKAH, words.SKKAAD_NASKAH])
def test_every_paper_has_its_words(words_of: dict[words.Naskah, str]) -> None:
    assert set(words_of) == set(words.Naskah)
    assert all(words_of.values())


def test_every_status_has_a_label_in_plain_words() -> None:
    for statuses in (*STATUSES.values(), tuple(words.StatusRegister)):
        for status in statuses:
            label = words.LABEL_STATUS.get(status, "")
            assert label, f"{status} has no label"
            assert "_" not in label


def test_what_is_excluded_is_named_the_same_everywhere() -> None:
    assert set(choices.DIKECUALIKAN) == {"dikecualikan", "dikecualikan_sebagian"}
    assert set(choices.DIKECUALIKAN) < set(choices.KESIMPULAN)
    assert set(choices.DIKECUALIKAN) < set(choices.KEPUTUSAN)
