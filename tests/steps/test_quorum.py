"""Opinions: who may give one, when there are enough, what the majority says, and how a tie goes. No majority, no exemption."""

from typing import Any

import pytest

from app import models as m
from app.errors import BelumLengkap, IsianSalah, OrangSama, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.steps.opinions import _weigh, kuorum
from app.steps.pendapat import setujui_semua, simpan_pendapat
from tests.cases import Case, Office
from tests.stages import at

REASON = {"alasan_uu": "Tidak memenuhi unsur Pasal 17."}


def opine(office: Office, butir: int, **said: str) -> None:
    """ketua="setuju", anggota="abstain", …"""
    for who, sikap in said.items():
        more = {} if sikap == "setuju" else REASON
        simpan_pendapat(office.staff[who], [{"butir": butir, "sikap": sikap, **more}])


def result(office: Office, case: Case, **said: str) -> str:
    """What becomes of the first butir when the members say this of it, and agree on the rest."""
    for ident in case.butir[1:]:
        opine(office, ident, ketua="setuju", sekretaris="setuju")
    opine(office, case.butir[0], **said)
    office.move("ketua", case, "pertimbangkan")
    row = office.row(m.ButirInformasi, case.butir[0])
    assert row.status == "dipertimbangkan"
    hasil: str = row.hasil_pertimbangan
    return hasil


@pytest.mark.parametrize(
    ("members", "needed"), [(0, 2), (1, 2), (2, 2), (3, 2), (4, 3), (5, 3), (6, 4), (7, 4), (11, 6)]
)
def test_the_quorum_is_more_than_half_and_at_least_two(members: int, needed: int) -> None:
    assert kuorum(members) == needed


@at("pertimbangan")
@pytest.mark.parametrize(
    ("said", "hasil"),
    [
        (("setuju", "setuju", "setuju"), "disetujui"),
        (("setuju", "setuju", "tidak_setuju"), "disetujui"),
        (("setuju", "tidak_setuju", "tidak_setuju"), "tidak_disetujui"),
        (("setuju_sebagian", "setuju_sebagian", "setuju"), "disetujui_sebagian"),
        (("setuju", "setuju", "perbaiki"), "disetujui"),
        (("abstain", "setuju", "setuju"), "disetujui"),
        (("abstain", "abstain", "setuju"), "disetujui"),
        (("abstain", "abstain", "abstain"), "tidak_disetujui"),
        # ties go with the ketua …
        (("setuju", "tidak_setuju", "setuju_sebagian"), "disetujui"),
        (("tidak_setuju", "setuju", "setuju_sebagian"), "tidak_disetujui"),
        (("tidak_setuju", "setuju", None), "tidak_disetujui"),
        (("setuju", "tidak_setuju", None), "disetujui"),
        # … and without him against the exemption, but for how far it goes
        ((None, "setuju", "tidak_setuju"), "tidak_disetujui"),
        (("abstain", "setuju", "tidak_setuju"), "tidak_disetujui"),
        ((None, "setuju", "setuju_sebagian"), "disetujui_sebagian"),
        ((None, "perbaiki", "tidak_setuju"), "tidak_disetujui"),
    ],
)
def test_the_majority_decides_and_a_tie_is_strict(
    office: Office, case: Case, said: tuple[str | None, ...], hasil: str
) -> None:
    named = {who: sikap for who, sikap in zip(("ketua", "sekretaris", "anggota"), said, strict=True) if sikap}
    assert result(office, case, **named) == hasil


def lacking(office: Office, case: Case) -> list[tuple[str, int | None]]:
    with pytest.raises(BelumLengkap) as fault:
        office.move("ketua", case, "pertimbangkan")
    assert office.status("berkas", case.berkas) == "pertimbangan"
    return [(k.kode, k.butir) for k in fault.value.kekurangan]


@at("pertimbangan")
def test_every_butir_without_a_quorum_is_listed_at_once(office: Office, case: Case) -> None:
    assert lacking(office, case) == [("kuorum", ident) for ident in case.butir]
    opine(office, case.butir[0], ketua="setuju")
    opine(office, case.butir[1], ketua="setuju", anggota="setuju")
    assert lacking(office, case) == [("kuorum", case.butir[0]), ("kuorum", case.butir[2])]


@at("berpendapat")
def test_an_office_may_ask_for_more_opinions(office: Office, case: Case) -> None:
    office.choose("kuorum_sedikitnya", "4")
    assert lacking(office, case) == [("kuorum", ident) for ident in case.butir]


