"""Records that stand in addresses of this application."""

from comity_web.world.actions import create_group
from comity_web.world.models import OwnGroup


def own_group(people):
    """A group that planners everywhere may change; the same one however often it is asked for."""
    made = OwnGroup.objects.filter(name="EXAMPLE").first()
    return (made or create_group("Example", members=["KEN"], by=people["petra"])).pk


EXAMPLES = {"own_group": own_group}
