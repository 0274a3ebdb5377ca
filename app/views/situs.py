"""The sites on which a decree must stand: a checklist with title, text and file ready; send, check again, take back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import sqlalchemy as sa
from flask import current_app, flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from werkzeug.wrappers import Response

from app import models as m
from app.documents.keeping import baca
from app.errors import Bentrok, IsianSalah, SidikError, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.law import settings
from app.register.ganti import pengganti_sk
from app.register.situs.keluar import kirim_keluar
from app.register.situs.lama import kalimat
from app.register.situs.periksa import periksa_lagi
from app.register.situs.rusak import rusak
from app.register.situs.saluran import DIDUKUNG, daftar
from app.register.situs.umumkan import tarik, umumkan
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import choices
from app.sop.words import Naskah as N
from app.steps.isi_keluar import salinan_ttd
from app.steps.publikasi import alamat_publik, situs_wajib
from app.views.pages import CasePage
from app.views.repair import clean_id

EKSTENSI = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


class SitusSk(CasePage):
    """All sites of one decree on one page."""

    route_base = "/situs-sk"
    izin = ("can_publikasikan", "Naskah")

    @expose("/<pk>")
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        decree = _decree(berkas, officer)
        rows = _rows(decree, officer) if decree is not None else []
        return self.render_template(
            "situs.html",
            title="Situs pengumuman SK",
            berkas=berkas,
            sk=decree,
            situs=rows,
            **(_bahan(decree) if decree is not None else {}),
        )

    @expose("/<pk>/kirim", methods=["POST"])
    def kirim(self, pk: str) -> Response:
        """Announce on one site; the outbox is emptied at once, outside the transaction."""
        officer, berkas = self.opened(pk)
        decree = _decree(berkas, officer)
        fields = {
            "naskah": decree.id if decree is not None else None,
            "perangkat_daerah": clean_id(request.form.get("perangkat_daerah", "")),
            "saluran": request.form.get("saluran", ""),
            "judul": request.form.get("judul") or None,
        }
        done = _said(lambda: umumkan(officer, fields), "SK masuk antrean situs dan segera dikirim.")
        return self._back(pk, deliver=done)

    @expose("/<pk>/periksa", methods=["POST"])
    def periksa(self, pk: str) -> Response:
        """Look again at one publication, or at all of this decree."""
        officer, berkas = self.opened(pk)
        asked = [_own(berkas, officer)] if request.form.get("publikasi") else _live(berkas, officer)
        changed = sum(periksa_lagi(db.session, satu=ident) for ident in asked)
        told = "Isi situs berbeda dari SK, atau alamatnya tidak dapat dibuka." if changed else "Situs sudah diperiksa."
        flash(told, "danger" if changed else "success")
        return self._back(pk, deliver=True)

    @expose("/rusak")
    def rusak(self) -> Any:
        """Everything that broke, of all decrees."""
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        p, k = m.Publikasi, m.KotakKeluar
        rows = list(db.session.scalars(sa.select(p).where(visible(p, officer), rusak()).order_by(p.id)))
        failed = sa.select(k.publikasi_id, k.galat).where(k.publikasi_id.in_([r.id for r in rows]), k.status == "gagal")
        said = {ident: fault or "" for ident, fault in db.session.execute(failed)}
        shown = [(row, choices.SALURAN[row.saluran], said.get(row.id, "")) for row in rows]
        return self.render_template("situs_rusak.html", title="Publikasi rusak", publikasi=shown)

    @expose("/<pk>/bukti/<publikasi>")
    def bukti(self, pk: str, publikasi: str) -> Any:
        """The screenshot or statement that proves an upload which the server cannot see."""
        officer, berkas = self.opened(pk)
        p = m.Publikasi
        mine = (p.id == clean_id(publikasi), m.Naskah.berkas_id == berkas.id, visible(p, officer))
        kept = db.session.scalars(
            sa.select(m.Unggahan).join(p, p.bukti_unggahan_id == m.Unggahan.id).join(p.naskah).where(*mine)
        ).first()
        if kept is None:
            raise TidakDitemukan()
        name = f"bukti-unggah-{publikasi}{EKSTENSI.get(kept.jenis_mime, '.bin')}"
        return send_file(BytesIO(baca(kept)), kept.jenis_mime, as_attachment=True, download_name=name)

    @expose("/<pk>/tarik", methods=["POST"])
    def tarik(self, pk: str) -> Response:
        officer, berkas = self.opened(pk)
        ident = _own(berkas, officer)
        done = _said(lambda: tarik(officer, ident, request.form.get("alasan")), "Publikasi ditarik.")
        return self._back(pk, deliver=done)

    def _back(self, pk: str, *, deliver: bool) -> Response:
        if deliver:
            kirim_keluar(db.session)
        return redirect(url_for("SitusSk.index", pk=pk), 303)


def _said(act: Any, words: str) -> bool:
    """Do it; what is wrong is said on the page."""
    try:
        act()
    except (IsianSalah, Bentrok) as refusal:
        lacking = getattr(refusal, "kekurangan", ())
        for sentence in [k.pesan for k in lacking] or [str(refusal)]:
            flash(sentence, "danger")
        return False
    flash(words, "success")
    return True


def _bahan(decree: m.Naskah) -> dict[str, str]:
    """What a page on another site says, ready to be copied."""
    newer = pengganti_sk(db.session, [decree.id]).get(decree.id)
    copy = salinan_ttd(db.session, decree.id)
    return {
        "alamat": alamat_publik(decree),
        "verifikasi": f"{current_app.config['SIDIK_PUBLIC_URL']}/v/{decree.token}",
        "sidik": copy.unggahan.sha256 if copy is not None else "",
        "diganti": kalimat(newer) if newer is not None else "",
    }


def _live(berkas: m.Berkas, officer: Officer) -> list[int]:
    """The publications of this berkas that were not taken back."""
    p = m.Publikasi
    mine = (m.Naskah.berkas_id == berkas.id, p.dicabut_pada.is_(None), visible(p, officer))
    return list(db.session.scalars(sa.select(p.id).join(p.naskah).where(*mine).order_by(p.id)))


def _sudah(rows: list[m.Publikasi]) -> bool:
    """Whether one of them stands and is proven: seen to be the same, or with a person's proof."""
    standing = [row for row in rows if row.dicabut_pada is None]
    return any(row.hasil_cek == "sama" or (row.bukti and row.hasil_cek != "berbeda") for row in standing)


