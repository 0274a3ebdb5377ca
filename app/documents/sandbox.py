"""What a Word template may say: published names, plain loops and conditions. Never a call, an index or arithmetic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from app.documents.schema import Count, Flag, Group, Node, Rows, Schema, Text

FILTERS = ("upper", "lower", "length", "join")
LOOP: Mapping[str, Node] = {
    "index": Count("Nomor baris mulai 1"),
    "first": Flag("Ya pada baris pertama"),
    "last": Flag("Ya pada baris terakhir"),
    "length": Count("Banyaknya baris"),
    "revindex": Count("Nomor baris dari belakang: 1 pada baris terakhir"),
}
DEEPEST = 4
# Shipped templates have 50 000 characters and 270 marks in their longest part; Word makes of that a few times as much.
TERPANJANG, PENANDA_TERBANYAK = 1_000_000, 1_000
BUKA = re.compile(r"\{[{%]")
BERSARANG = "penanda bersarang terlalu dalam"
ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.CondExpr, nodes.Const),
    *(nodes.Name, nodes.Getattr, nodes.Filter, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
)
OPERATORS = ("eq", "ne", "gt", "gteq", "lt", "lteq")
# What clerks call what Jinja calls otherwise; every other element is named by SELAIN.
UNSUR = {
    "Call": "pemanggilan dengan tanda kurung, misalnya nama(),",
    **dict.fromkeys(("Getitem", "Slice"), "kurung siku, misalnya nama[1],"),
    **dict.fromkeys(
        ("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow", "Neg", "Pos", "Concat"), "hitungan (+ - * / % ~)"
    ),
    **dict.fromkeys(("List", "Tuple", "Dict", "Pair"), "daftar yang ditulis sendiri"),
    "Filter": "saringan beruntun",
    "Test": "uji 'is'",
    "Const": "teks tetap di tempat ini",
    "FilterBlock": "{% filter %}",
    "With": "{% with %}",
    "ScopedEvalContextModifier": "{% autoescape %}",
    **dict.fromkeys(("Assign", "AssignBlock"), "{% set %}"),
    **dict.fromkeys(("Macro", "CallBlock"), "{% macro %} atau {% call %}"),
    **dict.fromkeys(("Include", "Import", "FromImport", "Extends", "Block"), "isi dari templat lain"),
}
SELAIN = "perintah ini"
GANTI = "pakai penanda {{ nama }}, {% for %}, dan {% if %} saja"
BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


Scope: TypeAlias = Mapping[str, tuple[Node, str]]


class TemplatDitolak(ValueError):
    """A Word template that may not be used, with the reason in Indonesian."""


printed: ContextVar[list[str] | None] = ContextVar("printed", default=None)


def inert(value: Any) -> Markup:
    """A value as it goes into the XML: escaped, its braces as references, so that nothing reads it as a mark again."""
    if isinstance(value, Markup):  # a constant of the template, escaped by Jinja
        value = value.unescape()
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TemplatDitolak(f"templat mencetak {type(value).__name__}; hanya teks dan bilangan yang dapat dicetak")
    text = str(value)
    record = printed.get()
    if record is not None:
        record.append(text)
    xml = str(escape(text)).replace("{", "&#123;").replace("}", "&#125;")
    return Markup(xml.replace("\n", BREAK).replace("\t", TAB))  # noqa: S704 - escaped on the line above


def environment() -> ImmutableSandboxedEnvironment:
    """Jinja without globals, tests or surprises; an unknown name is an error and every value passes `inert`."""
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_finalize)
    jinja.globals = {}
    jinja.tests = {}
    jinja.filters = {name: jinja.filters[name] for name in FILTERS}
    return jinja


def _finalize(value: Any) -> Any:
    if isinstance(value, StrictUndefined):
        return str(value)  # raises, and names the placeholder
    return inert(value)


def _asing(node: nodes.Node) -> TemplatDitolak:
    """An element of Jinja that has no place in a template, by a name that clerks know."""
    return TemplatDitolak(f"{UNSUR.get(type(node).__name__, SELAIN)} tidak boleh dipakai dalam templat; {GANTI}")


def _salah(told: str) -> str:
    """What Jinja says about a mark that it cannot read, in Indonesian."""
    if found := re.search(r"unknown tag '(\w+)'", told):
        if found[1].startswith(("end", "el")):
            return f"{{% {found[1]} %}} tidak punya pasangan di depannya"
        return f"perintah {{% {found[1]} %}} tidak dikenal; {GANTI}"
    if "end of template" in told or "end of statement block" in told or "end of print" in told:
        return "ada {{, {% for %}, atau {% if %} yang tidak ditutup"
    return "periksa ejaan, tanda kutip, dan kurung kurawalnya"


@dataclass
class Check:
    """One walk over the syntax tree of a part; `used` collects the names that it prints, walks or asks for.

    `shown`: those among them that it prints or walks; a name that is only asked for is not on the paper.
    """

    schema: Schema
    used: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)

    def source(self, jinja: ImmutableSandboxedEnvironment, text: str) -> None:
        if len(text) > TERPANJANG or len(BUKA.findall(text)) > PENANDA_TERBANYAK:
            raise TemplatDitolak(f"isinya terlalu panjang atau penandanya lebih dari {PENANDA_TERBANYAK}")
        try:
            tree = jinja.parse(text)
        except RecursionError as error:
            raise TemplatDitolak(BERSARANG) from error
        except TemplateError as error:
            raise TemplatDitolak(f"penulisan penanda salah: {_salah(error.message or '')}") from error
        scope: Scope = {name: (kind, name) for name, kind in self.schema.items()}
        self._walk(tree, scope, ())

    def _walk(self, node: nodes.Node, scope: Scope, loops: tuple[str, ...]) -> None:
        if not isinstance(node, ALLOWED):
            raise _asing(node)
        if isinstance(node, nodes.For):
            self._loop(node, scope, loops)
            return
        if isinstance(node, nodes.Name | nodes.Getattr):
            self._use(self._resolve(node, scope))
            return
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                self._printable(child, scope)
        if isinstance(node, nodes.Filter):
            self._filter(node, scope)
        if isinstance(node, nodes.Operand) and node.op not in OPERATORS:
            raise TemplatDitolak(f"perbandingan '{node.op}' tidak boleh dipakai dalam templat")
        for part in node.iter_child_nodes():
            self._walk(part, scope, loops)

    def _loop(self, node: nodes.For, scope: Scope, loops: tuple[str, ...]) -> None:
        if node.recursive or node.test is not None or not isinstance(node.target, nodes.Name):
            raise TemplatDitolak("perulangan hanya boleh berbentuk 'for nama in daftar'")
        target = node.target.name
        rows, path = self._resolve(node.iter, scope)
        if not isinstance(rows, Rows):
            raise TemplatDitolak(f"'{path}' bukan daftar, tidak dapat diulang")
        if len(loops) >= DEEPEST or (loops and not path.startswith(loops[-1])):
            raise TemplatDitolak(f"perulangan '{path}' di dalam perulangan harus atas isi barisnya sendiri")
        if target in scope or target == "loop":
            raise TemplatDitolak(f"nama perulangan '{target}' sudah dipakai")
        self.used.add(f"{path}[]")
        self.shown.add(f"{path}[]")
        row = f"{path}[]"
        inner = {**scope, target: (rows.isi, row), "loop": (Group("Perulangan", LOOP), "loop")}
        for child in node.body:
            self._walk(child, inner, (*loops, row))
        for child in node.else_:
            self._walk(child, scope, loops)

    def _printable(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Name | nodes.Getattr):
            kind, path = self._resolve(node, scope)
            if not isinstance(kind, Text | Count):
                raise TemplatDitolak(f"'{path}' bukan teks atau bilangan, tidak dapat dicetak")
            self.shown.add(path)
        elif isinstance(node, nodes.CondExpr):
            for branch in (node.expr1, node.expr2):
                if branch is not None:
                    self._printable(branch, scope)
        elif isinstance(node, nodes.Filter) and isinstance(node.node, nodes.Name | nodes.Getattr):
            self.shown.add(self._resolve(node.node, scope)[1])

    def _filter(self, node: nodes.Filter, scope: Scope) -> None:
        if node.name not in FILTERS or node.kwargs or node.dyn_args or node.dyn_kwargs or node.node is None:
            raise TemplatDitolak(f"saringan '{node.name}' tidak boleh dipakai; yang ada: {', '.join(FILTERS)}")
        constant = all(isinstance(arg, nodes.Const) and isinstance(arg.value, str) for arg in node.args)
        if len(node.args) > (node.name == "join") or not constant:
            raise TemplatDitolak(f"saringan '{node.name}' hanya menerima teks tetap")
        kind, path = self._resolve(node.node, scope)
        wanted = Rows if node.name in ("length", "join") else Text
        if not isinstance(kind, wanted) or (
            isinstance(kind, Rows) and node.name == "join" and not isinstance(kind.isi, Text)
        ):
            raise TemplatDitolak(f"saringan '{node.name}' tidak cocok untuk '{path}'")

    def _resolve(self, node: nodes.Node, scope: Scope) -> tuple[Node, str]:
        if isinstance(node, nodes.Name):
            if node.name not in scope:
                raise TemplatDitolak(f"nama '{node.name}' tidak ada dalam daftar nama")
            return scope[node.name]
        if isinstance(node, nodes.Getattr):
            group, path = self._resolve(node.node, scope)
            if not isinstance(group, Group) or node.attr not in group.nama:
                raise TemplatDitolak(f"nama '{path}.{node.attr}' tidak ada dalam daftar nama")
            return group.nama[node.attr], f"{path}.{node.attr}"
        raise _asing(node)

    def _use(self, found: tuple[Node, str]) -> None:
        node, path = found
        if not path.startswith("loop"):
            self.used.add(f"{path}[]" if isinstance(node, Rows) else path)
