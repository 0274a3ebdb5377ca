"""Which passwords are accepted: long enough and not a common one; never rules about capitals or signs."""

from __future__ import annotations

import re
from pathlib import Path

from flask_appbuilder.exceptions import PasswordComplexityValidationError

SHORTEST = 12
LONGEST = 1024
COMMON = frozenset((Path(__file__).parent / "sandi_umum.txt").read_text(encoding="utf-8").split())
# Words of this office: a password made of nothing but them and figures is guessed first.
OFFICE = ("sidik", "ppid", "utama", "pelaksana", "banten", "provinsi", "dinas", "diskominfo", "dkisp", "serang")
OFFICE_WORDS = re.compile(rf"(?:{'|'.join(OFFICE)}|[\d\W_])+", re.IGNORECASE)


def fault(password: str | None, username: str = "") -> str:
    """What is wrong with a new password, as a sentence; empty when it is accepted."""
    text = password or ""
    if len(text) < SHORTEST:
        return f"Kata sandi paling sedikit {SHORTEST} karakter. Beberapa kata yang Anda ingat sudah cukup."
    if len(text) > LONGEST:
        return f"Kata sandi paling banyak {LONGEST} karakter."
    if text.lower() in COMMON or _repeats(text.lower()) or OFFICE_WORDS.fullmatch(text):
        return "Kata sandi ini mudah ditebak. Pakailah kata-kata lain."
    if len(username) > 3 and username.lower() in text.lower():
        return "Kata sandi tidak boleh memuat nama pengguna."
    return ""


def _repeats(text: str) -> bool:
    """Whether the text is a short piece said over and over, as in "abcabcabcabc"."""
    return any(text == (text[:n] * len(text))[: len(text)] for n in range(1, 7))


def validator(password: str) -> None:
    """FAB's hook (FAB_PASSWORD_COMPLEXITY_VALIDATOR)."""
    sentence = fault(password)
    if sentence:
        raise PasswordComplexityValidationError(sentence)
