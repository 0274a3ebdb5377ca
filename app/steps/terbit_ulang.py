"""A new revision of an unsigned paper: the decided content as it was kept, today's template, letterhead and signer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.contexts.bahan import Bahan, Kepala, Orang
from app.documents.differ import Baris, beda
from app.documents.keeping import DOCX, baca, simpan
from app.documents.kode import kode_verifikasi, token_baru
from app.documents.schema import IsianKurang, fit
from app.documents.vocabulary import VOCABULARY
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang
from app.extensions import db, writing
from app.law import settings
from app.models.base import TEKS
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_STATUS, Naskah, StatusBerkas, StatusNaskah
from app.steps import papers
from app.steps.cases import terkunci
from app.steps.events import catat
from app.steps.papers_bahan import lengkapi, muat, tentukan
from app.steps.papers_cetak import (
    PENETAPAN,
    cetak,
    gambar_kop,
    isi_naskah,
    judul,
    nama_berkas,
    penanda,
    sidik,
    templat,
)
from app.steps.pendukung import boleh_membuat
from app.steps.tandatangani import boleh_memasang
from app.steps.texts import isian

# What a revision takes over from the paper that it replaces.
_TUAN = ("berkas_id", "usulan_id", "perangkat_daerah_id", "permohonan_id", "penyusutan_id")
_KASUS = (*_TUAN, "rapat_id", "putaran")
_TETAP = (*_KASUS, "jenis", "nomor", "nomor_naskah_id", "sumber_nomor", "tanggal", "perihal")
# Rows that point at a paper as the one in force follow it to its new revision.
_PENUNJUK = ((m.ButirDitetapkan, "sk_id"), (m.Arsip, "naskah_id"), (m.PerubahanKlasifikasi, "naskah_id"))
# What tells how things stand is printed as it stands today; everything else was decided, and stays as it was kept.
SEGAR: dict[str, tuple[str, ...]] = {
    Naskah.DRAFT_DAFTAR: (
        *("usulan", "jumlah_butir", "jumlah_kata", "kelompok", "tidak_dikecualikan"),
        *("rekap", "nihil"),
    ),
    Naskah.UNDANGAN: ("acara", "rapat", "kepada"),
    Naskah.DAFTAR_HADIR: ("acara", "rapat", "peserta"),
    Naskah.NOTULEN: ("acara", "rapat", "jumlah_hadir", "jumlah_diundang", "isi"),
    Naskah.LEMBAR_PENDAPAT: ("anggota",),
    Naskah.LAPORAN: ("arsip", "penyimpanan", "publikasi"),
    Naskah.LABEL_BOKS: ("boks",),
}
# … as long as the berkas is at these steps.
SELAMA: dict[str, tuple[StatusBerkas, ...]] = {
    Naskah.DRAFT_DAFTAR: (StatusBerkas.PENGHIMPUNAN, StatusBerkas.PENGKAJIAN),
    Naskah.LEMBAR_PENDAPAT: (StatusBerkas.PERTIMBANGAN,),
}


def boleh_terbit_ulang(officer: Officer, naskah: m.Naskah) -> bool:
    """Whoever pairs the signed copy of a paper may print it anew before that; an unsigned kind, whoever makes it."""
    if not KETENTUAN[Naskah(naskah.jenis)].pemasang:
        return boleh_membuat(officer, Naskah(naskah.jenis))
    return officer.may("can_tandatangani", "Naskah") and boleh_memasang(officer, naskah)


def terbitkan_ulang(officer: Officer, naskah_id: int, *, alasan: str) -> int:
    """Replace an unsigned paper by its next revision under the same number. -> id of the new one. Raises as the door does."""
    if not officer.may("can_tandatangani", "Naskah") and not officer.may("can_arsipkan", "Naskah"):
        raise TidakBerwenang()
    reason = isian("alasan", alasan, TEKS)
    with writing() as session:
        session.info[PELAKU] = officer.id
        old = _paper(session, officer, naskah_id)
        content, own = templat(session, old.jenis)
        new = _revision(session, officer, old, content, own)
        _follow(session, old, new)
        catat(
            session,
            officer=officer,
            objek_jenis="naskah",
            objek_id=new.id,
            verb="terbitkan_ulang",
            berkas_id=new.berkas_id,
            dari=StatusNaskah.TERBIT.value,
            ke=new.status,
            catatan=reason,
            ringkasan={"menggantikan": old.id, "revisi": new.revisi, "sha256": new.sha256},
        )
        return new.id


def _paper(session: Session, officer: Officer, ident: int) -> m.Naskah:
    old = terkunci(session, m.Naskah, ident, officer)
    if not boleh_terbit_ulang(officer, old):
        raise TidakBerwenang("Naskah ini hanya dapat diterbitkan ulang oleh peran lain.")
    if old.status != StatusNaskah.TERBIT:
        label = LABEL_STATUS[StatusNaskah(old.status)]
        raise StatusBerubah(
            f"Naskah ini sudah berstatus “{label}”; hanya naskah yang belum ditandatangani dapat diterbitkan ulang."
        )
    return old


def _revision(
    session: Session, officer: Officer, old: m.Naskah, content: bytes, own: m.TemplatNaskah | None
) -> m.Naskah:
    jenis, token = Naskah(old.jenis), token_baru()
    bahan = bahan_naskah(session, papers.orang_pelaku(session, officer), old)
    isi = isi_kini(bahan, old, token)
    printed = cetak(content, isi, jenis, judul(jenis, old.nomor), gambar=gambar_kop(session, isi))
    new = m.Naskah(
        **{name: getattr(old, name) for name in _TETAP},
        tembusan=isi["naskah"]["tembusan"],
        templat_id=own.id if own is not None else None,
        templat_sha256=sidik(content),
        isi=isi,
        sha256=sidik(printed),
        token=token,
        penandatangan=penanda(bahan, jenis),
        revisi=old.revisi + 1,
    )
    new.nomor_naskah, new.perangkat_daerah = old.nomor_naskah, old.perangkat_daerah
    new.unggahan = simpan(session, printed, nama=nama_berkas(new), mime=DOCX, officer_id=officer.id)
    old.status, old.usang = StatusNaskah.DICABUT.value, False
    session.add(new)
    session.flush()
    return new


def bahan_naskah(session: Session, by: Orang, old: m.Naskah) -> Bahan:
    """The rows of the case as they stand, with the signer of the paper that is replaced; `by` has it printed."""
    case = session.get(m.Berkas, old.berkas_id) if old.berkas_id is not None else None
    usulan = session.get(m.Usulan, old.usulan_id) if case is None and old.usulan_id is not None else None
    bahan = muat(session, settings.semua(session), tanggal=old.tanggal, pelaku=by, berkas=case, usulan=usulan)
    lengkapi(session, bahan, Naskah(old.jenis), hari_ini_wib())
    change = select(m.PerubahanKlasifikasi).where(m.PerubahanKlasifikasi.naskah_id == old.id)
    tentukan(
        session,
        bahan,
        perangkat_id=old.perangkat_daerah_id,
        rapat_id=old.rapat_id,
        permohonan_id=old.permohonan_id,
        penyusutan_id=old.penyusutan_id,
        perubahan=session.scalars(change).one_or_none() if old.jenis == Naskah.KEPUTUSAN_PERUBAHAN else None,
    )
    bahan.pejabat = {**bahan.pejabat, **_penanda_lama(session, old)}
    return bahan


def isi_kini(bahan: Bahan, old: m.Naskah, token: str) -> dict[str, Any]:
    """What is printed: decided content from the snapshot; letterhead, signers and new names from today."""
    jenis, address = Naskah(old.jenis), papers.alamat_verifikasi(token)
    code = kode_verifikasi(token)
    kepala = Kepala(jenis, old.tanggal, old.nomor or "", old.putaran, old.revisi, kode=code, alamat=address)
    kept = gabung(isi_naskah(bahan, kepala), old.isi, segar(bahan, old))
    kept["naskah"] |= {"revisi": old.revisi, "kode_verifikasi": code, "alamat_verifikasi": address}
    try:
        return fit(VOCABULARY[jenis], kept)
    except IsianKurang as lack:
        sentence = "Naskah ini disusun dengan daftar nama yang lama. Ulangi langkah SOP-nya agar naskah terbit baru."
        raise IsianSalah([Kekurangan("isi_lama", f"{sentence} ({lack})")]) from lack


def _penanda_lama(session: Session, old: m.Naskah) -> dict[str, m.Pejabat]:
    """The official who signs the paper stays the same person, with name and rank as they are recorded today."""
    kept = old.penandatangan or {}
    signer = session.get(m.Pejabat, kept["id"]) if kept.get("id") else None
    if signer is None:
        return {}
    fungsi = "penetap" if old.jenis in PENETAPAN else str(kept.get("fungsi") or "")
    return {fungsi: signer}


def segar(bahan: Bahan, old: m.Naskah) -> tuple[str, ...]:
    """The names of a paper that a new print takes from the case as it stands."""
    told = SEGAR.get(old.jenis, ())
    steps = SELAMA.get(old.jenis)
    if steps is not None and (bahan.berkas is None or bahan.berkas.status not in steps):
        return ()
    return () if "rapat" in told and bahan.rapat_ini is None else told


def gabung(fresh: Mapping[str, Any], snapshot: Mapping[str, Any], anew: Collection[str] = ()) -> dict[str, Any]:
    """The snapshot, but letterhead, signers and the names `anew` as they are now, and names that it does not know yet."""
    merged = {**fresh, **snapshot}
    for name, value in fresh.items():
        if name == "instansi" or name in anew or (isinstance(value, Mapping) and "nama_cetak" in value):
            merged[name] = value
        elif isinstance(value, Mapping) and isinstance(merged[name], Mapping):
            merged[name] = {**value, **merged[name]}
    return merged


def _follow(session: Session, old: m.Naskah, new: m.Naskah) -> None:
    for model, column in _PENUNJUK:
        pointing = update(model).where(getattr(model, column) == old.id).values({column: new.id})
        session.execute(pointing.execution_options(synchronize_session=False))


def sebelumnya(session: Session, naskah: m.Naskah) -> m.Naskah | None:
    """The paper of the same kind and case that this one came after."""
    n = m.Naskah
    own = [*_TUAN]
    if naskah.jenis == Naskah.KEPUTUSAN_PERUBAHAN:
        own.append("nomor_naskah_id")  # a berkas has one for each change
    same = [getattr(n, name).is_not_distinct_from(getattr(naskah, name)) for name in own]
    query = select(n).where(n.jenis == naskah.jenis, *same, n.id < naskah.id)
    return session.scalars(query.order_by(n.id.desc()).limit(1)).first()


def bandingkan(officer: Officer, naskah_id: int) -> tuple[m.Naskah, m.Naskah | None, list[Baris]]:
    """(the paper, the one before it, what differs in their words), within the officer's rows; the reading is logged."""
    paper = scope.one(db.session, m.Naskah, naskah_id, officer)
    before = sebelumnya(db.session, paper)
    if before is None or scope.find(db.session, m.Naskah, before.id, officer) is None:
        return paper, None, []
    lines = beda(baca(before.unggahan), baca(paper.unggahan))
    if paper.jenis != Naskah.SURAT_KEPUTUSAN:
        told = (paper.id, paper.berkas_id, before.id)
        with writing() as session:
            catat(
                session,
                officer=officer,
                objek_jenis="naskah",
                objek_id=told[0],
                verb="bandingkan",
                berkas_id=told[1],
                ringkasan={"dengan": told[2]},
            )
        paper, before = session.get_one(m.Naskah, told[0]), session.get_one(m.Naskah, told[2])
    return paper, before, lines
