"""SOP 4: PPID Utama fixes the classification by decree; the register entries are born, waiting for the signature."""

import datetime as dt

from app import models as m
from app.calendar.words import tanggal_panjang
from app.errors import Kekurangan
from app.law.validator import periksa_kajian
from app.models.base import MAKS_ID
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_NASKAH, Naskah, StatusButir, StatusNaskah
from app.steps.cases import butir_berkas, naskah_berlaku, persetujuan_berlaku
from app.steps.decisions import Keputusan, baca, periksa, tulis
from app.steps.entries import catat_entri
from app.steps.move import Move
from app.steps.officials import menjabat, pejabat_menjabat, peringatan_jabatan
from app.steps.penomoran import peringatan_tanggal


def tanggal_keputusan(move: Move) -> dt.date:
    """The date of the decree: as given (a date or ISO text), else today WIB."""
    given = move.data.get("tanggal")
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(str(given)) if given else move.today
    except ValueError:
        return dt.date.max  # refused as a date after today


def penetap(move: Move) -> m.Pejabat | None:
    """The official who signs: the one given, else the holder in office on the date of the decree."""
    when, ident = tanggal_keputusan(move), move.data.get("penandatangan")
    if ident is None:
        return pejabat_menjabat(move.session, "penetap", when)
    found = move.session.get(m.Pejabat, ident) if isinstance(ident, int) and 0 < ident <= MAKS_ID else None
    return found if found is not None and found.fungsi == "penetap" and menjabat(found, when) else None


def putusan(move: Move) -> list[Keputusan]:
    """The decision on each considered butir."""
    rows = butir_berkas(move.session, move.case.id, StatusButir.DIPERTIMBANGKAN)
    return baca(rows, move.data.get("keputusan") or {}, move.note)


def missing(move: Move) -> list[Kekurangan]:
    """Signed papers, approval, a penetap in office, a decision for each butir, and the law again."""
    decided = putusan(move)
    lacking = [*kurang_ttd(move), *_approval(move), *_signer(move), *_date(move), *_late(move), *periksa(decided)]
    excluded = [d.butir for d in decided if d.dikecualikan]
    if not excluded:
        sentence = "Tidak ada butir yang ditetapkan dikecualikan. Minta pertimbangan ulang atau batalkan berkas."
        lacking.append(Kekurangan("tidak_ada_ditetapkan", sentence, medan="keputusan", dasar="SOP 4"))
    return [*lacking, *periksa_kajian(excluded, hari_ini=move.today, pilihan=move.settings)]


def kurang_ttd(move: Move) -> list[Kekurangan]:
    """The papers whose signed copy this move wants (sop/papers.py, changed by the office's settings) and lacks."""
    lacking = []
    for jenis, rule in KETENTUAN.items():
        if rule.wajib_ttd is None or rule.wajib_ttd[0] != move.row.verb:
            continue
        level = move.settings.get(f"wajib_ttd.{jenis}", rule.wajib_ttd[1])
        paper = naskah_berlaku(move.session, move.case.id, jenis)
        if level == "tidak" or (paper is not None and paper.status == StatusNaskah.DITANDATANGANI):
            continue
        label = LABEL_NASKAH[jenis]
        sentence = f"{label} belum ditandatangani. Unduh, tandatangani, lalu pasangkan salinannya."
        lacking.append(Kekurangan("belum_ttd", sentence, medan=jenis, tingkat=level, dasar=move.row.basis))
    return lacking


def _approval(move: Move) -> list[Kekurangan]:
    level = move.settings.get("persetujuan_pimpinan", "peringatan")
    if level == "tidak" or persetujuan_berlaku(move.session, move.case) is not None:
        return []
    sentence = "Persetujuan pimpinan badan publik belum tercatat. Mintalah persetujuan atau catat suratnya."
    tingkat = "blok" if level == "wajib" else "peringatan"
    basis = "PP 61/2010 Ps 3 (belum diverifikasi)"
    return [Kekurangan("persetujuan", sentence, medan="persetujuan", tingkat=tingkat, dasar=basis)]


def _signer(move: Move) -> list[Kekurangan]:
    if penetap(move) is not None:
        return []
    sentence = "Tidak ada pejabat penetap yang menjabat pada tanggal itu. Catat pejabatnya pada menu Pejabat."
    return [Kekurangan("penetap", sentence, medan="penandatangan", dasar="SOP 4")]


def _date(move: Move) -> list[Kekurangan]:
    considered = naskah_berlaku(move.session, move.case.id, Naskah.HASIL_PERTIMBANGAN)
    first = considered.tanggal if considered is not None else move.today
    if first <= tanggal_keputusan(move) <= move.today:
        return []
    between = f"{tanggal_panjang(first)} sampai {tanggal_panjang(move.today)}"
    sentence = f"Tanggal keputusan harus di antara hasil pertimbangan dan hari ini: {between}."
    return [Kekurangan("tanggal", sentence, medan="tanggal", dasar="SOP 4")]


def _late(move: Move) -> list[Kekurangan]:
    """A decree of an earlier day is numbered late; its signer may have left the office before signing."""
    when, signer = tanggal_keputusan(move), penetap(move)
    late = peringatan_tanggal(move.session, Naskah.SURAT_KEPUTUSAN, when, move.today)
    return [*late, *(peringatan_jabatan(signer, move.today) if signer is not None else [])]


def effect(move: Move) -> None:
    """Write the decisions; the signer and the date go with the move to the papers."""
    signer = penetap(move)
    if signer is None:
        raise AssertionError("missing() checked the signer")
    move.data["penandatangan"], move.data["tanggal"] = signer.id, tanggal_keputusan(move)
    tulis(move, putusan(move))


def after(move: Move) -> None:
    """The register entries, each a snapshot of its butir at the decree."""
    decree = next(n for n in move.naskah if n.jenis == Naskah.SURAT_KEPUTUSAN)
    catat_entri(move, decree)
