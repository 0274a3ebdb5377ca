"""Mails on a real server: to whom, how often, when again, when never; and what no message ever says."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from flask import Flask, current_app
from sqlalchemy import String, Text, delete, insert, inspect, select, update

from app import models as m
from app.errors import IsianSalah
from app.jobs import kanal, pesan, surel
from app.jobs.surat import nomor_surat
from app.jobs.work import kerjakan
from app.models.base import sekarang
from app.sop.notifikasi import HAL
from app.steps import pilihan_notifikasi as milik
from app.steps.notifikasi import MODEL, kabarkan
from tests.cases import Case, Office
from tests.jobs.mailbox import Kotak, kantor_pos, kata
from tests.stages import at
from tests.steps.test_notifikasi import VERIFIKATOR

K, N, P = m.PesanKeluar, m.Notifikasi, m.Pekerjaan
KENARI = "KENARI-DALAM"


@pytest.fixture
def pos(one_app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kotak]:
    with kantor_pos() as box:
        monkeypatch.setitem(one_app.config, "SIDIK_MAIL_URL", box.url)
        yield box


def want(office: Office, cara: str, *names: str) -> None:
    """These people (or all) want mail and have confirmed their address."""
    users = office.session.scalars(select(m.Pengguna)).unique().all()
    rows = [
        {"pengguna_id": user.id, "cara": cara, "alamat": user.email}
        for user in users
        if not names or user.username in names
    ]
    office.session.execute(insert(m.PilihanNotifikasi), rows)
    office.session.commit()


def work(office: Office, kind: str = "kirim_pesan") -> list[bool]:
    """Do all the work of one kind that waits, at once."""
    office.session.rollback()
    office.session.execute(update(P).where(P.status == "menunggu").values(coba_lagi_pada=sekarang()))
    office.session.commit()
    ids = office.session.scalars(select(P.id).where(P.jenis == kind, P.status == "menunggu").order_by(P.id)).all()
    return [kerjakan(ident) for ident in ids]


def states(office: Office) -> Counter[str]:
    office.session.rollback()
    return Counter(office.session.scalars(select(K.status)))


def alamat(*names: str) -> list[str]:
    return sorted(f"{name}@contoh.test" for name in names)


@at("kantor", both=True)
def test_who_wants_it_at_once_gets_one_mail_with_a_title_and_a_link(office: Office, case: Case, pos: Kotak) -> None:
    want(office, "segera", "verifikator", "utama")
    usulan = office.submit(case, "dinkes")
    assert pos.surat == [], "nothing is sent inside the transaction"
    assert work(office) == [True]
    assert pos.penerima == alamat("verifikator")
    mail = pos.surat[0][1]
    assert mail["Subject"] == "SIDIK: Usulan baru disampaikan"
    assert mail["From"] == "SIDIK <sidik@contoh.test>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    title = office.row(m.Usulan, usulan).judul
    for part in mail.iter_parts():
        words = str(part.get_content())
        assert title in words
        assert f"{current_app.config['SIDIK_PUBLIC_URL']}/usulan/show/{usulan}" in words
        assert "Verifikator Contoh" in words
    assert work(office) == [], "the work is done"
    assert states(office) == {"terkirim": 1}


@at("kantor")
def test_without_a_confirmed_address_or_a_server_nothing_is_sent(
    office: Office, case: Case, pos: Kotak, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.session.add(m.PilihanNotifikasi(pengguna_id=office.staff["verifikator"].id, cara="segera"))
    want(office, "segera", "rangkap")
    office.session.execute(update(m.Pengguna).where(m.Pengguna.username == "rangkap").values(email="baru@contoh.test"))
    office.session.commit()
    office.submit(case, "dinkes")
    want(office, "segera", "verifikator.baru")
    monkeypatch.setitem(current_app.config, "SIDIK_MAIL_URL", None)
    office.submit(case, "bkd")
    assert office.session.scalars(select(K)).all() == []
    assert office.session.scalars(select(P.id).where(P.jenis == "kirim_pesan")).all() == []


@at("kantor")
def test_between_event_and_mail_the_leaver_and_the_mover_are_left_out(office: Office, case: Case, pos: Kotak) -> None:
    want(office, "segera", "verifikator", "rangkap", "verifikator.baru")
    office.submit(case, "dinkes")
    change = update(m.Pengguna)
    office.session.execute(change.where(m.Pengguna.username == "verifikator").values(active=False))
    office.session.execute(change.where(m.Pengguna.username == "verifikator.baru").values(email="lain@contoh.test"))
    user = office.session.scalars(select(m.Pengguna).where(m.Pengguna.username == "rangkap")).unique().one()
    user.roles = []
    office.session.commit()
    assert work(office) == [True]
    assert pos.surat == []
    assert states(office) == {"batal": 3}
    told = set(office.session.scalars(select(K.galat)))
    assert told == {
        "Penerima sudah dinonaktifkan.",
        "Alamat surel penerima belum dikonfirmasi.",
        "Tidak ada lagi yang dapat dibuka penerima.",
    }


@at("kantor")
def test_a_full_mailbox_waits_alone_and_an_unknown_one_is_refused_for_good(
    office: Office, case: Case, pos: Kotak
) -> None:
    want(office, "segera", *VERIFIKATOR)
    penuh, asing, baik = "verifikator@contoh.test", "rangkap@contoh.test", "verifikator.baru@contoh.test"
    pos.tolak = {penuh: "452 4.2.2 mailbox full", asing: "550 5.1.1 no such user"}
    office.submit(case, "dinkes")
    assert work(office) == [False]
    assert pos.penerima == [baik]
    assert states(office) == {"menunggu": 1, "gagal": 1, "terkirim": 1}
    job = office.session.scalars(select(P).where(P.jenis == "kirim_pesan")).one()
    assert job.galat == "Server surel belum dapat menerima surel ini (kode 452). Menunggu dikirim: 1."
    assert job.coba_lagi_pada > sekarang(), "not before its time"
    refused = office.session.scalars(select(K.galat).where(K.status == "gagal")).one()
    assert refused == "Server surel menolak surel ini untuk seterusnya (kode 550). Periksa alamat penerima."
    pos.tolak = {}
    assert work(office) == [True]
    assert pos.penerima == sorted([penuh, baik])
    assert states(office) == {"gagal": 1, "terkirim": 2}


@at("kantor")
def test_without_a_server_the_whole_batch_waits_and_says_why(
    office: Office, case: Case, pos: Kotak, monkeypatch: pytest.MonkeyPatch
) -> None:
    want(office, "segera", *VERIFIKATOR)
    office.submit(case, "dinkes")
    monkeypatch.setitem(current_app.config, "SIDIK_MAIL_URL", "smtp://127.0.0.1:1")
    assert work(office) == [False]
    assert states(office) == {"menunggu": 3}
    job = office.session.scalars(select(P).where(P.jenis == "kirim_pesan")).one()
    assert job.galat == "Server surel tidak dapat dihubungi, atau memutus sambungan. Menunggu dikirim: 3."
    monkeypatch.setitem(current_app.config, "SIDIK_MAIL_URL", pos.url)
    assert work(office) == [True]
    assert len(pos.surat) == 3


class Mati(BaseException):
    """As if the process were killed."""


@at("kantor", both=True)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_killed_worker_repeats_at_most_the_one_mail_of_which_nobody_knows(
    office: Office, case: Case, pos: Kotak, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    want(office, "segera", *VERIFIKATOR)
    office.submit(case, "dinkes")
    real, sent = surel.Server.kirim, []

    def dies(self: surel.Server, mail: Any, address: str) -> None:
        if len(sent) == 1 and when == "before":
            raise Mati
        real(self, mail, address)
        sent.append(address)
        if len(sent) == 2:
            raise Mati

    monkeypatch.setattr(surel.Server, "kirim", dies)
    ident = office.session.scalars(select(P.id).where(P.jenis == "kirim_pesan")).one()
    with pytest.raises(Mati):
        kerjakan(ident)
    monkeypatch.setattr(surel.Server, "kirim", real)
    assert states(office) == {"terkirim": 1, "menyerahkan": 1, "menunggu": 1}
    assert not kerjakan(ident), "another worker waits until the first is surely gone"
    office.session.execute(update(P).values(denyut=sekarang() - dt.timedelta(hours=1)))
    office.session.commit()
    assert kerjakan(ident)
    assert states(office) == {"terkirim": 3}
    times = Counter(address for address, _ in pos.surat)
    assert set(times) == set(alamat(*VERIFIKATOR))
    again = [address for address, number in times.items() if number > 1]
    assert len(again) == (1 if when == "after" else 0)
    by_person = {address: {mail["Message-ID"] for a, mail in pos.surat if a == address} for address in times}
    assert all(len(ids) == 1 for ids in by_person.values()), "a second copy is known by its Message-ID"
    assert len({mail["Message-ID"] for _, mail in pos.surat}) == 3


@at("kantor", both=True)
def test_the_digest_is_one_mail_a_day_with_everything_in_it_once(office: Office, case: Case, pos: Kotak) -> None:
    want(office, "harian", "verifikator", "rangkap")
    for name in ("dinkes", "bkd"):
        office.submit(case, name)
    assert work(office) == []
    today = dt.date(2026, 11, 25)
    assert pesan.kabar_harian({"tanggal": today.isoformat()}, lambda _: None).startswith("Terkirim 2,")
    assert pos.penerima == alamat("rangkap", "verifikator")
    mail = pos.surat[0][1]
    assert mail["Subject"] == "SIDIK: 2 kabar"
    assert kata(mail).count("Usulan baru disampaikan") == 4, "two lines, in each of two parts"
    for day in (today, today + dt.timedelta(days=1)):
        pesan.kabar_harian({"tanggal": day.isoformat()}, lambda _: None)
    assert len(pos.surat) == 2, "nothing is told twice, and an empty digest is no mail"
    office.submit(case, "dkisp")
    pesan.kabar_harian({"tanggal": "2026-11-27"}, lambda _: None)
    assert [mail["Subject"] for _, mail in pos.surat[2:]] == ["SIDIK: Usulan baru disampaikan"] * 2


@at("kantor")
def test_an_address_is_confirmed_by_its_own_mail_and_again_after_a_change(
    office: Office, case: Case, pos: Kotak
) -> None:
    me, other = office.staff["verifikator"], office.staff["utama"]
    milik.simpan_pilihan(me, "segera")
    milik.minta_konfirmasi(me)
    with pytest.raises(IsianSalah, match="baru saja dikirim"):
        milik.minta_konfirmasi(me)
    assert work(office) == [True]
    word = re.search(r"/notifikasi/konfirmasi/(\S+)", pos.surat[0][1].get_body(("plain",)).get_content())  # type: ignore[union-attr]
    assert word
    with pytest.raises(IsianSalah):
        milik.konfirmasi(other, word[1])
    milik.konfirmasi(me, word[1])
    office.submit(case, "dinkes")
    assert work(office) == [True]
    assert pos.penerima == ["verifikator@contoh.test"] * 2
    office.session.execute(update(m.Pengguna).where(m.Pengguna.username == "verifikator").values(email="b@contoh.test"))
    office.session.commit()
    with pytest.raises(IsianSalah, match="tidak berlaku lagi"):
        milik.konfirmasi(me, word[1])
    office.submit(case, "bkd")
    assert work(office) == []


@at("kantor")
def test_old_news_is_forgotten_with_its_mail(office: Office, case: Case, pos: Kotak) -> None:
    want(office, "segera", "verifikator")
    office.submit(case, "dinkes")
    work(office)
    old = sekarang() - dt.timedelta(days=181)
    office.session.execute(update(N).values(waktu=old))
    office.session.execute(update(K).values(dibuat_pada=old))
    office.session.commit()
    office.submit(case, "bkd")
    pesan.kabar_harian({"tanggal": "2026-11-25"}, lambda _: None)
    assert len(office.session.scalars(select(N.id)).all()) == 3
    assert len(office.session.scalars(select(K.id)).all()) == 1


# --- channels --------------------------------------------------------------------------------------


@pytest.fixture
def penerima(one_app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A receiver of channel messages on loopback; it answers 500 while the list begins with "tolak"."""
    heard: list[str] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            refused = bool(heard) and heard[0] == "tolak"
            heard.append(body)
            self.send_response(500 if refused else 200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Receiver)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setitem(one_app.config, "SIDIK_CHANNEL_URLS", [f"json://127.0.0.1:{server.server_port}/kantor"])
    yield heard
    server.shutdown()
    server.server_close()
    thread.join(5)


