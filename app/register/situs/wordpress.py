"""WordPress by its REST interface and an application password. Looks the slug up first: WordPress silently makes slug-2."""

from __future__ import annotations

import json
from html import escape
from typing import Any
from urllib.parse import urlencode

from app.register.situs import jaring
from app.register.situs.saluran import GagalSementara, GagalTetap, Kiriman, Situs, Terkirim

SEMUA = "publish,future,draft,pending,private"


class WordPress:
    """One post with one file per decree. `?rest_route=` works with every setting of addresses."""

    def __init__(self, situs: Situs) -> None:
        self.situs = situs

    def kirim(self, kiriman: Kiriman) -> Terkirim:
        file = self._file(kiriman)
        fields = {"slug": kiriman.slug, "title": kiriman.judul, "status": "publish", "content": _isi(kiriman, file)}
        found = self._cari("posts", kiriman.slug)
        post = self._api("POST", f"posts/{found['id']}" if found else "posts", isi=fields)
        if post is None:
            raise GagalTetap("Situs ini tidak menyediakan antarmuka REST WordPress.")
        if not found and post["slug"] != kiriman.slug:
            post = self._kembar(post, kiriman)
        return Terkirim(str(post["link"]), f"post:{post['id']},media:{file['id']}")

    def ambil(self, url: str) -> bytes:
        return jaring.ambil(url)

    def tarik(self, slug: str) -> None:
        """The post, and every file whose slug begins with that of the decree, deleted for good."""
        post = self._cari("posts", slug)
        if post is not None:
            self._api("DELETE", f"posts/{post['id']}", force="true")
        for file in self._api("GET", "media", search=slug, per_page="100") or []:
            if str(file["slug"]).startswith(f"{slug}-"):
                self._api("DELETE", f"media/{file['id']}", force="true")

    def _file(self, kiriman: Kiriman) -> Any:
        """The file in the library: that which is there, or a new one. Its slug names its bytes."""
        found = self._cari("media", kiriman.file)
        if found is not None:
            return found
        headers = {
            "Content-Type": "application/pdf",
            "Content-Disposition": f'attachment; filename="{kiriman.file}.pdf"',
        }
        made = self._api("POST", "media", mentah=kiriman.isi, kepala=headers)
        if made is None:
            raise GagalTetap("Situs ini tidak menyediakan antarmuka REST WordPress.")
        return made

    def _kembar(self, post: Any, kiriman: Kiriman) -> Any:
        """Somebody else used the slug meanwhile: take ours away and keep theirs when it is of this decree."""
        self._api("DELETE", f"posts/{post['id']}", force="true")
        other = self._cari("posts", kiriman.slug)
        if other is None:
            raise GagalTetap(f"Alamat pendek {kiriman.slug} sudah dipakai halaman lain di situs ini.")
        return other

    def _cari(self, jenis: str, slug: str) -> Any:
        status = "inherit" if jenis == "media" else SEMUA
        found = self._api("GET", jenis, slug=slug, context="edit", status=status) or []
        return found[0] if found else None

    def _api(
        self,
        method: str,
        path: str,
        *,
        isi: dict[str, str] | None = None,
        mentah: bytes | None = None,
        kepala: dict[str, str] | None = None,
        **query: str,
    ) -> Any:
        url = f"{self.situs.alamat.rstrip('/')}/?{urlencode({'rest_route': f'/wp/v2/{path}', **query})}"
        body = json.dumps(isi).encode("utf-8") if isi is not None else mentah
        headers = {"Content-Type": "application/json"} if isi is not None else kepala
        otorisasi = jaring.nama_dan_sandi(self.situs.pengguna, self.situs.sandi)
        answer = jaring.minta(method, url, otorisasi=otorisasi, isi=body, kepala=headers)
        if answer is not None and not isinstance(answer, dict | list):
            raise GagalSementara("Situs menjawab dengan bentuk yang tidak dikenal.")
        return answer


def _isi(kiriman: Kiriman, file: Any) -> str:
    """The words of the post: public ones only, escaped."""
    link = escape(str(file["source_url"]), quote=True)
    state = f"<p><strong>{escape(kiriman.status)}</strong></p>" if kiriman.status else ""
    return (
        f"<p>{escape(kiriman.perihal)}</p>{state}"
        f"<p>Nomor {escape(kiriman.nomor)}, {escape(kiriman.tanggal)}. {escape(kiriman.perangkat_daerah)}.</p>"
        f'<p><a href="{link}">Unduh surat keputusan beserta Lampiran I (PDF)</a></p>'
        f'<p>SHA-256: {kiriman.sha256}. <a href="{escape(kiriman.verifikasi, quote=True)}">Periksa keaslian</a></p>'
    )
