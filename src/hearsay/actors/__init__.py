"""Who: every mention of a person or body, grouped, linked to a known actor as of the article's date."""

from hearsay.actors.cast import ActorMention, Cast, Form, Member
from hearsay.actors.find import find_cast
from hearsay.actors.single import resolve

__all__ = ["ActorMention", "Cast", "Form", "Member", "find_cast", "resolve"]
