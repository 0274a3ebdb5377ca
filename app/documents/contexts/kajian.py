"""SOP 2: the matrix of tests, the berita acara of the classification, the nota dinas to the Tim."""

from typing import Any

from app import models as m
from app.documents.contexts import baris, bersama, orang, rekap
from app.documents.contexts import butir as satu
from app.documents.contexts.bahan import Bahan, Kepala
from app.documents.contexts.dasar import dasar
from app.documents.contexts.usulan import pengusul
from app.models.butir import uji_kini
from app.sop import choices
from app.sop.words import Naskah, StatusButir

KETUA_TIM = "Ketua Tim Pertimbangan PPID Provinsi Banten"
UTAMA_BANTEN = "PPID Utama Provinsi Banten"
_DRAFT = "Draft daftar gabungan informasi yang dikecualikan"


def diuji(bahan: Bahan) -> list[m.ButirInformasi]:
    """The butir that were examined here: all but those merged away or postponed without a test."""
    gone = (StatusButir.DIGABUNG,)
    postponed = [b for b in bahan.butir if b.status == StatusButir.DITUNDA and satu.kesimpulan(b) != "ditunda"]
    return [b for b in bahan.butir if b.status not in gone and b not in postponed]


def matriks(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The test sheet: one row and one card a butir, signed by all who took part."""
    held = bersama.rapat_terakhir(bahan, "uji_konsekuensi", kepala.tanggal)
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala),
        "rapat": bersama.rapat(held),
        **baris.tabel(baris.semua(baris.konteks(bahan, kepala), diuji(bahan))),
        "peringatan": bersama.peringatan(bahan),
        "riwayat": bersama.riwayat(bahan),
        "peserta": peserta(bahan, held),
        "mengetahui": bersama.ppid_utama(bahan),
    }


def peserta(bahan: Bahan, held: m.Rapat | None) -> list[dict[str, str]]:
    """Who took part: those present at the meeting; without one the agencies' officials and who concluded the tests."""
    if held is not None:
        return [bersama.peserta(row) for row in held.kehadiran if row.hadir]
    proposing = [{**row, "unsur": "pengusul"} for row in wakil(bahan, None)]
    testers: dict[int, dict[str, str]] = {}
    for b in bahan.butir:
        test = uji_kini(b)
        if test is not None and test.penguji is not None:
            by = orang.dari_pengguna(test.penguji)
            office = bersama.nama_perangkat(bahan.utama)
            testers[test.penguji.id] = {"nama": by.nama, "jabatan": by.jabatan, "instansi": office, "unsur": "penguji"}
    return [*proposing, *testers.values()]


def wakil(bahan: Bahan, held: m.Rapat | None) -> list[dict[str, str]]:
    """One for each proposing agency: who spoke for it at the meeting, else its PPID Pelaksana."""
    present = [row for row in held.kehadiran if row.hadir and row.peran == "pengusul"] if held is not None else []
    told = {row.instansi or row.nama: bersama.peserta(row) for row in present}
    for u in bahan.usulan:
        agency, signer = u.perangkat_daerah, pengusul(bahan, u)
        if not {agency.nama, agency.singkatan, agency.kode} & set(told):
            name = orang.nama_cetak(signer, bahan.settings) if signer is not None else orang.KOSONG
            office = orang.jabatan_lengkap(signer) if signer is not None else bersama.PPID_PELAKSANA
            told[agency.nama] = {"nama": name, "jabatan": office, "instansi": agency.nama}
    return [{key: row[key] for key in ("nama", "jabatan", "instansi")} for row in told.values()]


def berita_acara(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The record of the classification; the Tim's views do not belong here."""
    held = bersama.rapat_terakhir(bahan, "uji_konsekuensi", kepala.tanggal)
    k = baris.konteks(bahan, kepala)
    excluded = [b for b in bahan.butir if baris.dikecualikan(b)]
    sheet = bahan.terakhir(Naskah.MATRIKS)
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala, lampiran=3, tembusan=["Sekretaris Daerah Provinsi Banten"]),
        "rapat": bersama.rapat(held),
        "dasar": [*dasar(bahan), *_surat(bahan, held, k)],
        "usulan": rekap.usulan(bahan),
        "rekap": rekap.rekap(bahan),
        **baris.tabel(baris.semua(k, excluded)),
        "tidak_dikecualikan": baris.semua(k, [b for b in bahan.butir if not baris.dikecualikan(b)]),
        "perbaikan": perbaikan(bahan, k),
        "peringatan": bersama.peringatan(bahan),
        "beda_pandangan": beda_pandangan(bahan),
        "riwayat": bersama.riwayat(bahan),
        "matriks": bersama.rujukan(sheet),
        "nota_dinas": bersama.rujukan(bahan.terakhir(Naskah.NOTA_DINAS)),
        "lampiran": [_bernomor("Lembar uji konsekuensi", sheet), _DRAFT, *(["Daftar hadir"] if held else [])],
        "wakil_pengusul": wakil(bahan, held),
        "notulis": _notulis(held),
        "penandatangan": bersama.ppid_utama(bahan),
    }


