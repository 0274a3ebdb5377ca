"""Verifies an evidence bundle of SIDIK without SIDIK: one file, Python 3.9 or newer, its standard library only, no network.

It travels inside every bundle, and SIDIK itself writes the archive and closes events with the functions below.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import re
import struct
import sys
import zipfile
import zlib
from typing import Any

FORMAT, MANIFEST = "sidik-bukti-1", "manifest.json"
KOSONG = "0" * 64
EKOR = 67  # an event ends with "<64 hex digits of the event before>"] whatever it says
SISIPAN = ("__pycache__", "desktop.ini", "thumbs.db", ".ds_store", "__macosx")
TERLARANG = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\uffff]')
PERANTI = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.I)
BATAS = """
YANG TIDAK DAPAT DIBUKTIKAN OLEH PEMERIKSAAN INI
- Apakah isi naskah benar. Yang dibuktikan hanya bahwa file tidak berubah sejak paket disusun.
- Keaslian tanda tangan basah pada pindaian, dan keabsahan sertifikat tanda tangan elektronik.
- Jam server pada saat kejadian: waktu peristiwa adalah waktu menurut server.
- Bahwa tidak ada peristiwa sesudah peristiwa terakhir di dalam paket ini.
- Paket yang seluruhnya disusun ulang dengan sengaja (file, manifest, dan rantai). Untuk itu cocokkan saksi dari luar:
  --segel dengan segel yang tercatat pada PPID, dan --saksi dengan jejak peristiwa yang tercetak pada SK asli.
- Alat ini sendiri ikut di dalam paket. Bila ragu, pakai salinan periksa.py yang diterima terpisah dari PPID.
"""


# --- writing: the one way in which a bundle is spelled -------------------------------------------------------------
def ejaan(value: Any) -> bytes:
    """The one JSON spelling of a manifest."""
    return (json.dumps(value, sort_keys=True, ensure_ascii=True, indent=1) + "\n").encode("ascii")


def segel(manifest: dict[str, Any]) -> str:
    """The SHA-256 over everything in the manifest but the seal itself."""
    rest = {key: value for key, value in manifest.items() if key != "segel"}
    return hashlib.sha256(ejaan(rest)).hexdigest()


def arsip(files: list[tuple[str, bytes]]) -> bytes:
    """A zip without compression, dates or other freedom: the same files always give the same bytes."""
    out, directory = io.BytesIO(), b""
    for name, content in files:
        raw, size, place = name.encode("ascii"), len(content), out.tell()
        about = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, zlib.crc32(content), size, size, len(raw), 0)
        out.write(b"PK\x03\x04" + about + raw + content)
        directory += b"PK\x01\x02\x14\x00" + about + struct.pack("<HHHII", 0, 0, 0, 0, place) + raw
    start, count = out.tell(), len(files)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    return out.getvalue() + directory + end


# --- SHA-256 from a given state: an event may stay closed and still hold the chain together ------------------------
def _prima(count: int) -> list[int]:
    found: list[int] = []
    number = 2
    while len(found) < count:
        if all(number % p for p in found):
            found.append(number)
        number += 1
    return found


def _akar(number: int, power: int) -> int:
    """The first 32 bits of the fraction of a square or cube root, by whole numbers."""
    low, high, target = 0, 1 << 40, number << (32 * power)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**power <= target else (low, middle - 1)
    return low & 0xFFFFFFFF


AWAL = [_akar(p, 2) for p in _prima(8)]
KONSTAN = [_akar(p, 3) for p in _prima(64)]


def _blok(state: list[int], block: bytes) -> list[int]:
    """One round of SHA-256. What a shift leaves above 32 bits falls away with the sum's own mask."""
    w = list(struct.unpack(">16I", block))
    for i in range(16, 64):
        x, y = w[i - 15], w[i - 2]
        one = x >> 7 ^ x << 25 ^ x >> 18 ^ x << 14 ^ x >> 3
        two = y >> 17 ^ y << 15 ^ y >> 19 ^ y << 13 ^ y >> 10
        w.append((w[i - 16] + w[i - 7] + one + two) & 0xFFFFFFFF)
    a, b, c, d, e, f, g, h = state
    for i in range(64):
        turned = e >> 6 ^ e << 26 ^ e >> 11 ^ e << 21 ^ e >> 25 ^ e << 7
        one = h + turned + (e & f ^ ~e & g) + KONSTAN[i] + w[i]
        turned = a >> 2 ^ a << 30 ^ a >> 13 ^ a << 19 ^ a >> 22 ^ a << 10
        two = turned + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = (one + two) & 0xFFFFFFFF, a, b, c, (d + one) & 0xFFFFFFFF, e, f, g
    new = (a, b, c, d, e, f, g, h)
    return [(state[i] + new[i]) & 0xFFFFFFFF for i in range(8)]


