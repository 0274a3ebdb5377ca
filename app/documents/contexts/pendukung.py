"""The papers around the SOP: what calls people together, what they said, and the letters that ask for and pass on the decree."""

from collections.abc import Callable
from typing import Any

from app import models as m
from app.calendar.words import hari, tanggal_panjang
from app.documents.contexts import baris, bersama, orang, rekap, turunan
from app.documents.contexts import butir as satu
from app.documents.contexts.bahan import Bahan, Kepala, Orang
from app.documents.contexts.dasar import dasar
from app.documents.contexts.tim import nama_anggota
from app.sop import choices
from app.sop.words import Naskah

ACARA = {
    "uji_konsekuensi": "Pengujian konsekuensi dan klasifikasi informasi publik",
    "pertimbangan": "Pertimbangan tentang informasi yang dikecualikan",
}
SEKDA = "Sekretaris Daerah Provinsi Banten"
SEMUA_PELAKSANA = "Para Kepala Perangkat Daerah selaku PPID Pelaksana"


def surat_permintaan_usulan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """PPID Utama asks every agency for its proposals; opens the year."""
    limit = bahan.batas
    return {
        "instansi": bersama.instansi(bahan.utama),
        "naskah": bersama.naskah(bahan, kepala, lampiran=1, tembusan=[SEKDA]),
        "kepada": [SEMUA_PELAKSANA],
        "dasar": dasar(bahan),
        "sop": bersama.SOP,
        "batas": f"{hari(limit)}, {tanggal_panjang(limit)}" if limit is not None else "",
        "catatan": bahan.catatan,
        "penandatangan": bersama.ppid_utama(bahan),
    }


def undangan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The invitation to one meeting, to those who are listed for it, else to those whom it concerns."""
    return {
        **_kepala(bahan, kepala),
        "kepada": _diundang(bahan),
        "acara": _acara(bahan),
        "rapat": bersama.rapat(bahan.rapat_ini),
        "catatan": bahan.catatan,
        "penandatangan": bersama.ppid_utama(bahan),
    }


def daftar_hadir(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The sheet that goes round: everybody who is listed, with room to sign."""
    held = bahan.rapat_ini
    return {
        **_kepala(bahan, kepala),
        "acara": _acara(bahan),
        "rapat": bersama.rapat(held),
        "peserta": [bersama.peserta(row) for row in held.kehadiran] if held is not None else [],
        "penandatangan": _orang_rapat(bahan, "pimpinan", "Pimpinan rapat"),
    }


