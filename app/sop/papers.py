"""The papers as data: which move issues each, who pairs its signed copy, who archives it, and where a signature is needed."""

from dataclasses import dataclass

from app.sop.words import LABEL_STATUS
from app.sop.words import Naskah as N
from app.sop.words import Pelaksana as P
from app.sop.words import StatusNaskah as S

PENANDA_UTAMA = (P.VERIFIKATOR, P.PPID_UTAMA)
PENGARSIP = (P.PETUGAS_DATA, P.ARSIPARIS)


@dataclass(frozen=True)
class Ketentuan:
    """One paper. `fungsi`: whose signature (Pejabat.fungsi); `pemasang`: roles that pair the signed copy (none: unsigned);

    `pengarsip`: roles that keep its archive record; `wajib_ttd`: (move that needs the signed copy, level) with
    level "blok" (the move refuses) or "peringatan" (passes with a written reason); None: no signed copy is needed;
    `penting_arsip`: the archive record must be complete before SOP 5 ends.
    """

    jenis: N
    fungsi: str
    pemasang: tuple[P, ...]
    pengarsip: tuple[P, ...] = PENGARSIP
    wajib_ttd: tuple[str, str] | None = None
    penting_arsip: bool = False


KETENTUAN: dict[N, Ketentuan] = {
    k.jenis: k
    for k in (
        Ketentuan(N.USULAN_DAFTAR, "ppid_pelaksana", (P.PETUGAS,)),
        Ketentuan(N.DRAFT_DAFTAR, "ppid_pelaksana", (P.PETUGAS, *PENANDA_UTAMA)),
        Ketentuan(N.MATRIKS, "ppid_utama", PENANDA_UTAMA, wajib_ttd=("tetapkan", "peringatan")),
        Ketentuan(N.BERITA_ACARA, "ppid_utama", PENANDA_UTAMA, wajib_ttd=("tetapkan", "blok")),
        Ketentuan(N.NOTA_DINAS, "ppid_utama", PENANDA_UTAMA, wajib_ttd=("tetapkan", "peringatan")),
        Ketentuan(N.HASIL_PERTIMBANGAN, "ketua_tim", (P.TIM,), wajib_ttd=("tetapkan", "blok")),
        Ketentuan(N.SURAT_KEPUTUSAN, "penetap", PENANDA_UTAMA, wajib_ttd=("unggah", "blok"), penting_arsip=True),
        Ketentuan(
            N.LAMPIRAN_TERBATAS,
            "penetap",
            PENANDA_UTAMA,
            pengarsip=(P.PPID_UTAMA, P.ARSIPARIS),
            wajib_ttd=("unggah", "blok"),
            penting_arsip=True,
        ),
        Ketentuan(N.TANDA_BUKTI_UNGGAH, "petugas_data", (P.PETUGAS_DATA,)),
        Ketentuan(N.LAPORAN, "ppid_utama", (P.PETUGAS_DATA, *PENANDA_UTAMA)),
        Ketentuan(N.SURAT_PERMINTAAN, "ppid_utama", PENANDA_UTAMA),
        Ketentuan(N.UNDANGAN, "ppid_utama", PENANDA_UTAMA),
        Ketentuan(N.DAFTAR_HADIR, "ppid_utama", (*PENANDA_UTAMA, P.TIM)),
        Ketentuan(N.NOTULEN, "ppid_utama", (*PENANDA_UTAMA, P.TIM)),
        Ketentuan(N.LEMBAR_PENDAPAT, "ketua_tim", (P.TIM,)),
        Ketentuan(N.NOTA_PERSETUJUAN, "ppid_utama", PENANDA_UTAMA),
        Ketentuan(N.SURAT_PENYAMPAIAN, "ppid_utama", PENANDA_UTAMA),
        Ketentuan(N.PETIKAN, "ppid_utama", PENANDA_UTAMA),
        Ketentuan(N.KEPUTUSAN_PERUBAHAN, "penetap", PENANDA_UTAMA),
        Ketentuan(N.LABEL_BOKS, "", ()),
        Ketentuan(N.SURAT_PENOLAKAN, "ppid_utama", PENANDA_UTAMA, pengarsip=(P.PPID_UTAMA,)),
        Ketentuan(N.BERITA_ACARA_PENYUSUTAN, "ppid_utama", PENANDA_UTAMA, pengarsip=(P.PPID_UTAMA, P.ARSIPARIS)),
    )
}


def sebutan_status(jenis: N, status: S) -> str:
    """The status of a paper as staff read it: one that nobody signs is issued, and waits for no signature."""
    return "Terbit" if status == S.TERBIT and not KETENTUAN[jenis].pemasang else LABEL_STATUS[status]