def tutup(payload: bytes) -> dict[str, Any]:
    """An event without its words: the state of SHA-256 before its end, and the end that names the event before."""
    cut = max(0, len(payload) - EKOR) // 64 * 64
    state = AWAL
    for place in range(0, cut, 64):
        state = _blok(state, payload[place : place + 64])
    return {"tengah": struct.pack(">8I", *state).hex(), "panjang": len(payload), "ekor": payload[cut:].hex()}


def lanjut(row: dict[str, Any]) -> tuple[str, str]:
    """(SHA-256, SHA-256 of the event before) of a closed event."""
    state, tail = list(struct.unpack(">8I", bytes.fromhex(row["tengah"]))), bytes.fromhex(row["ekor"])
    length = int(row["panjang"])
    if (length - len(tail)) % 64 or not EKOR <= len(tail) <= EKOR + 63:
        raise ValueError("panjang")
    if not re.fullmatch(rb'"[0-9a-f]{64}"\]', tail[-EKOR:]):
        raise ValueError("ekor")
    padded = tail + b"\x80" + b"\0" * ((55 - len(tail)) % 64) + struct.pack(">Q", length * 8)
    for place in range(0, len(padded), 64):
        state = _blok(state, padded[place : place + 64])
    return struct.pack(">8I", *state).hex(), tail[-66:-2].decode("ascii")


# --- reading ---------------------------------------------------------------------------------------------------------
def baca(path: str) -> tuple[dict[str, bytes], bytes | None]:
    """Every file of a bundle by its name, and the bytes of the archive (None for an unpacked folder)."""
    if os.path.isdir(path):
        return _folder(path), None
    with open(path, "rb") as file:
        raw = file.read()
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for info in archive.infolist():
            if info.filename in found or info.file_size > len(raw):
                raise ValueError("nama ganda atau ukuran palsu")
            found[info.filename] = archive.read(info)
    return found, raw


