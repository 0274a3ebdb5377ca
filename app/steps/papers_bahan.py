"""Loads what papers are made of: the rows of a case, in a constant number of statements however many butir it has."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import and_, false, or_, select
from sqlalchemy.orm import Session, joinedload, load_only, selectinload

from app import models as m
from app.documents.contexts.bahan import Bahan, Kejadian, Orang
from app.models.events import sejak_lahir
from app.sop.reading import semua
from app.sop.words import Naskah
from app.steps.cases import butir_berkas, butir_usulan, persetujuan_berlaku, usulan_berkas
from app.steps.opinions import anggota_menjabat, timbang
from app.steps.perubahan import jenis_tindak_lanjut

# Events that papers tell; tests, opinions and edits are many and stand in papers by themselves.
VERBA = tuple(dict.fromkeys(row.verb for _, row in semua()))
_DITIMBANG = (Naskah.HASIL_PERTIMBANGAN, Naskah.LAMPIRAN_TERBATAS, Naskah.LEMBAR_PENDAPAT)
_BERTIM = (Naskah.HASIL_PERTIMBANGAN, Naskah.SURAT_KEPUTUSAN, Naskah.LEMBAR_PENDAPAT, Naskah.UNDANGAN)
_AKHIR = (Naskah.TANDA_BUKTI_UNGGAH, Naskah.LAPORAN, Naskah.LABEL_BOKS)


def muat(
    session: Session,
    settings: Mapping[str, str],
    *,
    tanggal: dt.date,
    pelaku: Orang,
    berkas: m.Berkas | None = None,
    usulan: m.Usulan | None = None,
) -> Bahan:
    """The rows that all papers of a berkas, or of one usulan, share."""
    gathered = usulan_berkas(session, berkas.id) if berkas is not None else [usulan] if usulan is not None else []
    idents = [u.id for u in gathered]
    bahan = Bahan(
        settings=settings,
        pelaku=pelaku,
        utama=_agency(session, settings.get("perangkat_daerah_utama", "")),
        berkas=berkas,
        usulan=gathered,
        butir=_butir(session, berkas, usulan),
        peraturan=list(session.scalars(select(m.Peraturan).order_by(m.Peraturan.id))),
        rapat=_meetings(session, berkas),
        kejadian=_events(session, berkas, idents),
        naskah=_papers(session, berkas, idents),
    )
    _officials(session, bahan, tanggal)
    return bahan


def lengkapi(session: Session, bahan: Bahan, jenis: str, tanggal: dt.date) -> None:
    """Load what only this kind of paper asks for, once."""
    berkas = bahan.berkas
    if berkas is None:
        return
    if not bahan.anggota and jenis in _BERTIM:
        bahan.anggota = anggota_menjabat(session, tanggal)
    if not bahan.timbangan and jenis in (*_DITIMBANG, "lembar_kendali_sop"):
        considered = [b for b in bahan.butir if b.uji]
        bahan.timbangan = {w.butir.id: w for w in timbang(session, berkas, considered, tanggal)}
    if jenis == Naskah.SURAT_KEPUTUSAN:
        bahan.persetujuan = persetujuan_berlaku(session, berkas)
        bahan.keputusan_lama = _replaced(session, berkas)
    if not bahan.arsip and jenis in (*_AKHIR, "lembar_kendali_sop"):
        _end(session, bahan, berkas)
    if jenis == Naskah.LABEL_BOKS:
        bahan.arsip = _sekotak(session, bahan.arsip)


def tentukan(
    session: Session,
    bahan: Bahan,
    *,
    perangkat_id: int | None = None,
    rapat_id: int | None = None,
    perubahan: m.PerubahanKlasifikasi | None = None,
    permohonan_id: int | None = None,
    penyusutan_id: int | None = None,
) -> None:
    """What one paper is about, where it is not about the whole berkas: an agency, a meeting, a change of an entry,

    a request for information, a list of records.
    """
    bahan.perangkat = session.get(m.PerangkatDaerah, perangkat_id) if perangkat_id is not None else None
    bahan.rapat_ini = next((r for r in bahan.rapat if r.id == rapat_id), None)
    bahan.perubahan = perubahan
    if perubahan is not None:
        entry = perubahan.butir_ditetapkan
        newer = select(m.ButirDitetapkan).where(m.ButirDitetapkan.menggantikan_id == entry.id)
        bahan.pengganti = session.scalars(newer.limit(1)).first()
        bahan.data_pribadi = jenis_tindak_lanjut(entry.klasifikasi) == "tinjau_pdp"
    if permohonan_id is not None:
        bahan.permohonan = session.get(m.Permohonan, permohonan_id)
        bahan.entri = butir_permohonan(session, permohonan_id)
    if penyusutan_id is not None:
        bahan.penyusutan = session.get(m.PenyusutanArsip, penyusutan_id)
        bahan.arsip = arsip_penyusutan(session, penyusutan_id)


def butir_permohonan(session: Session, permohonan_id: int) -> list[m.ButirDitetapkan]:
    """The entries of the register that a request asks for."""
    e, pb = m.ButirDitetapkan, m.PermohonanButir
    query = select(e).join(pb, pb.butir_ditetapkan_id == e.id).where(pb.permohonan_id == permohonan_id)
    return list(session.scalars(query.options(joinedload(e.sk), joinedload(e.perangkat_daerah)).order_by(e.id)))


def arsip_penyusutan(session: Session, penyusutan_id: int) -> list[m.Arsip]:
    """The records of a list."""
    a, b = m.Arsip, m.ButirPenyusutan
    query = select(a).join(b, b.arsip_id == a.id).where(b.penyusutan_id == penyusutan_id)
    return list(session.scalars(query.options(joinedload(a.naskah)).order_by(a.id)).unique())


def _agency(session: Session, kode: str) -> m.PerangkatDaerah | None:
    return session.scalars(select(m.PerangkatDaerah).where(m.PerangkatDaerah.kode == kode)).first()


def _butir(session: Session, berkas: m.Berkas | None, usulan: m.Usulan | None) -> list[m.ButirInformasi]:
    if berkas is not None:
        return butir_berkas(session, berkas.id)
    return butir_usulan(session, usulan.id) if usulan is not None else []


def _meetings(session: Session, berkas: m.Berkas | None) -> list[m.Rapat]:
    if berkas is None:
        return []
    query = select(m.Rapat).where(m.Rapat.berkas_id == berkas.id).options(selectinload(m.Rapat.kehadiran))
    return list(session.scalars(query.order_by(m.Rapat.tanggal, m.Rapat.id)))


def _events(session: Session, berkas: m.Berkas | None, usulan: list[int]) -> list[Kejadian]:
    p = m.Peristiwa
    of_usulan = (p.objek_jenis == "usulan") & p.objek_id.in_(usulan) & sejak_lahir(p, m.Usulan)
    mine = or_(of_usulan, p.berkas_id == berkas.id) if berkas is not None else of_usulan
    columns = (p.verb, p.objek_jenis, p.objek_id, p.waktu, p.pelaku_nama, p.pelaku_id, p.pelaku_jabatan, p.peran)
    query = select(*columns, p.atas_nama, p.catatan, p.di_luar_jam_kerja).where(mine, p.verb.in_(VERBA))
    return [_event(*row) for row in session.execute(query.order_by(p.urut))]


def _event(
    verb: str, jenis: str, ident: int, waktu: dt.datetime, nama: str, pelaku_id: int | None, *more: Any
) -> Kejadian:
    jabatan, peran, atas_nama, catatan, outside = more
    return Kejadian(
        verb=verb,
        objek_jenis=jenis,
        objek_id=ident,
        waktu=waktu,
        pelaku=nama,
        pelaku_id=pelaku_id,
        jabatan=jabatan or "",
        peran=peran or "",
        atas_nama=atas_nama or "",
        catatan=catatan or "",
        di_luar_jam_kerja=outside,
    )


def _papers(session: Session, berkas: m.Berkas | None, usulan: list[int]) -> list[m.Naskah]:
    n = m.Naskah
    mine = n.usulan_id.in_(usulan)
    query = select(n).where(or_(mine, n.berkas_id == berkas.id) if berkas is not None else mine)
    return list(session.scalars(query.order_by(n.id)))


def _officials(session: Session, bahan: Bahan, tanggal: dt.date) -> None:
    """The holders of every function on the day; the newest where records overlap, as in officials.pejabat_menjabat."""
    p = m.Pejabat
    query = select(p).where(p.mulai <= tanggal, or_(p.selesai.is_(None), p.selesai >= tanggal))
    holders, agencies, people = {}, {}, {}
    for row in session.scalars(query.options(joinedload(p.perangkat_daerah)).order_by(p.mulai, p.id)):
        if row.pengguna_id is not None:
            people[row.pengguna_id] = row
        if row.fungsi == "ppid_pelaksana" and row.perangkat_daerah_id is not None:
            agencies[row.perangkat_daerah_id] = row
        elif row.fungsi is not None:
            holders[row.fungsi] = row
    bahan.pejabat, bahan.pelaksana, bahan.pemegang = holders, agencies, people


def _sekotak(session: Session, kept: Sequence[m.Arsip]) -> list[m.Arsip]:
    """Every record that lies in the boxes of these, of whatever berkas; those that left are gone."""
    a, b, p = m.Arsip, m.ButirPenyusutan, m.PenyusutanArsip
    place = (a.hardcopy_gedung, a.hardcopy_ruang, a.hardcopy_lemari, a.hardcopy_rak, a.hardcopy_boks)
    boxes = {tuple(getattr(row, column.key) for column in place) for row in kept if row.hardcopy_boks}
    same = [
        and_(*(c.is_not_distinct_from(v) for c, v in zip(place, box, strict=True))) for box in sorted(boxes, key=str)
    ]
    left = select(b.arsip_id).join(p, b.penyusutan_id == p.id).where(p.status == "selesai")
    query = select(a).where(or_(false(), *same), a.id.not_in(left)).order_by(a.id)
    return list(session.scalars(query.options(joinedload(a.naskah).joinedload(m.Naskah.berkas))).unique())


def _replaced(session: Session, berkas: m.Berkas) -> m.Naskah | None:
    """The earlier decree whose entries this run tested anew."""
    change, entry = m.PerubahanKlasifikasi, m.ButirDitetapkan
    query = (
        select(m.Naskah)
        .join(entry, entry.sk_id == m.Naskah.id)
        .join(change, change.butir_ditetapkan_id == entry.id)
        .where(change.berkas_id == berkas.id)
    )
    return session.scalars(query.order_by(m.Naskah.id.desc()).limit(1)).first()


def _end(session: Session, bahan: Bahan, berkas: m.Berkas) -> None:
    """Publications, archive records and keeping by the agencies."""
    of_berkas = m.Naskah.berkas_id == berkas.id
    uploads = select(m.Publikasi).join(m.Publikasi.naskah).where(of_berkas, m.Naskah.status != "dicabut")
    archive = select(m.Arsip).join(m.Arsip.naskah).where(of_berkas)
    keeping = select(m.PenyimpananDokumen).join(m.PenyimpananDokumen.butir_ditetapkan)
    keeping = keeping.join(m.ButirDitetapkan.sk).where(of_berkas, m.Naskah.status != "dicabut")
    agency = joinedload(m.Publikasi.perangkat_daerah)
    bahan.publikasi = list(session.scalars(uploads.options(agency).order_by(m.Publikasi.id)))
    bahan.arsip = list(session.scalars(archive.options(joinedload(m.Arsip.naskah)).order_by(m.Arsip.id)))
    entry = joinedload(m.PenyimpananDokumen.butir_ditetapkan).load_only(m.ButirDitetapkan.kode)
    kept = keeping.options(entry, joinedload(m.PenyimpananDokumen.perangkat_daerah))
    bahan.penyimpanan = list(session.scalars(kept.order_by(m.PenyimpananDokumen.id)))
    who = {p.dibuat_oleh_id for p in bahan.publikasi if p.dibuat_oleh_id is not None}
    if who:
        names = select(m.Pengguna).where(m.Pengguna.id.in_(who))
        only = load_only(m.Pengguna.first_name, m.Pengguna.last_name)
        bahan.nama = {u.id: u.nama for u in session.scalars(names.options(only)).unique()}
