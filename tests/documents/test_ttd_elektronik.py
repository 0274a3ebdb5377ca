"""Electronic signatures: intact, valid and trusted are told apart; what came afterwards is told; nothing is fetched or changed."""

import io
import socket

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfWriter

from app.documents.ttd_elektronik import TidakTerbaca, sertifikat, tanda_tangan
from tests.signing import akar, halaman, orang, tandatangani


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def appended(content: bytes, text: bytes = b"BT /F1 12 Tf 72 700 Td (Menjadi lain) Tj ET") -> bytes:
    """The page's content replaced in an incremental update behind the signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=text))
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_good_signature_under_our_root_is_intact_valid_and_trusted() -> None:
    (found,) = tanda_tangan(tandatangani(halaman("SK")), [akar()])
    assert (found.utuh, found.sah, found.dipercaya, found.perubahan) == (True, True, True, "")
    assert (found.penanda, found.penerbit) == ("Budi Santoso", "CA Contoh")
    assert found.waktu is not None
    assert not found.berstempel_waktu


def test_without_its_root_it_is_intact_and_valid_but_not_trusted() -> None:
    signed = tandatangani(halaman("SK"))
    for roots in ([], [akar("CA Lain")]):
        (found,) = tanda_tangan(signed, roots)
        assert (found.utuh, found.sah, found.dipercaya) == (True, True, False)


def test_an_impostor_with_the_same_names_is_not_trusted() -> None:
    otoritas_palsu = orang.__wrapped__("Budi Santoso", "CA Palsu")
    (found,) = tanda_tangan(tandatangani(halaman("SK"), otoritas_palsu), [akar()])
    assert not found.dipercaya


def test_a_changed_byte_is_told_as_not_intact() -> None:
    signed = tandatangani(halaman("nilai 100"))
    (found,) = tanda_tangan(signed.replace(b"nilai 100", b"nilai 900"), [akar()])
    assert not found.utuh


def test_what_was_changed_after_the_signature_is_told_with_its_page() -> None:
    (found,) = tanda_tangan(appended(tandatangani(halaman("Asli"))), [akar()])
    assert found.utuh
    assert found.perubahan == "diubah"
    assert found.berbeda == ("isi halaman 1 berbeda",)


def test_two_people_may_sign_one_after_the_other() -> None:
    signed = tandatangani(tandatangani(halaman("SK")), orang("Siti Aminah"), field="Tanda2")
    found = tanda_tangan(signed, [akar()])
    assert [one.penanda for one in found] == ["Budi Santoso", "Siti Aminah"]
    assert all(one.utuh and one.sah and one.dipercaya and not one.perubahan for one in found)


def test_a_file_that_a_program_saved_again_has_lost_its_signature() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(tandatangani(halaman("SK"))))
    out = io.BytesIO()
    writer.write(out)
    try:
        found = tanda_tangan(out.getvalue(), [akar()])
    except TidakTerbaca:
        return
    assert not any(one.utuh and one.sah for one in found)


def test_no_signature_is_an_empty_list_and_rubbish_is_refused() -> None:
    assert tanda_tangan(halaman("biasa"), [akar()]) == []
    signed = tandatangani(halaman("SK"))
    with pytest.raises(TidakTerbaca):
        tanda_tangan(signed.replace(b"/Contents <", b"/Contants <"), [akar()])


@pytest.mark.parametrize("pem", [True, False])
def test_a_certificate_of_an_authority_is_read_as_pem_and_der(pem: bool) -> None:
    der, name, digest, start, end = sertifikat(akar(pem=pem))
    assert (der, name, len(digest)) == (akar(), "CA Contoh", 64)
    assert start < end


@pytest.mark.parametrize("content", [b"", b"x", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_what_is_no_authority_is_refused(content: bytes) -> None:
    for bad in (content, orang().sertifikat, orang().kunci):
        with pytest.raises(ValueError):
            sertifikat(bad)
