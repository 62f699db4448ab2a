"""The only place that sets a colour or a size.

roles, letters, measures   what a colour is for; typeface and scale; spaces, radii, targets
look, dressing             what this window and the page itself wear now
"""

from views.theme import letters, measures, roles
from views.theme.letters import Letter
from views.theme.look import Look, look

__all__ = ["Letter", "Look", "letters", "look", "measures", "roles"]
