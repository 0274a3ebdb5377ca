"""The rules on the text that the public will read: it must not carry the secret, and must still say what is closed."""

from app.law.rule import BLOK, PERINGATAN, SOP_EFEKTIF, Aturan, Isi, Kasus, bila
from app.law.wording import JEJAK_RAGU, jejak, kosong, kutipan_sama, normal, samar
from app.models import ButirInformasi

PANJANG_BAGIAN, PANJANG_KONSEKUENSI = 4, 6


def publik(kasus: Kasus) -> str:
    """What will be announced: the public text, by default the internal one."""
    return kasus.butir.uraian_publik or kasus.butir.uraian or ""


def boleh_disebut(butir: ButirInformasi) -> str:
    """What may be said although the list of parts says it too: the butir, its document, its letters of Pasal 17."""
    letters = [row.sebutan for row in butir.dasar if row.pasal17 is not None]
    return "\n".join([butir.uraian or "", butir.dokumen_induk or "", *letters])


def _memuat(kasus: Kasus) -> list[Isi]:
    found = jejak(publik(kasus))
    return bila(found, isi=" dan ".join(found))


def _mungkin_memuat(kasus: Kasus) -> list[Isi]:
    found = jejak(publik(kasus), JEJAK_RAGU)
    return bila(found, isi=" dan ".join(found))


def _kutip_bagian(kasus: Kasus) -> list[Isi]:
    butir = kasus.butir
    phrase = kutipan_sama(publik(kasus), butir.bagian, kecuali=boleh_disebut(butir), panjang=PANJANG_BAGIAN)
    return bila(phrase, frasa=phrase or "")


def _kutip_konsekuensi(kasus: Kasus) -> list[Isi]:
    butir, uji = kasus.butir, kasus.uji
    if uji is None:
        return []
    known = f"{butir.uraian or ''}\n{butir.dokumen_induk or ''}"
    inner = f"{uji.konsekuensi_dibuka or ''}\n{uji.konsekuensi_ditutup or ''}"
    phrase = kutipan_sama(publik(kasus), inner, kecuali=known, panjang=PANJANG_KONSEKUENSI)
    return bila(phrase, frasa=phrase or "")


def _sama(kasus: Kasus) -> list[Isi]:
    butir = kasus.butir
    same = normal(publik(kasus)) == normal(butir.uraian)
    return bila(same and not kosong(butir.uraian))


def _terlalu_samar(kasus: Kasus) -> list[Isi]:
    return bila(not kosong(publik(kasus)) and samar(publik(kasus)))


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        "publik_memuat_rahasia",
        "W3",
        BLOK,
        "uraian_publik",
        "Uraian publik memuat {isi}. Hapus dari uraian untuk publik.",
        "UU 14/2008 Pasal 17; UU 27/2022 Pasal 4",
        _memuat,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    Aturan(
        "publik_mungkin_memuat",
        "W3",
        PERINGATAN,
        "uraian_publik",
        "Uraian publik memuat {isi}. Hapus bila milik perseorangan, atau jelaskan mengapa boleh diumumkan.",
        "UU 27/2022 Pasal 4",
        _mungkin_memuat,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    Aturan(
        "publik_mengutip_bagian",
        "W3",
        BLOK,
        "uraian_publik",
        "Uraian publik mengutip bagian yang dikecualikan (“{frasa}”). Tulis jenis informasinya saja.",
        "UU 14/2008 Pasal 17",
        _kutip_bagian,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    Aturan(
        "publik_mengutip_konsekuensi",
        "W3",
        BLOK,
        "uraian_publik",
        "Uraian publik mengutip pertimbangan dalam uji konsekuensi (“{frasa}”). Tulis jenis informasinya saja.",
        "UU 14/2008 Pasal 17",
        _kutip_konsekuensi,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    Aturan(
        "publik_sama",
        "W3",
        PERINGATAN,
        "uraian_publik",
        "Uraian publik sama dengan uraian internal. Pastikan tidak ada yang rahasia di dalamnya, "
        "atau tulis uraian tersendiri untuk publik.",
        "PerKI 1/2021",
        _sama,
        berlaku_mulai=SOP_EFEKTIF,
    ),
    Aturan(
        "publik_samar",
        "W3",
        PERINGATAN,
        "uraian_publik",
        "Uraian publik terlalu samar: sebutkan jenis informasi yang ditutup dengan jelas dan terang.",
        "PerKI 1/2021",
        _terlalu_samar,
        berlaku_mulai=SOP_EFEKTIF,
    ),
)
