"""The owners of what an agency writes between moves: usulan, butir, bases, parts. They check, write, log; callers commit."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.numbering import berikut
from app.errors import IsianSalah, Kekurangan, TidakBerwenang, TidakDitemukan, VersiBasi
from app.models.base import KODE, TEKS
from app.security import scope
from app.security.officer import Officer
from app.security.writing import boleh_ubah, sebagai_petugas
from app.sop.words import StatusButir, StatusUsulan
from app.steps import isian
from app.steps.events import catat

JENIS_PENCACAH = "butir"
_TAMBAH = ("can_add", "can_post")
_UNIT_TERPANJANG = KODE - len("-2026-00000")


def kode_berikut(session: Session, perangkat_daerah: m.PerangkatDaerah, tahun: int) -> str:
    """The next code of a butir: "DINKES-2026-0003". The counter stays locked until the transaction ends."""
    return kode_berturut(session, perangkat_daerah, tahun, 1)[0]


def kode_berturut(session: Session, perangkat_daerah: m.PerangkatDaerah, tahun: int, jumlah: int) -> list[str]:
    """The next codes of several butir, in at most three statements."""
    unit = perangkat_daerah.kode[:_UNIT_TERPANJANG]
    first = berikut(session, JENIS_PENCACAH, unit, tahun)
    if jumlah > 1:
        c = m.PencacahNomor
        more = update(c).where(c.jenis == JENIS_PENCACAH, c.unit == unit, c.tahun == tahun)
        session.execute(more.values(terakhir=c.terakhir + jumlah - 1).execution_options(synchronize_session=False))
    return [f"{unit}-{tahun}-{number:04d}" for number in range(first, first + jumlah)]


def _boleh_menambah(officer: Officer, resource: str) -> None:
    if not any(officer.may(permission, resource) for permission in _TAMBAH):
        raise TidakBerwenang()


def perangkat_daerah_sendiri(session: Session, officer: Officer) -> m.PerangkatDaerah:
    """The officer's own agency, that must be active; TidakDitemukan without one."""
    own = officer.perangkat_daerah_id
    found = session.get(m.PerangkatDaerah, own) if own is not None else None
    if found is None or not found.aktif:
        raise TidakDitemukan("Akun Anda belum terhubung dengan perangkat daerah yang aktif. Hubungi administrator.")
    return found


def buat_usulan(session: Session, officer: Officer, fields: Mapping[str, Any]) -> m.Usulan:
    """A new draft of the officer's own agency."""
    _boleh_menambah(officer, "Usulan")
    given = {name: value for name, value in fields.items() if name != "perangkat_daerah"}
    clean = isian.bersihkan(given, isian.USULAN)
    agency = perangkat_daerah_sendiri(session, officer)
    asked = fields.get("perangkat_daerah")
    if asked is not None and _id_atau_none(asked) != agency.id:
        raise TidakDitemukan("Usulan hanya dapat dibuat untuk perangkat daerah Anda sendiri.")
    usulan = m.Usulan(
        perangkat_daerah=agency,
        perangkat_daerah_id=agency.id,
        status=StatusUsulan.DRAF.value,
        judul=judul_bawaan(agency),
    )
    boleh_ubah(usulan, officer)
    _pasang_usulan(session, usulan, clean)
    session.add(usulan)
    session.flush()
    catat(session, officer=officer, objek_jenis="usulan", objek_id=usulan.id, verb="buat", ke=usulan.status)
    return usulan


def judul_bawaan(agency: m.PerangkatDaerah) -> str:
    """The title that a proposal has when nobody gives it one."""
    return f"Usulan {agency.singkatan or agency.kode} {hari_ini_wib().year}"


def ubah_usulan(
    session: Session, officer: Officer, usulan: m.Usulan, fields: Mapping[str, Any], *, versi: int | None = None
) -> None:
    """Change a draft."""
    boleh_ubah(usulan, officer)
    periksa_versi(usulan, versi)
    _pasang_usulan(session, usulan, isian.bersihkan(fields, isian.USULAN))
    session.flush()
    catat(session, officer=officer, objek_jenis="usulan", objek_id=usulan.id, verb="isi")


