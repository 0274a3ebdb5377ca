"""What a text says and what it gives away: empty, conclusory, endless, vague, leaking. Pure text."""

import re
from collections.abc import Iterator
from functools import lru_cache

_KATA = re.compile(r"[^\W_]+(?:['’/.-][^\W_]+)*")
_TAK_BERISI = re.compile(r"(?i)\W*(tidak ada|nihil|n/?a|idem|sda|s\.d\.a\.?|dst|xx+|tes|test|lihat di atas)?\W*")

_EMPAT_HURUF = re.compile(r"(?:[^\W\d_][\W\d_]*){4}")
# A conclusion instead of a consequence; alone, without whom it harms and how.
_KESIMPULAN_SAJA = re.compile(
    r"(?i)\W*(informasi (ini|tersebut) |hal (ini|tersebut) |data (ini|tersebut) )?"
    r"(akan |dapat |bisa |bersifat |karena )*(berpotensi |rawan |dikhawatirkan )*(akan |dapat |bisa )*"
    r"(disalah ?gunakan|penyalahgunaan( data| informasi)?|merugikan|membahayakan|berbahaya|mengganggu|rahasia|internal|"
    r"dirahasiakan|dikecualikan|menimbulkan (masalah|kerugian|keresahan|gangguan)|menyebabkan kerugian)"
    r"( oleh)?( pihak)?( orang| pihak)?( yang tidak bertanggung ?jawab| lain| tertentu)?\W*"
)
_TANPA_AKHIR = re.compile(
    r"(?i)\W*(sampai |untuk |secara |bersifat |jangka waktu )*"
    r"((tidak|tak|tanpa) (ter|di)?batas(i|kan)?( waktu(nya)?)?|selama-?lamanya|selamanya|seterusnya|permanen|abadi)\W*"
)
_SAMAR_AKHIR = re.compile(
    r"(?i)\b(selama (masih )?(berlaku|diperlukan|dibutuhkan|dianggap perlu)|"
    r"sampai (ada )?(ketentuan|pemberitahuan) lebih lanjut|"
    r"sampai (waktu yang )?(belum |tidak )ditentukan)"
)
# Words that name no kind of information.
_UMUM = frozenset(
    kata_umum
    for kata_umum in re.findall(
        r"\w+",
        """data dokumen informasi berkas arsip surat laporan rincian isi hal
        yang di ke dari dan atau untuk pada dengan oleh tentang terkait lainnya lain tertentu ini itu tersebut
        dikecualikan rahasia internal terbatas tertutup bersifat sangat publik seluruh semua bagian sebagian
        instansi kantor dinas badan perangkat daerah""",
    )
)

_IP = re.compile(r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)")
_IPV6 = re.compile(r"(?i)(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])")
_NIP = re.compile(r"(?<!\d)(?:19|20)\d{6}[ .-]?(?:19|20)\d{4}[ .-]?[12][ .-]?\d{3}(?!\d)")
_NIK = re.compile(r"(?<!\d)\d{4}[ .-]?\d{2}[ .-]?\d{6}[ .-]?\d{4}(?!\d)")
_SUREL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")
_TELEPON = re.compile(r"(?<!\d)(?:\+62|62|0)[ -]?8\d{2}[ -]?\d{3,4}[ -]?\d{3,5}(?!\d)")
_ALAMAT = re.compile(
    r"(?i)\b(?:jl|jln|jalan|gang|gg)\b\.? [^,;\n]{2,60}?\b(?:no|nomor|blok|kav)\b\.? ?\w{0,3}\d"
    r"|\bRT\.? ?\d{1,3} ?/? ?RW\.? ?\d{1,3}\b"
)
_JABATAN = (
    "Gubernur|Kepala|Sekretaris|Plt|Plh|Pj|Direktur|Ketua|Inspektur|Camat|Bupati|Wali|Menteri|Presiden"
    "|Pemerintah|Negara"
)
_NAMA = re.compile(
    rf"(?:\b[Aa]\.n\.|\b[Aa]tas nama|\b[Bb]ernama|\b[Ss]dri?\.|\b[Ss]audar[ai]|\bTn\.|\bNy\.|\bNn\.) ?"
    rf"(?!{_JABATAN})[A-Z][a-z'’]+"
)
JEJAK: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("NIP", _NIP),
    ("NIK", _NIK),
    ("alamat IP", _IP),
    ("alamat IP", _IPV6),
    ("alamat rumah atau kantor", _ALAMAT),
    ("nama orang", _NAMA),
)
JEJAK_RAGU: tuple[tuple[str, re.Pattern[str]], ...] = (("alamat surel", _SUREL), ("nomor telepon", _TELEPON))
# Phrases that are the whole text are short; longer texts are never matched as a whole (and cannot stall the matcher).
_PENDEK = 200


