"""Who writes what, when: the agency its own words, PPID Utama the test while it examines; and what fails leaves nothing behind."""

from typing import Any

import pytest

from app import models as m
from app.errors import IsianSalah, Terkunci, TidakBerwenang, TidakDitemukan, VersiBasi
from app.extensions import writing
from app.models.history import PELAKU
from app.steps import perform as door
from app.steps.butir_baru import ubah_butir
from app.steps.rapat import simpan_rapat
from app.steps.uji import simpan_uji
from tests.cases import ANSWERS, WORDS, Case, Office
from tests.stages import at

TESTED = WORDS | ANSWERS | {"kesimpulan": "dikecualikan_sebagian"}


def newest(office: Office, butir: int) -> m.UjiKonsekuensi:
    office.session.rollback()
    u = m.UjiKonsekuensi
    return office.session.query(u).filter_by(butir_id=butir).order_by(u.putaran.desc()).first()  # type: ignore[no-any-return]


@at("kantor", both=True)
def test_an_agency_writes_its_own_words_and_concludes_nothing(office: Office) -> None:
    _, (butir,) = office.propose("dinkes")
    with pytest.raises(IsianSalah) as fault:
        simpan_uji(office.staff["dinkes"], butir, TESTED)
    assert "kesimpulan" in [k.medan for k in fault.value.kekurangan]
    simpan_uji(office.staff["dinkes"], butir, {"mitigasi": "Penyajian per kabupaten."})
    kept = newest(office, butir)
    assert (kept.kesimpulan, kept.penguji_id, kept.cek_pasal18) == (None, None, None)
    assert kept.mitigasi == kept.isian_pengusul["mitigasi"] == "Penyajian per kabupaten."
    assert office.events("butir", butir)[-1] == "isi"


@at("pengkajian", both=True)
def test_ppid_utama_tests_and_the_agencys_words_stay_apart(office: Office, case: Case) -> None:
    before = newest(office, case.butir[0]).isian_pengusul
    simpan_uji(
        office.staff["verifikator"],
        case.butir[0],
        TESTED | {"konsekuensi_dibuka": "Uraian PPID Utama yang lebih rinci."},
    )
    kept = newest(office, case.butir[0])
    assert (kept.kesimpulan, kept.penguji_id) == ("dikecualikan_sebagian", office.staff["verifikator"].id)
    assert kept.isian_pengusul == before
    assert kept.konsekuensi_dibuka == "Uraian PPID Utama yang lebih rinci."
    changes = {
        row.medan
        for row in office.session.query(m.PerubahanData).filter_by(objek_jenis="uji_konsekuensi", objek_id=kept.id)
    }
    assert {"konsekuensi_dibuka", "kesimpulan"} <= changes


@at("pertimbangan")
def test_after_the_examination_the_test_is_closed(office: Office, case: Case) -> None:
    with pytest.raises(Terkunci):
        simpan_uji(office.staff["verifikator"], case.butir[0], TESTED)


@at("pengkajian")
@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("dinkes", TidakBerwenang),
        ("bkd", TidakDitemukan),
        ("ketua", TidakBerwenang),
        ("auditor", TidakBerwenang),
        ("admin", TidakBerwenang),
        ("data", TidakBerwenang),
    ],
)
def test_nobody_else_writes_a_test(office: Office, case: Case, who: str, refusal: type[Exception]) -> None:
    before = newest(office, case.butir[0]).versi
    with pytest.raises(refusal):
        simpan_uji(office.staff[who], case.butir[0], TESTED)
    assert newest(office, case.butir[0]).versi == before


@at("pengkajian")
def test_a_stale_version_of_a_test_is_refused(office: Office, case: Case) -> None:
    seen = newest(office, case.butir[0]).versi
    simpan_uji(office.staff["verifikator"], case.butir[0], TESTED, version=seen)
    with pytest.raises(VersiBasi):
        simpan_uji(office.staff["verifikator.baru"], case.butir[0], TESTED, version=seen)


