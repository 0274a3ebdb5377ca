"""Prints one paper from loaded rows: which context, which signer, which template, which file name. Numbers nothing."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app import models as m
from app.documents.contexts import akhir, kajian, luar_sop, pendukung, penetapan, pertimbangan, usulan
from app.documents.contexts.bahan import Bahan, Kepala, Orang
from app.documents.keeping import baca
from app.documents.pictures import LAMBANG
from app.documents.profile import baca_profil, terapkan, urutkan
from app.documents.render import CetakanTidakSetia, render
from app.documents.sandbox import TemplatDitolak
from app.documents.schema import fit
from app.documents.text import TeksDitolak
from app.documents.vocabulary import VOCABULARY
from app.errors import IsianSalah, Kekurangan, TidakTersedia
from app.files.names import nama_unduhan
from app.law import settings
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_NASKAH, NAMA_FAIL_NASKAH, Naskah
from app.steps.officials import potret

Susun = Callable[[Bahan, Kepala], dict[str, Any]]
SUSUN: dict[str, Susun] = {
    Naskah.USULAN_DAFTAR: usulan.usulan_daftar,
    Naskah.DRAFT_DAFTAR: usulan.draft_daftar,
    Naskah.MATRIKS: kajian.matriks,
    Naskah.BERITA_ACARA: kajian.berita_acara,
    Naskah.NOTA_DINAS: kajian.nota_dinas,
    Naskah.HASIL_PERTIMBANGAN: pertimbangan.hasil_pertimbangan,
    Naskah.SURAT_KEPUTUSAN: penetapan.surat_keputusan,
    Naskah.LAMPIRAN_TERBATAS: penetapan.lampiran_terbatas,
    Naskah.TANDA_BUKTI_UNGGAH: akhir.tanda_bukti_unggah,
    Naskah.LAPORAN: akhir.laporan,
    **pendukung.SUSUN,
    **luar_sop.SUSUN,
}
# What the establishing party signs.
PENETAPAN = (Naskah.SURAT_KEPUTUSAN, Naskah.LAMPIRAN_TERBATAS, Naskah.KEPUTUSAN_PERUBAHAN)


def templat(session: Session, jenis: str) -> tuple[bytes, m.TemplatNaskah | None]:
    """The active template of a kind, else the one that is shipped. TidakTersedia when neither can be read."""
    t = m.TemplatNaskah
    query = select(t).where(t.jenis == jenis, t.status == "aktif").options(joinedload(t.unggahan))
    own = session.scalars(query.order_by(t.nomor_versi.desc()).limit(1)).first()
    if own is not None:
        return baca(own.unggahan), own
    chosen = settings.semua(session)
    return berprofil(bawaan(jenis), chosen.get(f"halaman.{jenis}", ""), chosen.get(f"baris_nota.{jenis}", "")), None


@lru_cache(maxsize=32)
def berprofil(content: bytes, halaman: str, baris_nota: str) -> bytes:
    """A shipped template on the page that the office chose. Its own templates say their page themselves."""
    if baris_nota:
        content = urutkan(content, tuple(baris_nota.split(", ")))
    profil = baca_profil(halaman)
    return terapkan(content, profil) if profil is not None else content


def bawaan(jenis: str) -> bytes:
    """The template that is shipped with the application."""
    if jenis not in VOCABULARY:
        raise IsianSalah([Kekurangan("jenis", "Jenis naskah tidak dikenal.", medan="jenis")])
    shipped = Path(current_app.root_path).parent / "docx_templates" / f"{jenis}.docx"
    try:
        return shipped.read_bytes()
    except FileNotFoundError:
        raise TidakTersedia(f"Templat {jenis}.docx tidak ditemukan. Hubungi administrator.") from None


def cetak(
    content: bytes,
    isi: dict[str, Any],
    jenis: str,
    judul: str,
    *,
    konsep: bool = False,
    gambar: Mapping[str, bytes] | None = None,
) -> bytes:
    """The .docx. A text that Word cannot carry is refused with its place; a template that fails is named."""
    try:
        contoh = bool(current_app.config.get("SIDIK_LATIHAN"))
        return render(content, isi, jenis=jenis, konsep=konsep, contoh=contoh, title=judul[:255], gambar=gambar)
    except TeksDitolak as refused:
        raise IsianSalah([Kekurangan("teks_ditolak", str(refused), medan=refused.jalur)]) from None
    except (TemplatDitolak, CetakanTidakSetia) as refused:
        told = f"Templat untuk “{judul}” tidak dapat mencetak naskah ini: {refused}."
        mend = "Minta pengelola templat memperbaikinya, atau kembali ke templat bawaan (Acuan › Templat naskah)."
        raise IsianSalah([Kekurangan("templat_ditolak", f"{told} {mend}")]) from refused


def gambar_kop(session: Session, isi: dict[str, Any]) -> dict[str, bytes]:
    """The emblem of the agency whose letterhead is printed, when it has uploaded one."""
    head = isi["instansi"]
    if not head["lambang"]:
        return {}
    a, u = m.PerangkatDaerah, m.Unggahan
    query = select(u).join(a, a.kop_id == u.id).where(a.singkatan == head["singkatan"]).order_by(u.id.desc()).limit(1)
    kept = session.scalars(query).first()
    return {LAMBANG: baca(kept)} if kept is not None else {}


def isi_naskah(bahan: Bahan, kepala: Kepala, susun: Susun | None = None) -> dict[str, Any]:
    """The context of a paper, exactly the published names: what is printed and what is kept."""
    context = (susun or SUSUN[kepala.jenis])(bahan, kepala)
    try:
        return fit(VOCABULARY[kepala.jenis], context)
    except TeksDitolak as refused:
        raise IsianSalah([Kekurangan("teks_ditolak", str(refused), medan=refused.jalur)]) from None


def penanda(bahan: Bahan, jenis: Naskah) -> dict[str, Any] | None:
    """The snapshot of whoever signs a paper, as of the day it is issued."""
    if not KETENTUAN[jenis].pemasang:
        return None
    if jenis in PENETAPAN:
        return potret(bahan.pejabat.get("penetap") or bahan.pejabat.get("ppid_utama"))
    if jenis == Naskah.TANDA_BUKTI_UNGGAH:
        return _potret_orang(akhir.petugas_data(bahan), "petugas_data")
    if jenis == Naskah.HASIL_PERTIMBANGAN:
        return _potret_orang(pertimbangan.ketua(bahan), "ketua_tim")
    if bahan.berkas is None and bahan.usulan:
        own = bahan.usulan[0]
        return potret(own.penandatangan or bahan.pelaksana.get(own.perangkat_daerah_id))
    return potret(bahan.pejabat.get("ppid_utama"))


def _potret_orang(orang: Orang | None, fungsi: str) -> dict[str, Any] | None:
    return {"id": None, **asdict(orang), "fungsi": fungsi} if orang is not None else None


def judul(jenis: str, nomor: str | None) -> str:
    """The title in the document's properties."""
    return f"{LABEL_NASKAH[Naskah(jenis)]} {nomor or ''}".strip()


def sidik(content: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def nama_berkas(naskah: m.Naskah, ext: str = "docx", *, ttd: bool = False) -> str:
    """A file name that tells what it is: "BA-Klasifikasi_488-017_2026-11-23.docx"; `ttd`: of its signed copy."""
    number, row = naskah.nomor or "", naskah.nomor_naskah
    if row is not None:
        kode = number.split("/", 1)[0]
        number = f"{kode}-{row.urut:03d}" if f"{row.urut:03d}" not in kode else kode
    agency = naskah.perangkat_daerah.singkatan if naskah.perangkat_daerah is not None else None
    name = NAMA_FAIL_NASKAH[Naskah(naskah.jenis)]
    return nama_unduhan(name, agency, number, naskah.tanggal.isoformat(), "ttd" if ttd else None, ext=ext)
