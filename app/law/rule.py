"""The shape of a legal rule: one effective-dated row with its level, its sentence, its legal basis and its check."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from app.errors import Kekurangan
from app.law.similarity import Pencari
from app.law.terbuka import PutusanTerbuka
from app.models import (
    ButirInformasi,
    DasarPengecualian,
    Naskah,
    Pasal17,
    Pejabat,
    PersetujuanPimpinan,
    UjiKonsekuensi,
)
from app.sop.choices import DIKECUALIKAN

BLOK, PERINGATAN = "blok", "peringatan"
UU_KIP = date(2008, 4, 30)
PERKI_SLIP = date(2021, 6, 30)
SOP_EFEKTIF = date(2023, 10, 9)
BELUM_DIVERIFIKASI = " (belum diverifikasi)"


class Tahap(StrEnum):
    """When a rule speaks. PENGAJUAN: completeness, at every gate. USULAN: the law on what the agency wrote.

    KAJIAN: the test. USULAN and KAJIAN decide only at `sampaikan` and `tetapkan` and are hints before.
    """

    PENGAJUAN = "pengajuan"
    USULAN = "usulan"
    KAJIAN = "kajian"


@dataclass(frozen=True)
class Kasus:
    """One butir under examination, with its current test, the day, the office's choices, and what is known to be open."""

    butir: ButirInformasi
    hari_ini: date
    pilihan: Mapping[str, str] = field(default_factory=dict)
    terbuka: Pencari = field(default_factory=Pencari)  # the open list (DIP)
    putusan: PutusanTerbuka = field(default_factory=PutusanTerbuka)

    @cached_property
    def uji(self) -> UjiKonsekuensi | None:
        """The test of the highest round."""
        return self.butir.uji[-1] if self.butir.uji else None

    @cached_property
    def kesimpulan(self) -> str | None:
        return self.uji.kesimpulan if self.uji is not None else None

    @cached_property
    def dinyatakan_lain(self) -> bool:
        """Concluded open or postponed: nothing about an exemption is asked any more."""
        return self.kesimpulan is not None and self.kesimpulan not in DIKECUALIKAN

    @cached_property
    def pasal17(self) -> list[Pasal17]:
        return [row.pasal17 for row in self.butir.dasar if row.pasal17 is not None]

    @cached_property
    def huruf(self) -> list[str]:
        """The letters cited, each once, in alphabetical order."""
        return sorted({row.huruf for row in self.pasal17})

    @cached_property
    def pendamping(self) -> list[DasarPengecualian]:
        """The bases beside UU 14/2008 itself."""
        return [row for row in self.butir.dasar if row.peraturan is not None or row.teks]


Isi = Mapping[str, str]
Periksa = Callable[[Kasus], Iterable[Isi]]


class Berkala:
    """A rule holds between two days."""

    berlaku_mulai: date
    berlaku_sampai: date | None

    def berlaku(self, pada: date) -> bool:
        """Whether the rule is in force on a day."""
        return self.berlaku_mulai <= pada and (self.berlaku_sampai is None or pada <= self.berlaku_sampai)


@dataclass(frozen=True)
class Aturan(Berkala):
    """One rule. `acuan`: its place in the list of validations (H1–H12, W1–W4).

    `periksa` yields what fills the sentence, once per finding; a yielded "medan" names the field where it varies.
    """

    kode: str
    acuan: str
    tingkat: str
    medan: str
    pesan: str
    dasar: str
    periksa: Periksa
    tahap: Tahap = Tahap.USULAN
    terverifikasi: bool = True
    berlaku_mulai: date = UU_KIP
    berlaku_sampai: date | None = None

    def temuan(self, kasus: Kasus) -> list[Kekurangan]:
        """The findings of this rule on one butir."""
        return [kekurangan(self, kasus.butir, isi) for isi in self.periksa(kasus)]


Pasangan = Callable[[Sequence[Kasus]], Iterable[tuple[int, Isi]]]


@dataclass(frozen=True)
class AturanAntar(Berkala):
    """A rule that compares the butir of one list with each other, or with what was decided. It always only warns."""

    kode: str
    acuan: str
    medan: str
    pesan: str
    dasar: str
    periksa: Pasangan
    tahap: Tahap = Tahap.USULAN
    tingkat: str = PERINGATAN
    terverifikasi: bool = True
    berlaku_mulai: date = UU_KIP
    berlaku_sampai: date | None = None

    def temuan(self, kasus: Sequence[Kasus]) -> list[tuple[int, Kekurangan]]:
        """(place in the list, finding) of this rule; none on butir concluded open or postponed."""
        pairs = [(place, isi) for place, isi in self.periksa(kasus) if not kasus[place].dinyatakan_lain]
        return [(place, kekurangan(self, kasus[place].butir, isi)) for place, isi in pairs]


@dataclass(frozen=True)
class Penetapan:
    """A decree as it would be issued: its date and signer, the papers it refers to, the butir that it would fix."""

    tanggal: date
    hari_ini: date
    penetap: Pejabat | None
    berita_acara: Naskah | None
    nota_dinas: Naskah | None
    hasil: Naskah | None
    persetujuan: PersetujuanPimpinan | None
    butir: Sequence[ButirInformasi]
    pilihan: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class AturanPenetapan(Berkala):
    """A rule on the decree as a whole (H9–H12), asked at `tetapkan`. A yielded "tingkat" is the office's own level."""

    kode: str
    acuan: str
    tingkat: str
    medan: str
    pesan: str
    dasar: str
    periksa: Callable[[Penetapan], Iterable[Isi]]
    terverifikasi: bool = True
    berlaku_mulai: date = SOP_EFEKTIF
    berlaku_sampai: date | None = None

    def temuan(self, penetapan: Penetapan) -> list[Kekurangan]:
        """The findings of this rule on one decree."""
        return [kekurangan(self, None, isi) for isi in self.periksa(penetapan)]


AturanApaPun = Aturan | AturanAntar | AturanPenetapan


def kekurangan(aturan: AturanApaPun, butir: ButirInformasi | None, isi: Isi) -> Kekurangan:
    """The finding that a rule makes of what its check yielded."""
    return Kekurangan(
        kode=aturan.kode,
        pesan=aturan.pesan.format(**isi),
        medan=isi.get("medan", aturan.medan),
        butir=butir.id if butir is not None else None,
        tingkat=isi.get("tingkat", aturan.tingkat),
        dasar=aturan.dasar + ("" if aturan.terverifikasi else BELUM_DIVERIFIKASI),
    )


def versi(aturan: Iterable[AturanApaPun], pada: date) -> str:
    """The name of the set of rules in force on a day: changes exactly when the set does. At most 40 characters."""
    rows = sorted((a for a in aturan if a.berlaku(pada)), key=lambda a: a.kode)
    newest = max((a.berlaku_mulai for a in rows), default=UU_KIP)
    text = "\n".join(f"{a.kode}|{a.tingkat}|{a.medan}|{a.pesan}|{a.dasar}|{a.berlaku_mulai}" for a in rows)
    return f"{newest:%Y-%m-%d}.{hashlib.sha256(text.encode()).hexdigest()[:12]}"


# What a check yields when there is nothing to fill in.
TANPA_ISI: Isi = {}


def bila(syarat: object, **isi: str) -> list[Isi]:
    """One finding when the condition holds, else none."""
    return [isi] if syarat else []
