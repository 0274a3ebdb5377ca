"""What a published name of a paper is: its kind, its meaning, its sample; never where the data comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.documents.text import TeksDitolak, clean_text

TEXT_LIMIT = 20_000


class IsianKurang(ValueError):
    """The context lacks a published name, or holds something else there than plain data; `jalur` names the place."""

    def __init__(self, jalur: str, alasan: str) -> None:
        super().__init__(f"Isian naskah '{jalur}' {alasan}.")
        self.jalur, self.alasan = jalur, alasan


@dataclass(frozen=True, slots=True)
class Text:
    """One text; may be empty, may hold line breaks."""

    arti: str
    contoh: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; for `{% if %}`, never printed."""

    arti: str
    contoh: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number."""

    arti: str
    contoh: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Names that belong together, reached with a dot."""

    arti: str
    nama: Mapping[str, Node]

    def only(self, *names: str, arti: str = "") -> Group:
        """The same group with fewer names: what is left out can never be printed."""
        return Group(arti or self.arti, {name: self.nama[name] for name in names})


@dataclass(frozen=True, slots=True)
class Rows:
    """A list for `{% for %}`; each sample row overrides the samples of the names in `isi`."""

    arti: str
    isi: Group | Text
    contoh: tuple[Any, ...] = ()


Node: TypeAlias = Text | Flag | Count | Group | Rows
Schema: TypeAlias = Mapping[str, Node]


def sample_of(node: Node, given: Any = None) -> Any:
    """Sample data of a node; `given` overrides parts of it."""
    if isinstance(node, Group):
        return sample_names(node.nama, given)
    if isinstance(node, Rows):
        return [sample_of(node.isi, row) for row in (node.contoh if given is None else given)]
    return node.contoh if given is None else given


def sample_names(names: Schema, given: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Sample data of several names; an override under an unknown name is a mistake of ours."""
    given = given or {}
    if unknown := set(given) - set(names):
        raise KeyError(f"contoh memakai nama yang tidak ada: {sorted(unknown)}")
    return {name: sample_of(node, given.get(name)) for name, node in names.items()}


def listing(names: Schema, before: str = "") -> Iterator[tuple[str, str]]:
    """(path, meaning) of every name as clerks write it; a list shows as `butir[]`."""
    for name, node in names.items():
        path = f"{before}{name}"
        if isinstance(node, Group):
            yield path, node.arti
            yield from listing(node.nama, f"{path}.")
        elif isinstance(node, Rows):
            yield f"{path}[]", node.arti
            if isinstance(node.isi, Group):
                yield from listing(node.isi.nama, f"{path}[].")
        else:
            yield path, node.arti


def fit(names: Schema, context: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """A clean copy of `context` that holds exactly the published names; what is not published is left behind."""
    clean = {}
    for name, node in names.items():
        path = f"{before}{name}"
        if name not in context:
            raise IsianKurang(path, "tidak ada")
        clean[name] = _fit_node(node, context[name], path)
    return clean


def _fit_node(node: Node, value: Any, path: str) -> Any:
    if value is None:
        raise IsianKurang(path, "kosong (None)")
    if isinstance(node, Text):
        return _fit_text(value, path)
    if isinstance(node, Group):
        if not isinstance(value, Mapping):
            raise IsianKurang(path, "bukan kelompok nama")
        return fit(node.nama, value, f"{path}.")
    if isinstance(node, Rows):
        if not isinstance(value, list | tuple):
            raise IsianKurang(path, "bukan daftar")
        return [_fit_node(node.isi, row, f"{path}[{number}]") for number, row in enumerate(value)]
    wanted = bool if isinstance(node, Flag) else int
    if type(value) is not wanted:
        raise IsianKurang(path, "bukan ya/tidak" if wanted is bool else "bukan bilangan bulat")
    return value


def _fit_text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise IsianKurang(path, "bukan teks")
    try:
        return clean_text(value, maksimum=TEXT_LIMIT)
    except TeksDitolak as refused:
        raise TeksDitolak(refused.posisi, refused.alasan, jalur=path) from None
