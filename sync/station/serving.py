"""Serve: API and console over TLS, and in TRAINING the console alone on plain loopback as well."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
import ssl
from collections.abc import Iterator
from typing import Any

import uvicorn

from sync.station.holding import PortTaken, held
from sync.station.scene import Scene
from sync.station.site import console_alone, site

LOOPBACK = "127.0.0.1"
_QUIET: dict[str, Any] = {
    "log_level": "warning",
    "access_log": False,
    "lifespan": "off",
    "server_header": False,
    "timeout_graceful_shutdown": 3,
}


def serve(scene: Scene, asked: argparse.Namespace) -> int:
    """Until SIGINT or SIGTERM. Held and PortTaken before anything is answered."""
    with contextlib.ExitStack() as open_now:
        if asked.database is None:
            open_now.enter_context(held(asked.data))
        ears = [(_over_tls(scene), open_now.enter_context(_ear(asked.host, asked.port)))]
        if scene.training:
            plain = uvicorn.Server(uvicorn.Config(console_alone(scene), **_QUIET))
            ears.append((plain, open_now.enter_context(_ear(LOOPBACK, asked.console_port))))
        asyncio.run(_all(ears))
    return 0


@contextlib.contextmanager
def _ear(host: str, port: int) -> Iterator[socket.socket]:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, OverflowError):
        raise PortTaken(port) from None
    with listening:
        yield listening


def _over_tls(scene: Scene) -> uvicorn.Server:
    certificate, key = scene.keys.server_certificate, scene.keys.server_key
    config = uvicorn.Config(site(scene), ssl_certfile=certificate, ssl_keyfile=key, **_QUIET)
    config.load()
    assert config.ssl is not None
    config.ssl.minimum_version = ssl.TLSVersion.TLSv1_2
    return uvicorn.Server(config)


async def _all(ears: list[tuple[uvicorn.Server, socket.socket]]) -> None:
    loop = asyncio.get_running_loop()
    servers = [server for server, _ in ears]
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, _stop, servers)
    for server in servers:
        server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign, assignment]
    await asyncio.gather(*(server.serve(sockets=[ear]) for server, ear in ears))


def _stop(servers: list[uvicorn.Server]) -> None:
    """Signals are ours: one stop for both servers."""
    for server in servers:
        server.should_exit = True
