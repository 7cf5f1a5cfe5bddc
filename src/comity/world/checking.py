"""What every reader must hand over, whoever wrote it; held by pandera at the edge of the panel."""

from typing import TYPE_CHECKING

from comity.terms.errors import InputError
from comity.world.partners import partners
from comity.world.source import Source

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("partner", "indicator", "year", "value", "error")
YEARS = (1800, 2100)
_SHOWN = 5


def check_frame(frame: "pd.DataFrame", source: Source) -> "pd.DataFrame":
    """Check a reader's frame and bring it into one shape.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error; ``attrs["dropped"]`` and
        ``attrs["not_reported"]`` as the reader left them.

    Raises
    ------
    InputError
        If a column is missing, a partner or indicator unknown, a year impossible, a value not
        finite, an error negative, or a partner-indicator-year there twice.
    """
    import numpy as np
    import pandas as pd

    absent = [name for name in COLUMNS[:4] if name not in frame.columns]
    if absent:
        raise InputError(f"The reader of {source.id!r} gave no column {', '.join(absent)}.")
    if frame.empty:
        raise InputError(f"The reader of {source.id!r} gave no row at all.")
    shaped = pd.DataFrame(
        {
            "partner": frame["partner"].astype("str"),
            "indicator": frame["indicator"].astype("str"),
            "year": frame["year"].astype(np.int64),
            "value": frame["value"].astype(np.float64),
            "error": frame["error"].astype(np.float64) if "error" in frame else np.nan,
        }
    ).reset_index(drop=True)
    _validate(shaped, source)
    shaped.attrs["dropped"] = [str(sentence) for sentence in frame.attrs.get("dropped", [])]
    shaped.attrs["not_reported"] = list(frame.attrs.get("not_reported", []))
    return shaped


def _validate(frame: "pd.DataFrame", source: Source) -> None:
    import numpy as np
    import pandera.pandas as pa
    from pandera.errors import SchemaErrors

    known = [partner.id for partner in partners()]
    described = [indicator.id for indicator in source.indicators]
    schema = pa.DataFrameSchema(
        {
            "partner": pa.Column(None, pa.Check.isin(known, error="is no partner")),
            "indicator": pa.Column(None, pa.Check.isin(described, error="is not described")),
            "year": pa.Column(int, pa.Check.in_range(*YEARS, error="is no year")),
            "value": pa.Column(float, pa.Check(np.isfinite, error="is not finite")),
            "error": pa.Column(float, pa.Check.ge(0, error="is negative"), nullable=True),
        },
        unique=["partner", "indicator", "year"],
    )
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as problem:
        raise InputError(_sentence(frame, problem.failure_cases, source)) from None


def _sentence(frame: "pd.DataFrame", cases: "pd.DataFrame", source: Source) -> str:
    lead = f"The reader of {source.id!r} gave rows that cannot be right:"
    wrong = cases[cases["column"].isin(COLUMNS) & cases["index"].notna()]
    single = wrong[~wrong["check"].astype(str).str.contains("uniqu|duplicate")]
    if single.empty:
        again = frame[frame.duplicated(["partner", "indicator", "year"])].head(_SHOWN)
        keys = again[["partner", "indicator", "year"]].itertuples(index=False, name=None)
        shown = [f"{' '.join(map(str, key))} comes twice" for key in keys]
    else:
        shown = [
            f"{case.column} {case.failure_case!r} {case.check}"
            for case in single.drop_duplicates(["column", "failure_case"]).head(_SHOWN).itertuples()
        ]
    return f"{lead} {'; '.join(shown)}."
