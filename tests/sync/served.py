"""A desk behind TLS on a free port, and a proxy whose connections die after so many bytes."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from app.ports import Reach
from sync.wire import Asked, Line
from tests.sync.authority import HOST


class Served:
    """Answers over TLS what `desk` answers. A request that ends early never reaches the desk."""

    def __init__(self, desk: Line, how: ssl.SSLContext) -> None:
        one_at_a_time = threading.Lock()

        class Ear(BaseHTTPRequestHandler):
            protocol_version, wbufsize = "HTTP/1.1", -1

            def setup(self) -> None:
                self.request = how.wrap_socket(self.request, server_side=True)
                super().setup()

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                if len(body) < int(self.headers.get("Content-Length", "0")):
                    self.close_connection = True
                    return
                with one_at_a_time:
                    heard = desk.ask(Asked(self.command, self.path, dict(self.headers), body))
                assert not isinstance(heard, Reach)
                self.send_response(heard.status)
                if heard.packed:
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(heard.body)))
                self.end_headers()
                self.wfile.write(heard.body)
                self.wfile.flush()

            do_GET = do_POST = answer  # noqa: N815

            def log_message(self, *_: object) -> None:
                """Quiet."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """A broken line is what these tests are about."""

        self._server = Server((HOST, 0), Ear)
        self.port: int = self._server.server_address[1]

    def __enter__(self) -> Served:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class Cutting:
    """Passes bytes on to `port` until a connection has carried as many as `life()` gave it."""

    def __init__(self, port: int, life: Callable[[], int]) -> None:
        self._to, self._life = port, life
        self.cuts = 0
        self._server = socket.create_server((HOST, 0))
        self.port: int = self._server.getsockname()[1]

    def __enter__(self) -> Cutting:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._server.accept()
                far = socket.create_connection((HOST, self._to))
                left = [self._life()]
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(*ends, left), daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket, left: list[int]) -> None:
        with contextlib.suppress(OSError):
            while heard := here.recv(4096):
                left[0] -= len(heard)
                if left[0] < 0:
                    there.sendall(heard[: left[0]])
                    self.cuts += 1
                    break
                there.sendall(heard)
        for end in (here, there):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
