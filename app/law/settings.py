"""The office's choices (table Pengaturan): one table of keys with default, allowed values and explanation."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Kekurangan
from app.law.pilihan import (
    ANGKA,
    ANGKA_ATAU_KOSONG,
    HALAMAN,
    JAM,
    POLA_NOMOR,
    RENTANG,
    URUTAN_NOTA,
    YA_TIDAK,
    Pilihan,
)
from app.models import Pengaturan
from app.models.base import TEKS
from app.security import policy
from app.sop import procedure, usulan
from app.sop.choices import BARIS_NOTA
from app.sop.moves import Langkah
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_NASKAH, TANPA_NOMOR, Naskah

_SINGKATAN: dict[Naskah, str] = {
    Naskah.USULAN_DAFTAR: "Usulan",
    Naskah.MATRIKS: "Uji",
    Naskah.BERITA_ACARA: "BA",
    Naskah.NOTA_DINAS: "ND",
    Naskah.HASIL_PERTIMBANGAN: "HP",
    Naskah.SURAT_KEPUTUSAN: "Kep",
    Naskah.LAMPIRAN_TERBATAS: "LampII",
    Naskah.LAPORAN: "Lap",
    Naskah.SURAT_PERMINTAAN: "Minta",
    Naskah.UNDANGAN: "Und",
    Naskah.NOTA_PERSETUJUAN: "NDP",
    Naskah.SURAT_PENYAMPAIAN: "Sampai",
    Naskah.KEPUTUSAN_PERUBAHAN: "KepUbah",
    Naskah.SURAT_PENOLAKAN: "Tolak",
    Naskah.BERITA_ACARA_PENYUSUTAN: "BASusut",
}
NOTA = (Naskah.NOTA_DINAS, Naskah.NOTA_PERSETUJUAN)
_LANGKAH_MAJU = tuple(row for row in (*usulan.LANGKAH, *procedure.LANGKAH) if row.maju)


_UMUM: tuple[Pilihan, ...] = (
    Pilihan(
        "pihak_penetap",
        "Pihak yang menetapkan",
        "PPID Utama",
        "Pihak yang menetapkan klasifikasi, seperti tercetak di kepala surat keputusan.",
        pola=r".{3,200}",
    ),
    Pilihan(
        "persetujuan_pimpinan",
        "Persetujuan pimpinan",
        "peringatan",
        "Persetujuan pimpinan badan publik sebelum penetapan: wajib, cukup peringatan, atau tidak diminta "
        "(PP 61/2010, belum diverifikasi).",
        ("wajib", "peringatan", "tidak"),
    ),
    Pilihan(
        "pemisahan_tugas",
        "Pemisahan tugas",
        "ketat",
        "Ketat: satu orang tidak boleh berperan pada dua langkah atas butir yang sama. "
        "Longgar: yang menyimpulkan uji boleh menetapkan, dan naskah menyebutkannya.",
        ("ketat", "longgar"),
    ),
    Pilihan(
        "kuorum",
        "Bunyi kuorum",
        "Lebih dari setengah anggota Tim Pertimbangan yang menjabat, sedikitnya 2 orang",
        "Kuorum pendapat Tim Pertimbangan, seperti tercetak pada hasil pertimbangan.",
        pola=r".{3,300}",
    ),
    Pilihan(
        "kuorum_sedikitnya",
        "Pendapat paling sedikit per butir",
        "2",
        "Jumlah pendapat paling sedikit per butir.",
        pola=r"[1-9]\d?",
    ),
    Pilihan(
        "sk_lama_di_situs",
        "SK lama di situs lain",
        "tandai",
        "SK yang sudah diganti, di situs lain: tandai (tetap ada dengan keterangan) atau tarik (setelah SK baru diumumkan).",
        ("tandai", "tarik"),
    ),
    Pilihan(
        "unit_ppid_utama",
        "Kode unit PPID Utama",
        "DKISP.PPIDP",
        "Kode unit PPID Utama dalam nomor naskah.",
        pola=r"[^\s{}]{1,40}",
    ),
    Pilihan(
        "perangkat_daerah_utama",
        "Perangkat daerah PPID Utama",
        "DKISP",
        "Kode perangkat daerah PPID Utama.",
        pola=r"\S{1,40}",
    ),
    Pilihan(
        "kode_klasifikasi",
        "Kode klasifikasi arsip",
        "488",
        "Kode klasifikasi arsip dalam nomor naskah.",
        pola=r"[\w.]{1,20}",
    ),
)


_CETAK_DAN_JAM: tuple[Pilihan, ...] = (
    Pilihan(
        "gaya_nama.penetapan",
        "Gaya nama pada naskah penetapan",
        "tanpa_gelar",
        "Nama pada naskah penetapan (Permendagri 1/2023 Pasal 44).",
        ("tanpa_gelar", "dengan_gelar"),
    ),
    Pilihan(
        "gaya_nama.korespondensi",
        "Gaya nama pada naskah lain",
        "dengan_gelar",
        "Nama pada nota dinas, berita acara, dan naskah lain (Permendagri 1/2023 Pasal 44).",
        ("tanpa_gelar", "dengan_gelar"),
    ),
    Pilihan(
        "pangkat_nip.penetapan",
        "Pangkat dan NIP pada naskah penetapan",
        "ya",
        "Cetak pangkat dan NIP pada naskah penetapan.",
        YA_TIDAK,
    ),
    Pilihan(
        "pangkat_nip.korespondensi",
        "Pangkat dan NIP pada naskah lain",
        "ya",
        "Cetak pangkat dan NIP pada naskah lain.",
        YA_TIDAK,
    ),
    Pilihan(
        "jam_kerja.senin_kamis",
        "Jam kerja Senin sampai Kamis",
        "07.30-16.00",
        "Jam kerja Senin sampai Kamis (WIB).",
        pola=JAM,
    ),
    Pilihan("jam_kerja.jumat", "Jam kerja Jumat", "07.30-16.30", "Jam kerja Jumat (WIB).", pola=JAM),
    Pilihan(
        "jam_kerja.ramadan",
        "Rentang Ramadan",
        "",
        "Rentang Ramadan, contoh 2027-02-08..2027-03-09; boleh kosong.",
        pola=RENTANG,
        contoh="2027-02-08..2027-03-09",
    ),
    Pilihan(
        "pendamping_bukan_uu",
        "Dasar pendamping bukan undang-undang",
        "peringatan",
        "Bila satu-satunya dasar pendamping huruf a sampai i bukan undang-undang: peringatan atau tidak.",
        ("peringatan", "tidak"),
    ),
)


def per_naskah(jenis: Naskah) -> Iterator[Pilihan]:
    """The choices of one kind of paper: its page, its signed copy, its number; only those that it has."""
    label, wajib_ttd = LABEL_NASKAH[jenis], KETENTUAN[jenis].wajib_ttd
    halaman = (
        f"{label}: kertas (A4 atau F4), margin atas-bawah-kiri-kanan dalam mm, huruf, dan ukuran, "
        "contoh F4 20-20-25-20 Arial 11; kosong berarti seperti templat bawaan."
    )
    yield Pilihan(f"halaman.{jenis}", f"Halaman: {label}", "", halaman, pola=HALAMAN, contoh="F4 20-20-25-20 Arial 11")
    if jenis in NOTA:
        contoh = ", ".join(BARIS_NOTA)
        urutan = f"{label}: urutan baris kepala, contoh {contoh}; kosong berarti seperti contoh itu."
        yield Pilihan(f"baris_nota.{jenis}", f"Baris kepala: {label}", "", urutan, pola=URUTAN_NOTA, contoh=contoh)
    if wajib_ttd is not None:
        langkah, tingkat = wajib_ttd
        nama, sebelum = (
            f"Salinan bertanda tangan: {label}",
            f"{label}: salinan bertanda tangan sebelum langkah {langkah}.",
        )
        yield Pilihan(f"wajib_ttd.{jenis}", nama, tingkat, sebelum, ("blok", "peringatan", "tidak"))
    if jenis not in TANPA_NOMOR:
        nama, pola = f"Susunan nomor: {label}", f"{{kode}}/{_SINGKATAN[jenis]}.{{urut}}-{{unit}}/{{tahun}}"
        yield Pilihan(f"pola_nomor.{jenis}", nama, pola, f"{label}: susunan nomor.", pola=POLA_NOMOR)
        nama, sumber = f"Sumber nomor: {label}", f"{label}: nomor dari aplikasi atau dari buku agenda di luar aplikasi."
        yield Pilihan(f"sumber_nomor.{jenis}", nama, "aplikasi", sumber, ("aplikasi", "agenda_luar"))


def sasaran(langkah: Langkah) -> Pilihan:
    """How many working days the office gives itself for a step forward; nothing by default."""
    return Pilihan(
        f"sasaran_hari_kerja.{langkah.verb}",
        f"Sasaran hari kerja: {langkah.label}",
        "",
        f"Sasaran kantor (hari kerja) sampai langkah “{langkah.label}”; kosong berarti tanpa sasaran. "
        "Lembar SOP tidak menetapkan lama waktu.",
        pola=ANGKA_ATAU_KOSONG,
        contoh="5",
    )


# How people prove who they are; app.security.policy reads these.
_KEAMANAN: tuple[Pilihan, ...] = (
    Pilihan(
        policy.PERAN,
        "Peran wajib verifikasi dua langkah",
        policy.BAWAAN[policy.PERAN],
        "Peran yang wajib memakai verifikasi dua langkah, dipisahkan titik koma dan spasi, contoh: Admin; PPID Utama. "
        "Boleh kosong. Berlaku sejak orangnya masuk lagi.",
        pola=policy.daftar_pola(policy.BOLEH_PERAN),
        contoh="Admin; PPID Utama",
    ),
    Pilihan(
        policy.LANGKAH,
        "Langkah yang meminta kode lagi",
        policy.BAWAAN[policy.LANGKAH],
        "Langkah yang meminta kode (atau kata sandi) lagi sebelum dilakukan, contoh: tetapkan; unggah. Boleh kosong.",
        pola=policy.daftar_pola(policy.BOLEH_LANGKAH),
    ),
    Pilihan(
        policy.MENIT,
        "Masa berlaku kode (menit)",
        policy.BAWAAN[policy.MENIT],
        "Berapa menit satu kode atau kata sandi masih berlaku untuk langkah itu; 0 berarti selalu diminta.",
        pola=ANGKA,
    ),
)


_PER_NASKAH = tuple(row for jenis in KETENTUAN for row in per_naskah(jenis))
_SASARAN = tuple(sasaran(langkah) for langkah in _LANGKAH_MAJU)
DAFTAR: dict[str, Pilihan] = {p.kunci: p for p in (*_UMUM, *_PER_NASKAH, *_SASARAN, *_CETAK_DAN_JAM, *_KEAMANAN)}


def nilai(session: Session, kunci: str) -> str:
    """The office's choice, or the default where none was made. KeyError for a key that does not exist."""
    pilihan = DAFTAR[kunci]
    kept = session.scalar(select(Pengaturan.nilai).where(Pengaturan.kunci == kunci))
    return _sah(pilihan, kept)


