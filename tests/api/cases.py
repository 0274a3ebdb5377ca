"""Rows of invented cases, written straight into the tables: two agencies, each with a proposal, one berkas under consideration."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from app import models as m
from app.extensions import db
from tests.api.office import huni

RAHASIA = "RAHASIA-INTERNAL"
HARI = dt.date(2026, 3, 5)


@dataclass
class Perkara:
    """Ids by a speaking name: usulan, butir, dasar, uji of `dinkes` and `bkd`, the berkas, its papers."""

    ids: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> int:
        return self.ids[name]


def kantor_berperkara() -> dict[str, int]:
    """The small office with its cases, into the database of the present context; -> the ids of a Perkara."""
    huni()
    return perkara().ids


def perkara() -> Perkara:
    """Write them into the database of the present context."""
    session = db.session
    found = Perkara()
    agencies = {row.kode: row.id for row in session.scalars(select(m.PerangkatDaerah))}
    basis = session.scalars(select(m.Pasal17).where(m.Pasal17.huruf == "h")).first()
    assert basis is not None

    def add(name: str, row: Any) -> Any:
        session.add(row)
        session.flush()
        found.ids[name] = row.id
        return row

    berkas = add(
        "berkas",
        m.Berkas(nomor="BK-2026-900", judul="Penetapan 2026", tahun=2026, status="pertimbangan", tahap_tertinggi=2),
    )
    for kode in ("dinkes", "bkd"):
        usulan = add(
            f"usulan.{kode}",
            m.Usulan(
                perangkat_daerah_id=agencies[kode.upper()],
                judul=f"Usulan {kode.upper()} 2026",
                status="dihimpun",
                pernah_diajukan=True,
                berkas_id=berkas.id,
            ),
        )
        butir = add(
            f"butir.{kode}",
            m.ButirInformasi(
                usulan_id=usulan.id,
                berkas_id=berkas.id,
                kode=f"{kode.upper()}-001",
                uraian=f"{RAHASIA} {kode} rekam medis",
                uraian_publik=f"Data kesehatan perorangan {kode}",
                dokumen_induk="Berkas pasien",
                penguasa="Bidang Pelayanan",
                cakupan="seluruh",
                jangka_jenis="tahun",
                jangka_tahun=5,
                status="diuji",
            ),
        )
        add(f"dasar.{kode}", m.DasarPengecualian(butir_id=butir.id, pasal17_id=basis.id))
        add(f"uji.{kode}", m.UjiKonsekuensi(butir_id=butir.id, konsekuensi_dibuka=f"{RAHASIA} {kode} bila dibuka"))
        add(
            f"draf.{kode}",
            m.Usulan(perangkat_daerah_id=agencies[kode.upper()], judul=f"Draf {kode.upper()}"),
        )
        add(
            f"butir_draf.{kode}",
            m.ButirInformasi(
                usulan_id=found[f"draf.{kode}"], kode=f"{kode.upper()}-002", uraian=f"{RAHASIA} draf {kode}"
            ),
        )
    add("rapat", m.Rapat(berkas_id=berkas.id, jenis="uji_konsekuensi", tanggal=HARI, tempat="Serang", notulen=RAHASIA))
    session.commit()
    return found


def keputusan(
    session: Any,
    *,
    jumlah: int = 2,
    status: str = "ditandatangani",
    content: bytes = b"%PDF-1.4 contoh",
    urut: int = 901,
    token: str = "7Q2MK9TD4XWB",  # noqa: S107  printed on a paper, no secret
) -> dict[str, Any]:
    """A decree with register entries, signed and announced on our own page. -> ids, token and sha256."""
    from app.documents.keeping import simpan

    agency = session.scalars(select(m.PerangkatDaerah).where(m.PerangkatDaerah.kode == "DINKES")).one()
    berkas = m.Berkas(nomor=f"BK-2026-{urut}", judul="Diumumkan", tahun=2026, status="pengunggahan", tahap_tertinggi=4)
    number = m.NomorNaskah(
        pola="p",
        jenis="surat_keputusan",
        unit="DKISP",
        tahun=2026,
        urut=urut,
        nomor=f"488/Kep.{urut}-DKISP/2026",
        status="dipakai",
    )
    kept = simpan(session, content, nama="SK 901.pdf", mime="application/pdf", officer_id=None)
    session.add_all([berkas, number, kept])
    session.flush()
    decree = m.Naskah(
        berkas_id=berkas.id,
        jenis="surat_keputusan",
        nomor=number.nomor,
        nomor_naskah_id=number.id,
        tanggal=HARI,
        perihal="Klasifikasi informasi yang dikecualikan",
        templat_sha256="0" * 64,
        isi={"rahasia": RAHASIA},
        unggahan_id=kept.id,
        sha256="a" * 64,
        token=token,
        penandatangan={"nama": "Siti Contoh", "jabatan": "Kepala Dinas", "nip": "197001011990011001"},
        status=status,
    )
    session.add(decree)
    session.flush()
    session.add(m.SalinanTtd(naskah_id=decree.id, unggahan_id=kept.id, tanggal_ttd=HARI))
    publication = m.Publikasi(
        naskah_id=decree.id,
        perangkat_daerah_id=agency.id,
        saluran="publik",
        url=f"http://localhost/publik/sk/{token}",
        judul="SK klasifikasi 2026",
        tanggal_unggah=dt.datetime(2026, 3, 6, 3, 0, tzinfo=dt.UTC),
        sha256=kept.sha256,
    )
    usulan = m.Usulan(
        perangkat_daerah_id=agency.id, judul="Usulan", status="dihimpun", pernah_diajukan=True, berkas_id=berkas.id
    )
    session.add_all([publication, usulan])
    session.flush()
    for n in range(1, jumlah + 1):
        session.add(_entri(session, usulan, decree, n, "PUB" if urut == 901 else f"PUB{urut}"))
    session.commit()
    return {
        "sk": decree.id,
        "publikasi": publication.id,
        "token": decree.token,
        "sha256": kept.sha256,
        "nomor": decree.nomor,
    }


def _entri(session: Any, usulan: m.Usulan, decree: m.Naskah, n: int, kode: str) -> m.ButirDitetapkan:
    butir = m.ButirInformasi(
        usulan_id=usulan.id,
        berkas_id=usulan.berkas_id,
        kode=f"{kode}-{n:03d}",
        uraian=f"{RAHASIA} butir {n}",
        status="ditetapkan",
        hasil_pertimbangan="disetujui",
        keputusan="dikecualikan",
    )
    session.add(butir)
    session.flush()
    return m.ButirDitetapkan(
        butir_id=butir.id,
        sk_id=decree.id,
        perangkat_daerah_id=usulan.perangkat_daerah_id,
        kode=butir.kode,
        uraian_publik=f"Informasi publik nomor {n}",
        klasifikasi="Pasal 17 huruf h angka 2",
        dasar_hukum="UU 14/2008 Pasal 17 huruf h",
        alasan_ringkas="Melindungi data pribadi",
        cakupan="seluruh",
        jangka="5 tahun",
        isi={"uraian": f"{RAHASIA} butir {n}"},
        mulai=HARI,
        akhir=dt.date(2099, 3, 5),
        batas_buka=dt.date(2099, 1, 5),
        status="berlaku",
    )
