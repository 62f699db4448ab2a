"""The tables of the read model. They live in memory and can always be built again."""

from __future__ import annotations

from sqlalchemy import Engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Field, SQLModel, create_engine, text


class EntryRow(SQLModel, table=True):
    """One entry. `body` is its canonical JSON, empty when its case was shredded."""

    __tablename__ = "entry"

    id: str = Field(primary_key=True)
    stream: str = Field(index=True)
    seq: int = Field(index=True)
    case_id: str = Field(index=True)
    kind: str
    own: bool
    written: str
    hash: str
    json_text: str
    receipt: str | None = None
    receipt_at: str | None = None
    refused: str | None = None
    refused_at: str | None = None


class DraftRow(SQLModel, table=True):
    """What has been typed and not yet kept as a fact."""

    __tablename__ = "draft"

    key: str = Field(primary_key=True)
    at: str
    value: str


class SettingRow(SQLModel, table=True):
    """The last contact, the calendar that the station sent, and what later versions keep here."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str


def settle(engine: Engine) -> None:
    """No temporary file, and nothing left of what was overwritten: a snapshot holds whole pages."""
    with engine.begin() as connection:
        connection.execute(text("PRAGMA temp_store=MEMORY"))
        connection.execute(text("PRAGMA secure_delete=ON"))


def memory_engine() -> Engine:
    """A new empty database in memory. Errors never show the values of a statement."""
    engine = create_engine(
        "sqlite://",
        connect_args={"check_same_thread": False},
        poolclass=StaticPool,
        hide_parameters=True,
    )
    settle(engine)
    SQLModel.metadata.create_all(
        engine, tables=[SQLModel.metadata.tables[name] for name in ("entry", "draft", "setting")]
    )
    return engine