@at("pengkajian")
@pytest.mark.parametrize(
    "wrong",
    [
        {"kesimpulan": "mungkin"},
        {"cek_pasal18": [False] * 6},
        {"cek_pasal18": ["tidak"] * 7},
        {"cek_pasal18": "tidak"},
        {"persetujuan_tertulis": "tidak"},
        {"mitigasi": "x" * 5001},
        {"mitigasi": 5},
        {"kepatutan": "rusak \x00"},
    ],
)
def test_a_test_that_cannot_be_kept_is_refused_with_its_field(
    office: Office, case: Case, wrong: dict[str, Any]
) -> None:
    before = newest(office, case.butir[0]).versi
    with pytest.raises(IsianSalah) as fault:
        simpan_uji(office.staff["verifikator"], case.butir[0], TESTED | wrong)
    assert [k.medan for k in fault.value.kekurangan] == list(wrong)
    assert newest(office, case.butir[0]).versi == before


@at("pengkajian", both=True)
def test_the_verifier_mends_wording_and_it_can_be_seen(office: Office, case: Case) -> None:
    officer = office.staff["verifikator"]
    with writing() as session:
        session.info[PELAKU] = officer.id
        ubah_butir(
            session,
            officer,
            session.get(m.ButirInformasi, case.butir[0]),
            {"uraian": "Identitas pasien menular bulan Juli"},
        )
    (change,) = office.session.query(m.PerubahanData).filter_by(
        objek_jenis="butir_informasi", objek_id=case.butir[0], medan="uraian"
    )
    assert (change.baru, change.pelaku_id) == ("Identitas pasien menular bulan Juli", officer.id)
    assert office.events("butir", case.butir[0])[-1] == "sunting"
    office.test(case)  # mending makes nobody a proposer
    assert office.move("utama", case, "sampaikan").status == "pertimbangan"


@at("teruji")
def test_a_meeting_dates_the_berita_acara(office: Office, case: Case) -> None:
    meeting = {
        "berkas": case.berkas,
        "jenis": "uji_konsekuensi",
        "tempat": "Ruang rapat contoh",
        "tanggal": "2026-01-05",
    }
    there = [{"nama": "Wakil Dinas", "peran": "pengusul"}, {"nama": "Ahli Hukum", "peran": "ahli", "hadir": False}]
    ident = simpan_rapat(
        office.staff["verifikator"], meeting | {"mulai": "09.00", "selesai": "11:30", "kehadiran": there}
    )
    with pytest.raises(IsianSalah):
        simpan_rapat(office.staff["verifikator"], {"selesai": "08:00"}, ident=ident)
    office.move("utama", case, "sampaikan")
    paper = office.paper(case, "berita_acara_klasifikasi")
    assert paper.tanggal.isoformat() == "2026-01-05"
    assert "Wakil Dinas" in office.text(paper)
    with pytest.raises(Terkunci):
        simpan_rapat(office.staff["verifikator"], {"tempat": "Tempat lain"}, ident=ident)


@at("teruji", both=True)
@pytest.mark.parametrize("place", ["terbitkan", "catat", "ikuti"])
def test_a_move_that_fails_midway_leaves_nothing(
    office: Office, case: Case, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper cannot be printed, the log cannot be written, the butir cannot follow: not one row has changed."""
    models = (m.Peristiwa, m.Naskah, m.NomorNaskah, m.Unggahan, m.PerubahanData)
    before = [office.session.query(model).count() for model in models]
    butir = [office.row(m.ButirInformasi, ident).versi for ident in case.butir]

    def fail(*_: Any, **__: Any) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(door, place, fail)
        with pytest.raises(OSError, match="disk is full"):
            office.move("utama", case, "sampaikan")
    assert office.status("berkas", case.berkas) == "pengkajian"
    assert [office.session.query(model).count() for model in models] == before
    assert [office.row(m.ButirInformasi, ident).versi for ident in case.butir] == butir
    done = office.move("utama", case, "sampaikan")
    assert [paper.nomor[-20:] for paper in done.naskah if paper.nomor] != []
    numbers = office.session.query(m.NomorNaskah).filter_by(jenis="berita_acara_klasifikasi")
    assert [row.urut for row in numbers] == [1]  # the number of the failed one was never given
