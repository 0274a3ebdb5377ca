"""The moves of a paper after it is issued: its signed copy is paired, it is published, it is archived."""

from app.sop.moves import Langkah
from app.sop.papers import KETENTUAN
from app.sop.words import Pelaksana as P
from app.sop.words import StatusNaskah as S

AWAL = S.TERBIT
AKHIR = (S.DITANDATANGANI, S.DICABUT)

LANGKAH: tuple[Langkah, ...] = (
    Langkah(
        verb="tandatangani",
        label="Pasangkan salinan bertanda tangan",
        dari=(S.TERBIT,),
        ke=S.DITANDATANGANI,
        pelaksana=tuple(dict.fromkeys(p for k in KETENTUAN.values() for p in k.pemasang)),
        basis="SOP 4",
        butuh=("Pindaian PDF atau JPG, atau PDF bertanda tangan elektronik", "Tanggal tanda tangan"),
    ),
    Langkah(
        verb="publikasikan",
        label="Publikasikan",
        dari=(S.DITANDATANGANI,),
        ke=None,
        pelaksana=(P.PETUGAS_DATA,),
        basis="SOP 5",
        butuh=("SK sudah ditandatangani",),
    ),
    Langkah(
        verb="arsipkan",
        label="Catat arsip",
        dari=(S.TERBIT, S.DITANDATANGANI, S.DICABUT),
        ke=None,
        pelaksana=tuple(dict.fromkeys(p for k in KETENTUAN.values() for p in k.pengarsip)),
        basis="SOP 5",
        butuh=("Lokasi hardcopy, retensi, dan penanggung jawab",),
    ),
)
