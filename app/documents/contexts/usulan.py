"""SOP 1: the proposal of one agency, and the draft list, per agency and combined."""

from typing import Any

from app import models as m
from app.documents.contexts import baris, bersama, orang, rekap
from app.documents.contexts.bahan import Bahan, Kepala, Orang
from app.documents.contexts.dasar import dasar
from app.sop.words import StatusButir

PENERIMA = "PPID Utama Pemerintah Provinsi Banten"
_KELUAR = (StatusButir.DIGABUNG, StatusButir.DITUNDA, StatusButir.TERBUKA, StatusButir.TIDAK_DISETUJUI)


def pengusul(bahan: Bahan, usulan: m.Usulan) -> Orang | None:
    """Who signs for the agency: the official named on the usulan, else its PPID Pelaksana in office."""
    found = usulan.penandatangan or bahan.pelaksana.get(usulan.perangkat_daerah_id)
    return orang.dari_pejabat(found) if found is not None else None


def usulan_daftar(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The proposal, or the statement that there is nothing to propose."""
    usulan = bahan.usulan[0]
    agency = usulan.perangkat_daerah
    signer = orang.penandatangan(pengusul(bahan, usulan), bahan.settings, selaku=_pelaksana(agency))
    return {
        "instansi": bersama.instansi(agency),
        "naskah": bersama.naskah(bahan, kepala, lampiran=0 if usulan.nihil else 1, tembusan=[f"Kepala {agency.nama}"]),
        "penerima": PENERIMA,
        "nihil": usulan.nihil,
        "perangkat_daerah": agency.nama,
        "permintaan": "",
        "dasar": dasar(bahan),
        **baris.tabel(baris.semua(baris.konteks(bahan, kepala), bahan.butir)),
        "riwayat": bersama.riwayat(bahan),
        "penandatangan": signer,
    }


def draft_daftar(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The draft list: of one agency before its usulan is gathered, else of the whole berkas."""
    combined = bahan.berkas is not None
    agency = bahan.utama if combined else bahan.usulan[0].perangkat_daerah
    k = baris.konteks(bahan, kepala)
    listed = [b for b in bahan.butir if b.status not in _KELUAR]
    return {
        "instansi": bersama.instansi(agency),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala),
        "gabungan": combined,
        "perangkat_daerah": "" if combined else bersama.nama_perangkat(agency),
        "nihil": not bahan.butir,
        "usulan": rekap.usulan(bahan),
        **baris.tabel(baris.semua(k, listed)),
        "tidak_dikecualikan": baris.semua(k, [b for b in bahan.butir if b.status in _KELUAR]),
        "rekap": rekap.rekap(bahan),
        "riwayat": bersama.riwayat(bahan),
        "disusun_oleh": orang.penandatangan(bahan.pelaku, bahan.settings),
        "diperiksa_oleh": bersama.ppid_utama(bahan) if combined else _pemeriksa(bahan),
    }


def _pemeriksa(bahan: Bahan) -> dict[str, str]:
    usulan = bahan.usulan[0]
    return orang.penandatangan(pengusul(bahan, usulan), bahan.settings, selaku=_pelaksana(usulan.perangkat_daerah))


def _pelaksana(agency: m.PerangkatDaerah) -> str:
    return f"{bersama.PPID_PELAKSANA} {agency.nama}"
