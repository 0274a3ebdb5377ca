"""A signed copy is taken only for its own paper: the code is read, the signature judged, the words compared; bytes stay as they came."""

import datetime as dt
import io
import json
from typing import Any

import pytest
import segno
from PIL import Image
from sqlalchemy import select

from app import models as m
from app.documents.keeping import baca, simpan
from app.documents.kode import kode_verifikasi, token_baru
from app.errors import IsianSalah
from app.extensions import db
from app.steps.salinan import TIDAK_TERLIHAT
from app.steps.tandatangani import pasangkan
from tests.api.journey import pdf
from tests.cases import Case, Office
from tests.signing import akar, orang, tandatangani
from tests.stages import at

BA, ND = "berita_acara_klasifikasi", "nota_dinas"


def paper(office: Office, case: Case, jenis: str) -> m.Naskah:
    query = select(m.Naskah).where(m.Naskah.berkas_id == case.berkas, m.Naskah.jenis == jenis)
    found: m.Naskah = db.session.scalars(query.order_by(m.Naskah.id.desc())).first()
    return found


def pair(office: Office, naskah: m.Naskah, content: bytes, nama: str = "pindaian.pdf", **more: Any) -> m.SalinanTtd:
    given = {"tanggal_ttd": naskah.tanggal, "metode": "basah", **more}
    ident = pasangkan(office.staff["verifikator"], naskah.id, content=content, nama=nama, **given)
    return db.session.get_one(m.SalinanTtd, ident)


def refusal(office: Office, naskah: m.Naskah, content: bytes, **more: Any) -> tuple[str, str]:
    with pytest.raises(IsianSalah) as caught:
        pair(office, naskah, content, **more)
    db.session.refresh(naskah)
    assert naskah.status == "terbit"
    fault = caught.value.kekurangan[0]
    return fault.kode, fault.pesan


def scan(token: str, kind: str = "JPEG") -> bytes:
    """A page as a scanner sees it: a little askew, its QR in the footer."""
    code = io.BytesIO()
    segno.make(f"https://sidik.contoh/v/{token}", error="m").save(code, kind="png", scale=3)
    page = Image.new("L", (1240, 1754), 255)
    page.paste(Image.open(code).convert("L"), (1000, 1500))
    out = io.BytesIO()
    page.rotate(1.2, fillcolor=255).save(out, kind)
    return out.getvalue()


def words_of(office: Office, naskah: m.Naskah) -> str:
    """The words of an issued paper on one page, with its code: what a born-digital PDF holds."""
    from app.documents.isi_sama import paragraf

    text = " ".join(paragraf(baca(naskah.unggahan))) + f" Kode verifikasi {kode_verifikasi(naskah.token)}"
    return text.replace("(", "").replace(")", "").encode("latin-1", "ignore").decode("latin-1")


@at("penetapan", both=True)
def test_the_code_in_the_text_is_matched_and_the_bytes_stay_as_they_came(office: Office, case: Case) -> None:
    naskah = paper(office, case, BA)
    content = pdf(f"Kode verifikasi {kode_verifikasi(naskah.token)}")
    copy = pair(office, naskah, content, kode="")
    assert copy.kode_cocok is True
    assert copy.hasil_validasi is not None
    assert copy.hasil_validasi["kode"] == {"cara": "teks"}
    assert baca(copy.unggahan) == content


@pytest.mark.parametrize(("kind", "nama"), [("JPEG", "p.jpg"), ("PNG", "p.png"), ("PDF", "p.pdf")])
@at("penetapan")
def test_the_qr_of_a_scan_is_read_and_matched(office: Office, case: Case, kind: str, nama: str) -> None:
    naskah = paper(office, case, BA)
    copy = pair(office, naskah, scan(naskah.token, kind), nama, kode="")
    assert copy.kode_cocok is True
    assert copy.hasil_validasi is not None
    assert copy.hasil_validasi["kode"] == {"cara": "qr"}


@at("penetapan", both=True)
def test_the_scan_of_another_paper_is_refused_by_name(office: Office, case: Case) -> None:
    naskah, other = paper(office, case, BA), paper(office, case, ND)
    for content, nama in ((scan(other.token), "p.jpg"), (pdf(kode_verifikasi(other.token)), "p.pdf")):
        kode, told = refusal(office, naskah, content, nama=nama)
        assert kode == "kode_berbeda"
        assert f"Nota dinas {other.nomor}" in told
        assert str(naskah.nomor) in told
    kode, told = refusal(office, naskah, pdf(kode_verifikasi(token_baru())))
    assert (kode, "bukan kode" in told) == ("kode_berbeda", True)


