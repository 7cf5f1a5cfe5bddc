"""The catalogue in numbers."""

from collections import Counter
from typing import Any

from comity.authorities.catalogue import catalogue
from comity.authorities.listing import CATEGORIES
from comity.terms.authority import Certainty


def counts_by_title() -> list[dict[str, Any]]:
    """Count the records of each body of law by category, and the share of each that is verified."""
    book = catalogue()
    counts = Counter((record.title, record.category) for record in book)
    return [
        {
            "title": title,
            "cells": [(category, counts[(title, category)]) for category in CATEGORIES],
            "total": total,
            "verified": book.certainty_shares([r for r in book if r.title == title]).get(
                Certainty.VERIFIED.value, 0.0
            ),
        }
        for title, total in book.counts("title").items()
    ]
