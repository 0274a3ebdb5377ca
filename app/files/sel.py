"""A cell that leaves in a sheet or a list: text that a spreadsheet would run as a formula is marked as text."""

# First signs that Excel, LibreOffice or Google Sheets take for a formula, the wide ones of East Asia among them.
RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def mirip_rumus(text: str) -> bool:
    """Whether a spreadsheet would run this text."""
    return text.lstrip(" ").startswith(RUMUS)


def tanda_teks(value: object) -> object:
    """The same value; a text that looks like a formula with an apostrophe before it, as spreadsheets mark text."""
    return f"'{value}" if isinstance(value, str) and mirip_rumus(value) else value
