"""At the door: each child by itself, the time in one tap, references, ways to the plan and the grade."""

from __future__ import annotations

import pytest

from app import kinds
from app.incident import record_person
from app.risk import grade_risk
from app.visits.risk_changed import risk_changed
from app.visits.visiting import start_visit
from tests.app.shift import at
from tests.views.harness import Ring, in_ring, ring
from tests.views.welfare import TODAY, Work, at_the_door, chosen, ordered, save, sealed
from views.parts.note import with_time

HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


async def with_children(phone: Ring) -> tuple[Work, str, str]:
    work = await ordered(phone)
    for name in ("Tomos Whitlock", ""):
        record_person(work.book, work.case, {"role": "child", "name": name})
    first, last = [person.id for person in work.case.people if person.role == "child"]
    start_visit(work.book, work.case, TODAY, {"wv-approach-check": "done"})
    await work.go("visit", TODAY)
    await chosen(phone, work, "seen-alone")
    return work, first, last


@in_ring
async def test_each_child_is_seen_or_not_by_itself_and_stands_so_in_the_record() -> None:
    async with ring() as phone:
        work, first, last = await with_children(phone)
        await phone.tap("ask.wv-children")
        assert phone.sees("Child T.W.")
        await phone.choose("wv-children.answer.done")
        await sealed(phone, work, "wv-children/answer", "done")
        await phone.choose(f"child.seen.{first}")
        await sealed(phone, work, f"child/{first}/answer", "seen")
        await phone.type(f"child.words.{first}", "Asleep upstairs, breathing easily")
        await phone.tap("visit.save")
        assert phone.sees("Children: say whether 2, no name recorded was seen")
        await phone.choose(f"child.not-seen.{last}")
        await sealed(phone, work, f"child/{last}/answer", "not seen")
        body = await save(phone, work)
        assert body["children"] == {
            first: {"answer": "seen", "words": "Asleep upstairs, breathing easily"},
            last: {"answer": "not seen"},
        }
        await phone.until(lambda: phone.sees("Seen. Asleep upstairs, breathing easily"))
        assert not phone.sees("Tomos")


@pytest.mark.parametrize(
    ("text", "now", "then"),
    [
        ("", "2026-11-21T22:14:31+00:00", "22:14 "),
        ("Van gone", "2026-11-21T22:14:31+00:00", "Van gone\n22:14 "),
        ("22:10 Van gone\n", "2026-06-21T22:14:31+00:00", "22:10 Van gone\n23:14 "),
    ],
)
def test_the_time_stands_on_a_line_of_its_own_as_the_clock_on_the_wall_shows_it(
    text: str, now: str, then: str
) -> None:
    assert with_time(text, at(now)) == then


@in_ring
async def test_one_tap_writes_the_time_into_the_note_and_seals_it() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await phone.type("visit.note", "Knocked")
        await phone.tap("note.stamp.visit.note")
        await phone.until(lambda: phone.find("visit.note").value == "Knocked\n18:00 ")
        await sealed(phone, work, "note", "Knocked\n18:00 ")
        await phone.until(lambda: "focus" in phone.connection.invoked, "the keyboard writes on in the note")
        await phone.type("visit.note", "Knocked\n18:00 Light on upstairs")
        await phone.tap("note.stamp.visit.note")
        await phone.until(lambda: phone.find("visit.note").value.endswith("Light on upstairs\n18:00 "))


@in_ring
async def test_a_note_of_ten_thousand_characters_is_sealed_saved_and_read_whole() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        long = "".join(f"22:{n % 60:02} S.W. said, \u201cdim ofn, tŷ tawel\u201d.\n" for n in range(300))[
            :10_000
        ]
        assert phone.find("visit.note").max_length is None
        assert phone.find("visit.note").multiline is True
        await phone.type("visit.note", long)
        phone.services.guard.lock()
        await phone.settle()
        await phone.unlock()
        await work.go("visit", TODAY)
        assert phone.find("visit.note").value == long
        await chosen(phone, work, "seen-alone")
        body = await save(phone, work)
        assert body["note"] == long.strip()
        await phone.until(lambda: long.strip() in phone.texts())


