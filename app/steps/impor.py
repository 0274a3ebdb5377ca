"""Imports a proposal from a spreadsheet: reads it, judges every row, shows it; saves all of it in one transaction or nothing."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import IsianSalah, Kekurangan, OperasiTerpakai, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.files.sheets import Baris, Lembar, Sel, baca, nama_sel
from app.law import settings
from app.law.rule import BLOK, PERINGATAN
from app.law.similarity import Pencari
from app.law.terbuka import daftar_terbuka
from app.law.validator import periksa_usulan
from app.security.officer import Officer
from app.sop.words import StatusButir
from app.steps.butir_baru import kata_bagian
from app.steps.impor_bagian import rinci_bagian
from app.steps.impor_dasar import Acuan, baca_dasar, baca_pasal17, muat_acuan
from app.steps.impor_hasil import BarisImpor as BarisImpor
from app.steps.impor_hasil import HasilImpor as HasilImpor
from app.steps.impor_hasil import Pratinjau as Pratinjau
from app.steps.impor_kolom import KOLOM, MENURUT_NAMA, baca_jangka, baca_sel, kepala, kolom_temuan
from app.steps.impor_lama import (
    CATATAN,
    baca_dasar_bebas,
    baca_jangka_bebas,
    baca_lama,
    bebas,
    kepala_lama,
    sel_temuan,
)
from app.steps.impor_petakan import SEKOLOM, Pemetaan, baris_isi, ingat, petakan
from app.steps.impor_simpan import VERB
from app.steps.impor_simpan import simpan as simpan_pratinjau
from app.steps.isian import UJI_PENGUSUL, Ditolak

LEMBAR = "Usulan"
BARIS_KEPALA_TERJAUH = 15
# Completeness that the old form cannot give: asked at the import, refused only when the draft is handed in.
DILENGKAPI_NANTI = frozenset({"medan_wajib", "jangka_kosong", "sebagian_tanpa_bagian", "pasal17_kosong"})
Dibaca = tuple[
    int, m.ButirInformasi, list[Kekurangan]
]  # row, what it would become, what its cells refuse or leave open
Nilai = Callable[[Sequence[m.ButirInformasi]], list[list[Kekurangan]]]
_LANGSUNG = ("uraian", "uraian_publik", "dokumen_induk", "penguasa", "cakupan", "bagian", "bentuk", "jangka_jenis")


def impor_usulan(
    content: bytes,
    nama: str,
    *,
    perangkat_daerah_kode: str,
    officer: Officer,
    simpan: bool,
    operation: str | None = None,
    pasangan: tuple[str, Mapping[str, int]] | None = None,
) -> HasilImpor:
    """Preview a sheet, or save it as a new draft usulan of the officer's agency. Commits; nothing stays of a refusal.

    `pasangan`: the row of headings and the columns that a person pointed at (app.steps.impor_petakan); then remembered.

    Raises TidakBerwenang, TidakDitemukan, OperasiTerpakai, JenisSalah, TerlaluBesar, IsianSalah (a row that is refused).
    """
    session: Session = db.session
    if not officer.may(f"can_{VERB}", "Usulan"):
        raise TidakBerwenang()
    agency = _perangkat_daerah(session, perangkat_daerah_kode, officer)
    if simpan and (done := _pernah(session, officer, operation)) is not None:
        return done
    sheets, ident = baca(nama, content), agency.id
    pairs = petakan(sheets, *pasangan) if pasangan is not None else None
    seen = _nilai_kini(sheets, session, pairs)
    if pairs is not None:
        ingat(officer, ident, pairs)
    if not simpan:
        return HasilImpor(None, seen.baris, seen.catatan)
    refused = [temuan for row in seen.baris if not row.diterima for temuan in row.temuan]
    if refused:
        raise IsianSalah(refused, "Ada baris yang belum dapat diterima. Perbaiki lembar kerja, lalu unggah lagi.")
    made = simpan_pratinjau(ident, seen, nama, officer, operation)
    return HasilImpor(made, seen.baris, seen.catatan)


def baca_usulan(content: bytes, nama: str, *, session: Session, perangkat_daerah: m.PerangkatDaerah) -> Pratinjau:
    """Read and judge a proposal sheet. Nothing is written; the butir belong to no session."""
    return _nilai_kini(baca(nama, content), session, None)


def _nilai_kini(sheets: list[Lembar], session: Session, pairs: Pemetaan | None) -> Pratinjau:
    """Judge by the reference data, the choices and the open list of today."""
    today = hari_ini_wib()
    known, chosen, listed = muat_acuan(session, today), settings.semua(session), daftar_terbuka(session, today)
    return nilai_lembar(sheets, acuan=known, hari_ini=today, pilihan=chosen, terbuka=listed, pasangan=pairs)


def nilai_lembar(
    sheets: list[Lembar],
    *,
    acuan: Acuan,
    hari_ini: dt.date,
    pilihan: Mapping[str, str] | None = None,
    terbuka: Pencari | None = None,
    pasangan: Pemetaan | None = None,
) -> Pratinjau:
    """Judge a proposal by given reference data: our own sheet, the old DIK form, or columns that a person has told."""
    judge = partial(periksa_usulan, hari_ini=hari_ini, pilihan=pilihan, terbuka=terbuka)
    if pasangan is not None:
        return _nilai_terpetakan(sheets, pasangan, acuan, judge)
    old = next((s for s in sheets if kepala_lama(s)), None) if not any(_baris_kepala(s) for s in sheets) else None
    return _nilai_lama(old, acuan, judge) if old is not None else _nilai_sendiri(sheets, acuan, judge)


def _nilai_sendiri(sheets: list[Lembar], acuan: Acuan, judge: Nilai) -> Pratinjau:
    """Our own sheet."""
    sheet, columns, notes = pilih_lembar(sheets)
    read = [(line.nomor, *_baca_baris(line, columns, acuan)) for line in isi_lembar(sheet, columns)]
    if not read:
        raise _tanpa_baris(sheet, 1)
    return Pratinjau(_temuan(read, columns, acuan, judge), [one for _, one, _ in read], notes)


def _nilai_terpetakan(sheets: list[Lembar], pairs: Pemetaan, acuan: Acuan, judge: Nilai) -> Pratinjau:
    """A sheet with the agency's own headings: what it has no column for is asked, not refused."""
    sheet = next(sheet for sheet in sheets if sheet.nama == pairs.judul.lembar)
    read = [(line.nomor, *_baca_terpetakan(line, pairs.kolom, acuan)) for line in baris_isi(sheet, pairs)]
    if not read:
        raise _tanpa_baris(sheet, pairs.judul.baris)
    rows = _temuan(read, pairs.kolom, acuan, judge, later=lambda t: kolom_temuan(t) not in pairs.kolom)
    return Pratinjau(rows, [one for _, one, _ in read], ["Kolom dibaca menurut pasangan yang Anda pilih."])


