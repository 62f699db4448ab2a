"""The check code of a referral: read over the radio, so that both sides know that they mean the same one.

Five characters come from the SHA-256 of the entry, 25 bits, the sixth is a check. The entry names what it
carries and follows from everything that its stream held before, so another referral has another code. It
proves nothing against somebody who makes entries until one fits: it guards against a mistake, not a lie.
"""

from __future__ import annotations

from app.crockford import ALPHABET, check_character, of_number, plainly

LENGTH, GROUP = 6, 3


def check_code(entry_hash: str) -> str:
    """'4T7 KQ2'. `entry_hash`: 64 hexadecimal digits, as app.entry makes them."""
    plain = of_number(int(entry_hash[:16], 16), LENGTH - 1)
    whole = plain + check_character(plain)
    return f"{whole[:GROUP]} {whole[GROUP:]}"


def same_code(typed: str, entry_hash: str) -> bool:
    """Whether what was read back is the code of this entry; case, spaces and dashes do not matter."""
    return plainly(typed) == plainly(check_code(entry_hash))


def flaw(typed: str) -> str:
    """What keeps `typed` from being any check code: letter, length or check; empty when it is one."""
    plain = plainly(typed)
    if any(letter not in ALPHABET for letter in plain):
        return "letter"
    if len(plain) != LENGTH:
        return "length"
    return "" if check_character(plain[:-1]) == plain[-1] else "check"
