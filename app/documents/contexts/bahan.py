"""What the papers are made of: the rows of a case, loaded beforehand, with the paper's own head. Holds, never loads."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from app import models as m
from app.sop.words import Naskah


@dataclass(frozen=True)
class Kepala:
    """The identity of one paper. `revisi` counts from 0; number, code and address are empty on a draft."""

    jenis: str
    tanggal: dt.date
    nomor: str = ""
    putaran: int = 1
    revisi: int = 0
    kode: str = ""
    alamat: str = ""


@dataclass(frozen=True)
class Orang:
    """A person as papers name him: an official in office, or a user who holds no office."""

    nama: str
    jabatan: str = ""
    gelar: str = ""
    nip: str = ""
    pangkat: str = ""
    kapasitas: str = "definitif"
    atas_nama: str = ""
    untuk_beliau: str = ""


@dataclass(frozen=True)
class Kejadian:
    """One event of the log, as papers tell it."""

    verb: str
    objek_jenis: str
    objek_id: int
    waktu: dt.datetime
    pelaku: str
    pelaku_id: int | None = None
    jabatan: str = ""
    peran: str = ""
    atas_nama: str = ""
    catatan: str = ""
    di_luar_jam_kerja: bool = False


class Timbang(Protocol):
    """One butir weighed by the Tim (app.steps.opinions.Timbangan)."""

    @property
    def butir(self) -> m.ButirInformasi: ...
    @property
    def berhak(self) -> Sequence[m.AnggotaTim]: ...
    @property
    def benturan(self) -> Sequence[m.AnggotaTim]: ...
    @property
    def pendapat(self) -> Sequence[m.Pendapat]: ...
    @property
    def kuorum(self) -> int: ...
    @property
    def hasil(self) -> str: ...


@dataclass
class Bahan:
    """The rows of one case. `pejabat`: function -> holder on the day; `pelaksana`: agency id -> its PPID Pelaksana;

    `naskah`: every paper of the berkas and its usulan, oldest first; `nama`: user id -> name, for uploads.
    """

    settings: Mapping[str, str]
    pelaku: Orang
    utama: m.PerangkatDaerah | None = None
    catatan: str = ""
    berkas: m.Berkas | None = None
    usulan: Sequence[m.Usulan] = ()
    butir: Sequence[m.ButirInformasi] = ()
    pejabat: Mapping[str, m.Pejabat] = field(default_factory=dict)
    pelaksana: Mapping[int, m.Pejabat] = field(default_factory=dict)
    pemegang: Mapping[int, m.Pejabat] = field(default_factory=dict)  # user id -> the office that he holds
    peraturan: Sequence[m.Peraturan] = ()
    rapat: Sequence[m.Rapat] = ()
    kejadian: Sequence[Kejadian] = ()
    naskah: list[m.Naskah] = field(default_factory=list)
    peringatan: Sequence[Mapping[str, Any]] = ()
    timbangan: Mapping[int, Timbang] = field(default_factory=dict)
    anggota: Sequence[m.AnggotaTim] = ()
    persetujuan: m.PersetujuanPimpinan | None = None
    keputusan_lama: m.Naskah | None = None
    jejak: str = ""
    rapat_ini: m.Rapat | None = None  # the meeting that a paper is about
    batas: dt.date | None = None  # until when something is asked
    perangkat: m.PerangkatDaerah | None = None  # the agency that a paper is for
    perubahan: m.PerubahanKlasifikasi | None = None  # the change of an entry that a paper decrees,
    pengganti: m.ButirDitetapkan | None = None  # the entry that carries it on,
    data_pribadi: bool = False  # and whether its opening touches persons
    permohonan: m.Permohonan | None = None  # the request that a paper answers,
    entri: Sequence[m.ButirDitetapkan] = ()  # and the entries that it asks for
    penyusutan: m.PenyusutanArsip | None = None  # the list of records that a paper tells of
    publikasi: Sequence[m.Publikasi] = ()
    arsip: Sequence[m.Arsip] = ()
    penyimpanan: Sequence[m.PenyimpananDokumen] = ()
    nama: Mapping[int, str] = field(default_factory=dict)

    def terakhir(self, jenis: Naskah, usulan_id: int | None = None) -> m.Naskah | None:
        """The newest paper of a kind that is not withdrawn; of one usulan when given."""
        found = [
            n
            for n in self.naskah
            if n.jenis == jenis and n.status != "dicabut" and (usulan_id is None or n.usulan_id == usulan_id)
        ]
        return found[-1] if found else None
