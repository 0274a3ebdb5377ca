"""One case with everything that can befall it, told once: a return, a repair, an open butir, a second round, a decree taken back."""

from dataclasses import dataclass, field
from typing import Any

from tests.cases import Case
from tests.journeys.hands import Hand

SHEETS = (
    ("dinkes", "usulan-dinkes.xlsx", "DINKES"),
    ("bkd", "usulan-bkd.xlsx", "BKD"),
    ("dkisp", "usulan-dkisp.xlsx", "DKISP"),
)
RETURNED = "Nomor surat pengantar belum dicantumkan."
REPAIR = "Sebutkan bulan laporannya pada uraian."
AGAIN = "Kepentingan umum belum diuraikan untuk setiap butir."
TAKEN_BACK = "Nama pejabat penetap keliru dicetak."


@dataclass
class Told:
    """What was made on the way: ids, and every paper with its round."""

    case: Case = field(default_factory=Case)
    papers: list[dict[str, Any]] = field(default_factory=list)
    open: int = 0

    @property
    def excluded(self) -> list[int]:
        return [ident for ident in self.case.butir if ident != self.open]

    def newest(self, jenis: str) -> int:
        found: int = [paper["id"] for paper in self.papers if paper["jenis"] == jenis][-1]
        return found


def tell(hand: Hand) -> Told:
    """The whole SOP, by different people."""
    told = Told()
    propose(hand, told)
    examine(hand, told)
    consider(hand, told)
    decide(hand, told)
    finish(hand, told)
    return told


def do(
    hand: Hand, told: Told, who: str, kind: str, ident: int, verb: str, note: str = "", **data: Any
) -> dict[str, Any]:
    done = hand.act(who, kind, ident, verb, note, **data)
    told.papers += done["naskah"]
    return done


def propose(hand: Hand, told: Told) -> None:
    """SOP 1: three agencies; the second is sent back once."""
    for who, sheet, agency in SHEETS:
        usulan = told.case.usulan[who] = hand.bring(who, sheet, agency)
        do(hand, told, who, "usulan", usulan, "ajukan")
    do(hand, told, "utama", "usulan", told.case.usulan["bkd"], "kembalikan", RETURNED)
    do(hand, told, "bkd", "usulan", told.case.usulan["bkd"], "ajukan")
    for usulan in told.case.usulan.values():
        target = {"berkas": told.case.berkas} if told.case.berkas else {"judul": "Penetapan contoh"}
        told.case.berkas = do(hand, told, "verifikator", "usulan", usulan, "himpun", **target)["berkas"]
        told.case.butir += [row["id"] for row in hand.butir("verifikator", usulan)]
    told.open = told.case.butir[-1]


def examine(hand: Hand, told: Told) -> None:
    """SOP 2, twice: one butir is repaired, one is concluded open, and the Tim sends the first round back."""
    berkas, first = told.case.berkas, told.case.butir[0]
    do(hand, told, "verifikator", "berkas", berkas, "kaji")
    do(hand, told, "verifikator", "butir", first, "minta_perbaikan", REPAIR)
    do(hand, told, "dinkes", "butir", first, "kirim_perbaikan")
    conclude(hand, told)
    do(hand, told, "utama", "berkas", berkas, "sampaikan", "Catatan yang terbuka sudah dibahas.")
    do(hand, told, "ketua", "berkas", berkas, "kaji_ulang", AGAIN)
    conclude(hand, told)
    do(hand, told, "utama", "berkas", berkas, "sampaikan", "Catatan yang terbuka sudah dibahas lagi.")


def conclude(hand: Hand, told: Told) -> None:
    rows = [row for usulan in told.case.usulan.values() for row in hand.butir("verifikator", usulan)]
    whole = {"seluruh": "dikecualikan", "sebagian": "dikecualikan_sebagian"}
    said = {row["id"]: "terbuka" if row["id"] == told.open else whole[row["cakupan"]] for row in rows}
    hand.test("verifikator", told.case, said)


def consider(hand: Hand, told: Told) -> None:
    """SOP 3."""
    hand.opine(told.case, told.excluded)
    do(hand, told, "ketua", "berkas", told.case.berkas, "pertimbangkan")


def decide(hand: Hand, told: Told) -> None:
    """SOP 4: signed, approved, decreed, taken back before anybody signed, decreed again."""
    berkas = told.case.berkas
    for jenis in ("matriks_uji_konsekuensi", "berita_acara_klasifikasi", "nota_dinas"):
        hand.sign("verifikator", told.newest(jenis))
    hand.sign("ketua", told.newest("hasil_pertimbangan"))
    do(hand, told, "pimpinan", "berkas", berkas, "setujui", "Disetujui.")
    do(hand, told, "utama", "berkas", berkas, "tetapkan", "Ditetapkan menurut hasil pertimbangan.")
    do(hand, told, "utama", "berkas", berkas, "batalkan_penetapan", TAKEN_BACK)
    do(hand, told, "utama", "berkas", berkas, "tetapkan", "Ditetapkan menurut hasil pertimbangan.")


def finish(hand: Hand, told: Told) -> None:
    """SOP 5."""
    decree, annex = told.newest("surat_keputusan"), told.newest("lampiran_terbatas")
    for naskah in (decree, annex):
        hand.sign("utama", naskah)
    hand.publish("data", decree)
    hand.archive("data", decree, "biasa")
    hand.archive("utama", annex, "terbatas")
    do(hand, told, "data", "berkas", told.case.berkas, "unggah")
