"""Our exceptions and THE TABLE exception -> HTTP status -> Indonesian sentence, for pages and JSON alike. A leaf."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Kekurangan:
    """One thing that is missing or needs an explanation.

    `kode`: stable name of the rule; `medan`: field name or ""; `butir`: id of the butir or None;
    `tingkat`: "blok" (the move is refused) or "peringatan" (passes with a written reason);
    `pesan`: the sentence, saying how to mend it; `dasar`: SOP row or article.
    """

    kode: str
    pesan: str
    medan: str = ""
    butir: int | None = None
    tingkat: str = "blok"
    dasar: str = ""
    sel: str | None = field(default=None)

    def as_dict(self) -> dict[str, Any]:
        """JSON shape of interface.md; `sel` only where it is set."""
        row = asdict(self)
        if row["sel"] is None:
            del row["sel"]
        return row


class SidikError(Exception):
    """Base of all refusals: .status (HTTP), .kode, .pesan (Indonesian sentence), .rincian (more JSON members)."""

    status = 500
    kode = "galat"
    pesan = "Terjadi galat yang tidak terduga. Tidak ada yang disimpan. Coba lagi atau hubungi administrator."

    def __init__(self, pesan: str | None = None, **rincian: Any) -> None:
        if pesan is not None:
            self.pesan = pesan
        self.rincian = rincian
        super().__init__(self.pesan)

    def as_dict(self) -> dict[str, Any]:
        """JSON body of the refusal."""
        return {"message": self.pesan, "kode": self.kode, **self.rincian}


class BelumMasuk(SidikError):
    status, kode = 401, "belum_masuk"
    pesan = "Anda belum masuk atau sesi Anda berakhir. Silakan masuk lagi."


class TidakBerwenang(SidikError):
    status, kode = 403, "tidak_berwenang"
    pesan = "Peran Anda tidak memiliki wewenang untuk tindakan ini. Hubungi administrator bila seharusnya ada."


class OrangSama(TidakBerwenang):
    kode = "orang_sama"
    pesan = "Pemisahan tugas: Anda sudah berperan pada langkah sebelumnya. Mintalah pejabat lain melakukannya."


class BuktiDiperlukan(TidakBerwenang):
    """The move asks for a fresh proof of who one is."""

    kode = "bukti_diperlukan"
    pesan = "Langkah ini meminta kode verifikasi yang baru. Sertakan enam angka dari ponsel Anda dalam isian kode."


class TidakDitemukan(SidikError):
    status, kode = 404, "tidak_ditemukan"
    pesan = "Data tidak ditemukan, atau bukan dalam lingkup Anda."


class Bentrok(SidikError):
    status, kode = 409, "bentrok"
    pesan = "Data sudah diubah orang lain. Muat ulang halaman, periksa, lalu ulangi."


class VersiBasi(Bentrok):
    kode = "versi_basi"


class StatusBerubah(Bentrok):
    kode = "status_berubah"
    pesan = "Statusnya sudah berubah sehingga tindakan ini tidak berlaku lagi. Muat ulang halaman."


class OperasiTerpakai(Bentrok):
    kode = "operasi_terpakai"
    pesan = "Nomor operasi ini sudah dipakai untuk tindakan lain. Muat ulang halaman lalu ulangi."


class Terkunci(Bentrok):
    kode = "terkunci"
    pesan = "Data ini tidak dapat diubah pada tahap sekarang."


class IsianSalah(SidikError):
    """422 for input that cannot be kept; .kekurangan lists every field at once."""

    status, kode = 422, "isian_salah"
    pesan = "Isian belum dapat diterima. Perbaiki yang ditandai lalu simpan lagi."

    def __init__(self, kekurangan: list[Kekurangan] | None = None, pesan: str | None = None) -> None:
        self.kekurangan = kekurangan or []
        super().__init__(pesan, kekurangan=[k.as_dict() for k in self.kekurangan])


class BelumLengkap(IsianSalah):
    """422 at a gate: everything that is missing, listed at once."""

    kode = "belum_lengkap"
    pesan = "Belum dapat dilanjutkan. Lengkapi yang berikut ini terlebih dahulu."


class TerlaluBesar(SidikError):
    status, kode = 413, "terlalu_besar"
    pesan = "File yang diunggah terlalu besar. Batasnya 25 MB; pindai dengan resolusi lebih rendah atau pecah filenya."


class JenisSalah(SidikError):
    status, kode = 415, "jenis_salah"
    pesan = "Jenis file atau isian ini tidak didukung."


class TidakTersedia(SidikError):
    status, kode = 503, "tidak_tersedia"
    pesan = "Layanan sedang tidak tersedia. Perubahan Anda belum disimpan. Coba lagi sebentar lagi."


# What werkzeug and FAB raise: status -> (kode, sentence).
SENTENCES: dict[int, tuple[str, str]] = {
    400: ("permintaan_salah", "Permintaan tidak dapat dibaca. Muat ulang halaman lalu ulangi."),
    401: (BelumMasuk.kode, BelumMasuk.pesan),
    403: (TidakBerwenang.kode, TidakBerwenang.pesan),
    404: (TidakDitemukan.kode, TidakDitemukan.pesan),
    405: ("cara_salah", "Cara memanggil alamat ini tidak didukung."),
    409: (Bentrok.kode, Bentrok.pesan),
    413: (TerlaluBesar.kode, TerlaluBesar.pesan),
    415: (JenisSalah.kode, JenisSalah.pesan),
    422: (IsianSalah.kode, IsianSalah.pesan),
    429: ("terlalu_sering", "Terlalu banyak percobaan. Tunggu beberapa menit lalu coba lagi."),
    500: (SidikError.kode, SidikError.pesan),
    503: (TidakTersedia.kode, TidakTersedia.pesan),
}
