from dataclasses import replace

import numpy as np

from comity.reports.workbook_constructs import places
from tests.reports.written import sheet_rows


def test_places_number_every_partner_once_with_ties_by_code(scores):
    rank = np.zeros(len(scores.partners), dtype=np.int64)
    rank[[4, 2, 9]] = [1, 2, 2]
    found = places(replace(scores, rank=rank))
    assert sorted(found) == list(range(1, len(scores.partners) + 1))
    assert (found[4], found[2], found[9]) == (1, 2, 3)


def test_what_was_known_at_export_are_numbers(scores, intervals):
    row = sheet_rows("Constructs", scores, intervals, values=False)[6]
    assert all(isinstance(cell, int | float) for cell in row[12:17])
    assert row[12] == scores.rank[0]
