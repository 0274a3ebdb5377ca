"""Extract of the decree per agency, decree of a change, label of an archive box; a paper knows its meeting."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
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
    "surat_permintaan_usulan",
    "undangan",
    "nota_persetujuan",
    "surat_penyampaian_sk",
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
    "surat_permintaan_usulan",
    "undangan",
    "daftar_hadir",
    "notulen",
    "lembar_pendapat",
    "nota_persetujuan",
    "surat_penyampaian_sk",
)
NEW = ("petikan_sk", "keputusan_perubahan", "label_boks")


def _in(kinds: tuple[str, ...]) -> str:
    return "jenis IN ({})".format(", ".join(f"'{kind}'" for kind in kinds))


def _checks(kinds: tuple[str, ...], numbered: str) -> None:
    with op.batch_alter_table("naskah") as table:
        for name in ("jenis", "tanpa_nomor", "bernomor"):
            table.drop_constraint(op.f(f"ck_naskah_{name}"), type_="check")
        table.create_check_constraint(op.f("ck_naskah_jenis"), _in(kinds))
        table.create_check_constraint(op.f("ck_naskah_tanpa_nomor"), f"{numbered} OR nomor_naskah_id IS NULL")
        table.create_check_constraint(
            op.f("ck_naskah_bernomor"),
            f"NOT {numbered} OR nomor_naskah_id IS NOT NULL OR sumber_nomor = 'agenda_luar'",
        )
    with op.batch_alter_table("templat_naskah") as table:
        table.drop_constraint(op.f("ck_templat_naskah_jenis"), type_="check")
        table.create_check_constraint(op.f("ck_templat_naskah_jenis"), _in((*kinds, "lembar_kendali_sop")))


def upgrade() -> None:
    _checks((*OLD, *NEW), _in((*OLD_NUMBERED, "keputusan_perubahan")))
    with op.batch_alter_table("naskah") as table:
        table.add_column(sa.Column("rapat_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_naskah_rapat_id_rapat"), "rapat", ["rapat_id"], ["id"])
        table.create_check_constraint(
            op.f("ck_naskah_petikan_bertuan"), "jenis <> 'petikan_sk' OR perangkat_daerah_id IS NOT NULL"
        )
    with op.batch_alter_table("perubahan_klasifikasi") as table:
        table.add_column(sa.Column("naskah_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_perubahan_klasifikasi_naskah_id_naskah"), "naskah", ["naskah_id"], ["id"])


def downgrade() -> None:
    for table_name in ("naskah", "templat_naskah"):
        table = sa.table(table_name, sa.column("jenis", sa.String))
        newer = sa.select(sa.func.count()).select_from(table).where(table.c.jenis.in_(NEW))
        if op.get_bind().execute(newer).scalar_one():
            raise RuntimeError(
                "Ada petikan, keputusan perubahan, atau label boks; pulihkan cadangan sebelum mundur ke 0011."
            )
    with op.batch_alter_table("perubahan_klasifikasi") as table:
        table.drop_constraint(op.f("fk_perubahan_klasifikasi_naskah_id_naskah"), type_="foreignkey")
        table.drop_column("naskah_id")
    with op.batch_alter_table("naskah") as table:
        table.drop_constraint(op.f("ck_naskah_petikan_bertuan"), type_="check")
        table.drop_constraint(op.f("fk_naskah_rapat_id_rapat"), type_="foreignkey")
        table.drop_column("rapat_id")
    _checks(OLD, _in(OLD_NUMBERED))
