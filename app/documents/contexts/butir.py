"""One butir informasi as papers and register say it: public columns, snapshot at the decree, term in words."""

import datetime as dt
from collections import defaultdict
from typing import Any

from app import models as m
from app.calendar.terms import akhir_jangka
from app.calendar.words import jangka_kata
from app.documents.contexts.huruf import HURUF
from app.models.base import ALAMAT, TEKS
from app.models.butir import PERTIMBANGAN, uji_kini
from app.sop import choices

_URAIAN = (
    "kode",
    "uraian",
    "uraian_publik",
    "dokumen_induk",
    "penguasa",
    "penanggung_jawab",
    "waktu_pembuatan",
    "tempat_pembuatan",
    "bentuk",
    "cakupan",
    "bagian",
    "skkaad",
    "jangka_jenis",
    "jangka_tahun",
    "jangka_peristiwa",
    "jangka_alasan",
    "hasil_pertimbangan",
    "keputusan",
    "alasan_berbeda",
    "status",
)
_UJI = ("putaran", "isian_pengusul", *PERTIMBANGAN, "kesimpulan", "alasan_peringatan", "aturan_versi")
_UJUNG = "…"


def kesimpulan(butir: m.ButirInformasi) -> str:
    """What the present test concluded; empty before."""
    test = uji_kini(butir)
    return (test.kesimpulan or "") if test is not None else ""


def uraian_publik(butir: m.ButirInformasi) -> str:
    """The text that may be announced; by default the description itself."""
    return butir.uraian_publik or butir.uraian or ""


def cakupan(butir: m.ButirInformasi) -> str:
    """seluruh or sebagian, as last decided: by the decree, else the test, else the proposal; may be empty."""
    said = butir.keputusan if butir.keputusan in choices.DIKECUALIKAN else kesimpulan(butir)
    decided = {"dikecualikan": "seluruh", "dikecualikan_sebagian": "sebagian"}
    return decided.get(said or "", butir.cakupan or "")


def rentang(butir: m.ButirInformasi, ditetapkan: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """(start, end) of the term as far as they are known; it starts with the decree unless the butir says otherwise."""
    start = butir.jangka_mulai or ditetapkan
    if butir.jangka_jenis == "tahun" and butir.jangka_tahun and start is not None:
        return start, akhir_jangka(start, butir.jangka_tahun)
    return start, butir.jangka_akhir if butir.jangka_jenis == "tanggal" else None


def jangka(butir: m.ButirInformasi, ditetapkan: dt.date | None, *, publik: bool = False) -> str:
    """The term in words. In what is announced the reason of an unlimited term stays away: it may tell the secret."""
    if butir.jangka_jenis is None:
        return ""
    start, end = rentang(butir, ditetapkan)
    silent = publik and butir.jangka_jenis == "tanpa_batas"
    return jangka_kata(
        butir.jangka_jenis,
        tahun=butir.jangka_tahun,
        mulai=start,
        akhir=end,
        peristiwa=butir.jangka_peristiwa,
        alasan=None if silent else butir.jangka_alasan,
    )


def pasal17(butir: m.ButirInformasi) -> dict[str, list[int]]:
    """letter -> its numbers, sorted, each once."""
    found: dict[str, set[int]] = defaultdict(set)
    for basis in butir.dasar:
        if basis.pasal17 is not None:
            found[basis.pasal17.huruf] |= {basis.pasal17.angka} if basis.pasal17.angka is not None else set()
    return {letter: sorted(found[letter]) for letter in sorted(found)}


def _daftar(words: list[str]) -> str:
    """ "1", "1 dan 2", "1, 2, dan 3"."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def _huruf(letter: str, numbers: list[int]) -> str:
    return f"huruf {letter}" + (f" angka {_daftar([str(n) for n in numbers])}" if numbers else "")


def sebutan_pasal17(butir: m.ButirInformasi) -> str:
    """All letters and numbers in one phrase: "Pasal 17 huruf h angka 2 dan 3, huruf j"; empty without any."""
    phrases = [_huruf(letter, numbers) for letter, numbers in pasal17(butir).items()]
    return f"Pasal 17 {', '.join(phrases)}" if phrases else ""


def klasifikasi(butir: m.ButirInformasi) -> str:
    """The kind of classification: protected interest and letter, "Rahasia pribadi (Pasal 17 huruf h angka 2)"."""
    letters = pasal17(butir)
    told = "; ".join(f"{HURUF[x].kepentingan} (Pasal 17 {_huruf(x, numbers)})" for x, numbers in letters.items())
    return told if len(told) <= ALAMAT else f"Pasal 17 {', '.join(f'huruf {x}' for x in letters)}"


def dasar_hukum(butir: m.ButirInformasi) -> str:
    """Every basis in one sentence."""
    return "; ".join(dict.fromkeys(basis.sebutan for basis in butir.dasar))


def alasan_ringkas(butir: m.ButirInformasi) -> str:
    """Why it is closed, in general words by letter: nothing that was written about this butir."""
    told = [f"{HURUF[x].alasan} ({_sebut(x)})." for x in pasal17(butir)]
    return " ".join(told) or "Dikecualikan menurut Pasal 17 UU 14/2008."


def _sebut(letter: str) -> str:
    return f"UU 14/2008 Pasal 17 huruf {letter}"


def kolom_publik(butir: m.ButirInformasi, ditetapkan: dt.date) -> dict[str, str]:
    """The columns of a register entry that may be announced, and nothing else."""
    law = dasar_hukum(butir)
    return {
        "kode": butir.kode,
        "uraian_publik": uraian_publik(butir),
        "klasifikasi": klasifikasi(butir),
        "dasar_hukum": law if len(law) <= TEKS else law[: TEKS - 1] + _UJUNG,
        "alasan_ringkas": alasan_ringkas(butir),
        "cakupan": cakupan(butir),
        "jangka": jangka(butir, ditetapkan, publik=True)[:TEKS],
    }


def potret_butir(butir: m.ButirInformasi, ditetapkan: dt.date | None = None) -> dict[str, Any]:
    """Everything about a butir at the decree, as JSON: itself, its bases, its test. Texts word for word."""
    start, end = rentang(butir, ditetapkan)
    return {
        **{name: getattr(butir, name) for name in _URAIAN},
        "perangkat_daerah": butir.usulan.perangkat_daerah.nama,
        "usulan": butir.usulan_id,
        "jangka": jangka(butir, ditetapkan),
        "jangka_mulai": _iso(start),
        "jangka_akhir": _iso(end),
        "tanggal_tinjau": _iso(butir.tanggal_tinjau),
        "dasar": [_basis(basis) for basis in butir.dasar],
        "uji": _test(uji_kini(butir)),
    }


def _basis(basis: m.DasarPengecualian) -> dict[str, Any]:
    return {
        "sebutan": basis.sebutan,
        "pasal17": basis.pasal17.kode if basis.pasal17 is not None else None,
        "peraturan": basis.peraturan.singkat if basis.peraturan is not None else basis.teks,
        "status_peraturan": basis.peraturan.status if basis.peraturan is not None else None,
        "pasal_ayat": basis.pasal_ayat,
        "kutipan": basis.kutipan,
    }


def _test(test: m.UjiKonsekuensi | None) -> dict[str, Any] | None:
    if test is None:
        return None
    by = test.penguji.nama if test.penguji is not None else None
    return {**{name: getattr(test, name) for name in _UJI}, "penguji": by, "tanggal": _iso(test.tanggal)}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None
