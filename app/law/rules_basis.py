"""The rules on the legal basis: letters of Pasal 17, other laws, repealed ones. Data with one small check each."""

import re
from collections.abc import Iterator

from app.law.rule import BLOK, PERINGATAN, UU_KIP, Aturan, Isi, Kasus, Tahap, bila
from app.law.wording import kosong
from app.models import DasarPengecualian

BERANGKA = frozenset("acefh")  # letters that the law divides into numbers
_TEKS_UU = re.compile(r"(?i)\s*(UU|Undang-?\s?Undang)\b")
_TEKS_KIP = re.compile(r"(?i)\b14\s*(/|tahun)\s*2008\b")
# Articles that open information instead of closing it: (law, article numbers). Ours to widen as data.
PASAL_MEMBUKA: dict[tuple[str, str, int], frozenset[int]] = {
    ("UU", "14", 2008): frozenset({3, 4, 7, 9, 10, 11, 12, 13, 14, 15, 16, 18}),
    ("UU", "25", 2009): frozenset({18, 21, 22, 23, 28}),
    ("PerKI", "1", 2021): frozenset({13, 14, 15, 19, 20, 21}),
}
_PASAL = re.compile(r"(?i)\bpasal\s+(\d{1,3})\b")


def adalah_uu_kip(dasar: DasarPengecualian) -> bool:
    """UU 14/2008 itself, from the registry or as text."""
    law = dasar.peraturan
    if law is not None:
        return (law.jenis, law.nomor, law.tahun) == ("UU", "14", 2008)
    return _TEKS_UU.match(dasar.teks or "") is not None and _TEKS_KIP.search(dasar.teks or "") is not None


def adalah_uu(dasar: DasarPengecualian) -> bool:
    """An undang-undang, from the registry or as text."""
    if dasar.peraturan is not None:
        return dasar.peraturan.jenis == "UU"
    return _TEKS_UU.match(dasar.teks or "") is not None


def berpasal(dasar: DasarPengecualian) -> bool:
    """An article is cited."""
    return _PASAL.search(f"{dasar.pasal_ayat or ''} {dasar.teks or ''}") is not None


def _lain(kasus: Kasus) -> list[DasarPengecualian]:
    return [row for row in kasus.pendamping if not adalah_uu_kip(row)]


def _tanpa_huruf(kasus: Kasus) -> list[Isi]:
    return bila(not kasus.pasal17)


def _tanpa_angka(kasus: Kasus) -> Iterator[Isi]:
    for row in kasus.pasal17:
        if row.angka is None and row.huruf in BERANGKA:
            yield {"huruf": row.huruf}


def _perlu_uu_lain(kasus: Kasus) -> list[Isi]:
    letters = [row.huruf for row in kasus.pasal17 if row.perlu_uu_lain]
    return bila(letters and not any(adalah_uu(row) for row in _lain(kasus)), huruf=", ".join(letters))


def _uu_lain_tanpa_pasal(kasus: Kasus) -> list[Isi]:
    letters = [row.huruf for row in kasus.pasal17 if row.perlu_uu_lain]
    laws = [row for row in _lain(kasus) if adalah_uu(row)]
    return bila(letters and laws and not any(berpasal(row) for row in laws), huruf=", ".join(letters))


def _bukan_uu(kasus: Kasus) -> list[Isi]:
    wanted = kasus.pilihan.get("pendamping_bukan_uu", PERINGATAN) != "tidak"
    rows = _lain(kasus)
    needs_law = any(row.perlu_uu_lain for row in kasus.pasal17)  # that is a refusal of its own
    only_lower = bool(rows) and not any(adalah_uu(row) for row in rows)
    return bila(wanted and only_lower and not needs_law, dasar="; ".join(row.sebutan for row in rows[:3]))


def _tanpa_pasal(kasus: Kasus) -> Iterator[Isi]:
    laws_need = any(row.perlu_uu_lain for row in kasus.pasal17)
    for row in _lain(kasus):
        if not berpasal(row) and not (laws_need and adalah_uu(row)):
            yield {"dasar": row.sebutan}


def _status(status: str, kasus: Kasus) -> Iterator[Isi]:
    for row in kasus.pendamping:
        if row.peraturan is not None and row.peraturan.status == status:
            yield {"dasar": row.peraturan.singkat}


def _dicabut(kasus: Kasus) -> Iterator[Isi]:
    return _status("dicabut", kasus)


def _belum_diverifikasi(kasus: Kasus) -> Iterator[Isi]:
    return _status("belum_diverifikasi", kasus)


