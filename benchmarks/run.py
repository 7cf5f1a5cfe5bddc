"""Run every benchmark in this folder and write one table; ``make bench``.

A file ``bench_<name>.py`` has a function ``run()`` that returns rows with the keys ``benchmark``,
``ours_seconds``, ``peer``, ``peer_seconds`` and ``ratio`` (peer over ours), measured in one run.
Name some to run only those: ``python benchmarks/run.py rank``.
"""

import platform
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
COLUMNS = ("benchmark", "ours_seconds", "peer", "peer_seconds", "ratio")


def cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def main(names: list[str]) -> None:
    sys.path.insert(0, str(HERE))
    found = sorted(path.stem for path in HERE.glob("bench_*.py"))
    wanted = [stem for stem in found if not names or stem.removeprefix("bench_") in names]
    rows = [row for stem in wanted for row in import_module(stem).run()]
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    lines = [
        f"# Benchmarks\n\n{machine}. Ours and the peer in turn in one run; seconds are medians.\n",
        "| " + " | ".join(COLUMNS) + " |",
        "|" + "---|" * len(COLUMNS),
        *("| " + " | ".join(cell(row.get(name)) for name in COLUMNS) + " |" for row in rows),
    ]
    text = "\n".join(lines) + "\n"
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    results.joinpath("benchmarks.md").write_text(text, encoding="utf-8")
    print(text)
    print(f"Wrote {results.relative_to(HERE.parent) / 'benchmarks.md'}")


if __name__ == "__main__":
    main(sys.argv[1:])
