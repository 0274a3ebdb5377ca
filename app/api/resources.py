"""THE TABLE of the REST resources: which model, which fields are answered, which may be sent, by which methods."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from app import models as m
from app.api.fields import Medan, semua
from app.models.archive import HARDCOPY

ACUAN = ("GET", "POST", "PUT", "DELETE")
KEHADIRAN = "nama jabatan instansi peran hadir"
SALINAN = "tanggal_ttd metode kode_cocok"
LOKASI = tuple(f"hardcopy_{key}" for key in HARDCOPY)


@dataclass(frozen=True)
class Sumber:
    """One resource. `tulis`: what a client may send; `sekali`: of that, only at the birth of a row; `bawaan`: filled

    in by the office when not sent; `tetap`: answered, never accepted.
    """

    nama: str
    model: Any
    tulis: str
    tetap: str = ""
    sekali: str = ""
    bawaan: str = ""
    cara: tuple[str, ...] = ACUAN
    kind: str = ""  # the kind of the SOP tables, where the row can be moved

    @property
    def izin(self) -> str:
        """The permission resource, shared with the screens."""
        return str(self.model.__name__)

    @property
    def bertanda(self) -> bool:
        """Whether its rows carry a version."""
        return hasattr(self.model, "versi")

    @cached_property
    def baca(self) -> tuple[Medan, ...]:
        """The fields of an answer, in order."""
        names = [*self.tulis.split(), *self.tetap.split(), *(("versi",) if self.bertanda else ())]
        return tuple(self._medan(name) for name in names)

    @cached_property
    def tambah(self) -> tuple[Medan, ...]:
        """The fields that a POST accepts."""
        return tuple(self._medan(name) for name in self.tulis.split())

    @cached_property
    def ubah(self) -> tuple[Medan, ...]:
        """The fields that a PUT accepts."""
        once = set(self.sekali.split())
        return tuple(field for field in self.tambah if field.nama not in once)

    @cached_property
    def saring(self) -> dict[str, Medan]:
        """What may be filtered, ordered by and chosen, by name."""
        return {field.nama: field for field in self.baca}

    def _medan(self, name: str) -> Medan:
        if name in _BERSARANG:
            return _BERSARANG[name]
        field = semua(self.model, name)[0]
        if name in self.bawaan.split():
            return Medan(**{**field.__dict__, "wajib": False})
        return field


def _hardcopy() -> Medan:
    """The place on the shelf, nested as REST shows it."""
    inner = tuple(
        Medan(**{**field.__dict__, "nama": key}) for key, field in zip(HARDCOPY, semua(m.Arsip, LOKASI), strict=True)
    )
    return Medan("hardcopy", "hardcopy", "bersarang", isi=inner)


_BERSARANG: dict[str, Medan] = {
    "hardcopy": _hardcopy(),
    "kehadiran": Medan(
        "kehadiran", "kehadiran", "daftar", model=m.KehadiranRapat, isi=semua(m.KehadiranRapat, KEHADIRAN)
    ),
    "salinan": Medan("salinan", "salinan", "daftar", model=m.SalinanTtd, isi=semua(m.SalinanTtd, SALINAN)),
    "cek_pasal18": Medan("cek_pasal18", "cek_pasal18", "json", panjang=7),
}

SUMBER: tuple[Sumber, ...] = (
    Sumber(
        "perangkat_daerah",
        m.PerangkatDaerah,
        "kode nama singkatan alamat telepon surel website situs_wajib_unggah kode_unit_naskah aktif",
        bawaan="singkatan",
    ),
    Sumber(
        "pejabat",
        m.Pejabat,
        "nama gelar nip pangkat jabatan kapasitas atas_nama untuk_beliau fungsi pengguna perangkat_daerah mulai selesai "
        "dasar_penunjukan",
    ),
    Sumber("anggota_tim", m.AnggotaTim, "pengguna pejabat kedudukan dasar mulai selesai"),
    Sumber(
        "peraturan",
        m.Peraturan,
        "jenis nomor tahun tentang pengundangan status dicabut_oleh tautan di_sop catatan",
    ),
    Sumber(
        "pasal17",
        m.Pasal17,
        "huruf angka label maks_tahun tanpa_batas perlu_uu_lain terverifikasi berlaku_mulai berlaku_sampai",
        tetap="kode",
    ),
    Sumber("hari_libur", m.HariLibur, "tanggal nama jenis pasti sumber"),
    Sumber("pengaturan", m.Pengaturan, "kunci nilai penjelasan", sekali="kunci"),
    Sumber(
        "usulan",
        m.Usulan,
        "perangkat_daerah judul nihil nomor_surat tanggal_surat penandatangan",
        tetap="status putaran berkas",
        sekali="perangkat_daerah",
        bawaan="perangkat_daerah judul",
        kind="usulan",
    ),
    Sumber(
        "butir",
        m.ButirInformasi,
        "usulan uraian uraian_publik dokumen_induk penguasa penanggung_jawab waktu_pembuatan tempat_pembuatan bentuk "
        "cakupan bagian skkaad jangka_jenis jangka_tahun jangka_mulai jangka_akhir jangka_peristiwa jangka_alasan "
        "tanggal_tinjau klasifikasi_arsip",
        tetap="kode berkas digabung_ke hasil_pertimbangan keputusan alasan_berbeda catatan_status status",
        sekali="usulan",
        kind="butir",
    ),
    Sumber(
        "dasar_pengecualian",
        m.DasarPengecualian,
        "butir pasal17 peraturan teks pasal_ayat kutipan",
        tetap="sebutan",
        sekali="butir",
    ),
    Sumber(
        "uji_konsekuensi",
        m.UjiKonsekuensi,
        "butir konsekuensi_dibuka konsekuensi_ditutup kepentingan_publik kepatutan kesusilaan mitigasi alternatif "
        "cek_pasal18 persetujuan_tertulis terkait_jabatan_publik kesimpulan alasan_peringatan",
        tetap="penguji tanggal putaran aturan_versi isian_pengusul",
        sekali="butir",
        cara=("GET", "POST", "PUT"),
    ),
    Sumber(
        "berkas",
        m.Berkas,
        "judul nomor_permohonan",
        tetap="nomor tahun pemicu nomor_sengketa tenggat_usulan status putaran edisi_sop berakhir_pada",
        cara=("GET", "PUT"),
        kind="berkas",
    ),
    Sumber(
        "rapat",
        m.Rapat,
        "berkas jenis tanggal mulai selesai tempat pimpinan notulis undangan_nomor notulen kehadiran",
        sekali="berkas",
        cara=("GET", "POST", "PUT"),
    ),
    Sumber(
        "pendapat",
        m.Pendapat,
        "butir anggota sikap alasan_uu alasan_kepatutan alasan_kepentingan_umum",
        tetap="cara dicatat_oleh tanggal putaran dicabut",
        sekali="butir anggota",
        bawaan="anggota",
        cara=("GET", "POST", "PUT"),
    ),
    Sumber(
        "persetujuan_pimpinan",
        m.PersetujuanPimpinan,
        "",
        tetap="berkas pejabat tanggal nomor_surat lingkup catatan putaran dicabut",
        cara=("GET",),
    ),
    Sumber(
        "naskah",
        m.Naskah,
        "",
        tetap="berkas usulan perangkat_daerah jenis nomor tanggal perihal tembusan sha256 token penandatangan status "
        "putaran revisi usang salinan",
        cara=("GET",),
        kind="naskah",
    ),
    Sumber(
        "publikasi",
        m.Publikasi,
        "naskah perangkat_daerah saluran url judul bukti alasan_cabut",
        tetap="tanggal_unggah sha256 cek_terakhir hasil_cek id_jauh dicabut_pada",
        sekali="naskah perangkat_daerah saluran",
        bawaan="perangkat_daerah url judul",
        cara=("GET", "POST", "PUT"),
    ),
    Sumber(
        "arsip",
        m.Arsip,
        "naskah kode_klasifikasi retensi_aktif retensi_inaktif pemicu_retensi nasib_akhir skkaad tingkat_perkembangan "
        "softcopy hardcopy penanggung_jawab",
        tetap="lengkap",
        sekali="naskah",
        cara=("GET", "POST", "PUT"),
    ),
    Sumber(
        "register",
        m.ButirDitetapkan,
        "",
        tetap="kode uraian_publik klasifikasi dasar_hukum alasan_ringkas cakupan jangka mulai akhir peristiwa batas_buka "
        "tanggal_tinjau status sk butir perangkat_daerah menggantikan",
        cara=("GET",),
    ),
)
