"""What a person reaches from Tugas saya by links alone: every kind of page, some rows of each, and every link that leads nowhere."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urljoin, urlsplit

from flask import Flask
from lxml import html
from markupsafe import escape
from werkzeug.exceptions import HTTPException

from tests.scale import scale
from tests.views.browsing import Browser

# A page about a case looks different in every status, so more of them are opened than of other kinds.
EACH_RECORD, LOOKED_AT, MOST = scale(2, full=8), 5, scale(60, full=10_000)
RECORDS = ("BerkasView.show", "UsulanView.show", "ButirView.show", "NaskahView.show", "DaftarView.show")
NOT_OURS = ("/logout/", "/lang/", "/static/", "/api/")


@dataclass
class Reached:
    """Endpoint → addresses of its pages, endpoints that gave a file, and what is wrong: links to a refusal, words not for him."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def addresses(self) -> list[str]:
        """What is worth a look in a browser: every move, some of each other kind, no list a second time in another order."""
        chosen = []
        for endpoint, found in self.pages.items():
            plain = [address for address in found if "?" not in address] or found[:1]
            most = len(plain) if endpoint.endswith(".tindakan") else LOOKED_AT if endpoint in RECORDS else 2
            chosen += plain[:most]
        return chosen


def shape(app: Flask, address: str) -> tuple[str, str] | None:
    """Endpoint of an address and what makes its page another one than the page of another row; None: no page of ours."""
    parts = urlsplit(address)
    try:
        endpoint, values = app.url_map.bind("localhost").match(parts.path)
    except HTTPException:
        return None
    said = [f"{name}={value}" for name, value in values.items() if not str(value).isdigit()]
    asked = sorted({name for name, value in parse_qsl(parts.query)})
    return endpoint, " ".join([*said, *asked])


def links(address: str, page: str) -> list[str]:
    """The own addresses that a page leads to, without their fragments."""
    found = [urljoin(address, href) for href in html.fromstring(page).xpath("//body//a/@href")]
    own = [link.split("#")[0] for link in found if link.startswith("/")]
    return list(dict.fromkeys(link for link in own if link and not link.startswith(NOT_OURS)))


def reached(app: Flask, name: str | None, *start: str, hidden: Sequence[str] = ()) -> Reached:
    """Walk along the links of everything this person is shown; `name` None: a stranger's. `hidden`: words not for him."""
    browser, found, seen = Browser(app, name), Reached(), Counter[tuple[str, str]]()
    waiting, known = deque((address, "") for address in start), set(start)
    while waiting and seen.total() < MOST:
        address, before = waiting.popleft()
        kind = shape(app, address)
        if kind is None:
            found.faults.append(f"{before} → {address}: no such address")
            continue
        if seen[kind] >= (EACH_RECORD if kind[0] in RECORDS else 1):
            continue
        seen[kind] += 1
        answer = browser.get(address)
        if answer.status_code in (301, 302, 303):
            onward = [answer.headers["Location"]]
        elif answer.status_code != 200:
            found.faults.append(f"{before} → {address}: {answer.status_code}")
            continue
        elif answer.mimetype != "text/html":
            found.files.add(kind[0])
            continue
        else:
            found.pages.setdefault(kind[0], []).append(address)
            found.faults += [f"{address} shows “{words}”" for words in hidden if str(escape(words)) in answer.text]
            onward = links(address, answer.text)
        for link in onward:
            if link not in known:
                known.add(link)
                waiting.append((link, address))
    return found
