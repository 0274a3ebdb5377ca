"""The deadlines of a dispute about information, in working days (UU 14/2008 Pasal 36–38 and 48). Pure: days in, days out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from app.calendar.workdays import hitung_hari_kerja, tambah_hari_kerja

BELUM = " (jangka belum diverifikasi)"


@dataclass(frozen=True)
class Langkah:
    """One deadline: who must act within how many working days after which day, and the day that shows it was done."""

    nama: str
    pihak: str
    sejak: str
    hari_kerja: int
    selesai: str
    dasar: str


LANGKAH = (
    Langkah("Mengajukan keberatan", "Pemohon", "tanggal_penolakan", 30, "tanggal_keberatan", "Pasal 36 ayat (1)"),
    Langkah("Menanggapi keberatan", "Atasan PPID", "tanggal_keberatan", 30, "tanggal_tanggapan", "Pasal 36 ayat (2)"),
    Langkah(
        "Mengajukan sengketa", "Pemohon", "tanggal_tanggapan", 14, "tanggal_daftar_ki", f"Pasal 37 ayat (2){BELUM}"
    ),
    Langkah(
        "Memulai penyelesaian",
        "Komisi Informasi",
        "tanggal_daftar_ki",
        14,
        "tanggal_sidang_pertama",
        f"Pasal 38 ayat (1){BELUM}",
    ),
    Langkah(
        "Menyelesaikan sengketa",
        "Komisi Informasi",
        "tanggal_sidang_pertama",
        100,
        "tanggal_putusan",
        f"Pasal 38 ayat (2){BELUM}",
    ),
    Langkah(
        "Menggugat ke pengadilan", "Para pihak", "putusan_diterima", 14, "tanggal_gugatan", f"Pasal 48 ayat (1){BELUM}"
    ),
)


@dataclass(frozen=True)
class Tenggat:
    """One deadline that runs or ran. `sisa`: working days left (negative when over), None once it was done."""

    langkah: Langkah
    mulai: date
    batas: date
    selesai: date | None
    sisa: int | None

    @property
    def keadaan(self) -> str:
        """In words."""
        if self.selesai is not None:
            return "Tepat waktu" if self.selesai <= self.batas else "Lewat tenggat"
        sisa = self.sisa or 0
        if sisa < 0:
            return f"Lewat {-sisa} hari kerja"
        return f"Sisa {sisa} hari kerja"


def tenggat(days: Mapping[str, date | None], hari_ini: date, libur: Collection[date]) -> list[Tenggat]:
    """Every deadline whose first day is known, in the order of the procedure."""
    found = []
    for step in LANGKAH:
        start = days.get(step.sejak)
        if start is None:
            continue
        end, done = tambah_hari_kerja(start, step.hari_kerja, libur), days.get(step.selesai)
        left = None if done is not None else hitung_hari_kerja(hari_ini, end, libur)
        if left is not None and left == 0 and hari_ini > end:
            left = -1
        found.append(Tenggat(step, start, end, done, left))
    return found
