"""Case comparison: truth table and every tied minimal model of 29 cases by 10 conditions.

The peer is R's QCA 3.25 (method CCubes), which took about 0.5 s for the parsimonious solution on
the same file on a machine of this kind; R is not run here.
"""

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from comity.methods.qca_cases import Cases
from comity.methods.qca_solution import Kind
from comity.methods.qca_solve import solve
from comity.methods.qca_truth_table import Cuts, truth_table

CRISP = Path(__file__).resolve().parent.parent / "tests" / "reference" / "qca" / "crisp.csv"
R_SECONDS = 0.5


def crisp() -> Cases:
    with CRISP.open(encoding="utf-8") as stream:
        header, *rows = csv.reader(stream)
    values = np.array([[float(cell) for cell in row[1:]] for row in rows])
    names = tuple(row[0] for row in rows)
    return Cases(names, tuple(header[1:-1]), values[:, :-1], header[-1], values[:, -1])


def random_cases(n: int, k: int) -> Cases:
    draw = np.random.default_rng(0)
    names = tuple(map(str, range(n)))
    sets = draw.integers(0, 2, (n, k)) * 1.0
    return Cases(names, tuple("ABCDEFGHIJKLMNOPQRST"[:k]), sets, "Z", draw.integers(0, 2, n) * 1.0)


def seconds(work: Callable[[], object], times: int = 9) -> float:
    taken = []
    for _ in range(times):
        began = perf_counter()
        work()
        taken.append(perf_counter() - began)
    return median(taken)


def command_line() -> object:
    asked = ["evaluate", "cases", "--data", str(CRISP), "--outcome", "O"]
    asked += ["--solution", "parsimonious", "--json"]
    return subprocess.run(
        [sys.executable, "-m", "comity.cli.main", *asked], check=True, capture_output=True
    )


def run() -> list[dict[str, object]]:
    peer = "R QCA 3.25, as noted"
    rows: list[dict[str, object]] = []
    cases = crisp()
    for kind in (Kind.PARSIMONIOUS, Kind.CONSERVATIVE):
        ours = seconds(lambda kind=kind: solve(truth_table(cases, Cuts()), kind))
        theirs = R_SECONDS if kind is Kind.PARSIMONIOUS else None
        rows.append(
            {
                "benchmark": f"QCA, 29 x 10, {kind}",
                "ours_seconds": ours,
                "peer": peer if theirs else None,
                "peer_seconds": theirs,
                "ratio": theirs / ours if theirs else None,
            }
        )
    ours = seconds(command_line, times=3)
    rows.append(
        {
            "benchmark": "QCA, 29 x 10, whole command with start-up",
            "ours_seconds": ours,
            "peer": f"{peer} (minimising only)",
            "peer_seconds": R_SECONDS,
            "ratio": R_SECONDS / ours,
        }
    )
    for n, k in ((100, 8), (29, 16)):
        drawn = random_cases(n, k)
        ours = seconds(lambda drawn=drawn: solve(truth_table(drawn, Cuts())), times=3)
        rows.append({"benchmark": f"QCA, {n} x {k}, random outcome", "ours_seconds": ours})
    return rows
