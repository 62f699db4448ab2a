"""Crockford's 32 letters and digits, and a check character over GF(32): it catches every wrong character
and every swapped neighbour. For codes that people read aloud and type."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None, "\n": None, "\t": None})
_POLYNOMIAL = 0b100101


def plainly(typed: str) -> str:
    """Without spaces and dashes, in capitals; the letter O is 0, I and L are 1."""
    return typed.upper().translate(_FORGIVEN)


def of_number(number: int, length: int) -> str:
    """The lowest 5 x `length` bits of a number, the highest first."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(length - 1, -1, -1))


def check_character(plain: str) -> str:
    """Each place weighs another power of the generator, so no two places weigh the same."""
    total, weight = 0, 1
    for letter in plain:
        weight = _times(weight, 2)
        total ^= _times(ALPHABET.index(letter), weight)
    return ALPHABET[total]


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left = left << 1 ^ (_POLYNOMIAL if left & 16 else 0)
        right >>= 1
    return product
