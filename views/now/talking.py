"""Conversations that were begun and left, on Now: how far, and one tap back into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import flet as ft

from app.case.model import Case
from app.in_hand import in_hand
from views.going import to
from views.now.whose import whose
from views.parts.records import Need, need_row
from views.saying import Said, words
from views.services import desk
from views.talk.guide import conversation, progress_of, progress_words

MOST = 20


def talk_rows(cases: Sequence[Case]) -> Iterator[ft.Control]:
    """Of every incident that this officer has in hand."""
    officer = desk().enrolment.officer.number
    begun = [case for case in cases if in_hand(case, officer) and _left(case)]
    for case in begun[:MOST]:
        told = words("ui.talk.now-line", progress=progress_words(case), whose=whose(case))
        need = Need(ft.Icons.FORUM_OUTLINED, words("ui.talk.now"), told)
        yield need_row(Said(f"now.talk.{case.id}", need.title), need, to(conversation(case.id)))


def _left(case: Case) -> bool:
    far = progress_of(case)
    return far.begun and bool(far.left)
