"""SOP 3: the considered result of the Tim: quorum, conflicts of interest, views on each butir, dissent, advice."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from app import models as m
from app.documents.contexts import baris, bersama, orang
from app.documents.contexts.bahan import Bahan, Kepala, Orang, Timbang
from app.documents.contexts.tim import nama_anggota, saran
from app.sop import choices
from app.sop.words import Naskah

KETUA, SEKRETARIS = "Ketua Tim Pertimbangan", "Sekretaris Tim Pertimbangan"
_SEMUA = "Seluruh butir dapat ditetapkan sebagai informasi yang dikecualikan."


def hasil_pertimbangan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The result of the Tim on every butir that was put before it."""
    held = bersama.rapat_terakhir(bahan, "pertimbangan", kepala.tanggal)
    before = [b for b in bahan.butir if b.hasil_pertimbangan or baris.dikecualikan(b)]
    weighed = [bahan.timbangan[b.id] for b in before if b.id in bahan.timbangan]
    results = Counter(b.hasil_pertimbangan for b in before if b.hasil_pertimbangan)
    base = next((a.dasar for a in bahan.anggota if a.dasar), "") or ""
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala, tembusan=["Sekretaris Daerah Provinsi Banten"]),
        "keputusan_tim": bersama.rujukan_teks(base),
        "nota_dinas": bersama.rujukan(bahan.terakhir(Naskah.NOTA_DINAS)),
        "berita_acara": bersama.rujukan(bahan.terakhir(Naskah.BERITA_ACARA)),
        "rapat": bersama.rapat(held),
        "anggota_tim": len(bahan.anggota),
        "anggota_berpendapat": len({p.anggota_id for w in weighed for p in w.pendapat}),
        "syarat_kuorum": max((w.kuorum for w in weighed), default=0),
        "benturan": benturan(bahan, weighed),
        **baris.tabel(baris.semua(baris.konteks(bahan, kepala), before)),
        "rekap_hasil": [
            {"hasil": label, "jumlah": results[key]}
            for key, label in choices.HASIL_PERTIMBANGAN.items()
            if results[key]
        ],
        "kesimpulan": _kesimpulan(results),
        "saran": [f"{w.butir.kode}: {advice}" for w in weighed if (advice := saran(w))],
        "riwayat": bersama.riwayat(bahan),
        "lampiran": [*(["Daftar hadir"] if held is not None else []), "Lembar pendapat anggota"],
        "ketua": _signer(bahan, "ketua", "ketua_tim", KETUA),
        "sekretaris": _signer(bahan, "sekretaris", "sekretaris_tim", SEKRETARIS),
        "anggota": [_member(bahan, a) for a in bahan.anggota if a.kedudukan == "anggota"],
    }


def benturan(bahan: Bahan, weighed: Sequence[Timbang]) -> list[str]:
    """Members who stood aside, and from which butir: those of the proposing agency."""
    aside: dict[int, tuple[m.AnggotaTim, list[str]]] = {}
    for w in weighed:
        for member in w.benturan:
            aside.setdefault(member.id, (member, []))[1].append(w.butir.kode)
    return [
        f"{nama_anggota(bahan, member)}, asal {_asal(member)}, tidak ikut atas {', '.join(codes)}."
        for member, codes in aside.values()
    ]


def _asal(member: m.AnggotaTim) -> str:
    agency = member.pengguna.perangkat_daerah
    return agency.singkatan if agency is not None else "perangkat daerah pengusul"


def _kesimpulan(results: Counter[str]) -> str:
    if not results:
        return ""
    if set(results) == {"disetujui"}:
        return _SEMUA
    told = [
        f"{results[key]} butir {label.lower()}" for key, label in choices.HASIL_PERTIMBANGAN.items() if results[key]
    ]
    return f"Dari {sum(results.values())} butir yang dipertimbangkan: {', '.join(told)}."


def ketua(bahan: Bahan) -> Orang | None:
    """Who signs for the Tim: the member who leads it, else the official in that office."""
    return _seat(bahan, "ketua", "ketua_tim")


def _seat(bahan: Bahan, kedudukan: str, fungsi: str) -> Orang | None:
    member = next((a for a in bahan.anggota if a.kedudukan == kedudukan), None)
    return orang.dari_anggota(member) if member is not None else bersama.pejabat(bahan, fungsi)


def _signer(bahan: Bahan, kedudukan: str, fungsi: str, selaku: str) -> dict[str, str]:
    block = orang.penandatangan(_seat(bahan, kedudukan, fungsi), bahan.settings, selaku=selaku)
    return {**block, "jabatan_cetak": f"{selaku},"}


def _member(bahan: Bahan, member: m.AnggotaTim) -> dict[str, str]:
    return {"nama": nama_anggota(bahan, member), "jabatan": orang.jabatan_lengkap(orang.dari_anggota(member))}
