"""The badge "Perlu dibuat ulang" of lists: set by the act that moves what an unsigned paper prints, gone with a new print."""

from sqlalchemy import select, update

from app import models as m
from app.calendar.words import hari_ini_wib
from app.jobs.work import KERJA
from app.steps.bergerak import periksa_semua
from app.steps.butir_baru import ubah_butir
from app.steps.pendukung import buat
from app.steps.rapat import simpan_rapat
from app.steps.terbit_ulang import terbitkan_ulang
from app.steps.usang import yang_berubah
from tests.cases import Case, Office
from tests.stages import at
from tests.steps.test_pendukung import rapat


def badge(office: Office, ident: int) -> bool:
    """The stored flag, which says what the record page finds out."""
    office.session.expire_all()
    paper = office.session.get_one(m.Naskah, ident)
    assert paper.usang is bool(yang_berubah(office.session, paper))
    return paper.usang


@at("pengkajian", both=True)
def test_a_meeting_that_moves_outdates_its_invitation_until_it_is_printed_anew(office: Office, case: Case) -> None:
    who, held = office.staff["verifikator"], rapat(office, case, "verifikator", "uji_konsekuensi")
    paper = buat(who, "undangan", berkas_id=case.berkas, rapat_id=held)
    assert not badge(office, paper)
    simpan_rapat(who, {"tempat": "Aula Baru"}, ident=held)
    assert badge(office, paper)
    again = terbitkan_ulang(who, paper, alasan="Rapat pindah.")
    assert not badge(office, again)
    assert not office.session.get_one(m.Naskah, paper).usang, "a revoked paper is made again by nobody"
    simpan_rapat(who, {"tempat": "Aula Baru"}, ident=held)
    assert not badge(office, again), "nothing moved"


@at("pengkajian")
def test_a_butir_that_is_reworded_outdates_the_combined_draft_until_it_is_printed_anew(
    office: Office, case: Case
) -> None:
    who = office.staff["verifikator"]
    draft = select(m.Naskah.id).where(m.Naskah.jenis == "draft_daftar", m.Naskah.berkas_id == case.berkas)
    paper = office.session.scalars(draft).one()
    butir = office.session.get_one(m.ButirInformasi, case.butir[0])
    ubah_butir(office.session, who, butir, {"uraian": f"{butir.uraian} (dipertegas)"})
    office.session.commit()
    assert badge(office, paper)
    assert not badge(office, terbitkan_ulang(who, paper, alasan="Uraian dipertegas."))


@at("pengkajian")
def test_a_signer_who_is_renamed_outdates_his_papers_and_named_as_before_does_not(office: Office, case: Case) -> None:
    who, held = office.staff["verifikator"], rapat(office, case, "verifikator", "uji_konsekuensi")
    paper = buat(who, "undangan", berkas_id=case.berkas, rapat_id=held)
    kept = office.session.get_one(m.Naskah, paper).penandatangan or {}
    before = office.session.get_one(m.Pejabat, kept["id"]).nama
    for name in ("Nama Pengganti", before):
        office.session.get_one(m.Pejabat, kept["id"]).nama = name
        office.session.commit()
        assert badge(office, paper) is (name != before)


@at("pengkajian")
def test_the_night_finds_what_no_act_told(office: Office, case: Case) -> None:
    who, held = office.staff["verifikator"], rapat(office, case, "verifikator", "uji_konsekuensi")
    paper = buat(who, "undangan", berkas_id=case.berkas, rapat_id=held)
    office.session.execute(update(m.Rapat).values(tempat="Aula Baru"))
    office.session.commit()
    assert not office.session.get_one(m.Naskah, paper).usang
    KERJA["jadwal_harian"]({"tanggal": hari_ini_wib().isoformat()}, lambda _done: None)
    assert badge(office, paper)
    office.session.execute(update(m.Naskah).where(m.Naskah.id == paper).values(usang=False))
    office.session.commit()
    assert periksa_semua() == 1
    assert badge(office, paper)
    assert periksa_semua() == 0
