"""The finder over the whole catalogue: one answer, and the cheapest set for a package of five."""

from datetime import date
from statistics import median
from time import perf_counter

from comity.authorities.catalogue import catalogue
from comity.authorities.combine import combine
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.terms.partner_status import PartnerStatus

ON = date(2027, 3, 1)
KENYA = PartnerStatus("KEN", "Kenya", groups=frozenset({"AFRICOM"}), income="lower-middle")
PACKAGE = ("train", "equip", "exercise", "advise", "institution-building")


def seconds(ours, times=50):
    taken = []
    for _ in range(times):
        start = perf_counter()
        ours()
        taken.append(perf_counter() - start)
    return median(taken)


def row(name, ours):
    return {
        "benchmark": name,
        "ours_seconds": ours,
        "peer": None,
        "peer_seconds": None,
        "ratio": None,
    }


def run() -> list[dict[str, object]]:
    start = perf_counter()
    book = catalogue()
    read = perf_counter() - start
    needs = [Query(word, ON, purpose="counterterrorism", partner=KENYA) for word in PACKAGE]
    one = seconds(lambda: find(needs[0], book))
    several = seconds(lambda: combine(needs, book), times=10)
    return [
        row(f"authorities: read {len(book)} records, first time", read),
        row(f"authorities: one answer over {len(book)} records", one),
        row(f"authorities: cheapest sets for a package of {len(needs)}", several),
    ]
