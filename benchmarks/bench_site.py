"""Fifty readers at once on a real site with the demonstration data.

Each reader opens a page, looks at it for half a second to a second and a half, and opens the next: partner
pages, comparisons, the board, the start page. Then each moves a weight in the model studio, every time another
one. The 95th percentile is set beside what was asked for; ``peer`` is that limit.
"""

import http.client
import json
import random
import sys
import tempfile
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter, sleep

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.journeys.running_site import PASSWORD, start_site

READERS = 50
SECONDS = 20.0
PARTNERS = ("KEN", "UGA", "PHL", "COL", "JOR", "UKR", "GHA", "IDN", "PER", "MAR", "VNM", "SEN")
PAGES = (
    "/",
    "/?layer=funding&group=AFRICOM",
    "/board/",
    "/board/?group=AFRICOM",
    "/compare/?partners=KEN,UGA,ETH",
    "/scenarios/",
    "/data/",
    "/authorities/",
    "/authorities/records/",
    *(f"/partners/{code}/" for code in PARTNERS),
)
WEIGHTS = ("interests", "relationship", "governance", "economy", "stability")


class Reader:
    """One browser: its connection, its cookies and its own random numbers."""

    def __init__(self, address: urllib.parse.SplitResult, cookies: str, seed: int) -> None:
        self.address, self.cookies = address, cookies
        self.random = random.Random(seed)  # noqa: S311 (nothing secret)
        self.connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, float]:
        """Status, and seconds until the last byte."""
        token = dict(p.split("=", 1) for p in self.cookies.split("; "))["csrftoken"]
        headers = {
            "Cookie": self.cookies,
            "Accept-Encoding": "gzip",
            "X-CSRFToken": token,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        start = perf_counter()
        try:
            self.connection.request(method, path, body or None, headers)
            answer = self.connection.getresponse()
            answer.read()
        except (http.client.HTTPException, OSError):
            self.connection.close()
            return self.ask(method, path, body)
        return answer.status, perf_counter() - start

    def read(self, until: float) -> list[tuple[int, float]]:
        found = []
        sleep(self.random.random())
        while perf_counter() < until:
            found.append(self.ask("GET", self.random.choice(PAGES)))
            sleep(self.random.uniform(0.5, 1.5))
        return found

    def reweigh(self, until: float) -> list[tuple[int, float]]:
        found = []
        sleep(self.random.random())
        while perf_counter() < until:
            name = self.random.choice(WEIGHTS)
            body = urllib.parse.urlencode({f"w-{name}": round(self.random.uniform(0.2, 5), 3)})
            found.append(self.ask("POST", "/studio/recalculate/", body))
            sleep(self.random.uniform(0.5, 1.5))
        return found


def signed_in(address: urllib.parse.SplitResult) -> str:
    """Cookies of a viewer."""
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
    connection.request("GET", "/account/login/")
    answer = connection.getresponse()
    answer.read()
    token = answer.headers["Set-Cookie"].split("csrftoken=")[1].split(";")[0]
    form = {"login": "viewer", "password": PASSWORD.format(role="viewer")}
    form["csrfmiddlewaretoken"] = token
    headers = {
        "Cookie": f"csrftoken={token}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", "/account/login/", urllib.parse.urlencode(form), headers)
    answer = connection.getresponse()
    answer.read()
    set_cookies = [v for k, v in answer.getheaders() if k.lower() == "set-cookie"]
    return "; ".join(one.split(";")[0] for one in set_cookies)


def crowd(address: urllib.parse.SplitResult, cookies: str, what: str) -> list[tuple[int, float]]:
    readers = [Reader(address, cookies, seed) for seed in range(READERS)]
    until = perf_counter() + SECONDS
    with ThreadPoolExecutor(READERS) as pool:
        found = [
            one for part in pool.map(lambda r: getattr(r, what)(until), readers) for one in part
        ]
    bad = [status for status, _ in found if status != 200]
    if bad:
        raise SystemExit(f"{len(bad)} of {len(found)} answers were not 200: {sorted(set(bad))}")
    return found


def quantile(found: list[tuple[int, float]], share: float) -> float:
    taken = sorted(seconds for _, seconds in found)
    return taken[min(int(share * len(taken)), len(taken) - 1)]


def rows_of(name: str, found: list[tuple[int, float]], limit: float) -> list[dict[str, object]]:
    rate = len(found) / SECONDS
    title = f"site: {name}, {READERS} readers, {len(found)} requests, {rate:.0f}/s, no error"
    rows = []
    for label, share, peer in (("median", 0.5, None), ("95th percentile", 0.95, limit)):
        taken = quantile(found, share)
        rows.append(
            {
                "benchmark": f"{title}: {label}",
                "ours_seconds": taken,
                "peer": f"asked for: {limit:g} s" if peer else None,
                "peer_seconds": peer,
                "ratio": peer / taken if peer else None,
            }
        )
    return rows


def warm_up(address: urllib.parse.SplitResult, cookies: str) -> None:
    """Ask for every page on new connections, which either process may get, until both have it."""
    for page in PAGES * 8:
        status, _ = Reader(address, cookies, 0).ask("GET", page)
        if status != 200:
            raise SystemExit(f"{page} answers {status}")


def seconds_to_stand(home: Path) -> float:
    """Seconds from the command on an empty machine until the sign-in page answers."""
    begun = perf_counter()
    site = start_site(home, roles=(), wait_for_records=False)
    taken = perf_counter() - begun
    site.stop()
    return taken


def run() -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        first = seconds_to_stand(Path(folder) / "first")
        site = start_site(Path(folder) / "home", "", "--workers", "2")
        address = urllib.parse.urlsplit(site.url)
        try:
            cookies = signed_in(address)
            warm_up(address, cookies)
            pages = crowd(address, cookies, "read")
            studio = crowd(address, cookies, "reweigh")
        finally:
            site.stop()
    start = {
        "benchmark": "site: first start, from the command to the sign-in page",
        "ours_seconds": first,
        "peer": "asked for: 3 s",
        "peer_seconds": 3.0,
        "ratio": 3.0 / first,
    }
    return [start, *rows_of("cached pages", pages, 0.150), *rows_of("studio", studio, 0.500)]


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
