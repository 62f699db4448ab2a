"""A small guidance of its own, for what the bundled one does not happen to have, and for what is broken."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "content.toml": 'version = "t.1"\nchecked = 2026-11-24\n',
    "fields.toml": '[which]\nkind = "choice"\nchoices = ["refused", "unable"]\n[who]\nkind = "text"\n',
    "tasks.toml": '[door]\n[room]\nafter = { "knock" = ["done"] }\n',
    "questions/door.toml": '[knock]\nrec = ["must"]\n',
    "questions/room.toml": '[see]\nform = "choice"\nanswers = ["yes", "no"]\nneeds = ["who"]\n',
    "wording/en/words.toml": """
[task]
"door" = "At the door"
"room" = "Inside"
"room.after" = "First knock"
[knock]
title = "Knock"
ask = "Knock"
[see]
title = "Seen"
ask = "Seen?"
[answer]
"done" = "Done"
"not-done" = "Not done"
"not-applicable" = "Does not apply"
"refused-unable" = "Refused or unable"
"yes" = "Yes"
"no" = "No"
[choice]
"refused" = "Refused"
"unable" = "Unable"
[field]
"which" = "Which"
"who" = "Who"
[problem]
"answer" = "Answer"
"reason" = "Say why"
"which" = "Say which"
"who" = "Say who"
""",
}


def written(folder: Path, **instead: str | None) -> Path:
    """The content with some files put otherwise, or left out with None. Names with _ for / and -toml."""
    for name, text in FILES.items():
        other = instead.get(name.removesuffix(".toml").replace("/", "_"), text)
        if other is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(other, "utf-8")
    return folder
