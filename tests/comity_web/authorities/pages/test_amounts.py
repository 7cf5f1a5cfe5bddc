def test_two_days_give_two_answers(signed_in):
    page = signed_in("vera").get(
        "/authorities/amounts/?name=small-scale-construction&day=2023-06-30&day=2025-06-30"
    )
    assert [value["value"] for _, value in page.context["answers"]] == [1_500_000, 2_000_000]
    text = page.content.decode()
    assert "<strong>USD 1,500,000</strong>" in text
    assert "<strong>USD 2,000,000</strong>" in text
    assert "History" in text


def test_a_day_without_a_value_is_not_zero(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/amounts/?name=small-scale-construction&day=1990-01-01")
        .content.decode()
    )
    assert "No value is recorded for this day" in text


def test_all_amounts_stand_in_a_table(signed_in):
    page = signed_in("vera").get("/authorities/amounts/?day=2027-03-01")
    assert len(page.context["rows"]) > 100


def test_an_unknown_amount_is_not_found(signed_in):
    assert signed_in("vera").get("/authorities/amounts/?name=small").status_code == 404
