"""Every way back: a new round, tests copied as drafts, opinions, approval and papers left as they were but withdrawn. Nothing is deleted."""

from typing import Any

import pytest

from app import models as m
from app.errors import BelumLengkap, StatusBerubah
from tests.cases import Case, Office
from tests.stages import at

KEPT = (
    m.Pendapat,
    m.PersetujuanPimpinan,
    m.Naskah,
    m.UjiKonsekuensi,
    m.NomorNaskah,
    m.SalinanTtd,
    m.Peristiwa,
    m.ButirDitetapkan,
)
ROUND = ("matriks_uji_konsekuensi", "berita_acara_klasifikasi", "nota_dinas", "hasil_pertimbangan")


def counts(office: Office) -> dict[str, int]:
    office.session.rollback()
    return {model.__name__: office.session.query(model).count() for model in KEPT}


def papers(office: Office, case: Case) -> dict[str, list[tuple[str, int]]]:
    """Kind -> (status, round) of each paper of the berkas, oldest first."""
    office.session.rollback()
    found: dict[str, list[tuple[str, int]]] = {}
    for row in office.session.query(m.Naskah).filter_by(berkas_id=case.berkas).order_by(m.Naskah.id):
        found.setdefault(row.jenis, []).append((row.status, row.putaran))
    return found


def nothing_lost(before: dict[str, int], after: dict[str, int]) -> None:
    assert all(after[name] >= before[name] for name in before), (before, after)


def butir(office: Office, case: Case) -> list[tuple[str, str | None, str | None]]:
    rows = [office.row(m.ButirInformasi, ident) for ident in case.butir]
    return [(row.status, row.hasil_pertimbangan, row.keputusan) for row in rows]


@at("berpendapat", both=True)
def test_examined_again_the_tests_are_drafts_of_the_next_round(office: Office, case: Case) -> None:
    before = counts(office)
    done = office.move("ketua", case, "kaji_ulang", butir=[case.butir[1]])
    assert done.extra == {"butir": [case.butir[1]]}
    nothing_lost(before, counts(office))
    assert office.row(m.Berkas, case.berkas).putaran == 2
    assert butir(office, case) == [("dihimpun", None, None)] * 3
    assert all(row.dicabut for row in office.session.query(m.Pendapat))
    for ident in case.butir:
        old, new = office.session.query(m.UjiKonsekuensi).filter_by(butir_id=ident).order_by(m.UjiKonsekuensi.putaran)
        assert (old.putaran, old.kesimpulan, new.putaran, new.kesimpulan, new.penguji_id) == (
            1,
            "dikecualikan_sebagian",
            2,
            None,
            None,
        )
        assert (new.konsekuensi_dibuka, new.cek_pasal18) == (old.konsekuensi_dibuka, old.cek_pasal18)
    listed = papers(office, case)
    assert [listed[kind] for kind in ROUND[:3]] == [[("dicabut", 1)]] * 3
    assert listed["draft_daftar"][0][0] == "terbit"


@at("berpendapat")
def test_examined_again_nothing_passes_without_a_new_conclusion_and_new_opinions(office: Office, case: Case) -> None:
    office.move("ketua", case, "kaji_ulang")
    with pytest.raises(BelumLengkap) as fault:
        office.move("utama", case, "sampaikan")
    assert {k.kode for k in fault.value.kekurangan if k.tingkat == "blok"} == {
        "belum_disimpulkan",
        "tidak_ada_dikecualikan",
    }
    office.test(case)
    office.move("utama", case, "sampaikan")
    with pytest.raises(BelumLengkap) as fault:
        office.move("ketua", case, "pertimbangkan")
    assert {k.kode for k in fault.value.kekurangan} == {"kuorum"}
    office.opine(case)
    office.move("ketua", case, "pertimbangkan")
    rounds = {(row.putaran, row.dicabut) for row in office.session.query(m.Pendapat)}
    assert rounds == {(1, True), (2, False)}
    assert papers(office, case)["berita_acara_klasifikasi"] == [("dicabut", 1), ("terbit", 2)]