def _pasang_usulan(session: Session, usulan: m.Usulan, clean: dict[str, Any]) -> None:
    if "penandatangan" in clean:
        usulan.penandatangan_id = _pejabat(session, usulan.perangkat_daerah_id, clean)
    if clean.get("judul", "-") is None:
        clean["judul"] = judul_bawaan(usulan.perangkat_daerah)
    for name, value in clean.items():
        if name != "penandatangan":
            setattr(usulan, name, value)


def _pejabat(session: Session, agency_id: int, clean: dict[str, Any]) -> int | None:
    ident = clean["penandatangan"]
    if ident is None:
        return None
    found = session.get(m.Pejabat, ident)
    if found is None or found.perangkat_daerah_id != agency_id:
        pesan = "Penandatangan harus pejabat perangkat daerah pengusul. Pilih dari daftar."
        raise IsianSalah([Kekurangan("penandatangan", pesan, "penandatangan")])
    return found.id


def buat_butir(session: Session, officer: Officer, fields: Mapping[str, Any]) -> m.ButirInformasi:
    """A new butir of a draft of the officer's agency, with its code; `fields["usulan"]` is the draft's id."""
    _boleh_menambah(officer, "ButirInformasi")
    given = {name: value for name, value in fields.items() if name != "usulan"}
    clean = _isi_butir(session, given)
    usulan = scope.find(session, m.Usulan, _id_atau_none(fields.get("usulan")), officer, lock=True)
    if usulan is None:
        raise TidakDitemukan("Usulan tidak ditemukan. Pilih usulan perangkat daerah Anda.")
    boleh_ubah(usulan, officer)
    kode = kode_berikut(session, usulan.perangkat_daerah, hari_ini_wib().year)
    butir = m.ButirInformasi(usulan=usulan, kode=kode, status=StatusButir.DRAF.value, **clean)
    butir.uraian_publik = butir.uraian_publik or butir.uraian
    session.add(butir)
    session.flush()
    catat(session, officer=officer, objek_jenis="butir", objek_id=butir.id, verb="buat", ke=butir.status)
    return butir


def ubah_butir(
    session: Session, officer: Officer, butir: m.ButirInformasi, fields: Mapping[str, Any], *, versi: int | None = None
) -> None:
    """Change a butir: the agency's own, or wording that the Verifikator mends (which makes him no proposer)."""
    boleh_ubah(butir, officer)
    periksa_versi(butir, versi)
    clean = _isi_butir(session, fields)
    if "bagian" in clean and butir.bagian_rinci:
        del clean["bagian"]  # the list of parts makes it
    followed = butir.uraian_publik is None or butir.uraian_publik == butir.uraian
    for name, value in clean.items():
        setattr(butir, name, value)
    if "uraian_publik" not in clean and followed:
        butir.uraian_publik = butir.uraian
    session.flush()
    _catat_isi(session, officer, butir)


def _isi_butir(session: Session, fields: Mapping[str, Any]) -> dict[str, Any]:
    clean = isian.bersihkan(fields, {**isian.BUTIR, **isian.BUTIR_RUJUKAN})
    if "klasifikasi_arsip" in clean:
        clean["klasifikasi_arsip"] = _rujukan(
            session, m.KlasifikasiArsip, isian.BUTIR_RUJUKAN, "klasifikasi_arsip", clean["klasifikasi_arsip"]
        )
    return clean


def _catat_isi(session: Session, officer: Officer, butir: m.ButirInformasi) -> None:
    verb = "isi" if sebagai_petugas(butir.usulan, officer) else "sunting"
    catat(session, officer=officer, objek_jenis="butir", objek_id=butir.id, verb=verb, berkas_id=butir.berkas_id)


def simpan_dasar(
    session: Session, officer: Officer, fields: Mapping[str, Any], dasar: m.DasarPengecualian | None = None
) -> m.DasarPengecualian:
    """Add a legal basis to a butir (`fields["butir"]`), or change one."""
    given = {name: value for name, value in fields.items() if name != "butir"}
    clean = isian.bersihkan(given, isian.DASAR)
    for name, model in (("pasal17", m.Pasal17), ("peraturan", m.Peraturan)):
        if name in clean:
            clean[name] = _rujukan(session, model, isian.DASAR, name, clean[name])
    if dasar is None:
        _boleh_menambah(officer, "DasarPengecualian")
        butir = _butir(session, officer, fields.get("butir"))
        boleh_ubah(butir, officer)
    else:
        boleh_ubah(dasar, officer)
    if not any(clean.get(name, getattr(dasar, name, None)) for name in ("pasal17", "peraturan", "teks")):
        pesan = "Pilih huruf Pasal 17, pilih peraturan, atau tulis dasarnya."
        raise IsianSalah([Kekurangan("dasar_kosong", pesan, "pasal17")])
    row = m.DasarPengecualian(butir=butir) if dasar is None else dasar
    session.add(row)
    for name, value in clean.items():
        setattr(row, name, value)
    session.flush()
    periksa_huruf(session, row.butir)
    _catat_isi(session, officer, row.butir)
    return row


