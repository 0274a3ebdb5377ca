"""The rules on how long an exemption lasts (UU 14/2008 Ps 20, PP 61/2010). Data with one small check each."""

from collections.abc import Iterator
from datetime import date

from app.calendar.terms import akhir_jangka
from app.law.rule import BLOK, PERINGATAN, SOP_EFEKTIF, Aturan, Isi, Kasus, Tahap, bila
from app.law.wording import samar_akhirnya, tak_berisi, tanpa_akhir

DEKAT_HARI = 45  # about thirty working days: an exemption that ends so soon is opened rather than decreed


def mulai(kasus: Kasus) -> date:
    """When the term begins: the date of the decree by default, which is not before today."""
    return kasus.butir.jangka_mulai or kasus.hari_ini


def akhir(kasus: Kasus) -> date | None:
    """When the term ends, where it has a date."""
    butir = kasus.butir
    if butir.jangka_jenis == "tanggal":
        return butir.jangka_akhir
    if butir.jangka_jenis == "tahun" and butir.jangka_tahun and mulai(kasus).year + butir.jangka_tahun <= date.max.year:
        return akhir_jangka(mulai(kasus), butir.jangka_tahun)
    return None


def _peristiwa(kasus: Kasus) -> str:
    """The words that end the term, for terms by event, consent or law."""
    butir = kasus.butir
    if butir.jangka_jenis in ("peristiwa", "persetujuan"):
        return butir.jangka_peristiwa or ""
    return (butir.jangka_alasan or "") if butir.jangka_jenis == "sesuai_uu" else ""


def _melebihi_maks(kasus: Kasus) -> Iterator[Isi]:
    end = akhir(kasus)
    for row in kasus.pasal17:
        limit = row.maks_tahun
        if limit and limit < 1000 and end is not None and end > akhir_jangka(mulai(kasus), limit):
            medan = "jangka_tahun" if kasus.butir.jangka_jenis == "tahun" else "jangka_akhir"
            yield {"huruf": row.huruf, "maks": str(limit), "medan": medan}
            return


def _tanpa_batas(kasus: Kasus, sikap: str) -> list[Isi]:
    letters = sorted({row.huruf for row in kasus.pasal17 if row.tanpa_batas == sikap})
    endless = kasus.butir.jangka_jenis == "tanpa_batas"
    return bila(endless and letters, huruf=", ".join(letters))


def _dilarang(kasus: Kasus) -> list[Isi]:
    return _tanpa_batas(kasus, "larang")


def _diperingatkan(kasus: Kasus) -> list[Isi]:
    strict = any(row.tanpa_batas == "larang" for row in kasus.pasal17)
    return [] if strict else _tanpa_batas(kasus, "peringatan")


def _terselubung(kasus: Kasus) -> list[Isi]:
    letters = sorted({row.huruf for row in kasus.pasal17 if row.tanpa_batas == "larang"})
    return bila(letters and tanpa_akhir(_peristiwa(kasus)), huruf=", ".join(letters), kata=_peristiwa(kasus).strip())


def _samar(kasus: Kasus) -> list[Isi]:
    text = _peristiwa(kasus)
    strict = any(row.tanpa_batas == "larang" for row in kasus.pasal17)
    endless = tanpa_akhir(text) and not strict
    return bila(endless or samar_akhirnya(text) or tak_berisi(text), kata=text.strip())


def _terbalik(kasus: Kasus) -> list[Isi]:
    begin, end = kasus.butir.jangka_mulai, kasus.butir.jangka_akhir
    backwards = kasus.butir.jangka_jenis == "tanggal" and begin is not None and end is not None and end <= begin
    return bila(backwards)


def _lewat(kasus: Kasus) -> list[Isi]:
    end = akhir(kasus)
    return bila(end is not None and end <= kasus.hari_ini, akhir=f"{end:%d-%m-%Y}" if end else "")


def _segera(kasus: Kasus) -> list[Isi]:
    end = akhir(kasus)
    soon = end is not None and 0 < (end - kasus.hari_ini).days <= DEKAT_HARI
    return bila(soon, akhir=f"{end:%d-%m-%Y}" if end else "")


def _tinjau_lewat(kasus: Kasus) -> list[Isi]:
    review, end = kasus.butir.tanggal_tinjau, akhir(kasus)
    late = review is not None and (review < kasus.hari_ini or (end is not None and review > end))
    return bila(late, tinjau=f"{review:%d-%m-%Y}" if review else "")


