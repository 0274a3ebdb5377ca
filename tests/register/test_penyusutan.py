"""Records leave only when their time is over and nothing holds them: lists, approval, berita acara; and loans of hard copies."""

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
import time_machine
from flask import Flask, current_app
from sqlalchemy import func, select, update

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.keeping import baca
from app.errors import IsianSalah, OrangSama, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.register import penyusutan
from app.register.penyusutan import batalkan, calon, laksanakan, setujui, usulkan
from app.security import scope
from app.steps.arsip import simpan_arsip
from app.steps.events import periksa_rantai
from app.steps.peminjaman import kembalikan, pinjam
from tests.cases import Case, Office
from tests.documents.reading import docx_text
from tests.stages import at

LATER = dt.datetime(2060, 5, 6, 3, 0, tzinfo=dt.UTC)
DONE = {"cara": "dicacah", "saksi": "Saksi Satu, Inspektorat; Saksi Dua, Biro Hukum"}


@pytest.fixture
def later() -> Iterator[None]:
    """Decades on: every retention of the test is over."""
    with time_machine.travel(LATER, tick=True):
        yield


def opened(office: Office, status: str = "terbuka_demi_hukum") -> None:
    """All entries of the register end, and every record may be destroyed."""
    office.session.execute(update(m.ButirDitetapkan).values(status=status))
    office.session.execute(update(m.Arsip).values(nasib_akhir="musnah"))
    office.session.commit()


def records(office: Office) -> list[int]:
    office.session.rollback()
    return list(office.session.scalars(select(m.Arsip.id).order_by(m.Arsip.id)))


def held(office: Office) -> set[str]:
    found = calon(office.session, office.staff["utama"], "musnah", hari_ini_wib())
    told = {sentence for one in found for sentence in one.halangan}
    office.session.rollback()
    return told


@at("selesai", both=True)
def test_a_list_is_proposed_approved_by_another_and_carried_out_with_its_berita_acara(
    office: Office, case: Case, later: None
) -> None:
    opened(office)
    first, *_ = records(office)
    ident = usulkan(office.staff["utama"], "musnah", [first])
    with pytest.raises(OrangSama):
        setujui(office.staff["utama"], ident, "045/1", hari_ini_wib())
    with pytest.raises(TidakBerwenang):
        setujui(office.staff["data"], ident, "045/1", hari_ini_wib())
    with pytest.raises(StatusBerubah):
        laksanakan(office.staff["utama"], ident, DONE | {"tanggal": hari_ini_wib()})
    setujui(office.staff["utama.baru"], ident, "045/1", hari_ini_wib())
    kept = laksanakan(office.staff["utama"], ident, DONE | {"tanggal": hari_ini_wib()})
    paper = office.row(m.Naskah, kept)
    assert (paper.nomor, paper.penyusutan_id) == ("488/BASusut.001-DKISP.PPIDP/2060", ident)
    assert paper.perihal == "Pemusnahan Arsip menurut persetujuan nomor 045/1"
    text = docx_text(baca(paper.unggahan))
    for words in (
        "PEMUSNAHAN ARSIP",
        "tahun dua ribu enam puluh",
        "1 (satu) arsip",
        "dicacah",
        "Saksi Dua, Biro Hukum",
    ):
        assert words in text, words
    assert office.row(m.PenyusutanArsip, ident).berita_acara.id == kept
    for who, sees in (("arsiparis", True), ("auditor.baru", True), ("data", False), ("dinkes", False)):
        found = scope.find(office.session, m.Naskah, kept, office.staff[who])
        assert (found is not None) == sees, who
    office.session.rollback()
    assert office.events("penyusutan", ident) == ["usul_susut", "setujui_susut", "laksanakan_susut"]
    with pytest.raises(StatusBerubah):
        batalkan(office.staff["utama.baru"], ident, "Salah")
    record = office.row(m.Arsip, first)
    with pytest.raises(StatusBerubah):
        simpan_arsip(office.staff["data"], [{"naskah": record.naskah_id, "softcopy": "lain"}])
    assert first not in {c.arsip.id for c in calon(office.session, office.staff["utama"], "musnah", hari_ini_wib())}
    office.session.rollback()
    assert periksa_rantai(office.session) == []


