"""Hands mails to the office's server (SIDIK_MAIL_URL) and tells refused for good from try again. Plain SMTP, TLS where there is any."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from email.message import EmailMessage
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

TUNGGU = 30  # seconds for one answer of the server
LOKAL = ("127.0.0.1", "::1", "localhost")


class Ditolak(Exception):
    """The server refuses this mail, and always will."""


class Tertunda(Exception):
    """The server cannot take this mail now."""


class Terputus(Exception):
    """There is no server to talk to, or it does not let us in: no mail of this batch can go."""


class Server:
    """A connection that opens with the first mail and serves all of a batch."""

    def __init__(self, url: str, host: str) -> None:
        """`host`: our own name, and that in our address when the URL gives none (`?dari=sidik@contoh.go.id`)."""
        self.url, self.host = urlsplit(url), host
        user = unquote(self.url.username or "")
        self.dari = parse_qs(self.url.query).get("dari", [user if "@" in user else f"sidik@{host}"])[0]
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._tutup()

    def kirim(self, surat: EmailMessage, alamat: str) -> None:
        """Hand one mail over. Raises Ditolak, Tertunda or Terputus, each with an Indonesian sentence."""
        try:
            smtp = self._terhubung()
            smtp.send_message(surat, self.dari, [alamat])
        except smtplib.SMTPRecipientsRefused as fault:
            code = next(iter(fault.recipients.values()))[0]
            raise _penolakan(code) from None
        except smtplib.SMTPDataError as fault:
            raise _penolakan(fault.smtp_code) from None
        except smtplib.SMTPNotSupportedError:
            raise Ditolak("Server surel tidak mendukung huruf pada alamat ini.") from None
        except smtplib.SMTPAuthenticationError:
            self._tutup()
            raise Terputus("Server surel menolak nama pengguna atau sandi pada SIDIK_MAIL_URL.") from None
        except smtplib.SMTPSenderRefused as fault:
            self._tutup()
            raise Terputus(f"Server surel menolak alamat pengirim {self.dari} ({fault.smtp_code}).") from None
        except (OSError, smtplib.SMTPException):
            self._tutup()
            raise Terputus("Server surel tidak dapat dihubungi, atau memutus sambungan.") from None

    def _terhubung(self) -> smtplib.SMTP:
        if self._smtp is None:
            self._smtp = self._buka()
        return self._smtp

    def _buka(self) -> smtplib.SMTP:
        host, context = self.url.hostname or "", ssl.create_default_context()
        # Our own name is given: asked for it, smtplib waits for a name server that an office may not have.
        if self.url.scheme == "smtps":
            port = self.url.port or 465
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(host, port, self.host, timeout=TUNGGU, context=context)
        else:
            smtp = smtplib.SMTP(host, self.url.port or 25, self.host, timeout=TUNGGU)
        try:
            self._masuk(smtp, host, context)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _masuk(self, smtp: smtplib.SMTP, host: str, context: ssl.SSLContext) -> None:
        """Encrypt where the server can; a password never goes over an open line to another machine."""
        smtp.ehlo()
        secret = self.url.scheme == "smtps"
        if not secret and smtp.has_extn("starttls"):
            smtp.starttls(context=context)
            smtp.ehlo()
            secret = True
        if self.url.username:
            if not secret and host not in LOKAL:
                raise Terputus(
                    "Server surel tidak menyediakan TLS, jadi sandi tidak dikirim. Pakai smtps:// atau STARTTLS."
                )
            smtp.login(unquote(self.url.username), unquote(self.url.password or ""))

    def _tutup(self) -> None:
        if self._smtp is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self._smtp.quit()
            self._smtp.close()
            self._smtp = None


def _penolakan(code: int) -> Ditolak | Tertunda:
    if code >= 500:
        return Ditolak(f"Server surel menolak surel ini untuk seterusnya (kode {code}). Periksa alamat penerima.")
    return Tertunda(f"Server surel belum dapat menerima surel ini (kode {code}).")
