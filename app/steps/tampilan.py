"""A person's own lists: filters and columns kept under a name; the one without a name is how the list opens."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import IsianSalah, Kekurangan
from app.models import Pengguna
from app.security.officer import Officer
from app.steps.acting import acting

PALING_BANYAK = 12  # names per list
NAMA_TERPANJANG, ARGUMEN_TERPANJANG = 40, 1000
Tampilan = dict[str, list[list[str]]]


def simpan(officer: Officer, layar: str, nama: str, argumen: str) -> None:
    """Keep the arguments of an address of this list; the same name again replaces it. Raises IsianSalah when there is no room."""
    if len(nama) > NAMA_TERPANJANG or len(argumen) > ARGUMEN_TERPANJANG:
        raise IsianSalah([Kekurangan("tampilan", f"Nama tampilan paling panjang {NAMA_TERPANJANG} huruf.", "nama")])
    with acting(officer) as session:
        person = _locked(session, officer)
        others = [row for row in milik(person, layar) if row[0] != nama]
        if len(others) >= PALING_BANYAK:
            pesan = f"Sudah ada {PALING_BANYAK} tampilan untuk daftar ini. Hapus satu yang tidak dipakai lagi."
            raise IsianSalah([Kekurangan("tampilan", pesan, "nama")])
        person.tampilan = {**(person.tampilan or {}), layar: [*others, [nama, argumen]]}


def hapus(officer: Officer, layar: str, nama: str) -> None:
    """Forget one; nothing happens when it is not there."""
    with acting(officer) as session:
        person = _locked(session, officer)
        left = [row for row in milik(person, layar) if row[0] != nama]
        person.tampilan = {**(person.tampilan or {}), layar: left}


def _locked(session: Session, officer: Officer) -> Pengguna:
    query = select(Pengguna).where(Pengguna.id == officer.id).with_for_update(of=Pengguna)
    return session.scalars(query).unique().one()


def milik(person: Pengguna, layar: str) -> list[list[str]]:
    """The kept lists of this screen: [name, arguments]."""
    kept: Tampilan = person.tampilan or {}
    return kept.get(layar, [])
