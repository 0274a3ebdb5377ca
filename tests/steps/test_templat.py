"""The life of a template: tried before it is kept, activated by a second person, and what that does to papers."""

import pytest
from sqlalchemy import select

from app import models as m
from app.documents.keeping import baca
from app.errors import IsianSalah, JenisSalah, OrangSama, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.steps.templat import aktif, aktifkan, pensiunkan, unggah_templat
from app.steps.templat_uji import uji_semua
from app.steps.terbit_ulang import bandingkan, sebelumnya, terbitkan_ulang
from tests.cases import Case, Office
from tests.documents.reading import added, changed, docx_text, template
from tests.stages import at

SK = "surat_keputusan"
KALIMAT = "Keputusan ini mulai berlaku pada tanggal ditetapkan"


def disunting(lama: str, baru: str, jenis: str = SK) -> bytes:
    """The shipped template with some words of its body changed, as a clerk would."""
    content = template(jenis)
    assert lama in docx_text(content)
    return changed(content, "word/document.xml", lambda xml: xml.replace(lama, baru))


def unggah(office: Office, name: str, content: bytes, jenis: str = SK, note: str = "Kalimat penutup.") -> int:
    found = unggah_templat(office.staff[name], jenis, content=content, nama="templat.docx", catatan=note)
    assert found.id is not None, found.percobaan.ditolak
    return found.id


@at("siap_tetapkan", both=True)
def test_the_next_paper_is_printed_by_the_template_that_a_second_person_activated(office: Office, case: Case) -> None:
    ident = unggah(office, "verifikator", disunting(KALIMAT, "Keputusan ini berlaku sejak {{ naskah.tanggal }}"))
    with pytest.raises(OrangSama):
        aktifkan(office.staff["verifikator"], ident, alasan="Setuju.")
    assert aktif(office.session) == {}
    aktifkan(office.staff["utama.baru"], ident, alasan="Sesuai arahan biro hukum.")
    office.move("utama", case, "tetapkan")
    paper = office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == SK)).one()
    row = office.session.get_one(m.TemplatNaskah, ident)
    assert (paper.templat_id, paper.templat_sha256) == (ident, row.sha256)
    assert "Keputusan ini berlaku sejak" in docx_text(baca(paper.unggahan))
    assert (row.status, row.alasan, row.diaktifkan_oleh_id) == (
        "aktif",
        "Sesuai arahan biro hukum.",
        office.staff["utama.baru"].id,
    )
    verbs = office.session.scalars(select(m.Peristiwa.verb).where(m.Peristiwa.objek_jenis == "templat")).all()
    assert sorted(verbs) == ["aktifkan_templat", "unggah_templat"]


@at("pengunggahan", both=True)
def test_activation_marks_unsigned_papers_and_a_new_revision_takes_their_place(office: Office, case: Case) -> None:
    old = office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == SK)).one()
    old_id, number, words = old.id, old.nomor, docx_text(baca(old.unggahan))
    ident = unggah(office, "verifikator", disunting(KALIMAT, "Keputusan ini berlaku segera"))
    assert aktifkan(office.staff["utama.baru"], ident, alasan="Ringkas.") == 1
    assert office.session.get_one(m.Naskah, old_id).usang
    new_id = terbitkan_ulang(office.staff["utama"], old_id, alasan="Templat baru.")
    old, new = office.session.get_one(m.Naskah, old_id), office.session.get_one(m.Naskah, new_id)
    assert (old.status, new.status, new.usang) == ("dicabut", "terbit", False)
    assert (new.nomor, new.nomor_naskah_id, new.revisi) == (number, old.nomor_naskah_id, old.revisi + 1)
    assert docx_text(baca(old.unggahan)) == words
    assert "berlaku segera" in docx_text(baca(new.unggahan))
    assert set(office.session.scalars(select(m.ButirDitetapkan.sk_id))) == {new_id}
    _, before, lines = bandingkan(office.staff["utama"], new_id)
    assert before is not None
    assert before.id == old_id
    told = {(line.jenis, line.teks) for line in lines}
    assert any(kind == "hapus" and KALIMAT in text for kind, text in told)
    assert any(kind == "tambah" and "berlaku segera" in text for kind, text in told)
    with pytest.raises(StatusBerubah):
        terbitkan_ulang(office.staff["utama"], old_id, alasan="Sekali lagi.")


@at("penetapan")
def test_a_signed_paper_is_neither_marked_nor_printed_anew(office: Office, case: Case) -> None:
    office.sign(case, "verifikator", "nota_dinas")
    ident = unggah(
        office, "verifikator", disunting("Demikian disampaikan", "Demikian kami sampaikan", "nota_dinas"), "nota_dinas"
    )
    assert aktifkan(office.staff["utama.baru"], ident, alasan="Gaya bahasa.") == 0
    paper = office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == "nota_dinas")).one()
    assert not paper.usang
    assert sebelumnya(office.session, paper) is None
    with pytest.raises(StatusBerubah):
        terbitkan_ulang(office.staff["verifikator"], paper.id, alasan="Coba.")