@at("berpendapat")
@pytest.mark.parametrize("named", [[999], ["1"], "1", 1, [None], [[1]], {"a": 1}])
def test_only_butir_of_this_berkas_can_be_named(office: Office, case: Case, named: Any) -> None:
    with pytest.raises(BelumLengkap) as fault:
        office.move("ketua", case, "kaji_ulang", butir=named)
    assert [k.kode for k in fault.value.kekurangan] == ["butir"]


@at("siap_tetapkan", both=True)
@pytest.mark.parametrize(("who", "verb"), [("utama", "pertimbangkan_ulang"), ("pimpinan", "tolak_persetujuan")])
def test_considered_again_opinions_and_approval_stay_withdrawn(office: Office, case: Case, who: str, verb: str) -> None:
    before = counts(office)
    office.move(who, case, verb)
    nothing_lost(before, counts(office))
    assert butir(office, case) == [("diuji", None, None)] * 3
    assert all(row.dicabut for row in office.session.query(m.Pendapat))
    assert all(row.dicabut for row in office.session.query(m.PersetujuanPimpinan))
    listed = papers(office, case)
    assert listed["hasil_pertimbangan"] == [("dicabut", 1)]
    assert listed["berita_acara_klasifikasi"] == [("ditandatangani", 1)]  # the examination stands
    assert office.row(m.Berkas, case.berkas).putaran == 2


@at("siap_tetapkan")
def test_a_round_later_the_old_opinions_do_not_count_and_the_new_result_must_be_signed(
    office: Office, case: Case
) -> None:
    office.move("utama", case, "pertimbangkan_ulang")
    with pytest.raises(BelumLengkap):
        office.move("ketua", case, "pertimbangkan")
    office.opine(case, "tidak_setuju")
    office.move("ketua", case, "pertimbangkan")
    assert butir(office, case) == [("dipertimbangkan", "tidak_disetujui", None)] * 3
    with pytest.raises(BelumLengkap) as fault:
        office.move("utama", case, "tetapkan")
    assert {"belum_ttd", "tidak_ada_ditetapkan", "persetujuan"} <= {k.kode for k in fault.value.kekurangan}


@at("pengunggahan", both=True)
def test_a_decree_taken_back_voids_its_numbers_and_its_entries(office: Office, case: Case) -> None:
    before = counts(office)
    decree = office.paper(case, "surat_keputusan")
    office.move("utama", case, "batalkan_penetapan", "Nama penetap keliru.")
    nothing_lost(before, counts(office))
    assert {row.status for row in office.session.query(m.ButirDitetapkan)} == {"dicabut"}
    assert butir(office, case) == [("dipertimbangkan", "disetujui", None)] * 3
    listed = papers(office, case)
    assert listed["surat_keputusan"] == listed["lampiran_terbatas"] == [("dicabut", 1)]
    assert listed["hasil_pertimbangan"] == [("ditandatangani", 1)]
    number = office.row(m.NomorNaskah, decree.nomor_naskah_id)
    assert (number.status, number.alasan_batal) == ("batal", "Nama penetap keliru.")
    assert not any(row.dicabut for row in office.session.query(m.Pendapat))

    office.move("utama", case, "tetapkan")
    again = office.paper(case, "surat_keputusan")
    assert (again.putaran, office.row(m.NomorNaskah, again.nomor_naskah_id).urut) == (2, number.urut + 1)
    assert again.nomor != number.nomor
    states = [row.status for row in office.session.query(m.ButirDitetapkan).order_by(m.ButirDitetapkan.id)]
    assert states == ["dicabut"] * 3 + ["menunggu_ttd"] * 3


@at("pengunggahan")
@pytest.mark.parametrize("jenis", ["surat_keputusan", "lampiran_terbatas"])
def test_a_signed_decree_is_not_taken_back(office: Office, case: Case, jenis: str) -> None:
    office.sign(case, "utama", jenis)
    with pytest.raises(StatusBerubah, match="sudah ditandatangani"):
        office.move("utama", case, "batalkan_penetapan")
    assert office.status("berkas", case.berkas) == "pengunggahan"


