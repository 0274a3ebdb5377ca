"""Writes the mails, in the language of who gets them: titles and links only; the same mail has the same Message-ID for ever."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import waktu_wib, wib
from app.security import confirm
from app.security.officer import Officer, officer_of
from app.security.scope import visible
from app.sop.notifikasi import ALAMAT, MENURUT_KODE
from app.steps.notifikasi import MODEL
from app.translations.english import buku, in_english, lines_in_english

BANYAK = 100  # lines in one mail; the panel has them all


@dataclass(frozen=True)
class Baris:
    """One line of a mail, as plain words."""

    hal: str
    judul: str
    ajakan: str
    waktu: str
    url: str


@dataclass(frozen=True)
class Surat:
    """A mail that is ready; `batal`: why none is sent."""

    alamat: str = ""
    isi: EmailMessage | None = None
    batal: str = ""


def alamat_umum(path: str) -> str:
    """The address under which staff open a page."""
    return f"{current_app.config['SIDIK_PUBLIC_URL']}{path}"


def nama_host() -> str:
    return urlsplit(current_app.config["SIDIK_PUBLIC_URL"]).hostname or "localhost"


def tulis(session: Session, pesan: m.PesanKeluar, dari: str) -> Surat:
    """The mail of one row, as things are now: to an active person at a confirmed address, of rows that he still reaches."""
    user = pesan.pengguna
    if user is None or not user.active:
        return Surat(batal="Penerima sudah dinonaktifkan.")
    if pesan.jenis == "konfirmasi":
        word = confirm.tanda(current_app.config["SECRET_KEY"], user)
        told = {"url": alamat_umum(f"/notifikasi/konfirmasi/{word}"), "jam": confirm.BERLAKU // 3600}
        return Surat(user.email, _susun(pesan, user, dari, "konfirmasi", "konfirmasi alamat surel Anda", told))
    choice = session.get(m.PilihanNotifikasi, user.id)
    if choice is None or choice.alamat != user.email:
        return Surat(batal="Alamat surel penerima belum dikonfirmasi.")
    lines = baris(session, pesan, officer_of(session, user))
    if not lines:
        return Surat(batal="Tidak ada lagi yang dapat dibuka penerima.")
    heads = {line.hal for line in lines}
    subject = heads.pop() if len(heads) == 1 and len(lines) == 1 else f"{len(lines)} kabar"
    told = {"baris": lines[:BANYAK], "lebih": max(0, len(lines) - BANYAK), "semua": alamat_umum("/notifikasi/")}
    return Surat(user.email, _susun(pesan, user, dari, "kabar", subject, told))


def baris(session: Session, pesan: m.PesanKeluar, officer: Officer) -> list[Baris]:
    """What the person is told in this mail, oldest first."""
    n = m.Notifikasi
    rows = session.scalars(select(n).where(n.pesan_id == pesan.id).order_by(n.id)).all()
    reached: set[tuple[str, int]] = set()
    for kind in {row.objek_jenis for row in rows}:
        model, ids = MODEL[kind], [row.objek_id for row in rows if row.objek_jenis == kind]
        seen = session.scalars(select(model.id).where(model.id.in_(ids), visible(model, officer)))
        reached |= {(kind, ident) for ident in seen}
    return [_baris(row) for row in rows if (row.objek_jenis, row.objek_id) in reached]


def _baris(row: m.Notifikasi) -> Baris:
    hal = MENURUT_KODE[row.hal]
    url = alamat_umum(ALAMAT[row.objek_jenis].format(row.objek_id))
    return Baris(hal.judul, " ".join(row.judul.split()), hal.ajakan, waktu_wib(wib(row.waktu)), url)


def _susun(
    pesan: m.PesanKeluar, user: m.Pengguna, dari: str, template: str, subject: str, told: dict[str, Any]
) -> EmailMessage:
    words = told | {"nama": user.nama, "pilihan": alamat_umum("/notifikasi/pilihan")}
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address("SIDIK", addr_spec=dari)
    mail["To"] = Address("", addr_spec=user.email)
    mail["Date"] = format_datetime(pesan.dibuat_pada)
    mail["Message-ID"] = nomor_surat(pesan)
    mail["Auto-Submitted"] = "auto-generated"
    environment = current_app.jinja_env
    plain = environment.get_template(f"surel/{template}.txt").render(words)
    html = environment.get_template(f"surel/{template}.html").render(words)
    if user.bahasa == "en":
        subject, plain, html = buku().say(subject) or subject, lines_in_english(plain, buku()), in_english(html, buku())
    mail["Subject"] = f"SIDIK: {subject}"
    mail.set_content(plain, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    return mail


def nomor_surat(pesan: m.PesanKeluar) -> str:
    """The Message-ID: the same for every attempt at the same mail, so that a server recognises a second copy."""
    name = hashlib.sha256(f"{pesan.kelompok}|{pesan.pengguna_id}".encode()).hexdigest()[:40]
    return f"<{name}@{nama_host()}>"
