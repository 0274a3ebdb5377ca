"""THE row filter: which rows of each table an officer may reach, by the highest status that a case ever reached.

Lists, records, edits, actions, downloads, related rows, drop-downs, API, exports and counts all ask here.
Nothing decided means nothing seen: a table that is not named below is empty for everybody.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Exists, SQLColumnExpression, exists, false, or_, select, true
from sqlalchemy.orm import Session

from app import models as m
from app.errors import TidakDitemukan
from app.models.base import id_baris
from app.security.officer import Officer
from app.sop.words import Naskah, StatusBerkas, StatusNaskah

T = TypeVar("T")
RESOURCE = "Berkas"
BARIS_PETUGAS, BARIS_UTAMA, BARIS_TIM = "can_baris_petugas", "can_baris_ppid_utama", "can_baris_tim"
BARIS_PIMPINAN, BARIS_DATA = "can_baris_pimpinan", "can_baris_petugas_data"
BARIS_ARSIPARIS, BARIS_PENGAWAS = "can_baris_arsiparis", "can_baris_pengawas"
SEMUA_BARIS = (BARIS_PETUGAS, BARIS_UTAMA, BARIS_TIM, BARIS_PIMPINAN, BARIS_DATA, BARIS_ARSIPARIS, BARIS_PENGAWAS)

TAHAP: dict[str, int] = {
    status: place for place, status in enumerate(StatusBerkas) if status != StatusBerkas.DIBATALKAN
}
_DARI = {
    BARIS_TIM: TAHAP[StatusBerkas.PERTIMBANGAN],
    BARIS_PIMPINAN: TAHAP[StatusBerkas.PENETAPAN],
}
_UNGGAH = TAHAP[StatusBerkas.PENGUNGGAHAN]
_NASKAH_PETUGAS_DATA = (
    *(Naskah.SURAT_KEPUTUSAN, Naskah.TANDA_BUKTI_UNGGAH, Naskah.LAPORAN),
    *(Naskah.KEPUTUSAN_PERUBAHAN, Naskah.LABEL_BOKS),
)

Rule = ColumnElement[bool]


def _ada(*models: Any) -> Exists:
    """EXISTS over these tables, kept apart from the same tables in the query around it (a join there changes nothing)."""
    return exists().select_from(*models).correlate_except(*models)


def _has(officer: Officer, *scopes: str) -> bool:
    return any(officer.may(scope, RESOURCE) for scope in scopes)


def baca_dalam(officer: Officer) -> bool:
    """Whether whoever sees a berkas may read what it says inside: the notes and drafts over all of its agencies."""
    return _has(officer, BARIS_UTAMA, BARIS_TIM, BARIS_PIMPINAN, BARIS_PENGAWAS)


def _any(rules: Sequence[ColumnElement[bool] | SQLColumnExpression[bool]]) -> Rule:
    return or_(false(), *rules)


def _own(officer: Officer, column: Any) -> list[Rule]:
    """The rows of the officer's own agency; nothing without an agency."""
    if officer.perangkat_daerah_id is None or not _has(officer, BARIS_PETUGAS):
        return []
    return [column == officer.perangkat_daerah_id]


def _reached(officer: Officer, berkas_id: Any, **more: int) -> list[Rule]:
    """Rows whose berkas came as far as the officer's roles ask."""
    levels = [level for scope, level in {**_DARI, **more}.items() if _has(officer, scope)]
    if not levels:
        return []
    reached = _ada(m.Berkas).where(m.Berkas.id == berkas_id, m.Berkas.tahap_tertinggi >= min(levels))
    return [reached]


def _everything(officer: Officer) -> list[Rule]:
    return [true()] if _has(officer, BARIS_PENGAWAS) else []


def _usulan(o: Officer) -> Rule:
    submitted = [m.Usulan.pernah_diajukan] if _has(o, BARIS_UTAMA) else []
    rules = [*_everything(o), *_own(o, m.Usulan.perangkat_daerah_id), *submitted, *_reached(o, m.Usulan.berkas_id)]
    return _any(rules)


def _own_berkas(o: Officer, berkas_id: Any) -> list[Rule]:
    gathered = _ada(m.ButirInformasi, m.Usulan).where(
        m.ButirInformasi.berkas_id == berkas_id, m.ButirInformasi.usulan_id == m.Usulan.id
    )
    proposed = _ada(m.Usulan).where(m.Usulan.berkas_id == berkas_id)
    mine = _own(o, m.Usulan.perangkat_daerah_id)
    return [gathered.where(*mine), proposed.where(*mine)] if mine else []


def _berkas(o: Officer) -> Rule:
    late = {BARIS_DATA: _UNGGAH, BARIS_ARSIPARIS: _UNGGAH}
    rules = [*_everything(o), *_own_berkas(o, m.Berkas.id)]
    if _has(o, BARIS_UTAMA):
        rules.append(true())
    levels = [level for scope, level in {**_DARI, **late}.items() if _has(o, scope)]
    if levels:
        rules.append(m.Berkas.tahap_tertinggi >= min(levels))
    return _any(rules)


