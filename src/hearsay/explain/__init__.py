"""Why a coding says what it says, from the coding alone: in a terminal, in a notebook, on a page."""

from hearsay.explain.page import article, fragment, page, page_head, page_tail
from hearsay.explain.terminal import explanation

__all__ = ["article", "explanation", "fragment", "page", "page_head", "page_tail"]