@at("pertimbangan")
def test_a_majority_for_repair_sends_the_berkas_back(office: Office, case: Case) -> None:
    office.opine(case, butir=case.butir[1:])
    opine(office, case.butir[0], ketua="setuju", sekretaris="perbaiki", anggota="perbaiki")
    assert lacking(office, case) == [("perlu_kaji_ulang", case.butir[0])]
    assert office.move("ketua", case, "kaji_ulang").status == "pengkajian"


def from_agency(office: Office, who: str, like: str) -> None:
    """The person works for the agency of another one now."""
    user = office.session.get(m.Pengguna, office.staff[who].id)
    user.perangkat_daerah_id = office.staff[like].perangkat_daerah_id
    office.session.commit()
    office.staff.pop(who)


@at("pertimbangan")
def test_a_member_of_the_proposing_agency_is_outside_its_quorum(office: Office, case: Case) -> None:
    from_agency(office, "anggota", "bkd")
    with pytest.raises(OrangSama, match="Benturan kepentingan"):
        opine(office, case.butir[2], anggota="setuju")
    office.opine(case, who=("ketua", "anggota"), butir=case.butir[:2])
    opine(office, case.butir[2], ketua="setuju")
    assert lacking(office, case) == [("kuorum", case.butir[2])]  # two are entitled, both are needed
    opine(office, case.butir[2], sekretaris="setuju")
    office.move("ketua", case, "pertimbangkan")
    assert "Benturan" in office.text(office.paper(case, "hasil_pertimbangan")) or "benturan" in office.text(
        office.paper(case, "hasil_pertimbangan")
    )


@at("berpendapat")
def test_an_opinion_given_before_the_conflict_came_up_no_longer_counts(office: Office, case: Case) -> None:
    from_agency(office, "anggota", "bkd")
    from_agency(office, "sekretaris", "bkd")
    assert lacking(office, case) == [("kuorum", case.butir[2])]


@at("pertimbangan")
def test_a_conflict_cannot_be_got_round_by_the_secretarys_hand(office: Office, case: Case) -> None:
    from_agency(office, "anggota", "bkd")
    row = {"butir": case.butir[2], "sikap": "setuju", "anggota": office.seat("anggota").id}
    with pytest.raises(OrangSama, match="Benturan kepentingan"):
        simpan_pendapat(office.staff["sekretaris"], [row])


@at("pertimbangan")
def test_agreeing_with_everything_leaves_out_what_is_said_and_what_conflicts(office: Office, case: Case) -> None:
    from_agency(office, "anggota", "bkd")
    opine(office, case.butir[0], anggota="tidak_setuju")
    assert setujui_semua(office.staff["anggota"], case.berkas) == 1
    said = {row.butir_id: row.sikap for row in office.session.query(m.Pendapat)}
    assert said == {case.butir[0]: "tidak_setuju", case.butir[1]: "setuju"}
    assert setujui_semua(office.staff["anggota"], case.berkas) == 0


@at("pertimbangan")
def test_a_second_opinion_replaces_the_first_and_keeps_what_was_seen(office: Office, case: Case) -> None:
    opine(office, case.butir[0], ketua="setuju")
    opine(office, case.butir[0], ketua="tidak_setuju")
    (row,) = office.session.query(m.Pendapat).all()
    assert (row.sikap, row.alasan_uu, row.cara) == ("tidak_setuju", REASON["alasan_uu"], "langsung")
    assert row.terlihat["uraian"] == office.row(m.ButirInformasi, case.butir[0]).uraian
    assert row.terlihat["uji"]["kesimpulan"] == "dikecualikan_sebagian"
    assert office.events("butir", case.butir[0])[-2:] == ["pendapat", "pendapat"]


@at("pertimbangan")
def test_the_secretary_records_the_others_and_nobody_else_does(office: Office, case: Case) -> None:
    row = {"butir": case.butir[0], "sikap": "setuju", "anggota": office.seat("ketua").id}
    simpan_pendapat(office.staff["sekretaris"], [row])
    (kept,) = office.session.query(m.Pendapat).all()
    assert (kept.cara, kept.dicatat_oleh_id) == ("rapat", office.staff["sekretaris"].id)
    assert office.events("butir", case.butir[0])[-1] == "catat_pendapat"
    with pytest.raises(TidakBerwenang, match="sekretaris"):
        simpan_pendapat(office.staff["anggota"], [row])
    with pytest.raises(IsianSalah):
        simpan_pendapat(office.staff["sekretaris"], [row | {"anggota": 999}])


