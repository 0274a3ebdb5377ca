"""An invented certification authority, its people, and PDFs that they really sign."""

import datetime as dt
import io
from dataclasses import dataclass
from functools import cache

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.api.journey import pdf


@dataclass(frozen=True)
class Orang:
    """One who holds a key and a certificate, and the authority above."""

    sertifikat: bytes
    kunci: bytes
    akar: bytes


@cache
def otoritas(nama: str = "CA Contoh") -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key, _certificate(nama, nama, key, key, ca=True)


@cache
def orang(nama: str = "Budi Santoso", ca: str = "CA Contoh") -> Orang:
    issuer_key, issuer = otoritas(ca)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    cert = _certificate(nama, ca, key, issuer_key, ca=False)
    return Orang(_der(cert), _key(key), _der(issuer))


def akar(ca: str = "CA Contoh", *, pem: bool = False) -> bytes:
    kind = serialization.Encoding.PEM if pem else serialization.Encoding.DER
    return otoritas(ca)[1].public_bytes(kind)


def _der(cert: x509.Certificate) -> bytes:
    return cert.public_bytes(serialization.Encoding.DER)


def _key(key: rsa.RSAPrivateKey) -> bytes:
    kind = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.DER, kind, serialization.NoEncryption())


def _certificate(
    subject: str, issuer: str, key: rsa.RSAPrivateKey, issuer_key: rsa.RSAPrivateKey, *, ca: bool
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in (subject, issuer)]
    usage = x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(names[0])
        .issuer_name(names[1])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    return builder.sign(issuer_key, hashes.SHA256())


def tandatangani(content: bytes, who: Orang | None = None, *, field: str = "Tanda1") -> bytes:
    """The PDF with one more PAdES signature."""
    who = who or orang()
    store = SimpleCertificateStore()
    store.register(asn1_x509.Certificate.load(who.akar))
    signer = signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(who.sertifikat),
        signing_key=asn1_keys.PrivateKeyInfo.load(who.kunci),
        cert_registry=store,
    )
    meta = signers.PdfSignatureMetadata(
        field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    out: io.BytesIO = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content)), meta, signer=signer)
    return out.getvalue()


def halaman(*words: str) -> bytes:
    """A page of plain text."""
    return pdf(" ".join(words))
