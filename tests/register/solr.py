"""A stand-in for Solr that CKAN talks to in tests: it keeps what is added, finds by id and name, and lists all. Nothing of ranking."""

from __future__ import annotations

import contextlib
import http.server
import json
import re
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

NAMED = re.compile(r'(?:name|id):"([^"]+)"')


class _Solr(http.server.BaseHTTPRequestHandler):
    docs: dict[str, dict[str, Any]]

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        if path.path.endswith("/schema"):
            return self._answer(b'<schema name="ckan-2.12" version="1.6"></schema>', "text/xml")
        return self._search(parse_qs(path.query))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8")
        if "/update" not in self.path:
            return self._search(parse_qs(body))
        if body.lstrip().startswith("<"):
            self._change(ET.fromstring(body))  # noqa: S314  CKAN's own words on loopback
        return self._answer(b'{"responseHeader":{"status":0}}', "application/json")

    def _change(self, root: ET.Element) -> None:
        for doc in root.iter("doc"):
            found: dict[str, Any] = {}
            for field in doc.iter("field"):
                found[field.attrib["name"]] = field.text or ""
            self.docs[found["index_id"]] = found
        for query in root.iter("query"):
            names = set(NAMED.findall(query.text or ""))
            for key in [k for k, d in self.docs.items() if "*:*" in (query.text or "") or self._is(d, names)]:
                del self.docs[key]

    def _search(self, asked: dict[str, list[str]]) -> None:
        names = set(NAMED.findall(asked.get("q", ["*:*"])[0]))
        found = [doc for doc in self.docs.values() if not names or self._is(doc, names)]
        rows = int(asked.get("rows", ["10"])[0])
        counts = {"facet_queries": {}, "facet_fields": {}, "facet_ranges": {}}
        body = {"responseHeader": {"status": 0}, "facet_counts": counts}
        body["response"] = {"numFound": len(found), "start": 0, "docs": found[:rows]}
        self._answer(json.dumps(body).encode(), "application/json")

    @staticmethod
    def _is(doc: dict[str, Any], names: set[str]) -> bool:
        return bool({doc.get("id"), doc.get("name")} & names)

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """No noise."""


@contextlib.contextmanager
def solr() -> Iterator[str]:
    """The address of an empty index."""
    handler = type("Solr", (_Solr,), {"docs": {}})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/solr/ckan"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
