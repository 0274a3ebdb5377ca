"""The groups of names that papers share: letterhead, paper, case, references, meeting, rounds, accepted warnings."""

import datetime as dt
import re
from typing import Any

from app import models as m
from app.calendar.words import hari, tanggal_kata, tanggal_panjang, terbilang, wib
from app.documents.contexts import orang
from app.documents.contexts.bahan import Bahan, Kejadian, Kepala, Orang
from app.documents.konsep import NOMOR_TITIK
from app.sop import choices
from app.sop.sheet import NOMOR_SOP
from app.sop.words import SKKAAD_NASKAH, Naskah

PEMERINTAH = "PEMERINTAH PROVINSI BANTEN"
PROVINSI = "Provinsi Banten"
TEMPAT = "Serang"
UTAMA = "Dinas Komunikasi, Informatika, Statistik dan Persandian"
SOP = f"SOP Pendokumentasian Informasi yang Dikecualikan Nomor {NOMOR_SOP}"
PPID_UTAMA, PPID_PELAKSANA = "PPID Utama", "PPID Pelaksana"
LONGGAR = "Pemisahan tugas dilonggarkan menurut pengaturan kantor: pejabat yang menyimpulkan uji konsekuensi boleh menetapkan."
JUDUL_SK = "Klasifikasi Informasi yang Dikecualikan di Lingkungan Pemerintah Provinsi Banten Tahun {tahun}"
PERIHAL: dict[str, str] = {
    Naskah.USULAN_DAFTAR: "Usulan Daftar Informasi yang Dikecualikan",
    Naskah.DRAFT_DAFTAR: "Draft Daftar Informasi yang Dikecualikan",
    Naskah.MATRIKS: "Lembar Uji Konsekuensi",
    Naskah.BERITA_ACARA: "Klasifikasi Informasi Publik",
    Naskah.NOTA_DINAS: "Penyampaian hasil kajian dan permohonan pertimbangan",
    Naskah.HASIL_PERTIMBANGAN: "Hasil Pertimbangan tentang Informasi yang Dikecualikan",
    Naskah.SURAT_KEPUTUSAN: JUDUL_SK,
    Naskah.LAMPIRAN_TERBATAS: JUDUL_SK,
    Naskah.TANDA_BUKTI_UNGGAH: "Tanda Bukti Pengunggahan Surat Keputusan",
    Naskah.LAPORAN: "Pendokumentasian Informasi yang Dikecualikan",
    "lembar_kendali_sop": "Lembar Kendali SOP",
    Naskah.SURAT_PERMINTAAN: "Permintaan Usulan Daftar Informasi yang Dikecualikan Tahun {tahun}",
    Naskah.UNDANGAN: "Undangan Rapat",
    Naskah.DAFTAR_HADIR: "Daftar Hadir Rapat",
    Naskah.NOTULEN: "Notulen Rapat",
    Naskah.LEMBAR_PENDAPAT: "Lembar Pendapat Anggota Tim Pertimbangan",
    Naskah.NOTA_PERSETUJUAN: "Permohonan persetujuan penetapan klasifikasi informasi yang dikecualikan",
    Naskah.SURAT_PENYAMPAIAN: "Penyampaian Surat Keputusan Klasifikasi Informasi yang Dikecualikan",
    Naskah.PETIKAN: JUDUL_SK,
    Naskah.KEPUTUSAN_PERUBAHAN: "Perubahan Klasifikasi Informasi yang Dikecualikan",
    Naskah.LABEL_BOKS: "Label Boks Arsip",
    Naskah.SURAT_PENOLAKAN: "Penolakan permohonan informasi",
    Naskah.BERITA_ACARA_PENYUSUTAN: "Pemusnahan Arsip",
}
PERIHAL_PERUBAHAN = {
    "dibuka": "Pembukaan Informasi yang Dikecualikan",
    "diperpanjang": "Perpanjangan Jangka Waktu Pengecualian Informasi",
    "diubah": PERIHAL[Naskah.KEPUTUSAN_PERUBAHAN],
    "dibatalkan_putusan": "Pembatalan Klasifikasi Informasi yang Dikecualikan Berdasarkan Putusan",
}
BALIK: dict[str, str] = {
    "kembalikan": "Usulan dikembalikan untuk diperbaiki",
    "tarik": "Usulan ditarik kembali oleh pengusul",
    "kaji_ulang": "Dikembalikan untuk dikaji ulang",
    "tolak_persetujuan": "Persetujuan ditolak",
    "pertimbangkan_ulang": "Dimintakan pertimbangan ulang",
    "batalkan_penetapan": "Penetapan dibatalkan",
    "batalkan": "Berkas dibatalkan",
}
_TANPA_PUTARAN = ("tarik",)  # ways back that begin no new round


def tanggal(day: dt.date | None) -> str:
    """A date in words, or nothing."""
    return tanggal_panjang(day) if day is not None else ""


