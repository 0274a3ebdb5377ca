"""The validator: applies the rules in force to butir and says what is missing. Pure: no session, no writing.

Callers load `dasar` (with `pasal17` and `peraturan`), `uji`, `usulan` and `klasifikasi_arsip` beforehand, and hand in
what is known to be open (app.law.terbuka) and the office's choices; without them the rules that need them stay silent.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.calendar.words import hari_ini_wib
from app.errors import Kekurangan
from app.law import (
    rules_across,
    rules_basis,
    rules_decree,
    rules_public,
    rules_term,
    rules_test,
    rules_usulan,
    settings,
)
from app.law.rule import BLOK, Aturan, AturanAntar, AturanPenetapan, Kasus, Penetapan, Tahap, versi
from app.law.similarity import Pencari
from app.law.terbuka import PutusanTerbuka
from app.models import ButirInformasi

ATURAN: tuple[Aturan, ...] = (
    *rules_usulan.ATURAN,
    *rules_basis.ATURAN,
    *rules_term.ATURAN,
    *rules_test.ATURAN,
    *rules_public.ATURAN,
)
ATURAN_ANTAR: tuple[AturanAntar, ...] = rules_across.ATURAN_ANTAR
ATURAN_PENETAPAN: tuple[AturanPenetapan, ...] = rules_decree.ATURAN_PENETAPAN
# Of a butir that is concluded open or postponed only this is asked.
SELALU = frozenset({"belum_diuji", "belum_disimpulkan"})


def periksa_pengajuan(butir: Sequence[ButirInformasi]) -> list[Kekurangan]:
    """What a proposal lacks at `ajukan` or `kirim_perbaikan`: completeness only, all of it refusing."""
    today = hari_ini_wib()
    rules = [a for a in ATURAN if a.tahap == Tahap.PENGAJUAN and a.tingkat == BLOK and a.berlaku(today)]
    return [found for one in butir for rule in rules for found in rule.temuan(Kasus(one, today))]


def periksa_kajian(
    butir: Iterable[ButirInformasi],
    *,
    hari_ini: date,
    pilihan: Mapping[str, str] | None = None,
    terbuka: Pencari | None = None,
    putusan: PutusanTerbuka | None = None,
) -> list[Kekurangan]:
    """What the law finds at `sampaikan` and `tetapkan`: refusals and warnings of every butir, all at once."""
    each = _periksa(list(butir), hari_ini, pilihan, terbuka, frozenset(Tahap), putusan)
    return [found for one in each for found in one]


def periksa_usulan(
    butir: Iterable[ButirInformasi],
    *,
    hari_ini: date,
    pilihan: Mapping[str, str] | None = None,
    terbuka: Pencari | None = None,
) -> list[list[Kekurangan]]:
    """The live hints on proposals (forms, import), butir by butir: completeness and the law, not yet the test."""
    return _periksa(list(butir), hari_ini, pilihan, terbuka, frozenset({Tahap.PENGAJUAN, Tahap.USULAN}))


def periksa_penetapan(penetapan: Penetapan) -> list[Kekurangan]:
    """What a decree lacks as a whole, beside what `periksa_kajian` finds in its butir."""
    rules = [rule for rule in ATURAN_PENETAPAN if rule.berlaku(penetapan.hari_ini)]
    return [found for rule in rules for found in rule.temuan(penetapan)]


def versi_aturan(hari_ini: date) -> str:
    """The version of the rules in force on a day: what `UjiKonsekuensi.aturan_versi` keeps."""
    return versi((*ATURAN, *ATURAN_ANTAR, *ATURAN_PENETAPAN), hari_ini)


def _periksa(
    butir: Sequence[ButirInformasi],
    hari_ini: date,
    pilihan: Mapping[str, str] | None,
    terbuka: Pencari | None,
    tahap: frozenset[Tahap],
    putusan: PutusanTerbuka | None = None,
) -> list[list[Kekurangan]]:
    """The findings of each butir, in the order of the list."""
    chosen = settings.bawaan() if pilihan is None else pilihan
    known = terbuka or Pencari(), putusan or PutusanTerbuka()
    cases = [Kasus(one, hari_ini, chosen, *known) for one in butir]
    rules = [a for a in ATURAN if a.tahap in tahap and a.berlaku(hari_ini)]
    found = [[f for rule in _yang_ditanyakan(rules, case) for f in rule.temuan(case)] for case in cases]
    for across in ATURAN_ANTAR:
        if across.tahap in tahap and across.berlaku(hari_ini):
            for place, finding in across.temuan(cases):
                found[place].append(finding)
    return found


def _yang_ditanyakan(rules: Sequence[Aturan], case: Kasus) -> Iterable[Aturan]:
    return [rule for rule in rules if rule.kode in SELALU] if case.dinyatakan_lain else rules
