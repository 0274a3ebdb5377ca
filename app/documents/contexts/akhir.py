"""SOP 5: the proof of upload, and the report that closes the run."""

from typing import Any
from urllib.parse import urlsplit

from app import models as m
from app.calendar.terms import akhir_jangka
from app.calendar.words import tanggal_panjang, terbilang, waktu_wib
from app.documents.butir_names import kelompokkan
from app.documents.contexts import baris, bersama, orang, rekap
from app.documents.contexts.bahan import Bahan, Kepala, Orang
from app.documents.contexts.kendali import langkah, tambahan
from app.documents.contexts.penetapan import ditetapkan
from app.files.names import nama_unduhan
from app.sop import choices
from app.sop.words import LABEL_NASKAH, NAMA_FAIL_NASKAH, Naskah

PETUGAS_DATA = "Petugas Data dan Informasi"
RAK = {
    "gedung": "Gedung",
    "ruang": "ruang",
    "lemari": "lemari",
    "rak": "rak",
    "boks": "boks",
    "folder": "folder",
}


def petugas_data(bahan: Bahan) -> Orang:
    """Who uploads and reports: the official of that function, else the officer who acts."""
    return bersama.pejabat(bahan, "petugas_data") or bahan.pelaku


def tanda_bukti_unggah(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """Where the decree stands, and how each upload was checked."""
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala),
        "surat_keputusan": bersama.rujukan(bahan.terakhir(Naskah.SURAT_KEPUTUSAN)),
        "publikasi": [_publikasi(bahan, p) for p in bahan.publikasi if p.dicabut_pada is None],
        "penandatangan": orang.penandatangan(petugas_data(bahan), bahan.settings, selaku=PETUGAS_DATA),
    }


def _publikasi(bahan: Bahan, p: m.Publikasi) -> dict[str, str]:
    decree = bahan.terakhir(Naskah.SURAT_KEPUTUSAN)
    path = urlsplit(p.url).path.rstrip("/").rsplit("/", 1)[-1]
    own = nama_unduhan(
        NAMA_FAIL_NASKAH[Naskah.SURAT_KEPUTUSAN], decree.nomor if decree is not None else None, ext="pdf"
    )
    return {
        "perangkat_daerah": p.perangkat_daerah.singkatan,
        "saluran": choices.SALURAN[p.saluran],
        "url": p.url,
        "judul": p.judul,
        "waktu": waktu_wib(p.tanggal_unggah),
        "pengunggah": bahan.nama.get(p.dibuat_oleh_id or 0, ""),
        "nama_berkas": path if "." in path else own,
        "sha256": p.sha256,
        "hasil": choices.HASIL_CEK.get(p.hasil_cek or "", "").lower(),
        "waktu_periksa": waktu_wib(p.cek_terakhir) if p.cek_terakhir is not None else "",
        "bukti": p.bukti or "",
    }