def tanggal_dengan_kata(day: dt.date) -> str:
    """ "tanggal dua bulan Oktober tahun dua ribu dua puluh enam"."""
    return tanggal_kata(day).split(" ", 1)[1]


def banyak(jumlah: int, satuan: str) -> str:
    """ "3 (tiga) berkas", or a dash for nothing."""
    return f"{jumlah} ({terbilang(jumlah)}) {satuan}" if jumlah else "-"


def nama_perangkat(agency: m.PerangkatDaerah | None) -> str:
    """The agency's name; that of PPID Utama's when it is not in the table."""
    return agency.nama if agency is not None else UTAMA


def instansi(agency: m.PerangkatDaerah | None) -> dict[str, Any]:
    """The letterhead."""
    if agency is None:
        plain = {"pemerintah": PEMERINTAH, "nama": UTAMA.upper(), "singkatan": "DKISP", "alamat": "", "kontak": ""}
        return {**plain, "lambang": False}
    reach = (("Telepon", agency.telepon), ("Laman", agency.website), ("Pos-el", agency.surel))
    return {
        "pemerintah": PEMERINTAH,
        "nama": agency.nama.upper(),
        "singkatan": agency.singkatan,
        "alamat": agency.alamat or "",
        "kontak": ", ".join(f"{label} {value}" for label, value in reach if value),
        "lambang": agency.kop_id is not None,
    }


def tahun(bahan: Bahan, kepala: Kepala) -> int:
    """The year that the titles name."""
    return bahan.berkas.tahun if bahan.berkas is not None else kepala.tanggal.year


def perihal(bahan: Bahan, kepala: Kepala) -> str:
    """What the paper is about."""
    if bahan.perubahan is not None:
        return PERIHAL_PERUBAHAN[bahan.perubahan.jenis]
    if bahan.permohonan is not None and bahan.permohonan.jawaban == "dikabulkan_sebagian":
        return "Penolakan sebagian permohonan informasi"
    if bahan.penyusutan is not None and bahan.penyusutan.jenis == "serah":
        return "Penyerahan Arsip"
    return PERIHAL[kepala.jenis].format(tahun=tahun(bahan, kepala))


def naskah(
    bahan: Bahan, kepala: Kepala, *, lampiran: int = 0, tembusan: list[str] | None = None, satuan: str = "berkas"
) -> dict[str, Any]:
    """The paper itself."""
    mark = choices.SKKAAD[SKKAAD_NASKAH[Naskah(kepala.jenis)]] if kepala.jenis in set(Naskah) else "Terbatas"
    return {
        "nomor": kepala.nomor,
        "tanggal": tanggal_panjang(kepala.tanggal),
        "hari": hari(kepala.tanggal),
        "tanggal_kata": tanggal_dengan_kata(kepala.tanggal),
        "tahun": str(tahun(bahan, kepala)),
        "tempat": TEMPAT,
        "perihal": perihal(bahan, kepala),
        "sifat": mark,
        "lampiran": banyak(lampiran, satuan),
        "skkaad": mark,
        "tembusan": tembusan or [],
        "paraf": [],
        "putaran": kepala.putaran,
        "revisi": kepala.revisi,
        "kode_verifikasi": kepala.kode,
        "alamat_verifikasi": kepala.alamat,
        "konsep": False,
        "catatan_pemisahan": LONGGAR if bahan.settings.get("pemisahan_tugas") == "longgar" else "",
    }


def berkas(bahan: Bahan) -> dict[str, Any]:
    """The case; empty while the usulan is not gathered."""
    case = bahan.berkas
    return {
        "nomor": case.nomor if case is not None else "",
        "judul": case.judul if case is not None else "",
        "tahun": str(case.tahun) if case is not None else "",
        "dasar_pelaksanaan": _pelaksanaan(case) if case is not None else "",
        "sop": SOP,
        "putaran": case.putaran if case is not None else 1,
    }


def _pelaksanaan(case: m.Berkas) -> str:
    if case.pemicu == "rutin":
        return f"pemutakhiran rutin tahun {case.tahun}"
    number = case.nomor_sengketa if case.pemicu == "perintah_majelis" else case.nomor_permohonan
    told = choices.PEMICU[case.pemicu]
    return f"{told[0].lower()}{told[1:]}" + (f" nomor {number}" if number else "")


def nomor_cetak(found: m.Naskah | None) -> str:
    """The number of a paper as others name it; dots while the register outside has not given it."""
    if found is None:
        return ""
    return found.nomor or (NOMOR_TITIK if found.sumber_nomor == "agenda_luar" else "")


def rujukan(found: m.Naskah | None, perihal: str = "") -> dict[str, Any]:
    """Another paper that this one names."""
    return {
        "ada": found is not None,
        "nomor": nomor_cetak(found),
        "tanggal": tanggal(found.tanggal) if found is not None else "",
        "perihal": perihal or (found.perihal if found is not None else ""),
    }


