"""The whole panel as one file, written once for each edition and kept in this installation's home."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from comity_web.answers.origin import described
from comity_web.site.environment import home
from comity_web.world.evidence import panel

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["csv", "parquet", "json"]


def panel_file(kind: Kind) -> Path:
    """Return the file with every value and its source, vintage and licence.

    Parameters
    ----------
    kind
        ``csv``, ``parquet``, or ``json`` for one object on each line.
    """
    ending = "jsonl" if kind == "json" else kind
    path = home() / "downloads" / f"comity-panel-{panel().edition}.{ending}"
    if not path.exists():
        _write(path, kind)
    return path


def _write(path: Path, kind: Kind) -> None:
    """Write beside the place and move: a reader sees the whole file or none."""
    path.parent.mkdir(exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        frame = _frame()
        if kind == "csv":
            frame.to_csv(part, index=False, lineterminator="\n")
        elif kind == "json":
            frame.to_json(part, orient="records", lines=True, force_ascii=False)
        else:
            frame.to_parquet(part, index=False)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _frame() -> "pd.DataFrame":
    import pandas as pd

    frame = panel().to_frame()
    names = list(panel().indicators)
    codes = frame["indicator"].cat.codes
    for column, told in (
        ("source", [described()[name].id for name in names]),
        ("licence", [described()[name].licence.value for name in names]),
    ):
        kinds = sorted(set(told))
        positions = [kinds.index(one) for one in told]
        frame[column] = pd.Categorical.from_codes(
            [positions[code] for code in codes], categories=pd.Index(kinds)
        )
    return frame
