"""The language that a person reads."""

from app.models import Pengguna
from app.security.officer import Officer
from app.steps.acting import acting


def pilih_bahasa(officer: Officer, kode: str) -> None:
    """Keep the choice: "id" or "en" (the database refuses anything else)."""
    with acting(officer) as session:
        session.get_one(Pengguna, officer.id).bahasa = kode
