"""Gathering: late agencies, merged butir with their trace, postponed ones that come again, and butir that move on their own."""

from typing import Any

import pytest

from app import models as m
from app.errors import BelumLengkap, StatusBerubah, TidakDitemukan
from tests.cases import Case, Office
from tests.stages import at


def lacking(office: Office, *act: Any, **data: Any) -> list[str]:
    with pytest.raises(BelumLengkap) as fault:
        office.act(*act, **data)
    return [k.kode for k in fault.value.kekurangan]


@at("pengkajian", both=True)
def test_a_late_agency_makes_the_combined_draft_anew(office: Office, case: Case) -> None:
    first = office.paper(case, "draft_daftar").id
    late = office.submit(case, "dkisp")
    done = office.act("verifikator", "usulan", late, "himpun", berkas=case.berkas)
    assert [paper.jenis for paper in done.naskah] == ["draft_daftar"]
    assert office.status("naskah", first) == "dicabut"
    newest = office.paper(case, "draft_daftar")
    assert (newest.id, newest.revisi) == (done.naskah[0].id, 2)
    text = office.text(newest)
    for ident in case.butir:
        assert office.row(m.ButirInformasi, ident).uraian in text


@at("dihimpun")
def test_before_the_examination_nothing_is_made_anew(office: Office, case: Case) -> None:
    late = office.submit(case, "dkisp")
    assert office.act("verifikator", "usulan", late, "himpun", berkas=case.berkas).naskah == ()
    done = office.move("verifikator", case, "kaji")
    assert [paper.jenis for paper in done.naskah] == ["draft_daftar"]


@at("pertimbangan")
@pytest.mark.parametrize("target", ["this", 999, 0])
def test_a_berkas_that_is_past_examination_takes_nothing_more(office: Office, case: Case, target: Any) -> None:
    late = office.submit(case, "dkisp")
    berkas = case.berkas if target == "this" else target
    assert lacking(office, "verifikator", "usulan", late, "himpun", berkas=berkas) == ["berkas_tujuan"]


@at("kantor", both=True)
def test_every_new_berkas_has_the_next_number_and_its_title(office: Office, case: Case) -> None:
    numbers = []
    for title in (None, "Penetapan triwulan III", "  "):
        done = office.act("verifikator", "usulan", office.submit(case, "dinkes"), "himpun", judul=title)
        berkas = office.row(m.Berkas, done.extra["berkas"])
        numbers.append(berkas.nomor[-3:])
        assert (
            berkas.judul == (title or "").strip()
            or berkas.judul == f"Klasifikasi informasi yang dikecualikan tahun {berkas.tahun}"
        )
    assert numbers == ["001", "002", "003"]


@at("kantor")
def test_a_proposal_is_complete_or_declares_nothing(office: Office, case: Case) -> None:
    empty, _ = office.propose("dinkes", 0)
    assert lacking(office, "dinkes", "usulan", empty, "ajukan") == ["butir_kosong"]
    nothing, _ = office.propose("bkd", 0, nihil=True)
    done = office.act("bkd", "usulan", nothing, "ajukan")
    assert [paper.jenis for paper in done.naskah] == ["usulan_daftar"]  # there is no draft list of nothing
    office.gather(case, nothing)
    assert [paper.jenis for paper in office.move("verifikator", case, "kaji").naskah] == ["draft_daftar"]


@at("kantor")
def test_what_a_butir_lacks_is_listed_all_at_once(office: Office) -> None:
    usulan, (one, two) = office.propose("dinkes", 2)
    for ident, gone in ((one, ("uraian", "penguasa")), (two, ("bagian",))):
        row = office.session.get(m.ButirInformasi, ident)
        for name in gone:
            setattr(row, name, None)
    office.session.commit()
    with pytest.raises(BelumLengkap) as fault:
        office.act("dinkes", "usulan", usulan, "ajukan")
    told = {(k.butir, k.medan) for k in fault.value.kekurangan}
    assert told >= {(one, "uraian"), (one, "penguasa"), (two, "bagian")}
    assert office.status("usulan", usulan) == "draf"


@at("pengkajian", both=True)
def test_a_merged_butir_leaves_its_trace_and_takes_along_what_was_merged_into_it(office: Office, case: Case) -> None:
    one, two, three = case.butir
    office.act("verifikator", "butir", one, "gabung", "Sama isinya.", ke=two)
    office.act("verifikator", "butir", two, "gabung", "Sama isinya dengan usulan BKD.", ke=three)
    rows = [office.row(m.ButirInformasi, ident) for ident in case.butir]
    assert [(row.status, row.digabung_ke_id) for row in rows] == [
        ("digabung", three),
        ("digabung", three),
        ("dihimpun", None),
    ]
    assert rows[0].catatan_status == "Sama isinya."
    office.test(case)
    office.move("utama", case, "sampaikan")
    told = office.text(office.paper(case, "berita_acara_klasifikasi"))
    target = office.row(m.ButirInformasi, three).kode
    for ident, reason in ((one, "Sama isinya."), (two, "Sama isinya dengan usulan BKD.")):
        assert f"Digabung ke {target}: {reason}" in told
        assert office.row(m.ButirInformasi, ident).uraian in told


