"""The folder of a web server behind SFTP: one host key is believed, a file is written aside and then renamed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeVar
from urllib.parse import unquote, urlsplit

import asyncssh

from app.register.situs.saluran import GagalSementara, GagalTetap, Situs

TUNGGU = 60.0
T = TypeVar("T")


class Jauh:
    """What a folder connector needs of a file system, done over one connection for each act."""

    def __init__(self, situs: Situs) -> None:
        self.situs, address = situs, urlsplit(situs.folder)
        self.host, self.port, self.akar = address.hostname or "", address.port or 22, unquote(address.path).rstrip("/")

    def tulis(self, folder: str, files: dict[str, bytes], buang: str) -> None:
        """Write these files into a sub-folder, then drop its other files whose name begins with `buang`."""

        async def act(sftp: asyncssh.SFTPClient) -> None:
            place = f"{self.akar}/{folder}"
            if not await sftp.isdir(place):
                await sftp.mkdir(place)
            for name, content in files.items():
                async with sftp.open(f"{place}/.{name}.baru", "wb") as draft:
                    await draft.write(content)
                await sftp.chmod(f"{place}/.{name}.baru", 0o644)
                await sftp.posix_rename(f"{place}/.{name}.baru", f"{place}/{name}")
            for old in await sftp.listdir(place):
                if str(old).startswith(buang) and old not in files:
                    await sftp.remove(f"{place}/{old}")

        self._kerjakan(act)

    def buang(self, folder: str) -> None:
        """Remove a sub-folder; what is gone already is no fault."""

        async def act(sftp: asyncssh.SFTPClient) -> None:
            if await sftp.isdir(f"{self.akar}/{folder}"):
                await sftp.rmtree(f"{self.akar}/{folder}")

        self._kerjakan(act)

    def _kerjakan(self, act: Callable[[asyncssh.SFTPClient], Awaitable[T]]) -> T:
        async def whole() -> T:
            async with asyncio.timeout(TUNGGU), self._sambungan() as connection, connection.start_sftp_client() as sftp:
                if not await sftp.isdir(self.akar):
                    raise GagalSementara("Folder situs tidak ada di server SFTP.")
                return await act(sftp)

        try:
            return asyncio.run(whole())
        except asyncssh.HostKeyNotVerifiable:
            raise GagalTetap(
                "Kunci server SFTP berbeda dari yang tercatat. Jangan kirim apa pun; tanyakan kepada pengelola server."
            ) from None
        except (asyncssh.PermissionDenied, asyncssh.SFTPPermissionDenied, asyncssh.KeyImportError):
            raise GagalTetap(
                "Server SFTP menolak pengguna, sandi, atau kuncinya. Perbaiki file situs, lalu kirim lagi."
            ) from None
        except (OSError, asyncssh.Error):
            raise GagalSementara("Server SFTP tidak menjawab atau menolak menulis.") from None

    def _sambungan(self) -> AbstractAsyncContextManager[asyncssh.SSHClientConnection]:
        """One connection: nothing is read from the account under which we run, and no other host key is believed."""
        site, pinned = self.situs, asyncssh.import_public_key(self.situs.kunci_host)
        keys = [asyncssh.import_private_key(site.kunci)] if site.kunci else []
        return asyncssh.connect(
            self.host,
            self.port,
            username=site.pengguna,
            password=site.sandi or None,
            client_keys=keys or None,
            known_hosts=([pinned], [], []),
            agent_path=None,
            config=None,
            login_timeout=20,
        )