@at("penetapan")
def test_where_no_code_is_legible_the_person_is_asked(office: Office, case: Case) -> None:
    naskah, content = paper(office, case, BA), pdf("tanpa kode")
    assert refusal(office, naskah, content, kode="")[0] == "kode_tidak_terbaca"
    wrong = kode_verifikasi(paper(office, case, ND).token)
    assert refusal(office, naskah, content, kode=wrong)[0] == "kode_berbeda"
    copy = pair(office, naskah, content, kode=kode_verifikasi(naskah.token).lower())
    assert (copy.kode_cocok, copy.hasil_validasi["kode"]) == (True, {"cara": "diketik"})  # type: ignore[index]
    unseen = pair(office, paper(office, case, ND), pdf("juga tanpa kode"), kode=TIDAK_TERLIHAT)
    assert (unseen.kode_cocok, unseen.hasil_validasi["kode"]) == (None, {"cara": "tidak_terlihat"})  # type: ignore[index]


@at("penetapan", both=True)
def test_an_electronic_copy_is_judged_and_trust_is_told_apart(office: Office, case: Case) -> None:
    first, second = paper(office, case, BA), paper(office, case, ND)
    signed = tandatangani(pdf(words_of(office, first)))
    copy = pair(office, first, signed, metode="tte")
    assert copy.hasil_validasi is not None
    (one,) = copy.hasil_validasi["tanda_tangan"]
    assert (one["utuh"], one["sah"], one["dipercaya"]) == (True, True, False)
    assert copy.hasil_validasi["isi"] == "sama"
    assert baca(copy.unggahan) == signed
    trust(office)
    copy = pair(office, second, tandatangani(pdf(words_of(office, second))), metode="tte")
    assert copy.hasil_validasi is not None
    assert copy.hasil_validasi["tanda_tangan"][0]["dipercaya"] is True


def trust(office: Office) -> None:
    session = db.session
    kept = simpan(session, akar(), nama="ca.cer", mime="application/pkix-cert", officer_id=None)
    session.flush()
    day = paper_day()
    session.add(
        m.AkarTerpercaya(
            nama="CA Contoh",
            sidik=kept.sha256,
            berlaku_mulai=day,
            berlaku_sampai=day,
            unggahan_id=kept.id,
            alasan="Uji",
        )
    )
    session.commit()


def paper_day() -> Any:
    from app.calendar.words import hari_ini_wib

    return hari_ini_wib()


@at("penetapan")
def test_a_broken_or_altered_electronic_copy_is_refused_with_what_differs(office: Office, case: Case) -> None:
    naskah = paper(office, case, BA)
    text = words_of(office, naskah)
    plain = pdf(text)
    assert refusal(office, naskah, plain, metode="tte")[0] == "tanpa_ttd"
    assert refusal(office, naskah, scan(naskah.token), nama="p.jpg", metode="tte")[0] == "bukan_pdf"
    word = next(word for word in text.split() if len(word) == 9 and word.isalpha())
    other = word[::-1]
    altered = tandatangani(pdf(text.replace(word, other)))
    kode, told = refusal(office, naskah, altered, metode="tte")
    assert kode == "isi_berbeda"
    assert word in told
    touched = tandatangani(plain).replace(b"Kode verifikasi", b"Kode verifikasl", 1)
    kode, told = refusal(office, naskah, touched, metode="tte")
    assert (kode, "Budi Santoso" in told) == ("ttd_tidak_sah", True)
    assert refusal(office, naskah, touched, metode="basah")[0] == "ttd_tidak_sah"


@at("penetapan")
def test_the_swapped_electronic_copy_of_another_paper_is_refused(office: Office, case: Case) -> None:
    naskah, other = paper(office, case, BA), paper(office, case, ND)
    signed = tandatangani(pdf(words_of(office, other)), orang("Siti Aminah"))
    assert refusal(office, naskah, signed, metode="tte")[0] == "kode_berbeda"


@at("pertimbangan", both=True)
def test_a_signer_whose_office_had_ended_is_told_and_the_copy_is_taken(office: Office, case: Case) -> None:
    naskah = paper(office, case, ND)
    assert pair(office, paper(office, case, BA), pdf("BA")).hasil_validasi.get("peringatan") is None
    signer = db.session.get_one(m.Pejabat, naskah.penandatangan["id"])
    signer.selesai = naskah.tanggal - dt.timedelta(days=1)
    db.session.commit()
    copy = pair(office, naskah, pdf("ND"))
    (told,) = copy.hasil_validasi["peringatan"]
    assert signer.nama in told
    assert "Periksa siapa yang menandatangani" in told
    assert copy.naskah.status == "ditandatangani"
    event = db.session.scalars(
        select(m.Peristiwa).where(m.Peristiwa.objek_id == naskah.id, m.Peristiwa.verb == "tandatangani")
    ).one()
    assert json.loads(event.ringkasan)["peringatan"] == [told]
