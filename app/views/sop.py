"""The page "SOP": the printed sheet, every way of a case, and who may do what. All read from the tables."""

from __future__ import annotations

from typing import Any

from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app.sop import reading, sheet
from app.sop.words import LABEL_NASKAH, LABEL_PELAKSANA, LABEL_STATUS, Pelaksana
from app.views.accounts import logged_in

TABEL = {"usulan": "Usulan", "berkas": "Berkas klasifikasi", "butir": "Butir informasi", "naskah": "Naskah"}


class HalamanSop(BaseView):
    """For everybody who is logged in."""

    route_base = "/sop"
    default_view = "index"

    @expose("/")
    def index(self) -> Any:
        logged_in()
        return self.render_template(
            "sop.html",
            title="SOP Pendokumentasian Informasi yang Dikecualikan",
            lembar=sheet,
            baris=baris(),
            jalan=[(label, [_way(row) for row in reading.langkah(kind)]) for kind, label in TABEL.items()],
            peran=[LABEL_PELAKSANA[role] for role in Pelaksana],
            matriks=[(TABEL[kind], row.label, cells) for kind, row, cells in reading.matriks()],
        )


def baris() -> list[dict[str, Any]]:
    """The five rows of the sheet."""
    return [
        {
            "no": row.no,
            "kegiatan": row.kegiatan,
            "pelaksana": sheet.KOLOM_PELAKSANA[row.kolom],
            "kelengkapan": row.kelengkapan,
            "output": row.output,
        }
        for row in sheet.BARIS
    ]


def _way(row: Any) -> dict[str, Any]:
    """One move in words."""
    return {
        "label": row.label,
        "dari": [LABEL_STATUS.get(code, code) for code in row.dari],
        "ke": LABEL_STATUS.get(row.ke, row.ke) if row.ke else "tetap",
        "pelaksana": [LABEL_PELAKSANA[role] for role in row.pelaksana],
        "basis": "ketentuan kantor" if row.basis == "ours" else row.basis,
        "butuh": row.butuh,
        "naskah": [LABEL_NASKAH[paper] for paper in row.naskah],
    }
