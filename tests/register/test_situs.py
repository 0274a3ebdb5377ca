"""Publication on other sites: proven by the bytes that readers get, sent once, tried again, taken back; nothing internal leaves."""

import datetime as dt
import hashlib
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import time_machine
from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from app import models as m
from app.documents.keeping import baca, simpan
from app.errors import IsianSalah, StatusBerubah, TidakBerwenang, TidakDitemukan, TidakTersedia
from app.register.publik import berkas_sk, cocok, naskah
from app.register.situs.keluar import kirim_keluar
from app.register.situs.periksa import periksa_lagi
from app.register.situs.saluran import daftar
from app.register.situs.umumkan import tarik, umumkan
from app.steps.isi_keluar import temuan
from tests.cases import WORDS, Case, Office, scan
from tests.register.sites import agency, outbox, publication, web, write_list
from tests.stages import at


@pytest.fixture
def folder(office: Office, tmp_path: Path) -> Iterator[Path]:
    """The site of DKISP: a folder that a web server shows."""
    root = tmp_path / "www"
    root.mkdir()
    with web(root) as address:
        write_list(tmp_path, {"kode": "DKISP", "saluran": "folder", "alamat": address, "folder": str(root)})
        yield root


def send(office: Office, case: Case, **more: object) -> int:
    fields = {
        "naskah": office.paper(case, "surat_keputusan").id,
        "perangkat_daerah": agency(office),
        "saluran": "folder",
    }
    return umumkan(office.staff["data"], fields | more)


@at("siap_unggah", both=True)
def test_a_decree_is_sent_once_and_proven_by_the_bytes_that_readers_get(
    office: Office, case: Case, folder: Path
) -> None:
    ident = send(office, case)
    assert (publication(office, ident).hasil_cek, outbox(office, ident).status) == (None, "menunggu")
    assert kirim_keluar(office.session) == 1
    assert kirim_keluar(office.session) == 0
    row = publication(office, ident)
    assert (row.hasil_cek, outbox(office, ident).status) == ("sama", "selesai")
    kept = baca(office.paper(case, "surat_keputusan").salinan[-1].unggahan)
    files = list(folder.rglob("*.pdf"))
    assert [hashlib.sha256(file.read_bytes()).hexdigest() for file in files] == [hashlib.sha256(kept).hexdigest()]
    assert send(office, case) == ident
    kirim_keluar(office.session)
    assert list(folder.rglob("*.pdf")) == files
    assert "publikasi_terkirim" in office.events("naskah", row.naskah_id)


@at("siap_unggah")
def test_what_changes_or_breaks_on_the_site_is_marked(office: Office, case: Case, folder: Path) -> None:
    ident = send(office, case)
    kirim_keluar(office.session)
    file = next(folder.rglob("*.pdf"))
    good = file.read_bytes()
    file.write_bytes(good + b" ")
    assert periksa_lagi(office.session, satu=ident) == 1
    assert publication(office, ident).hasil_cek == "berbeda"
    file.write_bytes(good)
    assert periksa_lagi(office.session, satu=ident) == 0
    assert publication(office, ident).hasil_cek == "sama"
    assert periksa_lagi(office.session) == 0, "checked just now"
    file.unlink()
    assert periksa_lagi(office.session, dt.timedelta(0)) == 1


@at("siap_unggah")
def test_a_site_that_is_away_is_tried_again_later_and_not_forever(office: Office, case: Case, folder: Path) -> None:
    ident = send(office, case)
    away = folder.rename(folder.with_name("away"))
    kirim_keluar(office.session)
    waiting = outbox(office, ident)
    assert (waiting.status, waiting.percobaan) == ("menunggu", 1)
    assert "Folder situs tidak ada" in (waiting.galat or "")
    assert kirim_keluar(office.session) == 0, "not before its time"
    away.rename(folder)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=3)):
        assert kirim_keluar(office.session) == 1
    assert publication(office, ident).hasil_cek == "sama"
    folder.rename(away)
    send(office, case)
    for hour in range(1, 40):
        with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=12 * hour)):
            kirim_keluar(office.session)
    assert (outbox(office, ident).status, outbox(office, ident).percobaan) == ("gagal", 8)
    away.rename(folder)


