"""SOP 4: the decree with its public Lampiran I, and the restricted Lampiran II. The decree holds public texts only."""

from typing import Any

from app import models as m
from app.calendar.words import terbilang
from app.documents.butir_names import kelompokkan
from app.documents.contexts import baris, bersama, orang, rekap
from app.documents.contexts.bahan import Bahan, Kepala, Orang
from app.documents.contexts.dasar import mengingat
from app.sop import choices
from app.sop.words import Naskah

TEMBUSAN = ["Gubernur Banten (sebagai laporan)", "Sekretaris Daerah Provinsi Banten", "Para PPID Pelaksana"]
AKIBAT = "diubah sepanjang mengenai butir yang ditetapkan kembali dalam Keputusan ini"


def ditetapkan(bahan: Bahan) -> list[m.ButirInformasi]:
    """The butir that the decree fixes; on a draft before the decision those that the Tim agreed to."""
    return [b for b in bahan.butir if b.keputusan in choices.DIKECUALIKAN or _diusulkan(b)]


def _diusulkan(butir: m.ButirInformasi) -> bool:
    return butir.keputusan is None and butir.hasil_pertimbangan in ("disetujui", "disetujui_sebagian")


def penetap(bahan: Bahan) -> Orang | None:
    """Who establishes: the official of that function, else PPID Utama."""
    return bersama.pejabat(bahan, "penetap") or bersama.pejabat(bahan, "ppid_utama")


def _pihak(bahan: Bahan) -> str:
    return bahan.settings.get("pihak_penetap", bersama.PPID_UTAMA)


def jabatan_penetap(bahan: Bahan) -> str:
    """The establishing party in the head, in capitals, without capacity."""
    party = _pihak(bahan)
    if party != bersama.PPID_UTAMA:
        return party.upper()
    signer = penetap(bahan)
    office = (signer.atas_nama or signer.jabatan) if signer is not None else ""
    capacity = f"{party} {bersama.PROVINSI}"
    if not office or party.lower() in office.lower():
        return (office or capacity).upper()
    return f"{office} selaku {capacity}".upper()


def penandatangan(bahan: Bahan) -> dict[str, str]:
    """The block of the establishing party."""
    party = _pihak(bahan)
    return orang.penandatangan(
        penetap(bahan),
        bahan.settings,
        selaku=party if party == bersama.PPID_UTAMA else "",
        keluarga=orang.PENETAPAN,
    )


def kop(bahan: Bahan) -> dict[str, str]:
    """The letterhead follows the establishing party."""
    holder = bahan.pejabat.get("penetap")
    own = holder.perangkat_daerah if holder is not None and _pihak(bahan) != bersama.PPID_UTAMA else None
    return bersama.instansi(own or bahan.utama)


def surat_keputusan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """Body and Lampiran I: nothing here was written for inside readers."""
    k = baris.konteks(bahan, kepala)
    rows = [baris.publik(k, b, no) for no, b in enumerate(ditetapkan(bahan), 1)]
    given = bahan.persetujuan
    return {
        "instansi": kop(bahan),
        "naskah": bersama.naskah(bahan, kepala, lampiran=2, satuan="lampiran", tembusan=TEMBUSAN),
        "jabatan_penetap": jabatan_penetap(bahan),
        "dasar_kewenangan": kewenangan(bahan),
        "berita_acara": bersama.rujukan(bahan.terakhir(Naskah.BERITA_ACARA)),
        "hasil_pertimbangan": bersama.rujukan(bahan.terakhir(Naskah.HASIL_PERTIMBANGAN)),
        "persetujuan": {
            "ada": given is not None,
            "nomor": (given.nomor_surat or "") if given is not None else "",
            "tanggal": bersama.tanggal(given.tanggal) if given is not None else "",
            "perihal": "",
        },
        "jabatan_pimpinan": _pimpinan(given),
        "mengingat": mengingat(bahan.peraturan),
        "memperhatikan": _memperhatikan(bahan),
        "keputusan_lama": bersama.rujukan(bahan.keputusan_lama),
        "akibat_lama": AKIBAT if bahan.keputusan_lama is not None else "",
        "jumlah_butir": len(rows),
        "jumlah_kata": terbilang(len(rows)),
        "kelompok": kelompokkan(rows),
        "jejak": bahan.jejak,
        "penandatangan": penandatangan(bahan),
    }


def kewenangan(bahan: Bahan) -> str:
    """A party other than PPID Utama prints the basis of its power."""
    holder = bahan.pejabat.get("penetap")
    if _pihak(bahan) == bersama.PPID_UTAMA or holder is None:
        return ""
    return holder.dasar_penunjukan or ""


def _pimpinan(given: m.PersetujuanPimpinan | None) -> str:
    if given is None:
        return ""
    if given.pejabat is None:
        return "Atasan PPID/Pimpinan Badan Publik"
    return orang.jabatan_lengkap(orang.dari_pejabat(given.pejabat))


def _memperhatikan(bahan: Bahan) -> list[str]:
    """The decrees on PPID and on the Tim, as the registry of officials keeps them."""
    holders = [bahan.pejabat.get(fungsi) for fungsi in ("ppid_utama", "penetap")]
    kept = [h.dasar_penunjukan for h in holders if h is not None] + [a.dasar for a in bahan.anggota]
    return list(dict.fromkeys(text for text in kept if text))


def lampiran_terbatas(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """Lampiran II: the particulars, which never leave the office."""
    rows = baris.semua(baris.konteks(bahan, kepala), ditetapkan(bahan))
    return {
        "instansi": kop(bahan),
        "naskah": bersama.naskah(bahan, kepala),
        "jabatan_penetap": jabatan_penetap(bahan),
        "surat_keputusan": bersama.rujukan(bahan.terakhir(Naskah.SURAT_KEPUTUSAN)),
        "matriks": bersama.rujukan(bahan.terakhir(Naskah.MATRIKS)),
        **baris.tabel(rows),
        "peringatan": bersama.peringatan(bahan),
        "keputusan_berbeda": rekap.berbeda(bahan.butir),
        "riwayat": bersama.riwayat(bahan),
        "penandatangan": penandatangan(bahan),
    }
