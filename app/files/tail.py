"""What hangs behind the end of a file: a phone's own notes are harmless, a second file is not."""

import re

# The first bytes of what another program would run or open: packages, PDF, web pages, scripts, programs.
SECOND_FILE = re.compile(
    rb"\A\s*(?:MZ|#!|\x7fELF)|PK\x05\x06|%PDF-|<!doctype|<html|<script|<svg[\s>]|<\?php|Rar!\x1a|7z\xbc\xaf\x27",
    re.IGNORECASE,
)


def menumpang(ekor: bytes) -> bool:
    """Is there a second file in these bytes?"""
    return SECOND_FILE.search(ekor) is not None
