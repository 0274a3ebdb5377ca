"""The invented staff at work: each function is one stretch of the SOP, walked through the door like everybody's work."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from pypdf import PdfWriter
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import db, writing
from app.jobs.demo.texts import Contoh
from app.security.officer import Officer
from app.sop.choices import DIKECUALIKAN, PASAL_18
from app.sop.words import Naskah
from app.steps.arsip import simpan_arsip
from app.steps.butir_baru import ubah_usulan
from app.steps.cases import butir_usulan
from app.steps.impor import impor_usulan
from app.steps.impor_kolom import KOLOM
from app.steps.pendapat import simpan_pendapat
from app.steps.perform import perform
from app.steps.publikasi import publikasikan
from app.steps.rapat import simpan_rapat
from app.steps.tandatangani import pasangkan
from app.steps.uji import simpan_beberapa

Staf = dict[str, Officer]
VERIFIKATOR, PENETAP, KETUA, DATA = "ppid.utama", "ppid.utama2", "tim.satu", "petugas.data"
TIM = ("tim.satu", "tim.dua", "tim.tiga")
TEMPAT = "Ruang rapat contoh, Serang"
DIAJUKAN = "Usulan disampaikan bersama surat pengantar."


@dataclass
class Perkara:
    """One berkas of the demo: its butir with what they were made of, and its newest paper of each kind."""

    berkas: int
    butir: dict[int, Contoh] = field(default_factory=dict)
    naskah: dict[str, int] = field(default_factory=dict)

    def dikecualikan(self) -> list[int]:
        return [ident for ident, contoh in self.butir.items() if contoh.hasil in DIKECUALIKAN]


def _gerak(staf: Staf, name: str, perkara: Perkara, verb: str, note: str = "", **data: Any) -> None:
    """One move of the berkas; its papers are remembered."""
    outcome = perform("berkas", perkara.berkas, verb, officer=staf[name], note=note, data=data)
    perkara.naskah |= {paper.jenis: paper.id for paper in outcome.naskah}


def usulkan(staf: Staf, name: str, perihal: str, rows: tuple[Contoh, ...], *, nomor: int) -> int:
    """A petugas imports the sheet of the agency and names its letter; -> id of the draft usulan."""
    officer = staf[name]
    kode = name.removeprefix("pelaksana.").upper()
    content = lembar(rows)
    ident = impor_usulan(
        content, f"usulan-{kode.lower()}.xlsx", perangkat_daerah_kode=kode, officer=officer, simpan=True
    )
    assert ident.usulan_id is not None  # noqa: S101  a saved import always has one
    today = hari_ini_wib()
    letter = {
        "judul": f"Usulan {kode} {today.year}: {perihal}",
        "nomor_surat": f"000.{nomor}/CONTOH-{kode}/{today.year}",
        "tanggal_surat": today,
    }
    with writing() as session:
        ubah_usulan(session, officer, session.get_one(m.Usulan, ident.usulan_id), letter)
    return ident.usulan_id


def lembar(rows: tuple[Contoh, ...]) -> bytes:
    """The spreadsheet that an agency would send."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Usulan"
    sheet.append([kolom.nama for kolom in KOLOM])
    for row in rows:
        cells = {
            "uraian": row.uraian,
            "dokumen_induk": row.induk,
            "penguasa": row.penguasa,
            "pasal17": "; ".join(row.pasal17),
            "dasar_uu": "; ".join(f"{jenis} {nomor}/{tahun} {pasal}" for jenis, nomor, tahun, pasal in row.dasar),
            "konsekuensi_dibuka": row.dibuka,
            "konsekuensi_ditutup": row.ditutup,
            "kepentingan_publik": row.kepentingan,
            "cakupan": row.cakupan,
            "bagian": row.bagian or None,
            "jangka_jenis": row.jangka[0],
            "jangka_nilai": row.jangka[1],
            "uraian_publik": row.publik,
            "bentuk": "keduanya",
        }
        sheet.append([cells[kolom.nama] for kolom in KOLOM])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def himpun(staf: Staf, judul: str, usulan: dict[int, tuple[Contoh, ...]]) -> Perkara:
    """The agencies hand in, PPID Utama gathers everything into one new berkas."""
    session: Session = db.session
    berkas: int | None = None
    butir: dict[int, Contoh] = {}
    for ident, rows in usulan.items():
        owner = pemilik(staf, session, ident)
        perform("usulan", ident, "ajukan", officer=owner, note=DIAJUKAN)
        data = {"berkas": berkas, "judul": judul}
        berkas = perform("usulan", ident, "himpun", officer=staf[VERIFIKATOR], data=data).extra["berkas"]
        made = [row.id for row in butir_usulan(session, ident)]
        session.rollback()
        butir |= dict(zip(made, rows, strict=True))
    assert berkas is not None  # noqa: S101  at least one usulan was given
    return Perkara(berkas, butir)


def pemilik(staf: Staf, session: Session, usulan_id: int) -> Officer:
    """The petugas of the agency that owns a usulan."""
    agency = session.get_one(m.Usulan, usulan_id).perangkat_daerah_id
    session.rollback()
    return next(o for name, o in staf.items() if name.startswith("pelaksana.") and o.perangkat_daerah_id == agency)


def kaji(staf: Staf, perkara: Perkara) -> None:
    """SOP 1 ends: the examination begins."""
    _gerak(staf, VERIFIKATOR, perkara, "kaji")


def uji(staf: Staf, perkara: Perkara, *idents: int) -> None:
    """The Verifikator tests and concludes these butir (all when none is named)."""
    rows = {ident: _uji(perkara.butir[ident]) for ident in idents or perkara.butir}
    simpan_beberapa(staf[VERIFIKATOR], rows)


