"""What a template promises: names that it must print, names that nobody publishes (with the likely one), names it leaves out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from jinja2 import nodes

from app.documents.compiled import examined, sources
from app.documents.sandbox import Check, Scope, TemplatDitolak, environment
from app.documents.schema import Group, Node, Text
from app.documents.vocabulary import VOCABULARY, daftar_nama

# A template without one of these, where the shipped one prints it, is no official paper.
WAJIB = re.compile(r"naskah\.(nomor|skkaad|kode_verifikasi|alamat_verifikasi)|.*\.nama_cetak|.*\bbutir\[\]")
_LIKE = 0.6


@dataclass(frozen=True)
class Kontrak:
    """The findings over one template, as staff read them. `tidak_dikenal`: (name, the likely published one or "")."""

    dipakai: tuple[str, ...] = ()
    kurang: tuple[tuple[str, str], ...] = ()
    tidak_dicetak: tuple[tuple[str, str], ...] = ()
    tidak_dikenal: tuple[tuple[str, str], ...] = ()

    @property
    def dipenuhi(self) -> bool:
        return not self.kurang and not self.tidak_dikenal


class _Asing(Text):
    """Stands for a name that is not published, so that the walk can go on and find the others."""


@dataclass
class _Pencari(Check):
    """The check of app.documents.sandbox that collects unknown names instead of stopping at the first."""

    asing: dict[str, str] = field(default_factory=dict)

    def _resolve(self, node: nodes.Node, scope: Scope) -> tuple[Node, str]:
        if isinstance(node, nodes.Name) and node.name not in scope:
            return self._unknown(node.name, scope, "")
        if isinstance(node, nodes.Getattr):
            group, path = self._resolve(node.node, scope)
            if isinstance(group, _Asing):
                return group, path
            if isinstance(group, Group) and node.attr not in group.nama:
                return self._unknown(node.attr, group.nama, written(node.node))
        return super()._resolve(node, scope)

    def _unknown(self, name: str, among: Mapping[str, object], before: str) -> tuple[Node, str]:
        whole = f"{before}.{name}" if before else name
        near = difflib.get_close_matches(name, list(among), n=1, cutoff=_LIKE)
        self.asing.setdefault(whole, (f"{before}.{near[0]}" if before else near[0]) if near else "")
        return _Asing("tidak dikenal"), ""

    def _loop(self, node: nodes.For, scope: Scope, loops: tuple[str, ...]) -> None:
        if not isinstance(self._resolve(node.iter, scope)[0], _Asing):
            super()._loop(node, scope, loops)

    def _filter(self, node: nodes.Filter, scope: Scope) -> None:
        if node.node is None or not isinstance(self._resolve(node.node, scope)[0], _Asing):
            super()._filter(node, scope)


def written(node: nodes.Node) -> str:
    """A name as the clerk wrote it: "b.uraian"."""
    if isinstance(node, nodes.Getattr):
        return f"{written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"


def kontrak(template: bytes, jenis: str, bawaan: bytes) -> Kontrak:
    """The contract of a template beside the shipped one. TemplatDitolak for what is wrong beyond names."""
    seen, shipped = _names(template, jenis), _names(bawaan, jenis)
    meaning = dict(daftar_nama(jenis))
    must = [name for name in meaning if WAJIB.fullmatch(name) and name in shipped.shown and name not in seen.shown]
    left = [name for name in meaning if name in shipped.used and name not in seen.used and name not in must]
    suggested = {name: near or _deep(name, meaning) for name, near in seen.asing.items()}
    return Kontrak(
        dipakai=tuple(name for name in meaning if name in seen.used),
        kurang=tuple((name, meaning[name]) for name in must),
        tidak_dicetak=tuple((name, meaning[name]) for name in left),
        tidak_dikenal=tuple(sorted(suggested.items())),
    )


def _deep(name: str, meaning: Mapping[str, str]) -> str:
    """A published name whose last word is like the last word of an unknown one."""
    last = {path.rpartition(".")[2].removesuffix("[]"): path for path in reversed(list(meaning))}
    near = difflib.get_close_matches(name.rpartition(".")[2], list(last), n=1, cutoff=_LIKE)
    return last[near[0]] if near else ""


@lru_cache(maxsize=4)
def _names(template: bytes, jenis: str) -> _Pencari:
    jinja, seen = environment(), _Pencari(VOCABULARY[jenis])
    for source in sources(examined(template)[1]).values():
        if "{" in source:
            seen.source(jinja, source)
    return seen


__all__ = ["Kontrak", "TemplatDitolak", "kontrak"]