def _nilai_lama(sheet: Lembar, acuan: Acuan, judge: Nilai) -> Pratinjau:
    """The old form: what it has no column for is asked, not refused; a draft may lack it until it is handed in."""
    read = baca_lama(sheet, acuan)
    rows = _temuan(read, sel_temuan(sheet), acuan, judge, later=lambda _: True)
    return Pratinjau(rows, [one for _, one, _ in read], [CATATAN])


def _temuan(
    read: Sequence[Dibaca],
    columns: dict[str, int],
    acuan: Acuan,
    judge: Nilai,
    later: Callable[[Kekurangan], bool] = lambda _: False,
) -> list[BarisImpor]:
    """The rows with all that is found in them. `later`: whether a gap that a draft may have is only asked."""
    place = columns.get("bagian", 0) + 1
    asked = [rinci_bagian(one, nama_sel(place, nomor), acuan) for nomor, one, _ in read]
    rows = []
    for (nomor, one, found), law, parts in zip(read, judge([one for _, one, _ in read]), asked, strict=True):
        told = {temuan.medan for temuan in found}  # a cell that could not be read is not judged as well
        for t in (t for t in law if kolom_temuan(t) not in told):
            mild = t.kode in DILENGKAPI_NANTI and later(t)
            found.append(_bersel(t, nomor, columns, tingkat=PERINGATAN if mild else t.tingkat))
        found += parts
        rows.append(BarisImpor(nomor, all(t.tingkat != BLOK for t in found), found, kata_bagian(one.bagian_rinci)))
    return rows


