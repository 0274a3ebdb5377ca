"""One case through the SOP as a program sees it, step by step: each step answers what the next one needs."""

import datetime as dt
import io
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from werkzeug.test import TestResponse

from app.calendar.words import WIB
from tests.api.office import Program

LEMBAR = Path(__file__).parents[1] / "data" / "usulan-dinkes.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TUJUH = [False] * 7


def pdf(words: str) -> bytes:
    """A correct one-page PDF, another one for every text: the scan of a signed paper."""
    page = f"BT /F1 12 Tf 72 770 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)


def unggah(program: Program, path: str, content: bytes, nama: str, mime: str, **fields: str) -> TestResponse:
    """A multipart request with one file."""
    return program.call("POST", path, data={**fields, "unggahan": (io.BytesIO(content), nama, mime)})


def hari_ini() -> str:
    return dt.datetime.now(WIB).date().isoformat()


class Perjalanan:
    """A case on its way. `masuk(name)` answers the program of a person; logins are kept."""

    def __init__(self, masuk: Callable[[str | None], Program]) -> None:
        self._masuk = masuk
        self._programs: dict[str, Program] = {}
        self.usulan = self.berkas = 0
        self.naskah: dict[str, dict[str, Any]] = {}
        self.butir: list[dict[str, Any]] = []

    def orang(self, name: str) -> Program:
        if name not in self._programs:
            self._programs[name] = self._masuk(name)
        return self._programs[name]

    def lakukan(self, name: str, kind: str, verb: str, **more: Any) -> dict[str, Any]:
        """Perform a verb that must succeed; -> its result. Papers are remembered by kind."""
        ident = self.usulan if kind == "usulan" else self.berkas
        answer = self.orang(name).gerak(kind, ident, verb, **more)
        assert answer.status_code == 200, (verb, answer.text)
        result: dict[str, Any] = answer.get_json()["result"]
        self.naskah |= {paper["jenis"]: paper for paper in result["naskah"]}
        return result

    def impor(self) -> None:
        answer = unggah(
            self.orang("petugas.dinkes"),
            "/impor/usulan",
            LEMBAR.read_bytes(),
            LEMBAR.name,
            XLSX,
            perangkat_daerah="DINKES",
            simpan="true",
        )
        assert answer.status_code == 200, answer.text
        self.usulan = answer.get_json()["result"]["usulan"]

    def sampai_dikaji(self) -> None:
        """SOP 1: imported, submitted, gathered, under examination."""
        self.impor()
        self.lakukan("petugas.dinkes", "usulan", "ajukan")
        self.berkas = self.lakukan("utama", "usulan", "himpun", berkas=None, judul="Penetapan")["berkas"]
        self.lakukan("utama", "berkas", "kaji")
        q = f"(filters:!((col:usulan,opr:rel_o_m,value:{self.usulan})))"
        self.butir = self.orang("utama").get("/butir/", q).get_json()["result"]

    def sampai_dipertimbangkan(self) -> None:
        """SOP 2: tested and handed to the Tim."""
        self.sampai_dikaji()
        utama = self.orang("utama")
        tests = {row["butir"]["id"]: row["id"] for row in utama.get("/uji_konsekuensi/").get_json()["result"]}
        for butir in self.butir:
            whole = butir["cakupan"] == "seluruh"
            fields = {
                "kepentingan_publik": "Publik memperoleh rekapitulasi.",
                "kepatutan": "Patut dilindungi.",
                "cek_pasal18": TUJUH,
                "persetujuan_tertulis": False,
                "terkait_jabatan_publik": False,
                "kesimpulan": "dikecualikan" if whole else "dikecualikan_sebagian",
            }
            answer = utama.put(f"/uji_konsekuensi/{tests[butir['id']]}", fields)
            assert answer.status_code == 200, answer.text
        self.lakukan("utama", "berkas", "sampaikan", catatan="Hasil kajian disampaikan.")

    def sampai_ditetapkan(self) -> None:
        """SOP 3 and 4: considered, signed, approved, decided."""
        self.sampai_dipertimbangkan()
        for name in ("tim1", "tim2", "tim3"):
            for butir in self.butir:
                answer = self.orang(name).post("/pendapat/", {"butir": butir["id"], "sikap": "setuju"})
                assert answer.status_code == 201, answer.text
        self.lakukan("tim1", "berkas", "pertimbangkan")
        self.pasangkan("utama", "berita_acara_klasifikasi")
        self.pasangkan("tim1", "hasil_pertimbangan")
        self.lakukan("pimpinan", "berkas", "setujui", catatan="Disetujui.")
        self.lakukan("utama2", "berkas", "tetapkan", catatan="Ditetapkan.")

    def pasangkan(self, name: str, jenis: str) -> bytes:
        content = pdf(f"{jenis} {uuid.uuid4().hex}")
        answer = self.ttd(name, jenis, content)
        assert answer.status_code == 200, answer.text
        assert answer.get_json()["result"]["status"] == "ditandatangani"
        return content

    def ttd(self, name: str, jenis: str, content: bytes, **more: str) -> TestResponse:
        fields = {"tanggal_ttd": hari_ini(), "metode": "basah"} | more
        path = f"/naskah/{self.naskah[jenis]['id']}/ttd"
        return unggah(self.orang(name), path, content, "pindai.pdf", "application/pdf", **fields)

    def arsipkan(self, name: str, jenis: str, **more: Any) -> TestResponse:
        body = {
            "naskah": self.naskah[jenis]["id"],
            "kode_klasifikasi": "488",
            "retensi_aktif": 2,
            "retensi_inaktif": 3,
            "nasib_akhir": "permanen",
            "skkaad": "biasa",
            "hardcopy": {"gedung": "A", "boks": "3", "jumlah_lembar": 12},
            "penanggung_jawab": "Arsiparis",
        }
        return self.orang(name).post("/arsip/", body | more)
