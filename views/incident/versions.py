"""Everything that was recorded before, readable: who, when and what. Nothing is ever removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import flet as ft

from app.case.version import Version
from app.clocks.words import moment_words
from views.parts.buttons import link
from views.parts.text import margin, second
from views.saying import say, words
from views.screen import leaf
from views.services import now
from views.theme import letters, look, measures

Lines = Callable[[Mapping[str, Any]], Iterator[str]]


@leaf
def earlier_versions(versions: Sequence[Version], lines: Lines) -> ft.Control:
    """`lines` says a body in words. The first one recorded stands last."""
    opened, set_opened = ft.use_state(False)
    if not versions:
        return ft.Container()
    said = say("ui.versions", count=len(versions))
    rows: list[ft.Control] = [ft.Row([link(said, lambda: set_opened(not opened), letters.TAG)])]
    if opened:
        for version in reversed(versions):
            at = moment_words(version.written_at, now())
            title = words("ui.versions.by", time=at, officer=version.by)
            rows.append(look().words(title, letters.TAG))
            rows += [second(line) for line in lines(version.body)]
    return margin(*rows, above=measures.S16, gap=measures.S4)


def named_lines(names: Mapping[str, str]) -> Lines:
    """Bodies as 'Name: value'. `names`: a field of the body to its words; others are not shown."""

    def lines(body: Mapping[str, Any]) -> Iterator[str]:
        for name, label in names.items():
            value = body.get(name)
            if value is not None and value != "":
                shown = (
                    words("answer.yes" if value else "answer.no") if isinstance(value, bool) else str(value)
                )
                yield words("ui.task.detail", name=label, value=shown)

    return lines
