def test_gaps_name_what_to_check(run):
    rows = run("authorities", "gaps", "--recipient", "police", "--on", "2027-01-01", "--json").json[
        "rows"
    ]
    kinds = {row["gap"] for row in rows}
    assert kinds == {"none", "to check"}
    assert all(bool(row["to_check"]) == (row["gap"] == "to check") for row in rows)


def test_a_country_of_its_own_fills_its_cells(run):
    def gaps(*more):
        rows = run("authorities", "gaps", "--on", "2026-11-24", "--json", *more).json["rows"]
        return {(row["activity"], row["purpose"]) for row in rows}

    assert ("intelligence-sharing", "technology") in gaps()
    assert ("intelligence-sharing", "technology") not in gaps("--partner", "UKR")


def test_an_unknown_activity_is_refused(run):
    assert run("authorities", "gaps", "--activity", "trian").code == 2
