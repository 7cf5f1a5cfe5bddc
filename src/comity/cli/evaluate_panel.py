"""Estimate one panel model, from a study file or straight from a formula."""

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any

import click

from comity.cli.shared_models import chosen_errors, read_model_table
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_study import load_study
from comity.evaluate.panel_checks import (
    Check,
    check_future,
    check_leave_out,
    check_pairs,
    check_permutation,
    check_wild,
)
from comity.evaluate.panel_errors import Errors
from comity.evaluate.panel_run import FAMILIES, run_panel
from comity.evaluate.study_base import base_model
from comity.methods.panel_columns import Table
from comity.methods.panel_draws import KINDS as SIGNS
from comity.methods.panel_vcov import FIXEF_K, SmallSample
from comity.terms.errors import InputError
from comity.terms.estimate import Estimate

_SHOWN = ("term", "estimate", "std_error", "statistic", "p_value", "low", "high")


@click.command()
@click.argument("study", required=False, type=click.Path(path_type=Path))
@click.option("--data", type=click.Path(path_type=Path), help="CSV or Parquet file with the panel.")
@click.option("--formula", help="Such as 'y ~ treat + x1 | unit + year'; instruments after a bar.")
@click.option("--cluster", help="Clustering variable, or two joined by +.")
@click.option(
    "--vcov",
    type=click.Choice(["iid", "hetero", "HC2", "HC3", "CR1", "CR3"]),
    help="Kind of standard errors; CR1 with --cluster.",
)
@click.option("--weights", default="", help="Column of weights.")
@click.option("--family", type=click.Choice(FAMILIES), default="gaussian", show_default=True)
@click.option("--unit", default="unit", show_default=True, help="Unit column, for lags.")
@click.option("--period", default="year", show_default=True, help="Period column, for lags.")
@click.option(
    "--fixef-k",
    type=click.Choice(FIXEF_K),
    default="nested",
    show_default=True,
    help="Which fixed-effect parameters the small-sample rule counts (fixest's fixef.K).",
)
@click.option("--drop-singletons", is_flag=True, help="Leave out rows alone in an absorbed level.")
@click.option("--wild", metavar="TERM", help="Wild cluster bootstrap of TERM.")
@click.option("--signs", type=click.Choice(SIGNS), default="rademacher", show_default=True)
@click.option("--bootstrap", metavar="TERM", help="Pairs cluster bootstrap of TERM.")
@click.option("--leave-out", metavar="TERM", help="Estimate TERM without each cluster in turn.")
@click.option("--permute", metavar="TERM", help="Permutation test of TERM over units.")
@click.option("--placebo", metavar="TERM", help="Add TERM's value one period ahead.")
@click.option("--draws", type=click.IntRange(min=19), help="Draws of each check.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@output_options
def command(options: OutputOptions, **asked: Any) -> None:
    """Estimate one panel model.

    Either STUDY, a TOML file, whose first alternative of every choice is run with every control;
    or --data and --formula.
    """
    table, formula, errors, weights, family, estimate = _estimated(asked)
    checks = _checks(table, formula, errors, weights, asked)
    if family != "gaussian" and checks:
        raise InputError("The checks are for the gaussian family.")
    rows = [{name: getattr(c, name) for name in _SHOWN} for c in estimate.coefficients]
    payload = estimate.to_dict() | {"checks": [check.to_dict() for check in checks]}
    if not (options.json or options.csv or options.xlsx):
        _print_before(estimate)
    emit(rows, title=_title(estimate), options=options, payload=payload)
    if not (options.json or options.csv or options.xlsx):
        _print_after(estimate, checks)


def _estimated(asked: dict[str, Any]) -> tuple[Table, str, Errors, str, str, Estimate]:
    rule = SmallSample(fixef_k=asked["fixef_k"])
    if asked["study"] is not None:
        if asked["data"] or asked["formula"]:
            raise InputError("Give a study file, or --data and --formula, not both.")
        loaded = load_study(asked["study"], own=False)
        base = base_model(loaded.study, loaded.table)
        table, formula, errors = base.table, base.formula, base.errors
        weights, family, claim = base.weights, base.family, loaded.study.claim
        estimate = run_panel(
            table, formula, errors=errors, weights=weights, family=family, rule=rule, claim=claim
        )
        return table, formula, errors, weights, family, estimate
    if not asked["data"] or not asked["formula"]:
        raise InputError("Give a study file, or both --data FILE and --formula TEXT.")
    table = read_model_table(asked)
    formula, weights, family = asked["formula"], asked["weights"], asked["family"]
    errors = chosen_errors(asked["vcov"], asked["cluster"], formula)
    estimate = run_panel(
        table,
        formula,
        errors=errors,
        weights=weights,
        family=family,
        rule=rule,
        drop_singletons=asked["drop_singletons"],
    )
    return table, formula, errors, weights, family, estimate


def _checks(
    table: Table, formula: str, errors: Errors, weights: str, asked: dict[str, Any]
) -> list[Check]:
    found: list[Check] = []
    named = ("wild", "bootstrap", "leave_out", "permute")
    wanted = [name.replace("_", "-") for name in named if asked[name]]
    if wanted and not errors.clusters:
        raise InputError(f"--{wanted[0]} needs clusters, such as --cluster unit.")
    shared: dict[str, Any] = {"weights": weights, "seed": asked["seed"]}
    if errors.clusters:
        shared["cluster"] = errors.clusters[0]
    draws = asked["draws"]
    if asked["wild"]:
        found.append(
            check_wild(
                table, formula, asked["wild"], signs=asked["signs"], draws=draws or 9_999, **shared
            )
        )
    if asked["bootstrap"]:
        found.append(check_pairs(table, formula, asked["bootstrap"], draws=draws or 999, **shared))
    if asked["leave_out"]:
        kept = {name: value for name, value in shared.items() if name != "seed"}
        found.append(check_leave_out(table, formula, asked["leave_out"], **kept))
    if asked["permute"]:
        found.append(
            check_permutation(table, formula, asked["permute"], draws=draws or 999, **shared)
        )
    if asked["placebo"]:
        found.append(check_future(table, formula, asked["placebo"], errors=errors, weights=weights))
    return found


def _span(check: Check) -> str:
    ends = f"{check.low:.4g} to {check.high:.4g}"
    if not isfinite(check.p_value):
        return ends
    return f"p = {check.p_value:.4g}" + (f", 95 % interval {ends}" if isfinite(check.low) else "")


def _title(estimate: Estimate) -> str:
    return f"{estimate.claim.value.capitalize()} with {estimate.outcome}"


def _print_before(estimate: Estimate) -> None:
    click.echo(f"Smallest {estimate.claim.value} that this design finds four times in five:")
    for name, value in estimate.statistics.items():
        if name.startswith("minimum_detectable"):
            click.echo(f"  {name[len('minimum_detectable[') : -1]}: {value:.4g}")


def _print_after(estimate: Estimate, checks: Sequence[Check]) -> None:
    click.echo(f"{estimate.nobs:,} rows; {estimate.estimator}; errors {estimate.errors}.")
    click.echo(f"Small-sample rule: {estimate.small_sample}.")
    for name, value in estimate.statistics.items():
        if not name.startswith("minimum_detectable"):
            click.echo(f"{name}: {value:.6g}")
    for check in checks:
        click.echo(f"{check.check} of {check.term}: {_span(check)}. {check.reading}")
    for line in (*estimate.dropped, *estimate.notes):
        click.echo(line)
