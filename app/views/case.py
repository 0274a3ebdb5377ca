"""What the record pages of usulan, berkas and butir share: moves as FAB actions, tracker, turn, papers, timeline, result."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from flask import redirect, request, url_for
from sqlalchemy.orm import joinedload, selectinload

from app import models as m
from app.extensions import db
from app.models.events import sejak_lahir
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import baca_dalam, visible
from app.sop import reading, sheet
from app.sop.moves import Langkah
from app.sop.words import LABEL_NASKAH, LABEL_PELAKSANA, Naskah
from app.sop.words import StatusBerkas as B
from app.views import values
from app.views.base import SafeModelView
from app.views.butir_words import dasar_kata, hasil_kata, jangka
from app.views.event_words import tindakan_kata
from app.views.moves import MovePages, look
from app.views.perubahan_isian import PerubahanIsian
from app.views.sasaran import Sasaran, sasaran
from app.views.sop import baris

# The row of the sheet at which a berkas stands.
LANGKAH_SOP = {B.PENGHIMPUNAN: 1, B.PENGKAJIAN: 2, B.PERTIMBANGAN: 3, B.PENETAPAN: 4, B.PENGUNGGAHAN: 5, B.SELESAI: 6}
# Moves for which several rows may be ticked in a list.
SEKALIGUS = {
    ("usulan", "ajukan"),
    ("usulan", "himpun"),
    ("usulan", "kembalikan"),
    ("berkas", "kaji"),
    ("butir", "minta_perbaikan"),
    ("butir", "kirim_perbaikan"),
    ("butir", "tunda"),
}
UTAMA = {"ajukan", "himpun", "kaji", "sampaikan", "pertimbangkan", "setujui", "tetapkan", "unggah", "kirim_perbaikan"}
TERBANYAK = 50
DISEBUT = 5  # of what stands in the way of a move, on the page of the case itself; all of it on the page of the move


def fab_action(kind: str, row: Langkah) -> Callable[[Any, Any], Any]:
    """The FAB action of one move: it leads to the confirmation page, which leads to the door."""

    def act(self: Any, items: Any) -> Any:
        if isinstance(items, list):
            ids = [item.id for item in items]
            return redirect(url_for(f"{self.endpoint}.tindakan_banyak", verb=row.verb, id=ids))
        return redirect(url_for(f"{self.endpoint}.tindakan", pk=items.id, verb=row.verb))

    act.__name__ = row.verb
    act.__doc__ = row.label
    act._action = (row.verb, row.label, "", "", (kind, row.verb) in SEKALIGUS, True)  # type: ignore[attr-defined]
    return act


class CaseView(MovePages, PerubahanIsian, SafeModelView):
    """A screen whose records move by the SOP tables."""

    kind = ""
    show_template = "perkara.html"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """One FAB action and one permission `can_<verb>` for each row of the table."""
        rows = reading.langkah(cls.kind) if cls.kind else ()
        for row in rows:
            setattr(cls, row.verb, fab_action(cls.kind, row))
        cls.method_permission_name = {**(cls.method_permission_name or {}), **{row.verb: row.verb for row in rows}}
        super().__init_subclass__(**kwargs)

    # --- what the page shows -----------------------------------------------------------------------
    def show_context(self, item: Any) -> dict[str, Any]:
        officer = current_officer()
        deeds = self.deeds(item, officer)
        step = self.step(item)
        return {
            "langkah": tracker(step),
            "tindakan": deeds,
            "menunggu": "" if any(d["maju"] for d in deeds) else waiting_for(self.kind, item),
            "sasaran": target(self.kind, item),
            "sop": {**baris()[step - 1], "waktu": sheet.WAKTU} if 1 <= step <= 5 else None,
            "peristiwa": self.timeline(item, officer),
            "hasil": result(self.kind, item),
            "induk": {"url": self.list_url(), "label": self.list_title},
            "bisa_ubah": self.granted("edit") and not self.refuses_edit(item),
            "bisa_hapus": self.granted("delete") and not self.refuses_delete(item),
            "naskah": None,
            "butir": None,
            "butir_lebih": "",
            "butir_tambah": "",
            "tautan": [],
            "banyak_instansi": False,
            "status_label": None,
            **self.more(item, officer),
        }

    def more(self, item: Any, officer: Officer) -> dict[str, Any]:
        return {}

    def step(self, item: Any) -> int:
        """The row of the sheet at which the case stands; 6 when it is over, 0 when it was given up."""
        berkas = item if isinstance(item, m.Berkas) else item.berkas
        return LANGKAH_SOP.get(B(berkas.status), 0) if berkas is not None else 1

    def deeds(self, item: Any, officer: Officer) -> list[dict[str, Any]]:
        """The moves of the table that this person has here, with what stands in the way."""
        found = []
        for row in reading.langkah(self.kind):
            if item.status not in row.dari or not officer.may(f"can_{row.verb}", self.class_permission_name):
                continue
            checked = look(self.kind, item, row, officer, {})
            found.append(
                {
                    "verb": row.verb,
                    "label": row.label,
                    "boleh": not checked.blok,
                    "alasan": checked.alasan or f"{len(checked.tetap)} hal masih kurang.",
                    "kurang": sorted(checked.tetap, key=lambda k: k.tingkat != "blok")[:DISEBUT],
                    "maju": row.verb in UTAMA,
                    "bahaya": bool(row.mencabut),
                }
            )
        return sorted(found, key=lambda d: (not d["maju"], d["bahaya"]))

    def timeline(self, item: Any, officer: Officer) -> list[dict[str, Any]]:
        """The events of the case, newest first; who sees only the progress of a berkas sees it without the inner notes."""
        p = m.Peristiwa
        own = (p.objek_jenis == self.kind) & (p.objek_id == item.id) & sejak_lahir(p, type(item))
        where = (
            own | ((p.berkas_id == item.id) & p.objek_jenis.in_(("usulan", "naskah"))) if self.kind == "berkas" else own
        )
        inside = baca_dalam(officer)
        if not inside:
            where = own
        rows = db.session.scalars(sa.select(p).where(where, p.verb != "unduh").order_by(p.urut.desc()).limit(TERBANYAK))
        quiet = not inside and self.kind == "berkas"
        return [_event(row, quiet) for row in rows]


def tracker(step: int) -> list[dict[str, Any]]:
    """The five rows of the sheet with where the case stands."""
    told = []
    for row in sheet.BARIS:
        state = "selesai" if row.no < step else "kini" if row.no == step else "nanti"
        told.append(
            {"no": row.no, "singkat": row.singkat, "pelaksana": sheet.KOLOM_PELAKSANA[row.kolom], "keadaan": state}
        )
    return told


def waiting_for(kind: str, item: Any) -> str:
    """Whose turn it is, in words."""
    rows = [row for row in reading.langkah(kind) if item.status in row.dari and row.verb in UTAMA]
    if not rows:
        return ""
    actors = " atau ".join(dict.fromkeys(LABEL_PELAKSANA[role] for row in rows for role in row.pelaksana))
    return f"Menunggu {actors}: {rows[-1].label.lower()}."


def target(kind: str, item: Any) -> Sasaran | None:
    """The office's target for the step that the case waits for, when it set one."""
    row = next((r for r in reading.langkah(kind) if r.maju and item.status in r.dari), None)
    return sasaran(kind, row.verb, [item]).get(item.id) if row is not None else None


