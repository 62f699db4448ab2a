"""The one-time enrolment code: 28 characters, in groups of four.

16 characters are 80 bits of the SHA-256 pin of the station's CA, 11 are a one-time secret of 55 bits,
the last is a check over GF(32): it catches every wrong character and every swapped neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from app.crockford import ALPHABET, check_character, of_number, plainly

LENGTH, PIN_LENGTH, SECRET_LENGTH = 28, 16, 11


@dataclass(frozen=True, slots=True)
class Code:
    """`ca_pin`: the first ten bytes of the CA key's SHA-256. `secret`: eleven characters, one use."""

    ca_pin: bytes
    secret: str


@dataclass(frozen=True, slots=True)
class Mistyped:
    """Not a code: wrong length, a character that codes never hold, or a check that does not fit."""


def encode(ca_pin: bytes, secret: str) -> str:
    """The code as it is shown, in groups of four."""
    plain = of_number(int.from_bytes(ca_pin, "big"), PIN_LENGTH) + secret
    whole = plain + check_character(plain)
    return "-".join(whole[at : at + 4] for at in range(0, LENGTH, 4))


def decode(text: str) -> Code | Mistyped:
    """Forgives case, spaces, dashes, the letter O for 0, I and L for 1."""
    typed = plainly(text)
    if len(typed) != LENGTH or any(letter not in ALPHABET for letter in typed):
        return Mistyped()
    plain, check = typed[:-1], typed[-1]
    if check_character(plain) != check:
        return Mistyped()
    number = reduce(lambda sofar, letter: sofar << 5 | ALPHABET.index(letter), plain[:PIN_LENGTH], 0)
    return Code(number.to_bytes(10, "big"), plain[PIN_LENGTH:])


def flaw(text: str) -> str:
    """What keeps `text` from being a code: letter, length or check; empty when it is one."""
    if isinstance(decode(text), Code):
        return ""
    typed = [letter for letter in text.upper() if letter.isalnum()]
    if any(letter not in f"{ALPHABET}OIL" for letter in typed):
        return "letter"
    return "length" if len(typed) != LENGTH else "check"
