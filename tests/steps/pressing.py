"""Each verb of the door once as it is pressed: at which stage, by whom, on what, with which particulars."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.cases import Case, Office
from tests.sop.transcript import TABLE, Row

# Who holds the same role and has done nothing yet.
SAME_ROLE = {
    "dinkes": "dinkes.baru",
    "verifikator": "verifikator.baru",
    "utama": "utama.baru",
    "ketua": "tim.baru",
    "data": "data.baru",
    "pimpinan": "pimpinan.baru",
}
Aim = Callable[[Office, Case], tuple[int, dict[str, Any]]]


@dataclass(frozen=True)
class Press:
    """`aim`: makes what is needed and tells (id, the verb's own data)."""

    verb: str
    kind: str
    stage: str
    who: str
    aim: Aim
    note: str = field(default="Alasan yang tertulis.")

    @property
    def row(self) -> Row:
        return next(row for row in TABLE if (row.kind, row.verb) == (self.kind, self.verb))


def draft(office: Office, case: Case) -> tuple[int, dict[str, Any]]:
    usulan, case.butir = office.propose("dinkes", 2)
    return usulan, {}


def submitted(office: Office, case: Case) -> tuple[int, dict[str, Any]]:
    return office.submit(case, "dinkes", 2), {}


def berkas(_office: Office, case: Case) -> tuple[int, dict[str, Any]]:
    return case.berkas, {}


def butir(_office: Office, case: Case) -> tuple[int, dict[str, Any]]:
    return case.butir[0], {}


def repaired(office: Office, case: Case) -> tuple[int, dict[str, Any]]:
    office.act("verifikator", "butir", case.butir[0], "minta_perbaikan", "Sebutkan bulannya.")
    return case.butir[0], {}


def merged(_office: Office, case: Case) -> tuple[int, dict[str, Any]]:
    return case.butir[0], {"ke": case.butir[1]}


def postponed(office: Office, case: Case) -> tuple[int, dict[str, Any]]:
    office.act("verifikator", "butir", case.butir[0], "tunda", "Menunggu.")
    later = Case()
    office.gather(later, office.submit(later, "bkd"))
    return case.butir[0], {"berkas": later.berkas}


def all_open(office: Office, case: Case) -> tuple[int, dict[str, Any]]:
    office.test(case, dict.fromkeys(case.butir, "terbuka"))
    return case.berkas, {}


PRESSES = (
    Press("ajukan", "usulan", "kantor", "dinkes", draft),
    Press("tarik", "usulan", "kantor", "dinkes", submitted),
    Press("himpun", "usulan", "kantor", "verifikator", submitted),
    Press("kembalikan", "usulan", "kantor", "utama", submitted),
    Press("kaji", "berkas", "dihimpun", "verifikator", berkas),
    Press("sampaikan", "berkas", "teruji", "utama", berkas),
    Press("pertimbangkan", "berkas", "berpendapat", "ketua", berkas),
    Press("setujui", "berkas", "penetapan", "pimpinan", berkas),
    Press("tolak_persetujuan", "berkas", "penetapan", "pimpinan", berkas),
    Press("tetapkan", "berkas", "siap_tetapkan", "utama", berkas),
    Press("unggah", "berkas", "siap_unggah", "data", berkas),
    Press("kaji_ulang", "berkas", "berpendapat", "ketua", berkas),
    Press("pertimbangkan_ulang", "berkas", "siap_tetapkan", "utama", berkas),
    Press("batalkan_penetapan", "berkas", "pengunggahan", "utama", berkas),
    Press("tutup_tanpa_sk", "berkas", "pengkajian", "utama", all_open),
    Press("batalkan", "berkas", "teruji", "utama", berkas),
    Press("minta_perbaikan", "butir", "pengkajian", "verifikator", butir),
    Press("kirim_perbaikan", "butir", "pengkajian", "dinkes", repaired),
    Press("gabung", "butir", "pengkajian", "verifikator", merged),
    Press("tunda", "butir", "pengkajian", "verifikator", butir),
    Press("himpun_kembali", "butir", "pengkajian", "verifikator", postponed),
)
EVERY = [(press, press.stage) for press in PRESSES]
NAMES = [f"{press.kind}-{press.verb}" for press in PRESSES]
