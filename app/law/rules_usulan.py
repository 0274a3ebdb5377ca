"""The rules on what an agency proposes: completeness, scope, and the text. Data with one small check each."""

from collections.abc import Iterator

from app.law.rule import BLOK, PERINGATAN, SOP_EFEKTIF, Aturan, Isi, Kasus, Tahap, bila
from app.law.wording import kata, kosong, normal, tak_berisi
from app.sop.choices import DIKECUALIKAN

_WAJIB = {
    "uraian": "Uraian informasi",
    "dokumen_induk": "Dokumen induk",
    "penguasa": "Pejabat/unit yang menguasai informasi",
    "cakupan": "Cakupan (seluruh atau sebagian)",
    "jangka_jenis": "Jenis jangka waktu",
}
_PENDAMPING_JANGKA = {
    "tahun": ("jangka_tahun", "jumlah tahun"),
    "tanggal": ("jangka_akhir", "tanggal berakhir"),
    "peristiwa": ("jangka_peristiwa", "peristiwa yang mengakhiri"),
    "sesuai_uu": ("jangka_alasan", "undang-undang yang menentukan jangka waktunya"),
    "tanpa_batas": ("jangka_alasan", "alasan tanpa batas waktu"),
}


def _wajib(kasus: Kasus) -> Iterator[Isi]:
    for medan, label in _WAJIB.items():
        value = getattr(kasus.butir, medan)
        if kosong(value) or (medan == "uraian" and tak_berisi(value)):
            yield {"medan": medan, "label": label}


def _jangka_kosong(kasus: Kasus) -> Iterator[Isi]:
    medan, label = _PENDAMPING_JANGKA.get(kasus.butir.jangka_jenis or "", ("", ""))
    if medan and getattr(kasus.butir, medan) in (None, ""):
        yield {"medan": medan, "label": label}


def _berbagian(kasus: Kasus) -> bool:
    return not kosong(kasus.butir.bagian) and not tak_berisi(kasus.butir.bagian)


def _tanpa_bagian(kasus: Kasus) -> list[Isi]:
    partial = kasus.butir.cakupan == "sebagian" or kasus.kesimpulan == "dikecualikan_sebagian"
    return bila(partial and not _berbagian(kasus))


def _seluruh_berbagian(kasus: Kasus) -> list[Isi]:
    words = set(kata(kasus.butir.bagian))
    whole = words & {"seluruh", "seluruhnya", "semua", "keseluruhan", "semuanya"}
    narrowed = kasus.kesimpulan == "dikecualikan_sebagian"  # PPID Utama has made it a part itself
    return bila(kasus.butir.cakupan == "seluruh" and _berbagian(kasus) and not whole and not narrowed)


def _beda_cakupan(kasus: Kasus) -> list[Isi]:
    return bila(kasus.butir.cakupan == "sebagian" and kasus.kesimpulan == "dikecualikan")


def _nama_dokumen(kasus: Kasus) -> list[Isi]:
    words = set(kata(kasus.butir.uraian)) - {"dokumen", "berkas", "laporan", "arsip", "data", "seluruh"}
    named = set(kata(kasus.butir.dokumen_induk))
    return bila(kasus.butir.cakupan == "seluruh" and bool(named) and words <= named)


def _rencana_penghitaman(kasus: Kasus) -> list[Isi]:
    uji = kasus.uji
    partial = kasus.kesimpulan == "dikecualikan_sebagian"
    return bila(uji is not None and partial and kosong(uji.mitigasi) and kosong(uji.alternatif))


def _urutan_tanggal(kasus: Kasus) -> list[Isi]:
    uji, letter = kasus.uji, kasus.butir.usulan.tanggal_surat if kasus.butir.usulan is not None else None
    tested = uji.tanggal if uji is not None and kasus.kesimpulan in DIKECUALIKAN else None
    return bila(
        tested is not None and letter is not None and letter > tested,
        surat=f"{letter:%d-%m-%Y}" if letter else "",
        uji=f"{tested:%d-%m-%Y}" if tested else "",
    )


def _uraian_panjang_sama(kasus: Kasus) -> list[Isi]:
    same = normal(kasus.butir.uraian) == normal(kasus.butir.bagian)
    return bila(kasus.butir.cakupan == "sebagian" and not kosong(kasus.butir.bagian) and same)