@at("selesai")
def test_no_berita_acara_without_somebody_to_sign_it(office: Office, case: Case, later: None) -> None:
    opened(office)
    first, *_ = records(office)
    ident = usulkan(office.staff["utama"], "musnah", [first])
    setujui(office.staff["utama.baru"], ident, "045/1", hari_ini_wib())
    gone = update(m.Pejabat).where(m.Pejabat.fungsi == "ppid_utama").values(selesai=dt.date(2059, 1, 1))
    office.session.execute(gone)
    office.session.commit()
    with pytest.raises(IsianSalah) as refused:
        laksanakan(office.staff["utama"], ident, DONE | {"tanggal": hari_ini_wib()})
    assert [k.kode for k in refused.value.kekurangan] == ["penandatangan"]
    assert office.row(m.PenyusutanArsip, ident).status == "disetujui"


@at("selesai", both=True)
def test_nothing_leaves_that_is_excluded_disputed_asked_for_lent_or_listed(
    office: Office, case: Case, later: None
) -> None:
    opened(office, "berlaku")
    first = records(office)[0]
    assert held(office) == {"berkasnya masih memuat informasi yang dikecualikan"}
    with pytest.raises(IsianSalah) as refused:
        usulkan(office.staff["utama"], "musnah", [first])
    assert "masih memuat informasi yang dikecualikan" in refused.value.kekurangan[0].pesan
    opened(office)
    assert held(office) == set()
    entry = office.session.scalars(select(m.ButirDitetapkan.id)).first()
    dispute = m.Sengketa(butir_ditetapkan_id=entry, nomor_register_ki="01/REG-PSI/2060")
    wanted = m.Permohonan(kanal="eppid", nomor="7", diterima=hari_ini_wib(), pemohon="Budi", rincian="Data")
    office.session.add_all([dispute, wanted])
    office.session.flush()
    office.session.add(m.PermohonanButir(permohonan_id=wanted.id, butir_ditetapkan_id=entry))
    office.session.commit()
    pinjam(
        office.staff["data"], {"arsip": first, "peminjam": "Ani", "keperluan": "Audit", "jatuh_tempo": hari_ini_wib()}
    )
    assert held(office) == {
        "berkasnya masih disengketakan",
        "berkasnya masih dimohonkan dan belum dijawab",
        "hardcopynya sedang dipinjam",
    }


@at("selesai")
def test_an_entry_that_a_newer_decree_carries_on_keeps_its_old_papers(office: Office, case: Case, later: None) -> None:
    opened(office)
    rows = office.session.scalars(select(m.ButirDitetapkan).order_by(m.ButirDitetapkan.id)).all()
    rows[0].status, rows[1].status, rows[1].menggantikan_id = "diperpanjang", "diperpanjang", rows[0].id
    rows[2].menggantikan_id = rows[1].id
    office.session.commit()
    assert held(office) == set()
    rows[2].status = "berlaku"
    office.session.commit()
    assert held(office) == {"berkasnya masih memuat informasi yang dikecualikan"}


@at("selesai")
def test_what_became_disputed_after_the_approval_stays(office: Office, case: Case, later: None) -> None:
    opened(office)
    ident = usulkan(office.staff["utama"], "musnah", records(office)[:1])
    setujui(office.staff["utama.baru"], ident, "045/1", hari_ini_wib())
    entry = office.session.scalars(select(m.ButirDitetapkan.id)).first()
    office.session.add(m.Sengketa(butir_ditetapkan_id=entry, nomor_register_ki="02/REG-PSI/2060"))
    office.session.commit()
    with pytest.raises(IsianSalah):
        laksanakan(office.staff["utama"], ident, DONE | {"tanggal": hari_ini_wib()})
    batalkan(office.staff["utama"], ident, "Disengketakan.")
    assert office.row(m.PenyusutanArsip, ident).status == "batal"


@at("selesai")
def test_before_the_retention_ends_there_are_no_candidates(office: Office, case: Case) -> None:
    opened(office)
    assert calon(office.session, office.staff["utama"], "musnah", hari_ini_wib()) == []
    with pytest.raises(IsianSalah):
        usulkan(office.staff["utama"], "musnah", records(office)[:1])
    with pytest.raises(TidakDitemukan):
        usulkan(office.staff["utama"], "musnah", [])
    with pytest.raises(TidakBerwenang):
        usulkan(office.staff["data"], "musnah", records(office)[:1])


def lend(office: Office, arsip: int, who: str = "data", **more: Any) -> int:
    fields = {"arsip": arsip, "peminjam": "Ani", "keperluan": "Audit", "jatuh_tempo": hari_ini_wib()}
    return pinjam(office.staff[who], fields | more)


