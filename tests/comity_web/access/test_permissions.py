from comity_web.access.permissions import Permission
from comity_web.access.roles import ROLES


def test_every_permission_is_held_by_some_role():
    held = set().union(*(role.permissions for role in ROLES.values()))
    assert held == set(Permission)
