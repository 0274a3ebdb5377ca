"""The evidence bundle: complete, split in two, bound to the chain and to the printed witness, logged with its seal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import models as m
from app.errors import TidakBerwenang, TidakDitemukan
from app.register.bukti.susun import unduh_bukti
from app.steps.publikasi import publikasikan
from tests.cases import WORDS, Case, Office
from tests.documents.reading import docx_text
from tests.register.bundles import bundle, dispute, opened, rantai, verdict
from tests.register.bundles import no_libreoffice as no_libreoffice
from tests.stages import at

pytestmark = pytest.mark.usefixtures("no_libreoffice")


@at("selesai", both=True)
def test_the_whole_bundle_holds_papers_tables_chain_and_verifier(office: Office, case: Case, tmp_path: Path) -> None:
    content = bundle(office)
    files, manifest = opened(content), json.loads(opened(content)["manifest.json"])
    assert verdict(tmp_path, content)[0] == []
    names = " ".join(files)
    for word in (
        "BACA-SAYA.txt",
        "periksa.py",
        "Daftar-Bukti.docx",
        "Tabel-Pembenaran",
        "Linimasa",
        "Rantai-Peristiwa",
    ):
        assert word in names
    for jenis in (
        "surat_keputusan",
        "lampiran_terbatas",
        "matriks_uji_konsekuensi",
        "hasil_pertimbangan",
        "nota_dinas",
    ):
        paper = office.paper(case, jenis)
        held = {row["sha256"]: row["peristiwa"] for row in manifest["berkas"]}
        assert held[paper.sha256], f"{jenis} is named by an event of the chain"
        assert held[paper.salinan[-1].unggahan.sha256]
    decree = office.paper(case, "surat_keputusan")
    assert manifest["rantai"]["saksi"] == decree.isi["jejak"]


@at("selesai")
def test_the_justification_tells_letter_law_harm_balance_part_and_term(office: Office, case: Case) -> None:
    files = opened(bundle(office))
    told = docx_text(next(c for n, c in files.items() if n.startswith("tertutup/") and "Tabel-Pembenaran" in n))
    for word in (WORDS["konsekuensi_dibuka"], WORDS["kepentingan_publik"], "huruf h", "Pasal 177", "Kolom 2 sampai 5"):
        assert word in told
    assert "tahun" in told
    line = docx_text(next(c for n, c in files.items() if n.startswith("tertutup/") and "Linimasa" in n))
    assert "Utama Contoh" in line
    assert "Plt." in line or "Jabatan utama" in line


@at("selesai")
def test_the_part_to_share_holds_nothing_internal(office: Office, case: Case, tmp_path: Path) -> None:
    content = bundle(office, "terbuka")
    files = opened(content)
    assert verdict(tmp_path, content)[0] == []
    assert not [name for name in files if name.startswith("tertutup/")]
    told = " ".join(docx_text(c) for n, c in files.items() if n.endswith(".docx") and "Surat-Keputusan" not in n)
    for secret in (WORDS["konsekuensi_dibuka"], WORDS["konsekuensi_ditutup"], "Kolom 2 sampai 5", "Identitas pasien"):
        assert secret not in told
    for person in ("Utama Contoh", "Dinkes Contoh", "Ketua Contoh"):
        assert person not in told
    whole = opened(unduh_bukti(office.staff["utama"], 1, "lengkap").isi)
    shared = {name for name in files if name.startswith("terbuka/")}
    assert shared == {name for name in whole if name.startswith("terbuka/")}, "the same exhibits under the same numbers"


@at("selesai")
def test_only_who_may_gets_it_and_the_log_keeps_its_seal(office: Office, case: Case, tmp_path: Path) -> None:
    ident = dispute(office)
    for who in ("data", "dinkes", "ketua", "pimpinan", "tamu"):
        with pytest.raises(TidakBerwenang):
            unduh_bukti(office.staff[who], ident)
    with pytest.raises(TidakDitemukan):
        unduh_bukti(office.staff["utama"], 999)
    content = unduh_bukti(office.staff["utama"], ident).isi
    last = office.session.query(m.Peristiwa).order_by(m.Peristiwa.urut.desc()).first()
    seal = json.loads(last.ringkasan)["segel"]
    assert (last.verb, last.objek_jenis) == ("bukti", "sengketa")
    assert verdict(tmp_path, content, segel_luar=seal)[0] == []
    assert "Segel paket berbeda" in verdict(tmp_path, content, segel_luar="0" * 64)[0][0]


@at("selesai")
def test_events_of_other_cases_stay_closed_and_hold_therantai(office: Office, case: Case, tmp_path: Path) -> None:
    other = Case()
    office.submit(other, "bkd", 1)
    office.sign(case, "verifikator")  # nothing; the next act of this case comes after the stranger's
    ident = dispute(office)
    office.session.expire_all()
    publikasikan(
        office.staff["data"],
        {
            "naskah": office.paper(case, "surat_keputusan").id,
            "saluran": "manual",
            "url": "https://contoh.test/sk",
            "bukti": "x",
        },
    )
    content = unduh_bukti(office.staff["utama"], ident).isi
    rows = [json.loads(line) for line in opened(content)[rantai(content)].decode().splitlines()]
    assert any("tengah" in row for row in rows)
    assert any("isi" in row for row in rows)
    assert verdict(tmp_path, content)[0] == []


@at("selesai")
def test_every_paper_comes_as_pdf_where_libreoffice_is(
    office: Office, case: Case, tmp_path: Path, require: Callable[[str], str]
) -> None:
    require("libreoffice")
    content = bundle(office)
    assert verdict(tmp_path, content)[0] == []
    files: dict[str, Any] = opened(content)
    made = [name for name in files if name.endswith(".pdf") and "_ttd" not in name]
    papers = [
        n for n in files if n.endswith(".docx") and not any(w in n for w in ("Tabel-", "Linimasa", "Bukti-", "Daftar-"))
    ]
    assert len(made) >= len(papers) - 1
    assert all(files[name].startswith(b"%PDF") for name in made)
