"""Compiles the catalogues (.po → .mo); the .mo files are committed so that a fresh clone runs without this step."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
DATED = datetime(2026, 11, 25, tzinfo=UTC)  # a fixed date: the same source gives the same bytes


def compiled(po: Path) -> bytes:
    """The bytes of the .mo file that belongs to this .po file."""
    with po.open("rb") as source:
        catalogue = read_po(source)
    catalogue.creation_date = catalogue.revision_date = DATED
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> None:
    """Write every .mo file beside its .po file."""
    for po in sorted(FOLDER.rglob("*.po")):
        po.with_suffix(".mo").write_bytes(compiled(po))


if __name__ == "__main__":
    main()
