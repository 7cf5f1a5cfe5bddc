from comity_web.access.permissions import Permission
from comity_web.access.roles import ROLES


def test_every_role_and_permission_stands_on_the_page(signed_in):
    text = signed_in("vera").get("/people/roles/").content.decode()
    for role in ROLES.values():
        assert role.description in text
    for permission in Permission:
        assert permission.capitalize() in text
    held = sum(len(role.permissions) for role in ROLES.values())
    assert text.count("<td>yes</td>") == held
