"""The streamed zip: its length is known beforehand, it is the same each time, and a broken download goes on."""

import io
import random
import zipfile

import pytest

from app.errors import TerlaluBesar
from app.files.zipped import PALING_BESAR, Isi, alirkan, mulai_dari, panjang

FILES = {"satu.docx": b"isi satu" * 400, "folder/dua é.pdf": b"", "tiga.txt": random.Random(7).randbytes(70_000)}


def stream(files: dict[str, bytes] = FILES) -> list[bytes]:
    return list(alirkan(Isi(name, len(body), lambda body=body: body) for name, body in files.items()))


def test_the_zip_holds_every_file_and_is_as_long_as_announced() -> None:
    whole = b"".join(stream())
    assert len(whole) == panjang((name, len(body)) for name, body in FILES.items())
    with zipfile.ZipFile(io.BytesIO(whole)) as bundle:
        assert bundle.testzip() is None
        assert {name: bundle.read(name) for name in bundle.namelist()} == FILES


def test_an_empty_zip_is_a_zip() -> None:
    whole = b"".join(stream({}))
    assert len(whole) == panjang([])
    assert zipfile.ZipFile(io.BytesIO(whole)).namelist() == []


def test_the_same_files_give_the_same_bytes_so_a_download_goes_on_anywhere() -> None:
    whole = b"".join(stream())
    for start in (0, 1, 29, 3300, len(whole) - 1, len(whole)):
        assert b"".join(mulai_dari(stream(), start)) == whole[start:], start


def test_a_file_of_another_length_stops_the_zip() -> None:
    with pytest.raises(ValueError, match="bytes instead of"):
        list(alirkan([Isi("x", 3, lambda: b"four")]))


def test_what_no_zip_can_hold_is_refused_beforehand() -> None:
    with pytest.raises(TerlaluBesar, match="Persempit"):
        panjang([("x", PALING_BESAR)])
