"""The only writer of scenarios, priorities and own figures. Each action leaves a trace."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from comity.assess.model import PropensityModel
from comity.terms.errors import InputError
from comity.terms.version import VERSION
from comity_web.access.audit import write_event
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.rules import require
from comity_web.access.saving import EditConflict, save_changes
from comity_web.access.scope import Scope, for_group
from comity_web.assess.models import (
    AgreedResult,
    OwnFigures,
    Priority,
    PriorityVersion,
    Scenario,
    ScenarioVersion,
)
from comity_web.assess.models.scenario import CONTENT
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import DRAWS, SEED, intervals_of, scores_of
from comity_web.records.status import move
from comity_web.world.evidence import panel


@transaction.atomic
def create_scenario(
    *,
    name: str,
    model: PropensityModel,
    year: int,
    by: User | str,
    group: str = "",
    note: str = "",
    reason: str = "",
) -> Scenario:
    """Save a model as a new draft, on today's data.

    Raises
    ------
    InputError
        If a scenario of that name is there already.
    PermissionDenied
        If the user may not edit assessments for the group's scope.
    """
    _require_edit(by, for_group(group or None))
    _refuse_taken_name(name)
    scenario = Scenario.objects.create(
        name=name,
        note=note,
        recipe=model.to_toml(),
        year=year,
        group=group,
        data_edition=panel().edition,
        prepared_by=_name(by),
    )
    _keep_version(scenario, by=by, reason=reason)
    after = {field: getattr(scenario, field) for field in Scenario.audited_fields()}
    write_event(
        "scenario.created", scenario, by=by, scope=scenario.scope, after=after, reason=reason
    )
    return scenario


@transaction.atomic
def save_scenario(
    scenario: Scenario,
    changes: Mapping[str, Any],
    *,
    by: User | str,
    expected: int,
    reason: str = "",
) -> bool:
    """Save fields of a draft; the state before stays as a version.

    Parameters
    ----------
    changes
        Any of ``name``, ``note``, ``recipe``, ``year`` and ``group``.

    Raises
    ------
    InputError
        If it is no draft, the name is taken or the recipe cannot be read.
    EditConflict
        If somebody else saved it first.
    """
    wanted = {k: v for k, v in changes.items() if k in CONTENT}
    _require_edit(by, scenario.scope)
    _require_edit(by, for_group(wanted.get("group", scenario.group) or None))
    _refuse_unless_draft(scenario)
    if "name" in wanted:
        _refuse_taken_name(wanted["name"], scenario)
    if "recipe" in wanted:
        model_from(wanted["recipe"], wanted.get("name", scenario.name))
    wanted["data_edition"] = panel().edition
    saved = save_changes(
        scenario,
        wanted,
        by=by,
        expected=expected,
        action="scenario.saved",
        scope=scenario.scope,
        reason=reason,
    )
    if saved:
        _keep_version(scenario, by=by, reason=reason)
    return saved


def restore_version(
    scenario: Scenario, number: int, *, by: User | str, expected: int, reason: str = ""
) -> bool:
    """Save an earlier version again as the newest; nothing in between is lost."""
    version = scenario.versions.filter(number=number).first()
    if version is None:
        raise InputError(f"{scenario} has no version {number}.")
    content = {f: getattr(version, f) for f in CONTENT if f != "data_edition"}
    return save_scenario(
        scenario,
        content,
        by=by,
        expected=expected,
        reason=reason or f"Version {number} restored.",
    )


def duplicate_scenario(scenario: Scenario, *, name: str, by: User | str) -> Scenario:
    """Begin a new draft from a scenario in any state."""
    return create_scenario(
        name=name,
        model=model_from(scenario.recipe, scenario.name),
        year=scenario.year,
        group=scenario.group,
        note=scenario.note,
        by=by,
        reason=f"Copy of {scenario.name}, version {scenario.version}.",
    )


@transaction.atomic
def set_archived(
    scenario: Scenario, archived: bool, *, by: User | str, expected: int, reason: str = ""
) -> bool:
    """Put a scenario out of the list or back into it; nothing is deleted."""
    _require_edit(by, scenario.scope)
    return save_changes(
        scenario,
        {"archived": archived},
        by=by,
        expected=expected,
        action="scenario.archived" if archived else "scenario.restored",
        scope=scenario.scope,
        reason=reason,
    )


@transaction.atomic
def move_scenario(
    scenario: Scenario, name: str, *, by: User, expected: int, reason: str = ""
) -> None:
    """Submit, withdraw, return, approve or supersede; approval keeps recipe, data and result."""
    move(scenario, name, by=by, expected=expected, reason=reason)
    if name == "approve":
        keep_agreed_result(scenario, by=by)


@transaction.atomic
def keep_agreed_result(scenario: Scenario, *, by: User | str) -> AgreedResult:
    """Write down what was agreed, once, with scores and rank intervals of this day's data."""
    model = model_from(scenario.recipe, scenario.name)
    group = scenario.group or None
    scores = scores_of(scenario.year, group, model)
    intervals = intervals_of(scenario.year, group, model)
    drawn = {row["partner"]: row for row in intervals.rows()}
    kept = AgreedResult.objects.create(
        scenario=scenario,
        name=scenario.name,
        note=scenario.note,
        recipe=scenario.recipe,
        digest=model.digest,
        year=scenario.year,
        group=scenario.group,
        data_edition=scores.provenance.data,
        comity_version=VERSION,
        draws=DRAWS,
        seed=SEED,
        assumed=list(intervals.provenance.assumed),
        rows=[_plain(row, drawn.get(row["partner"])) for row in scores.rows()],
        prepared_by=scenario.prepared_by,
        agreed_by=_name(by),
        agreed_at=scenario.approved_at or timezone.now(),
    )
    write_event(
        "scenario.result_kept",
        scenario,
        by=by,
        scope=scenario.scope,
        after={"digest": kept.digest, "data_edition": kept.data_edition, "draws": kept.draws},
    )
    return kept


