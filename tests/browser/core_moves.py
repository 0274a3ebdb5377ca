"""The core moves of the SOP as work at a browser: who makes them, from which stage on, and how the database tells."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from app import models as m
from tests.browser.hands import Hand, button, link
from tests.cases import Case, Office, scan

SHEET = Path(__file__).parents[1] / "data" / "usulan-dinkes.xlsx"
NOTE = "Sudah dibahas dan dicatat."


def _nothing(_office: Office, _case: Case) -> None:
    """The stage is enough."""


@dataclass(frozen=True)
class Move:
    """Who does it from which stage on, by which hands' work, and how the database tells that it was done."""

    name: str
    stage: str
    who: str
    do: Callable[[Hand, Case], None]
    done: Callable[[Office, Case], bool]
    before: Callable[[Office, Case], Any] = _nothing


def _task(hand: Hand, case: Case) -> None:
    """From Tugas saya to the berkas, by its link."""
    hand.press(hand.page.locator(f"#tugas a[href^='/berkas/show/{case.berkas}']").first)


def _confirm(label: str) -> Callable[[Hand, Case], None]:
    """From the task to the page of the move, a word of reason, and the move."""

    def do(hand: Hand, case: Case) -> None:
        _task(hand, case)
        hand.press(link(hand.page, f"{label} …"))
        hand.write("Catatan", NOTE)
        hand.press(button(hand.page, label))

    return do


def _stands(status: str) -> Callable[[Office, Case], bool]:
    return lambda office, case: office.status("berkas", case.berkas) == status


def _count(office: Office, *where: Any) -> int:
    office.session.rollback()
    return office.session.scalar(select(func.count()).where(*where)) or 0


def import_and_submit(hand: Hand, _case: Case) -> None:
    hand.press(link(hand.page, "Impor dari Excel"))
    hand.give("Lembar kerja", SHEET)
    hand.press(button(hand.page, "Simpan sebagai draf usulan"))
    hand.press(link(hand.page, "Sampaikan ke PPID Utama …"))
    hand.press(button(hand.page, "Sampaikan ke PPID Utama"))


def receive(hand: Hand, case: Case) -> None:
    hand.press(hand.page.locator(f"#tugas a[href^='/usulan/show/{case.usulan['dinkes']}']").first)
    hand.press(link(hand.page, "Terima dan mulai kaji …"))
    hand.press(button(hand.page, "Terima dan mulai kaji"))


def conclude_first(hand: Hand, case: Case) -> None:
    _task(hand, case)
    hand.press(link(hand.page, "Uji semua butir"))
    hand.write("Kepentingan publik", "Publik tetap memperoleh rekapitulasi per kecamatan.")
    hand.press(hand.page.get_by_label("Tidak satu pun dari tujuh jenis").first)
    hand.choose("Kesimpulan", "Dikecualikan sebagian")
    hand.press(button(hand.page, "Simpan"))


def agree_to_all(hand: Hand, case: Case) -> None:
    _task(hand, case)
    hand.press(link(hand.page, "Beri pendapat"))
    hand.press(button(hand.page, "Setuju untuk semua yang belum saya beri pendapat"))


def approve(hand: Hand, case: Case) -> None:
    hand.press(hand.page.locator(f"#tugas a[href='/berkas/{case.berkas}/ringkas']").first)
    hand.press(link(hand.page, "Beri persetujuan …"))
    hand.press(button(hand.page, "Beri persetujuan"))


def decree(hand: Hand, case: Case) -> None:
    hand.press(hand.page.locator(f"#tugas a[href='/berkas/{case.berkas}/ringkas']").first)
    hand.press(link(hand.page, "Tetapkan klasifikasi …"))
    hand.write("Catatan", NOTE)
    hand.press(button(hand.page, "Tetapkan klasifikasi"))


