"""Contexts by themselves: names and offices, laws, one butir for the public, rounds, accepted warnings. No database."""

import datetime as dt
from typing import Any

import pytest

from app import models as m
from app.documents.contexts import baris, bersama, butir, orang, penetapan
from app.documents.contexts.bahan import Bahan, Kejadian, Kepala, Orang
from app.documents.contexts.dasar import mengingat, nama_peraturan, pengundangan
from app.documents.contexts.huruf import HURUF
from app.documents.kode import ALPHABET, LENGTH, baca_kode, kode_verifikasi, token_baru
from app.documents.schema import fit
from app.documents.vocabulary import VOCABULARY

HARI = dt.date(2026, 10, 2)
BAWAAN = {
    "gaya_nama.penetapan": "tanpa_gelar",
    "gaya_nama.korespondensi": "dengan_gelar",
    "pangkat_nip.penetapan": "ya",
    "pangkat_nip.korespondensi": "ya",
}
BUDI = Orang("Budi Santoso", "Kepala Dinas Contoh", "S.T., M.Si.", "197001011995031001", "Pembina", "plt")
RAHASIA = "alamat rumah saksi kunci"


def satu(**more: Any) -> m.ButirInformasi:
    """A butir of letter h in memory, with its test."""
    agency = m.PerangkatDaerah(id=1, kode="DINKES", nama="Dinas Kesehatan", singkatan="DINKES")
    usulan = m.Usulan(id=1, perangkat_daerah_id=1, perangkat_daerah=agency, judul="Usulan", status="dihimpun")
    fields: dict[str, Any] = {
        "id": 1,
        "kode": "DINKES-2026-001",
        "uraian": f"Daftar {RAHASIA}",
        "uraian_publik": "Data saksi",
        "skkaad": "terbatas",
        "cakupan": "seluruh",
        "jangka_jenis": "tahun",
        "jangka_tahun": 5,
        "status": "dihimpun",
    }
    row = m.ButirInformasi(usulan=usulan, usulan_id=1, **{**fields, **more})
    row.dasar = [
        m.DasarPengecualian(pasal17=m.Pasal17(huruf="h", angka=n, label="Label", tanpa_batas="boleh")) for n in (3, 2)
    ]
    row.uji = [m.UjiKonsekuensi(putaran=1, konsekuensi_dibuka=f"Membuka {RAHASIA}", kesimpulan="dikecualikan")]
    return row


def bahan(**more: Any) -> Bahan:
    return Bahan(settings={**BAWAAN, **more.pop("settings", {})}, pelaku=Orang("Petugas"), **more)


def kejadian(verb: str, jenis: str = "berkas", day: int = 1, **more: Any) -> Kejadian:
    return Kejadian(verb, jenis, 1, dt.datetime(2026, 9, day, 3, tzinfo=dt.UTC), "Hadi", catatan="Alasan.", **more)


@pytest.mark.parametrize(
    ("gelar", "printed"),
    [
        ("", "Budi Santoso"),
        ("S.T., M.Si.", "Budi Santoso, S.T., M.Si."),
        ("dr., M.K.M.", "dr. Budi Santoso, M.K.M."),
        ("Prof. Dr., S.H.", "Prof. Dr. Budi Santoso, S.H."),
        ("Drs.", "Drs. Budi Santoso"),
    ],
)
def test_titles_stand_before_and_behind_the_name(gelar: str, printed: str) -> None:
    assert orang.bergelar(Orang("Budi Santoso", gelar=gelar)) == printed


def test_a_plt_signs_in_his_own_name_and_the_style_follows_the_family() -> None:
    letter = orang.penandatangan(BUDI, BAWAAN, selaku="PPID Utama")
    decree = orang.penandatangan(BUDI, BAWAAN, selaku="PPID Utama", keluarga=orang.PENETAPAN)
    assert letter["jabatan_cetak"] == "Plt. Kepala Dinas Contoh\nselaku PPID Utama,"
    assert letter["nama_cetak"] == "Budi Santoso, S.T., M.Si."
    assert letter["nip"] == "19700101 199503 1 001"
    assert decree["jabatan_cetak"] == "Plt. KEPALA DINAS CONTOH\nSELAKU PPID UTAMA,"
    assert decree["nama_cetak"] == "BUDI SANTOSO"
    assert "a.n." not in str((letter, decree))
    assert orang.penandatangan(BUDI, {}, selaku="PPID Utama")["nip"] == "", "printed only where the office says so"


def test_who_signs_on_behalf_of_an_office_says_so_with_the_office_between() -> None:
    deputy = Orang("Siti Aminah", "Kepala Bidang Layanan", atas_nama="Kepala Dinas Contoh", untuk_beliau="Sekretaris")
    letter = orang.penandatangan(deputy, BAWAAN, selaku="PPID Utama")["jabatan_cetak"]
    assert letter == "a.n. Kepala Dinas Contoh\nselaku PPID Utama\nSekretaris\nu.b.\nKepala Bidang Layanan,"
    straight = Orang("Siti Aminah", "Sekretaris", atas_nama="Kepala Dinas Contoh")
    decree = orang.penandatangan(straight, BAWAAN, selaku="PPID Utama", keluarga=orang.PENETAPAN)["jabatan_cetak"]
    assert decree == "a.n. KEPALA DINAS CONTOH\nSELAKU PPID UTAMA\nSekretaris,"
    holder = m.Pejabat(nama="Siti Aminah", jabatan="Sekretaris", kapasitas="definitif", atas_nama="Kepala Dinas Contoh")
    assert penetapan.jabatan_penetap(bahan(pejabat={"penetap": holder})).startswith("KEPALA DINAS CONTOH SELAKU")


