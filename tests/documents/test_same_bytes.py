"""The same entries give the same bytes: in another process, in another order, after the wire."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

import pytest

from app.case import Case, fold
from app.documents.making import Kind, Made, Wanted, make
from app.entry import canonical, from_json, to_json
from tests.documents.papers import made, material, served
from tests.packaging.tree import ROOT

EVERY = [pytest.param(kind, id=kind.value) for kind in Kind]
AGAIN = """
import hashlib, json, sys
from app.case import fold
from app.documents.making import Kind, Wanted, make
from app.entry import from_json
from tests.documents.papers import material
case = fold([from_json(value) for value in json.load(sys.stdin)])
told = {kind.value: make(material(case), Wanted(kind, purpose="court-asked")).sha256 for kind in Kind}
print(json.dumps(told))
"""


def hashes(case: Case) -> dict[str, str]:
    done = {kind.value: make(material(case), Wanted(kind, purpose="court-asked")) for kind in Kind}
    return {name: each.sha256 for name, each in done.items() if isinstance(each, Made)}


def test_another_process_with_another_hash_seed_makes_the_same_bytes() -> None:
    shift = served()
    entries = json.dumps([to_json(entry) for entry in shift.entries()])
    expected = hashes(shift.case)
    assert len(expected) == len(Kind)
    for seed in ("1", "4711"):
        told = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Pacific/Auckland"}
        done = subprocess.run(
            [sys.executable, "-c", AGAIN],
            input=entries,
            env=told,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        assert json.loads(done.stdout) == expected


def test_entries_that_arrive_in_another_order_make_the_same_bytes() -> None:
    shift = served()
    expected = hashes(shift.case)
    for seed in range(2):
        entries = shift.entries()
        random.Random(seed).shuffle(entries)
        assert hashes(fold(entries)) == expected


def test_entries_that_came_over_the_wire_make_the_same_bytes() -> None:
    """Their fields are in the order of the alphabet then."""
    shift = served()
    arrived = [from_json(json.loads(canonical(to_json(entry)))) for entry in shift.entries()]
    assert hashes(fold(arrived)) == hashes(shift.case)


@pytest.mark.parametrize("kind", EVERY)
def test_one_more_entry_shows_in_the_letters_that_stand_for_the_entries(kind: Kind) -> None:
    shift = served()
    before, letters = made(shift, kind), material(shift.case).digest
    shift.clock.advance(minutes=1)
    shift.answer("sv-property", "done", detail="Keys")
    assert material(shift.case).digest != letters
    assert made(shift, kind).sha256 != before.sha256


def test_the_file_is_named_after_the_newest_entry_and_nothing_else() -> None:
    shift = served()
    assert {made(shift, kind).name for kind in Kind} == {"document-20270114-2310.pdf"}
