"""An authority: one provision of law that allows, limits or supports security cooperation.

These are the nouns; the records themselves are TOML files in ``comity/authorities/records``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from comity.terms.moment import Moment, Span


class Certainty(StrEnum):
    """How far a statement was checked against the law; the weaker never hides in the stronger."""

    VERIFIED = "verified"
    PARTLY = "partly verified"
    RECALLED = "recalled"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """What a record says of one activity, purpose, recipient or partner."""

    YES = "yes"
    IF = "if"
    CHECK = "check"
    NO = "no"


class Verdict(StrEnum):
    """What the finder says of an authority, best first."""

    USABLE = "usable"
    CONDITIONAL = "usable with conditions"
    CHECK = "check"
    NOT_USABLE = "not usable"


class Outcome(StrEnum):
    """What a gate says."""

    PASS = "pass"  # noqa: S105 (the word of the specification, not a secret)
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """Comity's reading of a provision on one point, with the reason in words."""

    answer: Answer
    why: str = ""


@dataclass(frozen=True, slots=True)
class PartnerRule:
    """Which countries a provision reaches.

    Parameters
    ----------
    only
        Partner codes that are named.
    groups
        Groups whose members are reached, such as ``"NATO"``.
    excluded, excluded_why
        Partner codes that are shut out, and why.
    otherwise
        What holds for a partner that is neither named nor in a group; ``None`` shuts it out.
    otherwise_groups
        The same for members of one further group.
    group_why
        Condition on members of ``groups``; empty for none.
    developing, developing_required
        Condition on developing countries, and whether it has no waiver.
    note
        For the reader.
    """

    only: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    excluded_why: str = ""
    otherwise: Reading | None = None
    otherwise_groups: Mapping[str, Reading] = field(default_factory=dict)
    group_why: str = ""
    developing: str = ""
    developing_required: bool = False
    note: str = ""

    @property
    def is_limited(self) -> bool:
        """Whether the provision reaches some countries and not others."""
        return bool(self.only or self.groups or self.otherwise_groups or self.otherwise)


@dataclass(frozen=True, slots=True)
class PurposeDates:
    """A purpose that was added later: surely absent until one day, surely there from another."""

    purpose: str
    absent_until: date
    present_from: date


@dataclass(frozen=True, slots=True)
class Fit:
    """What a provision reaches, as Comity reads it; the finder asks nothing else.

    Parameters
    ----------
    activities, purposes, recipients, aims
        Keyword of the vocabulary to reading; ``any`` stands for every other keyword.
    partners
        Which countries.
    family
        Bodies of law that restrictions name: ``dod``, ``faa``, ``aeca``, ``sfops``, ...
    sure
        Points that the heading itself settles although the text was not read.
    companion
        Supports another authority and cannot carry an activity alone.
    money_only
        An account: another authority carries the activity.
    annual
        Lives by each year's appropriations act.
    purpose_dates
        Purposes that were added later.
    """

    activities: Mapping[str, Reading] = field(default_factory=dict)
    purposes: Mapping[str, Reading] = field(default_factory=dict)
    recipients: Mapping[str, Reading] = field(default_factory=dict)
    aims: Mapping[str, Reading] = field(default_factory=dict)
    partners: PartnerRule = field(default_factory=PartnerRule)
    family: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    companion: bool = False
    money_only: bool = False
    annual: bool = False
    purpose_dates: tuple[PurposeDates, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that committees of Congress are told, and when.

    ``days`` (or ``hours``) count from the start of the activity: before it or after it. ``when``
    is a condition in the little language of ``authorities/when.py``; free words are shown as they
    are.
    """

    to: tuple[str, ...]
    trigger: str
    timing: str = "before"
    days: int | None = None
    hours: int | None = None
    when: str = ""
    span: Span = field(default_factory=Span)
    certainty: Certainty = Certainty.VERIFIED
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """A ceiling in US dollars, for as long as it held.

    ``seen`` is the day from which a text that was read shows it, where that is later than the
    beginning of ``span`` or the beginning is not recorded.
    """

    usd: int
    scope: str
    text: str = ""
    activities: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    span: Span = field(default_factory=Span)
    certainty: Certainty = Certainty.VERIFIED
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report that recurs; ``due`` is a rule such as ``annual 03-31`` or ``quarterly``.

    ``span`` says for how long the law set this rule, where it changed.
    """

    name: str
    due: str
    authority: str = ""
    certainty: Certainty = Certainty.VERIFIED
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, or an element to include, before or while the authority is used.

    ``days`` is how long before the start it must be done; ``certainty`` is set where the step comes
    from another record than the one that it is asked for.
    """

    kind: str
    text: str
    when: str = ""
    days: int | None = None
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """What a restriction stops.

    Parameters
    ----------
    text
        The restriction in one sentence.
    list_name
        List that a partner may be on, entered by the user; empty where none decides.
    unit
        Whether it looks at a unit (Leahy) and so becomes a step.
    case
        Whether it looks at the single case and so becomes a step.
    reaches, ids, through, maybe, exempt
        Families and records that it stops; families that it reaches through their own clause;
        records where the reach is unclear; records that it leaves out.
    activities, purposes, recipients, partners, groups
        Narrow it to these; empty means all.
    except_purposes, not_partners
        What it leaves out.
    waiver
        Who may lift it and how; empty for nobody.
    days
        Days before the start by which its step must be done.
    """

    text: str
    list_name: str = ""
    unit: bool = False
    case: bool = False
    reaches: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    except_purposes: tuple[str, ...] = ()
    not_partners: tuple[str, ...] = ()
    waiver: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when, and what came before and after.

    ``status`` is one of ``in force``, ``ended``, ``check``; ``status_note`` keeps the wording of
    the research table. ``former_numbers`` and ``later_names`` are relatives that have no record.
    """

    status: str
    permanence: str
    begins: Moment | None = None
    ends: Moment | None = None
    begins_certainty: Certainty = Certainty.VERIFIED
    ends_certainty: Certainty = Certainty.VERIFIED
    status_note: str = ""
    begins_note: str = ""
    ends_note: str = ""
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    former_numbers: tuple[str, ...] = ()
    later_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read, or, for a recalled one, where it can be read."""

    address: str
    kind: str
    text_as_of: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who holds the authority and who must agree; ``level`` is a rung of the State role ladder."""

    holder: str
    state: str = ""
    level: str = "unknown"
    chief_of_mission: str = ""
    approvers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """One provision of law, in our own words; the citation points to the law.

    Parameters
    ----------
    id, citation, name
        Our id, the citation, a short name.
    title, group
        Body of law, such as ``Title 10``, and the finer group of the research table.
    category, subcategory
        activity, mission, partner, supporting (RAND's frame) or restriction (ours).
    permits, recipients, restrictions, account
        In words.
    certainty, checked, recheck
        How far it was checked, when it was last looked at, and why it needs another look.
    """

    id: str
    citation: str
    name: str
    title: str
    group: str
    category: str
    subcategory: str
    permits: str
    certainty: Certainty
    checked: date
    validity: Validity
    approval: Approval
    sources: tuple[Source, ...]
    recipients: str = ""
    restrictions: str = ""
    account: str = ""
    reporting: str = ""
    cap_note: str = ""
    origin: str = ""
    last_change: str = ""
    note: str = ""
    recheck: str = ""
    notices: tuple[Notice, ...] = ()
    caps: tuple[DatedAmount, ...] = ()
    reports: tuple[Report, ...] = ()
    steps: tuple[Step, ...] = ()
    fit: Fit | None = None
    bar: Bar | None = None
