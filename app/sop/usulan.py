"""SOP row 1 as data: the moves of a usulan (proposal of one agency)."""

from app.sop.moves import Langkah
from app.sop.words import Naskah as N
from app.sop.words import Pelaksana as P
from app.sop.words import StatusUsulan as S

AWAL = S.DRAF
AKHIR = (S.DIHIMPUN,)

LANGKAH: tuple[Langkah, ...] = (
    Langkah(
        verb="ajukan",
        label="Sampaikan ke PPID Utama",
        dari=(S.DRAF, S.DIKEMBALIKAN),
        ke=S.DIAJUKAN,
        pelaksana=(P.PETUGAS,),
        basis="SOP 1",
        butuh=("Sedikitnya satu butir informasi yang lengkap, atau pernyataan nihil",),
        naskah=(N.USULAN_DAFTAR, N.DRAFT_DAFTAR),
        maju=True,
        lanjutan="Verifikator PPID Utama menerima dan menghimpun usulan.",
    ),
    Langkah(
        verb="tarik",
        label="Tarik kembali",
        dari=(S.DIAJUKAN,),
        ke=S.DRAF,
        pelaksana=(P.PETUGAS,),
        basis="ours",
        mencabut=(N.USULAN_DAFTAR, N.DRAFT_DAFTAR),
        lanjutan="Usulan kembali menjadi draf Anda.",
    ),
    Langkah(
        verb="himpun",
        label="Terima dan himpun",
        dari=(S.DIAJUKAN,),
        ke=S.DIHIMPUN,
        pelaksana=(P.VERIFIKATOR,),
        basis="SOP 1",
        butuh=("Berkas klasifikasi tujuan: yang baru, atau yang masih dihimpun atau dikaji",),
        lanjutan="Verifikator memulai pengkajian berkas.",
    ),
    Langkah(
        verb="kembalikan",
        label="Kembalikan untuk diperbaiki",
        dari=(S.DIAJUKAN, S.DIHIMPUN),
        ke=S.DIKEMBALIKAN,
        pelaksana=(P.VERIFIKATOR, P.PPID_UTAMA),
        basis="ours",
        butuh=("Alasan pengembalian",),
        perlu_catatan=True,
        mencabut=(N.USULAN_DAFTAR, N.DRAFT_DAFTAR),
        lanjutan="Petugas PPID Pelaksana memperbaiki lalu menyampaikan lagi.",
    ),
)
