"""The check code of a referral, read over the radio."""

from __future__ import annotations

from hashlib import sha256

from app.check_code import check_code, flaw, same_code
from app.crockford import ALPHABET

HASHES = [sha256(str(number).encode()).hexdigest() for number in range(300)]


def test_code_has_two_groups_of_three_and_is_the_same_at_each_end() -> None:
    code = check_code(HASHES[0])
    assert code == check_code(HASHES[0])
    assert [len(group) for group in code.split(" ")] == [3, 3]


def test_two_referrals_have_two_codes() -> None:
    assert len({check_code(each) for each in HASHES}) == len(HASHES)


def test_code_is_taken_as_people_say_and_type_it() -> None:
    for each in HASHES[:50]:
        typed = check_code(each).lower().replace("0", "o").replace("1", "l").replace(" ", "-")
        assert same_code(typed, each)


def test_every_wrong_character_is_noticed() -> None:
    for each in HASHES[:20]:
        code = check_code(each).replace(" ", "")
        for place, letter in enumerate(code):
            wrong = next(other for other in ALPHABET if other != letter)
            assert flaw(code[:place] + wrong + code[place + 1 :]) == "check"


def test_every_swapped_pair_of_neighbours_is_noticed() -> None:
    for each in HASHES[:20]:
        code = check_code(each).replace(" ", "")
        for place in range(len(code) - 1):
            one, other = code[place], code[place + 1]
            if one != other:
                assert flaw(code[:place] + other + one + code[place + 2 :]) == "check"


def test_what_is_no_code_says_why() -> None:
    assert flaw("4T7") == "length"
    assert flaw("4T7 KU2") == "letter"
    assert flaw(check_code(HASHES[1])) == ""


def test_code_of_another_referral_is_not_this_one() -> None:
    assert not same_code(check_code(HASHES[1]), HASHES[2])
