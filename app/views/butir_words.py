"""A butir in words, for tables and pages."""

from __future__ import annotations

from app import models as m
from app.calendar.words import jangka_kata
from app.sop import choices


def dasar_kata(row: m.ButirInformasi) -> str:
    """Its bases, short: "Ps 17 huruf h; UU 29/2004 Pasal 47"."""
    words = []
    for basis in row.dasar:
        if basis.pasal17 is not None:
            words.append(basis.pasal17.sebutan)
        elif basis.peraturan is not None:
            words.append(f"{basis.peraturan.singkat} {basis.pasal_ayat or ''}".strip())
        else:
            words.append(f"{basis.teks or ''} {basis.pasal_ayat or ''}".strip())
    return "; ".join(words)


def jangka(row: m.ButirInformasi) -> str:
    """Its term in words; empty while the kind of term is not chosen."""
    if not row.jangka_jenis:
        return ""
    return jangka_kata(
        row.jangka_jenis,
        tahun=row.jangka_tahun,
        mulai=row.jangka_mulai,
        akhir=row.jangka_akhir,
        peristiwa=row.jangka_peristiwa,
        alasan=row.jangka_alasan,
    )


def hasil_kata(row: m.ButirInformasi) -> str:
    """What was decided or found, when something was."""
    if row.keputusan:
        return choices.KEPUTUSAN.get(row.keputusan, row.keputusan)
    if row.hasil_pertimbangan:
        return choices.HASIL_PERTIMBANGAN.get(row.hasil_pertimbangan, row.hasil_pertimbangan)
    return ""