def _butir(o: Officer) -> Rule:
    rules = [*_everything(o), *_reached(o, m.ButirInformasi.berkas_id)]
    parent = _ada(m.Usulan).where(m.Usulan.id == m.ButirInformasi.usulan_id)
    rules += [parent.where(rule) for rule in _own(o, m.Usulan.perangkat_daerah_id)]
    if _has(o, BARIS_UTAMA):
        rules.append(parent.where(m.Usulan.pernah_diajukan))
    return _any(rules)


def _internal(o: Officer, berkas_id: Any) -> list[Rule]:
    """What is kept inside: PPID Utama, the Tim and the Pimpinan from their step on, the auditor."""
    inside = [true()] if _has(o, BARIS_UTAMA, BARIS_PENGAWAS) else []
    return [*inside, *_reached(o, berkas_id)]


def _child(parent: Any, key: Any) -> Callable[[Officer], Rule]:
    """Rows that follow their parent."""

    def rule(o: Officer) -> Rule:
        return _ada(parent).where(parent.id == key, visible(parent, o))

    return rule


def _naskah(o: Officer) -> Rule:
    n = m.Naskah
    of_usulan = _ada(m.Usulan).where(m.Usulan.id == n.usulan_id)
    rules = [*_everything(o), *[of_usulan.where(rule) for rule in _own(o, m.Usulan.perangkat_daerah_id)]]
    if _has(o, BARIS_UTAMA):
        rules += [n.berkas_id.is_not(None), of_usulan.where(m.Usulan.pernah_diajukan), n.permohonan_id.is_not(None)]
    if _has(o, BARIS_UTAMA, BARIS_ARSIPARIS):
        rules.append(n.penyusutan_id.is_not(None))
    rules += _reached(o, n.berkas_id)
    rules += [of_usulan.where(rule) for rule in _reached(o, m.Usulan.berkas_id)]
    signed = n.status == StatusNaskah.DITANDATANGANI
    announced = (n.jenis == Naskah.SURAT_KEPUTUSAN) & signed
    rules += [announced & rule for rule in _own_berkas(o, n.berkas_id)]
    # Of the papers over several agencies an agency gets its own extract, and the decree that changed its own entry.
    addressed = (n.jenis == Naskah.PETIKAN) | ((n.jenis == Naskah.KEPUTUSAN_PERUBAHAN) & signed)
    rules += [addressed & rule for rule in _own(o, n.perangkat_daerah_id)]
    late = _ada(m.Berkas).where(m.Berkas.id == n.berkas_id, m.Berkas.tahap_tertinggi >= _UNGGAH)
    if _has(o, BARIS_PETUGAS, BARIS_UTAMA):  # goes to every agency
        rules.append(n.jenis == Naskah.SURAT_PERMINTAAN)
    if _has(o, BARIS_DATA):
        rules.append(late & n.jenis.in_(_NASKAH_PETUGAS_DATA))
    if _has(o, BARIS_ARSIPARIS):
        rules.append(late)
    return _any(rules)


def _rapat(o: Officer) -> Rule:
    return _any(_internal(o, m.Rapat.berkas_id))


def _persetujuan(o: Officer) -> Rule:
    return _any(_internal(o, m.PersetujuanPimpinan.berkas_id))


def _pendapat(o: Officer) -> Rule:
    inside = [*_everything(o), *([true()] if _has(o, BARIS_UTAMA) else [])]
    follows = _ada(m.ButirInformasi).where(m.ButirInformasi.id == m.Pendapat.butir_id)
    return _any([*inside, *[follows.where(rule) for rule in _reached(o, m.ButirInformasi.berkas_id)]])


def _register(o: Officer) -> Rule:
    rules = [*_own(o, m.ButirDitetapkan.perangkat_daerah_id)]
    if _has(o, BARIS_UTAMA, BARIS_TIM, BARIS_PIMPINAN, BARIS_DATA, BARIS_PENGAWAS):
        rules.append(true())
    return _any(rules)


def _penyimpanan(o: Officer) -> Rule:
    wide = [true()] if _has(o, BARIS_UTAMA, BARIS_ARSIPARIS, BARIS_PENGAWAS) else []
    return _any([*wide, *_own(o, m.PenyimpananDokumen.perangkat_daerah_id)])


def _pemetaan(o: Officer) -> Rule:
    return _any([*_everything(o), *_own(o, m.PemetaanKolom.perangkat_daerah_id)])


def _arsip(o: Officer) -> Rule:
    if not _has(o, BARIS_UTAMA, BARIS_DATA, BARIS_ARSIPARIS, BARIS_PENGAWAS):
        return false()
    return _child(m.Naskah, m.Arsip.naskah_id)(o)


def _publikasi(o: Officer) -> Rule:
    wide = [true()] if _has(o, BARIS_UTAMA, BARIS_DATA, BARIS_PENGAWAS) else []
    return _any([*wide, *_own(o, m.Publikasi.perangkat_daerah_id)])


