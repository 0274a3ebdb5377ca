"""Separation of duties at the door, decided from the event log: who proposed may not judge, who tested may not opine or decide."""

import pytest

from app import models as m
from app.errors import BelumLengkap, OrangSama
from app.sop.words import Pelaksana as P
from app.steps.available import tindakan
from app.steps.pendapat import simpan_pendapat
from app.steps.uji import simpan_uji
from tests.cases import ANSWERS, WORDS, Case, Office
from tests.stages import at

TESTED = WORDS | ANSWERS | {"kesimpulan": "dikecualikan_sebagian"}


def same_person(office: Office, who: str, case: Case, verb: str) -> str:
    """The sentence with which the door sends a person away who had another duty."""
    before = office.row(type(office.paper(case, "draft_daftar").berkas), case.berkas).status
    with pytest.raises(OrangSama) as fault:
        office.move(who, case, verb)
    assert (fault.value.status, fault.value.kode) == (403, "orang_sama")
    assert office.status("berkas", case.berkas) == before
    return fault.value.pesan


@at("pengkajian")
@pytest.mark.parametrize("how", ["edit", "submit"])
def test_who_proposed_may_not_test(office: Office, case: Case, how: str) -> None:
    """Also for one butir only edited: an event "isi" of the agency counts."""
    who = "dinkes"
    if how == "edit":
        office.act("verifikator", "butir", case.butir[0], "minta_perbaikan", "Sebutkan bulannya.")
        simpan_uji(office.staff["dinkes.baru"], case.butir[0], {"mitigasi": "Penyajian per kabupaten."})
        office.act("dinkes", "butir", case.butir[0], "kirim_perbaikan")
        who = "dinkes.baru"
    office.grant(who, P.VERIFIKATOR)
    with pytest.raises(OrangSama, match="ikut mengusulkan"):
        simpan_uji(office.staff[who], case.butir[0], TESTED)
    simpan_uji(office.staff[who], case.butir[2], TESTED)  # another agency's butir


@at("teruji")
def test_who_proposed_may_not_hand_over_the_examination(office: Office, case: Case) -> None:
    office.grant("bkd", P.PPID_UTAMA)
    assert "ikut mengusulkan" in same_person(office, "bkd", case, "sampaikan")


@at("pertimbangan")
def test_who_proposed_may_not_opine_even_from_another_agency_now(office: Office, case: Case) -> None:
    office.grant("dinkes", P.TIM)
    user = office.session.get(m.Pengguna, office.staff["dinkes"].id)
    user.perangkat_daerah_id = office.staff["data"].perangkat_daerah_id
    office.session.add(m.AnggotaTim(pengguna_id=user.id, kedudukan="anggota", mulai=office.seat("ketua").mulai))
    office.session.commit()
    office.staff.pop("dinkes")
    with pytest.raises(OrangSama, match="ikut mengusulkan"):
        simpan_pendapat(office.staff["dinkes"], [{"butir": case.butir[0], "sikap": "setuju"}])
    simpan_pendapat(
        office.staff["dinkes"], [{"butir": case.butir[2], "sikap": "setuju"}]
    )  # BKD's, which he did not propose


@at("siap_tetapkan")
def test_who_proposed_may_not_decide(office: Office, case: Case) -> None:
    office.grant("dinkes", P.PPID_UTAMA)
    assert "ikut mengusulkan" in same_person(office, "dinkes", case, "tetapkan")


@at("penetapan")
def test_who_proposed_may_not_approve(office: Office, case: Case) -> None:
    office.grant("bkd", P.PIMPINAN)
    assert "ikut mengusulkan" in same_person(office, "bkd", case, "setujui")


@at("pertimbangan")
def test_who_tested_may_not_opine(office: Office, case: Case) -> None:
    office.grant("verifikator", P.TIM)
    office.session.add(m.AnggotaTim(pengguna_id=office.staff["verifikator"].id, mulai=office.seat("ketua").mulai))
    office.session.commit()
    with pytest.raises(OrangSama, match="menyimpulkan uji konsekuensi"):
        simpan_pendapat(office.staff["verifikator"], [{"butir": case.butir[0], "sikap": "setuju"}])


@at("berpendapat")
def test_who_tested_may_not_hand_over_the_opinions(office: Office, case: Case) -> None:
    office.grant("verifikator", P.TIM)
    assert "menyimpulkan uji konsekuensi" in same_person(office, "verifikator", case, "pertimbangkan")


@at("siap_tetapkan")
def test_who_tested_may_not_decide(office: Office, case: Case) -> None:
    office.grant("verifikator", P.PPID_UTAMA)
    assert "menyimpulkan uji konsekuensi" in same_person(office, "verifikator", case, "tetapkan")


@at("siap_tetapkan")
def test_a_lenient_office_lets_the_tester_decide_and_its_papers_say_so(office: Office, case: Case) -> None:
    office.grant("verifikator", P.PPID_UTAMA)
    office.choose("pemisahan_tugas", "longgar")
    office.move("verifikator", case, "tetapkan")
    assert "Pemisahan tugas dilonggarkan" in office.text(office.paper(case, "lampiran_terbatas"))


