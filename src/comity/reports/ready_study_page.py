"""A ready study as one page that works offline: claim by claim, with what could have been found."""

from functools import cache
from math import isfinite
from typing import Any

from comity.evaluate.ready_frame import Need
from comity.evaluate.ready_result import Finding, ReadyResult, Verdict
from comity.literature import PublishedClaim, get_claim, load_studies
from comity.reports.ready_study_figures import claims_figure, curve_figure
from comity.reports.render import to_svg
from comity.reports.source_notes import licence_words
from comity.world.source import all_sources

_SCALED = {False: "In standard deviations", True: "For one standard deviation, log points"}
CSS_OF = {
    Verdict.AGREE: "agree",
    Verdict.DISAGREE: "disagree",
    Verdict.CANNOT_SAY: "cannot",
    Verdict.NOT_RUN: "notrun",
    Verdict.DESCRIBED: "described",
}


def ready_study_page(result: ReadyResult) -> str:
    """Write the page: what could be found, claims and verdicts, curves, data, limits.

    Parameters
    ----------
    result
        What :func:`comity.evaluate.ready_studies.run_ready_study` gave.

    Returns
    -------
    str
        One HTML document. Its security policy forbids every request, and there is no script.
    """
    from markupsafe import Markup

    run = [one for one in result.findings if one.headline is not None]
    glance = claims_figure(result)
    return str(
        _environment()
        .get_template("ready_study.html.j2")
        .render(
            result=result,
            summary=_summary(result),
            # The drawings are made here from escaped text.
            glance=(glance, Markup(to_svg(glance, prefix="glance"))),  # noqa: S704
            power=[_power(one) for one in run],
            findings=[_finding(result, one, at) for at, one in enumerate(result.findings)],
            sources=_sources(result.needs),
            estimators=[_estimator(row) for row in result.estimators],
        )
    )


def _summary(result: ReadyResult) -> list[tuple[str, str, int]]:
    """Verdicts that occur on claims of the literature, each with its class and how many."""
    claims = [one for one in result.findings if one.claim is not None]
    return [
        (verdict.value, CSS_OF[verdict], sum(one.verdict is verdict for one in claims))
        for verdict in Verdict
        if any(one.verdict is verdict for one in claims)
    ]


def _power(one: Finding) -> dict[str, str]:
    return {
        "question": one.question,
        "detectable": _number(one.detectable),
        "unit": one.unit,
        "deviations": f"{abs(one.detectable * one.scale):.2f}",
        "rows": f"{one.headline.nobs:,}" if one.headline else "",
        "partners": f"{one.headline.clusters:,}" if one.headline else "",
    }


def _finding(result: ReadyResult, one: Finding, at: int) -> dict[str, Any]:
    from markupsafe import Markup

    drawn = None
    if one.headline is not None:
        figure = curve_figure(result, one.id)
        drawn = (figure, Markup(to_svg(figure, prefix=f"c{at}")))  # noqa: S704
    return {
        "finding": one,
        "css": CSS_OF[one.verdict],
        "claim": None if one.claim is None else _claim(one.claim),
        "shown": _shown(one),
        "moderated": [_moderated(row) for row in one.moderated],
        "curve": drawn,
    }


def _claim(claim: PublishedClaim) -> dict[str, Any]:
    study = next(one for one in load_studies() if one.key == claim.source)
    rivals = [get_claim(name) for name in claim.rivals]
    by_key = {one.key: one for one in load_studies()}
    return {
        "claim": claim,
        "citation": study.citation,
        "url": study.url,
        "title_recalled": study.certainty.value == "recalled",
        "rivals": [(rival.claim, by_key[rival.source].citation) for rival in rivals],
    }


def _shown(one: Finding) -> list[tuple[str, str]]:
    """Label and text of each thing that the data show."""
    if one.headline is None or one.curve is None:
        return []
    spec, curve = one.headline, one.curve
    span = f"{_number(spec.estimate)} (95 % interval {_number(spec.low)} to {_number(spec.high)})"
    sized = sorted((spec.low * one.scale, spec.high * one.scale))
    rows = [
        ("Headline", (f"{span}: {one.unit}. p = {_p(spec.p_value)};"
         f" {spec.nobs:,} rows, {spec.clusters} partners.")),
        (_SCALED[spec.settings["estimator"] == "poisson"], (f"{spec.estimate * one.scale:+.2f}"
         f" ({sized[0]:+.2f} to {sized[1]:+.2f})")),
        ("Model", spec.formula),
        ("All specifications", (f"{curve.specifications - curve.failed:,}: {curve.negative:.0%}"
         f" negative ({curve.significant_negative:.0%} significantly), {curve.positive:.0%}"
         f" positive ({curve.significant_positive:.0%} significantly); median"
         f" {_number(curve.median)}")),
    ]  # fmt: skip
    if one.null:
        test = one.null[1]
        rows.append((
            "Whole curve under permutations",
            (f"p = {_p(test.p_value)} for the share that is significant with one sign"
            f" ({test.permutations} permutations of whole histories, {test.specifications}"
            f" specifications, seed {test.seed})"),
        ))  # fmt: skip
    if one.placebo is not None:
        warning = (
            " A warning: the outcome moves before the assistance, so selection or anticipation is"
            " at work."
            if one.placebo.p_value < 0.05
            else ""
        )
        text = f"{_number(one.placebo.estimate)}, p = {_p(one.placebo.p_value)}.{warning}"
        rows.append(("Placebo: assistance after the outcome", text))
    return rows


def _moderated(row: Any) -> dict[str, str]:
    return {
        "moderator": row.moderator.replace("_", " "),
        "value": f"{row.value:.2f}",
        "share": f"{row.share:.0%}",
        "estimate": _number(row.estimate),
        "span": f"{_number(row.low)} to {_number(row.high)}",
        "p": _p(row.p_value),
    }


def _estimator(row: Any) -> dict[str, str]:
    return {
        "name": row.estimator,
        "estimate": _number(row.estimate),
        "span": f"{_number(row.low)} to {_number(row.high)}" if isfinite(row.low) else "–",
        "p": _p(row.p_value),
        "past": _number(row.persistence),
        "rows": f"{row.nobs:,}",
        "note": row.note,
    }


def _sources(needs: tuple[Need, ...]) -> list[dict[str, Any]]:
    """One row for each source and vintage, with the indicators that come from it."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    known = all_sources()
    for need in needs:
        if not need.here or (need.source == "comity" and not need.vintage):
            continue
        row = found.setdefault(
            (need.source, need.vintage),
            {
                "publisher": need.publisher,
                "vintage": need.vintage,
                "licence": f"{need.licence}: {licence_words(need.licence)}",
                "citation": known[need.source].citation if need.source in known else "",
                "titles": [],
            },
        )
        row["titles"].append(f"{need.column} = {need.title} ({need.indicator})")
    return list(found.values())


def _number(value: float) -> str:
    return f"{value:,.3g}" if isfinite(value) else "–"


def _p(value: float) -> str:
    if not isfinite(value):
        return "–"
    return "less than 0.001" if value < 0.001 else f"{value:.3f}"


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("comity.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