def _melebihi_retensi(kasus: Kasus) -> list[Isi]:
    """Only a record that is destroyed in the end can be outlived by its exemption."""
    scheme = kasus.butir.klasifikasi_arsip
    if scheme is None or scheme.nasib_akhir != "musnah":
        return []
    years = scheme.retensi_aktif + scheme.retensi_inaktif
    gone = akhir_jangka(mulai(kasus), years) if years else mulai(kasus)
    end = akhir(kasus)
    longer = end > gone if end is not None else kasus.butir.jangka_jenis == "tanpa_batas"
    return bila(longer, kode=scheme.kode, tahun=str(years))


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        "jangka_melebihi_maks",
        "H5",
        BLOK,
        "jangka_tahun",
        "Huruf {huruf} lebih dari {maks} tahun: pendekkan jangka waktunya menjadi paling lama {maks} tahun.",
        "PP 61/2010 Pasal 5",
        _melebihi_maks,
    ),
    Aturan(
        "tanpa_batas_dilarang",
        "H5",
        BLOK,
        "jangka_jenis",
        "Huruf {huruf} tidak boleh tanpa batas waktu: pilih jumlah tahun, tanggal, atau peristiwa yang mengakhiri.",
        "UU 14/2008 Pasal 20 ayat (1)",
        _dilarang,
    ),
    Aturan(
        "tanpa_batas_terselubung",
        "H5",
        BLOK,
        "jangka_peristiwa",
        "Huruf {huruf} tidak boleh tanpa batas waktu, sedangkan “{kata}” tidak pernah berakhir. "
        "Sebutkan tahun, tanggal, atau peristiwa yang mengakhiri.",
        "UU 14/2008 Pasal 20 ayat (1)",
        _terselubung,
    ),
    Aturan(
        "tanpa_batas_perlu_alasan",
        "H5",
        PERINGATAN,
        "jangka_jenis",
        "Huruf {huruf} tanpa batas waktu: utamakan peristiwa yang mengakhiri, contoh sampai kebijakan ditetapkan.",
        "UU 14/2008 Pasal 20",
        _diperingatkan,
        terverifikasi=False,
    ),
    Aturan(
        "jangka_samar",
        "H5",
        PERINGATAN,
        "jangka_peristiwa",
        "Akhir jangka waktu “{kata}” tidak dapat dipastikan. Sebutkan peristiwa yang dapat diperiksa, "
        "contoh: sampai hukuman disiplin berkekuatan tetap.",
        "UU 14/2008 Pasal 20",
        _samar,
    ),
    Aturan(
        "jangka_terbalik",
        "H5",
        BLOK,
        "jangka_akhir",
        "Tanggal berakhir tidak sesudah tanggal mulai. Perbaiki salah satunya.",
        "UU 14/2008 Pasal 20",
        _terbalik,
        Tahap.PENGAJUAN,
    ),
    Aturan(
        "jangka_lewat",
        "H5",
        BLOK,
        "jangka_akhir",
        "Jangka waktu sudah berakhir (pada {akhir}). Perpanjang dengan alasan, atau simpulkan terbuka.",
        "UU 14/2008 Pasal 20",
        _lewat,
    ),
    Aturan(
        "jangka_segera_berakhir",
        "H5",
        PERINGATAN,
        "jangka_akhir",
        "Jangka waktu berakhir pada {akhir}, sehingga hampir harus dibuka. Pertimbangkan untuk menyimpulkan terbuka.",
        "PP 61/2010",
        _segera,
        terverifikasi=False,
    ),
    Aturan(
        "tinjau_di_luar_jangka",
        "H5",
        PERINGATAN,
        "tanggal_tinjau",
        "Tanggal tinjau {tinjau} sudah lewat atau sesudah jangka waktu berakhir. Pilih tanggal di dalamnya.",
        "UU 14/2008 Pasal 20",
        _tinjau_lewat,
    ),
    Aturan(
        "melebihi_retensi",
        "W2",
        PERINGATAN,
        "klasifikasi_arsip",
        "Dikecualikan lebih lama daripada umur arsipnya: menurut jadwal retensi {kode}, arsip ini musnah sesudah {tahun} "
        "tahun. Pendekkan jangka waktunya, atau jelaskan mengapa arsipnya disimpan lebih lama.",
        "UU 43/2009",
        _melebihi_retensi,
        terverifikasi=False,
        berlaku_mulai=SOP_EFEKTIF,
    ),
)