@transaction.atomic
def set_priority(
    partner: str,
    value: float | None,
    *,
    holder: Scope,
    by: User | str,
    expected: int,
    reason: str,
) -> Priority:
    """Set a partner's priority for whoever holds it, or take it back with ``None``.

    Parameters
    ----------
    partner
        Id.
    value
        0-100; only the order matters.
    holder
        Whose priority it is; the user must be allowed to edit assessments there.
    expected
        Version that the editor had before them; zero where there was none.

    Raises
    ------
    InputError
        If there is no reason, the value is off the scale or the partner outside the scope.
    EditConflict
        If somebody else set it first.
    """
    _require_edit(by, holder)
    _refuse_bad_priority(partner, value, holder, reason)
    now = {"value": value, "reason": reason.strip()}
    where = {"scope_kind": holder.kind, "scope_code": holder.code, "partner": partner}
    stamp = {"set_by": _name(by), "set_at": timezone.now()}
    priority = Priority.objects.filter(**where).first()
    if priority is None:
        priority = _first_priority(where, now, stamp)
        write_event("priority.set", priority, by=by, scope=holder, after=now, reason=reason.strip())
    else:
        _save_priority(priority, now, stamp, by=by, expected=expected)
    _keep_priority_version(priority)
    return priority


def undo_priority(priority: Priority, *, by: User | str, expected: int) -> Priority:
    """Set a priority back to what it was before the last save; undoing twice redoes."""
    earlier = list(priority.versions.all()[:2])
    value = earlier[1].value if len(earlier) > 1 else None
    return set_priority(
        priority.partner,
        value,
        holder=priority.scope,
        by=by,
        expected=expected,
        reason=f"Undone: {priority.reason}",
    )


