"""Answers to what the guidance asks. The newest stands; contact preferences stand as the careful one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.case.amended import Recorded
from app.case.contests import Contests
from app.case.model import Answer, Contested
from app.case.reading import mapping, text


class Answers:
    """Answers while a case is folded: by item, or by "item/person" where they are about one person."""

    def __init__(self) -> None:
        self.given: list[Answer] = []
        self._newest: dict[str, Answer] = {}

    def record(self, recorded: Recorded, contests: Contests) -> Answer:
        body = recorded.body
        item, about = text(body, "item"), text(body, "about")
        key = f"{item}/{about}" if about else item
        before = self._newest.get(key)
        answer = Answer(
            item=item,
            answer=text(body, "answer"),
            reason=text(body, "reason"),
            note=text(body, "note"),
            details=mapping(body, "details"),
            about=about or None,
            by=recorded.by,
            happened_at=recorded.happened_at,
            written_at=recorded.entry.written_at,
            entry=recorded.entry.id,
            versions=recorded.versions,
        )
        self.given.append(answer)
        self._newest[key] = replace(answer, versions=(before.versions if before else ()) + recorded.versions)
        if item.startswith("cp-"):
            contests.add(key, recorded, {"answer": answer.answer, **answer.details})
        return answer

    def standing(self, contested: Mapping[str, Contested]) -> dict[str, Answer]:
        found = dict(self._newest)
        for key, newest in self._newest.items():
            known = contested.get(key)
            if known and known.standing and known.standing.entry != newest.entry:
                careful = next(each for each in self.given if each.entry == known.standing.entry)
                found[key] = replace(careful, versions=newest.versions)
        return found
