"""Records that stand in addresses of the table of routes."""

from comity_web.api.actions import create_token
from comity_web.api.queries import tokens_of


def _veras_token(people):
    """One token of vera's, made where it is not there yet."""
    vera = people["vera"]
    found = tokens_of(vera).first() or create_token(vera, "briefing", by=vera)[0]
    return found.pk


EXAMPLES = {"veras_token": _veras_token}