@at("siap_tetapkan", both=True)
def test_a_berkas_given_up_sets_its_proposals_free(office: Office, case: Case) -> None:
    before = counts(office)
    office.move("utama", case, "batalkan", "Perintah pimpinan.")
    nothing_lost(before, counts(office))
    berkas = office.row(m.Berkas, case.berkas)
    assert (berkas.status, berkas.berakhir_pada is not None, berkas.tahap_tertinggi) == ("dibatalkan", True, 3)
    assert butir(office, case) == [("diajukan", None, None)] * 3
    for usulan in case.usulan.values():
        row = office.row(m.Usulan, usulan)
        assert (row.status, row.berkas_id) == ("diajukan", None)
    assert {status for rows in papers(office, case).values() for status, _ in rows} == {"dicabut"}
    office.session.rollback()
    own = office.session.query(m.Naskah).filter(m.Naskah.usulan_id.is_not(None))
    assert {row.status for row in own} == {"terbit"}  # the agencies' own papers stand
    unsigned = [n.nomor_naskah.status for n in office.session.query(m.Naskah).filter_by(jenis="nota_dinas")]
    assert unsigned == ["dipakai"]  # it was signed: its number stays used

    later = Case()
    office.gather(later, case.usulan["dinkes"])
    office.move("verifikator", later, "kaji")
    office.test(later)
    assert office.move("utama", later, "sampaikan").status == "pertimbangan"
    assert later.berkas != case.berkas


@at("pertimbangan")
def test_a_berkas_given_up_unsigned_voids_its_numbers(office: Office, case: Case) -> None:
    office.move("utama", case, "batalkan", "Perintah pimpinan.")
    given = [n.nomor_naskah for n in office.session.query(m.Naskah).filter_by(berkas_id=case.berkas) if n.nomor_naskah]
    assert {(number.status, number.alasan_batal) for number in given} == {("batal", "Perintah pimpinan.")}


@at("kantor", both=True)
def test_a_proposal_sent_back_comes_again_in_its_next_round(office: Office, case: Case) -> None:
    usulan = office.submit(case, "dinkes", 2)
    office.act("utama", "usulan", usulan, "kembalikan", "Lengkapi dokumen induk.")
    rows = [office.row(m.ButirInformasi, ident) for ident in case.butir]
    assert [(row.status, row.catatan_status) for row in rows] == [("draf", "Lengkapi dokumen induk.")] * 2
    own = office.session.query(m.Naskah).filter_by(usulan_id=usulan)
    assert {row.status for row in own} == {"dicabut"}
    done = office.act("dinkes", "usulan", usulan, "ajukan")
    assert office.row(m.Usulan, usulan).putaran == 2
    assert [office.row(m.Naskah, paper.id).putaran for paper in done.naskah] == [2, 2]


@at("kantor")
def test_a_proposal_taken_back_is_a_draft_in_the_same_round(office: Office, case: Case) -> None:
    usulan = office.submit(case, "dinkes")
    number = office.session.query(m.NomorNaskah).filter_by(jenis="usulan_daftar").one().id
    office.act("dinkes", "usulan", usulan, "tarik")
    row = office.row(m.Usulan, usulan)
    assert (row.status, row.putaran, row.pernah_diajukan) == ("draf", 1, True)
    assert office.row(m.NomorNaskah, number).status == "batal"
    office.act("dinkes", "usulan", usulan, "ajukan")
    assert office.row(m.Usulan, usulan).putaran == 1


@at("pertimbangan")
def test_a_gathered_proposal_is_not_sent_back_once_the_tim_has_the_berkas(office: Office, case: Case) -> None:
    with pytest.raises(StatusBerubah, match="melewati pengkajian"):
        office.act("verifikator", "usulan", case.usulan["bkd"], "kembalikan", "Terlambat.")


@at("teruji")
def test_a_gathered_proposal_sent_back_leaves_the_combined_draft(office: Office, case: Case) -> None:
    done = office.act("utama", "usulan", case.usulan["bkd"], "kembalikan", "Salah lampiran.")
    assert [paper.jenis for paper in done.naskah] == ["draft_daftar"]
    assert papers(office, case)["draft_daftar"] == [("dicabut", 1), ("terbit", 1)]
    gone = office.row(m.ButirInformasi, case.butir[2])
    assert (gone.status, gone.berkas_id) == ("draf", None)
    text = office.text(office.row(m.Naskah, done.naskah[0].id))
    kept = office.row(m.ButirInformasi, case.butir[0]).uraian
    assert kept in text
    assert gone.uraian not in text