@at("pertimbangan")
def test_whoever_holds_the_role_without_a_seat_has_no_opinion(office: Office, case: Case) -> None:
    with pytest.raises(TidakBerwenang, match="tidak tercatat sebagai anggota"):
        simpan_pendapat(office.staff["tim.baru"], [{"butir": case.butir[0], "sikap": "setuju"}])
    for who in ("verifikator", "utama", "dinkes", "auditor", "admin"):
        with pytest.raises(TidakBerwenang):
            simpan_pendapat(office.staff[who], [{"butir": case.butir[0], "sikap": "setuju"}])


@at("pertimbangan")
@pytest.mark.parametrize(
    "wrong",
    [
        {"sikap": "mungkin"},
        {"sikap": None},
        {},
        {"sikap": "tidak_setuju"},
        {"sikap": "abstain", "alasan_uu": "   "},
        {"sikap": "setuju", "alasan_uu": "x" * 5001},
        {"sikap": "setuju", "alasan_uu": 5},
        {"sikap": "setuju", "alasan_kepatutan": "rusak \x00"},
    ],
)
def test_an_opinion_that_says_too_little_or_too_much_is_refused(
    office: Office, case: Case, wrong: dict[str, Any]
) -> None:
    with pytest.raises(IsianSalah) as fault:
        simpan_pendapat(
            office.staff["ketua"], [{"butir": case.butir[1], "sikap": "setuju"}, {"butir": case.butir[0], **wrong}]
        )
    assert fault.value.kekurangan
    assert office.session.query(m.Pendapat).count() == 0  # all or none


@at("penetapan")
def test_after_the_result_nobody_opines_any_more(office: Office, case: Case) -> None:
    with pytest.raises(StatusBerubah):
        simpan_pendapat(office.staff["ketua"], [{"butir": case.butir[0], "sikap": "setuju"}])


@at("pengkajian")
def test_before_the_berkas_comes_to_the_tim_it_sees_nothing(office: Office, case: Case) -> None:
    with pytest.raises(TidakDitemukan):
        simpan_pendapat(office.staff["ketua"], [{"butir": case.butir[0], "sikap": "setuju"}])


def weighed(*votes: tuple[str, str], entitled: int = 3) -> str:
    """What is said of these (seat, opinion)."""
    seats = [m.AnggotaTim(id=n, kedudukan="anggota", pengguna=m.Pengguna(id=n)) for n in range(entitled)]
    given = []
    for place, (kedudukan, sikap) in enumerate(votes):
        seats[place].kedudukan = kedudukan
        given.append(m.Pendapat(anggota_id=place, anggota=seats[place], sikap=sikap))
    butir = m.ButirInformasi(usulan=m.Usulan(perangkat_daerah_id=99))
    return _weigh(butir, seats, given, 2).penjelasan


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ((), "0 dari 3 anggota yang berhak sudah berpendapat (kuorum 2, belum tercapai)."),
        (
            (("ketua", "setuju"),),
            "1 dari 3 anggota yang berhak sudah berpendapat (kuorum 2, belum tercapai): 1 setuju. "
            "Disetujui, karena suara terbanyak setuju.",
        ),
        (
            (("ketua", "tidak_setuju"), ("sekretaris", "setuju")),
            "2 dari 3 anggota yang berhak sudah berpendapat (kuorum 2, tercapai): 1 setuju, 1 tidak setuju. "
            "Tidak disetujui, karena suara berimbang dan mengikuti Ketua.",
        ),
        (
            (("anggota", "setuju_sebagian"), ("sekretaris", "setuju")),
            "2 dari 3 anggota yang berhak sudah berpendapat (kuorum 2, tercapai): 1 setuju, 1 setuju sebagian. "
            "Disetujui sebagian, karena suara berimbang antara setuju dan setuju sebagian.",
        ),
        (
            (("anggota", "perbaiki"), ("sekretaris", "setuju")),
            "2 dari 3 anggota yang berhak sudah berpendapat (kuorum 2, tercapai): 1 setuju, 1 perlu perbaikan. "
            "Tidak disetujui, karena suara berimbang tanpa Ketua, dan pengecualian memerlukan suara terbanyak.",
        ),
        (
            (("ketua", "abstain"), ("sekretaris", "abstain")),
            "2 dari 3 anggota yang berhak sudah berpendapat (kuorum 2, tercapai): 2 tidak memberi pendapat. "
            "Tidak disetujui, karena tidak ada yang menyatakan sikap.",
        ),
    ],
)
def test_a_result_tells_how_it_came_about(votes: tuple[tuple[str, str], ...], said: str) -> None:
    assert weighed(*votes) == said