def laporan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The report on one run: what was done, what came of it, where everything is kept."""
    k = baris.konteks(bahan, kepala)
    decided = ditetapkan(bahan)
    decree = bahan.terakhir(Naskah.SURAT_KEPUTUSAN)
    rows = [baris.laporan(k, b, no) for no, b in enumerate(decided, 1)]
    other = [b for b in bahan.butir if b.keputusan not in choices.DIKECUALIKAN]
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala, tembusan=["Sekretaris Daerah Provinsi Banten"]),
        "lingkup": f"Berkas klasifikasi {bahan.berkas.nomor if bahan.berkas is not None else ''}".strip(),
        "tanpa_sk": decree is None,
        "alasan_tanpa_sk": bahan.catatan if decree is None else "",
        "surat_keputusan": bersama.rujukan(decree),
        "langkah": langkah(bahan),
        "tambahan": tambahan(bahan),
        "rekap": rekap.rekap(bahan),
        "jumlah_butir": len(rows),
        "jumlah_kata": terbilang(len(rows)),
        "kelompok": kelompokkan(rows),
        "tidak_dikecualikan": [baris.laporan(k, b, no) for no, b in enumerate(other, 1)],
        "keputusan_berbeda": rekap.berbeda(bahan.butir),
        "riwayat": bersama.riwayat(bahan),
        "penyimpanan": [_penyimpanan(p) for p in bahan.penyimpanan],
        "arsip": [_arsip(a) for a in bahan.arsip],
        "publikasi": [_publikasi(bahan, p) for p in bahan.publikasi if p.dicabut_pada is None],
        "kendala": kendala(bahan),
        "simpulan": _simpulan(decree, len(rows)),
        "saran": _saran(bahan, decided),
        "tinjauan_berikut": _tinjauan(decree, decided),
        "disusun_oleh": orang.penandatangan(petugas_data(bahan), bahan.settings, selaku=PETUGAS_DATA),
        "penandatangan": bersama.ppid_utama(bahan),
    }


def _penyimpanan(p: m.PenyimpananDokumen) -> dict[str, str]:
    day = bersama.tanggal_wib(p.dikonfirmasi_pada) if p.dikonfirmasi_pada is not None else None
    return {
        "kode": p.butir_ditetapkan.kode,
        "perangkat_daerah": p.perangkat_daerah.nama,
        "softcopy": p.lokasi_softcopy or "",
        "hardcopy": p.lokasi_hardcopy or "",
        "penanggung_jawab": p.penanggung_jawab,
        "dikonfirmasi": bersama.tanggal(day) or "belum dikonfirmasi",
    }


def _arsip(a: m.Arsip) -> dict[str, Any]:
    places = [f"{RAK[key]} {value}" for key, value in a.hardcopy.items() if key in RAK and value]
    sheets = a.hardcopy_jumlah_lembar
    return {
        "naskah": LABEL_NASKAH[Naskah(a.naskah.jenis)],
        "nomor": a.naskah.nomor or "",
        "kode_klasifikasi": a.kode_klasifikasi,
        "skkaad": choices.SKKAAD[a.skkaad],
        "softcopy": a.softcopy or f"SIDIK, SHA-256 {a.naskah.sha256[:8]}…",
        "hardcopy": ", ".join([*places, *([f"{sheets} lembar"] if sheets else [])]),
        "retensi": retensi(a),
        "nasib_akhir": choices.NASIB_AKHIR[a.nasib_akhir],
        "penanggung_jawab": a.penanggung_jawab or "",
        "lengkap": a.lengkap,
    }


def retensi(a: m.Arsip) -> str:
    """How long an archive record is kept, active and inactive."""
    return f"aktif {a.retensi_aktif} tahun, inaktif {a.retensi_inaktif} tahun"


def kendala(bahan: Bahan) -> list[str]:
    """What went otherwise than planned, as the log shows it."""
    told = []
    if rounds := len(bersama.riwayat(bahan)):
        told.append(f"Terdapat {rounds} ({terbilang(rounds)}) pengembalian atau jalan balik selama proses.")
    if late := sum(e.di_luar_jam_kerja for e in bahan.kejadian):
        told.append(f"Sebanyak {late} ({terbilang(late)}) tindakan dilakukan di luar hari atau jam kerja.")
    if waiting := sum(p.dikonfirmasi_pada is None for p in bahan.penyimpanan):
        told.append(f"Penyimpanan {waiting} ({terbilang(waiting)}) dokumen belum dikonfirmasi perangkat daerah.")
    if unchecked := sum(p.hasil_cek == "tidak_dapat_diperiksa" for p in bahan.publikasi):
        told.append(f"Unggahan pada {unchecked} ({terbilang(unchecked)}) situs tidak dapat diperiksa otomatis.")
    # Warnings on a single butir may quote it; the report is read outside PPID Utama too.
    return told + [str(warning["pesan"]) for warning in bahan.peringatan if not warning.get("butir")]


def _simpulan(decree: m.Naskah | None, jumlah: int) -> str:
    if decree is None:
        return "Pengkajian selesai tanpa surat keputusan karena tidak ada informasi yang dikecualikan."
    return (
        f"Pendokumentasian telah dilaksanakan sesuai SOP dengan {jumlah} ({terbilang(jumlah)}) butir informasi yang "
        f"dikecualikan, ditetapkan dengan Keputusan Nomor {decree.nomor} tanggal {tanggal_panjang(decree.tanggal)}."
    )


def _saran(bahan: Bahan, decided: list[m.ButirInformasi]) -> list[str]:
    told = ["Perangkat daerah meninjau jangka waktu pengecualian setiap tahun."] if decided else []
    if any(baris.keadaan(b) == "terbuka" for b in bahan.butir):
        told.append("Informasi yang disimpulkan terbuka dimuat dalam daftar informasi publik.")
    if any(baris.keadaan(b) == "ditunda" for b in bahan.butir):
        told.append("Butir yang ditunda dikaji dalam berkas berikutnya.")
    return told


def _tinjauan(decree: m.Naskah | None, decided: list[m.ButirInformasi]) -> str:
    """The first review that falls due: that of a butir, by default one year after the decree."""
    if decree is None or not decided:
        return ""
    usual = akhir_jangka(decree.tanggal, 1)
    return tanggal_panjang(min(b.tanggal_tinjau or usual for b in decided))
