"""An SFTP server on loopback for tests: one user with a password and a key, a host key that can be pinned."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncssh

PENGGUNA, SANDI = "unggah", "sandi sftp untuk pengujian"


@dataclass
class Sftp:
    """Where it listens and what it believes. `kunci`: the private key of its user."""

    port: int
    kunci_host: str
    kunci: str


def pasangan() -> tuple[asyncssh.SSHKey, str]:
    """(key, its public half in one line)."""
    key = asyncssh.generate_private_key("ssh-ed25519")
    return key, key.export_public_key().decode().strip()


@contextlib.contextmanager
def sftp(folder: Path) -> Iterator[Sftp]:
    """A server whose root is this folder."""
    (host, host_public), (user, user_public) = pasangan(), pasangan()
    loop, started = asyncio.new_event_loop(), threading.Event()
    ports: list[int] = []

    class Penjaga(asyncssh.SSHServer):
        def password_auth_supported(self) -> bool:
            return True

        def validate_password(self, username: str, password: str) -> bool:
            return (username, password) == (PENGGUNA, SANDI)

    def rooted(channel: asyncssh.SSHServerChannel) -> asyncssh.SFTPServer:
        return asyncssh.SFTPServer(channel, chroot=str(folder).encode())

    async def serve() -> None:
        async with await asyncssh.create_server(
            Penjaga,
            "127.0.0.1",
            0,
            server_host_keys=[host],
            authorized_client_keys=asyncssh.import_authorized_keys(user_public),
            sftp_factory=rooted,
        ) as server:
            ports.append(server.get_port())
            started.set()
            await stopped.wait()

    stopped = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    started.wait(10)
    try:
        yield Sftp(ports[0], host_public, user.export_private_key().decode())
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join()
        loop.close()
