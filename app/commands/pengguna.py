"""`flask pengguna`: make an account (the password is asked for), and let in again who is locked out by a second factor."""

from collections.abc import Mapping

import click
from flask.cli import AppGroup
from flask_appbuilder.security.sqla.models import Role
from sqlalchemy import func, select

from app.calendar.words import hari_ini_wib
from app.commands.answers import gagal, terjaga
from app.extensions import db
from app.models import Pengguna, Penunjukan, PerangkatDaerah
from app.security import factor
from app.security.accounts import sandi_tersimpan
from app.security.officer import ADMIN
from app.security.passwords import fault
from app.sop.words import Pelaksana

# Roles that act for an agency: without one they would see nothing.
PERLU_PERANGKAT_DAERAH = (Pelaksana.PETUGAS,)
PANJANG = {"nama": 128, "nama_lengkap": 128, "surel": 320, "jabatan": 200, "nomor_sk": 200}

pengguna = AppGroup("pengguna", help="Akun pegawai.")


@pengguna.command("buat", help="Buat akun baru; kata sandi ditanyakan.")
@click.argument("nama")
@click.option("--peran", "peran", multiple=True, required=True, help="Nama peran; boleh diulang.")
@click.option("--perangkat-daerah", "kode", default="", help="Kode perangkat daerah, contoh DINKES.")
@click.option("--nama-lengkap", default="", help="Nama orangnya; bawaan: nama pengguna.")
@click.option("--surel", default="", help="Alamat surel; boleh kosong.")
@click.option("--nip", default="", help="18 angka; boleh kosong.")
@click.option("--jabatan", default="", help="Jabatan; boleh kosong.")
@click.option("--nomor-sk", default="", help="Nomor SK penunjukan, dicatat untuk setiap peran SOP.")
@terjaga
def buat(nama: str, peran: tuple[str, ...], kode: str, **isian: str) -> None:
    roles, agency = _roles(peran), _agency(kode)
    faults = [*_faults(nama, isian), *_agency_faults(roles, agency)]
    if faults:
        gagal("Akun belum dibuat.", *(f"- {sentence}" for sentence in faults))
    db.session.rollback()  # no lock is held while somebody types
    password = _tanya(nama)
    first, last = _split(isian["nama_lengkap"] or nama)
    user = Pengguna(
        username=nama,
        first_name=first,
        last_name=last,
        email=isian["surel"] or f"{nama}@surel.invalid",
        password=sandi_tersimpan(password),
        active=True,
        roles=roles,
        perangkat_daerah=agency,
        nip=isian["nip"] or None,
        jabatan=isian["jabatan"] or None,
    )
    db.session.add(user)
    db.session.flush()
    _appoint(user, isian["nomor_sk"])
    db.session.commit()
    place = f" di {agency.nama}" if agency else ""
    click.echo(f"Akun {nama} dibuat{place} dengan peran: {', '.join(role.name for role in roles)}.")


@pengguna.command(
    "lepas-dua-langkah", help="Lepaskan verifikasi dua langkah seseorang yang kehilangan ponsel dan kodenya."
)
@click.argument("nama")
@click.option("--alasan", required=True, help="Tercatat dalam riwayat akun.")
@terjaga
def lepas_dua_langkah(nama: str, alasan: str) -> None:
    """For an administrator who is locked out: whoever may run this owns the server anyway. All his sessions end."""
    user = db.session.scalars(select(Pengguna).where(Pengguna.username == nama)).unique().one_or_none()
    if user is None:
        gagal(f"Nama pengguna {nama} tidak dikenal.")
    if not factor.aktif(db.session, user.id):
        gagal(f"{nama} tidak memakai verifikasi dua langkah.")
    factor.lepas(db.session, user, "faktor_atur_ulang", alasan)
    db.session.commit()
    click.echo(f"Verifikasi dua langkah {nama} dilepaskan dan sesinya diakhiri. Ia masuk dengan kata sandinya.")


def _tanya(nama: str) -> str:
    """The password, typed twice without echo; one that the screens would refuse is refused here."""
    password: str = click.prompt("Kata sandi", hide_input=True, confirmation_prompt="Ulangi kata sandi")
    sentence = fault(password, nama)
    if sentence:
        gagal(sentence)
    return password


def _roles(names: tuple[str, ...]) -> list[Role]:
    """The roles of these names, capitals aside; an unknown one is answered with the list."""
    known = {role.name.lower(): role for role in db.session.scalars(select(Role)).unique() if role.name != "Public"}
    unknown = [name for name in names if name.strip().lower() not in known]
    if not known:
        gagal("Belum ada peran. Jalankan dahulu: flask --app run roles sync.")
    if unknown:
        listed = ", ".join(sorted(role.name for role in known.values()))
        gagal(f"Peran tidak dikenal: {', '.join(unknown)}. Yang ada: {listed}.")
    return list({name.strip().lower(): known[name.strip().lower()] for name in names}.values())


def _agency(kode: str) -> PerangkatDaerah | None:
    if not kode:
        return None
    found: PerangkatDaerah | None = db.session.scalar(
        select(PerangkatDaerah).where(func.lower(PerangkatDaerah.kode) == kode.lower())
    )
    if found is None:
        gagal(f"Perangkat daerah {kode} tidak dikenal. Periksa kodenya, atau jalankan: flask --app run muat-acuan.")
    return found


def _agency_faults(roles: list[Role], agency: PerangkatDaerah | None) -> list[str]:
    lacking = [role.name for role in roles if role.name in PERLU_PERANGKAT_DAERAH] if agency is None else []
    return [f"Peran {name} memerlukan --perangkat-daerah KODE." for name in lacking]


def _faults(nama: str, isian: Mapping[str, str]) -> list[str]:
    surel, nip = isian["surel"], isian["nip"]
    rows = [
        (
            not nama or any(sign.isspace() or not sign.isprintable() for sign in nama),
            "Nama pengguna tidak boleh kosong atau memuat spasi, contoh siti.aminah.",
        ),
        (_taken(Pengguna.username, nama), f"Nama pengguna {nama} sudah dipakai."),
        (bool(surel) and _taken(Pengguna.email, surel), f"Surel {surel} sudah dipakai akun lain."),
        (bool(surel) and "@" not in surel, f"{surel} bukan alamat surel."),
        (bool(nip) and not (nip.isascii() and nip.isdecimal() and len(nip) == 18), "NIP terdiri dari 18 angka."),
    ]
    given = {"nama": nama, **isian}
    rows += [(len(given[name]) > most, f"Isian {name} paling panjang {most} huruf.") for name, most in PANJANG.items()]
    return [sentence for wrong, sentence in rows if wrong]


def _taken(column: object, value: str) -> bool:
    return bool(db.session.scalar(select(func.count()).where(func.lower(column) == value.lower())))


def _split(name: str) -> tuple[str, str]:
    """First and last name as FAB keeps them; one word has no last name."""
    first, _, last = name.strip().partition(" ")
    return first[:64], last.strip()[:64]


def _appoint(user: Pengguna, nomor_sk: str) -> None:
    """The decree by which the person holds each SOP role."""
    for role in user.roles if nomor_sk else ():
        if role.name != ADMIN:
            db.session.add(Penunjukan(pengguna_id=user.id, peran=role.name, nomor_sk=nomor_sk, mulai=hari_ini_wib()))
