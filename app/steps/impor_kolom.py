"""The columns of the proposal sheet: their names, how each cell is read, and which field a finding belongs to."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.calendar.words import BULAN
from app.errors import Kekurangan
from app.files.sheets import Sel
from app.models.base import ALAMAT, JUDUL, TEKS
from app.sop import choices
from app.steps.isian import Ditolak, bulat, tanggal, teks

Nilai = str | int | dt.date | None


@dataclass(frozen=True)
class Kolom:
    """One column. `wajib`: a sheet without it is no proposal; `contoh`: for the template."""

    nama: str
    label: str
    wajib: bool
    penjelasan: str
    contoh: str
    baca: Callable[[str], Nilai]


def _pilihan(values: Mapping[str, str]) -> Callable[[str], str]:
    """One of a closed list, by its word or by its label, however it is written."""
    known = {_kunci(word): word for word in values} | {_kunci(label): word for word, label in values.items()}

    def baca(text: str) -> str:
        found = known.get(_kunci(text))
        if found is None:
            raise Ditolak(f"“{text[:40]}” tidak dikenal: isi {', '.join(values)}")
        return found

    return baca


def _kunci(text: str) -> str:
    return re.sub(r"[\s_.-]+", "", text.lower())


KOLOM: tuple[Kolom, ...] = (
    Kolom("uraian", "Uraian", True, "Informasi yang dikecualikan, jelas dan terang", "Rekam medis pasien", teks(TEKS)),
    Kolom("dokumen_induk", "Dokumen induk", True, "Dokumen yang memuatnya", "Berkas rekam medis", teks(ALAMAT)),
    Kolom(
        "penguasa",
        "Penguasa",
        True,
        "Pejabat/unit yang menguasai informasi",
        "RSUD Banten",
        teks(JUDUL, satu_baris=True),
    ),
    Kolom("pasal17", "Pasal 17", True, "Huruf dan angka; beberapa dipisah titik koma", "h.2", teks(ALAMAT)),
    Kolom("dasar_uu", "Dasar lain", False, "Undang-undang lain dan pasalnya", "UU 17/2023 Pasal 177", teks(TEKS)),
    Kolom("konsekuensi_dibuka", "Konsekuensi dibuka", True, "Akibat bila dibuka", "", teks(TEKS)),
    Kolom("konsekuensi_ditutup", "Konsekuensi ditutup", True, "Kepentingan yang terlindungi", "", teks(TEKS)),
    Kolom("kepentingan_publik", "Kepentingan publik", False, "Kepentingan publik yang dipenuhi", "", teks(TEKS)),
    Kolom("cakupan", "Cakupan", True, "seluruh atau sebagian", "sebagian", _pilihan(choices.CAKUPAN)),
    Kolom(
        "bagian",
        "Bagian",
        False,
        "Bila sebagian: halaman, kolom, lampiran, atau frasa dalam tanda kutip; beberapa dipisah titik koma",
        "hal. 3–5, kolom NIK; lampiran II",
        teks(TEKS),
    ),
    Kolom("jangka_jenis", "Jenis jangka", True, "Jenis jangka waktu", "tahun", _pilihan(choices.JANGKA_JENIS)),
    Kolom("jangka_nilai", "Nilai jangka", True, "Jumlah tahun, tanggal, peristiwa, atau alasan", "5", teks(TEKS)),
    Kolom("uraian_publik", "Uraian publik", False, "Yang diumumkan; kosong berarti sama dengan uraian", "", teks(TEKS)),
    Kolom("bentuk", "Bentuk", False, "softcopy, hardcopy, atau keduanya", "keduanya", _pilihan(choices.BENTUK)),
)
MENURUT_NAMA = {kolom.nama: kolom for kolom in KOLOM}
# Which column a finding of the law belongs to.
KOLOM_MEDAN = {
    "jangka_tahun": "jangka_nilai",
    "jangka_akhir": "jangka_nilai",
    "jangka_peristiwa": "jangka_nilai",
    "jangka_alasan": "jangka_nilai",
    "jangka_mulai": "jangka_nilai",
    "tanggal_tinjau": "jangka_nilai",
}
DASAR_DI_PASAL17 = ("pasal17_kosong", "pasal17_tanpa_angka", "pasal17_tidak_berlaku")


def kolom_temuan(temuan: Kekurangan) -> str:
    """The column that a finding of the validator speaks of."""
    if temuan.medan == "dasar":
        return "pasal17" if temuan.kode in DASAR_DI_PASAL17 else "dasar_uu"
    return KOLOM_MEDAN.get(temuan.medan, temuan.medan)


def nama_kolom(text: str) -> str | None:
    """The column that a heading names, by name or label."""
    key = _kunci(text)
    return next((k.nama for k in KOLOM if key in (_kunci(k.nama), _kunci(k.label))), None)


def baca_sel(kolom: Kolom, sel: Sel) -> Nilai:
    """What a cell holds for this column; Ditolak with the rest of a sentence."""
    if sel.rumus:
        raise Ditolak(f"Sel {sel.nama} berisi rumus: tulis nilainya, bukan rumusnya")
    if sel.galat:
        raise Ditolak(f"Sel {sel.nama} berisi galat {sel.teks}: perbaiki di lembar kerja")
    if sel.kosong:
        return None
    if isinstance(sel.nilai, bool):
        raise Ditolak(f"{kolom.label} berisi nilai logika: tulis teksnya")
    try:
        return kolom.baca(sel.teks)
    except Ditolak as refused:
        raise Ditolak(f"{kolom.label} {refused}") from None


_JUMLAH_TAHUN = re.compile(r"(?i)\s*(\d{1,4})\s*(?:\([^)]*\))?\s*(?:tahun)?\s*\.?")
_TANGGAL_ANGKA = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_TANGGAL_KATA = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")


def baca_tanggal(text: str) -> dt.date:
    """A date as people write it: 31-12-2027, 31/12/2027, 31 Desember 2027, 2027-12-31."""
    number, words = _TANGGAL_ANGKA.fullmatch(text), _TANGGAL_KATA.fullmatch(text)
    months = {name.lower(): place for place, name in enumerate(BULAN, 1)}
    try:
        if number is not None:
            return tanggal(dt.date(int(number[3]), int(number[2]), int(number[1])))
        if words is not None and words[2].lower() in months:
            return tanggal(dt.date(int(words[3]), months[words[2].lower()], int(words[1])))
        return tanggal(dt.date.fromisoformat(text))
    except Ditolak:
        raise
    except ValueError:
        raise Ditolak(f"Tanggal tidak ada: “{text[:20]}”. Tulis hari-bulan-tahun, contoh 31-12-2027") from None


def baca_jangka(jenis: str, text: str) -> dict[str, Nilai]:
    """The field that the value of a term fills, by the kind of the term."""
    if jenis == "tahun":
        years = _JUMLAH_TAHUN.fullmatch(text)
        try:
            return {"jangka_tahun": bulat(1, 100)(int(years[1]) if years is not None else text)}
        except Ditolak as refused:
            raise Ditolak(f"Jumlah tahun {refused}") from None
    if jenis == "tanggal":
        return {"jangka_akhir": baca_tanggal(text)}
    return {"jangka_peristiwa" if jenis in ("peristiwa", "persetujuan") else "jangka_alasan": text}


def kepala(cells: Iterable[Sel]) -> dict[str, int]:
    """Column -> place of its heading in a row of cells; the first of two equal headings counts."""
    places: dict[str, int] = {}
    for place, sel in enumerate(cells):
        name = nama_kolom(sel.teks) if not sel.rumus else None
        if name is not None:
            places.setdefault(name, place)
    return places