def notulen(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """What was said and concluded, as the note-taker wrote it."""
    held = bahan.rapat_ini
    rows = held.kehadiran if held is not None else []
    text = (held.notulen or "") if held is not None else ""
    return {
        **_kepala(bahan, kepala),
        "acara": _acara(bahan),
        "rapat": bersama.rapat(held),
        "jumlah_hadir": sum(row.hadir for row in rows),
        "jumlah_diundang": len(rows),
        "isi": [line.strip() for line in text.splitlines() if line.strip()],
        "pimpinan": _orang_rapat(bahan, "pimpinan", "Pimpinan rapat"),
        "notulis": _orang_rapat(bahan, "notulis", "Notulis"),
    }


def lembar_pendapat(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """One sheet for each member: the butir before him, and what he said or room to say it."""
    sheets = [_lembar(bahan, member) for member in bahan.anggota]
    for sheet in sheets[-1:]:
        sheet["terakhir"] = True
    return {
        **_kepala(bahan, kepala),
        "nota_dinas": bersama.rujukan(bahan.terakhir(Naskah.NOTA_DINAS)),
        "anggota": sheets,
    }


def _lembar(bahan: Bahan, member: m.AnggotaTim) -> dict[str, Any]:
    seen = [w for w in bahan.timbangan.values() if baris.dikecualikan(w.butir) or w.butir.hasil_pertimbangan]
    said = {p.butir_id: p for w in seen for p in w.pendapat if p.anggota_id == member.id}
    aside = [w.butir.kode for w in seen if member.id in {a.id for a in w.benturan}]
    return {
        "nama": nama_anggota(bahan, member),
        "jabatan": orang.jabatan_lengkap(orang.dari_anggota(member)),
        "kedudukan": choices.KEDUDUKAN[member.kedudukan],
        "benturan": ", ".join(aside),
        "terakhir": False,
        "pendapat": [_satu(w.butir, said.get(w.butir.id)) for w in seen if w.butir.kode not in aside],
    }


def _satu(butir: m.ButirInformasi, opinion: m.Pendapat | None) -> dict[str, str]:
    given = {"sikap": "", "uu": "", "kepatutan": "", "kepentingan_umum": ""}
    if opinion is not None:
        given = {
            "sikap": choices.SIKAP[opinion.sikap],
            "uu": opinion.alasan_uu or "",
            "kepatutan": opinion.alasan_kepatutan or "",
            "kepentingan_umum": opinion.alasan_kepentingan_umum or "",
        }
    concluded = choices.KESIMPULAN.get(satu.kesimpulan(butir), "")
    return {"kode": butir.kode, "uraian": butir.uraian or "", "kesimpulan": concluded, **given}


def nota_persetujuan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """Asks the leader of the public body for approval before the decree (PP 61/2010, unverified)."""
    record, result = bahan.terakhir(Naskah.BERITA_ACARA), bahan.terakhir(Naskah.HASIL_PERTIMBANGAN)
    leader = bersama.pejabat(bahan, "atasan_ppid")
    return {
        **_kepala(bahan, kepala, lampiran=2),
        "kepada": orang.jabatan_lengkap(leader) if leader is not None else SEKDA,
        "dari": f"{bersama.PPID_UTAMA} {bersama.PROVINSI}",
        "berita_acara": bersama.rujukan(record),
        "hasil_pertimbangan": bersama.rujukan(result),
        "rekap": rekap.rekap(bahan),
        "lampiran": ["Berita acara klasifikasi informasi publik", "Hasil pertimbangan Tim Pertimbangan"],
        "penandatangan": bersama.ppid_utama(bahan),
    }


def surat_penyampaian_sk(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """Passes the decree on to the agencies, with the receipt that they sign."""
    return {
        **_kepala(bahan, kepala, lampiran=1, tembusan=[SEKDA]),
        "kepada": _kepala_perangkat(bahan),
        "surat_keputusan": bersama.rujukan(bahan.terakhir(Naskah.SURAT_KEPUTUSAN)),
        "penandatangan": bersama.ppid_utama(bahan),
    }


def _kepala(bahan: Bahan, kepala: Kepala, *, lampiran: int = 0, tembusan: list[str] | None = None) -> dict[str, Any]:
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala, lampiran=lampiran, tembusan=tembusan),
    }


def _acara(bahan: Bahan) -> str:
    return ACARA[bahan.rapat_ini.jenis] if bahan.rapat_ini is not None else ACARA["uji_konsekuensi"]


def _diundang(bahan: Bahan) -> list[str]:
    held = bahan.rapat_ini
    if held is not None and held.kehadiran:
        return [", ".join(part for part in (row.nama, row.jabatan or row.instansi) if part) for row in held.kehadiran]
    if held is not None and held.jenis == "pertimbangan":
        return [f"{nama_anggota(bahan, a)}, {choices.KEDUDUKAN[a.kedudukan]} Tim Pertimbangan" for a in bahan.anggota]
    return _kepala_perangkat(bahan)


def _kepala_perangkat(bahan: Bahan) -> list[str]:
    return [f"Kepala {name}" for name in dict.fromkeys(u.perangkat_daerah.nama for u in bahan.usulan)]


def _orang_rapat(bahan: Bahan, kolom: str, sebutan: str) -> dict[str, str]:
    """Who leads or notes, by name; office and NIP stay away: the meeting knows only the name."""
    name = getattr(bahan.rapat_ini, kolom, None) if bahan.rapat_ini is not None else None
    block = orang.penandatangan(Orang(nama=name) if name else None, bahan.settings, selaku=sebutan)
    return {**block, "jabatan_cetak": f"{sebutan},"}


SUSUN: dict[str, Callable[[Bahan, Kepala], dict[str, Any]]] = {
    Naskah.SURAT_PERMINTAAN: surat_permintaan_usulan,
    Naskah.UNDANGAN: undangan,
    Naskah.DAFTAR_HADIR: daftar_hadir,
    Naskah.NOTULEN: notulen,
    Naskah.LEMBAR_PENDAPAT: lembar_pendapat,
    Naskah.NOTA_PERSETUJUAN: nota_persetujuan,
    Naskah.SURAT_PENYAMPAIAN: surat_penyampaian_sk,
    **turunan.SUSUN,
}
