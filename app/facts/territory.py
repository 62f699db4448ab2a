"""Where a notice was served. A DVPN has effect in England and Wales only."""

from __future__ import annotations

from app import kinds
from app.case.amended import with_amendments
from app.case.model import Case
from app.case.reading import text

TERRITORIES = ("england-wales", "scotland", "northern-ireland", "abroad")
OUTSIDE = TERRITORIES[1:]


def outside(case: Case) -> str:
    """The territory of a service of a DVPN outside England and Wales; empty where there was none. A DAPN
    has effect in all of the United Kingdom, 2021 Act s.22, and is bounded abroad."""
    for each in with_amendments(case.entries):
        if each.entry.kind == kinds.NOTICE_SERVED:
            where, kind = text(each.body, "territory"), text(each.body, "kind") or "DVPN"
            bound = OUTSIDE if kind == "DVPN" else ("abroad",)
            return where if where in bound else ""
    return ""
