"""The Tim's considerations on one butir: reasons by law, propriety and public interest, votes, dissent, conflicts."""

from collections import Counter
from typing import Any

from app import models as m
from app.documents.contexts import orang
from app.documents.contexts.bahan import Bahan, Timbang
from app.sop import choices

# opinion -> the result that it stands for
MENUJU = {
    "setuju": "disetujui",
    "setuju_sebagian": "disetujui_sebagian",
    "tidak_setuju": "tidak_disetujui",
    "perbaiki": "perbaiki",
}
_ALASAN = {
    "undang_undang": "alasan_uu",
    "kepatutan": "alasan_kepatutan",
    "kepentingan_umum": "alasan_kepentingan_umum",
}
_SEPENDAPAT = "Tim sependapat dengan hasil kajian PPID Utama."
_KOSONG = ("undang_undang", "kepatutan", "kepentingan_umum", "hasil", "saran", "kuorum", "benturan")
_SIKAP = ("setuju", "setuju_sebagian", "tidak_setuju", "perbaiki")


def nama_anggota(bahan: Bahan, anggota: m.AnggotaTim) -> str:
    """A member as printed."""
    return orang.nama_cetak(orang.dari_anggota(anggota), bahan.settings)


def pertimbangan(bahan: Bahan, weighed: Timbang | None, butir: m.ButirInformasi) -> dict[str, Any]:
    """The considerations on one butir; all empty before the Tim opined."""
    if weighed is None or not (weighed.pendapat or butir.hasil_pertimbangan):
        counts = dict.fromkeys((*_SIKAP, "tidak_berpendapat"), 0)
        return {**dict.fromkeys(_KOSONG, ""), **counts, "pendapat": []}
    result = butir.hasil_pertimbangan or weighed.hasil
    votes = Counter(p.sikap for p in weighed.pendapat)
    leading = [p for p in weighed.pendapat if MENUJU.get(p.sikap) == result]
    return {
        **{name: _reasons(leading, column) for name, column in _ALASAN.items()},
        "hasil": choices.HASIL_PERTIMBANGAN.get(result, ""),
        "saran": saran(weighed),
        **{sikap: votes[sikap] for sikap in _SIKAP},
        "tidak_berpendapat": votes["abstain"],
        "kuorum": f"{len(weighed.pendapat)} dari {len(weighed.berhak)} anggota",
        "benturan": ", ".join(nama_anggota(bahan, a) for a in weighed.benturan),
        "pendapat": [_opinion(bahan, p, result) for p in weighed.pendapat],
    }


def _reasons(opinions: list[m.Pendapat], column: str) -> str:
    told = dict.fromkeys(str(getattr(p, column)).strip() for p in opinions if getattr(p, column))
    return "\n".join(told) or _SEPENDAPAT


def saran(weighed: Timbang) -> str:
    """What those said who agreed in part or wanted repairs: the Tim's suggestions on wording and term."""
    partly = [p for p in weighed.pendapat if p.sikap in ("setuju_sebagian", "perbaiki")]
    told = [getattr(p, column) for p in partly for column in _ALASAN.values() if getattr(p, column)]
    return "; ".join(dict.fromkeys(told))


def _opinion(bahan: Bahan, p: m.Pendapat, result: str) -> dict[str, Any]:
    by = p.dicatat_oleh.nama if p.dicatat_oleh is not None else ""
    return {
        "nama": nama_anggota(bahan, p.anggota),
        "kedudukan": choices.KEDUDUKAN[p.anggota.kedudukan],
        "sikap": choices.SIKAP[p.sikap],
        "alasan_uu": p.alasan_uu or "",
        "alasan_kepatutan": p.alasan_kepatutan or "",
        "alasan_kepentingan_umum": p.alasan_kepentingan_umum or "",
        "cara": "langsung" if p.cara == "langsung" else f"dalam rapat, dicatat oleh {by}",
        "berbeda": p.sikap != "abstain" and MENUJU.get(p.sikap) != result,
    }
