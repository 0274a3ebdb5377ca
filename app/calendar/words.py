"""Dates, times and numbers as an Indonesian official writes them. The office clock is WIB, a fixed UTC+7."""

from datetime import UTC, date, datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7), "WIB")

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
HARI_INGGRIS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BULAN_INGGRIS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
SKALA = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"), (100, "ratus"), (10, "puluh"))


def wib(waktu: datetime) -> datetime:
    """The same moment on the office clock. A naive time is refused: nobody can know what it meant."""
    if waktu.tzinfo is None:
        raise ValueError("waktu tanpa zona")
    return waktu.astimezone(WIB)


def tahun_wib(waktu: datetime) -> int:
    """The year of a paper: it turns at midnight WIB, seven hours before UTC."""
    return wib(waktu).year


def hari_ini_wib(now: datetime | None = None) -> date:
    """The office's date at a moment (default: this one)."""
    return wib(now or datetime.now(UTC)).date()


def hari(tanggal: date) -> str:
    """Weekday: "Selasa"."""
    return HARI[tanggal.weekday()]


def tanggal_panjang(tanggal: date) -> str:
    """No leading zero, the month in words: "2 Oktober 2023"."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def tanggal_pendek(tanggal: date) -> str:
    """For a narrow column: "2 Okt 2023"."""
    return f"{tanggal.day} {BULAN_PENDEK[tanggal.month - 1]} {tanggal.year}"


def tanggal_kata(tanggal: date) -> str:
    """For a berita acara: "Selasa tanggal sembilan belas bulan Maret tahun dua ribu dua puluh empat"."""
    bulan = BULAN[tanggal.month - 1]
    return f"{hari(tanggal)} tanggal {terbilang(tanggal.day)} bulan {bulan} tahun {terbilang(tanggal.year)}"


def waktu_wib(waktu: datetime) -> str:
    """Date and hour: "25 November 2026 pukul 09.15 WIB"."""
    lokal = wib(waktu)
    return f"{tanggal_panjang(lokal.date())} pukul {lokal:%H.%M} WIB"


def romawi(bulan: int) -> str:
    """The month in a letter's number: 11 → "XI"."""
    if not 1 <= bulan <= 12:
        raise ValueError(f"bulan {bulan} tidak ada")
    return ROMAWI[bulan - 1]


def terbilang(angka: int) -> str:
    """A whole number in words: 2024 → "dua ribu dua puluh empat"."""
    if angka < 0:
        return f"minus {terbilang(-angka)}"
    if angka < len(SATUAN):
        return SATUAN[angka]
    if angka < 20:
        return f"{SATUAN[angka - 10]} belas"
    besar, nama = next(baris for baris in SKALA if angka >= baris[0])
    banyak, sisa = divmod(angka, besar)
    # "se-" replaces "satu" before ratus and ribu, but never before juta and above.
    kepala = f"se{nama}" if banyak == 1 and besar in (100, 1000) else f"{terbilang(banyak)} {nama}"
    return f"{kepala} {terbilang(sisa)}" if sisa else kepala


def jangka_kata(
    jenis: str,
    *,
    tahun: int | None = None,
    mulai: date | None = None,
    akhir: date | None = None,
    peristiwa: str | None = None,
    alasan: str | None = None,
) -> str:
    """How long a butir stays excluded, in words for screens and papers; an unfinished draft gives what is known."""
    if jenis == "tahun":
        return _jangka_tahun(tahun, mulai, akhir)
    if jenis == "tanggal":
        return f"sampai dengan {tanggal_panjang(akhir)}" if akhir else "sampai tanggal tertentu"
    if jenis == "peristiwa":
        return _dengan("sampai dengan", peristiwa, "terjadinya peristiwa tertentu")
    if jenis == "persetujuan":
        return _dengan("sampai ada persetujuan:", peristiwa, "persetujuan tertulis yang bersangkutan")
    if jenis == "sesuai_uu":
        return _dengan("sesuai peraturan perundang-undangan:", alasan, "")
    if jenis == "tanpa_batas":
        return _dengan("tidak dibatasi waktu:", alasan, "")
    raise ValueError(f"jenis jangka waktu {jenis!r} tidak dikenal")


def _jangka_tahun(tahun: int | None, mulai: date | None, akhir: date | None) -> str:
    if not tahun:
        return "beberapa tahun"
    lama = f"{tahun} ({terbilang(tahun)}) tahun"
    if mulai and akhir:
        return f"{lama}, {tanggal_panjang(mulai)} sampai dengan {tanggal_panjang(akhir)}"
    return f"{lama} sejak ditetapkan"


def _dengan(awalan: str, isi: str | None, bawaan: str) -> str:
    """Prefix and the clerk's own words, joined as one sentence part; words that begin with "sampai" keep their own."""
    teks = (isi or bawaan).strip().rstrip(".")
    if not teks:
        return awalan.rstrip(":")
    teks = teks if teks[:2].isupper() else teks[0].lower() + teks[1:]
    return teks if teks.startswith("sampai ") else f"{awalan} {teks}"