@transaction.atomic
def add_figures(
    *,
    name: str,
    unit: str,
    figures: Mapping[str, float],
    holder: Scope,
    by: User | str,
    note: str = "",
) -> OwnFigures:
    """Keep a team's own funding figures.

    Raises
    ------
    InputError
        If name, unit or figures are empty.
    """
    _require_edit(by, holder)
    if not name.strip() or not unit.strip():
        raise InputError("Give the figures a name and a unit, so that others can read them.")
    if not figures:
        raise InputError("The table holds no figure; give at least one partner with an amount.")
    kept = OwnFigures.objects.create(
        name=name.strip(),
        unit=unit.strip(),
        note=note,
        figures=dict(figures),
        scope_kind=holder.kind,
        scope_code=holder.code,
        uploaded_by=_name(by),
    )
    after = {"unit": kept.unit, "partners": len(figures)}
    write_event("figures.uploaded", kept, by=by, scope=holder, after=after)
    return kept


def _name(by: User | str) -> str:
    return by if isinstance(by, str) else by.get_username()


def _require_edit(by: User | str, scope: Scope) -> None:
    """The system itself, named by a text, may write demonstration records."""
    if not isinstance(by, str):
        require(by, Permission.EDIT_ASSESSMENT, scope)


def _refuse_taken_name(name: str, but: Scenario | None = None) -> None:
    if not name.strip():
        raise InputError("Give the scenario a name.")
    taken = Scenario.objects.filter(name__iexact=name)
    if but is not None:
        taken = taken.exclude(pk=but.pk)
    if taken.exists():
        raise InputError(f"There is a scenario {name!r} already; choose another name.")


def _refuse_unless_draft(scenario: Scenario) -> None:
    if not scenario.editable:
        raise InputError(
            f"{scenario} is {scenario.status}; only a draft can be changed. "
            "Withdraw it from review, or duplicate it and change the copy."
        )


def _keep_version(scenario: Scenario, *, by: User | str, reason: str) -> ScenarioVersion:
    return ScenarioVersion.objects.create(
        scenario=scenario,
        number=scenario.version,
        saved_by=_name(by),
        reason=reason,
        **{field: getattr(scenario, field) for field in CONTENT},
    )


def _plain(row: Mapping[str, Any], drawn: Mapping[str, Any] | None) -> dict[str, Any]:
    """One partner's result without NaN, which JSON does not have."""
    kept = {k: None if v != v else v for k, v in row.items()}
    spread = ("rank_median", "rank_q05", "rank_q95", "top10")
    return kept | {k: None if drawn is None else drawn[k] for k in spread}


def _refuse_bad_priority(partner: str, value: float | None, holder: Scope, reason: str) -> None:
    if not reason.strip():
        raise InputError("Say why, in a few words; whoever reads the board will ask.")
    if value is not None and not 0 <= value <= 100:
        raise InputError(f"A priority is a number from 0 to 100, not {value:g}.")
    if not holder.covers(Scope("partner", partner)):
        raise InputError(f"{Scope('partner', partner).title} is not a partner of {holder.title}.")


def _save_priority(
    priority: Priority,
    now: Mapping[str, Any],
    stamp: Mapping[str, Any],
    *,
    by: User | str,
    expected: int,
) -> None:
    """A second editor sees value and reason of both, not who stamped them."""
    if priority.version != expected:
        raise EditConflict(priority, now, expected)
    try:
        save_changes(
            priority,
            {**now, **stamp},
            by=by,
            expected=expected,
            action="priority.set",
            scope=priority.scope,
            reason=str(now["reason"]),
        )
    except EditConflict as conflict:
        raise EditConflict(conflict.theirs, now, expected) from None


def _first_priority(
    where: Mapping[str, Any], now: Mapping[str, Any], stamp: Mapping[str, Any]
) -> Priority:
    """Two who set the first one at once: the second is told."""
    try:
        with transaction.atomic():
            return Priority.objects.create(**where, **now, **stamp)
    except IntegrityError:
        raise EditConflict(Priority.objects.get(**where), now, 0) from None


def _keep_priority_version(priority: Priority) -> None:
    PriorityVersion.objects.create(
        priority=priority,
        number=priority.version,
        value=priority.value,
        reason=priority.reason,
        set_by=priority.set_by,
        set_at=priority.set_at,
    )
