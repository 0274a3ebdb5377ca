"""Reads the DIK form that agencies have used for years: merged headings, a number row, sub-items, free-text terms.

What is clear is taken over; what is ambiguous is asked and left empty, never guessed. What the form has no column for
is asked too, before the proposal is handed in: a draft may lack it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from app import models as m
from app.errors import Kekurangan
from app.files.sheets import Baris, Lembar, Sel, nama_sel
from app.law.rule import BLOK, PERINGATAN
from app.law.wording import tanpa_akhir
from app.steps.impor_dasar import Acuan, baca_dasar, baca_pasal17, potong
from app.steps.impor_kolom import MENURUT_NAMA, baca_sel, baca_tanggal
from app.steps.isian import Ditolak

CATATAN = (
    "Dikenali sebagai formulir DIK lama. Dokumen induk, penguasa, cakupan, dan hal lain yang tidak ada di formulir itu "
    "dilengkapi pada draf sebelum disampaikan."
)
_JUDUL: dict[str, tuple[str, ...]] = {
    "no": ("no", "no.", "nomor"),
    "uraian": ("informasi", "jenis informasi", "judul informasi", "informasi yang dikecualikan", "uraian informasi"),
    "dasar": ("dasar hukum",),
    "konsekuensi_dibuka": ("dibuka", "akibat bila dibuka", "bila dibuka"),
    "konsekuensi_ditutup": ("ditutup", "akibat bila ditutup", "bila ditutup"),
    "jangka": ("jangka waktu", "batas waktu"),
}
_BERAWALAN = ("dasar", "jangka")  # headings that often run on: "Dasar Hukum Pengecualian Informasi"
_NOMOR = re.compile(r"(\d{1,4})\.?|(\d{1,4})?\s*[.)]?\s*\(?([a-z])\)?\.?")
_PENUTUP = re.compile(
    r"(?i)\s*(mengetahui|menyetujui|ditetapkan|disahkan|pejabat pengelola|kepala|sekretaris|plt|plh|nip\b|serang,)"
)
_HURUF_17 = re.compile(r"(?i)\bpasal\s*17\b|^\s*huruf\s+[a-z]\b")
_TAHUN = re.compile(
    r"(?i)\s*(?:selama\s+)?(\d{1,3})\s*(?:\([^)]*\))?\s*tahun\.?(?:\s+sejak (?:tanggal )?ditetapkan\.?)?\s*"
)
_SAMPAI = re.compile(r"(?i)\s*(?:sampai(?: dengan)?|s\.?/?d\.?|hingga)\s+(?:dengan\s+)?(?:tanggal\s+)?(.+?)\.?\s*")


@dataclass
class Isian:
    """One numbered row of the form: its cells by meaning, what it became, and what was found."""

    baris: Baris
    nomor: str
    sel: dict[str, Sel]
    induk: "Isian | None" = None
    anak: int = 0
    temuan: list[Kekurangan] = field(default_factory=list)

    def teks(self, name: str) -> str:
        """The text of a cell, or of the heading item that it hangs on."""
        own = self.sel[name]
        if own.kosong and self.induk is not None:
            return self.induk.teks(name)
        return own.teks


def kepala_lama(sheet: Lembar) -> tuple[dict[str, int], int] | None:
    """(columns, number of the last heading row) of an old form, or None when the sheet is none."""
    for place, line in enumerate(sheet.baris[:20]):
        columns = _kolom(line)
        if "uraian" not in columns or "dasar" not in columns:
            continue
        below = sheet.baris[place + 1] if place + 1 < len(sheet.baris) else None
        more = {k: v for k, v in _kolom(below).items() if k not in columns} if below is not None else {}
        if set(_JUDUL) <= set(columns) | set(more) and below is not None:
            return columns | more, below.nomor if more else line.nomor
    return None


def _kolom(line: Baris) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, sel in enumerate(line.sel):
        text = " ".join(sel.teks.lower().split())
        for name, words in _JUDUL.items():
            if text in words or (name in _BERAWALAN and text.startswith(words)):
                found.setdefault(name, place)
    return found


def sel_temuan(sheet: Lembar) -> dict[str, int]:
    """Column of the import -> place in the old form, for the cells of findings."""
    head = kepala_lama(sheet)
    columns = head[0] if head is not None else {}
    same = {"pasal17": "dasar", "dasar_uu": "dasar", "jangka_jenis": "jangka", "jangka_nilai": "jangka"}
    own = ("uraian", "konsekuensi_dibuka", "konsekuensi_ditutup")
    return {name: columns[same.get(name, name)] for name in (*own, *same) if same.get(name, name) in columns}


def baca_lama(sheet: Lembar, acuan: Acuan) -> list[tuple[int, m.ButirInformasi, list[Kekurangan]]]:
    """(row, butir, findings) of every item of the form, headings of sub-items left out."""
    head = kepala_lama(sheet)
    if head is None:
        return []
    rows = list(_bernomor(sheet, *head))
    return [(row.baris.nomor, _butir(row, acuan), row.temuan) for row in rows if not row.anak]


def _bernomor(sheet: Lembar, columns: dict[str, int], last: int) -> Iterator[Isian]:
    """The numbered rows, down to the signatures."""
    found: list[Isian] = []
    parent: Isian | None = None
    for line in sheet.baris:
        if line.nomor <= last or _baris_nomor(line):
            continue
        cells = {name: _ambil(line, place) for name, place in columns.items()}
        match = _NOMOR.fullmatch(cells["no"].teks.lower()) if not cells["no"].kosong else None
        if match is None:
            if _berakhir(cells):
                break
            _tanpa_nomor(found, line, cells)
            continue
        row = Isian(line, cells["no"].teks, cells)
        if match.group(3) and parent is not None:
            row.induk, parent.anak = parent, parent.anak + 1
        else:
            parent = row
        found.append(row)
    return iter(found)


def bebas(line: Baris, columns: dict[str, int]) -> Isian:
    """A row of any form, for the cells that are read in words; a place below 0 means that it has none."""
    absent = Sel(nama_sel(1, line.nomor))
    return Isian(line, "", {name: _ambil(line, place) if place >= 0 else absent for name, place in columns.items()})


def _ambil(line: Baris, place: int) -> Sel:
    return line.sel[place] if place < len(line.sel) else Sel(nama_sel(place + 1, line.nomor))


def _baris_nomor(line: Baris) -> bool:
    """The row that only counts the columns: 1 2 3 4 5 6."""
    texts = [sel.teks for sel in line.sel if not sel.kosong]
    return len(texts) > 2 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _berakhir(cells: dict[str, Sel]) -> bool:
    """The signature block: no number, no basis, and an office or a name where the information stood."""
    bare = all(cells[name].kosong for name in ("dasar", "konsekuensi_dibuka", "konsekuensi_ditutup"))
    return bare and any(_PENUTUP.match(sel.teks) for sel in cells.values() if not sel.kosong)


def _tanpa_nomor(found: list[Isian], line: Baris, cells: dict[str, Sel]) -> None:
    """A row without a number belongs to nothing for certain: it is asked about at the row above."""
    text = next((sel.teks for sel in cells.values() if not sel.kosong), "")
    if found and text:
        pesan = f"Baris {line.nomor} tidak bernomor dan tidak diambil (“{text[:40]}”). Periksa apakah bagian dari butir ini."
        found[-1].temuan.append(
            Kekurangan("baris_tanpa_nomor", pesan, "uraian", tingkat=PERINGATAN, sel=f"A{line.nomor}")
        )


def _butir(row: Isian, acuan: Acuan) -> m.ButirInformasi:
    """The butir of a row, with questions where the form leaves room."""
    values: dict[str, Any] = {}
    for name in ("uraian", "konsekuensi_dibuka", "konsekuensi_ditutup"):
        values[name] = _teks(row, name)
    if row.induk is not None:
        above = row.induk.teks("uraian").rstrip(" :;,")
        values["uraian"] = f"{above}: {values['uraian']}" if values["uraian"] else above
        _tanya(row, "uraian", f"Sub-butir {row.nomor} diambil bersama judulnya, “{above[:60]}”. Periksa uraiannya.")
    told = {name: values[name] for name in ("konsekuensi_dibuka", "konsekuensi_ditutup")}
    return m.ButirInformasi(
        kode=f"baris {row.baris.nomor}",
        status="draf",
        uraian=values["uraian"],
        dasar=baca_dasar_bebas(row, acuan),
        uji=[m.UjiKonsekuensi(putaran=1, isian_pengusul=told, **told)],
        **baca_jangka_bebas(row),
    )


def _teks(row: Isian, name: str) -> str | None:
    cell = row.sel[name]
    source = cell if not cell.kosong or row.induk is None or name == "uraian" else row.induk.sel[name]
    try:
        value = baca_sel(MENURUT_NAMA[name], source)
    except Ditolak as refused:
        row.temuan.append(Kekurangan(f"sel_{name}", f"{refused}.", name, sel=source.nama))
        return None
    return value if isinstance(value, str) else None


def _tanya(row: Isian, name: str, pesan: str, kode: str = "perlu_dipastikan", tingkat: str = PERINGATAN) -> None:
    column = {"dasar_uu": "dasar", "pasal17": "dasar", "jangka_nilai": "jangka"}.get(name, name)
    row.temuan.append(Kekurangan(kode, pesan, name, tingkat=tingkat, sel=row.sel[column].nama))


def baca_dasar_bebas(row: Isian, acuan: Acuan) -> list[m.DasarPengecualian]:
    """Letters and laws of the one cell that holds both."""
    if row.sel["dasar"].rumus:
        _tanya(row, "dasar_uu", f"Sel {row.sel['dasar'].nama} berisi rumus: tulis nilainya.", "sel_dasar_uu", BLOK)
        return []
    rows: list[m.DasarPengecualian] = []
    for part in potong(row.teks("dasar")):
        letter = _HURUF_17.search(part) is not None
        try:
            if letter:
                rows += [m.DasarPengecualian(pasal17=found) for found in baca_pasal17(part, acuan)]
            else:
                rows += baca_dasar(part, acuan)
        except Ditolak as unclear:
            pesan = f"{unclear}. Pilih hurufnya pada draf."
            _tanya(row, "pasal17" if letter else "dasar_uu", pesan)
    return rows


def baca_jangka_bebas(row: Isian) -> dict[str, Any]:
    """A free-text term as a kind with its value; asked when it is neither years, a date, nor an event."""
    if row.sel["jangka"].rumus:
        _tanya(
            row, "jangka_nilai", f"Sel {row.sel['jangka'].nama} berisi rumus: tulis nilainya.", "sel_jangka_nilai", BLOK
        )
        return {}
    text = row.teks("jangka")
    years, until = _TAHUN.fullmatch(text), _SAMPAI.fullmatch(text)
    if years is not None and 1 <= int(years[1]) <= 100:
        return {"jangka_jenis": "tahun", "jangka_tahun": int(years[1])}
    if tanpa_akhir(text):
        _tanya(row, "jangka_nilai", f"Jangka waktu “{text}”: isi alasan, atau pilih tahun, tanggal, atau peristiwa.")
        return {"jangka_jenis": "tanpa_batas"}
    if until is None:
        if text:
            _tanya(row, "jangka_nilai", f"Jangka waktu “{text[:60]}” tidak dikenali. Pilih jenisnya pada draf.")
        return {}
    try:
        return {"jangka_jenis": "tanggal", "jangka_akhir": baca_tanggal(until[1])}
    except Ditolak:
        return _peristiwa(row, text, until[1])


def _peristiwa(row: Isian, text: str, after: str) -> dict[str, Any]:
    """The words “sampai …” name an event, unless it holds a number that looks like a date gone wrong."""
    if re.search(r"\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}", after):
        _tanya(row, "jangka_nilai", f"Tanggal “{after[:40]}” tidak ada atau tidak lengkap. Isi tanggalnya pada draf.")
        return {}
    return {"jangka_jenis": "peristiwa", "jangka_peristiwa": text}
