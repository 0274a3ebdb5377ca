"""The token of a paper: long enough that nobody guesses it, short enough to type from the page, and its printed form."""

import secrets

# Crockford's alphabet: no I, L, O, U, so that nothing is misread from paper.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 20  # 100 bits
_GROUP = 4


def token_baru() -> str:
    """A new token, safe in an address: "7Q2MK9TD4XWB…"."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def kode_verifikasi(token: str) -> str:
    """The token as printed, in groups: "7Q2M-K9TD-4XWB-…"."""
    return "-".join(token[at : at + _GROUP] for at in range(0, len(token), _GROUP))


def baca_kode(kode: str) -> str:
    """The token behind what somebody typed: groups, spaces and small letters do not matter."""
    plain = "".join(kode.upper().split()).replace("-", "")
    return plain.replace("O", "0").replace("I", "1").replace("L", "1")