@at("siap_unggah")
def test_a_worker_killed_half_way_leaves_the_work_to_the_next(
    office: Office, case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ident = send(office, case)
    with monkeypatch.context() as patched:
        patched.setattr("app.register.situs.keluar._catat", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            kirim_keluar(office.session)
    assert (outbox(office, ident).status, len(list(folder.rglob("*.pdf")))) == ("menunggu", 1)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=6)):
        assert kirim_keluar(office.session) == 1
    assert (publication(office, ident).hasil_cek, len(list(folder.rglob("*.pdf")))) == ("sama", 1)


@at("siap_unggah")
def test_a_publication_is_taken_back_with_its_reason(office: Office, case: Case, folder: Path) -> None:
    ident = send(office, case)
    kirim_keluar(office.session)
    with pytest.raises(IsianSalah):
        tarik(office.staff["data"], ident, " ")
    for who in ("dinkes", "ketua", "auditor"):
        with pytest.raises(TidakBerwenang):
            tarik(office.staff[who], ident, "Salah unggah")
    tarik(office.staff["data"], ident, "Salah unggah")
    assert kirim_keluar(office.session) == 1
    assert (list(folder.rglob("*")), outbox(office, ident, "tarik").status) == ([], "selesai")
    assert publication(office, ident).alasan_cabut == "Salah unggah"
    with pytest.raises(StatusBerubah):
        tarik(office.staff["data"], ident, "Sekali lagi")
    with pytest.raises(TidakDitemukan):
        tarik(office.staff["data"], 9999, "x")
    assert send(office, case) != ident, "announced anew it is another publication"


@at("siap_unggah")
def test_nothing_internal_stands_on_the_site(office: Office, case: Case, folder: Path) -> None:
    send(office, case, judul="SK <script>alert(1)</script>")
    kirim_keluar(office.session)
    page = next(folder.rglob("index.html")).read_text()
    assert "<script>" not in page
    inside = [*WORDS.values(), "Identitas pasien", "Kolom 2 sampai 5", "Utama Contoh", "Kepala Bidang"]
    assert [word for word in inside if word in page] == []
    assert {path.suffix for path in folder.rglob("*.*")} == {".html", ".pdf"}


@at("siap_unggah")
def test_a_site_that_is_not_listed_and_a_list_that_is_wrong_are_said(office: Office, case: Case, folder: Path) -> None:
    with pytest.raises(IsianSalah):
        send(office, case, perangkat_daerah=agency(office, "DINKES"))
    with pytest.raises(IsianSalah):
        send(office, case, saluran="wordpress")
    for bad in (
        {"kode": "DKISP", "saluran": "wordpress", "alamat": "http://contoh.test"},
        {"kode": "DKISP", "saluran": "ftp", "alamat": "https://contoh.test"},
        {"kode": "DKISP", "saluran": "folder", "alamat": "https://contoh.test", "folder": "www"},
    ):
        write_list(folder.parent, bad)
        with pytest.raises(TidakTersedia):
            daftar()


def pdf(change: str) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(width=595, height=842)
    if change == "penyusun":
        writer.add_metadata({"/Author": "Budi"})
    if change == "komentar":
        writer.add_annotation(0, Text(rect=(50, 550, 200, 650), text="catatan rahasia"))
    if change == "lampiran":
        writer.add_attachment("rahasia.txt", b"isi")
    if change == "skrip":
        action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    if change == "sandi":
        writer.encrypt("x")
    writer.write(out)
    return out.getvalue()


def told(words: str) -> bytes:
    """A PDF with text that can be read."""
    writer, out = PdfWriter(), BytesIO()
    page, stream = writer.add_blank_page(width=595, height=842), DecodedStreamObject()
    stream.set_data(b"BT /F1 9 Tf 20 700 Td (" + words.encode("ascii") + b") Tj ET")
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): named})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ("penyusun", "metadata"),
        ("komentar", "komentar"),
        ("lampiran", "lampiran"),
        ("skrip", "skrip"),
        ("sandi", "sandi"),
    ],
)
def test_a_file_that_carries_more_than_its_pages_does_not_leave(change: str, word: str) -> None:
    assert [line for line in temuan(pdf(change)) if word in line]


