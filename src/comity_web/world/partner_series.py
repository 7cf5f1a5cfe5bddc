"""What the panel holds of one partner by year: money by account, training by program."""

from comity.reports.stacks import Stack
from comity.terms.errors import ComityError
from comity.world.panel import Panel

#: Accounts of the Greenbook that add up to its security total.
ACCOUNTS = {
    "fmf": "Foreign Military Financing",
    "imet": "Military education (IMET)",
    "pko": "Peacekeeping Operations",
    "counterdrug": "Defense counter-drug",
    "ctr": "Cooperative Threat Reduction",
    "other_military": "Other military",
    "incle": "Narcotics and law enforcement",
    "nadr": "Nonproliferation, demining",
}
PROGRAMS = {
    "trainees_imet": "IMET",
    "trainees_fmf": "FMF",
    "trainees_ctfp": "Counterterrorism fellowships",
    "trainees_peace_operations": "Peace operations",
    "trainees_incle": "Narcotics and law enforcement",
    "trainees_regional_centers": "Regional centers",
    "trainees_section_1004": "Counter-drug (Section 1004)",
    "trainees_section_333": "Capacity building (Section 333)",
}
_OTHER = "Other programs"
FIRST_YEAR = 1991
DOLLARS = {"constant": "", "current": "_current"}


def money_by_account(panel: Panel, partner: str, name: str, *, dollars: str = "constant") -> Stack:
    """Return obligations by security account and fiscal year.

    Parameters
    ----------
    panel, partner, name
        Where, whose, and what the partner is called.
    dollars
        ``"constant"`` or ``"current"``.
    """
    ending = DOLLARS[dollars]
    series = {
        words: _by_year(panel, f"greenbook.{account}{ending}", partner, first=FIRST_YEAR)
        for account, words in ACCOUNTS.items()
    }
    unit = panel.catalogue[f"greenbook.security_total{ending}"].unit
    return Stack(
        f"{name}: US security assistance by account, FY{FIRST_YEAR}-2020",
        series,
        unit,
        "No public source has all accounts by country after FY2020. Peacekeeping is known by country "
        "from FY2004, counter-drug support for FY1997-2019.",
    )


def training_by_program(panel: Panel, partner: str, name: str) -> Stack:
    """Return training places by program and fiscal year; what no program names is left over."""
    series = {
        words: _by_year(panel, f"fmtr.{program}", partner) for program, words in PROGRAMS.items()
    }
    total = _by_year(panel, "fmtr.trainees", partner)
    named = {year: sum(amounts.get(year, 0.0) for amounts in series.values()) for year in total}
    rest = {year: max(total[year] - named[year], 0.0) for year in total}
    return Stack(
        f"{name}: training places by program, FY1999-2020",
        {**series, _OTHER: rest},
        "trainee places",
        "Unclassified activities in the reports to Congress; one person in two courses counts twice."
        + _lately(training_activities(panel, partner)),
    )


def training_activities(panel: Panel, partner: str) -> dict[int, float]:
    """Return lines of training that the reports print, by fiscal year."""
    return _by_year(panel, "fmtr.activities", partner)


def _lately(activities: dict[int, float]) -> str:
    said = [f"{activities[year]:,.0f} in {year}" for year in sorted(activities)[-4:]]
    return f" Activities (lines in the reports): {', '.join(said)}." if said else ""


def _by_year(panel: Panel, indicator: str, partner: str, *, first: int = 0) -> dict[int, float]:
    try:
        years, values = panel.series(indicator, partner)
    except ComityError:  # an installation may have built a smaller panel
        return {}
    pairs = zip(years.tolist(), values.tolist(), strict=True)
    return {year: value for year, value in pairs if year >= first}
