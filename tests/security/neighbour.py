"""Two agencies in one berkas, with canary words in every text that the officer of the second one must never read.

What is lawfully his is written here a second time, by the words of the law and not by app.security.scope: his own
proposals and entries, the signed decree, his extract, reference data. Everything else that people wrote bears a canary.
"""

import contextlib
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import JSON, Connection, String, Table, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from app import models as m
from app.documents.keeping import DOCX, simpan
from app.extensions import db
from app.models.base import KODE
from app.models.history import PELAKU
from app.steps.events import catat
from tests.api.cases import HARI, keputusan, perkara
from tests.api.office import duduki, huni
from tests.people import officer
from tests.public.canaries import KENARI, surround, tables

SIAPA = "petugas.bkd"  # who looks
PEMILIK = "petugas.dinkes"  # whose secrets they are
AGENSI = "perangkat_daerah_id = :b"
_USULAN = f"SELECT id FROM usulan WHERE {AGENSI}"
_BUTIR = f"SELECT id FROM butir_informasi WHERE usulan_id IN ({_USULAN})"
_BERKAS = (
    f"SELECT berkas_id FROM usulan WHERE {AGENSI} AND berkas_id IS NOT NULL UNION "
    f"SELECT berkas_id FROM butir_informasi WHERE usulan_id IN ({_USULAN}) AND berkas_id IS NOT NULL"
)
_NASKAH = (
    f"SELECT id FROM naskah WHERE usulan_id IN ({_USULAN}) OR jenis = 'surat_permintaan_usulan' "
    f"OR (jenis = 'petikan_sk' AND {AGENSI}) OR (status = 'ditandatangani' AND (jenis = 'keputusan_perubahan' AND {AGENSI} "
    f"OR jenis = 'surat_keputusan' AND berkas_id IN ({_BERKAS})))"
)
_DAFTAR = f"SELECT id FROM butir_ditetapkan WHERE {AGENSI}"
# Table -> which of its rows the officer may read. A table that is not named here holds nothing for him.
MILIK: dict[str, str] = {
    "usulan": AGENSI,
    "butir_informasi": f"id IN ({_BUTIR})",
    **dict.fromkeys(
        ("dasar_pengecualian", "bagian_dikecualikan", "uji_konsekuensi", "versi_publik"), f"butir_id IN ({_BUTIR})"
    ),
    "berkas": f"id IN ({_BERKAS})",
    "naskah": f"id IN ({_NASKAH})",
    "salinan_ttd": f"naskah_id IN ({_NASKAH})",
    **dict.fromkeys(("butir_ditetapkan", "penyimpanan_dokumen", "publikasi", "pemetaan_kolom"), AGENSI),
    **dict.fromkeys(
        ("perubahan_klasifikasi", "pengingat_register", "tindak_lanjut"), f"butir_ditetapkan_id IN ({_DAFTAR})"
    ),
    **dict.fromkeys(
        ("notifikasi", "pilihan_notifikasi"), "pengguna_id IN (SELECT id FROM ab_user WHERE username = :u)"
    ),
    "ab_user": "username = :u",
    "unggahan": "nama_asli = 'SK 901.pdf'",
    "perubahan_data": f"objek_jenis = 'butir_informasi' AND objek_id IN ({_BUTIR}) OR objek_jenis = 'berkas' AND objek_id IN ({_BERKAS})",
    "peristiwa": f"objek_jenis = 'butir' AND objek_id IN ({_BUTIR}) OR objek_jenis = 'usulan' AND objek_id IN ({_USULAN})",
    # Reference data, which everybody reads, and what makes the login work.
    **dict.fromkeys(
        (
            *("perangkat_daerah", "pejabat", "anggota_tim", "peraturan", "pasal17", "hari_libur", "pengaturan"),
            *("templat_naskah", "akar_terpercaya", "klasifikasi_arsip", "informasi_terbuka", "percobaan_masuk"),
        ),
        "1 = 1",
    ),
}
# Who did something is told with the event; his mail and his telephone are not.
# Where the store keeps a file stays as it is, so that its bytes (which bear a canary) would come if they were asked for.
BUKAN_KATA = {
    "peristiwa": {"pelaku_nama", "pelaku_jabatan", "peran", "atas_nama"},  # who moved the shared berkas is no secret
    "butir_informasi": {"kode"},  # an agency and a number: by it a merged butir tells where it went
    "ab_user": {"username", "first_name", "last_name", "password", "tampilan"},
    "unggahan": {"sha256", "kunci_penyimpanan", "jenis_mime"},
}
KODE_ATAU_SIDIK = (KODE, 64)  # code words and hashes: the length says that no person wrote them


@dataclass
class Dunia:
    """The planted world. `asing`: table -> ids that are not the officer's; `milik`: table -> ids that are."""

    asing: dict[str, list[int]] = field(default_factory=dict)
    milik: dict[str, list[int]] = field(default_factory=dict)
    kosong: dict[str, str] = field(default_factory=dict)
    ditanam: int = 0


def tanam(entries: int) -> Dunia:
    """Build it in the database of the present context (SQLite)."""
    huni()
    duduki()
    cases = perkara()
    keputusan(db.session, jumlah=entries)
    _happened(cases)
    _papers(cases)
    connection = db.session.connection()
    world = Dunia(kosong=surround(connection, entries))
    _own_files(connection)
    who: dict[str, Any] = {"u": SIAPA}
    who["b"] = connection.scalar(text("SELECT perangkat_daerah_id FROM ab_user WHERE username = :u"), who)
    for table in [*tables(connection), *_logs(connection)]:
        _sort(connection, table, who, world)
    for table in [*tables(connection), *_logs(connection)]:
        world.ditanam += _plant(connection, table, who)
    connection.execute(text("DELETE FROM kredensial"))  # nobody has to change a password or give a code first
    db.session.commit()
    return world


