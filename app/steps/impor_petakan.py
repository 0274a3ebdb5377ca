"""An agency's own headings: which of its columns is which of ours. Told by a person, shown each time, remembered; never guessed."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.errors import IsianSalah, Kekurangan
from app.files.sheets import Baris, Lembar
from app.security import scope
from app.security.officer import Officer
from app.steps.acting import acting
from app.steps.impor_kolom import KOLOM, MENURUT_NAMA, kepala

BARIS_JUDUL_TERJAUH = 15
SEL_TERISI = 3  # a row with fewer is a title, not a heading
JUDUL_TERPANJANG = 80
# Our two columns that agencies often keep in one: letters of Pasal 17 and the other laws.
SEKOLOM = {"pasal17", "dasar_uu"}
TIDAK_DIKENALI = frozenset({"kolom_tidak_ada", "lembar_tidak_ada"})


@dataclass(frozen=True)
class Judul:
    """A row that may hold the headings: its sheet, its number, its texts by place."""

    lembar: str
    baris: int
    teks: tuple[str, ...]

    @property
    def kunci(self) -> str:
        """How a form names it."""
        return f"{self.baris}|{self.lembar}"

    @property
    def sidik(self) -> str:
        """SHA-256 of the headings, whatever their capitals and spaces."""
        plain = [" ".join(text.lower().split()) for text in self.teks]
        return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


@dataclass(frozen=True)
class Pemetaan:
    """The headings that a person pointed at, and the place of each of our columns (from 0) that the sheet has."""

    judul: Judul
    kolom: dict[str, int]


@dataclass(frozen=True)
class Tawaran:
    """What the page asks: the rows to choose from, the one looked at, the pairs so far, and whether they are remembered."""

    calon: list[Judul]
    judul: Judul
    kolom: dict[str, int]
    diingat: bool


def tawarkan(
    session: Session, officer: Officer, agency_id: int, sheets: Sequence[Lembar], kunci: str | None = None
) -> Tawaran | None:
    """The question for a sheet: at a chosen row of headings, a remembered one, or the fullest. None without any heading."""
    rows = calon(sheets)
    known = {one.sidik: one.kolom for one in _diingat(session, officer, agency_id, [row.sidik for row in rows])}
    chosen = [row for row in rows if row.kunci == kunci] or [row for row in rows if row.sidik in known]
    head = next(iter(chosen), None) or max(rows, key=lambda row: sum(map(bool, row.teks)), default=None)
    if head is None:
        return None
    kept = known.get(head.sidik)
    return Tawaran(rows, head, dict(kept) if kept is not None else _bernama(sheets, head), kept is not None)


def calon(sheets: Sequence[Lembar]) -> list[Judul]:
    """The early rows with several texts, in order."""
    return [
        Judul(sheet.nama, line.nomor, tuple(sel.teks[:JUDUL_TERPANJANG] for sel in line.sel))
        for sheet in sheets
        for line in sheet.baris
        if line.nomor <= BARIS_JUDUL_TERJAUH and sum(isinstance(sel.nilai, str) for sel in line.sel) >= SEL_TERISI
    ]


def petakan(sheets: Sequence[Lembar], kunci: str, kolom: Mapping[str, int]) -> Pemetaan:
    """The pairs that a person told, checked. IsianSalah when they cannot be."""
    head = next((row for row in calon(sheets) if row.kunci == kunci), None)
    if head is None:
        raise _salah("judul", "Baris judul itu tidak ada pada file ini. Pilih baris judulnya lagi.")
    if "uraian" not in kolom:
        raise _salah("kolom_uraian", "Pilih kolom yang berisi uraian informasi.")
    by_place: dict[int, list[str]] = {}
    for name, place in kolom.items():
        if name not in MENURUT_NAMA or not 0 <= place < len(head.teks):
            raise _salah(f"kolom_{name}", "Kolom itu tidak ada pada file ini. Pilih lagi.")
        by_place.setdefault(place, []).append(name)
    for place, names in by_place.items():
        if len(names) > 1 and set(names) != SEKOLOM:
            labels = " dan ".join(MENURUT_NAMA[name].label for name in names)
            sentence = f"Kolom “{head.teks[place]}” dipilih untuk {labels}. Satu kolom hanya untuk satu isian."
            raise _salah(f"kolom_{names[-1]}", sentence)
    return Pemetaan(head, {kolom_.nama: kolom[kolom_.nama] for kolom_ in KOLOM if kolom_.nama in kolom})


def ingat(officer: Officer, agency_id: int, pairs: Pemetaan) -> None:
    """Remember the pairs for the agency, in place of those for the same headings. Committed here."""
    with acting(officer) as session:
        row = next(iter(_diingat(session, officer, agency_id, [pairs.judul.sidik])), None)
        if row is None:
            row = m.PemetaanKolom(
                perangkat_daerah_id=agency_id, sidik=pairs.judul.sidik, judul=list(pairs.judul.teks), kolom={}
            )
            session.add(row)
        if row.kolom != pairs.kolom:
            row.kolom = dict(pairs.kolom)


def baris_isi(sheet: Lembar, pairs: Pemetaan) -> list[Baris]:
    """The rows under the headings that fill a mapped column, but for the row that only counts the columns."""
    places = set(pairs.kolom.values())

    def filled(line: Baris) -> bool:
        texts = [sel.teks for sel in line.sel if not sel.kosong]
        counts = texts == [str(number) for number in range(1, len(texts) + 1)] and len(texts) > 2
        return not counts and any(not line.sel[place].kosong for place in places if place < len(line.sel))

    return [line for line in sheet.baris if line.nomor > pairs.judul.baris and filled(line)]


def _bernama(sheets: Sequence[Lembar], head: Judul) -> dict[str, int]:
    """What the headings say by our own names and labels; nothing beyond."""
    lines = (line for sheet in sheets if sheet.nama == head.lembar for line in sheet.baris if line.nomor == head.baris)
    return kepala(next(lines).sel)


def _diingat(session: Session, officer: Officer, agency_id: int, marks: Sequence[str]) -> list[m.PemetaanKolom]:
    p = m.PemetaanKolom
    mine = (p.perangkat_daerah_id == agency_id) & scope.visible(p, officer)
    return list(session.scalars(select(p).where(mine, p.sidik.in_(marks)).order_by(p.id)))


def _salah(field: str, sentence: str) -> IsianSalah:
    return IsianSalah([Kekurangan("pasangan_kolom", sentence, field)], sentence)
