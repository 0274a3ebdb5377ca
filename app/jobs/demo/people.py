"""The invented office: the demo accounts with their roles, the officials in office, the Tim and the required site."""

import datetime as dt
from dataclasses import dataclass

from flask_appbuilder.security.sqla.models import Role
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calendar.words import hari_ini_wib
from app.models import AnggotaTim, Pejabat, Pengguna, Penunjukan, PerangkatDaerah
from app.security.officer import ADMIN
from app.sop.words import Pelaksana as Peran


@dataclass(frozen=True)
class Akun:
    """One demo account; `nama` is plainly invented."""

    username: str
    nama: str
    peran: tuple[str, ...]
    perangkat_daerah: str
    jabatan: str


UTAMA = (Peran.VERIFIKATOR, Peran.PPID_UTAMA)
PETUGAS = "Petugas Pelayanan Informasi"
AKUN: tuple[Akun, ...] = (
    Akun("pelaksana.dinkes", "Contoh Satu", (Peran.PETUGAS,), "DINKES", PETUGAS),
    Akun("pelaksana.bkd", "Contoh Dua", (Peran.PETUGAS,), "BKD", PETUGAS),
    Akun("pelaksana.dkisp", "Contoh Tiga", (Peran.PETUGAS,), "DKISP", PETUGAS),
    Akun("ppid.utama", "Contoh Empat", UTAMA, "DKISP", "Kepala Bidang Informasi dan Komunikasi Publik"),
    Akun("ppid.utama2", "Contoh Lima", UTAMA, "DKISP", "Sekretaris Dinas selaku Sekretaris PPID Utama"),
    # Members belong to agencies that propose nothing: nobody of the Tim has a conflict of interest.
    Akun("tim.satu", "Contoh Enam", (Peran.TIM,), "SETDA", "Asisten Administrasi Umum"),
    Akun("tim.dua", "Contoh Tujuh", (Peran.TIM,), "BAPPEDA", "Sekretaris Badan"),
    Akun("tim.tiga", "Contoh Delapan", (Peran.TIM,), "INSP", "Inspektur Pembantu"),
    Akun("petugas.data", "Contoh Sembilan", (Peran.PETUGAS_DATA,), "DKISP", "Pranata Komputer"),
    Akun("pimpinan", "Contoh Sepuluh", (Peran.PIMPINAN,), "SETDA", "Sekretaris Daerah"),
    Akun("auditor", "Contoh Sebelas", (Peran.PENGAWAS,), "INSP", "Auditor"),
    Akun("admin", "Contoh Dua Belas", (ADMIN,), "DKISP", "Pengelola Aplikasi"),
)


@dataclass(frozen=True)
class Jabatan:
    """One official in office. `username`: whose account it is, where the official has one."""

    fungsi: str
    nama: str
    perangkat_daerah: str
    jabatan: str
    username: str = ""
    pangkat: str = "Pembina Tingkat I"


KEPALA_DKISP = "Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian"
PEJABAT: tuple[Jabatan, ...] = (
    Jabatan("ppid_pelaksana", "Contoh Pejabat Kesehatan", "DINKES", "Sekretaris Dinas Kesehatan"),
    Jabatan("ppid_pelaksana", "Contoh Pejabat Kepegawaian", "BKD", "Sekretaris Badan Kepegawaian Daerah"),
    Jabatan("ppid_pelaksana", "Contoh Pejabat Informatika", "DKISP", f"Sekretaris {KEPALA_DKISP[7:]}"),
    Jabatan("ppid_utama", "Contoh Kepala Dinas", "DKISP", KEPALA_DKISP, pangkat="Pembina Utama Muda"),
    Jabatan("penetap", "Contoh Kepala Dinas", "DKISP", KEPALA_DKISP, pangkat="Pembina Utama Muda"),
    Jabatan("ketua_tim", "Contoh Enam", "SETDA", "Asisten Administrasi Umum", "tim.satu", "Pembina Utama Muda"),
    Jabatan("sekretaris_tim", "Contoh Tujuh", "BAPPEDA", "Sekretaris Badan", "tim.dua"),
    Jabatan("atasan_ppid", "Contoh Sepuluh", "SETDA", "Sekretaris Daerah", "pimpinan", "Pembina Utama Madya"),
    Jabatan("petugas_data", "Contoh Sembilan", "DKISP", "Pranata Komputer", "petugas.data", "Penata Muda"),
)
TIM = (("tim.satu", "ketua"), ("tim.dua", "sekretaris"), ("tim.tiga", "anggota"))
SITUS_UTAMA = "https://ppid.contoh.invalid"
DASAR = "Keputusan contoh untuk peragaan"


