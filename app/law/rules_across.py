"""The rules that compare butir with others: twins, copied consequences, contradictions. They only warn."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from app.law.rule import SOP_EFEKTIF, AturanAntar, Isi, Kasus, Tahap
from app.law.similarity import PALING_BANYAK, mirip
from app.law.terbuka import isi_butir
from app.law.wording import kosong, normal, tak_berisi
from app.sop.choices import DIKECUALIKAN

PALING_BANYAK_DISEBUT = 3


def sebutan(kasus: Kasus) -> str:
    """How another butir is named in a sentence: its code, and its agency when that is known."""
    return kasus.butir.kode or "butir lain"


def _daftar(kasus: Sequence[Kasus], places: Sequence[int]) -> str:
    named = [sebutan(kasus[place]) for place in places[:PALING_BANYAK_DISEBUT]]
    return ", ".join(named) + (" dan lainnya" if len(places) > PALING_BANYAK_DISEBUT else "")


def _teks(one: Kasus) -> str | None:
    """What a butir is about; nothing to compare as long as it says nothing."""
    butir = one.butir
    return None if kosong(butir.uraian) else isi_butir(butir.uraian, butir.dokumen_induk)


def _isi_penuh(one: Kasus) -> tuple[object, ...]:
    """All that makes a butir this butir: equal means the same row twice."""
    butir, uji = one.butir, one.uji
    tested = (uji.konsekuensi_dibuka, uji.konsekuensi_ditutup) if uji is not None else ()
    term = (butir.jangka_jenis, butir.jangka_tahun, butir.jangka_akhir, butir.jangka_peristiwa, butir.jangka_alasan)
    bases = tuple(sorted(row.sebutan for row in butir.dasar))
    return (_teks(one), butir.penguasa, butir.cakupan, butir.bagian, butir.uraian_publik, *term, *tested, bases)


def _kembar(kasus: Sequence[Kasus]) -> Iterator[tuple[int, Isi]]:
    """Twins: the rows that are the same throughout are named first."""
    near = mirip([_teks(one) for one in kasus])
    equal: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place in near:
        equal[_isi_penuh(kasus[place])].append(place)
    for place, others in near.items():
        same = [other for other in equal[_isi_penuh(kasus[place])][:PALING_BANYAK] if other != place]
        yield place, {"lain": _daftar(kasus, list(dict.fromkeys([*same, *others])))}


def _salinan(medan: str, kasus: Sequence[Kasus]) -> Iterator[tuple[int, Isi]]:
    """Copies of one field of the test, unless the whole butir is a twin (that is said already)."""
    texts = [getattr(one.uji, medan, None) for one in kasus]
    written = [None if kosong(text) or tak_berisi(text) else text for text in texts]
    about = [normal(_teks(one)) for one in kasus]
    for place, others in mirip(written).items():
        copied = [other for other in others if about[other] != about[place]]
        if copied:
            yield place, {"lain": _daftar(kasus, copied)}


def _bertentangan(kasus: Sequence[Kasus]) -> Iterator[tuple[int, Isi]]:
    for place, others in mirip([_teks(one) for one in kasus]).items():
        here = kasus[place]
        if here.kesimpulan is None or here.dinyatakan_lain:
            continue
        opened = [other for other in others if kasus[other].kesimpulan == "terbuka"]
        if opened:
            yield place, {"lain": _daftar(kasus, opened)}


def _pernah_terbuka(kasus: Sequence[Kasus]) -> Iterator[tuple[int, Isi]]:
    for place, here in enumerate(kasus):
        if here.kesimpulan in DIKECUALIKAN and (earlier := here.putusan.cari(_teks(here))):
            yield place, {"lain": earlier}


ATURAN_ANTAR: tuple[AturanAntar, ...] = (
    AturanAntar(
        "kembar",
        "H10",
        "uraian",
        "Kembar dengan {lain}. Gabungkan, atau jelaskan perbedaannya.",
        "SOP 2",
        _kembar,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    AturanAntar(
        "konsekuensi_dibuka_disalin",
        "H4",
        "konsekuensi_dibuka",
        "Konsekuensi dibuka sama dengan {lain}. Tulis akibat yang khas bagi informasi ini.",
        "UU 14/2008 Pasal 19",
        partial(_salinan, "konsekuensi_dibuka"),
    ),
    AturanAntar(
        "konsekuensi_ditutup_disalin",
        "H4",
        "konsekuensi_ditutup",
        "Konsekuensi ditutup sama dengan {lain}. Tulis kepentingan yang khas bagi informasi ini.",
        "UU 14/2008 Pasal 19",
        partial(_salinan, "konsekuensi_ditutup"),
    ),
    AturanAntar(
        "bertentangan",
        "W4",
        "kesimpulan",
        "Butir serupa disimpulkan terbuka: {lain}. Samakan kesimpulannya, atau jelaskan perbedaannya.",
        "UU 14/2008 Pasal 2",
        _bertentangan,
        tahap=Tahap.KAJIAN,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    AturanAntar(
        "pernah_terbuka",
        "W4",
        "kesimpulan",
        "Butir serupa pernah disimpulkan terbuka: {lain}. Samakan kesimpulannya, atau jelaskan apa yang berbeda.",
        "UU 14/2008 Pasal 2",
        _pernah_terbuka,
        tahap=Tahap.KAJIAN,
        berlaku_mulai=SOP_EFEKTIF,
    ),
)
