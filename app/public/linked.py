"""The same facts as linked data: schema.org inside the pages, DCAT as a catalogue. Only what the pages say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask import url_for

from app.public.jawaban import alamat
from app.public.kata import kata
from app.register.publik import Pengumuman, alamat_sk

SCHEMA = "https://schema.org"
PENERBIT = {"@type": "GovernmentOrganization", "name": "PPID Provinsi Banten"}
BENTUK = (("daftar_json", "application/json"), ("daftar_csv", "text/csv"), ("feed", "application/atom+xml"))
DCAT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def daftar(lang: str) -> dict[str, Any]:
    """The whole register as a schema.org Dataset."""
    downloads = [
        {"@type": "DataDownload", "encodingFormat": mime, "contentUrl": alamat(url_for(f"publik.{name}"))}
        for name, mime in BENTUK
    ]
    return {
        "@context": SCHEMA,
        "@type": "Dataset",
        "name": kata("judul", lang),
        "description": kata("pengantar", lang),
        "url": alamat(url_for("publik.daftar")),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "creator": PENERBIT,
        "distribution": downloads,
    }


def butir(row: dict[str, Any], lang: str) -> dict[str, Any]:
    """One entry as a schema.org CreativeWork that rests on its decree."""
    decree = {
        "@type": "Legislation",
        "legislationIdentifier": row["nomor_sk"],
        "legislationDate": row["tanggal_sk"],
        "url": alamat(row["tautan_sk"]),
    }
    return {
        "@context": SCHEMA,
        "@type": "CreativeWork",
        "@id": alamat(row["tautan"]),
        "identifier": row["kode"],
        "name": row["informasi"],
        "abstract": row["alasan"],
        "creativeWorkStatus": row["status"],
        "temporalCoverage": f"{row['berlaku_mulai']}/{row['berlaku_sampai'] or '..'}",
        "maintainer": {"@type": "GovernmentOrganization", "name": row["perangkat_daerah"]},
        "publisher": PENERBIT,
        "isBasedOn": decree,
        "inLanguage": "id",
        "isPartOf": {"@type": "Dataset", "name": kata("judul", lang), "url": alamat(url_for("publik.daftar"))},
    }


def katalog(decrees: Sequence[Pengumuman], berubah: dt.datetime | None) -> dict[str, Any]:
    """The DCAT catalogue: the register with its forms, and every announced decree with its file and hash."""
    publisher = {"@type": "foaf:Agent", "foaf:name": "PPID Provinsi Banten"}
    shown = kata("judul", "id")
    register: dict[str, Any] = {
        "@id": alamat(url_for("publik.daftar")),
        "@type": "dcat:Dataset",
        "dct:title": {"@value": shown, "@language": "id"},
        "dct:description": {"@value": kata("pengantar", "id"), "@language": "id"},
        "dct:publisher": publisher,
        "dct:language": "id",
        "dcat:landingPage": {"@id": alamat(url_for("publik.daftar"))},
        "dcat:distribution": [_unduhan(alamat(url_for(f"publik.{name}")), mime) for name, mime in BENTUK],
    }
    if berubah is not None:
        moment = berubah.astimezone(dt.UTC).isoformat(timespec="seconds")
        register["dct:modified"] = {"@value": moment, "@type": "xsd:dateTime"}
    return {
        "@context": DCAT,
        "@id": alamat(url_for("publik.katalog")),
        "@type": "dcat:Catalog",
        "dct:title": {"@value": f"Katalog {shown}", "@language": "id"},
        "dct:publisher": publisher,
        "dcat:dataset": [register, *(_sk(decree) for decree in decrees)],
    }


def _unduhan(address: str, mime: str) -> dict[str, Any]:
    return {"@type": "dcat:Distribution", "dcat:downloadURL": {"@id": address}, "dcat:mediaType": mime}


def _sk(decree: Pengumuman) -> dict[str, Any]:
    checksum = {"@type": "spdx:Checksum", "spdx:algorithm": "SHA-256", "spdx:checksumValue": decree.sha256}
    address = alamat(alamat_sk(decree.token))
    return {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:title": {"@value": decree.judul, "@language": "id"},
        "dct:identifier": decree.nomor,
        "dct:issued": {"@value": decree.tanggal.isoformat(), "@type": "xsd:date"},
        "dcat:distribution": [_unduhan(address, decree.mime) | {"spdx:checksum": checksum}],
    }
