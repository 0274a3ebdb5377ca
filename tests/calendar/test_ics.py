"""Our calendar files, read back by a library that we do not ship; and their form, octet by octet."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app.calendar.ics import LEBAR, Acara, kalender

JAM = dt.datetime(2026, 11, 25, 3, 4, 5, tzinfo=dt.UTC)
HARI = dt.date(2026, 12, 31)
# What a title can hold: the office refuses control characters at the door.
JUDUL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=200)


def acara(judul: str, uid: str = "berkas-1-unggah@contoh.test") -> Acara:
    return Acara(uid, judul, HARI, "https://contoh.test/berkas/show/1", JAM)


def lines(content: bytes) -> list[bytes]:
    assert content.endswith(b"\r\n")
    return content[:-2].split(b"\r\n")


@given(st.lists(JUDUL, max_size=5))
def test_every_title_comes_back_as_it_was(titles: list[str]) -> None:
    content = kalender("SIDIK – Tenggat", [acara(title, f"{n}@contoh.test") for n, title in enumerate(titles)])
    events = Calendar.from_ical(content).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [" ".join(title.split()) for title in titles]
    for event in events:
        assert event["DTSTART"].dt == HARI
        assert event["DTEND"].dt == HARI + dt.timedelta(days=1)
        assert event["DTSTAMP"].dt == JAM
    for line in lines(content):
        assert len(line) <= LEBAR
        line.decode("utf-8")  # no character is cut
        assert b"\n" not in line
        assert b"\r" not in line


def test_a_line_break_in_a_title_begins_no_property() -> None:
    content = kalender("x", [acara("Judul\r\nATTENDEE:mailto:x@contoh.test\nBEGIN:VALARM")])
    assert b"\r\nATTENDEE" not in content
    assert str(Calendar.from_ical(content).walk("VEVENT")[0]["SUMMARY"]).startswith("Judul ATTENDEE:")


def test_special_characters_are_escaped_as_the_standard_says() -> None:
    assert rb"SUMMARY:a\, b\; c\\n d" in kalender("x", [acara("a, b; c\\n d")])


def test_what_the_standard_asks_of_a_calendar_and_an_event_is_there() -> None:
    content = kalender("x", [acara("y")])
    for asked in (b"VERSION:2.0", b"PRODID:", b"UID:", b"DTSTAMP:20261125T030405Z", b"DTSTART;VALUE=DATE:20261231"):
        assert content.count(asked) == 1
    assert lines(content)[0] == b"BEGIN:VCALENDAR"
    assert lines(content)[-1] == b"END:VCALENDAR"
    assert content == kalender("x", [acara("y")]), "the same events give the same bytes"
