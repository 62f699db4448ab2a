"""Ports on this machine only. Nothing here ever listens to the outside."""

from __future__ import annotations

import errno
import socket

from tools.words import Refused

HERE = "127.0.0.1"
FURTHEST = 100


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As the servers do: a port whose last conversation has just ended is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HERE, port))
        except OSError as problem:
            if problem.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            return False
    return True


def free_from(first: int, taken: set[int]) -> int:
    """The first free port from `first` on. It is added to `taken`, so nobody is given it twice."""
    for port in range(first, min(first + FURTHEST, 65_536)):
        if port not in taken and is_free(port):
            taken.add(port)
            return port
    raise Refused(f"no port from {first} to {first + FURTHEST} is free.")


def answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HERE, port)) == 0
