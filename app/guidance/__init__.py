"""What the officer is asked: tasks, questions and wording, read from app/content.

load, stanza, checks    TOML in, Guidance out; MalformedContent names file and stanza
model, wording          tasks, questions, fields, problems; the keys of words
checking, book          what an answer lacks; pages, status and words for a case
"""

from app.guidance.book import Guidance
from app.guidance.load import load
from app.guidance.stanza import MalformedContent

__all__ = ["Guidance", "MalformedContent", "load"]
