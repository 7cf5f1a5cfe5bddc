"""What people record about the world."""

from comity_web.world.models.own_group import OwnGroup

__all__ = ["OwnGroup"]
