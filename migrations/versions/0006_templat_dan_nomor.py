"""Templates that a second person activates, numbers that are reserved or come from the office's own register."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBERED = (
    "jenis IN ('usulan_daftar', 'matriks_uji_konsekuensi', 'berita_acara_klasifikasi', 'nota_dinas', "
    "'hasil_pertimbangan', 'surat_keputusan', 'lampiran_terbatas', 'laporan_pendokumentasian')"
)
SOURCES = "('aplikasi', 'agenda_luar')"


def upgrade() -> None:
    with op.batch_alter_table("templat_naskah") as table:
        table.add_column(sa.Column("catatan", sa.String(length=5000), nullable=True))
        table.add_column(sa.Column("diaktifkan_pada", sa.DateTime(timezone=True), nullable=True))
        table.create_index(
            "uq_templat_naskah_aktif",
            ["jenis"],
            unique=True,
            sqlite_where=sa.text("status = 'aktif'"),
            postgresql_where=sa.text("status = 'aktif'"),
        )
    with op.batch_alter_table("nomor_naskah") as table:
        table.add_column(sa.Column("sumber", sa.String(length=40), server_default="aplikasi", nullable=False))
        table.add_column(sa.Column("tanggal", sa.Date(), nullable=True))
        table.add_column(sa.Column("keperluan", sa.String(length=5000), nullable=True))
        table.alter_column("urut", existing_type=sa.Integer(), nullable=True)
        table.create_check_constraint(op.f("ck_nomor_naskah_sumber"), f"sumber IN {SOURCES}")
        table.create_check_constraint(
            op.f("ck_nomor_naskah_urut_sepadan"), "(sumber IN ('aplikasi')) = (urut IS NOT NULL)"
        )
    with op.batch_alter_table("naskah") as table:
        table.add_column(sa.Column("sumber_nomor", sa.String(length=40), server_default="aplikasi", nullable=False))
        table.drop_constraint(op.f("ck_naskah_bernomor"), type_="check")
        table.create_check_constraint(op.f("ck_naskah_sumber_nomor"), f"sumber_nomor IN {SOURCES}")
        table.create_check_constraint(op.f("ck_naskah_tanpa_nomor"), f"{NUMBERED} OR nomor_naskah_id IS NULL")
        table.create_check_constraint(
            op.f("ck_naskah_bernomor"),
            f"NOT {NUMBERED} OR nomor_naskah_id IS NOT NULL OR sumber_nomor = 'agenda_luar'",
        )


def downgrade() -> None:
    _refuse_what_the_old_tables_cannot_hold()
    with op.batch_alter_table("naskah") as table:
        for name in ("sumber_nomor", "tanpa_nomor", "bernomor"):
            table.drop_constraint(op.f(f"ck_naskah_{name}"), type_="check")
        table.create_check_constraint(op.f("ck_naskah_bernomor"), f"({NUMBERED}) = (nomor_naskah_id IS NOT NULL)")
        table.drop_column("sumber_nomor")
    with op.batch_alter_table("nomor_naskah") as table:
        for name in ("sumber", "urut_sepadan"):
            table.drop_constraint(op.f(f"ck_nomor_naskah_{name}"), type_="check")
        table.alter_column("urut", existing_type=sa.Integer(), nullable=False)
        for name in ("sumber", "tanggal", "keperluan"):
            table.drop_column(name)
    with op.batch_alter_table("templat_naskah") as table:
        table.drop_index("uq_templat_naskah_aktif")
        table.drop_column("diaktifkan_pada")
        table.drop_column("catatan")


def _refuse_what_the_old_tables_cannot_hold() -> None:
    """Papers numbered outside have no number of ours: going back would lose or invent one."""
    count = sa.text("SELECT count(*) FROM naskah WHERE sumber_nomor = 'agenda_luar' AND nomor_naskah_id IS NULL")
    outside = sa.text("SELECT count(*) FROM nomor_naskah WHERE sumber = 'agenda_luar'")
    if any(op.get_bind().execute(query).scalar_one() for query in (count, outside)):
        raise RuntimeError("Ada naskah bernomor agenda luar; lengkapi atau pulihkan cadangan sebelum mundur ke 0005.")
