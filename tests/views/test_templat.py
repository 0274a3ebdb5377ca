"""The clerk's path on the panel: download, upload, be told what is wrong, a second person activates; numbers and letters."""

from collections.abc import Callable
from io import BytesIO

from app.documents.contexts.pendukung import SEMUA_PELAKSANA
from tests.documents.reading import changed, docx_text, template
from tests.views.browsing import Browser, text

SK = "surat_keputusan"
KALIMAT = "Keputusan ini mulai berlaku pada tanggal ditetapkan"


def upload(who: Browser, content: bytes):  # type: ignore[no-untyped-def]
    return who.send(f"/templat/unggah/{SK}", {"unggahan": (BytesIO(content), "sk.docx"), "catatan": "Kalimat penutup"})


def test_a_clerk_changes_a_sentence_and_a_second_person_puts_it_in_force(browse: Callable[..., Browser]) -> None:
    clerk, second = browse("utama"), browse("utama2")
    shipped = clerk.get(f"/templat/berlaku/{SK}").data
    assert KALIMAT in docx_text(shipped)
    told = upload(clerk, changed(shipped, "word/document.xml", lambda x: x.replace(KALIMAT, "{{ naskah.tangal }}")))
    assert told.status_code == 422
    assert "mungkin maksudnya naskah.tanggal" in text(told)
    edited = changed(shipped, "word/document.xml", lambda x: x.replace(KALIMAT, "Berlaku {{ naskah.tanggal }}"))
    kept = upload(clerk, edited)
    page = text(clerk.follow(kept))
    assert "Mintalah rekan lain memeriksa dan mengaktifkannya" in page
    address = kept.headers["Location"]
    assert "Berlaku" in docx_text(clerk.get(address.replace("/show/", "/") + "/unduh?bentuk=contoh").data)
    done = second.send(address, {"alasan": "Sesuai arahan"})
    assert "Templat diaktifkan" in second.get(done.headers["Location"]).text
    assert "Berlaku" in docx_text(clerk.get(f"/templat/berlaku/{SK}").data)
    assert clerk.get(f"/templat/berlaku/{SK}?bawaan=1").data == template(SK)


def test_pages_of_templates_numbers_and_signers_open_for_those_who_may(browse: Callable[..., Browser]) -> None:
    utama, petugas = browse("utama"), browse("petugas.dinkes")
    for address in ("/templat/list/", f"/templat/penanda/{SK}", "/penomoran/", "/penandatangan/"):
        assert utama.get(address).status_code == 200, address
    assert utama.get("/penomoran/pratinjau?jenis=nota_dinas&pola={urut:1}/{tahun}").get_json()["nomor"].startswith("1/")
    assert "galat" in utama.get("/penomoran/pratinjau?jenis=nota_dinas&pola=488").get_json()
    page = utama.get("/penomoran/").text
    assert "menurut deret perangkat daerah pengusul" in page, "no number of ours for a list of theirs"
    assert "/Usulan.001-DKISP.PPIDP/" not in page
    for address in (f"/templat/unggah/{SK}", "/penomoran/", "/naskah-pendukung/permintaan"):
        assert petugas.get(address).status_code == 403, address
    assert utama.get("/templat/unggah/surat_cinta").status_code == 404
    assert petugas.post("/templat/uji").status_code == 403


def test_the_letter_that_opens_the_year_is_made_on_its_page(browse: Callable[..., Browser]) -> None:
    utama = browse("utama")
    made = utama.send("/naskah-pendukung/permintaan", {"batas": "2026-01-30", "catatan": "Lewat SIDIK"})
    page = text(utama.follow(made))
    assert "Surat permintaan usulan" in page
    content = utama.get(made.headers["Location"].replace("/show/", "/") + "/unduh?format=docx").data
    assert SEMUA_PELAKSANA in docx_text(content)
