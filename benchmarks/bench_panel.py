"""Reading what every command needs first: the panel and the partners."""

from statistics import median
from time import perf_counter

from comity.world.load import load_panel
from comity.world.partners import partners


def run() -> list[dict[str, object]]:
    works = {"load the reference panel": load_panel, "load the partners": partners.__wrapped__}
    rows = []
    for name, work in works.items():
        times = []
        for _ in range(7):
            start = perf_counter()
            work()
            times.append(perf_counter() - start)
        rows.append(
            {
                "benchmark": name,
                "ours_seconds": median(times),
                "peer": None,
                "peer_seconds": None,
                "ratio": None,
            }
        )
    return rows
