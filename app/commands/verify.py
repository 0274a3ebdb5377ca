"""`flask verifikasi`: the event chain, the stored files, the numbers and the triggers are whole. Changes nothing."""

from collections.abc import Iterator

import click
from flask.cli import with_appcontext
from sqlalchemy import func, select

from app.commands.answers import gagal, terjaga
from app.documents.keeping import gudang
from app.documents.numbering import celah
from app.extensions import begin_mode, db
from app.files.store import FileDamaged
from app.models import Naskah, NomorNaskah, PencacahNomor, Peristiwa, Unggahan, triggers
from app.steps.events import periksa_rantai

PALING_BANYAK = 50


@click.command("verifikasi", help="Periksa rantai peristiwa, berkas tersimpan, nomor, dan pemicu basis data.")
@click.option("--saksi", default="", help="Kepala rantai dari luar, contoh 120:ab12…, seperti tercetak pada naskah.")
@with_appcontext
@terjaga
def verifikasi(saksi: str) -> None:
    begin_mode("DEFERRED")
    faults = [*periksa_rantai(db.session, _saksi(saksi)), *_files(), *_papers(), *_numbers(), *_triggers()]
    if faults:
        rest = [f"- … dan {len(faults) - PALING_BANYAK} lagi"] if len(faults) > PALING_BANYAK else []
        gagal(f"Tidak utuh: {len(faults)} temuan.", *(f"- {line}" for line in faults[:PALING_BANYAK]), *rest)
    counts = [db.session.scalar(select(func.count()).select_from(m)) for m in (Peristiwa, Unggahan, NomorNaskah)]
    click.echo("Utuh: {} peristiwa, {} berkas tersimpan, {} nomor naskah, semua pemicu ada.".format(*counts))


def _saksi(text: str) -> tuple[int, str] | None:
    """(urut, sha) of an outside witness."""
    if not text:
        return None
    place, _, sha = text.partition(":")
    if not place.isdecimal() or len(sha) != 64:
        gagal("Tulis --saksi sebagai NOMOR:SHA256.")
    return int(place), sha.lower()


def _files() -> Iterator[str]:
    """Every stored file is read and hashed again."""
    store = gudang()
    for ident, sha256, name, size in db.session.execute(
        select(Unggahan.id, Unggahan.sha256, Unggahan.nama_asli, Unggahan.ukuran).order_by(Unggahan.id)
    ):
        try:
            if len(store.read(sha256)) != size:
                yield f"Unggahan {ident} ({name}): ukurannya tidak sama dengan catatan."
        except FileDamaged:
            yield f"Unggahan {ident} ({name}): isinya rusak, tidak sama dengan SHA-256 yang dicatat."
        except OSError:
            yield f"Unggahan {ident} ({name}): berkasnya hilang dari penyimpanan. Pulihkan dari cadangan."


def _papers() -> Iterator[str]:
    """A paper names the bytes that were recorded when it was issued."""
    query = select(Naskah.id, Naskah.nomor).join(Naskah.unggahan).where(Naskah.sha256 != Unggahan.sha256)
    for ident, nomor in db.session.execute(query):
        yield f"Naskah {ident} ({nomor or 'tanpa nomor'}): SHA-256 naskah berbeda dari berkasnya."


def _numbers() -> Iterator[str]:
    """1..n without a gap for each kind, unit and year, and the counter stands at n."""
    yield from celah(db.session)
    n, p = NomorNaskah, PencacahNomor
    key = (p.jenis == n.jenis) & (p.unit == n.unit) & (p.tahun == n.tahun)
    query = select(n.jenis, n.unit, n.tahun, func.max(n.urut), func.max(p.terakhir)).outerjoin(p, key)
    for jenis, unit, year, highest, last in db.session.execute(query.group_by(n.jenis, n.unit, n.tahun)):
        if highest != last:
            yield f"Pencacah nomor {jenis} unit {unit} tahun {year} menunjuk {last or 0}, nomor terakhir {highest}."


def _triggers() -> Iterator[str]:
    connection = db.session.connection()
    for name in sorted(triggers.names(connection.dialect.name) - triggers.present(connection)):
        yield f"Pemicu basis data {name} tidak ada. Jalankan migrasi lagi atau pulihkan dari cadangan."