def _event(row: m.Peristiwa, quiet: bool) -> dict[str, Any]:
    return {
        "tindakan": tindakan_kata(row.objek_jenis, row.verb),
        "nama": row.pelaku_nama,
        "jabatan": row.pelaku_jabatan,
        "peran": row.peran,
        "catatan": None if quiet else row.catatan,
        "waktu": row.waktu,
        "di_luar": row.di_luar_jam_kerja,
    }


def result(kind: str, item: Any) -> dict[str, Any] | None:
    """What the move just made did, read back from its event; so a reload shows it again and moves nothing."""
    operation = request.args.get("hasil", "")
    if not operation or len(operation) > 64:
        return None
    p = m.Peristiwa
    done = db.session.scalars(
        sa.select(p).where(p.operasi == operation, p.objek_jenis == kind, p.objek_id == item.id)
    ).one_or_none()
    row = reading.cari(kind, done.verb) if done is not None else None
    if done is None or row is None or done.pelaku_id != current_officer().id:
        return None
    made = json.loads(done.ringkasan).get("jawaban", {}).get("naskah", [])
    papers = [
        {"label": LABEL_NASKAH[Naskah(n["jenis"])], "nomor": n["nomor"], "unduh": downloads(n["id"])} for n in made
    ]
    return {"tindakan": row.label, "lanjutan": row.lanjutan, "naskah": papers}


def downloads(naskah_id: int, *, signed: bool = False, size: int | None = None) -> list[dict[str, str]]:
    """Links to the files of a paper. `size`: bytes of the Word file, told when known; the PDF is made when asked for."""
    word = f"Word (.docx, {values.ukuran(size)})" if size is not None else "Word (.docx)"
    links = [("docx", word), ("pdf", "PDF")] + ([("ttd", "Salinan bertanda tangan")] if signed else [])
    return [{"url": url_for("NaskahView.unduh", pk=naskah_id, format=kind), "label": label} for kind, label in links]


def papers_of(where: Any, officer: Officer) -> list[dict[str, Any]]:
    """The papers of a case within the officer's rows, for the table."""
    n = m.Naskah
    query = sa.select(n).where(where, visible(n, officer)).options(joinedload(n.unggahan)).order_by(n.id.desc())
    return [paper_row(row, row.unggahan.ukuran) for row in db.session.scalars(query.limit(200))]


def paper_row(row: m.Naskah, size: int | None = None) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": LABEL_NASKAH[Naskah(row.jenis)],
        "nomor": row.nomor,
        "tanggal": row.tanggal,
        "status": row.status,
        "sebutan_status": row.sebutan_status,
        "usang": row.usang,
        "unduh": downloads(row.id, signed=row.status == "ditandatangani", size=size),
    }


def butir_rows(where: Any, officer: Officer, limit: int = TERBANYAK) -> Sequence[dict[str, Any]]:
    """The butir of a case for the table, with their bases, in two statements."""
    b = m.ButirInformasi
    query = (
        sa.select(b)
        .where(where, visible(b, officer))
        .options(selectinload(b.dasar))
        .order_by(b.usulan_id, b.id)
        .limit(limit + 1)
    )
    return [_butir_row(row) for row in db.session.scalars(query).unique()]


def _butir_row(row: m.ButirInformasi) -> dict[str, Any]:
    return {
        "id": row.id,
        "kode": row.kode,
        "uraian": row.uraian,
        "instansi": row.usulan.perangkat_daerah.singkatan,
        "dasar": dasar_kata(row),
        "jangka": jangka(row),
        "status": row.status,
        "hasil": hasil_kata(row),
    }
