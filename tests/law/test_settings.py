"""The office's choices: defaults, kept values, and what is refused."""

import re

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app import models as m
from app.law import settings
from app.sop import procedure
from app.sop.papers import KETENTUAN
from app.sop.words import TANPA_NOMOR, Naskah


def test_every_default_is_allowed_by_its_own_row() -> None:
    assert [p.kunci for p in settings.DAFTAR.values() if not p.menerima(p.bawaan)] == []
    assert all(p.penjelasan.endswith(".") for p in settings.DAFTAR.values())


def test_every_choice_has_a_name_of_its_own_and_an_example_that_would_do() -> None:
    names = [p.nama for p in settings.DAFTAR.values()]
    assert len(set(names)) == len(names)
    assert not [name for name in names if "_" in name or not name[:1].isupper()]
    unsaid = [p.kunci for p in settings.DAFTAR.values() if not p.nilai and not (p.contoh or p.bawaan)]
    assert not unsaid
    assert not [p.kunci for p in settings.DAFTAR.values() if p.contoh and not p.menerima(p.contoh)]
    assert settings.DAFTAR["halaman.nota_dinas"].nama == "Halaman: Nota dinas"
    assert settings.DAFTAR["sasaran_hari_kerja.tetapkan"].nama == "Sasaran hari kerja: Tetapkan klasifikasi"


def test_every_numbered_paper_has_its_own_pattern() -> None:
    patterns = {jenis: settings.DAFTAR[f"pola_nomor.{jenis}"].bawaan for jenis in Naskah if jenis not in TANPA_NOMOR}
    assert len(set(patterns.values())) == len(patterns)
    assert not any(f"pola_nomor.{jenis}" in settings.DAFTAR for jenis in TANPA_NOMOR)


def test_the_signature_rules_of_the_papers_are_the_defaults() -> None:
    for jenis, rule in KETENTUAN.items():
        row = settings.DAFTAR.get(f"wajib_ttd.{jenis}")
        assert (row.bawaan if row else None) == (rule.wajib_ttd[1] if rule.wajib_ttd else None)


ROWS = {
    Naskah.NOTA_DINAS: [
        (
            "halaman.nota_dinas",
            "",
            "Nota dinas: kertas (A4 atau F4), margin atas-bawah-kiri-kanan dalam mm, huruf, dan ukuran, "
            "contoh F4 20-20-25-20 Arial 11; kosong berarti seperti templat bawaan.",
            (),
            settings.HALAMAN,
        ),
        (
            "pola_nomor.nota_dinas",
            "{kode}/ND.{urut}-{unit}/{tahun}",
            "Nota dinas: susunan nomor.",
            (),
            settings.POLA_NOMOR,
        ),
        (
            "sumber_nomor.nota_dinas",
            "aplikasi",
            "Nota dinas: nomor dari aplikasi atau dari buku agenda di luar aplikasi.",
            ("aplikasi", "agenda_luar"),
            r"(?s).*",
        ),
    ],
    Naskah.HASIL_PERTIMBANGAN: [
        (
            "wajib_ttd.hasil_pertimbangan",
            "blok",
            "Hasil pertimbangan tentang informasi yang dikecualikan: salinan bertanda tangan sebelum langkah tetapkan.",
            ("blok", "peringatan", "tidak"),
            r"(?s).*",
        ),
    ],
}


@pytest.mark.parametrize("jenis", ROWS)
def test_the_choices_of_a_paper_read_so(jenis: Naskah) -> None:
    made = [(p.kunci, p.bawaan, p.penjelasan, p.nilai, p.pola) for p in settings.per_naskah(jenis)]
    assert [row for row in made if row in ROWS[jenis]] == ROWS[jenis]
    assert {p.kunci for p in settings.per_naskah(jenis)} <= set(settings.DAFTAR)


def test_a_paper_without_number_has_no_choice_about_numbers() -> None:
    kinds = {p.kunci.split(".")[0] for p in settings.per_naskah(Naskah.DRAFT_DAFTAR)}
    assert kinds <= {"halaman", "wajib_ttd"}


def test_a_step_forward_has_an_aim_that_may_stay_empty() -> None:
    row = settings.sasaran(next(step for step in procedure.LANGKAH if step.verb == "tetapkan"))
    assert (row.kunci, row.bawaan, row.nilai) == ("sasaran_hari_kerja.tetapkan", "", ())
    assert row.penjelasan == (
        "Sasaran kantor (hari kerja) sampai langkah “Tetapkan klasifikasi”; kosong berarti tanpa sasaran. "
        "Lembar SOP tidak menetapkan lama waktu."
    )
    assert [row.menerima(said) for said in ("", "5", "999", "1000", "x")] == [True, True, True, False, False]


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


REFUSED = [
    ("rahasia", "x", ("kunci_tidak_dikenal", "kunci", "Pengaturan “rahasia” tidak dikenal. Pilih kunci dari daftar.")),
    (
        "pemisahan_tugas",
        None,
        (
            "nilai_tidak_sah",
            "nilai",
            "Nilai “” tidak dapat dipakai untuk Pemisahan tugas (pemisahan_tugas). Pilih salah satu: ketat, longgar.",
        ),
    ),
    (
        "jam_kerja.jumat",
        "24.00",
        (
            "nilai_tidak_sah",
            "nilai",
            "Nilai “24.00” tidak dapat dipakai untuk Jam kerja Jumat (jam_kerja.jumat). Contoh: “07.30-16.30”.",
        ),
    ),
]


@pytest.mark.parametrize(("kunci", "isi", "said"), REFUSED)
def test_a_refusal_names_the_key_and_what_would_do(kunci: str, isi: str | None, said: tuple[str, str, str]) -> None:
    refused = settings.periksa(kunci, isi)
    assert refused is not None
    assert (refused.kode, refused.medan, refused.pesan) == said


def test_a_value_is_no_longer_than_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    free = settings.Pilihan("bebas", "Bebas", "x", "Apa saja.")
    monkeypatch.setitem(settings.DAFTAR, "bebas", free)
    assert settings.periksa("bebas", "x" * 5000) is None
    assert settings.periksa("bebas", "x" * 5001) is not None
    assert settings.periksa("bebas", None) is None


def test_kept_choices_are_read_with_and_without_a_database(memory: Session) -> None:
    assert settings.semua(memory) == settings.bawaan()
    assert settings.nilai(memory, "kuorum_sedikitnya") == "2"
    memory.add_all(
        [m.Pengaturan(kunci="kuorum_sedikitnya", nilai="3"), m.Pengaturan(kunci="pemisahan_tugas", nilai="bebas")]
    )
    memory.flush()
    assert settings.nilai(memory, "kuorum_sedikitnya") == "3"
    assert settings.nilai(memory, "pemisahan_tugas") == "ketat"
    assert settings.semua(memory) == settings.bawaan() | {"kuorum_sedikitnya": "3"}
    with pytest.raises(KeyError):
        settings.nilai(memory, "tidak_ada")


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
