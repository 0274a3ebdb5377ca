"""THE TABLE of what people are told: event → roles → sentence. Data only; the row scope narrows it to whom it concerns."""

from dataclasses import dataclass

from app.sop.words import Pelaksana as P


@dataclass(frozen=True)
class Hal:
    """One row. `objek` and `verb` name the event; `kepada`: roles that are told, each within its own rows.

    Petugas are told only of what concerns their own agency. `judul` heads the inbox and the mail, and `ajakan` says what
    is expected: both are fixed sentences, so no word of a case can stand in them.
    """

    kode: str
    objek: str
    verb: str
    kepada: tuple[P, ...]
    judul: str
    ajakan: str


SEMUA = tuple(P)
HAL: tuple[Hal, ...] = (
    Hal(
        "ajukan", "usulan", "ajukan", (P.VERIFIKATOR,), "Usulan baru disampaikan", "Terima dan himpun, atau kembalikan."
    ),
    Hal(
        "kembalikan",
        "usulan",
        "kembalikan",
        (P.PETUGAS,),
        "Usulan dikembalikan untuk diperbaiki",
        "Baca alasannya, perbaiki, lalu sampaikan lagi.",
    ),
    Hal(
        "minta_perbaikan",
        "butir",
        "minta_perbaikan",
        (P.PETUGAS,),
        "Butir perlu diperbaiki",
        "Baca alasannya, perbaiki, lalu kirim perbaikan.",
    ),
    Hal(
        "sampaikan",
        "berkas",
        "sampaikan",
        (P.TIM,),
        "Berkas menunggu pertimbangan",
        "Beri pendapat untuk setiap butir.",
    ),
    Hal(
        "pertimbangkan",
        "berkas",
        "pertimbangkan",
        (P.PPID_UTAMA,),
        "Hasil pertimbangan Tim sudah disampaikan",
        "Siapkan penetapan.",
    ),
    Hal(
        "setujui", "berkas", "setujui", (P.PPID_UTAMA,), "Persetujuan pimpinan sudah diberikan", "Tetapkan klasifikasi."
    ),
    Hal(
        "sk_ditandatangani",
        "naskah",
        "tandatangani",
        (P.PETUGAS, P.PETUGAS_DATA, P.ARSIPARIS),
        "Surat keputusan sudah ditandatangani",
        "Perangkat daerah mengelola dan menyimpan dokumennya; SK diunggah dan diarsipkan.",
    ),
    Hal("selesai", "berkas", "unggah", SEMUA, "Berkas selesai", "Daftar yang ditetapkan berlaku."),
    Hal(
        "selesai_tanpa_sk", "berkas", "tutup_tanpa_sk", SEMUA, "Berkas selesai tanpa surat keputusan", "Lihat hasilnya."
    ),
    Hal(
        "akan_berakhir",
        "register",
        "akan_berakhir",
        (P.PETUGAS, P.PPID_UTAMA),
        "Pengecualian segera berakhir",
        "Putuskan: perpanjang, buka, atau ubah, sebelum jangka waktunya habis.",
    ),
    Hal(
        "akhir_90",
        "register",
        "akhir_90",
        (P.PETUGAS,),
        "Pengecualian berakhir dalam 90 hari kerja",
        "Siapkan usul perpanjangan atau pembukaan.",
    ),
    Hal(
        "akhir_60",
        "register",
        "akhir_60",
        (P.PETUGAS,),
        "Pengecualian berakhir dalam 60 hari kerja",
        "Sampaikan usul perpanjangan atau pembukaan.",
    ),
    Hal(
        "ingatkan",
        "perangkat_daerah",
        "ingatkan",
        (P.PETUGAS,),
        "Usulan perangkat daerah Anda ditunggu",
        "Sampaikan usulan, atau nyatakan nihil.",
    ),
    Hal("tinjau", "register", "tinjau", (P.PETUGAS,), "Tanggal tinjau tiba", "Tinjau apakah masih perlu dikecualikan."),
)
PERISTIWA: dict[tuple[str, str], Hal] = {(hal.objek, hal.verb): hal for hal in HAL}
MENURUT_KODE: dict[str, Hal] = {hal.kode: hal for hal in HAL}
# Where the record of each kind is opened in the panel.
ALAMAT: dict[str, str] = {
    "usulan": "/usulan/show/{}",
    "berkas": "/berkas/show/{}",
    "butir": "/butir/show/{}",
    "naskah": "/naskah/show/{}",
    "register": "/daftar/show/{}",
    "perangkat_daerah": "/usulan/list/",
}
