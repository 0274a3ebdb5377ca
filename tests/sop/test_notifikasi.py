"""Who is told of what, copied a second time by hand; and every row can be carried out."""

from app.sop import reading
from app.sop.notifikasi import ALAMAT, HAL, MENURUT_KODE, PERISTIWA
from app.sop.words import Pelaksana

SEMUA = {
    "Petugas PPID Pelaksana",
    "Verifikator PPID Utama",
    "PPID Utama",
    "Tim Pertimbangan",
    "Petugas Data dan Informasi",
    "Pimpinan",
    "Arsiparis",
    "Auditor",
}
# The wish of the office, row by row; "naskah tandatangani" is the signed SK.
DITULIS_TANGAN = {
    ("usulan", "ajukan"): {"Verifikator PPID Utama"},
    ("usulan", "kembalikan"): {"Petugas PPID Pelaksana"},
    ("butir", "minta_perbaikan"): {"Petugas PPID Pelaksana"},
    ("berkas", "sampaikan"): {"Tim Pertimbangan"},
    ("berkas", "pertimbangkan"): {"PPID Utama"},
    ("berkas", "setujui"): {"PPID Utama"},
    ("naskah", "tandatangani"): {"Petugas PPID Pelaksana", "Petugas Data dan Informasi", "Arsiparis"},
    ("berkas", "unggah"): SEMUA,
    ("berkas", "tutup_tanpa_sk"): SEMUA,
    ("register", "akan_berakhir"): {"Petugas PPID Pelaksana", "PPID Utama"},
    ("register", "akhir_90"): {"Petugas PPID Pelaksana"},
    ("register", "akhir_60"): {"Petugas PPID Pelaksana"},
    ("register", "tinjau"): {"Petugas PPID Pelaksana"},
    ("perangkat_daerah", "ingatkan"): {"Petugas PPID Pelaksana"},
}


def test_the_table_tells_exactly_those_whom_the_office_named() -> None:
    assert {place: {role.value for role in hal.kepada} for place, hal in PERISTIWA.items()} == DITULIS_TANGAN


def test_every_end_of_a_berkas_with_a_result_is_told_to_all() -> None:
    ends = {row.verb for row in reading.langkah("berkas") if row.ke == "selesai"}
    assert ends == {hal.verb for hal in HAL if set(hal.kepada) == set(Pelaksana)}


def test_a_row_of_a_move_names_a_move_that_exists() -> None:
    for hal in HAL:
        if hal.objek not in ("register", "perangkat_daerah"):
            assert reading.cari(hal.objek, hal.verb), hal


def test_codes_are_unique_and_every_kind_has_an_address() -> None:
    assert len(MENURUT_KODE) == len(PERISTIWA) == len(HAL)
    assert {hal.objek for hal in HAL} == set(ALAMAT)


def test_the_sentences_are_sentences_without_a_place_for_words_of_a_case() -> None:
    for hal in HAL:
        assert hal.ajakan.endswith("."), hal
        assert not {"{", "}", "%"} & set(hal.judul + hal.ajakan), hal