@at("pengkajian")
def test_a_butir_is_merged_only_into_another_gathered_one_of_its_berkas(office: Office, case: Case) -> None:
    one, two, three = case.butir
    office.act("verifikator", "butir", three, "minta_perbaikan", "Sebutkan bulannya.")
    elsewhere = Case()
    office.gather(elsewhere, office.submit(elsewhere, "dkisp"))
    for target in (None, one, three, elsewhere.butir[0], 999):
        assert lacking(office, "verifikator", "butir", one, "gabung", "Sama.", ke=target) == ["butir_tujuan"]
    assert office.status("butir", one) == "dihimpun"
    assert office.act("verifikator", "butir", one, "gabung", "Sama.", ke=two).status == "digabung"


@at("teruji", both=True)
def test_a_postponed_butir_comes_into_a_later_berkas_with_its_test_as_a_draft(office: Office, case: Case) -> None:
    one = case.butir[0]
    office.act("verifikator", "butir", one, "tunda", "Menunggu penjelasan.")
    later = Case()
    office.gather(later, office.submit(later, "dkisp"))
    office.move("verifikator", later, "kaji")
    done = office.act("verifikator", "butir", one, "himpun_kembali", berkas=later.berkas)
    assert done.extra["berkas"] == later.berkas
    assert [paper.jenis for paper in done.naskah] == ["draft_daftar"]
    row = office.row(m.ButirInformasi, one)
    assert (row.status, row.berkas_id, row.catatan_status) == ("dihimpun", later.berkas, None)
    assert row.usulan.berkas_id == case.berkas  # the proposal stays where it was gathered
    assert [(t.putaran, t.kesimpulan) for t in row.uji] == [(1, "dikecualikan_sebagian"), (2, None)]
    assert row.uraian in office.text(office.paper(later, "draft_daftar"))
    office.move("utama", case, "sampaikan")  # the first berkas goes on without it
    assert office.status("butir", one) == "dihimpun"


@at("pengkajian")
def test_a_postponed_butir_needs_another_berkas_that_takes_proposals(office: Office, case: Case) -> None:
    one = case.butir[0]
    office.act("verifikator", "butir", one, "tunda", "Menunggu.")
    for target in (None, case.berkas, 999):
        assert lacking(office, "verifikator", "butir", one, "himpun_kembali", berkas=target) == ["berkas_tujuan"]


@at("dihimpun")
@pytest.mark.parametrize("verb", ["minta_perbaikan", "gabung", "tunda"])
def test_butir_move_on_their_own_only_while_their_berkas_is_examined(office: Office, case: Case, verb: str) -> None:
    with pytest.raises(StatusBerubah, match="selama berkasnya dikaji"):
        office.act("verifikator", "butir", case.butir[0], verb, "Alasan.", ke=case.butir[1])


@at("teruji")
def test_a_butir_in_repair_holds_the_berkas_back_until_it_comes_again(office: Office, case: Case) -> None:
    office.act("verifikator", "butir", case.butir[0], "minta_perbaikan", "Sebutkan bulannya.")
    with pytest.raises(BelumLengkap) as fault:
        office.move("utama", case, "sampaikan")
    assert [(k.kode, k.butir) for k in fault.value.kekurangan if k.tingkat == "blok"] == [
        ("menunggu_perbaikan", case.butir[0])
    ]
    with pytest.raises(TidakDitemukan):
        office.act("bkd", "butir", case.butir[0], "kirim_perbaikan")
    office.act("dinkes", "butir", case.butir[0], "kirim_perbaikan")
    assert office.move("utama", case, "sampaikan").status == "pertimbangan"


@at("teruji", both=True)
def test_open_and_postponed_conclusions_leave_the_way_of_the_decree(office: Office, case: Case) -> None:
    office.test(case, {case.butir[0]: "terbuka", case.butir[1]: "ditunda"})
    office.move("utama", case, "sampaikan")
    assert [office.status("butir", ident) for ident in case.butir] == ["terbuka", "ditunda", "diuji"]


@at("pengkajian", both=True)
def test_a_berkas_without_anything_excluded_ends_without_a_decree(office: Office, case: Case) -> None:
    office.test(case, {case.butir[0]: "terbuka", case.butir[1]: "ditunda", case.butir[2]: "terbuka"})
    with pytest.raises(BelumLengkap) as fault:
        office.move("utama", case, "sampaikan")
    assert "tidak_ada_dikecualikan" in [k.kode for k in fault.value.kekurangan]
    done = office.move("utama", case, "tutup_tanpa_sk", "Semua informasi terbuka.")
    assert [paper.jenis for paper in done.naskah] == ["laporan_pendokumentasian"]
    assert [office.status("butir", ident) for ident in case.butir] == ["terbuka", "ditunda", "terbuka"]
    assert office.session.query(m.Laporan).one().naskah_id == done.naskah[0].id


@at("teruji")
def test_a_berkas_with_something_excluded_does_not_end_that_way(office: Office, case: Case) -> None:
    office.test(case, {case.butir[0]: "terbuka"})
    told = lacking(office, "utama", "berkas", case.berkas, "tutup_tanpa_sk", "Tutup saja.")
    assert told.count("masih_dikecualikan") == 2


@at("pengkajian")
def test_a_butir_in_repair_keeps_a_berkas_from_ending_without_a_decree(office: Office, case: Case) -> None:
    office.test(case, dict.fromkeys(case.butir, "terbuka"))
    office.act("verifikator", "butir", case.butir[0], "minta_perbaikan", "Sebutkan bulannya.")
    assert lacking(office, "utama", "berkas", case.berkas, "tutup_tanpa_sk", "Tutup.") == ["menunggu_perbaikan"]
    assert office.status("butir", case.butir[0]) == "perbaikan"
