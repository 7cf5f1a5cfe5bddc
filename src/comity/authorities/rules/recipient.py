"""May this kind of recipient receive it?"""

from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.authorities.rules.facet import look_up
from comity.terms.authority import Authority, Fit


def judge(authority: Authority, fit: Fit, query: Query) -> Finding:
    """Say whether the recipient is one that the provision names."""
    return look_up("recipient", fit.recipients, query.recipient, authority, query)
