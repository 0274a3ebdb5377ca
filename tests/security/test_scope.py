"""THE row filter: who sees which rows at which stage, counted by a second hand. What a role once saw it does not lose by a way back."""

from typing import Any

import pytest
from sqlalchemy import func, select

from app import models as m
from app.errors import TidakDitemukan
from app.models.base import Base
from app.security import scope
from tests.cases import Case, Office
from tests.people import DRIVERS
from tests.stages import at

MASTER = {
    m.PerangkatDaerah,
    m.Pejabat,
    m.AnggotaTim,
    m.Peraturan,
    m.Pasal17,
    m.HariLibur,
    m.Pengaturan,
    m.TemplatNaskah,
}
# What permission alone decides: reference data, people, and what was done to accounts.
EVERYBODY = MASTER | {m.Penunjukan, m.Pengguna, m.KlasifikasiArsip, m.InformasiTerbuka, m.RiwayatAkun}
ROWS = (m.Usulan, m.Berkas, m.ButirInformasi, m.DasarPengecualian, m.UjiKonsekuensi)
PLACES = (
    "dinkes",
    "bkd",
    "tetangga",
    "verifikator",
    "utama",
    "ketua",
    "pimpinan",
    "data",
    "arsiparis",
    "auditor",
    "admin",
    "tamu",
    "lepas",
)


def seen(office: Office, who: str, model: Any) -> set[int]:
    """The ids that somebody sees."""
    office.session.rollback()
    return set(office.session.scalars(select(model.id).where(scope.visible(model, office.staff[who]))))


def there(office: Office, model: Any) -> set[int]:
    office.session.rollback()
    return set(office.session.scalars(select(model.id)))


# Stage -> who sees the berkas then. The agencies see its progress; everybody else from their step on.
BERKAS = {
    "dihimpun": {"dinkes", "bkd", "verifikator", "utama", "auditor"},
    "pengkajian": {"dinkes", "bkd", "verifikator", "utama", "auditor"},
    "pertimbangan": {"dinkes", "bkd", "verifikator", "utama", "auditor", "ketua"},
    "penetapan": {"dinkes", "bkd", "verifikator", "utama", "auditor", "ketua", "pimpinan"},
    "pengunggahan": {"dinkes", "bkd", "verifikator", "utama", "auditor", "ketua", "pimpinan", "data", "arsiparis"},
}
# … and all its butir with their tests: those who judge them.
BUTIR = {stage: who & {"verifikator", "utama", "auditor", "ketua", "pimpinan"} for stage, who in BERKAS.items()}


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("stage", BERKAS)
def test_each_role_sees_a_berkas_and_its_butir_from_its_own_step_on(office: Office, case: Case, stage: str) -> None:
    for who in PLACES:
        assert seen(office, who, m.Berkas) == ({case.berkas} if who in BERKAS[stage] else set()), who
        own = {"dinkes": set(case.butir[:2]), "bkd": set(case.butir[2:])}.get(who, set())
        wanted = set(case.butir) if who in BUTIR[stage] else own
        assert seen(office, who, m.ButirInformasi) == wanted, who
        for child in (m.DasarPengecualian, m.UjiKonsekuensi):
            rows = office.session.execute(select(child.id, child.butir_id)).all()
            assert seen(office, who, child) == {ident for ident, butir in rows if butir in wanted}, (who, child)


@at("kantor", both=True)
def test_a_draft_is_its_agencys_alone_until_it_was_once_handed_in(office: Office, case: Case) -> None:
    usulan, (butir,) = office.propose("dinkes")
    for who in PLACES:
        wanted = who in ("dinkes", "auditor")
        assert (usulan in seen(office, who, m.Usulan)) is wanted, who
        assert (butir in seen(office, who, m.ButirInformasi)) is wanted, who
    office.act("dinkes", "usulan", usulan, "ajukan")
    office.act("dinkes", "usulan", usulan, "tarik")
    for who in ("verifikator", "utama"):
        assert usulan in seen(office, who, m.Usulan), "what was once handed in stays known"
        assert butir in seen(office, who, m.ButirInformasi)
    assert seen(office, "bkd", m.Usulan) == set()


@at("penetapan", both=True)
def test_a_way_back_takes_nothing_from_those_who_saw_it(office: Office, case: Case) -> None:
    office.move("utama", case, "pertimbangkan_ulang")
    office.move("ketua", case, "kaji_ulang")
    assert office.status("berkas", case.berkas) == "pengkajian"
    for who in ("ketua", "pimpinan"):
        assert seen(office, who, m.Berkas) == {case.berkas}
        assert seen(office, who, m.ButirInformasi) == set(case.butir)
    assert seen(office, "data", m.Berkas) == set()


