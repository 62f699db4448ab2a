"""Officers of a force: who may be given a handset, and in which area each works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session, col, delete, select, union, update

from app.ranks import Ranks
from sync.station.administration.changes import Change, Hand, note
from sync.station.tables import AccountRow, OfficerRow, SessionRow, StreamRow

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Post:
    """An officer as typed or as known. `new_area`: nobody works there yet, and that is meant."""

    number: str
    name: str
    rank: str
    area: str
    team: str
    new_area: bool = False

    @property
    def place(self) -> str:
        return ", ".join(filter(None, (self.area, self.team)))


def areas(session: Session, force: str) -> list[str]:
    """Where somebody of the force works or worked with a handset, by name."""
    known = union(
        select(OfficerRow.area).where(OfficerRow.force == force),
        select(StreamRow.area).where(StreamRow.force == force),
    )
    return sorted(str(area) for (area,) in session.execute(known) if area)


def officers(session: Session, force: str) -> Sequence[Post]:
    """By number."""
    wanted = select(OfficerRow).where(OfficerRow.force == force).order_by(col(OfficerRow.number))
    return [_post(row) for row in session.exec(wanted)]


def officer(session: Session, number: str, force: str) -> Post | None:
    row = session.get(OfficerRow, number)
    return _post(row) if row is not None and row.force == force else None


def _post(row: OfficerRow) -> Post:
    return Post(row.number, row.name, row.rank, row.area, row.team)


def add(session: Session, hand: Hand, post: Post, ranks: Ranks) -> str:
    """What is wrong: number, taken, name, rank, area, new-area or team; empty when it was done."""
    wrong = _wrong(session, hand, post, ranks)
    if not wrong and session.get(OfficerRow, post.number) is not None:
        wrong = "taken"
    if wrong:
        return wrong
    _keep(session, hand, post)
    note(session, hand, Change("officer-added", post.number, now=f"{post.rank}, {post.place}"))
    session.commit()
    return ""


def move(session: Session, hand: Hand, post: Post, ranks: Ranks) -> str:
    """Another area, team or rank. The same answers as `add`, and absent where nobody has the number.

    A rank goes to the officer's console account at once: who may authorise hangs on it.
    """
    was = officer(session, post.number, hand.force)
    if was is None:
        return "absent"
    post = replace(post, name=was.name)
    wrong = _wrong(session, hand, post, ranks)
    if wrong:
        return wrong
    _keep(session, hand, post)
    if post.rank != was.rank:
        _rank_of_accounts(session, hand, post)
    said = (f"{was.rank}, {was.place}", f"{post.rank}, {post.place}")
    note(session, hand, Change("officer-moved", post.number, *said))
    session.commit()
    return ""


def _rank_of_accounts(session: Session, hand: Hand, post: Post) -> None:
    theirs = update(AccountRow).where(
        col(AccountRow.force) == hand.force,
        col(AccountRow.number) == post.number,
        col(AccountRow.issuer) == "",
    )
    named = (
        session.execute(theirs.values(rank=post.rank).returning(col(AccountRow.user_name))).scalars().all()
    )
    session.execute(delete(SessionRow).where(col(SessionRow.user_name).in_(named)))


def _wrong(session: Session, hand: Hand, post: Post, ranks: Ranks) -> str:
    if not post.number.isalnum() or len(post.number) > LONGEST:
        return "number"
    for name in ("name", "area", "team"):
        if len(getattr(post, name)) > LONGEST or (name != "team" and not getattr(post, name)):
            return name
    if not ranks.reaches(post.rank, ranks.order[0]):
        return "rank"
    if not post.new_area and post.area not in areas(session, hand.force):
        return "new-area"
    return ""


def _keep(session: Session, hand: Hand, post: Post) -> None:
    session.merge(
        OfficerRow(
            number=post.number, name=post.name, rank=post.rank, force=hand.force, area=post.area,
            team=post.team,
        )
    )  # fmt: skip
