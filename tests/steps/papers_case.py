"""A whole case with everything that papers must tell: returns, merging, repair, postponement, dissent, conflict, a decision that differs."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from flask_appbuilder.security.sqla.models import Role
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.keeping import baca
from app.jobs.demo.walk import ARSIP, pindaian
from app.security.officer import Officer, officer_of
from app.sop.words import Pelaksana as P
from app.steps.arsip import simpan_arsip
from app.steps.move import Outcome
from app.steps.pendapat import simpan_pendapat
from app.steps.perform import perform
from app.steps.publikasi import publikasikan
from app.steps.rapat import simpan_rapat
from app.steps.tandatangani import pasangkan
from app.steps.uji import simpan_beberapa
from tests.documents.reading import docx_text, squeeze

MULAI = dt.date(2020, 1, 1)
UTAMA = (P.VERIFIKATOR, P.PPID_UTAMA)
ORANG: dict[str, tuple[tuple[str, ...], str]] = {
    "dinkes": ((P.PETUGAS,), "DINKES"),
    "bkd": ((P.PETUGAS,), "BKD"),
    "utama": (UTAMA, "DKISP"),
    "utama2": (UTAMA, "DKISP"),
    "ketua": ((P.TIM,), "SETDA"),
    "sekretaris": ((P.TIM,), "BAPPEDA"),
    "anggota": ((P.TIM,), "BKD"),
    "data": ((P.PETUGAS_DATA,), "DKISP"),
    "pimpinan": ((P.PIMPINAN,), "SETDA"),
}
KEPALA = "Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian"
# (fungsi, nama, gelar, jabatan, kapasitas, agency)
PEJABAT = (
    ("ppid_utama", "Budi Santoso", "S.T., M.Si.", KEPALA, "plt", "DKISP"),
    ("penetap", "Budi Santoso", "S.T., M.Si.", KEPALA, "plt", "DKISP"),
    ("ppid_pelaksana", "Siti Aminah", "dr., M.K.M.", "Sekretaris Dinas Kesehatan", "definitif", "DINKES"),
    ("ppid_pelaksana", "Rahmat Hidayat", "", "Sekretaris Badan Kepegawaian Daerah", "plh", "BKD"),
    ("atasan_ppid", "Bambang Surya", "Drs.", "Sekretaris Daerah Provinsi Banten", "definitif", "SETDA"),
)
DASAR_PPID = {"ppid_utama": "Keputusan Gubernur Banten Nomor 821/9 tentang PPID"}
DASAR_TIM = "Keputusan Gubernur Banten Nomor 500.12/Kep.9-Huk/2026 tanggal 5 Januari 2026"
TEKS = {
    "penguasa": "Kepala Bidang Contoh",
    "dokumen_induk": "Berkas induk contoh",
    "bentuk": "keduanya",
    "jangka_jenis": "tahun",
    "jangka_tahun": 5,
    "jangka_alasan": "Sesuai masa simpan berkas.",
}


@dataclass
class Kasus:
    """The people, the berkas, its butir by their own short names, and every outcome."""

    session: Session
    staf: dict[str, Officer]
    berkas: int = 0
    usulan: dict[str, int] = field(default_factory=dict)
    butir: dict[str, int] = field(default_factory=dict)
    hasil: list[Outcome] = field(default_factory=list)

    def gerak(self, name: str, kind: str, ident: int, verb: str, note: str = "", **data: Any) -> Outcome:
        """One move through the door."""
        outcome = perform(kind, ident, verb, officer=self.staf[name], note=note, data=data)
        self.hasil.append(outcome)
        return outcome

    def jalan(self, name: str, verb: str, note: str = "", **data: Any) -> Outcome:
        """One move of the berkas."""
        return self.gerak(name, "berkas", self.berkas, verb, note, **data)

    def naskah(self, jenis: str, *, dicabut: bool = False) -> m.Naskah:
        """The newest paper of a kind."""
        query = select(m.Naskah).where(m.Naskah.jenis == jenis, (m.Naskah.status == "dicabut") == dicabut)
        found = self.session.scalars(query.order_by(m.Naskah.id.desc()).limit(1)).first()
        assert found is not None, f"no paper {jenis}"
        return found

    def teks(self, jenis: str) -> str:
        """What the newest paper of a kind says, spaces squeezed."""
        return squeeze(docx_text(baca(self.naskah(jenis).unggahan)))

    def ttd(self, name: str, *kinds: str) -> None:
        """Pair a scan with the newest paper of each kind."""
        for jenis in kinds:
            ident = self.naskah(jenis).id
            scan, today = pindaian(f"{jenis} {ident}"), hari_ini_wib()
            pasangkan(self.staf[name], ident, content=scan, nama="a.pdf", tanggal_ttd=today, metode="basah")


def kantor(session: Session) -> dict[str, Officer]:
    """People, officials and the Tim; -> officers by name."""
    roles = {role.name: role for role in session.scalars(select(Role)).unique()}
    agencies = {row.kode: row for row in session.scalars(select(m.PerangkatDaerah))}
    people = {name: _person(name, held, agencies[kode], roles) for name, (held, kode) in ORANG.items()}
    session.add_all(people.values())
    session.flush()
    for no, (fungsi, nama, gelar, jabatan, kapasitas, kode) in enumerate(PEJABAT, 1):
        session.add(
            m.Pejabat(
                fungsi=fungsi,
                nama=nama,
                gelar=gelar or None,
                nip=f"19700101199503{no:04d}",
                pangkat="Pembina Utama Muda",
                jabatan=jabatan,
                kapasitas=kapasitas,
                perangkat_daerah_id=agencies[kode].id,
                mulai=MULAI,
                dasar_penunjukan=DASAR_PPID.get(fungsi),
            )
        )
    for name in ("ketua", "sekretaris", "anggota"):
        session.add(m.AnggotaTim(pengguna_id=people[name].id, kedudukan=name, dasar=DASAR_TIM, mulai=MULAI))
    session.commit()
    return {name: officer_of(session, user) for name, user in people.items()}


def _person(name: str, held: tuple[str, ...], agency: m.PerangkatDaerah, roles: dict[str, Role]) -> m.Pengguna:
    return m.Pengguna(
        username=name,
        first_name=name.title(),
        last_name="Contoh",
        email=f"{name}@contoh.test",
        password="-",
        active=True,
        jabatan=f"Jabatan {name}",
        perangkat_daerah_id=agency.id,
        roles=[roles[role] for role in held],
    )


def usulkan(
    session: Session, agency: str, butir: dict[str, dict[str, Any]], *, nihil: bool = False
) -> tuple[int, dict[str, int]]:
    """A draft usulan with its butir; -> (id, short name -> butir id)."""
    owner = session.scalars(select(m.PerangkatDaerah).where(m.PerangkatDaerah.kode == agency)).one()
    usulan = m.Usulan(perangkat_daerah_id=owner.id, judul=f"Usulan {agency}", nihil=nihil)
    session.add(usulan)
    session.flush()
    h2 = session.scalars(select(m.Pasal17).where(m.Pasal17.huruf == "h", m.Pasal17.angka == 2)).one()
    rows = {}
    for no, (name, more) in enumerate(butir.items(), 1):
        row = m.ButirInformasi(
            usulan_id=usulan.id, kode=f"{agency}-2026-{no:03d}", **{**TEKS, "cakupan": "seluruh", **more}
        )
        law = session.scalars(select(m.Peraturan).where(m.Peraturan.jenis == "UU", m.Peraturan.nomor == "27")).first()
        session.add(row)
        session.flush()
        session.add(m.DasarPengecualian(butir_id=row.id, pasal17_id=h2.id))
        if law is not None:
            session.add(
                m.DasarPengecualian(butir_id=row.id, peraturan_id=law.id, pasal_ayat="Pasal 4", kutipan="Kutipan.")
            )
        own = {
            "konsekuensi_dibuka": f"Kata pengusul membuka {name}.",
            "konsekuensi_ditutup": f"Kata pengusul menutup {name}.",
        }
        session.add(m.UjiKonsekuensi(butir_id=row.id, putaran=1, isian_pengusul=own, **own))
        rows[name] = row.id
    session.commit()
    return usulan.id, rows


DINKES = {
    "medis": {
        "uraian": "Rekam medis pasien RSUD Contoh lantai tiga",
        "uraian_publik": "Rekam medis pasien rumah sakit daerah",
    },
    "gizi": {
        "uraian": "Daftar balita dengan gizi buruk per posyandu",
        "uraian_publik": "Data kesehatan balita perorangan",
        "cakupan": "sebagian",
        "bagian": "Kolom nama ibu serta alamat rumah",
    },
    "renja": {"uraian": "Rencana kerja tahunan Dinas Kesehatan", "uraian_publik": "Rencana kerja tahunan dinas"},
}
BKD = {
    "disiplin": {
        "uraian": "Berita acara pemeriksaan disiplin pegawai golongan tiga",
        "uraian_publik": "Berkas pemeriksaan disiplin pegawai",
        "bagian": "Identitas terperiksa beserta saksinya",
    },
    "putusan": {"uraian": "Salinan putusan disiplin pegawai", "uraian_publik": "Salinan putusan disiplin"},
    "mutasi": {"uraian": "Telaah mutasi jabatan pegawai", "uraian_publik": "Telaah mutasi pegawai"},
}


def mulai(session: Session) -> Kasus:
    """Two agencies have handed in (one after a return), everything is gathered and being examined."""
    kasus = Kasus(session, kantor(session))
    for agency, rows in (("DINKES", DINKES), ("BKD", BKD)):
        kasus.usulan[agency], made = usulkan(session, agency, rows)
        kasus.butir |= made
        kasus.gerak(agency.lower(), "usulan", kasus.usulan[agency], "ajukan")
    kasus.gerak("utama", "usulan", kasus.usulan["BKD"], "kembalikan", "Lengkapi dokumen induk <b> & lainnya.")
    kasus.gerak("bkd", "usulan", kasus.usulan["BKD"], "ajukan")
    for agency in ("DINKES", "BKD"):
        done = kasus.gerak("utama", "usulan", kasus.usulan[agency], "himpun", berkas=kasus.berkas or None)
        kasus.berkas = done.extra["berkas"]
    kasus.jalan("utama", "kaji")
    return kasus


def uji(kasus: Kasus, **kesimpulan: str) -> None:
    """PPID Utama tests and concludes the named butir."""
    rows = {}
    for name, said in kesimpulan.items():
        rows[kasus.butir[name]] = {
            "konsekuensi_dibuka": f"Bila {name} dibuka, keadaan orang per orang diketahui umum.",
            "konsekuensi_ditutup": f"Bila {name} ditutup, martabat yang bersangkutan terjaga.",
            "kepentingan_publik": f"Angka gabungan {name} cukup bagi umum.",
            "kepatutan": "Patut dilindungi.",
            "mitigasi": "Penyajian gabungan.",
            "alternatif": "Bagian terkait dihitamkan.",
            "cek_pasal18": [False] * 7,
            "persetujuan_tertulis": False,
            "terkait_jabatan_publik": False,
            "kesimpulan": said,
        }
    simpan_beberapa(kasus.staf["utama"], rows)


def kaji(kasus: Kasus) -> None:
    """Merge, repair, postpone, test, meet, and hand over to the Tim."""
    gerak, butir = kasus.gerak, kasus.butir
    gerak("utama", "butir", butir["putusan"], "gabung", "Sama dengan berkas pemeriksaan.", ke=butir["disiplin"])
    gerak("utama", "butir", butir["medis"], "minta_perbaikan", "Sebutkan rumah sakitnya.")
    gerak("dinkes", "butir", butir["medis"], "kirim_perbaikan")
    gerak("utama", "butir", butir["mutasi"], "tunda", "Menunggu penjelasan dokumen induk.")
    sampaikan(kasus)


def sampaikan(kasus: Kasus) -> Outcome:
    """Everything tested, a meeting held, and on to the Tim."""
    uji(kasus, medis="dikecualikan", gizi="dikecualikan_sebagian", renja="terbuka", disiplin="dikecualikan_sebagian")
    there = [
        {"nama": "Utama Contoh", "jabatan": "Jabatan utama", "instansi": "DKISP", "peran": "anggota"},
        {"nama": "Wakil Kesehatan", "jabatan": "Sekretaris", "instansi": "Dinas Kesehatan", "peran": "pengusul"},
        {"nama": "Pencatat Rapat", "jabatan": "Pranata Humas", "instansi": "DKISP", "peran": "notulis"},
    ]
    meeting = {
        "berkas": kasus.berkas,
        "jenis": "uji_konsekuensi",
        "tanggal": hari_ini_wib(),
        "tempat": "Ruang Rapat Contoh",
    }
    meeting |= {
        "mulai": "09:00",
        "selesai": "11:30",
        "undangan_nomor": "005/118/DKISP/2026",
        "pimpinan": "Utama Contoh",
    }
    simpan_rapat(kasus.staf["utama"], meeting | {"notulis": "Pencatat Rapat", "kehadiran": there})
    return kasus.jalan("utama", "sampaikan", "Peringatan diterima karena uraian sudah umum.")


def timbang(kasus: Kasus) -> Outcome:
    """The Tim opines (one with dissent) and hands over its result."""
    reasons = {"alasan_uu": "Sesuai Pasal 17.", "alasan_kepatutan": "Patut."}
    reasons |= {"alasan_kepentingan_umum": "Umum terlayani."}
    for name in ("ketua", "sekretaris", "anggota"):
        rows = []
        for short in ("medis", "gizi", "disiplin"):
            if (name, short) == ("anggota", "disiplin"):
                continue  # his own agency proposed it
            row = {"butir": kasus.butir[short], "sikap": "setuju", **reasons}
            if (name, short) == ("anggota", "gizi"):
                row |= {"sikap": "tidak_setuju", "alasan_uu": "Terlalu luas menurut saya."}
            rows.append(row)
        simpan_pendapat(kasus.staf[name], rows)
    return kasus.jalan("ketua", "pertimbangkan")


def tetapkan(kasus: Kasus, **data: Any) -> Outcome:
    """Signed, approved, decreed."""
    kasus.ttd("utama", "matriks_uji_konsekuensi", "berita_acara_klasifikasi", "nota_dinas")
    kasus.ttd("ketua", "hasil_pertimbangan")
    kasus.jalan("pimpinan", "setujui", "Disetujui.")
    return kasus.jalan("utama2", "tetapkan", "Ditetapkan sesuai hasil.", **data)


def unggah(kasus: Kasus) -> Outcome:
    """Signed, published, archived, closed."""
    kasus.ttd("utama2", "surat_keputusan", "lampiran_terbatas")
    decree, annex = kasus.naskah("surat_keputusan").id, kasus.naskah("lampiran_terbatas").id
    publikasikan(kasus.staf["data"], {"naskah": decree, "saluran": "publik"})
    simpan_arsip(kasus.staf["data"], [{"naskah": decree, "skkaad": "biasa", **ARSIP}])
    simpan_arsip(kasus.staf["utama2"], [{"naskah": annex, "skkaad": "terbatas", **ARSIP}])
    return kasus.jalan("data", "unggah", "Selesai.")
