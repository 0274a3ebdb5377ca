"""Validates the electronic signatures of a PDF (PAdES): intact, valid and trusted, each told apart. The bytes are only read; no network."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader

TERBANYAK = 20


@dataclass(frozen=True)
class TandaTangan:
    """One signature. `utuh`: the signed bytes are unchanged; `sah`: the key of the certificate made it;

    `dipercaya`: its chain ends at a trust root of the office; `perubahan`: what came after it, "" when nothing unusual.
    """

    penanda: str
    penerbit: str
    waktu: str | None
    berstempel_waktu: bool
    utuh: bool
    sah: bool
    dipercaya: bool
    perubahan: str
    berbeda: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "berbeda": list(self.berbeda)}


class TidakTerbaca(ValueError):
    """The PDF claims a signature that cannot be read."""


def tanda_tangan(content: bytes, roots: Sequence[bytes]) -> list[TandaTangan]:
    """The signatures of a PDF, in order; empty when there is none. `roots`: DER certificates. Raises TidakTerbaca."""
    if b"/ByteRange" not in content:
        return []
    from asn1crypto import x509
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko_certvalidator import ValidationContext

    trusted = [x509.Certificate.load(root) for root in roots]
    try:
        reader = PdfFileReader(BytesIO(content), strict=False)
        signatures = list(reader.embedded_regular_signatures)[:TERBANYAK]
        found = []
        for signature in signatures:
            context = ValidationContext(trust_roots=trusted, allow_fetching=False, revocation_mode="soft-fail")
            found.append(_judge(signature, context, content))
        return found
    except Exception as fault:  # whatever a damaged signature makes the reader raise
        raise TidakTerbaca(type(fault).__name__) from fault


def _judge(signature: Any, context: Any, content: bytes) -> TandaTangan:
    from pyhanko.sign.validation import validate_pdf_signature

    status = validate_pdf_signature(signature, context, context)
    when = status.timestamp_validity.timestamp if status.timestamp_validity else status.signer_reported_dt
    cert = status.signing_cert
    changed = _changed(status)
    return TandaTangan(
        penanda=_name(cert.subject),
        penerbit=_name(cert.issuer),
        waktu=when.astimezone(dt.UTC).isoformat(timespec="seconds") if when is not None else None,
        berstempel_waktu=status.timestamp_validity is not None,
        utuh=bool(status.intact),
        sah=bool(status.valid),
        dipercaya=bool(status.trusted),
        perubahan=changed,
        berbeda=_pages(signature, content) if changed else (),
    )


def _name(name: Any) -> str:
    native = name.native
    common = native.get("common_name") or native.get("organization_name") or name.human_friendly
    return str(common if isinstance(common, str) else common[0])[:200]


def _changed(status: Any) -> str:
    """Whether anything but further signatures and their proofs was added behind this one."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return ""
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "sebagian"
    usual = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
    return "" if status.docmdp_ok and status.modification_level in usual else "diubah"


def _pages(signature: Any, content: bytes) -> tuple[str, ...]:
    """Which pages read differently now than when they were signed."""
    start, length = signature.byte_range[2], signature.byte_range[3]
    try:
        before = PdfReader(BytesIO(content[: int(start) + int(length)]))
        after = PdfReader(BytesIO(content))
        told = []
        if len(before.pages) != len(after.pages):
            told.append(f"semula {len(before.pages)} halaman, sekarang {len(after.pages)} halaman")
        for number, (old, new) in enumerate(zip(before.pages, after.pages, strict=False), 1):
            if old.extract_text() != new.extract_text():
                told.append(f"isi halaman {number} berbeda")
        return tuple(told[:10])
    except Exception:  # the part that was signed does not read by itself
        return ()


def sertifikat(content: bytes) -> tuple[bytes, str, str, dt.date, dt.date]:
    """(DER, name, SHA-256, from, until) of one uploaded certificate, PEM or DER. ValueError when it is none."""
    from asn1crypto import pem, x509

    try:
        if pem.detect(content):
            kind, _, content = pem.unarmor(content)
            if kind != "CERTIFICATE":
                raise ValueError(kind)
        cert = x509.Certificate.load(content, strict=True)
        start, end = cert.not_valid_before.date(), cert.not_valid_after.date()
        if not cert.ca:
            raise ValueError("bukan CA")
        return cert.dump(), _name(cert.subject), cert.sha256.hex(), start, end
    except (ValueError, TypeError, KeyError) as fault:
        raise ValueError(str(fault)) from fault
