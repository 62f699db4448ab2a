"""One database for each test, on SQLite and on PostgreSQL; one station in this process on top of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.station.scene import Scene
from tests.fakes.clock import FakeClock
from tests.station.postgres import Cluster, cluster
from tests.station.scene import open_scene

DATABASES = [
    pytest.param("sqlite", id="SQLite"),
    pytest.param("postgresql", id="PostgreSQL", marks=pytest.mark.postgres),
]
BOTH = pytest.mark.parametrize("address", DATABASES, indirect=True)
"""For what depends on the database; a test without it runs on SQLite alone."""


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


@pytest.fixture(scope="session")
def born(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a station just after its first start, to be copied."""
    folder = tmp_path_factory.mktemp("born")
    open_scene(folder, None, FakeClock()).engine.dispose()
    return folder


@pytest.fixture
def scene(tmp_path: Path, born: Path, address: str | None, clock: FakeClock) -> Iterator[Scene]:
    shutil.copytree(born, tmp_path, dirs_exist_ok=True)
    opened = open_scene(tmp_path, address, clock)
    yield opened
    opened.engine.dispose()
