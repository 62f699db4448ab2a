"""The real station, asked as a handset asks: a line that ends in this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlmodel import Session, select
from starlette.testclient import TestClient

from app.court_calendar import read_calendar
from app.ports import Reach
from sync.station.people import new_stream
from sync.station.scene import Scene
from sync.station.site import site
from sync.station.stamps import stamp
from sync.station.tables import CalendarRow, EntryRow, StreamRow
from sync.wire import Asked, Heard
from tests.station.scene import AREA, FORCE, add, officer


class StationDesk:
    """Implements sync.wire.Line and what tests.sync.handset.Handset needs of its desk."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.key = scene, scene.keys.station_key
        self.asked: list[Asked] = []
        self._client = TestClient(site(scene), "https://127.0.0.1:8443", raise_server_exceptions=False)

    def enrol(
        self, stream: str, public: str, transport: str = "", number: str = "4471", area: str = AREA,
        force: str = FORCE,
    ) -> None:  # fmt: skip
        """As an enrolment would, under a name that the test chooses."""
        who = officer(number, force, area)
        with Session(self.scene.engine) as session:
            if session.get(StreamRow, stream) is None:
                made = new_stream(session, who, (public, transport or public), self.scene.clock.now())
                made.id = stream
                session.commit()
        add(self.scene, officer(number, force, area))

    def ask(self, asked: Asked) -> Heard | Reach:
        """`packed` is for the handset to find out, so what httpx unpacks is taken as it came."""
        self.asked.append(asked)
        request = self._client.build_request(
            asked.method, asked.target, headers=asked.headers, content=asked.body
        )
        answer = self._client.send(request, stream=True)
        body = b"".join(answer.iter_raw())
        return Heard(answer.status_code, body, answer.headers.get("content-encoding") == "gzip")

    def close(self) -> None:
        """There is no connection."""

    def cut(self) -> None:
        """There is nothing to wait for."""

    def change(self, stream: str, change: Callable[[StreamRow], Any]) -> None:
        """Straight in the database: what no page can do yet, such as taking a handset out of use."""
        with Session(self.scene.engine) as session:
            row = session.get(StreamRow, stream)
            assert row is not None
            change(row)
            session.add(row)
            session.commit()

    def give_calendar(self, toml: str) -> None:
        """As the command does with a file that it takes."""
        with Session(self.scene.engine) as session:
            version = read_calendar(toml).version
            session.add(CalendarRow(version=version, toml=toml, added_at=stamp(self.scene.clock.now())))
            session.commit()

    def revoke(self, stream: str) -> None:
        self.change(stream, lambda row: setattr(row, "revoked", True))

    def held(self, stream: str) -> list[EntryRow]:
        """What the ledger has of the stream, by number."""
        with Session(self.scene.engine) as session:
            return list(
                session.exec(select(EntryRow).where(EntryRow.stream == stream).order_by(EntryRow.seq))  # type: ignore[arg-type]
            )

    def ledger(self) -> list[tuple[str, str, int]]:
        """Force, area and number of every entry, in their order."""
        with Session(self.scene.engine) as session:
            rows = session.exec(select(EntryRow.force, EntryRow.area, EntryRow.area_seq)).all()
        return sorted((force, area, number) for force, area, number in rows)
