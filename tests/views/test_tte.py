"""The page on which a paper is signed electronically keeps the NIK when the service is out of order, never the passphrase."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from app import models as m
from app.extensions import db
from tests.api.cases import keputusan
from tests.api.journey import pdf
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]


@pytest.mark.usefixtures("kasus")
def test_a_service_out_of_order_is_told_on_the_form(
    app: Flask, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "SIDIK_ESIGN_URL", "http://127.0.0.1:9")  # nobody listens there
    monkeypatch.setattr("app.steps.unduh.ke_pdf", lambda _: pdf("Surat keputusan"))
    with app.app_context():
        keputusan(db.session, status="terbit")
        db.session.commit()
        paper = db.session.scalars(select(m.Naskah.id)).one()
    answer = browse("utama").send(f"/tte/{paper}", {"nik": "1234567890123456", "passphrase": "rahasia-sekali"})
    assert answer.status_code == 422
    assert "tidak menjawab" in text(answer)
    assert "1234567890123456" in answer.text
    assert "rahasia-sekali" not in answer.text
