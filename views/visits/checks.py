"""What was typed, read with care: the value, or what to put right under the key of its field.

`key` is the wording id of the field; what to say where nothing is given is worded KEY.missing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from views.drafts import Form
from views.parts.day import Faulty, read_moment
from views.saying import Said, words
from views.services import now

# Phones differ by seconds, and an officer types a minute that has just begun.
SLACK = timedelta(minutes=1)


def moment(form: Form, name: str, key: str, needed: bool = True) -> datetime | Said | None:
    at = read_moment(form, name)
    if isinstance(at, Faulty):
        return Said(key, words(at.value))
    return Said(key, words(f"{key}.missing")) if at is None and needed else at


def past(form: Form, name: str, key: str, needed: bool = True) -> datetime | Said | None:
    """A moment that has happened."""
    at = moment(form, name, key, needed)
    if isinstance(at, datetime) and at > now() + SLACK:
        return Said(key, words("check.future"))
    return at


def text(form: Form, name: str, key: str) -> str | Said:
    """Words that have to be there."""
    return form.get(name).strip() or Said(key, words(f"{key}.missing"))


def whole(form: Form, name: str, key: str) -> int | Said:
    """A whole number that has to be there."""
    typed = form.get(name).strip()
    return int(typed) if typed.isdigit() and len(typed) < 6 else Said(key, words(f"{key}.missing"))


def faults(*read: object) -> list[Said]:
    """Those of what was read that are to be put right."""
    return [each for each in read if isinstance(each, Said)]
