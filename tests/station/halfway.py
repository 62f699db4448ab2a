"""A station process that stops in the middle: everything of a push is done but the commit.

`python -m tests.station.halfway DATA [DATABASE]` reads the push on standard input, says "taken" and waits
to be killed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sqlmodel import Session

from sync.protocol.messages import PushAnswer
from sync.station.incoming import Push, read_push
from sync.station.ledger import take
from sync.station.tables import StreamRow
from tests.fakes.clock import FakeClock
from tests.station.scene import open_scene


def main(data: str, address: str | None = None) -> None:
    scene = open_scene(Path(data), address, FakeClock())
    body = json.loads(sys.stdin.readline())
    with Session(scene.engine) as session:
        stream = session.get(StreamRow, body["stream"])
        assert stream is not None
        push = read_push(body, stream.id, stream.officer)
        assert isinstance(push, Push)
        assert isinstance(take(session, stream, push, scene.keys, scene.clock.now()), PushAnswer)
        session.flush()
        print("taken", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
