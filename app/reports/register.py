"""The register in numbers, by letter, agency and term; and entry by entry, for a spreadsheet."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import models as m
from app.reports.table import SEKALI, Laporan, Rentang
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.choices import CAKUPAN, JANGKA_JENIS
from app.sop.words import LABEL_STATUS
from app.sop.words import StatusRegister as S

E = m.ButirDitetapkan
_HURUF = re.compile(r"\bhuruf ([a-j])\b")
TERTUTUP = (S.BERLAKU, S.AKAN_BERAKHIR)
TERBUKA = (S.DIBUKA, S.TERBUKA_DEMI_HUKUM, S.DIBATALKAN)


def _counted(session: Session, officer: Officer, _period: Rentang) -> Iterator[Sequence[Any]]:
    """An entry with two letters counts under both; the sum of a column may therefore exceed the number of entries."""
    term = E.isi["jangka_jenis"].as_string()
    query = (
        select(E.klasifikasi, m.PerangkatDaerah.nama, term, E.status, func.count())
        .join(E.perangkat_daerah)
        .where(visible(E, officer), E.status != S.DICABUT)
        .group_by(E.klasifikasi, m.PerangkatDaerah.nama, term, E.status)
    )
    found: dict[tuple[str, str, str], Counter[str]] = {}
    for words, agency, kind, status, number in session.execute(query):
        for letter in sorted(set(_HURUF.findall(words))) or ["?"]:
            found.setdefault((letter, agency, kind or ""), Counter())[status] += number
    for (letter, agency, kind), states in sorted(found.items()):
        closed, opened = sum(states[s] for s in TERTUTUP), sum(states[s] for s in TERBUKA)
        total = sum(states.values())
        soon = states[S.AKAN_BERAKHIR]
        yield (letter, agency, JANGKA_JENIS.get(kind, "–"), closed, soon, opened, total - closed - opened, total)


def _entries(session: Session, officer: Officer, _period: Rentang) -> Iterator[Sequence[Any]]:
    """One row for each entry, read as it is written."""
    query = (
        select(
            E.kode,
            E.uraian_publik,
            m.PerangkatDaerah.nama,
            E.klasifikasi,
            E.dasar_hukum,
            E.cakupan,
            E.jangka,
            E.mulai,
            E.akhir,
            E.batas_buka,
            E.status,
            m.Naskah.nomor,
            m.Naskah.tanggal,
        )
        .join(E.perangkat_daerah)
        .join(E.sk)
        .where(visible(E, officer))
        .order_by(E.id)
    )
    for row in session.execute(query.execution_options(yield_per=SEKALI)):
        yield (*row[:5], CAKUPAN.get(row[5], row[5]), *row[6:10], LABEL_STATUS.get(row[10], row[10]), *row[11:])


REKAP = Laporan(
    nama="rekap-daftar",
    judul="Daftar menurut huruf, perangkat daerah, dan jangka",
    penjelasan="Banyaknya butir yang ditetapkan; butir dengan dua huruf dihitung pada keduanya.",
    sumber="ButirDitetapkan",
    kolom=(
        "Huruf Pasal 17",
        "Perangkat daerah",
        "Jenis jangka",
        "Masih dikecualikan",
        "Segera berakhir",
        "Sudah terbuka",
        "Diganti atau menunggu",
        "Jumlah",
    ),
    baris=_counted,
    jadwal=("triwulan", "tahunan"),
)
RINCI = Laporan(
    nama="daftar",
    judul="Daftar informasi yang dikecualikan, rinci",
    penjelasan="Satu baris untuk tiap butir yang ditetapkan.",
    sumber="ButirDitetapkan",
    kolom=(
        "Kode",
        "Uraian publik",
        "Perangkat daerah",
        "Klasifikasi",
        "Dasar hukum",
        "Cakupan",
        "Jangka waktu",
        "Mulai",
        "Akhir",
        "Batas buka",
        "Status",
        "Nomor SK",
        "Tanggal SK",
    ),
    baris=_entries,
    jadwal=("tahunan",),
)
