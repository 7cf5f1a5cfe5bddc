"""What is asked of a curve: which specifications, in which order, which page. It is the address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from comity.evaluate.ready_result import Specification
from comity.terms.errors import UnknownName
from comity_web.evaluate.curve_choices import Choice, taken

SORTS = {
    "estimate": "Estimate",
    "p_value": "p",
    "std_error": "Standard error",
    "nobs": "Rows",
    "number": "Number",
}
KINDS = {
    "negative": "negative",
    "positive": "positive",
    "significant": "p below 0.05",
    "not": "p of 0.05 or more",
}
PAGE = 50


@dataclass(frozen=True, slots=True)
class CurveQuestion:
    """A question.

    Parameters
    ----------
    chosen
        Alternative of each choice that is held.
    kind
        Key of :data:`KINDS`, or empty for all.
    sort, descending
        Key of :data:`SORTS`, and which way.
    page
        Counted from one.
    """

    chosen: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    sort: str = "estimate"
    descending: bool = False
    page: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether some specifications are left out."""
        return bool(self.chosen or self.kind)

    def takes(self, one: Specification) -> bool:
        """Whether a specification is asked for."""
        held = all(taken(one, name) == value for name, value in self.chosen.items())
        return held and _of_kind(one, self.kind)

    def in_order(self, found: Mapping[int, Specification]) -> list[tuple[int, Specification]]:
        """Return those asked for in the order asked for; those without an estimate come last."""
        rows = [(number, one) for number, one in found.items() if self.takes(one)]
        known = [row for row in rows if row[1].estimate == row[1].estimate]
        known.sort(key=self._key, reverse=self.descending)
        return known + [row for row in rows if row[1].estimate != row[1].estimate]

    def _key(self, row: tuple[int, Specification]) -> float:
        return float(row[0] if self.sort == "number" else getattr(row[1], self.sort))

    def query(self, **changes: object) -> str:
        """Return the address's query, with changes; the first page where something changes."""
        asked = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        parts: dict[str, str] = dict(asked.chosen)
        parts |= {"kind": asked.kind} if asked.kind else {}
        parts |= {"sort": asked.sort} if asked.sort != "estimate" else {}
        parts |= {"order": "down"} if asked.descending else {}
        parts |= {"page": str(asked.page)} if asked.page > 1 else {}
        return urlencode(parts)


def _of_kind(one: Specification, kind: str) -> bool:
    if not kind:
        return True
    if kind in {"negative", "positive"}:
        return one.estimate < 0 if kind == "negative" else one.estimate > 0
    return (one.p_value < 0.05) == (kind == "significant")


def read_question(given: Mapping[str, str], choices: tuple[Choice, ...]) -> CurveQuestion:
    """Read an address.

    Raises
    ------
    UnknownName
        If it names an alternative, an order or a kind that there is not.
    """
    chosen = {}
    for choice in choices:
        value = given.get(choice.name) or ""
        if value and value not in choice.alternatives:
            raise UnknownName(f"alternative of {choice.title}", value, choice.alternatives)
        if value:
            chosen[choice.name] = value
    kind, sort = given.get("kind") or "", given.get("sort") or "estimate"
    if kind and kind not in KINDS:
        raise UnknownName("kind of specification", kind, KINDS)
    if sort not in SORTS:
        raise UnknownName("order", sort, SORTS)
    page = given.get("page") or "1"
    number = int(page) if page.isdecimal() and len(page) < 8 else 1
    return CurveQuestion(chosen, kind, sort, given.get("order") == "down", max(number, 1))