@at("kantor", both=True)
def test_one_template_of_a_kind_is_in_force_and_the_old_ones_are_kept(office: Office, case: Case) -> None:
    first = unggah(office, "verifikator", disunting(KALIMAT, "Pertama"))
    second = unggah(office, "utama", disunting(KALIMAT, "Kedua"))
    aktifkan(office.staff["utama"], first, alasan="Pertama.")
    aktifkan(office.staff["verifikator"], second, alasan="Kedua.")
    rows = {row.id: row for row in office.session.scalars(select(m.TemplatNaskah))}
    assert {ident: row.status for ident, row in rows.items()} == {first: "pensiun", second: "aktif"}
    assert [rows[first].nomor_versi, rows[second].nomor_versi] == [1, 2]
    assert "Pertama" in docx_text(baca(rows[first].unggahan))
    with pytest.raises(StatusBerubah):
        aktifkan(office.staff["utama"], first, alasan="Lagi.")
    pensiunkan(office.staff["utama"], second, alasan="Kembali ke bawaan.")
    assert aktif(office.session) == {}


REFUSED = [
    ("{{ naskah.nomer }}", "naskah.nomer", "naskah.nomor"),
    ("{{ penandatangann.nip }}", "penandatangann", "penandatangan"),
    ("{{ uraian_publik }}", "uraian_publik", "kelompok[].butir[].uraian_publik"),
    ("{{ zzzzqqq }}", "zzzzqqq", ""),
]


@at("kantor")
@pytest.mark.parametrize(("mark", "name", "likely"), REFUSED)
def test_an_unknown_name_is_told_with_the_likely_one(
    office: Office, case: Case, mark: str, name: str, likely: str
) -> None:
    found = unggah_templat(
        office.staff["utama"], SK, content=disunting(KALIMAT, mark), nama="a.docx", catatan="Penanda baru."
    )
    assert found.id is None
    assert dict(found.kontrak.tidak_dikenal) == {name: likely}
    assert office.session.scalars(select(m.TemplatNaskah)).all() == []


@at("kantor")
def test_a_template_without_its_number_or_its_signer_is_refused(office: Office, case: Case) -> None:
    bare = changed(
        template(SK),
        "word/document.xml",
        lambda xml: xml.replace("{{ naskah.nomor }}", "488").replace("{{ penandatangan.nama_cetak }}", "BUDI"),
    )
    found = unggah_templat(office.staff["utama"], SK, content=bare, nama="a.docx", catatan="Tetap.")
    assert found.id is None
    assert {name for name, _ in found.kontrak.kurang} == {"naskah.nomor", "penandatangan.nama_cetak"}


@at("kantor")
def test_what_is_no_clean_word_file_is_refused_with_a_sentence(office: Office, case: Case) -> None:
    utama = office.staff["utama"]
    with pytest.raises(JenisSalah):
        unggah_templat(utama, SK, content=b"%PDF-1.7", nama="a.docx", catatan="x")
    with pytest.raises(JenisSalah):
        unggah_templat(utama, SK, content=added(template(SK), "word/vbaProject.bin", b"x"), nama="a.docx", catatan="x")
    with pytest.raises(IsianSalah):
        unggah_templat(utama, SK, content=template(SK), nama="a.docx", catatan="")
    with pytest.raises(IsianSalah):
        unggah_templat(utama, "surat_cinta", content=template(SK), nama="a.docx", catatan="x")


@at("kantor")
def test_only_those_with_the_grant_touch_templates(office: Office, case: Case) -> None:
    ident = unggah(office, "utama", disunting(KALIMAT, "Lain"))
    for name in ("dinkes", "ketua", "data", "pimpinan", "arsiparis", "auditor", "tamu"):
        with pytest.raises(TidakBerwenang):
            unggah(office, name, template(SK))
        with pytest.raises(TidakBerwenang):
            aktifkan(office.staff[name], ident, alasan="Boleh?")
    aktifkan(office.staff["admin"], ident, alasan="Administrator menjaga data induk.")
    with pytest.raises(TidakDitemukan):
        aktifkan(office.staff["admin"], ident + 1, alasan="Tidak ada.")


@at("selesai")
def test_every_template_in_force_prints_every_paper_that_was_ever_made(office: Office, case: Case) -> None:
    found = {row.jenis: row for row in uji_semua(office.session)}
    assert {jenis: row.gagal for jenis, row in found.items() if row.gagal} == {}
    assert found[SK].jumlah == 2
    assert found["lembar_kendali_sop"].jumlah == 2


@at("siap_tetapkan")
@pytest.mark.parametrize(("limit", "value"), [("TERBESAR", 1_000), ("DETIK", -1.0)])
def test_a_paper_that_grows_or_lasts_too_long_refuses_the_move_and_leaves_nothing(
    office: Office, case: Case, monkeypatch: pytest.MonkeyPatch, limit: str, value: float
) -> None:
    with monkeypatch.context() as small:
        small.setattr(f"app.documents.render.{limit}", value)
        with pytest.raises(IsianSalah) as refused:
            office.move("utama", case, "tetapkan")
    (told,) = refused.value.kekurangan
    assert (told.kode, "terlalu besar" in told.pesan, "Templat untuk" in told.pesan) == ("templat_ditolak", True, True)
    assert office.status("berkas", case.berkas) == "penetapan"
    assert office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == SK)).all() == []
    office.move("utama", case, "tetapkan")
    paper = office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == SK)).one()
    assert "001" in (paper.nomor or "")
