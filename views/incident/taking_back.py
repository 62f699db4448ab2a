"""A consent that is taken back: at any time, in the words that were said. What was permitted stops now."""

from __future__ import annotations

import flet as ft

from app.guidance.model import Form
from views.incident.asked import Asked
from views.incident.page import TAKEN_BACK
from views.parts.buttons import link, outlined
from views.parts.fields import text_field
from views.parts.panel import panel
from views.parts.text import margin
from views.safe import Handler
from views.saying import Said, words
from views.theme import measures

CAN_END = ("given", "opinion given")


def taking_back(asked: Asked, open_now: bool, on_open: Handler) -> list[ft.Control]:
    question, told = asked.page.question, asked.told
    if question.form is not Form.CONSENT:
        return []
    if told.answer == "withdrawn":
        consent = asked.case.consents.get(question.id)
        return [panel(words("ui.consent.taken-back", words=consent.words if consent else ""))]
    if told.answer not in CAN_END:
        return []
    who = asked.facts["victim"]
    if not (open_now or asked.page.back_form().get(TAKEN_BACK)):
        said = Said(asked.key("take-back"), words("ui.consent.take-back", victim=who))
        return [margin(ft.Row([link(said, on_open)], wrap=True))]
    box = Said(asked.key("take-back.words"), words("ui.consent.take-back.words"))
    done = Said(asked.key("take-back.save"), words("ui.consent.take-back.save"))

    def save() -> object:
        return asked.act(asked.page.take_back())

    field = text_field(box, asked.page.back_form(), TAKEN_BACK, kind="long")
    return [field, margin(ft.Row([outlined(done, save)], wrap=True), above=measures.S8)]