def _laporan(o: Officer) -> Rule:
    """The workload names cases that Petugas Data does not see yet."""
    wide = [true()] if _has(o, BARIS_UTAMA, BARIS_PENGAWAS) else []
    late = [m.Laporan.nama.is_distinct_from("beban")] if _has(o, BARIS_DATA) else []
    return _any([*wide, *late, *_reached(o, m.Laporan.berkas_id)])


def _penyusutan(o: Officer) -> Rule:
    return true() if _has(o, BARIS_UTAMA, BARIS_ARSIPARIS, BARIS_PENGAWAS) else false()


def _utama_only(o: Officer) -> Rule:
    return true() if _has(o, BARIS_UTAMA, BARIS_PENGAWAS) else false()


def _auditor_only(o: Officer) -> Rule:
    return true() if _has(o, BARIS_PENGAWAS) else false()


def _anyone(_: Officer) -> Rule:
    return true()


_RULES: dict[type, Callable[[Officer], Rule]] = {
    m.Usulan: _usulan,
    m.Berkas: _berkas,
    m.ButirInformasi: _butir,
    m.DasarPengecualian: _child(m.ButirInformasi, m.DasarPengecualian.butir_id),
    m.BagianDikecualikan: _child(m.ButirInformasi, m.BagianDikecualikan.butir_id),
    m.UjiKonsekuensi: _child(m.ButirInformasi, m.UjiKonsekuensi.butir_id),
    m.VersiPublik: _child(m.ButirInformasi, m.VersiPublik.butir_id),
    m.PemetaanKolom: _pemetaan,
    m.Rapat: _rapat,
    m.KehadiranRapat: _child(m.Rapat, m.KehadiranRapat.rapat_id),
    m.Pendapat: _pendapat,
    m.PersetujuanPimpinan: _persetujuan,
    m.Naskah: _naskah,
    m.SalinanTtd: _child(m.Naskah, m.SalinanTtd.naskah_id),
    m.NomorNaskah: _utama_only,
    m.Unggahan: _auditor_only,
    m.Arsip: _arsip,
    m.Publikasi: _publikasi,
    m.KotakKeluar: _child(m.Publikasi, m.KotakKeluar.publikasi_id),
    m.Laporan: _laporan,
    m.ButirDitetapkan: _register,
    m.PenyimpananDokumen: _penyimpanan,
    m.PerubahanKlasifikasi: _child(m.ButirDitetapkan, m.PerubahanKlasifikasi.butir_ditetapkan_id),
    m.PengingatRegister: _child(m.ButirDitetapkan, m.PengingatRegister.butir_ditetapkan_id),
    m.TindakLanjut: _child(m.ButirDitetapkan, m.TindakLanjut.butir_ditetapkan_id),
    m.Sengketa: _utama_only,
    m.Tinjauan: _utama_only,
    m.Permohonan: _utama_only,
    m.PermohonanButir: _child(m.Permohonan, m.PermohonanButir.permohonan_id),
    m.PeminjamanArsip: _child(m.Arsip, m.PeminjamanArsip.arsip_id),
    m.PenyusutanArsip: _penyusutan,
    m.ButirPenyusutan: _child(m.PenyusutanArsip, m.ButirPenyusutan.penyusutan_id),
    # Ids and counts only; who may read it is decided by permission.
    m.Pekerjaan: _anyone,
    m.PesanKeluar: _anyone,
    m.Peristiwa: _auditor_only,
    m.PerubahanData: _auditor_only,
    # Master data: who may read it at all is decided by permission.
    m.PerangkatDaerah: _anyone,
    m.Pejabat: _anyone,
    m.AnggotaTim: _anyone,
    m.Peraturan: _anyone,
    m.Pasal17: _anyone,
    m.HariLibur: _anyone,
    m.Pengaturan: _anyone,
    m.TemplatNaskah: _anyone,
    m.AkarTerpercaya: _anyone,
    m.KlasifikasiArsip: _anyone,
    m.InformasiTerbuka: _anyone,
    m.Penunjukan: _anyone,
    m.RiwayatAkun: _anyone,
    m.Pengguna: _anyone,
}


def visible(model: type, officer: Officer) -> Rule:
    """The condition that rows of `model` must meet to exist for this officer; false for a table without a rule."""
    rule = _RULES.get(model)
    return false() if rule is None else rule(officer)


def find(session: Session, model: type[T], ident: object, officer: Officer, *, lock: bool = False) -> T | None:
    """One row within the officer's rows, freshly read (and locked when asked), or None; also for what is no id."""
    if not id_baris(ident):
        return None
    table: Any = model
    query = select(model).where(table.id == ident, visible(model, officer)).execution_options(populate_existing=True)
    return session.scalars(query.with_for_update(of=table) if lock else query).unique().one_or_none()


def one(session: Session, model: type[T], ident: object, officer: Officer, *, lock: bool = False) -> T:
    """The same row, or TidakDitemukan: a neighbour's row is answered like one that does not exist."""
    found = find(session, model, ident, officer, lock=lock)
    if found is None:
        raise TidakDitemukan()
    return found