def _surat(bahan: Bahan, held: m.Rapat | None, k: baris.Konteks) -> list[str]:
    invited = [f"Undangan Nomor {held.undangan_nomor}"] if held is not None and held.undangan_nomor else []
    return [*invited, *(k.surat[u.id] for u in bahan.usulan)]


def _bernomor(label: str, paper: m.Naskah | None) -> str:
    return f"{label} Nomor {paper.nomor}" if paper is not None and paper.nomor else label


def _notulis(held: m.Rapat | None) -> dict[str, str]:
    if held is None:
        return {"nama": "", "jabatan": ""}
    row = next((r for r in held.kehadiran if r.peran == "notulis" and r.hadir), None)
    name = held.notulis or (row.nama if row is not None else "")
    return {"nama": name, "jabatan": (row.jabatan or "") if row is not None and row.nama == name else ""}


def perbaikan(bahan: Bahan, k: baris.Konteks) -> list[str]:
    """What was merged, and what was mended at our request, with reason."""
    merged = [f"{b.kode}: {baris.alasan_keadaan(k, b)}" for b in bahan.butir if b.status == StatusButir.DIGABUNG]
    asked = [e for e in bahan.kejadian if e.verb == "minta_perbaikan" and e.objek_id in k.kode]
    return merged + [f"{k.kode[e.objek_id]} diperbaiki pengusul atas permintaan: {e.catatan}" for e in asked]


def beda_pandangan(bahan: Bahan) -> list[dict[str, str]]:
    """Where the conclusion is narrower than what the agency proposed."""
    told = []
    for b in diuji(bahan):
        said = satu.kesimpulan(b)
        narrower = said in ("terbuka", "ditunda") or (said == "dikecualikan_sebagian" and b.cakupan == "seluruh")
        if narrower:
            asked = choices.CAKUPAN.get(b.cakupan or "", "dokumen").lower()
            view = f"Mengusulkan {asked} dikecualikan; disimpulkan {choices.KESIMPULAN[said].lower()}."
            told.append({"kode": b.kode, "pihak": b.usulan.perangkat_daerah.nama, "pandangan": view})
    return told


def nota_dinas(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The letter to the Tim: what was found, what needs attention, what is asked."""
    record, sheet = bahan.terakhir(Naskah.BERITA_ACARA), bahan.terakhir(Naskah.MATRIKS)
    attached = [
        _bernomor("Berita acara klasifikasi informasi publik", record),
        _bernomor("Lembar uji konsekuensi", sheet),
        _DRAFT,
    ]
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala, lampiran=len(attached), tembusan=["Sekretaris Daerah Provinsi Banten"]),
        "kepada": KETUA_TIM,
        "dari": UTAMA_BANTEN,
        "berita_acara": bersama.rujukan(record),
        "matriks": bersama.rujukan(sheet),
        "rekap": rekap.rekap(bahan),
        "perhatian": perhatian(bahan),
        "peringatan": bersama.peringatan(bahan),
        "usul_waktu": "",
        "catatan": bahan.catatan,
        "riwayat": bersama.riwayat(bahan),
        "lampiran": attached,
        "penandatangan": bersama.ppid_utama(bahan),
    }


def perhatian(bahan: Bahan) -> list[dict[str, str]]:
    """The excluded butir that the Tim should look at closely, and why."""
    warned = {row["kode_butir"] for row in bersama.peringatan(bahan)}
    views = {row["kode"]: row["pandangan"] for row in beda_pandangan(bahan)}
    told = []
    for b in (b for b in bahan.butir if baris.dikecualikan(b)):
        reasons = [views[b.kode]] if b.kode in views else []
        reasons += ["Peringatan kelengkapan diterima dengan alasan."] if b.kode in warned else []
        reasons += ["Jangka waktu tidak dibatasi."] if b.jangka_jenis == "tanpa_batas" else []
        if reasons:
            told.append({"kode": b.kode, "uraian": b.uraian or "", "alasan": " ".join(reasons)})
    return told