@at("kantor")
def test_a_channel_hears_what_happened_and_where_to_look_and_no_title(
    office: Office, case: Case, penerima: list[str]
) -> None:
    usulan = office.submit(case, "dinkes")
    penerima.append("tolak")
    assert work(office) == [False]
    penerima.clear()
    assert work(office) == [True]
    assert len(penerima) == 1
    assert "Usulan baru disampaikan" in penerima[0]
    assert f"/usulan/show/{usulan}" in penerima[0]
    assert office.row(m.Usulan, usulan).judul not in penerima[0]
    assert work(office) == []


@at("kantor")
def test_a_channel_without_its_library_says_how_to_install_it(
    office: Office, case: Case, penerima: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib

    def absent(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(
        importlib, "import_module", lambda name: absent(name) if name == "apprise" else __import__(name)
    )
    with pytest.raises(surel.Tertunda, match=r"Pustaka apprise belum terpasang"):
        kanal.pustaka()


# --- nothing internal leaves -----------------------------------------------------------------------

JUDUL = {  # what may leave: titles, numbers and codes
    "usulan": {"judul"},
    "berkas": {"nomor", "judul"},
    "butir_informasi": {"kode"},
    "naskah": {"nomor"},
    "butir_ditetapkan": {"kode"},
}
PERKARA = (
    *("usulan", "berkas", "butir_informasi", "dasar_pengecualian", "uji_konsekuensi", "rapat", "pendapat", "naskah"),
    *("butir_ditetapkan", "penyimpanan_dokumen", "persetujuan_pimpinan", "arsip", "publikasi"),
)


def canaries(office: Office) -> int:
    """A canary word into every internal text of the case, columns with closed lists and hashes apart; -> how many columns."""
    number = 0
    bind = office.session.get_bind()
    for name in PERKARA:
        table = m.Usulan.metadata.tables[name]
        checks = " ".join(str(check["sqltext"]) for check in inspect(bind).get_check_constraints(name))
        for column in table.columns:
            text = isinstance(column.type, String | Text) and (column.type.length or 100) >= 30
            fixed = re.search(rf"\b{column.name}\b", checks) or "sha256" in column.name or column.unique
            known = column.name in JUDUL.get(name, ()) or column.name in ("token", "status", "jenis", "kode", "saluran")
            if text and not fixed and not known and not column.foreign_keys:
                office.session.execute(table.update().values({column.name: f"{KENARI} {name}.{column.name}"[:40]}))
                number += 1
    office.session.commit()
    return number


@at("siap_unggah")
def test_no_word_of_a_case_ever_leaves_by_mail_calendar_or_channel(
    office: Office, case: Case, pos: Kotak, penerima: list[str]
) -> None:
    office.session.execute(delete(N))
    want(office, "segera")
    assert canaries(office) > 40
    for number, hal in enumerate(HAL):
        ids = office.session.scalars(select(MODEL[hal.objek].id)).all()
        assert kabarkan(office.session, hal, ids, kelompok=f"uji:{number}", waktu=sekarang()), hal
    office.session.commit()
    assert all(work(office))
    subjects = {str(mail["Subject"]) for _, mail in pos.surat}
    assert len(pos.surat) > 40
    assert len(subjects) > 5
    assert len(penerima) == len(HAL)
    said = [*(kata(mail) for _, mail in pos.surat), *penerima, *_calendars(office)]
    assert not [words for words in said if KENARI in words]
    for row in office.session.scalars(select(N)):
        assert KENARI not in row.judul
    titles = {office.row(m.Berkas, case.berkas).judul, office.row(m.ButirInformasi, case.butir[0]).kode}
    assert all(any(title in words for words in said) for title in titles), "the test looks at the right places"


def _calendars(office: Office) -> list[str]:
    """The calendar of every person."""
    from app.calendar.ics import kalender
    from app.views.kalender import acara
    from app.views.tenggat import tenggat

    office.choose("sasaran_hari_kerja.unggah", "5")
    files = [
        kalender("SIDIK", map(acara, tenggat(office.staff[name]))).decode() for name in ("data", "utama", "dinkes")
    ]
    assert all("BEGIN:VEVENT" in file for file in files)
    return files


@at("kantor")
def test_a_title_with_a_line_break_begins_no_header_and_no_line_of_its_own(
    office: Office, case: Case, pos: Kotak
) -> None:
    want(office, "segera", "verifikator")
    usulan = office.submit(case, "dinkes")
    office.session.execute(update(N).values(judul="Usulan\r\nBcc: x@contoh.test\r\n\r\n<script>1</script>"))
    office.session.commit()
    assert usulan
    work(office)
    mail = pos.surat[0][1]
    assert mail["Bcc"] is None
    assert "<script>" not in str(mail.get_body(("html",)).get_content())  # type: ignore[union-attr]
    assert "Usulan Bcc: x@contoh.test <script>1</script>" in str(mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    row = office.session.scalars(select(K)).one()
    assert mail["Message-ID"] == nomor_surat(row)


def test_a_password_never_goes_over_an_open_line_to_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain:
        """A server without TLS."""

        def ehlo(self) -> None: ...
        def has_extn(self, _name: str) -> bool:
            return False

    server = surel.Server("smtp://a:rahasia@surel.contoh.test:25", "contoh.test")
    with pytest.raises(surel.Terputus, match="sandi tidak dikirim"):
        server._masuk(Plain(), "surel.contoh.test", None)  # type: ignore[arg-type]
