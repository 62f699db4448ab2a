"""What the station keeps. Entries are kept as the text that came; nothing is ever changed in them."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel, UniqueConstraint


class Kind(SQLModel, table=True):
    """One row: whether this station is TRAINING or live. It is so from birth."""

    __tablename__ = "station_kind"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    training: bool


class OfficerRow(SQLModel, table=True):
    __tablename__ = "officer"

    number: str = Field(primary_key=True)
    name: str
    rank: str
    force: str
    area: str
    team: str


class CodeRow(SQLModel, table=True):
    """A one-time enrolment code; only the hash of its secret."""

    __tablename__ = "enrolment_code"

    secret_hash: str = Field(primary_key=True)
    officer: str
    ends: str
    used: bool = False


class StreamRow(SQLModel, table=True):
    """One officer's enrolment on one handset. `pulled`: the highest number of its area that it was given;
    None where that was not counted yet."""

    __tablename__ = "stream"

    id: str = Field(primary_key=True)
    officer: str = Field(index=True)
    force: str
    area: str
    stream_key: str
    transport_key: str
    lease_secret: str
    enrolled_at: str
    last_contact: str | None = None
    revoked: bool = False
    taken: int = Field(default=0, sa_type=BigInteger)
    head: str
    pulled: int | None = Field(default=0, sa_type=BigInteger)


class StationStreamRow(SQLModel, table=True):
    """A force's own stream: what is written at its console. `taken` and `head` are its end."""

    __tablename__ = "station_stream"

    force: str = Field(primary_key=True)
    id: str
    taken: int = Field(default=0, sa_type=BigInteger)
    head: str


class AreaCounter(SQLModel, table=True):
    """The pull cursor: one number per force and area, taken inside the push."""

    __tablename__ = "area_counter"

    force: str = Field(primary_key=True)
    area: str = Field(primary_key=True)
    last: int = Field(default=0, sa_type=BigInteger)


class EntryRow(SQLModel, table=True):
    __tablename__ = "ledger"
    __table_args__ = (
        UniqueConstraint("stream", "seq"),
        UniqueConstraint("force", "area", "area_seq"),
    )

    id: str = Field(primary_key=True)
    stream: str
    seq: int = Field(sa_type=BigInteger)
    force: str
    area: str
    area_seq: int = Field(sa_type=BigInteger)
    case_id: str = Field(index=True)
    kind: str
    hash: str
    received_at: str
    json_text: str


class DamagedRow(SQLModel, table=True):
    """Numbers of a stream that its handset could not read any more."""

    __tablename__ = "damaged"

    stream: str = Field(primary_key=True)
    seq: int = Field(primary_key=True, sa_type=BigInteger)
    told_at: str


class NonceRow(SQLModel, table=True):
    __tablename__ = "nonce"

    nonce: str = Field(primary_key=True)
    at: str = Field(index=True)


class AccountRow(SQLModel, table=True):
    """A console account. Roles: officer, supervisor, authorising officer, oversight, administrator.
    `number` and `rank` are of the officer whose account it is; without a number it writes nothing.

    `issuer` and `subject`: whom the force's identity provider says it is; empty for a local account.
    `temporary`: the password was made by an administrator, and opens nothing but the page to change it.
    """

    __tablename__ = "account"

    user_name: str = Field(primary_key=True)
    role: str
    force: str
    area: str
    password: str
    training: bool
    number: str = ""
    rank: str = ""
    issuer: str = ""
    subject: str = ""
    off: bool = False
    temporary: bool = False


class SessionRow(SQLModel, table=True):
    __tablename__ = "session"

    token_hash: str = Field(primary_key=True)
    user_name: str
    csrf: str
    began_at: str
    seen_at: str


class AttemptRow(SQLModel, table=True):
    """A sign-in or an enrolment code that was wrong, by account and by address."""

    __tablename__ = "attempt"

    id: int | None = Field(default=None, primary_key=True)
    who: str = Field(index=True)
    at: str


class RevocationRow(SQLModel, table=True):
    """Who took a handset out of use, when and why: lost, leaves, scrapped or other, and what was typed."""

    __tablename__ = "revocation"

    stream: str = Field(primary_key=True)
    force: str
    by: str
    at: str
    reason: str
    words: str


class AdministrationRow(SQLModel, table=True):
    """One thing that an administrator did. `about`: an officer's number or a user name; `was` and `now`:
    what it changed from and to."""

    __tablename__ = "administration"

    id: int | None = Field(default=None, primary_key=True)
    at: str
    force: str = Field(index=True)
    by: str
    what: str
    about: str
    was: str = ""
    now: str = ""


class BegunRow(SQLModel, table=True):
    """A sign-in that is away at the identity provider. It comes back once, and within ten minutes."""

    __tablename__ = "sign_in_begun"

    state_hash: str = Field(primary_key=True)
    nonce: str
    verifier: str
    at: str


class CalendarRow(SQLModel, table=True):
    """A calendar of disregarded days that the force added, in the form of content/calendar.toml."""

    __tablename__ = "calendar"

    version: str = Field(primary_key=True)
    toml: str
    added_at: str
