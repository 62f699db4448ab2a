"""One database for each test, on SQLite and on PostgreSQL; one station in this process on top of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sync.station.scene import Scene
from sync.station.site import site
from tests.fakes.clock import FakeClock
from tests.station.postgres import Cluster, cluster
from tests.station.scene import open_scene

DATABASES = [
    pytest.param("sqlite", id="SQLite"),
    pytest.param("postgresql", id="PostgreSQL", marks=pytest.mark.postgres),
]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def address(request: pytest.FixtureRequest) -> str | None:
    """Of the database: none for the SQLite file in the data folder."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return None
    running: Cluster = request.getfixturevalue("postgres")
    return running.fresh()


@pytest.fixture
def scene(tmp_path: Path, address: str | None, clock: FakeClock) -> Iterator[Scene]:
    opened = open_scene(tmp_path, address, clock)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def browser(scene: Scene) -> Iterator[TestClient]:
    """A browser without script at the console, over TLS."""
    with TestClient(
        site(scene), "https://127.0.0.1:8443", raise_server_exceptions=False, follow_redirects=False
    ) as client:
        yield client
