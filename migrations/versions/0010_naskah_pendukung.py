"""Papers around the SOP: invitation, attendance, minutes, opinion sheets, letters; a pattern of numbers for each unit."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

OLD_NUMBERED = (
    "usulan_daftar",
    "matriks_uji_konsekuensi",
    "berita_acara_klasifikasi",
    "nota_dinas",
    "hasil_pertimbangan",
    "surat_keputusan",
    "lampiran_terbatas",
    "laporan_pendokumentasian",
)
OLD = (
    "usulan_daftar",
    "draft_daftar",
    "matriks_uji_konsekuensi",
    "berita_acara_klasifikasi",
    "nota_dinas",
    "hasil_pertimbangan",
    "surat_keputusan",
    "lampiran_terbatas",
    "tanda_bukti_unggah",
    "laporan_pendokumentasian",
)
NEW_NUMBERED = ("surat_permintaan_usulan", "undangan", "nota_persetujuan", "surat_penyampaian_sk")
NEW = (
    "surat_permintaan_usulan",
    "undangan",
    "daftar_hadir",
    "notulen",
    "lembar_pendapat",
    "nota_persetujuan",
    "surat_penyampaian_sk",
)
OWNED = "berkas_id IS NOT NULL OR usulan_id IS NOT NULL"


def _in(kinds: tuple[str, ...]) -> str:
    return "jenis IN ({})".format(", ".join(f"'{kind}'" for kind in kinds))


def _checks(kinds: tuple[str, ...], numbered: str, owned: str) -> None:
    with op.batch_alter_table("naskah") as table:
        for name in ("jenis", "tanpa_nomor", "bernomor", "bertuan"):
            table.drop_constraint(op.f(f"ck_naskah_{name}"), type_="check")
        table.create_check_constraint(op.f("ck_naskah_jenis"), _in(kinds))
        table.create_check_constraint(op.f("ck_naskah_tanpa_nomor"), f"{numbered} OR nomor_naskah_id IS NULL")
        table.create_check_constraint(
            op.f("ck_naskah_bernomor"),
            f"NOT {numbered} OR nomor_naskah_id IS NOT NULL OR sumber_nomor = 'agenda_luar'",
        )
        table.create_check_constraint(op.f("ck_naskah_bertuan"), owned)
    with op.batch_alter_table("templat_naskah") as table:
        table.drop_constraint(op.f("ck_templat_naskah_jenis"), type_="check")
        table.create_check_constraint(op.f("ck_templat_naskah_jenis"), _in((*kinds, "lembar_kendali_sop")))


def upgrade() -> None:
    owned = f"{OWNED} OR jenis = 'surat_permintaan_usulan'"
    _checks((*OLD, *NEW), _in((*OLD_NUMBERED, *NEW_NUMBERED)), owned)
    with op.batch_alter_table("perangkat_daerah") as table:
        table.add_column(sa.Column("pola_nomor", sa.String(length=200), nullable=True))


def downgrade() -> None:
    for table_name in ("naskah", "templat_naskah"):
        table = sa.table(table_name, sa.column("jenis", sa.String))
        newer = sa.select(sa.func.count()).select_from(table).where(table.c.jenis.in_(NEW))
        if op.get_bind().execute(newer).scalar_one():
            raise RuntimeError("Ada naskah atau templat pendukung; pulihkan cadangan sebelum mundur ke 0009.")
    with op.batch_alter_table("perangkat_daerah") as table:
        table.drop_column("pola_nomor")
    _checks(OLD, _in(OLD_NUMBERED), OWNED)
