"""A small invented office for the tests of the interface: people of every role in two agencies, and a client that speaks JSON."""

import datetime as dt
from typing import Any

from flask import Flask
from flask_appbuilder.security.sqla.models import Role
from sqlalchemy import select
from werkzeug.security import generate_password_hash
from werkzeug.test import TestResponse

from app import models as m
from app.extensions import db
from app.sop.words import Pelaksana as P

SANDI = "kunci-untuk-percobaan-saja"
# name -> (roles, agency)
ORANG: dict[str, tuple[tuple[str, ...], str | None]] = {
    "petugas.dinkes": ((P.PETUGAS,), "DINKES"),
    "petugas.bkd": ((P.PETUGAS,), "BKD"),
    "petugas.lepas": ((P.PETUGAS,), None),
    "utama": ((P.VERIFIKATOR, P.PPID_UTAMA), "DKISP"),
    "utama2": ((P.VERIFIKATOR, P.PPID_UTAMA), "DKISP"),
    "tim1": ((P.TIM,), "SETDA"),
    "tim2": ((P.TIM,), "INSP"),
    "tim3": ((P.TIM,), "BAPPEDA"),
    "data": ((P.PETUGAS_DATA,), "DKISP"),
    "pimpinan": ((P.PIMPINAN,), None),
    "arsiparis": ((P.ARSIPARIS,), "DKISP"),
    "pengawas": ((P.PENGAWAS,), None),
    "admin": (("Admin",), None),
    "tamu": ((), None),
    "serba": ((*P, "Admin"), "DINKES"),
}


def huni() -> None:
    """Put the people into the database of the present context."""
    session = db.session
    roles = {role.name: role for role in session.scalars(select(Role)).unique()}
    agencies = {row.kode: row.id for row in session.scalars(select(m.PerangkatDaerah))}
    secret = generate_password_hash(SANDI, "pbkdf2:sha256:1000")
    for name, (held, agency) in ORANG.items():
        session.add(
            m.Pengguna(
                username=name,
                first_name=name.title(),
                last_name="Contoh",
                email=f"{name}@contoh.test",
                password=secret,
                active=True,
                jabatan=f"Jabatan {name}",
                perangkat_daerah_id=agencies[agency] if agency else None,
                roles=[roles[role] for role in held],
            )
        )
    session.flush()


class Program:
    """A logged-in program. Paths begin after /api/v1."""

    def __init__(self, app: Flask, name: str | None) -> None:
        self.client = app.test_client()
        self.headers: dict[str, str] = {}
        if name is not None:
            sent = {"username": name, "password": SANDI, "provider": "db", "refresh": True}
            answer = self.post("/security/login", sent)
            assert answer.status_code == 200, answer.text
            self.headers = {"Authorization": f"Bearer {answer.get_json()['access_token']}"}

    def call(self, method: str, path: str, **more: Any) -> TestResponse:
        return self.client.open(
            f"/api/v1{path}", method=method, headers={**self.headers, **more.pop("headers", {})}, **more
        )

    def get(self, path: str, q: str | None = None) -> TestResponse:
        return self.call("GET", path, query_string={"q": q} if q is not None else None)

    def post(self, path: str, body: Any = None) -> TestResponse:
        return self.call("POST", path, json=body)

    def put(self, path: str, body: Any) -> TestResponse:
        return self.call("PUT", path, json=body)

    def delete(self, path: str) -> TestResponse:
        return self.call("DELETE", path)

    def satu(self, path: str) -> dict[str, Any]:
        """The row of a 200 answer."""
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        row: dict[str, Any] = answer.get_json()["result"]
        return row

    def gerak(self, kind: str, ident: int, verb: str, **more: Any) -> TestResponse:
        """Perform a verb with the present version."""
        body = {"versi": self.satu(f"/{kind}/{ident}")["versi"], **more}
        return self.post(f"/{kind}/{ident}/tindakan/{verb}", body)


def kantor_bekerja() -> None:
    """The office in working order, without a case: officials and the Tim are in their seats."""
    huni()
    duduki()


PEJABAT = {
    "ppid_utama": ("Rina Contoh", "PPID Utama", "DKISP"),
    "penetap": ("Sari Contoh", "Kepala Dinas selaku PPID Utama", "DKISP"),
    "atasan_ppid": ("Hadi Contoh", "Sekretaris Daerah", "SETDA"),
    "ketua_tim": ("Tono Contoh", "Asisten Daerah", "SETDA"),
    "sekretaris_tim": ("Tina Contoh", "Kepala Biro", "SETDA"),
    "petugas_data": ("Dedi Contoh", "Pranata Komputer", "DKISP"),
}


def duduki() -> None:
    """Officials in office and the seats of the Tim."""
    session = db.session
    agencies = {row.kode: row.id for row in session.scalars(select(m.PerangkatDaerah))}
    people = {row.username: row.id for row in session.scalars(select(m.Pengguna)).unique()}
    since = dt.date(2020, 1, 1)
    for fungsi, (nama, jabatan, agency) in PEJABAT.items():
        session.add(
            m.Pejabat(nama=nama, jabatan=jabatan, fungsi=fungsi, perangkat_daerah_id=agencies[agency], mulai=since)
        )
    for agency in ("DINKES", "BKD"):
        session.add(
            m.Pejabat(
                nama=f"PPID {agency}",
                jabatan="Sekretaris",
                fungsi="ppid_pelaksana",
                perangkat_daerah_id=agencies[agency],
                mulai=since,
            )
        )
    for name, seat in (("tim1", "ketua"), ("tim2", "sekretaris"), ("tim3", "anggota")):
        session.add(m.AnggotaTim(pengguna_id=people[name], kedudukan=seat, mulai=since))
    session.commit()
