"""The list of all reports: a new one is one line here."""

from app.reports.numbers import NOMOR
from app.reports.per_sk import PER_SK
from app.reports.period import PERIODE
from app.reports.register import REKAP, RINCI
from app.reports.table import Laporan
from app.reports.workload import BEBAN

LAPORAN: dict[str, Laporan] = {report.nama: report for report in (PERIODE, PER_SK, BEBAN, REKAP, RINCI, NOMOR)}
