"""Spoils files at random, from single bytes to whole members of a package; the same dice, the same mutants."""

import io
import random
import re
import warnings
import zipfile
import zlib

_TAG = re.compile(rb"<[^<>]+>")
_ELEMENT = re.compile(rb"<([A-Za-z0-9:]+)\b[^<>]*?(?:/>|>[^<]*</\1>)")
_VALUE = re.compile(rb'"[^"<>]*"')
_DIGITS = re.compile(rb"\d+")
NASTY = (
    b"", b"\0", b"&", b"<", b"]]>", b"-1", b"0", b"99999999999999999999", b"1e999", b"NaN", b"../../x", b"http://x.id/",
    b"{{ 7*7 }}", b"{% for x in y %}", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"A1:XFD1048576", b"a" * 5_000,
)  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n"
Parts = list[tuple[str, bytes]]


def mutant(seed: bytes, dice: random.Random) -> bytes:
    """One mutant. A package is spoilt in three ways of four inside, where its sums stay right; so is a PNG."""
    if seed.startswith(b"PK") and dice.random() < 0.75:
        return _package(seed, dice)
    if seed.startswith(PNG) and dice.random() < 0.75:
        return _chunks(seed, dice)
    return _text(seed, dice) if dice.random() < 0.3 else _bytes(seed, dice)


def _bytes(seed: bytes, dice: random.Random) -> bytes:
    """Flips, cuts, repeats and insertions of bytes."""
    body = bytearray(seed)
    for _ in range(dice.choice((1, 1, 1, 2, 8, 64))):
        at = dice.randrange(len(body) or 1)
        kind = dice.random()
        if kind < 0.6 and body:
            body[at] = dice.randrange(256)
        elif kind < 0.75:
            del body[at : at + dice.choice((1, 4, 100, 10_000))]
        elif kind < 0.9:
            body[at:at] = body[at : at + dice.choice((1, 16, 300))]
        else:
            body[at:at] = dice.choice(NASTY)
    if dice.random() < 0.15:
        del body[dice.randrange(len(body) or 1) :]
    return bytes(body)


def _text(seed: bytes, dice: random.Random) -> bytes:
    """Words of XML or PDF: numbers, values and elements changed, lost, doubled or nested."""
    for _ in range(dice.choice((1, 1, 2, 5))):
        pattern = dice.choice((_TAG, _ELEMENT, _VALUE, _DIGITS))
        at = dice.randrange(len(seed) or 1)
        found = pattern.search(seed, at) or pattern.search(seed)
        if found is None:
            return _bytes(seed, dice)
        old, kind = found[0], dice.random()
        if kind < 0.3:
            new = b""
        elif kind < 0.5:
            new = old * dice.choice((2, 3, 300))
        elif kind < 0.75:
            new = b'"' + dice.choice(NASTY) + b'"' if pattern is _VALUE else dice.choice(NASTY)
        elif kind < 0.9:
            other = pattern.search(seed, dice.randrange(len(seed)))
            new = other[0] if other else old
        else:
            new = old.swapcase()
        seed = seed[: found.start()] + new + seed[found.end() :]
    return seed


def _package(seed: bytes, dice: random.Random) -> bytes:
    """Members lost, doubled, renamed or exchanged, or one of them spoilt and packed again."""
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        parts: Parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at, other = dice.randrange(len(parts)), dice.randrange(len(parts))
    (name, body), kind = parts[at], dice.random()
    if kind < 0.08:
        del parts[at]
    elif kind < 0.16:
        parts.append((name, parts[other][1]))
    elif kind < 0.24:
        parts[at] = (dice.choice((name.upper(), f"../{name}", f"{name}.bak", parts[other][0], "word/x.xml")), body)
    elif kind < 0.34:
        parts[at] = (name, parts[other][1])
    else:
        spoilt = _text(body, dice) if name.endswith((".xml", ".rels")) and dice.random() < 0.85 else _bytes(body, dice)
        parts[at] = (name, spoilt)
    return _packed(parts, dice)


def _chunks(seed: bytes, dice: random.Random) -> bytes:
    """A PNG with one chunk spoilt, lost or doubled, and every sum right."""
    chunks, at = [], len(PNG)
    while at < len(seed):
        end = at + 8 + int.from_bytes(seed[at : at + 4], "big")
        chunks.append((seed[at + 4 : at + 8], seed[at + 8 : end]))
        at = end + 4
    place, kind = dice.randrange(len(chunks)), dice.random()
    name, body = chunks[place]
    if kind < 0.1:
        del chunks[place]
    elif kind < 0.2:
        chunks.insert(dice.randrange(len(chunks)), (name, body))
    elif kind < 0.4:
        chunks.insert(1, (b"tEXt", dice.choice(NASTY)))
    else:
        chunks[place] = (name, _bytes(body, dice))
    summed = ((len(b).to_bytes(4, "big"), n + b, zlib.crc32(n + b).to_bytes(4, "big")) for n, b in chunks)
    return PNG + b"".join(piece for chunk in summed for piece in chunk)


def _packed(parts: Parts, dice: random.Random) -> bytes:
    out = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if dice.random() < 0.5 else zipfile.ZIP_STORED
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method, compresslevel=1) as archive:
        warnings.simplefilter("ignore")  # a double name is what is wanted
        for name, body in parts:
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), body, method)
    return out.getvalue()
