"""The station's database: an SQLite file beside its keys, or the PostgreSQL that --database names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, event
from sqlmodel import create_engine, insert, select

from sync.station.tables import Kind

MIGRATIONS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = 0x646F6F72
"""The advisory lock under which one process of several brings a PostgreSQL to this version."""


class WrongKind(Exception):
    """This database or these keys belong to a station of the other kind."""


def open_base(data: Path, address: str | None, *, training: bool) -> Engine:
    """The database, brought to this version. WrongKind, and nothing changed, when it was born the other."""
    engine = create_engine(address or f"sqlite:///{data / 'station.db'}", hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
        event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})")
            _migrate(connection)
            _is_of(connection, training=training)
    except BaseException:
        engine.dispose()
        raise
    return engine


def for_reading(engine: Engine) -> Engine:
    """The same database for pages that only read: they never stand in the way of a push."""
    return engine.execution_options(reads=True)


def _durable(connection: Any, _: Any) -> None:
    """Answer only what is on the disk. Transactions begin where we say, not where the driver guesses."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=15000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _migrate(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _is_of(connection: Connection, *, training: bool) -> None:
    born = connection.execute(select(Kind.training).where(Kind.id == 1)).scalar()
    if born is None:
        connection.execute(insert(Kind).values(id=1, training=training))
    elif bool(born) is not training:
        raise WrongKind
