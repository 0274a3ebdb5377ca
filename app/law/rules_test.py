"""The rules on the consequence test: answers, texts, conclusion. Data with one small check each."""

from collections.abc import Iterator

from app.law.rule import BLOK, PERINGATAN, Aturan, Isi, Kasus, Tahap, bila
from app.law.wording import jumlah_huruf, kosong, menyimpulkan_saja, normal, tak_berisi
from app.sop.choices import DIKECUALIKAN, PASAL_18

PALING_SEDIKIT_HURUF = 20
_KONSEKUENSI = {"konsekuensi_dibuka": "Konsekuensi dibuka", "konsekuensi_ditutup": "Konsekuensi ditutup"}
_TERTULIS = {**_KONSEKUENSI, "kepentingan_publik": "Kepentingan publik"}


def _belum_diuji(kasus: Kasus) -> list[Isi]:
    return bila(kasus.uji is None)


def _belum_disimpulkan(kasus: Kasus) -> list[Isi]:
    return bila(kasus.uji is not None and kasus.kesimpulan is None)


def _kosong(kasus: Kasus) -> Iterator[Isi]:
    for medan, label in _KONSEKUENSI.items():
        if kasus.uji is not None and kosong(getattr(kasus.uji, medan)):
            yield {"medan": medan, "label": label}


def _tak_berisi(kasus: Kasus) -> Iterator[Isi]:
    for medan, label in _KONSEKUENSI.items():
        if kasus.uji is not None and tak_berisi(getattr(kasus.uji, medan)):
            yield {"medan": medan, "label": label}


def _kepentingan(kasus: Kasus) -> list[Isi]:
    uji = kasus.uji
    return bila(uji is not None and (kosong(uji.kepentingan_publik) or tak_berisi(uji.kepentingan_publik)))


def _pendek(kasus: Kasus) -> Iterator[Isi]:
    for medan, label in _TERTULIS.items():
        text = getattr(kasus.uji, medan, None)
        said = not kosong(text) and not tak_berisi(text) and not menyimpulkan_saja(text)
        if said and jumlah_huruf(text) < PALING_SEDIKIT_HURUF:
            yield {"medan": medan, "label": label}


def _menyimpulkan(kasus: Kasus) -> Iterator[Isi]:
    for medan, label in _KONSEKUENSI.items():
        text = getattr(kasus.uji, medan, None)
        if menyimpulkan_saja(text):
            yield {"medan": medan, "label": label, "kata": (text or "").strip()}


def _sisi_sama(kasus: Kasus) -> list[Isi]:
    uji = kasus.uji
    if uji is None or kosong(uji.konsekuensi_dibuka) or tak_berisi(uji.konsekuensi_dibuka):
        return []
    return bila(normal(uji.konsekuensi_dibuka) == normal(uji.konsekuensi_ditutup))


def _menyalin_uraian(kasus: Kasus) -> Iterator[Isi]:
    for medan, label in _KONSEKUENSI.items():
        text = normal(getattr(kasus.uji, medan, None))
        if text and text.removeprefix("dibuka ").removeprefix("ditutup ") == normal(kasus.butir.uraian):
            yield {"medan": medan, "label": label}


def _kepatutan(kasus: Kasus) -> list[Isi]:
    return bila(kasus.uji is not None and kosong(kasus.uji.kepatutan) and kosong(kasus.uji.kesusilaan))


def _mitigasi(kasus: Kasus) -> list[Isi]:
    uji = kasus.uji
    return bila(
        uji is not None and kasus.kesimpulan == "dikecualikan" and kosong(uji.mitigasi) and kosong(uji.alternatif)
    )


def _pasal18_belum(kasus: Kasus) -> list[Isi]:
    answers = kasus.uji.cek_pasal18 if kasus.uji is not None else None
    complete = isinstance(answers, list) and len(answers) == len(PASAL_18) and all(isinstance(a, bool) for a in answers)
    return bila(kasus.uji is not None and not complete)