# Who sees which paper of the berkas once it is decided. An agency reads the signed decree, never the papers over several agencies.
PAPERS = {
    "matriks_uji_konsekuensi": {"verifikator", "utama", "ketua", "pimpinan", "arsiparis", "auditor"},
    "berita_acara_klasifikasi": {"verifikator", "utama", "ketua", "pimpinan", "arsiparis", "auditor"},
    "nota_dinas": {"verifikator", "utama", "ketua", "pimpinan", "arsiparis", "auditor"},
    "hasil_pertimbangan": {"verifikator", "utama", "ketua", "pimpinan", "arsiparis", "auditor"},
    "surat_keputusan": {"verifikator", "utama", "ketua", "pimpinan", "arsiparis", "auditor", "data", "dinkes", "bkd"},
    "lampiran_terbatas": {"verifikator", "utama", "ketua", "pimpinan", "arsiparis", "auditor"},
}


@at("siap_unggah", both=True)
def test_each_paper_is_read_by_those_whom_it_concerns(office: Office, case: Case) -> None:
    papers = {jenis: office.paper(case, jenis).id for jenis in PAPERS}
    for who in PLACES:
        mine = seen(office, who, m.Naskah)
        for jenis, ident in papers.items():
            assert (ident in mine) is (who in PAPERS[jenis]), (who, jenis)
    own = {row.id: row.usulan_id for row in office.session.query(m.Naskah).filter(m.Naskah.usulan_id.is_not(None))}
    for ident, usulan in own.items():
        owner = next(name for name, made in case.usulan.items() if made == usulan)
        neighbour = "bkd" if owner == "dinkes" else "dinkes"
        assert ident in seen(office, owner, m.Naskah)
        assert ident not in seen(office, neighbour, m.Naskah)
        assert ident not in seen(office, "data", m.Naskah)


@at("pengunggahan")
def test_an_agency_does_not_read_a_decree_that_nobody_has_signed(office: Office, case: Case) -> None:
    assert office.paper(case, "surat_keputusan").id not in seen(office, "dinkes", m.Naskah)


@at("siap_unggah")
def test_opinions_and_the_log_stay_with_those_who_may_read_them(office: Office) -> None:
    readers = {
        m.Pendapat: {"verifikator", "utama", "ketua", "pimpinan", "auditor"},
        m.PersetujuanPimpinan: {"verifikator", "utama", "ketua", "pimpinan", "auditor"},
        m.Peristiwa: {"auditor"},
        m.PerubahanData: {"auditor"},
        m.Unggahan: {"auditor"},
        m.NomorNaskah: {"verifikator", "utama", "auditor"},
    }
    for model, allowed in readers.items():
        assert there(office, model), model
        for who in PLACES:
            assert seen(office, who, model) == (there(office, model) if who in allowed else set()), (who, model)


@at("selesai")
def test_the_auditor_sees_every_row_and_the_administrator_none_of_a_case(office: Office) -> None:
    for mapper in Base.registry.mappers:
        model: Any = mapper.class_
        if not model.__module__.startswith("app.models") or model in EVERYBODY:
            continue
        office.session.rollback()
        rows = select(func.count()).select_from(model)
        everything = office.session.scalar(rows)
        assert office.session.scalar(rows.where(scope.visible(model, office.staff["admin"]))) == 0, model
        if model in scope._RULES:
            assert office.session.scalar(rows.where(scope.visible(model, office.staff["auditor"]))) == everything, model


@at("selesai")
def test_a_table_that_no_rule_names_is_empty_for_everybody(office: Office) -> None:
    for who in DRIVERS:
        for model in (m.KepalaRantai, m.PencacahNomor, m.PercobaanMasuk):
            office.session.rollback()
            query = select(func.count()).select_from(model).where(scope.visible(model, office.staff[who]))
            assert office.session.scalar(query) == 0


@at("selesai")
def test_several_roles_add_up(office: Office, case: Case) -> None:
    office.grant("data.baru", "Petugas PPID Pelaksana")
    assert case.berkas in seen(office, "data.baru", m.Berkas)
    assert seen(office, "data.baru", m.ButirInformasi) == set()  # DKISP proposed nothing
    office.grant("tetangga", "Tim Pertimbangan")
    assert seen(office, "tetangga", m.ButirInformasi) == set(case.butir)


@at("kantor", both=True)
def test_what_is_no_id_finds_nothing_and_a_neighbours_row_is_answered_like_it(office: Office, case: Case) -> None:
    usulan, _ = office.propose("dinkes")
    own, neighbour = office.staff["dinkes"], office.staff["bkd"]
    office.session.rollback()
    for value in (None, True, 0, -1, 2**31, 2**63, 1.0, str(usulan)):
        assert scope.find(office.session, m.Usulan, value, own) is None, value
    assert scope.one(office.session, m.Usulan, usulan, own).id == usulan
    for ident in (usulan, usulan + 1):
        with pytest.raises(TidakDitemukan) as refused:
            scope.one(office.session, m.Usulan, ident, neighbour)
        assert str(refused.value) == str(TidakDitemukan())
