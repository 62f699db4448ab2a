"""The 48 hours, the listing, the order and the custody clocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from app.clocks import deadlines
from app.clocks.deadlines import Custody, InForce
from app.clocks.words import deadline_words
from app.facts import breach
from app.facts.gate import dvpn_gate
from app.facts.notice import service_attempts
from tests.scenarios.comparing import plain, same
from tests.scenarios.scene import Scene


def _hearing(part: str) -> Callable[[Scene], datetime | None]:
    def read(scene: Scene) -> datetime | None:
        limit = deadlines.hearing_deadline(scene.case, scene.calendar)
        return getattr(limit, part) if limit else None

    return read


def _custody(scene: Scene) -> Custody | None:
    return breach.custody_deadline(scene.case, scene.calendar)


def _of_custody(part: str) -> Callable[[Scene], Any]:
    def read(scene: Scene) -> Any:
        found = _custody(scene)
        return getattr(found, part) if found else None

    return read


def _day_clock(part: str) -> Callable[[Scene], datetime | None]:
    def read(scene: Scene) -> datetime | None:
        found = _custody(scene)
        return getattr(found.day_clock, part) if found else None

    return read


def _clocks(scene: Scene) -> Any:
    """Every 24-hour clock that runs: how many, or their safe ends, or by what they run from."""
    found, wanted = _custody(scene), scene.wanted("clocks")
    running = {}
    if found:
        running = {"breach": found.day_clock.safe}
        if found.offence_clock:
            running["offence"] = found.offence_clock.safe
    if isinstance(wanted, int):
        return len(running)
    return running if isinstance(wanted, dict) else sorted(running.values())


def _warn(scene: Scene) -> bool:
    """Whether the step is answered with a warning: late for the court, or a test that is not met."""
    verb = scene.last.step.do if scene.last else ""
    if verb in ("answer", "record_referral") and dvpn_gate(scene.case).because:
        return True
    against = (
        deadlines.hearing_vs_deadline(scene.case, scene.calendar),
        breach.court_vs_deadline(scene.case, scene.calendar),
    )
    return any(each in ("after_safe", "after_outer") for each in against)


def _in_force(scene: Scene) -> bool:
    """In doubt is not in force: nobody is told that it is."""
    return deadlines.notice_in_force(scene.case, scene.now, scene.calendar) is InForce.YES


_SHOWN: dict[str, Callable[[Scene], Any]] = {
    "custody_deadline_safe": _of_custody("safe"),
    "custody_deadline_outer": _of_custody("outer"),
    "hearing_deadline_safe": _hearing("safe"),
    "hearing_deadline_outer": _hearing("outer"),
    "order_ends": lambda scene: deadlines.order_end(scene.case),
    "order_last_day": lambda scene: deadlines.order_last_day(scene.case),
}
_BY_VERB = {"report_breach": "custody_deadline_safe", "record_order": "order_ends"}


def _meant(scene: Scene) -> str:
    """Which deadline the text is of: the one expected beside it, or the one that the step starts."""
    verb = scene.last.step.do if scene.last else ""
    return scene.beside(*_SHOWN) or _BY_VERB.get(verb, "hearing_deadline_safe")


def _display(scene: Scene) -> str | None:
    """The deadline in the words of the screen; where a part is expected, that part if it is in them."""
    at = _SHOWN[_meant(scene)](scene)
    if not isinstance(at, datetime):
        return None
    shown, wanted = deadline_words(at), scene.wanted("deadline_display")
    return wanted if wanted and str(wanted) in shown else shown


def _must_not_be(scene: Scene) -> Any:
    """The known wrong answer as long as nothing shows it; otherwise a word that it is shown."""
    wrong = scene.wanted("must_not_be")
    wrongs = wrong if isinstance(wrong, list) else [wrong]
    shown = list(_everything(scene))
    return "shown" if any(same("", each, found) for each in wrongs for found in shown) else wrong


def _everything(scene: Scene) -> Iterator[Any]:
    keys = [key for key in _SHOWN if key in scene.check] or list(_SHOWN)
    for key in keys:
        at = _SHOWN[key](scene)
        yield plain(at)
        if isinstance(at, datetime):
            yield deadline_words(at)


READERS: dict[str, Any] = {
    **_SHOWN,
    "hearing_at": lambda scene: scene.case.hearing_at,
    "hearing_vs_deadline": lambda scene: deadlines.hearing_vs_deadline(scene.case, scene.calendar),
    "last_practical_sitting": lambda scene: deadlines.last_practical_sitting(scene.case, scene.calendar),
    "custody_basis": _of_custody("basis"),
    "clock_24h_safe": _day_clock("safe"),
    "clock_24h_outer": _day_clock("outer"),
    "clocks": _clocks,
    "court_vs_deadline": lambda scene: breach.court_vs_deadline(scene.case, scene.calendar),
    "deadline_display": _display,
    "must_not_be": _must_not_be,
    "warn": _warn,
    "notice_in_force": _in_force,
    "order_in_force": lambda scene: deadlines.order_in_force(scene.case, scene.now),
    "service_attempts": lambda scene: len(service_attempts(scene.case)),
    "breach_procedure_offered": lambda scene: breach.breach_procedure_offered(
        scene.case, scene.now, scene.calendar
    ),
    "removal_offered": lambda scene: breach.REMOVAL_OFFERED,
    "check_order_first": lambda scene: breach.check_order_first(scene.case, scene.now, scene.calendar),
    "police_bail": lambda scene: "offered" if breach.POLICE_BAIL_OFFERED else "not offered",
}