def _folder(path: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for here, folders, names in os.walk(path):
        folders[:] = [f for f in folders if f.lower() not in SISIPAN]
        for name in names:
            if name.lower() not in SISIPAN:
                full = os.path.join(here, name)
                with open(full, "rb") as file:
                    found[os.path.relpath(full, path).replace(os.sep, "/")] = file.read()
    return found


def nama_baik(name: str) -> bool:
    """May a file be called so on Windows, macOS and Linux alike?"""
    parts = name.split("/")
    bad = any(p in ("", ".", "..") or p != p.strip(" .") or PERANTI.fullmatch(p) for p in parts)
    return not bad and len(name) <= 160 and not TERLARANG.search(name)


# --- checking --------------------------------------------------------------------------------------------------------
def periksa(path: str, segel_luar: str = "", saksi_luar: str = "") -> tuple[list[str], list[str]]:
    """(what is wrong, what was found good), as Indonesian sentences."""
    try:
        files, raw = baca(path)
    except FileNotFoundError:
        raise
    except Exception:
        return ["Arsip rusak: susunannya tidak dapat dibaca sebagai paket bukti."], []
    try:
        return _isi(files, raw, segel_luar.strip().lower(), saksi_luar.strip().lower())
    except Exception:
        return ["Paket rusak: isi manifest atau rantai tidak menurut bentuknya."], []


def _isi(files: dict[str, bytes], raw: bytes | None, seal: str, witness: str) -> tuple[list[str], list[str]]:
    if MANIFEST not in files:
        return [f"File {MANIFEST} tidak ada, jadi paket tidak dapat diperiksa."], []
    manifest = json.loads(files[MANIFEST].decode("ascii"))
    if manifest["format"] != FORMAT:
        return ["Bentuk paket tidak dikenal oleh alat ini."], []
    wrong = []
    if ejaan(manifest) != files[MANIFEST] or segel(manifest) != manifest["segel"]:
        wrong.append("manifest.json diubah: segelnya tidak cocok dengan isinya.")
    if seal and seal != manifest["segel"]:
        wrong.append("Segel paket berbeda dari segel yang tercatat di luar: paket ini bukan paket yang dicatat.")
    wrong += _berkas(files, manifest)
    names = [MANIFEST, *(row["nama"] for row in manifest["berkas"])]
    if not wrong and raw is not None and arsip([(name, files[name]) for name in names]) != raw:
        wrong.append("Arsip disusun ulang: file di dalamnya sama, tetapi arsipnya bukan arsip asli.")
    good = [f"{len(manifest['berkas'])} file sama dengan manifest.", f"Segel: {manifest['segel']}"]
    chain, told = _rantai(files, manifest, witness)
    return wrong + chain, good + told


def _berkas(files: dict[str, bytes], manifest: dict[str, Any]) -> list[str]:
    wrong, known = [], {MANIFEST}
    for row in manifest["berkas"]:
        name, content = row["nama"], files.get(row["nama"])
        if name in known or not nama_baik(name):
            wrong.append(f"{name}: nama file tidak sah atau ganda.")
        known.add(name)
        if content is None:
            wrong.append(f"{name}: file hilang.")
        elif len(content) != row["ukuran"] or hashlib.sha256(content).hexdigest() != row["sha256"]:
            wrong.append(f"{name}: isi file berubah.")
    return wrong + [f"{name}: file ini bukan bagian dari paket." for name in sorted(set(files) - known)]


def _rantai(files: dict[str, bytes], manifest: dict[str, Any], witness: str) -> tuple[list[str], list[str]]:
    about = manifest["rantai"]
    if about is None:
        blind = ["Saksi tidak dapat dicocokkan: bagian ini tidak memuat rantai peristiwa."] if witness else []
        return blind, ["Bagian ini tidak memuat rantai peristiwa; urutan kejadian dibuktikan oleh paket lengkap."]
    if about["nama"] not in files:
        return ["Rantai peristiwa hilang."], []
    rows = [json.loads(line) for line in files[about["nama"]].decode("utf-8").splitlines()]
    wrong, shas, opened = _sambung(rows, about["dari"])
    if len(rows) != about["sampai"] - about["dari"] + 1:
        wrong.append("Rantai peristiwa lebih pendek atau lebih panjang daripada yang dicatat manifest.")
    for row in manifest["berkas"]:
        place = row.get("peristiwa")
        if place is not None and row["sha256"] not in opened.get(place, ""):
            wrong.append(f"{row['nama']}: SHA-256-nya tidak disebut oleh peristiwa nomor {place}.")
    told = [f"{len(rows)} peristiwa bersambung (nomor {about['dari']} sampai {about['sampai']})."]
    if about["saksi"]:
        wrong += _saksi(about["saksi"], shas, "tercetak pada SK")
        if about["saksi"] not in teks(files.get(about["sk"], b"")):
            wrong.append("Jejak peristiwa pada manifest tidak tercetak pada naskah SK di dalam paket.")
        told.append(f"Jejak yang tercetak pada SK cocok dengan rantai: {about['saksi']}")
    else:
        told.append("SK di dalam paket ini tidak mencetak jejak peristiwa, jadi rantai tidak punya saksi pada SK.")
    return wrong + (_saksi(witness, shas, "yang Anda berikan") if witness else []), told


def _sambung(rows: list[dict[str, Any]], start: int) -> tuple[list[str], dict[int, str], dict[int, str]]:
    """Each event must carry its own hash and that of the event before."""
    shas: dict[int, str] = {}
    opened: dict[int, str] = {}
    for place, row in enumerate(rows, start):
        if "isi" in row:
            text = json.dumps(row["isi"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            sha, before = hashlib.sha256(text.encode("utf-8")).hexdigest(), row["isi"][-1]
            opened[place] = text
            named = row["isi"][0]
        else:
            (sha, before), named = lanjut(row), row["urut"]
        if sha != row["sha"] or named != place or before != shas.get(place - 1, before):
            return [f"Peristiwa nomor {place}: rantai putus, isinya atau urutannya pernah diubah."], shas, opened
        shas[place] = sha
    return [], shas, opened


def _saksi(witness: str, shas: dict[int, str], where: str) -> list[str]:
    place, _, sha = witness.partition(":")
    same = place.isdecimal() and shas.get(int(place)) == sha
    return [] if same else [f"Jejak {where} ({witness[:20]}…) tidak cocok dengan rantai peristiwa."]


def teks(docx: bytes) -> str:
    """The words of a paper, tags taken away."""
    with zipfile.ZipFile(io.BytesIO(docx)) as paper:
        parts = [paper.read(n).decode("utf-8") for n in paper.namelist() if re.fullmatch(r"word/[a-z]+\d*\.xml", n)]
    return re.sub(r"<[^>]+>", "", " ".join(parts))


def main(argv: list[str] | None = None) -> int:
    """0: whole · 1: changed · 2: could not be checked."""
    parser = argparse.ArgumentParser(description="Memeriksa paket bukti SIDIK, tanpa jaringan.")
    parser.add_argument(
        "paket", nargs="?", default=os.path.dirname(os.path.abspath(__file__)), help="file .zip atau folder"
    )
    parser.add_argument("--segel", default="", help="segel paket yang tercatat pada PPID")
    parser.add_argument("--saksi", default="", help="jejak peristiwa yang tercetak pada SK asli, NOMOR:SHA256")
    asked = parser.parse_args(argv)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        wrong, good = periksa(asked.paket, asked.segel, asked.saksi)
    except OSError as fault:
        sys.stdout.write(f"TIDAK DAPAT DIPERIKSA: {fault.strerror or 'file tidak terbaca'}.\n")
        return 2
    head = "BERUBAH: paket ini TIDAK sama dengan paket asli." if wrong else "UTUH: tidak ada yang berubah."
    lines = [f"HASIL: {head}", *(f"  x {line}" for line in wrong), *(f"  - {line}" for line in good if not wrong)]
    sys.stdout.write("\n".join(lines).replace("…", "...") + "\n" + BATAS)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