def rujukan_teks(teks: str) -> dict[str, Any]:
    """A decree that is kept as one text: its number and date as far as they can be read from it."""
    found = re.search(r"[Nn]omor:?\s+(.+?)(?:,?\s+tanggal\s+(.+?))?(?:\s+tentang\s+(.+))?$", teks.strip())
    if found is None:
        return {"ada": bool(teks), "nomor": teks, "tanggal": "", "perihal": ""}
    return {"ada": True, "nomor": found[1], "tanggal": found[2] or "", "perihal": found[3] or ""}


def rapat(held: m.Rapat | None) -> dict[str, Any]:
    """The meeting; all empty without one."""
    if held is None:
        names = "hari tanggal tanggal_kata mulai selesai tempat pimpinan notulis undangan"
        return {"ada": False, **dict.fromkeys(names.split(), ""), "peserta": []}
    return {
        "ada": True,
        "hari": hari(held.tanggal),
        "tanggal": tanggal_panjang(held.tanggal),
        "tanggal_kata": tanggal_dengan_kata(held.tanggal),
        "mulai": f"{held.mulai:%H.%M}" if held.mulai else "",
        "selesai": f"{held.selesai:%H.%M}" if held.selesai else "selesai",
        "tempat": held.tempat,
        "pimpinan": held.pimpinan or "",
        "notulis": held.notulis or "",
        "undangan": held.undangan_nomor or "",
        "peserta": [peserta(row) for row in held.kehadiran if row.hadir],
    }


def peserta(row: m.KehadiranRapat) -> dict[str, str]:
    """One who attended."""
    unsur = choices.PERAN_RAPAT[row.peran].lower()
    return {"nama": row.nama, "jabatan": row.jabatan or "", "instansi": row.instansi or "", "unsur": unsur}


def rapat_terakhir(bahan: Bahan, jenis: str, sampai: dt.date) -> m.Rapat | None:
    """The latest meeting of a kind in the present round: none before the last way back counts."""
    backs = [k.waktu for k in bahan.kejadian if k.verb in BALIK and k.objek_jenis == "berkas"]
    held = [r for r in bahan.rapat if r.jenis == jenis and r.tanggal <= sampai]
    if backs:
        since = max(backs)
        held = [r for r in held if (r.tanggal, r.dibuat_pada) > (tanggal_wib(since), since)]
    return max(held, key=lambda r: (r.tanggal, r.id)) if held else None


def tanggal_wib(moment: dt.datetime) -> dt.date:
    """The office's date of a moment."""
    return wib(moment).date()


def riwayat(bahan: Bahan) -> list[dict[str, Any]]:
    """Every way back with its round, actor and reason, oldest first."""
    rounds: dict[tuple[str, int], int] = {}
    told = []
    for event in bahan.kejadian:
        if event.verb not in BALIK or event.objek_jenis == "butir":
            continue
        key = (event.objek_jenis, event.objek_id)
        now = rounds.setdefault(key, 1)
        rounds[key] = now + (event.verb not in _TANPA_PUTARAN)
        told.append(
            {
                "putaran": now,
                "tanggal": tanggal_panjang(tanggal_wib(event.waktu)),
                "tindakan": _tindakan(bahan, event),
                "pelaku": pelaku(event),
                "alasan": event.catatan,
            }
        )
    return told


def _tindakan(bahan: Bahan, event: Kejadian) -> str:
    if event.objek_jenis != "usulan" or bahan.berkas is None:
        return BALIK[event.verb]
    agency = next((u.perangkat_daerah.singkatan for u in bahan.usulan if u.id == event.objek_id), "")
    return f"{BALIK[event.verb]} ({agency})" if agency else BALIK[event.verb]


def pelaku(event: Kejadian) -> str:
    """Who acted, in which office; and for whom, when it was recorded for somebody else."""
    told = ", ".join(part for part in (event.pelaku, event.jabatan or event.peran) if part)
    return f"{told}, mencatat untuk {event.atas_nama}" if event.atas_nama else told


def peringatan(bahan: Bahan) -> list[dict[str, str]]:
    """Warnings that passed with a written reason: the butir's own, else the note of the move."""
    rows = {butir.id: butir for butir in bahan.butir}
    told = []
    for warning in bahan.peringatan:
        butir = rows.get(warning.get("butir") or 0)
        own = butir.uji[-1].alasan_peringatan if butir is not None and butir.uji else None
        told.append(
            {
                "kode_butir": butir.kode if butir is not None else "",
                "pesan": str(warning["pesan"]),
                "dasar": str(warning.get("dasar") or ""),
                "alasan": own or bahan.catatan,
            }
        )
    return told


def ppid_utama(bahan: Bahan) -> dict[str, str]:
    """The block of PPID Utama under correspondence."""
    return orang.penandatangan(pejabat(bahan, "ppid_utama"), bahan.settings, selaku=PPID_UTAMA)


def pejabat(bahan: Bahan, fungsi: str) -> Orang | None:
    """The holder of a function on the day, as a person."""
    found = bahan.pejabat.get(fungsi)
    return orang.dari_pejabat(found) if found is not None else None