@at("siap_tetapkan")
def test_a_strict_office_says_nothing_of_leniency(office: Office, case: Case) -> None:
    office.move("utama", case, "tetapkan")
    for jenis in ("surat_keputusan", "lampiran_terbatas"):
        assert "dilonggarkan" not in office.text(office.paper(case, jenis))


@at("siap_tetapkan")
@pytest.mark.parametrize("who", ["dinkes", "ketua"])
def test_leniency_is_for_the_tester_alone(office: Office, case: Case, who: str) -> None:
    office.choose("pemisahan_tugas", "longgar")
    office.grant(who, P.PPID_UTAMA)
    same_person(office, who, case, "tetapkan")


@at("siap_tetapkan")
@pytest.mark.parametrize("who", ["ketua", "anggota"])
def test_who_opined_may_not_decide(office: Office, case: Case, who: str) -> None:
    office.grant(who, P.PPID_UTAMA)
    assert "memberi pendapat" in same_person(office, who, case, "tetapkan")


@at("pertimbangan")
def test_an_opinion_that_the_secretary_recorded_counts_for_the_member(office: Office, case: Case) -> None:
    """The secretary's hand bars the member whose opinion it is; the secretary is barred by his own seat's opinion."""
    rows = [{"butir": ident, "sikap": "setuju", "anggota": office.seat("anggota").id} for ident in case.butir]
    simpan_pendapat(office.staff["sekretaris"], rows)
    office.opine(case, who=("ketua", "sekretaris"))
    office.move("ketua", case, "pertimbangkan")
    office.sign(case, "verifikator", "berita_acara_klasifikasi", "matriks_uji_konsekuensi", "nota_dinas")
    office.sign(case, "ketua", "hasil_pertimbangan")
    office.move("pimpinan", case, "setujui")
    office.grant("anggota", P.PPID_UTAMA)
    assert "memberi pendapat" in same_person(office, "anggota", case, "tetapkan")


@at("berpendapat")
def test_an_opinion_of_an_earlier_round_still_bars(office: Office, case: Case) -> None:
    office.move("ketua", case, "kaji_ulang")
    office.test(case)
    office.move("utama", case, "sampaikan")
    office.opine(case, who=("ketua", "sekretaris"))  # the third does not opine again
    office.move("ketua", case, "pertimbangkan")
    office.sign(case, "verifikator", "berita_acara_klasifikasi")
    office.sign(case, "ketua", "hasil_pertimbangan")
    office.grant("anggota", P.PPID_UTAMA)
    assert "memberi pendapat" in same_person(office, "anggota", case, "tetapkan")


@at("dihimpun")
def test_gathering_signing_archiving_and_ways_back_bar_nobody(office: Office, case: Case) -> None:
    """One PPID Utama who also verifies gathers and examines; another tests; the first still decides."""
    office.move("rangkap", case, "kaji")
    office.test(case)
    office.move("rangkap", case, "sampaikan")
    office.opine(case)
    office.move("ketua", case, "pertimbangkan")
    office.move("rangkap", case, "pertimbangkan_ulang")
    office.opine(case)
    office.move("ketua", case, "pertimbangkan")
    office.sign(case, "rangkap", "berita_acara_klasifikasi", "matriks_uji_konsekuensi", "nota_dinas")
    office.sign(case, "ketua", "hasil_pertimbangan")
    assert office.move("rangkap", case, "tetapkan").status == "pengunggahan"


@at("siap_tetapkan")
def test_a_way_back_is_open_to_who_may_not_go_forward(office: Office, case: Case) -> None:
    office.grant("verifikator", P.PPID_UTAMA)
    same_person(office, "verifikator", case, "tetapkan")
    assert office.move("verifikator", case, "pertimbangkan_ulang").status == "pertimbangan"


@at("siap_tetapkan")
def test_the_list_of_moves_tells_the_person_why_not(office: Office, case: Case) -> None:
    office.grant("verifikator", P.PPID_UTAMA)
    berkas = office.row(m.Berkas, case.berkas)
    listed = {row["verb"]: row for row in tindakan("berkas", berkas, office.staff["verifikator"])}
    assert not listed["tetapkan"]["boleh"]
    assert "Pemisahan tugas" in listed["tetapkan"]["alasan"][0]
    assert listed["pertimbangkan_ulang"]["boleh"]


@at("teruji")
def test_the_person_is_asked_before_completeness(office: Office, case: Case) -> None:
    office.act("verifikator", "butir", case.butir[0], "minta_perbaikan", "Kurang jelas.")
    with pytest.raises(BelumLengkap):
        office.move("utama", case, "sampaikan")
    office.grant("bkd", P.PPID_UTAMA)
    same_person(office, "bkd", case, "sampaikan")