def semua(session: Session) -> dict[str, str]:
    """Every key with its value, in one statement."""
    kept = dict(session.execute(select(Pengaturan.kunci, Pengaturan.nilai)).all())
    return {kunci: _sah(pilihan, kept.get(kunci)) for kunci, pilihan in DAFTAR.items()}


def bawaan() -> dict[str, str]:
    """Every key with its default: for callers that have no database at hand."""
    return {kunci: pilihan.bawaan for kunci, pilihan in DAFTAR.items()}


def periksa(kunci: str, isi: str | None) -> Kekurangan | None:
    """What is wrong with a row of Pengaturan, or None."""
    pilihan = DAFTAR.get(kunci)
    if pilihan is None:
        return Kekurangan(
            "kunci_tidak_dikenal", f"Pengaturan “{kunci}” tidak dikenal. Pilih kunci dari daftar.", "kunci"
        )
    if len(isi or "") <= TEKS and pilihan.menerima(isi or ""):
        return None
    refused = f"Nilai “{isi or ''}” tidak dapat dipakai untuk {pilihan.nama} ({kunci}). {pilihan.petunjuk}"
    return Kekurangan("nilai_tidak_sah", refused, "nilai")


def _sah(pilihan: Pilihan, isi: str | None) -> str:
    """A kept value that is not allowed (any more) counts as not made."""
    return isi if isi is not None and pilihan.menerima(isi) else pilihan.bawaan