def _tercatat_terbuka(kasus: Kasus) -> list[Isi]:
    """The information itself, or the document when all of it is to be closed, stands in the open list."""
    butir = kasus.butir
    entry = kasus.terbuka.cari(butir.uraian)
    if entry is None and butir.cakupan == "seluruh":
        entry = kasus.terbuka.cari(butir.dokumen_induk)
    return bila(entry, entri=entry or "")


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        "medan_wajib",
        "H1",
        BLOK,
        "",
        "{label} belum diisi. Isi dengan keterangan yang jelas.",
        "PerKI 1/2021 Pasal 49",
        _wajib,
        Tahap.PENGAJUAN,
    ),
    Aturan(
        "jangka_kosong",
        "H5",
        BLOK,
        "jangka_jenis",
        "Jangka waktu belum lengkap: isi {label}.",
        "UU 14/2008 Pasal 20",
        _jangka_kosong,
        Tahap.PENGAJUAN,
    ),
    Aturan(
        "sebagian_tanpa_bagian",
        "H8",
        BLOK,
        "bagian",
        "Cakupan sebagian tanpa bagian: sebutkan bagian yang dikecualikan (halaman, kolom, atau frasa).",
        "UU 14/2008 Pasal 2; PerKI 1/2021 Pasal 49",
        _tanpa_bagian,
        Tahap.PENGAJUAN,
    ),
    Aturan(
        "seluruh_padahal_bagian",
        "H8",
        BLOK,
        "cakupan",
        "Cakupannya seluruh dokumen, padahal hanya bagian yang disebut. Ubah cakupan menjadi sebagian, atau kosongkan bagian.",
        "UU 14/2008 Pasal 2",
        _seluruh_berbagian,
    ),
    Aturan(
        "kesimpulan_melebihi_cakupan",
        "H8",
        BLOK,
        "kesimpulan",
        "Kesimpulan dikecualikan seluruhnya, padahal cakupannya sebagian. "
        "Simpulkan dikecualikan sebagian, atau perbaiki cakupan.",
        "UU 14/2008 Pasal 2",
        _beda_cakupan,
        Tahap.KAJIAN,
    ),
    Aturan(
        "tanpa_rencana_penghitaman",
        "H8",
        PERINGATAN,
        "alternatif",
        "Belum disebut bagaimana bagian lain diberikan (penghitaman, agregasi, atau akses terbatas). "
        "Isi upaya mengurangi risiko atau alternatif.",
        "PerKI 1/2021 Pasal 49",
        _rencana_penghitaman,
        Tahap.KAJIAN,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    Aturan(
        "bagian_sama_uraian",
        "H8",
        PERINGATAN,
        "bagian",
        "Bagian yang dikecualikan sama dengan uraian informasi. Sebutkan letaknya: halaman, kolom, atau frasa.",
        "PerKI 1/2021 Pasal 49",
        _uraian_panjang_sama,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    Aturan(
        "dokumen_utuh",
        "W1",
        PERINGATAN,
        "uraian",
        "Uraian hanya menyebut nama dokumen dan menutupnya seluruhnya. Sebutkan informasi apa di dalamnya yang "
        "dikecualikan, atau ubah cakupan menjadi sebagian.",
        "UU 14/2008 Pasal 2",
        _nama_dokumen,
    ),
    Aturan(
        "urutan_tanggal",
        "H11",
        BLOK,
        "tanggal",
        "Surat usulan bertanggal {surat}, sesudah uji konsekuensi {uji}. Perbaiki tanggal surat usulan.",
        "SOP 1–2",
        _urutan_tanggal,
        Tahap.KAJIAN,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    Aturan(
        "tercatat_terbuka",
        "W4",
        PERINGATAN,
        "uraian",
        "Daftar informasi publik mencatat “{entri}” sebagai informasi terbuka. Simpulkan terbuka, atau jelaskan apa yang "
        "berbeda pada butir ini.",
        "UU 14/2008 Pasal 11",
        _tercatat_terbuka,
        berlaku_mulai=SOP_EFEKTIF,
    ),
)
