def test_a_fiscal_year_with_a_plan(run):
    found = run(
        "authorities", "calendar", "--fy", 2027, "--plan", "T10-333:2027-03-01", "--json"
    ).json
    assert found["fiscal_year"] == 2027
    notices = [due for due in found["due"] if due["kind"] == "notice"]
    assert [due["when"] for due in notices] == ["2027-02-14"]
    dated = [due["when"] for due in found["due"] if due["when"]]
    assert dated == sorted(dated)


def test_the_recipient_of_a_plan_decides_its_notice(run):
    def notices(plan):
        due = run("authorities", "calendar", "--fy", 2027, "--plan", plan, "--json").json["due"]
        return [item for item in due if item["kind"] == "notice"]

    assert notices("T10-341:2027-06-01:engage:police")
    assert not notices("T10-341:2027-06-01:engage:military")


def test_a_plan_that_cannot_be_read(run):
    answer = run("authorities", "calendar", "--plan", "T10-333")
    assert (answer.code, "ID:DAY" in answer.said) == (2, True)
