"""The only place that sets a colour or a size.

roles      what a colour is for, light and dark
letters    typeface and scale
measures   spaces, radii, targets, icon sizes
look       the roles and the text scale of this window, now
dressing   what the page itself wears
"""

from views.theme import letters, measures, roles
from views.theme.letters import Letter
from views.theme.look import Look, look

__all__ = ["Letter", "Look", "letters", "look", "measures", "roles"]
