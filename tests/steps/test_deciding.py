"""SOP 4: what a decree needs, what may be decided otherwise and why, who signs, and when its entries are in force."""

import datetime as dt
from typing import Any

import pytest

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import BelumLengkap, IsianSalah, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.steps.tandatangani import pasangkan
from tests.cases import Case, Office, scan
from tests.stages import at

BLOK, WARN = "blok", "peringatan"


def told(office: Office, case: Case, note: str = "Ditetapkan.", **data: Any) -> set[tuple[str, str, str]]:
    """(code, field, level) of everything that `tetapkan` lacks."""
    with pytest.raises(BelumLengkap) as fault:
        office.act("utama", "berkas", case.berkas, "tetapkan", note, **data)
    assert office.status("berkas", case.berkas) == "penetapan"
    return {(k.kode, k.medan, k.tingkat) for k in fault.value.kekurangan if k.butir is None}


@at("penetapan")
def test_a_decree_needs_signed_papers_and_an_approval(office: Office, case: Case) -> None:
    assert told(office, case) == {
        ("belum_ttd", "berita_acara_klasifikasi", BLOK),
        ("belum_ttd", "hasil_pertimbangan", BLOK),
        ("belum_ttd", "matriks_uji_konsekuensi", WARN),
        ("belum_ttd", "nota_dinas", WARN),
        ("persetujuan", "persetujuan", WARN),
    }


@at("penetapan", both=True)
def test_warnings_pass_with_a_written_reason_and_not_without(office: Office, case: Case) -> None:
    office.sign(case, "verifikator", "berita_acara_klasifikasi")
    office.sign(case, "ketua", "hasil_pertimbangan")
    assert told(office, case, note="") == {
        ("belum_ttd", "matriks_uji_konsekuensi", WARN),
        ("belum_ttd", "nota_dinas", WARN),
        ("persetujuan", "persetujuan", WARN),
    }
    done = office.move("utama", case, "tetapkan", "Persetujuan menyusul menurut arahan lisan.")
    event = office.session.query(m.Peristiwa).order_by(m.Peristiwa.urut.desc()).first()
    assert event is not None
    assert '"kode":"persetujuan"' in event.ringkasan
    assert done.status == "pengunggahan"


@at("siap_tetapkan")
@pytest.mark.parametrize(
    ("kunci", "nilai", "lacks"), [("persetujuan_pimpinan", "wajib", BLOK), ("wajib_ttd.nota_dinas", "blok", None)]
)
def test_the_office_may_ask_for_more(office: Office, case: Case, kunci: str, nilai: str, lacks: str | None) -> None:
    office.choose(kunci, nilai)
    if lacks is None:
        assert office.move("utama", case, "tetapkan").status == "pengunggahan"  # it was signed
        return
    office.move("pimpinan", case, "tolak_persetujuan")
    office.opine(case)
    office.move("ketua", case, "pertimbangkan")
    office.sign(case, "ketua", "hasil_pertimbangan")
    assert told(office, case) == {("persetujuan", "persetujuan", lacks)}


@at("teruji")
def test_only_the_gates_of_the_law_ask_a_reason(office: Office, case: Case) -> None:
    """The same words in every test are warned of: sampaikan asks why, with a note it passes."""
    with pytest.raises(BelumLengkap) as fault:
        office.move("utama", case, "sampaikan", "")
    assert {k.tingkat for k in fault.value.kekurangan} == {WARN}
    assert office.move("utama", case, "sampaikan", "Alasan tertulis.").status == "pertimbangan"
    office.opine(case)
    assert office.move("ketua", case, "pertimbangkan", "").status == "penetapan"


@at("siap_unggah")
def test_a_warning_at_the_upload_needs_no_reason(office: Office, case: Case) -> None:
    """The other papers' archives are only warned of there."""
    assert office.move("data", case, "unggah", "").status == "selesai"


@at("siap_tetapkan", both=True)
def test_a_different_decision_needs_its_reason_and_prints_it(office: Office, case: Case) -> None:
    one, two, three = case.butir
    with pytest.raises(BelumLengkap) as fault:
        office.move("utama", case, "tetapkan", "", keputusan={one: "tidak_disetujui"})
    assert ("alasan_berbeda", one) in {(k.kode, k.butir) for k in fault.value.kekurangan}
    reason = "Kepentingan umum membukanya lebih besar."
    office.move("utama", case, "tetapkan", keputusan={str(one): {"keputusan": "tidak_disetujui", "alasan": reason}})
    rows = [office.row(m.ButirInformasi, ident) for ident in (one, two, three)]
    assert [(row.status, row.keputusan, row.alasan_berbeda) for row in rows] == [
        ("tidak_disetujui", "tidak_disetujui", reason),
        ("ditetapkan", "dikecualikan_sebagian", None),
        ("ditetapkan", "dikecualikan_sebagian", None),
    ]
    annex = office.text(office.paper(case, "lampiran_terbatas"))
    assert rows[0].uraian_publik not in office.text(office.paper(case, "surat_keputusan"))
    assert rows[1].uraian in annex
    assert reason in annex or reason in office.text(office.paper(case, "surat_keputusan"))
    assert {row.butir_id for row in office.session.query(m.ButirDitetapkan)} == {two, three}


@at("siap_tetapkan")
def test_a_decree_of_nothing_is_no_decree(office: Office, case: Case) -> None:
    assert told(office, case, keputusan=dict.fromkeys(case.butir, "tidak_disetujui")) == {
        ("tidak_ada_ditetapkan", "keputusan", BLOK)
    }