def simpan_bagian(
    session: Session, officer: Officer, fields: Mapping[str, Any], bagian: m.BagianDikecualikan | None = None
) -> m.BagianDikecualikan:
    """Add an excluded part to a butir (`fields["butir"]`), or change one; the text of the butir follows."""
    given = {name: value for name, value in fields.items() if name != "butir"}
    clean = isian.bersihkan(given, isian.BAGIAN)
    if "pasal17" in clean:
        clean["pasal17"] = _rujukan(session, m.Pasal17, isian.BAGIAN, "pasal17", clean["pasal17"])
    if bagian is None:
        _boleh_menambah(officer, "BagianDikecualikan")
    butir = _butir(session, officer, fields.get("butir") if bagian is None else bagian.butir_id)
    boleh_ubah(bagian or butir, officer)
    if not any(clean.get(name, getattr(bagian, name, None)) for name in ("halaman", "kolom", "frasa")):
        raise IsianSalah([Kekurangan("bagian_kosong", "Isi halaman, kolom, atau frasanya.", "halaman")])
    row = m.BagianDikecualikan(butir=butir) if bagian is None else bagian
    session.add(row)
    for name, value in clean.items():
        setattr(row, name, value)
    session.flush()
    susun_bagian(session, butir)
    _catat_isi(session, officer, butir)
    return row


def kata_bagian(rows: Iterable[m.BagianDikecualikan]) -> str | None:
    """The list of parts as one text, for papers, rules and the check of a black-out; None without any."""
    return "; ".join(row.sebutan for row in rows) or None


def susun_bagian(session: Session, butir: m.ButirInformasi) -> None:
    """Write the list of parts, as it stands now, into the text of the butir; IsianSalah when it cannot stand so."""
    session.expire(butir, ["bagian_rinci"])
    periksa_huruf(session, butir)
    text = kata_bagian(butir.bagian_rinci)
    if text and len(text) > TEKS:
        pesan = f"Daftar bagian terlalu panjang: seluruhnya paling banyak {TEKS} karakter. Gabungkan beberapa bagian."
        raise IsianSalah([Kekurangan("bagian_panjang", pesan, "frasa")], pesan)
    butir.bagian = text
    session.flush()


def periksa_huruf(session: Session, butir: m.ButirInformasi) -> None:
    """IsianSalah when a part is closed by a letter that is no basis of its butir."""
    session.expire(butir, ["dasar"])
    letters = {None, *(row.pasal17_id for row in butir.dasar)}
    if any(row.pasal17_id not in letters for row in butir.bagian_rinci):
        pesan = "Huruf pada daftar bagian harus dasar butir ini. Tambahkan dasarnya, atau ubah bagiannya dahulu."
        raise IsianSalah([Kekurangan("huruf_bagian", pesan, "pasal17")], pesan)


def _butir(session: Session, officer: Officer, ident: Any) -> m.ButirInformasi:
    found = scope.find(session, m.ButirInformasi, _id_atau_none(ident), officer, lock=True)
    if found is None:
        raise TidakDitemukan("Butir tidak ditemukan, atau bukan dalam lingkup Anda.")
    return found


def _rujukan(session: Session, model: Any, medan: Mapping[str, isian.Medan], name: str, ident: int | None) -> Any:
    if ident is None:
        return None
    found = session.get(model, ident)
    if found is None:
        raise IsianSalah([Kekurangan("rujukan", f"{medan[name].label} tidak ada. Pilih dari daftar.", name)])
    return found


def _id_atau_none(value: Any) -> int | None:
    try:
        return isian.nomor(value)
    except isian.Ditolak:
        return None


def periksa_versi(item: Any, versi: int | None) -> None:
    """Raise VersiBasi when the row is no longer what the client saw."""
    if versi is not None and versi != item.versi:
        raise VersiBasi(None, versi=item.versi, status=getattr(item, "status", None))