def test_nobody_in_office_leaves_dots_to_sign_on() -> None:
    block = orang.penandatangan(None, BAWAAN, selaku="PPID Utama")
    assert block["jabatan_cetak"] == "PPID Utama,"
    assert set(block["nama_cetak"]) == {".", " "}


def test_mengingat_goes_by_rank_then_year_and_leaves_out_what_is_revoked() -> None:
    def law(jenis: str, nomor: str, tahun: int, **more: Any) -> m.Peraturan:
        return m.Peraturan(
            jenis=jenis, nomor=nomor, tahun=tahun, **{"tentang": "X", "status": "berlaku", "di_sop": True, **more}
        )

    rules = [
        law("PerKI", "1", 2021, pengundangan="BN 741"),
        law("PP", "61", 2010, di_sop=False, pengundangan="LN 99 TLN 5149"),
        law("UU", "25", 2009),
        law("UU", "14", 2008, pengundangan="LN 61 TLN 4846"),
        law("UU", "43", 1999, status="dicabut"),
        law("PerKI", "1", 2017, status="belum_diverifikasi"),
        law("UU", "17", 2023, di_sop=False),
    ]
    assert mengingat(rules) == [
        "Undang-Undang Nomor 14 Tahun 2008 tentang X (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61, "
        "Tambahan Lembaran Negara Republik Indonesia Nomor 4846)",
        "Undang-Undang Nomor 25 Tahun 2009 tentang X",
        "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang X (Lembaran Negara Republik Indonesia Tahun 2010 Nomor 99, "
        "Tambahan Lembaran Negara Republik Indonesia Nomor 5149)",
        "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang X (Berita Negara Republik Indonesia Tahun 2021 Nomor 741)",
    ]
    assert pengundangan(law("UU", "1", 2024, pengundangan="Naskah asli")) == "(Naskah asli)"
    minister = law("Permen", "3", 2017, catatan="Permendagri")
    assert nama_peraturan(minister) == "Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang X"


def test_what_is_announced_of_a_butir_is_general_and_its_snapshot_is_whole() -> None:
    row = satu(bagian=RAHASIA, jangka_jenis="tanpa_batas", jangka_tahun=None, jangka_alasan=f"Karena {RAHASIA}")
    shown = butir.kolom_publik(row, HARI)
    assert RAHASIA not in str(shown)
    assert shown["klasifikasi"] == "Rahasia pribadi (Pasal 17 huruf h angka 2 dan 3)"
    assert shown["jangka"] == "tidak dibatasi waktu"
    assert shown["alasan_ringkas"] == f"{HURUF['h'].alasan} (UU 14/2008 Pasal 17 huruf h)."
    kept = butir.potret_butir(row, HARI)
    assert (kept["uraian"], kept["bagian"]) == (f"Daftar {RAHASIA}", RAHASIA)
    assert kept["uji"]["konsekuensi_dibuka"] == f"Membuka {RAHASIA}"
    assert set(shown) == {"kode", "uraian_publik", "klasifikasi", "dasar_hukum", "alasan_ringkas", "cakupan", "jangka"}


def test_a_term_of_years_runs_from_the_decree_and_the_scope_is_as_decided() -> None:
    row = satu(keputusan="dikecualikan_sebagian")
    assert butir.jangka(row, None) == "5 (lima) tahun sejak ditetapkan"
    assert butir.jangka(row, HARI) == "5 (lima) tahun, 2 Oktober 2026 sampai dengan 2 Oktober 2031"
    assert butir.cakupan(row) == "sebagian"
    assert butir.cakupan(satu(cakupan="sebagian", keputusan="dikecualikan")) == "seluruh"


def test_many_letters_still_fit_the_column_of_the_register() -> None:
    row = satu()
    numbered = [(x, n) for x in HURUF for n in range(1, 8)]
    row.dasar = [
        m.DasarPengecualian(pasal17=m.Pasal17(huruf=x, angka=n, label="L", tanpa_batas="boleh")) for x, n in numbered
    ]
    shown = butir.kolom_publik(row, HARI)
    assert len(shown["klasifikasi"]) <= 500
    assert "huruf j" in shown["klasifikasi"]
    assert len(shown["dasar_hukum"]) <= 5000