def _baca_terpetakan(line: Baris, columns: dict[str, int], acuan: Acuan) -> tuple[m.ButirInformasi, list[Kekurangan]]:
    """Letters and laws may share a column, and a term may stand in words, as in the old form."""
    one_column = columns.get("pasal17") is not None and columns.get("pasal17") == columns.get("dasar_uu")
    in_words = "jangka_nilai" in columns and "jangka_jenis" not in columns
    left = {name: place for name, place in columns.items() if not (one_column and name in SEKOLOM)}
    butir, found = _baca_baris(line, left, acuan)
    free = bebas(line, {"dasar": columns.get("pasal17", -1), "jangka": columns.get("jangka_nilai", -1)})
    if one_column:
        butir.dasar.extend(baca_dasar_bebas(free, acuan))
    if in_words:
        for name, value in baca_jangka_bebas(free).items():
            setattr(butir, name, value)
    return butir, [*found, *free.temuan]


def _tanpa_baris(sheet: Lembar, head: int) -> IsianSalah:
    pesan = f"Lembar “{sheet.nama}” tidak berisi satu baris usulan pun. Isi mulai di bawah judul kolom."
    return IsianSalah([Kekurangan("lembar_kosong", pesan, sel=f"{sheet.nama}!A{head + 1}")], pesan)


def pilih_lembar(sheets: list[Lembar]) -> tuple[Lembar, dict[str, int], list[str]]:
    """The sheet with the proposal, its columns, and remarks; IsianSalah when there is none or columns are missing."""
    named = [sheet for sheet in sheets if sheet.nama.strip().lower() == LEMBAR.lower()]
    for sheet in named or sheets:
        head = _baris_kepala(sheet)
        if head is not None:
            return sheet, _lengkapi(sheet, head), _catatan(sheet, head)
    if named:
        return named[0], _lengkapi(named[0], None), []
    titles = ", ".join(f"“{sheet.nama}”" for sheet in sheets[:5]) or "tidak ada"
    pesan = f"Lembar “{LEMBAR}” tidak ditemukan (yang ada: {titles}). Pakai templat usulan dari SIDIK."
    raise IsianSalah([Kekurangan("lembar_tidak_ada", pesan)], pesan)


def _baris_kepala(sheet: Lembar) -> Baris | None:
    """The row of headings: the first that names at least half of the columns."""
    early = [line for line in sheet.baris if line.nomor <= BARIS_KEPALA_TERJAUH]
    return next((line for line in early if len(kepala(line.sel)) * 2 >= len(KOLOM)), None)


def _lengkapi(sheet: Lembar, head: Baris | None) -> dict[str, int]:
    columns = kepala(head.sel) if head is not None else {}
    missing = [kolom.nama for kolom in KOLOM if kolom.wajib and kolom.nama not in columns]
    if missing:
        pesan = f"Kolom {', '.join(missing)} tidak ada pada lembar “{sheet.nama}”. Pakai templat usulan dari SIDIK."
        place = nama_sel(1, head.nomor if head is not None else 1)
        raise IsianSalah([Kekurangan("kolom_tidak_ada", pesan, name, sel=place) for name in missing], pesan)
    return columns


def _catatan(sheet: Lembar, head: Baris) -> list[str]:
    used = set(kepala(head.sel).values())
    unknown = [sel.teks[:40] for place, sel in enumerate(head.sel) if not sel.kosong and place not in used]
    return [f"Kolom “{name}” tidak dikenal dan diabaikan." for name in unknown]


