"""Reading a case for the law takes the same number of statements for three butir as for thirty."""

from sqlalchemy import event

from app import models as m
from app.calendar.words import hari_ini_wib
from app.law import settings
from app.law.terbuka import daftar_terbuka
from app.law.validator import periksa_kajian
from app.sop.words import StatusButir
from app.steps.cases import butir_berkas
from tests.cases import Case, Office
from tests.stages import at


def statements(office: Office, case: Case) -> int:
    """How many statements the gate needs to read and judge the case."""
    counted: list[str] = []
    engine = office.session.get_bind()

    def note(*told: object) -> None:
        counted.append(str(told[2]))

    event.listen(engine, "before_cursor_execute", note)
    today, chosen = hari_ini_wib(), settings.semua(office.session)
    rows = butir_berkas(office.session, case.berkas, StatusButir.DIHIMPUN)
    periksa_kajian(rows, hari_ini=today, pilihan=chosen, terbuka=daftar_terbuka(office.session, today))
    event.remove(engine, "before_cursor_execute", note)
    return len(counted)


@at("teruji")
def test_the_gate_reads_many_butir_in_as_many_statements_as_few(office: Office, case: Case) -> None:
    few = statements(office, case)
    first = office.session.get(m.ButirInformasi, case.butir[0])
    scheme = m.KlasifikasiArsip(
        kode="440.9", uraian="Contoh", retensi_aktif=1, retensi_inaktif=2, nasib_akhir="musnah", skkaad="terbatas"
    )
    for number in range(30):
        office.session.add(
            m.ButirInformasi(
                usulan_id=first.usulan_id,
                berkas_id=first.berkas_id,
                status=first.status,
                kode=f"LAGI-{number}",
                uraian=f"Uraian nomor {number}",
                klasifikasi_arsip=scheme,
                dasar=[m.DasarPengecualian(peraturan_id=1, pasal_ayat="Pasal 1")],
                uji=[m.UjiKonsekuensi(penguji_id=1, tanggal=hari_ini_wib(), kesimpulan="dikecualikan")],
            )
        )
    office.session.commit()
    office.session.expire_all()
    assert statements(office, case) == few
    assert few <= 6
