import pytest

from comity_web.access.permissions import Permission
from comity_web.access.roles import ROLES

ONLY = {
    "viewer": {"read"},
    "planner": {"read", "read drafts", "edit assessment"},
    "evaluator": {"read", "read drafts", "run studies", "edit evaluation"},
    "approver": {"read", "read drafts", "approve"},
}


@pytest.mark.parametrize("name", ONLY)
def test_a_role_permits_what_is_written_here_and_nothing_else(name):
    """Written out a second time on purpose: a change of policy must be made twice."""
    assert {str(p) for p in ROLES[name].permissions} == ONLY[name]


def test_the_administrator_holds_everything():
    assert ROLES["administrator"].permissions == set(Permission)


def test_no_role_but_the_administrators_manages_people_or_the_site():
    for name in ONLY:
        assert not ROLES[name].permissions & {
            Permission.MANAGE_MEMBERS,
            Permission.MANAGE_SITE,
            Permission.READ_AUDIT,
        }
