"""Cards to turn to the victim: which there are, and in which languages. They say nothing of an incident.

A language of the cards is a file of content/cards, whether or not the app itself is spoken in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app import kinds
from app.case.model import Case
from app.case.version import Version
from app.entry import Entry
from app.guidance.stanza import MalformedContent, Stanza
from app.guidance.toml_files import read_toml
from app.notebook import Notebook

CONTENT = Path(__file__).resolve().parent / "content"
FORMS = frozenset({"words", "answers", "numbers", "languages"})
LATIN = "latin"
_CARD = frozenset({"form", "answers", "numbers"})
_WORDS = frozenset({"title", "lines", "answers", "names"})


@dataclass(frozen=True, slots=True)
class Card:
    """`form`: words, answers, numbers or languages. `answers` are boxes to point at, `numbers` what to ring,
    by their names' keys."""

    id: str
    form: str
    answers: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says in one language. `names`: of its answers or numbers, by key."""

    title: str
    lines: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CardLanguage:
    """`name` in the language itself; `draft` until a professional translator has approved it."""

    id: str
    name: str
    draft: bool
    cards: Mapping[str, CardWords]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language to point at. `letters` other than latin are drawn by the phone's own fonts."""

    name: str
    english: str
    letters: str


@cache
def cards(folder: Path = CONTENT) -> tuple[Card, ...]:
    """In their order. MalformedContent names what must be mended."""
    return tuple(_card(name, told) for name, told in read_toml(folder / "cards.toml").items())


def _card(name: str, told: object) -> Card:
    stanza = Stanza(f"cards.toml [{name}]", told)
    stanza.only(_CARD)
    form, numbers = stanza.needed("form"), stanza.below("numbers")
    if form not in FORMS:
        raise stanza.wrong("has no known form; write words, answers, numbers or languages")
    return Card(name, form, stanza.texts("answers"), tuple(numbers.all() if numbers else ()))


@cache
def card_languages(folder: Path = CONTENT) -> tuple[CardLanguage, ...]:
    """By id. A card that a language does not have is not offered in it."""
    known = {card.id: card for card in cards(folder)}
    return tuple(_language(path, known) for path in sorted((folder / "cards").glob("*.toml")))


def _language(path: Path, known: Mapping[str, Card]) -> CardLanguage:
    read = read_toml(path)
    about = Stanza(path.name, read)
    about.only(frozenset({"name", "draft", *known}))
    said = {card: _words(path.name, known[card], read[card]) for card in known if card in read}
    return CardLanguage(path.stem, about.needed("name"), about.truth("draft", True), said)


def _words(name: str, card: Card, told: object) -> CardWords:
    stanza = Stanza(f"{name} [{card.id}]", told)
    stanza.only(_WORDS)
    below = stanza.below("answers") or stanza.below("names")
    names = dict(below.all()) if below else {}
    wanted = {*card.answers, *(key for key, _ in card.numbers)}
    if set(names) != wanted:
        raise MalformedContent(stanza.where, "names other answers or numbers than the card has; mend them")
    return CardWords(stanza.needed("title"), stanza.texts("lines"), names)


@cache
def languages_to_point_at(folder: Path = CONTENT) -> tuple[Spoken, ...]:
    return tuple(_spoken(folder))


def _spoken(folder: Path) -> Iterator[Spoken]:
    rows: Sequence[object] = read_toml(folder / "languages.toml").get("language", ())
    for number, row in enumerate(rows, 1):
        told = Stanza(f"languages.toml {number}", row)
        told.only(frozenset({"name", "english", "letters"}))
        yield Spoken(told.needed("name"), told.needed("english"), told.text("letters", LATIN))


def language_of(wanted: str) -> CardLanguage:
    """The cards' language of this id, or English."""
    every = card_languages()
    return next((each for each in every if each.id == wanted), None) or next(
        each for each in every if each.id == "en"
    )


def language_named(language: str) -> str:
    """Its own name; the id of one that this version does not have."""
    return next((each.name for each in card_languages() if each.id == language), language)


def titled(card: str, language: str) -> str:
    """What the card is called in that language; its id where this version does not have it."""
    known = language_of(language).cards.get(card)
    return known.title if known else card


def card_shown(book: Notebook, case: Case, card: str, language: str) -> Entry:
    """The officer says that the victim was shown a card. Nothing is kept of an answer that was pointed at."""
    return book.write(case.id, kinds.CARD_SHOWN, {"card": card, "language": language})


def last_shown(case: Case, card: str) -> Version | None:
    """When it was shown last, or None."""
    found = [each for each in case.log if each.kind == kinds.CARD_SHOWN and each.body.get("card") == card]
    return found[-1] if found else None
