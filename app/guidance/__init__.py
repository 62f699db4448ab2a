"""What the officer is asked: tasks, questions and wording, read from app/content.

model     tasks, questions, fields, problems
load      TOML in, Guidance out; MalformedContent says which file and stanza
checking  what an answer still lacks
book      pages, status and words for a case
"""

from app.guidance.book import Guidance
from app.guidance.load import MalformedContent, load

__all__ = ["Guidance", "MalformedContent", "load"]
