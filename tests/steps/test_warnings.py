"""A warning passes with a written reason: its butir's own, or the note of the move; without one the move is refused."""

from typing import Any

import pytest

from app import models as m
from app.errors import BelumLengkap
from app.steps.butir_baru import ubah_butir
from app.steps.uji import simpan_beberapa
from tests.cases import Case, Office
from tests.stages import at
from tests.steps import papers_case as buat
from tests.steps.papers_case import Kasus

ALL = {
    "medis": "dikecualikan",
    "gizi": "dikecualikan_sebagian",
    "renja": "terbuka",
    "disiplin": "dikecualikan_sebagian",
}


@pytest.fixture
def kasus(session: Any) -> Kasus:
    case = buat.mulai(session)
    buat.uji(case, **ALL, putusan="ditunda", mutasi="terbuka")
    for name in ("medis", "gizi"):  # the public text is the internal one: that wants an explanation
        butir = session.get_one(m.ButirInformasi, case.butir[name])
        ubah_butir(session, case.staf["utama"], butir, {"uraian_publik": butir.uraian})
    session.commit()
    return case


def warned(case: Kasus) -> set[int | None]:
    """The butir of the warnings that a move without a note is refused for."""
    with pytest.raises(BelumLengkap) as refused:
        case.jalan("utama", "sampaikan")
    assert {k.tingkat for k in refused.value.kekurangan} == {"peringatan"}
    return {k.butir for k in refused.value.kekurangan}


def test_what_an_earlier_berkas_left_open_wants_an_explanation(kasus: Kasus) -> None:
    session, here = kasus.session, kasus.session.get_one(m.ButirInformasi, kasus.butir["medis"])
    earlier = m.Berkas(nomor="BK-0", judul="dahulu", tahun=2025, status="pengkajian", tahap_tertinggi=1)
    session.add(earlier)
    session.flush()
    agency = here.usulan.perangkat_daerah_id
    usulan = m.Usulan(
        perangkat_daerah_id=agency, judul="u", status="dihimpun", pernah_diajukan=True, berkas_id=earlier.id
    )
    same = {"uraian": here.uraian, "dokumen_induk": here.dokumen_induk, "status": "terbuka", "berkas_id": earlier.id}
    session.add(m.ButirInformasi(usulan=usulan, kode="DULU-1", **same))
    session.commit()
    with pytest.raises(BelumLengkap) as refused:
        kasus.jalan("utama", "sampaikan")
    assert [(k.butir, "DULU-1" in k.pesan) for k in refused.value.kekurangan if k.kode == "pernah_terbuka"] == [
        (here.id, True)
    ]


def explain(case: Kasus, *idents: int | None) -> None:
    reason = {"alasan_peringatan": "Uraian tidak memuat rincian."}
    simpan_beberapa(case.staf["utama"], {ident: reason for ident in idents if ident is not None})


def test_warnings_with_reasons_of_their_own_need_no_note(kasus: Kasus) -> None:
    explain(kasus, *warned(kasus))
    assert kasus.jalan("utama", "sampaikan").status == "pertimbangan"


def test_one_warning_without_a_reason_is_enough_to_refuse(kasus: Kasus) -> None:
    first, *rest = warned(kasus)
    assert rest
    explain(kasus, *rest)
    assert first in warned(kasus)
    assert kasus.jalan("utama", "sampaikan", "Sudah diperiksa.").status == "pertimbangan"


@at("penetapan")
def test_what_passed_with_a_reason_at_the_decree_stands_in_its_restricted_annex_only(
    office: Office, case: Case
) -> None:
    office.sign(case, "verifikator", "berita_acara_klasifikasi")
    office.sign(case, "ketua", "hasil_pertimbangan")
    office.move("utama", case, "tetapkan", "Surat persetujuan menyusul.")
    annex = office.text(office.paper(case, "lampiran_terbatas"))
    assert "Persetujuan pimpinan" in annex
    assert "Surat persetujuan menyusul." in annex
    assert "menyusul" not in office.text(office.paper(case, "surat_keputusan"))
