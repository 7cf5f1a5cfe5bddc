def test_a_model_is_answered_at_once_with_its_rule_and_command(signed_in, uploaded):
    address = f"/evaluate/own/{uploaded().pk}/"
    client = signed_in("eva")
    assert "No model yet" in client.get(address).content.decode()
    given = {"formula": "y ~ x | unit + year", "cluster": "unit"}
    html = client.get(address, given).content.decode()
    assert "Association with y" in html
    assert "2.000" in html or ">2<" in html
    assert "fixef.K=&#x27;nested&#x27;" in html
    assert "comity evaluate panel --data panel.csv" in html
    assert "four times in five" in html
    assert "Few clusters" in html


def test_what_cannot_be_answered_is_said_at_the_formula(signed_in, uploaded):
    answer = signed_in("eva").get(f"/evaluate/own/{uploaded().pk}/", {"formula": "y ~ z"})
    assert answer.status_code == 400
    assert "There is no column called &#x27;z&#x27;" in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()


def test_a_planner_has_no_own_studies(signed_in, uploaded):
    assert signed_in("petra").get(f"/evaluate/own/{uploaded().pk}/").status_code == 403
