"""The spreadsheets of three agencies become one published, archived decree; everything on the way can be read in the papers. Both databases."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from app import models as m
from app.documents.keeping import baca
from app.documents.numbering import celah
from app.extensions import db
from app.steps.events import periksa_rantai
from app.steps.lembar_kendali import cetak_lembar_kendali
from tests.documents.reading import docx_text, squeeze
from tests.journeys.hands import AtTheDoor, OverRest
from tests.journeys.story import AGAIN, REPAIR, RETURNED, TAKEN_BACK, Told, tell
from tests.people import hire
from tests.sop.transcript import SHEET, TABLE

TEN = {
    paper for row in TABLE for paper in row.gives
}  # the papers of the moves; letters beside them are written at will
HANDS: dict[str, Callable[[Flask], Any]] = {"door": AtTheDoor, "rest": OverRest}


def walked(app: Flask, hand: str) -> Told:
    """The story, told by one hand."""
    with app.app_context():
        hire(db.session)
    if hand == "door":
        with app.app_context():
            return tell(AtTheDoor(app))
    return tell(OverRest(app))


def texts(berkas: int) -> dict[str, str]:
    """Kind -> what all its papers that stand say."""
    found: dict[str, str] = {}
    n, u = m.Naskah, m.Usulan
    of_case = (n.berkas_id == berkas) | n.usulan_id.in_(db.session.query(u.id).filter(u.berkas_id == berkas))
    for paper in db.session.query(n).filter(of_case, n.status != "dicabut").order_by(n.id):
        found[paper.jenis] = found.get(paper.jenis, "") + " " + squeeze(docx_text(baca(paper.unggahan)))
    return found


@pytest.mark.parametrize("hand", HANDS)
def test_three_sheets_become_a_decree_that_is_published_and_archived(app: Flask, hand: str) -> None:
    told = walked(app, hand)
    with app.app_context():
        berkas = db.session.get(m.Berkas, told.case.berkas)
        assert (berkas.status, berkas.putaran) == ("selesai", 3)
        said = texts(berkas.id)
        assert set(said) == TEN
        announced_and_kept_apart(told, said)
        what_befell_it_can_be_read(told, said, berkas)
        the_register_holds_it(told)
        assert periksa_rantai(db.session) == []
        assert celah(db.session) == []
    in_public(app, told)


def announced_and_kept_apart(told: Told, said: dict[str, str]) -> None:
    """Each accepted butir stands in the decree with its public text, and in Lampiran II with all of it."""
    for ident in told.excluded:
        row = db.session.get(m.ButirInformasi, ident)
        assert row.status == "ditetapkan"
        shown, secret = squeeze(row.uraian_publik), squeeze(row.uraian)
        assert shown in said["surat_keputusan"]
        assert secret in said["lampiran_terbatas"]
        assert secret in shown or secret not in said["surat_keputusan"]
    left_open = db.session.get(m.ButirInformasi, told.open)
    assert left_open.status == "terbuka"
    assert squeeze(left_open.uraian) not in said["lampiran_terbatas"]
    assert (
        left_open.kode in said["berita_acara_klasifikasi"]
        or squeeze(left_open.uraian) in said["berita_acara_klasifikasi"]
    )


def what_befell_it_can_be_read(told: Told, said: dict[str, str], berkas: m.Berkas) -> None:
    """The return, the repair, the second round and the decree taken back, in the papers and on the control sheet."""
    content, _ = cetak_lembar_kendali(db.session, berkas)
    sheet = squeeze(docx_text(content))
    for kegiatan, _, _ in SHEET:
        assert kegiatan in sheet
    for reason in (RETURNED, REPAIR, AGAIN, TAKEN_BACK):
        assert reason in sheet, reason
    everything = " ".join(said.values())
    for reason in (REPAIR, AGAIN, TAKEN_BACK):
        assert reason in everything, reason
    assert AGAIN in said["laporan_pendokumentasian"]
    assert TAKEN_BACK in said["laporan_pendokumentasian"]
    n = m.Naskah
    rounds = {
        jenis: [
            (p.putaran, p.status)
            for p in db.session.query(n).filter_by(berkas_id=berkas.id, jenis=jenis).order_by(n.id)
        ]
        for jenis in ("berita_acara_klasifikasi", "surat_keputusan")
    }
    assert rounds == {
        "berita_acara_klasifikasi": [(1, "dicabut"), (2, "ditandatangani")],
        "surat_keputusan": [(2, "dicabut"), (3, "ditandatangani")],
    }
    assert told.papers[-1]["jenis"] == "laporan_pendokumentasian"


def the_register_holds_it(told: Told) -> None:
    """The entries of the decree that stands are in force, those of the one taken back are not; everything is archived and reported."""
    e = m.ButirDitetapkan
    decree = told.newest("surat_keputusan")
    assert {(row.butir_id, row.status) for row in db.session.query(e).filter_by(sk_id=decree)} == {
        (ident, "berlaku") for ident in told.excluded
    }
    assert {row.status for row in db.session.query(e).filter(e.sk_id != decree)} == {"dicabut"}
    assert {row.naskah_id for row in db.session.query(m.Arsip) if row.lengkap} == {
        decree,
        told.newest("lampiran_terbatas"),
    }
    assert [row.hasil_cek for row in db.session.query(m.Publikasi)] == ["sama"]
    assert [row.naskah_id for row in db.session.query(m.Laporan)] == [told.newest("laporan_pendokumentasian")]


def in_public(app: Flask, told: Told) -> None:
    """Anyone reads the public texts, and nothing internal."""
    body = app.test_client().get("/publik/daftar.json")
    assert body.status_code == 200
    listed = squeeze(json.dumps(body.get_json(), ensure_ascii=False))
    with app.app_context():
        for ident in told.excluded:
            row = db.session.get(m.ButirInformasi, ident)
            assert json.dumps(row.uraian_publik, ensure_ascii=False)[1:-1] in listed
            assert row.uraian in row.uraian_publik or json.dumps(row.uraian, ensure_ascii=False)[1:-1] not in listed
