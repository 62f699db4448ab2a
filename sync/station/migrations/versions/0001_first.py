"""The first tables."""

from alembic import op
from sqlalchemy import Table
from sqlmodel import SQLModel

from sync.station.tables import TABLES

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in _tables():
        table.create(op.get_bind())


def downgrade() -> None:
    for table in reversed(_tables()):
        table.drop(op.get_bind())


def _tables() -> list[Table]:
    return [SQLModel.metadata.tables[str(table.__tablename__)] for table in TABLES]
