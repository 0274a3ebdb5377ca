"""Who writes what, when: asked before every edit or deletion of a row of a case. Permission first, then its state.

The statuses of usulan, berkas and butir are never written here or by those who ask: they move at the door only.
"""

from collections.abc import Callable
from typing import Any

from app import models as m
from app.errors import Terkunci, TidakBerwenang
from app.security.officer import Officer
from app.security.scope import BARIS_PETUGAS, BARIS_TIM, BARIS_UTAMA, RESOURCE
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_STATUS, Naskah, StatusBerkas, StatusButir, StatusUsulan

UBAH = ("can_edit", "can_put", "can_add", "can_post", "can_delete")
USULAN_TERBUKA = (StatusUsulan.DRAF, StatusUsulan.DIKEMBALIKAN)
BERKAS_BERAKHIR = (StatusBerkas.SELESAI, StatusBerkas.DIBATALKAN)
RAPAT_PADA = {
    "uji_konsekuensi": (StatusBerkas.PENGHIMPUNAN, StatusBerkas.PENGKAJIAN),
    "pertimbangan": (StatusBerkas.PENGKAJIAN, StatusBerkas.PERTIMBANGAN),
}
SESUDAH_PENETAPAN = (StatusBerkas.PENGUNGGAHAN, StatusBerkas.SELESAI)


def boleh_ubah(item: Any, officer: Officer) -> None:
    """Return when the officer may change (or delete) this row now; TidakBerwenang or Terkunci otherwise.

    A row that is being made counts as it will stand: its parent must be set.
    """
    rule = _RULES.get(type(item))
    if rule is None:
        raise TidakBerwenang()
    if not any(officer.may(permission, type(item).__name__) for permission in UBAH):
        raise TidakBerwenang()
    rule(item, officer)


def sebagai_petugas(usulan: m.Usulan, officer: Officer) -> bool:
    """Whether the officer acts for the proposing agency."""
    own = officer.perangkat_daerah_id is not None and usulan.perangkat_daerah_id == officer.perangkat_daerah_id
    return own and officer.may(BARIS_PETUGAS, RESOURCE)


def terkunci(status: str, apa: str) -> Terkunci:
    """The refusal of a row whose time is over."""
    label = LABEL_STATUS.get(status, status)
    return Terkunci(f"{apa} tidak dapat diubah pada status “{label}”.", status=status)


def _usulan(item: m.Usulan, officer: Officer) -> None:
    if not sebagai_petugas(item, officer):
        raise TidakBerwenang()
    if item.status not in USULAN_TERBUKA:
        raise terkunci(item.status, "Usulan")


def _butir(item: m.ButirInformasi, officer: Officer) -> None:
    if sebagai_petugas(item.usulan, officer):
        fresh = (item.status or StatusButir.DRAF) == StatusButir.DRAF  # a new row has its status after the flush
        open_usulan = item.usulan.status in USULAN_TERBUKA and fresh
        if open_usulan or item.status == StatusButir.PERBAIKAN:
            return
        raise terkunci(item.status, "Butir")
    if not officer.may(BARIS_UTAMA, RESOURCE):
        raise TidakBerwenang()
    if not _dikaji(item):
        raise terkunci(item.status, "Butir")


def _dikaji(butir: m.ButirInformasi) -> bool:
    """PPID Utama examines the butir now."""
    gathered = butir.status == StatusButir.DIHIMPUN
    return gathered and butir.berkas is not None and butir.berkas.status == StatusBerkas.PENGKAJIAN


def _milik_butir(item: m.DasarPengecualian | m.BagianDikecualikan, officer: Officer) -> None:
    _butir(item.butir, officer)


def _uji(item: m.UjiKonsekuensi, officer: Officer) -> None:
    if sebagai_petugas(item.butir.usulan, officer) and item.kesimpulan is not None:
        raise TidakBerwenang("Uji ini sudah disimpulkan PPID Utama. Mintalah Verifikator mengubahnya.")
    _butir(item.butir, officer)


def _berkas(item: m.Berkas, officer: Officer) -> None:
    if not officer.may(BARIS_UTAMA, RESOURCE):
        raise TidakBerwenang()
    if item.status in BERKAS_BERAKHIR:
        raise terkunci(item.status, "Berkas")


def _rapat(item: m.Rapat, officer: Officer) -> None:
    wanted = BARIS_TIM if item.jenis == "pertimbangan" else BARIS_UTAMA
    if not officer.may(wanted, RESOURCE) and not officer.may(BARIS_UTAMA, RESOURCE):
        raise TidakBerwenang()
    if item.berkas.status not in RAPAT_PADA.get(item.jenis, ()):
        raise terkunci(item.berkas.status, "Rapat")


def _kehadiran(item: m.KehadiranRapat, officer: Officer) -> None:
    _rapat(item.rapat, officer)


def _arsip(item: m.Arsip, officer: Officer) -> None:
    roles = KETENTUAN[Naskah(item.naskah.jenis)].pengarsip
    if not officer.may("can_arsipkan", "Naskah") or officer.roles.isdisjoint(role.value for role in roles):
        raise TidakBerwenang("Arsip naskah ini dicatat oleh " + " atau ".join(roles) + ".")


def _publikasi(item: m.Publikasi, officer: Officer) -> None:
    if not officer.may("can_publikasikan", "Naskah"):
        raise TidakBerwenang()
    berkas = item.naskah.berkas
    if berkas is None or berkas.status not in SESUDAH_PENETAPAN:
        raise terkunci(berkas.status if berkas is not None else "", "Publikasi")


def _penyimpanan(item: m.PenyimpananDokumen, officer: Officer) -> None:
    own = officer.perangkat_daerah_id is not None and item.perangkat_daerah_id == officer.perangkat_daerah_id
    if not own or not officer.may(BARIS_PETUGAS, RESOURCE):
        raise TidakBerwenang()


_RULES: dict[type, Callable[[Any, Officer], None]] = {
    m.Usulan: _usulan,
    m.ButirInformasi: _butir,
    m.DasarPengecualian: _milik_butir,
    m.BagianDikecualikan: _milik_butir,
    m.UjiKonsekuensi: _uji,
    m.Berkas: _berkas,
    m.Rapat: _rapat,
    m.KehadiranRapat: _kehadiran,
    m.Arsip: _arsip,
    m.Publikasi: _publikasi,
    m.PenyimpananDokumen: _penyimpanan,
}