def test_rounds_are_counted_by_the_ways_back_that_begin_one() -> None:
    berkas = m.Berkas(id=1, nomor="BK-2026-001", judul="J", tahun=2026, pemicu="rutin", putaran=3, status="penetapan")
    log = [
        kejadian("ajukan", "usulan"),
        kejadian("tarik", "usulan"),
        kejadian("kembalikan", "usulan", 2),
        kejadian("kaji_ulang", day=3, jabatan="Ketua"),
        kejadian("tolak_persetujuan", day=4, atas_nama="Sekretaris Daerah"),
    ]
    told = bersama.riwayat(bahan(berkas=berkas, kejadian=log))
    assert [row["putaran"] for row in told] == [1, 1, 1, 2]
    assert told[2]["pelaku"] == "Hadi, Ketua"
    assert told[3]["pelaku"] == "Hadi, mencatat untuk Sekretaris Daerah"


def test_a_warning_passes_with_the_reason_of_its_butir_before_that_of_the_move() -> None:
    own, other = satu(), satu(id=2, kode="DINKES-2026-002")
    own.uji[0].alasan_peringatan = "Alasan butir."
    warned = [{"butir": n, "pesan": "P", "dasar": "UU"} for n in (1, 2)] + [
        {"butir": None, "pesan": "Umum", "dasar": ""}
    ]
    told = bersama.peringatan(bahan(butir=[own, other], peringatan=warned, catatan="Alasan berkas."))
    assert [row["alasan"] for row in told] == ["Alasan butir.", "Alasan berkas.", "Alasan berkas."]
    assert [row["kode_butir"] for row in told] == ["DINKES-2026-001", "DINKES-2026-002", ""]


def test_a_meeting_of_an_earlier_round_dates_no_later_paper() -> None:
    held = m.Rapat(id=1, jenis="uji_konsekuensi", tanggal=dt.date(2026, 9, 3), tempat="R")
    held.dibuat_pada = dt.datetime(2026, 9, 3, 1, tzinfo=dt.UTC)
    again = bahan(rapat=[held], kejadian=[kejadian("kaji_ulang", day=3)])
    assert bersama.rapat_terakhir(bahan(rapat=[held]), "uji_konsekuensi", HARI) is held
    assert bersama.rapat_terakhir(again, "uji_konsekuensi", HARI) is None


def test_loosened_duties_are_told_on_the_paper() -> None:
    head = Kepala("surat_keputusan", HARI)
    assert bersama.naskah(bahan(), head)["catatan_pemisahan"] == ""
    assert "dilonggarkan" in bersama.naskah(bahan(settings={"pemisahan_tugas": "longgar"}), head)["catatan_pemisahan"]


def test_another_establishing_party_prints_its_name_and_the_basis_of_its_power() -> None:
    office = m.Pejabat(
        nama="Bambang", jabatan="Sekretaris Daerah", kapasitas="definitif", dasar_penunjukan="Pergub 67/2021"
    )
    told = penetapan.surat_keputusan(
        bahan(settings={"pihak_penetap": "Sekretaris Daerah Provinsi Banten"}, pejabat={"penetap": office}),
        Kepala("surat_keputusan", HARI),
    )
    assert told["jabatan_penetap"] == "SEKRETARIS DAERAH PROVINSI BANTEN"
    assert told["dasar_kewenangan"] == "Pergub 67/2021"
    assert told["penandatangan"]["jabatan_cetak"] == "SEKRETARIS DAERAH,"


def test_the_decree_holds_no_inside_name_even_before_it_is_fitted() -> None:
    row = satu(keputusan="dikecualikan", bagian=RAHASIA, status="ditetapkan")
    told = penetapan.surat_keputusan(bahan(butir=[row]), Kepala("surat_keputusan", HARI))
    assert RAHASIA not in str(told)
    assert fit(VOCABULARY["surat_keputusan"], told) == told


def test_the_state_of_a_butir_follows_its_end_before_its_test() -> None:
    assert baris.KEADAAN[baris.keadaan(satu(status="digabung"))] == "Digabung"
    assert (
        baris.KEADAAN[baris.keadaan(satu(status="tidak_disetujui", keputusan="tidak_disetujui"))] == "Tidak disetujui"
    )
    assert baris.keadaan(satu(keputusan="dikecualikan_sebagian", status="ditetapkan")) == "sebagian"
    untested = satu()
    untested.uji = []
    assert baris.KEADAAN[baris.keadaan(untested)] == "Diusulkan"


def test_a_decree_kept_as_one_text_gives_its_number_and_date() -> None:
    found = bersama.rujukan_teks("Keputusan Gubernur Nomor 500.12/Kep.9-Huk/2026 tanggal 5 Januari 2026")
    assert (found["nomor"], found["tanggal"]) == ("500.12/Kep.9-Huk/2026", "5 Januari 2026")
    assert bersama.rujukan_teks("")["ada"] is False
    assert bersama.rujukan_teks("Surat tugas")["nomor"] == "Surat tugas"


def test_a_token_is_long_and_can_be_typed_from_the_page() -> None:
    tokens = {token_baru() for _ in range(100)}
    assert len(tokens) == 100
    for token in tokens:
        assert len(token) == LENGTH
        assert set(token) <= set(ALPHABET)
        assert baca_kode(f" {kode_verifikasi(token).lower().replace('-', ' - ')} ") == token
