"""How sending goes. Offline is ordinary: it is said once, in plain ink."""

from __future__ import annotations

import flet as ft

from app.ports import Reach
from views.parts.buttons import filled
from views.parts.clocks import share_bar
from views.parts.steps import card
from views.parts.text import body, strong
from views.saying import say, words
from views.services import Sending, services
from views.theme import letters, look, measures

STOP = (Reach.WRONG_CERTIFICATE, Reach.REVOKED, Reach.REFUSED)
"""Trying again does not help: somebody has to be told."""


def progress_card(sending: Sending, unsent: int) -> ft.Control:
    here, roles = look(), look().roles
    lines: list[ft.Control] = []
    if sending.busy and sending.total:
        told = words("send.progress", done=sending.done, total=sending.total)
        lines += [
            here.words(told, letters.CLOCK),
            share_bar(sending.done / sending.total, roles.link, measures.STEP_BAR),
        ]
    else:
        key = "none" if not unsent else "one" if unsent == 1 else "many"
        lines.append(here.words(words(f"send.left.{key}", count=unsent), letters.SUMMARY))
    if sending.failed in STOP:
        lines.append(strong(words(f"ui.reach.{sending.failed}"), roles.danger))
    elif sending.failed:
        lines.append(body(words(f"ui.reach.{sending.failed}"), roles.ink2))
    elif unsent:
        lines.append(body(words("send.keeps-trying"), roles.ink2))
    button = filled(say("send.now"), services().syncing.wake)
    return card(*lines, ft.Container(button, padding=ft.Padding.only(top=measures.S12)))
