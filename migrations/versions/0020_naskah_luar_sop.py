"""The letter of a request and the berita acara of a list of records become papers: numbered, from a template, verifiable.

Files that were made before stay in the store; their number and SHA-256 stand in the event log.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

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
    "petikan_sk",
    "keputusan_perubahan",
    "label_boks",
)
NUMBERLESS = {
    *("draft_daftar", "tanda_bukti_unggah", "daftar_hadir", "notulen", "lembar_pendapat"),
    *("petikan_sk", "label_boks"),
}
NEW = ("surat_penolakan", "berita_acara_penyusutan")
OWNED = "berkas_id IS NOT NULL OR usulan_id IS NOT NULL"
ASKED = "jenis = 'surat_permintaan_usulan'"
OWNERS = (("surat_penolakan", "permohonan_id", "permohonan"), (NEW[1], "penyusutan_id", "penyusutan_arsip"))


def _in(kinds: tuple[str, ...]) -> str:
    return "jenis IN ({})".format(", ".join(f"'{kind}'" for kind in kinds))


def _checks(kinds: tuple[str, ...], owned: str) -> None:
    counted = _in(tuple(kind for kind in kinds if kind not in NUMBERLESS))
    with op.batch_alter_table("naskah") as table:
        for name in ("jenis", "tanpa_nomor", "bernomor", "bertuan"):
            table.drop_constraint(op.f(f"ck_naskah_{name}"), type_="check")
        table.create_check_constraint(op.f("ck_naskah_jenis"), _in(kinds))
        table.create_check_constraint(op.f("ck_naskah_tanpa_nomor"), f"{counted} OR nomor_naskah_id IS NULL")
        table.create_check_constraint(
            op.f("ck_naskah_bernomor"), f"NOT {counted} OR nomor_naskah_id IS NOT NULL OR sumber_nomor = 'agenda_luar'"
        )
        table.create_check_constraint(op.f("ck_naskah_bertuan"), f"{owned} OR {ASKED}")
    with op.batch_alter_table("templat_naskah") as table:
        table.drop_constraint(op.f("ck_templat_naskah_jenis"), type_="check")
        table.create_check_constraint(op.f("ck_templat_naskah_jenis"), _in((*kinds, "lembar_kendali_sop")))


def upgrade() -> None:
    with op.batch_alter_table("naskah") as table:
        for kind, column, owner in OWNERS:
            table.add_column(sa.Column(column, sa.Integer(), nullable=True))
            table.create_foreign_key(op.f(f"fk_naskah_{column}_{owner}"), owner, [column], ["id"])
            table.create_index(op.f(f"ix_naskah_{column}"), [column])
            alone = f"{column} IS NULL OR (berkas_id IS NULL AND usulan_id IS NULL)"
            table.create_check_constraint(
                op.f(f"ck_naskah_{column}"), f"(jenis = '{kind}') = ({column} IS NOT NULL) AND ({alone})"
            )
    _checks((*OLD, *NEW), f"{OWNED} OR permohonan_id IS NOT NULL OR penyusutan_id IS NOT NULL")
    with op.batch_alter_table("permohonan") as table:
        table.drop_constraint(op.f("ck_permohonan_surat_bernomor"), type_="check")
        table.drop_constraint(op.f("fk_permohonan_surat_id_unggahan"), type_="foreignkey")
        table.drop_column("surat_id")
        table.drop_column("nomor_surat")
    with op.batch_alter_table("penyusutan_arsip") as table:
        table.drop_constraint(op.f("ck_penyusutan_arsip_beracara"), type_="check")
        table.drop_constraint(op.f("fk_penyusutan_arsip_berita_acara_id_unggahan"), type_="foreignkey")
        table.drop_column("berita_acara_id")
        table.drop_column("nomor_berita_acara")


def downgrade() -> None:
    for name, column, kinds in (
        ("naskah", "jenis", NEW),
        ("templat_naskah", "jenis", NEW),
        ("penyusutan_arsip", "status", ("selesai",)),
    ):
        table = sa.table(name, sa.column(column, sa.String))
        newer = sa.select(sa.func.count()).select_from(table).where(table.c[column].in_(kinds))
        if op.get_bind().execute(newer).scalar_one():
            raise RuntimeError(
                "Ada surat penolakan atau berita acara penyusutan; pulihkan cadangan sebelum mundur ke 0019."
            )
    with op.batch_alter_table("penyusutan_arsip") as table:
        table.add_column(sa.Column("nomor_berita_acara", sa.String(length=200), nullable=True))
        table.add_column(sa.Column("berita_acara_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_penyusutan_arsip_berita_acara_id_unggahan"), "unggahan", ["berita_acara_id"], ["id"]
        )
        table.create_check_constraint(
            op.f("ck_penyusutan_arsip_beracara"), "(status = 'selesai') = (berita_acara_id IS NOT NULL)"
        )
    with op.batch_alter_table("permohonan") as table:
        table.add_column(sa.Column("nomor_surat", sa.String(length=200), nullable=True))
        table.add_column(sa.Column("surat_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_permohonan_surat_id_unggahan"), "unggahan", ["surat_id"], ["id"])
        table.create_check_constraint(
            op.f("ck_permohonan_surat_bernomor"), "surat_id IS NULL OR nomor_surat IS NOT NULL"
        )
    _checks(OLD, OWNED)
    with op.batch_alter_table("naskah") as table:
        for _kind, column, owner in OWNERS:
            table.drop_constraint(op.f(f"ck_naskah_{column}"), type_="check")
            table.drop_index(op.f(f"ix_naskah_{column}"))
            table.drop_constraint(op.f(f"fk_naskah_{column}_{owner}"), type_="foreignkey")
            table.drop_column(column)
