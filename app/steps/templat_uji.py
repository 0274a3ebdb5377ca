"""Dry-renders every template in force against every paper that was ever made of its kind. Keeps nothing, numbers nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app import models as m
from app.documents.render import CetakanTidakSetia, render
from app.documents.sandbox import TemplatDitolak
from app.documents.schema import IsianKurang
from app.documents.text import TeksDitolak
from app.documents.vocabulary import CONTOH_NIHIL, VOCABULARY, sample
from app.steps.lembar_kendali import JENIS as KENDALI
from app.steps.lembar_kendali import lembar_kendali
from app.steps.papers_cetak import templat

TERBANYAK = 500


@dataclass
class Percobaan:
    """One template in force: how many cases it printed, and the sentences of those that it did not."""

    jenis: str
    versi: int | None
    jumlah: int = 0
    gagal: list[str] = field(default_factory=list)


def uji_semua(session: Session) -> list[Percobaan]:
    """Every kind, in the order of the vocabulary: the sample data first, then the kept snapshots, newest first."""
    told = []
    for jenis in VOCABULARY:
        content, own = templat(session, jenis)
        found = Percobaan(jenis, own.nomor_versi if own is not None else None)
        for name, isi in _cases(session, jenis):
            found.jumlah += 1
            if fault := _print(content, isi, jenis):
                found.gagal.append(f"{name}: {fault}")
        told.append(found)
    return told


def _print(content: bytes, isi: dict[str, Any], jenis: str) -> str:
    """What goes wrong, or nothing."""
    try:
        for konsep in (False, True):
            render(content, isi, jenis=jenis, konsep=konsep, title="Uji")
    except IsianKurang as lack:
        return f"isian {lack}"
    except (TemplatDitolak, CetakanTidakSetia, TeksDitolak) as fault:
        return str(fault)
    return ""


def _cases(session: Session, jenis: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "Data contoh", sample(jenis)
    if jenis in CONTOH_NIHIL:
        yield "Data contoh nihil", sample(jenis, CONTOH_NIHIL[jenis])
    if jenis == KENDALI:
        for case in session.scalars(select(m.Berkas).order_by(m.Berkas.id.desc()).limit(TERBANYAK)):
            yield f"Berkas {case.nomor}", lembar_kendali(session, case)
        return
    n = m.Naskah
    query = select(n).where(n.jenis == jenis).options(undefer(n.isi)).order_by(n.id.desc()).limit(TERBANYAK)
    for paper in session.scalars(query.execution_options(yield_per=50)):
        yield f"Naskah {paper.nomor or paper.id}", paper.isi
