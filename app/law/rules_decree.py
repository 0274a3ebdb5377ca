"""The rules on the decree as a whole: its parts (PP 61/2010), its signer, its dates. Data with one small check each.

What no butir can lack is printed by the paper itself: the public body in the letterhead, place and date at the end.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from app.calendar.words import tanggal_panjang
from app.law.rule import BLOK, PERINGATAN, AturanPenetapan, Isi, Penetapan, bila
from app.law.wording import kosong
from app.models import ButirInformasi, Naskah

_TINGKAT = {"wajib": BLOK, "peringatan": PERINGATAN}  # the office's own word for the approval -> level


def _tanpa_butir(p: Penetapan) -> list[Isi]:
    return bila(not p.butir)


def _tanpa_penetap(p: Penetapan) -> list[Isi]:
    who = p.penetap
    return bila(who is None or p.tanggal < who.mulai or (who.selesai is not None and who.selesai < p.tanggal))


def _tanpa_identitas(p: Penetapan) -> list[Isi]:
    return bila(p.penetap is not None and (kosong(p.penetap.nama) or kosong(p.penetap.jabatan)))


def _tanpa_unsur(p: Penetapan) -> Iterator[Isi]:
    for butir in p.butir:
        lacking = ", ".join(label for label, there in _unsur(butir).items() if not there)
        if lacking:
            yield {"kode": butir.kode, "unsur": lacking}


def _unsur(butir: ButirInformasi) -> dict[str, bool]:
    """What a decree says of each butir, and whether it can."""
    uji = butir.uji[-1] if butir.uji else None
    return {
        "uraian": not kosong(butir.uraian_publik or butir.uraian),
        "jenis klasifikasi (huruf Pasal 17)": any(row.pasal17 is not None for row in butir.dasar),
        "jangka waktu": butir.jangka_jenis is not None,
        "alasan (konsekuensi dibuka dan ditutup)": uji is not None
        and not kosong(uji.konsekuensi_dibuka)
        and not kosong(uji.konsekuensi_ditutup),
    }


def _tanpa_rujukan(p: Penetapan) -> Iterator[Isi]:
    for label, paper in (("Berita acara klasifikasi", p.berita_acara), ("Hasil pertimbangan", p.hasil)):
        if paper is None:
            yield {"naskah": label}


def _tanpa_persetujuan(p: Penetapan) -> list[Isi]:
    level = p.pilihan.get("persetujuan_pimpinan", "peringatan")
    wanted = p.persetujuan is None and level in _TINGKAT
    return bila(wanted, tingkat=_TINGKAT.get(level, PERINGATAN))


def _di_luar_rentang(p: Penetapan) -> list[Isi]:
    first = p.hasil.tanggal if p.hasil is not None else p.hari_ini
    return bila(not first <= p.tanggal <= p.hari_ini, mulai=tanggal_panjang(first), sampai=tanggal_panjang(p.hari_ini))


def _tidak_berurutan(p: Penetapan) -> Iterator[Isi]:
    """Each paper is not older than the one that it rests on."""
    tests = [row.uji[-1].tanggal for row in p.butir if row.uji]
    steps = (
        ("Uji konsekuensi", max((day for day in tests if day is not None), default=None)),
        ("Berita acara", _tanggal(p.berita_acara)),
        ("Nota dinas", _tanggal(p.nota_dinas)),
        ("Hasil pertimbangan", _tanggal(p.hasil)),
        ("Persetujuan pimpinan", p.persetujuan.tanggal if p.persetujuan is not None else None),
    )
    dated = [(label, day) for label, day in steps if day is not None]
    if p.persetujuan is not None:
        dated.append(("Surat keputusan", p.tanggal))
    for (label, day), (later, then) in pairwise(dated):
        if day > then:
            yield {"dulu": label, "hari": f"{day:%d-%m-%Y}", "lalu": later.lower(), "kemudian": f"{then:%d-%m-%Y}"}


def _tanggal(paper: Naskah | None) -> date | None:
    return paper.tanggal if paper is not None else None


ATURAN_PENETAPAN: tuple[AturanPenetapan, ...] = (
    AturanPenetapan(
        "tidak_ada_ditetapkan",
        "H10",
        BLOK,
        "keputusan",
        "Tidak ada butir yang ditetapkan dikecualikan. Minta pertimbangan ulang atau batalkan berkas.",
        "SOP 4",
        _tanpa_butir,
    ),
    AturanPenetapan(
        "penetap",
        "H12",
        BLOK,
        "penandatangan",
        "Tidak ada pejabat penetap yang menjabat pada tanggal itu. Catat pejabatnya pada menu Pejabat.",
        "SOP 4",
        _tanpa_penetap,
    ),
    AturanPenetapan(
        "penetap_tanpa_identitas",
        "H9",
        BLOK,
        "penandatangan",
        "Identitas pejabat yang menetapkan belum lengkap. Isi nama dan jabatannya pada menu Pejabat.",
        "PP 61/2010",
        _tanpa_identitas,
    ),
    AturanPenetapan(
        "unsur_penetapan",
        "H9",
        BLOK,
        "keputusan",
        "Butir {kode} belum dapat ditetapkan: {unsur} belum ada. Kembalikan untuk dikaji ulang dan lengkapi.",
        "PP 61/2010",
        _tanpa_unsur,
    ),
    AturanPenetapan(
        "tanpa_rujukan",
        "H9",
        BLOK,
        "keputusan",
        "{naskah} yang menjadi dasar keputusan tidak ada. Terbitkan dahulu.",
        "SOP 4",
        _tanpa_rujukan,
    ),
    AturanPenetapan(
        "persetujuan",
        "H9",
        PERINGATAN,
        "persetujuan",
        "Persetujuan pimpinan badan publik belum tercatat. Mintalah persetujuan atau catat suratnya.",
        "PP 61/2010 Pasal 3",
        _tanpa_persetujuan,
        terverifikasi=False,
    ),
    AturanPenetapan(
        "tanggal",
        "H11",
        BLOK,
        "tanggal",
        "Tanggal keputusan harus di antara hasil pertimbangan dan hari ini: {mulai} sampai {sampai}.",
        "SOP 4",
        _di_luar_rentang,
    ),
    AturanPenetapan(
        "urutan_naskah",
        "H11",
        BLOK,
        "tanggal",
        "{dulu} bertanggal {hari}, sesudah {lalu} {kemudian}. Perbaiki tanggalnya.",
        "SOP 1–4",
        _tidak_berurutan,
    ),
)
