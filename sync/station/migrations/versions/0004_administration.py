"""Revocations with their reason, the log of what administrators did, what a handset was given, and sign-in
by the force's identity provider."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=key, nullable=False)


def upgrade() -> None:
    op.create_table(
        "revocation", _text("stream", key=True), *map(_text, ("force", "by", "at", "reason", "words"))
    )
    number = sa.Column("id", sa.Integer(), primary_key=True, nullable=False)
    op.create_table(
        "administration", number, *map(_text, ("at", "force", "by", "what", "about", "was", "now"))
    )
    op.create_index("ix_administration_force", "administration", ["force"])
    op.create_table("sign_in_begun", _text("state_hash", key=True), *map(_text, ("nonce", "verifier", "at")))
    # Empty for handsets of before: nobody counted what they were given.
    op.add_column("stream", sa.Column("pulled", sa.BigInteger(), nullable=True))
    for name in ("issuer", "subject"):
        op.add_column("account", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name in ("off", "temporary"):
        op.add_column("account", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    for name in ("temporary", "off", "subject", "issuer"):
        op.drop_column("account", name)
    op.drop_column("stream", "pulled")
    for name in ("sign_in_begun", "administration", "revocation"):
        op.drop_table(name)
