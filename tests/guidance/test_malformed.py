"""Content that is broken: the fault is named with its file and stanza, and what to do about it."""

from __future__ import annotations

import copy
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.guidance import Guidance, MalformedContent, load
from app.guidance.load import CONTENT
from tests.guidance.small import FILES, written

WORDS = FILES["wording/en/words.toml"]
KNOCK = FILES["questions/door.toml"]
SEE = FILES["questions/room.toml"]
FIELDS = FILES["fields.toml"]


def fault(folder: Path) -> tuple[str, str]:
    with pytest.raises(MalformedContent) as raised:
        load(folder)
    return raised.value.where, raised.value.what


def test_small_content_that_is_whole_is_read(tmp_path: Path) -> None:
    assert isinstance(load(written(tmp_path)), Guidance)


@pytest.mark.parametrize(
    ("instead", "where", "what"),
    [
        ({"content": None}, "content.toml", "the file is missing; install Doorstep again"),
        ({"content": "checked = 2026-11-24"}, "content.toml", "'version' is missing; add it"),
        ({"tasks": "[door"}, "tasks.toml", "this is not TOML; mend it or put the old one back"),
        ({"tasks": "door = 1"}, "tasks.toml [door]", "is a single value; write it as a table"),
        ({"tasks": '[door]\nicn = "x"'}, "tasks.toml [door]", "'icn' is not known; mend its spelling"),
        ({"tasks": "[door]\nicon = 3"}, "tasks.toml [door]", "'icon' is not a text; put it in quotes"),
        ({"tasks": '[door]\nlisted = "no"'}, "tasks.toml [door]", "'listed' is neither true nor false"),
        ({"tasks": ""}, "tasks.toml", "lists no task; put the old one back"),
        ({"tasks": "[attic]"}, "attic.toml", "the file is missing; install Doorstep again"),
        ({"questions_door": ""}, "door.toml", "asks nothing; add a question or take the task out"),
        ({"questions_door": "knock = true"}, "door.toml [knock]", "is a single value; write it as a table"),
        (
            {"questions_door": '[knock]\nform = "guess"'},
            "door.toml [knock]",
            "has no known form; name one",
        ),
        (
            {"questions_door": '[knock]\nrec = ["musst"]'},
            "door.toml [knock]",
            "'musst' in 'rec' is not",
        ),
        ({"questions_door": '[knock]\nrec = "must"'}, "door.toml [knock]", "'rec' is not a list of texts"),
        ({"questions_door": "[knock]\nreasons = [1]"}, "door.toml [knock]", "'reasons' is not a list"),
        ({"questions_door": '[knock]\nanswer = ["yes"]'}, "door.toml [knock]", "'answer' is not known"),
        ({"questions_door": '[knock]\nform = "choice"'}, "door.toml [knock]", "has nothing to choose from"),
        (
            {"questions_door": "[knock]\nlimb = {}"},
            "door.toml [knock] 'limb'",
            "names no answer that shows it",
        ),
        (
            {"questions_door": '[knock]\nlimb = { shown = ["perhaps"] }'},
            "door.toml [knock]",
            "is shown or not by 'perhaps', no answer of its own",
        ),
        (
            {"questions_door": '[knock]\nlimb = { shown = ["done"], bears = ["ring"] }'},
            "door.toml [knock]",
            "takes 'ring' for evidence, which nobody asks",
        ),
        ({"questions_door": '[knock]\nfields = ["whom"]'}, "door.toml [knock]", "the field 'whom' is not in"),
        (
            {"questions_door": '[knock]\nneeds = ["who"]\nfields = ["who"]'},
            "door.toml [knock]",
            "the field 'who' stands in neither or both",
        ),
        (
            {"questions_door": '[knock]\nfields = ["who"]\nwhen = { who = ["maybe"] }'},
            "door.toml [knock]",
            "asks 'who' with 'maybe', no answer of its own",
        ),
        (
            {"questions_door": '[knock]\nshows_when = { ring = ["done"] }'},
            "door.toml [knock]",
            "waits for 'ring', which nobody asks; mend the name",
        ),
        (
            {"questions_door": '[knock]\nshows_when = { see = ["perhaps"] }'},
            "door.toml [knock]",
            "waits for an answer that 'see' does not have; mend the answer",
        ),
        ({"questions_door": '[knock]\nshows_when = "see"'}, "door.toml [knock] 'shows_when'", "is a single"),
        ({"questions_door": "[knock]\n[see]"}, "room.toml [see]", "is in door.toml too; keep one"),
        ({"questions_door": '[knock]\nduty = "offer"'}, "door.toml [knock]", "has a duty and is no topic"),
        ({"questions_door": '[knock]\nduty = "must"'}, "door.toml [knock]", "'must' is no duty; write"),
        ({"questions_door": '[knock]\nconsent = "see"'}, "door.toml [knock]", "stands on 'see', no topic of"),
        ({"questions_door": '[knock]\nhints = ["w-calm"]'}, "door.toml [knock]", "the hint 'w-calm' has no"),
        ({"fields": FIELDS + '[age]\nkind = "years"'}, "fields.toml [age]", "is of no known kind; name"),
        ({"fields": FIELDS + '[age]\nkind = "choice"'}, "fields.toml [age]", "has choices where its kind"),
        ({"fields": '[who]\nkind = "text"'}, "fields.toml", "[which] is missing; add it"),
        ({"wording_en_words": None}, "wording/en", "no words in this language; install Doorstep again"),
        ({"wording_en_words": WORDS.replace('"Knock"', "4", 1)}, "words.toml", "'knock.title' is not a text"),
        ({"wording_en_words": WORDS.replace('ask = "Knock"', "")}, "wording", "'knock.ask' has no words"),
        ({"wording_en_words": WORDS + '"whyy" = "?"'}, None, None),
        (
            {"wording_en_words": WORDS + '[knock.when]\n"no" = "N."'},
            "wording",
            "'knock.when.no' is worded",
        ),
        ({"wording_en_words": WORDS + '[see.wy]\n"a" = "N."'}, "wording", "'see.wy.a' is worded and nobody"),
    ],
)
def test_fault_is_named_with_its_place_and_what_to_do(
    tmp_path: Path, instead: dict[str, str | None], where: str | None, what: str | None
) -> None:
    folder = written(tmp_path, **instead)
    if where is None or what is None:
        assert load(folder).has("problem.whyy"), "words of a later version are no fault"
        return
    found = fault(folder)
    assert found[0] == where
    assert found[1].startswith(what)
    assert "; " in found[1], "a fault says what to do"


