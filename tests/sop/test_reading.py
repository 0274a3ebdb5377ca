"""`reading.check` finds each fault that is put into the tables, and reachability is proved a second way."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from statemachine import State, StateMachine
from statemachine.exceptions import InvalidDefinition

from app.sop import butir, naskah, papers, procedure, reading, usulan
from app.sop.moves import Langkah
from app.sop.words import Naskah, Pelaksana, StatusBerkas, StatusButir, StatusUsulan
from tests.sop.transcript import FIRST, PAPERS, STATUSES, TABLE

# How butir follow their usulan and berkas, transcribed by hand: (status before, status after).
FOLLOWS = (
    ("draf", "diajukan"),  # ajukan
    ("diajukan", "draf"),  # tarik, kembalikan
    ("diajukan", "dihimpun"),  # himpun
    *((s, "draf") for s in ("dihimpun", "perbaikan", "digabung", "ditunda")),  # kembalikan
    *(("dihimpun", s) for s in ("diuji", "terbuka", "ditunda")),  # sampaikan, tutup_tanpa_sk
    ("diuji", "dipertimbangkan"),  # pertimbangkan
    *(("dipertimbangkan", s) for s in ("ditetapkan", "tidak_disetujui")),  # tetapkan
    ("diuji", "dihimpun"),  # kaji_ulang
    ("terbuka", "dihimpun"),  # kaji_ulang
    ("dipertimbangkan", "diuji"),  # pertimbangkan_ulang, tolak_persetujuan
    *((s, "dipertimbangkan") for s in ("ditetapkan", "tidak_disetujui")),  # batalkan_penetapan
    *(
        (s, "diajukan")  # batalkan
        for s in ("dihimpun", "perbaikan", "diuji", "terbuka", "dipertimbangkan", "digabung", "ditunda")
    ),
)
ENDS = {
    "usulan": set(),
    "berkas": {"selesai", "dibatalkan"},
    "butir": set(),  # the last ones can be taken back with their decree
    "naskah": {"dicabut"},
}


def arrows(kind: str) -> set[tuple[str, str]]:
    """Every way of one table, from the transcription."""
    found = {(a, row.after) for row in TABLE if row.kind == kind and row.after for a in row.before}
    if kind == "butir":
        found |= set(FOLLOWS)
    if kind == "naskah":
        found |= {(a, "dicabut") for a in ("terbit", "ditandatangani")}
    return found


def walked(kind: str) -> set[str]:
    """The statuses that a search from the first one meets."""
    seen, edge = {FIRST[kind]}, [FIRST[kind]]
    while edge:
        here = edge.pop()
        for a, b in arrows(kind):
            if a == here and b not in seen:
                seen.add(b)
                edge.append(b)
    return seen


def machine(kind: str, ways: set[tuple[str, str]]) -> type[StateMachine]:
    """The table as a state machine of the library, which refuses what cannot be reached or left."""
    states = {s: State(s, initial=s == FIRST[kind], final=s in ENDS[kind]) for s in STATUSES[kind]}
    members: dict[str, Any] = dict(states)
    for place, (a, b) in enumerate(sorted(ways)):
        members[f"move_{place}"] = states[a].to(states[b])
    return type(f"{kind.title()}Machine", (StateMachine,), members)


TEMPLATES = set(PAPERS)


def test_the_tables_are_sound() -> None:
    assert reading.check(TEMPLATES) == []


@pytest.mark.parametrize("kind", STATUSES)
def test_every_status_is_reached_in_the_tables_and_in_the_transcription(kind: str) -> None:
    assert reading.terjangkau(kind) == walked(kind) == set(STATUSES[kind])


@pytest.mark.parametrize("kind", ["usulan", "berkas", "butir", "naskah"])
def test_a_state_machine_of_another_house_accepts_the_table(kind: str) -> None:
    module = reading.TABEL[kind]
    table = {(a.value, row.ke.value) for row in module.LANGKAH for a in row.dari if row.ke}
    ways = table | (arrows(kind) if kind in ("butir", "naskah") else set())
    assert {state.value for state in machine(kind, ways)().states} == set(STATUSES[kind])


def test_that_state_machine_would_refuse_a_status_that_nobody_reaches() -> None:
    ways = {way for way in arrows("berkas") if "selesai" not in way}
    with pytest.raises(InvalidDefinition):
        machine("berkas", ways)


def test_butir_follow_as_the_transcription_says() -> None:
    found = set()
    for table, verb, before, after in butir.MENGIKUTI:
        for status in before:
            found.add((status.value, after.value))
            found |= {(status.value, other) for other in reading.menyimpang(table, verb).values()}
    for table, verb, _, other in butir.MENYIMPANG:
        if not any((t, v) == (table, verb) for t, v, *_ in butir.MENGIKUTI):
            found.add(("dihimpun", other.value))
    assert found == set(FOLLOWS)


def changed(module: Any, verb: str, **what: Any) -> Callable[[pytest.MonkeyPatch], None]:
    """A fault: one row of a table said otherwise."""

    def put(patch: pytest.MonkeyPatch) -> None:
        rows: tuple[Langkah, ...] = module.LANGKAH
        assert any(row.verb == verb for row in rows)
        patch.setattr(module, "LANGKAH", tuple(replace(r, **what) if r.verb == verb else r for r in rows))

    return put


def dropped(module: Any, *verbs: str) -> Callable[[pytest.MonkeyPatch], None]:
    """A fault: rows left out."""

    def put(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(module, "LANGKAH", tuple(row for row in module.LANGKAH if row.verb not in verbs))

    return put


def without(name: str, number: int, *values: Any) -> Callable[[pytest.MonkeyPatch], None]:
    """A fault: rows of how butir follow left out, those that end in one of `values`."""

    def put(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(butir, name, tuple(row for row in getattr(butir, name) if row[number] not in values))

    return put


def no_rule(patch: pytest.MonkeyPatch) -> None:
    """A fault: a paper without its rule."""
    kept = {paper: rule for paper, rule in papers.KETENTUAN.items() if paper != Naskah.NOTA_DINAS}
    patch.setattr(reading, "KETENTUAN", kept)


FAULTS: tuple[tuple[str, Callable[[pytest.MonkeyPatch], None], str], ...] = (
    (
        "no way to a status",
        changed(procedure, "tetapkan", ke=None),
        "berkas: status 'pengunggahan' tidak pernah tercapai",
    ),
    ("no way to an end", dropped(procedure, "batalkan"), "berkas: status 'dibatalkan' tidak pernah tercapai"),
    (
        "a status that nobody leaves",
        dropped(procedure, "kaji", "batalkan"),
        "berkas: status 'penghimpunan' tidak punya jalan keluar",
    ),
    (
        "a usulan that stays returned",
        changed(usulan, "ajukan", dari=(StatusUsulan.DRAF,)),
        "usulan: status 'dikembalikan' tidak punya jalan keluar",
    ),
    ("nobody returns a usulan", dropped(usulan, "kembalikan"), "usulan: status 'dikembalikan' tidak pernah tercapai"),
    (
        "no butir is repaired",
        dropped(butir, "minta_perbaikan"),
        "butir: status 'perbaikan' tidak pernah tercapai",
    ),
    ("no butir is merged", dropped(butir, "gabung"), "butir: status 'digabung' tidak pernah tercapai"),
    (
        "no butir ends open",
        without("MENYIMPANG", 3, StatusButir.TERBUKA),
        "butir: status 'terbuka' tidak pernah tercapai",
    ),
    ("no butir is tested", without("MENGIKUTI", 3, StatusButir.DIUJI), "butir: status 'diuji' tidak pernah tercapai"),
    ("no paper is signed", dropped(naskah, "tandatangani"), "naskah: status 'ditandatangani' tidak pernah tercapai"),
    (
        "a move without an actor",
        changed(procedure, "kaji", pelaksana=()),
        "berkas: langkah 'kaji' tidak punya pelaksana",
    ),
    ("a move from nowhere", changed(butir, "tunda", dari=()), "butir: langkah 'tunda' tidak punya status asal"),
    (
        "a role without a move",
        changed(naskah, "arsipkan", pelaksana=(Pelaksana.PETUGAS_DATA, Pelaksana.PPID_UTAMA)),
        "pelaksana 'Arsiparis' tidak punya satu langkah pun",
    ),
    (
        "a paper that nobody issues",
        changed(procedure, "pertimbangkan", naskah=()),
        "naskah 'hasil_pertimbangan' tidak diterbitkan langkah mana pun",
    ),
    (
        "a paper required and never issued",
        changed(procedure, "pertimbangkan", naskah=()),
        "berkas: 'tetapkan' membutuhkan 'hasil_pertimbangan' yang tidak diterbitkan langkah mana pun",
    ),
    ("a paper without its rule", no_rule, "naskah 'nota_dinas' tidak punya ketentuan"),
)


@pytest.mark.parametrize(("put", "sentence"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_fault_in_the_tables_is_found(
    monkeypatch: pytest.MonkeyPatch, put: Callable[[pytest.MonkeyPatch], None], sentence: str
) -> None:
    put(monkeypatch)
    assert sentence in reading.check(TEMPLATES)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_without_a_template_is_found(paper: str) -> None:
    assert reading.check(TEMPLATES - {paper}) == [f"naskah '{paper}' tidak punya templat docx_templates/{paper}.docx"]


def test_no_two_rows_of_a_table_share_a_verb() -> None:
    for kind in STATUSES:
        verbs = [row.verb for row in reading.langkah(kind)]
        assert len(verbs) == len(set(verbs))


def test_an_unknown_verb_or_kind_is_not_found() -> None:
    assert reading.cari("berkas", "sulap") is None
    with pytest.raises(KeyError):
        reading.langkah("sulap")


def test_the_diagram_draws_one_arrow_for_each_way() -> None:
    for kind in STATUSES:
        wanted = sum(len(row.before) for row in TABLE if row.kind == kind)
        assert len(reading.diagram(kind).splitlines()) == wanted
    assert f"--batalkan--> {StatusBerkas.DIBATALKAN.value}" in reading.diagram("berkas")
