"""One topic of the conversation: what it is, what it needs, what was answered and when. A yes and a no
weigh the same."""

from __future__ import annotations

import flet as ft

from views.parts.sheet import leads, tap_row
from views.parts.text import icon_line
from views.safe import Handler
from views.saying import Said
from views.theme import letters, look, measures

_MARKS = {
    "": ft.Icons.RADIO_BUTTON_UNCHECKED,
    "later": ft.Icons.SCHEDULE,
    "declined": ft.Icons.CLOSE,
    "withdrawn": ft.Icons.UNDO,
    "not asked": ft.Icons.REMOVE,
    "not safe to ask": ft.Icons.REMOVE,
    "does not know": ft.Icons.HELP_OUTLINE,
}
_OPEN = ("", "later")


def consent_row(said: Said, hint: str, state: str | None, answer: str, on_tap: Handler) -> ft.Control:
    """`said` is the purpose, `hint` who and what, `state` of app.consent.STATES or empty, `answer` the
    answer in words with its time. A row without state leads somewhere and has no answer."""
    here, roles = look(), look().roles
    colour = roles.link if state in _OPEN else roles.ink
    shown = here.words(answer, letters.ROW, colour)
    lines: list[ft.Control] = [here.words(said.text, letters.ROW)]
    if hint:
        lines.append(here.words(hint, letters.SECOND, roles.ink2))
    if state is not None:
        lines.append(icon_line(_MARKS.get(state, ft.Icons.CHECK), shown, colour))
    return tap_row(said, leads(ft.Column(lines, spacing=measures.S4, tight=True)), on_tap, measures.S12)
