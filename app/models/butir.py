"""A piece of information proposed as excluded (butir), its legal bases, its parts, and its consequence test."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import (
    Base,
    Bertanda,
    Stempel,
    alamat_teks,
    judul_teks,
    kode_teks,
    kunci,
    nama_teks,
    pilihan,
    sepadan,
    teks,
)
from app.models.berkas import Berkas, Usulan
from app.models.custody import KlasifikasiArsip
from app.models.law import Pasal17, Peraturan
from app.models.office import Pengguna
from app.sop import choices
from app.sop.words import StatusButir as S

DIHIMPUN_ATAU_SESUDAH = tuple(s for s in S if s not in (S.DRAF, S.DIAJUKAN))
SUDAH_DIPERTIMBANGKAN = (S.DIPERTIMBANGKAN, S.DITETAPKAN, S.TIDAK_DISETUJUI)
SUDAH_DIPUTUS = (S.DITETAPKAN, S.TIDAK_DISETUJUI)


class ButirInformasi(Stempel, Bertanda, Base):
    """`uraian` and all about it is internal; `uraian_publik` is what may be announced. `berkas` follows the usulan,

    or, for a postponed butir, the later berkas that gathered it again.
    """

    __tablename__ = "butir_informasi"
    __table_args__ = (
        UniqueConstraint("kode"),
        pilihan("status", S),
        pilihan("cakupan", choices.CAKUPAN, nullable=True),
        pilihan("bentuk", choices.BENTUK, nullable=True),
        pilihan("skkaad", choices.SKKAAD),
        pilihan("jangka_jenis", choices.JANGKA_JENIS, nullable=True),
        pilihan("hasil_pertimbangan", choices.HASIL_PERTIMBANGAN, nullable=True),
        pilihan("keputusan", choices.KEPUTUSAN, nullable=True),
        sepadan("berkas_id", DIHIMPUN_ATAU_SESUDAH),
        sepadan("digabung_ke_id", (S.DIGABUNG,)),
        sepadan("hasil_pertimbangan", SUDAH_DIPERTIMBANGKAN),
        sepadan("keputusan", SUDAH_DIPUTUS),
        CheckConstraint("digabung_ke_id IS NULL OR digabung_ke_id <> id", name="gabung_bukan_diri"),
        CheckConstraint("jangka_tahun IS NULL OR jangka_tahun BETWEEN 1 AND 100", name="jangka_tahun"),
        Index("ix_butir_informasi_berkas_status", "berkas_id", "status"),
    )

    id: Mapped[kunci]
    usulan_id: Mapped[int] = mapped_column(ForeignKey("usulan.id"), index=True)
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"))
    kode: Mapped[kode_teks]
    uraian: Mapped[teks | None]
    uraian_publik: Mapped[teks | None]
    dokumen_induk: Mapped[alamat_teks | None]
    penguasa: Mapped[judul_teks | None]
    penanggung_jawab: Mapped[judul_teks | None]
    waktu_pembuatan: Mapped[nama_teks | None]
    tempat_pembuatan: Mapped[nama_teks | None]
    bentuk: Mapped[kode_teks | None]
    cakupan: Mapped[kode_teks | None]
    bagian: Mapped[teks | None]
    skkaad: Mapped[kode_teks] = mapped_column(default="terbatas")
    klasifikasi_arsip_id: Mapped[int | None] = mapped_column(ForeignKey("klasifikasi_arsip.id"))
    jangka_jenis: Mapped[kode_teks | None]
    jangka_tahun: Mapped[int | None]
    jangka_mulai: Mapped[dt.date | None]
    jangka_akhir: Mapped[dt.date | None]
    jangka_peristiwa: Mapped[teks | None]
    jangka_alasan: Mapped[teks | None]
    tanggal_tinjau: Mapped[dt.date | None]
    digabung_ke_id: Mapped[int | None] = mapped_column(ForeignKey("butir_informasi.id"))
    hasil_pertimbangan: Mapped[kode_teks | None]
    keputusan: Mapped[kode_teks | None]
    alasan_berbeda: Mapped[teks | None]
    catatan_status: Mapped[teks | None]  # why it was returned, postponed or merged
    status: Mapped[kode_teks] = mapped_column(default=S.DRAF.value, index=True)

    usulan: Mapped[Usulan] = relationship(back_populates="butir", lazy="joined")
    berkas: Mapped[Berkas | None] = relationship()
    klasifikasi_arsip: Mapped[KlasifikasiArsip | None] = relationship()
    digabung_ke: Mapped["ButirInformasi | None"] = relationship(remote_side="ButirInformasi.id")
    dasar: Mapped[list["DasarPengecualian"]] = relationship(back_populates="butir", order_by="DasarPengecualian.id")
    bagian_rinci: Mapped[list["BagianDikecualikan"]] = relationship(
        back_populates="butir", order_by="BagianDikecualikan.id"
    )
    uji: Mapped[list["UjiKonsekuensi"]] = relationship(back_populates="butir", order_by="UjiKonsekuensi.putaran")

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian or ''}".strip()


class DasarPengecualian(Stempel, Base):
    """One legal basis of a butir: a letter of Pasal 17, or a regulation (or its text) with the article cited."""

    __tablename__ = "dasar_pengecualian"
    __table_args__ = (
        CheckConstraint("pasal17_id IS NOT NULL OR peraturan_id IS NOT NULL OR teks IS NOT NULL", name="berisi"),
    )

    id: Mapped[kunci]
    butir_id: Mapped[int] = mapped_column(ForeignKey("butir_informasi.id"), index=True)
    pasal17_id: Mapped[int | None] = mapped_column(ForeignKey("pasal17.id"))
    peraturan_id: Mapped[int | None] = mapped_column(ForeignKey("peraturan.id"))
    pasal_ayat: Mapped[nama_teks | None]
    kutipan: Mapped[teks | None]
    teks: Mapped[alamat_teks | None]  # after the others: from here on the word names the column

    butir: Mapped[ButirInformasi] = relationship(back_populates="dasar")
    pasal17: Mapped[Pasal17 | None] = relationship(lazy="joined")
    peraturan: Mapped[Peraturan | None] = relationship(lazy="joined")

    @property
    def sebutan(self) -> str:
        """As printed in the papers."""
        if self.pasal17 is not None:
            return f"UU 14/2008 {self.pasal17.sebutan}"
        law = f"{self.peraturan.singkat} {self.peraturan.tentang}" if self.peraturan is not None else self.teks or ""
        return f"{law} {self.pasal_ayat or ''}".strip()

    def __str__(self) -> str:
        return self.sebutan


class BagianDikecualikan(Stempel, Base):
    """One excluded part of a butir: where it stands, or what it says. While a butir has any, they make its `bagian`."""

    __tablename__ = "bagian_dikecualikan"
    __table_args__ = (CheckConstraint("halaman IS NOT NULL OR kolom IS NOT NULL OR frasa IS NOT NULL", name="berisi"),)

    id: Mapped[kunci]
    butir_id: Mapped[int] = mapped_column(ForeignKey("butir_informasi.id"), index=True)
    halaman: Mapped[kode_teks | None]  # "3–5", "lampiran II"
    kolom: Mapped[nama_teks | None]
    frasa: Mapped[nama_teks | None]  # without quotation marks of its own
    pasal17_id: Mapped[int | None] = mapped_column(ForeignKey("pasal17.id"))  # one of the butir's own bases
    alasan: Mapped[teks | None]

    butir: Mapped[ButirInformasi] = relationship(back_populates="bagian_rinci")
    pasal17: Mapped[Pasal17 | None] = relationship(lazy="joined")

    @property
    def sebutan(self) -> str:
        """As printed: "halaman 3–5, kolom NIK: “nomor induk” (Pasal 17 huruf h)". An annex names itself."""
        page = self.halaman and (self.halaman if self.halaman.startswith("lampiran") else f"halaman {self.halaman}")
        where = ", ".join(part for part in (page, self.kolom and f"kolom {self.kolom}") if part)
        said = ": ".join(part for part in (where, self.frasa and f"“{self.frasa}”") if part)
        return f"{said} ({self.pasal17.sebutan})" if self.pasal17 is not None else said

    def __str__(self) -> str:
        return self.sebutan


# What the consequence test of UU 14/2008 Ps 19 weighs, in words and by answers: papers print it, a new round copies it.
TERTULIS = (
    "konsekuensi_dibuka",
    "konsekuensi_ditutup",
    "kepentingan_publik",
    "kepatutan",
    "kesusilaan",
    "mitigasi",
    "alternatif",
)
PERTIMBANGAN = (*TERTULIS, "cek_pasal18", "persetujuan_tertulis", "terkait_jabatan_publik")


class UjiKonsekuensi(Stempel, Bertanda, Base):
    """The consequence test of one butir in one round. `isian_pengusul`: the agency's own words, kept apart."""

    __tablename__ = "uji_konsekuensi"
    __table_args__ = (
        UniqueConstraint("butir_id", "putaran"),
        pilihan("kesimpulan", choices.KESIMPULAN, nullable=True),
        CheckConstraint("(penguji_id IS NULL) = (tanggal IS NULL)", name="penguji_sepadan"),
        CheckConstraint("kesimpulan IS NULL OR penguji_id IS NOT NULL", name="kesimpulan_berpenguji"),
    )

    id: Mapped[kunci]
    butir_id: Mapped[int] = mapped_column(ForeignKey("butir_informasi.id"), index=True)
    putaran: Mapped[int] = mapped_column(default=1)
    isian_pengusul: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    konsekuensi_dibuka: Mapped[teks | None]
    konsekuensi_ditutup: Mapped[teks | None]
    kepentingan_publik: Mapped[teks | None]
    kepatutan: Mapped[teks | None]
    kesusilaan: Mapped[teks | None]
    mitigasi: Mapped[teks | None]
    alternatif: Mapped[teks | None]
    cek_pasal18: Mapped[list[bool] | None] = mapped_column(JSON)
    persetujuan_tertulis: Mapped[bool | None]
    terkait_jabatan_publik: Mapped[bool | None]
    kesimpulan: Mapped[kode_teks | None]
    alasan_peringatan: Mapped[teks | None]  # the written reason for warnings of this butir
    penguji_id: Mapped[int | None] = mapped_column(ForeignKey("ab_user.id"))
    tanggal: Mapped[dt.date | None]
    aturan_versi: Mapped[kode_teks | None]

    butir: Mapped[ButirInformasi] = relationship(back_populates="uji")
    penguji: Mapped[Pengguna | None] = relationship(foreign_keys=[penguji_id])

    def __str__(self) -> str:
        return f"Uji {self.butir_id} putaran {self.putaran}"


def uji_kini(butir: ButirInformasi) -> UjiKonsekuensi | None:
    """The present test: that of the highest round."""
    return butir.uji[-1] if butir.uji else None
