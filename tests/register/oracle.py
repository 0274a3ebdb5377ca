"""The oracle of the register's life: counts days of work on its fingers, and knows nothing of how the application does it."""

import datetime as dt
from collections.abc import Collection

DAY = dt.timedelta(days=1)


def first_days(end: dt.date, holidays: Collection[dt.date]) -> dict[int, dt.date]:
    """The oracle: step back from the end one day at a time, and note the 30th, 60th and 90th day of work."""
    found, day, seen = {}, end, 0
    while seen < 90:
        day -= DAY
        if day.weekday() not in (5, 6) and day not in holidays:
            seen += 1
            if seen in (30, 60, 90):
                found[seen] = day
    return found


class Oracle:
    """What must stand in the register, worked out on the fingers: each day by the holidays that are known on that day.

    Reminders, the duty to decide and the opening each happen once, on the first day that something runs and they are due.
    """

    def __init__(self, ends: list[dt.date | None]) -> None:
        self.ends = ends
        self.state = ["berlaku"] * len(ends)
        self.noted: set[tuple[int, int]] = set()
        self._firsts: dict[tuple[dt.date, int], dict[int, dt.date]] = {}

    def run(self, day: dt.date, holidays: Collection[dt.date], rules: int) -> tuple[list[int], list[int]]:
        """The places that come under the duty, and those that open, when the work of this day is done."""
        duty, opened = [], []
        for place, end in enumerate(self.ends):
            if end is None or self.state[place] == "terbuka_demi_hukum":
                continue
            if (end, rules) not in self._firsts:
                self._firsts[end, rules] = first_days(end, holidays)
            firsts = self._firsts[end, rules]
            self.noted |= {(place, number) for number in (90, 60, 30) if firsts[number] <= day}
            if self.state[place] == "berlaku" and firsts[30] <= day:
                self.state[place] = "akan_berakhir"
                duty.append(place)
            if day > end:
                self.state[place] = "terbuka_demi_hukum"
                opened.append(place)
        return duty, opened