def _uji(contoh: Contoh) -> dict[str, Any]:
    return {
        "konsekuensi_dibuka": contoh.dibuka,
        "konsekuensi_ditutup": contoh.ditutup,
        "kepentingan_publik": contoh.kepentingan,
        "kepatutan": "Melindungi orang dan lembaga yang bersangkutan dinilai patut oleh masyarakat.",
        "mitigasi": "Informasi disajikan sebagai rekapitulasi.",
        "alternatif": "Bagian yang dikecualikan dihitamkan, bagian lain diberikan.",
        "cek_pasal18": [False] * len(PASAL_18),
        "persetujuan_tertulis": False,
        "terkait_jabatan_publik": False,
        "kesimpulan": contoh.hasil,
    }


def sampaikan(staf: Staf, perkara: Perkara) -> None:
    """SOP 2: tested, discussed in a meeting, handed to the Tim."""
    uji(staf, perkara)
    _rapat(staf, VERIFIKATOR, perkara, "uji_konsekuensi")
    _gerak(staf, VERIFIKATOR, perkara, "sampaikan", "Hasil kajian disampaikan untuk dipertimbangkan.")


def _rapat(staf: Staf, name: str, perkara: Perkara, jenis: str) -> None:
    meeting = {"berkas": perkara.berkas, "jenis": jenis, "tanggal": hari_ini_wib(), "tempat": TEMPAT}
    meeting |= {"pimpinan": staf[name].nama, "notulis": "Contoh Notulis"}
    there = [{"nama": staf[n].nama, "jabatan": staf[n].jabatan, "peran": "anggota"} for n in (name, "ppid.utama2")]
    simpan_rapat(staf[name], meeting | {"kehadiran": there if name == VERIFIKATOR else there[:1]})


def pendapat(staf: Staf, perkara: Perkara, *names: str) -> None:
    """These members of the Tim agree to every excluded butir."""
    reasons = {
        "alasan_uu": "Sesuai dengan Pasal 17 dan undang-undang yang disebut.",
        "alasan_kepatutan": "Patut dilindungi menurut rasa keadilan masyarakat.",
        "alasan_kepentingan_umum": "Menutup lebih melindungi kepentingan umum daripada membuka.",
    }
    for name in names:
        simpan_pendapat(staf[name], [{"butir": i, "sikap": "setuju", **reasons} for i in perkara.dikecualikan()])


def pertimbangkan(staf: Staf, perkara: Perkara) -> None:
    """SOP 3: every member opines, the chair hands over the result; both papers come back signed."""
    pendapat(staf, perkara, *TIM)
    _gerak(staf, KETUA, perkara, "pertimbangkan", "Seluruh anggota sependapat.")
    tandatangan(staf, VERIFIKATOR, perkara, Naskah.MATRIKS, Naskah.BERITA_ACARA, Naskah.NOTA_DINAS)
    tandatangan(staf, KETUA, perkara, Naskah.HASIL_PERTIMBANGAN)


def tandatangan(staf: Staf, name: str, perkara: Perkara, *kinds: Naskah) -> None:
    """Pair an invented scan with each paper."""
    for jenis in kinds:
        ident = perkara.naskah[jenis]
        scan, today = pindaian(f"{jenis} {ident}"), hari_ini_wib()
        pasangkan(staf[name], ident, content=scan, nama=f"{jenis}.pdf", tanggal_ttd=today, metode="basah")


def pindaian(title: str) -> bytes:
    """A one-page PDF, its own for every paper."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": f"Pindaian contoh {title}"})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def tetapkan(staf: Staf, perkara: Perkara) -> None:
    """SOP 4: approval of the head, then the decree."""
    _gerak(staf, "pimpinan", perkara, "setujui", "Disetujui.")
    _gerak(staf, PENETAP, perkara, "tetapkan", "Ditetapkan sesuai hasil pertimbangan.")


def tandatangan_sk(staf: Staf, perkara: Perkara) -> None:
    """The decree and its Lampiran II come back signed; the entries of the register come into force."""
    tandatangan(staf, PENETAP, perkara, Naskah.SURAT_KEPUTUSAN, Naskah.LAMPIRAN_TERBATAS)


def unggah(staf: Staf, perkara: Perkara) -> None:
    """SOP 5: published, archived in soft and hard copy, closed."""
    tandatangan_sk(staf, perkara)
    publikasikan(staf[DATA], {"naskah": perkara.naskah[Naskah.SURAT_KEPUTUSAN], "saluran": "publik"})
    for name, jenis, skkaad in (
        (DATA, Naskah.SURAT_KEPUTUSAN, "biasa"),
        (PENETAP, Naskah.LAMPIRAN_TERBATAS, "terbatas"),
    ):
        simpan_arsip(staf[name], [{"naskah": perkara.naskah[jenis], "skkaad": skkaad, **ARSIP}])
    _gerak(staf, DATA, perkara, "unggah", "Arsip naskah lain dilengkapi menyusul.")


ARSIP: dict[str, Any] = {
    "kode_klasifikasi": "488",
    "retensi_aktif": 2,
    "retensi_inaktif": 3,
    "nasib_akhir": "permanen",
    "penanggung_jawab": "Arsiparis contoh",
    "hardcopy": {
        "gedung": "Gedung contoh",
        "ruang": "Arsip",
        "lemari": "1",
        "rak": "2",
        "boks": "3",
        "folder": "4",
        "jumlah_lembar": 12,
    },
}