def test_same_words_in_two_files_are_a_fault(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "wording/en/again.toml").write_text('[knock]\ntitle = "Knock"')
    assert fault(folder) == ("words.toml", "'knock.title' is worded twice; keep one")


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "tasks.toml").write_bytes(b"\xff\xfe[door]")
    assert fault(folder)[0] == "tasks.toml"


def test_nesting_without_end_is_a_fault(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "tasks.toml").write_text("a = " + "[" * 5000)
    assert fault(folder)[0] == "tasks.toml"


def test_language_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(MalformedContent, match="wording/cy"):
        load(written(tmp_path), "cy")


def test_fault_tells_no_more_than_its_place(tmp_path: Path) -> None:
    assert str(MalformedContent("a.toml [b]", "is wrong; mend it")) == "a.toml [b]: is wrong; mend it"


def questions() -> dict[str, dict[str, Any]]:
    return {path.stem: tomllib.loads(path.read_text()) for path in (CONTENT / "questions").glob("*.toml")}


QUESTIONS = questions()
STANZAS = sorted((task, item) for task, table in QUESTIONS.items() for item in table)
KEYS = ("form", "answers", "aside", "rec", "fields", "needs", "when", "reasons", "hints", "shows_when",
        "consent", "duty", "aloud", "source", "strange")  # fmt: skip
VALUES = st.one_of(
    st.integers(), st.booleans(), st.text(max_size=8), st.floats(allow_nan=False),
    st.lists(st.integers() | st.sampled_from(["must", "yes", "no", "who", "w-alone", "done"]), max_size=3),
    st.dictionaries(st.sampled_from(["arr-grounds", "who", "x"]), st.lists(st.just("done"), max_size=2)),
)  # fmt: skip


def toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(letter):08X}" for letter in value) + '"'
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{key}" = {toml(each)}' for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(each) for each in value) + "]"
    return repr(value)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content") / "content"
    shutil.copytree(CONTENT, folder)
    return folder


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(STANZAS), st.sampled_from(KEYS), VALUES)
def test_stanza_with_any_value_under_any_key_is_read_or_named(
    copied: Path, stanza: tuple[str, str], key: str, value: object
) -> None:
    task, item = stanza
    table = copy.deepcopy(QUESTIONS[task])
    table[item][key] = value
    path = copied / "questions" / f"{task}.toml"
    whole = path.read_text("utf-8")
    path.write_text("\n".join(f'["{name}"]\n' + body(told) for name, told in table.items()), "utf-8")
    try:
        fine = read_or_named(copied)
    finally:
        path.write_text(whole, "utf-8")
    assert fine


def read_or_named(folder: Path) -> bool:
    """Whether loading gives a guidance or the fault with its place and what to do. Nothing else."""
    try:
        return bool(load(folder).tasks)
    except MalformedContent as problem:
        return bool(problem.where) and "; " in problem.what


def body(told: dict[str, Any]) -> str:
    return "\n".join(f'"{key}" = {toml(value)}' for key, value in told.items())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_file_cut_or_changed_anywhere_is_read_or_named(copied: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(copied.rglob("*.toml"))))
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    new = data.draw(st.binary(max_size=4))
    keep = data.draw(st.booleans())
    path.write_bytes(whole[:at] + new + (whole[at:] if keep else b""))
    try:
        fine = read_or_named(copied)
    finally:
        path.write_bytes(whole)
    assert fine
