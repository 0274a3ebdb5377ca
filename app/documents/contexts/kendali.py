"""The control sheet in the columns of the SOP sheet: who did each step, when, with what in hand and what came out."""

import datetime as dt
from typing import Any

from app import models as m
from app.calendar.words import tanggal_panjang, waktu_wib
from app.documents.contexts import bersama, orang
from app.documents.contexts.bahan import Bahan, Kejadian, Kepala
from app.models.butir import uji_kini
from app.sop import choices, sheet
from app.sop.reading import cari
from app.sop.words import LABEL_NASKAH, LABEL_STATUS, Naskah, StatusNaskah

# The verbs of each row of the sheet: (column of the sheet, verb); the last one ends the step.
VERBA: tuple[tuple[tuple[int, str], ...], ...] = (
    ((0, "ajukan"), (1, "himpun"), (1, "kaji")),
    ((1, "sampaikan"),),
    ((2, "pertimbangkan"),),
    ((1, "tetapkan"),),
    ((0, "unggah"),),
)
_KOLOM = ("petugas", "ppid_utama", "tim")
_NASKAH = {label.lower(): jenis for jenis, label in LABEL_NASKAH.items()} | {
    "draft informasi yang dikecualikan": Naskah.DRAFT_DAFTAR
}
_TAMBAHAN = ("setujui", *bersama.BALIK, "minta_perbaikan", "gabung", "tunda", "himpun_kembali", "tutup_tanpa_sk")
_LABEL = {"setujui": "Persetujuan Atasan PPID/Pimpinan Badan Publik"}
_OURS = "Tambahan SIDIK, di luar lembar SOP"


def langkah(bahan: Bahan) -> list[dict[str, Any]]:
    """The five rows of the sheet, word for word, filled from the log."""
    told, before = [], None
    for row, verbs in zip(sheet.BARIS, VERBA, strict=True):
        events = [e for e in bahan.kejadian if any(e.verb == verb for _, verb in verbs)]
        ending = [e for e in events if e.verb == verbs[-1][1]]
        begin = before or (events[0].waktu if events and row.no == 1 else None)
        told.append(_row(bahan, row, verbs, events, _waktu(begin, ending[-1].waktu if ending else None)))
        before = ending[-1].waktu if ending else None
    return told


def _row(
    bahan: Bahan, row: sheet.Baris, verbs: tuple[tuple[int, str], ...], events: list[Kejadian], waktu: str
) -> dict[str, Any]:
    columns = dict.fromkeys(_KOLOM, "")
    for place, name in enumerate(_KOLOM):
        own = {verb for column, verb in verbs if column == place}
        columns[name] = "\n".join(dict.fromkeys(orang_kejadian(bahan, e) for e in events if e.verb in own))
    if row.no == 2:
        columns["ppid_utama"] = "\n".join(filter(None, (columns["ppid_utama"], _penguji(bahan))))
    return {
        "no": str(row.no),
        "kegiatan": row.kegiatan,
        **columns,
        "kelengkapan": [_kelengkapan(bahan, name) for name in row.kelengkapan],
        "waktu": waktu,
        "di_luar_jam_kerja": any(e.di_luar_jam_kerja for e in events),
        "output": [_output(bahan, name) for name in row.output],
        "disimpulkan": True,
        "keterangan": _keterangan(bahan, row.no),
    }


def orang_kejadian(bahan: Bahan, event: Kejadian) -> str:
    """Name, office, capacity: that of his office when he holds one, else the role in which he acted."""
    held = bahan.pemegang.get(event.pelaku_id or 0)
    if held is None:
        return f"{bersama.pelaku(event)} ({event.peran})" if event.jabatan and event.peran else bersama.pelaku(event)
    return f"{event.pelaku}, {orang.dari_pejabat(held).jabatan} ({choices.KAPASITAS[held.kapasitas].lower()})"


def _penguji(bahan: Bahan) -> str:
    names = [t.penguji.nama for b in bahan.butir if (t := uji_kini(b)) is not None and t.penguji is not None]
    return f"Penguji: {', '.join(dict.fromkeys(names))}" if names else ""


def _waktu(begin: dt.datetime | None, end: dt.datetime | None) -> str:
    """From the end of the step before to the end of this one."""
    if begin is None and end is None:
        return ""
    start = waktu_wib(begin) if begin is not None else ""
    stop = waktu_wib(end) if end is not None else "…"
    return f"{start} s.d. {stop}" if start else stop


