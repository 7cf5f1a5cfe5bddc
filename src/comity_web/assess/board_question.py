"""What the matching board was asked, from its address, and the address of what was asked."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from comity.assess.matching import LABELS
from comity.terms.errors import InputError, UnknownName
from comity.world.partners import partners
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.scope import Scope, for_group
from comity_web.assess.models import OwnFigures
from comity_web.assess.studio_settings import DEFAULT_BASE
from comity_web.assess.studio_start import Start, start_named
from comity_web.assess.theatre_question import read_year
from comity_web.records.fetching import record_for
from comity_web.world.groups import chosen_group

BALANCE, THRESHOLD = 0.5, 0.25


@dataclass(frozen=True, slots=True)
class BoardQuestion:
    """What is compared, and what of it is shown.

    Parameters
    ----------
    start
        The model.
    year, group
        Of the question.
    holder
        Whose priorities.
    own
        A team's own funding figures, in place of the panel's.
    label
        The label that the table is narrowed to; empty for all that disagree, ``"all"`` for all.
    partner
        Id of the partner whose panel is open; may be empty.
    balance, threshold
        As for :func:`comity.assess.matching.match`.
    """

    start: Start
    year: int
    group: str | None
    holder: Scope
    own: OwnFigures | None = None
    label: str = ""
    partner: str = ""
    balance: float = BALANCE
    threshold: float = THRESHOLD

    def query(self, **changes: Any) -> str:
        """Return the question as an address has it, with changes; defaults are left out."""
        asked: dict[str, Any] = {
            "base": "" if self.start.base == DEFAULT_BASE else self.start.base,
            "year": self.year,
            "group": self.group,
            "holder": "" if self.holder == for_group(self.group) else str(self.holder),
            "funding": f"own-{self.own.pk}" if self.own else "",
            "label": self.label,
            "partner": self.partner,
            "balance": "" if self.balance == BALANCE else f"{self.balance:g}",
            "threshold": "" if self.threshold == THRESHOLD else f"{self.threshold:g}",
            **changes,
        }
        return urlencode({name: value for name, value in asked.items() if value not in (None, "")})


def read_board(user: User | AnonymousUser, data: QueryDict) -> BoardQuestion:
    """Read a question; what is not asked for has its default.

    Raises
    ------
    InputError
        Says which part cannot be used and what could be.
    Http404
        If it names a scenario or figures that are not there or that the user may not read.
    """
    start = start_named(user, data.get("base", ""))
    year = read_year(str(data["year"])) if data.get("year") else start.year
    name = data.get("group", start.group)
    group = chosen_group(str(name)).name if name else None
    label = data.get("label", "")
    if label not in {"", "all", *LABELS}:
        raise UnknownName("label", label, LABELS)
    code = data.get("partner", "")
    return BoardQuestion(
        start,
        year,
        group,
        Scope.parse(str(data["holder"])) if data.get("holder") else for_group(group),
        own=_own(user, data.get("funding", "")),
        label=label,
        partner=partners().resolve(code).id if code else "",
        balance=_share("balance", data.get("balance", ""), BALANCE),
        threshold=_share("threshold", data.get("threshold", ""), THRESHOLD),
    )


def _own(user: User | AnonymousUser, text: str) -> OwnFigures | None:
    if text in {"", "panel"}:
        return None
    number = text.removeprefix("own-")
    if not number.isdigit():
        raise UnknownName("funding", text, ("panel", "own-1"))
    return record_for(user, OwnFigures.objects.all(), number, to=Permission.READ)


def _share(what: str, text: str, default: float) -> float:
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise InputError(f"The {what} is a number from 0 to 1, not {text!r}.")
    return value