def _di_luar_daftar(kasus: Kasus) -> Iterator[Isi]:
    for row in kasus.pendamping:
        if row.peraturan is None and not kosong(row.teks) and not adalah_uu_kip(row):
            yield {"dasar": row.teks or ""}


def _membuka(kasus: Kasus) -> Iterator[Isi]:
    for row in kasus.pendamping:
        law = row.peraturan
        opening = PASAL_MEMBUKA.get((law.jenis, law.nomor, law.tahun)) if law is not None else None
        cited = {int(number) for number in _PASAL.findall(row.pasal_ayat or "")}
        if opening and cited and cited <= opening:
            yield {"dasar": row.sebutan}


def _huruf_lama(kasus: Kasus) -> Iterator[Isi]:
    for row in kasus.pasal17:
        begun = row.berlaku_mulai or UU_KIP
        if begun > kasus.hari_ini or (row.berlaku_sampai is not None and row.berlaku_sampai < kasus.hari_ini):
            yield {"huruf": row.kode}


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        "pasal17_kosong",
        "H1",
        BLOK,
        "dasar",
        "Pasal 17 kosong: pilih sedikitnya satu huruf Pasal 17 UU 14/2008 yang menjadi dasar pengecualian.",
        "UU 14/2008 Pasal 17",
        _tanpa_huruf,
        Tahap.PENGAJUAN,
    ),
    Aturan(
        "pasal17_tanpa_angka",
        "H1",
        BLOK,
        "dasar",
        "Huruf {huruf} tanpa angka: pilih angkanya, karena huruf itu terbagi atas beberapa angka.",
        "UU 14/2008 Pasal 17",
        _tanpa_angka,
    ),
    Aturan(
        "perlu_uu_lain",
        "H2",
        BLOK,
        "dasar",
        "Huruf {huruf} tanpa undang-undang lain: sebutkan undang-undang (bukan UU 14/2008) dan pasal yang "
        "merahasiakan informasi ini.",
        "UU 14/2008 Pasal 17 huruf j",
        _perlu_uu_lain,
    ),
    Aturan(
        "uu_lain_tanpa_pasal",
        "H2",
        BLOK,
        "dasar",
        "Undang-undang lain untuk huruf {huruf} belum menyebut pasalnya. Isi pasal dan ayatnya.",
        "UU 14/2008 Pasal 17 huruf j",
        _uu_lain_tanpa_pasal,
    ),
    Aturan(
        "dasar_bukan_uu",
        "H2",
        PERINGATAN,
        "dasar",
        "Dasar bukan undang-undang: {dasar}. Tambahkan undang-undang yang mendukung, atau jelaskan mengapa cukup.",
        "UU 14/2008 Pasal 2 ayat (4)",
        _bukan_uu,
        terverifikasi=False,
    ),
    Aturan(
        "dasar_tanpa_pasal",
        "H2",
        PERINGATAN,
        "dasar",
        "Dasar {dasar} belum menyebut pasal. Isi pasal dan ayatnya.",
        "PerKI 1/2021 Pasal 49",
        _tanpa_pasal,
    ),
    Aturan(
        "peraturan_dicabut",
        "H3",
        PERINGATAN,
        "dasar",
        "{dasar} sudah dicabut. Ganti dengan peraturan yang berlaku, atau jelaskan mengapa masih dipakai.",
        "PerKI 1/2021 Pasal 49",
        _dicabut,
    ),
    Aturan(
        "peraturan_belum_diverifikasi",
        "H3",
        PERINGATAN,
        "dasar",
        "Keberlakuan {dasar} belum diverifikasi. Periksa statusnya; mengutipnya tetap boleh.",
        "PerKI 1/2021 Pasal 49",
        _belum_diverifikasi,
    ),
    Aturan(
        "peraturan_di_luar_daftar",
        "H3",
        PERINGATAN,
        "dasar",
        "“{dasar}” tidak ada dalam daftar peraturan, sehingga statusnya tidak dapat diperiksa. "
        "Periksa penulisannya, atau minta administrator menambahkannya.",
        "PerKI 1/2021 Pasal 49",
        _di_luar_daftar,
    ),
    Aturan(
        "pasal_membuka",
        "H2",
        PERINGATAN,
        "dasar",
        "{dasar} mengatur keterbukaan, bukan kerahasiaan. Kutip pasal yang merahasiakan atau melindungi.",
        "UU 14/2008 Pasal 2",
        _membuka,
        terverifikasi=False,
    ),
    Aturan(
        "pasal17_tidak_berlaku",
        "H1",
        PERINGATAN,
        "dasar",
        "Rumusan huruf {huruf} tidak berlaku pada hari ini. Pilih rumusan yang berlaku.",
        "UU 14/2008 Pasal 17",
        _huruf_lama,
    ),
)
