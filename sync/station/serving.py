"""Serve: the API and console over TLS, and in TRAINING the console on plain loopback as well."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from typing import Any

import uvicorn

from sync.station.scene import Scene
from sync.station.site import site

_QUIET: dict[str, Any] = {
    "log_level": "warning",
    "access_log": False,
    "lifespan": "off",
    "server_header": False,
    "timeout_graceful_shutdown": 3,
}


def serve(scene: Scene, asked: argparse.Namespace) -> int:
    """Until SIGINT or SIGTERM. 0 when it was stopped, 1 when a port is taken."""
    application = site(scene)
    servers = [
        uvicorn.Server(
            uvicorn.Config(
                application,
                host=asked.host,
                port=asked.port,
                ssl_certfile=str(scene.keys.server_certificate),
                ssl_keyfile=str(scene.keys.server_key),
                **_QUIET,
            )
        )
    ]
    if scene.training:
        servers.append(
            uvicorn.Server(uvicorn.Config(application, host="127.0.0.1", port=asked.console_port, **_QUIET))
        )
    return asyncio.run(_all(servers))


async def _all(servers: list[uvicorn.Server]) -> int:
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, _stop, servers)
    running = []
    for server in servers:
        server.capture_signals = _no_capture  # type: ignore[method-assign, assignment]
        running.append(asyncio.create_task(server.serve()))
    try:
        await asyncio.gather(*running)
    except SystemExit:
        print("The port is taken. Stop what uses it, or name another --port.", file=sys.stderr)
        return 1
    return 0


def _stop(servers: list[uvicorn.Server]) -> None:
    for server in servers:
        server.should_exit = True


class _no_capture:  # noqa: N801
    """Signals are ours: one stop for both servers."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...