def _pasal18_ya(kasus: Kasus) -> Iterator[Isi]:
    answers = (kasus.uji.cek_pasal18 if kasus.uji is not None else None) or []
    for label, answer in zip(PASAL_18, answers, strict=False):
        if answer is True and kasus.kesimpulan in DIKECUALIKAN:
            yield {"jenis": label}


def _huruf_pribadi(kasus: Kasus) -> str:
    return " dan ".join(letter for letter in kasus.huruf if letter in "gh")


def _gh_belum(kasus: Kasus) -> Iterator[Isi]:
    if kasus.uji is None or not _huruf_pribadi(kasus):
        return
    if kasus.uji.persetujuan_tertulis is None:
        yield {"medan": "persetujuan_tertulis", "huruf": _huruf_pribadi(kasus), "tanya": "ada persetujuan tertulis"}
    if kasus.uji.terkait_jabatan_publik is None:
        tanya = "berkaitan dengan posisi seseorang dalam jabatan publik"
        yield {"medan": "terkait_jabatan_publik", "huruf": _huruf_pribadi(kasus), "tanya": tanya}


def _gh_ya(kasus: Kasus, kesimpulan: str) -> Iterator[Isi]:
    only_personal = bool(kasus.huruf) and set(kasus.huruf) <= {"g", "h"}
    if kasus.uji is None or kasus.kesimpulan != kesimpulan or not only_personal:
        return
    if kasus.uji.persetujuan_tertulis:
        yield {"medan": "persetujuan_tertulis", "sebab": "ada persetujuan tertulis dari yang bersangkutan"}
    if kasus.uji.terkait_jabatan_publik:
        yield {"medan": "terkait_jabatan_publik", "sebab": "berkaitan dengan posisi seseorang dalam jabatan publik"}


def _gh_ya_seluruh(kasus: Kasus) -> Iterator[Isi]:
    return _gh_ya(kasus, "dikecualikan")


def _gh_ya_sebagian(kasus: Kasus) -> Iterator[Isi]:
    return _gh_ya(kasus, "dikecualikan_sebagian")


