"""The project speaks of itself alone, hides no failure, and proves things with the real thing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.packaging.tree import ROOT, Function, calls, files, imports, is_under

TEXT = (".py", ".toml", ".md", ".html", ".css", ".json", ".ini", ".cfg", "doorstep", "run")
HERE, DOCS = Path(__file__), ROOT / "docs"
UNDONE = re.compile(r"\b(TODO|FIXME|XXX|HACK|issue #?\d+)\b")
MACHINE = re.compile(r"(?<![\w.\]])/(home|root|tmp|work|Users)(/|\b)")
DOCUMENT = re.compile(r"[\w./-]+\.md\b", re.IGNORECASE)
ADDRESS = re.compile(r"https?://([\w.{}-]+)")
# A machine of one's own, a name that is put in, or a name that nobody can have.
OURS = re.compile(r"127(\.0\.0\.1?)?|localhost|host|test|[a-z]|[a-z]|\{.*|[\w.-]*\.(example|test|invalid)")


def tracked() -> dict[str, str]:
    """Path to text of what people read, without the locks."""
    found = [path for ending in TEXT for path in files(ending)]
    kept = sorted({path for path in found if path != HERE and "requirements" not in path.parts})
    return {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in kept}


def strange(name: str, text: str) -> list[str]:
    """Words of a workplace, paths of a machine, documents that are not here, addresses of others."""
    beside = (ROOT / name).parent
    found = [match[0] for pattern in (UNDONE, MACHINE) for match in pattern.finditer(text)]
    named = {match[0] for match in DOCUMENT.finditer(text)}
    found += [each for each in named if not any((place / each).is_file() for place in (beside, ROOT, DOCS))]
    found += [match[0] for match in ADDRESS.finditer(text) if not OURS.fullmatch(match[1])]
    return found


def test_no_file_speaks_of_how_it_came_to_be() -> None:
    found = {name: strange(name, text) for name, text in tracked().items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "text",
    [
        "# TODO mend", "as issue 2 asks", "open('/tmp/x')", "in /home/me", "see law.md 3a",
        "[more](docs/secrets.md)", "fetched from https://files.elsewhere.org/x",
    ],
)  # fmt: skip
def test_workplace_word_is_noticed(text: str) -> None:
    assert strange("app/note.py", text)


def test_what_is_here_may_be_named() -> None:
    text = "README.md and [rollout](rollout.md) at https://127.0.0.1:8443, {url}/templates/x, station.example"
    assert strange("docs/x.md", text) == []


BROAD = {"Exception", "BaseException"}


def hiding(text: str) -> list[int]:
    """Lines of handlers that catch everything and do nothing about it."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _acts(node.body)
    ]


def _is_broad(kind: ast.expr | None) -> bool:
    if kind is None:
        return True
    named = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(ast.unparse(each) in BROAD for each in named)


def _acts(body: list[ast.stmt]) -> bool:
    """Whether anything is called or raised: a log line, a told sentence, a clean-up."""
    nodes = [node for statement in body for node in ast.walk(statement)]
    return any(isinstance(node, ast.Call | ast.Raise) for node in nodes)


def test_no_failure_is_swallowed() -> None:
    found = {str(path.relative_to(ROOT)): hiding(path.read_text()) for path in files()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_nothing_suppresses_every_failure() -> None:
    wide = [
        (str(path.relative_to(ROOT)), call.lineno)
        for path in files()
        for name, call in calls(path.read_text())
        if name.split(".")[-1] == "suppress" and any(ast.unparse(each) in BROAD for each in call.args)
    ]
    assert wide == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    f()\nexcept Exception:\n    pass",
        "try:\n    f()\nexcept:\n    x = 1",
        "for a in b:\n    try:\n        f()\n    except (OSError, Exception):\n        continue",
    ],
)
def test_swallowed_failure_is_noticed(text: str) -> None:
    assert hiding(text)


def test_failure_that_is_told_or_raised_again_is_none() -> None:
    assert hiding("try:\n    f()\nexcept Exception as e:\n    log(e)") == []
    assert hiding("try:\n    f()\nexcept Exception:\n    raise") == []
    assert hiding("try:\n    f()\nexcept OSError:\n    pass") == []


STANDINS = ("unittest.mock", "mock", "pytest_mock", "doublex", "flexmock", "responses", "respx")


@cache
def of_tests() -> dict[str, str]:
    found = {str(path.relative_to(ROOT)): path.read_text() for path in files() if path != HERE}
    return {name: text for name, text in found.items() if name.startswith("tests/")}


def test_no_test_replaces_a_part_by_a_puppet() -> None:
    for name, text in of_tests().items():
        assert [each for each in imports(text) if is_under(each, *STANDINS)] == [], name


LEAVING_OUT = ("skip", "skipif", "importorskip", "xfail")


def test_no_test_leaves_itself_out() -> None:
    found = {}
    for name, text in of_tests().items():
        asked = [node.attr for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute)]
        found[name] = [each for each in asked if each in LEAVING_OUT]
    assert {name: marks for name, marks in found.items() if marks} == {}


def test_every_test_can_fail() -> None:
    """It asserts, expects a failure, waits for what must come, or calls a neighbour that does."""
    assert idle_tests(*of_tests().values()) == []


@dataclass(frozen=True, slots=True)
class Doing:
    """A function: whether it asserts, and what it calls."""

    name: str
    asserts: bool
    calls: frozenset[str]


def doings(text: str) -> Iterator[Doing]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            inside = list(ast.walk(node))
            called = [ast.unparse(each.func).split(".")[-1] for each in inside if isinstance(each, ast.Call)]
            yield Doing(node.name, any(isinstance(each, ast.Assert) for each in inside), frozenset(called))


def idle_tests(*texts: str) -> list[str]:
    """Tests that lead to no assertion, by however many neighbours."""
    known = [doing for text in texts for doing in doings(text)]
    proving, before = set(WAITING), set[str]()
    while proving != before:
        before = set(proving)
        proving |= {each.name for each in known if each.asserts or each.calls & before}
    return [
        each.name
        for each in known
        if each.name.startswith("test_") and not each.asserts and not each.calls & proving
    ]


WAITING = ("raises", "fail", "until", "expect", "wait_for", "sees")


def test_test_that_cannot_fail_is_noticed() -> None:
    look = "def look():\n    assert x\n\ndef twice():\n    look()\n\n"
    assert idle_tests(look, "def test_it():\n    run()") == ["test_it"]
    assert idle_tests(look, "def test_it():\n    twice()") == []
