"""Records that stand in addresses of the table of routes."""

from comity_web.access.models import Membership

EXAMPLES = {
    "vera": lambda people: people["vera"].pk,
    "pablo": lambda people: people["pablo"].pk,
    "role_of_kofi": lambda people: Membership.objects.get(user=people["kofi"]).pk,
    "role_of_vera": lambda people: Membership.objects.get(user=people["vera"]).pk,
}
