"""A phone that cannot start says one sentence, with no guidance and no services behind it."""

from __future__ import annotations

import asyncio

import flet as ft
from flet.controls.context import _context_page
from flet.messaging.session import Session

from tests.views.harness import FakeConnection, in_ring, parts
from views.refusing import say_only

SENTENCE = "The guidance cannot be read: tasks.toml. Install Doorstep again."


@in_ring
async def test_sentence_stands_alone_under_a_neutral_title() -> None:
    session = Session(FakeConnection(asyncio.get_running_loop()))
    _context_page.set(session.page)
    say_only(session.page, SENTENCE)
    texts = [each.value for each in parts(session.page.views) if isinstance(each, ft.Text)]
    assert texts == [SENTENCE]
    assert session.page.title == "Clock"
    session.close()
