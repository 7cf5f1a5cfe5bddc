def test_the_list_says_what_each_may_do(signed_in):
    text = signed_in("ada").get("/people/").content.decode()
    assert "10 accounts" not in text
    assert "9 accounts" in text
    assert "Planner, AFRICOM" in text
    assert "Planner, Kenya" in text


def test_the_list_costs_the_same_however_many_people_there_are(
    signed_in, django_assert_max_num_queries
):
    client = signed_in("ada")
    with django_assert_max_num_queries(12):
        client.get("/people/")
