"""Mails on a real server: to whom, how often, when again, when never."""

import datetime as dt
import re

import pytest
from flask import current_app
from sqlalchemy import select, update

from app import models as m
from app.errors import IsianSalah
from app.jobs import pesan, surel
from app.jobs.surat import nomor_surat
from app.models.base import sekarang
from app.steps import pilihan_notifikasi as milik
from tests.cases import Case, Office
from tests.jobs.mailbox import K, Kotak, N, P, alamat, kata, states, want, work
from tests.stages import at
from tests.steps.test_notifikasi import VERIFIKATOR


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
def test_who_chose_english_gets_mails_in_english_and_the_title_as_it_was_typed(
    office: Office, case: Case, pos: Kotak
) -> None:
    want(office, "segera", "verifikator")
    office.session.execute(update(m.Pengguna).where(m.Pengguna.username == "verifikator").values(bahasa="en"))
    office.session.commit()
    usulan = office.submit(case, "dinkes")
    assert work(office) == [True]
    mail = pos.surat[0][1]
    assert mail["Subject"] == "SIDIK: A new proposal was submitted"
    for part in mail.iter_parts():
        words = str(part.get_content())
        assert "Dear Verifikator Contoh," in words
        assert office.row(m.Usulan, usulan).judul in words
        assert not re.search(r"\b(yang|untuk|tidak|lalu|pukul|surel)\b", words), words


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
