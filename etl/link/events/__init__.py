"""Events: what one clause says of a transfer. Grammar fills the slots; what it leaves open the discourse completes.

``types`` says what an event is, ``sentence`` and ``clause`` build it; ``subjects``, ``votes``, ``oblique`` and
``roles`` find who gives and who receives, ``dates``, ``asides`` and ``means`` what is agreed, delivered or only
mentioned, ``lots`` cuts what is two.
"""

from etl.link.events.sentence import events
from etl.link.events.types import DELIVERS, TRANSFER, Actor, Event, Line

__all__ = ["DELIVERS", "TRANSFER", "Actor", "Event", "Line", "events"]