_UJI = "UU 14/2008 Pasal 19; PerKI 1/2021 Pasal 49"
ATURAN: tuple[Aturan, ...] = (
    Aturan(
        "belum_diuji",
        "H4",
        BLOK,
        "kesimpulan",
        "Uji konsekuensi belum ada. Buka uji butir ini dan lengkapi.",
        "UU 14/2008 Pasal 19",
        _belum_diuji,
        Tahap.KAJIAN,
    ),
    Aturan(
        "belum_disimpulkan",
        "H4",
        BLOK,
        "kesimpulan",
        "Uji konsekuensi belum disimpulkan. Pilih kesimpulan.",
        "UU 14/2008 Pasal 19",
        _belum_disimpulkan,
        Tahap.KAJIAN,
    ),
    Aturan(
        "konsekuensi_kosong",
        "H4",
        BLOK,
        "konsekuensi_dibuka",
        "{label} kosong: tulis siapa yang dirugikan atau terlindungi, dan bagaimana.",
        _UJI,
        _kosong,
    ),
    Aturan(
        "konsekuensi_tidak_berisi",
        "H4",
        BLOK,
        "konsekuensi_dibuka",
        "{label} tidak berisi penjelasan: tulis siapa yang dirugikan atau terlindungi, dan bagaimana.",
        _UJI,
        _tak_berisi,
    ),
    Aturan(
        "kepentingan_publik_kosong",
        "H4",
        BLOK,
        "kepentingan_publik",
        "Kepentingan publik belum diisi: tulis kepentingan publik atas informasi ini dan bagaimana tetap dipenuhi.",
        "UU 14/2008 Pasal 2 ayat (4); PerKI 1/2021 Pasal 49",
        _kepentingan,
        Tahap.KAJIAN,
    ),
    Aturan(
        "uraian_uji_pendek",
        "H4",
        PERINGATAN,
        "konsekuensi_dibuka",
        "{label} terlalu singkat untuk dipertahankan dalam sengketa. Uraikan lebih jelas.",
        _UJI,
        _pendek,
        terverifikasi=False,
    ),
    Aturan(
        "hanya_menyimpulkan",
        "H4",
        PERINGATAN,
        "konsekuensi_dibuka",
        "{label} hanya menyimpulkan (“{kata}”). Sebutkan siapa yang dirugikan, bagaimana, dan seberapa besar.",
        _UJI,
        _menyimpulkan,
    ),
    Aturan(
        "kedua_sisi_sama",
        "H4",
        PERINGATAN,
        "konsekuensi_ditutup",
        "Konsekuensi dibuka dan ditutup berisi sama. Tulis pertimbangan masing-masing.",
        _UJI,
        _sisi_sama,
    ),
    Aturan(
        "konsekuensi_menyalin_uraian",
        "H4",
        PERINGATAN,
        "konsekuensi_dibuka",
        "{label} hanya mengulang uraian informasi. Tulis akibatnya bagi publik.",
        _UJI,
        _menyalin_uraian,
    ),
    Aturan(
        "kepatutan_kosong",
        "H4",
        PERINGATAN,
        "kepatutan",
        "Kepatutan dan kesusilaan belum dipertimbangkan. Isi salah satunya.",
        "PerKI 1/2021 Pasal 49 ayat (2)",
        _kepatutan,
        Tahap.KAJIAN,
    ),
    Aturan(
        "mitigasi_kosong",
        "H4",
        PERINGATAN,
        "mitigasi",
        "Belum ada upaya mengurangi risiko atau alternatif. Jelaskan mengapa informasi ini harus ditutup seluruhnya.",
        _UJI,
        _mitigasi,
        Tahap.KAJIAN,
        terverifikasi=False,
    ),
    Aturan(
        "pasal18_belum_lengkap",
        "H6",
        BLOK,
        "cek_pasal18",
        "Pemeriksaan Pasal 18 belum lengkap: jawab ketujuh jenis, atau pilih “Tidak satu pun dari tujuh jenis”.",
        "UU 14/2008 Pasal 18 ayat (1)",
        _pasal18_belum,
        Tahap.KAJIAN,
    ),
    Aturan(
        "pasal18_tidak_boleh",
        "H6",
        BLOK,
        "cek_pasal18",
        "Tidak dapat dikecualikan, karena termasuk “{jenis}”. Simpulkan terbuka, atau perbaiki jawaban Pasal 18.",
        "UU 14/2008 Pasal 18 ayat (1)",
        _pasal18_ya,
        Tahap.KAJIAN,
    ),
    Aturan(
        "gh_belum_dijawab",
        "H7",
        BLOK,
        "persetujuan_tertulis",
        "Huruf {huruf}: jawab apakah {tanya}.",
        "UU 14/2008 Pasal 18 ayat (2)",
        _gh_belum,
        Tahap.KAJIAN,
        terverifikasi=False,
    ),
    Aturan(
        "gh_tidak_berlaku",
        "H7",
        BLOK,
        "persetujuan_tertulis",
        "Tidak dapat dikecualikan seluruhnya, karena {sebab}. Simpulkan terbuka atau dikecualikan sebagian.",
        "UU 14/2008 Pasal 18 ayat (2)",
        _gh_ya_seluruh,
        Tahap.KAJIAN,
        terverifikasi=False,
    ),
    Aturan(
        "gh_sebagian",
        "H7",
        PERINGATAN,
        "persetujuan_tertulis",
        "Hanya sebagian yang dapat dikecualikan, karena {sebab}. Jelaskan bagian mana yang tetap ditutup dan mengapa.",
        "UU 14/2008 Pasal 18 ayat (2)",
        _gh_ya_sebagian,
        Tahap.KAJIAN,
        terverifikasi=False,
    ),
)