@at("selesai", both=True)
def test_a_hard_copy_is_with_one_person_at_a_time_and_comes_back(office: Office, case: Case) -> None:
    first = records(office)[0]
    loan = lend(office, first)
    with pytest.raises(StatusBerubah) as refused:
        lend(office, first)
    assert "masih dipinjam Ani" in refused.value.pesan
    kembalikan(office.staff["data"], loan, "Lengkap")
    with pytest.raises(StatusBerubah):
        kembalikan(office.staff["data"], loan)
    assert office.row(m.PeminjamanArsip, loan).keadaan_kembali == "Lengkap"
    assert lend(office, first) != loan


@at("selesai")
def test_a_loan_tells_all_that_is_missing_and_asks_for_the_role(office: Office, case: Case) -> None:
    first = records(office)[0]
    yesterday = hari_ini_wib() - dt.timedelta(days=1)
    with pytest.raises(IsianSalah) as refused:
        lend(office, first, peminjam="", keperluan=None, jatuh_tempo=yesterday)
    assert {row.medan for row in refused.value.kekurangan} == {"peminjam", "keperluan", "jatuh_tempo"}
    for who in ("dinkes", "ketua", "auditor.baru", "admin"):
        with pytest.raises(TidakBerwenang):
            lend(office, first, who)
    with pytest.raises(TidakDitemukan):
        lend(office, 999_999)


@at("siap_unggah")
def test_a_record_takes_what_it_does_not_say_from_the_scheme(office: Office, case: Case) -> None:
    office.session.add(
        m.KlasifikasiArsip(
            kode="500.12.4", uraian="KIP", retensi_aktif=3, retensi_inaktif=7, nasib_akhir="permanen", skkaad="terbatas"
        )
    )
    office.session.commit()
    paper = office.paper(case, "hasil_pertimbangan")
    fields = {"naskah": paper.id, "kode_klasifikasi": "500.12.4", "retensi_aktif": 5}
    (ident,) = simpan_arsip(office.staff["arsiparis"], [fields])
    row = office.row(m.Arsip, ident)
    assert (row.retensi_aktif, row.retensi_inaktif, row.nasib_akhir, row.skkaad) == (5, 7, "permanen", "terbatas")


# Only a server has two writers at once; SQLite lets them in one after the other.
POSTGRES = pytest.mark.parametrize(("stage", "dialect"), [("selesai", "postgresql")])
Start = Callable[[Callable[[], Any]], Future[Any]]


@pytest.fixture
def beside(office: Office) -> Iterator[Start]:
    """`beside(act)`: the act, on a connection of its own."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy has it

    def run(act: Callable[[], Any]) -> Any:
        with app.app_context():
            return act()

    with ThreadPoolExecutor() as pool:
        yield lambda act: pool.submit(run, act)


def borrowed(office: Office, ident: int, who: str = "data") -> Callable[[], int]:
    fields = {"arsip": ident, "peminjam": "Ani", "keperluan": "Audit", "jatuh_tempo": hari_ini_wib()}
    officer = office.staff[who]
    return lambda: pinjam(officer, fields)


@POSTGRES
def test_who_lends_a_record_while_it_is_destroyed_waits_and_finds_it_gone(
    office: Office, case: Case, later: None, beside: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(office)
    first, who = records(office)[0], office.staff["utama"]
    ident = usulkan(who, "musnah", [first])
    setujui(office.staff["utama.baru"], ident, "045/1", hari_ini_wib())
    loan, checked, go = borrowed(office, first), Event(), Event()
    looked = penyusutan._tolak

    def look_and_wait(*given: Any) -> None:
        looked(*given)
        checked.set()
        assert go.wait(20)

    monkeypatch.setattr(penyusutan, "_tolak", look_and_wait)
    destroyed = beside(lambda: laksanakan(who, ident, DONE | {"tanggal": hari_ini_wib()}))
    assert checked.wait(20)
    lent = beside(loan)
    with pytest.raises(TimeoutError):
        lent.result(0.5)
    go.set()
    assert destroyed.result(20)
    with pytest.raises(StatusBerubah, match="dimusnahkan"):
        lent.result(20)


@POSTGRES
def test_one_copy_is_lent_to_one_of_two_who_ask_at_once(office: Office, case: Case, beside: Start) -> None:
    office.session.execute(update(m.Arsip).values(hardcopy_boks="1"))
    office.session.commit()
    first = records(office)[0]
    asked = [beside(borrowed(office, first, name)) for name in ("data", "arsiparis", "data", "arsiparis")]
    answers = [one.exception(20) for one in asked]
    assert answers.count(None) == 1
    assert all(isinstance(refused, StatusBerubah) for refused in answers if refused is not None)
    p = m.PeminjamanArsip
    office.session.rollback()
    assert office.session.scalar(select(func.count()).select_from(p).where(p.arsip_id == first)) == 1
