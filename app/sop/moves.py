"""The shape of one row of the SOP tables. A row says who may do what, from where to where; it never says how."""

from dataclasses import dataclass

from app.sop.words import Naskah, Pelaksana


@dataclass(frozen=True)
class Langkah:
    """One move. `dari`: statuses before; `ke`: status after (None: it stays); `pelaksana`: roles that may perform it;

    `basis`: SOP row, article of law, or "ours"; `butuh`: kelengkapan in words, for the confirmation page;
    `naskah_masuk`: papers required; `naskah`: papers that the move issues, in order; `maju`: a step of the sheet
    (a person rule may bar it), otherwise a way back or an office act; `mencabut`: papers of the round are withdrawn;
    `beralasan`: a gate of the law, where an open warning passes only with a written reason; `lanjutan`: who is next.
    """

    verb: str
    label: str
    dari: tuple[str, ...]
    ke: str | None
    pelaksana: tuple[Pelaksana, ...]
    basis: str
    butuh: tuple[str, ...] = ()
    naskah_masuk: tuple[Naskah, ...] = ()
    naskah: tuple[Naskah, ...] = ()
    perlu_catatan: bool = False
    maju: bool = False
    mencabut: tuple[Naskah, ...] = ()
    beralasan: bool = False
    lanjutan: str = ""
