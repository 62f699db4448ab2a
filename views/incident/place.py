"""An address and whether it is kept undisclosed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import flet as ft

from views.drafts import Form
from views.parts.answers import check_row
from views.parts.fields import text_field
from views.parts.sheet import sheet
from views.saying import say, words
from views.theme import measures

YES, NO = "yes", "no"


def address_fields(typed: Form, redraw: Callable[[], object]) -> list[ft.Control]:
    """Keeps 'address' and 'undisclosed' (yes, no)."""

    async def tick(ticked: bool) -> None:
        typed.put("undisclosed", YES if ticked else NO)
        await typed.seal()
        redraw()

    keep = check_row(say("ui.place.undisclosed"), typed.get("undisclosed") == YES, tick)
    return [
        text_field(say("ui.place.address"), typed, "address", words("ui.place.address.hint"), kind="long"),
        ft.Container(sheet([keep]), padding=ft.Padding.only(top=measures.S12)),
    ]


def address_told(values: Mapping[str, Any]) -> dict[str, Any]:
    """What was said of an address, as the body of an entry says it; empty where nothing was."""
    told: dict[str, Any] = {}
    if str(values.get("address", "")).strip():
        told["address"] = str(values["address"]).strip()
    if values.get("undisclosed") in (YES, NO):
        told["undisclosed"] = values["undisclosed"] == YES
    return told
