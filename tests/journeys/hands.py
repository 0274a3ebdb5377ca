"""Two ways of doing the same work: at the door, and over REST as a stranger's program would. The story does not know which."""

import io
from pathlib import Path
from typing import Any, Protocol

from flask import Flask

from app.calendar.words import hari_ini_wib
from app.steps.impor import impor_usulan
from app.steps.publikasi import publikasikan
from tests.api.office import Program
from tests.cases import ANSWERS, ARCHIVE, WORDS, Case, Office, scan

DATA = Path(__file__).parents[1] / "data"
CONCLUDED = {name: text for name, text in WORDS.items() if not name.startswith("konsekuensi")} | ANSWERS
AGREED = {"sikap": "setuju", "alasan_uu": "Sesuai Pasal 17.", "alasan_kepentingan_umum": "Kepentingan umum terlayani."}
MEMBERS = ("ketua", "sekretaris", "anggota")


class Hand(Protocol):
    """What a person of the office can do."""

    def bring(self, who: str, sheet: str, agency: str) -> int: ...
    def act(self, who: str, kind: str, ident: int, verb: str, note: str = "", **data: Any) -> dict[str, Any]: ...
    def butir(self, who: str, usulan: int) -> list[dict[str, Any]]: ...
    def test(self, who: str, case: Case, conclusions: dict[int, str]) -> None: ...
    def opine(self, case: Case, butir: list[int]) -> None: ...
    def sign(self, who: str, naskah: int) -> None: ...
    def publish(self, who: str, naskah: int) -> None: ...
    def archive(self, who: str, naskah: int, skkaad: str) -> None: ...


class AtTheDoor:
    """The functions themselves."""

    def __init__(self, app: Flask) -> None:
        self.app, self.office = app, Office()

    def bring(self, who: str, sheet: str, agency: str) -> int:
        content, officer = (DATA / sheet).read_bytes(), self.office.staff[who]
        done = impor_usulan(content, sheet, perangkat_daerah_kode=agency, officer=officer, simpan=True)
        assert done.usulan_id is not None
        return done.usulan_id

    def act(self, who: str, kind: str, ident: int, verb: str, note: str = "", **data: Any) -> dict[str, Any]:
        return self.office.act(who, kind, ident, verb, note, **data).as_dict()

    def butir(self, who: str, usulan: int) -> list[dict[str, Any]]:
        from app import models as m

        self.office.session.rollback()
        rows = self.office.session.query(m.ButirInformasi).filter_by(usulan_id=usulan).order_by(m.ButirInformasi.id)
        return [{"id": row.id, "cakupan": row.cakupan} for row in rows]

    def test(self, who: str, case: Case, conclusions: dict[int, str]) -> None:
        from app.steps.uji import simpan_beberapa

        rows = {ident: CONCLUDED | {"kesimpulan": said} for ident, said in conclusions.items()}
        simpan_beberapa(self.office.staff[who], rows)

    def opine(self, case: Case, butir: list[int]) -> None:
        self.office.opine(case, butir=butir)

    def sign(self, who: str, naskah: int) -> None:
        from app.steps.tandatangani import pasangkan

        bytes_ = scan(f"naskah {naskah}")
        officer = self.office.staff[who]
        pasangkan(officer, naskah, content=bytes_, nama="pindai.pdf", tanggal_ttd=hari_ini_wib(), metode="basah")

    def publish(self, who: str, naskah: int) -> None:
        publikasikan(self.office.staff[who], {"naskah": naskah, "saluran": "publik"})

    def archive(self, who: str, naskah: int, skkaad: str) -> None:
        from app.steps.arsip import simpan_arsip

        simpan_arsip(self.office.staff[who], [{"naskah": naskah, "skkaad": skkaad, **ARCHIVE}])


class OverRest:
    """Requests with a token; what comes back is all that it knows."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.programs: dict[str, Program] = {}

    def __getitem__(self, who: str) -> Program:
        if who not in self.programs:
            self.programs[who] = Program(self.app, who)
        return self.programs[who]

    def sent(self, who: str, path: str, status: int = 200, **more: Any) -> Any:
        """The body of a POST that must succeed."""
        answer = self[who].call("POST", path, **more)
        assert answer.status_code in (status, 201), answer.text
        return answer.get_json()

    def listed(self, who: str, kind: str, relation: str, ident: int) -> list[dict[str, Any]]:
        query = (
            f"(filters:!((col:{relation},opr:rel_o_m,value:{ident})),order_column:id,order_direction:asc,page_size:100)"
        )
        rows: list[dict[str, Any]] = self[who].get(f"/{kind}/", query).get_json()["result"]
        return rows

    def bring(self, who: str, sheet: str, agency: str) -> int:
        form = {
            "unggahan": (io.BytesIO((DATA / sheet).read_bytes()), sheet),
            "perangkat_daerah": agency,
            "simpan": "true",
        }
        usulan: int = self.sent(who, "/impor/usulan", data=form)["result"]["usulan"]
        return usulan

    def act(self, who: str, kind: str, ident: int, verb: str, note: str = "", **data: Any) -> dict[str, Any]:
        answer = self[who].gerak(kind, ident, verb, catatan=note, **data)
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.get_json()["result"]
        return result

    def butir(self, who: str, usulan: int) -> list[dict[str, Any]]:
        return self.listed(who, "butir", "usulan", usulan)

    def test(self, who: str, case: Case, conclusions: dict[int, str]) -> None:
        for ident, said in conclusions.items():
            newest = self.listed(who, "uji_konsekuensi", "butir", ident)[-1]["id"]
            answer = self[who].put(f"/uji_konsekuensi/{newest}", CONCLUDED | {"kesimpulan": said})
            assert answer.status_code == 200, answer.text

    def opine(self, case: Case, butir: list[int]) -> None:
        for who in MEMBERS:
            for ident in butir:
                self.sent(who, "/pendapat/", json={"butir": ident, **AGREED})

    def sign(self, who: str, naskah: int) -> None:
        form = {"unggahan": (io.BytesIO(scan(f"naskah {naskah}")), "pindai.pdf"), "metode": "basah"}
        self.sent(who, f"/naskah/{naskah}/ttd", data=form | {"tanggal_ttd": hari_ini_wib().isoformat()})

    def publish(self, who: str, naskah: int) -> None:
        self.sent(who, "/publikasi/", json={"naskah": naskah, "saluran": "publik"})

    def archive(self, who: str, naskah: int, skkaad: str) -> None:
        self.sent(who, "/arsip/", json={"naskah": naskah, "skkaad": skkaad, **ARCHIVE})
