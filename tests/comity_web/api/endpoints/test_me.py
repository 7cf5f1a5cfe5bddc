import pytest


@pytest.mark.parametrize(
    ("who", "scope", "permission"),
    [
        ("pablo", "AFRICOM", "edit assessment"),
        ("kofi", "KEN", "edit assessment"),
        ("vera", "everywhere", "read"),
    ],
)
def test_a_caller_sees_roles_and_where_they_hold(program, who, scope, permission):
    me = program(who, reads_only=True).get("/me")
    assert me["username"] == who
    assert me["permissions"][permission] == [scope]
    assert me["grants"][0]["scope"] == scope
    assert me["reads_only"] is True


def test_somebody_without_a_role_may_still_ask(program):
    assert program("nina").get("/me")["permissions"] == {}


def test_nobody_is_nobody(program):
    program().get("/me", 401)
