"""The vocabulary is whole: each name has its meaning and a sample, and what is not published cannot reach a paper."""

import copy
import re

import pytest

from app.documents.butir_names import PUBLIC
from app.documents.compiled import compiled
from app.documents.schema import IsianKurang, fit
from app.documents.text import TeksDitolak
from app.documents.vocabulary import VOCABULARY, daftar_nama, kelompokkan, sample
from app.sop.words import Naskah
from tests.documents.reading import template

JENIS = sorted(VOCABULARY)
# Names that the vocabulary offers to clerks while our own template prints them another way, or not at all.
OFFERED = {
    "instansi.singkatan": "for short letterheads",
    "naskah.hari": "weekday, where a paper opens with it",
    "naskah.tanggal_kata": "date in words, where a paper opens with it",
    "naskah.konsep": "printing adds KONSEP by itself",
    "naskah.revisi": "only the draft list is revised",
    "naskah.putaran": "told by the rounds",
    "naskah.perihal": "standing in the title",
    "naskah.nomor": "papers without a number",
    "naskah.tanggal": "papers that print no date",
    "naskah.tempat": "papers that print no place",
    "naskah.tahun": "papers that name no year",
    "naskah.sifat": "letters only",
    "naskah.lampiran": "letters only",
    "naskah.tembusan[]": "papers without copies",
    "naskah.paraf[]": "papers without initials",
    "naskah.catatan_pemisahan": "papers of the agencies and proofs",
    "berkas.": "the case, as far as a paper names it",
    "rekap.": "the recap, as far as a paper prints it",
    "rapat.": "the meeting, as far as a paper names it",
    "usulan[].": "the letters, as far as a paper lists them",
    "kelompok[].butir[].": "one row for all papers",
    "tidak_dikecualikan[].": "one row for all papers",
    ".ada": "papers that must be there",
    ".perihal": "subjects of other papers",
    "arsip[].": "the archive record",
    "publikasi[].": "the publication",
}


def test_every_paper_of_the_procedure_and_the_control_sheet_have_a_vocabulary():
    assert {str(jenis) for jenis in Naskah} | {"lembar_kendali_sop"} == set(VOCABULARY)


@pytest.mark.parametrize("jenis", JENIS)
def test_every_name_is_indonesian_words_with_a_meaning_of_one_line(jenis):
    for name, meaning in daftar_nama(jenis):
        assert re.fullmatch(r"[a-z][a-z0-9_]*(\[\])?(\.[a-z][a-z0-9_]*(\[\])?)*", name)
        assert meaning.strip()
        assert "\n" not in meaning


@pytest.mark.parametrize("jenis", JENIS)
def test_the_sample_fits_its_vocabulary_and_is_plain_data(jenis):
    def plain(value):
        if isinstance(value, dict):
            return all(isinstance(k, str) and plain(v) for k, v in value.items())
        return all(map(plain, value)) if isinstance(value, list) else type(value) in (str, int, bool)

    assert plain(sample(jenis))
    assert fit(VOCABULARY[jenis], sample(jenis)) == sample(jenis)


@pytest.mark.parametrize("jenis", JENIS)
def test_our_templates_print_every_name_but_those_that_are_only_offered(jenis):
    used = compiled(template(jenis), jenis).used
    silent = [
        name
        for name, _ in daftar_nama(jenis)
        if name not in used
        and not (jenis in ("lampiran_terbatas", "label_boks") and name.startswith("instansi"))  # without letterhead
        and not any(u.startswith(f"{name}.") for u in used)
        and not any(name == o or name.startswith(o) or (o.startswith(".") and name.endswith(o)) for o in OFFERED)
    ]
    assert not [name for name in silent if not any(u.startswith(name) for u in used)]


def test_a_missing_name_is_named_with_its_place():
    context = copy.deepcopy(sample("surat_keputusan"))
    del context["kelompok"][0]["butir"][1]["uraian_publik"]
    with pytest.raises(IsianKurang) as missing:
        fit(VOCABULARY["surat_keputusan"], context)
    assert missing.value.jalur == "kelompok[0].butir[1].uraian_publik"


@pytest.mark.parametrize("value", [None, 7, object(), ["a"], {"a": "b"}, b"teks", 1.5])
def test_what_is_no_text_is_refused_where_a_text_belongs(value):
    context = sample("nota_dinas")
    context["kepada"] = value
    with pytest.raises(IsianKurang, match="kepada"):
        fit(VOCABULARY["nota_dinas"], context)


def test_a_number_is_no_yes_or_no():
    context = sample("usulan_daftar")
    context["nihil"] = 1
    with pytest.raises(IsianKurang, match="nihil"):
        fit(VOCABULARY["usulan_daftar"], context)


def test_a_text_that_cannot_be_printed_is_refused_with_its_place():
    context = sample("nota_dinas")
    context["dari"] = "PPID\x0bUtama"
    with pytest.raises(TeksDitolak) as refused:
        fit(VOCABULARY["nota_dinas"], context)
    assert (refused.value.jalur, refused.value.posisi) == ("dari", 5)


def test_the_decree_knows_only_public_names_of_a_butir_and_leaves_the_others_behind():
    context = sample("surat_keputusan")
    context["kelompok"][0]["butir"][0]["uraian"] = "rahasia"
    context["rahasia"] = "rahasia"
    clean = fit(VOCABULARY["surat_keputusan"], context)
    assert set(clean["kelompok"][0]["butir"][0]) == set(PUBLIC)
    assert "rahasia" not in clean


@pytest.mark.parametrize("jenis", ["surat_keputusan", "laporan_pendokumentasian", "tanda_bukti_unggah"])
def test_papers_for_readers_without_internal_rights_offer_no_internal_name(jenis):
    last = {name.rsplit(".", 1)[-1] for name, _ in daftar_nama(jenis)}
    assert not last & {"uraian", "bagian", "dokumen_induk", "dibuka", "ditutup", "pendapat[]", "uji", "pertimbangan"}


@pytest.mark.parametrize(("rows", "tables"), [(0, []), (1, [1]), (100, [100]), (101, [100, 1]), (250, [100, 100, 50])])
def test_rows_are_cut_into_tables_of_a_hundred(rows, tables):
    cut = kelompokkan([{"no": number} for number in range(rows)])
    assert [len(table["butir"]) for table in cut] == tables
    assert [row["no"] for table in cut for row in table["butir"]] == list(range(rows))
