"""How every command ends: refusals and database faults become sentences and exit code 1, never a traceback."""

import functools
from collections.abc import Callable, Iterable
from typing import NoReturn, TypeVar

import click
from sqlalchemy.exc import DatabaseError

from app.errors import IsianSalah, SidikError
from app.extensions import db

F = TypeVar("F", bound=Callable[..., object])

BELUM_SIAP = (
    "Basis data tidak dapat dipakai. Periksa SIDIK_DATABASE_URL, lalu jalankan: flask --app run db upgrade "
    "dan flask --app run roles sync."
)


def gagal(*sentences: str) -> NoReturn:
    """End the command with sentences on stderr and exit code 1."""
    for sentence in sentences:
        click.echo(sentence, err=True)
    raise click.exceptions.Exit(1)


def tolak(error: SidikError) -> NoReturn:
    """The refusal of a room, with everything that is missing, one line each."""
    listed = error.kekurangan if isinstance(error, IsianSalah) else []
    gagal(error.pesan, *(f"- {item.sel + ': ' if item.sel else ''}{item.pesan}" for item in listed))


def terjaga(command: F) -> F:
    """Nothing half-done stays in the session, and nothing technical reaches the terminal."""

    @functools.wraps(command)
    def guarded(*args: object, **options: object) -> object:
        try:
            return command(*args, **options)
        except SidikError as refusal:
            db.session.rollback()
            tolak(refusal)
        except DatabaseError as error:
            db.session.rollback()
            reason = str(error.orig).strip().splitlines()[:1]
            gagal(BELUM_SIAP, *(f"Kata basis data: {line}" for line in reason))

    return guarded  # type: ignore[return-value]  # functools.wraps keeps the signature that click reads


def daftar(lines: Iterable[str], *, awalan: str = "- ") -> None:
    """A list on the terminal."""
    for line in lines:
        click.echo(f"{awalan}{line}")
