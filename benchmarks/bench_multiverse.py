"""Fixed-effects models in thousands, and wild cluster bootstrap draws, against other software.

``wildboottest`` is no dependency of Comity: where it cannot be imported, name a Python that has it
(with statsmodels) in ``COMITY_WILDBOOTTEST_PYTHON``; else that row has no peer.
"""

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from statistics import median
from time import perf_counter

import numpy as np
from threadpoolctl import threadpool_limits

from comity.evaluate.multiverse_block import run_block
from comity.evaluate.multiverse_groups import CrossProductStore
from comity.evaluate.specifications import universe_of
from comity.evaluate.study import Outcome, Study, Treatment
from comity.evaluate.study_columns import study_columns
from comity.methods.panel_blocks import cluster_blocks
from comity.methods.panel_columns import Table
from comity.methods.wild_bootstrap import wild_bootstrap

UNITS, YEARS, CONTROLS, DRAWS = 195, 18, 12, 9_999
# Seconds a model of fixest's multi-estimation, measured once with R (tests/reference/panel).
FIXEST = 0.015
SAMPLE = 24


def panel() -> dict[str, np.ndarray]:
    draw = np.random.default_rng(0)
    n = UNITS * YEARS
    unit, year = np.repeat(np.arange(UNITS), YEARS), np.tile(np.arange(YEARS), UNITS)
    columns = {"unit": unit, "year": year}
    columns |= {f"x{k}": draw.normal(size=n) for k in range(1, CONTROLS + 1)}
    columns["treat"] = 0.3 * columns["x1"] + draw.normal(size=n)
    shared = draw.normal(size=UNITS)[unit] + draw.normal(size=YEARS)[year]
    columns["y"] = 0.2 * columns["treat"] + columns["x1"] + shared + draw.normal(size=n)
    return columns


def study(errors: str) -> Study:
    return Study(
        "bench",
        "unit",
        "year",
        (Outcome("y"),),
        (Treatment("treat"),),
        options=tuple((f"x{k}",) for k in range(1, CONTROLS + 1)),
        absorbed=("unit + year",),
        errors=(errors,),
    )


def seconds(work: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return median(found)


def ours(errors: str) -> Callable[[], object]:
    chosen, table = study(errors), Table(panel())

    def work() -> object:
        universe = universe_of(chosen)
        columns = study_columns(chosen, table)
        numbers = np.arange(len(universe))
        with threadpool_limits(limits=1):
            return run_block(universe, columns, numbers, CrossProductStore())

    return work


def loop_over_pyfixest(errors: str) -> float:
    """Seconds for all specifications, from a seeded sample of them."""
    import pandas as pd
    import pyfixest

    frame = pd.DataFrame(panel())
    picks = np.random.default_rng(1).integers(0, 2**CONTROLS, SAMPLE)
    terms = [
        " + ".join(["treat", *(f"x{k + 1}" for k in range(CONTROLS) if pick >> k & 1)])
        for pick in picks
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")

        def work() -> None:
            for term in terms:
                pyfixest.feols(f"y ~ {term} | unit + year", frame, vcov={"CRV1": errors})

        work()
        return seconds(work, 3) / SAMPLE * 2**CONTROLS


PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
import pandas as pd, statsmodels.formula.api as smf
from wildboottest.wildboottest import wildboottest
frame = pd.read_csv(sys.argv[1])
model = smf.ols("y ~ treat + x1 + x2 + x3 + C(year)", frame)
found = []
for _ in range(4):
    start = time.perf_counter()
    out = wildboottest(model, param="x2", cluster=frame["unit"], B=int(sys.argv[2]), show=False)
    found.append(time.perf_counter() - start)
print(json.dumps({"seconds": sorted(found[1:])[1], "p": float(out["p-value"].iloc[0])}))
"""


def wild_ours() -> Callable[[], object]:
    data = panel()
    dummies = (data["year"][:, None] == np.arange(1, YEARS)).astype(float)
    named = [np.ones(len(dummies)), *(data[name] for name in ("treat", "x1", "x2", "x3"))]
    columns = np.column_stack([*named, dummies, data["y"]])
    terms = np.arange(columns.shape[1] - 1)

    def work() -> object:
        blocks = cluster_blocks(columns, data["unit"])
        return wild_bootstrap(blocks, terms, len(terms), 3, draws=DRAWS, interval=False)

    return work


def wild_peer() -> dict[str, float] | None:
    """Seconds and p-value of wildboottest, where some Python here has it."""
    import tempfile

    import pandas as pd

    python = os.environ.get("COMITY_WILDBOOTTEST_PYTHON", "")
    if not python and find_spec("wildboottest") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/panel.csv"
        pd.DataFrame(panel()).to_csv(path, index=False)
        answer = subprocess.run(
            [python or sys.executable, "-c", PEER, path, str(DRAWS)],
            check=True,
            capture_output=True,
            text=True,
        )
    return json.loads(answer.stdout.splitlines()[-1])


def run() -> list[dict[str, object]]:
    rows = []
    for errors in ("unit", "unit + year"):
        mine = seconds(ours(errors), 7)
        peer = loop_over_pyfixest(errors.replace(" ", ""))
        name = f"{2**CONTROLS:,} fixed-effects models, 195 x 18 rows, clusters: {errors}"
        rows.append(row(name, mine, f"pyfixest in a loop ({SAMPLE} models, scaled)", peer))
        if errors == "unit":
            fixest = FIXEST * 2**CONTROLS
            rows.append(
                row(name, mine, "fixest multi-estimation (15 ms a model, measured once)", fixest)
            )
    work = wild_ours()
    work()
    mine, peer = seconds(work, 7), wild_peer()
    name = f"{DRAWS:,} wild cluster bootstrap draws, {UNITS} clusters"
    if peer is None:
        rows.append(row(name, mine, "wildboottest is not installed here", None))
    else:
        rows.append(row(name, mine, f"wildboottest (p = {peer['p']:.4f})", peer["seconds"]))
    return rows


def row(name: str, mine: float, peer: str, seconds_of_peer: float | None) -> dict[str, object]:
    ratio = None if seconds_of_peer is None else seconds_of_peer / mine
    return {
        "benchmark": name,
        "ours_seconds": mine,
        "peer": peer,
        "peer_seconds": seconds_of_peer,
        "ratio": ratio,
    }