def _seluruhnya(pattern: re.Pattern[str], text: str | None) -> bool:
    return len(text or "") <= _PENDEK and pattern.fullmatch(text or "") is not None


@lru_cache(maxsize=256)
def _kata(text: str) -> tuple[str, ...]:
    return tuple(_KATA.findall(text.lower()))


def kata(text: str | None) -> tuple[str, ...]:
    """The words of a text, in small letters. The texts of one butir are asked for many times over."""
    return _kata(text) if text else ()


def normal(text: str | None) -> str:
    """A text without its punctuation, capitals and spacing: equal for readers means equal here."""
    return " ".join(kata(text))


def kosong(text: str | None) -> bool:
    """Nothing at all was written."""
    return not (text or "").strip()


def tak_berisi(text: str | None) -> bool:
    """Something was written that says nothing: a dash, "nihil", "tidak ada", one or two letters."""
    if kosong(text):
        return False
    return _seluruhnya(_TAK_BERISI, text) or _EMPAT_HURUF.search(text or "") is None


def menyimpulkan_saja(text: str | None) -> bool:
    """Only a conclusion ("berpotensi disalahgunakan"): neither who is harmed nor how."""
    return not kosong(text) and _seluruhnya(_KESIMPULAN_SAJA, text)


def tanpa_akhir(text: str | None) -> bool:
    """An endless term in words: "tidak terbatas", "selamanya", "permanen"."""
    return not kosong(text) and _seluruhnya(_TANPA_AKHIR, text)


def samar_akhirnya(text: str | None) -> bool:
    """An event that nobody can date: "selama masih berlaku"."""
    return _SAMAR_AKHIR.search(text or "") is not None


def samar(text: str | None) -> bool:
    """No kind of information is named any more: fewer than two telling words."""
    return len(kata_penting(text)) < 2


def kata_penting(text: str | None) -> frozenset[str]:
    """The telling words of a text, each once."""
    return frozenset(word for word in kata(text) if word not in _UMUM and len(word) > 1)


def jejak(text: str | None, jenis: tuple[tuple[str, re.Pattern[str]], ...] = JEJAK) -> list[str]:
    """The kinds of particulars that a text carries (NIK, NIP, IP, address, name), each once."""
    rest, found = text or "", []
    if rest.isascii() and not _BERJEJAK.search(rest):
        return []
    for label, pattern in jenis:
        if pattern.search(rest):
            found.append(label)
            rest = pattern.sub("…", rest)  # a NIP is not a NIK as well
    return list(dict.fromkeys(found))


# Every particular has a digit, a sign, or a word that introduces a name.
_BERJEJAK = re.compile(r"(?i)[\d@:]|a\.n\.|nama|sdr|saudar|tn\.|ny\.|nn\.")


def rangkaian(text: str | None, panjang: int) -> Iterator[tuple[str, ...]]:
    """Every run of `panjang` words."""
    words = kata(text)
    return (words[start : start + panjang] for start in range(len(words) - panjang + 1))


def kutipan_sama(publik: str | None, dalam: str | None, *, kecuali: str | None, panjang: int) -> str | None:
    """The first run of words that the public text shares with an inner text, but for what `kecuali` says as well."""
    told = list(rangkaian(publik, panjang))
    if told and kecuali:
        known = set(rangkaian(kecuali, panjang))
        told = [run for run in told if run not in known]
    if not told:
        return None
    inner = set(rangkaian(dalam, panjang))
    shared = next((run for run in told if run in inner), None)
    return " ".join(shared) if shared else None


def jumlah_huruf(text: str | None) -> int:
    """How much was written, spaces not counted."""
    return len("".join((text or "").split()))
