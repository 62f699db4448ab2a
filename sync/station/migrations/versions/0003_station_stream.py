"""The station's own stream for each force; accounts know whose they are and of which rank."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "station_stream",
        sa.Column("force", sa.String(), primary_key=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("taken", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
    )
    for name in ("number", "rank"):
        op.add_column("account", sa.Column(name, sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    for name in ("rank", "number"):
        op.drop_column("account", name)
    op.drop_table("station_stream")
