"""Does the authority reach this activity?"""

from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.authorities.rules.facet import look_up
from comity.terms.authority import Authority, Fit


def judge(authority: Authority, fit: Fit, query: Query) -> Finding:
    """Say whether the activity is one that the provision allows."""
    return look_up("activity", fit.activities, query.activity, authority, query)
