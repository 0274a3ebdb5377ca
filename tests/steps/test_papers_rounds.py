"""Ways back: withdrawn papers stay, the next round tells them, and a number is void only where nobody signed or answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event, select

from app import models as m
from app.errors import IsianSalah
from app.sop.words import LUAR_SOP
from app.steps.lembar_kendali import cetak_lembar_kendali, lembar_kendali
from app.steps.papers import konsep, nama_berkas
from app.steps.pendapat import simpan_pendapat
from tests.documents.reading import docx_text, squeeze
from tests.steps import papers_case as buat

BA = "berita_acara_klasifikasi"
ALASAN = "Jangka waktu butir disiplin belum beralasan."


def _numbers(session: Any, jenis: str) -> list[tuple[int, str, str | None]]:
    n = m.NomorNaskah
    rows = session.execute(select(n.urut, n.status, n.alasan_batal).where(n.jenis == jenis).order_by(n.urut))
    return [tuple(row) for row in rows]


def test_the_papers_of_a_second_round_tell_the_first(session: Any) -> None:
    kasus = buat.mulai(session)
    buat.kaji(kasus)
    kasus.jalan("ketua", "kaji_ulang", ALASAN)
    buat.sampaikan(kasus)
    old, new = kasus.naskah(BA, dicabut=True), kasus.naskah(BA)
    assert (old.putaran, new.putaran, new.revisi) == (1, 2, 1)
    told = kasus.teks(BA)
    assert "putaran ke-2" in told
    assert f"Dikembalikan untuk dikaji ulang Ketua Contoh, Jabatan ketua {ALASAN}" in told
    assert "(putaran 2)" in kasus.teks("matriks_uji_konsekuensi")
    assert _numbers(session, BA) == [(1, "dipakai", None), (2, "dipakai", None)], (
        "the Tim has read and answered the first"
    )


def test_the_number_of_a_decree_that_is_taken_back_unsigned_is_void(session: Any) -> None:
    kasus = buat.mulai(session)
    buat.kaji(kasus)
    buat.timbang(kasus)
    buat.tetapkan(kasus)
    kasus.jalan("utama2", "batalkan_penetapan", "Salah penandatangan.")
    kasus.jalan("utama2", "tetapkan", "Ditetapkan ulang.")
    assert _numbers(session, "surat_keputusan") == [(1, "batal", "Salah penandatangan."), (2, "dipakai", None)]
    assert "488/Kep.002-" in kasus.teks("lampiran_terbatas")
    assert "Penetapan dibatalkan Utama2 Contoh, Jabatan utama2 Salah penandatangan." in kasus.teks("lampiran_terbatas")


def test_a_usulan_withdrawn_by_its_agency_voids_its_number_and_a_returned_one_does_not(session: Any) -> None:
    kasus = buat.Kasus(session, buat.kantor(session))
    ident, _ = buat.usulkan(session, "DINKES", buat.DINKES)
    kasus.gerak("dinkes", "usulan", ident, "ajukan")
    kasus.gerak("dinkes", "usulan", ident, "tarik")
    kasus.gerak("dinkes", "usulan", ident, "ajukan")
    kasus.gerak("utama", "usulan", ident, "kembalikan", "Lengkapi.")
    numbers = _numbers(session, "usulan_daftar")
    assert [row[1] for row in numbers] == ["batal", "dipakai"]
    assert {paper.status for paper in session.query(m.Naskah)} == {"dicabut"}


def test_a_late_agency_revises_the_combined_draft_and_a_cancelled_berkas_voids_what_nobody_signed(session: Any) -> None:
    kasus = buat.mulai(session)
    late, _ = buat.usulkan(session, "DKISP", {"jaringan": {"uraian": "Susunan jaringan pusat data daerah"}})
    owner = replace(kasus.staf["dinkes"], perangkat_daerah_id=session.get_one(m.Usulan, late).perangkat_daerah_id)
    kasus.staf["dkisp"] = owner
    kasus.gerak("dkisp", "usulan", late, "ajukan")
    kasus.gerak("utama", "usulan", late, "himpun", berkas=kasus.berkas)
    draft = kasus.naskah("draft_daftar")
    assert (draft.berkas_id, draft.usulan_id, draft.revisi) == (kasus.berkas, None, 2)
    assert "Susunan jaringan pusat data daerah" in kasus.teks("draft_daftar")
    kasus.jalan("utama", "batalkan", "Salah tahun.")
    assert kasus.naskah("draft_daftar", dicabut=True).id == draft.id
    assert {row[1] for row in _numbers(session, "usulan_daftar")} == {"dipakai"}, "the agencies' letters stand"


def test_a_nihil_usulan_issues_only_its_statement(session: Any) -> None:
    kasus = buat.Kasus(session, buat.kantor(session))
    ident, _ = buat.usulkan(session, "DINKES", {}, nihil=True)
    done = kasus.gerak("dinkes", "usulan", ident, "ajukan")
    assert [paper.jenis for paper in done.naskah] == ["usulan_daftar"]
    assert "nihil" in kasus.teks("usulan_daftar").lower()


def test_a_draft_is_marked_and_leaves_no_trace(session: Any) -> None:
    kasus = buat.mulai(session)
    before = [session.query(table).count() for table in (m.Naskah, m.NomorNaskah, m.Unggahan, m.Peristiwa)]
    berkas, usulan = session.get_one(m.Berkas, kasus.berkas), session.get_one(m.Usulan, kasus.usulan["DINKES"])
    for jenis in m.papers.Jenis:
        if jenis in LUAR_SOP:
            with pytest.raises(IsianSalah):  # its draft is that of a request or of a list of records
                konsep(session, jenis=jenis, berkas=berkas, officer=kasus.staf["utama"])
        elif jenis != "usulan_daftar":
            content, name = konsep(session, jenis=jenis, berkas=berkas, officer=kasus.staf["utama"])
            assert "KONSEP" in docx_text(content), jenis
            assert name.startswith("KONSEP-")
    content, _ = konsep(session, jenis="usulan_daftar", usulan=usulan, officer=kasus.staf["dinkes"])
    told = squeeze(docx_text(content))
    assert "Kode verifikasi" not in told
    assert "488/" not in told.replace("488/1750", "")
    assert before == [session.query(table).count() for table in (m.Naskah, m.NomorNaskah, m.Unggahan, m.Peristiwa)]


def test_the_control_sheet_tells_each_step_from_the_log(session: Any) -> None:
    kasus = buat.mulai(session)
    buat.kaji(kasus)
    berkas = session.get_one(m.Berkas, kasus.berkas)
    first, second, third, *_ = lembar_kendali(session, berkas)["langkah"]
    assert "Dinkes Contoh, Jabatan dinkes (Petugas PPID Pelaksana)" in first["petugas"]
    assert all(
        row["ada"] for row in (*first["kelengkapan"], *first["output"], *second["kelengkapan"], *second["output"])
    )
    assert second["output"][0]["nomor"] == "488/BA.001-DKISP.PPIDP/2026"
    assert " s.d. " in second["waktu"]
    assert third["output"] == [
        {
            "nama": "Hasil pertimbangan tentang informasi yang dikecualikan",
            "ada": False,
            "nomor": "",
            "tanggal": "",
            "tertandatangani": False,
        }
    ]
    content, name = cetak_lembar_kendali(session, berkas)
    assert "Sama dengan berkas pemeriksaan." in squeeze(docx_text(content))
    assert name.startswith("Lembar-Kendali-SOP_BK-")


def test_a_paper_has_a_speaking_file_name(session: Any) -> None:
    kasus = buat.mulai(session)
    buat.kaji(kasus)
    paper = kasus.naskah(BA)
    assert nama_berkas(paper) == f"BA-Klasifikasi_488-001_{paper.tanggal}.docx"
    assert nama_berkas(paper, "pdf", ttd=True).endswith("_ttd.pdf")


@contextmanager
def counted(session: Any) -> Iterator[list[str]]:
    """The statements that run meanwhile."""
    seen: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        seen.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _run(session: Any, staf: dict[str, Any], agency: str, size: int) -> list[int]:
    """One case of `size` butir through the SOP; -> statements of each move that issues papers."""
    rows = {f"b{no}": {"uraian": f"Berkas perorangan {agency} nomor {no}"} for no in range(size)}
    kasus, counts = buat.Kasus(session, staf), []
    ident, kasus.butir = buat.usulkan(session, agency, rows)
    with counted(session) as seen:
        kasus.gerak(agency.lower(), "usulan", ident, "ajukan")
    counts.append(len(seen))
    kasus.berkas = kasus.gerak("utama", "usulan", ident, "himpun").extra["berkas"]
    with counted(session) as seen:
        kasus.jalan("utama", "kaji")
    counts.append(len(seen))
    buat.uji(kasus, **dict.fromkeys(rows, "dikecualikan"))
    with counted(session) as seen:
        kasus.jalan("utama", "sampaikan", "Alasan tertulis.")
    counts.append(len(seen))
    for name in ("ketua", "sekretaris"):
        simpan_pendapat(staf[name], [{"butir": b, "sikap": "setuju"} for b in kasus.butir.values()])
    with counted(session) as seen:
        kasus.jalan("ketua", "pertimbangkan")
    counts.append(len(seen))
    kasus.ttd("utama", "matriks_uji_konsekuensi", BA, "nota_dinas")
    kasus.ttd("ketua", "hasil_pertimbangan")
    with counted(session) as seen:
        kasus.jalan("utama2", "tetapkan", "Ditetapkan.")
    return [*counts, len(seen)]


def test_the_statements_of_a_move_do_not_grow_with_its_butir(session: Any) -> None:
    staf = buat.kantor(session)
    few, many = _run(session, staf, "DINKES", 2), _run(session, staf, "BKD", 12)
    pairs = dict(
        zip(("ajukan", "kaji", "sampaikan", "pertimbangkan", "tetapkan"), zip(few, many, strict=True), strict=True)
    )
    assert not {verb: pair for verb, pair in pairs.items() if pair[1] > pair[0]}
