"""Where video, exhibits, photos and documents are. No file enters the phone: what the force's evidence system
gave, and the hash that it shows."""

from __future__ import annotations

import flet as ft

from app.visits.evidence import HASH, NAMES, is_sha256, plain_hash
from views.parts.buttons import link
from views.parts.fields import text_field
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.theme import measures
from views.visits.groups import alone
from views.visits.page import Page

_OPEN = "references.open"


def references(page: Page) -> list[ft.Control]:
    """A line that opens them; the boxes where something stands in them."""
    if not (page.get(_OPEN) or any(page.get(name) for name in NAMES)):
        way = link(say("references.open"), lambda: page.put({_OPEN: "yes"}))
        return [margin(alone(way), above=measures.S12)]
    return [
        section(words("references.title")),
        margin(second(words("references.hint"))),
        *[_box(page, name) for name in NAMES],
    ]


def _box(page: Page, name: str) -> ft.Control:
    said = say(f"references.{name}")
    return text_field(said, page.form, name, words(f"references.{name}.hint"), page.problem(said.key))


def typed_references(page: Page) -> dict[str, str]:
    """By field of the record."""
    found = {name: page.get(name).strip() for name in NAMES}
    found[HASH] = plain_hash(found[HASH])
    return {name: value for name, value in found.items() if value}


def no_hash(page: Page) -> Said | None:
    """What is typed as a hash and cannot be one."""
    typed = page.get(HASH).strip()
    if not typed or is_sha256(typed):
        return None
    return Said("references.file_sha256", words("references.file_sha256.wrong"))
