"""According to whom: reports, source chains, and the standing of every word.

    attribute(reading, cast, world) -> Attribution

Cues are found in the tree (``cues``), joined with quotations (``quotes``, ``quoting``), put into chains (``chains``,
``reporting``); ``walk`` answers how the article stands to any one word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.attribution.chains import Chains
from hearsay.attribution.cues import find_cues
from hearsay.attribution.drafts import Drafting
from hearsay.attribution.lexicon import Words, default_words
from hearsay.attribution.media import cite
from hearsay.attribution.quotes import find_quotations
from hearsay.attribution.quoting import Quoting
from hearsay.attribution.reporting import place, write
from hearsay.attribution.screening import screen
from hearsay.attribution.sharing import share
from hearsay.attribution.stance import Attribution, Stance
from hearsay.attribution.walk import Walk
from hearsay.reading.tree import Reading

if TYPE_CHECKING:
    from hearsay.actors.cast import Cast
    from hearsay.world import World

__all__ = ["Attribution", "Stance", "Words", "attribute", "default_words"]


def attribute(
    reading: Reading, cast: Cast, world: World, words: Words | None = None, nested: bool = True
) -> Attribution:
    """Find all reports of an article and the standing of its words. Pure; nothing is kept between calls.

    Of nested speech the innermost report is given; with ``nested`` off the outermost, as some corpora mark it.
    """
    lexicon = words if words is not None else default_words()
    text = reading.document.text
    regions = [r.span for r in reading.document.regions] or [(0, len(text))]
    quotations = find_quotations(text, regions)
    chains = Chains(reading, cast, world)
    drafting = Drafting(reading, quotations, chains.speaks, chains.is_medium)
    shared = share(reading, find_cues(reading, lexicon), drafting.inside)
    cited = cite(reading, shared, chains.speaks, chains.is_medium)
    told = place(reading, Quoting(drafting, screen(reading, cited, chains.speaks, drafting.inside)).join(), chains)
    reports = write(reading, told, quotations, chains.credit, nested)
    return Attribution(reports, Walk(reading, told, quotations, chains.credit, lexicon).stance)