def test_a_plain_scan_leaves_and_what_is_no_pdf_does_not() -> None:
    assert temuan(scan("SK")) == []
    assert temuan(b"\x89PNG") != []
    assert temuan(b"%PDF-1.7 rusak") != []


@at("siap_unggah")
def test_a_refused_file_puts_nothing_into_the_outbox(
    office: Office, case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.steps.isi_keluar.temuan", lambda *_, **__: ["PDF memuat komentar."])
    with pytest.raises(IsianSalah) as refused:
        send(office, case)
    assert "PDF memuat komentar." in str([k.pesan for k in refused.value.kekurangan])
    assert office.session.query(m.KotakKeluar).count() == 0


@at("siap_unggah")
def test_taken_back_from_our_own_page_it_is_gone_there(office: Office, case: Case) -> None:
    decree = office.paper(case, "surat_keputusan")
    ident = office.session.query(m.Publikasi).filter_by(naskah_id=decree.id, saluran="publik").one().id
    assert berkas_sk(office.session, decree.token) is not None
    tarik(office.staff["data"], ident, "Diganti")
    assert berkas_sk(office.session, decree.token) is None
    assert office.session.query(m.KotakKeluar).count() == 0


def pair(office: Office, case: Case, content: bytes, metode: str = "basah") -> m.Naskah:
    """Another signed copy of the decree; -> the decree."""
    decree = office.paper(case, "surat_keputusan")
    kept = simpan(office.session, content, nama="lain.pdf", mime="application/pdf", officer_id=None)
    office.session.flush()
    copy = m.SalinanTtd(naskah_id=decree.id, unggahan_id=kept.id, tanggal_ttd=decree.tanggal, metode=metode)
    office.session.add(copy)
    office.session.commit()
    return decree


@at("siap_unggah")
def test_a_scan_that_names_its_author_leaves_without_that(office: Office, case: Case) -> None:
    decree = pair(office, case, pdf("penyusun"))
    office.publish(case)
    office.session.rollback()
    served = berkas_sk(office.session, decree.token)
    assert served is not None
    content = baca(served)
    assert (temuan(content), b"Budi" in content) == ([], False)
    assert publication(office, 1).sha256 == served.sha256 == hashlib.sha256(content).hexdigest()
    before = hashlib.sha256(pdf("penyusun")).hexdigest()
    paper = naskah(office.session, decree.token)
    assert paper is not None
    assert (cocok(office.session, paper, served.sha256), cocok(office.session, paper, before)) == ("ttd", "ttd_lama")
    office.publish(case)
    assert len(office.paper(case, "surat_keputusan").salinan) == 3, "cleaned once, not each time"


@at("siap_unggah")
def test_what_must_not_leave_leaves_by_no_door(office: Office, case: Case, folder: Path) -> None:
    for content, metode in ((pdf("penyusun"), "tte"), (told(f"Akibatnya: {WORDS['mitigasi']}"), "basah")):
        pair(office, case, content, metode)
        doors = (office.publish, lambda c: send(office, c))
        for door in doors:
            with pytest.raises(IsianSalah) as refused:
                door(case)
            assert {k.kode for k in refused.value.kekurangan} == {"isi_keluar"}
    assert office.session.query(m.KotakKeluar).count() == 0


@at("siap_unggah")
def test_our_own_papers_carry_no_author_no_comment_and_no_tracked_change(office: Office, case: Case) -> None:
    for paper in office.session.query(m.Naskah).all():
        with zipfile.ZipFile(BytesIO(baca(paper.unggahan))) as bundle:
            names = bundle.namelist()
            inside = {name: bundle.read(name).decode("utf-8", "replace") for name in names if name.endswith(".xml")}
        assert not [name for name in names if re.search(r"comments|people|embeddings|vbaProject", name)], paper.jenis
        told = "".join(inside.values())
        assert not re.search(r"<w:(ins|del|moveFrom|moveTo|vanish|webHidden|specVanish|commentReference)\b", told)
        core = inside.get("docProps/core.xml", "")
        said = re.findall(r"<(?:dc:creator|cp:lastModifiedBy|dc:subject|cp:keywords|dc:description)>([^<]+)<", core)
        assert [word for word in said if word != "SIDIK"] == [], paper.jenis
        assert "docProps/custom.xml" not in names
        assert "<Company>" not in inside.get("docProps/app.xml", "")
