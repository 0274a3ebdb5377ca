"""The check of uploads: sound files pass untouched; every spoilt one is refused with a way to mend it."""

import hashlib
import io
import time
import tracemalloc
import zipfile
from typing import Any

import pytest

from app.documents.keeping import baca, simpan
from app.documents.pictures import qr
from app.errors import JenisSalah, TerlaluBesar
from app.files.sniff import DOCX, UKURAN_TERBESAR, XLSX, periksa
from app.models.papers import Unggahan
from tests.files import uploads
from tests.files.hostile import HOSTILE
from tests.signing import halaman, tandatangani

WORD = uploads.docx()
LINK = "hyperlink"


SOUND = [
    ("SK.pdf", uploads.pdf(), "application/pdf"),
    ("SK.PDF", uploads.pdf(pages=3), "application/pdf"),
    ("usulan.docx", WORD, DOCX),
    ("usulan.xlsx", uploads.xlsx(), XLSX),
    ("kop.png", uploads.png(), "image/png"),
    ("pindai.jpg", uploads.jpeg(), "image/jpeg"),
    ("pindai.jpeg", uploads.jpeg() + b"data tambahan ponsel", "image/jpeg"),
    ("tautan.docx", uploads.with_relation(WORD, LINK, "https://ppid.bantenprov.go.id/"), DOCX),
    ("surel.docx", uploads.with_relation(WORD, LINK, "mailto:ppid@bantenprov.go.id"), DOCX),
    ("halaman.docx", uploads.with_field(WORD, " PAGE ", " MERGEFORMAT"), DOCX),
    ("SK 📄 👨\u200d👩\u200d👧 final.pdf", uploads.pdf(), "application/pdf"),
    ("Keputusan – Ḥasan (ø).jpg", uploads.jpeg() + b"catatan ponsel", "image/jpeg"),
    ("SK bertanda tangan.pdf", tandatangani(halaman("SK")), "application/pdf"),
    ("kode.png", qr("https://sidik.contoh.go.id/v/7Q2M", "7Q2M"), "image/png"),
    ("rujuk.docx", uploads.with_field(WORD, ' HYPERLINK "https://contoh.id/LINK" '), DOCX),
]


@pytest.mark.parametrize(("nama", "isi", "mime"), SOUND)
def test_a_sound_file_passes_with_its_true_type(nama: str, isi: bytes, mime: str) -> None:
    assert periksa(nama, isi) == (mime, len(isi))


def test_what_is_kept_is_what_was_sent_byte_by_byte(session: Any) -> None:
    kept = [simpan(session, isi, nama=nama, mime=mime, officer_id=None) for nama, isi, mime in SOUND]
    session.commit()
    for row, (_, isi, _) in zip(kept, SOUND, strict=True):
        assert baca(session.get_one(Unggahan, row.id)) == isi
        assert (row.ukuran, row.sha256) == (len(isi), hashlib.sha256(isi).hexdigest())


TYPES = uploads.part(WORD, "[Content_Types].xml")


def test_there_are_enough_hostile_files() -> None:
    assert len(HOSTILE) >= 150


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_spoilt_file_is_refused_with_a_way_to_mend_it(kind: str) -> None:
    nama, isi, kata = HOSTILE[kind]
    with pytest.raises(JenisSalah) as refusal:
        periksa(nama, isi)
    assert kata in refusal.value.pesan
    assert refusal.value.pesan.count(".") >= 2, "a sentence says what is wrong, another how to mend it"


def test_a_type_that_this_place_does_not_take_is_refused_though_sound() -> None:
    with pytest.raises(JenisSalah, match="Unggah PDF"):
        periksa("usulan.docx", WORD, boleh=("pdf",))


def test_a_file_over_the_limit_is_refused_before_it_is_opened() -> None:
    with pytest.raises(TerlaluBesar):
        periksa("besar.pdf", b"%PDF-" + b"0" * UKURAN_TERBESAR)


def lying_bomb() -> bytes:
    """A package whose table of contents promises ten bytes for a part of 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        with package.open("word/x.xml", "w") as part:
            for _ in range(300):
                part.write(b"\0" * (1 << 20))
        real = package.getinfo("word/x.xml").file_size
    return out.getvalue().replace(real.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def test_a_bomb_that_lies_about_its_size_is_stopped_early() -> None:
    isi = lying_bomb()
    tracemalloc.start()
    begun = time.process_time()
    with pytest.raises(JenisSalah):
        periksa("bom.docx", isi)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - begun < 10
    assert peak < 300 << 20