def _happened(cases: Any) -> None:
    """Events with notes, changed fields, and a merger over agencies: what the shared berkas knows of the other agency."""
    session, owner = db.session, officer(db.session, PEMILIK)
    mine, other = session.get_one(m.ButirInformasi, cases["butir.bkd"]), cases["butir.dinkes"]
    mine.status, mine.digabung_ke_id = "digabung", other
    session.info[PELAKU] = owner.id
    session.get_one(m.ButirInformasi, other).penguasa = "Bidang lain"
    session.get_one(m.Berkas, cases["berkas"]).judul = "Penetapan 2026 yang diubah"
    session.flush()
    for kind, verb in (("butir", "minta_perbaikan"), ("butir", "tunda"), ("butir", "gabung"), ("usulan", "kembalikan")):
        catat(
            session,
            officer=owner,
            objek_jenis=kind,
            objek_id=cases[f"{kind}.dinkes"],
            verb=verb,
            berkas_id=cases["berkas"],
            catatan="x",
        )
    for verb in ("kaji_ulang", "pertimbangkan_ulang", "tolak_persetujuan", "sampaikan"):
        catat(
            session,
            officer=owner,
            objek_jenis="berkas",
            objek_id=cases["berkas"],
            verb=verb,
            berkas_id=cases["berkas"],
            catatan="x",
        )


def _papers(cases: Any) -> None:
    """Papers of the other agency, and papers over both, with files that bear a canary."""
    session = db.session
    agency = session.get_one(m.Usulan, cases["usulan.dinkes"]).perangkat_daerah_id
    about = {
        "usulan_daftar": {"usulan_id": cases["usulan.dinkes"]},
        "petikan_sk": {"berkas_id": cases["berkas"], "perangkat_daerah_id": agency},
        **{kind: {"berkas_id": cases["berkas"]} for kind in ("nota_dinas", "lampiran_terbatas", "surat_keputusan")},
    }
    for jenis, of in about.items():
        kept = simpan(session, f"{KENARI} {jenis}".encode(), nama="x.docx", mime=DOCX, officer_id=None)
        session.flush()
        common = {
            "tanggal": HARI,
            "perihal": "x",
            "templat_sha256": "0" * 64,
            "sha256": "a" * 64,
            "isi": {},
            "sumber_nomor": "agenda_luar",
        }
        paper = m.Naskah(jenis=jenis, unggahan_id=kept.id, pdf_id=kept.id, token=f"TOKEN{jenis[:6]}", **common, **of)
        session.add(paper)
        session.flush()
        session.add(m.SalinanTtd(naskah_id=paper.id, unggahan_id=kept.id, tanggal_ttd=HARI))
    kept = simpan(session, f"{KENARI} versi".encode(), nama="x.pdf", mime="application/pdf", officer_id=None)
    session.flush()
    session.add(m.VersiPublik(butir_id=cases["butir.dinkes"], unggahan_id=kept.id, halaman=1, bagian="x"))


def _own_files(connection: Connection) -> None:
    """What was made at random around the cases holds no file of somebody else's."""
    neutral = connection.scalar(text("SELECT id FROM unggahan WHERE nama_asli = 'SK 901.pdf'"))
    for table in ("versi_publik", "templat_naskah"):
        connection.execute(
            text(f"UPDATE {table} SET unggahan_id = :f WHERE unggahan_id > :f AND id > 1"), {"f": neutral}
        )


def _logs(connection: Connection) -> list[Table]:
    """The log of events and the history of fields, whose triggers are taken away in this one database."""
    for table in ("peristiwa", "perubahan_data"):
        for name in connection.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :t"), {"t": table}
        ).all():
            connection.execute(text(f'DROP TRIGGER "{name}"'))
    return [m.Peristiwa.__table__, m.PerubahanData.__table__]


def _sort(connection: Connection, table: Table, who: dict[str, Any], world: Dunia) -> None:
    if "id" in table.c and isinstance(table.c.id.type.python_type(), int):
        mine = connection.scalars(select(table.c.id).where(text(MILIK.get(table.name, "1 = 0"))), who).all()
        world.milik[table.name] = list(mine)
        world.asing[table.name] = [
            i for i in connection.scalars(select(table.c.id).order_by(table.c.id)) if i not in set(mine)
        ]


def _plant(connection: Connection, table: Table, who: dict[str, Any]) -> int:
    """The number of fields that bear a canary now."""
    planted, foreign = 0, text(f"NOT ({MILIK.get(table.name, '1 = 0')})")
    for column in table.columns:
        if column.name in BUKAN_KATA.get(table.name, ()) or column.primary_key or column.foreign_keys:
            continue
        if isinstance(column.type, JSON):
            word: Any = {"rahasia": f"{KENARI}-{table.name}-{column.name}"}
        elif isinstance(column.type, String) and column.type.length not in KODE_ATAU_SIDIK:
            word = text(f"'{KENARI}{table.name}' || rowid")
        else:
            continue
        with (
            contextlib.suppress(SQLAlchemyError),
            connection.begin_nested(),
        ):  # a CHECK guards what is no word of a person
            planted += connection.execute(update(table).where(foreign).values({column.name: word}), who).rowcount
    return planted
