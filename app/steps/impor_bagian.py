"""Reads the list of excluded parts as people type it ("hal. 3–5; kolom NIK; lampiran II") into rows, or asks."""

import re
from collections.abc import Sequence

from app import models as m
from app.errors import IsianSalah, Kekurangan
from app.law.rule import PERINGATAN
from app.law.wording import tak_berisi
from app.steps import isian
from app.steps.butir_baru import kata_bagian
from app.steps.impor_dasar import Acuan, baca_pasal17
from app.steps.isian import Ditolak

TAK_TERURAI = "bagian_tak_terurai"
_ANGKA = r"(?:\d{1,4}|[ivxlc]{1,7}\b)"
_SAMPAI = r"\s*(?:-|–|—|\bs\.?\s?/?\s?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b)\s*"
_DERET = rf"{_ANGKA}(?:(?:{_SAMPAI}|\s*,\s*(?:dan\s+)?|\s+dan\s+){_ANGKA})*"
_DI = r"[\s,:(]*(?:\b(?:pada|di|dalam)\s+)?\b"
_HALAMAN = re.compile(rf"(?i){_DI}(?:halaman|hal|hlm)\b\.?\s*({_DERET})(?!\w)\)?")
_LAMPIRAN = re.compile(rf"(?i){_DI}lampiran\b(\s+(?:{_ANGKA}|[a-z]\b))?(?!\w)\)?")
_HURUF = re.compile(
    r"(?i)\s*(?:\(?((?:pasal\s*17\s*(?:ayat\s*\(?1\)?\s*)?)?\bhuruf\s+[a-j](?:[\s.,]*(?:angka\s*)?\d)?)\)?|\(([a-j]\.\d)\))\s*$"
)
_ALASAN = re.compile(r"(?i)[\s,–-]*\b(?:karena|alasan\s*:)\s*([^()]+)$")
_FRASA = re.compile(r"(?i)[\s,:]*(?:\b(?:frasa|kata|kalimat)\s*:?\s*)?[“\"«]([^“”\"«»]+)[”\"»]")
_KOLOM = re.compile(r"(?i)kolom(?:\s*:)?\s+(.+)")
_BUTIR = re.compile(r"^\s*(?:[-•*–]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)")
# Words that leave open what is meant, or that a name of a column does not hold.
_TERBUKA = re.compile(
    r"(?i)\b(?:dst|dsb|dll|dkk|dan lain|lainnya|dan sebagainya|dan seterusnya|antara lain|misalnya|seperti|termasuk|"
    r"kecuali|selain|atau|baris|halaman|hal|hlm|kolom|lampiran|frasa|huruf|pasal|seluruh|semua|karena|alasan)\b|[“”\"«»;()]|"
    r"\b(?:dan|serta|pada|di|dalam|dari)$"
)


def rinci_bagian(butir: m.ButirInformasi, sel: str, acuan: Acuan) -> list[Kekurangan]:
    """Give an imported butir the rows of its parts, which then make its text; what is unclear stays text and is asked."""
    text = butir.bagian
    if not text or tak_berisi(text) or butir.cakupan == "seluruh":
        return []
    letters = [row.pasal17 for row in butir.dasar if row.pasal17 is not None]
    try:
        butir.bagian_rinci = baca_bagian(text, letters, acuan)
    except Ditolak as unclear:
        pesan = (
            f"Bagian dibawa sebagai satu teks: {unclear}. Pisahkan dengan titik koma, contoh "
            "hal. 3–5; kolom NIK; “nomor rekening”, atau susun daftarnya pada draf."
        )
        return [Kekurangan(TAK_TERURAI, pesan, "bagian", tingkat=PERINGATAN, sel=sel)]
    butir.bagian = kata_bagian(butir.bagian_rinci)
    return []


def baca_bagian(text: str, letters: Sequence[m.Pasal17], acuan: Acuan) -> list[m.BagianDikecualikan]:
    """Every part that a cell lists; `letters` are the bases of its butir.

    Ditolak with the first part that can be read in more than one way: then nothing of the cell is taken apart.
    """
    parts = [_BUTIR.sub("", part).strip(" .,") for part in re.split(r"[;\n]", text)]
    return [_satu(one, letters, acuan) for part in parts if part for one in _kolom_berderet(part)]


def _kolom_berderet(part: str) -> list[str]:
    """ "kolom NIK, kolom alamat dan kolom agama": three parts, as long as nothing else is said of them."""
    pieces = re.split(r"(?i)\s*(?:,\s*(?:dan\s+)?|\bdan\s+|\bserta\s+)(?=kolom\b)", part)
    plain = all(_KOLOM.fullmatch(piece) and not _TERBUKA.search(piece[len("kolom") :]) for piece in pieces)
    return pieces if plain else [part]


def _satu(part: str, letters: Sequence[m.Pasal17], acuan: Acuan) -> m.BagianDikecualikan:
    """One part: phrase, reason, letter and place are taken off; what is left must be a column or nothing."""
    rest, fields = part, {}
    if (phrase := _FRASA.search(rest)) is not None:
        rest, fields["frasa"] = _tanpa(rest, phrase), phrase[1]
    if (reason := _ALASAN.search(rest)) is not None:
        rest, fields["alasan"] = rest[: reason.start()], reason[1]
    letter = None
    if (cited := _HURUF.search(rest)) is not None:
        rest, letter = rest[: cited.start()], _huruf(cited[1] or cited[2], part, letters, acuan)
    if (annex := _LAMPIRAN.search(rest)) is not None:
        rest, fields["halaman"] = _tanpa(rest, annex), f"lampiran{annex[1] or ''}"
    if (page := _HALAMAN.search(rest)) is not None:
        pages = re.sub(f"(?i){_SAMPAI}", "–", page[1])
        rest, fields["halaman"] = _tanpa(rest, page), f"{fields['halaman']} halaman {pages}" if annex else pages
    rest = rest.strip(" ,:;–-")
    column = _KOLOM.fullmatch(rest)
    if column is not None and not _TERBUKA.search(column[1]):
        fields["kolom"] = column[1]
    elif rest or not fields.keys() - {"alasan"}:
        raise Ditolak(f"“{part[:60]}” tidak jelas letaknya (halaman, kolom, lampiran, atau frasa dalam tanda kutip)")
    try:
        clean = isian.bersihkan(fields, isian.BAGIAN)
    except IsianSalah as refused:
        raise Ditolak(f"“{part[:60]}” {refused.kekurangan[0].pesan.rstrip('.')}") from None
    return m.BagianDikecualikan(pasal17=letter, **clean)


def _tanpa(text: str, taken: re.Match[str]) -> str:
    """What was taken off leaves a mark, so that the words around it do not become one name."""
    return f"{text[: taken.start()]};{text[taken.end() :]}"


def _huruf(cited: str, part: str, letters: Sequence[m.Pasal17], acuan: Acuan) -> m.Pasal17:
    found = baca_pasal17(cited, acuan)
    if len(found) != 1 or found[0] not in letters:
        raise Ditolak(f"“{part[:60]}” menyebut huruf yang bukan dasar butir ini")
    return found[0]
