"""Drives cases through the door to any status: what people do in the office, as short words for tests."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from flask_appbuilder.security.sqla.models import Role
from pypdf import PdfWriter
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.keeping import baca
from app.extensions import db, writing
from app.security.officer import Officer
from app.steps.arsip import simpan_arsip
from app.steps.butir_baru import buat_butir, buat_usulan, simpan_dasar
from app.steps.move import Outcome
from app.steps.pendapat import simpan_pendapat
from app.steps.perform import perform
from app.steps.publikasi import publikasikan
from app.steps.tandatangani import pasangkan
from app.steps.uji import simpan_beberapa, simpan_uji
from tests.people import SEATS, Staff

NOTE = "Sudah dibahas dan dicatat."
TOPICS = ("penyakit menular", "kesehatan jiwa", "pemeriksaan disiplin", "tes narkotika", "konsultasi keluarga")
BUTIR = {
    "dokumen_induk": "Laporan triwulan III bidang contoh",
    "penguasa": "Kepala Bidang Contoh",
    "bentuk": "keduanya",
    "cakupan": "sebagian",
    "bagian": "Kolom 2 sampai 5 pada halaman 3 sampai 18",
    "jangka_jenis": "tahun",
    "jangka_tahun": 5,
}
WORDS = {
    "konsekuensi_dibuka": "Mengungkap riwayat seseorang sehingga dapat dipakai tetangga atau majikan untuk diskriminasi.",
    "konsekuensi_ditutup": "Melindungi hak pasien atas kerahasiaan dan menjaga kepercayaan pada layanan daerah.",
    "kepentingan_publik": "Publik tetap memperoleh rekapitulasi per kecamatan tanpa identitas siapa pun.",
    "kepatutan": "Patut dilindungi karena menyangkut martabat orang per orang.",
    "mitigasi": "Penyajian agregat per kecamatan dan penghitaman kolom nama.",
    "alternatif": "Penghitaman kolom 2 sampai 5 lalu pemberian salinan selebihnya.",
}
ANSWERS = {"cek_pasal18": [False] * 7, "persetujuan_tertulis": False, "terkait_jabatan_publik": False}
ARCHIVE = {
    "kode_klasifikasi": "488",
    "retensi_aktif": 2,
    "retensi_inaktif": 3,
    "nasib_akhir": "permanen",
    "hardcopy": {"gedung": "A", "ruang": "Arsip", "lemari": "1", "rak": "2", "boks": "3", "jumlah_lembar": 12},
    "penanggung_jawab": "Arsiparis",
}


def scan(words: str) -> bytes:
    """A PDF of one empty page, another one for other words: it stands for the scan of a signed paper."""
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(width=595, height=842)
    writer.add_metadata({"/Title": words})
    writer.write(out)
    return out.getvalue()


@dataclass
class Case:
    """One run of the SOP by its ids: berkas, usulan by agency, butir in the order of their making."""

    berkas: int = 0
    usulan: dict[str, int] = field(default_factory=dict)
    butir: list[int] = field(default_factory=list)


@dataclass
class Office:
    """The people and the present database; every method is one piece of their work."""

    staff: Staff = field(default_factory=Staff)
    session: Session = field(default_factory=lambda: db.session)

    def act(self, who: str, kind: str, ident: int, verb: str, note: str = "", **more: Any) -> Outcome:
        """One move through the door; `version` and `operation` are the door's, all else is the verb's own data."""
        door = {name: more.pop(name) for name in ("version", "operation") if name in more}
        return perform(kind, ident, verb, officer=self.staff[who], note=note, data=more, **door)

    def move(self, who: str, case: Case, verb: str, note: str = NOTE, **more: Any) -> Outcome:
        """One move of the berkas."""
        return self.act(who, "berkas", case.berkas, verb, note, **more)

    def row(self, model: Any, ident: int) -> Any:
        """A row as it stands now."""
        self.session.rollback()
        return self.session.get_one(model, ident, populate_existing=True)

    def status(self, kind: str, ident: int) -> str:
        model = {"usulan": m.Usulan, "berkas": m.Berkas, "butir": m.ButirInformasi, "naskah": m.Naskah}[kind]
        status: str = self.row(model, ident).status
        return status

    def grant(self, who: str, *roles: str) -> None:
        """The administrator gives a person more roles."""
        found = select(Role).where(Role.name.in_(roles))
        user = self.session.scalars(select(m.Pengguna).where(m.Pengguna.username == who)).unique().one()
        user.roles.extend(self.session.scalars(found).unique())
        self.session.commit()
        self.staff.pop(who, None)

    def choose(self, kunci: str, nilai: str) -> None:
        """The office makes one of its choices."""
        row = self.session.scalars(select(m.Pengaturan).where(m.Pengaturan.kunci == kunci)).one_or_none()
        row = row or m.Pengaturan(kunci=kunci)
        row.nilai = nilai
        self.session.add(row)
        self.session.commit()

    def seat(self, who: str) -> m.AnggotaTim:
        """The seat of a person in the Tim."""
        a = m.AnggotaTim
        return self.session.scalars(select(a).where(a.pengguna_id == self.staff[who].id)).one()

    def propose(self, who: str, butir: int = 1, *, nihil: bool = False, **more: Any) -> tuple[int, list[int]]:
        """A draft of the person's agency, written as its Petugas writes it; -> (usulan, its butir)."""
        officer = self.staff[who]
        with writing() as session:
            usulan = buat_usulan(session, officer, {"nihil": nihil}).id
        return usulan, [self.add_butir(officer, usulan, number, **more) for number in range(butir)]

    def add_butir(self, officer: Officer, usulan: int, number: int = 0, **more: Any) -> int:
        """One complete butir in a draft."""
        topic = f"{TOPICS[number % len(TOPICS)]} nomor {usulan}-{number}"
        texts = {"uraian": f"Identitas pasien {topic}", "uraian_publik": f"Data perseorangan dalam laporan {topic}"}
        with writing() as session:
            ident = buat_butir(session, officer, {"usulan": usulan} | BUTIR | texts | more).id
            p17 = session.scalars(select(m.Pasal17).where(m.Pasal17.huruf == "h", m.Pasal17.angka == 2)).one()
            simpan_dasar(session, officer, {"butir": ident, "pasal17": p17.id})
            law = session.scalars(
                select(m.Peraturan).where(m.Peraturan.jenis == "UU", m.Peraturan.nomor == "17")
            ).first()
            more = {"peraturan": law.id} if law is not None else {"teks": "UU 17/2023 Kesehatan"}
            simpan_dasar(session, officer, {"butir": ident, "pasal_ayat": "Pasal 177"} | more)
        simpan_uji(officer, ident, {name: WORDS[name] for name in ("konsekuensi_dibuka", "konsekuensi_ditutup")})
        return ident

    def submit(self, case: Case, who: str, butir: int = 1, **more: Any) -> int:
        """Propose and hand in; -> usulan."""
        usulan, made = self.propose(who, butir, **more)
        self.act(who, "usulan", usulan, "ajukan")
        case.usulan[who] = usulan
        case.butir += made
        return usulan

    def gather(self, case: Case, usulan: int) -> None:
        """Into the berkas of the case, or a new one."""
        done = self.act("verifikator", "usulan", usulan, "himpun", berkas=case.berkas or None)
        case.berkas = done.extra["berkas"]

    def test(self, case: Case, conclusions: dict[int, str] | None = None, who: str = "verifikator") -> None:
        """Test the butir that are under examination; those that are not named are excluded in part."""
        b = m.ButirInformasi
        self.session.rollback()
        rows = self.session.scalars(
            select(b.id).where(b.berkas_id == case.berkas, b.status == "dihimpun").order_by(b.id)
        )
        said = {ident: (conclusions or {}).get(ident, "dikecualikan_sebagian") for ident in rows}
        simpan_beberapa(self.staff[who], {ident: WORDS | ANSWERS | {"kesimpulan": said[ident]} for ident in said})

    def opine(
        self, case: Case, sikap: str = "setuju", who: tuple[str, ...] = SEATS, butir: list[int] | None = None
    ) -> None:
        """The members' opinions on the excluded butir."""
        b = m.ButirInformasi
        self.session.rollback()
        tested = select(b.id).where(b.berkas_id == case.berkas, b.status == "diuji").order_by(b.id)
        wanted = butir if butir is not None else list(self.session.scalars(tested))
        reason = {} if sikap == "setuju" else {"alasan_uu": "Alasan menurut undang-undang."}
        for name in who:
            simpan_pendapat(self.staff[name], [{"butir": ident, "sikap": sikap, **reason} for ident in wanted])

    def paper(self, case: Case, jenis: str) -> m.Naskah:
        """The newest paper of a kind that stands."""
        n = m.Naskah
        self.session.rollback()
        query = select(n).where(n.berkas_id == case.berkas, n.jenis == jenis, n.status != "dicabut")
        return self.session.scalars(query.order_by(n.id.desc()).limit(1)).one()

    def sign(self, case: Case, who: str, *kinds: str) -> None:
        """Pair a scan with the newest paper of each kind."""
        for jenis in kinds:
            ident = self.paper(case, jenis).id
            today, bytes_ = hari_ini_wib(), scan(f"{jenis} {ident}")
            pasangkan(self.staff[who], ident, content=bytes_, nama="pindai.pdf", tanggal_ttd=today, metode="basah")

    def publish(self, case: Case, who: str = "data") -> int:
        return publikasikan(self.staff[who], {"naskah": self.paper(case, "surat_keputusan").id, "saluran": "publik"})

    def archive(self, case: Case) -> None:
        """The two papers that must be archived."""
        for who, jenis, skkaad in (("data", "surat_keputusan", "biasa"), ("utama", "lampiran_terbatas", "terbatas")):
            simpan_arsip(self.staff[who], [{"naskah": self.paper(case, jenis).id, "skkaad": skkaad, **ARCHIVE}])

    def text(self, paper: m.Naskah) -> str:
        """What a paper says."""
        from tests.documents.reading import docx_text, squeeze

        return squeeze(docx_text(baca(paper.unggahan)))

    def events(self, kind: str, ident: int) -> list[str]:
        """The verbs in the log of one object, oldest first."""
        p = m.Peristiwa
        self.session.rollback()
        return list(
            self.session.scalars(select(p.verb).where(p.objek_jenis == kind, p.objek_id == ident).order_by(p.urut))
        )
