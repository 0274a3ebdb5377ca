"""Reading the SOP tables: look a move up, prove the tables sound, draw them. Pure functions over data."""

from collections.abc import Iterable, Iterator
from types import ModuleType

from app.sop import butir, naskah, procedure, usulan
from app.sop.moves import Langkah
from app.sop.papers import KETENTUAN
from app.sop.words import LUAR_SOP, PENDUKUNG, Naskah, Pelaksana

TABEL: dict[str, ModuleType] = {"usulan": usulan, "berkas": procedure, "butir": butir, "naskah": naskah}
SUMBER_DAYA: dict[str, str] = {"usulan": "Usulan", "berkas": "Berkas", "butir": "ButirInformasi", "naskah": "Naskah"}


def langkah(kind: str) -> tuple[Langkah, ...]:
    """All rows of one table, in reading order. KeyError for an unknown kind."""
    rows: tuple[Langkah, ...] = TABEL[kind].LANGKAH
    return rows


def cari(kind: str, verb: str) -> Langkah | None:
    """The row of a verb, or None when the table has no such verb."""
    return next((row for row in langkah(kind) if row.verb == verb), None)


def semua() -> Iterator[tuple[str, Langkah]]:
    """Every (kind, row) of all tables."""
    for kind in TABEL:
        for row in langkah(kind):
            yield kind, row


def matriks() -> list[tuple[str, Langkah, tuple[bool, ...]]]:
    """Role × move: one (kind, row, one bool per Pelaksana in order) for every move."""
    return [(kind, row, tuple(role in row.pelaksana for role in Pelaksana)) for kind, row in semua()]


def ikut(kind: str, verb: str) -> tuple[tuple[str, ...], str | None]:
    """What becomes of the butir when a usulan or berkas moves: (statuses before, status after or None)."""
    for table, moved, before, after in butir.MENGIKUTI:
        if (table, moved) == (kind, verb):
            return tuple(before), after
    return (), None


def menyimpang(kind: str, verb: str) -> dict[str, str]:
    """Conclusion or decision -> status of the butir, where it does not simply follow."""
    return {said: after for table, moved, said, after in butir.MENYIMPANG if (table, moved) == (kind, verb)}


def _tujuan(kind: str, row: Langkah) -> set[str]:
    return {row.ke} if row.ke else set(row.dari)


def _panah(kind: str) -> set[tuple[str, str]]:
    """(status before, status after) of every way of one table; for butir also those of what it follows."""
    arrows = {(a, b) for row in langkah(kind) for a in row.dari for b in _tujuan(kind, row) if row.ke}
    if kind == "naskah":
        withdrawn = any(row.mencabut for _, row in semua())
        arrows |= {(a, "dicabut") for a in ("terbit", "ditandatangani") if withdrawn}
    if kind == "butir":
        for table, verb, before, after in butir.MENGIKUTI:
            for a in before:
                arrows.add((a, after))
                arrows |= {(a, other) for other in menyimpang(table, verb).values()}
    return arrows


def terjangkau(kind: str) -> set[str]:
    """The statuses that can be reached from the first one."""
    seen = {TABEL[kind].AWAL.value}
    while True:
        more = {b for a, b in _panah(kind) if a in seen} - seen
        if not more:
            return seen
        seen |= more


def check(templates: Iterable[str]) -> list[str]:
    """What is wrong with the tables, as sentences; empty when they are sound. `templates`: names of the .docx files."""
    return [*_check_statuses(), *_check_actors(), *_check_papers(set(templates))]


def _check_statuses() -> Iterator[str]:
    for kind, module in TABEL.items():
        every: set[str] = {status.value for status in type(module.AWAL)}
        for status in every - terjangkau(kind):
            yield f"{kind}: status '{status}' tidak pernah tercapai"
        leaving = {a for a, _ in _panah(kind)}
        for status in every - set(module.AKHIR) - leaving:
            yield f"{kind}: status '{status}' tidak punya jalan keluar"


def _check_actors() -> Iterator[str]:
    for kind, row in semua():
        if not row.pelaksana:
            yield f"{kind}: langkah '{row.verb}' tidak punya pelaksana"
        if not row.dari:
            yield f"{kind}: langkah '{row.verb}' tidak punya status asal"
    acting = {role for _, row in semua() for role in row.pelaksana}
    for role in set(Pelaksana) - acting - {Pelaksana.PENGAWAS}:
        yield f"pelaksana '{role}' tidak punya satu langkah pun"


def _check_papers(templates: set[str]) -> Iterator[str]:
    issued = {paper for _, row in semua() for paper in row.naskah}
    for kind, row in semua():
        for paper in row.naskah_masuk:
            if paper not in issued:
                yield f"{kind}: '{row.verb}' membutuhkan '{paper}' yang tidak diterbitkan langkah mana pun"
    for paper in Naskah:
        if paper not in issued and paper not in (*PENDUKUNG, *LUAR_SOP):
            yield f"naskah '{paper}' tidak diterbitkan langkah mana pun"
        if paper not in KETENTUAN:
            yield f"naskah '{paper}' tidak punya ketentuan"
        if paper.value not in templates:
            yield f"naskah '{paper}' tidak punya templat docx_templates/{paper}.docx"


def diagram(kind: str) -> str:
    """The moves of one table as text, one arrow a line, in the order of the table."""
    lines = []
    for row in langkah(kind):
        for before in row.dari:
            actors = ", ".join(row.pelaksana)
            lines.append(f"{before:>15} --{row.verb}--> {row.ke or before}   [{actors}] ({row.basis})")
    return "\n".join(lines)
