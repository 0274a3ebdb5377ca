"""SOP 4: PPID Utama fixes the classification by decree; the register entries are born, waiting for the signature."""

import datetime as dt

from app import models as m
from app.errors import Kekurangan
from app.law.rule import Penetapan
from app.law.validator import periksa_penetapan
from app.models.base import id_baris
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_NASKAH, Naskah, StatusButir, StatusNaskah
from app.steps.cases import butir_berkas, naskah_berlaku, persetujuan_berlaku
from app.steps.decisions import Keputusan, baca, periksa, tulis
from app.steps.entries import catat_entri
from app.steps.kajian import kurang_kajian
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
    found = move.session.get(m.Pejabat, ident) if id_baris(ident) else None
    return found if found is not None and found.fungsi == "penetap" and menjabat(found, when) else None


def putusan(move: Move) -> list[Keputusan]:
    """The decision on each considered butir."""
    rows = butir_berkas(move.session, move.case.id, StatusButir.DIPERTIMBANGKAN)
    return baca(rows, move.data.get("keputusan") or {}, move.note)


def missing(move: Move) -> list[Kekurangan]:
    """Signed papers, approval, a penetap in office, a decision for each butir, and the law again."""
    decided = putusan(move)
    excluded = [d.butir for d in decided if d.dikecualikan]
    lacking = [*kurang_ttd(move), *periksa_penetapan(_penetapan(move, excluded)), *_late(move), *periksa(decided)]
    return [*lacking, *kurang_kajian(move, excluded)]


def _penetapan(move: Move, excluded: list[m.ButirInformasi]) -> Penetapan:
    """The decree as it would be issued, for the law to look at."""
    kinds = (Naskah.BERITA_ACARA, Naskah.NOTA_DINAS, Naskah.HASIL_PERTIMBANGAN)
    record, memo, result = (naskah_berlaku(move.session, move.case.id, jenis) for jenis in kinds)
    return Penetapan(
        tanggal=tanggal_keputusan(move),
        hari_ini=move.today,
        penetap=penetap(move),
        berita_acara=record,
        nota_dinas=memo,
        hasil=result,
        persetujuan=persetujuan_berlaku(move.session, move.case),
        butir=excluded,
        pilihan=move.settings,
    )


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