def mulai_menjabat() -> dt.date:
    """In office since the start of last year, so that every paper of the demo finds its signer."""
    return dt.date(hari_ini_wib().year - 1, 1, 2)


def isi_kantor(session: Session, sandi: str) -> dict[str, Pengguna]:
    """Accounts, officials, Tim and addresses. `sandi`: the hash that all demo accounts share."""
    agencies = {row.kode: row for row in session.scalars(select(PerangkatDaerah))}
    roles = {role.name: role for role in session.scalars(select(Role)).unique()}
    _addresses(agencies)
    people = {}
    for place, akun in enumerate(AKUN, 1):
        people[akun.username] = _person(akun, place, agencies[akun.perangkat_daerah], roles, sandi)
    session.add_all(people.values())
    session.flush()
    session.add_all(_appointments(people))
    officials = [_official(row, place, agencies, people) for place, row in enumerate(PEJABAT, 1)]
    session.add_all(officials)
    session.flush()
    own = {row.pengguna_id: row.id for row in officials if row.pengguna_id is not None}
    session.add_all(
        AnggotaTim(
            pengguna_id=people[name].id,
            pejabat_id=own.get(people[name].id),
            kedudukan=place,
            dasar=DASAR,
            mulai=mulai_menjabat(),
        )
        for name, place in TIM
    )
    session.flush()
    return people


def nip_contoh(place: int) -> str:
    """Eighteen figures that no civil servant can have: zeros and a running number."""
    return f"{place:018d}"


def _person(akun: Akun, place: int, agency: PerangkatDaerah, roles: dict[str, Role], sandi: str) -> Pengguna:
    first, _, last = akun.nama.partition(" ")
    return Pengguna(
        username=akun.username,
        first_name=first,
        last_name=last,
        email=f"{akun.username}@contoh.invalid",
        password=sandi,
        active=True,
        roles=[roles[str(name)] for name in akun.peran],
        perangkat_daerah=agency,
        nip=nip_contoh(place),
        jabatan=akun.jabatan,
    )


def _appointments(people: dict[str, Pengguna]) -> list[Penunjukan]:
    return [
        Penunjukan(
            pengguna_id=people[akun.username].id,
            peran=str(name),
            nomor_sk=f"000/CONTOH-{place:02d}/{mulai_menjabat().year}",
            mulai=mulai_menjabat(),
        )
        for place, akun in enumerate(AKUN, 1)
        for name in akun.peran
        if name != ADMIN
    ]


def _official(row: Jabatan, place: int, agencies: dict[str, PerangkatDaerah], people: dict[str, Pengguna]) -> Pejabat:
    names = [akun.username for akun in AKUN]
    own = people[row.username].id if row.username else None
    number = names.index(row.username) + 1 if row.username else 100 + [p.nama for p in PEJABAT].index(row.nama)
    return Pejabat(
        nama=row.nama,
        gelar="M.Si." if row.pangkat.startswith("Pembina") else None,
        nip=nip_contoh(number),
        pangkat=row.pangkat,
        jabatan=row.jabatan,
        fungsi=row.fungsi,
        pengguna_id=own,
        perangkat_daerah_id=agencies[row.perangkat_daerah].id,
        mulai=mulai_menjabat(),
        dasar_penunjukan=DASAR,
    )


def _addresses(agencies: dict[str, PerangkatDaerah]) -> None:
    """Invented addresses of the agencies of the demo; the site of PPID Utama is the one that must carry the decree."""
    for place, kode in enumerate(("DKISP", "DINKES", "BKD"), 1):
        agency = agencies[kode]
        agency.alamat = agency.alamat or f"Jalan Contoh Nomor {place}, Serang"
        agency.telepon = agency.telepon or "(0254) 000000"
        agency.surel = agency.surel or f"ppid.{kode.lower()}@contoh.invalid"
        agency.website = agency.website or (
            SITUS_UTAMA if kode == "DKISP" else f"https://{kode.lower()}.contoh.invalid"
        )
    agencies["DKISP"].situs_wajib_unggah = True
