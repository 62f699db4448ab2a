"""The first tables, written out: what a later version changes is a migration of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(name: str, *, key: bool = False, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=key, nullable=empty)


def _number(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), primary_key=key, nullable=False, autoincrement=False)


def _truth(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def upgrade() -> None:
    _people()
    _ledger()
    _console()


def _people() -> None:
    kind = sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False, nullable=False)
    op.create_table("station_kind", kind, _truth("training"))
    op.create_table(
        "officer", _text("number", key=True), *map(_text, ("name", "rank", "force", "area", "team"))
    )
    op.create_table(
        "enrolment_code", _text("secret_hash", key=True), _text("officer"), _text("ends"), _truth("used")
    )
    keys = ("stream_key", "transport_key", "lease_secret")
    op.create_table(
        "stream", _text("id", key=True), *map(_text, ("officer", "force", "area", *keys, "enrolled_at")),
        _text("last_contact", empty=True), _truth("revoked"), _number("taken"), _text("head"),
    )  # fmt: skip
    op.create_index("ix_stream_officer", "stream", ["officer"])
    op.create_table("nonce", _text("nonce", key=True), _text("at"))
    op.create_index("ix_nonce_at", "nonce", ["at"])


def _ledger() -> None:
    op.create_table("area_counter", _text("force", key=True), _text("area", key=True), _number("last"))
    op.create_table(
        "ledger", _text("id", key=True), _text("stream"), _number("seq"), _text("force"), _text("area"),
        _number("area_seq"), *map(_text, ("case_id", "kind", "hash", "received_at", "json_text")),
        sa.UniqueConstraint("stream", "seq"), sa.UniqueConstraint("force", "area", "area_seq"),
    )  # fmt: skip
    op.create_index("ix_ledger_case_id", "ledger", ["case_id"])
    op.create_table("damaged", _text("stream", key=True), _number("seq", key=True), _text("told_at"))


def _console() -> None:
    op.create_table(
        "account", _text("user_name", key=True), *map(_text, ("role", "force", "area", "password")),
        _truth("training"),
    )  # fmt: skip
    op.create_table(
        "session", _text("token_hash", key=True), *map(_text, ("user_name", "csrf", "began_at", "seen_at"))
    )
    number = sa.Column("id", sa.Integer(), primary_key=True, nullable=False)
    op.create_table("attempt", number, _text("who"), _text("at"))
    op.create_index("ix_attempt_who", "attempt", ["who"])


def downgrade() -> None:
    for name in (
        "attempt", "session", "account", "damaged", "ledger", "area_counter", "nonce", "stream",
        "enrolment_code", "officer", "station_kind",
    ):  # fmt: skip
        op.drop_table(name)
