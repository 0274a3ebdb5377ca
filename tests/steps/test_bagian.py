"""The list of excluded parts: it makes the text of its butir; who may write it, what is refused, what it changes."""

from typing import Any

import pytest
from sqlalchemy import func, select

from app import models as m
from app.errors import IsianSalah, Terkunci, TidakBerwenang, TidakDitemukan
from app.models.history import PELAKU
from app.steps import butir_baru as baru
from app.steps.sunting import hapus
from app.steps.versi_publik import unggah_versi
from tests.cases import Case, Office
from tests.files.blacked import pdf
from tests.stages import at

H = m.Pasal17(huruf="h", angka=2)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"halaman": "3–5"}, "halaman 3–5"),
        ({"kolom": "NIK", "pasal17": H}, "kolom NIK (Pasal 17 huruf h angka 2)"),
        ({"frasa": "nomor induk"}, "“nomor induk”"),
        (
            {"halaman": "3–5", "kolom": "NIK", "frasa": "nomor induk", "pasal17": H, "alasan": "x"},
            "halaman 3–5, kolom NIK: “nomor induk” (Pasal 17 huruf h angka 2)",
        ),
    ],
)
def test_a_part_is_named_by_what_is_known_of_it(row: dict[str, Any], said: str) -> None:
    assert baru.kata_bagian([m.BagianDikecualikan(**row)]) == said


def test_the_parts_stand_in_one_text_and_none_makes_none() -> None:
    assert baru.kata_bagian([m.BagianDikecualikan(kolom=k) for k in ("NIK", "alamat")]) == "kolom NIK; kolom alamat"
    assert baru.kata_bagian([]) is None


def save(office: Office, ident: int, who: str = "dinkes", row: Any = None, **fields: Any) -> m.BagianDikecualikan:
    office.session.info[PELAKU] = office.staff[who].id
    return baru.simpan_bagian(office.session, office.staff[who], {"butir": ident, **fields}, row)


def text_of(office: Office, ident: int) -> str | None:
    office.session.expire_all()
    return office.session.get_one(m.ButirInformasi, ident).bagian


def sent_back(office: Office, case: Case) -> m.ButirInformasi:
    """A butir that is its agency's to write again."""
    butir = office.session.get_one(m.ButirInformasi, case.butir[0])
    butir.status = "perbaikan"
    office.session.commit()
    return butir


@at("pengkajian", both=True)
def test_the_text_follows_what_is_added_changed_and_removed(office: Office, case: Case) -> None:
    butir = sent_back(office, case)
    ident, letter = butir.id, butir.dasar[0].pasal17
    first = save(office, ident, halaman="3–5", kolom="NIK", frasa="“nomor induk”", pasal17=letter.id)
    second = save(office, ident, kolom="alamat", alasan="Rumah pegawai")
    office.session.commit()
    assert text_of(office, ident) == f"halaman 3–5, kolom NIK: “nomor induk” ({letter.sebutan}); kolom alamat"
    save(office, ident, row=second, kolom="alamat rumah")
    baru.ubah_butir(office.session, office.staff["dinkes"], butir, {"bagian": "Diketik", "tempat_pembuatan": "Serang"})
    office.session.commit()
    assert (text_of(office, ident) or "").endswith("; kolom alamat rumah")
    for row in (first.id, second.id):
        hapus(office.staff["dinkes"], m.BagianDikecualikan, row)
    assert text_of(office, ident) is None
    baru.ubah_butir(office.session, office.staff["dinkes"], butir, {"bagian": "Diketik"})
    assert butir.bagian == "Diketik"


@at("pengkajian")
def test_a_part_says_something_and_its_letter_is_a_basis_of_the_butir(office: Office, case: Case) -> None:
    butir = sent_back(office, case)
    ident, basis = butir.id, next(row for row in butir.dasar if row.pasal17_id is not None)
    basis_id, letter = basis.id, basis.pasal17_id
    own = {row.pasal17_id for row in butir.dasar}
    alien = next(i for i in office.session.scalars(select(m.Pasal17.id)) if i not in own)
    for fields in ({}, {"alasan": "x"}, {"frasa": " “” "}, {"kolom": "x" * 201}, {"kolom": "NIK", "pasal17": alien}):
        with pytest.raises(IsianSalah):
            save(office, ident, **fields)
        office.session.rollback()
    save(office, ident, kolom="NIK", pasal17=letter)
    office.session.commit()
    with pytest.raises(IsianSalah) as refused:
        hapus(office.staff["dinkes"], m.DasarPengecualian, basis_id)
    assert "ubah bagiannya dahulu" in refused.value.pesan
    with pytest.raises(IsianSalah):
        baru.simpan_dasar(office.session, office.staff["dinkes"], {"pasal17": alien}, basis)
    office.session.rollback()
    rows = [m.BagianDikecualikan(butir_id=ident, frasa=f"{n:03}" + "x" * 190) for n in range(30)]
    office.session.add_all(rows)
    with pytest.raises(IsianSalah, match="terlalu panjang"):
        save(office, ident, kolom="alamat")


@at("pengkajian")
def test_others_neighbours_and_another_time_write_nothing(office: Office, case: Case) -> None:
    ident = case.butir[0]
    row = save(office, ident, "verifikator", kolom="NIK").id  # examined: PPID Utama's side mends it
    office.session.commit()
    refusals: dict[str, tuple[type[Exception], ...]] = {
        "dinkes": (Terkunci,),
        "bkd": (TidakDitemukan,),
        "ketua": (TidakBerwenang, TidakDitemukan),
        "auditor": (TidakBerwenang, TidakDitemukan),
        "admin": (TidakBerwenang, TidakDitemukan),
    }
    for who, wrong in refusals.items():
        with pytest.raises(wrong):
            save(office, ident, who, kolom="x")
        office.session.rollback()
        with pytest.raises(wrong):
            hapus(office.staff[who], m.BagianDikecualikan, row)
        office.session.rollback()
    assert text_of(office, ident) == "kolom NIK"
    hapus(office.staff["verifikator"], m.BagianDikecualikan, row)
    with pytest.raises(TidakDitemukan):
        hapus(office.staff["verifikator"], m.BagianDikecualikan, row)
    assert office.session.scalar(select(func.count()).select_from(m.BagianDikecualikan)) == 0


@at("pengkajian")
def test_the_check_of_a_black_out_finds_the_phrase_and_lets_the_letter_stand(office: Office, case: Case) -> None:
    butir = office.session.get_one(m.ButirInformasi, case.butir[0])
    letter = butir.dasar[0].pasal17
    assert letter is not None
    save(office, butir.id, "verifikator", halaman="1", frasa="Budi Santoso", pasal17=letter.id)
    office.session.commit()
    plain = f"BT /F1 12 Tf 60 500 Td (Ditutup: {letter.sebutan}. Pegawai Budi Santoso) Tj ET"
    with pytest.raises(IsianSalah) as refused:
        unggah_versi(office.staff["verifikator"], butir.id, content=pdf(plain), nama="publik.pdf")
    assert [k.pesan for k in refused.value.kekurangan] == [
        "Halaman 1 masih memuat “budi santoso”, yang disebut dalam bagian yang dikecualikan. Hitamkan, lalu unggah lagi."
    ]
