"""The recaps: how many butir became what, per agency and per letter; the usulan gathered; decisions that differ."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from app import models as m
from app.documents.contexts import butir as satu
from app.documents.contexts.bahan import Bahan
from app.documents.contexts.baris import dikecualikan, keadaan, surat_usulan
from app.documents.contexts.huruf import HURUF
from app.sop import choices
from app.sop.words import StatusButir

KEADAAN = ("dikecualikan", "sebagian", "terbuka", "ditunda", "digabung", "tidak_disetujui")
_DISETUJUI = ("disetujui", "disetujui_sebagian")


def hitung(butir: Sequence[m.ButirInformasi]) -> dict[str, int]:
    """Proposed, and how many became what."""
    states = Counter(keadaan(b) for b in butir)
    return {"diusulkan": len(butir), **{name: states[name] for name in KEADAAN}}


def rekap(bahan: Bahan) -> dict[str, Any]:
    """The whole recap of a case."""
    rows = bahan.butir
    sent = [b for b in rows if b.hasil_pertimbangan or dikecualikan(b)]
    return {
        "usulan": len(bahan.usulan),
        "perangkat_daerah": len({u.perangkat_daerah_id for u in bahan.usulan}),
        "dipertimbangkan": len(sent),
        "disetujui": sum(b.hasil_pertimbangan in _DISETUJUI for b in rows),
        "ditetapkan": sum(b.status == StatusButir.DITETAPKAN for b in rows),
        **hitung(rows),
        "per_perangkat_daerah": _per_agency(bahan),
        "per_huruf": _per_letter([b for b in rows if dikecualikan(b)] or [b for b in rows if not keadaan(b)]),
    }


def _per_agency(bahan: Bahan) -> list[dict[str, Any]]:
    agencies = {u.perangkat_daerah_id: u.perangkat_daerah for u in bahan.usulan}
    told = []
    for ident, agency in agencies.items():
        own = [b for b in bahan.butir if b.usulan.perangkat_daerah_id == ident]
        told.append({"nama": agency.nama, "singkatan": agency.singkatan, **hitung(own)})
    return told


def _per_letter(butir: Sequence[m.ButirInformasi]) -> list[dict[str, Any]]:
    letters = Counter(letter for b in butir for letter in satu.pasal17(b))
    return [{"huruf": x, "label": HURUF[x].kepentingan, "jumlah": letters[x]} for x in sorted(letters)]


def usulan(bahan: Bahan) -> list[dict[str, Any]]:
    """The usulan gathered, one row each."""
    told = []
    for u in bahan.usulan:
        number, day = surat_usulan(bahan, u)
        told.append(
            {
                "perangkat_daerah": u.perangkat_daerah.nama,
                "singkatan": u.perangkat_daerah.singkatan,
                "nomor_surat": number,
                "tanggal_surat": day,
                "nihil": u.nihil,
                "jumlah": sum(b.usulan_id == u.id for b in bahan.butir),
                "putaran": u.putaran,
            }
        )
    return told


def berbeda(butir: Sequence[m.ButirInformasi]) -> list[dict[str, str]]:
    """Decisions that differ from the Tim's result, by code only."""
    return [
        {
            "kode": b.kode,
            "hasil": choices.HASIL_PERTIMBANGAN.get(b.hasil_pertimbangan or "", ""),
            "keputusan": choices.KEPUTUSAN[b.keputusan],
            "alasan": b.alasan_berbeda,
        }
        for b in butir
        if b.keputusan and b.alasan_berbeda
    ]
