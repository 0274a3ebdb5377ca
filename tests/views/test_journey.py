"""A case from the agency's draft to the archive, by forms alone, without a script: the whole SOP as staff do it."""

import re
from io import BytesIO
from typing import Any

from flask import Flask
from sqlalchemy import select
from werkzeug.security import generate_password_hash

from app import models as m
from app.calendar.words import wib
from app.extensions import db
from app.jobs.demo.people import isi_kantor
from app.jobs.demo.texts import KLINIK
from app.sop.words import Naskah as N
from tests.files.uploads import pdf
from tests.views.browsing import Browser, text

SANDI = "kunci-untuk-percobaan-saja"


class Kantor:
    """The demo's people, each at a browser."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        with app.app_context():
            isi_kantor(db.session, generate_password_hash(SANDI, "pbkdf2:sha256:1000"))
            db.session.commit()
        self.open: dict[str, Browser] = {}

    def __getitem__(self, name: str) -> Browser:
        if name not in self.open:
            self.open[name] = Browser(self.app, name, SANDI)
        return self.open[name]

    def one(self, query: Any) -> Any:
        with self.app.app_context():
            return db.session.scalars(query).unique().one()


def test_the_whole_sop_by_forms_alone(app: Flask) -> None:
    kantor = Kantor(app)
    usulan = propose(kantor)
    berkas = examine(kantor, usulan)
    consider(kantor, berkas)
    decide(kantor, berkas)
    finish(kantor, berkas)
    assert kantor.one(select(m.Berkas.status).where(m.Berkas.id == berkas)) == "selesai"
    sheet = text(kantor["auditor"].get(f"/lembar-kendali/{berkas}"))
    assert "Belum " not in sheet, "every row of the sheet was done by somebody"
    assert "Contoh Lima" in sheet


def ident(answer: Any) -> int:
    found = re.search(r"/show/(\d+)", answer.headers.get("Location", ""))
    assert found, f"{answer.status_code} {text(answer)[-800:]}"
    return int(found[1])


def moved(answer: Any, browser: Browser, words: str) -> None:
    page = text(browser.follow(answer))
    assert f"{words}: berhasil" in page, page[:1200]


def propose(kantor: Kantor) -> int:
    """SOP 1: the Petugas writes a proposal of one butir, with basis and consequences, and submits it."""
    petugas = kantor["pelaksana.dinkes"]
    usulan = ident(petugas.send("/usulan/add", {"judul": "Usulan layanan kesehatan"}))
    butir = ident(
        petugas.send(
            f"/butir/add?usulan={usulan}",
            {
                "uraian": KLINIK.uraian,
                "uraian_publik": KLINIK.publik,
                "dokumen_induk": KLINIK.induk,
                "penguasa": KLINIK.penguasa,
                "cakupan": "seluruh",
                "jangka_jenis": KLINIK.jangka[0],
                "jangka_peristiwa": str(KLINIK.jangka[1]),
            },
        )
    )
    letter = kantor.one(select(m.Pasal17.id).where(m.Pasal17.huruf == "h", m.Pasal17.angka == 2))
    law = kantor.one(select(m.Peraturan.id).where(m.Peraturan.nomor == "17", m.Peraturan.tahun == 2023))
    assert petugas.send(f"/dasar/add?butir={butir}", {"pasal17": letter}).status_code == 302
    sent = {"peraturan": law, "pasal_ayat": "Pasal 177"}
    assert petugas.send(f"/dasar/add?butir={butir}", sent).status_code == 302
    own = {"konsekuensi_dibuka": KLINIK.dibuka, "konsekuensi_ditutup": KLINIK.ditutup}
    assert petugas.send(f"/konsekuensi/{butir}", own).status_code == 302
    moved(petugas.send(f"/usulan/{usulan}/tindakan/ajukan"), petugas, "Sampaikan ke PPID Utama")
    return usulan


def examine(kantor: Kantor, usulan: int) -> int:
    """SOP 2: gathered and begun on one page; the test on one page; the meeting; handed to the Tim."""
    verifikator = kantor["ppid.utama"]
    berkas = ident(verifikator.send(f"/terima-dan-kaji/{usulan}"))
    butir = kantor.one(select(m.ButirInformasi.id).where(m.ButirInformasi.berkas_id == berkas))
    fields = {
        "konsekuensi_dibuka": KLINIK.dibuka,
        "konsekuensi_ditutup": KLINIK.ditutup,
        "kepentingan_publik": KLINIK.kepentingan,
        "kepatutan": "Patut menurut kesusilaan umum.",
        "pasal18_nihil": "y",
        "persetujuan_tertulis": "tidak",
        "terkait_jabatan_publik": "tidak",
        "kesimpulan": "dikecualikan",
    }
    sent = {f"b{butir}-{name}": value for name, value in fields.items()}
    page = verifikator.follow(verifikator.send(f"/uji-berkas/{berkas}", sent))
    assert "1 butir sudah disimpan" in text(page)
    today = wib(kantor.one(select(m.Usulan.dibuat_pada).where(m.Usulan.id == usulan))).date().isoformat()
    rapat = {"jenis": "uji_konsekuensi", "tanggal": today, "mulai": "09:00", "tempat": "Serang", "pimpinan": "Kepala"}
    assert verifikator.send(f"/rapat/add?berkas={berkas}", rapat).status_code == 302
    utama = kantor["ppid.utama"]
    reason = {"catatan": "Alasan tertulis untuk setiap peringatan."}
    moved(utama.send(f"/berkas/{berkas}/tindakan/sampaikan", reason), utama, "Sampaikan ke Tim Pertimbangan")
    return berkas


def consider(kantor: Kantor, berkas: int) -> None:
    """SOP 3: one member agrees by one button, one by the form, one is recorded by the secretary."""
    ketua, sekretaris = kantor["tim.satu"], kantor["tim.dua"]
    page = ketua.follow(ketua.send(f"/pendapat-berkas/{berkas}", number=0))
    assert "Setuju dicatat untuk 1 butir" in text(page)
    butir = kantor.one(select(m.ButirInformasi.id).where(m.ButirInformasi.berkas_id == berkas))
    assert sekretaris.send(f"/pendapat-berkas/{berkas}", {f"b{butir}-sikap": "setuju"}).status_code == 302
    other = kantor.one(select(m.AnggotaTim.id).where(m.AnggotaTim.kedudukan == "anggota"))
    refused = sekretaris.send(f"/pendapat-berkas/{berkas}?anggota={other}", {f"b{butir}-sikap": "tidak_setuju"})
    assert refused.status_code == 422, "another view needs its reason"
    assert "Tuliskan alasan" in text(refused)
    recorded = {f"b{butir}-sikap": "setuju"}
    assert sekretaris.send(f"/pendapat-berkas/{berkas}?anggota={other}", recorded).status_code == 302
    given = kantor.one(select(m.Pendapat).where(m.Pendapat.anggota_id == other))
    assert (given.cara, given.sikap) == ("rapat", "setuju")
    moved(ketua.send(f"/berkas/{berkas}/tindakan/pertimbangkan"), ketua, "Sampaikan hasil pertimbangan")


def pair(kantor: Kantor, name: str, berkas: int, jenis: N) -> None:
    """A signed copy is paired on its page."""
    paper = kantor.one(
        select(m.Naskah).where(m.Naskah.berkas_id == berkas, m.Naskah.jenis == jenis, m.Naskah.status == "terbit")
    )
    upload = (BytesIO(pdf(pages=paper.id)), f"{jenis}.pdf")
    answer = kantor[name].send(
        f"/pasangkan/{berkas}",
        {"naskah": paper.id, "unggahan": upload, "tanggal_ttd": paper.tanggal.isoformat(), "kode_tak_terlihat": "y"},
    )
    assert answer.status_code == 302, text(answer)


def decide(kantor: Kantor, berkas: int) -> None:
    """SOP 4: signed papers, the approval, the decree by somebody who neither tested nor opined."""
    pair(kantor, "ppid.utama", berkas, N.BERITA_ACARA)
    pair(kantor, "tim.satu", berkas, N.HASIL_PERTIMBANGAN)
    pimpinan, penetap = kantor["pimpinan"], kantor["ppid.utama2"]
    moved(pimpinan.send(f"/berkas/{berkas}/tindakan/setujui"), pimpinan, "Beri persetujuan")
    barred = kantor["ppid.utama"].get(f"/berkas/{berkas}/tindakan/tetapkan")
    assert "Pemisahan tugas" in text(barred)
    reason = {"catatan": "Matriks dan nota dinas menyusul."}
    moved(penetap.send(f"/berkas/{berkas}/tindakan/tetapkan", reason), penetap, "Tetapkan klasifikasi")
    page = text(kantor["auditor"].get(f"/berkas/show/{berkas}"))
    assert "PPID Utama: pasangkan salinan bertanda tangan." in page, "nobody can upload what is not signed"
    for jenis in (N.SURAT_KEPUTUSAN, N.LAMPIRAN_TERBATAS):
        pair(kantor, "ppid.utama2", berkas, jenis)


def finish(kantor: Kantor, berkas: int) -> None:
    """SOP 5: published, archived on one form by each keeper, finished."""
    data, utama = kantor["petugas.data"], kantor["ppid.utama2"]
    assert data.send(f"/publikasikan/{berkas}").status_code == 302
    record = {
        "kode_klasifikasi": "480",
        "softcopy": "Server arsip",
        "hardcopy_gedung": "A",
        "hardcopy_boks": "12",
        "penanggung_jawab": "Arsiparis",
    }
    for browser in (data, utama):
        sheets = re.findall(r'name="(lembar-\d+)"', browser.get(f"/arsip-berkas/{berkas}").text)
        assert sheets
        answer = browser.send(f"/arsip-berkas/{berkas}", {**record, **dict.fromkeys(sheets, "4")})
        assert answer.status_code == 302, text(answer)
    reason = {"catatan": "Naskah lain diarsipkan kemudian."}
    moved(data.send(f"/berkas/{berkas}/tindakan/unggah", reason), data, "Selesaikan pengunggahan dan arsip")
