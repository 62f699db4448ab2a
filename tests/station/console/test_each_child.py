"""Of a visit the console tells each child by itself, by initials."""

from __future__ import annotations


def test_each_child_of_a_visit_stands_by_its_initials_with_how_it_was(supervisor, phone, incident):
    case = incident
    entries = phone.write(case=case, kind="person_recorded", person="c-1", role="child", name="Ada Fernsby")
    entries += phone.write(case=case, kind="person_recorded", person="c-2", role="child")
    told = {"c-1": {"answer": "seen", "words": "Asleep upstairs"}, "c-2": {"answer": "not seen"}}
    entries += phone.write(
        case=case, kind="visit_recorded", type="visit", outcome="seen-alone", seen=True, alone=True,
        breach_signs=[], children=told, **{"for": "extra"},
    )  # fmt: skip
    phone.push(entries)
    words = supervisor.words(f"/incident/{case}")
    assert "Child A.F. Seen. Asleep upstairs" in words
    assert "Child 2, no name recorded Not seen" in words
    assert "Ada" not in words
    assert "Fernsby" not in words
