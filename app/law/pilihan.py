"""One office choice: its key, what staff call it, and what it may hold."""

import re
from dataclasses import dataclass

from app.sop.choices import BARIS_NOTA

YA_TIDAK = ("ya", "tidak")
ANGKA = r"\d{1,3}"
ANGKA_ATAU_KOSONG = r"(\d{1,3})?"
JAM = r"([01]\d|2[0-3])\.[0-5]\d-([01]\d|2[0-3])\.[0-5]\d"
RENTANG = r"(\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})?"
# Tokens of a number: every pattern counts with {urut} and turns with {tahun}; {urut:4} has four digits; no other braces.
TANDA_NOMOR = ("sifat", "kode", "urut", "unit", "romawi", "tahun")
POLA_NOMOR = r"(?=.*\{urut(:[1-6])?\})(?=.*\{tahun\})([^{}]|\{urut:[1-6]\}|\{(" + "|".join(TANDA_NOMOR) + r")\}){1,150}"
# A page profile: paper, margins in millimetres (top, bottom, left, right), font, size; empty: as the template is shipped.
HALAMAN = r"((A4|F4) ([1-4]\d-){3}[1-4]\d (Arial|Bookman Old Style|Times New Roman) (9|10|11|12|13))?"
# The rows of a nota dinas in order: each at most once, never without addressee, sender and subject; empty: as shipped.
_BARIS = "|".join(re.escape(name) for name in BARIS_NOTA)
URUTAN_NOTA = rf"((?=.*Yth\.)(?=.*Dari)(?=.*Hal)(?!.*(?P<dua>{_BARIS}),.*(?P=dua))({_BARIS})(, ({_BARIS}))*)?"


@dataclass(frozen=True)
class Pilihan:
    """One office choice, called `nama` by staff. `nilai`: the closed list of values; empty when `pola` (a full match) decides."""

    kunci: str
    nama: str
    bawaan: str
    penjelasan: str
    nilai: tuple[str, ...] = ()
    pola: str = r"(?s).*"
    contoh: str = ""  # where the default is empty

    def menerima(self, isi: str) -> bool:
        """Whether this value may be kept."""
        return isi in self.nilai if self.nilai else re.fullmatch(self.pola, isi) is not None

    @property
    def petunjuk(self) -> str:
        """Which values may be kept, as a sentence."""
        if self.nilai:
            return f"Pilih salah satu: {', '.join(self.nilai)}."
        return f"Contoh: “{self.contoh or self.bawaan}”."