def isi_lembar(sheet: Lembar, columns: dict[str, int]) -> Iterable[Baris]:
    """The rows below the headings that fill at least one known column."""
    head = _baris_kepala(sheet)
    start = head.nomor if head is not None else 0
    places = columns.values()
    for line in sheet.baris:
        if line.nomor > start and any(not line.sel[place].kosong for place in places if place < len(line.sel)):
            yield line


def _baca_baris(line: Baris, columns: dict[str, int], acuan: Acuan) -> tuple[m.ButirInformasi, list[Kekurangan]]:
    """The butir that a row would become, and what its cells refuse."""
    values: dict[str, Any] = {}
    found: list[Kekurangan] = []
    for name, place in ((kolom.nama, columns[kolom.nama]) for kolom in KOLOM if kolom.nama in columns):
        sel = line.sel[place] if place < len(line.sel) else Sel(nama_sel(place + 1, line.nomor))
        try:
            values[name] = _nilai(name, sel, values, acuan)
        except Ditolak as refused:
            found.append(Kekurangan(f"sel_{name}", f"{refused}.", name, sel=sel.nama))
    return _butir(line.nomor, values), found


def _nilai(name: str, sel: Sel, values: dict[str, Any], acuan: Acuan) -> Any:
    """What a cell gives: text, date, letters, laws, or the field of a term."""
    text = baca_sel(MENURUT_NAMA[name], sel)
    if not isinstance(text, str):
        return None
    if name == "pasal17":
        return baca_pasal17(text, acuan)
    if name == "dasar_uu":
        return baca_dasar(text, acuan)
    if name == "jangka_nilai":
        return baca_jangka(values["jangka_jenis"], text) if values.get("jangka_jenis") else None
    return text


def _butir(nomor: int, values: dict[str, Any]) -> m.ButirInformasi:
    """A butir outside any session; until it has its code it is called by its row."""
    fields = {name: values.get(name) for name in _LANGSUNG} | (values.get("jangka_nilai") or {})
    letters = [m.DasarPengecualian(pasal17=row) for row in values.get("pasal17") or ()]
    laws = values.get("dasar_uu") or []
    told = {name: values.get(name) for name in UJI_PENGUSUL if name in MENURUT_NAMA}
    test = m.UjiKonsekuensi(putaran=1, isian_pengusul=told, **told)
    return m.ButirInformasi(
        kode=f"baris {nomor}", status=StatusButir.DRAF.value, dasar=[*letters, *laws], uji=[test], **fields
    )


def _bersel(temuan: Kekurangan, nomor: int, columns: dict[str, int], *, tingkat: str | None = None) -> Kekurangan:
    """A finding of the validator with the cell that it speaks of."""
    name = kolom_temuan(temuan)
    place = columns.get(name)
    sel = nama_sel(place + 1, nomor) if place is not None else f"A{nomor}"
    return Kekurangan(temuan.kode, temuan.pesan, name, None, tingkat or temuan.tingkat, temuan.dasar, sel)


def _perangkat_daerah(session: Session, kode: str, officer: Officer) -> m.PerangkatDaerah:
    found = session.scalars(select(m.PerangkatDaerah).where(m.PerangkatDaerah.kode == kode)).one_or_none()
    if found is None or not found.aktif or found.id != officer.perangkat_daerah_id:
        raise TidakDitemukan("Perangkat daerah tidak ditemukan, atau bukan perangkat daerah Anda.")
    return found


def _pernah(session: Session, officer: Officer, operation: str | None) -> HasilImpor | None:
    """The first answer to the same operation; another officer's or another act's is refused."""
    if operation is None:
        return None
    done = session.scalars(select(m.Peristiwa).where(m.Peristiwa.operasi == operation)).one_or_none()
    if done is None:
        return None
    if (done.pelaku_id, done.verb) != (officer.id, VERB):
        raise OperasiTerpakai()
    rows = json.loads(done.ringkasan)["baris"]
    return HasilImpor(done.objek_id, [BarisImpor(number, True) for number in rows])
