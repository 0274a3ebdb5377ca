"""The file store on a real folder: what is acknowledged is there, whole, and never elsewhere."""

import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import TerlaluBesar, TidakTersedia
from app.files.store import FileDamaged, Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "files")


def drafts(store: Store) -> list[Path]:
    return list(store.drafts.iterdir())


def test_what_is_put_is_read_back_under_its_own_hash(store: Store) -> None:
    sha256, size = store.put([b"isi ", b"naskah"])
    assert (sha256, size) == (hashlib.sha256(b"isi naskah").hexdigest(), 10)
    assert store.read(sha256) == b"isi naskah"
    assert store.exists(sha256)
    assert drafts(store) == []


def test_the_same_bytes_again_are_one_file(store: Store) -> None:
    assert store.put(b"sama") == store.put(b"sama")
    assert len(list(store.all())) == 1


def test_a_kept_file_is_read_only(store: Store) -> None:
    sha256, _ = store.put(b"x")
    assert store.path(sha256).stat().st_mode & 0o777 == 0o440


@pytest.mark.parametrize("nama", ["", "../../etc/passwd", "a" * 63, "A" * 64, "/" + "a" * 63, "a" * 64 + "\n"])
def test_no_name_but_a_hash_is_a_path(store: Store, nama: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store.path(nama)


def test_a_damaged_file_is_never_delivered(store: Store) -> None:
    sha256, _ = store.put(b"asli")
    os.chmod(store.path(sha256), 0o600)
    store.path(sha256).write_bytes(b"asLi")
    with pytest.raises(FileDamaged):
        store.read(sha256)


def test_too_large_a_file_leaves_nothing(store: Store) -> None:
    with pytest.raises(TerlaluBesar):
        store.put((b"x" * 1000 for _ in range(11)), limit=10_000)
    assert list(store.all()) == []
    assert drafts(store) == []


def test_an_upload_that_breaks_off_leaves_nothing(store: Store) -> None:
    def broken() -> Iterator[bytes]:
        yield b"awal"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        store.put(broken())
    assert drafts(store) == []


def test_sweeping_removes_old_orphans_and_keeps_what_rows_name_and_what_is_young(store: Store) -> None:
    named, orphan, young = (store.put(isi)[0] for isi in (b"bernama", b"yatim", b"muda"))
    stray = store.drafts / "sisa"
    stray.write_bytes(b"")
    long_ago = time.time() - 2 * 24 * 60 * 60
    for file in (store.path(named), store.path(orphan), stray):
        os.utime(file, (long_ago, long_ago))
    assert sorted(store.sweep({named})) == sorted([orphan, "sisa"])
    assert sorted(store.all()) == sorted([named, young])


def test_many_writers_of_the_same_and_of_other_files_do_not_disturb_each_other(store: Store) -> None:
    def write() -> None:
        for n in range(25):
            store.put(str(n).encode())

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(store.read(sha256) for sha256 in store.all()) == sorted(str(n).encode() for n in range(25))
    assert drafts(store) == []


def test_every_acknowledged_file_survives_a_killed_writer(tmp_path: Path) -> None:
    program = (
        "import sys; from app.files.store import Store; s = Store(sys.argv[1])\n"
        "for n in range(10**6): print(s.put(str(n).encode() * 1000)[0], flush=True)"
    )
    folder = tmp_path / "files"
    writer = subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline().strip() for _ in range(50)]
    writer.kill()
    acknowledged += [line.strip() for line in writer.stdout.read().splitlines() if len(line.strip()) == 64]
    writer.wait()
    writer.stdout.close()
    store = Store(folder)
    for sha256 in acknowledged:
        store.read(sha256)
    assert len(acknowledged) >= 50


def test_the_address_of_a_folder_opens_it_with_spaces_too(tmp_path: Path) -> None:
    store = open_store((tmp_path / "berkas kantor").as_uri())
    sha256, _ = store.put(b"x")
    assert open_store(str(tmp_path / "berkas kantor")).read(sha256) == b"x"
    assert store.ready()


def test_an_address_without_a_driver_is_refused_with_a_sentence() -> None:
    with pytest.raises(TidakTersedia, match="SIDIK_FILES_URL"):
        open_store("s3://ember/awalan")


def test_a_folder_that_went_away_is_not_ready(store: Store) -> None:
    store.drafts.rmdir()
    assert not store.ready()