def _decree(berkas: m.Berkas, officer: Officer) -> m.Naskah | None:
    n = m.Naskah
    query = sa.select(n).where(n.berkas_id == berkas.id, n.jenis == N.SURAT_KEPUTUSAN, n.status != "dicabut")
    return db.session.scalars(query.where(visible(n, officer)).order_by(n.id.desc()).limit(1)).first()


def _own(berkas: m.Berkas, officer: Officer) -> int:
    """The publication that the form names, when it is of this berkas; else an id that nothing has."""
    p, ident = m.Publikasi, clean_id(request.form.get("publikasi", ""))
    mine = sa.select(p.id).join(p.naskah).where(p.id == ident, m.Naskah.berkas_id == berkas.id, visible(p, officer))
    return int(db.session.scalar(mine) or 0)


def _rows(decree: m.Naskah, officer: Officer) -> list[dict[str, Any]]:
    """One row for each site: those that are required, those that the administrator listed, those that carry it."""
    required, listed = {agency.id for agency in situs_wajib(db.session, decree)}, _listed()
    publications, waiting = _publications(decree, officer)
    found = []
    for agency in _agencies(decree):
        mine = [row for row in publications if row.perangkat_daerah_id == agency.id]
        live = {row.saluran for row in mine if row.dicabut_pada is None}
        ways = [c for c in DIDUKUNG if (agency.kode, c) in listed and c not in live]
        found.append(
            {
                "perangkat_daerah": agency,
                "wajib": agency.id in required,
                "sudah": _sudah(mine),
                "saluran": [(c, choices.SALURAN[c]) for c in ways],
                "publikasi": [(row, choices.SALURAN[row.saluran], _tertunda(waiting.get(row.id, []))) for row in mine],
            }
        )
    return found


def _listed() -> set[tuple[str, str]]:
    """(agency, channel) of the administrator's list; a list that cannot be read is said."""
    try:
        return {(site.kode, site.saluran) for site in daftar()}
    except SidikError as refusal:
        flash(str(refusal), "danger")
        return set()


def _agencies(decree: m.Naskah) -> list[m.PerangkatDaerah]:
    """The agencies named in the decree, and that of PPID Utama."""
    d, e = m.PerangkatDaerah, m.ButirDitetapkan
    named = sa.select(e.perangkat_daerah_id).where(e.sk_id == decree.id)
    main = settings.nilai(db.session, "perangkat_daerah_utama")
    return list(db.session.scalars(sa.select(d).where(d.id.in_(named) | (d.kode == main)).order_by(d.nama)))


def _publications(decree: m.Naskah, officer: Officer) -> tuple[list[m.Publikasi], dict[int, list[m.KotakKeluar]]]:
    """The publications of a decree within the officer's rows, and what the outbox holds for each."""
    p, k = m.Publikasi, m.KotakKeluar
    rows = list(db.session.scalars(sa.select(p).where(p.naskah_id == decree.id, visible(p, officer)).order_by(p.id)))
    waiting: dict[int, list[m.KotakKeluar]] = {}
    for item in db.session.scalars(sa.select(k).where(k.publikasi_id.in_([row.id for row in rows])).order_by(k.id)):
        waiting.setdefault(item.publikasi_id, []).append(item)
    return rows, waiting


def _tertunda(items: list[m.KotakKeluar]) -> str:
    """What the outbox says about a publication, or nothing once it is done."""
    told = []
    for item in items:
        if item.status != "selesai":
            label = f"{choices.TINDAKAN_KELUAR[item.tindakan]}: {choices.STATUS_KELUAR[item.status].lower()}"
            told.append(f"{label}. {item.galat or ''}".strip())
    return " ".join(told)
