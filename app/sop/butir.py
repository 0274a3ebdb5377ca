"""The moves that a single butir has of its own while its berkas is being examined; otherwise it follows its usulan and berkas."""

from app.sop.moves import Langkah
from app.sop.words import Pelaksana as P
from app.sop.words import StatusButir as S

AWAL = S.DRAF
AKHIR = (S.DITETAPKAN, S.TERBUKA, S.TIDAK_DISETUJUI, S.DIGABUNG, S.DITUNDA)

LANGKAH: tuple[Langkah, ...] = (
    Langkah(
        verb="minta_perbaikan",
        label="Minta perbaikan butir",
        dari=(S.DIHIMPUN,),
        ke=S.PERBAIKAN,
        pelaksana=(P.VERIFIKATOR,),
        basis="ours",
        butuh=("Alasan: apa yang harus diperbaiki",),
        perlu_catatan=True,
        lanjutan="Petugas PPID Pelaksana memperbaiki butir ini.",
    ),
    Langkah(
        verb="kirim_perbaikan",
        label="Kirim perbaikan",
        dari=(S.PERBAIKAN,),
        ke=S.DIHIMPUN,
        pelaksana=(P.PETUGAS,),
        basis="ours",
        butuh=("Butir lengkap",),
        lanjutan="Verifikator memeriksa perbaikan.",
    ),
    Langkah(
        verb="gabung",
        label="Gabungkan ke butir lain",
        dari=(S.DIHIMPUN,),
        ke=S.DIGABUNG,
        pelaksana=(P.VERIFIKATOR,),
        basis="ours",
        butuh=("Butir tujuan dalam berkas yang sama", "Alasan penggabungan"),
        perlu_catatan=True,
        lanjutan="Butir tujuan memuat asal usulannya.",
    ),
    Langkah(
        verb="tunda",
        label="Tunda ke berkas berikutnya",
        dari=(S.DIHIMPUN,),
        ke=S.DITUNDA,
        pelaksana=(P.VERIFIKATOR,),
        basis="ours",
        butuh=("Alasan penundaan",),
        perlu_catatan=True,
        lanjutan="Butir dapat dihimpun dalam berkas berikutnya.",
    ),
    Langkah(
        verb="himpun_kembali",
        label="Himpun ke berkas lain",
        dari=(S.DITUNDA,),
        ke=S.DIHIMPUN,
        pelaksana=(P.VERIFIKATOR,),
        basis="ours",
        butuh=("Berkas tujuan yang masih dihimpun atau dikaji",),
        lanjutan="Butir dikaji dalam berkas tujuan.",
    ),
)

# A butir follows its usulan and berkas: (table, verb, statuses before, status after).
MENGIKUTI: tuple[tuple[str, str, tuple[S, ...], S], ...] = (
    ("usulan", "ajukan", (S.DRAF,), S.DIAJUKAN),
    ("usulan", "tarik", (S.DIAJUKAN,), S.DRAF),
    ("usulan", "himpun", (S.DIAJUKAN,), S.DIHIMPUN),
    ("usulan", "kembalikan", (S.DIAJUKAN, S.DIHIMPUN, S.PERBAIKAN, S.DIGABUNG, S.DITUNDA), S.DRAF),
    ("berkas", "sampaikan", (S.DIHIMPUN,), S.DIUJI),
    ("berkas", "pertimbangkan", (S.DIUJI,), S.DIPERTIMBANGKAN),
    ("berkas", "tetapkan", (S.DIPERTIMBANGKAN,), S.DITETAPKAN),
    ("berkas", "kaji_ulang", (S.DIUJI, S.TERBUKA), S.DIHIMPUN),
    ("berkas", "pertimbangkan_ulang", (S.DIPERTIMBANGKAN,), S.DIUJI),
    ("berkas", "tolak_persetujuan", (S.DIPERTIMBANGKAN,), S.DIUJI),
    ("berkas", "batalkan_penetapan", (S.DITETAPKAN, S.TIDAK_DISETUJUI), S.DIPERTIMBANGKAN),
    (
        "berkas",
        "batalkan",
        (S.DIHIMPUN, S.PERBAIKAN, S.DIUJI, S.TERBUKA, S.DIPERTIMBANGKAN, S.DIGABUNG, S.DITUNDA),
        S.DIAJUKAN,
    ),
)

# Where the conclusion of the test or the decision decides otherwise: (table, verb, what was concluded, status after).
MENYIMPANG: tuple[tuple[str, str, str, S], ...] = (
    ("berkas", "sampaikan", "terbuka", S.TERBUKA),
    ("berkas", "sampaikan", "ditunda", S.DITUNDA),
    ("berkas", "tutup_tanpa_sk", "terbuka", S.TERBUKA),
    ("berkas", "tutup_tanpa_sk", "ditunda", S.DITUNDA),
    ("berkas", "tetapkan", "tidak_disetujui", S.TIDAK_DISETUJUI),
)
