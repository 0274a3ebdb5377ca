"""Two butir side by side, from the page of one of them to their merger; and the papers of a meeting as one filter."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import select

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]


def pair(app: Flask) -> tuple[int, int]:
    """Two gathered butir of one berkas, the second as the first but for its scope."""
    with app.app_context():
        b = m.ButirInformasi
        one = db.session.scalars(select(b).where(b.berkas_id.is_not(None), b.status == "diuji")).first()
        one.uraian, one.status = "Rekam medis pegawai menurut nama", "dihimpun"
        db.session.get(m.Berkas, one.berkas_id).status = "pengkajian"
        twin = b(
            usulan_id=one.usulan_id,
            berkas_id=one.berkas_id,
            kode="KEMBAR-1",
            uraian="Rekam medis pegawai menurut nama",
            status="dihimpun",
            cakupan="seluruh",
        )
        db.session.add(twin)
        db.session.commit()
        return one.id, twin.id


def test_two_butir_are_compared_and_merged_with_the_target_chosen(app: Flask, browse: Browse, kasus: Perkara) -> None:
    one, twin = pair(app)
    utama = browse("utama")
    assert f"/banding/{one}/{twin}" in utama.get(f"/butir/show/{one}").text
    page = utama.get(f"/banding/{one}/{twin}")
    assert "Uraiannya 100% sama" in text(page)
    assert "(berbeda)" in text(page)
    assert "Bertentangan" not in text(page)
    address = f"/butir/{twin}/tindakan/gabung?ke={one}"
    assert address in page.text
    assert "Pilih butir lain" not in text(utama.get(address)), "the target stands chosen already"
    utama.follow(utama.send(address, {"catatan": "Informasi yang sama."}))
    assert "Digabung ke butir ini" in text(utama.get(f"/butir/show/{one}"))
    assert "/tindakan/gabung" not in utama.get(f"/banding/{one}/{twin}").text


def test_an_open_and_a_closed_conclusion_contradict(app: Flask, browse: Browse, kasus: Perkara) -> None:
    one, twin = pair(app)
    with app.app_context():
        person = db.session.scalars(select(m.Pengguna.id)).first()
        day = db.session.get(m.Rapat, kasus["rapat"]).tanggal
        u = m.UjiKonsekuensi
        for ident, said in ((one, "dikecualikan"), (twin, "terbuka")):
            found = db.session.scalars(select(u).where(u.butir_id == ident).order_by(u.putaran.desc())).first()
            test = found or u(butir_id=ident)
            test.kesimpulan, test.penguji_id, test.tanggal = said, person, day
            db.session.add(test)
        db.session.commit()
    assert "Bertentangan: yang satu terbuka" in text(browse("utama").get(f"/banding/{one}/{twin}"))


def test_only_rows_of_ones_own_are_compared(app: Flask, browse: Browse, kasus: Perkara) -> None:
    one, twin = pair(app)
    utama = browse("utama")
    for address in (f"/banding/{one}/{one}", f"/banding/{one}/999999", f"/banding/x/{one}"):
        assert utama.get(address).status_code == 404
    assert utama.client.post(f"/banding/{one}/{twin}").status_code == 405
    assert browse("admin").get(f"/banding/{one}/{twin}").status_code == 403
    assert browse("petugas.lepas").get(f"/banding/{one}/{twin}").status_code == 404


def test_the_papers_of_a_meeting_are_one_filter(browse: Browse, kasus: Perkara) -> None:
    utama = browse("utama")
    assert "Bahan rapat (satu PDF)" in utama.get(f"/berkas/show/{kasus['berkas']}").text
    page = utama.get(f"/naskah-borongan/?berkas={kasus['berkas']}&jenis=bahan_rapat")
    assert page.status_code == 200
    assert "Bahan rapat" in text(page)
