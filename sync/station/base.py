"""The station's database: an SQLite file beside its keys, or the PostgreSQL that --database names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, event
from sqlmodel import Session, create_engine

from sync.station.tables import Kind

MIGRATIONS = Path(__file__).parent / "migrations"


class WrongKind(Exception):
    """This database belongs to a station of the other kind."""


def open_base(data: Path, address: str | None, *, training: bool) -> Engine:
    """The database, brought to this version. WrongKind when it was born the other kind."""
    engine = create_engine(address or f"sqlite:///{data / 'station.db'}", hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
        event.listen(engine, "begin", _begin)
    _migrate(engine)
    with Session(engine) as session:
        kind = session.get(Kind, 1)
        if kind is None:
            session.add(Kind(id=1, training=training))
            session.commit()
        elif kind.training is not training:
            raise WrongKind
    return engine


def _durable(connection: Any, _: Any) -> None:
    """Answer only what is on the disk. Transactions begin where we say, not where the driver guesses."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=15000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
