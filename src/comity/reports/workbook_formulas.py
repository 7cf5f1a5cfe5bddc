"""The arithmetic of a score as Excel formulas that every spreadsheet since 2010 computes.

Each function answers with a formula's text without the leading equals sign. No dynamic arrays;
what needs an array is marked by :data:`ARRAY_MEANS` and is written as a single-cell array formula.
"""

from dataclasses import dataclass

#: Means whose formulas must be written as array formulas.
ARRAY_MEANS = frozenset({"geometric", "harmonic", "worst"})
#: Coverage compares with this slack, as in Python, so that rounding never drops a construct.
SLACK = "1E-12"
#: Relative slack when a transformed value is looked up in the reference: the spreadsheet's
#: logarithm may differ from Python's in the last digit.
LOOKUP_SLACK = 1e-12


@dataclass(frozen=True, slots=True)
class ScaleCells:
    """Where a scaling finds its numbers, as absolute references.

    Parameters
    ----------
    sample
        Range of the sorted reference sample.
    count
        How many values it has.
    first, second
        The two numbers of the fitted scaling.
    low, high
        Range of the scaled values, or their mean and standard deviation.
    exact
        Whether values can be compared with the sample to the last digit (no transform).
    """

    sample: str
    count: str
    first: str
    second: str
    low: str
    high: str
    exact: bool


def turned_formula(transform: str, raw: str, sign: str, *, fine: bool = False) -> str:
    """Value after its transform, turned so that high is favourable; empty where missing.

    Parameters
    ----------
    transform
        One of :data:`comity.methods.transform.TRANSFORMS`.
    raw, sign
        Cells of the value and of its direction (+1 or -1).
    fine
        Whether there are positive values below 0.01, for which log(1 + x) needs a series.
    """
    positive = f"MAX({raw},0)"
    plain = {
        "none": raw,
        "log": f"LN({raw})",
        "log1p": _log1p(positive) if fine else f"LN(1+{positive})",
        "asinh": f"SIGN({raw})*ASINH(ABS({raw}))",
        "sqrt": f"SQRT({positive})",
    }[transform]
    return f'IF(ISNUMBER({raw}),{sign}*{plain},"")'


def _log1p(x: str) -> str:
    series = f"{x}/7"
    for k in range(6, 0, -1):
        series = f"{x}*(1/{k}-{series})"
    return f"IF({x}<0.01,{series},LN(1+{x}))"


def fitted_formulas(method: str, sample: str, tail: float, goal: tuple[float, float]) -> list[str]:
    """Both numbers of a fitted scaling, from its reference sample.

    Parameters
    ----------
    method, sample, tail
        Scaling, range of the sample, share cut at each end by ``winsorised``.
    goal
        Goalposts, or anything and the target.
    """
    low, high = f"MIN({sample})", f"MAX({sample})"
    if method == "winsorised":
        cuts = [f"PERCENTILE({sample},{p!r})" for p in (tail, 1.0 - tail)]
        same = f"{cuts[0]}={cuts[1]}"
        return [f"IF({same},{low},{cuts[0]})", f"IF({same},{high},{cuts[1]})"]
    if method in {"zscore", "logistic"}:
        return [f"AVERAGE({sample})", f"STDEV({sample})"]
    if method == "goalposts":
        return [repr(float(goal[0])), repr(float(goal[1]))]
    return [low, repr(float(goal[1])) if method == "target" else high]


def scaled_formula(method: str, x: str, at: ScaleCells) -> str:
    """Scaled value of a turned one; empty where missing."""
    return f'IF(ISNUMBER({x}),{_scaled(method, x, at)},"")'


def _scaled(method: str, x: str, at: ScaleCells) -> str:
    if method == "none":
        return x
    if method == "target":
        return f"MIN(1-({at.second}-{x})/({at.second}-{at.first}),1)"
    if method in {"zscore", "logistic"}:
        z = f"({x}-{at.first})/{at.second}"
        if method == "zscore":
            return f"{z}*{at.high}+{at.low}"
        return f"{at.low}+({at.high}-{at.low})/(1+EXP(-({z})))"
    if method in {"rank", "borda", "prank", "percentile"}:
        return _by_rank(method, x, at)
    if method in {"winsorised", "goalposts"}:
        x = f"MIN(MAX({x},{at.first}),{at.second})"
    return f"({x}-{at.first})/({at.second}-{at.first})*({at.high}-{at.low})+{at.low}"


def _by_rank(method: str, x: str, at: ScaleCells) -> str:
    slack = "" if at.exact else f"{LOOKUP_SLACK:.0E}*ABS({x})"
    below = f"SUMPRODUCT(--({at.sample}<{x}{'-' + slack if slack else ''}))"
    if method == "percentile":
        upto = f"SUMPRODUCT(--({at.sample}<={x}{'+' + slack if slack else ''}))"
        below = f"{below}+MAX({upto}-{below}-1,0)/2"
    place = f"MIN({below},{at.count}-1)"
    if method == "borda":
        return place
    if method == "rank":
        return f"{place}+1"
    return f"{at.low}+{place}/({at.count}-1)*({at.high}-{at.low})"


def coverage_formula(x: str, weight: str) -> str:
    """Share of a group's weight whose members are there, by the weights as they stand now."""
    return f"SUMPRODUCT(ISNUMBER({x})*{weight})/SUM({weight})"


def mean_formula(mean: str, x: str, weight: str, coverage: str, least: float) -> str:
    """Weighted mean of what is there; empty where too little weight is observed.

    Parameters
    ----------
    mean
        One of :data:`comity.methods.means.MEANS`.
    x, weight
        Ranges of members and of their weights, of one shape.
    coverage
        Cell of the observed share.
    least
        Share below which nothing is said.
    """
    there = f"ISNUMBER({x})"
    total = f"SUM({there}*{weight})"
    value = {
        "arithmetic": f"SUMPRODUCT({x},{weight})/SUMPRODUCT({there}*{weight})",
        "geometric": f"EXP(SUM(IF({there},LN({x}),0)*{weight})/{total})",
        "harmonic": f"{total}/SUM(IF({there},1/{x},0)*{weight})",
        "worst": f"MIN(IF({there}*({weight}>0)>0,{x}))",
    }[mean]
    return f'IF(OR({coverage}=0,{coverage}<{float(least)!r}-{SLACK}),"",{value})'


def rank_formula(score: str, scores: str) -> str:
    """Rank from the top, 1 for the highest score; ties take the smallest; empty if not scored."""
    return f'IF(ISNUMBER({score}),1+SUMPRODUCT(ISNUMBER({scores})*({scores}>{score})),"")'
