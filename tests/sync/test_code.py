"""The one-time code: what is typed wrong is seen before anybody is asked, what is typed messily is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crockford import ALPHABET
from sync.protocol.code import LENGTH, PIN_LENGTH, SECRET_LENGTH, Code, Mistyped, decode, encode

PINS = st.binary(min_size=10, max_size=10)
SECRETS = st.text(alphabet=ALPHABET, min_size=SECRET_LENGTH, max_size=SECRET_LENGTH)


@given(PINS, SECRETS)
def test_code_says_what_it_was_made_of(pin, secret):
    assert decode(encode(pin, secret)) == Code(pin, secret)


def test_code_has_eighty_bits_of_the_pin_and_fifty_five_of_a_secret():
    assert (PIN_LENGTH * 5, SECRET_LENGTH * 5, LENGTH) == (80, 55, 28)
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


@given(PINS, SECRETS, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_always_seen(pin, secret, place, letter):
    code = encode(pin, secret).replace("-", "")
    wrong = code[:place] + letter + code[place + 1 :]
    assert isinstance(decode(wrong), Code if wrong == code else Mistyped)


@given(PINS, SECRETS, st.integers(0, LENGTH - 2))
def test_two_neighbours_that_are_swapped_are_always_seen(pin, secret, place):
    code = encode(pin, secret).replace("-", "")
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert isinstance(decode(swapped), Code if swapped == code else Mistyped)


@given(PINS, SECRETS)
def test_case_groups_and_letters_that_look_like_digits_do_not_matter(pin, secret):
    code = encode(pin, secret)
    for messy in (
        code.lower(), code.replace("-", " "), code.replace("-", ""), f"\n {code}\t",
        code.replace("0", "o"), code.replace("1", "l"), code.replace("1", "I"),
    ):  # fmt: skip
        assert decode(messy) == Code(pin, secret)


@pytest.mark.parametrize(
    "text", ["", "7", "U" * 28, "ß" * 28, "0" * 27, "0" * 29, "÷" * 28, "٠" * 28, "0" * 10_000]
)
def test_what_cannot_be_a_code_is_mistyped(text):
    assert decode(text) == Mistyped()


@given(st.text())
def test_any_text_at_all_ends_as_a_code_or_as_mistyped(text):
    assert isinstance(decode(text), Code | Mistyped)
