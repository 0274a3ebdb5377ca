"""The control sheet of a berkas: the SOP sheet filled from the log and the papers, as page and as paper."""

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.contexts import kendali
from app.documents.contexts.bahan import Bahan, Kepala, Orang
from app.files.names import nama_unduhan
from app.law import settings
from app.models.base import sekarang
from app.steps.papers_bahan import lengkapi, muat
from app.steps.papers_cetak import cetak, gambar_kop, isi_naskah, templat

JENIS = "lembar_kendali_sop"


def lembar_kendali(session: Session, berkas: m.Berkas, *, dalam: bool = True) -> dict[str, Any]:
    """The sheet of one berkas as it stands now, in the names of the vocabulary.

    Not `dalam`: for whoever sees only the progress of the berkas, without what happened to single butir and without reasons.
    """
    moment = sekarang()
    today = hari_ini_wib(moment)
    bahan = muat(session, settings.semua(session), tanggal=today, pelaku=Orang(""), berkas=berkas)
    lengkapi(session, bahan, JENIS, today)
    if not dalam:
        bahan.kejadian = [replace(event, catatan="") for event in bahan.kejadian if event.objek_jenis != "butir"]
    kepala = Kepala(jenis=JENIS, tanggal=today, putaran=berkas.putaran)

    def susun(rows: Bahan, head: Kepala) -> dict[str, Any]:
        return kendali.lembar_kendali(rows, head, moment)

    return isi_naskah(bahan, kepala, susun)


def cetak_lembar_kendali(session: Session, berkas: m.Berkas, *, dalam: bool = True) -> tuple[bytes, str]:
    """(the sheet as .docx, its file name). Kept nowhere: it can be printed again from the log at any time."""
    content, _ = templat(session, JENIS)
    isi = lembar_kendali(session, berkas, dalam=dalam)
    printed = cetak(content, isi, JENIS, f"Lembar kendali SOP {berkas.nomor}", gambar=gambar_kop(session, isi))
    return printed, nama_unduhan("Lembar-Kendali-SOP", berkas.nomor, hari_ini_wib().isoformat(), ext="docx")