def _kelengkapan(bahan: Bahan, name: str) -> dict[str, Any]:
    jenis = _NASKAH[name.lower()]
    papers = [bahan.terakhir(jenis)]
    if jenis == Naskah.USULAN_DAFTAR:
        papers = [bahan.terakhir(jenis, u.id) for u in bahan.usulan]
    told = [_sebutan(paper) for paper in papers if paper is not None]
    return {"nama": name, "ada": bool(told), "tautan": "; ".join(told)}


def _sebutan(paper: m.Naskah) -> str:
    return f"{paper.nomor or 'tanpa nomor'}, {tanggal_panjang(paper.tanggal)}"


def _output(bahan: Bahan, name: str) -> dict[str, Any]:
    jenis = _NASKAH.get(name.lower())
    if jenis is None:
        return _akhir(bahan, name)
    paper = bahan.terakhir(jenis)
    return {
        "nama": name,
        "ada": paper is not None,
        "nomor": (paper.nomor or "") if paper is not None else "",
        "tanggal": bersama.tanggal(paper.tanggal) if paper is not None else "",
        "tertandatangani": paper is not None and paper.status == StatusNaskah.DITANDATANGANI,
    }


def _akhir(bahan: Bahan, name: str) -> dict[str, Any]:
    """Archive and uploaded file: the outputs of the last row that are no papers."""
    archived = [a for a in bahan.arsip if a.lengkap]
    uploads = [p for p in bahan.publikasi if p.dicabut_pada is None]
    done = archived if name == "Arsip" else uploads
    day = max((bersama.tanggal_wib(p.tanggal_unggah) for p in uploads), default=None) if name != "Arsip" else None
    return {
        "nama": name,
        "ada": bool(done),
        "nomor": "",
        "tanggal": bersama.tanggal(day),
        "tertandatangani": False,
    }


def _hasil_akhir(bahan: Bahan) -> list[str]:
    """How many archive records are complete and how many sites carry the decree."""
    archived, uploads = sum(a.lengkap for a in bahan.arsip), sum(p.dicabut_pada is None for p in bahan.publikasi)
    told = [f"{archived} arsip lengkap."] if archived else []
    return told + ([f"Diunggah pada {uploads} situs."] if uploads else [])


def _keterangan(bahan: Bahan, no: int) -> str:
    told = _hasil_akhir(bahan) if no == 5 else []
    if no == 3 and bahan.timbangan:
        weighed = list(bahan.timbangan.values())
        least = min(len(w.pendapat) for w in weighed)
        told.append(f"Pendapat per butir sedikitnya {least}, kuorum {max(w.kuorum for w in weighed)}.")
    if bahan.berkas is not None and no > 1 and bahan.berkas.putaran > 1:
        told.append(f"Putaran ke-{bahan.berkas.putaran}.")
    return " ".join(told)


def tambahan(bahan: Bahan) -> list[dict[str, Any]]:
    """Approval, returns and our other additions, each with its basis."""
    told = []
    for event in bahan.kejadian:
        if event.verb not in _TAMBAHAN:
            continue
        row = cari(event.objek_jenis, event.verb)
        basis = row.basis if row is not None else "ours"
        told.append(
            {
                "kegiatan": _LABEL.get(event.verb)
                or bersama.BALIK.get(event.verb)
                or (row.label if row else event.verb),
                "pelaku": orang_kejadian(bahan, event),
                "waktu": waktu_wib(event.waktu),
                "di_luar_jam_kerja": event.di_luar_jam_kerja,
                "dasar": _OURS if basis == "ours" else basis,
                "keterangan": event.catatan,
            }
        )
    return told


def lembar_kendali(bahan: Bahan, kepala: Kepala, dicetak: dt.datetime) -> dict[str, Any]:
    """The whole sheet of one berkas as it stands now."""
    status = bahan.berkas.status if bahan.berkas is not None else ""
    effective = dict(sheet.KEPALA)["Tanggal Efektif"]
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala),
        "sop_nomor": sheet.NOMOR_SOP,
        "sop_nama": dict(sheet.KEPALA)["Nama SOP"],
        "sop_efektif": effective,
        "keadaan": LABEL_STATUS.get(status, status),
        "langkah": langkah(bahan),
        "tambahan": tambahan(bahan),
        "riwayat": bersama.riwayat(bahan),
        "dicetak_pada": waktu_wib(dicetak),
    }
