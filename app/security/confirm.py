"""The word in a confirmation mail: it proves that whoever follows it reads the mail of this account. Signed, kept nowhere."""

from itsdangerous import BadData, URLSafeTimedSerializer

from app.models.office import Pengguna

BERLAKU = 24 * 3600  # seconds


def tanda(secret: str, user: Pengguna) -> str:
    """The word for the present address of a person."""
    return _signer(secret).dumps([user.id, user.email])


def cocok(secret: str, word: str, user: Pengguna) -> bool:
    """Whether the word was made for this person and this address, not longer ago than BERLAKU."""
    try:
        told = _signer(secret).loads(word, max_age=BERLAKU)
    except BadData:
        return False
    return bool(told == [user.id, user.email])


def _signer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="sidik konfirmasi surel")
