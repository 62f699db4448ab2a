"""The code as it is read: in the groups that the station shows, so that eye and finger can compare."""

from __future__ import annotations

import flet as ft

from views.door.waiting import at_door
from views.parts.text import margin
from views.saying import words
from views.screen import leaf
from views.services import use_hearing
from views.theme import letters, look, measures

CODE = "door.enrol.code"
GROUP, LENGTH = 4, 28
# Codes hold no O, I and L (Crockford): whoever types one means the digit.
_READ_AS = str.maketrans("OIL", "011")


def groups(typed: str) -> str:
    """'k7fm o4' -> 'K7FM 04'."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_READ_AS)
    return " ".join(plain[at : at + GROUP] for at in range(0, len(plain), GROUP))


@leaf
def read_as() -> ft.Control:
    """Drawn again with each key, beside the field and never with it."""
    form, here = at_door().form, look()
    use_hearing(form.listen, "code", ft.context.page)
    read = groups(form.get(CODE))
    if not read:
        return ft.Container()
    told = words("door.enrol.code.read", count=len(read.replace(" ", "")), most=LENGTH)
    return margin(
        here.words(read, letters.BODY_TAB),
        here.words(told, letters.SECOND, here.roles.ink2),
        above=measures.S8,
        gap=measures.S4,
    )
