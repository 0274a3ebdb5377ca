"""The SOP as plain text for `flask sop show`: the sheet, the diagrams, the matrix role × move. All generated."""

from app.sop import sheet
from app.sop.reading import TABEL, diagram, matriks
from app.sop.words import Pelaksana


def lembar() -> str:
    """The sheet: header, then each row with its actor, kelengkapan, waktu and output."""
    lines = [sheet.JUDUL, ""]
    lines += [f"{label:<18}: {value}" for label, value in sheet.KEPALA]
    lines.append("")
    for row in sheet.BARIS:
        lines += [
            f"{row.no}. {row.kegiatan}",
            f"   Pelaksana   : {sheet.KOLOM_PELAKSANA[row.kolom]} (simbol alur hilang; disimpulkan)",
            f"   Kelengkapan : {'; '.join(row.kelengkapan)}",
            f"   Waktu       : {sheet.WAKTU}",
            f"   Output      : {'; '.join(row.output)}",
        ]
    return "\n".join(lines)


def tabel_matriks() -> str:
    """Role × move as text; column heads are numbers, explained below the table."""
    roles = list(Pelaksana)
    lines = [f"{'langkah':<28}" + "".join(f"{i:>4}" for i in range(1, len(roles) + 1))]
    for kind, row, cells in matriks():
        lines.append(f"{kind + '.' + row.verb:<28}" + "".join(f"{'v' if may else '.':>4}" for may in cells))
    lines += [f"{i:>4} = {role}" for i, role in enumerate(roles, 1)]
    return "\n".join(lines)


def semua() -> str:
    """The whole text."""
    parts = [lembar()]
    parts += [f"Alur {kind}\n{diagram(kind)}" for kind in TABEL]
    parts.append(f"Matriks peran dan langkah\n{tabel_matriks()}")
    return "\n\n".join(parts)
