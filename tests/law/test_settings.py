"""The office's choices: defaults, kept values, and what is refused."""

import re

import pytest
from sqlalchemy import event

from app import models as m
from app.law import settings
from app.sop.papers import KETENTUAN
from app.sop.words import TANPA_NOMOR, Naskah


def test_every_default_is_allowed_by_its_own_row() -> None:
    assert [p.kunci for p in settings.DAFTAR.values() if not p.menerima(p.bawaan)] == []
    assert all(p.penjelasan.endswith(".") for p in settings.DAFTAR.values())


def test_every_numbered_paper_has_its_own_pattern() -> None:
    patterns = {jenis: settings.DAFTAR[f"pola_nomor.{jenis}"].bawaan for jenis in Naskah if jenis not in TANPA_NOMOR}
    assert len(set(patterns.values())) == len(patterns)
    assert not any(f"pola_nomor.{jenis}" in settings.DAFTAR for jenis in TANPA_NOMOR)


def test_the_signature_rules_of_the_papers_are_the_defaults() -> None:
    for jenis, rule in KETENTUAN.items():
        row = settings.DAFTAR.get(f"wajib_ttd.{jenis}")
        assert (row.bawaan if row else None) == (rule.wajib_ttd[1] if rule.wajib_ttd else None)


@pytest.mark.parametrize(
    ("kunci", "isi"),
    [
        ("pola_nomor.nota_dinas", "488/{urut}/2026"),
        ("pola_nomor.nota_dinas", "488/{tahun}"),
        ("pola_nomor.nota_dinas", "{urut}/{tahun}/{rahasia}"),
        ("pola_nomor.nota_dinas", "{urut.__class__}/{tahun}"),
        ("pemisahan_tugas", "bebas"),
        ("pemisahan_tugas", ""),
        ("sasaran_hari_kerja.ajukan", "lima"),
        ("jam_kerja.jumat", "25.00-26.00"),
        ("jam_kerja.ramadan", "besok"),
        ("kuorum_sedikitnya", "0"),
        ("rahasia", "x"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_with_a_sentence(kunci: str, isi: str) -> None:
    refused = settings.periksa(kunci, isi)
    assert refused is not None
    assert re.search(r"(Contoh|Pilih)", refused.pesan)


@pytest.mark.parametrize(
    ("kunci", "isi"),
    [
        ("pola_nomor.nota_dinas", "{sifat}/{kode}/{urut}/{unit}/{romawi}/{tahun}"),
        ("sasaran_hari_kerja.ajukan", ""),
        ("sasaran_hari_kerja.ajukan", "10"),
        ("persetujuan_pimpinan", "wajib"),
        ("jam_kerja.ramadan", "2027-02-08..2027-03-09"),
    ],
)
def test_a_value_that_can_be_used_is_taken(kunci: str, isi: str) -> None:
    assert settings.periksa(kunci, isi) is None


def test_a_choice_is_read_from_its_row_and_else_by_default(session) -> None:  # type: ignore[no-untyped-def]
    session.query(m.Pengaturan).delete()
    assert settings.nilai(session, "pihak_penetap") == "PPID Utama"
    session.add(m.Pengaturan(kunci="pihak_penetap", nilai="Sekretaris Daerah"))
    session.add(m.Pengaturan(kunci="pemisahan_tugas", nilai="bebas"))
    session.flush()
    assert settings.nilai(session, "pihak_penetap") == "Sekretaris Daerah"
    assert settings.semua(session)["pihak_penetap"] == "Sekretaris Daerah"
    assert settings.semua(session)["pemisahan_tugas"] == "ketat"
    with pytest.raises(KeyError):
        settings.nilai(session, "tidak_ada")


def test_all_choices_take_one_statement(session) -> None:  # type: ignore[no-untyped-def]
    counted: list[str] = []
    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", lambda *a: counted.append(a[2]))
    assert set(settings.semua(session)) == set(settings.DAFTAR)
    assert len([text for text in counted if text.startswith("SELECT")]) == 1
