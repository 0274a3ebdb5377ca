"""The cases of the demo world as one table: one berkas standing in every status, and usulan in every status."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.extensions import writing
from app.jobs.demo import texts as t
from app.jobs.demo import walk
from app.jobs.demo.texts import Contoh
from app.jobs.demo.walk import Perkara, Staf
from app.models import Pengguna
from app.security.officer import officer_of
from app.sop.words import StatusBerkas as Status
from app.steps.butir_baru import buat_butir, buat_usulan
from app.steps.perform import perform

DINKES, BKD, DKISP = "pelaksana.dinkes", "pelaksana.bkd", "pelaksana.dkisp"
Tahap = Callable[[Staf, Perkara], None]
# What brings a berkas into each status, in the order of the SOP.
URUTAN: tuple[tuple[Status, Tahap], ...] = (
    (Status.PENGKAJIAN, walk.kaji),
    (Status.PERTIMBANGAN, walk.sampaikan),
    (Status.PENETAPAN, walk.pertimbangkan),
    (Status.PENGUNGGAHAN, walk.tetapkan),
    (Status.SELESAI, walk.unggah),
)


@dataclass(frozen=True)
class Kasus:
    """One berkas: who proposed what, where it stands, and what happened there besides."""

    judul: str
    usulan: tuple[tuple[str, str, tuple[Contoh, ...]], ...]
    berhenti: Status
    lalu: Tahap | None = None


def sebagian_diuji(staf: Staf, perkara: Perkara) -> None:
    """The first butir is tested, the second goes back to its agency, the rest waits."""
    first, second, *_ = perkara.butir
    walk.uji(staf, perkara, first)
    note = "Sebutkan peristiwa yang mengakhiri pengecualian dengan lebih jelas."
    perform("butir", second, "minta_perbaikan", officer=staf[walk.VERIFIKATOR], note=note)


def ketua_berpendapat(staf: Staf, perkara: Perkara) -> None:
    """Only the chair has given his opinion: the quorum is still missing."""
    walk.pendapat(staf, perkara, walk.KETUA)


def batalkan(staf: Staf, perkara: Perkara) -> None:
    """The berkas is cancelled; its usulan waits again to be gathered."""
    note = "Dibuka dua kali untuk usulan yang sama; dilanjutkan dalam berkas lain."
    perform("berkas", perkara.berkas, "batalkan", officer=staf[walk.PENETAP], note=note)


KASUS: tuple[Kasus, ...] = (
    Kasus(
        "Klasifikasi informasi layanan kesehatan dan penilaian pegawai",
        (
            (DINKES, "layanan kesehatan", (t.KLINIK, t.TUBERKULOSIS, t.TENAGA)),
            (BKD, "penilaian pegawai", (t.ASESMEN,)),
        ),
        Status.SELESAI,
    ),
    Kasus(
        "Klasifikasi informasi kepegawaian perorangan",
        ((BKD, "data perorangan", (t.CERAI, t.POTONGAN)),),
        Status.PENGUNGGAHAN,
    ),
    Kasus(
        "Klasifikasi informasi pengamanan sarana sistem elektronik",
        ((DKISP, "pengamanan sarana", (t.KAMERA, t.SANDI)),),
        Status.PENGUNGGAHAN,
        walk.tandatangan_sk,
    ),
    Kasus(
        "Klasifikasi informasi kerja sama dan pemulihan layanan",
        ((DKISP, "kerja sama dan pemulihan", (t.PEMULIHAN, t.HARGA)),),
        Status.PENETAPAN,
    ),
    Kasus(
        "Klasifikasi informasi keselamatan pasien dan insiden siber",
        ((DINKES, "keselamatan pasien", (t.KEJADIAN,)), (DKISP, "insiden siber", (t.INSIDEN,))),
        Status.PERTIMBANGAN,
        ketua_berpendapat,
    ),
    Kasus(
        "Klasifikasi informasi kode etik dan seleksi jabatan",
        (
            (BKD, "kode etik dan seleksi", (t.ETIK, t.SOAL, t.GOLONGAN)),
            (DINKES, "penyidikan keracunan pangan", (t.KERACUNAN,)),
        ),
        Status.PENGKAJIAN,
        sebagian_diuji,
    ),
    Kasus(
        "Klasifikasi informasi pembahasan kebijakan",
        ((DKISP, "pembahasan kebijakan", (t.KEBIJAKAN,)),),
        Status.PENGHIMPUNAN,
    ),
    Kasus(
        "Klasifikasi informasi distribusi obat",
        ((DINKES, "distribusi obat", (t.GUDANG,)),),
        Status.PENGHIMPUNAN,
        batalkan,
    ),
)


def isi_perkara(session: Session, people: dict[str, Pengguna]) -> None:
    """Walk every case to where it stands, then leave a few usulan on the way."""
    staf = {name: officer_of(session, user) for name, user in people.items()}
    session.rollback()
    nomor = 0
    for kasus in KASUS:
        usulan = {}
        for name, perihal, rows in kasus.usulan:
            nomor += 1
            usulan[walk.usulkan(staf, name, perihal, rows, nomor=nomor)] = rows
        perkara = walk.himpun(staf, kasus.judul, usulan)
        for status, tahap in URUTAN:
            if list(Status).index(status) <= list(Status).index(kasus.berhenti):
                tahap(staf, perkara)
        if kasus.lalu is not None:
            kasus.lalu(staf, perkara)
    _usulan_lepas(staf, nomor)


def _usulan_lepas(staf: Staf, nomor: int) -> None:
    """One usulan returned for repair, one that states nihil, one draft that is only begun."""
    returned = walk.usulkan(staf, BKD, "riwayat jabatan", (t.RIWAYAT,), nomor=nomor + 1)
    perform("usulan", returned, "ajukan", officer=staf[BKD], note=walk.DIAJUKAN)
    note = "Lampirkan dokumen induknya dan jelaskan bagian yang dikecualikan."
    perform("usulan", returned, "kembalikan", officer=staf[walk.VERIFIKATOR], note=note)
    with writing() as session:
        nihil = buat_usulan(session, staf[DKISP], {"judul": "Pernyataan nihil DKISP", "nihil": True}).id
        draft = buat_usulan(session, staf[DINKES], {"judul": "Usulan DINKES: sedang disusun"}).id
        begun = {"usulan": draft, "uraian": "Daftar alamat rumah aman bagi korban kekerasan", "cakupan": "sebagian"}
        buat_butir(session, staf[DINKES], begun)
    perform("usulan", nihil, "ajukan", officer=staf[DKISP])
