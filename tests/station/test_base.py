"""The database: brought up by its migrations on both kinds, of one kind from birth, there after a cut."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, create_engine, inspect, text
from sqlmodel import Session, SQLModel, select

from sync.station import tables
from sync.station.base import MIGRATIONS, WrongKind, for_reading, open_base
from sync.station.tables import Kind
from tests.station.conftest import BOTH

pytestmark = BOTH


def models() -> MetaData:
    """The station's own tables, whatever else this process has imported."""
    found = MetaData()
    for each in vars(tables).values():
        if isinstance(each, type) and issubclass(each, SQLModel) and each.__module__ == tables.__name__:
            SQLModel.metadata.tables[str(each.__tablename__)].to_metadata(found)
    return found


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found: list[object] = compare_metadata(context, models())
        return [each for each in found if "alembic_version" not in str(each)]


def test_migrations_come_to_what_the_models_say(tmp_path, address):
    assert len(models().tables) == 16
    assert differences(open_base(tmp_path, address, training=True)) == []


def test_column_that_no_migration_makes_is_seen(tmp_path, address):
    engine = open_base(tmp_path, address, training=True)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE officer DROP COLUMN team"))
    assert differences(engine) != []


def test_migrations_are_one_line_without_forks(address):
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_second_start_finds_everything_as_it_was(tmp_path, address):
    for _ in range(2):
        engine = open_base(tmp_path, address, training=True)
        with Session(engine) as session:
            assert [row.training for row in session.exec(select(Kind)).all()] == [True]


@pytest.mark.parametrize("born", [True, False])
def test_station_of_the_other_kind_is_refused_and_changes_nothing(born, tmp_path, address):
    open_base(tmp_path, address, training=born).dispose()
    before = _everything(tmp_path, address)
    with pytest.raises(WrongKind):
        open_base(tmp_path, address, training=not born)
    assert _everything(tmp_path, address) == before


def _everything(folder, address) -> list[object]:
    engine = create_engine(address or f"sqlite:///{folder / 'station.db'}")
    with engine.connect() as connection:
        tables_ = inspect(connection).get_table_names()
        rows: list[object] = [
            (name, connection.execute(text(f"SELECT * FROM {name}")).all()) for name in sorted(tables_)
        ]
    engine.dispose()
    return rows


def test_several_processes_start_at_the_same_moment_on_an_empty_database(tmp_path, address):
    with ThreadPoolExecutor(4) as crew:
        engines = list(crew.map(lambda _: open_base(tmp_path, address, training=True), range(4)))
    with Session(engines[0]) as session:
        assert len(session.exec(select(Kind)).all()) == 1


def test_page_that_reads_does_not_hold_up_a_push(tmp_path, address):
    engine = open_base(tmp_path, address, training=True)
    with Session(for_reading(engine)) as reading, Session(engine) as writing:
        assert reading.exec(select(Kind)).one().training
        writing.add(tables.NonceRow(nonce="n" * 16, at="2026-11-23T21:52:00+00:00"))
        writing.commit()
        assert reading.exec(select(Kind)).one().training


def test_sqlite_answers_only_what_is_on_the_disk(tmp_path, address):
    engine = open_base(tmp_path, address, training=True)
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"
        return
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