@in_ring
async def test_video_exhibits_and_a_photo_are_references_and_a_hash_that_is_none_is_not_taken() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("references.open")
        await phone.until(lambda: phone.has("references.bwv"))
        await phone.type("references.bwv", "BWV 4471-0093, 18:02 to 18:31")
        await phone.type("references.exhibits", "TRN/1 broken lock")
        await phone.type("references.file_ref", "DEMS 77120")
        await phone.type("references.file_sha256", "9f86d0")
        await phone.tap("visit.save")
        assert phone.sees("A SHA-256 hash has 64 characters")
        assert kinds.VISIT_RECORDED not in work.kinds()
        await phone.type("references.file_sha256", f"{HASH[:32]} {HASH[32:]}".upper())
        body = await save(phone, work)
        told = [body[name] for name in ("bwv", "exhibits", "file_ref", "file_sha256")]
        assert told == ["BWV 4471-0093, 18:02 to 18:31", "TRN/1 broken lock", "DEMS 77120", HASH]
        await phone.until(lambda: phone.sees("DEMS 77120"))
        assert phone.sees(HASH)


@in_ring
async def test_injuries_are_an_answer_of_their_own() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("ask.wv-wellbeing")
        await phone.choose("wv-wellbeing.answer.done")
        await phone.until(lambda: phone.has("wv-wellbeing.field.injuries.injury-seen"))
        await phone.choose("wv-wellbeing.field.injuries.injury-seen")
        await phone.until(lambda: "injury seen" in work.draft("visit", TODAY).values())
        body = await save(phone, work)
        assert body["details"]["wv-wellbeing"] == {"injuries": "injury seen"}


@in_ring
async def test_the_plan_is_read_back_from_the_visit_and_the_visit_waits() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await phone.type("visit.note", "Calm")
        await phone.tap("ask.wv-plan-review")
        await phone.tap("beside.plan")
        assert phone.route == work.place("plan")
        await work.go("visit", TODAY)
        assert phone.find("visit.note").value == "Calm"
        await phone.tap("ask.wv-plan-review")
        await phone.choose("wv-plan-review.answer.done")
        await phone.until(lambda: phone.has("wv-safe-to-speak.answer.yes"), "the next open question")


@in_ring
async def test_a_risk_that_changed_at_a_visit_waits_on_now_until_a_person_grades_it() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("ask.wv-risk-change")
        assert not phone.has("beside.grade")
        await phone.choose("wv-risk-change.answer.changed")
        await phone.until(lambda: phone.has("beside.trigger"), "the ways to grade and trigger")
        await save(phone, work)
        assert risk_changed(work.case) is not None
        await phone.go("/")
        phone.services.changes.say(work.id)
        await phone.settle()
        await phone.tap(f"now.risk.{work.id}")
        assert phone.route == work.place("task", "risk", "risk-tool")
        grade_risk(work.book, work.case, "high", {"reason": "He has moved next door"})
        assert risk_changed(work.case) is None


@in_ring
async def test_the_way_to_breach_now_is_one_tap_and_a_kill_on_it_loses_no_letter_of_the_visit() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await phone.type("visit.note", "Back door open, two voices")
        await phone.tap("breach.now")
        assert phone.route == work.place("breach")
        await phone.type("breach.belief", "His voice, she pointed upstairs")
        await phone.pass_time(1)
        await phone.until(lambda: "belief" in work.draft("breach"), "what was typed is sealed")
        assert work.draft("visit", TODAY)["note"] == "Back door open, two voices", "sealed before any lock"
        phone.services.guard.lock()
        await phone.settle()
        await phone.unlock()
        await work.go("breach")
        assert phone.find("breach.belief").value == "His voice, she pointed upstairs"
        await work.go("visit", TODAY)
        assert phone.find("visit.note").value == "Back door open, two voices"
