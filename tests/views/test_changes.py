"""What is said while a page is being opened reaches it, however the moments fall."""

from __future__ import annotations

from views.changes import Changes


def test_what_was_said_between_looking_and_listening_is_heard_once() -> None:
    changes, heard = Changes(), list[str]()
    looked = changes.said
    changes.say("c-1")
    changes.subscribe(lambda: heard.append("late"), "c-1", looked)
    changes.subscribe(lambda: heard.append("in time"), "c-1", changes.said)
    assert heard == ["late"]
    changes.say("c-1")
    assert heard == ["late", "late", "in time"]
