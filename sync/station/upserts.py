"""INSERT that knows what to do where the row is there already; both databases spell it the same way."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_or(session: Session, table: type[SQLModel]) -> Any:
    """The dialect's insert of this session's database, with on_conflict_do_update and _do_nothing."""
    made = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return made(table)
