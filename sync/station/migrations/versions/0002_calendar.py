"""The newer calendars of disregarded days that a force sent to its handsets, each as the text that came."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar",
        sa.Column("version", sa.String(), primary_key=True, nullable=False),
        sa.Column("toml", sa.String(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("calendar")