@at("siap_tetapkan")
def test_the_signer_holds_the_office_on_the_day(office: Office, case: Case) -> None:
    holder = office.session.query(m.Pejabat).filter_by(fungsi="penetap").one()
    other = office.session.query(m.Pejabat).filter_by(fungsi="ketua_tim").one().id
    for wrong in (other, 999, "1", True):
        assert told(office, case, penandatangan=wrong) == {("penetap", "penandatangan", BLOK)}
    holder.selesai = hari_ini_wib() - dt.timedelta(days=1)
    office.session.commit()
    assert told(office, case) == {("penetap", "penandatangan", BLOK)}


@at("siap_tetapkan")
@pytest.mark.parametrize("days", [-1, 1, 400])
def test_the_decree_is_dated_between_the_result_and_today(office: Office, case: Case, days: int) -> None:
    when = hari_ini_wib() + dt.timedelta(days=days)
    assert ("tanggal", "tanggal", BLOK) in told(office, case, tanggal=when.isoformat())
    assert ("tanggal", "tanggal", BLOK) in told(office, case, tanggal="besok")


@at("siap_tetapkan", both=True)
def test_entries_are_in_force_once_both_copies_are_signed(office: Office, case: Case) -> None:
    office.move("utama", case, "tetapkan")
    rows = office.session.query(m.ButirDitetapkan)
    assert {row.status for row in rows} == {"menunggu_ttd"}
    office.sign(case, "utama", "lampiran_terbatas")
    assert {row.status for row in rows.populate_existing()} == {"menunggu_ttd"}
    office.sign(case, "utama", "surat_keputusan")
    assert {row.status for row in rows.populate_existing()} == {"berlaku"}
    decree = office.paper(case, "surat_keputusan")
    for row in rows:
        assert (row.sk_id, row.mulai, row.isi["uraian"]) == (decree.id, decree.tanggal, row.butir.uraian)
        assert row.akhir is not None
        assert (row.akhir.year, row.akhir.month) == (row.mulai.year + 5, row.mulai.month)
        assert row.batas_buka < row.akhir
        assert row.tanggal_tinjau.year == decree.tanggal.year + 1


def pair(office: Office, who: str, naskah: int, **wrong: Any) -> None:
    given = {
        "content": scan(f"naskah {naskah}"),
        "nama": "pindai.pdf",
        "tanggal_ttd": hari_ini_wib(),
        "metode": "basah",
    }
    pasangkan(office.staff[who], naskah, **(given | wrong))


@at("pengunggahan")
@pytest.mark.parametrize(
    "wrong",
    [
        {"tanggal_ttd": "2020-01-01"},
        {"tanggal_ttd": "2999-01-01"},
        {"tanggal_ttd": "kemarin"},
        {"tanggal_ttd": None},
        {"metode": "cap jempol"},
    ],
)
def test_a_signed_copy_has_a_possible_date_and_a_known_method(
    office: Office, case: Case, wrong: dict[str, Any]
) -> None:
    paper = office.paper(case, "surat_keputusan").id
    with pytest.raises(IsianSalah):
        pair(office, "utama", paper, **wrong)
    assert office.status("naskah", paper) == "terbit"


@at("pengunggahan")
def test_the_scan_of_another_paper_is_noticed(office: Office, case: Case) -> None:
    office.sign(case, "utama", "surat_keputusan")
    decree, annex = office.paper(case, "surat_keputusan").id, office.paper(case, "lampiran_terbatas").id
    with pytest.raises(IsianSalah, match="Isian") as fault:
        pair(office, "utama", annex, content=scan(f"surat_keputusan {decree}"))
    assert [k.kode for k in fault.value.kekurangan] == ["salinan_tertukar"]
    with pytest.raises(StatusBerubah):
        pair(office, "utama", decree)


# Who pairs the signed copy of which paper: PPID Utama's roles, but its Petugas for the proposal, the Tim for its result.
PAIRERS = {
    "matriks_uji_konsekuensi": {"verifikator.baru", "utama.baru", "rangkap"},
    "berita_acara_klasifikasi": {"verifikator.baru", "utama.baru", "rangkap"},
    "nota_dinas": {"verifikator.baru", "utama.baru", "rangkap"},
    "hasil_pertimbangan": {"tim.baru"},
    "surat_keputusan": {"verifikator.baru", "utama.baru", "rangkap"},
    "lampiran_terbatas": {"verifikator.baru", "utama.baru", "rangkap"},
}


@at("pengunggahan")
@pytest.mark.parametrize("jenis", ["nota_dinas", "hasil_pertimbangan", "surat_keputusan", "lampiran_terbatas"])
def test_each_paper_is_paired_by_those_who_keep_it(office: Office, case: Case, jenis: str) -> None:
    n = m.Naskah
    paper = office.session.query(n).filter_by(berkas_id=case.berkas, jenis=jenis).one()
    paper.status = "terbit"
    office.session.query(m.SalinanTtd).filter_by(naskah_id=paper.id).delete()
    office.session.commit()
    tried = (
        "verifikator.baru",
        "utama.baru",
        "rangkap",
        "tim.baru",
        "data.baru",
        "pimpinan.baru",
        "arsiparis.baru",
        "dinkes.baru",
        "admin",
    )
    allowed = set()
    for who in tried:
        with pytest.raises((IsianSalah, TidakBerwenang, TidakDitemukan)) as fault:
            pair(office, who, paper.id, tanggal_ttd="kemarin")
        if fault.type is IsianSalah:
            allowed.add(who)  # he came as far as the date
    assert allowed == PAIRERS[jenis]
    with pytest.raises(TidakBerwenang):
        pair(office, "auditor", paper.id)
