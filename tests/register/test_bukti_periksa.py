"""The verifier of evidence bundles: every tampering is found, an untouched bundle always verifies, on every Python and on Windows."""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from app.register.bukti import periksa
from tests.cases import Case, Office
from tests.register.bundles import bundle, opened, rantai, verdict
from tests.register.bundles import no_libreoffice as no_libreoffice
from tests.stages import at

pytestmark = pytest.mark.usefixtures("no_libreoffice")
BANYAK = 1000
VERSI = ("3.9", "3.10", "3.11", "3.12", "3.13")


@at("selesai")
def test_a_thousand_random_tamperings_are_all_found(office: Office, case: Case, tmp_path: Path) -> None:
    content = bundle(office)
    draw = random.Random(17)
    missed = [number for number in range(BANYAK) if not verdict(tmp_path, tampered(content, draw))[0]]
    assert missed == []


def tampered(content: bytes, draw: random.Random) -> bytes:
    """One change of the archive: of its bytes anywhere, or of its files by somebody who packs them again."""
    kind = draw.randrange(8)
    place = draw.randrange(len(content))
    if kind == 0:
        return content[:place] + bytes([content[place] ^ 1 << draw.randrange(8)]) + content[place + 1 :]
    if kind == 1:
        return content[:place] + content[place + draw.randrange(1, 50) :]
    if kind == 2:
        return content[:place] + draw.randbytes(draw.randrange(1, 9)) + content[place:]
    if kind == 3:
        return content[: -draw.randrange(1, 200)] if draw.random() < 0.5 else content + b"\0"
    files = opened(content)
    name = draw.choice(sorted(files))
    if kind == 4:
        del files[name]
    elif kind == 5:
        files[f"tertutup/T-99_{draw.randrange(999)}.txt"] = b"tambahan"
    elif kind == 6:
        other = draw.choice(sorted(set(files) - {name}))
        files[name], files[other] = files[other], files[name]
    else:
        spot = draw.randrange(len(files[name]))
        files[name] = files[name][:spot] + bytes([files[name][spot] ^ 1 << draw.randrange(8)]) + files[name][spot + 1 :]
    return periksa.arsip(list(files.items()))


@at("selesai")
def test_who_forges_the_manifest_too_fails_at_the_chain_or_at_a_witness(
    office: Office, case: Case, tmp_path: Path
) -> None:
    content = bundle(office)
    files, manifest = opened(content), json.loads(opened(content)["manifest.json"])
    seal, witness = manifest["segel"], manifest["rantai"]["saksi"]

    def forged(changes: dict[str, bytes]) -> bytes:
        new = {**files, **changes}
        for row in manifest["berkas"]:
            row["sha256"], row["ukuran"] = hashlib.sha256(new[row["nama"]]).hexdigest(), len(new[row["nama"]])
        manifest["segel"] = periksa.segel(manifest)
        new["manifest.json"] = periksa.ejaan(manifest)
        return periksa.arsip(list(new.items()))

    paper = next(row["nama"] for row in manifest["berkas"] if row["peristiwa"] and "Matriks" in row["nama"])
    assert "tidak disebut oleh peristiwa" in verdict(tmp_path, forged({paper: files[paper] + b"x"}))[0][0]
    chain = files[rantai(content)].replace(b"Ketua Contoh", b"Orang Lain")
    assert "rantai putus" in verdict(tmp_path, forged({rantai(content): chain}))[0][0]
    table = next(row["nama"] for row in manifest["berkas"] if "Tabel-Pembenaran" in row["nama"])
    silent = forged({table: b"palsu"})
    assert verdict(tmp_path, silent)[0] == [], "what no event names is caught only by a witness from outside"
    assert verdict(tmp_path, silent, segel_luar=seal)[0]
    assert verdict(tmp_path, content, saksi_luar=witness)[0] == []
    assert verdict(tmp_path, content, saksi_luar=witness[:-1] + "x")[0]


@at("selesai")
def test_names_suit_windows_and_an_unpacked_folder_verifies(office: Office, case: Case, tmp_path: Path) -> None:
    files = opened(bundle(office))
    folder = tmp_path / "Bukti Sengketa (1)"
    for name, content in files.items():
        assert periksa.nama_baik(name)
        assert not PureWindowsPath(name).is_reserved()
        assert PureWindowsPath(name).as_posix() == name
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "Thumbs.db").write_bytes(b"left by Windows")
    assert periksa.periksa(str(folder))[0] == []
    (folder / "tertutup" / "catatan.txt").write_text("x")
    assert periksa.periksa(str(folder))[0] == ["tertutup/catatan.txt: file ini bukan bagian dari paket."]
    for bad in ("../x", "a\\b", "C:/x", "con.txt", "a/aux", "akhir. ", "", "/x", "é"):
        assert not periksa.nama_baik(bad)


@at("selesai")
def test_the_folder_verifies_with_the_separators_of_windows(
    office: Office, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = opened(bundle(office))
    for name, content in files.items():
        path = tmp_path / "paket" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    real = os.path.relpath
    monkeypatch.setattr(periksa.os, "sep", "\\")
    monkeypatch.setattr(periksa.os.path, "relpath", lambda full, start: real(full, start).replace("/", "\\"))
    assert periksa.periksa(str(tmp_path / "paket"))[0] == []


def pythons() -> dict[str, str]:
    """Version → interpreter, of all that this machine has."""
    found = {f"{sys.version_info.major}.{sys.version_info.minor}": sys.executable}
    homes = sorted(Path.home().glob(".pyenv/versions/3.*/bin/python"))
    for version in VERSI:
        near = [str(path) for path in homes if path.parent.parent.name.startswith(f"{version}.")]
        path = shutil.which(f"python{version}")
        if near or path:
            found.setdefault(version, near[0] if near else str(path))
    return found


@at("selesai")
def test_every_python_from_3_9_on_gives_the_same_answer(office: Office, case: Case, tmp_path: Path) -> None:
    content = bundle(office)
    good, bad = tmp_path / "utuh.zip", tmp_path / "ubah.zip"
    good.write_bytes(content)
    bad.write_bytes(content.replace(b"manifest.json", b"manifesx.json", 1))
    tool = tmp_path / "periksa.py"
    tool.write_bytes(opened(content)["periksa.py"])
    for version, program in pythons().items():
        for path, code, word in ((good, 0, "UTUH"), (bad, 1, "BERUBAH"), (tmp_path / "tiada.zip", 2, "TIDAK DAPAT")):
            environment = {"PYTHONIOENCODING": "cp437", "PATH": os.environ["PATH"]}
            done = subprocess.run(
                [program, "-I", str(tool), str(path)], capture_output=True, env=environment, check=False
            )
            said = done.stdout.decode("cp437")
            if "command not found" in done.stderr.decode() or done.returncode == 127:
                continue
            assert (done.returncode, word in said) == (code, True), f"{version}: {said}{done.stderr.decode()}"
            assert code == 2 or "YANG TIDAK DAPAT DIBUKTIKAN" in said


@pytest.mark.parametrize("size", [*range(67, 67 + 130), 1000, 4099])
def test_a_closed_event_has_the_hash_of_the_open_one(size: int) -> None:
    draw = random.Random(size)
    payload = draw.randbytes(size - 67) + b'"' + hashlib.sha256(draw.randbytes(9)).hexdigest().encode() + b'"]'
    assert periksa.lanjut(periksa.tutup(payload)) == (hashlib.sha256(payload).hexdigest(), payload[-66:-2].decode())
