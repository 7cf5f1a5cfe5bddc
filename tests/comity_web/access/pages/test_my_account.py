def test_it_says_which_roles_hold_where(signed_in):
    text = signed_in("kofi").get("/people/me/").content.decode()
    assert "Planner" in text
    assert "Kenya" in text


def test_without_a_role_it_says_who_can_give_one(signed_in):
    assert "You have no role yet" in signed_in("nina").get("/people/me/").content.decode()
