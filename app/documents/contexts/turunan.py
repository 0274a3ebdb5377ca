"""What the decree leads to: the extract for one agency, the decree of a later change, the label of the archive box."""

from collections.abc import Callable, Sequence
from typing import Any

from app import models as m
from app.documents.butir_names import PUBLIC
from app.documents.contexts import akhir, baris, bersama, penetapan
from app.documents.contexts.bahan import Bahan, Kepala
from app.documents.contexts.dasar import mengingat
from app.sop import choices
from app.sop.words import LABEL_NASKAH, Naskah

_KOSONG = dict.fromkeys(PUBLIC, "")


def petikan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """The decree with the butir of `bahan.perangkat` only, under the numbers that they have in the whole."""
    everything = penetapan.ditetapkan(bahan)
    agency = bahan.perangkat
    mine = agency.id if agency is not None else None
    k = baris.konteks(bahan, kepala)
    rows = [baris.penuh(k, b, no) for no, b in enumerate(everything, 1) if b.usulan.perangkat_daerah_id == mine]
    return {
        "instansi": penetapan.kop(bahan),
        "naskah": bersama.naskah(bahan, kepala),
        "perangkat_daerah": agency.nama if agency is not None else "",
        "jabatan_penetap": penetapan.jabatan_penetap(bahan),
        "surat_keputusan": bersama.rujukan(bahan.terakhir(Naskah.SURAT_KEPUTUSAN)),
        "jumlah_seluruh": len(everything),
        **baris.tabel(rows),
        "penetap": penetapan.penandatangan(bahan),
        "penandatangan": bersama.ppid_utama(bahan),
    }


def keputusan_perubahan(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """One entry opened, extended, changed or annulled; public columns only, for it is announced."""
    change, newer = bahan.perubahan, bahan.pengganti
    entry = change.butir_ditetapkan if change is not None else None
    return {
        "instansi": penetapan.kop(bahan),
        "naskah": bersama.naskah(bahan, kepala, lampiran=1, satuan="lampiran", tembusan=penetapan.TEMBUSAN),
        "jabatan_penetap": penetapan.jabatan_penetap(bahan),
        "dasar_kewenangan": penetapan.kewenangan(bahan),
        "perubahan": change.jenis if change is not None else "",
        "dasar": change.dasar.rstrip(".;, ") if change is not None else "",
        "tanggal_perubahan": bersama.tanggal(change.tanggal if change is not None else None),
        "data_pribadi": bahan.data_pribadi,
        "surat_keputusan": bersama.rujukan(entry.sk if entry is not None else None),
        "keputusan_pengganti": bersama.rujukan(newer.sk if newer is not None else None),
        "mengingat": mengingat(bahan.peraturan),
        "butir": entri(entry),
        "butir_pengganti": entri(newer),
        "penandatangan": penetapan.penandatangan(bahan),
    }


def entri(entry: m.ButirDitetapkan | None) -> dict[str, str]:
    """The public names of an entry; all empty without one."""
    if entry is None:
        return _KOSONG
    return {
        "kode": entry.kode,
        "uraian_publik": entry.uraian_publik,
        "perangkat_daerah": entry.perangkat_daerah.nama,
        "jenis_klasifikasi": entry.klasifikasi,
        "dasar_hukum": entry.dasar_hukum,
        "alasan_ringkas": entry.alasan_ringkas,
        "cakupan": choices.CAKUPAN.get(entry.cakupan, entry.cakupan),
        "jangka_waktu": entry.jangka,
    }


def label_boks(bahan: Bahan, kepala: Kepala) -> dict[str, Any]:
    """One label for each box that holds papers of the berkas, with all that lies in it, in the order in which they stand."""
    boxes: dict[tuple[str, ...], list[m.Arsip]] = {}
    for kept in bahan.arsip:
        if kept.hardcopy_boks:
            places = (kept.hardcopy_gedung, kept.hardcopy_ruang, kept.hardcopy_lemari, kept.hardcopy_rak)
            boxes.setdefault((*(place or "" for place in places), kept.hardcopy_boks), []).append(kept)
    return {
        "instansi": bersama.instansi(bahan.utama),
        "berkas": bersama.berkas(bahan),
        "naskah": bersama.naskah(bahan, kepala),
        "boks": [_boks(place, boxes[place]) for place in sorted(boxes)],
    }


def _boks(place: tuple[str, ...], kept: Sequence[m.Arsip]) -> dict[str, Any]:
    standing = [f"{word} {where}" for word, where in zip(akhir.RAK, place, strict=False) if where]
    years = sorted({row.naskah.tanggal.year for row in kept})
    terms = dict.fromkeys(akhir.retensi(row) for row in kept)
    secrecy = max((row.skkaad for row in kept), key=list(choices.SKKAAD).index)
    return {
        "nomor": place[-1],
        "lokasi": ", ".join(standing[:-1]),
        "berkas": "; ".join(dict.fromkeys(str(row.naskah.berkas) for row in kept if row.naskah.berkas is not None)),
        "kode_klasifikasi": ", ".join(sorted({row.kode_klasifikasi for row in kept})),
        "kurun_waktu": "–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))),
        "skkaad": choices.SKKAAD[secrecy],
        "retensi": "; ".join(terms),
        "nasib_akhir": ", ".join(dict.fromkeys(choices.NASIB_AKHIR[row.nasib_akhir] for row in kept)),
        "penanggung_jawab": ", ".join(dict.fromkeys(row.penanggung_jawab for row in kept if row.penanggung_jawab)),
        "jumlah_lembar": sum(row.hardcopy_jumlah_lembar or 0 for row in kept),
        "isi": [_isi(row) for row in sorted(kept, key=lambda row: (row.hardcopy_folder or "", row.naskah_id))],
    }


def _isi(row: m.Arsip) -> dict[str, str]:
    return {
        "folder": row.hardcopy_folder or "",
        "naskah": LABEL_NASKAH[Naskah(row.naskah.jenis)],
        "nomor": bersama.nomor_cetak(row.naskah) or "–",
        "tanggal": bersama.tanggal(row.naskah.tanggal),
        "lembar": str(row.hardcopy_jumlah_lembar or "–"),
    }


SUSUN: dict[str, Callable[[Bahan, Kepala], dict[str, Any]]] = {
    Naskah.PETIKAN: petikan,
    Naskah.KEPUTUSAN_PERUBAHAN: keputusan_perubahan,
    Naskah.LABEL_BOKS: label_boks,
}
