"""A station's ear: a TLS server that counts what it was told, and answers with what it is given."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable

from tests.sync.authority import HOST

WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
Reply = Callable[[ssl.SSLSocket], None]


def say(answer: bytes) -> Reply:
    return lambda line: line.sendall(answer)


class Listener:
    """Listens on a free port until the test ends. `told` is every byte of every request."""

    def __init__(self, how: ssl.SSLContext | None, reply: Reply | None = None) -> None:
        self._how, self._reply = how, reply or say(WHOLE)
        self.told = b""
        self.connections = 0
        self._server = socket.create_server((HOST, 0))
        self.port: int = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Listener:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            with contextlib.suppress(OSError), plain:
                self._listen(plain)

    def _listen(self, plain: socket.socket) -> None:
        if self._how is None:
            while heard := plain.recv(65536):
                self.told += heard
                plain.sendall(WHOLE)
            return
        with self._how.wrap_socket(plain, server_side=True) as line:
            while heard := line.recv(65536):
                self.told += heard
                self._reply(line)