def pair(words: str) -> Callable[[Hand, Case], None]:
    """A signed copy of one paper, from the page of the berkas."""

    def do(hand: Hand, case: Case) -> None:
        hand.page.goto(f"/berkas/show/{case.berkas}")
        hand.press(link(hand.page, "Pasangkan salinan bertanda tangan"))
        hand.choose("Naskah", words)
        hand.give("Salinan", {"name": "pindai.pdf", "mimeType": "application/pdf", "buffer": scan(words)})
        hand.press(hand.page.get_by_label("Kode tidak terlihat pada salinan"))
        hand.press(button(hand.page, "Pasangkan"))

    return do


def publish(hand: Hand, case: Case) -> None:
    _task(hand, case)
    hand.press(link(hand.page, "Publikasikan SK"))
    hand.press(button(hand.page, "Publikasikan dan periksa"))


def archive(hand: Hand, case: Case) -> None:
    _task(hand, case)
    hand.press(link(hand.page, "Catat arsip semua naskah"))
    sheets = hand.page.get_by_label("Jumlah lembar")
    for place in range(sheets.count()):
        hand.write("Jumlah lembar", "4", place)
    for label, words in (
        ("Kode klasifikasi arsip", "480"),
        ("Lokasi softcopy", "Server arsip"),
        ("Gedung", "A"),
        ("Ruang", "Arsip"),
        ("Boks", "12"),
        ("Penanggung jawab arsip", "Arsiparis"),
    ):
        hand.write(label, words)
    hand.press(button(hand.page, "Simpan catatan arsip"))


def _signed(jenis: str) -> Callable[[Office, Case], bool]:
    return lambda office, case: office.paper(case, jenis).status == "ditandatangani"


def _sign_decree(office: Office, case: Case) -> None:
    office.sign(case, "utama", "surat_keputusan", "lampiran_terbatas")


MOVES = (
    Move(
        "ajukan",
        "kantor",
        "dinkes",
        import_and_submit,
        lambda office, case: _count(office, m.Usulan.status == "diajukan") == 1,
    ),
    Move("sampaikan", "teruji", "utama", _confirm("Sampaikan ke Tim Pertimbangan"), _stands("pertimbangan")),
    Move(
        "himpun dan kaji",
        "kantor",
        "verifikator",
        receive,
        lambda office, case: _count(office, m.Berkas.status == "pengkajian") == 1,
        lambda office, case: office.submit(case, "dinkes"),
    ),
    Move("kaji", "dihimpun", "verifikator", _confirm("Mulai pengkajian"), _stands("pengkajian")),
    Move(
        "uji",
        "pengkajian",
        "verifikator",
        conclude_first,
        lambda office, case: _count(office, m.UjiKonsekuensi.kesimpulan == "dikecualikan_sebagian") == 1,
    ),
    Move(
        "pendapat",
        "pertimbangan",
        "ketua",
        agree_to_all,
        lambda office, case: _count(office, m.Pendapat.sikap == "setuju") == len(case.butir),
    ),
    Move("pertimbangkan", "berpendapat", "ketua", _confirm("Sampaikan hasil pertimbangan"), _stands("penetapan")),
    Move("tanda tangan", "penetapan", "verifikator", pair("Berita acara"), _signed("berita_acara_klasifikasi")),
    Move(
        "setujui",
        "penetapan",
        "pimpinan",
        approve,
        lambda office, case: _count(office, m.PersetujuanPimpinan.id > 0) == 1,
    ),
    Move("tetapkan", "siap_tetapkan", "utama", decree, _stands("pengunggahan")),
    Move(
        "publikasi",
        "pengunggahan",
        "data",
        publish,
        lambda office, case: _count(office, m.Publikasi.saluran == "publik") == 1,
        _sign_decree,
    ),
    Move(
        "arsip",
        "pengunggahan",
        "data",
        archive,
        lambda office, case: _count(office, m.Arsip.lengkap.is_(True)) >= 1,
        _sign_decree,
    ),
    Move("unggah", "siap_unggah", "data", _confirm("Selesaikan pengunggahan dan arsip"), _stands("selesai")),
)
