"""A real mail server on loopback for the tests: it keeps what it takes, and refuses whom it is told to refuse."""

import asyncio
import email
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from sqlalchemy import insert, select, update

from app import models as m
from app.jobs.work import kerjakan
from app.models.base import sekarang
from tests.cases import Office

K, N, P = m.PesanKeluar, m.Notifikasi, m.Pekerjaan


@dataclass
class Kotak:
    """`tolak`: address → what the server says to it; `surat`: (address, mail) in the order of their coming;

    `gantung`: after so many mails it takes one more and never answers (0: it always answers).
    """

    port: int = 0
    tolak: dict[str, str] = field(default_factory=dict)
    surat: list[tuple[str, EmailMessage]] = field(default_factory=list)
    gantung: int = 0

    async def handle_RCPT(self, _s: Any, _c: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address in self.tolak:
            return self.tolak[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's names
        mail: Any = email.message_from_bytes(envelope.content, policy=default)
        self.surat += [(address, mail) for address in envelope.rcpt_tos]
        if self.gantung and len(self.surat) > self.gantung:
            await asyncio.sleep(60)
        return "250 OK"

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}/?dari=sidik@contoh.test"

    @property
    def penerima(self) -> list[str]:
        return sorted(address for address, _ in self.surat)


class Pintu(Controller):
    """A controller on a port that the machine chose; aiosmtpd itself wants to know it before."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def kantor_pos() -> Iterator[Kotak]:
    """The server, for as long as the block lasts."""
    box = Kotak()
    controller = Pintu(box, hostname="127.0.0.1", port=0)
    controller.start()
    box.port = controller.port
    try:
        yield box
    finally:
        controller.stop()


def kata(mail: EmailMessage) -> str:
    """Every word of a mail as a reader sees it: all headers, all parts, decoded."""
    parts = [str(part.get_content()) for part in mail.walk() if not part.is_multipart()]
    return "\n".join([*(f"{name}: {value}" for name, value in mail.items()), *parts])


def want(office: Office, cara: str, *names: str) -> None:
    """These people (or all) want mail and have confirmed their address."""
    users = office.session.scalars(select(m.Pengguna)).unique().all()
    rows = [
        {"pengguna_id": user.id, "cara": cara, "alamat": user.email}
        for user in users
        if not names or user.username in names
    ]
    office.session.execute(insert(m.PilihanNotifikasi), rows)
    office.session.commit()


def work(office: Office, kind: str = "kirim_pesan") -> list[bool]:
    """Do all the work of one kind that waits, at once."""
    office.session.rollback()
    office.session.execute(update(P).where(P.status == "menunggu").values(coba_lagi_pada=sekarang()))
    office.session.commit()
    ids = office.session.scalars(select(P.id).where(P.jenis == kind, P.status == "menunggu").order_by(P.id)).all()
    return [kerjakan(ident) for ident in ids]


def states(office: Office) -> Counter[str]:
    office.session.rollback()
    return Counter(office.session.scalars(select(K.status)))


def alamat(*names: str) -> list[str]:
    return sorted(f"{name}@contoh.test" for name in names)
