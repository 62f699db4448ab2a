"""One HTTP/1.1 connection under pinned TLS, opened when needed. Outcomes are values."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from app.ports import Reach
from sync.pinning import NotACertificate, Trust, certificate, chain, context, pinned_root, unverified, wrap
from sync.protocol.limits import MAX_BODY
from sync.wire import Asked, Heard

_PIECE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: to reach the station, between two signs of life, and for one question altogether."""

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 60.0


class TlsLine:
    """Implements sync.wire.Line. `trust` None: a line that nobody verified, for reading the CA alone."""

    def __init__(self, host: str, port: int, trust: Trust | None, patience: Patience | None = None) -> None:
        self._host, self._port, self._trust = host, port, trust
        self._patience = patience or Patience()
        self._socket: socket.socket | None = None
        self._http: http.client.HTTPConnection | None = None
        self._late = self._cut = False

    def ask(self, asked: Asked) -> Heard | Reach:
        """Send one question and read its answer whole. NO_ROUTE, WRONG_CERTIFICATE, BROKEN, TOO_BIG."""
        if self._cut:
            return Reach.NO_ROUTE
        with self._watched():
            failed = None if self._is_open() else self._open()
            heard = failed or self._exchange(asked)
        if isinstance(heard, Reach):
            self.close()
        return heard

    def close(self) -> None:
        if self._http:
            self._http.close()
        if self._socket:
            self._socket.close()
        self._http = self._socket = None

    def cut(self) -> None:
        self._cut = True
        self._shut()

    # Opening

    def _is_open(self) -> bool:
        return self._http is not None and self._http.sock is not None

    def _open(self) -> Reach | None:
        self.close()
        try:
            if self._trust is None:
                return self._connect(unverified())
            failed = self._connect(context(certificate(self._trust.ca)))
            if failed is Reach.WRONG_CERTIFICATE:
                failed = self._open_by_pin(self._trust)
        except (NotACertificate, ssl.SSLError, ValueError):
            return Reach.WRONG_CERTIFICATE
        return failed

    def _open_by_pin(self, trust: Trust) -> Reach | None:
        """The CA was renewed or replaced: the peer must show one for a key that is pinned."""
        if self._connect(unverified()):
            return Reach.WRONG_CERTIFICATE
        line = self._socket
        root = pinned_root(chain(line), trust) if isinstance(line, ssl.SSLSocket) else None
        self.close()
        return self._connect(context(root)) if root else Reach.WRONG_CERTIFICATE

    def _connect(self, how: ssl.SSLContext) -> Reach | None:
        try:
            plain = socket.create_connection((self._host, self._port), self._patience.connect)
        except (OSError, UnicodeError):
            return Reach.NO_ROUTE
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        plain.settimeout(self._patience.silence)
        line = self._socket = wrap(plain, how, self._host)
        failed = Reach.BROKEN if self._late or self._cut else _shake_hands(line)
        if failed:
            self.close()
            return failed
        self._http = http.client.HTTPConnection(self._host, self._port)
        self._http.auto_open = 0  # danger: the library would open again without TLS
        self._http.sock = line
        return None

    # Asking

    def _exchange(self, asked: Asked) -> Heard | Reach:
        connection = self._http
        if connection is None:
            return Reach.BROKEN
        try:
            _send(connection, asked)
            return _read(connection.getresponse())
        except (OSError, http.client.HTTPException, ValueError):
            return Reach.BROKEN

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """A peer that sends one byte now and then does not hold us longer than the whole."""
        self._late = False
        watch = threading.Timer(self._patience.whole, self._too_late)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _too_late(self) -> None:
        self._late = True
        self._shut()

    def _shut(self) -> None:
        line = self._socket
        if line is not None:
            # Danger: ssl's own shutdown first drops to plain text, which another thread could send.
            with suppress(OSError):
                socket.socket.shutdown(line, socket.SHUT_RDWR)


def _shake_hands(line: ssl.SSLSocket) -> Reach | None:
    try:
        line.do_handshake()
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError):
        return Reach.BROKEN
    except ssl.SSLError:
        return Reach.WRONG_CERTIFICATE
    except OSError:
        return Reach.BROKEN
    return None


def _send(connection: http.client.HTTPConnection, asked: Asked) -> None:
    connection.putrequest(asked.method, asked.target, skip_accept_encoding=True)
    for name, value in asked.headers.items():
        connection.putheader(name, value)
    if asked.method != "GET":
        connection.putheader("Content-Length", str(len(asked.body)))
    connection.endheaders()
    for start in range(0, len(asked.body), _PIECE):
        connection.send(asked.body[start : start + _PIECE])


def _read(answer: http.client.HTTPResponse) -> Heard | Reach:
    """All of the body and no more than the limit. A body that ends early is a broken line."""
    if answer.length is None and not answer.chunked:
        return Reach.BROKEN
    body = answer.read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        return Reach.TOO_BIG
    if answer.length:
        return Reach.BROKEN
    answer.close()
    packed = answer.headers.get("Content-Encoding", "").strip().lower() == "gzip"
    return Heard(answer.status, body, packed)
